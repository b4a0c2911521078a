"""The order of a case: its day x 1,000,000 + n, the key of the register's pages and of the search."""

from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from db.models.case import Case

PER_DAY = 1_000_000
# Built once, because every new case asks.
_LAST = select(func.max(Case.order)).where(Case.order.between(bindparam("first"), bindparam("last")))


def next_order(session: Session, day: date) -> int:
    """The next free order of a day, inside a work (which keeps other writers out until it ends).

    Cases that the work has added and not yet flushed count too.
    """
    first = (day.year * 10_000 + day.month * 100 + day.day) * PER_DAY
    last = session.scalar(_LAST, {"first": first, "last": first + PER_DAY - 1})
    held = [noun.order for noun in session.new if isinstance(noun, Case) and noun.order is not None]
    found = max(first, last or first, *(order for order in held if first <= order < first + PER_DAY)) + 1
    if found >= first + PER_DAY:
        raise ValueError("a day has at most 999,999 cases")
    return found
