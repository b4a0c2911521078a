"""A party asks that a mediator step aside, or he does so himself."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Recusal(Noun):
    """SMR 15; OMR 13; MoJ75 25 (recall): the host is changed when a party asks for it."""

    __tablename__ = "recusal"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    asked_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    granted: Mapped[bool | None]
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
