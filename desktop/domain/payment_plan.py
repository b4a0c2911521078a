"""A plan of payments written out as dates and sums: equal parts with the rest in the last, a down payment, again and again until an age.

Months are counted from the first day, so that a plan that begins on the 31st falls on the last day of shorter months (民法典 art 202).
Until an age: the last payment falls on or before the birthday (民法典 art 17: eighteen is reached with the birthday).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop.domain import dates, money
from desktop.domain.refusal import Refusal
from desktop.i18n import _

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
MOST = 1200


class Payment(NamedTuple):
    """One day of the plan and its sum in fen; None where the obligation counts no money."""

    due_on: date
    amount: int | None


def written_out(row: Mapping[str, Any], at: str = "") -> list[Payment]:
    """The payments of a clean row with a plan (`every`, `first_on`, `times`, `each`, `until` ...), the down payment first.

    Known are two of: the whole sum, how many, how much each; or how much each and until when. Refusal at the field that is missing or
    does not come out.
    """
    first, every = row.get("first_on"), row.get("every") or "month"
    if first is None:
        raise Refusal(_("Say the first day of the payments."), _at(at, "first_on"))
    down = row.get("down_payment") or 0
    if down and row.get("down_on") is None:
        raise Refusal(_("Say the day of the down payment."), _at(at, "down_on"))
    if down and row["down_on"] > first:
        raise Refusal(_("The down payment comes before the first of the other payments."), _at(at, "down_on"))
    rest = row["amount"] - down if row.get("amount") is not None else None
    if rest is not None and rest <= 0:
        raise Refusal(_("The down payment leaves nothing for the other payments."), _at(at, "down_payment"))
    until = until_day(row, at)
    times, each = row.get("times"), row.get("each")
    if times is None and until is not None:
        times = _count(first, until, every, at)
    if times is None and each and rest is not None:
        times = -(-rest // each)  # what is left over makes one more, smaller payment
    if times is None:
        raise Refusal(_("Say how many payments there are, until when they run, or how much each is."), _at(at, "times"))
    if times > MOST:
        raise Refusal(_("{n} payments are too many; {most} are the most.").format(n=times, most=MOST), _at(at, "times"))
    sums = _sums(rest, times, each, at)
    days = [dates.add_months(first, n * MONTHS[every]) for n in range(times)]
    parts = [Payment(day, fen) for day, fen in zip(days, sums, strict=True)]
    return [Payment(row["down_on"], down), *parts] if down else parts


def _sums(rest: int | None, times: int, each: int | None, at: str) -> Sequence[int | None]:
    if rest is None:
        return [each] * times
    if each is None:
        return money.split_equally(rest, times)
    last = rest - each * (times - 1)
    if last <= 0 or (last > each and times > 1):
        sentence = _("{n} payments of {each} yuan do not come to {rest} yuan: change the number, the sum or the payment.")
        raise Refusal(sentence.format(n=times, each=money.figures(each), rest=money.figures(rest)), _at(at, "each"))
    return [each] * (times - 1) + [last]


def until_day(row: Mapping[str, Any], at: str = "") -> date | None:
    """The day until which the payments run: one that was named, or a birthday; None where neither was."""
    if row.get("until") is not None:
        day: date = row["until"]
        return day
    born, age = row.get("born_on"), row.get("until_age")
    if born is None and age is None:
        return None
    if born is None or age is None:
        raise Refusal(_("Say both the day of birth and the age."), _at(at, "born_on" if born is None else "until_age"))
    return dates.add_months(born, 12 * age)


def _count(first: date, until: date, every: str, at: str) -> int:
    if until < first:
        raise Refusal(_("The payments end before the first one."), _at(at, "until"))
    n = 0
    while n <= MOST and dates.add_months(first, n * MONTHS[every]) <= until:
        n += 1
    return n


def row_planned(row: Mapping[str, Any], at: str) -> Mapping[str, Any]:
    """The clean row with its plan written out as instalments; as it was where there is no plan, or where instalments were given.

    Instalments that were given count; a plan that gives others is left out, so that the clause says what is owed.
    """
    if not any(row.get(key) for key in ("every", "times", "each", "down_payment", "first_on")):
        return row
    given = row.get("instalments") or []
    if given:
        return row if _same(row, given, at) else without(row)
    parts = written_out(row, at)
    sums = [part.amount for part in parts if part.amount is not None]
    amount = row.get("amount") if row.get("amount") is not None else (sum(sums) if sums else None)
    open_end = row.get("amount") is None and bool(row.get("each")) and not row.get("down_payment")
    timing = row.get("timing") if row.get("timing") in ("instalments", "periodic") else ("periodic" if open_end else "instalments")
    written = [{"due_on": part.due_on, "amount": part.amount} for part in parts]
    return {**row, "amount": amount, "timing": timing, "instalments": written}


def _same(row: Mapping[str, Any], given: list[Mapping[str, Any]], at: str) -> bool:
    try:
        parts = written_out(row, at)
    except Refusal:
        return False
    return [(part.due_on, part.amount) for part in parts] == [(part["due_on"], part.get("amount")) for part in given]


def without(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without its plan."""
    keys = ("every", "first_on", "times", "each", "until", "whose", "born_on", "until_age", "down_payment", "down_on")
    return {key: value for key, value in row.items() if key not in keys}


def _at(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key
