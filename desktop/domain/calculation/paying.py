"""Who pays whom: what several owe somebody who was harmed, advances set off and given back, mutual debts (民法典 arts 568, 1213);
and what levels out between people who hold more or less than they shall.

Sums are whole fen all along, so what is paid adds up to what is owed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.working import ZERO, shown, yuan
from desktop.domain.fields import Field
from desktop.i18n import N_, _

PAYERS = (
    ("insurer", N_("insurer")),
    ("liable", N_("driver or owner")),
    ("relief_fund", N_("relief fund")),
    ("hospital", N_("hospital that is owed")),
    ("other", N_("somebody else")),
)
RETURNED_FIRST = ("hospital", "relief_fund", "insurer", "liable", "other")  # where less is owed than was advanced
PAYING_FIRST = ("compulsory", "commercial", "seat", "liable")

_ADVANCES = (
    Field("payer", "text", N_("Paid by"), required=True, most=200, help=N_("Or the hospital that is still owed."), example="郭某某"),
    Field("kind", "choice", N_("Payer is"), choices=PAYERS, example="liable"),
    Field("to", "text", N_("For whose loss"), required=True, most=100, example="高某"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="15000"),
)
ADVANCES = Field("advances", "table", N_("Advances and unpaid bills"), rows=_ADVANCES, most=50)


@dataclass
class Debt:
    """What somebody owes a victim: `head` is compulsory, commercial, seat or liable."""

    head: str
    payer: str
    amount: Decimal
    what: str
    victim: str


def advanced(rows: Sequence[Mapping[str, Any]]) -> list[tuple[dict[str, Any], Line]]:
    """What was advanced or is still unpaid: for setting off, and as a line."""
    made = []
    for row in rows:
        kind, amount = row.get("kind") or "other", yuan(row["amount"])
        what, payer = _("unpaid bill") if kind == "hospital" else _("advance"), dict(PAYERS)[kind]
        line = Line("advanced", what, f"{row['payer']}（{_(payer)}）", amount, "", row["to"])
        made.append(({"payer": row["payer"], "kind": kind, "to": row["to"], "amount": amount}, line))
    return made


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
    return gathered(payments)


def gathered(payments: Iterable[Payment]) -> list[Payment]:
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


def level_out(shall: Mapping[str, Decimal], holds: Mapping[str, Decimal], what: str) -> list[Payment]:
    """Who holds more than he shall pays those who hold less, in the order of the names, until each has what he shall, to the fen.

    Both are sums in yuan that add up to the same. A burden is levelled the same way: who shall bear it `holds` it, what he gave is what he
    `shall` have given up of it already.
    """
    names = list(dict.fromkeys([*shall, *holds]))
    over = {name: holds.get(name, ZERO) - shall.get(name, ZERO) for name in names}
    if sum(over.values(), ZERO):
        raise ValueError("what they hold is not what they shall have together")
    payments = []
    for payee in names:
        for payer in names:
            part = min(over[payer], -over[payee])
            if part > 0:
                payments.append(Payment(payer, payee, part, what))
                over[payer] -= part
                over[payee] += part
    return payments
