"""What falls due in a case on a day: terms of the law by regime, the plan's seven days, confirmation, performance, visits (brief 2.9).

Each has its source. What waits without a day (a return slip that is out) says so instead of a day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from db.vocabulary import AgreementForm, ConfirmationResult, ObligationKind, Regime, Stage
from desktop.domain import balance, claim_dues, dates, deadlines, needs
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.domain.due import Due, own_day
from desktop.domain.law import Value
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _

OPEN = (Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)
_AFTER = (Stage.CONCLUDED, Stage.PERFORMING, Stage.DEFAULTED)
SLIP = N_("Provisions on invited mediation (法释〔2016〕14号), article 27: the clock starts with the signed return slip")
AGREED = N_("The agreement, obligation {n}")
MISSING = N_("Accepted as missing (容缺): the day that was agreed")
COURT_SAID = N_("The day that the court set")


def mediation(now: Situation, values: Sequence[Value], calendar: Calendar, extended: bool = True) -> Deadline | None:
    """By when the mediation ends, with the days that do not count and what both sides agreed to; None before the clock starts."""
    started = _start(now)
    if started is None:
        return None
    regime, start = started
    procedure = now.referral.procedure.value if now.referral is not None and now.referral.procedure else "ordinary"
    out = excluded(now)
    if not regime and _medical(now):
        limit = deadlines.of("mediation.medical", start, values, calendar, out)
    elif not regime and claim_dues.by_police(now):
        first = min((one.day for one in now.case.sessions), default=start)  # their ten days run from the beginning of the mediation
        limit = deadlines.of("traffic.police_mediation", first, values, calendar, out)
    else:
        limit = deadlines.mediation(regime, start, values, calendar, procedure, out)
    agreed = [one.until for one in now.case.extensions]
    if now.referral is not None and now.referral.extended_to is not None:
        agreed.append(now.referral.extended_to)
    until = max(agreed, default=None)
    if extended and until is not None and until > limit.due:
        note = f"{limit.note} {_('Extended to this day with both parties consent.')}".strip()
        return replace(limit, due=until, nominal=until, known=True, note=note)
    return limit


def longest(now: Situation, values: Sequence[Value], calendar: Calendar) -> Deadline | None:
    """The latest day to which both sides can extend under the rules of 2025; None before the clock starts."""
    started = _start(now)
    if started is None:
        return None
    procedure = now.referral.procedure.value if now.referral is not None and now.referral.procedure else "ordinary"
    return deadlines.mediation(started[0], started[1], values, calendar, procedure, excluded(now), extended=True)


def excluded(now: Situation) -> int:
    """How many days do not count so far: rests that are marked so, and what the referral says."""
    rests = sum(((one.ends or now.day) - one.begins).days for one in now.case.suspensions if one.excluded)
    return max(rests, 0) + (now.referral.excluded_days or 0 if now.referral is not None else 0)


def of_case(now: Situation, values: Sequence[Value], calendar: Calendar) -> list[Due]:
    """Everything that falls due or waits, the soonest first; a term that the office has no value for says so instead of hiding the rest."""
    found: list[Due] = []
    for rule in _RULES:
        try:
            found += rule(now, values, calendar)
        except Refusal as no:
            found.append(Due(no.field or "law", no.sentence, None))
    return sorted(found, key=lambda due: due.limit.due if due.limit is not None else date.max)


def _start(now: Situation) -> tuple[str, date] | None:
    """(regime or '', the day from which the term counts)."""
    last = now.referral
    if last is not None and last.regime is not None:
        return (last.regime.value, last.slip_signed_on) if last.slip_signed_on is not None else None
    return ("", now.case.accepted_on) if now.case.accepted_on is not None else None


def _medical(now: Situation) -> bool:
    return "医疗" in now.case.cause or "医疗" in now.case.moj_type


# --- the rules ------------------------------------------------------------------------------------------------------------------


def _intake(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    if now.stage is Stage.REGISTERED:
        limit = None
        last = now.referral
        if last is not None and last.regime is not None and last.received_on is not None and now.case.platform_number:
            limit = deadlines.of("assignment.confirm_acceptance", last.received_on, values, calendar)
        yield Due("accept", _("Accept or refuse"), limit, "accept")
    if now.stage in OPEN and now.slip_out is not None:
        since = now.slip_out.received_on or now.case.received_on
        days = (now.day - since).days
        yield Due(
            "slip", _("The clock has not started: the return slip has been out for {n} days").format(n=days), None, "slip", "", _(SLIP)
        )


def _term(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    if now.stage not in OPEN or now.stage is Stage.REGISTERED:
        return
    limit = mediation(now, values, calendar)
    if limit is not None and now.stage is Stage.SUSPENDED:
        yield Due(limit.key, _("Mediation rests; as it stands it is to end"), limit, "resume")
    elif limit is not None:
        yield Due(limit.key, _("Mediation is to end"), limit, "assign" if now.lead is None else "session")
    if now.case.category == "labour":
        limit = deadlines.of("mediation.labour", now.case.received_on, values, calendar)
        yield Due(limit.key, _("Without an agreement by then, a party may ask for arbitration"), limit, "session")


def _plan(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    if now.stage is not Stage.IN_MEDIATION or now.proposal is None:
        return
    names = needs.not_served(now)
    if names:
        yield Due("serve", _("Serve the plan on {names}").format(names="、".join(names)), None, "serve")
    limit = deadlines.objection(now.proposal, values, calendar)
    if limit is not None:
        yield Due(limit.key, _("Objections to the plan end"), limit, "object" if now.day <= limit.due else "plan_adopted")


def _ended(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    ended = now.outcome
    if ended is None or now.case.closed_on is not None:
        return
    if not needs.to_be_given_back(now):
        yield Due("give_back", _("Report to the court and give the case back"), None, "give_back")
    if ended.code in needs.FAILED and now.case.category == "traffic":
        limit = deadlines.of("traffic.to_police", ended.concluded_on, values, calendar)
        if now.day <= limit.due:
            yield Due(limit.key, _("The parties can ask the police to mediate, jointly and in writing"), limit)
    back = now.referral
    if back is not None and back.returned_on is not None and back.regime is Regime.PRE_FILING_2016 and ended.code in needs.FAILED:
        limit = deadlines.of("court.filing", back.returned_on, values, calendar)
        if now.day <= limit.due:
            yield Due(limit.key, _("The court is to file the case"), limit)


def _confirmation(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    standing, asked = now.signed, now.confirmation
    if standing is None or standing.effective_on is None or now.stage is Stage.ARCHIVED:
        return
    if asked is None:
        wanted = standing.confirmation_wanted and standing.form is not AgreementForm.ORAL and now.case.closed_on is None
        if wanted and not now.case.confirmations:
            yield from _apply_by(now, values, calendar)
        return
    if asked.result is ConfirmationResult.PENDING:
        if asked.supplement_until is not None and asked.supplemented_on is None:
            limit = own_day("supplement", asked.supplement_until, asked.applied_on, _(COURT_SAID))
            yield Due("supplement", _("Hand in what the court asked for"), limit, "confirm_supplement", asked.supplement_asked or "")
        elif asked.accepted_on is not None:
            limit = deadlines.of("confirmation.ruling", asked.accepted_on, values, calendar)
            yield Due(limit.key, _("The court is to rule on the confirmation"), limit, "confirm_result")
        elif asked.applied_on is not None:
            limit = deadlines.of("confirmation.acceptance", asked.applied_on, values, calendar)
            yield Due(limit.key, _("The court is to say whether it takes the application"), limit, "confirm_result")
        return
    if asked.served_on is not None:
        limit = deadlines.of("confirmation.party_objection", asked.served_on, values, calendar)
        if now.day <= limit.due:
            yield Due(limit.key, _("A party can object to the ruling"), limit)
        limit = deadlines.of("confirmation.third_party_objection", asked.served_on, values, calendar)
        if now.day <= limit.due:
            note = _("Counted from the service; it runs from the day on which the third person knew or should have known.")
            yield Due(limit.key, _("A third person can object to the ruling"), limit, "", note)
    if now.stage in _AFTER:
        last = _last_day(now)
        if last is not None:
            limit = deadlines.of("enforcement.application", last, values, calendar)
            yield Due(limit.key, _("Enforcement can be asked for"), limit)


def _apply_by(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    """The safe day, with a note of both where they differ; nothing any more once the later one has passed too."""
    standing = now.signed
    assert standing is not None and standing.effective_on is not None
    earliest = standing.earliest_effect_on or standing.effective_on
    safe, later = (deadlines.confirmation(day, values, calendar) for day in (earliest, standing.effective_on))
    note = ""
    if earliest != standing.effective_on:
        note = _("Counted from {earliest}, the first day that could be argued; from {effect} it would be {day}.").format(
            earliest=dates.in_words(earliest), effect=dates.in_words(standing.effective_on), day=dates.in_words(later.due)
        )
    if now.day <= later.due:
        yield Due("confirmation.application", _("Apply for judicial confirmation"), safe, "confirm_apply", note)


def _owed(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    if now.signed is None or now.stage not in (Stage.CONCLUDED, Stage.PERFORMING):
        return
    for standing in balance.of_case(now.case, now.day, calendar):
        obligation = standing.obligation
        for last, parts in balance.open_by_day(standing):
            open_now = sum((part.remaining for part in parts), start=0)
            left = balance.in_words(obligation, open_now) if obligation.kind is not ObligationKind.ACT else ""
            what = " ".join(word for word in (obligation.subject, left) if word)
            limit = own_day("obligation", last, now.signed.effective_on, _(AGREED).format(n=obligation.ordinal))
            note = _("{n} of {m} are open.").format(n=len(parts), m=len(standing.parts)) if len(parts) > 1 else ""
            yield Due("obligation", _("To be performed: {what}").format(what=what), limit, "perform", note)


def _visit(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    standing = now.signed
    if standing is None or standing.effective_on is None or now.case.closed_on is not None or now.stage is Stage.ARCHIVED:
        return
    limit = visit_by(now, values, calendar)
    if limit is not None:
        yield Due(limit.key, _("Return visit"), limit, "return_visit")


def visit_by(now: Situation, values: Sequence[Value], calendar: Calendar) -> Deadline | None:
    """By when the case is to be visited next: after the effect of the agreement, and after the last day of each instalment.

    One visit serves for everything before its day. None where all was visited, and before an agreement is in force.
    """
    standing = now.signed
    if standing is None or standing.effective_on is None:
        return None
    seen = max((one.day for one in now.case.return_visits), default=None)
    if seen is None or seen < standing.effective_on:
        return deadlines.of("return_visit.after_agreement", standing.effective_on, values, calendar)
    days = {part.last_day for one in balance.of_case(now.case, now.day) for part in one.parts if part.last_day is not None}
    coming = min((day for day in days if seen < day), default=None)
    if coming is None:
        return None
    key = "return_visit.after_instalment" if len(days) > 1 else "return_visit.after_agreement"
    return deadlines.of(key, coming, values, calendar)


def _evidence(now: Situation, values: Sequence[Value], calendar: Calendar) -> Iterator[Due]:
    if now.case.closed_on is not None or now.stage in (Stage.ARCHIVED, Stage.REJECTED):
        return
    for one in now.case.evidence:
        if one.missing_until is not None and one.received_on is None:
            limit = own_day("evidence", one.missing_until, now.case.received_on, _(MISSING))
            yield Due("evidence", _("To be handed in: {what}").format(what=one.name), limit)


_RULES = (
    _intake, claim_dues.appointment, _term, claim_dues.accident, _plan, _ended, claim_dues.divorce, _confirmation, _owed, _visit,
    _evidence, claim_dues.limited,
)  # fmt: skip


def _last_day(now: Situation) -> date | None:
    """The last day of performance: of instalments that of the last one (CPC 250)."""
    assert now.signed is not None
    days = [one.last_day for one in balance.of_case(now.case, now.day) if one.last_day is not None]
    return max(days, default=now.signed.effective_on)
