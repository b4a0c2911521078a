"""The moves of a case as they were made: what the road shows, and what the last one is taken back by."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import Facts, word
from db.vocabulary import Stage


class CaseMove(Noun):
    """`seq` is the journal entry that the move wrote; `day` its true day, which may lie before the day of entry.

    `undone` moves stay listed with the reason for which they were taken back.
    """

    __tablename__ = "case_move"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    ordinal: Mapped[int]
    key: Mapped[str]
    day: Mapped[date]
    stage_before: Mapped[Stage] = mapped_column(word(Stage))
    stage_after: Mapped[Stage] = mapped_column(word(Stage))
    seq: Mapped[int] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")
    values: Mapped[Facts] = mapped_column(default=dict)
    undone: Mapped[bool] = mapped_column(default=False)
    undone_reason: Mapped[str] = mapped_column(default="")
