"""Working days and last days of periods, with the schedules of the State Council for 2024 to 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import assets, i18n
from desktop.domain import calendar
from desktop.domain.refusal import Refusal

CALENDAR = calendar.from_tables(assets.toml("law", "holidays.toml"))

DAYS = [  # day, working, name
    ("2026-02-17", False, "春节"),
    ("2026-02-14", True, "调休上班"),
    ("2026-02-28", True, "调休上班"),
    ("2026-11-20", True, ""),
    ("2026-11-21", False, ""),
    ("2026-10-06", False, "国庆节"),
    ("2025-10-06", False, "国庆节、中秋节"),
    ("2025-09-28", True, "调休上班"),
    ("2024-06-10", False, "端午节"),
    ("2024-02-09", True, ""),
    ("2025-01-28", False, "春节"),
]


@pytest.mark.parametrize(("day", "working", "name"), DAYS)
def test_days(day: str, working: bool, name: str) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day)) == working
    assert CALENDAR.name(date.fromisoformat(day)) == name


LAST = [  # start (not counted), days, last day, and why
    ("2026-11-20", 3, "2026-11-23"),  # Monday
    ("2026-11-20", 1, "2026-11-23"),  # a Saturday moves to Monday
    ("2026-09-21", 10, "2026-10-08"),  # 1 October moves over the whole National Day holiday
    ("2026-02-07", 7, "2026-02-14"),  # a make-up Saturday is a working day: it does not move
    ("2026-01-30", 15, "2026-02-14"),
    ("2026-02-07", 8, "2026-02-24"),  # Spring Festival to the 23rd
    ("2025-09-08", 30, "2025-10-09"),  # eight days of National Day and Mid-autumn
    ("2024-05-11", 30, "2024-06-11"),  # Dragon Boat Festival on a Monday
    ("2026-11-20", 0, "2026-11-20"),
]


@pytest.mark.parametrize(("start", "days", "last"), LAST)
def test_last_day(start: str, days: int, last: str) -> None:
    counted = CALENDAR.last_day(date.fromisoformat(start), days)
    assert counted.day == date.fromisoformat(last)
    assert counted.moved == (counted.day != date.fromisoformat(start) + timedelta(days=days))
    assert counted.known and not counted.sentence


MONTHS = [
    ("2026-01-31", 1, "2026-02-28"),
    ("2026-01-15", 1, "2026-02-24"),
    ("2026-10-15", 1, "2026-11-16"),
    ("2024-03-29", 24, "2026-03-30"),
]


@pytest.mark.parametrize(("start", "months", "last"), MONTHS)
def test_last_day_of_months(start: str, months: int, last: str) -> None:
    assert CALENDAR.last_day_of_months(date.fromisoformat(start), months).day == date.fromisoformat(last)


WORKING = [
    ("2026-11-20", 3, "2026-11-25"),
    ("2026-09-30", 1, "2026-10-08"),
    ("2026-02-13", 2, "2026-02-24"),
    ("2026-11-21", 0, "2026-11-23"),
]


@pytest.mark.parametrize(("start", "days", "end"), WORKING)
def test_working_days(start: str, days: int, end: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), days).day == date.fromisoformat(end)


def test_before_an_event() -> None:
    assert CALENDAR.days_before(date(2026, 11, 25), 3).day == date(2026, 11, 20)  # the 22nd is a Sunday
    assert CALENDAR.days_before(date(2026, 10, 9), 3).day == date(2026, 9, 30)


def test_an_unknown_year_says_so() -> None:
    i18n.use("en")
    counted = CALENDAR.last_day(date(2026, 12, 10), 30)
    assert counted.day == date(2027, 1, 11) and not counted.known and "2027" in counted.sentence
    assert not CALENDAR.add_working_days(date(2026, 12, 25), 10).known
    assert CALENDAR.last_day(date(2026, 12, 1), 30).known
    assert not CALENDAR.known(date(2027, 5, 3)) and CALENDAR.name(date(2027, 5, 3)) == ""


def test_the_300_percent_days_since_2025() -> None:
    assert len(CALENDAR.years[2024].statutory) == 11 and len(CALENDAR.years[2025].statutory) == len(CALENDAR.years[2026].statutory) == 13
    assert CALENDAR.is_statutory_holiday(date(2025, 5, 2)) and CALENDAR.is_statutory_holiday(date(2026, 2, 16))
    assert not CALENDAR.is_statutory_holiday(date(2026, 2, 20)) and not CALENDAR.is_statutory_holiday(date(2024, 5, 2))


def test_an_office_adds_a_year() -> None:
    typed = {"year": [{"year": 2027, "source": "x", "holidays": [{"name": "元旦", "from": date(2027, 1, 1), "to": date(2027, 1, 3)}]}]}
    longer = calendar.from_tables(assets.toml("law", "holidays.toml"), typed)
    assert longer.known(date(2027, 1, 1)) and longer.name(date(2027, 1, 1)) == "元旦" and 2026 in longer.years


WRONG = [
    {"year": 2027},
    {"year": 2027, "source": "x", "holidays": [{"name": "元旦", "from": date(2027, 1, 3), "to": date(2027, 1, 1)}]},
    {"year": 2027, "source": "x", "working": [date(2026, 1, 4)]},
    {
        "year": 2027,
        "source": "x",
        "holidays": [{"name": "元旦", "from": date(2027, 1, 1), "to": date(2027, 1, 3)}],
        "working": [date(2027, 1, 2)],
    },
    {"year": 2027, "source": "x", "working": "2027-01-02"},
]


@pytest.mark.parametrize("entry", WRONG)
def test_a_wrong_table_is_refused_with_its_year(entry: dict[str, object]) -> None:
    with pytest.raises(Refusal, match="2027"):
        calendar.from_tables({"year": [entry]})


def test_the_shipped_table_is_sorted_and_has_sources() -> None:
    years = assets.toml("law", "holidays.toml")["year"]
    assert [entry["year"] for entry in years] == sorted(entry["year"] for entry in years)
    assert all("国务院办公厅" in entry["source"] and entry["status"] for entry in years)
    for year in CALENDAR.years.values():
        assert all(day.weekday() >= 5 for day in year.working), "a make-up day is a Saturday or Sunday"
        workdays_off = sum(day.weekday() < 5 and day not in year.statutory for day in year.off)
        weekend_statutory = sum(day.weekday() >= 5 for day in year.statutory)
        longer = 2 if year.year == 2020 else 0  # the Spring Festival of 2020 was made longer by a notice, without days to make up for it
        assert workdays_off <= len(year.working) + weekend_statutory + 1 + longer  # made up for, or replace a holiday on a weekend


def test_the_schedules_reach_back_to_2008_without_a_gap() -> None:
    assert sorted(CALENDAR.years) == list(range(2008, 2027)) and {year.status for year in CALENDAR.years.values()} == {"checked"}


@pytest.mark.parametrize(
    ("day", "works", "paid"),
    [
        ("2013-02-09", False, True),  # New Year's Eve: paid at 300 % from 2008 to 2013 and again since 2025
        ("2014-01-30", True, False),
        ("2015-09-03", False, False),
        ("2015-09-06", True, False),
        ("2018-12-29", True, False),  # made up for 31 December, by the notice of the year after
        ("2019-05-03", False, False),  # given by the second notice of that year
        ("2020-02-01", False, False),
        ("2020-02-03", True, False),
        ("2023-12-30", False, False),
    ],
)
def test_days_of_earlier_schedules(day: str, works: bool, paid: bool) -> None:
    one = date.fromisoformat(day)
    assert CALENDAR.is_working_day(one) is works and CALENDAR.is_statutory_holiday(one) is paid


@given(st.dates(date(2006, 1, 1), date(2028, 12, 31)), st.integers(0, 400))
def test_a_last_day_is_the_first_working_day_from_the_nominal_one(start: date, days: int) -> None:
    counted = CALENDAR.last_day(start, days)
    assert counted.nominal == start + timedelta(days=days) <= counted.day and CALENDAR.is_working_day(counted.day)
    assert not any(CALENDAR.is_working_day(counted.nominal + timedelta(days=n)) for n in range((counted.day - counted.nominal).days))
    assert CALENDAR.working_days_between(start, CALENDAR.add_working_days(start, days % 40).day) in (days % 40, 1)


def test_a_senseless_period_is_refused() -> None:
    for days in (-1, 40_001):
        with pytest.raises(Refusal):
            CALENDAR.last_day(date(2026, 1, 1), days)
