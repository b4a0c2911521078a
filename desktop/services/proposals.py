"""Undisputed facts, and the plan that stands unless somebody objects (OMR 18, 22; 法发〔2016〕14号 clauses 23, 24, recall)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.outcome import Outcome
from db.models.proposal import Proposal, ProposalService
from db.models.undisputed import UndisputedFacts
from db.vocabulary import AgreementForm, AgreementStatus, OutcomeCode
from desktop.domain import dates, deadlines, fields
from desktop.domain.effect import SIDES
from desktop.domain.inputs import life as sheets
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import agreement as agreements
from desktop.services import cases, life, outcomes, references
from desktop.services.desk import Desk


def undisputed(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Writes down what nobody disputes; without both sides' consent it is not written."""
    clean = fields.check(sheets.UNDISPUTED, values, desk.today())
    _consented(clean, _("Undisputed facts are written down with both sides' consent only: enter the day on which they consented."))
    with life.making(desk, number, "undisputed") as made:
        day = life.day_of(desk, clean.get("day"), "day", (made.case.accepted_on, _("the day of acceptance")))
        consented = life.day_of(desk, clean["consented_on"], "consented_on", (made.case.accepted_on, _("the day of acceptance")))
        if consented > day:
            raise Refusal(_("The consent comes before the facts are written down."), "consented_on")
        made.w.add(
            UndisputedFacts(
                case_id=made.case.id,
                day=day,
                facts=clean["facts"],
                still_disputed=clean.get("still_disputed") or [],
                consented_on=consented,
            )
        )
        return life.done(made, "undisputed", day, version, note="；".join(clean["facts"])[:500])


def propose(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Puts a plan forward; both sides have agreed to this way beforehand."""
    clean = fields.check(sheets.PROPOSE, values, desk.today())
    _consented(clean, _("Such a plan needs both sides' consent to the way itself: enter the day on which they consented."))
    with life.making(desk, number, "propose") as made:
        day = life.day_of(desk, clean.get("day"), "day", (made.case.accepted_on, _("the day of acceptance")))
        consented = life.day_of(desk, clean["consented_on"], "consented_on", (made.case.accepted_on, _("the day of acceptance")))
        if consented > day:
            raise Refusal(_("The consent to this way comes before the plan."), "consented_on")
        made.w.add(
            Proposal(
                case_id=made.case.id,
                day=day,
                consented_on=consented,
                text=clean["text"],
                facts=clean.get("facts") or "",
                reasons=clean.get("reasons") or "",
            )
        )
        return life.done(made, "propose", day, version)


def serve(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters on whom the plan was served and when; all sides where none is named."""
    clean = fields.check(sheets.SERVE, values, desk.today())
    with life.making(desk, number, "serve") as made:
        plan, case = made.now.proposal, made.case
        assert plan is not None
        have = {one.party_id for one in plan.services}
        named = references.parties(case, clean.get("parties") or (), "parties")
        on = named or [party for party in case.parties if party.role in SIDES and party.id not in have]
        day = life.day_of(desk, clean.get("served_on"), "served_on", (plan.day, _("the day of the plan")))
        for party in on:
            if party.role not in SIDES:
                raise Refusal(_("{name} is no side of the dispute: the plan is served on the sides.").format(name=party.name), "parties")
            if party.id in have:
                raise Refusal(_("The plan has been served on {name} already.").format(name=party.name), "parties")
            told = {"way": clean.get("way") or "", "receiver": clean.get("receiver") or party.name}
            made.w.add(ProposalService(case_id=case.id, proposal_id=plan.id, party_id=party.id, served_on=day, **told))
        return life.done(made, "serve", day, version, note="、".join(party.name for party in on))


def object_(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """A party objects in writing within his seven days: the mediation has failed."""
    clean = fields.check(sheets.OBJECT, values, desk.today())
    ways = life.chosen(clean.get("ways"), sheets.WAYS, "ways")
    with life.making(desk, number, "object") as made:
        plan, case, w = made.now.proposal, made.case, made.w
        assert plan is not None and made.now.law is not None
        party = references.party(case, clean["party"], "party")
        served = next((one for one in plan.services if one.party_id == party.id), None)
        if served is None:
            raise Refusal(_("The plan has not been served on {name} yet.").format(name=party.name), "party")
        day = life.day_of(desk, clean.get("objected_on"), "objected_on", (served.served_on, _("the day of service")))
        until = deadlines.of("proposal.objection", served.served_on, *made.now.law())
        if day > until.due:
            sentence = _("{name} could object until {day}: an objection after that does not count.")
            raise Refusal(sentence.format(name=party.name, day=dates.in_words(until.due)), "objected_on", "late")
        ended = outcomes.last_day(desk, made.now, day, "objected_on")
        w.change(served, None, {"objected_on": day, "objection": clean["objection"]})
        outcomes.drop_draft(w, made.now)
        reason = _("{name} objected to the plan.").format(name=party.name)
        w.add(Outcome(case_id=case.id, code=OutcomeCode.FAILED_DIVERGENCE, concluded_on=ended, agreed_fen=None, reason=reason))
        told = {"outcome": OutcomeCode.FAILED_DIVERGENCE.value, "ways": ways}
        return life.done(made, "object", ended, version, note=f"{reason}{clean['objection'][:400]}", values=told)


def plan_adopted(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Nobody objected in time: the plan counts as the parties' agreement from the day after the last day to object.

    Its clauses are the lines of the plan; obligations are typed here, so that schedule and reminders come of them. A draft that
    was written before makes way for it.
    """
    clean = fields.check(sheets.PLAN_ADOPTED, values, desk.today())
    with life.making(desk, number, "plan_adopted") as made:
        plan, w, now = made.now.proposal, made.w, made.now
        assert plan is not None and now.law is not None
        last = deadlines.objection(plan, *now.law())
        assert last is not None
        day = last.due + timedelta(days=1)
        outcomes.drop_draft(w, now)
        standing = w.add(
            Agreement(
                case_id=made.case.id,
                form=AgreementForm.WRITTEN,
                status=AgreementStatus.DRAFT,
                regime=now.referral.regime if now.referral is not None else None,
                day=day,
                facts=plan.facts,
                clauses=[line.strip() for line in plan.text.splitlines() if line.strip()],
                confirmation_wanted=clean.get("confirmation_wanted"),
                proposal_id=plan.id,
            )
        )
        w.flush()
        for ordinal, row in enumerate(clean.get("obligations") or (), 1):
            agreements.add_obligation(w, made.case, standing.id, ordinal, row)
        w.flush()
        case = cases.whole(w.session, made.case.id)
        standing = next(one for one in case.agreements if one.id == standing.id)
        outcomes.in_force(w, case, standing, day, OutcomeCode.AGREED_WRITTEN)
        note = _("Nobody objected until {day}.").format(day=dates.in_words(last.due))
        return life.done(life.Making(w, case, now), "plan_adopted", day, version, note=note, values={"outcome": "agreed_written"})


def _consented(clean: Mapping[str, Any], sentence: str) -> None:
    if clean.get("consented_on") is None:
        raise Refusal(sentence, "consented_on")
