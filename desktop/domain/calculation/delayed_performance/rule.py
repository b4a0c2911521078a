"""The calculator of late performance: what a court's document orders to pay, general interest, and the doubled part for each day of delay.

Source: 民事诉讼法 art. 264; 法释〔2014〕8号 arts 1 to 4; 民法典 arts 560, 561; 民事调解规定 (法释〔2020〕20号) art. 15. Only a document
with the force of law bears the doubled part: a mediation agreement that is not confirmed has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation import counting as counted
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.counting import Counting
from desktop.domain.calculation.delayed_performance import sheet
from desktop.domain.calculation.delayed_performance.account import NAMES, Debt, Paid, Pause, credit
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, day_after, shown, yuan
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

DAILY = "delayed.doubled.daily"


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What is owed on the day of the calculation; Refusal with every contradiction at its field."""
    if given["document"] == "unconfirmed":
        sentence = _(
            "A mediation agreement that is not confirmed bears no doubled part (Civil Procedure Law, art. 264 wants a document with force "
            "of law): only the interest and the liability that it agrees on. Apply for its confirmation, or reckon it as a loan."
        )
        raise Refusal(sentence, "document")
    wrong = list(_faults(given, book))
    if wrong:
        raise Refusal.of(wrong)
    both = chosen["last_day"] == "both"
    end = day_after(book.day) if both else book.day
    remarks: list[str] = []
    debts = _debts(given, chosen, book, end, remarks)
    lines: list[Line] = []
    over = ZERO
    later = 0
    for row in sorted(given.get("payments") or (), key=lambda one: one["on"]):
        if row["on"] > book.day:
            later += 1
            continue
        named = row["instalment"] - 1 if row.get("instalment") else None
        paid = Paid(row["on"], row["on"] + timedelta(days=1 if both else 0), yuan(row["amount"]), named)
        said, left = credit(debts, paid, sheet.ORDERS[chosen["order"]], chosen["order"] == "law")
        lines += said
        over += left
    for debt in debts:
        lines += debt.grow(end)
    if given.get("liability_borne"):
        how = _("none: the liability for default that the agreement itself fixes was borne")
        lines.append(Line("doubled", _("Doubled part for lateness"), how, ZERO, _("Provisions on Civil Mediation, art. 15")))
    return Worked([*lines, *_owed(debts)], [*dict.fromkeys(remarks), *_remarks(debts, book, end, over, later)])


def _faults(given: Mapping[str, Any], book: Book) -> Iterator[Fault]:
    effective = given.get("effective_on")
    yield from book.later(("effective_on", effective))
    if not given["debts"]:
        yield Fault("debts", _("Say what is to be paid, and by when."))
    for n, one in enumerate(given["debts"]):
        at = f"debts.{n}"
        if not any(one.get(kind) for kind in ("principal", "costs", "interest")):
            yield Fault(f"{at}.principal", _("Say the sum that is to be paid."))
        if one.get("due_on") is None and effective is None:
            yield Fault(f"{at}.due_on", _("Say by when it is to be paid, or when the document took effect."))
        if one.get("rate"):
            if not one.get("rate_unit"):
                yield Fault(f"{at}.rate_unit", _("Say what the rate is counted by: a year, a month or a day."))
            if one.get("interest_from") is None:
                yield Fault(f"{at}.interest_from", _("Say since when the document orders interest."))
        elif one.get("interest_from") is not None:
            yield Fault(f"{at}.rate", _("Interest runs since that day: say its rate."))
    for n, one in enumerate(given.get("payments") or ()):
        if one.get("instalment") and one["instalment"] > len(given["debts"]):
            yield Fault(f"payments.{n}.instalment", _("There is no such instalment: they are counted from 1 in the order above."))
    for n, one in enumerate(given.get("pauses") or ()):
        if one["last"] < one["first"]:
            yield Fault(f"pauses.{n}.last", _("It ends before it begins."))


