"""The sheets of the calculators that every kind of dispute offers, as far as the registration of a case fills them in."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.models.case import Case
from desktop.domain import money
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


SHEETS: dict[str, Callable[[Case, date], dict[str, Any]]] = {"court_fee": court_fee}
