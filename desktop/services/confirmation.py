"""Judicial confirmation, beside the stages: look, apply, supplement, enter the ruling and an objection to it (CPC 205; CPCI 351 to 372)."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session as Reading

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.court import Court
from db.queries import people
from db.vocabulary import AgreementStatus, ConfirmationResult, RefusalReason
from desktop.domain import aftermath, balance, dates, fields, situation, stages
from desktop.domain import confirmation as rules
from desktop.domain.aftermath import Step
from desktop.domain.agreement_check import Finding
from desktop.domain.confirmation import Candidate, Terms
from desktop.domain.deadlines import Deadline
from desktop.domain.inputs.performance import CONFIRM_APPLY, CONFIRM_OBJECTION, CONFIRM_RESULT, CONFIRM_SUPPLEMENT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, court_numbers, life, regions, terms
from desktop.services.desk import Desk

_OF_MERIT = (ConfirmationResult.CONFIRMED, ConfirmationResult.DISMISSED)  # the court has taken the application and ruled on it


class Look(NamedTuple):
    """What the page of a case shows of its confirmation. `terms` are None before an agreement takes effect, `why_not` is the button's.

    `running` are the days that run now: the court's, the objections (`third` at the earliest), enforcement. `steps` are what can be done
    after a court did not confirm, or when something is overdue.
    """

    terms: Terms | None
    why_not: str
    findings: list[Finding]
    courts: list[Candidate]
    standing: Confirmation | None
    running: list[Deadline]
    third: Deadline | None
    number_remark: str
    steps: list[Step] = []


def look(desk: Desk, case: Case) -> Look:
    """May it be applied for, where, until when; and after the application, what runs."""
    now = cases.now_of(desk, case)
    standing = case.confirmations[-1] if case.confirmations else None
    with desk.reading() as session:
        values, calendar = terms.values_of(session), terms.calendar_of(session)
        courts = candidates(session, case)
        by_id = people.courts_of(session, [standing.court_id] if standing is not None and standing.court_id else [])
    own = _of(standing, case) if standing is not None else now.signed
    court = next(iter(by_id.values()), None)
    limits = rules.terms(case, own, values, calendar) if own is not None else None
    waits = standing is None or standing.result not in (ConfirmationResult.PENDING, ConfirmationResult.CONFIRMED)
    findings = rules.look(case, own, desk.today(), values, calendar, courts[0].court if courts else None) if own and waits else []
    running: list[Deadline] = []
    third = None
    if standing is not None and standing.result is ConfirmationResult.PENDING:
        running = rules.of_court(standing, values, calendar)
    elif standing is not None and standing.result is ConfirmationResult.CONFIRMED:
        third = rules.third_person_objection(standing, values, calendar)
        ends = (rules.party_objection(standing, values, calendar), rules.enforcement(own, values, calendar) if own else None)
        running = [one for one in ends if one is not None]
    remark = (
        rules.number_remark(standing.court_number, court, court_numbers.letters()) if standing is not None and standing.court_number else ""
    )
    steps: list[Step] = []
    if own is not None and standing is not None:
        steps += aftermath.after_refusal(case, own, standing, desk.today(), values, calendar)
    if own is not None and own.status is AgreementStatus.SIGNED:
        steps += aftermath.after_default(case, own, desk.today(), values, calendar)
    return Look(limits, stages.why_not("confirm_apply", now), findings, courts, standing, running, third, remark, steps)


def _of(confirmation: Confirmation, case: Case) -> Agreement | None:
    return next((one for one in case.agreements if one.id == confirmation.agreement_id), None)


def candidates(session: Reading, case: Case) -> list[Candidate]:
    """The courts that may be asked, the likeliest first (CPC 205)."""
    own = people.organisation(session, case.organisation_id)
    assert own is not None
    known = session.scalars(select(Court).order_by(Court.code)).all()
    return rules.courts(case, own, known, regions.names())


def apply(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters the joint application of both sides with their undertaking; counted as of its own day, which may lie before today."""
    clean = fields.check(CONFIRM_APPLY, values, desk.today())
    day = clean.get("applied_on") or desk.today()
    with _making(desk, number, "confirm_apply", day) as made:
        agreement = _agreement(made.case, clean.get("agreement"))
        day = life.day_of(desk, day, "applied_on", (agreement.effective_on, _("the effect of the agreement")))
        if not clean["undertaking"]:
            raise Refusal(_("Without the undertaking of both sides no court takes the application."), "undertaking")
        court = _court(made, clean["court"])
        made.w.add(
            Confirmation(
                case_id=made.case.id,
                agreement_id=agreement.id,
                court_id=court.id,
                applied_on=day,
                court_number="",
                result=ConfirmationResult.PENDING,
            )
        )
        return life.done(made, "confirm_apply", day, version, note=court.name, values={"court": court.code, "undertaking": True})


