"""A piece of evidence, and a file kept with a case."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun


class Evidence(Noun):
    """`missing_until` is the day by which a paper accepted as missing (容缺) is to be handed in; `returned_to` is who took an
    original back."""

    __tablename__ = "evidence"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    ordinal: Mapped[int]
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    copies: Mapped[int] = mapped_column(default=1)
    pages: Mapped[int | None]
    original: Mapped[bool] = mapped_column(default=False)
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    proves: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    returned_to: Mapped[str] = mapped_column(default="")
    missing_until: Mapped[date | None] = mapped_column(index=True)


class Attachment(Noun):
    """A file: its bytes lie in the office's store under `sha256`, never under a person's name."""

    __tablename__ = "attachment"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    name: Mapped[str]
    media_type: Mapped[str] = mapped_column(default="")
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    page: Mapped[int | None]
    taken_on: Mapped[date | None]
