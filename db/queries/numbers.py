"""Numbers from an organisation's series: no gap, no double; a void one stays listed; ranges can be set aside.

Everything here runs inside a work, which keeps other writers out until it ends, and changes nouns, so that the journal has it.
Ids of what is new come with the next flush.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.models.number import Number, Series
from db.vocabulary import NumberKind, NumberState

# Built once, because every new case asks.
_SERIES = (
    select(Series)
    .where(Series.organisation_id == bindparam("of"), Series.kind == bindparam("like"), Series.year == bindparam("in_year"))
    .with_for_update()
)


class NumberRefused(ValueError):
    """Why a number cannot be had: `code` is "closed" (the year's series is), "used" (the register is further already),
    "none_left" (of a reserved range), "void" (it is already) or "unknown"."""

    def __init__(self, code: Literal["closed", "used", "none_left", "void", "unknown"], sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def take(session: Session, organisation_id: int, kind: NumberKind, year: int, write: Callable[[int], str], *, holder: str = "") -> Number:
    """The next number of a series, used; `write` turns it into its text. A series that is not there yet starts at 1.

    With `holder` it is the lowest one that was reserved for him. Raises NumberRefused ("closed", "none_left").
    """
    series = _series(session, organisation_id, kind, year)
    if holder:
        number = min((one for one in _reserved(session, series) if one.holder == holder), key=lambda one: one.n, default=None)
        if number is None:
            raise NumberRefused("none_left", f"No reserved number of {year} is left for {holder}.")
        number.state = NumberState.USED
        return number
    return _give(session, series, write, NumberState.USED)


def take_reserved(session: Session, organisation_id: int, kind: NumberKind, spellings: Sequence[str]) -> Number:
    """The reserved number that is written so (on a form that was filled in by hand), used. Raises NumberRefused ("unknown", "used")."""
    asked = select(Number).join(Series, Series.id == Number.series_id)
    asked = asked.where(Series.organisation_id == organisation_id, Series.kind == kind, Number.text.in_(spellings))
    number = session.scalars(asked.with_for_update(of=Number)).first()
    if number is None:
        raise NumberRefused("unknown", "There is no such number.")
    if number.state is not NumberState.RESERVED:
        raise NumberRefused("used", f"Number {number.text} is not set aside.")
    number.state = NumberState.USED
    return number


def start_at(session: Session, organisation_id: int, kind: NumberKind, year: int, next: int) -> Series:
    """Lets a series go on where the paper register stands. Raises NumberRefused ("used") for a number that was given out, or ("closed")."""
    series = _series(session, organisation_id, kind, year)
    last = max(_numbers(session, series), default=0)
    if next < 1 or next <= last:
        raise NumberRefused("used", f"The series of {year} has given out number {last}: it can go on from {last + 1}.")
    series.next = next
    return series


def reserve(
    session: Session, organisation_id: int, kind: NumberKind, year: int, count: int, holder: str, write: Callable[[int], str]
) -> list[Number]:
    """Sets the next `count` numbers aside for a computer that leaves the office; it takes them with `take(..., holder=...)`."""
    if count < 1 or not holder:
        raise ValueError("a range has numbers and a holder")
    series = _series(session, organisation_id, kind, year)
    return [_give(session, series, write, NumberState.RESERVED, holder) for _ in range(count)]


def void(session: Session, number_id: int, reason: str) -> Number:
    """Makes a number void; it stays listed with its reason and is never given out again. Raises NumberRefused ("unknown", "void")."""
    number = session.get(Number, number_id)
    if number is None:
        raise NumberRefused("unknown", "There is no such number.")
    if number.state == NumberState.VOID:
        raise NumberRefused("void", f"Number {number.text} is void already.")
    number.state = NumberState.VOID
    number.note = reason
    return number


def listed(
    session: Session, organisation_id: int, kind: NumberKind, year: int, *, state: NumberState | None = None, after: int = 0, limit: int = 0
) -> list[Number]:
    """The numbers of a series in their order, from behind `after`, at most `limit` (0: all)."""
    query = (
        select(Number)
        .join(Series, Series.id == Number.series_id)
        .where(Series.organisation_id == organisation_id, Series.kind == kind, Series.year == year, Number.n > after)
        .order_by(Number.n)
    )
    if state is not None:
        query = query.where(Number.state == state)
    return list(session.scalars(query.limit(limit) if limit else query))


def open_series(session: Session, organisation_id: int, year: int) -> list[Series]:
    """The series of an organisation and year that still give numbers."""
    asked = select(Series).where(Series.organisation_id == organisation_id, Series.year == year, Series.closed.is_(False))
    return list(session.scalars(asked.order_by(Series.id)))


def _series(session: Session, organisation_id: int, kind: NumberKind, year: int) -> Series:
    """The row of a series, locked; made where it is missing. Raises NumberRefused ("closed")."""
    series = session.scalars(_SERIES, {"of": organisation_id, "like": kind, "in_year": year}).one_or_none()
    if series is None:
        held = (one for one in session.new if isinstance(one, Series))
        series = next((one for one in held if (one.organisation_id, one.kind, one.year) == (organisation_id, kind, year)), None)
    if series is None:
        series = Series(organisation_id=organisation_id, kind=kind, year=year, next=1, closed=False, numbers=[])
        session.add(series)
    if series.closed:
        raise NumberRefused("closed", f"The series of {year} is closed.")
    return series


def _give(session: Session, series: Series, write: Callable[[int], str], state: NumberState, holder: str = "") -> Number:
    n = series.next
    series.next = n + 1
    number = Number(n=n, text=write(n), state=state, case_id=None, holder=holder, note="")
    if series.id is None:
        # Its own first numbers wait for its id; a flush here would send what the caller has only half made.
        series.numbers.append(number)
    else:
        number.series_id = series.id
        session.add(number)
    return number


def _numbers(session: Session, series: Series) -> Sequence[int]:
    if series.id is None:
        return [one.n for one in series.numbers]
    stored = session.scalar(select(func.max(Number.n)).where(Number.series_id == series.id))
    held = [one.n for one in session.new if isinstance(one, Number) and one.series_id == series.id]
    return [*held, *([] if stored is None else [stored])]


def _reserved(session: Session, series: Series) -> Sequence[Number]:
    if series.id is None:
        return [one for one in series.numbers if one.state == NumberState.RESERVED]
    query = select(Number).where(Number.series_id == series.id, Number.state == NumberState.RESERVED)
    # What this very work has taken already is not reserved any more, though the table does not know it yet.
    return [one for one in session.scalars(query) if one.state == NumberState.RESERVED]
