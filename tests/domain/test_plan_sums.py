"""What holds for every plan of instalments and every late performance: parts add up, a flat plan costs more, who pays more owes less."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calculation.instalment_plan import effective_rate
from desktop.domain.calculation.result import Calculation
from tests.domain.test_calculations import computed

DUE = date(2024, 1, 31)
_fen = st.integers(10_000_00, 10_000_000_00)
_times = st.integers(1, 60)
_rates = st.decimals("0.01", 36, places=2)
_bearing = st.sampled_from(["equal_principal", "annuity", "interest_only", "flat"])
_days = st.integers(-20, 120).map(lambda n: DUE + timedelta(days=n))
_payments = st.lists(st.tuples(_days, st.integers(1, 60_000_00)), max_size=5)
_orders = st.sampled_from(["law", "principal_first", "doubled_first"])


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def plan(way: str, fen: int, times: int, rate: Decimal | None = None, **more: Any) -> Calculation:
    sheet = {"principal": yuan(fen), "way": way, "times": times, "first_on": "2024-07-31"}
    sheet |= {"rate": str(rate), "rate_unit": "year", "lender": "private"} if rate is not None else {}
    return computed("instalment_plan", sheet | more)


def paid(made: Calculation) -> list[Decimal]:
    return [line.amount for line in made.lines if line.head == "instalments" and line.amount is not None]


@given(_fen, _times)
@settings(max_examples=30)
def test_equal_parts_are_equal_but_the_last_and_come_to_the_sum(fen: int, times: int) -> None:
    parts = paid(plan("equal", fen, times))
    assert sum(parts) * 100 == fen and len(parts) == times and len(set(parts[:-1])) <= 1
    assert 0 <= parts[-1] - parts[0] < Decimal(times) / 100


@given(_bearing, _fen, _times, _rates)
@settings(max_examples=50)
def test_principal_and_interest_are_what_is_paid(way: str, fen: int, times: int, rate: Decimal) -> None:
    made = plan(way, fen, times, rate)
    assert made.of("principal") * 100 == fen
    assert sum(paid(made)) == made.total == made.of("principal") + made.of("interest")
    if way == "annuity":  # what rounding leaves in the last one: half a fen each time, and the interest on it
        parts = paid(made)
        assert len(set(parts[:-1])) <= 1 and abs(parts[-1] - parts[0]) <= Decimal("0.01") * times * (1 + rate / 1200) ** times


@given(_fen, st.integers(2, 60), _rates, _rates)
@settings(max_examples=30)
def test_a_higher_rate_costs_more_and_a_flat_plan_the_most_of_those_that_pay_back(
    fen: int, times: int, one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    assert all(plan(way, fen, times, low).total <= plan(way, fen, times, high).total for way in ("equal_principal", "annuity", "flat"))
    totals = [plan(way, fen, times, high).total for way in ("equal_principal", "annuity", "flat")]
    assert totals[0] <= totals[1] + Decimal("0.01") * times and totals[1] <= totals[2] + Decimal("0.01") * times


@given(st.integers(10_000, 1_000_000), st.integers(2, 60), st.decimals("0.0005", "0.05", places=4))
@settings(max_examples=40)
def test_the_effective_rate_is_the_one_that_the_payments_were_made_with(base: int, times: int, rate: Decimal) -> None:
    level = base * rate * (1 + rate) ** times / ((1 + rate) ** times - 1)
    assert abs(effective_rate.of_period(Decimal(base), [level] * times) - rate) < Decimal("1e-9")
    flat = [Decimal(base) / times + base * rate] * times
    assert effective_rate.of_period(Decimal(base), flat) > rate
    assert effective_rate.a_year(rate, 12, True) >= effective_rate.a_year(rate, 12, False) == round(rate * 1200, 2)


def late(debts: list[tuple[date, int]], paid: list[tuple[date, int]], order: str, day: date) -> Calculation:
    rows: list[dict[str, Any]] = [{"due_on": str(on), "principal": yuan(fen), "costs": "300"} for on, fen in debts]
    rows[0] |= {"rate": "6", "rate_unit": "year", "interest_from": "2024-01-01"}
    sheet: dict[str, Any] = {"document": "ruling", "debts": rows}
    payments = [{"on": str(on), "amount": yuan(fen)} for on, fen in paid]
    return computed("delayed_performance", sheet | {"payments": payments, "day": str(day), "options": {"order": order}})


_LAST = DUE + timedelta(days=121)


@given(_fen, _payments, _orders, st.integers(1, 1_000_000), st.integers(0, 25))
@settings(max_examples=40)
def test_who_pays_more_owes_less_and_who_waits_no_less(fen: int, paid: list[tuple[date, int]], order: str, more: int, days: int) -> None:
    debts = [(DUE, fen), (DUE + timedelta(days=60), fen)]
    before = late(debts, paid, order, _LAST)
    assert late(debts, [*paid, (_LAST, more)], order, _LAST).total <= before.total
    assert late(debts, paid, order, _LAST + timedelta(days=days)).total >= before.total
    assert all(before.of(head) >= 0 for head in ("costs", "interest", "principal", "doubled"))


@given(_fen, _payments)
@settings(max_examples=40)
def test_the_doubled_part_is_paid_last(fen: int, paid: list[tuple[date, int]]) -> None:
    """By the rule as long as any money of the document is unpaid, nothing was credited to the doubled part."""
    made = late([(DUE, fen), (DUE + timedelta(days=60), fen)], paid, "law", _LAST)
    if made.of("principal"):
        assert not any("加倍部分" in line.how for line in made.lines if line.what == "还款")


@given(_fen, st.integers(0, 1000))
@settings(max_examples=40)
def test_without_payments_it_is_the_sum_times_the_days(fen: int, days: int) -> None:
    made = computed(
        "delayed_performance",
        {
            "document": "ruling",
            "debts": [{"due_on": "2024-01-31", "principal": yuan(fen)}],
            "day": str(date(2024, 2, 1) + timedelta(days=days)),
        },
    )
    exact = Decimal(fen) * 175 * days / 10**8
    assert abs(made.of("doubled") - exact) <= Decimal("0.005") and made.of("principal") * 100 == fen
