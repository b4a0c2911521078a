"""A mediation session, who sat at the table, and the private notes that no party ever sees."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.types import word
from db.vocabulary import SessionMethod


class Attendee(Noun):
    """Somebody at the table: a party (by id), a guest of the case (by id), or anybody else with his capacity (翻译人, 见证人 ...)."""

    __tablename__ = "attendee"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("mediation_session.id"), index=True)
    ordinal: Mapped[int]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id"))
    name: Mapped[str]
    capacity: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")


class PrivateNote(Noun):
    """What was said apart (背靠背) or is for the mediator alone: a table of its own, so that no paper reaches it."""

    __tablename__ = "private_note"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id"))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    day: Mapped[date]
    text: Mapped[str]


class Session(Noun):
    """`day`, `begins` and `ends` are local time. `rights_told_on` is when rights and duties were told (PML 23, 24; SMR 14).
    `witness` saw that the record was read to a party who cannot read it."""

    __tablename__ = "mediation_session"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    ordinal: Mapped[int]
    day: Mapped[date]
    begins: Mapped[time | None]
    ends: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    method: Mapped[SessionMethod] = mapped_column(word(SessionMethod), default=SessionMethod.ON_SITE)
    language: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    interpreter_unit: Mapped[str] = mapped_column(default="", server_default="")
    interpreter_id: Mapped[str] = mapped_column(default="", server_default="")
    witness: Mapped[str] = mapped_column(default="", server_default="")
    lead_mediator_id: Mapped[int | None] = mapped_column(ForeignKey("mediator.id"))
    recorder: Mapped[str] = mapped_column(default="")
    open_session: Mapped[bool] = mapped_column(default=False)
    rights_told_on: Mapped[date | None]
    text: Mapped[str] = mapped_column(default="")
    undisputed_facts: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    read_aloud: Mapped[bool] = mapped_column(default=False)

    attendees: Mapped[list[Attendee]] = relationship(lazy="raise", viewonly=True, order_by=Attendee.ordinal)
