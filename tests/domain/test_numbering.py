"""Official numbers, court numbers, entry numbers and reserved ranges."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.domain import numbering
from desktop.domain.numbering import Official, Range
from desktop.domain.refusal import Refusal

FORMED = [  # pattern, year, short name, n, number
    (numbering.PATTERN, 2026, "新诉", 12, "（2026）新诉调字第12号"),
    ("（{year}）{org}人调字第{n}号", 2026, "托", 1, "（2026）托人调字第1号"),
    ("{org}调〔{year}〕{n}号", 2026, "卓资", 103, "卓资调〔2026〕103号"),
]


@pytest.mark.parametrize(("pattern", "year", "org", "n", "number"), FORMED)
def test_formed_and_read_back(pattern: str, year: int, org: str, n: int, number: str) -> None:
    assert numbering.official(pattern, year, org, n) == number
    assert numbering.read_official(pattern, number) == Official(year, org, n)


def test_brackets_of_either_width_are_read() -> None:
    assert numbering.read_official(numbering.PATTERN, " (2026) 新诉调字第12号") == Official(2026, "新诉", 12)
    assert numbering.read_official(numbering.PATTERN, "（2026）新诉调字第012号") is None


@given(st.integers(1949, 9999), st.text(alphabet="新诉托县人民一二", max_size=5), st.integers(1, 999_999))
def test_any_number_reads_back(year: int, org: str, n: int) -> None:
    assert numbering.read_official(numbering.PATTERN, numbering.official(numbering.PATTERN, year, org, n)) == Official(year, org, n)


@pytest.mark.parametrize(
    "pattern",
    ["", "{n}号", "（{year}）{n}{n}号", "（{year}）{x}{n}号", "{year}{n}", "（{year}）第1{n}号", "{", "（{year}）{n}号" + "x" * 60],
)
def test_wrong_patterns(pattern: str) -> None:
    with pytest.raises(Refusal) as caught:
        numbering.check_pattern(pattern)
    assert caught.value.field == "pattern"


LETTERS = ("最高法", "内", "京")
COURT = [  # typed, year, court, kind, n
    ("（2024）内0105诉前调123号", 2024, "内0105", "诉前调", 123),
    ("(2024)内0105诉前调123号", 2024, "内0105", "诉前调", 123),
    ("（２０２４） 内0105 诉前调确 1号", 2024, "内0105", "诉前调确", 1),
    ("（2026）内0122民初1205号", 2026, "内0122", "民初", 1205),
    ("（2024）内01民终1号之一", 2024, "内01", "民终", 1),
    ("（2024）内民申9号", 2024, "内", "民申", 9),
    ("（2024）最高法民申1号", 2024, "最高法", "民申", 1),
]


@pytest.mark.parametrize(("typed", "year", "court", "kind", "n"), COURT)
def test_court_numbers(typed: str, year: int, court: str, kind: str, n: int) -> None:
    found = numbering.court_number(typed, LETTERS)
    assert (found.year, found.court_code, found.type_code, found.n) == (year, court, kind, n)


WRONG = [  # typed, what the sentence says
    ("2024内0105民初1号", "begins with its year in brackets"),
    ("（24）内0105民初1号", "begins with its year in brackets"),
    ("（2024）内0105民初1", "ends with its number and 号"),
    ("（2024）0105民初1号", "the court's code and the kind of case"),
    ("（2024）诉前调确9号", "the court's code and the kind of case"),
    ("（2024）内01055民初1号", "the court's code and the kind of case"),
    ("（2024）内0105民初01号", "without leading zeros"),
    ("（0001）内0105民初1号", "Check the year"),
    ("", "begins with its year"),
    ("x" * 10_000_000, "begins with its year"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG, ids=[typed[:20] for typed, _ in WRONG])
def test_wrong_court_numbers(typed: str, sentence: str) -> None:
    i18n.use("en")
    with pytest.raises(Refusal) as caught:
        numbering.court_number(typed, LETTERS, field="referral.court_number")
    assert caught.value.field == "referral.court_number" and sentence in caught.value.sentence


def test_no_court_number_of_a_year_that_has_not_come() -> None:
    assert numbering.court_number("（2026）内0105民初1号", LETTERS, today=date(2026, 1, 1)).year == 2026
    with pytest.raises(Refusal):
        numbering.court_number("（2027）内0105民初1号", LETTERS, today=date(2026, 12, 31))


def test_the_letters_of_the_table_decide_which_courts_there_are() -> None:
    with pytest.raises(Refusal):
        numbering.court_number("（2026）沪0105民初1号", LETTERS)
    assert numbering.court_number("（2026）沪0105民初1号", (*LETTERS, "沪")).court_code == "沪0105"


def test_entry_numbers() -> None:
    assert numbering.entry(2026, 12) == "2026-00012" and numbering.read_entry("2026-00012") == (2026, 12)
    assert numbering.entry(2026, 123_456) == "2026-123456" and numbering.read_entry("2026-12") is None


def test_a_series_goes_on_where_the_paper_register_stands() -> None:
    assert numbering.next_free(38, []) == 38
    assert numbering.next_free(38, [38, 39]) == 40
    assert numbering.next_free(1, [1, 2, 4]) == 5  # 3 was given and is void: never again


def test_reserved_ranges() -> None:
    away = numbering.reserve(20, 1, [1, 2, 3])
    assert away == Range(4, 23) and 4 in away and 24 not in away
    assert numbering.next_free(1, [1, 2, 3], [away]) == 24
    assert numbering.next_free(1, [1, 2, 3, 5, 24], [away]) == 25  # 5 was used by the computer that is away
    assert numbering.next_in_range(away, [1, 2, 3]) == 4
    assert numbering.next_in_range(Range(4, 5), [4]) == 5
    with pytest.raises(Refusal):
        numbering.next_in_range(Range(4, 5), [4, 5])
    assert numbering.reserve(5, 1, [1, 24], [away]) == Range(25, 29) and Range(1, 5).overlaps(Range(5, 6))
    for wrong in ((0, 1), (3, 2)):
        with pytest.raises(Refusal):
            Range(*wrong)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 30)), max_size=40))
def test_no_number_is_given_twice(steps: list[tuple[bool, int]]) -> None:
    used: list[int] = []
    away: list[Range] = []
    for travels, count in steps:
        if travels:
            away.append(numbering.reserve(count, 1, used, away))
            used.append(numbering.next_in_range(away[-1], used))
        else:
            used.append(numbering.next_free(1, used, away))
    assert len(used) == len(set(used))
