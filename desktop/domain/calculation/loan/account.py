"""The account of a debt, day by day: it is handed over, bears interest, falls due, is paid back; each step is a line that can be followed.

Source: 民法典 art. 561 (costs, then interest, then principal); PLI art. 27 (interest that became principal); 银发〔2003〕251号
(compound interest of a bank's unpaid interest, at the penalty rate). Nothing is compounded on penalty interest or on compound interest.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.counting import Counting
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, day_after, shown
from desktop.i18n import N_, _

INTERESTS = ("interest", "overdue", "compound")  # in this order among themselves
ORDERS = {"law": ("costs", *INTERESTS, "principal"), "principal_first": ("principal", "costs", *INTERESTS)}
PURPOSES = {"costs": ("costs",), "interest": INTERESTS, "principal": ("principal",)}
NAMES = {
    "costs": N_("costs"),
    "interest": N_("interest"),
    "overdue": N_("interest for lateness"),
    "compound": N_("compound interest"),
    "principal": N_("principal"),
}
WHAT = {"interest": N_("Interest of the term"), "overdue": N_("Interest for lateness"), "compound": N_("Compound interest")}


class Step(NamedTuple):
    """From the day `since` on `percent` a year counts, as `said`; what was paid freely up to `kept` per cent stays paid (old rules)."""

    since: date
    percent: Decimal
    said: str
    article: str
    kept: Decimal = Decimal(0)


class Event(NamedTuple):
    """Something of a day: money handed over, paid, spent, or interest made principal. `at` is the first day that it changes."""

    on: date
    at: date
    amount: Decimal
    what: str = ""


class Terms(NamedTuple):
    """What the account is kept by. `end` is the first day that bears no interest any more; `due` are parts of the principal and the last
    day on which each is paid in time; from `overdue_from` on all of it is late. `capped` are the steps of the cap, where there is one.
    """

    counting: Counting
    end: date
    order: Sequence[str]
    deliveries: Sequence[Event]
    payments: Sequence[Event]
    costs: Sequence[Event]
    renewals: Sequence[Event]
    due: Sequence[tuple[date, Decimal]]
    overdue_from: date | None
    within: Sequence[Step]
    overdue: Sequence[Step]
    capped: Sequence[Step] = ()
    settled: Sequence[date] = ()


class Account:
    """What has grown, was paid and is owed of each kind, in yuan, and the lines that say how; `over` was paid without being owed."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.lines: list[Line] = []
        self.grown, self.paid, self.moved = (dict.fromkeys(NAMES, ZERO) for _n in range(3))
        self.over = self.at_cap = ZERO
        self._kept = self._due_interest = ZERO
        first = min(one.at for one in terms.deliveries)
        days = sorted({day for day in (first, *self._turns()) if first <= day < terms.end})
        for since, until in pairwise([*days, terms.end]):
            self._begin(since)
            self._grow(since, until)
        self._begin(terms.end)

    def owed(self, kind: str) -> Decimal:
        """What is still owed of a kind."""
        return self.grown[kind] - self.paid[kind] - self.moved[kind]

    def daily(self) -> Decimal:
        """What one more day would add, to the fen; of compound interest nothing."""
        day, total = self.terms.end, self.owed("principal")
        late = self._late(day)
        percents = [(total - late, _at(self.terms.within, day)), (late, _at(self.terms.overdue, day))]
        exact = sum((base * step.percent for base, step in percents if step is not None), Decimal(0))
        return cent(Fraction(exact) / 100 / self.terms.counting.year_days)

    def _turns(self) -> list[date]:
        terms = self.terms
        events = (*terms.deliveries, *terms.payments, *terms.costs, *terms.renewals)
        steps = (*terms.within, *terms.overdue, *terms.capped)
        late = [day_after(day) for day, _amount in terms.due] + ([terms.overdue_from] if terms.overdue_from else [])
        return [*(one.at for one in events), *(one.since for one in steps), *late, *terms.settled]

    def _begin(self, day: date) -> None:
        """What happens at the beginning of a day, before it bears interest."""
        for one in self.terms.deliveries:
            if one.at == day:
                self._hand_over(one)
        for one in self.terms.costs:
            if one.at == day:
                self.grown["costs"] += one.amount
                how = _("{day}: {what} {amount} yuan").format(day=dates.in_words(one.on), what=one.what, amount=shown(one.amount))
                self.lines.append(Line("costs", _("Costs"), how))
        if day in self.terms.settled:
            self._due_interest = self.owed("interest")
        for one in self.terms.renewals:
            if one.at == day:
                self._renew(one)
        for one in self.terms.payments:
            if one.at == day:
                self._pay(one)

    def _hand_over(self, one: Event) -> None:
        self.grown["principal"] += one.amount
        used = min(self.over, one.amount)
        self.over -= used
        self.paid["principal"] += used
        if one.what:
            self.lines.append(Line("principal", _("Handed over"), one.what))
        else:
            how = _("{day}: {amount} yuan").format(day=dates.in_words(one.on), amount=shown(one.amount))
            how += _(", less {paid} yuan paid too much before").format(paid=shown(used)) if used else ""
            self.lines.append(Line("principal", _("Handed over"), how))

    def _late(self, day: date) -> Decimal:
        """The part of the principal that is late on a day; what was repaid counts for the earliest parts."""
        total = self.owed("principal")
        if self.terms.overdue_from is not None and day >= self.terms.overdue_from:
            return total
        fallen = sum((amount for last, amount in self.terms.due if last < day), ZERO)
        return min(max(fallen - self.paid["principal"], ZERO), total)

    def _grow(self, since: date, until: date) -> None:
        late, total = self._late(since), self.owed("principal")
        bases = {"interest": total - late, "overdue": late, "compound": min(self._due_interest, self.owed("interest"))}
        counting = self.terms.counting
        for kind, base in bases.items():
            step = _at(self.terms.within if kind == "interest" else self.terms.overdue, since)
            if not base or step is None or not step.percent or (kind == "compound" and not self.terms.settled):
                continue
            amount = counting.interest(base, step.percent, since, until)
            self.grown[kind] += amount
            how = _("{working} = {amount} yuan").format(working=counting.said(base, step.said, since, until), amount=shown(amount))
            self.lines.append(Line(kind, _(WHAT[kind]), how, None, step.article))
            if step.kept > step.percent:
                self._kept += counting.interest(base, step.kept - step.percent, since, until)
        cap = _at(self.terms.capped, since)
        if late and cap is not None:
            self.at_cap += counting.interest(late, cap.percent, since, until)

    def _renew(self, one: Event) -> None:
        """Interest becomes principal as far as it was owed under the cap (PLI 27)."""
        counts = min(one.amount, self.owed("interest") + self.owed("overdue"))
        left = counts
        for kind in ("interest", "overdue"):
            part = min(left, self.owed(kind))
            self.moved[kind] += part
            left -= part
        self._due_interest = min(self._due_interest, self.owed("interest"))
        self.grown["principal"] += counts
        how = _("{day}: {added} yuan of interest were made principal").format(day=dates.in_words(one.on), added=shown(one.amount))
        if counts < one.amount:
            how += _(", of which {counts} yuan were owed under the cap and count").format(counts=shown(counts))
        self.lines.append(Line("principal", _("Renewal"), how, None, _("PLI, art. 27")))

    def _pay(self, one: Event) -> None:
        named: Sequence[str] = PURPOSES.get(one.what, ())
        left, said = one.amount, []
        for kind in (*named, *(kind for kind in self.terms.order if kind not in named)):
            part = min(left, self.owed(kind))
            if part:
                self.paid[kind] += part
                left -= part
                said.append(_("{amount} yuan {what}").format(amount=shown(part), what=_(NAMES[kind])))
            if one.what == "interest" and kind == named[-1] and self._kept:
                part = min(left, self._kept)
                self._kept -= part
                left -= part
                said += [_("{amount} yuan interest that was paid freely").format(amount=shown(part))] if part else []
        self._due_interest = min(self._due_interest, self.owed("interest"))
        self.over += left
        if left:
            said.append(_("{amount} yuan too much").format(amount=shown(left)))
        how = _("{day}: {amount} yuan for {parts}; principal left {rest} yuan").format(
            day=dates.in_words(one.on), amount=shown(one.amount), parts="、".join(said), rest=shown(self.owed("principal"))
        )
        by_law = not named and self.terms.order == ORDERS["law"]
        article = _("Civil Code, art. 561") if by_law else _("Civil Code, art. 561: as agreed")
        self.lines.append(Line("principal", _("Payment"), how, None, article))


def _at(steps: Sequence[Step], day: date) -> Step | None:
    """The step that holds on a day."""
    fit = [one for one in steps if one.since <= day]
    return max(fit, key=lambda one: one.since) if fit else None
