"""Plans of instalments line by line, without interest or with it, and what a plan with interest really costs a year against the cap.

The days and the equal sums are those of `domain.payment_plan`, which the agreement writes out as well. A period bears the yearly
rate through the periods of a year; the first payment comes one period after the money was handed over. Source: domain brief 6.4, 6.8;
民法典 202, 670; PLI 25, 26, 31.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates, interest_cap
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.counting import Counting, percent
from desktop.domain.calculation.instalment_plan import effective_rate, plan, sheet
from desktop.domain.calculation.instalment_plan.plan import Part
from desktop.domain.calculation.loan import rates
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, shown, yuan
from desktop.domain.payment_plan import MONTHS, Payment
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The plan; Refusal with what is missing or does not come out at its field."""
    wrong = list(_faults(given, book))
    if wrong:
        raise Refusal.of(wrong)
    written = plan.written(given)
    down, payments = (written[:1], written[1:]) if given.get("down_payment") else ([], written)
    base = yuan(given["principal"]) - sum((yuan(one.amount or 0) for one in down), ZERO)
    lines = [_down(one, base) for one in down]
    if given["way"] not in sheet.BEARING:
        parts = list(plan.parts_of(payments, base, [ZERO] * len(payments)))
        yearly = Decimal(0)
    else:
        formed = given.get("formed_on") or book.day
        yearly = rates.yearly(given, "rate", "rate_unit", book, Counting("days_365", "period"), formed) or Decimal(0)
        step, parts = plan.bearing(given["way"], payments, base, yearly, _periods(given))
        lines += step
    lines += [_line(n, one) for n, one in enumerate(parts, 1)]
    lines += _of_it(given, parts, base)
    if not any(one.interest for one in parts):
        return Worked(lines, list(_remarks(given, parts, yearly)))
    found, cost = _effective(given, chosen, parts, base)
    caps, remarks = _cap(given, book, yearly if _as_agreed(given) else cost)
    return Worked([*lines, *found, *caps], [*_remarks(given, parts, yearly), *remarks])


def _faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    yield from book.later(("formed_on", given.get("formed_on")))
    way = given["way"]
    if way in sheet.BEARING:
        if not given.get("rate"):
            yield Fault("rate", _("Such a plan bears interest: say the rate. Without interest choose equal parts."))
        elif not given.get("rate_unit"):
            yield Fault("rate_unit", _("Say what the rate is counted by: a year, a month or a day."))
        if not given.get("lender"):
            yield Fault("lender", _("Say who lends: whether the rate is allowed follows from it."))
        if given.get("each"):
            yield Fault("each", _("With interest the payment follows from the rate and the number of payments: leave it out."))
        if given.get("times") is None:
            yield Fault("times", _("Say how many payments there are."))
        elif given["principal"] < 100 * given["times"]:
            yield Fault("times", _("Less than one yuan of each payment would be principal: fewer payments."))
    elif given.get("rate"):
        yield Fault("rate", _("Such a plan bears no interest: leave the rate out, or choose a plan with interest."))
    if way == "equal" and given.get("each"):
        yield Fault(
            "each", _("Equal parts follow from the number of payments; for a fixed sum choose the plan with the rest in the last one.")
        )
    if way == "remainder" and not given.get("each"):
        yield Fault("each", _("Say the sum that is paid each time."))
    if given.get("down_on") and not given.get("down_payment"):
        yield Fault("down_payment", _("There is a day of a down payment: say how much it is."))
    handed = given.get("delivered")
    if handed and handed > given["principal"]:
        yield Fault("delivered", _("More was handed over than is to be paid: check both sums."))
    elif handed and handed <= (given.get("down_payment") or 0):
        yield Fault("delivered", _("The down payment gives back all that was handed over: there is nothing to be paid by instalments."))


def _down(one: Payment, base: Decimal) -> Line:
    how = _("{day}: {amount} yuan; {left} yuan are left for the other payments").format(
        day=dates.in_words(one.due_on), amount=shown(yuan(one.amount or 0)), left=shown(base)
    )
    return Line("instalments", _("Down payment"), how, yuan(one.amount or 0))


def _line(n: int, one: Part) -> Line:
    if not one.interest:
        sentence = _("{day}: {amount} yuan; {left} yuan are left")
    elif one.how:
        sentence = _("{day}: principal {principal} yuan + interest {how} = {interest} yuan; {left} yuan are left")
    else:
        sentence = _("{day}: principal {principal} yuan + interest {interest} yuan; {left} yuan are left")
    how = sentence.format(
        day=one.on,
        amount=shown(one.amount),
        principal=shown(one.principal),
        how=one.how,
        interest=shown(one.interest),
        left=shown(one.left),
    )
    return Line("instalments", _("Payment {n}").format(n=n), how, one.amount)


