"""An agreement as it would be typed: from what is saved, or from what the case already says."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from db.vocabulary import ObligationPart, ObligationTiming, PartyRole
from desktop.domain import balance, dates, money, particulars, payment_plan
from desktop.domain.effect import must_sign
from desktop.domain.fields import Field, check
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.inputs.obligation import DETAILS, OBLIGATION
from desktop.domain.readers import Reader, readers
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import references
from desktop.services.case_page import Whole

PARTIES = ("debtors", "creditors", "guarantors", "performer", "payee", "on_account_of")
DIFFERENCE = "实物折价差额"  # a word of the paper, not of the interface
_HEAD = ("form", "day", "place", "facts", "disputed", "responsibility")
_TAIL = ("clauses", "third_parties", "confirmation_wanted", "copies")
_PLAN = ("every", "first_on", "times", "each", "until", "whose", "born_on", "until_age", "down_payment", "down_on")


def fields() -> tuple[tuple[Field, ...], tuple[Field, ...], tuple[Field, ...]]:
    """The fields before the obligations, of one obligation, and after them, in the order of the page."""
    by_key = {field.key: field for field in AGREEMENT}
    # clauses are typed one a line: the form has no editor for whole texts, a long text gives them as they are
    tail = tuple(replace(by_key[key], kind="long_text", most=None) if key == "clauses" else by_key[key] for key in _TAIL)
    return tuple(by_key[key] for key in _HEAD), OBLIGATION, tail


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
        "origins": [dict(one) for one in agreement.origins or ()],
        "third_parties": [dict(one) for one in agreement.third_parties or ()],
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
    guarantor = next((p for p in one.parties if p.part is ObligationPart.GUARANTOR), None)
    texts = ("subject", "quantity", "unit", "account_name", "bank_name", "account_number", "place", "done_when", "own_text")
    details = one.details or {}
    composed = particulars.name(details)
    values = {
        "kind": one.kind.value,
        "debtors": who(ObligationPart.DEBTOR),
        "creditors": who(ObligationPart.CREDITOR),
        "guarantors": who(ObligationPart.GUARANTOR),
        "guarantee": guarantor.guarantee.value if guarantor and guarantor.guarantee else "",
        "guarantee_until": _day(guarantor.until if guarantor else None),
        "performer": who(ObligationPart.PERFORMER),
        "payee": who(ObligationPart.PAYEE),
        "on_account_of": called(whole, account_of),
        "amount": _yuan(one.amount_fen),
        "unit_price": _yuan(one.unit_price_fen),
        "liability": one.liability.value,
        "shares": [
            {"party": called(whole, p.party_id), "amount": _yuan(p.share_fen)}
            for p in one.parties
            if p.part is ObligationPart.DEBTOR and p.share_fen is not None
        ],
        "timing": one.timing.value,
        "due_on": _day(one.due_on),
        "way": one.way.value if one.way else "",
        "details": details.get("text", ""),
        **{key: getattr(one, key) or "" for key in texts},
        **{field.key: _detail(field, details[field.key]) for field in DETAILS if field.key in details},
        "instalments": _schedule(one, details),
    }
    if composed and values["subject"] == composed:
        values["subject"] = ""  # made of its particulars: it follows them
    return values


def _schedule(one: Any, details: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The instalments as they were typed: none where a plan makes them, one a day where they are divided among members."""
    if any(details.get(key) for key in _PLAN):
        return []
    if details.get("divide"):
        if one.timing is ObligationTiming.BY_DATE:
            return []
        days = sorted({p.due_on for p in one.instalments})
        return [{"due_on": _day(day), "amount": _yuan(sum(p.amount_fen or 0 for p in one.instalments if p.due_on == day))} for day in days]
    return [{"due_on": _day(p.due_on), "amount": _yuan(p.amount_fen), "quantity": p.quantity} for p in one.instalments]


def _detail(field: Field, value: Any) -> Any:
    if field.kind == "money":
        return _yuan(value)
    if field.kind == "words":
        return "、".join(value)
    return str(value) if field.kind == "integer" else value


def pasted(whole: Whole, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a text that was read in, as a form shows them: parties by name, clauses one a line."""
    rows = []
    for row in values.get("obligations") or ():
        told = {"timing": "by_date", **{key: str(value) if isinstance(value, int) else value for key, value in row.items()}}
        for key in ("debtors", "creditors", "guarantors"):
            told[key] = "、".join(_named(whole, key, word)[0] for word in row.get(key) or ())
        rows.append(told)
    found = {key: str(values[key]) for key in ("facts", "disputed", "day", "place", "copies") if values.get(key)}
    if values.get("clauses"):
        found["clauses"] = "\n".join(values["clauses"])
    return {**found, "obligations": rows} if rows else found


def planned(whole: Whole, row: Mapping[str, Any], today: date) -> tuple[list[dict[str, str]], str]:
    """The plan of a typed row written out, and what it comes to in one line; nothing where it does not come out yet."""
    keys = {field.key: field for field in OBLIGATION if field.key in (*_PLAN, "amount")}
    typed = {key: row.get(key) for key in keys if row.get(key) not in ("", None)}
    try:
        parts = payment_plan.written_out(check(tuple(keys.values()), typed, today, partial=True))
    except Refusal:
        return [], ""
    rows = [{"due_on": part.due_on.isoformat(), "amount": _yuan(part.amount)} for part in parts]
    total = sum(part.amount or 0 for part in parts)
    sentence = _("{n} payments, the last on {day}, {sum} yuan in all").format(
        n=len(parts), day=dates.in_words(parts[-1].due_on), sum=money.figures(total)
    )
    return rows, sentence


def difference(row: Mapping[str, Any], today: date) -> dict[str, str]:
    """The obligation that is left of things given for a debt worth more or less; empty where they come out even."""
    keys = tuple(field for field in OBLIGATION if field.key in ("amount", "settles", "unit_price", "quantity", "debtors", "creditors"))
    try:
        known = check(keys, {field.key: row.get(field.key) for field in keys if row.get(field.key)}, today, partial=True)
    except Refusal:
        return {}
    count = balance.quantity(known.get("quantity") or "")
    worth = known.get("amount")
    if worth is None and known.get("unit_price") and count is not None and count == int(count):
        worth = known["unit_price"] * int(count)
    if not worth or not known.get("settles") or worth == known["settles"]:
        return {}
    over = worth - known["settles"]
    sides = (row.get("creditors") or "", row.get("debtors") or "")
    debtors, creditors = sides if over > 0 else sides[::-1]
    return {
        "kind": "money", "debtors": debtors, "creditors": creditors, "subject": DIFFERENCE, "amount": _yuan(abs(over)),
        "timing": "at_once", "way": "cash",
    }  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _yuan(fen: int | None) -> str:
    return "" if fen is None else money.figures(fen)
