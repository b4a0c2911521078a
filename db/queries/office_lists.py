"""What the lists of the office show beside each name: courts, organisations, series, and the numbers of a mediator or organisation."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Integer, and_, case, cast, distinct, func, select
from sqlalchemy.orm import Session, selectinload

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.court import Court
from db.models.mediator import Mediator
from db.models.number import Number, Series
from db.models.organisation import Organisation
from db.models.outcome import Outcome
from db.models.user import User
from db.vocabulary import NumberState, OutcomeCode, Stage

OPEN = (Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)
SUCCESS = (OutcomeCode.AGREED_WRITTEN, OutcomeCode.AGREED_ORAL, OutcomeCode.AGREED_PARTIAL, OutcomeCode.SETTLED_WITHDRAWN)


class Numbers(NamedTuple):
    """Cases that run, that were concluded, and of these the ones that were settled."""

    running: int
    concluded: int
    settled: int


class SeriesRow(NamedTuple):
    """Where one series stands; `void` and `reserved` count its numbers of that state."""

    series: Series
    organisation: str
    short_name: str
    given: int
    void: int
    reserved: int


def mediator_whole(session: Session, mediator_id: int) -> Mediator | None:
    """One mediator with absences and declared kin."""
    loads = (selectinload(Mediator.absences), selectinload(Mediator.kin))
    return session.scalars(select(Mediator).options(*loads).where(Mediator.id == mediator_id)).one_or_none()


def numbers_of_mediator(session: Session, mediator_id: int) -> Numbers:
    """His cases that he was not taken off."""
    mine = select(Assignment.case_id).where(Assignment.mediator_id == mediator_id, Assignment.ended_on.is_(None))
    return _numbers(session, Case.id.in_(mine))


def numbers_of_organisation(session: Session, organisation_id: int) -> Numbers:
    """The cases of its register."""
    return _numbers(session, Case.organisation_id == organisation_id)


def _numbers(session: Session, which: ColumnElement[bool]) -> Numbers:
    running = session.scalar(select(func.count(Case.id)).where(which, Case.stage.in_(OPEN))) or 0
    asked = (
        select(
            func.count(distinct(Case.id)),
            func.coalesce(func.sum(cast(case((Outcome.code.in_(SUCCESS), 1), else_=0), Integer)), 0),
        )
        .select_from(Case)
        .join(Outcome, and_(Outcome.case_id == Case.id, Outcome.undone.is_(False)))
        .where(which, Case.stage.not_in(OPEN))
    )
    concluded, settled = session.execute(asked).one()
    return Numbers(int(running), int(concluded), int(settled))


def organisations(session: Session) -> Sequence[Organisation]:
    """All bodies: the oldest first, a studio by its own name."""
    return session.scalars(select(Organisation).order_by(Organisation.active.desc(), Organisation.name, Organisation.id)).all()


def mediators_by_organisation(session: Session) -> dict[int, int]:
    """How many active mediators each organisation has."""
    asked = select(Mediator.organisation_id, func.count(Mediator.id)).where(Mediator.active).group_by(Mediator.organisation_id)
    return {organisation_id: count for organisation_id, count in session.execute(asked)}


def courts(session: Session) -> Sequence[Court]:
    """All courts by their code."""
    return session.scalars(select(Court).order_by(Court.code, Court.id)).all()


def users(session: Session) -> Sequence[User]:
    """All users, those who may not work any more last."""
    return session.scalars(select(User).order_by(User.active.desc(), User.id)).all()


def user_called(session: Session, login: str) -> User | None:
    """The user of this login, active or not."""
    return session.scalars(select(User).where(User.login == login)).one_or_none()


def court_of_code(session: Session, code: str) -> Court | None:
    """The court of exactly this code."""
    return session.scalars(select(Court).where(Court.code == code)).one_or_none()


def series(session: Session) -> Sequence[SeriesRow]:
    """All series, the newest year first."""

    def counted(state: NumberState) -> ColumnElement[int]:
        return func.coalesce(func.sum(cast(case((Number.state == state, 1), else_=0), Integer)), 0)

    asked = (
        select(
            Series,
            Organisation.name,
            Organisation.short_name,
            func.count(Number.id),
            counted(NumberState.VOID),
            counted(NumberState.RESERVED),
        )
        .join(Organisation, Organisation.id == Series.organisation_id)
        .outerjoin(Number, Number.series_id == Series.id)
        .group_by(Series.id, Organisation.name, Organisation.short_name)
        .order_by(Series.year.desc(), Organisation.name, Series.kind)
    )
    return [SeriesRow(*row) for row in session.execute(asked)]


def outstanding(session: Session, series_id: int) -> Sequence[Number]:
    """The void and the reserved numbers of a series, in order."""
    asked = select(Number).where(Number.series_id == series_id, Number.state != NumberState.USED)
    return session.scalars(asked.order_by(Number.n)).all()
