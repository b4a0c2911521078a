"""What somebody has typed and not yet saved: outside journal, search and numbers."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.types import Facts, Key


class Draft(Base):
    """One a page, a person and (where it has one) a case: the newest typing wins."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("page", "owner_id", "case_id"),)

    id: Mapped[Key]
    page: Mapped[str]
    owner_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    case_id: Mapped[int] = mapped_column(default=0)
    values: Mapped[Facts]
    saved_at: Mapped[datetime]
