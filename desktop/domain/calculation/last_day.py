"""The last day of a period as a step that can be followed: how it was counted, and whether a day off moved it (民法典 201 to 203)."""

from datetime import date

from desktop.domain import dates, law_words
from desktop.domain.calculation.result import Day
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.i18n import _

MOST = {"days": 36_500, "working_days": 5_000, "months": 1_200, "years": 100}
"""The longest period of each unit that is counted: a longer one is a slip of the hand."""


def length(limit: Deadline) -> str:
    """How long it is, in words: 3 years."""
    return _("{n} {unit}").format(n=limit.days, unit=law_words.unit(limit.unit))


def how(limit: Deadline, calendar: Calendar) -> str:
    """From the day that is not counted to the last one, and the day off that moved it."""
    sentence = _("from {start}, which is not counted, {length}: {day}")
    nominal = limit.nominal or limit.due
    said = sentence.format(start=dates.in_words(limit.counted_from), length=length(limit), day=dates.in_words(nominal))
    if nominal == limit.due:
        return said
    off = calendar.name(nominal) or (_("Saturday") if nominal.weekday() == 5 else _("Sunday"))
    return said + _(", a day off ({name}), so {day}").format(name=off, day=dates.in_words(limit.due))


def told(what: str, limit: Deadline, calendar: Calendar, note: str = "") -> Day:
    """The result; where the holidays of a year it went through are not in the table, it says that the day can still move."""
    if limit.known:
        return Day(what, limit.due, note)
    first = limit.counted_from if limit.unit == "working_days" else limit.nominal or limit.due
    year = next((one for one in range(first.year, limit.due.year) if not calendar.known(date(one, 1, 1))), limit.due.year)
    unsure = _("The holidays of {year} are not in the table: only Saturdays and Sundays were counted, the day can still move.")
    return Day(what, limit.due, note + unsure.format(year=year))
