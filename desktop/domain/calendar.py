"""Working days, holidays and the last day of a period (民法典 arts 201 to 203, 民事诉讼法 art 85).

Counting: the day of the event is not counted; a last day on a Saturday, Sunday or holiday moves to the next working day; a make-up
Saturday or Sunday (调休上班) is a working day and does not move it. The yearly schedule of the State Council comes in as a table by year;
a year that the table does not have is counted by weekends alone, and every answer that touched it says `known=False` with a sentence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from desktop.domain import dates
from desktop.domain.refusal import Refusal
from desktop.i18n import _

MOST_DAYS = 40_000  # a hundred years: a longer period is a slip of the hand
ENOUGH = 11  # days off that every year has had since 2008: an office that typed so many has typed the year's schedule


@dataclass(frozen=True)
class Year:
    """The schedule of one year: names of the days off, make-up working days, the days paid at 300 % (`statutory`), and the notice."""

    year: int
    off: Mapping[date, str]
    working: frozenset[date]
    statutory: frozenset[date]
    source: str
    status: str = "unverified"


@dataclass(frozen=True)
class Counted:
    """A day that was counted: `day` is the answer, `nominal` the day before it moved.

    `known` is False, and `sentence` says so, when the schedule of a year was missing.
    """

    day: date
    nominal: date
    known: bool = True
    sentence: str = ""

    @property
    def moved(self) -> bool:
        """Whether the last day moved because of a weekend or holiday."""
        return self.day != self.nominal


@dataclass(frozen=True)
class OwnDay:
    """A day that the office entered itself: off, or a working day that makes up for one."""

    name: str
    working: bool
    source: str = ""


@dataclass(frozen=True)
class Calendar:
    """The holiday schedules that are known, by year; the office's own days (`own`) win over them."""

    years: Mapping[int, Year] = field(default_factory=dict)
    own: Mapping[date, OwnDay] = field(default_factory=dict)

    def known(self, day: date) -> bool:
        """Whether the schedule of the day's year is in the table, or was typed in by the office."""
        return self._known(day.year)

    def _known(self, year: int) -> bool:
        return year in self.years or sum(one.year == year and not own.working for one, own in self.own.items()) >= ENOUGH

    def name(self, day: date) -> str:
        """The holiday's name (春节), 调休上班 for a make-up working day, '' for any other day."""
        own = self.own.get(day)
        if own is not None:
            return own.name or ("调休上班" if own.working else "放假")
        year = self.years.get(day.year)
        if year is None:
            return ""
        return year.off.get(day) or ("调休上班" if day in year.working else "")

    def is_working_day(self, day: date) -> bool:
        """Whether offices and courts work that day; by weekends alone where the year is not known."""
        own = self.own.get(day)
        if own is not None:
            return own.working
        year = self.years.get(day.year)
        if year is not None:
            if day in year.working:
                return True
            if day in year.off:
                return False
        return day.weekday() < 5

    def is_statutory_holiday(self, day: date) -> bool:
        """Whether work on that day is paid at 300 % (全国年节及纪念日放假办法, 劳动法 art 44); False where the year is not known."""
        year = self.years.get(day.year)
        return year is not None and day in year.statutory

    def last_day(self, start: date, days: int) -> Counted:
        """The last day of a period of so many calendar days: the start day is not counted, a last day off moves on."""
        return self._moved(start + timedelta(days=_sensible(days)))

    def last_day_of_months(self, start: date, months: int) -> Counted:
        """The same for months (12 to a year): the day of the same number, or the month's last day (民法典 art 202)."""
        return self._moved(dates.add_months(start, _sensible(months)))

    def add_working_days(self, start: date, days: int) -> Counted:
        """The working day so many working days after the start day, which is not counted; 0 gives the start day or the next working day."""
        if _sensible(days) == 0:
            return self._moved(start)
        day, left = start, days
        while left:
            day += timedelta(days=1)
            left -= self.is_working_day(day)
        return self._answer(day, day, start + timedelta(days=1))

    def days_before(self, day: date, days: int) -> Counted:
        """The latest working day that is at least so many calendar days before an event: by when a notice has to be out."""
        nominal = day - timedelta(days=_sensible(days))
        found = nominal
        while not self.is_working_day(found):
            found -= timedelta(days=1)
        return self._answer(found, nominal, found)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after the start day up to and with the end day; 0 when the end is not later."""
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, min((end - start).days, MOST_DAYS) + 1))

    def _moved(self, nominal: date) -> Counted:
        day = nominal
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return self._answer(day, nominal, nominal)

    def _answer(self, day: date, nominal: date, first: date) -> Counted:
        """The answer, with its warning when a year between the first and the last day that were looked at is missing."""
        missing = [year for year in range(first.year, max(day, nominal).year + 1) if not self._known(year)]
        return Counted(day, nominal, not missing, unknown_year(missing[0]) if missing else "")


def unknown_year(year: int) -> str:
    """The sentence for a year whose schedule is not in the table."""
    return _("The holiday schedule of {year} is not in the table yet: only Saturdays and Sundays were counted as days off.").format(
        year=year
    )


def _sensible(days: int) -> int:
    if not 0 <= days <= MOST_DAYS:
        raise Refusal(_("A period has between 0 and {most} days.").format(most=MOST_DAYS), code="period")
    return days


def from_tables(*tables: Mapping[str, Any]) -> Calendar:
    """A calendar out of parsed `holidays.toml` tables; a year in a later table (typed in by the office) replaces the earlier one.

    Refusal naming the year when a table is not of that form, for example a span that ends before it begins.
    """
    years: dict[int, Year] = {}
    for table in tables:
        for entry in table.get("year", ()):
            number = entry.get("year", "?")
            try:
                years[int(number)] = _year(entry)
            except (KeyError, TypeError, ValueError) as error:
                sentence = _("The holiday table of {year} cannot be read: {reason}.")
                raise Refusal(sentence.format(year=number, reason=error), "holidays", "law") from error
    return Calendar(years)


def with_days(calendar: Calendar, days: Mapping[date, OwnDay]) -> Calendar:
    """The same calendar with the office's own days over it."""
    return replace(calendar, own={**calendar.own, **days})


def _year(entry: Mapping[str, Any]) -> Year:
    number = int(entry["year"])
    off: dict[date, str] = {}
    for span in entry.get("holidays", ()):
        if span["to"] < span["from"] or (span["to"] - span["from"]).days > 31:
            raise ValueError(f"{span['name']} {span['from']} {span['to']}")
        off |= {day: str(span["name"]) for day in _days(span["from"], span["to"])}
    working, statutory = frozenset(entry.get("working", ())), frozenset(entry.get("statutory", ()))
    if not all(isinstance(day, date) for day in (*working, *statutory)):
        raise ValueError("working, statutory")
    wrong = [day for day in (*off, *working, *statutory) if day.year != number]
    wrong += [day for day in working if day in off] + [day for day in statutory if day not in off]
    if wrong:
        raise ValueError(", ".join(map(str, wrong)))
    return Year(number, off, working, statutory, str(entry["source"]), str(entry.get("status", "unverified")))


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
