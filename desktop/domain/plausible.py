"""What cannot be and what is odd: days after today or out of order, before birth, sums that contradict each other.

A category's own rules are made of these; what cannot be stops the save, what is only odd is shown and stops nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop.domain import dates, money
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.i18n import _

Values = Mapping[str, Any]


class Doubt(NamedTuple):
    """A sentence at a fact (dotted: `injured.0.discharged_on`); `stops` where it cannot be, else it is only odd."""

    place: str
    sentence: str
    stops: bool = True


class Around(NamedTuple):
    """What a rule about facts may know besides them: today, and the days of the case."""

    today: date
    received_on: date | None = None
    happened_on: date | None = None


def of_case(received_on: date | None, happened_on: date | None, accepted_on: date | None, today: date) -> list[Fault]:
    """What is wrong with the days of a case, each at its field."""
    found = []
    if received_on is not None and received_on > today:
        found.append(Fault("received_on", _("The day of the request lies in the future.")))
    if happened_on is not None and happened_on > today:
        found.append(Fault("happened_on", _("The day of the event lies in the future.")))
    elif happened_on is not None and received_on is not None and happened_on > received_on:
        found.append(Fault("happened_on", _("The event lies after the request ({day}).").format(day=dates.in_words(received_on))))
    if accepted_on is not None and received_on is not None and accepted_on < received_on:
        found.append(Fault("accepted_on", _("A case is not accepted before the day of the request.")))
    return found


def of_person(name: str, birth_date: date | None, asked_on: date | None, today: date, field: str) -> Iterable[Fault]:
    """Born in the future, or after the day on which he asked for mediation."""
    if birth_date is None:
        return
    if birth_date > today:
        yield Fault(field, _("The date of birth lies in the future."))
    elif asked_on is not None and asked_on < birth_date:
        sentence = _("{name} would have been born on {birth}, after the day of the request ({day}).")
        yield Fault(field, sentence.format(name=name, birth=dates.in_words(birth_date), day=dates.in_words(asked_on)))


def of_referral(received_on: date | None, slip_signed_on: date | None, today: date) -> Iterable[Fault]:
    """Handed over or receipted in the future; a slip that is older than what it receipts."""
    for field, day in (("received_on", received_on), ("slip_signed_on", slip_signed_on)):
        if day is not None and day > today:
            yield Fault(field, _("The day lies in the future: enter what has happened."))
    if received_on is not None and slip_signed_on is not None and slip_signed_on < received_on:
        sentence = _("The slip was signed before the case was handed over ({day}).")
        yield Fault("slip_signed_on", sentence.format(day=dates.in_words(received_on)))


# --- rules that the categories share ---------------------------------------------------------------------------------------------


def not_future(fields: Sequence[Field], values: Values, today: date, where: str = "") -> Iterator[Doubt]:
    """Days that are declared as past (`prefer="past"`) and lie after today, in tables too."""
    for field in fields:
        value, here = values.get(field.key), f"{where}{field.key}"
        if field.kind == "date" and field.prefer == "past" and isinstance(value, date) and value > today:
            yield Doubt(here, _("{label}: {day} lies in the future.").format(label=_(field.label), day=dates.in_words(value)))
        elif field.kind == "table" and isinstance(value, list):
            for n, row in enumerate(value):
                yield from not_future(field.rows, row, today, f"{here}.{n}.")


def in_order(fields: Sequence[Field], values: Values, *keys: str, where: str = "", stops: bool = True) -> Iterator[Doubt]:
    """Days that follow one another: each that is known against the one known before it; the fault stands at the later one."""
    labels = {field.key: _(field.label) for field in fields}
    known = [(key, values[key]) for key in keys if isinstance(values.get(key), date)]
    for (first, earlier), (then, later) in zip(known, known[1:], strict=False):
        if later < earlier:
            sentence = _("{later} ({day}) lies before {earlier} ({earlier_day}).").format(
                later=labels[then], day=dates.in_words(later), earlier=labels[first], earlier_day=dates.in_words(earlier)
            )
            yield Doubt(f"{where}{then}", sentence, stops)


def at_most(fields: Sequence[Field], values: Values, smaller: str, greater: str, where: str = "", stops: bool = True) -> Iterator[Doubt]:
    """A sum that is not above another one; both money."""
    one, two = values.get(smaller), values.get(greater)
    if isinstance(one, int) and isinstance(two, int) and one > two:
        labels = {field.key: _(field.label) for field in fields}
        sentence = _("{smaller} ({sum} yuan) is more than {greater} ({most} yuan).").format(
            smaller=labels[smaller], sum=money.figures(one), greater=labels[greater], most=money.figures(two)
        )
        yield Doubt(f"{where}{smaller}", sentence, stops)


def contradicts(values: Values, key: str, *others: str, sentence: str, stops: bool = True) -> Iterator[Doubt]:
    """`key` was answered with no although one of `others` says something that only a yes allows; `sentence` is already translated."""
    if values.get(key) is False and any(said(values.get(other)) for other in others):
        yield Doubt(key, sentence, stops)


def said(value: Any) -> bool:
    """Whether anything stands here."""
    return value not in (None, "", [], {}, False)


def rows(values: Values, key: str) -> Iterator[tuple[int, Values]]:
    """The rows of a table with their numbers."""
    for n, row in enumerate(values.get(key) or ()):
        if isinstance(row, Mapping):
            yield n, row


def total(values: Values, key: str, column: str = "amount") -> int:
    """The sum of a column of a table, in fen."""
    return sum(row[column] for _n, row in rows(values, key) if isinstance(row.get(column), int))
