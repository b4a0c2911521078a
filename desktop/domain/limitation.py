"""Limitation of a claim: from what day it counts, what lets it begin anew, and its last day (民法典 188, 189, 192, 195).

Asking a committee for help interrupts it on the day of the request (诉讼时效规定 12; of labour 劳动争议调解仲裁法 27), a promise or a part
payment as well (诉讼时效规定 14). Where the law says "from the interruption, or from the end of the procedure", the earlier day is counted:
nobody loses his claim by being careful.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.vocabulary import InterruptionKind, MediationType
from desktop.domain import balance, dates, deadlines, words
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.domain.law import Value
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.case import Case

GENERAL, LABOUR, RURAL_LAND = "limitation.general", "limitation.labour_arbitration", "limitation.rural_land_arbitration"
# The fact of a category from which the claim counts, where nothing was entered with the case itself.
_KNOWN_BY = {
    "finance": (("overdue_since", N_("overdue since")), ("term_to", N_("the end of the term"))),
    "traffic": (("accident_on", N_("the accident")),),
    "labour": (("ended_on", N_("the last day of work")),),
}
_RURAL = ("土地承包", "草原承包", "农村土地")


class Event(NamedTuple):
    """Something that lets it begin anew; `owed` is what the debtor did himself: it counts even when the time had run out (民法典 192)."""

    day: date
    what: str
    owed: bool


class Runs(NamedTuple):
    """`limit` counts from `since`; `late` is the last day that had passed before the request, where it had."""

    limit: Deadline
    since: str
    late: date | None
    start_known: bool


def keys(case: "Case") -> list[str]:
    """The kinds of limitation that a claim of this case has."""
    if case.category == "labour":
        return [LABOUR]
    rural = case.mediation_type is MediationType.RURAL_LAND or any(word in case.cause for word in _RURAL)
    return [GENERAL, *([RURAL_LAND] if rural else [])]


def of_claim(key: str, case: "Case", values: Sequence[Value], calendar: Calendar) -> Runs:
    """How the limitation of the claim stands by everything that is entered; Refusal where the table has no such period."""
    start, what = _start(case)
    limit = _counted(key, start, values, calendar) if start is not None else None
    since, late = what, None
    for event in sorted(events(case)):
        if limit is not None and event.day < limit.counted_from:
            continue
        if limit is not None and event.day > limit.due and not event.owed:
            late = late or limit.due
        elif event.owed:
            late = None
        limit, since = _counted(key, event.day, values, calendar), event.what
    assert limit is not None  # the request itself is always there
    return Runs(limit, since, late, start is not None)


def of_agreement(case: "Case", values: Sequence[Value], calendar: Calendar) -> Runs | None:
    """The limitation of what was agreed: from the last day of the last part (民法典 189), anew from what was performed since.

    None without an agreement in force, without a day, and where nothing is left.
    """
    standing = [one for one in balance.of_case(case, balance.NEVER, calendar) if not one.done]
    days = [one.last_day for one in standing if one.last_day is not None]
    if not days:
        return None
    last, since = max(days), _("the last day of performance")
    paid = max((row.day for one in standing for row in one.obligation.performances), default=None)
    told = max((one.day for one in case.interruptions), default=None)
    for day, what in ((paid, _("what was performed last")), (told, _("the last interruption"))):
        if day is not None and day > last:
            last, since = day, what
    return Runs(_counted(GENERAL, last, values, calendar), since, None, True)


def events(case: "Case") -> list[Event]:
    """Everything that interrupts, in no order: the request for mediation, what was entered, payments that the facts tell of."""
    found = [Event(case.received_on, _("the request for mediation"), False)]
    for one in case.interruptions:
        own = one.kind in (InterruptionKind.PROMISE, InterruptionKind.PART_PAYMENT)
        found.append(Event(one.day, words.shown(one.kind), own))
    for row in (case.facts or {}).get("payments") or ():
        day = _day(row, "paid_on") if isinstance(row, Mapping) else None
        if day is not None:
            found.append(Event(day, words.shown(InterruptionKind.PART_PAYMENT), True))
    return found


def _start(case: "Case") -> tuple[date | None, str]:
    """The day from which it counted before anything interrupted it, and what that day is; None where nobody has said."""
    if case.limitation_from is not None:
        return case.limitation_from, _("the day that was entered")
    facts: Mapping[str, Any] = case.facts or {}
    for key, what in _KNOWN_BY.get(case.category, ()):
        day = _day(facts, key)
        if day is not None:
            return day, _(what)
    return None, ""


def _day(facts: Mapping[str, Any], key: str) -> date | None:
    try:
        return date.fromisoformat(facts[key])
    except (KeyError, TypeError, ValueError):
        return None


def _counted(key: str, start: date, values: Sequence[Value], calendar: Calendar) -> Deadline:
    """The last day of the period; one that still ran when the law changed has the new length from its old beginning."""
    limit = deadlines.of(key, start, values, calendar)
    later = deadlines.of(key, limit.due, values, calendar)
    if (later.days, later.unit) == (limit.days, limit.unit):
        return limit
    known = [value for value in values if value.key == key and value.valid_from <= limit.due <= value.valid_to]
    newest = max(known, key=lambda value: (bool(value.typed_by), value.valid_from))
    longer = deadlines.of(key, start, [replace(newest, valid_from=min(newest.valid_from, start))], calendar)
    return replace(longer, note=" ".join(part for part in (limit.note, longer.note) if part))


def note(runs: Runs, today: date) -> str:
    """What the reader should know: from what it counts, whether it had run out before, and what is not known."""
    parts = [_("Counted from {what} ({day}).").format(what=runs.since, day=dates.in_words(runs.limit.counted_from))]
    if runs.late is not None:
        sentence = _(
            "It had run out on {day} already; the other side may say so unless it was interrupted before or he performs (民法典 192)."
        )
        parts.append(sentence.format(day=dates.in_words(runs.late)))
    if not runs.start_known:
        parts.append(_("From what day it counted before is not entered, so it is not known whether it had run out."))
    return " ".join(parts)
