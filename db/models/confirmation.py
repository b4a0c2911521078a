"""The joint application for judicial confirmation and what came of it."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import ConfirmationResult, RefusalReason


class Confirmation(Noun):
    """CPC 205, 206: asked for jointly within 30 days of the agreement's effect.

    `supplement_asked` is what the court wants besides; `reason_kind` which item of the law it named, for the statistics; `known_on` when
    a third person learnt of the ruling; `objection_result` what came of the objection.
    """

    __tablename__ = "confirmation"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    court_id: Mapped[int | None] = mapped_column(ForeignKey("court.id"))
    applied_on: Mapped[date | None] = mapped_column(index=True)
    accepted_on: Mapped[date | None]
    court_number: Mapped[str] = mapped_column(default="")
    supplement_asked: Mapped[str] = mapped_column(default="")
    supplement_until: Mapped[date | None]
    supplemented_on: Mapped[date | None]
    objected_on: Mapped[date | None]
    objection: Mapped[str] = mapped_column(default="")
    result: Mapped[ConfirmationResult] = mapped_column(word(ConfirmationResult), default=ConfirmationResult.PENDING)
    ruled_on: Mapped[date | None]
    served_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    reason_kind: Mapped[RefusalReason | None] = mapped_column(word(RefusalReason), index=True)
    known_on: Mapped[date | None]
    objection_result: Mapped[str] = mapped_column(default="")
