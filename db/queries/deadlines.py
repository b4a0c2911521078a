"""What falls due: open cases with their terms, agreements to be confirmed, obligations and instalments to be performed."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.obligation import Instalment, Obligation
from db.models.referral import Referral
from db.vocabulary import AgreementStatus, MediationType, ObligationTiming, Procedure, Regime, Stage

RUNNING = (Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION)


class OpenCase(NamedTuple):
    """An accepted case whose mediation runs, with what its term depends on (the last referral, where there is one)."""

    case_id: int
    stage: Stage
    mediation_type: MediationType
    accepted_on: date | None
    regime: Regime | None
    procedure: Procedure | None
    slip_signed_on: date | None
    extended_to: date | None


class Confirmable(NamedTuple):
    """A signed agreement whose parties want confirmation and have not applied."""

    case_id: int
    effective_on: date


class Due(NamedTuple):
    """Something owed on a day under a signed agreement."""

    case_id: int
    due_on: date
    amount_fen: int | None
    subject: str


def open_cases(session: Session) -> list[OpenCase]:
    asked = (
        select(
            Case.id,
            Case.stage,
            Case.mediation_type,
            Case.accepted_on,
            Referral.regime,
            Referral.procedure,
            Referral.slip_signed_on,
            Referral.extended_to,
        )
        .outerjoin(Referral, Referral.case_id == Case.id)
        .where(Case.stage.in_(RUNNING))
        .order_by(Case.order, Referral.id)
    )
    newest = {row[0]: OpenCase(*row) for row in session.execute(asked)}
    return list(newest.values())


def registered(session: Session) -> list[tuple[int, date]]:
    """Cases that wait to be accepted: (id, day of the request)."""
    return [
        (i, day) for i, day in session.execute(select(Case.id, Case.received_on).where(Case.stage == Stage.REGISTERED).order_by(Case.order))
    ]


def confirmable(session: Session) -> list[Confirmable]:
    asked = (
        select(Agreement.case_id, Agreement.effective_on)
        .outerjoin(Confirmation, Confirmation.agreement_id == Agreement.id)
        .where(
            Agreement.status == AgreementStatus.SIGNED,
            Agreement.confirmation_wanted,
            Agreement.effective_on.is_not(None),
            Confirmation.id.is_(None),
        )
    )
    return [Confirmable(case_id, day) for case_id, day in session.execute(asked)]


def due(session: Session, until: date) -> list[Due]:
    """What is owed up to `until`: single dates and instalments. What has been performed is taken off by a later issue."""
    signed = (Agreement.status == AgreementStatus.SIGNED, Case.stage.in_((Stage.CONCLUDED, Stage.PERFORMING)))
    single = (
        select(Obligation.case_id, Obligation.due_on, Obligation.amount_fen, Obligation.subject)
        .join(Agreement, Agreement.id == Obligation.agreement_id)
        .join(Case, Case.id == Obligation.case_id)
        .where(*signed, Obligation.timing == ObligationTiming.BY_DATE, Obligation.due_on <= until)
    )
    parts = (
        select(Instalment.case_id, Instalment.due_on, Instalment.amount_fen, Obligation.subject)
        .join(Obligation, Obligation.id == Instalment.obligation_id)
        .join(Agreement, Agreement.id == Obligation.agreement_id)
        .join(Case, Case.id == Instalment.case_id)
        .where(*signed, Instalment.due_on <= until)
    )
    return [Due(*row) for asked in (single, parts) for row in session.execute(asked)]
