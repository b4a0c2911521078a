"""Periods of a report: month, quarter, half-year and year by the calendar, or any two days; both ends are counted in."""

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain import dates
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

FREE = "free"
KINDS: dict[str, str] = {
    "month": N_("Month"),
    "quarter": N_("Quarter"),
    "half_year": N_("Half-year"),
    "year": N_("Year"),
    FREE: N_("From … to …"),
}
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise Refusal(_("The period ends before it begins."), "to", "period")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def of(kind: str, day: date, step: int = 0) -> Period:
    """The whole month, quarter, half-year or year of the day; `step` goes on (or, less than 0, back) by so many of them."""
    months = MONTHS[kind]
    begin = date(day.year, (day.month - 1) // months * months + 1, 1)
    first = dates.add_months(begin, step * months)
    return Period(first, dates.add_months(first, months) - timedelta(days=1))


def up_to(period: Period, today: date) -> Period:
    """The period as far as it has gone by: a running one ends today, so that it is compared with no more than it had."""
    return Period(period.first, today) if today in period else period


def year_before(period: Period) -> Period:
    """The same days of the year before; the end of a February stays its end."""
    return Period(_year_before(period.first), _year_before(period.last))


def _year_before(day: date) -> date:
    last_of_february = day.month == 2 and (day + timedelta(days=1)).month == 3
    if last_of_february:
        return date(day.year - 1, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year - 1)


def name(period: Period) -> str:
    """The period as people call it: `2026, quarter 3`; any other as its two days."""
    for kind in MONTHS:
        if of(kind, period.first) == period:
            return _named(kind, period.first)
    if period.first == period.last:
        return dates.in_words(period.first)
    return _("{first} to {last}").format(first=dates.in_words(period.first), last=dates.in_words(period.last))


def name_on(period: Period, today: date) -> str:
    """Its name, and for one that runs how far it has gone."""
    if today in period and today < period.last:
        return _("{period} (up to {day})").format(period=name(period), day=dates.in_words(today))
    return name(period)


def _named(kind: str, first: date) -> str:
    if kind == "month":
        return _("{year}, month {n}").format(year=first.year, n=first.month)
    if kind == "quarter":
        return _("{year}, quarter {n}").format(year=first.year, n=(first.month + 2) // 3)
    if kind == "half_year":
        sentence = _("{year}, first half") if first.month == 1 else _("{year}, second half")
        return sentence.format(year=first.year)
    return _("the year {year}").format(year=first.year)
