"""End a mediation without a written agreement: failed, settled privately, by word of mouth, handed on; and give the case back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.outcome import Outcome
from db.models.referral import Referral
from db.vocabulary import AgreementForm, AgreementStatus, DocumentState, OutcomeCode, PaperKind
from db.work import Work
from desktop.domain import agreement_check, dates, dues, effect, fields, needs
from desktop.domain.agreement_check import Level
from desktop.domain.inputs import life as sheets
from desktop.domain.refusal import Fault, Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk


def conclude(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Ends the mediation with its outcome code, the true day and the reasons (PML 26; SMR 26; OMR 21, 25).

    A draft that comes to nothing is void; an oral agreement takes effect at once (PML 30).
    """
    clean = fields.check(sheets.CONCLUDE, values, desk.today())
    code = OutcomeCode(clean["outcome"])
    ways = life.chosen(clean.get("ways"), sheets.WAYS, "ways")
    with life.making(desk, number, "conclude") as made:
        w, case, now = made.w, made.case, made.now
        day = last_day(desk, now, clean.get("concluded_on"), "concluded_on")
        reason = clean.get("reason") or ""
        if code is OutcomeCode.AGREED_ORAL:
            _by_word_of_mouth(w, now, day)
        else:
            _fits(now, code, day, clean)
            drop_draft(w, now)
            if code is OutcomeCode.TRANSFERRED:
                w.add(Referral(case_id=case.id, body=clean["handed_to"], outward=True, received_on=day))
            w.add(Outcome(case_id=case.id, code=code, concluded_on=day, agreed_fen=None, reason=reason))
        end_rest(w, now, day)
        if clean.get("returned_on"):
            returned(desk, w, now, clean["returned_on"], day)
        told = {
            "outcome": code.value,
            "disputed": clean.get("disputed") or [],
            "conduct": clean.get("conduct") or "",
            "ways": ways,
            "handed_to": clean.get("handed_to") or "",
        }
        return life.done(made, "conclude", day, version, note=reason[:500], values=told)


