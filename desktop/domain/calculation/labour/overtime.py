"""Overtime by the hour: on working days, rest days and statutory holidays (劳动法 art 44), from a base not below the minimum wage.

The hour's wage is the month's ÷ 21.75 ÷ 8, that is ÷ 174 (关于职工全年月平均工作时间和工资折算问题的通知). Which days are paid as holidays
is a table by date (`Calendar.statutory`): days off that only make up for others are rest days.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.labour import minimum
from desktop.domain.calculation.labour.sheet import OVERTIME
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, plain, shown, yuan
from desktop.domain.refusal import Fault
from desktop.i18n import _

DAY_HOURS = 24


def faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    """Rows of which nobody can say what they are, or that contradict the calendar or the time of work."""
    last, hours_of = given.get("ended_on") or book.day, dict[date, Decimal]()
    for n, row in enumerate(given.get("overtime") or ()):
        place, day = f"overtime.{n}", row.get("day")
        if day is None:
            if not row.get("kind"):
                yield Fault(f"{place}.kind", _("Say on which kind of days, or enter the day."))
            continue
        if not given["started_on"] <= day <= last:
            yield Fault(f"{place}.day", _("Not at work here on {day}.").format(day=dates.in_words(day)))
        hours_of[day] = hours_of.get(day, Decimal(0)) + row["hours"]
        if hours_of[day] > DAY_HOURS:
            yield Fault(f"{place}.hours", _("More than 24 hours on {day}.").format(day=dates.in_words(day)))
        yield from _against_calendar(f"{place}.kind", row.get("kind"), day, book)


def _against_calendar(place: str, kind: str | None, day: date, book: Book) -> Iterator[Fault]:
    """Statutory holidays are those of the table; which of the other days are rest days may differ from worker to worker."""
    if not book.calendar.known(day):
        if not kind:
            yield Fault(place, _("The holidays of {year} are not known here: say which kind of day it was.").format(year=day.year))
    elif kind and (kind == "holiday") != book.calendar.is_statutory_holiday(day):
        wrong = _("{day} is no statutory holiday: a day off that only goes with one is a rest day.")
        said = wrong if kind == "holiday" else _("{day} is a statutory holiday.")
        yield Fault(place, said.format(day=dates.in_words(day)))


def kind_of(row: Mapping[str, Any], book: Book) -> str:
    """What the hours of a row are: as stated, else by the calendar of its day."""
    if row.get("kind"):
        return str(row["kind"])
    if book.calendar.is_statutory_holiday(row["day"]):
        return "holiday"
    return "weekday" if book.calendar.is_working_day(row["day"]) else "rest"


def hour_wage(monthly: Decimal, book: Book) -> Fraction:
    """The wage of an hour: month ÷ 21.75 ÷ 8."""
    return Fraction(monthly) / Fraction(book.number("day_wage.paid_days")) / Fraction(book.number("labour.hours_per_day"))


def lines(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> list[Line]:
    """The hours by kind, the wage of an hour, and each row at its rate, less what was paid for it."""
    rows = given.get("overtime") or ()
    made, said = [], set[Decimal]()
    if len(rows) > 1:
        made.append(_hours(given, book))
    for row in rows:
        base, steps = _base(given, row.get("day") or given.get("ended_on") or book.day, book)
        if base not in said:
            said.add(base)
            made += steps
        made.append(_row(given, row, base, chosen, book))
    return made


def _hours(given: Mapping[str, Any], book: Book) -> Line:
    """How many hours there are of each kind."""
    found: dict[str, Decimal] = {}
    for row in given["overtime"]:
        kind = kind_of(row, book)
        found[kind] = found.get(kind, Decimal(0)) + row["hours"]
    parts = [_("{kind}: {hours} hours").format(kind=_(label), hours=plain(found[key])) for key, label in OVERTIME if key in found]
    return Line("overtime", _("Hours of overtime"), "；".join(parts), None, _("Labour Law, art. 44"), given["name"])


def _base(given: Mapping[str, Any], day: date, book: Book) -> tuple[Decimal, list[Line]]:
    """The month's wage that counts on a day, and how the hour's follows from it."""
    monthly, raised = minimum.at_least(yuan(given.get("overtime_base") or given["monthly_wage"]), given, book, day)
    made = []
    if raised:
        article = _("Labour Law, art. 48; Minimum Wage Rules, art. 12")
        made.append(Line("overtime", _("Minimum wage"), raised, None, article, given["name"]))
    days, hours, hour = book.number("day_wage.paid_days"), book.number("labour.hours_per_day"), hour_wage(monthly, book)
    how = _("{monthly} yuan ÷ {days} ÷ {hours} ({whole} hours a month) = {hour} yuan an hour, {day} yuan a day").format(
        monthly=shown(monthly),
        days=plain(days),
        hours=plain(hours),
        whole=plain(days * hours),
        hour=shown(cent(hour)),
        day=shown(cent(hour * Fraction(hours))),
    )
    made.append(Line("overtime", _("Wage of an hour"), how, None, _("Labour Law, art. 44; Notice on Converting Wages"), given["name"]))
    return monthly, made


def _row(given: Mapping[str, Any], row: Mapping[str, Any], monthly: Decimal, chosen: Mapping[str, str], book: Book) -> Line:
    kind = kind_of(row, book)
    percent = book.number(f"labour.overtime.{chosen['holiday_pay'] if kind == 'holiday' else kind}")
    due, paid = cent(hour_wage(monthly, book) * Fraction(row["hours"]) * Fraction(percent) / 100), yuan(row.get("paid") or 0)
    how = _("{monthly} yuan ÷ {days} ÷ {day_hours} × {hours} hours × {percent}%").format(
        monthly=shown(monthly),
        days=plain(book.number("day_wage.paid_days")),
        day_hours=plain(book.number("labour.hours_per_day")),
        hours=plain(row["hours"]),
        percent=plain(percent),
    )
    how += _(", less {paid} yuan paid").format(paid=shown(min(paid, due))) if paid else ""
    day = row.get("day")
    told = [_(dict(OVERTIME)[kind]), *([dates.in_words(day), book.calendar.name(day)] if day else []), row.get("when") or ""]
    what = _("Overtime {kind}").format(kind="，".join(part for part in told if part))
    return Line("overtime", what, how, max(due - paid, ZERO), _("Labour Law, art. 44"), given["name"])
