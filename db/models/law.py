"""What the office typed in beside the shipped law: values by year, holidays, entries of code lists."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class LegalValue(Noun):
    """A dated, cited value that wins over the shipped one of the same key; who typed it is kept and printed."""

    __tablename__ = "legal_value"

    key: Mapped[str] = mapped_column(index=True)
    value: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    year: Mapped[int | None]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    source: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    typed_on: Mapped[date]


class SpecialDay(Noun):
    """A day of the office's own calendar: off, or a working day that makes up for one."""

    __tablename__ = "special_day"
    __table_args__ = (UniqueConstraint("day"),)

    day: Mapped[date]
    name: Mapped[str] = mapped_column(default="")
    working: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(default="")


class Code(Noun):
    """An entry that the office added to a code list (causes ...), with edition and validity."""

    __tablename__ = "code"
    __table_args__ = (UniqueConstraint("list_key", "code", "edition"),)

    list_key: Mapped[str]
    code: Mapped[str]
    label: Mapped[str]
    category: Mapped[str] = mapped_column(default="")
    edition: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
