"""Which rate counts when: of the term, for lateness, under which cap (PLI 24, 25, 28, 31; Sales Interpretation 18; 银发〔2003〕251号)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain import dates, interest_cap
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.counting import Counting, percent
from desktop.domain.calculation.loan.account import Step
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import day_after, plain
from desktop.domain.interest_cap import Rule
from desktop.i18n import _


class Rates(NamedTuple):
    """The steps of the rate of the term, of the one for lateness and of the cap; lines that say where the cap comes from."""

    within: Sequence[Step]
    overdue: Sequence[Step]
    capped: Sequence[Step]
    lines: Sequence[Line]


def of(
    given: Mapping[str, Any], chosen: Mapping[str, str], book: Book, counting: Counting, formed: date, late: date | None, end: date
) -> Rates:
    """The rates of a debt that `rule` found in order.

    `formed` is the day of the contract, `late` the first day that is late, `end` the first that bears no interest any more.
    """
    agreed = yearly(given, "rate", "rate_unit", book, counting, formed)
    if given["debt"] == "price" or given.get("interest") == "none" or (given["debt"] == "persons" and given.get("interest") == "unclear"):
        agreed = None
    for_lateness = yearly(given, "overdue_rate", "overdue_unit", book, counting, formed)
    if given.get("overdue_rise") is not None and agreed is not None:
        for_lateness = agreed * (100 + given["overdue_rise"]) / 100
    capped: list[Step] = []
    lines: list[Line] = []
    rules = [Rule(date.min, formed)]
    if given["debt"] in ("persons", "private"):
        filed = given.get("filed_on") or book.day
        rules = interest_cap.rules(formed, filed, chosen["old_loans"] if formed < interest_cap.NEW_RULES else "by_filing")
        if agreed or for_lateness or given.get("penalty") or given.get("fees"):
            capped, lines = caps(rules, book, formed)
    within = [_below(agreed, step, capped, _("rate {rate} a year")) for step in _spans(rules, capped)] if agreed else []
    if late is None or late >= end:
        return Rates(within, [], capped, lines)
    if for_lateness is not None:
        overdue = [_below(for_lateness, step, capped, _("rate for lateness {rate} a year")) for step in _spans(rules, capped)]
    elif within:
        article = _("PLI, art. 28") if capped else _("Civil Code, art. 676; as agreed")
        overdue = [step._replace(article=article) for step in within]
    else:
        overdue = list(_by_lpr(given, chosen, book, rules, formed, late, end))
    return Rates(within, overdue, capped, lines)


def yearly(given: Mapping[str, Any], key: str, unit: str, book: Book, counting: Counting, formed: date) -> Decimal | None:
    """An agreed rate in per cent a year; one in times the LPR by the LPR of the contract's day."""
    rate: Decimal | None = given.get(key)
    if rate is None:
        return None
    return rate * book.number(interest_cap.LPR, formed) if given[unit] == "lpr_times" else counting.yearly(rate, given[unit])


def _spans(rules: Sequence[Rule], capped: Sequence[Step]) -> Sequence[Step]:
    """A step for each time in which something else caps the rate."""
    return capped or [Step(rules[0].since, Decimal(0), "", "")]


def caps(rules: Sequence[Rule], book: Book, formed: date) -> tuple[list[Step], list[Line]]:
    """The cap on a private loan by each of the rules, and a line each that says where it comes from (head `interest`)."""
    steps, lines = [], []
    for rule in rules:
        if rule.old:
            most, kept = book.number(interest_cap.UPHELD, rule.day), book.number(interest_cap.KEPT, rule.day)
            article, what = _("Private Lending Rules of 2015, art. 26; PLI, art. 31"), _("Cap up to 19 August 2020")
            how = _("{most} a year; what was paid freely up to {kept} a year is not given back").format(
                most=percent(most), kept=percent(kept)
            )
        else:
            most, kept = interest_cap.private(book.number, rule.day), Decimal(0)
            article = _("PLI, art. 25") if formed >= interest_cap.NEW_RULES else _("PLI, arts 25 and 31")
            what = _("Cap on interest")
            how = _("LPR of one year on {day} {lpr} × {times} = {most} a year").format(
                day=dates.in_words(rule.day),
                lpr=percent(book.number(interest_cap.LPR, rule.day)),
                times=plain(book.number(interest_cap.TIMES, max(rule.day, interest_cap.NEW_RULES))),
                most=percent(most),
            )
        steps.append(Step(rule.since, most, percent(most), article, kept))
        lines.append(Line("interest", what, how, None, article))
    return steps, lines


def _below(agreed: Decimal, cap: Step, capped: Sequence[Step], words: str) -> Step:
    """The agreed rate, or the cap where it lies above it."""
    if not capped or agreed <= cap.percent:
        return Step(cap.since, agreed, words.format(rate=percent(agreed)), cap.article or _("as agreed"))
    said = _("rate {cap} a year (the cap; {agreed} was agreed)").format(cap=percent(cap.percent), agreed=percent(agreed))
    return Step(cap.since, cap.percent, said, cap.article, min(agreed, cap.kept))


def _by_lpr(
    given: Mapping[str, Any], chosen: Mapping[str, str], book: Book, rules: Sequence[Rule], formed: date, late: date, end: date
) -> Iterator[Step]:
    """Nothing is agreed for lateness: the LPR of then; of a late price with a rise; before 2020-08-20 of private loans 6 per cent."""
    rise, article = Decimal(0), _("PLI, art. 28")
    if given["debt"] == "price":
        rise, article = book.number(f"sale.late_rise.{chosen['late_rise']}"), _("Sales Interpretation, art. 18")
    at_filing = given["debt"] != "price" and formed < interest_cap.NEW_RULES
    for rule, following in zip(rules, [*rules[1:], None], strict=True):
        since = max(late, rule.since)
        until = following.since if following is not None else end
        if following is not None and since >= until:
            continue
        if rule.old:
            six = book.number(interest_cap.LATE, rule.day)
            yield Step(since, six, _("rate {rate} a year").format(rate=percent(six)), _("Private Lending Rules of 2015, art. 29"))
        elif chosen["lpr"] == "floating":
            yield from (_lpr(day, number, rise, article) for day, number in _lpr_steps(book, since, until))
        else:
            day = rule.day if at_filing else since
            yield _lpr(day, book.number(interest_cap.LPR, day), rise, article)._replace(since=since)


def _lpr(day: date, number: Decimal, rise: Decimal, article: str) -> Step:
    rate = number * (100 + rise) / 100
    said = _("rate {rate} a year (LPR of {day})").format(rate=percent(rate), day=dates.in_words(day))
    if rise:
        said = _("rate {rate} a year (LPR of {day} {lpr}, raised by {rise})").format(
            rate=percent(rate), day=dates.in_words(day), lpr=percent(number), rise=percent(rise)
        )
    return Step(day, rate, said, article)


def _lpr_steps(book: Book, since: date, until: date) -> Iterator[tuple[date, Decimal]]:
    """The LPR from a day on as it changed up to another; a day without one is refused with the key."""
    changes = [one.valid_from for one in book.series(interest_cap.LPR)]
    day = since
    while True:
        value = book.on(interest_cap.LPR, day)
        yield day, value.number
        following = min((one for one in changes if one > day), default=until)
        if value.valid_to < until:
            following = min(following, day_after(value.valid_to))
        if following >= until:
            return
        day = following
