"""The append-only record of who changed what: entries chain by hash, the values stand beside."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import Key, UtcTime


class JournalEntry(Base):
    """One transaction. `hash` covers the entry before it, this entry's head and the digests of its changes."""

    __tablename__ = "journal_entry"

    seq: Mapped[Key] = mapped_column(autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTime)
    login: Mapped[str]
    action: Mapped[str]
    case_id: Mapped[int | None] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(default="")
    previous: Mapped[str]
    hash: Mapped[str]


class JournalChange(Base):
    """One row that an entry changed. `payload` is JSON text: {column: [old, new]}; erasure may empty it, the salted digest stays."""

    __tablename__ = "journal_change"
    # `verify` and erasure walk the changes of one row.
    __table_args__ = (Index("ix_journal_change_row", "table_name", "row_id"),)

    seq: Mapped[int] = mapped_column(ForeignKey("journal_entry.seq"), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    what: Mapped[str]
    table: Mapped[str] = mapped_column("table_name")
    row_id: Mapped[int]
    salt: Mapped[str]
    payload: Mapped[str | None] = mapped_column(Text)
    digest: Mapped[str]


class JournalHead(Base):
    """One row that every writer locks first, so that two at once cannot fork the chain."""

    __tablename__ = "journal_head"

    id: Mapped[Key] = mapped_column(autoincrement=False)
    seq: Mapped[int]
    hash: Mapped[str]
