"""The sheets of the calculators that every kind of dispute offers, as far as the registration of a case fills them in."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.obligation import Obligation
from db.vocabulary import ConfirmationResult, ObligationKind, ObligationPart
from desktop.domain import balance, limitation, money
from desktop.services import element_forms


def fee_kind(case: Case, day: date) -> str:
    """Which kind of fee a suit of this case costs, by the court's form for its cause."""
    form = element_forms.form_of(case, day)
    return {"labour": "labour", "divorce": "divorce"}.get(form.key if form else "", "property")


def court_fee(case: Case, day: date) -> dict[str, Any]:
    """The kind by the cause, the sum claimed."""
    made: dict[str, Any] = {"kind": fee_kind(case, day)}
    if case.claim_fen is not None and made["kind"] != "labour":
        made["claim"] = money.yuan(case.claim_fen)
    return made if made["kind"] != "property" or "claim" in made else {}


def delayed_performance(case: Case, day: date) -> dict[str, Any]:
    """The money of a confirmed agreement that is late, by its schedule, and what was paid; nothing where none is late or none confirmed.

    Only what the same parties owe the same parties stands on one sheet. What of a sum is general interest the agreement does not tell.
    """
    ruling = next((one for one in case.confirmations if one.result is ConfirmationResult.CONFIRMED), None)
    agreement = next((one for one in balance.in_force(case) if ruling is not None and one.id == ruling.agreement_id), None)
    if ruling is None or agreement is None:
        return {}
    owing = [balance.of(one, agreement, day) for one in agreement.obligations if one.kind is ObligationKind.MONEY and one.amount_fen]
    late = next((one.obligation for one in owing if one.overdue), None)
    if late is None:
        return {}
    made: dict[str, Any] = {"document": "ruling", "number": ruling.court_number, "effective_on": ruling.served_on or ruling.ruled_on}
    debts: list[dict[str, Any]] = []
    payments: list[dict[str, Any]] = []
    for one in (found for found in owing if _between(found.obligation) == _between(late)):
        rows = {part.instalment_id: len(debts) + n for n, part in enumerate(one.parts, 1)}
        debts += [{"due_on": part.due_on, "principal": money.yuan(int(part.owed))} for part in one.parts]
        payments += [
            {"on": paid.day, "amount": money.yuan(paid.amount_fen), "instalment": rows.get(paid.instalment_id)}
            for paid in one.obligation.performances
            if paid.amount_fen
        ]
    return {key: value for key, value in made.items() if value} | {"debts": debts, "payments": payments}


def _between(obligation: Obligation) -> frozenset[tuple[int, ObligationPart]]:
    """Who owes and to whom it is owed."""
    return frozenset((one.party_id, one.part) for one in obligation.parties if one.part in (ObligationPart.DEBTOR, ObligationPart.CREDITOR))


def of_limitation(case: Case, day: date) -> dict[str, Any]:
    """Of which kind it is, from what day it counts as far as that is known, and everything that interrupted it until this day."""
    start, _what = limitation.start_of(case)
    events = [{"on": one.day, "kind": one.kind.value, "what": ""} for one in sorted(limitation.events(case)) if one.day <= day]
    return {"kind": limitation.keys(case)[0], "events": events} | ({"start_on": start} if start is not None else {})


SHEETS: dict[str, Callable[[Case, date], dict[str, Any]]] = {
    "court_fee": court_fee,
    "delayed_performance": delayed_performance,
    "limitation": of_limitation,
}
