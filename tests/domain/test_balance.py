"""What stands open of an obligation on any day: schedules, part payment, lateness, things, acts, members; and that sums always add up."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.agreement import Agreement
from db.models.obligation import Instalment, Obligation, Performance
from db.vocabulary import AgreementStatus, ObligationKind, ObligationTiming, PartyRole
from desktop import assets, i18n
from desktop.domain import balance, calendar
from desktop.domain.balance import NEVER, PartState
from desktop.domain.refusal import Refusal
from tests import nouns

SIGNED = date(2026, 1, 20)
HOLIDAYS = calendar.from_tables(assets.toml("law", "holidays.toml"))
_ids = count(1)


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def agreed(*obligations: Obligation, **values: Any) -> Agreement:
    return nouns.agreement(
        *obligations, **{"status": AgreementStatus.SIGNED, "effective_on": SIGNED, "earliest_effect_on": SIGNED, **values}
    )


def money(amount: int, schedule: list[tuple[date, int]] | None = None, **values: Any) -> Obligation:
    timing = ObligationTiming.INSTALMENTS if schedule else ObligationTiming.BY_DATE
    made = nouns.obligation([], [], amount, **{"timing": timing, "instalments": schedule or [], **values})
    for n, part in enumerate(made.instalments, 1):
        part.id, part.quantity = 100 + n, ""
    return made


def paid(obligation: Obligation, day: date, amount: int | None = None, instalment: int | None = None, quantity: str = "") -> None:
    obligation.performances.append(Performance(id=next(_ids), day=day, amount_fen=amount, instalment_id=instalment, quantity=quantity))


MONTHS = [(date(2026, 3, 2), 100), (date(2026, 4, 1), 100), (date(2026, 5, 6), 100)]


def test_part_payment_goes_to_what_fell_due_first() -> None:
    owed = money(300, MONTHS)
    paid(owed, date(2026, 3, 5), 150)
    found = balance.of(owed, agreed(owed), date(2026, 4, 10))
    assert [part.performed for part in found.parts] == [100, 50, 0]
    assert (found.performed, found.due, found.overdue, found.remaining) == (150, 50, 50, 150)
    assert [part.state for part in found.parts] == [PartState.DONE, PartState.OVERDUE, PartState.OPEN]
    assert [part.late_days for part in found.parts] == [3, 9, 0]
    assert found.late_days == 9


def test_payment_for_a_named_instalment_stays_there() -> None:
    owed = money(300, MONTHS)
    paid(owed, date(2026, 3, 1), 100, instalment=103)
    found = balance.of(owed, agreed(owed), date(2026, 3, 1))
    assert [part.performed for part in found.parts] == [0, 0, 100]
    assert balance.of(owed, agreed(owed), date(2026, 2, 28)).performed == 0, "what comes later does not count yet"


def test_last_day_on_a_holiday_is_kept_by_the_next_working_day() -> None:
    owed = money(100, due_on=date(2026, 10, 1))
    on = [balance.of(owed, agreed(owed), date(2026, 10, day), HOLIDAYS).parts[0] for day in (1, 7, 8, 9)]
    assert on[0].due_on == date(2026, 10, 1) and on[0].last_day == date(2026, 10, 8)
    assert [(part.state, part.late_days) for part in on] == [
        (PartState.DUE, 0),
        (PartState.DUE, 0),
        (PartState.DUE, 0),
        (PartState.OVERDUE, 1),
    ]


def test_what_is_owed_at_once_is_due_at_the_table() -> None:
    owed = money(300, timing=ObligationTiming.AT_ONCE, due_on=None)
    found = balance.of(owed, agreed(owed), SIGNED)
    assert found.parts[0].due_on == SIGNED and found.parts[0].state is PartState.DUE


def test_no_day_was_agreed() -> None:
    owed = money(300, due_on=None)
    found = balance.of(owed, agreed(owed), date(2030, 1, 1))
    assert (found.overdue, found.late_days, found.parts[0].state) == (0, 0, PartState.OPEN)


def sheep(**values: Any) -> Obligation:
    return nouns.obligation([], [], 2_030_000, kind=ObligationKind.IN_KIND, subject="成年母羊", quantity="14", unit="只", **values)


def test_fourteen_sheep_are_counted_by_head() -> None:
    owed = sheep()
    paid(owed, date(2026, 2, 20), quantity="9只")
    found = balance.of(owed, agreed(owed), date(2026, 3, 1))
    assert (found.owed, found.performed, found.remaining) == (14, 9, 5)
    assert balance.in_words(owed, found.remaining) == "5只"
    with pytest.raises(Refusal, match="6只 is more than is still owed"):
        balance.require_amount(found, Decimal(6), None, "quantity")


@pytest.mark.parametrize(
    ("text", "number"),
    [("14", 14), ("１４", 14), ("14只", 14), ("十四", 14), ("十四只", 14), ("3.5吨", Decimal("3.5")), ("1,200斤", 1200)]
    + [("", None), ("一群羊", None), ("0", None), ("14只（母羊12只）", None), ("-3", None), ("9" * 30, None)],
)  # fmt: skip
def test_quantities_that_are_numbers(text: str, number: int | None) -> None:
    assert balance.quantity(text) == number


def test_things_that_cannot_be_counted_are_handed_over_or_not() -> None:
    owed = sheep()
    owed.quantity = "若干"
    assert not balance.of(owed, agreed(owed), SIGNED).counted
    paid(owed, SIGNED, quantity="一群")
    assert balance.of(owed, agreed(owed), SIGNED).done


def test_an_act_is_done_or_not() -> None:
    owed = nouns.obligation([], [], None, kind=ObligationKind.ACT, subject="把围栏移回原界")
    assert balance.of(owed, agreed(owed), SIGNED).remaining == 1
    paid(owed, SIGNED)
    assert balance.of(owed, agreed(owed), SIGNED).done


def test_each_worker_has_his_part() -> None:
    due = date(2026, 3, 2)
    owed = money(4700, [(due, 100)] * 47)
    for n, part in enumerate(owed.instalments):
        part.member_id = 1000 + n
    for n in range(35):
        paid(owed, due, 100, instalment=101 + n)
    found = balance.of(owed, agreed(owed), due)
    assert found.counts == (35, 0, 12, 0) and found.due == 1200
    assert balance.of(owed, agreed(owed), due + timedelta(1)).counts == (35, 0, 0, 12)
    assert found.of_member(1000)[0].remaining == 0 and found.of_member(1046)[0].remaining == 100


def test_what_the_schedule_does_not_reach_is_still_owed() -> None:
    owed = money(350, MONTHS)
    found = balance.of(owed, agreed(owed), SIGNED)
    assert found.owed == 350 and found.parts[-1].owed == 50 and found.parts[-1].instalment_id is None


def test_no_performance_before_the_effect_or_in_the_future() -> None:
    later, at_once = money(300), money(300, timing=ObligationTiming.AT_ONCE)
    signed = agreed(later, at_once, effective_on=date(2026, 1, 22))
    today = date(2026, 2, 1)
    balance.require_day(at_once, signed, SIGNED, today)
    with pytest.raises(Refusal, match="takes effect on 2026年1月22日"):
        balance.require_day(later, signed, SIGNED, today)
    with pytest.raises(Refusal, match="takes effect on"):
        balance.require_day(at_once, signed, date(2026, 1, 19), today)
    with pytest.raises(Refusal, match="future"):
        balance.require_day(later, signed, date(2026, 2, 2), today)


def test_more_than_the_sum_or_the_instalment() -> None:
    owed = money(300, MONTHS)
    found = balance.of(owed, agreed(owed), NEVER)
    for amount, instalment, word in ((301, None, "still owed"), (101, 101, "left of instalment 1"), (0, None, "more than nothing")):
        with pytest.raises(Refusal, match=word):
            balance.require_amount(found, amount, instalment, "amount")
    balance.require_amount(found, 300, None, "amount")


def test_a_split_agreement_stands_aside_for_its_parts() -> None:
    whole, one = agreed(money(300), id=1), agreed(money(300), id=2, split_from_id=1)
    case = nouns.case(nouns.party(PartyRole.APPLICANT, "甲"), agreements=[whole, one, nouns.agreement(id=3)])
    assert balance.in_force(case) == [one]


# --- properties ----------------------------------------------------------------------------------------------------------------------

DAYS = st.integers(0, 400).map(lambda n: SIGNED + timedelta(n))
SCHEDULES = st.lists(st.tuples(DAYS, st.integers(1, 10_000)), max_size=8)
PAYMENTS = st.lists(st.tuples(DAYS, st.integers(1, 10_000), st.none() | st.integers(101, 109)), max_size=12)


@given(SCHEDULES, st.integers(0, 20_000), PAYMENTS, DAYS)
def test_parts_add_up_and_nothing_is_below_zero(
    schedule: list[tuple[date, int]], more: int, payments: list[tuple[date, int, int | None]], day: date
) -> None:
    total = sum(amount for _day, amount in schedule) + more
    owed = money(total, schedule)
    for entry in payments:
        paid(owed, *entry)
    found = balance.of(owed, agreed(owed), day, HOLIDAYS)
    came = sum(amount for on, amount, _named in payments if on <= day)
    assert found.owed == total == found.performed + found.remaining
    assert came == found.performed + found.excess
    assert not found.excess or not found.remaining, "nothing is called too much while something is open"
    assert all(0 <= part.performed <= part.owed and part.remaining >= 0 and part.late_days >= 0 for part in found.parts)
    assert 0 <= found.overdue <= found.due <= found.remaining
    assert sum(found.counts) == len(found.parts)
    assert all((part.state is PartState.DONE) == (part.remaining == 0) for part in found.parts)


@given(SCHEDULES, PAYMENTS, DAYS, st.randoms())
def test_order_of_entries_does_not_matter(
    schedule: list[tuple[date, int]], payments: list[tuple[date, int, int | None]], day: date, shuffle: Any
) -> None:
    one, other = (money(sum(amount for _day, amount in schedule) + 500, schedule) for _ in range(2))
    for entry in payments:
        paid(one, *entry)
    mixed = list(payments)
    shuffle.shuffle(mixed)
    for entry in mixed:
        paid(other, *entry)
    assert balance.of(one, agreed(one), day).parts == balance.of(other, agreed(other), day).parts


@given(st.lists(st.tuples(DAYS, st.integers(1, 5)), min_size=1, max_size=6), st.lists(st.tuples(DAYS, st.integers(1, 5)), max_size=8))
def test_things_add_up_too(schedule: list[tuple[date, int]], handed: list[tuple[date, int]]) -> None:
    owed = sheep()
    owed.quantity = str(sum(n for _day, n in schedule))
    owed.instalments = [Instalment(id=100 + n, ordinal=n, due_on=on, quantity=str(head)) for n, (on, head) in enumerate(schedule, 1)]
    for on, head in handed:
        paid(owed, on, quantity=f"{head}只")
    found = balance.of(owed, agreed(owed), NEVER)
    assert found.owed == int(owed.quantity) == found.performed + found.remaining and found.remaining >= 0
