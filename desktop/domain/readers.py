"""How a field reads what is typed into it: the normal form it is written in, and the echo that stands beside it.

A form asks after each key, so a reader looks nothing up. What cannot be read raises a Refusal; the text stays as typed.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import dates, identity, money
from desktop.domain.fields import Field

if TYPE_CHECKING:
    from desktop.domain.calendar import Calendar

Reader = Callable[[str], tuple[str, str]]


def readers(today: Callable[[], date], calendar: "Calendar | None" = None) -> Callable[[Field], Reader | None]:
    """Gives for each field its reader, or None where a text needs none; `today` is asked anew each time."""

    def of(field: Field) -> Reader | None:
        if field.kind == "date":
            return lambda text: _day(text, today(), field, calendar)
        if field.kind == "money":
            return _sum
        if field.kind == "bank_account":
            return lambda text: (text, identity.in_fours(text))
        return None

    return of


def _day(text: str, today: date, field: Field, calendar: "Calendar | None") -> tuple[str, str]:
    day = dates.parse(text, today, field.prefer)
    if text != day.isoformat():  # still being typed: which day was understood
        return day.isoformat(), f"{day.isoformat()}  {dates.weekday(day)}"
    return text, dates.echo(day, calendar).removeprefix(dates.in_words(day)).strip()


def _sum(text: str) -> tuple[str, str]:
    fen = money.parse(text)
    return money.figures(fen), money.capitals(fen)
