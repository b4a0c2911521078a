"""What a party said about mediating first: whether it knows what that brings, and its answer."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import WillingAnswer, WillingSource


class MediationWillingness(Noun):
    """The block of the court's complaint and answer forms (forms brief 1.2, 6): each answer is kept, the newest counts.

    `knows_mediation` and `knows_benefit_1` to `_5` are None where it was not said.
    """

    __tablename__ = "mediation_willingness"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    answer: Mapped[WillingAnswer] = mapped_column(word(WillingAnswer))
    answered_on: Mapped[date]
    source: Mapped[WillingSource] = mapped_column(word(WillingSource))
    knows_mediation: Mapped[bool | None]
    knows_benefit_1: Mapped[bool | None]
    knows_benefit_2: Mapped[bool | None]
    knows_benefit_3: Mapped[bool | None]
    knows_benefit_4: Mapped[bool | None]
    knows_benefit_5: Mapped[bool | None]
