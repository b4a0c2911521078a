"""An agreement as it would be typed: from what is saved, or from what the case already says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from db.vocabulary import ObligationPart, PartyRole
from desktop.domain import money
from desktop.domain.effect import must_sign
from desktop.domain.fields import Field
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.inputs.obligation import OBLIGATION
from desktop.domain.readers import Reader, readers
from desktop.domain.refusal import Refusal
from desktop.services import references
from desktop.services.case_page import Whole

PARTIES = ("debtors", "creditors", "guarantors", "performer", "payee", "on_account_of")
_HEAD = ("form", "day", "place", "facts", "disputed", "responsibility")
_TAIL = ("clauses", "confirmation_wanted", "copies")
ORDER = (
    "kind", "debtors", "creditors", "subject", "amount", "quantity", "unit", "unit_price", "liability", "timing", "due_on", "instalments",
    "way", "account_name", "bank_name", "account_number",
    "guarantors", "performer", "payee", "on_account_of", "place", "done_when", "details",
)  # fmt: skip


def fields() -> tuple[tuple[Field, ...], tuple[Field, ...], tuple[Field, ...]]:
    """The fields before the obligations, of one obligation, and after them, in the order of the page."""
    by_key = {field.key: field for field in AGREEMENT}
    one = {field.key: field for field in OBLIGATION}
    # clauses are typed one a line: the form has no editor for whole texts, a long text gives them as they are
    tail = tuple(replace(by_key[key], kind="long_text", most=None) if key == "clauses" else by_key[key] for key in _TAIL)
    return tuple(by_key[key] for key in _HEAD), tuple(one[key] for key in ORDER), tail


def called(whole: Whole, party_id: int | None) -> str:
    """How a party is named in a field: by its name, by its number where two bear one name."""
    party = next((one for one in whole.case.parties if one.id == party_id), None)
    if party is None:
        return ""
    twice = sum(one.name == party.name for one in whole.case.parties) > 1
    return str(party.ordinal) if twice else party.name


def saved(whole: Whole, agreement: Any) -> dict[str, Any]:
    """The values of a saved agreement."""
    return {
        "form": agreement.form.value,
        "day": _day(agreement.day),
        **{key: getattr(agreement, key) for key in ("place", "facts", "disputed", "responsibility", "confirmation_wanted")},
        "copies": str(agreement.copies or ""),
        "clauses": "\n".join(agreement.clauses),
        "obligations": [_obligation(whole, one) for one in agreement.obligations],
    }


def begun(whole: Whole) -> dict[str, Any]:
    """The values of an agreement that nobody has written yet: what the last session and the case say already."""
    case = whole.case
    last = case.sessions[-1] if case.sessions else None
    return {
        "form": "written",
        "day": _day(last.day if last else None),
        "place": last.place if last else "",
        "facts": (last.undisputed_facts if last else "") or case.summary,
        "copies": str(len(must_sign(case.parties)) + 1),
        "obligations": [],
    }


def fresh(whole: Whole) -> dict[str, Any]:
    """A new obligation: money by transfer until a day; sides are filled in where there is only one of each."""
    sides = [[called(whole, p.id) for p in whole.case.parties if p.role is role] for role in (PartyRole.RESPONDENT, PartyRole.APPLICANT)]
    debtors, creditors = ("" if len(names) != 1 else names[0] for names in sides)
    values = {"kind": "money", "debtors": debtors, "creditors": creditors, "timing": "by_date", "way": "transfer"}
    return {**values, **account(whole, creditors)}


def account(whole: Whole, creditors: str) -> dict[str, str]:
    """The account that the named creditor has given; nothing where several or none are named."""
    try:
        party = references.party(whole.case, creditors, "")
    except Refusal:
        return {}
    return (
        {"account_name": party.account_name, "bank_name": party.bank_name, "account_number": party.account_number}
        if party.account_number
        else {}
    )


def reads(whole: Whole, today: Callable[[], date]) -> Callable[[Field], Reader | None]:
    """How fields read what is typed: parties by number or name, written by name."""
    plain = readers(today)

    def of(field: Field) -> Reader | None:
        return (lambda text: _named(whole, field.key, text)) if field.key in PARTIES else plain(field)

    return of


def _named(whole: Whole, key: str, text: str) -> tuple[str, str]:
    words = [word for word in text.replace("，", "、").replace(",", "、").replace(" ", "、").split("、") if word]
    try:
        found = references.parties(whole.case, words, key)
    except Refusal:
        found = [references.party(whole.case, text, key)]  # a name with a space or a mark in it
    return "、".join(called(whole, party.id) for party in found), ""


def _obligation(whole: Whole, one: Any) -> dict[str, Any]:
    def who(part: ObligationPart) -> str:
        return "、".join(called(whole, p.party_id) for p in one.parties if p.part is part)

    account_of = next((p.on_account_of_id for p in one.parties if p.part is ObligationPart.PAYEE), None)
    texts = ("subject", "quantity", "unit", "account_name", "bank_name", "account_number", "place", "done_when")
    return {
        "kind": one.kind.value,
        "debtors": who(ObligationPart.DEBTOR),
        "creditors": who(ObligationPart.CREDITOR),
        "guarantors": who(ObligationPart.GUARANTOR),
        "performer": who(ObligationPart.PERFORMER),
        "payee": who(ObligationPart.PAYEE),
        "on_account_of": called(whole, account_of),
        "amount": _yuan(one.amount_fen),
        "unit_price": _yuan(one.unit_price_fen),
        "liability": one.liability.value,
        "timing": one.timing.value,
        "due_on": _day(one.due_on),
        "way": one.way.value if one.way else "",
        "details": (one.details or {}).get("text", ""),
        **{key: getattr(one, key) for key in texts},
        "instalments": [{"due_on": _day(p.due_on), "amount": _yuan(p.amount_fen), "quantity": p.quantity} for p in one.instalments],
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _yuan(fen: int | None) -> str:
    return "" if fen is None else money.figures(fen)
