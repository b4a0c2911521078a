"""What holds for every worker: longer service and higher wages never mean less, the caps hold, parts add up, graver injuries weigh more."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.labour import ending, wages
from desktop.services import terms
from tests.domain.test_calculations import TODAY, computed, values_of

HOLIDAYS = terms.holidays()
BOOK = Book(values_of("labour"), TODAY, "150105")
STARTS = st.dates(date(2008, 1, 1), date(2024, 12, 31))
ENDS = st.dates(date(2025, 1, 1), date(2025, 7, 31))  # of 2024 the local average is typed
SOME = settings(max_examples=40)


def severance(wage: Decimal, start: date, last: date, **more: Any) -> Decimal:
    sheet = {"name": "白某", "day": "2025-08-31", "started_on": start.isoformat(), "ended_on": last.isoformat(), "ending": "severance"}
    made = computed("labour", sheet | {"average_wage": str(wage), "minimum_class": "class1"} | more)
    return made.of("severance") + made.of("unlawful")


@given(STARTS, st.integers(0, 6000), st.integers(0, 400))
@SOME
def test_longer_service_is_worth_no_less(start: date, days: int, more: int) -> None:
    last = start + timedelta(days)
    months, _said = ending.months_of(start, last, BOOK)
    later, _said = ending.months_of(start, last + timedelta(more), BOOK)
    assert Decimal("0.5") <= months <= later
    assert months * 2 == int(months * 2)
    years = Decimal((last - start).days + 1) / Decimal("365.25")
    assert years - Decimal("0.1") <= months <= years + Decimal("1.1")


@given(st.decimals(1000, 60_000, places=2), st.decimals(0, 5000, places=2), STARTS, ENDS)
@SOME
def test_a_higher_wage_below_the_cap_is_worth_no_less_and_the_cap_holds(wage: Decimal, more: Decimal, start: date, last: date) -> None:
    one = severance(wage, start, last)
    if wage + more <= 24_000 or wage > 24_000:
        assert one <= severance(wage + more, start, last)
    if wage > 24_000:
        assert one <= 24_000 * 12
    assert abs(severance(wage, start, last, ending="unlawful") - one * 2) <= Decimal("0.01")


@given(STARTS, st.one_of(st.none(), st.integers(0, 800)), st.sampled_from(["weekdays", "paid_days", "calendar", "whole"]))
@SOME
def test_double_wage_lasts_eleven_months_at_most(start: date, signed_after: int | None, convention: str) -> None:
    sheet: dict[str, Any] = {"name": "白某", "day": "2026-12-31", "started_on": start.isoformat(), "no_contract": True}
    sheet |= {"monthly_wage": "6000", "options": {"begun_month": convention}}
    if signed_after is not None:
        sheet["contract_signed_on"] = (start + timedelta(signed_after)).isoformat()
    made = computed("labour", sheet)
    assert 0 <= made.of("double") <= 66_000
    if signed_after is None or start + timedelta(signed_after) >= dates.add_months(start, 12):
        assert made.of("double") == 66_000
    if signed_after is not None and start + timedelta(signed_after) <= dates.add_months(start, 1):
        assert made.of("double") == 0


@given(st.dates(date(1970, 1, 1), date(2024, 1, 1)), st.integers(0, 9000))
def test_leave_grows_with_the_working_life(first: date, days: int) -> None:
    one, later = wages.entitled(first, TODAY, BOOK), wages.entitled(first - timedelta(days), TODAY, BOOK)
    assert one <= later and {one, later} <= {0, 5, 10, 15}


@given(st.lists(st.tuples(st.sampled_from(["weekday", "rest", "holiday"]), st.integers(0, 200)), min_size=1, max_size=5))
@SOME
def test_overtime_adds_up_hour_by_hour(rows: list[tuple[str, int]]) -> None:
    sheet = {"name": "白某", "day": "2025-08-31", "started_on": "2025-01-01", "monthly_wage": "3480"}  # 20 yuan an hour
    made = computed("labour", sheet | {"overtime": [{"kind": kind, "hours": hours} for kind, hours in rows]})
    assert made.total == sum(hours * 20 * {"weekday": Decimal("1.5"), "rest": 2, "holiday": 3}[kind] for kind, hours in rows)


@given(st.decimals(1, 5000, places=2), st.dates(date(2025, 1, 1), date(2025, 8, 31)), st.integers(0, 24))
@SOME
def test_an_hour_of_overtime_is_worth_no_less_than_the_minimum_wage_and_more_on_a_day_off(wage: Decimal, day: date, hours: int) -> None:
    sheet = {"name": "白某", "day": "2025-08-31", "started_on": "2025-01-01", "monthly_wage": str(wage)}
    made = computed("labour", sheet | {"overtime": [{"day": day.isoformat(), "hours": hours}]})
    percent = 300 if day in HOLIDAYS.years[2025].statutory else 150 if HOLIDAYS.is_working_day(day) else 200
    base = max(wage, Decimal(2270))  # of a place of the first class
    assert abs(made.total - base / 174 * hours * percent / 100) <= Decimal("0.005")


@given(st.lists(st.tuples(st.decimals(0, 400, places=1), st.decimals(0, 2000, places=2), st.integers(0, 100)), min_size=1, max_size=12))
@SOME
def test_a_wage_list_is_the_sum_of_its_workers(rows: list[tuple[Decimal, Decimal, int]]) -> None:
    workers = []
    for n, (quantity, rate, percent) in enumerate(rows):
        paid = (quantity * rate * percent / 100).quantize(Decimal("1"), "ROUND_DOWN")
        workers.append({"name": f"工人{n}", "quantity": str(quantity), "rate": str(rate), "paid": str(paid)})
    made = computed("wage_list", {"workers": workers})
    exact = sum(quantity * rate - Decimal(row["paid"]) for (quantity, rate, _p), row in zip(rows, workers, strict=True))
    assert abs(made.total - exact) <= Decimal("0.005") * len(rows) and all(
        line.amount >= 0 for line in made.lines if line.amount is not None
    )
    assert {line.whose for line in made.lines} == {row["name"] for row in workers}


@given(st.integers(1, 9), st.decimals(1000, 60_000, places=2))
@SOME
def test_a_graver_injury_at_work_is_worth_more(grade: int, wage: Decimal) -> None:
    def lump(of: int) -> Decimal:
        return computed("work_injury", {"name": "白某", "wage": str(wage), "grade": of}).total

    assert lump(grade) > lump(grade + 1)
    assert Decimal(4800) * 7 <= lump(10) <= Decimal(24_000) * 7
