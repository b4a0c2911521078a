"""How a field reads what is typed into it: the normal form it is written in, and the echo that stands beside it.

A form asks after each key, so a reader looks nothing up. What cannot be read raises a Refusal; the text stays as typed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import dates, identity, money, texts
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


def courts(known: Sequence[tuple[str, str]]) -> Reader:
    """Reads a court out of (code, name): by its code, its name, or a part of the name that only one has; else it stays as typed."""

    def read(text: str) -> tuple[str, str]:
        plain = texts.squeezed(text)
        found = [(code, name) for code, name in known if plain in (code, name)]
        if not found:
            part = plain.removesuffix("法院").removesuffix("人民")
            found = [(code, name) for code, name in known if part and part in name]
        if len(found) == 1:
            return found[0][1], found[0][0]
        return text, "、".join(name.removesuffix("人民法院") for _code, name in found[:3]) + ("…" if len(found) > 3 else "")

    return read
