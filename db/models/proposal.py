"""A written plan that becomes an agreement when nobody objects within seven days of its service."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun


class ProposalService(Noun):
    """Served on one party; `objected_on` when he objected in writing."""

    __tablename__ = "proposal_service"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    served_on: Mapped[date]
    way: Mapped[str] = mapped_column(default="")
    receiver: Mapped[str] = mapped_column(default="")
    objected_on: Mapped[date | None]
    objection: Mapped[str] = mapped_column(default="")


class Proposal(Noun):
    """No-objection plan (法发〔2016〕14号 clause 24, recall): needs both sides' consent to the way itself."""

    __tablename__ = "proposal"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    day: Mapped[date]
    consented_on: Mapped[date | None]
    facts: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    reasons: Mapped[str] = mapped_column(default="")

    services: Mapped[list[ProposalService]] = relationship(lazy="raise", viewonly=True, order_by=ProposalService.id)
