"""The register: pages of cases, newest first, by keyset; and the cases that a search found."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from db.models.agreement import Agreement
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.models.obligation import Obligation
from db.models.party import Party
from db.vocabulary import AgreementStatus, AssignmentRole, PartyRole, Stage


class Row(NamedTuple):
    """One line of the register; `parties` are (role, name) in the order of the case, sides only."""

    id: int
    order: int
    entry_number: str
    number: str | None
    stage: Stage
    category: str
    cause: str
    source: str
    received_on: date
    accepted_on: date | None
    claim_fen: int | None
    parties: tuple[tuple[PartyRole, str], ...]
    mediator: str
    agreement_number: str | None
    agreement_day: date | None
    agreement_status: AgreementStatus | None
    effective_on: date | None
    agreed_fen: int | None


_Asked = Select[Case, str, str | None, date | None, AgreementStatus | None, date | None, int | None]
SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)


def _asked() -> _Asked:
    lead = aliased(Assignment)
    agreed = select(func.sum(Obligation.amount_fen)).where(Obligation.agreement_id == Agreement.id).scalar_subquery()
    # of a group's agreement that was split the whole one stands for all
    standing = (Agreement.case_id == Case.id, Agreement.status != AgreementStatus.VOID, Agreement.split_from_id.is_(None))
    return (
        select(Case, Mediator.name, Agreement.number, Agreement.day, Agreement.status, Agreement.effective_on, agreed)
        .outerjoin(lead, and_(lead.case_id == Case.id, lead.ended_on.is_(None), lead.role == AssignmentRole.LEAD_MEDIATOR))
        .outerjoin(Mediator, Mediator.id == lead.mediator_id)
        .outerjoin(Agreement, and_(*standing))
        .order_by(Case.order.desc())
    )


def page(
    session: Session,
    limit: int,
    before: int | None = None,
    stages: Sequence[Stage] = (),
    category: str = "",
    mediator_id: int | None = None,
) -> list[Row]:
    """The next `limit` cases below the order `before` (0 = all), newest first, under the filters given."""
    asked = _asked()
    if before is not None:
        asked = asked.where(Case.order < before)
    if mediator_id is None and len(stages) < 2:
        if stages:
            asked = asked.where(Case.stage == stages[0])
        if category:
            asked = asked.where(Case.category == category)
        return _rows(session, asked.limit(limit) if limit else asked)
    found: list[int] = []
    # Each stage has its own order in the index: a page of each, and the newest of them, instead of sorting a million.
    for stage in dict.fromkeys(stages) or (None,):
        one = select(Case.order).order_by(Case.order.desc())
        if mediator_id is not None:
            leads = (Assignment.mediator_id == mediator_id, Assignment.ended_on.is_(None), Assignment.role == AssignmentRole.LEAD_MEDIATOR)
            one = one.join(Assignment, Assignment.case_id == Case.id).where(*leads)
        if stage is not None:
            one = one.where(Case.stage == stage)
        if before is not None:
            one = one.where(Case.order < before)
        if category:
            one = one.where(Case.category == category)
        found += session.scalars(one.limit(limit) if limit else one)
    return by_orders(session, sorted(set(found), reverse=True)[: limit or None])


def by_orders(session: Session, orders: Sequence[int]) -> list[Row]:
    """The cases of these orders, newest first."""
    found: list[Row] = []
    for start in range(0, len(orders), 500):  # a long list of parameters has a limit in every engine
        found += _rows(session, _asked().where(Case.order.in_(orders[start : start + 500])))
    return sorted(found, key=lambda row: -row.order)


def by_ids(session: Session, ids: Sequence[int]) -> list[Row]:
    """The cases of these ids, newest first."""
    return _rows(session, _asked().where(Case.id.in_(ids)))


def _rows(session: Session, asked: _Asked) -> list[Row]:
    lines = session.execute(asked).all()
    names: dict[int, list[tuple[PartyRole, str]]] = {}
    ids = [line[0].id for line in lines]
    for start in range(0, len(ids), 500):
        parties = select(Party.case_id, Party.role, Party.name).where(Party.case_id.in_(ids[start : start + 500]), Party.role.in_(SIDES))
        for case_id, role, name in session.execute(parties.order_by(Party.case_id, Party.ordinal)):
            names.setdefault(case_id, []).append((role, name))
    rows: dict[int, Row] = {}
    for case, mediator, number, day, status, effective_on, agreed in lines:
        rows[case.id] = Row(  # two standing agreements would double a line: the last one stands
            case.id, case.order, case.entry_number, case.number, case.stage, case.category, case.cause, case.source, case.received_on,
            case.accepted_on, case.claim_fen, tuple(names.get(case.id, ())), mediator or "", number, day, status, effective_on,
            int(agreed) if agreed is not None else None,
        )  # fmt: skip
    return list(rows.values())
