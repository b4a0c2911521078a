"""A party of a case: person, company, household or group; its members; and how it stands to another party."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.types import Facts, Money, word
from db.vocabulary import AuthorityLevel, IdKind, PartyKind, PartyRole, Sex


class PartyMember(Noun):
    """One person of a household or a group; `represents` with `paper` says who speaks for it and by what paper;
    `authority` lists what this one gave the representatives power to do."""

    __tablename__ = "party_member"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str]
    sex: Mapped[Sex | None] = mapped_column(word(Sex))
    birth_date: Mapped[date | None]
    id_kind: Mapped[IdKind] = mapped_column(word(IdKind), default=IdKind.RESIDENT_ID)
    id_number: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    amount_fen: Mapped[Money | None]
    account_name: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    account_number: Mapped[str] = mapped_column(default="")
    represents: Mapped[bool] = mapped_column(default=False)
    authority: Mapped[list[str]] = mapped_column(default=list)
    paper: Mapped[str] = mapped_column(default="")


class PartyTie(Noun):
    """A part that somebody plays beside his side: agent, guardian, guarantor, joint debtor, payee ... of another party.

    An agent's `items` list what he may do; only the special level with its items settles (CPC 62).
    """

    __tablename__ = "party_tie"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    for_party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    role: Mapped[PartyRole] = mapped_column(word(PartyRole))
    authority_level: Mapped[AuthorityLevel | None] = mapped_column(word(AuthorityLevel))
    items: Mapped[list[str]] = mapped_column(default=list)
    relation: Mapped[str] = mapped_column(default="")
    paper: Mapped[str] = mapped_column(default="")
    valid_to: Mapped[date | None]


class Party(Noun):
    """Columns as the court's element forms want them (forms brief 1.2): registered and usual residence apart, employer and post
    apart, the kind of paper. `id_verified` is false for what was stated but could not be checked. Numbers are kept as typed."""

    __tablename__ = "party"
    __table_args__ = (Index("ix_party_id_number", "id_number"), Index("ix_party_uscc", "uscc"))

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    ordinal: Mapped[int]
    role: Mapped[PartyRole] = mapped_column(word(PartyRole))
    kind: Mapped[PartyKind] = mapped_column(word(PartyKind), default=PartyKind.PERSON)
    name: Mapped[str] = mapped_column(index=True)
    other_names: Mapped[list[str]] = mapped_column(default=list)
    name_mongolian: Mapped[str] = mapped_column(default="")
    name_latin: Mapped[str] = mapped_column(default="")

    sex: Mapped[Sex | None] = mapped_column(word(Sex))
    ethnic_group: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    id_kind: Mapped[IdKind] = mapped_column(word(IdKind), default=IdKind.RESIDENT_ID)
    id_number: Mapped[str] = mapped_column(default="")
    id_verified: Mapped[bool] = mapped_column(default=False)
    occupation: Mapped[str] = mapped_column(default="")
    employer: Mapped[str] = mapped_column(default="")
    post: Mapped[str] = mapped_column(default="")
    registered_residence: Mapped[str] = mapped_column(default="")
    usual_residence: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    other_phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    wechat: Mapped[str] = mapped_column(default="")

    uscc: Mapped[str] = mapped_column(default="")
    company_type: Mapped[str] = mapped_column(default="")
    ownership: Mapped[str] = mapped_column(default="")
    business_address: Mapped[str] = mapped_column(default="")
    registered_address: Mapped[str] = mapped_column(default="")
    trade_name: Mapped[str] = mapped_column(default="")
    legal_representative: Mapped[str] = mapped_column(default="")
    legal_representative_post: Mapped[str] = mapped_column(default="")
    legal_representative_id: Mapped[str] = mapped_column(default="")
    legal_representative_phone: Mapped[str] = mapped_column(default="")

    account_name: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    account_number: Mapped[str] = mapped_column(default="")
    service_address: Mapped[str] = mapped_column(default="")
    e_service: Mapped[bool | None]
    language: Mapped[str] = mapped_column(default="")
    needs: Mapped[list[str]] = mapped_column(default=list)
    extra: Mapped[Facts] = mapped_column(default=dict)

    members: Mapped[list[PartyMember]] = relationship(lazy="raise", viewonly=True, order_by=PartyMember.ordinal)
    ties: Mapped[list[PartyTie]] = relationship(lazy="raise", viewonly=True, foreign_keys=PartyTie.party_id, order_by=PartyTie.id)
