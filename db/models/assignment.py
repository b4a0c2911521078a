"""Who mediates a case, from when to when, and what was asked about conflicts."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import AssignmentRole


class Assignment(Noun):
    """`conflicts` is what the check said; `disclosed` what the mediator told; both sides' consent settles it (SMR 15, OMR 13)."""

    __tablename__ = "assignment"
    __table_args__ = (
        Index("ix_assignment_case_id_role", "case_id", "role", "assigned_on"),
        Index("ix_assignment_mediator_id_ended_on", "mediator_id", "ended_on", "case_id"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id"), index=True)
    role: Mapped[AssignmentRole] = mapped_column(word(AssignmentRole), default=AssignmentRole.LEAD_MEDIATOR)
    assigned_on: Mapped[date]
    chosen_by: Mapped[str] = mapped_column(default="")
    conflicts: Mapped[list[str]] = mapped_column(default=list)
    disclosed: Mapped[str] = mapped_column(default="")
    consented_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
