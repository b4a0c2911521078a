"""What falls due beside the mediation itself: the session that is fixed, an accident's days, a divorce, limitation (brief 2.1, 2.9)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from db.vocabulary import ConfirmationResult, MediationType, OutcomeCode, ParticipantKind, PartyKind, Stage
from desktop.domain import deadlines, limitation
from desktop.domain.calendar import Calendar
from desktop.domain.due import Due, own_day
from desktop.domain.law import Value
from desktop.domain.move import OPEN
from desktop.domain.situation import Situation
from desktop.i18n import N_, _

APPOINTED = N_("The day that was fixed for the session")
DETERMINED = N_("Procedure for accidents (公安部令第146号), articles 71 and 86")
_LIMITED = {
    limitation.GENERAL: N_("Limitation of the claim"),
    limitation.LABOUR: N_("Limitation of labour arbitration"),
    limitation.RURAL_LAND: N_("Limitation of arbitration on rural land"),
}


def by_police(now: Situation) -> bool:
    """Whether the police mediate a traffic accident (事故处理程序规定 84 to 94)."""
    return now.case.category == "traffic" and now.case.mediation_type is MediationType.ADMINISTRATIVE


def insured(now: Situation) -> bool:
    """Whether an insurer has to do with a traffic accident: at the table, as a party, or by a policy in the facts."""
    case = now.case
    if case.category != "traffic":
        return False
    at_table = any(one.kind is ParticipantKind.INSURER and one.ended_on is None for one in case.participants)
    facts = case.facts or {}
    rows = [row for key in ("vehicles", "policies") for row in facts.get(key) or () if isinstance(row, Mapping)]
    by_policy = any(str(row.get("insurer") or "").strip() for row in rows)
    return at_table or by_policy or any(party.kind is PartyKind.COMPANY and "保险" in party.name for party in case.parties)


def appointment(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    """The session that is fixed, and until when the insurer, or by the police the parties, are to be told of it."""
    fixed = now.appointment
    if fixed is None or now.stage not in OPEN:
        return
    when = " ".join(part for part in (f"{fixed.begins:%H:%M}" if fixed.begins else "", fixed.place) if part)
    told = "" if fixed.told_on is not None else _("The parties have not been told yet.")
    limit = own_day("appointment", fixed.day, None, _(APPOINTED))
    yield Due("appointment", " ".join(part for part in (_("Session"), when) if part), limit, "session", told)
    if insured(now) and fixed.insurer_told_on is None:
        limit = deadlines.before("traffic.insurer_notice", fixed.day, values, calendar)
        yield Due(limit.key, _("Tell the insurer of the session"), limit, "appoint")
    if by_police(now) and fixed.told_on is None:
        limit = deadlines.before("traffic.police_notice", fixed.day, values, calendar)
        yield Due(limit.key, _("Tell the parties of the session"), limit, "appoint")


def accident(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    """What runs from the service of the accident determination (事故处理程序规定 71, 86)."""
    if now.case.category != "traffic" or now.stage not in OPEN:
        return
    facts = now.case.facts or {}
    served = fact_day(facts, "determined_on")
    if served is None:
        what = _("When the accident determination was served is not entered: the days that run from it are not known")
        yield Due("unknown", what, None, "correct", "", _(DETERMINED), quiet=True)
        return
    limit = deadlines.of("traffic.review", served, values, calendar)
    if now.day <= limit.due and str(facts.get("reviewed") or "none").strip() == "none":
        yield Due(limit.key, _("A party can ask for a review of the accident determination"), limit)
    limit = deadlines.of("traffic.police_application", served, values, calendar)
    if now.day <= limit.due and not by_police(now):
        yield Due(limit.key, _("The parties can ask the police to mediate instead, jointly and in writing"), limit)


def divorce(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    """The thirty days in which either may withdraw, and the thirty in which both fetch the certificate (民法典 1077)."""
    applied = fact_day(now.case.facts or {}, "divorce_applied_on")
    if now.case.category != "family" or applied is None:
        return
    cooling = deadlines.of("divorce.cooling_off", applied, values, calendar)
    if now.day <= cooling.due:
        yield Due(cooling.key, _("Either spouse can withdraw the application for divorce"), cooling)
    limit = deadlines.of("divorce.certificate", cooling.due, values, calendar)
    if now.day <= limit.due:
        yield Due(limit.key, _("Both spouses are to fetch the certificate of divorce"), limit)


def limited(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    """Until when the claim, or what was agreed on it, can be sued on; of what a court confirmed the term of enforcement counts."""
    if now.stage in (Stage.PERFORMED, Stage.ARCHIVED):
        return
    if now.signed is not None:
        asked = now.confirmation
        runs = limitation.of_agreement(now.case, values, calendar)
        if runs is not None and (asked is None or asked.result is not ConfirmationResult.CONFIRMED):
            note = limitation.note(runs, now.day)
            yield Due(runs.limit.key, _("Limitation of what was agreed"), runs.limit, "interrupt", note)
        return
    if now.outcome is not None and now.outcome.code is OutcomeCode.SETTLED_WITHDRAWN:
        return
    for key in limitation.keys(now.case):
        runs = limitation.of_claim(key, now.case, values, calendar)
        yield Due(key, _(_LIMITED[key]), runs.limit, "interrupt", limitation.note(runs, now.day))


def fact_day(facts: Mapping[str, Any], key: str) -> date | None:
    """A day among the facts of a case; None where it is not entered."""
    try:
        return date.fromisoformat(facts[key])
    except (KeyError, TypeError, ValueError):
        return None
