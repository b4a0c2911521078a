"""Rounds of looking for disputes: newest first, by what came of them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.case import Case
from db.models.screening import Screening


class Row(NamedTuple):
    """One round, with the number of the case that its lead became."""

    id: int
    day: date
    place: str
    who: str
    found: bool
    lead: str
    people_count: int | None
    handled: str
    case_id: int | None
    case_number: str


def rounds(
    session: Session,
    organisation_id: int,
    found: bool | None = None,
    open_leads: bool = False,
    first: date | None = None,
    last: date | None = None,
    limit: int = 0,
) -> Sequence[Row]:
    """Rounds of an organisation, newest first: all, those with (or without) a find, or leads that are no case yet; `limit` 0 gives all."""
    asked = (
        select(
            Screening.id,
            Screening.day,
            Screening.place,
            Screening.who,
            Screening.found,
            Screening.lead,
            Screening.people_count,
            Screening.handled,
            Screening.case_id,
            Case.number,
            Case.entry_number,
        )
        .outerjoin(Case, Case.id == Screening.case_id)
        .where(Screening.organisation_id == organisation_id)
        .order_by(Screening.day.desc(), Screening.id.desc())
    )
    if found is not None:
        asked = asked.where(Screening.found.is_(found))
    if open_leads:
        asked = asked.where(Screening.found.is_(True), Screening.case_id.is_(None))
    if first is not None:
        asked = asked.where(Screening.day >= first)
    if last is not None:
        asked = asked.where(Screening.day <= last)
    return [Row(*row[:9], row[9] or row[10] or "") for row in session.execute(asked.limit(limit) if limit else asked)]
