"""Harm that a mediation kept from happening: what, how many people, and why one may say so."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import Harm


class PreventedHarm(Noun):
    """One a kind and a case; counted by the Ministry's report (cases and persons)."""

    __tablename__ = "prevented_harm"
    __table_args__ = (UniqueConstraint("case_id", "kind"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    kind: Mapped[Harm] = mapped_column(word(Harm))
    people_count: Mapped[int]
    reason: Mapped[str]
