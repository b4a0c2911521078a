"""What stands open of an agreement on any day: schedule, performances, what is performed, due, overdue and left, and how late it is.

A part is one day of a schedule, or the whole of an obligation that has none; in a group each member has parts of his own. Money counts in
fen, things by their quantity, acts by being done. A performance fills the part that it names, the rest goes to what fell due first
(民法典 art 560). A last day on a Saturday,
Sunday or holiday is kept by the next working day (民法典 art 203); lateness counts from there, and both days are told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import AgreementStatus, ObligationKind, ObligationTiming
from desktop.domain import dates, money, texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation, Performance
    from desktop.domain.calendar import Calendar

Amount = int | Decimal
"""Fen of money as int; a quantity of things, or times of an act, as Decimal."""

NEVER = date.max
ANIMALS = frozenset("只头匹峰口")
"""Units in which living animals are counted."""
_MOST = Decimal(10) ** 12
_FIGURES = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,4})?)[^0-9.]*")


class PartState(StrEnum):
    """How one part stands on a day."""

    DONE = "done"
    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Part:
    """One thing owed once. `instalment_id` is None for an obligation without a schedule; `last_day` is `due_on` moved off a holiday.

    `due_on` None: no day was agreed, it is never overdue by itself. `done_on` is the day on which the last of it came.
    """

    ordinal: int
    instalment_id: int | None
    member_id: int | None
    due_on: date | None
    last_day: date | None
    owed: Amount
    performed: Amount
    done_on: date | None
    day: date

    @property
    def remaining(self) -> Amount:
        """What is still to come; never below zero."""
        return self.owed - self.performed

    @property
    def state(self) -> PartState:
        """Done, open (not due yet), due (on its last day) or overdue."""
        if not self.remaining:
            return PartState.DONE
        if self.last_day is None or self.day < min(self.due_on or NEVER, self.last_day):
            return PartState.OPEN
        return PartState.DUE if self.day <= self.last_day else PartState.OVERDUE

    @property
    def late_days(self) -> int:
        """By how many days it came too late, or is late on the day asked; 0 when it is in time."""
        if self.last_day is None:
            return 0
        return max(((self.done_on if not self.remaining and self.done_on else self.day) - self.last_day).days, 0)


class Counts(NamedTuple):
    """How many parts stand how."""

    performed: int
    open: int
    due: int
    overdue: int


@dataclass(frozen=True)
class Balance:
    """How one obligation stands on `day`. `counted` is False where its quantity cannot be read as a number: it is done, or it is not.

    `excess` is what came beyond the sum (nothing, unless an agreement was changed behind the program's back).
    """

    obligation: "Obligation"
    day: date
    parts: tuple[Part, ...]
    counted: bool
    excess: Amount = 0

    @property
    def owed(self) -> Amount:
        return sum((part.owed for part in self.parts), start=0)

    @property
    def performed(self) -> Amount:
        return sum((part.performed for part in self.parts), start=0)

    @property
    def remaining(self) -> Amount:
        return sum((part.remaining for part in self.parts), start=0)

    @property
    def due(self) -> Amount:
        """What is to be there by now: on its last day, or later."""
        return sum((part.remaining for part in self.parts if part.state in (PartState.DUE, PartState.OVERDUE)), start=0)

    @property
    def overdue(self) -> Amount:
        return sum((part.remaining for part in self.parts if part.state is PartState.OVERDUE), start=0)

    @property
    def done(self) -> bool:
        """Whether nothing is left of it."""
        return not self.remaining

    @property
    def late_days(self) -> int:
        """The days of the part that is, or came, latest."""
        return max((part.late_days for part in self.parts), default=0)

    @property
    def next_part(self) -> Part | None:
        """The open part that falls due first."""
        return next((part for part in self.parts if part.remaining), None)

    @property
    def last_day(self) -> date | None:
        """The last day of the whole term: enforcement counts from here (CPC 250)."""
        return max((part.last_day for part in self.parts if part.last_day is not None), default=None)

    @property
    def counts(self) -> Counts:
        """How many parts are performed, open, due and overdue: of 47 workers 35 and 12."""
        states = [part.state for part in self.parts]
        return Counts(*(states.count(state) for state in (PartState.DONE, PartState.OPEN, PartState.DUE, PartState.OVERDUE)))

    def of_member(self, member_id: int) -> tuple[Part, ...]:
        """The parts of one member of a group."""
        return tuple(part for part in self.parts if part.member_id == member_id)


# --- which agreements, and from what day ---------------------------------------------------------------------------------------------


def in_force(case: "Case") -> "list[Agreement]":
    """The signed agreements with a day of effect; one that was split into signed single agreements stands aside for them."""
    signed = [one for one in case.agreements if one.status is AgreementStatus.SIGNED and one.effective_on is not None]
    split = {one.split_from_id for one in signed if one.split_from_id is not None}
    return [one for one in signed if one.id not in split]


def signed_on(agreement: "Agreement") -> date | None:
    """The day at the table: when the parties had signed; what is owed at once is owed on it."""
    return agreement.earliest_effect_on or agreement.effective_on or agreement.day


def of_case(case: "Case", day: date, calendar: "Calendar | None" = None) -> list[Balance]:
    """Every obligation of every agreement in force, as it stands on the day."""
    return [of(obligation, agreement, day, calendar) for agreement in in_force(case) for obligation in agreement.obligations]


def all_done(case: "Case") -> bool:
    """Whether nothing at all is left, whatever the day of each performance."""
    found = of_case(case, NEVER)
    return bool(found) and all(one.done for one in found)


# --- the balance ----------------------------------------------------------------------------------------------------------------------


def of(obligation: "Obligation", agreement: "Agreement", day: date, calendar: "Calendar | None" = None) -> Balance:
    """The obligation as it stands at the end of `day`: later performances do not count yet (`instalments` and `performances` loaded)."""
    counted = obligation.kind is not ObligationKind.IN_KIND or _is_counted(obligation)
    plan = sorted(_plan(obligation, agreement, counted), key=lambda part: (part[2] or NEVER, part[0]))
    owed = [part[3] for part in plan]
    got: list[Amount] = [0] * len(plan)
    done_on: list[date | None] = [None] * len(plan)
    by_id = {instalment_id: n for n, (_no, instalment_id, _due, _owed, _member) in enumerate(plan) if instalment_id is not None}
    excess: Amount = 0

    def fill(n: int, amount: Amount, on: date) -> Amount:
        """Puts as much as it takes into a part; gives back the rest."""
        taken = min(amount, owed[n] - got[n])
        if taken > 0:
            got[n] += taken
            if got[n] == owed[n]:
                done_on[n] = on
        return amount - max(taken, 0)

    known = [one for one in obligation.performances if one.day <= day]
    for on in sorted({one.day for one in known}):
        pool: Amount = 0
        for one in known:  # of one day those that name a part come first, so that the order of entry says nothing
            if one.day == on:
                amount = amount_of(obligation, one, counted)
                named = by_id.get(one.instalment_id) if one.instalment_id is not None else None
                pool += fill(named, amount, on) if named is not None else amount
        for n in range(len(plan)):
            if not pool:
                break
            pool = fill(n, pool, on)
        excess += pool
    parts = []
    for n, (ordinal, instalment_id, due, part, member_id) in enumerate(plan):
        last = calendar.last_day(due, 0).day if due is not None and calendar is not None else due
        parts.append(Part(ordinal, instalment_id, member_id, due, last, part, got[n], done_on[n], day))
    return Balance(obligation, day, tuple(parts), counted, excess)


_Planned = tuple[int, int | None, date | None, Amount, int | None]  # ordinal, instalment, due, owed, member


def _plan(obligation: "Obligation", agreement: "Agreement", counted: bool) -> Iterable[_Planned]:
    total = _total(obligation, counted)
    if not obligation.instalments:
        due = signed_on(agreement) if obligation.timing is ObligationTiming.AT_ONCE else obligation.due_on
        yield 0, None, due, total, None
        return
    planned: Amount = 0
    for part in obligation.instalments:
        if obligation.kind is ObligationKind.MONEY:
            owed: Amount = part.amount_fen or 0
        elif obligation.kind is ObligationKind.IN_KIND and counted:
            owed = quantity(part.quantity) or Decimal(0)
        else:
            owed = Decimal(1)
        planned += owed
        yield part.ordinal, part.id, part.due_on, owed, part.member_id
    if obligation.kind is not ObligationKind.ACT and counted and total > planned:  # a sum that the schedule does not reach is still owed
        last = max((*(part.due_on for part in obligation.instalments), *([obligation.due_on] if obligation.due_on else [])))
        yield len(obligation.instalments) + 1, None, last, total - planned, None


def _total(obligation: "Obligation", counted: bool) -> Amount:
    if obligation.kind is ObligationKind.MONEY:
        return obligation.amount_fen or 0
    if obligation.kind is ObligationKind.IN_KIND and counted:
        return quantity(obligation.quantity) or Decimal(0)
    return Decimal(1)


def _is_counted(obligation: "Obligation") -> bool:
    return all(quantity(text) is not None for text in (obligation.quantity, *(part.quantity for part in obligation.instalments)))


def quantity(text: str) -> Decimal | None:
    """A quantity as a number: 14, １４, 14只, 3.5, 十四只; None where it is none, or could be two."""
    plain = texts.squeezed(text).replace(",", "")
    found = _FIGURES.fullmatch(plain)
    try:
        number = Decimal(found[1] if found else texts.chinese_number(plain) or texts.chinese_number(plain[:-1]))
    except InvalidOperation:
        return None
    return number if 0 < number < _MOST else None


def amount_of(obligation: "Obligation", performance: "Performance", counted: bool = True) -> Amount:
    """What one performance comes to, in the measure of its obligation."""
    if obligation.kind is ObligationKind.MONEY:
        return performance.amount_fen or 0
    if obligation.kind is ObligationKind.IN_KIND and counted:
        return quantity(performance.quantity) or Decimal(0)
    return Decimal(1)


# --- what may be entered --------------------------------------------------------------------------------------------------------------


def require_day(obligation: "Obligation", agreement: "Agreement", day: date, today: date, field: str = "day") -> None:
    """Refusal for a performance in the future, or before the agreement takes effect; what is owed at once may come at the table."""
    if day > today:
        raise Refusal(_("The day lies in the future: enter what has happened."), field)
    first = agreement.effective_on
    if obligation.timing is ObligationTiming.AT_ONCE:
        first = min((one for one in (agreement.day, agreement.earliest_effect_on, first) if one is not None), default=None)
    if first is not None and day < first:
        raise Refusal(
            _("The agreement takes effect on {first}: nothing is performed under it on {day}.").format(
                first=dates.in_words(first), day=dates.in_words(day)
            ),
            field,
        )


def require_amount(balance: Balance, amount: Amount, instalment_id: int | None, field: str) -> None:
    """Refusal for more than is left of the obligation or of the part that is named; `balance` is the one of all performances (`NEVER`)."""
    if amount <= 0:
        raise Refusal(_("Enter what was performed: more than nothing."), field)
    if amount > balance.remaining:
        raise Refusal(
            _("{given} is more than is still owed ({left}).").format(
                given=in_words(balance.obligation, amount), left=in_words(balance.obligation, balance.remaining)
            ),
            field,
        )
    part = next((one for one in balance.parts if instalment_id is not None and one.instalment_id == instalment_id), None)
    if part is not None and amount > part.remaining:
        raise Refusal(
            _("{given} is more than is left of instalment {n} ({left}): name no instalment, then it goes to what falls due first.").format(
                given=in_words(balance.obligation, amount), n=part.ordinal, left=in_words(balance.obligation, part.remaining)
            ),
            field,
        )


def in_words(obligation: "Obligation", amount: Amount) -> str:
    """An amount for people: 20,000.00 yuan; 14只; done or not done."""
    if obligation.kind is ObligationKind.MONEY:
        return _("{sum} yuan").format(sum=money.figures(int(amount)))
    if obligation.kind is ObligationKind.IN_KIND and _is_counted(obligation):
        return f"{plain(amount)}{obligation.unit}"
    return _("{n} times").format(n=plain(amount))


def plain(amount: Amount) -> str:
    """A quantity without zeros behind its point: 14, 3.5."""
    text = f"{Decimal(amount):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def open_by_day(balance: Balance) -> list[tuple[date, tuple[Part, ...]]]:
    """The open parts by their last day, the first day first: what is due of forty-seven workers on one day is one thing to see to."""
    open_parts = [part for part in balance.parts if part.remaining and part.last_day is not None]
    days = sorted({part.last_day for part in open_parts if part.last_day is not None})
    return [(day, tuple(part for part in open_parts if part.last_day == day)) for day in days]


def open_in_words(balances: Sequence[Balance]) -> str:
    """What is overdue, in one line."""
    late = [one for one in balances if one.overdue]
    return "；".join(f"{one.obligation.ordinal}. {one.obligation.subject} {in_words(one.obligation, one.overdue)}" for one in late)
