"""Who holds the originals of the papers of a case."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models.document import Document, Original


def of_case(session: Session, case_id: int) -> list[tuple[Document, list[Original]]]:
    """Every paper of a case that was issued, void ones too, with the list of its originals."""
    asked = select(Document).where(Document.case_id == case_id).options(selectinload(Document.originals)).order_by(Document.id)
    return [(paper, list(paper.originals)) for paper in session.scalars(asked.execution_options(populate_existing=True))]
