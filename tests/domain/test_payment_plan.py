"""Plans of payments written out: the remainder in the last, a down payment, months as the law counts them, until an age."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import payment_plan
from desktop.domain.refusal import Refusal


def plan(**row: Any) -> list[tuple[str, int | None]]:
    return [(part.due_on.isoformat(), part.amount) for part in payment_plan.written_out(row)]


def test_equal_parts_have_the_remainder_in_the_last() -> None:
    parts = plan(amount=100_000_00, times=3, first_on=date(2026, 4, 30), every="month")
    assert parts == [("2026-04-30", 33_333_33), ("2026-05-30", 33_333_33), ("2026-06-30", 33_333_34)]


def test_a_payment_of_so_much_each_makes_as_many_as_are_needed() -> None:
    parts = plan(amount=100_000_00, each=30_000_00, first_on=date(2026, 4, 30), every="quarter")
    assert parts == [("2026-04-30", 30_000_00), ("2026-07-30", 30_000_00), ("2026-10-30", 30_000_00), ("2027-01-30", 10_000_00)]


def test_a_down_payment_comes_first() -> None:
    parts = plan(amount=50_000_00, down_payment=20_000_00, down_on=date(2026, 3, 20), times=2, first_on=date(2026, 4, 20))
    assert parts == [("2026-03-20", 20_000_00), ("2026-04-20", 15_000_00), ("2026-05-20", 15_000_00)]


def test_months_count_from_the_first_day() -> None:
    assert [day for day, _fen in plan(each=100, times=4, first_on=date(2026, 1, 31))] == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30",
    ]  # fmt: skip


def test_support_runs_until_eighteen() -> None:
    parts = plan(each=1_500_00, every="month", first_on=date(2026, 4, 5), born_on=date(2016, 5, 6), until_age=18)
    assert parts[0] == ("2026-04-05", 1_500_00) and parts[-1] == ("2034-05-05", 1_500_00) and len(parts) == 98
    assert plan(each=100, every="year", first_on=date(2026, 10, 31), until=date(2028, 10, 31))[-1][0] == "2028-10-31"


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("first_on", {"each": 100, "times": 2}),
        ("times", {"amount": 100, "first_on": date(2026, 1, 1)}),
        ("down_on", {"amount": 100, "down_payment": 10, "times": 2, "first_on": date(2026, 1, 1)}),
        ("down_payment", {"amount": 100, "down_payment": 100, "down_on": date(2026, 1, 1), "times": 2, "first_on": date(2026, 1, 1)}),
        ("until", {"each": 100, "first_on": date(2026, 1, 2), "until": date(2026, 1, 1)}),
        ("until_age", {"each": 100, "first_on": date(2026, 1, 2), "born_on": date(2016, 1, 1)}),
        ("each", {"amount": 100, "each": 60, "times": 3, "first_on": date(2026, 1, 2)}),
        ("times", {"each": 1, "first_on": date(2026, 1, 2), "until": date(2199, 1, 1), "every": "month"}),
    ],
)
def test_what_does_not_come_out_is_refused_at_its_field(field: str, row: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as no:
        payment_plan.written_out(row, "obligations.0")
    assert no.value.field == f"obligations.0.{field}"


@given(st.integers(2, 10**12), st.integers(1, 240), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
@settings(max_examples=60)
def test_a_plan_always_comes_to_its_sum(amount: int, times: int, first: date) -> None:
    if amount < times:
        return
    parts = payment_plan.written_out({"amount": amount, "times": times, "first_on": first, "every": "month"})
    assert sum(part.amount or 0 for part in parts) == amount
    days = [part.due_on for part in parts]
    assert days == sorted(set(days))


def test_given_instalments_count_and_a_plan_that_gives_others_goes() -> None:
    row = {"amount": 300, "times": 3, "first_on": date(2026, 1, 1), "instalments": [{"due_on": date(2026, 1, 1), "amount": 300}]}
    planned = payment_plan.row_planned(row, "")
    assert planned["instalments"] == row["instalments"] and "times" not in planned
    same = payment_plan.row_planned({**row, "instalments": []}, "")
    assert payment_plan.row_planned({**row, "instalments": same["instalments"]}, "")["times"] == 3
    assert same["timing"] == "instalments"
    assert payment_plan.row_planned({"each": 5, "times": 2, "first_on": date(2026, 1, 1)}, "")["timing"] == "periodic"
