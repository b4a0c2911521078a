"""A visit after the agreement: is it performed, is all quiet."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class ReturnVisit(Noun):
    """回访 (MoJ75 36, recall): performance, satisfaction, a suit, signs of escalation, measures."""

    __tablename__ = "return_visit"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    day: Mapped[date]
    way: Mapped[str] = mapped_column(default="")
    visitor: Mapped[str] = mapped_column(default="")
    performance: Mapped[str] = mapped_column(default="")
    satisfied: Mapped[bool | None]
    text: Mapped[str] = mapped_column(default="")
    signs: Mapped[str] = mapped_column(default="")
    measures: Mapped[str] = mapped_column(default="")
