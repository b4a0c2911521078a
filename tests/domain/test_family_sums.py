"""What holds for every family: the shares of several children stay below the cap, more income is worth no less, parts add up to the fen."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calculation import counting, paying
from desktop.domain.refusal import Refusal
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
    some, longer = (counting.months(first, first + timedelta(n)) for n in (days, days + more))
    assert 0 <= some <= longer and (more == 0 or some < longer)
    assert abs(some - Fraction(days * 12 * 100, 36525)) < Fraction(1, 5)


FEN = st.integers(0, 500_000).map(lambda fen: Decimal(fen).scaleb(-2))
SUPPORTING = st.lists(st.tuples(FEN, FEN, FEN), min_size=1, max_size=6)


@given(SUPPORTING, st.integers(1, 500_000), st.sampled_from(("equal", "means")), st.sampled_from(("shared", "own")), st.integers(0, 900))
@SOME
def test_each_child_bears_its_part_of_what_the_parents_need(
    rows: list[tuple[Decimal, Decimal, Decimal]], need: int, share: str, beyond: str, ago: int
) -> None:
    living, begin = Decimal(need).scaleb(-2), TODAY - timedelta(ago + 1)
    kids = [
        {"name": f"子女{n}", "income": str(income + 1), "gives": str(gives), "paid": str(paid)}
        for n, (income, gives, paid) in enumerate(rows)
    ]
    sheet = {"parents": [{"name": "老人", "living": str(living)}], "children": kids, "from_on": begin.isoformat()}
    sheet |= {"options": {"share": share, "beyond": beyond}}
    try:
        made = computed("parent_support", sheet)
    except Refusal as no:
        assert beyond == "shared" and no.faults[0].field.endswith(("gives", "paid"))
        return
    assert made.of("borne") == living and made.total == sum(one.amount for one in made.payments)
    assert all(one.payer != one.payee and one.amount > 0 for one in made.payments)
    first = [one for one in made.payments if one.what.endswith("首期")]
    for kid in kids:
        gave = Decimal(kid["gives"]) + sum(one.amount for one in first if one.payer == kid["name"])
        back = sum(one.amount for one in first if one.payee == kid["name"])
        part = made.of("borne", kid["name"])
        assert gave - back == part if beyond == "shared" else gave == max(part, Decimal(kid["gives"]))


@given(st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.tuples(FEN, FEN), min_size=1))
def test_levelling_out_gives_each_what_he_shall_have(people: dict[str, tuple[Decimal, Decimal]]) -> None:
    shall, holds = ({name: both[n] for name, both in people.items()} for n in (0, 1))
    first = next(iter(people))
    gap = sum(shall.values()) - sum(holds.values())
    holds[first] += gap
    payments = paying.level_out(shall, holds, "折价补偿")
    for one in payments:
        assert one.payer != one.payee and one.amount > 0
        holds[one.payer] -= one.amount
        holds[one.payee] += one.amount
    assert holds == shall and len(payments) < len(people)
    with pytest.raises(ValueError):
        paying.level_out(shall, holds | {first: holds[first] + 1}, "折价补偿")


@given(
    st.lists(st.integers(0, 100), min_size=1, max_size=4),
    st.lists(st.tuples(FEN, FEN, st.integers(-1, 4), st.booleans()), min_size=1, max_size=6),
    st.lists(st.tuples(FEN, st.integers(-1, 4)), max_size=3),
)
@SOME
def test_shares_hold_to_the_fen_whoever_keeps_what(
    weights: list[int], things: list[tuple[Decimal, Decimal, int, bool]], debts: list[tuple[Decimal, int]]
) -> None:
    """The last one has what the others leave; whoever keeps what, each has in the end his part of all and what is his own."""
    part = [Decimal(weight) / len(weights) for weight in weights]
    people = [{"name": f"人{n}", "percent": f"{one:.2f}"} for n, one in enumerate(part)] + [{"name": "末"}]
    names = [one["name"] for one in people]

    def who(n: int) -> str:
        return names[n % len(names)] if n >= 0 else ""

    items: list[dict[str, Any]] = [
        {"what": f"物{n}", "belongs": "own" if own else "joint", "owner": names[n % len(names)], "worth": str(worth), "owed": str(owed)}
        | {"keeper": who(keeper)}
        for n, (worth, owed, keeper, own) in enumerate(things)
    ]
    for n, item in enumerate(items):  # every other joint thing is divided by shares of its own
        if n % 2 and item["belongs"] == "joint":
            item["shares"] = "，".join(f"{name}{100 // len(names)}" for name in names[1:])
    owing = [{"creditor": "某银行", "belongs": "joint", "amount": str(sum_), "payer": who(payer)} for sum_, payer in debts]
    made = computed("property_division", {"ground": "co_owned", "people": people, "items": items, "debts": owing})
    net = sum((worth - owed for worth, owed, _keeper, own in things if not own), -sum((sum_ for sum_, _payer in debts), Decimal(0)))
    assert made.of("share") - made.of("burden") == net
    each = Decimal(100 // len(names)) / 100
    apart = [Decimal(item["worth"]) - Decimal(item["owed"]) for item in items if item.get("shares")]
    for n, one in enumerate(people[:-1]):
        exact = (net - sum(apart)) * Decimal(one["percent"]) / 100 + sum(apart) * (each if n else 1 - each * (len(names) - 1))
        off = abs(made.of("share", one["name"]) - made.of("burden", one["name"]) - exact)
        assert off < Decimal("0.01") * (1 + len(apart))
    assert made.of("compensation") == sum(one.amount for one in made.payments)
    assert all(one.payer != one.payee and one.amount > 0 for one in made.payments)
    kept_by_nobody = all(not item["keeper"] for item in items if item["belongs"] == "joint") and not any(one["payer"] for one in owing)
    if kept_by_nobody and not any(item["keeper"] for item in items):
        assert not made.payments, "where each takes his part there is nothing to level"
