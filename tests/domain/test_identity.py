"""Numbers of papers: what they say, and that none of them is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from desktop import i18n
from desktop.domain import identity

TODAY = date(2026, 11, 20)
PAPERS = [  # kind, number, right, sex, born
    ("resident_id", "11010519491231002X", True, "female", "1949-12-31"),
    ("resident_id", "11010519491231002x", True, "female", "1949-12-31"),
    ("resident_id", "１５０１０５ １９８００１０１ ００１３", True, "male", "1980-01-01"),
    ("resident_id", "150122195503070027", True, "female", "1955-03-07"),
    ("resident_id", "150122195503070028", False, "", ""),
    ("resident_id", "150122195502300027", False, "", ""),
    ("resident_id", "15012219550307002", False, "", ""),
    ("resident_id", "", False, "", ""),
    ("resident_id", "150105800101001", True, "male", "1980-01-01"),
    ("hmt_residence", "810000199408230021", True, "female", "1994-08-23"),
    ("foreign_residence", "CHN110012345678", True, "", ""),
    ("foreign_residence", "150122195503070027", False, "", ""),
    ("passport", "E12345678", True, "", ""),
    ("hk_macao_permit", "H12345678", True, "", ""),
    ("hk_macao_permit", "12345678", False, "", ""),
    ("taiwan_permit", "12345678", True, "", ""),
    ("household_register", "150122195503070027", True, "female", "1955-03-07"),
    ("military_id", "军字第1234567号", True, "", ""),
    ("none", "", False, "", ""),
]


@pytest.mark.parametrize(("kind", "number", "right", "sex", "born"), PAPERS)
def test_papers(kind: str, number: str, right: bool, sex: str, born: str) -> None:
    verdict = identity.look_at(kind, number, TODAY)
    assert (verdict.ok, verdict.sex, verdict.birth_date) == (right, sex, date.fromisoformat(born) if born else None)
    assert verdict.ok or verdict.sentence


def test_the_sentence_says_what_to_do() -> None:
    i18n.use("en")
    assert identity.look_at("resident_id", "150122195503070028").sentence.startswith("The check figure of the number is wrong")
    assert (
        "still to come"
        in identity.look_at("resident_id", "150105203001010010"[:17] + identity.check_figure("15010520300101001"), TODAY).sentence
    )


def test_an_unknown_region_is_a_warning() -> None:
    regions = {"150122": "托克托县"}
    assert not identity.look_at("resident_id", "150122195503070027", TODAY, regions).warning
    warned = identity.look_at("resident_id", "11010519491231002X", TODAY, regions)
    assert warned.ok and warned.warning and warned.region_code == "110105" and "110105" in warned.sentence


@given(st.sampled_from(["110105", "150122", "150105"]), st.dates(date(1900, 1, 1), TODAY), st.integers(0, 999))
def test_check_figure_as_another_library_computes_it(region: str, born: date, order: int) -> None:
    seventeen = f"{region}{born:%Y%m%d}{order:03d}"
    number = seventeen + identity.check_figure(seventeen)
    assert ric.calc_check_digit(number) == number[-1]
    verdict = identity.look_at("resident_id", number, TODAY)
    assert verdict.ok and verdict.birth_date == born and verdict.sex == ("male" if order % 2 else "female")


@given(st.text(max_size=25), st.sampled_from(["resident_id", "passport", "foreign_residence", "hmt_residence", "other", "none", "?"]))
def test_no_text_breaks_a_verdict(number: str, kind: str) -> None:
    identity.look_at(kind, number, TODAY)
    identity.look_at_uscc(number)
    identity.look_at_phone(number)
    identity.look_at_account(number)
    identity.look_at_plate(number)
    identity.read_card_line(number)


CODES = [
    ("91110000600037341L", True, False),
    ("91150100MA0ABCDE18", True, True),
    ("91150100MA0ABCDE19", False, False),
    ("9115", False, False),
]


@pytest.mark.parametrize(("code", "right", "warning"), CODES)
def test_unified_social_credit_code(code: str, right: bool, warning: bool) -> None:
    verdict = identity.look_at_uscc(code)
    assert (verdict.ok, verdict.warning) == (right, warning)
    assert uscc.is_valid(code) == right


PLATES = [
    ("蒙A12345", True),
    ("蒙A·12345", True),
    ("蒙ad12345", True),
    ("蒙A12345D", True),
    ("蒙A1234学", True),
    ("无牌", True),
    ("电动自行车001", True),
    ("AB", False),
]


@pytest.mark.parametrize(("plate", "right"), PLATES)
def test_plates(plate: str, right: bool) -> None:
    assert identity.look_at_plate(plate).ok == right


PHONES = [
    ("13812345678", True),
    ("0471-6123456", True),
    ("+86 138 1234 5678", True),
    ("12368", True),
    ("6123456转8001", True),
    ("138", False),
    ("23812345678", False),
]


@pytest.mark.parametrize(("phone", "right"), PHONES)
def test_telephones(phone: str, right: bool) -> None:
    assert identity.look_at_phone(phone).ok == right


def test_a_wrong_card_figure_is_only_a_warning() -> None:
    assert not identity.look_at_account("6222020000000000000").warning
    assert identity.look_at_account("6222020000000000001").warning and identity.look_at_account("6222020000000000001").ok
    assert not identity.look_at_account("0602001109200012345").warning
    assert not identity.look_at_account("6222").ok


def test_masked() -> None:
    assert identity.masked_id("150105198001010013") == "1501**********0013"
    assert identity.masked_phone("13812345678") == "138****5678"
    assert identity.masked_account("6222020000000000000") == "*" * 15 + "0000"
    assert identity.in_fours("6222020000000000000") == "6222 0200 0000 0000 000"
    assert identity.masked_id("12") == "**"


LINES = [
    "张三|男|蒙古|19800101|内蒙古自治区呼和浩特市赛罕区某路1号|150105198001010013|呼和浩特市公安局赛罕区分局|20100101-20300101",
    "150105198001010013,张三,男,蒙古,内蒙古自治区呼和浩特市赛罕区某路1号,呼和浩特市公安局赛罕区分局,2010.01.01,长期",
]


@pytest.mark.parametrize("line", LINES)
def test_the_line_of_a_card_reader(line: str) -> None:
    card = identity.read_card_line(line)
    assert card == identity.CardLine(
        "150105198001010013", "张三", "male", "蒙古", "内蒙古自治区呼和浩特市赛罕区某路1号", "呼和浩特市公安局赛罕区分局"
    )


def test_a_line_without_a_right_number_is_not_taken() -> None:
    assert identity.read_card_line("张三|男|150105198001010014") is None
    assert identity.read_card_line("150105198001010013") == identity.CardLine("150105198001010013")
