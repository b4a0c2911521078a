"""Mediators, organisations, courts and users, and how many cases a mediator has open."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.court import Court
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.models.setting import Setting
from db.models.user import User
from db.vocabulary import Stage

OPEN = (Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)


def mediators(session: Session, organisation_id: int | None = None, active: bool = True) -> Sequence[Mediator]:
    """Mediators by name, with their absences; of one organisation or of all."""
    asked = select(Mediator).options(selectinload(Mediator.absences)).order_by(Mediator.name, Mediator.id)
    if organisation_id is not None:
        asked = asked.where(Mediator.organisation_id == organisation_id)
    if active:
        asked = asked.where(Mediator.active)
    return session.scalars(asked).all()


def mediators_named(session: Session, words: str) -> Sequence[Mediator]:
    """Active mediators of this name or certificate number."""
    asked = (
        select(Mediator)
        .options(selectinload(Mediator.absences))
        .where(or_(Mediator.name == words, Mediator.certificate_number == words), Mediator.active)
    )
    return session.scalars(asked.order_by(Mediator.id)).all()


def mediator(session: Session, mediator_id: int) -> Mediator | None:
    """One mediator with his absences."""
    return session.scalars(select(Mediator).options(selectinload(Mediator.absences)).where(Mediator.id == mediator_id)).one_or_none()


def mediators_of(session: Session, ids: Sequence[int]) -> dict[int, Mediator]:
    """Mediators by id."""
    return {mediator.id: mediator for mediator in session.scalars(select(Mediator).where(Mediator.id.in_(ids)))}


def loads(session: Session) -> dict[int, int]:
    """How many open cases each mediator has, by mediator id; who has none is not in it."""
    asked = (
        select(Assignment.mediator_id, func.count(func.distinct(Assignment.case_id)))
        .join(Case, Case.id == Assignment.case_id)
        .where(Assignment.ended_on.is_(None), Case.stage.in_(OPEN))
        .group_by(Assignment.mediator_id)
    )
    return {mediator_id: count for mediator_id, count in session.execute(asked)}


def court_called(session: Session, words: str) -> Court | None:
    """The court of this code or name."""
    return session.scalars(select(Court).where(or_(Court.code == words, Court.name == words)).order_by(Court.id)).first()


def courts_of(session: Session, ids: Sequence[int]) -> dict[int, Court]:
    """Courts by id."""
    return {court.id: court for court in session.scalars(select(Court).where(Court.id.in_(ids)))}


def organisation(session: Session, organisation_id: int) -> Organisation | None:
    return session.get(Organisation, organisation_id)


def organisation_named(session: Session, name: str) -> Organisation | None:
    return session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()


def users(session: Session) -> Sequence[User]:
    """All who may work here, the first made first."""
    return session.scalars(select(User).where(User.active).order_by(User.id)).all()


def setting(session: Session, key: str) -> object:
    """What the office chose under this key; None where nothing was."""
    row = session.scalars(select(Setting).where(Setting.key == key)).one_or_none()
    return row.value["value"] if row else None
