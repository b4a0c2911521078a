"""One obligation out of its typed row: the same nouns whether they are saved or only shown."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from db.models.case import Case
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.vocabulary import Guarantee, Liability, ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from desktop.domain import balance, group, particulars, payment_plan

TEXTS = ("subject", "quantity", "unit", "account_name", "bank_name", "account_number", "place", "done_when", "own_text")
Who = Callable[[str], list[int]]
"""Gives the ids of the parties named under a key of the row (`debtors`, `payee` ...)."""


class Made(NamedTuple):
    """The nouns of one obligation, not yet tied to one another: children are written by foreign key."""

    obligation: Obligation
    parts: list[ObligationParty]
    instalments: list[Instalment]


def made(case: Case, ordinal: int, row: Mapping[str, Any], who: Who) -> Made:
    """The obligation of this ordinal (1 = the first) with the defaults of what was left open.

    Things with a whole quantity and a unit price are worth their product; several debtors owe jointly; instalments make a schedule, a plan
    is written out as one; what is owed to a group may be divided among its members. Refusal where it does not come out.
    """
    at = f"obligations.{ordinal - 1}"
    parts = _parts(case, row, who)
    creditors = [part.party_id for part in parts if part.part is ObligationPart.CREDITOR]
    row = group.row_divided(case.parties, payment_plan.row_planned(row, at), creditors, at)
    kind = ObligationKind(row.get("kind") or ObligationKind.MONEY)
    instalments = row.get("instalments") or []
    timing = row.get("timing") or (ObligationTiming.INSTALMENTS if instalments else ObligationTiming.BY_DATE)
    amount = row.get("amount")
    if kind is ObligationKind.IN_KIND and amount is None and row.get("unit_price"):
        heads = balance.quantity(row.get("quantity") or "")
        amount = row["unit_price"] * int(heads) if heads is not None and heads == int(heads) else None
    debtors = sum(part.part is ObligationPart.DEBTOR for part in parts)
    texts = {key: row.get(key) or "" for key in TEXTS}
    if kind is ObligationKind.IN_KIND:
        texts["subject"] = texts["subject"].strip() or particulars.name(row)
        texts["unit"] = texts["unit"].strip() or particulars.UNITS.get(row.get("species") or "", "")
    several = Liability.SHARES if row.get("shares") else Liability.JOINT
    obligation = Obligation(
        case_id=case.id,
        ordinal=ordinal,
        kind=kind,
        timing=ObligationTiming(timing),
        liability=Liability(row.get("liability") or (several if debtors > 1 else Liability.SINGLE)),
        amount_fen=amount,
        unit_price_fen=row.get("unit_price"),
        details=particulars.stored(row),
        due_on=row.get("due_on"),
        way=PaymentWay(row["way"]) if row.get("way") else None,
        generated_text="",
        **texts,
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


def _parts(case: Case, row: Mapping[str, Any], who: Who) -> list[ObligationParty]:
    def part(of: ObligationPart, party_id: int, **more: Any) -> ObligationParty:
        known = {"on_account_of_id": None, "share_fen": None, "guarantee": None, "until": None}
        return ObligationParty(case_id=case.id, party_id=party_id, part=of, **{**known, **more})

    shares = {who_id: share["amount"] for n, share in enumerate(row.get("shares") or ()) for who_id in who(f"shares.{n}.party")}
    found = [part(ObligationPart.DEBTOR, party_id, share_fen=shares.get(party_id)) for party_id in who("debtors")]
    found += [part(ObligationPart.CREDITOR, party_id) for party_id in who("creditors")]
    answers = {"guarantee": Guarantee(row["guarantee"]) if row.get("guarantee") else None, "until": row.get("guarantee_until")}
    found += [part(ObligationPart.GUARANTOR, party_id, **answers) for party_id in who("guarantors")]
    account = who("on_account_of")
    found += [part(ObligationPart.PERFORMER, party_id) for party_id in who("performer")]
    found += [part(ObligationPart.PAYEE, party_id, on_account_of_id=account[0] if account else None) for party_id in who("payee")]
    return found


def typed_parties(row: Mapping[str, Any], key: str) -> list[str]:
    """What was typed at a key of the row, which may lie in a table (`shares.0.party`), as words."""
    name, _dot, rest = key.partition(".")
    value: Any = row.get(name) or ()
    if rest:
        n, _dot, column = rest.partition(".")
        value = value[int(n)].get(column) or ()
    return [value] if isinstance(value, str) else list(value)
