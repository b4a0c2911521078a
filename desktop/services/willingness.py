"""Enter what a party said about mediating first; each answer is kept, the newest counts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.willingness import MediationWillingness
from db.vocabulary import WillingAnswer, WillingSource
from db.work import Work
from desktop.domain import dates, fields
from desktop.domain.inputs.willingness import BENEFITS, WILLINGNESS
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, references
from desktop.services.desk import Desk
from desktop.services.evidence import open_file


def enter(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Keeps the answer of a party, of today and by telephone unless it says otherwise."""
    clean = fields.check(WILLINGNESS, values, desk.today())
    with open_file(desk, number, "willingness") as (w, case):
        party = references.party(case, clean["party"], "party")
        day = clean.get("answered_on") or desk.today()
        if day > desk.today():
            raise Refusal(_("The day lies in the future: enter what has happened."), "answered_on")
        earlier = max((one.answered_on for one in case.willingness if one.party_id == party.id), default=None)
        if earlier is not None and day < earlier:
            sentence = _("There is an answer of {day} already: an earlier one would not count.")
            raise Refusal(sentence.format(day=dates.in_words(earlier)), "answered_on")
        w.change(case, version, {"stage": case.stage})
        add(w, case.id, party.id, clean, day)
        return cases.kept(w, case.id)


def add(w: Work, case_id: int, party_id: int, clean: Mapping[str, Any], day: date) -> None:
    """Adds the answer of clean values to a work, where there is one."""
    if not clean.get("answer"):
        return
    w.add(
        MediationWillingness(
            case_id=case_id,
            party_id=party_id,
            answer=WillingAnswer(clean["answer"]),
            answered_on=clean.get("answered_on") or day,
            source=WillingSource(clean.get("source") or WillingSource.PHONE),
            **{field.key: clean.get(field.key) for field in BENEFITS},
        )
    )


def newest(case: Case, party_id: int) -> MediationWillingness | None:
    """The answer that counts; None where the party was not asked yet."""
    found = [one for one in case.willingness if one.party_id == party_id]
    return max(found, key=lambda one: (one.answered_on, one.id), default=None)
