"""A mediation body: a committee, an invited organisation, a studio."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import MediationType, OrganisationKind, SiteKind


class Organisation(Noun):
    """`short_name` is what its numbers carry (（2026）新诉调字第12号); `number_pattern` is how they are written."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    kind: Mapped[OrganisationKind] = mapped_column(word(OrganisationKind), default=OrganisationKind.SOCIAL)
    mediation_type: Mapped[MediationType] = mapped_column(word(MediationType), default=MediationType.PEOPLE)
    site: Mapped[SiteKind] = mapped_column(word(SiteKind), default=SiteKind.COMMITTEE)
    letterhead: Mapped[str] = mapped_column(default="")
    number_pattern: Mapped[str] = mapped_column(default="")
    region_code: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    seal_name: Mapped[str] = mapped_column(default="")
    court_id: Mapped[int | None] = mapped_column(ForeignKey("court.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    active: Mapped[bool] = mapped_column(default=True)