def _of_it(given: Mapping[str, Any], parts: Sequence[Part], base: Decimal) -> Iterator[Line]:
    """What of the payments is principal and what interest, where there is any."""
    interest = sum((one.interest for one in parts), ZERO)
    if not interest:
        return
    whole = yuan(given["principal"])
    how = _("{base} yuan in {n} payments").format(base=shown(base), n=len(parts))
    how += _(", {down} yuan down payment").format(down=shown(whole - base)) if whole > base else ""
    yield Line("principal", _("Principal"), how, whole)
    yield Line("interest", _("Interest"), _("interest of {n} payments together").format(n=len(parts)), interest)


def _periods(given: Mapping[str, Any]) -> int:
    """How many periods a year has."""
    return 12 // MONTHS[given.get("every") or "month"]


def _as_agreed(given: Mapping[str, Any]) -> bool:
    """Whether the rate that was named is what the plan costs: interest on what is left, and all of it handed over."""
    return given["way"] != "flat" and not (given.get("delivered") and given["delivered"] < given["principal"])


def _effective(given: Mapping[str, Any], chosen: Mapping[str, str], parts: Sequence[Part], base: Decimal) -> tuple[list[Line], Decimal]:
    """What the plan costs a year, as a line; the number that the cap is held against is without interest on interest."""
    handed = base
    if given.get("delivered"):
        handed -= yuan(given["principal"] - given["delivered"])
    periods = _periods(given)
    of_one = effective_rate.of_period(handed, [one.amount for one in parts])
    simple = effective_rate.a_year(of_one, periods, False)
    how = _("{n} payments against {handed} yuan really lent: {one} a period × {periods} periods = {year} a year").format(
        n=len(parts), handed=shown(handed), one=percent(Fraction(of_one) * 100), periods=periods, year=percent(simple)
    )
    if chosen["effective"] == "compound":
        year = effective_rate.a_year(of_one, periods, True)
        how += _("; with interest on interest {year} a year").format(year=percent(year))
    return [Line("interest", _("Effective rate"), how)], simple


def _cap(given: Mapping[str, Any], book: Book, cost: Decimal) -> tuple[list[Line], list[str]]:
    """Lines of the cap on a private loan, and sentences where the plan lies above it or above what is usually upheld."""
    formed = given.get("formed_on") or book.day
    if given["lender"] == "private":
        steps, lines = rates.caps(interest_cap.rules(formed, book.day), book, formed)
        least = min(step.percent for step in steps)
        if cost <= least:
            return lines, [
                _("The plan costs {cost} a year and keeps below the cap of {most}.").format(cost=percent(cost), most=percent(least))
            ]
        sentence = _(
            "The plan costs {cost} a year, above the cap of {most}: what lies above it is not upheld (PLI, art. 25). Lower the rate."
        )
        return lines, [sentence.format(cost=percent(cost), most=percent(least))]
    if given["lender"] == "licensed" and book.has(interest_cap.OF_LICENSED):
        most = book.number(interest_cap.OF_LICENSED)
        if cost > most:
            sentence = _("The plan costs {cost} a year; a court may cut what lies above {most} of a licensed lender.")
            return [], [sentence.format(cost=percent(cost), most=percent(most))]
    return [], []


def _remarks(given: Mapping[str, Any], parts: Sequence[Part], yearly: Decimal) -> Iterator[str]:
    if given["way"] == "remainder" and parts[-1].amount > yuan(given["each"]):
        yield _("The last payment of {last} yuan is greater than the others: ask whether it can be paid on that day.").format(
            last=shown(parts[-1].amount)
        )
    if given["way"] == "flat":
        yield _(
            "The principal becomes less with each payment and the interest does not: the rate that was named ({rate}) is not what it costs."
        ).format(rate=percent(yearly))
    if given.get("delivered") and given["delivered"] < given["principal"] and given["way"] in sheet.BEARING:
        yield _("What was handed over counts as principal (Civil Code, art. 670; PLI, art. 26): {sum} yuan.").format(
            sum=shown(yuan(given["delivered"]))
        )
    if given["first_on"].day > 28:
        yield _("Where a month has no such day the payment falls on its last day.")


CALCULATOR = Calculator(
    key="instalment_plan",
    label=N_("Plan of instalments"),
    title=N_("Plan of instalments"),
    inputs=sheet.INPUTS,
    heads=sheet.HEADS,
    work=work,
    options=sheet.OPTIONS,
    source=N_("Civil Code, arts 202, 670; Private Lending Rules, arts 25, 26, 31"),
)
