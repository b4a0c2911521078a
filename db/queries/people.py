"""Mediators, organisations, courts and users, and how many cases a mediator has open."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased, selectinload

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.court import Court
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.models.party import Party, PartyTie
from db.models.setting import Setting
from db.models.user import User
from db.vocabulary import PartyRole, Stage

OPEN = (Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)
_ABOUT = (selectinload(Mediator.absences), selectinload(Mediator.kin))
_HELPERS = (PartyRole.AGENT, PartyRole.LEGAL_GUARDIAN, PartyRole.REPRESENTATIVE)


class Helper(NamedTuple):
    """Somebody who stood beside a party in a case, and that party."""

    name: str
    id_number: str
    principal: str
    principal_id: str
    principal_uscc: str


def mediators(session: Session, organisation_id: int | None = None, active: bool = True) -> Sequence[Mediator]:
    """Mediators by name, with their absences and declared kin; of one organisation or of all."""
    asked = select(Mediator).options(*_ABOUT).order_by(Mediator.name, Mediator.id)
    if organisation_id is not None:
        asked = asked.where(Mediator.organisation_id == organisation_id)
    if active:
        asked = asked.where(Mediator.active)
    return session.scalars(asked).all()


def mediators_named(session: Session, words: str) -> Sequence[Mediator]:
    """Active mediators of this name or certificate number."""
    asked = select(Mediator).options(*_ABOUT).where(or_(Mediator.name == words, Mediator.certificate_number == words), Mediator.active)
    return session.scalars(asked.order_by(Mediator.id)).all()


def mediator(session: Session, mediator_id: int) -> Mediator | None:
    """One mediator with his absences."""
    return session.scalars(select(Mediator).options(selectinload(Mediator.absences)).where(Mediator.id == mediator_id)).one_or_none()


def mediators_of(session: Session, ids: Sequence[int]) -> dict[int, Mediator]:
    """Mediators by id."""
    return {mediator.id: mediator for mediator in session.scalars(select(Mediator).where(Mediator.id.in_(ids)))}


def helpers_elsewhere(session: Session, case_id: int, numbers: Sequence[str], names: Sequence[str]) -> list[Helper]:
    """Who was agent, guardian or representative in other cases of anybody with one of these numbers of papers or names."""
    helper, principal = aliased(Party), aliased(Party)
    asked = (
        select(helper.name, helper.id_number, principal.name, principal.id_number, principal.uscc)
        .join(PartyTie, PartyTie.party_id == helper.id)
        .join(principal, principal.id == PartyTie.for_party_id)
        .where(PartyTie.role.in_(_HELPERS), principal.case_id != case_id)
        .where(or_(principal.id_number.in_(numbers), principal.uscc.in_(numbers), principal.name.in_(names)))
    )
    return [Helper(*row) for row in session.execute(asked)]


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
