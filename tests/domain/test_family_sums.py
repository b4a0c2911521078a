"""What holds for every family: the shares of several children stay below the cap, more income is worth no less, parts add up to the fen."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calculation import child_support
from tests.domain.test_calculations import TODAY, computed

SOME = settings(max_examples=40, deadline=None)
BIRTHS = st.dates(date(2006, 8, 1), TODAY)


def children(births: list[date], **more: Any) -> list[dict[str, Any]]:
    return [{"name": f"子女{n}", "birth_date": born.isoformat()} | more for n, born in enumerate(births)]


@given(st.lists(BIRTHS, min_size=1, max_size=6), st.decimals(1, 50_000, places=2), st.decimals(0, 5000, places=2))
@SOME
def test_more_income_is_worth_no_less_and_the_cap_holds(births: list[date], income: Decimal, more: Decimal) -> None:
    sheet = {"payer": "郭某某", "income": str(income), "children": children(births), "options": {"share": "most"}}
    made = computed("child_support", sheet)
    assert made.total <= computed("child_support", sheet | {"income": str(income + more)}).total
    cap = income * (Decimal("0.3") if len(births) == 1 else Decimal("0.5"))
    assert made.of("periodic") <= cap + Decimal("0.01") * len(births)
    least = computed("child_support", sheet | {"options": {"share": "least"}})
    assert least.total <= made.total + Decimal("0.01") * 12 * 18 * len(births), "cut shares differ by rounding alone"


@given(BIRTHS, st.integers(0, 2000), st.integers(0, 2000), st.decimals(0, 1000, places=2))
@SOME
def test_past_and_future_and_what_is_given_add_up(born: date, ago: int, sheep: int, paid: Decimal) -> None:
    begin = max(born, TODAY - timedelta(ago))
    rows = children([born], from_on=begin.isoformat(), monthly="1000")
    whole = computed("child_support", {"payer": "郭某某", "children": rows})
    given_ = min(whole.total, paid)
    goods = min(Decimal(sheep), whole.total - given_)
    rows = children([born], from_on=begin.isoformat(), monthly="1000", paid=str(given_))
    sheet = {"payer": "郭某某", "children": rows, "goods": [{"what": "羊", "quantity": "1", "unit_price": str(goods)}]}
    less = computed("child_support", sheet)
    assert less.total == whole.total - given_ - goods
    assert less.of("due") == max(whole.of("due") - given_ - goods, Decimal(0))


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000), st.integers(0, 400))
def test_months_never_run_backwards(first: date, days: int, more: int) -> None:
    some, longer = (child_support.months(first, first + timedelta(n)) for n in (days, days + more))
    assert 0 <= some <= longer and (more == 0 or some < longer)
    assert abs(some - Fraction(days * 12 * 100, 36525)) < Fraction(1, 5)
