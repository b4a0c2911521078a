"""A paper as it was issued: frozen blocks with a number and a checksum, and where its originals are."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.models.paper_sheet import PaperCorrection
from db.types import Facts, word
from db.vocabulary import DocumentState, PaperKind


class Original(Noun):
    """One signed or sealed copy: who holds it, since when, by what proof."""

    __tablename__ = "original"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    ordinal: Mapped[int]
    holder: Mapped[str]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    handed_on: Mapped[date | None]
    proof: Mapped[str] = mapped_column(default="")


class Document(Noun):
    """`blocks` is all that was printed; it is never computed again. `checksum` is SHA-256 over its canonical form."""

    __tablename__ = "document"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    kind: Mapped[PaperKind] = mapped_column(word(PaperKind))
    subject_id: Mapped[int | None]
    number: Mapped[str] = mapped_column(index=True)
    version_number: Mapped[int] = mapped_column(default=1)
    state: Mapped[DocumentState] = mapped_column(word(DocumentState), default=DocumentState.ISSUED)
    title: Mapped[str]
    language: Mapped[str]
    blocks: Mapped[Facts] = mapped_column(deferred=True, deferred_raiseload=True)
    checksum: Mapped[str]
    issued_on: Mapped[date]
    issued_at: Mapped[datetime]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    pages: Mapped[int | None]

    originals: Mapped[list[Original]] = relationship(lazy="raise", viewonly=True, order_by=Original.ordinal)
    corrections: Mapped[list[PaperCorrection]] = relationship(lazy="raise", viewonly=True, order_by=PaperCorrection.ordinal)