def refer_out(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Hands the case to another body: the mediation ends as transferred."""
    clean = fields.check(sheets.REFER_OUT, values, desk.today())
    with life.making(desk, number, "refer_out") as made:
        w, now = made.w, made.now
        day = last_day(desk, now, clean.get("handed_on"), "handed_on")
        drop_draft(w, now)
        w.add(Referral(case_id=made.case.id, body=clean["body"], outward=True, received_on=day))
        w.add(Outcome(case_id=made.case.id, code=OutcomeCode.TRANSFERRED, concluded_on=day, agreed_fen=None, reason=clean["reason"]))
        end_rest(w, now, day)
        told = {"outcome": OutcomeCode.TRANSFERRED.value, "handed_to": clean["body"]}
        return life.done(made, "refer_out", day, version, note=f"{clean['body']}：{clean['reason'][:400]}", values=told)


def give_back(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The report and the material went back to the court (SMR 26)."""
    clean = fields.check(sheets.GIVE_BACK, values, desk.today())
    with life.making(desk, number, "give_back") as made:
        assert made.now.outcome is not None
        day = returned(desk, made.w, made.now, clean.get("returned_on") or desk.today(), made.now.outcome.concluded_on)
        return life.done(made, "give_back", day, version, note=clean.get("note") or "")


def last_day(desk: Desk, now: Situation, typed: date | None, field: str) -> date:
    """The day on which a mediation ended: not before the acceptance, nor before its last session."""
    sat = now.case.sessions[-1].day if now.case.sessions else None
    rests = max((one.begins for one in now.case.suspensions), default=None)
    since = (
        (now.case.accepted_on, _("the day of acceptance")),
        (sat, _("the last session")),
        (rests, _("the day from which it rested")),
    )
    return life.day_of(desk, typed, field, *since)


def drop_draft(w: Work, now: Situation) -> None:
    """What was written or issued and came to nothing is void; it stays listed."""
    standing = now.agreement
    if standing is None:
        return
    for paper in now.case.documents:
        if paper.kind is PaperKind.AGREEMENT and paper.subject_id == standing.id and paper.state is not DocumentState.VOID:
            w.change(paper, None, {"state": DocumentState.VOID})
    w.change(standing, None, {"status": AgreementStatus.VOID})


def end_rest(w: Work, now: Situation, day: date) -> None:
    """A mediation that rested when it ended does not rest any longer."""
    if now.suspension is not None:
        w.change(now.suspension, None, {"ends": day})


def returned(desk: Desk, w: Work, now: Situation, day: date, ended: date) -> date:
    """Writes the day on which a court's case went back."""
    why = needs.to_be_given_back(now)
    if why:
        raise Refusal(why, "returned_on", "not_allowed")
    assert now.referral is not None
    life.day_of(desk, day, "returned_on", (ended, _("the end of the mediation")))
    w.change(now.referral, None, {"returned_on": day})
    return day


def _fits(now: Situation, code: OutcomeCode, day: date, clean: Mapping[str, Any]) -> None:
    """Refusal where the code does not say what happened."""
    if code is OutcomeCode.FAILED_UNSIGNED and (now.agreement is None or now.agreement.status is AgreementStatus.DRAFT):
        raise Refusal(_("No agreement was issued that somebody could refuse to sign: choose another outcome."), "outcome")
    if code is not OutcomeCode.FAILED_UNSIGNED and now.agreement is not None and any(effect.signed(one) for one in now.agreement.signings):
        raise Refusal(_("Somebody has signed the agreement: it ends as refused to sign, or all sign."), "outcome")
    if code is OutcomeCode.FAILED_EXPIRED:
        law = now.law() if now.law is not None else None
        term = dues.mediation(now, *law) if law is not None else None
        if term is not None and day <= term.due:
            raise Refusal(_("The time has not run out: it ends on {day}.").format(day=dates.in_words(term.due)), "outcome")
    if code is OutcomeCode.TRANSFERRED and not (clean.get("handed_to") or "").strip():
        raise Refusal(_("Say to which body the case was handed."), "handed_to")
    if code in (*needs.FAILED, OutcomeCode.TERMINATED_OTHER) and not (clean.get("reason") or "").strip():
        raise Refusal(_("Say why it failed: the file and the report to the court need the reason (SMR 26)."), "reason")


def _by_word_of_mouth(w: Work, now: Situation, day: date) -> None:
    """An oral agreement stands as it was written down: without signatures, from its day (PML 28, 30)."""
    standing = now.agreement
    if standing is None or standing.form is not AgreementForm.ORAL:
        raise Refusal(_("Write down what was agreed by word of mouth first: an agreement of the form “oral”."), "outcome")
    in_force(w, now.case, standing, standing.day or day)


# Who the parties are and who may act for them is entered afterwards where an agreement was made by word of mouth or elsewhere.
_OF_THE_PEOPLE = ("identity", "no_guardian", "agent_general", "agent_expired", "no_mediator", "member_not_covered")


def in_force(
    w: Work, case: Case, standing: Agreement, day: date, code: OutcomeCode = OutcomeCode.AGREED_ORAL, *, identities: bool = False
) -> None:
    """Lets an agreement that is not signed here take effect on a day, with its outcome; Refusal for each plain fault in it.

    Of what was agreed by word of mouth or by silence identities may be only stated; of a written agreement they are checked.
    """
    red = [
        one
        for one in agreement_check.check(case, standing, day)
        if one.level is Level.RED and (identities or one.kind not in _OF_THE_PEOPLE)
    ]
    if red:
        raise Refusal.of([Fault(one.place, one.sentence) for one in red])
    told = {"status": AgreementStatus.SIGNED, "number": standing.number or case.number, "effective_on": day, "earliest_effect_on": day}
    w.change(standing, None, {**told, "day": standing.day or day})
    w.add(Outcome(case_id=case.id, code=code, concluded_on=day, agreed_fen=agreement_check.agreed_fen(standing)))
