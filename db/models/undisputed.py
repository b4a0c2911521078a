"""Facts that both sides confirmed as not in dispute, written down at the end of a failed mediation."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class UndisputedFacts(Noun):
    """OMR 18, 22; 法发〔2016〕14号 clause 23 (recall): with consent, signed by the parties; they need no proof in the suit."""

    __tablename__ = "undisputed_facts"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    day: Mapped[date]
    facts: Mapped[list[str]] = mapped_column(default=list)
    still_disputed: Mapped[list[str]] = mapped_column(default=list)
    consented_on: Mapped[date | None]
