"""Limitation of a claim: from what day it counts, what interrupts or suspends it, its last day (民法典 188, 189, 192, 194, 195, 198).

`run` is the rule itself, out of a start, events and obstacles; `of_claim` reads them from a case.

Asking a committee for help interrupts it on the day of the request (诉讼时效规定 12; of labour 劳动争议调解仲裁法 27), a promise or a part
payment as well (诉讼时效规定 14). Where the law says "from the interruption, or from the end of the procedure", the earlier day is counted:
nobody loses his claim by being careful.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from db.vocabulary import InterruptionKind, MediationType
from desktop.domain import balance, dates, deadlines, words
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.domain.law import Value, value_on
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.case import Case

GENERAL, LABOUR, RURAL_LAND = "limitation.general", "limitation.labour_arbitration", "limitation.rural_land_arbitration"
SUSPENSION, LONGEST = "limitation.suspension", "limitation.longest"
# The fact of a category from which the claim counts, where nothing was entered with the case itself.
_LENT = (("overdue_since", N_("overdue since")), ("term_to", N_("the end of the term")))
_KNOWN_BY = {
    "finance": _LENT,
    "private_loan": _LENT,
    "sale": (("pay_by", N_("the end of the term")),),
    "traffic": (("accident_on", N_("the accident")),),
    "injury": (("harmed_on", N_("the harm")),),
    "labour": (("ended_on", N_("the last day of work")),),
}
_OWN = (InterruptionKind.PROMISE, InterruptionKind.PART_PAYMENT)
_RURAL = ("土地承包", "草原承包", "农村土地")


class Event(NamedTuple):
    """Something that lets it begin anew; `owed` is what the debtor did himself: it counts even when the time had run out (民法典 192)."""

    day: date
    what: str
    owed: bool
    kind: InterruptionKind


class Obstacle(NamedTuple):
    """Something that kept the creditor from asking, from `first` until the day on which it fell away (民法典 194)."""

    first: date
    until: date
    what: str


class Step(NamedTuple):
    """One thing that was looked at: what happened on `day`, and how long it runs after that; without effect it runs as before."""

    day: date
    what: str
    limit: Deadline
    effect: str  # start, anew, revived, suspended, late, early
    lapsed: date | None = None  # of a late one: the last day that had passed; the debtor may have revived it since


class Runs(NamedTuple):
    """`limit` counts from `since`; `late` is the last day that had passed before what happened, where it had: then `limit` holds only if
    something that is not entered interrupted it before.

    `longest` is the day beyond which nothing carries it (民法典 188 II), None where it is not bounded; `steps` tell how it came so.
    """

    limit: Deadline
    since: str
    late: date | None
    start_known: bool
    steps: tuple[Step, ...] = ()
    longest: Deadline | None = None


def keys(case: "Case") -> list[str]:
    """The kinds of limitation that a claim of this case has."""
    if case.category == "labour":
        return [LABOUR]
    rural = case.mediation_type is MediationType.RURAL_LAND or any(word in case.cause for word in _RURAL)
    return [GENERAL, *([RURAL_LAND] if rural else [])]


def of_claim(key: str, case: "Case", values: Sequence[Value], calendar: Calendar) -> Runs:
    """How the limitation of the claim stands by everything that is entered; Refusal where the table has no such period."""
    start, what = start_of(case)
    return run(key, start, what, events(case), values, calendar)


def run(
    key: str,
    start: date | None,
    what: str,
    happened: Iterable[Event],
    values: Sequence[Value],
    calendar: Calendar,
    obstacles: Iterable[Obstacle] = (),
    harmed: date | None = None,
) -> Runs:
    """How a limitation runs that began on `start` (None: on a day nobody knows; then there is an event): anew from each event in time.

    Obstacles suspend it. `harmed` is the day of the harm, from which the longest period counts, which nothing interrupts or suspends: it
    ends all, unless the debtor promised or paid after it. Refusal where the table has no such period.
    """
    hindered = sorted(obstacles)
    longest = deadlines.of(LONGEST, harmed, values, calendar) if harmed is not None else None
    limit: Deadline | None = None
    since, steps = what, list[Step]()
    late: date | None = None
    if start is not None:
        limit = _counted(key, start, values, calendar)
        steps.append(Step(start, what, limit, "start"))
        limit = _suspended(key, limit, hindered, values, calendar, steps)
    for event in sorted(happened):
        if limit is not None and event.day < steps[0].day:
            steps.append(Step(event.day, event.what, limit, "early"))
            continue
        lapsed = _earlier(limit, longest).due if limit is not None else None
        effect = "anew" if limit is not None else "start"
        if event.owed:
            if late is not None or (lapsed is not None and event.day > lapsed):
                effect, late = "revived", None
            longest = None if longest is not None and event.day > longest.due else longest
        elif lapsed is not None and event.day > lapsed:
            late = late or lapsed
        if late is not None:
            effect = "late"
        steps = [step for step in steps if step.day <= event.day]  # an obstacle to come is looked at again
        limit, since = _counted(key, event.day, values, calendar), event.what
        steps.append(Step(event.day, event.what, limit, effect, late))
        limit = _suspended(key, limit, hindered, values, calendar, [] if late else steps)
    assert limit is not None  # a start, or the request itself
    if _earlier(limit, longest) is longest:
        since = _("the harm to the right, for the longest period")
    return Runs(_earlier(limit, longest), since, late, start is not None, tuple(steps), longest)


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
    found = [event(case.received_on, InterruptionKind.REQUEST, _("the request for mediation"))]
    found += [event(one.day, one.kind) for one in case.interruptions]
    for row in (case.facts or {}).get("payments") or ():
        day = _day(row, "paid_on") if isinstance(row, Mapping) else None
        if day is not None:
            found.append(event(day, InterruptionKind.PART_PAYMENT))
    return found


def event(day: date, kind: InterruptionKind, what: str = "") -> Event:
    """Something of this kind that happened."""
    return Event(day, what or words.shown(kind), kind in _OWN, kind)


def start_of(case: "Case") -> tuple[date | None, str]:
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


def counting(key: str, start: date, values: Sequence[Value], calendar: Calendar) -> Value:
    """The value by which a period that began on `start` counts: one that still ran when the law changed has the new length."""
    value = value_on(values, key, start)
    later = value_on(values, key, deadlines.of(key, start, values, calendar).due)
    return value if (later.days, later.unit) == (value.days, value.unit) else later


def _counted(key: str, start: date, values: Sequence[Value], calendar: Calendar, excluded: int = 0) -> Deadline:
    """The last day of the period; one that still ran when the law changed has the new length from its old beginning."""
    value = counting(key, start, values, calendar)
    limit = deadlines.of(key, start, [replace(value, valid_from=min(value.valid_from, start))], calendar, excluded)
    before = value_on(values, key, start)
    return limit if before.note == value.note else replace(limit, note=" ".join(part for part in (before.note, limit.note) if part))


def _suspended(
    key: str, limit: Deadline, obstacles: Sequence[Obstacle], values: Sequence[Value], calendar: Calendar, steps: list[Step]
) -> Deadline:
    """The limit after the obstacles, earliest first, which add their steps.

    In general those of the last six months, and it ends six months after they fell away (民法典 194); of labour arbitration the days in
    between do not count and the rest goes on (调解仲裁法 27 III).
    """
    start, out, seen = limit.counted_from, 0, limit.counted_from
    for one in obstacles:
        if one.first > limit.due:
            break
        if key == LABOUR:
            begun = max(one.first, seen)
            out, seen = out + max((one.until - begun).days, 0), max(one.until, seen)
            longer = _counted(key, start, values, calendar, out)
        else:
            rest = value_on(values, SUSPENSION, one.until)
            if one.until <= max(dates.add_months(limit.nominal or limit.due, -rest.days), start):
                continue
            longer = deadlines.of(SUSPENSION, one.until, values, calendar)
        if longer.due > limit.due:
            limit = longer
            steps.append(Step(one.first, one.what, limit, "suspended"))
    return limit


def _earlier(limit: Deadline, longest: Deadline | None) -> Deadline:
    return longest if longest is not None and longest.due < limit.due else limit


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
