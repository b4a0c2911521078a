"""Plans of instalments line by line, without interest or with it, and what a plan with interest really costs a year against the cap.

The days and the equal sums are those of `domain.payment_plan`, which the agreement writes out as well. A period bears the yearly rate times
its months through twelve; the first payment comes one period after the money was handed over. Source: domain brief 6.4, 6.8; 民法典 202, 670; PLI
25, 26, 31.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from desktop.domain import dates, interest_cap, payment_plan
from desktop.domain.calculation import counting, effective_rate
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Option, Worked
from desktop.domain.calculation.counting import Counting, percent
from desktop.domain.calculation.loan import rates
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, plain, shown, yuan
from desktop.domain.fields import Field
from desktop.domain.inputs.obligation import EVERY
from desktop.domain.payment_plan import MONTHS, Payment
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

WAYS = (
    ("equal", N_("equal parts, what is left over in the last one")),
    ("remainder", N_("a fixed sum each time, the rest in the last one")),
    ("equal_principal", N_("equal principal, interest on what is left")),
    ("annuity", N_("equal payments of principal and interest")),
    ("interest_only", N_("interest each time, the principal with the last one")),
    ("flat", N_("flat: interest on the first principal all the time")),
)
LENDERS = (
    ("private", N_("private lender: person, company or organisation")),
    ("licensed", N_("licensed lender")),
    ("other", N_("no loan: a price, wages, damages")),
)
BEARING = ("equal_principal", "annuity", "interest_only", "flat")
MOST = 480  # forty years of months; beyond, the fen that rounding leaves grow to sums in an annuity

INPUTS = (
    Field("principal", "money", N_("Sum to be paid"), required=True, least=1, help=N_("Without interest to come."), example="100000"),
    Field("way", "choice", N_("How it is paid"), choices=WAYS, required=True, example="flat"),
    Field("first_on", "date", N_("First payment"), required=True, prefer="future", example="2024-07-31"),
    Field("every", "choice", N_("Again"), choices=EVERY, help=N_("Empty: every month."), example="month"),
    Field("times", "integer", N_("How many payments"), least=1, most=MOST, example=12),
    Field("each", "money", N_("Sum of each payment"), least=1, help=N_("Of a fixed sum each time."), example=""),
    Field("down_payment", "money", N_("Down payment"), help=N_("Interest counts on what it leaves."), example=""),
    Field("down_on", "date", N_("Day of the down payment"), example=""),
    Field("rate", "decimal", N_("Rate of interest"), least=0, most=1000, example="12"),
    Field("rate_unit", "choice", N_("Unit of the rate"), choices=counting.UNITS, example="year"),
    Field("lender", "choice", N_("Who lends"), choices=LENDERS, help=N_("The cap follows from it."), example="private"),
    Field(
        "formed_on", "date", N_("Day of the contract"), prefer="past", help=N_("Empty: the day of the calculation."), example="2024-06-30"
    ),
    Field("delivered", "money", N_("Really handed over"), least=1, help=N_("Where less than the sum was (PLI 26)."), example=""),
)
HEADS = (
    Head("instalments", N_("Instalments")),
    Head("principal", N_("Of it principal"), False),
    Head("interest", N_("Of it interest"), False),
)
OPTIONS = (
    Option(
        "effective",
        N_("Effective rate of a year"),
        (("simple", N_("rate of a period times the periods of a year")), ("compound", N_("with interest on interest"))),
        "simple",
        N_("The cap is a rate without interest on interest."),
    ),
)


class Part(NamedTuple):
    """One payment of the plan in yuan: its principal, its interest, the principal that it leaves, how its interest was worked out."""

    on: str
    principal: Decimal
    interest: Decimal
    left: Decimal
    how: str = ""

    @property
    def amount(self) -> Decimal:
        """What is paid."""
        return self.principal + self.interest


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The plan; Refusal with what is missing or does not come out at its field."""
    wrong = list(_faults(given, book))
    if wrong:
        raise Refusal.of(wrong)
    written = _written(given)
    down, payments = (written[:1], written[1:]) if given.get("down_payment") else ([], written)
    base = yuan(given["principal"]) - sum((yuan(one.amount or 0) for one in down), ZERO)
    lines = [_down(one, base) for one in down]
    if given["way"] not in BEARING:
        parts = list(_parts(payments, base, [ZERO] * len(payments)))
        yearly = Decimal(0)
    else:
        formed = given.get("formed_on") or book.day
        yearly = rates.yearly(given, "rate", "rate_unit", book, Counting("days_365", "period"), formed) or Decimal(0)
        step, parts = _bearing(given["way"], payments, base, Fraction(yearly) * MONTHS[given.get("every") or "month"] / 1200)
        lines += step
    lines += [_line(n, one) for n, one in enumerate(parts, 1)]
    lines += _of_it(given, parts, base)
    if not any(one.interest for one in parts):
        return Worked(lines, list(_remarks(given, parts)))
    found, cost = _effective(given, chosen, parts, base)
    caps, remarks = _cap(given, book, yearly if _as_agreed(given) else cost)
    return Worked([*lines, *found, *caps], [*_remarks(given, parts), *remarks])


