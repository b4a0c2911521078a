"""Whether somebody was a party before: by the number of his paper, by the code of a body, by name and day of birth."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models.case import Case
from db.models.party import Party


class Before(NamedTuple):
    """A party as he stands in the case that was registered last, with that case's number and day of the request."""

    party: Party
    number: str
    received_on: date


def by_number(session: Session, numbers: Sequence[str]) -> Before | None:
    """The last party with one of these identity numbers."""
    return _last(session, Party.id_number.in_(numbers))


def by_code(session: Session, codes: Sequence[str]) -> Before | None:
    """The last body with one of these unified social credit codes."""
    return _last(session, Party.uscc.in_(codes))


def by_name(session: Session, name: str, birth_date: date) -> Before | None:
    """The last person of this name who was born on this day."""
    return _last(session, Party.name == name, Party.birth_date == birth_date)


def _last(session: Session, *where: ColumnElement[bool]) -> Before | None:
    asked = select(Party, Case.number, Case.entry_number, Case.received_on).join(Case, Case.id == Party.case_id).where(*where)
    row = session.execute(asked.order_by(Case.order.desc(), Party.id.desc()).limit(1)).first()
    return Before(row[0], row[1] or row[2], row[3]) if row is not None else None
