"""A call, a visit, a message to somebody about a case: who, when, how, and whether anyone answered."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Contact(Noun):
    __tablename__ = "contact"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    day: Mapped[date]
    at: Mapped[time | None]
    way: Mapped[str] = mapped_column(default="")
    answered: Mapped[bool | None]
    note: Mapped[str] = mapped_column(default="")
