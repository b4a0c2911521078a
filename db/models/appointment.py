"""The next session as it was fixed: when, where, and when those were told who are to come."""

from datetime import date, time

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Appointment(Noun):
    """`insurer_told_on`: an insurer is told three days before (notice of 2010, 司法部、公安部、保监会). One that was put off is `cancelled`
    and stays listed; a session of that day or later makes it done."""

    __tablename__ = "appointment"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    day: Mapped[date] = mapped_column(index=True)
    begins: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    told_on: Mapped[date | None]
    insurer_told_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
