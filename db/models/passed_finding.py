"""A finding of the agreement check that somebody passed for a reason: kept here and in the journal, never in the file or on a paper."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class PassedFinding(Noun):
    """`kind`, `place` and `mark` (a digest of the sentence) say which finding: another sum, another day is another finding."""

    __tablename__ = "passed_finding"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    kind: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    mark: Mapped[str]
    reason: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    passed_at: Mapped[datetime]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
