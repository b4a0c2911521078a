"""What moves the end of a mediation: it rests and goes on, or both sides agree that it may last longer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.term import Extension, Suspension
from db.vocabulary import Regime
from desktop.domain import dates, dues, fields
from desktop.domain.inputs.life import EXTEND, RESUME, SUSPEND
from desktop.domain.refusal import Fault, Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk


def suspend(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The mediation rests from a day on; an appraisal's days do not count (OMR 26)."""
    clean = fields.check(SUSPEND, values, desk.today())
    with life.making(desk, number, "suspend") as made:
        last = made.case.sessions[-1].day if made.case.sessions else None
        since = ((made.case.accepted_on, _("the day of acceptance")), (last, _("the last session")))
        begins = life.day_of(desk, clean.get("begins"), "begins", *since)
        if any(one.ends is not None and begins < one.ends for one in made.case.suspensions):
            raise Refusal(_("The mediation rested already on that day: begin after that rest."), "begins")
        made.w.add(Suspension(case_id=made.case.id, begins=begins, reason=clean["reason"], excluded=bool(clean.get("excluded"))))
        told = {"excluded": bool(clean.get("excluded"))}
        return life.done(made, "suspend", begins, version, note=clean["reason"], values=told)


def resume(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The mediation goes on where it stood."""
    clean = fields.check(RESUME, values, desk.today())
    with life.making(desk, number, "resume") as made:
        resting = made.now.suspension
        since = ((resting.begins, _("the day from which it rested")),) if resting is not None else ()
        ends = life.day_of(desk, clean.get("ends"), "ends", *since)
        if resting is not None:
            made.w.change(resting, None, {"ends": ends})
        return life.done(made, "resume", ends, version, note=clean.get("note") or "")


def extend(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Both sides agree to a later end: thirty days more under the rules of 2025, else the day they agree on (SMR 27; MoJ75 33).

    Refusal without the day on which each side agreed, and for a day that lies before the limit or beyond what the rule allows.
    """
    clean = fields.check(EXTEND, values, desk.today())
    consents = {"applicant_agreed_on": _("The applicant"), "respondent_agreed_on": _("The respondent")}
    without = [key for key in consents if clean.get(key) is None]
    if without:
        sentence = _("Without both sides' consent the term is not extended: enter the day on which each agreed.")
        raise Refusal.of([Fault(key, sentence) for key in without])
    with life.making(desk, number, "extend") as made:
        days = [life.day_of(desk, clean[key], key, (made.case.received_on, _("the day of the request"))) for key in consents]
        until = _until(made.now, clean.get("until"))
        for key, day in zip(consents, days, strict=True):
            if day > until:
                raise Refusal(_("The consent lies after the day to which it is extended."), key)
        made.w.add(
            Extension(
                case_id=made.case.id,
                until=until,
                applicant_agreed_on=days[0],
                respondent_agreed_on=days[1],
                reason=clean.get("reason") or "",
            )
        )
        note = _("until {day}").format(day=dates.in_words(until))
        return life.done(made, "extend", max(days), version, note=note, values={"until": until.isoformat()})


def _until(now: Situation, typed: date | None) -> date:
    """The day to which it may be extended, checked against the rule of the case's regime."""
    law = now.law
    assert law is not None
    values, calendar = law()
    bare = dues.mediation(now, values, calendar, extended=False)
    if bare is None:
        raise Refusal(_("No term runs for this case, so there is nothing to extend."), "until", "not_allowed")
    regime = now.referral.regime if now.referral is not None else None
    if regime is Regime.FILE_FIRST_2025:
        longest = dues.longest(now, values, calendar)
        assert longest is not None
        until = typed or longest.due
        if until > longest.due:
            raise Refusal(_("The extension ends at the latest on {day}.").format(day=dates.in_words(longest.due)), "until", "deadline")
    elif typed is None:
        raise Refusal(_("This kind of mediation is extended to a day that both parties agree on: enter that day."), "until", "deadline")
    else:
        until = typed
    standing = dues.mediation(now, values, calendar) or bare
    if until <= standing.due:
        raise Refusal(
            _("The term runs until {day} already: enter a later day.").format(day=dates.in_words(standing.due)), "until", "deadline"
        )
    return until
