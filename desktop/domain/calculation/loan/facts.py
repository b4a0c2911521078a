"""The facts of a debt put in order for its account: what contradicts is said at its field, what follows is said in a remark."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.loan.account import Event
from desktop.domain.calculation.working import ZERO, day_after, shown, yuan
from desktop.domain.refusal import Fault
from desktop.i18n import _

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAY = 20  # banks settle on the 20th where the contract says nothing else


class Facts(NamedTuple):
    """The events of a debt in the order of their days; `end` is the first day that bears no interest, `first_late` the first late one."""

    formed: date
    end: date
    deliveries: Sequence[Event]
    payments: Sequence[Event]
    costs: Sequence[Event]
    renewals: Sequence[Event]
    due: Sequence[tuple[date, Decimal]]
    overdue_from: date | None
    first_late: date | None
    remarks: Sequence[str]


def faults(given: Mapping[str, Any], book: Book) -> list[Fault]:
    """Everything that contradicts itself or is missing, at its field."""
    first = min(one["on"] for one in given["deliveries"]) if given["deliveries"] else None
    if first is None:
        return [Fault("deliveries", _("Say what was handed over, and when."))]
    return [*_of_days(given, book, first), *_of_sums(given, first), *_of_rates(given)]


def _of_days(given: Mapping[str, Any], book: Book, first: date) -> Iterator[Fault]:
    yield from book.later(
        ("formed_on", given.get("formed_on")),
        ("filed_on", given.get("filed_on")),
        *((f"deliveries.{n}.on", one["on"]) for n, one in enumerate(given["deliveries"])),
    )
    before = _("This lies before the money was handed over ({day}).").format(day=dates.in_words(first))
    for key in ("payments", "renewals"):
        yield from (Fault(f"{key}.{n}.on", before) for n, one in enumerate(given.get(key) or ()) if one["on"] < first)
    for n, one in enumerate(given.get("due") or ()):
        if one["due_on"] < first:
            yield Fault(f"due.{n}.due_on", before)
    for key in ("term_to", "overdue_from"):
        if given.get(key) is not None and given[key] < first:
            yield Fault(key, before)
    if given.get("filed_on") and given.get("formed_on") and given["filed_on"] < given["formed_on"]:
        yield Fault("filed_on", _("The suit cannot have been filed before the contract was made."))


def _of_sums(given: Mapping[str, Any], first: date) -> Iterator[Fault]:
    handed = sum(one["amount"] for one in given["deliveries"])
    if given.get("principal") and handed > given["principal"]:
        yield Fault("principal", _("More was handed over than the contract says: check both sums."))
    back = sum(one["amount"] for one in given.get("payments") or () if one["on"] == first)
    if back and back >= sum(one["amount"] for one in given["deliveries"] if one["on"] == first):
        yield Fault("payments", _("All of it was paid back on the day of delivery: there is no loan to reckon."))
    if sum(one["amount"] for one in given.get("due") or ()) > handed:
        yield Fault("due", _("The parts together are more than was handed over."))


def _of_rates(given: Mapping[str, Any]) -> Iterator[Fault]:
    debt, private = given["debt"], given["debt"] in ("persons", "private")
    interest = given.get("interest") or ("agreed" if given.get("rate") is not None else "none")
    for key, unit in (("rate", "rate_unit"), ("overdue_rate", "overdue_unit")):
        if given.get(key) is not None and not given.get(unit):
            yield Fault(unit, _("Say what the rate is counted by: a year, a month or a day."))
    if interest == "none" and given.get("rate"):
        yield Fault("rate", _("It is said that no interest is agreed, and yet there is a rate."))
    if interest == "agreed" and given.get("rate") is None:
        yield Fault("rate", _("Interest is agreed: say the rate."))
    if interest == "unclear" and given.get("rate") is None and debt in ("private", "licensed"):
        yield Fault("rate", _("Not between natural persons: say the rate that trade, habit and market suggest (PLI 24)."))
    if debt == "price" and given.get("rate"):
        yield Fault("rate", _("A price bears interest only when it is late: enter the rate for lateness."))
    if given.get("overdue_rate") is not None and given.get("overdue_rise") is not None:
        yield Fault("overdue_rise", _("Either a rate for lateness or a rise: leave one out."))
    if given.get("overdue_rise") is not None and given.get("rate") is None:
        yield Fault("overdue_rise", _("A rise needs the rate on which it is counted."))
    late = any(given.get(key) for key in ("term_to", "overdue_from", "due"))
    if debt == "licensed" and late and not any(given.get(key) is not None for key in ("rate", "overdue_rate")):
        yield Fault("overdue_rate", _("Say the rate for lateness: of a licensed lender the law has none of its own."))
    if given.get("compound") and debt != "licensed":
        sentence = _("Of such a debt interest bears no interest; what became principal at a renewal is entered there (PLI 27).")
        yield Fault("compound", sentence)
    if given.get("compound") and debt == "licensed" and not given.get("settled"):
        yield Fault("settled", _("Say when the interest is to be paid: what is not paid then bears compound interest."))
    if given.get("renewals") and not private:
        yield Fault("renewals", _("Only of private loans interest becomes principal at a renewal."))


def of(given: Mapping[str, Any], book: Book, both: bool) -> Facts:
    """The facts in order; `both`: the day of payment and the last day bear interest too."""
    end = day_after(book.day) if both else book.day
    first = min(one["on"] for one in given["deliveries"])
    remarks: list[str] = []
    rows = sorted(given.get("payments") or (), key=lambda one: one["on"])
    back = sum((yuan(one["amount"]) for one in rows if one["on"] == first), ZERO)
    handed = _handed(given, first, back, remarks)
    due = sorted((one["due_on"], yuan(one["amount"])) for one in given.get("due") or ())
    overdue_from = given.get("overdue_from") or (day_after(given["term_to"]) if given.get("term_to") else None)
    lates = [day for day in (overdue_from, day_after(due[0][0]) if due else None) if day is not None]
    left_out = [one for one in rows if one["on"] > book.day]
    if left_out:
        remarks.append(_("{n} payments after the day of the calculation are not counted.").format(n=len(left_out)))
    payments = [
        Event(one["on"], one["on"] + timedelta(days=1 if both else 0), yuan(one["amount"]), one.get("for") or "")
        for one in rows
        if (first < one["on"] or given["debt"] == "price") and one["on"] <= book.day
    ]
    return Facts(
        formed=_formed(given, first, remarks),
        end=end,
        deliveries=handed,
        payments=payments,
        costs=[
            Event(one["on"], max(one["on"], first), yuan(one["amount"]), one["what"])
            for one in given.get("costs") or ()
            if one["on"] <= book.day
        ],
        renewals=[Event(one["on"], one["on"], yuan(one["added"])) for one in given.get("renewals") or () if one["on"] <= book.day],
        due=due,
        overdue_from=overdue_from,
        first_late=min(lates, default=None),
        remarks=remarks,
    )


def _formed(given: Mapping[str, Any], first: date, remarks: list[str]) -> date:
    """The day of the contract; between natural persons a loan is formed when the money is handed over (民法典 art. 679)."""
    formed: date = given.get("formed_on") or first
    if given["debt"] == "persons" and formed < first:
        remarks.append(
            _("Between natural persons the loan is formed when the money is handed over (Civil Code, art. 679): that day counts.")
        )
        return first
    return formed


def _handed(given: Mapping[str, Any], first: date, back: Decimal, remarks: list[str]) -> list[Event]:
    """What was handed over; what came back on the same day was never lent (民法典 art. 670; PLI art. 26)."""
    made = []
    for one in sorted(given["deliveries"], key=lambda one: one["on"]):
        amount = yuan(one["amount"])
        if one["on"] == first and back and given["debt"] != "price":
            part = min(back, amount)
            back -= part
            how = _("{day}: {amount} yuan, less {back} yuan paid back on the same day: {rest} yuan are the principal").format(
                day=dates.in_words(first), amount=shown(amount), back=shown(part), rest=shown(amount - part)
            )
            made.append(Event(first, first, amount - part, how))
            continue
        made.append(Event(one["on"], one["on"], amount))
    total = sum((one.amount for one in made), ZERO)
    if given.get("principal") and total < yuan(given["principal"]):
        sentence = _(
            "The contract says {sum} yuan; what was handed over counts as principal: {total} yuan (Civil Code, art. 670; PLI, art. 26)."
        )
        remarks.append(sentence.format(sum=shown(yuan(given["principal"])), total=shown(total)))
    return made


def settled(given: Mapping[str, Any], known: Facts) -> list[date]:
    """The days on which unpaid interest begins to bear compound interest: the day after each day of payment."""
    step, day = _MONTHS[given["settled"]], given.get("settled_day") or _DAY
    month = known.deliveries[0].on.replace(day=1)
    while month.month % step:
        month = dates.add_months(month, 1)
    found = []
    while month < known.end:
        last = month.replace(day=min(day, dates.last_of_month(month).day))
        if known.deliveries[0].on < day_after(last) <= known.end:
            found.append(day_after(last))
        month = dates.add_months(month, step)
    return found
