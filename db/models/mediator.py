"""A mediator and the days on which he is away."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.models.kin import Kin
from db.types import word
from db.vocabulary import MediatorKind, Sex


class Absence(Noun):
    """Days on which a mediator takes no case (both ends included)."""

    __tablename__ = "absence"

    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id"), index=True)
    begins: Mapped[date]
    ends: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class Mediator(Noun):
    """Data of the court's and the committee's lists (SMR 5 to 8); `fields` are category keys, `languages` such as 汉语, 蒙古语."""

    __tablename__ = "mediator"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(index=True)
    sex: Mapped[Sex | None] = mapped_column(word(Sex))
    ethnic_group: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    id_number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    kind: Mapped[MediatorKind] = mapped_column(word(MediatorKind), default=MediatorKind.FULL_TIME)
    certificate_number: Mapped[str] = mapped_column(default="")
    roster_court_id: Mapped[int | None] = mapped_column(ForeignKey("court.id"), index=True)
    employer: Mapped[str] = mapped_column(default="")
    residence: Mapped[str] = mapped_column(default="")
    fields: Mapped[list[str]] = mapped_column(default=list)
    languages: Mapped[list[str]] = mapped_column(default=list)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    active: Mapped[bool] = mapped_column(default=True)

    kin: Mapped[list[Kin]] = relationship(lazy="raise", viewonly=True, order_by=Kin.id)
    absences: Mapped[list[Absence]] = relationship(lazy="raise", viewonly=True, order_by=Absence.begins)
