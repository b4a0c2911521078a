"""Wages owed, double wage without a contract, untaken leave, unlawful probation.

Source: 劳动合同法 arts 19, 82, 83, 85; 实施条例 arts 6, 7; 职工带薪年休假条例 art 3, 企业职工带薪年休假实施办法 arts 5, 10 to 12.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import cent, day_before, days_between, plain, shown, yuan
from desktop.domain.refusal import Fault
from desktop.i18n import _


def faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    """What is missing or contradicts itself about wages."""
    wage, started, last = given.get("monthly_wage"), given["started_on"], given.get("ended_on") or book.day
    for key, instead in (("no_contract", None), ("overtime", "overtime_base"), ("leave", "leave_base"), ("probation_months", "full_wage")):
        if given.get(key) and not wage and not (instead and given.get(instead)):
            yield Fault("monthly_wage", _("Enter the monthly wage."))
            break
    for n, row in enumerate(given.get("owed") or ()):
        if (row.get("paid") or 0) > row["earned"]:
            yield Fault(f"owed.{n}.paid", _("More was paid than earned."))
    percent = given.get("order_percent")
    if percent is not None:
        least, most = book.number("labour.order.least"), book.number("labour.order.most")
        if not least <= percent <= most:
            sentence = _("Between {least} and {most} per cent (Labour Contract Law, art. 85).")
            yield Fault("order_percent", sentence.format(least=plain(least), most=plain(most)))
        if not given.get("owed"):
            yield Fault("owed", _("Additional compensation is reckoned from wages owed: enter them."))
    signed = given.get("contract_signed_on")
    yield from book.later(("contract_signed_on", signed))
    if signed is not None and not given.get("no_contract"):
        yield Fault("no_contract", _("Say that there was no written contract until then."))
    if signed is not None and signed < started:
        yield Fault("contract_signed_on", _("Signed before work began: then there is no double wage."))
    if given.get("first_work_on") is None and any(row.get("entitled") is None for row in given.get("leave") or ()):
        yield Fault("first_work_on", _("The days of leave follow from the whole working life: enter when it began."))
    elif given.get("first_work_on") and given["first_work_on"] > started:
        yield Fault("first_work_on", _("Working life cannot begin after this work."))
    for n, row in enumerate(given.get("leave") or ()):
        if not started.year <= row["year"] <= last.year:
            yield Fault(f"leave.{n}.year", _("Not at work here in {year}.").format(year=row["year"]))
    if given.get("probation_months") and given.get("contract_months") is None:
        yield Fault("contract_months", _("Enter the term of the contract, 0 for one without a term."))


def owed(given: Mapping[str, Any]) -> list[Line]:
    """Wages earned and not paid; the additional compensation after an order in vain (art 85)."""
    made, whole = [], Decimal(0)
    for row in given.get("owed") or ():
        earned, paid = yuan(row["earned"]), yuan(row.get("paid") or 0)
        how = _("earned {earned} yuan, paid {paid} yuan").format(earned=shown(earned), paid=shown(paid))
        made.append(Line("wages", row["what"], how, earned - paid, _("Labour Contract Law, art. 30"), given["name"]))
        whole += earned - paid
    if given.get("order_percent"):
        how = _("{sum} yuan × {percent}%").format(sum=shown(whole), percent=plain(given["order_percent"]))
        amount = cent(whole * given["order_percent"] / 100)
        what, article = _("Additional compensation"), _("Labour Contract Law, art. 85")
        made.append(Line("additional", what, how, amount, article, given["name"]))
    return made


def double(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> tuple[list[Line], list[str]]:
    """A second wage from the day after a full month to the day before signing, at most to the day before a full year (实施条例 6, 7)."""
    if not given.get("no_contract"):
        return [], []
    started = given["started_on"]
    free = book.on("labour.double.from_month").days
    first = dates.add_months(started, free)
    year_over = day_before(dates.add_months(started, book.on("labour.double.until_month").days))
    ends = [year_over, given.get("ended_on") or book.day]
    if given.get("contract_signed_on"):
        ends.append(day_before(given["contract_signed_on"]))
    last, remarks = min(ends), []
    if not given.get("contract_signed_on") and ends[1] > year_over:
        remarks.append(_("After a full year without a written contract one without a term counts as concluded (art. 14)."))
    if last < first:
        remarks.append(_("There was a contract within a month: no double wage."))
        return [], remarks
    if last < dates.add_months(book.day, -12):
        remarks.append(_("The double wage ended more than a year ago: limitation may have run (Mediation and Arbitration Law, art. 27)."))
    wage = yuan(given["monthly_wage"])
    amount, how = _by_months(wage, started, free, last, chosen, book)
    said = _("{first} to {last}: {how}").format(first=dates.in_words(first), last=dates.in_words(last), how=how)
    article = _("Labour Contract Law, art. 82; Regulation, arts 6 and 7")
    return [Line("double", _("Double wage without a contract"), said, cent(amount), article, given["name"])], remarks


def _by_months(wage: Decimal, started: date, free: int, last: date, chosen: Mapping[str, str], book: Book) -> tuple[Fraction, str]:
    """Whole months of work at the wage after the `free` ones, a begun one by the chosen convention, exact; and how."""
    end, months = last + timedelta(days=1), 0
    while dates.add_months(started, free + months + 1) <= end:
        months += 1
    rest, over = (dates.add_months(started, free + n) for n in (months, months + 1))
    how = _("{wage} yuan × {months} months").format(wage=shown(wage), months=months)
    if rest > last:
        return Fraction(wage) * months, how
    convention = chosen["begun_month"]
    if convention == "whole":
        return Fraction(wage) * (months + 1), _("{wage} yuan × {months} months").format(wage=shown(wage), months=months + 1)
    count = days_between if convention == "calendar" else _weekdays
    worked = count(rest, last)
    whole = Fraction(book.number("day_wage.paid_days")) if convention == "paid_days" else Fraction(count(rest, day_before(over)))
    how += _(" and {wage} yuan × {worked} ÷ {whole} days").format(wage=shown(wage), worked=worked, whole=plain(whole))
    return Fraction(wage) * months + Fraction(wage) * worked / whole, how


def _weekdays(first: date, last: date) -> int:
    """Mondays to Fridays from a first to a last day, both counted; paid holidays among them."""
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range(days_between(first, last)))


def entitled(first_work_on: date, day: date, book: Book) -> int:
    """Days of annual leave a year, by the whole working life on a day (条例 3)."""
    years, days = dates.age(first_work_on, day), 0
    for tier in (1, 2, 3):
        if years >= book.on(f"labour.leave.years.{tier}").days:
            days = book.on(f"labour.leave.days.{tier}").days
    return days


def leave(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> list[Line]:
    """Untaken leave of each year; of a year that was not whole its part, without fractions of a day (实施办法 5, 12)."""
    made = []
    for row in given.get("leave") or ():
        year = row["year"]
        first = max(given["started_on"], date(year, 1, 1))
        last = min(given.get("ended_on") or date(year, 12, 31), date(year, 12, 31))
        typed, taken = row.get("entitled"), row.get("taken") or 0
        days = entitled(given["first_work_on"], last, book) if typed is None else typed
        how = _("{year}: {days} days a year").format(year=year, days=days)
        if (first, last) != (date(year, 1, 1), date(year, 12, 31)):
            worked, over = days_between(first, last), book.on("day_wage.year_days").days
            part = worked * days // over
            how += _(", {worked} ÷ {over} of it: {part} days").format(worked=worked, over=over, part=part)
            days = part
        left = max(0, days - taken)
        monthly, percent = yuan(given.get("leave_base") or given["monthly_wage"]), book.number(f"labour.leave.{chosen['leave_pay']}")
        paid_days = book.number("day_wage.paid_days")
        how += _(", {taken} taken: {monthly} yuan ÷ {paid_days} × {left} days × {percent}%").format(
            taken=taken, monthly=shown(monthly), paid_days=plain(paid_days), left=left, percent=plain(percent)
        )
        amount = cent(Fraction(monthly) / Fraction(paid_days) * left * Fraction(percent) / 100)
        article = _("Annual Leave Regulation, art. 3; Measures, arts 5 and 10 to 12")
        made.append(Line("leave", _("Untaken annual leave"), how, amount, article, given["name"]))
    return made


def probation(given: Mapping[str, Any], book: Book) -> tuple[list[Line], list[str]]:
    """The full wage for the months of probation beyond what the term of the contract allows (arts 19, 83)."""
    worked = given.get("probation_months")
    if not worked:
        return [], []
    term = given["contract_months"]
    tiers = [tier for tier in (1, 2, 3) if term == 0 or term >= book.on(f"labour.probation.term.{tier}").days]
    most = book.number(f"labour.probation.most.{tiers[-1] if tiers else 0}")
    if worked <= most:
        return [], [_("The probation is within the {most} months that the term allows.").format(most=plain(most))]
    wage = yuan(given.get("full_wage") or given["monthly_wage"])
    how = _("{worked} months worked, {most} allowed: {wage} yuan × {beyond} months").format(
        worked=plain(worked), most=plain(most), wage=shown(wage), beyond=plain(worked - most)
    )
    what, article = _("Compensation for unlawful probation"), _("Labour Contract Law, arts 19 and 83")
    return [Line("probation", what, how, cent(wage * (worked - most)), article, given["name"])], []
