"""What a paper says that the case itself has not got, a paper that exists only on paper, and a change by hand on a printed one."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import Facts, word
from db.vocabulary import FilePlace, PaperKind


class PaperSheet(Noun):
    """One paper's own values (an investigation, an invitation, a service ...), checked by the sheet declared for its kind.

    `ordinal` counts the sheets of one kind in a case, `day` is the paper's true day, `values` are JSON as the fields store them; parties
    stand in it as the ids of their rows.
    """

    __tablename__ = "paper_sheet"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    kind: Mapped[PaperKind] = mapped_column(word(PaperKind))
    ordinal: Mapped[int]
    day: Mapped[date | None]
    values: Mapped[Facts] = mapped_column(default=dict)


class FileEntry(Noun):
    """A paper of the file that this program did not print (a copied identity card, an old contract): its name and pages for the index."""

    __tablename__ = "file_entry"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    place: Mapped[FilePlace] = mapped_column(word(FilePlace))
    name: Mapped[str]
    pages: Mapped[int]
    note: Mapped[str] = mapped_column(default="")


class PaperCorrection(Noun):
    """A change by hand on a printed paper before it was signed: where, the old and the new words, who put a fingerprint beside it.

    It stands beside the frozen paper, whose blocks never change.
    """

    __tablename__ = "paper_correction"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    ordinal: Mapped[int]
    place: Mapped[str]
    old: Mapped[str]
    new: Mapped[str]
    fingerprints: Mapped[list[str]] = mapped_column(default=list)
    day: Mapped[date]
