"""How many cases a question to the register has, counted no further than anybody reads."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.assignment import Assignment
from db.models.case import Case
from db.vocabulary import AssignmentRole, Stage


def count(session: Session, most: int, stages: Sequence[Stage] = (), category: str = "", mediator_id: int | None = None) -> int:
    """The number of cases under these filters; `most` + 1 stands for more than `most`."""
    asked = select(Case.id)
    if stages:
        asked = asked.where(Case.stage.in_(stages))
    if category:
        asked = asked.where(Case.category == category)
    if mediator_id is not None:
        leads = (Assignment.mediator_id == mediator_id, Assignment.ended_on.is_(None), Assignment.role == AssignmentRole.LEAD_MEDIATOR)
        asked = asked.join(Assignment, Assignment.case_id == Case.id).where(*leads)
    return session.scalar(select(func.count()).select_from(asked.limit(most + 1).subquery())) or 0


def narrowed(session: Session, ids: Sequence[int], stages: Sequence[Stage] = (), category: str = "") -> list[int]:
    """Those of these cases that stand under the filters, in their order."""
    if not stages and not category:
        return list(ids)
    found: set[int] = set()
    for start in range(0, len(ids), 500):  # a long list of parameters has a limit in every engine
        asked = select(Case.id).where(Case.id.in_(ids[start : start + 500]))
        if stages:
            asked = asked.where(Case.stage.in_(stages))
        if category:
            asked = asked.where(Case.category == category)
        found |= set(session.scalars(asked))
    return [one for one in ids if one in found]
