"""Missing evidence over all cases, and the issued paper that a scanned page belongs to."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.case import Case
from db.models.document import Document
from db.models.evidence import Attachment, Evidence
from db.vocabulary import DocumentState, PaperKind, Stage

_OVER = (Stage.REJECTED, Stage.ARCHIVED)


class Missing(NamedTuple):
    """A piece of evidence that was taken in as missing; `until` is the last day for it."""

    case_id: int
    number: str
    ordinal: int
    name: str
    until: date


class Marked(NamedTuple):
    """A paper that bears a number and a version; several kinds of paper of one case may bear the same, each about its own row."""

    document_id: int
    case_id: int
    case_number: str
    kind: PaperKind
    title: str
    state: DocumentState
    pages: int | None
    subject_id: int | None


def missing(session: Session, until: date | None = None) -> list[Missing]:
    """Everything that has not come yet, in cases that go on, the first day first; only up to `until` where it is given."""
    asked = (
        select(Evidence.case_id, Case.number, Case.entry_number, Evidence.ordinal, Evidence.name, Evidence.missing_until)
        .join(Case, Case.id == Evidence.case_id)
        .where(Evidence.missing_until.is_not(None), Evidence.received_on.is_(None), Case.stage.not_in(_OVER))
        .order_by(Evidence.missing_until, Evidence.case_id, Evidence.ordinal)
    )
    if until is not None:
        asked = asked.where(Evidence.missing_until <= until)
    return [
        Missing(case_id, number or entry, ordinal, name, day)
        for case_id, number, entry, ordinal, name, day in session.execute(asked)
        if day
    ]


def marked(session: Session, number: str, version: int, longest: int) -> list[Marked]:
    """The issued papers of this number and version; the mark on the page holds at most `longest` characters of the number."""
    same = Document.number == number if len(number) < longest else Document.number.startswith(number, autoescape=True)
    asked = (
        select(
            Document.id,
            Case.id,
            Case.number,
            Case.entry_number,
            Document.kind,
            Document.title,
            Document.state,
            Document.pages,
            Document.subject_id,
        )
        .join(Case, Case.id == Document.case_id)
        .where(same, Document.version_number == version)
        .order_by(Document.id)
    )
    return [
        Marked(document_id, case_id, official or entry, kind, title, state, pages, subject_id)
        for document_id, case_id, official, entry, kind, title, state, pages, subject_id in session.execute(asked)
    ]


def attachments(session: Session, case_id: int) -> Sequence[Attachment]:
    """The files of a case as they were added."""
    return session.scalars(select(Attachment).where(Attachment.case_id == case_id).order_by(Attachment.id)).all()


def attachment(session: Session, attachment_id: int) -> Attachment | None:
    """One file's row."""
    return session.get(Attachment, attachment_id)


def hashes(session: Session) -> set[str]:
    """The hashes that rows refer to; what the store holds beyond them is left over from saves that did not come through."""
    return set(session.scalars(select(Attachment.sha256).distinct()))
