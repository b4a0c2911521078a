"""One obligation out of its typed row: the same nouns whether they are saved or only shown."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from db.models.case import Case
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.vocabulary import Liability, ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from desktop.domain import group

TEXTS = ("subject", "quantity", "unit", "account_name", "bank_name", "account_number", "place", "done_when")
Who = Callable[[str], list[int]]
"""Gives the ids of the parties named under a key of the row (`debtors`, `payee` ...)."""


class Made(NamedTuple):
    """The nouns of one obligation, not yet tied to one another: children are written by foreign key."""

    obligation: Obligation
    parts: list[ObligationParty]
    instalments: list[Instalment]


def made(case: Case, ordinal: int, row: Mapping[str, Any], who: Who) -> Made:
    """The obligation of this ordinal (1 = the first) with the defaults of what was left open.

    Things with a whole quantity and a unit price are worth their product; several debtors owe jointly; instalments make a schedule;
    what is owed to a group may be divided among its members. Refusal where it does not come out.
    """
    parts = _parts(case, who)
    creditors = [part.party_id for part in parts if part.part is ObligationPart.CREDITOR]
    row = group.row_divided(case.parties, row, creditors, f"obligations.{ordinal - 1}")
    kind = ObligationKind(row.get("kind") or ObligationKind.MONEY)
    instalments = row.get("instalments") or []
    timing = row.get("timing") or (ObligationTiming.INSTALMENTS if instalments else ObligationTiming.BY_DATE)
    amount = row.get("amount")
    if kind is ObligationKind.IN_KIND and amount is None and row.get("unit_price") and (row.get("quantity") or "").strip().isdigit():
        amount = row["unit_price"] * int(row["quantity"])
    debtors = sum(part.part is ObligationPart.DEBTOR for part in parts)
    obligation = Obligation(
        case_id=case.id,
        ordinal=ordinal,
        kind=kind,
        timing=ObligationTiming(timing),
        liability=Liability(row.get("liability") or (Liability.JOINT if debtors > 1 else Liability.SINGLE)),
        amount_fen=amount,
        unit_price_fen=row.get("unit_price"),
        details={"text": row["details"]} if row.get("details") else {},
        due_on=row.get("due_on"),
        way=PaymentWay(row["way"]) if row.get("way") else None,
        **{key: row.get(key) or "" for key in TEXTS},
    )
    schedule = [
        Instalment(
            case_id=case.id,
            ordinal=n,
            member_id=part.get("member_id"),
            due_on=part["due_on"],
            amount_fen=part.get("amount"),
            quantity=part.get("quantity") or "",
        )
        for n, part in enumerate(instalments, 1)
    ]
    return Made(obligation, parts, schedule)


def _parts(case: Case, who: Who) -> list[ObligationParty]:
    found = []
    for key, part in (("debtors", ObligationPart.DEBTOR), ("creditors", ObligationPart.CREDITOR), ("guarantors", ObligationPart.GUARANTOR)):
        found += [ObligationParty(case_id=case.id, party_id=party_id, part=part, on_account_of_id=None) for party_id in who(key)]
    account = who("on_account_of")
    for key, part in (("performer", ObligationPart.PERFORMER), ("payee", ObligationPart.PAYEE)):
        of = account[0] if account and part is ObligationPart.PAYEE else None
        found += [ObligationParty(case_id=case.id, party_id=party_id, part=part, on_account_of_id=of) for party_id in who(key)]
    return found
