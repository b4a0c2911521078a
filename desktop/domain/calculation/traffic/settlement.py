"""Who pays what to whom: the rest after compulsory insurance by share, third-party insurance, advances set off and given back.

Order: compulsory insurance, third-party insurance, who is at fault (民法典 art 1213; 交通解释 art 13). Sums are whole fen all along, so
parts add up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.result import Payment
from desktop.domain.calculation.traffic.road import WHOLE, Part
from desktop.domain.calculation.working import ZERO, cent, shown, split
from desktop.i18n import _

RETURNED_FIRST = ("hospital", "relief_fund", "insurer", "liable", "other")  # where less is owed than was advanced
PAYING_FIRST = ("compulsory", "commercial", "liable")


@dataclass
class Debt:
    """What somebody owes a victim: `head` is compulsory, commercial or liable."""

    head: str
    payer: str
    amount: Decimal
    what: str
    victim: str


def commercial(part: Part, insurable: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What the third-party insurance of a vehicle pays each victim of what it owes him: at most its limit in all, less the deductible."""
    covered = sum(insurable.values(), ZERO)
    if not part.motor or not part.commercial_limit or part.excluded or not covered:
        return {}
    paid = cent(min(covered, part.commercial_limit) * (WHOLE - part.deductible) / WHOLE)
    return dict(zip(insurable, split(paid, list(insurable.values())), strict=True))


def settle(debts: Iterable[Debt], advances: Sequence[Mapping[str, Any]], paid_to: Mapping[str, str]) -> list[Payment]:
    """The payments that are still to be made, victim by victim.

    Who advanced something has paid that much of his own debt; what he paid beyond it he gets back from those who still owe the victim,
    insurers first, and from the victim himself only where nobody owes him any more. A hospital's unpaid bill is paid to the hospital.
    """
    debts = sorted((Debt(**vars(one)) for one in debts), key=lambda one: PAYING_FIRST.index(one.head))
    payments: list[Payment] = []
    for victim in dict.fromkeys([*(one.victim for one in debts), *(row["to"] for row in advances)]):
        own = [one for one in debts if one.victim == victim]
        mine = [[row["kind"], row["payer"], row["amount"]] for row in advances if row["to"] == victim]
        for row in mine:
            for debt in own:
                if debt.payer == row[1] and row[0] != "hospital":
                    part = min(debt.amount, row[2])
                    debt.amount -= part
                    row[2] -= part
        for kind, payer, rest in sorted(mine, key=lambda row: RETURNED_FIRST.index(row[0])):
            what = _("unpaid bill") if kind == "hospital" else _("advance given back")
            for debt in own:
                part = min(debt.amount, rest)
                if part:
                    payments.append(Payment(debt.payer, payer, part, f"{debt.what}，{what}", victim))
                    debt.amount -= part
                    rest -= part
            if rest:
                payments.append(Payment(paid_to[victim], payer, rest, what, victim))
        payments += [Payment(one.payer, paid_to[victim], one.amount, one.what, victim) for one in own if one.amount]
    return _gathered(payments)


def _gathered(payments: Iterable[Payment]) -> list[Payment]:
    """Payments of one payer to one payee on one ground as one."""
    found: dict[tuple[str, str, str, str], Decimal] = {}
    for one in payments:
        key = (one.payer, one.payee, one.what, one.whose)
        found[key] = found.get(key, ZERO) + one.amount
    return [Payment(payer, payee, amount, what, whose) for (payer, payee, what, whose), amount in found.items()]


def set_off(payments: Sequence[Payment]) -> list[Payment]:
    """Mutual debts on the ground of fault set off against each other (民法典 art 568); what insurers pay and what is given back stays."""
    ground, made = _("by fault"), list(payments)
    for n, one in enumerate(made):
        for m, other in enumerate(made[:n]):
            if (one.payer, one.payee) == (other.payee, other.payer) and one.what.startswith(ground) and other.what.startswith(ground):
                part = min(one.amount, made[m].amount)
                if part:
                    said = ground + _(", {part} yuan set off").format(part=shown(part))
                    made[m] = replace(other, amount=made[m].amount - part, what=said)
                    one = made[n] = replace(one, amount=one.amount - part, what=said)
    return [one for one in made if one.amount]
