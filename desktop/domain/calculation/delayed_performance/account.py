"""Each instalment as an account of its own: general interest and the doubled part grow on what is unpaid, payments are credited to them.

Source: 法释〔2014〕8号 arts 1 to 4; 民法典 arts 560, 561.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.counting import Counting, percent, span
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, shown
from desktop.i18n import N_, _

NAMES = {"costs": N_("costs"), "interest": N_("general interest"), "principal": N_("principal"), "doubled": N_("doubled part")}


class Pause(NamedTuple):
    """A time that bears no doubled part: from `first` to the day before `until`."""

    first: date
    until: date


class Paid(NamedTuple):
    """A payment: `at` is the first day on which what it paid bears nothing any more; `instalment` counts from 0 where one was named."""

    on: date
    at: date
    amount: Decimal
    instalment: int | None


@dataclass
class Debt:
    """An instalment. `begins` is the first day that bears the doubled part at `daily` per cent (None: no day does), `rate` general interest
    in per cent a year since `interest_from`; `owed` is what is unpaid of each kind.
    """

    name: str
    owed: dict[str, Decimal]
    due_on: date
    begins: date | None
    daily: Decimal
    rate: Decimal
    interest_from: date | None
    counting: Counting
    pauses: Sequence[Pause]
    article: str
    grown: dict[str, Decimal] = field(default_factory=dict)
    at: date = date.min

    def __post_init__(self) -> None:
        self.grown = dict(self.owed)

    @property
    def base(self) -> Decimal:
        """What bears the doubled part: all money of the document but general interest (art 1)."""
        return self.owed["principal"] + self.owed["costs"]

    def grow(self, until: date) -> Iterator[Line]:
        """Brings the account up to a day; a line for each time in which something grew."""
        since, self.at = self.at, max(until, self.at)
        if self.interest_from is not None and self.owed["principal"] and self.rate:
            first = max(since, self.interest_from)
            if first < until:
                base = self.owed["principal"]
                amount = self.counting.interest(base, self.rate, first, until)
                working = self.counting.said(base, _("rate {rate} a year").format(rate=percent(self.rate)), first, until)
                yield self._grown("interest", amount, working, _("as the document orders"))
        if self.begins is not None and self.base:
            for first, end in _without(max(since, self.begins), until, self.pauses):
                days = (end - first).days
                amount = cent(Fraction(self.base) * Fraction(self.daily) / 100 * days)
                working = _("{span}: {base} yuan × {rate} a day × {days} days").format(
                    span=span(first, end), base=shown(self.base), rate=percent(self.daily), days=days
                )
                yield self._grown("doubled", amount, working, self.article)

    def _grown(self, kind: str, amount: Decimal, working: str, article: str) -> Line:
        self.grown[kind] += amount
        self.owed[kind] += amount
        how = _("{working} = {amount} yuan").format(working=working, amount=shown(amount))
        what = {"interest": _("General interest"), "doubled": _("Doubled part for lateness")}[kind]
        return Line(kind, f"{self.name}{what}" if self.name else what, how, None, article)


def _without(first: date, until: date, pauses: Sequence[Pause]) -> Iterator[tuple[date, date]]:
    """The spans between two days that lie in no pause."""
    turns = {first, until} | {day for one in pauses for day in one if first < day < until}
    free: list[tuple[date, date]] = []
    for since, end in pairwise(sorted(turns)):
        if since < first or end > until or any(one.first <= since < one.until for one in pauses):
            continue
        if free and free[-1][1] == since:
            free[-1] = (free[-1][0], end)
        else:
            free.append((since, end))
    yield from free


def credit(debts: Sequence[Debt], one: Paid, order: Sequence[str], by_rule: bool) -> tuple[list[Line], Decimal]:
    """Credits a payment: to the instalment that was named, then to each in the order of its days, the doubled part of all by the order of
    the kinds; `by_rule` where no agreement changed it. Lines, and what was paid without being owed.
    """
    left, parts = one.amount, list[str]()
    lines: list[Line] = []
    rounds = [(one.instalment,)] if one.instalment is not None else []
    everyone = tuple(sorted(range(len(debts)), key=lambda n: (debts[n].due_on, n)))
    money = tuple(kind for kind in order if kind != "doubled")
    # art 4: all money of the document before any doubled part, unless the parties agreed on the other way round
    steps = [(numbers, money) for numbers in (*rounds, everyone)]
    steps.insert(0 if order[0] == "doubled" else len(steps), (everyone, ("doubled",)))
    for numbers, kinds in steps:
        for n in numbers:
            if left:
                lines += debts[n].grow(one.at)
            for kind in kinds:
                part = min(left, debts[n].owed[kind])
                if part:
                    debts[n].owed[kind] -= part
                    left -= part
                    parts.append(_("{amount} yuan {what}").format(amount=shown(part), what=debts[n].name + _(NAMES[kind])))
    if left:
        parts.append(_("{amount} yuan too much").format(amount=shown(left)))
    how = _("{day}: {amount} yuan for {parts}; of the money of the document {rest} yuan are left").format(
        day=dates.in_words(one.on),
        amount=shown(one.amount),
        parts="、".join(parts),
        rest=shown(sum((debt.owed[kind] for debt in debts for kind in money), ZERO)),
    )
    by_law = _("Judicial Interpretation of 2014, No. 8, art. 4; Civil Code, arts 560 and 561")
    lines.append(Line("principal", _("Payment"), how, None, by_law if by_rule else _("Civil Code, art. 561: as agreed")))
    return lines, left
