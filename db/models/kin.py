"""Somebody a mediator declared as near to him."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Kin(Noun):
    """Near relatives and household of a mediator, for the conflict check (SMR 15)."""

    __tablename__ = "kin"

    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id"), index=True)
    name: Mapped[str]
    id_number: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")
