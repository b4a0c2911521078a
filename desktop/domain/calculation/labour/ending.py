"""Severance, unlawful dismissal and notice (劳动合同法 arts 40, 46, 47, 87, 97; 实施条例 arts 25, 27).

Twelve months are the most only where the base is capped at three times the local average: not for an ordinary wage (five facts, no. 5).
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.labour import minimum
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import cent, plain, shown, yuan
from desktop.domain.refusal import Fault
from desktop.i18n import _

AVERAGE = "wage.all_units.monthly"


class Base(NamedTuple):
    """The monthly base of severance, whether it was capped, and the steps that led to it."""

    amount: Decimal
    capped: bool
    steps: list[Line]


def since(book: Book) -> date:
    """The first day of the law: severance for service before it follows older rules (art 97)."""
    return book.series("labour.severance.per_year")[0].valid_from


def faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    """What is missing or contradicts itself about the ending."""
    ended, started, ending = given.get("ended_on"), given["started_on"], given.get("ending")
    yield from book.later(("started_on", started))
    if ended is not None and ended > dates.add_months(book.day, 12):  # an end that is agreed to come
        yield Fault("ended_on", _("More than a year after the day of the calculation."))
    if ended is not None and ended < started:
        yield Fault("ended_on", _("Work ended before it began."))
    if ended is None and (ending in ("severance", "unlawful") or given.get("notice_due")):
        yield Fault("ended_on", _("Enter the last day of work."))
    if ending == "unlawful" and given.get("notice_due"):
        yield Fault("notice_due", _("A month instead of notice belongs to a lawful dismissal (art. 40), not beside double severance."))
    if ending in ("severance", "unlawful"):
        yield from _of_base(given, book)
        if ending == "unlawful" and given.get("earlier_months"):
            sentence = _("After an unlawful dismissal the years count from the first day of work (Regulation, art. 25): leave it out.")
            yield Fault("earlier_months", sentence)
        elif ending == "severance" and started < since(book) and given.get("earlier_months") is None:
            sentence = _("Service before 2008 follows older rules (art. 97): enter how many months' wage it is worth, 0 if none.")
            yield Fault("earlier_months", sentence)
    if given.get("notice_due") and not given.get("last_month_wage") and not given.get("wages"):
        yield Fault("last_month_wage", _("Enter the wage of the month before the ending."))


def _of_base(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    rows, typed = given.get("wages") or (), given.get("average_wage")
    if not rows and not typed:
        yield Fault("average_wage", _("Enter the wages of the last twelve months, or their average."))
    if rows and typed:
        yield Fault("average_wage", _("The list of wages has an average already: leave one of the two out."))
    for n, row in enumerate(rows):
        if (row.get("overtime") or 0) > row["amount"]:
            yield Fault(f"wages.{n}.overtime", _("More overtime pay than wage."))
    if rows and given.get("ended_on"):
        most = book.on("labour.severance.average_months").days
        months = min(most, _whole_months(given["started_on"], given["ended_on"]))
        if len(rows) > most or len(rows) < months:
            sentence = _("The average is of the last twelve months, or of all that were worked: {n} months are wanted, not {found}.")
            yield Fault("wages", sentence.format(n=max(months, 1), found=len(rows)))


def _whole_months(first: date, last: date) -> int:
    """The whole months from a first to a last day, both worked."""
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month
    return months - (dates.add_months(first, months) > end)


def months_of(first: date, last: date, book: Book) -> tuple[Decimal, str]:
    """How many months' wage a period of work is worth (art 47), and how long it was."""
    worked = _whole_months(first, last)
    years, rest = divmod(worked, 12)
    begun = dates.add_months(first, worked) <= last  # days beyond the whole months
    number = years * book.number("labour.severance.per_year")
    if rest >= book.on("labour.severance.half_year_from").days:
        number += book.number("labour.severance.begun_year")
    elif rest or begun:
        number += book.number("labour.severance.half_year")
    days = (last - dates.add_months(first, worked)).days + 1
    return number, _("{years} years {months} months {days} days").format(years=years, months=rest, days=days if begun else 0)