def _faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    yield from book.later(("formed_on", given.get("formed_on")))
    way = given["way"]
    if way in BEARING:
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
        yield Fault("each", _("Equal parts follow from the number of payments; for a fixed sum choose the plan with the rest in the last one."))
    if way == "remainder" and not given.get("each"):
        yield Fault("each", _("Say the sum that is paid each time."))
    if given.get("down_on") and not given.get("down_payment"):
        yield Fault("down_payment", _("There is a day of a down payment: say how much it is."))
    handed = given.get("delivered")
    if handed and handed > given["principal"]:
        yield Fault("delivered", _("More was handed over than is to be paid: check both sums."))
    elif handed and handed <= (given.get("down_payment") or 0):
        yield Fault("delivered", _("The down payment gives back all that was handed over: there is nothing to be paid by instalments."))


def _written(given: Mapping[str, Any]) -> Sequence[Payment]:
    """Days and sums as the agreement writes them out; of a fixed sum each time also with a last payment that is greater."""
    row = {"amount": given["principal"], **{key: given.get(key) for key in ("first_on", "every", "times", "down_payment", "down_on")}}
    each, times = given.get("each"), given.get("times")
    rest = given["principal"] - (given.get("down_payment") or 0)
    if each and times and rest - each * (times - 1) > each:
        made = payment_plan.written_out(row)
        last = made[-1]._replace(amount=rest - each * (times - 1))
        return [*made[:-times], *(one._replace(amount=each) for one in made[-times:-1]), last]
    return payment_plan.written_out({**row, "each": each})


def _parts(payments: Sequence[Payment], base: Decimal, interests: Sequence[Decimal]) -> Iterator[Part]:
    """Payments of the principal as they are written out, and the interest beside each."""
    left = base
    for one, interest in zip(payments, interests, strict=True):
        principal = yuan(one.amount or 0)
        left -= principal
        yield Part(dates.in_words(one.due_on), principal, interest, left)


def _bearing(way: str, payments: Sequence[Payment], base: Decimal, rate: Fraction) -> tuple[list[Line], list[Part]]:
    """A plan with interest at `rate` a period, as a share; each period's interest is rounded to the fen, the last payment takes the rest."""
    times, said = len(payments), percent(rate * 100)
    if way == "flat":
        return _flat(payments, base, rate)
    step, level = [], ZERO
    if way == "annuity":
        grown = (1 + rate) ** times
        level = cent(Fraction(base) * rate * grown / (grown - 1))
        how = _("{base} yuan × {rate} × (1 + {rate})^{times} ÷ ((1 + {rate})^{times} - 1) = {level} yuan a payment").format(
            base=shown(base), rate=said, times=times, level=shown(level)
        )
        step.append(Line("instalments", _("Equal payment"), how))
    left, parts = base, []
    for n, one in enumerate(payments, 1):
        interest = cent(Fraction(left) * rate)
        principal = {"annuity": max(level - interest, ZERO), "interest_only": ZERO}.get(way, yuan(one.amount or 0))
        principal = left if n == times else min(principal, left)
        how = _("{left} yuan × {rate}").format(left=shown(left), rate=said)
        left -= principal
        parts.append(Part(dates.in_words(one.due_on), principal, interest, left, how))
    return step, parts


