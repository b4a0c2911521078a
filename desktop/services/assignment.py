"""Assign the mediators of a case, with the conflict check kept beside."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.queries import people
from db.vocabulary import AssignmentRole
from desktop.domain import assignment as rules
from desktop.domain import fields, stages
from desktop.domain.inputs.mediation import ASSIGN
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.services import cases
from desktop.services.desk import Desk


def candidates(desk: Desk, case: Case) -> list[rules.Candidate]:
    """All active mediators as they stand to this case, the fittest first; load and language are shown with each."""
    with desk.reading() as session:
        load = people.loads(session)
        return rules.ranked([rules.candidate(m, case, load.get(m.id, 0), desk.today()) for m in people.mediators(session)])


def assign(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Makes somebody preside over the case (and others help). Who presided until now stays listed with the day it ended.

    Refusal when a conflict is found and neither disclosed nor agreed to by both sides (SMR 15, OMR 13).
    """
    clean = fields.check(ASSIGN, values, desk.today())
    with desk.work("assign") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        now = cases.now_of(desk, case)
        stages.require("assign", now)
        day = clean.get("assigned_on") or desk.today()
        if case.accepted_on and day < case.accepted_on:
            raise Refusal(_("A mediator is not assigned before the case was accepted."), "assigned_on")
        chosen = [(_named(w.session, clean["mediator"], "mediator"), AssignmentRole.LEAD_MEDIATOR)]
        for name in clean.get("co_mediators") or ():
            helper = _named(w.session, name, "co_mediators")
            if helper.id in {mediator.id for mediator, _role in chosen}:
                raise Refusal(_("{name} is named twice.").format(name=helper.name), "co_mediators")
            chosen.append((helper, AssignmentRole.CO_MEDIATOR))
        for running in (a for a in case.assignments if a.ended_on is None):
            w.change(running, None, {"ended_on": day, "end_reason": _("Replaced")})
        for mediator, role in chosen:
            seen = rules.candidate(mediator, case, 0, day)
            _settled(seen, clean)
            w.add(
                Assignment(
                    case_id=case.id, mediator_id=mediator.id, role=role, assigned_on=day, chosen_by=clean.get("chosen_by") or "",
                    conflicts=list(seen.warnings), disclosed=clean.get("disclosed") or "", consented_on=clean.get("consented_on"),
                )
            )  # fmt: skip
        w.change(case, version, {"stage": stages.after("assign", now)})
        return cases.kept(w, case.id)


def _settled(seen: rules.Candidate, clean: Mapping[str, Any]) -> None:
    if seen.away:
        raise Refusal(_("{name} is away or not active on that day: choose somebody else.").format(name=seen.mediator.name), "mediator")
    if seen.warnings and not (clean.get("disclosed") and clean.get("consented_on")):
        why = " ".join(seen.warnings)
        sentence = _("{why} Tell both sides; if both agree, write what was disclosed and the day they consented.").format(why=why)
        raise Refusal(sentence, "disclosed", "conflict", [Fault("disclosed", sentence)])


def _named(session: Session, words: str, field: str) -> Mediator:
    found = people.mediators_named(session, words)
    if not found:
        raise Refusal(_("There is no active mediator “{name}”.").format(name=words), field, "not_found")
    if len(found) > 1:
        raise Refusal(_("Several mediators are called “{name}”: give the certificate number.").format(name=words), field, "ambiguous")
    return found[0]
