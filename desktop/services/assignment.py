"""Assign the mediators of a case, with the conflict check kept beside; a request that one of them step aside."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.models.recusal import Recusal
from db.queries import people
from db.vocabulary import AssignmentRole, Stage
from desktop.domain import assignment as rules
from desktop.domain import conflicts, fields, texts
from desktop.domain.conflicts import Helped
from desktop.domain.inputs.life import RECUSE
from desktop.domain.inputs.mediation import ASSIGN
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.services import life, references
from desktop.services.desk import Desk


def candidates(desk: Desk, case: Case) -> list[rules.Candidate]:
    """All active mediators as they stand to this case, the fittest first; load and language are shown with each."""
    with desk.reading() as session:
        load, helped = people.loads(session), helped_before(session, case)
        return rules.ranked([rules.candidate(m, case, load.get(m.id, 0), desk.today(), helped) for m in people.mediators(session)])


def assign(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Makes somebody preside over the case (and others help). Who presided until now stays listed with the day it ended.

    Refusal when a conflict is found and neither disclosed nor agreed to by both sides (SMR 15, OMR 13).
    """
    clean = fields.check(ASSIGN, values, desk.today())
    if clean.get("consented_on") and not (clean.get("disclosed") or "").strip():
        raise Refusal(_("Say what was disclosed: both sides consent to something."), "disclosed")
    with life.making(desk, number, "assign") as made:
        w, case = made.w, made.case
        day = life.day_of(desk, clean.get("assigned_on"), "assigned_on")
        if case.accepted_on and day < case.accepted_on:
            raise Refusal(_("A mediator is not assigned before the case was accepted."), "assigned_on")
        chosen = [(named(w.session, clean["mediator"], "mediator"), AssignmentRole.LEAD_MEDIATOR)]
        for name in clean.get("co_mediators") or ():
            helper = named(w.session, name, "co_mediators")
            if helper.id in {mediator.id for mediator, _role in chosen}:
                raise Refusal(_("{name} is named twice.").format(name=helper.name), "co_mediators")
            chosen.append((helper, AssignmentRole.CO_MEDIATOR))
        for running in (a for a in case.assignments if a.ended_on is None):
            w.change(running, None, {"ended_on": day, "end_reason": _("Replaced")})
        if clean.get("consented_on"):
            life.day_of(desk, clean["consented_on"], "consented_on", (case.received_on, _("the day of the request")))
        helped = helped_before(w.session, case)
        for mediator, role in chosen:
            seen = rules.candidate(mediator, case, 0, day, helped)
            _settled(seen, clean)
            before = rules.agreed_to(case, mediator.id)
            told, consented = next((before[one.key] for one in seen.settled), ("", None))
            w.add(
                Assignment(
                    case_id=case.id,
                    mediator_id=mediator.id,
                    role=role,
                    assigned_on=day,
                    chosen_by=clean.get("chosen_by") or "",
                    conflicts=[one.key for one in seen.conflicts],
                    disclosed=clean.get("disclosed") or told,
                    consented_on=clean.get("consented_on") or consented,
                )
            )
        return life.done(made, "assign", day, version, note="、".join(mediator.name for mediator, _role in chosen))


def recuse(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """A request that a mediator step aside, and what was decided (SMR 15; OMR 13; MoJ75 25). Granted, his assignment ends.

    Entered without a decision, it waits; entered again for the same mediator, the waiting request is decided.
    """
    clean = fields.check(RECUSE, values, desk.today())
    with life.making(desk, number, "recuse") as made:
        w, case = made.w, made.case
        running, lead = [a for a in case.assignments if a.ended_on is None], made.now.lead
        names = people.mediators_of(w.session, [a.mediator_id for a in running])
        typed = (clean.get("mediator") or "").strip()
        known = [a for a in running if typed in (names[a.mediator_id].name, names[a.mediator_id].certificate_number)] if typed else []
        one = lead if not typed else (known[0] if len(known) == 1 else None)
        if one is None:
            raise Refusal(_("“{name}” does not mediate this case.").format(name=typed), "mediator", "not_found")
        party = references.party(case, clean["party"], "party") if clean.get("party") else None
        waiting = next((r for r in case.recusals if r.mediator_id == one.mediator_id and r.granted is None), None)
        granted = clean.get("granted")
        typed_day = clean.get("asked_on") or (waiting.asked_on if waiting else clean.get("decided_on") if granted is not None else None)
        asked = life.day_of(desk, typed_day, "asked_on", (one.assigned_on, _("the day of the assignment")))
        decided = None
        if granted is not None:
            decided = life.day_of(desk, clean.get("decided_on"), "decided_on", (asked, _("the day of the request")))
            if not (clean.get("decided_by") or "").strip():
                raise Refusal(_("Say who decided: the organisation's head or the court (SMR 15)."), "decided_by")
        said = {"granted": granted, "decided_on": decided, "decided_by": clean.get("decided_by") or ""}
        if waiting is not None:
            w.change(waiting, None, {"asked_on": asked, **said})
        else:
            w.add(
                Recusal(
                    case_id=case.id, mediator_id=one.mediator_id, party_id=party.id if party else None, asked_on=asked,
                    reason=clean["reason"], **said,
                )
            )  # fmt: skip
        to = case.stage
        if granted:
            w.change(one, None, {"ended_on": decided, "end_reason": _("Recused")})
            # without anybody who presides, a case that has not begun waits for a new assignment
            if one is lead and case.stage is Stage.ASSIGNED:
                to = Stage.ACCEPTED
        note = f"{names[one.mediator_id].name}：{clean['reason']}"
        return life.done(made, "recuse", decided or asked, version, to=to, note=note, values={"granted": granted})


def helped_before(session: Session, case: Case) -> list[Helped]:
    """Who was agent of a party of this case in another one; one name with two numbers is not one person."""
    sides, numbers, names = conflicts.parties_of(case)
    found = []
    for one in people.helpers_elsewhere(session, case.id, numbers, names):
        for party in sides:
            same = {one.principal_id.strip(), one.principal_uscc.strip()} & {party.id_number.strip(), party.uscc.strip()} - {""}
            known = one.principal_id or one.principal_uscc, party.id_number or party.uscc
            if same or (texts.same_name(one.principal, party.name) and not all(known)):
                found.append(Helped(one.name, one.id_number, party.name))
    return found


def found_in(session: Session, mediator: Mediator, case: Case) -> list[str]:
    """The conflicts of a mediator as they are kept with his assignment, for a case that is written down afterwards."""
    return [one.key for one in conflicts.of(mediator, case, helped_before(session, case))]


def _settled(seen: rules.Candidate, clean: Mapping[str, Any]) -> None:
    if seen.away:
        raise Refusal(seen.why_away, "mediator")
    if seen.warnings and not (clean.get("disclosed") and clean.get("consented_on")):
        why = " ".join(seen.warnings)
        sentence = _("{why} Tell both sides; if both agree, write what was disclosed and the day they consented.").format(why=why)
        raise Refusal(sentence, "disclosed", "conflict", [Fault("disclosed", sentence)])


def named(session: Session, words: str, field: str) -> Mediator:
    """The one active mediator of this name or certificate number; Refusal at `field` where there is none, or more than one."""
    found = people.mediators_named(session, words)
    if not found:
        raise Refusal(_("There is no active mediator “{name}”.").format(name=words), field, "not_found")
    if len(found) > 1:
        raise Refusal(_("Several mediators are called “{name}”: give the certificate number.").format(name=words), field, "ambiguous")
    return found[0]