def _flat(payments: Sequence[Payment], base: Decimal, rate: Fraction) -> tuple[list[Line], list[Part]]:
    times, total = len(payments), cent(Fraction(base) * rate * len(payments))
    each = cent(Fraction(base) * rate)
    how = _("{base} yuan × {rate} × {times} payments = {total} yuan of interest, on the first principal all the time").format(
        base=shown(base), rate=percent(rate * 100), times=times, total=shown(total)
    )
    interests, rest = [], total
    for n in range(times):
        interests.append(rest if n == times - 1 else min(each, rest))
        rest -= interests[-1]
    return [Line("interest", _("Interest"), how)], list(_parts(payments, base, interests))


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
        day=one.on, amount=shown(one.amount), principal=shown(one.principal), how=one.how, interest=shown(one.interest), left=shown(one.left)
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


def _as_agreed(given: Mapping[str, Any]) -> bool:
    """Whether the rate that was named is what the plan costs: interest on what is left, and all of it handed over."""
    return given["way"] != "flat" and not (given.get("delivered") and given["delivered"] < given["principal"])


def _effective(given: Mapping[str, Any], chosen: Mapping[str, str], parts: Sequence[Part], base: Decimal) -> tuple[list[Line], Decimal]:
    """What the plan costs a year, as a line; the number that the cap is held against is without interest on interest."""
    handed = base
    if given.get("delivered"):
        handed -= yuan(given["principal"] - given["delivered"])
    periods = 12 // MONTHS[given.get("every") or "month"]
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
            return lines, [_("The plan costs {cost} a year and keeps below the cap of {most}.").format(cost=percent(cost), most=percent(least))]
        sentence = _("The plan costs {cost} a year, above the cap of {most}: what lies above it is not upheld (PLI, art. 25). Lower the rate.")
        return lines, [sentence.format(cost=percent(cost), most=percent(least))]
    if given["lender"] == "licensed" and book.has(interest_cap.OF_LICENSED):
        most = book.number(interest_cap.OF_LICENSED)
        if cost > most:
            sentence = _("The plan costs {cost} a year; a court may cut what lies above {most} of a licensed lender.")
            return [], [sentence.format(cost=percent(cost), most=percent(most))]
    return [], []


def _remarks(given: Mapping[str, Any], parts: Sequence[Part]) -> Iterator[str]:
    if given["way"] == "remainder" and parts[-1].amount > yuan(given["each"]):
        yield _("The last payment of {last} yuan is greater than the others: ask whether it can be paid on that day.").format(
            last=shown(parts[-1].amount)
        )
    if given["way"] == "flat":
        yield _("The principal becomes less with each payment and the interest does not: the rate that was named ({rate}) is not what it costs.").format(
            rate=plain(given["rate"])
        )
    if given.get("delivered") and given["delivered"] < given["principal"] and given["way"] in BEARING:
        yield _("What was handed over counts as principal (Civil Code, art. 670; PLI, art. 26): {sum} yuan.").format(
            sum=shown(yuan(given["delivered"]))
        )
    if given["first_on"].day > 28:
        yield _("Where a month has no such day the payment falls on its last day.")


CALCULATOR = Calculator(
    key="instalment_plan",
    label=N_("Plan of instalments"),
    title=N_("Plan of instalments"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=OPTIONS,
    source=N_("Civil Code, arts 202, 670; Private Lending Rules, arts 25, 26, 31"),
)
