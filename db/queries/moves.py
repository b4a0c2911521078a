"""The moves of a case, the journal entries that they wrote, and what stands on the rows that an entry added."""

import json
from typing import NamedTuple, cast

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from db import journal
from db.base import Base, Noun
from db.journal import CHANGES, ENTRIES, Change
from db.models.move import CaseMove


class Later(NamedTuple):
    """An entry that touched the same row afterwards."""

    seq: int
    action: str


def next_ordinal(session: Session, case_id: int) -> int:
    """The ordinal of the next move of a case; moves that the work has added and not yet flushed count too."""
    last = session.scalar(select(func.max(CaseMove.ordinal)).where(CaseMove.case_id == case_id)) or 0
    held = [one.ordinal for one in session.new if isinstance(one, CaseMove) and one.case_id == case_id]
    return max([last, *held]) + 1


def changes_of(session: Session, seq: int) -> list[Change]:
    """What one journal entry changed, in its order; `values` are None where they were erased."""
    asked = select(CHANGES.c.what, CHANGES.c.table_name, CHANGES.c.row_id, CHANGES.c.payload).where(CHANGES.c.seq == seq)
    return [
        Change(what, table, row_id, None if payload is None else json.loads(payload))
        for what, table, row_id, payload in session.execute(asked.order_by(CHANGES.c.n))
    ]


def later_of(session: Session, seq: int, table: str, row_id: int) -> Later | None:
    """The first entry after `seq` that touched a row; None where nothing did."""
    asked = (
        select(ENTRIES.c.seq, ENTRIES.c.action)
        .join(CHANGES, CHANGES.c.seq == ENTRIES.c.seq)
        .where(CHANGES.c.table_name == table, CHANGES.c.row_id == row_id, CHANGES.c.seq > seq)
        .order_by(ENTRIES.c.seq)
        .limit(1)
    )
    row = session.execute(asked).one_or_none()
    return Later(row.seq, row.action) if row is not None else None


def pointing_at(session: Session, table: str, row_id: int) -> list[tuple[str, int]]:
    """(table, id) of every row that hangs on this one by a foreign key."""
    found: list[tuple[str, int]] = []
    for noun in journal.nouns():
        own = cast(Table, noun.__table__)
        for column in own.columns:
            if any(key.column.table.name == table for key in column.foreign_keys):
                found += [(own.name, i) for i in session.scalars(select(own.c.id).where(column == row_id))]
    return found


def noun_of(table: str) -> type[Noun]:
    """The class of a table's rows."""
    return next(noun for noun in journal.nouns() if cast(Table, cast(type[Base], noun).__table__).name == table)
