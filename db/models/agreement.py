"""A mediation agreement, its versions and its signing table."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.models.obligation import Obligation
from db.types import Facts, word
from db.vocabulary import AgreementForm, AgreementStatus, Regime, SignerKind


class AgreementVersion(Noun):
    """What an agreement said at one moment: its values as they were saved, so that two versions can be laid side by side."""

    __tablename__ = "agreement_version"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    number: Mapped[int]
    saved_at: Mapped[datetime]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    values: Mapped[Facts]


class Signing(Noun):
    """One line of the signing table: who signs in what capacity, on what day, by hand, fingerprint or seal, here or by post."""

    __tablename__ = "signing"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    ordinal: Mapped[int]
    signer: Mapped[SignerKind] = mapped_column(word(SignerKind))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    mediator_id: Mapped[int | None] = mapped_column(ForeignKey("mediator.id"))
    name: Mapped[str] = mapped_column(default="")
    capacity: Mapped[str] = mapped_column(default="")
    signed_on: Mapped[date | None]
    by_hand: Mapped[bool] = mapped_column(default=False)
    fingerprint: Mapped[bool] = mapped_column(default=False)
    seal: Mapped[bool] = mapped_column(default=False)
    by_post: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class Agreement(Noun):
    """`day` is the day it was reached; `effective_on` comes out of the signing table by the regime (PML 29, SMR 24) or, oral,
    at once (PML 30); `earliest_effect_on` is the first day that could be argued (the confirmation term counts from it).
    `clauses` are the free ones beside those that the obligations make; `origins` says of each that came from the library its `key`, the
    `generated` text and the `text` it was made into. `third_parties` are the answers to who else has a right in what is disposed of.
    `amends_id` is the agreement whose place this one takes. `proposal_id` is the plan to which nobody objected in time: such an
    agreement has nobody's signature."""

    __tablename__ = "agreement"
    __table_args__ = (Index("ix_agreement_case_id_status", "case_id", "status", "id"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    form: Mapped[AgreementForm] = mapped_column(word(AgreementForm), default=AgreementForm.WRITTEN)
    status: Mapped[AgreementStatus] = mapped_column(word(AgreementStatus), default=AgreementStatus.DRAFT)
    number: Mapped[str | None] = mapped_column(index=True)
    version_number: Mapped[int] = mapped_column(default=1)
    regime: Mapped[Regime | None] = mapped_column(word(Regime))
    day: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    facts: Mapped[str] = mapped_column(default="")
    disputed: Mapped[str] = mapped_column(default="")
    responsibility: Mapped[str] = mapped_column(default="")
    clauses: Mapped[list[str]] = mapped_column(default=list)
    origins: Mapped[list[Facts]] = mapped_column(default=list)
    third_parties: Mapped[list[Facts]] = mapped_column(default=list)
    confirmation_wanted: Mapped[bool | None]
    copies: Mapped[int | None]
    effective_on: Mapped[date | None] = mapped_column(index=True)
    earliest_effect_on: Mapped[date | None]
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("party_member.id"))
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))

    obligations: Mapped[list[Obligation]] = relationship(lazy="raise", viewonly=True, order_by=Obligation.ordinal)
    signings: Mapped[list[Signing]] = relationship(lazy="raise", viewonly=True, order_by=Signing.ordinal)
    versions: Mapped[list[AgreementVersion]] = relationship(lazy="raise", viewonly=True, order_by=AgreementVersion.number)
