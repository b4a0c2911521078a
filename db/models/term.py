"""What lengthens or stops the term of a mediation: an extension both sides agreed to, a suspension."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Extension(Noun):
    """Both sides agreed, on the days written, that the mediation may last until `until` (SMR 27; RFM2025 clause 3)."""

    __tablename__ = "extension"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    until: Mapped[date]
    applicant_agreed_on: Mapped[date]
    respondent_agreed_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class Suspension(Noun):
    """The mediation rests; `excluded` when its days do not count (appraisal: OMR 26). `ends` is None while it lasts."""

    __tablename__ = "suspension"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    begins: Mapped[date]
    ends: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    excluded: Mapped[bool] = mapped_column(default=False)
