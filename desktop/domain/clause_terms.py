"""For which agreements a clause of the library is offered: plain conditions over plain facts, all of which must hold.

`kind = ["money"]`, `timing = [...]`, `words = [...]`, `guarantor = true`: nothing else is understood; a file of clauses is no program.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from db.vocabulary import Liability, ObligationKind, ObligationPart, ObligationTiming, PartyKind, PartyRole
from desktop.domain import particulars
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation

LISTS = ("kind", "timing", "category", "cause", "words", "facts")
SWITCHES = (
    "later", "guarantor", "joint", "shares", "performer", "payee", "livestock", "group", "set_off", "confirmation", "company_debtor",
    "person_debtor",
)  # fmt: skip
NUMBERS = ("amount_at_least",)


def told(case: "Case", agreement: "Agreement") -> dict[str, Any]:
    """The facts of a case and its agreement that conditions may ask for, by their names."""
    owed = agreement.obligations
    parts = [part for one in owed for part in one.parties]
    debtors = {part.party_id for part in parts if part.part is ObligationPart.DEBTOR}
    known = [particulars.of(one) for one in owed]
    facts = case.facts or {}
    text = [case.summary, *case.claims, case.cause, agreement.facts, agreement.disputed, *agreement.clauses]
    text += [f"{one.subject}{detail.text}" for one, detail in zip(owed, known, strict=True)]
    return {
        "category": {case.category},
        "cause": case.cause,
        "words": "\n".join(text),
        "facts": {key for key, value in facts.items() if value not in (None, "", [], {})},
        "later": any(one.timing is not ObligationTiming.AT_ONCE for one in owed),
        "guarantor": any(part.part is ObligationPart.GUARANTOR for part in parts),
        "joint": any(one.liability is Liability.JOINT and _debtors(one) > 1 for one in owed),
        "shares": any(one.liability is Liability.SHARES for one in owed),
        "performer": any(part.part is ObligationPart.PERFORMER for part in parts),
        "payee": any(part.part is ObligationPart.PAYEE for part in parts),
        "livestock": any(detail.species for detail in known),
        "group": any(party.kind is PartyKind.GROUP for party in case.parties),
        "set_off": any(detail.set_off for detail in known),
        "confirmation": bool(agreement.confirmation_wanted),
        "company_debtor": any(party.kind is PartyKind.COMPANY for party in case.parties if party.id in debtors),
        "person_debtor": any(party.kind is PartyKind.PERSON for party in case.parties if party.id in debtors),
        "amount_at_least": sum(one.amount_fen or 0 for one in owed),
    }


def _debtors(obligation: "Obligation") -> int:
    return sum(part.part is ObligationPart.DEBTOR for part in obligation.parties)


def meant(when: Mapping[str, Any], agreement: "Agreement") -> "list[Obligation]":
    """The obligations of the kinds and timings that a clause names; all where it names none."""
    kinds, timings = when.get("kind"), when.get("timing")
    return [one for one in agreement.obligations if (not kinds or one.kind.value in kinds) and (not timings or one.timing.value in timings)]


def holds(when: Mapping[str, Any], facts: Mapping[str, Any], agreement: "Agreement") -> bool:
    """Whether all conditions hold."""
    if ("kind" in when or "timing" in when) and not meant(when, agreement):
        return False
    for name, wanted in when.items():
        if name in ("kind", "timing"):
            continue
        if name in SWITCHES and bool(facts[name]) is not wanted:
            return False
        if name in ("category", "facts") and not facts[name] & set(wanted):
            return False
        if name in ("cause", "words") and not any(word in facts[name] for word in wanted):
            return False
        if name == "amount_at_least" and facts[name] < Decimal(str(wanted)) * 100:
            return False
    return True


def fault(when: Any) -> str:
    """What is wrong with the conditions of a file; '' where nothing is."""
    if not isinstance(when, Mapping):
        return _("the conditions are not a table [clause.when]")
    for name, wanted in when.items():
        if name in LISTS:
            good = isinstance(wanted, Sequence) and not isinstance(wanted, str) and all(isinstance(word, str) and word for word in wanted)
            choices = {"kind": ObligationKind, "timing": ObligationTiming}.get(name)
            if not good or (choices and not set(wanted) <= {one.value for one in choices}):
                return _("{name} wants a list of words").format(name=name)
        elif name in SWITCHES:
            if not isinstance(wanted, bool):
                return _("{name} is true or false").format(name=name)
        elif name in NUMBERS:
            try:
                Decimal(str(wanted))
            except InvalidOperation:
                return _("{name} wants a number").format(name=name)
        else:
            return _("there is no condition {name}; the conditions are: {known}").format(
                name=name, known=", ".join((*LISTS, *SWITCHES, *NUMBERS))
            )
    return ""


def of_role(case: "Case", role: PartyRole) -> str:
    """The names of one side."""
    return "、".join(party.name for party in case.parties if party.role is role)
