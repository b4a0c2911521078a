"""How a case came from a court or another body, and the regime it follows."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import Procedure, Regime


class Referral(Noun):
    """The clock starts on `slip_signed_on`, the day the return slip is signed (SMR 27); until then it has not started.
    An `outward` one hands the case to another body; `returned_on` is the day on which a case went back to the court."""

    __tablename__ = "referral"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    court_id: Mapped[int | None] = mapped_column(ForeignKey("court.id"))
    body: Mapped[str] = mapped_column(default="")
    regime: Mapped[Regime | None] = mapped_column(word(Regime))
    procedure: Mapped[Procedure | None] = mapped_column(word(Procedure))
    outward: Mapped[bool] = mapped_column(default=False)
    returned_on: Mapped[date | None]
    court_number: Mapped[str] = mapped_column(default="", index=True)
    handed_by: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None]
    slip_signed_on: Mapped[date | None]
    extended_to: Mapped[date | None]
    extension_agreed_on: Mapped[date | None]
    excluded_days: Mapped[int] = mapped_column(default=0)
