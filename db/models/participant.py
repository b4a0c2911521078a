"""A unit or person that helps to mediate a case and is no party: police, insurer, union, notary, deputy, gacha."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import ParticipantKind


class Participant(Noun):
    """PML 20, SMR 17: with the parties' consent (`consented_on`). A session lists who of them sat at the table; who left has `ended_on`."""

    __tablename__ = "participant"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    kind: Mapped[ParticipantKind] = mapped_column(word(ParticipantKind), default=ParticipantKind.OTHER)
    name: Mapped[str]
    capacity: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    consented_on: Mapped[date | None]
    ended_on: Mapped[date | None]
