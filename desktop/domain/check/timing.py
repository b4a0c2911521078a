"""By when: a day that exists, lies ahead as of the agreement's own day, and no further than the right goes (PML 29; 民法典 200 to 203)."""

import re
from collections.abc import Iterator
from datetime import date

from db.vocabulary import ObligationTiming
from desktop.domain import dates, law, texts
from desktop.domain.check.finding import Checked, Finding, agreed_texts
from desktop.domain.check.kinds import found
from desktop.domain.check.owing import called
from desktop.domain.refusal import Refusal
from desktop.domain.wording import days, numbers
from desktop.i18n import _

_FAR_YEARS = 10
_TERMS = (  # words that name a right, and the legal value of how long it can be given
    (("租赁期", "租期", "承租", "出租", "租给", "租用", "租赁"), "cap.lease.years"),
    (("草场", "草牧场", "草原"), "cap.pasture.years"),
    (("承包期", "流转期", "承包地", "土地经营权"), "cap.land.years"),
)
_SPAN = re.compile(
    rf"(?<![\d{numbers.SIGNS}])(\d{{1,3}}|[{numbers.FIRST}][{numbers.SIGNS}]{{0,3}})\s*年(?![\d{numbers.SIGNS}]*\s*月|[底初末内前后度])"
)
_MOST_YEARS = 999
_CONTRACT_ENDS = ("contract_until", "term_until", "contract_to", "lease_until")


def due(now: Checked) -> Iterator[Finding]:
    """Each obligation has its day, and the day is one on which it can still be performed."""
    far = _years(now, "check.far_years", _FAR_YEARS)
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", called(obligation)
        once = obligation.timing is ObligationTiming.BY_DATE
        if once and obligation.due_on is None:
            yield found("no_date", f"{at}.due_on", _("{which}: the day by which it is owed is missing.").format(which=which))
        known = [obligation.due_on] if once else [part.due_on for part in obligation.instalments]
        past = [day for day in known if day is not None and day < now.day]
        if past:
            sentence = _("{which}: {day} lies before the day of the agreement.").format(which=which, day=dates.in_words(min(past)))
            yield found("date_past", f"{at}.{'due_on' if once else 'instalments'}", sentence)
        last = max((day for day in known if day is not None), default=None)
        if last is not None and last > dates.add_months(now.day, 12 * far) and obligation.timing is not ObligationTiming.PERIODIC:
            sentence = _("{which}: {day} is more than {n} years away.").format(which=which, day=dates.in_words(last), n=far)
            yield found("date_far", f"{at}.due_on", sentence)
        if once and obligation.due_on is not None and now.known.calendar is not None and obligation.due_on >= now.day:
            yield from _holiday(now, obligation.due_on, at, which)
        schedules: dict[int | None, list[date]] = {}  # each member of a group has his own
        for part in obligation.instalments:
            schedules.setdefault(part.member_id, []).append(part.due_on)
        if any(schedule != sorted(set(schedule)) for schedule in schedules.values()):
            sentence = _("{which}: the days of the instalments do not follow one another.").format(which=which)
            yield found("schedule_order", f"{at}.instalments", sentence)


def _holiday(now: Checked, day: date, at: str, which: str) -> Iterator[Finding]:
    assert now.known.calendar is not None
    last = now.known.calendar.last_day(day, 0)
    if last.day != day:
        sentence = _("{which}: {day} is no working day; it can be performed until {last}.")
        said = sentence.format(which=which, day=dates.in_words(day), last=dates.in_words(last.day))
        yield found("date_holiday", f"{at}.due_on", said)


def written(now: Checked) -> Iterator[Finding]:
    """Days in the texts: they exist, are whole, and are not lunar ones alone."""
    for place, text in agreed_texts(now):
        for one in days.found(text, now.day):
            if one.lunar and one.day is None:
                sentence = _("“{text}” is a day of the lunar calendar: write the day of the common calendar.")
                yield found("date_lunar", place, sentence.format(text=one.written))
            elif one.lunar and one.day is not None and dates.in_words(one.day) not in text:
                sentence = _("“{text}” is a day of the lunar calendar: is {day} meant? Write it.")
                yield found("date_lunar", place, sentence.format(text=one.written, day=dates.in_words(one.day)))
            elif one.open and one.day is not None:
                sentence = _("“{text}” leaves year or day open: is {day} meant? Write it whole.")
                yield found("date_open", place, sentence.format(text=one.written, day=dates.in_words(one.day)))
            elif one.day is None:
                yield found("date_impossible", place, _("There is no such day as {text}.").format(text=one.written))


def terms(now: Checked) -> Iterator[Finding]:
    """A right is not given for longer than one has it."""
    facts = now.case.facts or {}
    ends = [date.fromisoformat(facts[key]) for key in _CONTRACT_ENDS if isinstance(facts.get(key), str) and len(facts[key]) == 10]
    for place, text in agreed_texts(now):
        for words, key in _TERMS:
            if not any(word in text for word in words):
                continue
            last = _last_of_term(text, now.day)
            if last is None:
                continue
            end = min(ends, default=None)
            if end is not None and last > end:
                sentence = _("{day} lies behind the end of the contract ({end}): nobody gives more than he has.")
                yield found("term_longer", place, sentence.format(day=dates.in_words(last), end=dates.in_words(end)))
                break
            years = _years(now, key, 0)
            if years and last > dates.add_months(now.day, 12 * years):
                sentence = _("{day} is more than {n} years away; longer is not given by law.")
                yield found("term_longer", place, sentence.format(day=dates.in_words(last), n=years))
                break


def _last_of_term(text: str, today: date) -> date | None:
    """The last day that a text names, or the day so many years behind the first one: 租期五十年, 自2026年5月1日起."""
    named = [one.day for one in days.found(text, today) if one.day is not None]
    spans = [int(one) if one.isdecimal() else numbers.whole(one) or 0 for one in _SPAN.findall(texts.half_width(text))]
    behind = [dates.add_months(min(named, default=today), 12 * years) for years in spans if 0 < years <= _MOST_YEARS]
    return max([*named, *behind], default=None)


def _years(now: Checked, key: str, otherwise: int) -> int:
    try:
        return law.value_on(now.known.values, key, now.day).days
    except Refusal:
        return otherwise


RULES = (due, written, terms)
