"""Reports are made of known figures and splits; periods are those of the calendar; shares and sums are shown by one rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.queries import figures as counting
from desktop import i18n
from desktop.domain import figures, periods
from desktop.domain.periods import Period
from desktop.domain.refusal import Refusal

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_every_figure_has_one_expression_and_every_split_one_column() -> None:
    counted = {key for key, figure in figures.FIGURES.items() if not figure.of}
    assert counted == set(counting.EXPRESSIONS)
    assert set(figures.SPLITS) == set(counting.SPLITS)
    shares = [figure for figure in figures.FIGURES.values() if figure.of]
    assert shares and all(set(figure.of) <= counted for figure in shares)
    assert all(figure.money == key.endswith("_fen") for key, figure in figures.FIGURES.items())


@pytest.mark.parametrize("name", figures.REPORTS)
def test_a_report_says_how_it_counts(name: str) -> None:
    kind = figures.report(name)
    assert set(kind.figures) <= set(figures.FIGURES) and set(kind.charted) <= set(kind.figures)
    assert not kind.split or kind.split in figures.SPLITS
    said = figures.rules(name, figures.splits(name, ()))
    assert len(said) == len(kind.figures) + bool(kind.split) + len(figures.RULES)
    assert any("not accepted" in sentence for sentence in said), "what is not counted is said too"


def test_no_report_is_split_by_what_the_law_does_not_know() -> None:
    assert figures.splits("category", ("outcome", "category")) == ("category", "outcome")
    assert figures.splits("overview", ("category", "outcome")) == ("category", "outcome")
    with pytest.raises(Refusal, match="two ways"):
        figures.splits("category", ("outcome", "mediator"))
    with pytest.raises(Refusal, match="no way to split"):
        figures.splits("category", ("ethnic_group",))


SHOWN = [  # part, whole, per cent as printed
    (842, 869, "96.89"), (1, 3, "33.33"), (2, 3, "66.67"), (0, 5, "0.00"), (5, 5, "100.00"), (1, 8, "12.50"), (0, 0, "—"),
    (1, 2000, "0.05"), (1, 20000, "0.01"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "whole", "text"), SHOWN)
def test_shares(part: int, whole: int, text: str) -> None:
    assert figures.shown(figures.FIGURES["success_rate"], {"agreed_cases": part, "concluded": whole}) == text


@pytest.mark.parametrize(("fen", "text"), [(0, "0.00"), (4_999, "0.00"), (5_000, "0.01"), (519_425_392, "519.43"), (99, "0.00")])
def test_sums_in_ten_thousands(fen: int, text: str) -> None:
    assert figures.shown(figures.FIGURES["agreed_fen"], {"agreed_fen": fen}) == text


def test_change_to_the_year_before() -> None:
    accepted, agreed, rate = (figures.FIGURES[key] for key in ("accepted", "agreed_fen", "success_rate"))
    assert figures.change(accepted, {"accepted": 12}, {"accepted": 10}) == "+2 (+20.0 %)"
    assert figures.change(accepted, {"accepted": 9}, {"accepted": 12}) == "-3 (-25.0 %)"
    assert figures.change(accepted, {"accepted": 3}, {"accepted": 0}) == "+3"
    assert figures.change(agreed, {"agreed_fen": 2_000_000}, {"agreed_fen": 0}) == "+2.00"
    half, whole = {"agreed_cases": 1, "concluded": 2}, {"agreed_cases": 2, "concluded": 2}
    assert figures.change(rate, half, whole) == "-50.00"
    assert figures.change(rate, half, {"agreed_cases": 0, "concluded": 0}) == "—"


@pytest.mark.parametrize(
    ("kind", "day", "step", "first", "last"),
    [
        ("month", date(2024, 2, 10), 0, date(2024, 2, 1), date(2024, 2, 29)),
        ("month", date(2026, 1, 31), -1, date(2025, 12, 1), date(2025, 12, 31)),
        ("quarter", date(2026, 11, 20), 0, date(2026, 10, 1), date(2026, 12, 31)),
        ("quarter", date(2026, 11, 20), 1, date(2027, 1, 1), date(2027, 3, 31)),
        ("half_year", date(2026, 6, 30), 0, date(2026, 1, 1), date(2026, 6, 30)),
        ("year", date(2026, 6, 30), -1, date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_periods_of_the_calendar(kind: str, day: date, step: int, first: date, last: date) -> None:
    assert periods.of(kind, day, step) == Period(first, last)


@given(DAYS, st.sampled_from(list(periods.MONTHS)))
def test_periods_follow_one_another_without_a_gap(day: date, kind: str) -> None:
    here, after = periods.of(kind, day), periods.of(kind, day, 1)
    assert day in here and (after.first - here.last).days == 1
    assert periods.of(kind, after.first, -1) == here


@given(DAYS, DAYS)
def test_the_year_before_keeps_the_ends_of_months(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    before = periods.year_before(period)
    assert before.first.year == period.first.year - 1 and before.first.month == period.first.month
    assert before.first <= before.last


def test_the_end_of_february_stays_its_end() -> None:
    assert periods.year_before(periods.of("month", date(2024, 2, 1))) == periods.of("month", date(2023, 2, 1))
    assert periods.year_before(periods.of("month", date(2025, 2, 1))) == periods.of("month", date(2024, 2, 1))


def test_a_running_period_is_compared_as_far_as_it_has_gone() -> None:
    whole = periods.of("year", date(2026, 11, 20))
    assert periods.up_to(whole, date(2026, 11, 20)) == Period(date(2026, 1, 1), date(2026, 11, 20))
    assert periods.up_to(whole, date(2027, 1, 5)) == whole


def test_names_of_periods() -> None:
    i18n.use("zh_Hans_CN")
    days = date(2026, 11, 20)
    assert [periods.name(periods.of(kind, days)) for kind in periods.MONTHS] == ["2026年11月", "2026年第4季度", "2026年下半年", "2026年"]
    assert periods.name(Period(date(2026, 1, 3), date(2026, 2, 5))) == "2026年1月3日至2026年2月5日"
    assert periods.name_on(periods.of("year", days), days) == "2026年（截至2026年11月20日）"


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refusal, match="before it begins"):
        Period(date(2026, 1, 2), date(2026, 1, 1))