def base(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book, head: str) -> Base:
    """The average wage that counts: not below the minimum wage, not above three times the local average."""
    name, steps = given["name"], []
    amount, how = _average(given, chosen)
    if how:
        steps.append(Line(head, _("Average monthly wage"), how, None, _("Labour Contract Regulation, art. 27"), name))
    amount, raised = minimum.at_least(amount, given, book, given["ended_on"])
    if raised:
        steps.append(Line(head, _("Minimum wage"), raised, None, _("Labour Contract Regulation, art. 27"), name))
    if given.get("below_cap"):
        return Base(amount, False, steps)
    year = book.years.get(AVERAGE, given["ended_on"].year - 1)
    local = book.of_year(AVERAGE, year, local=chosen["average"] == "city")
    cap = local.number * book.number("labour.severance.cap_times")
    if amount <= cap:
        return Base(amount, False, steps)
    said = _("{amount} yuan is above {times} times the average of {year}, {average} yuan: {cap} yuan counts, at most {months} months")
    said = said.format(
        amount=shown(amount),
        times=plain(book.number("labour.severance.cap_times")),
        year=local.year,
        average=shown(local.number),
        cap=shown(cap),
        months=plain(book.number("labour.severance.cap_months")),
    )
    steps.append(Line(head, _("Cap of the wage"), said, None, _("Labour Contract Law, art. 47"), name))
    return Base(cap, True, steps)


def _average(given: Mapping[str, Any], chosen: Mapping[str, str]) -> tuple[Decimal, str]:
    rows = given.get("wages") or ()
    if not rows:
        return yuan(given["average_wage"]), ""
    without = any(row.get("overtime") for row in rows) and chosen["severance_base"] == "without"
    whole = sum((yuan(row["amount"]) - (yuan(row.get("overtime") or 0) if without else 0) for row in rows), Decimal(0))
    amount = cent(whole / len(rows))
    how = _("{sum} yuan of {n} months ÷ {n} = {amount} yuan").format(sum=shown(whole), n=len(rows), amount=shown(amount))
    return amount, how + (_(", without overtime pay") if without else "")


def lines(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> list[Line]:
    """Severance or the compensation for an unlawful dismissal, and the wage instead of notice."""
    made: list[Line] = []
    if given.get("ending") in ("severance", "unlawful"):
        made += _severance(given, chosen, book)
    if given.get("notice_due"):
        months = book.number("labour.notice_months")
        wage = yuan(given["last_month_wage"] if given.get("last_month_wage") else given["wages"][-1]["amount"])
        how = _("wage of the month before: {wage} yuan × {months}").format(wage=shown(wage), months=plain(months))
        made.append(Line("notice", _("Wage instead of notice"), how, cent(wage * months), _("Labour Contract Law, art. 40"), given["name"]))
    return made


def _severance(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> list[Line]:
    head = str(given["ending"])
    amount, capped, made = base(given, chosen, book, head)
    first = given["started_on"] if head == "unlawful" else max(given["started_on"], since(book))
    number, length = Decimal(0), ""
    if given["ended_on"] >= first:
        number, length = months_of(first, given["ended_on"], book)
    if capped and number > book.number("labour.severance.cap_months"):
        number = book.number("labour.severance.cap_months")
    article = _("Labour Contract Law, arts 46 and 47")
    if head == "unlawful":
        article = _("Labour Contract Law, art. 47; Regulation, art. 25")
    said = _("{first} to {last}, {length}: {months} months").format(
        first=dates.in_words(first), last=dates.in_words(given["ended_on"]), length=length, months=plain(number)
    )
    made.append(Line(head, _("Months of severance"), said, None, article, given["name"]))
    months = number
    if given.get("earlier_months"):
        months += given["earlier_months"]
        said = _("service before 2008: {months} months as entered").format(months=plain(given["earlier_months"]))
        made.append(Line(head, _("Months of severance"), said, None, _("Labour Contract Law, art. 97"), given["name"]))
    how = _("{wage} yuan × {months} months").format(wage=shown(amount), months=plain(months))
    if head == "severance":
        return [*made, Line(head, _("Economic compensation"), how, cent(amount * months), article, given["name"])]
    times = book.number("labour.unlawful_times")
    how += f"×{plain(times)}"
    what, article = _("Compensation for unlawful dismissal"), _("Labour Contract Law, art. 87")
    return [*made, Line(head, what, how, cent(amount * months * times), article, given["name"])]
