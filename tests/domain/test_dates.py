"""Dates as typed at the desk, seen from Friday, 20 November 2026."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.domain import dates, lunar
from desktop.domain.refusal import Refusal

TODAY = date(2026, 11, 20)
TYPED = [  # typed, nearest, last (past), next (future)
    ("0322", "2027-03-22", "2026-03-22", "2027-03-22"),
    ("3.22", "2027-03-22", "2026-03-22", "2027-03-22"),
    ("3-22", "2027-03-22", "2026-03-22", "2027-03-22"),
    ("1120", "2026-11-20", "2026-11-20", "2026-11-20"),
    ("12月1日", "2026-12-01", "2025-12-01", "2026-12-01"),
    ("0229", "2028-02-29", "2024-02-29", "2028-02-29"),
    ("22日", "2026-11-22", "2026-10-22", "2026-11-22"),
    ("31号", "2026-10-31", "2026-10-31", "2026-12-31"),
    ("农历八月十五", "2026-09-25", "2026-09-25", "2027-09-15"),
    ("腊月廿三", "2027-01-30", "2026-02-10", "2027-01-30"),
]
PLAIN = [  # typed, day
    ("20240322", "2024-03-22"),
    ("２０２４０３２２", "2024-03-22"),
    ("2024-03-22", "2024-03-22"),
    ("2024/3/22", "2024-03-22"),
    ("2024年3月22日", "2024-03-22"),
    ("二〇二六年十一月二十日", "2026-11-20"),
    ("+30", "2026-12-20"),
    ("-1", "2026-11-19"),
    ("今天", "2026-11-20"),
    ("明天", "2026-11-21"),
    ("昨天", "2026-11-19"),
    ("本周五", "2026-11-20"),
    ("下周三", "2026-11-25"),
    ("上周日", "2026-11-15"),
    ("月底", "2026-11-30"),
    ("下个月底", "2026-12-31"),
    ("年底", "2026-12-31"),
    ("农历2025年闰六月初三", "2025-07-27"),
]
REFUSED = [
    "2.30",
    "1301",
    "20240230",
    "99999999",
    "240322",
    "abc",
    "3月",
    "",
    "+99999",
    "12345",
    "0000",
    "农历2026年闰五月初一",
    "x" * 10_000_000,
]


@pytest.mark.parametrize(("typed", "near", "past", "future"), TYPED)
def test_without_a_year(typed: str, near: str, past: str, future: str) -> None:
    assert dates.parse(typed, TODAY) == date.fromisoformat(near)
    assert dates.parse(typed, TODAY, "past") == date.fromisoformat(past)
    assert dates.parse(typed, TODAY, "future") == date.fromisoformat(future)


@pytest.mark.parametrize(("typed", "day"), PLAIN)
def test_as_typed(typed: str, day: str) -> None:
    assert dates.parse(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: typed[:20])
def test_refused_at_the_field(typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        dates.parse(typed, TODAY, field="due")
    assert caught.value.field == "due" and caught.value.sentence


def test_without_today_only_whole_dates_are_read() -> None:
    assert dates.parse("2026-11-20") == TODAY
    with pytest.raises(Refusal):
        dates.parse("3.22")


@given(st.dates(date(1850, 1, 1), date(2200, 12, 31)))
def test_every_written_form_reads_back(day: date) -> None:
    assert dates.parse(dates.in_words(day)) == dates.parse(dates.seal_words(day)) == dates.parse(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(Refusal):
        dates.parse(typed, TODAY)


def test_on_paper() -> None:
    assert dates.in_words(date(2026, 1, 5)) == "2026年1月5日"
    assert dates.seal_words(TODAY) == "二〇二六年十一月二十日"
    assert dates.seal_words(date(2010, 10, 31)) == "二〇一〇年十月三十一日"
    i18n.use("en")
    assert dates.weekday(TODAY) == "Friday"
    assert dates.echo(TODAY) == "2026年11月20日  Friday  lunar calendar 丙午年十月十二"


AGES = [  # born, on the day, completed years
    ("1980-01-01", "2026-01-01", 46),
    ("1980-01-02", "2026-01-01", 45),
    ("2008-02-29", "2026-02-27", 17),
    ("2008-02-29", "2026-02-28", 18),
    ("2008-02-29", "2028-02-28", 19),
    ("2026-11-21", "2026-11-20", -1),
]


@pytest.mark.parametrize(("born", "day", "years"), AGES)
def test_completed_years(born: str, day: str, years: int) -> None:
    assert dates.age(date.fromisoformat(born), date.fromisoformat(day)) == years


def test_months_later() -> None:
    assert dates.add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert dates.add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_the_lunar_calendar_stays_within_its_table() -> None:
    assert lunar.in_words(date(1850, 1, 1)) == ""
