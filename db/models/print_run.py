"""One print that the spooler took: which issued paper, how many sheets of it, and which print of it this was."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class PrintRun(Noun):
    """`copy` is 0 for the originals; any later print is a marked copy and counts from 1. `reason` says why originals were printed again."""

    __tablename__ = "print_run"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    copy: Mapped[int] = mapped_column(default=0)
    sheets: Mapped[int] = mapped_column(default=1)
    printer: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    printed_at: Mapped[datetime]
    printed_by: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