def _debts(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book, end: date, remarks: list[str]) -> list[Debt]:
    counting = Counting("days_365", "period")
    if any(one.get("rate") for one in given["debts"]):
        counting = counted.of(chosen["day_count"], chosen["rounding"], False)
    pauses = [Pause(one["first"], day_after(one["last"])) for one in given.get("pauses") or ()]
    called, made = given.get("called_in"), []
    for n, one in enumerate(given["debts"], 1):
        last = one.get("due_on") or given["effective_on"]
        last = min(last, called) if called is not None else last
        if one.get("due_on") is not None and last < book.day and chosen["day_off"] == "moved":
            last = _moved(last, book, remarks)
        begins = _begins(given, last, chosen["begins"])
        late = begins < end and not given.get("liability_borne") and bool(one.get("principal") or one.get("costs"))
        made.append(
            Debt(
                name=_("instalment {n}: ").format(n=n) if len(given["debts"]) > 1 else "",
                owed={kind: yuan(one.get(kind) or 0) for kind in ("costs", "interest", "principal")} | {"doubled": ZERO},
                due_on=last,
                begins=begins if late else None,
                daily=book.number(DAILY, begins) if late else Decimal(0),
                rate=counting.yearly(one["rate"], one["rate_unit"]) if one.get("rate") else Decimal(0),
                interest_from=one.get("interest_from"),
                counting=counting,
                pauses=pauses,
                article=_("Civil Procedure Law, art. 264; Judicial Interpretation of 2014, No. 8, arts 1 and 2"),
            )
        )
    return made


def _moved(last: date, book: Book, remarks: list[str]) -> date:
    """A last day of payment that is a day off ends with the next working day (民法典 art 203)."""
    counted = book.calendar.last_day(last, 0)
    if counted.moved:
        remarks.append(
            _("{day} was a day off: the last day of payment is {moved} (Civil Code, art. 203).").format(
                day=dates.in_words(last), moved=dates.in_words(counted.day)
            )
        )
    if counted.sentence:
        remarks.append(counted.sentence)
    return counted.day


def _begins(given: Mapping[str, Any], last: date, begins: str) -> date:
    """The first day of delay: after the last day of payment, and not before the document had the force of law (art 2)."""
    effective = given.get("effective_on")
    last = max(last, effective) if effective is not None else last
    return last if begins == "same" else day_after(last)


def _owed(debts: Sequence[Debt]) -> Iterator[Line]:
    """What is owed of each kind in the end, all instalments together."""
    for kind in ("costs", "interest", "principal", "doubled"):
        grown = sum((one.grown[kind] for one in debts), ZERO)
        if not grown and kind != "principal":
            continue
        owed = sum((one.owed[kind] for one in debts), ZERO)
        how = _("in all {grown} yuan").format(grown=shown(grown))
        how += _(", less {paid} yuan paid").format(paid=shown(grown - owed)) if owed < grown else ""
        yield Line(kind, _("Owed: {what}").format(what=_(NAMES[kind])), how, owed)


def _remarks(debts: Sequence[Debt], book: Book, end: date, over: Decimal, later: int) -> Iterator[str]:
    if later:
        yield _("{n} payments after the day of the calculation are not counted.").format(n=later)
    if over:
        yield _("{amount} yuan more were paid than was owed.").format(amount=shown(over))
    coming = sum((one.owed["principal"] + one.owed["costs"] for one in debts if one.due_on >= book.day), ZERO)
    if coming:
        yield _("{amount} yuan of it are not late yet: their last day of payment has not passed.").format(amount=shown(coming))
    late = [one for one in debts if one.begins is not None and one.base and not any(p.first <= end < p.until for p in one.pauses)]
    daily = cent(sum((Fraction(one.base) * Fraction(one.daily) / 100 for one in late), Fraction(0)))
    if daily:
        yield _("From {day} on each day adds {daily} yuan of the doubled part, as long as nothing changes.").format(
            day=dates.in_words(end), daily=shown(daily)
        )


CALCULATOR = Calculator(
    key="delayed_performance",
    label=N_("Late performance of a court's document"),
    title=N_("Computation of interest for late performance"),
    inputs=sheet.INPUTS,
    heads=sheet.HEADS,
    work=work,
    options=sheet.OPTIONS,
    source=N_("Civil Procedure Law, art. 264; Judicial Interpretation of 2014, No. 8, arts 1 to 4; Provisions on Civil Mediation, art. 15"),
)
