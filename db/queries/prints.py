"""Which prints of an issued paper there were."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.print_run import PrintRun


def of_document(session: Session, document_id: int) -> Sequence[PrintRun]:
    """All prints of a paper, the first one first."""
    return session.scalars(select(PrintRun).where(PrintRun.document_id == document_id).order_by(PrintRun.id)).all()


def of_case(session: Session, case_id: int) -> Sequence[PrintRun]:
    """All prints of a case."""
    return session.scalars(select(PrintRun).where(PrintRun.case_id == case_id).order_by(PrintRun.id)).all()
