"""What holds for every loan: the cap, the parts of a payment, more paid is not more owed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_calculations import computed

FIRST = date(2023, 9, 1)
_rates = st.decimals("0.01", 60, places=2)  # of none at all lateness costs the LPR (PLI 28), more than of a very low one
_fen = st.integers(1_00, 10_000_000_00)
_days = st.integers(1, 280).map(lambda n: FIRST + timedelta(days=n))
_payments = st.lists(st.tuples(_days, st.integers(1, 2_000_000)), max_size=5)


def loan(lent: int, rate: Decimal, paid: list[tuple[date, int]], **more: Any) -> dict[str, Any]:
    payments = [{"on": str(day), "amount": f"{fen / 100:.2f}"} for day, fen in paid]
    sheet = {"debt": "private", "deliveries": [{"on": str(FIRST), "amount": f"{lent / 100:.2f}"}], "payments": payments}
    return sheet | {"interest": "agreed", "rate": str(rate), "rate_unit": "year", "term_to": "2024-03-31"} | more


@given(_fen, _rates, _rates, _payments)
@settings(max_examples=40)
def test_a_higher_rate_is_never_less_and_none_is_above_the_cap(
    lent: int, one: Decimal, other: Decimal, paid: list[tuple[date, int]]
) -> None:
    low, high = sorted((one, other))
    totals = [computed("loan", loan(lent, rate, paid)).total for rate in (low, high, Decimal("13.8"), Decimal(60))]
    assert totals[0] <= totals[1] <= totals[3] == max(totals[2], totals[3]) and (high < Decimal("13.8") or totals[1] == totals[2])


@given(_fen, _rates, _payments, st.integers(1, 100_000), st.sampled_from(["law", "principal_first"]))
@settings(max_examples=40)
def test_who_pays_more_owes_less(lent: int, rate: Decimal, paid: list[tuple[date, int]], more: int, order: str) -> None:
    last = FIRST + timedelta(days=281)
    options = {"options": {"crediting": order}}
    before = computed("loan", loan(lent, rate, paid, **options))
    after = computed("loan", loan(lent, rate, [*paid, (last, more)], **options))
    assert after.total <= before.total and after.of("principal") <= before.of("principal")
    assert all(amount >= 0 for amount in (after.of(head) for head in ("interest", "overdue", "principal")))


@given(_fen, _payments)
@settings(max_examples=40)
def test_without_interest_what_is_left_is_what_was_lent_less_what_was_paid(lent: int, paid: list[tuple[date, int]]) -> None:
    made = computed("loan", loan(lent, Decimal(0), paid, interest="none", term_to="2024-12-31"))
    assert made.total == Decimal(max(lent - sum(fen for _day, fen in paid), 0)) / 100
