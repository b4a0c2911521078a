"""What the cases with a number on a platform say, to lay a list of the platform beside them: one statement a table, however many."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.models.outcome import Outcome
from db.models.party import Party
from db.models.referral import Referral
from db.vocabulary import OutcomeCode, PartyRole

CHUNK = 400  # values in one statement


class OnPlatform(NamedTuple):
    """One case as it is compared."""

    id: int
    platform_number: str
    cause: str
    moj_type: str
    received_on: date
    accepted_on: date | None
    claim_fen: int | None
    number: str
    applicants: tuple[str, ...]
    respondents: tuple[str, ...]
    mediators: tuple[str, ...]
    outcome: OutcomeCode | None
    concluded_on: date | None
    agreed_fen: int | None
    court_number: str


def numbered(session: Session, organisation_id: int) -> list[OnPlatform]:
    """Every case of an organisation that bears a number on a platform, oldest first."""
    return _found(session, select(Case.id).where(Case.platform_number != "", Case.organisation_id == organisation_id))


def without_number(session: Session, organisation_id: int, names: Sequence[str], court_numbers: Sequence[str]) -> list[OnPlatform]:
    """Cases of an organisation without such a number in which one of these is a party, or that came under one of these numbers."""
    found: dict[int, OnPlatform] = {}
    for of_case, column, values in ((Party.case_id, Party.name, names), (Referral.case_id, Referral.court_number, court_numbers)):
        for n in range(0, len(values), CHUNK):
            whose = select(of_case).where(column.in_(values[n : n + CHUNK]))
            mine = select(Case.id).where(Case.platform_number == "", Case.organisation_id == organisation_id, Case.id.in_(whose))
            found.update({one.id: one for one in _found(session, mine)})
    return list(found.values())


def _found(session: Session, mine: Select[int]) -> list[OnPlatform]:
    own = func.coalesce(Case.number, Case.entry_number)
    asked = select(Case.id, Case.platform_number, Case.cause, Case.moj_type, Case.received_on, Case.accepted_on, Case.claim_fen, own)
    rows = session.execute(asked.where(Case.id.in_(mine)).order_by(Case.order)).all()
    names: dict[tuple[int, PartyRole], list[str]] = {}
    for case_id, role, name in session.execute(
        select(Party.case_id, Party.role, Party.name).where(Party.case_id.in_(mine)).order_by(Party.ordinal)
    ):
        names.setdefault((case_id, role), []).append(name)
    who: dict[int, list[str]] = {}
    for case_id, name in session.execute(
        select(Assignment.case_id, Mediator.name)
        .join(Mediator, Mediator.id == Assignment.mediator_id)
        .where(Assignment.case_id.in_(mine), Assignment.ended_on.is_(None))
        .order_by(Assignment.id)
    ):
        who.setdefault(case_id, []).append(name)
    ended = {
        one.case_id: one
        for one in session.scalars(select(Outcome).where(Outcome.case_id.in_(mine), Outcome.undone.is_(False)).order_by(Outcome.id))
    }
    courts = dict(
        session.execute(
            select(Referral.case_id, Referral.court_number)
            .where(Referral.case_id.in_(mine), Referral.court_number != "", Referral.outward.is_(False))
            .order_by(Referral.id)
        ).all()
    )
    return [
        OnPlatform(
            *row,
            applicants=tuple(names.get((row.id, PartyRole.APPLICANT), ())),
            respondents=tuple(names.get((row.id, PartyRole.RESPONDENT), ())),
            mediators=tuple(who.get(row.id, ())),
            outcome=ended[row.id].code if row.id in ended else None,
            concluded_on=ended[row.id].concluded_on if row.id in ended else None,
            agreed_fen=ended[row.id].agreed_fen if row.id in ended else None,
            court_number=courts.get(row.id, ""),
        )
        for row in rows
    ]
