"""How the mediation of a case ended."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import Money, word
from db.vocabulary import OutcomeCode


class Outcome(Noun):
    """`agreed_fen` is the money and the worth of things that the agreement comes to; None where there is none."""

    __tablename__ = "outcome"
    # The statistics ask of each case for its last conclusion that stands.
    __table_args__ = (Index("ix_outcome_case_id_undone", "case_id", "undone", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    code: Mapped[OutcomeCode] = mapped_column(word(OutcomeCode))
    concluded_on: Mapped[date] = mapped_column(index=True)
    agreed_fen: Mapped[Money | None]
    reason: Mapped[str] = mapped_column(default="")
    undone: Mapped[bool] = mapped_column(default=False)
