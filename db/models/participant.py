"""A unit or person that helps to mediate a case and is no party: police, insurer, union, notary, deputy, gacha."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Participant(Noun):
    """PML 20, SMR 17: with the parties' consent. A session lists who of them sat at the table."""

    __tablename__ = "participant"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    name: Mapped[str]
    capacity: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
