"""Looking for disputes before they break out (排查): a round, and what was found."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Screening(Noun):
    """`found` False is a nil report; a lead becomes a case, whose id then stands in `case_id`."""

    __tablename__ = "screening"

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    found: Mapped[bool] = mapped_column(default=False)
    lead: Mapped[str] = mapped_column(default="")
    people_count: Mapped[int | None]
    handled: Mapped[str] = mapped_column(default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_case.id"), index=True)