def supplement(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """What the court asks for besides and until when; and when it was handed in. Given apart or together."""
    clean = fields.check(CONFIRM_SUPPLEMENT, values, desk.today())
    if not clean.get("supplement_until") and not clean.get("supplemented_on"):
        raise Refusal(_("Say until when the court wants it, or when it was handed in."), "supplement_until")
    with life.making(desk, number, "confirm_supplement") as made:
        standing = _pending(made)
        applied = (standing.applied_on, _("the application"))
        changed: dict[str, Any] = {"supplement_asked": clean["asked"]} if clean.get("asked") else {}
        day = desk.today()
        if clean.get("supplement_until"):
            if standing.applied_on and clean["supplement_until"] < standing.applied_on:
                raise Refusal(_("The day lies before the application."), "supplement_until")
            changed["supplement_until"] = clean["supplement_until"]
        if clean.get("supplemented_on"):
            day = life.day_of(desk, clean["supplemented_on"], "supplemented_on", applied)
            changed["supplemented_on"] = day
        made.w.change(standing, None, changed)
        return life.done(made, "confirm_supplement", day, version, note=clean.get("asked") or "")


def result(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """What came of the application: the ruling with its number and days, or not taken, withdrawn, deemed withdrawn (CPCI 355 to 358)."""
    clean = fields.check(CONFIRM_RESULT, values, desk.today())
    found = ConfirmationResult(clean["result"])
    typed = (clean.get("court_number") or "").strip()
    if typed:
        court_numbers.check(typed, "court_number", desk.today())
    if found is ConfirmationResult.PENDING:
        raise Refusal(_("The application waits already: enter what the court decided."), "result")
    if found in _OF_MERIT and not typed:
        raise Refusal(_("The ruling has a number: type it as it stands there."), "court_number")
    if found is not ConfirmationResult.CONFIRMED and not (clean.get("reason") or "").strip():
        raise Refusal(_("Say why: the parties ask, and a new agreement must mend it."), "reason")
    if found in (*_OF_MERIT, ConfirmationResult.NOT_ACCEPTED) and clean.get("ruled_on") is None:
        raise Refusal(_("The day of the ruling is missing."), "ruled_on")
    with life.making(desk, number, "confirm_result") as made:
        standing = _pending(made)
        applied = (standing.applied_on, _("the application"))
        accepted = clean.get("accepted_on")
        if accepted is not None:
            life.day_of(desk, accepted, "accepted_on", applied)
        ruled = life.day_of(desk, clean.get("ruled_on"), "ruled_on", applied, (accepted, _("the acceptance by the court")))
        served = clean.get("served_on")
        if served is not None:
            life.day_of(desk, served, "served_on", (ruled, _("the ruling")))
        changed = {
            "result": found,
            "accepted_on": accepted or standing.accepted_on,
            "court_number": typed or standing.court_number,
            "ruled_on": ruled,
            "served_on": served,
            "reason": clean.get("reason") or "",
            "reason_kind": RefusalReason(clean["reason_kind"]) if clean.get("reason_kind") else None,
        }
        made.w.change(standing, None, changed)
        return life.done(made, "confirm_result", ruled, version, note=typed, values={"result": found.value})


def objected(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters an objection to the ruling: a party within 15 days of receipt, a third person within 6 months of knowing (CPCI 372)."""
    clean = fields.check(CONFIRM_OBJECTION, values, desk.today())
    with life.making(desk, number, "confirm_objection") as made:
        standing = made.now.confirmation
        if standing is None or standing.result is not ConfirmationResult.CONFIRMED:
            raise Refusal(_("There is no ruling that confirms the agreement: nothing to object to."), code="not_allowed")
        day = life.day_of(desk, clean["objected_on"], "objected_on", (standing.ruled_on, _("the ruling")))
        law = terms.values_of(made.w.session), terms.calendar_of(made.w.session)
        known = clean.get("known_on")
        last = rules.third_person_objection(standing, *law, known) if known else rules.party_objection(standing, *law)
        if last is not None and day > last.due:
            raise Refusal(_("The time for this objection ended on {day}.").format(day=dates.in_words(last.due)), "objected_on")
        made.w.change(
            standing,
            None,
            {
                "objected_on": day,
                "objection": clean["objection"],
                "known_on": clean.get("known_on") or standing.known_on,
                "objection_result": clean.get("result") or standing.objection_result,
            },
        )
        return life.done(made, "confirm_objection", day, version, note=clean["objection"])


@contextmanager
def _making(desk: Desk, number: str | int, key: str, day: date) -> Iterator[life.Making]:
    """As `life.making`, but asked as of the day of the move: what was applied for in time may be entered later."""
    with desk.work(key) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        now = situation.Situation(case, min(day, desk.today()), lambda: terms.of(desk))
        stages.require(key, now)
        yield life.Making(w, case, now)


def _agreement(case: Case, typed: int | None) -> Agreement:
    known = balance.in_force(case)
    if typed is None and len(known) == 1:
        return known[0]
    if typed is None or not 1 <= typed <= len(known):
        raise Refusal(_("{n} agreements are in force: say which, by its number.").format(n=len(known)), "agreement")
    return known[typed - 1]


def _court(made: life.Making, typed: str) -> Court:
    court = people.court_called(made.w.session, typed.strip())
    if court is None:
        sentence = _("The court “{court}” is not in the list of courts: type its name or its code (内0102).")
        raise Refusal(sentence.format(court=typed[:60]), "court")
    return court


def _pending(made: life.Making) -> Confirmation:
    standing = made.now.confirmation
    assert standing is not None  # the table of moves asked for it
    return standing
