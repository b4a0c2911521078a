"""What is owed under the agreements in force, for reminders; when cases were visited afterwards; who holds the originals of a paper."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.document import Document, Original
from db.models.obligation import Instalment, Obligation
from db.models.return_visit import ReturnVisit
from db.vocabulary import AgreementStatus, ObligationTiming, Stage

OWING = (Stage.CONCLUDED, Stage.PERFORMING)
AFTER = (Stage.CONCLUDED, Stage.PERFORMING, Stage.PERFORMED, Stage.DEFAULTED)


class Visited(NamedTuple):
    """A case with an agreement in force: its effect, the last day of its schedule, the last return visit."""

    case_id: int
    effective_on: date
    last_due_on: date | None
    visited_on: date | None


def owing(session: Session, until: date) -> Sequence[Agreement]:
    """Agreements in force, with obligations, schedules and performances, of which something falls due up to `until`."""
    single = aliased(Agreement)
    split = select(single.id).where(single.split_from_id == Agreement.id, single.status == AgreementStatus.SIGNED).exists()
    due = (
        select(Obligation.id)
        .outerjoin(Instalment, Instalment.obligation_id == Obligation.id)
        .where(
            Obligation.agreement_id == Agreement.id,
            or_(Obligation.timing == ObligationTiming.AT_ONCE, Obligation.due_on <= until, Instalment.due_on <= until),
        )
        .exists()
    )
    asked = (
        select(Agreement)
        .join(Case, Case.id == Agreement.case_id)
        .where(Agreement.status == AgreementStatus.SIGNED, Agreement.effective_on.is_not(None), Case.stage.in_(OWING), ~split, due)
        .options(selectinload(Agreement.obligations).options(selectinload(Obligation.instalments), selectinload(Obligation.performances)))
        .order_by(Agreement.case_id, Agreement.id)
    )
    return session.scalars(asked).all()


def visited(session: Session) -> list[Visited]:
    """Every open case with an agreement in force, with what the next return visit is counted from."""
    last_visit = select(func.max(ReturnVisit.day)).where(ReturnVisit.case_id == Agreement.case_id).scalar_subquery()
    last_single = select(func.max(Obligation.due_on)).where(Obligation.case_id == Agreement.case_id).scalar_subquery()
    last_part = select(func.max(Instalment.due_on)).where(Instalment.case_id == Agreement.case_id).scalar_subquery()
    asked = (
        select(Agreement.case_id, Agreement.effective_on, last_single, last_part, last_visit)
        .join(Case, Case.id == Agreement.case_id)
        .where(Agreement.status == AgreementStatus.SIGNED, Agreement.effective_on.is_not(None))
        .where(Case.stage.in_(AFTER), Case.closed_on.is_(None))
        .order_by(Agreement.case_id, Agreement.id)
    )
    rows: dict[int, Visited] = {}
    for case_id, effective_on, single, part, visit in session.execute(asked):
        assert effective_on is not None
        rows[case_id] = Visited(case_id, effective_on, max((day for day in (single, part) if day is not None), default=None), visit)
    return list(rows.values())


def originals(session: Session, case_id: int) -> list[tuple[Document, list[Original]]]:
    """Every paper of a case that was issued, void ones too, with the list of its originals."""
    asked = select(Document).where(Document.case_id == case_id).options(selectinload(Document.originals)).order_by(Document.id)
    return [(paper, list(paper.originals)) for paper in session.scalars(asked.execution_options(populate_existing=True))]
