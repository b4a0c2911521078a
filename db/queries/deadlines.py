"""Which cases something can fall due in: the open ones, and of the ended ones those with something still to come."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.evidence import Evidence
from db.models.obligation import Instalment, Obligation
from db.models.outcome import Outcome
from db.models.proposal import Proposal
from db.models.referral import Referral
from db.vocabulary import AgreementStatus, ConfirmationResult, ObligationTiming, Stage

OPEN = (Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)
ENDED = (Stage.CONCLUDED, Stage.PERFORMING, Stage.PERFORMED, Stage.DEFAULTED)
OWING = (Stage.CONCLUDED, Stage.PERFORMING)
RECENT = timedelta(400)  # a visit or an application for confirmation that is later than that is no task of the day any more
JUST_ENDED = timedelta(30)

# What the rules of `desktop.domain.dues` look at, and no more: the page of a case needs twice as much.
_NEEDED = (
    selectinload(Case.parties),
    selectinload(Case.referrals),
    selectinload(Case.assignments),
    selectinload(Case.sessions),
    selectinload(Case.suspensions),
    selectinload(Case.extensions),
    selectinload(Case.evidence),
    selectinload(Case.proposals).options(selectinload(Proposal.services)),
    selectinload(Case.agreements).options(
        selectinload(Agreement.obligations).options(
            selectinload(Obligation.parties), selectinload(Obligation.instalments), selectinload(Obligation.performances)
        ),
    ),
    selectinload(Case.confirmations),
    selectinload(Case.outcomes),
    selectinload(Case.return_visits),
    selectinload(Case.appointments),
    selectinload(Case.interruptions),
    selectinload(Case.participants),
)


def watched(session: Session, day: date, until: date) -> Sequence[Case]:
    """The cases in which something may be due by `until` or waits, in their order, with what the rules look at."""
    ended = (Case.stage.in_(ENDED), Case.closed_on.is_(None))
    ids = set(session.scalars(select(Case.id).where(Case.stage.in_(OPEN))))
    for asked in _ended(day, until):
        ids |= set(session.scalars(asked.where(*ended)))
    found: list[Case] = []
    known = sorted(ids)
    for start in range(0, len(known), 500):
        found += session.scalars(select(Case).where(Case.id.in_(known[start : start + 500])).options(*_NEEDED))
    return sorted(found, key=lambda case: case.order)


def _ended(day: date, until: date) -> list[Select[int]]:
    signed = select(Case.id).join(Agreement, Agreement.case_id == Case.id).where(Agreement.status == AgreementStatus.SIGNED)
    obligation = signed.join(Obligation, Obligation.agreement_id == Agreement.id).where(Case.stage.in_(OWING))
    return [
        signed.where(Agreement.effective_on >= day - RECENT),
        obligation.where(or_(Obligation.due_on <= until, Obligation.timing == ObligationTiming.AT_ONCE)),
        obligation.join(Instalment, Instalment.obligation_id == Obligation.id).where(Instalment.due_on <= until),
        select(Case.id)
        .join(Confirmation, Confirmation.case_id == Case.id)
        .where(Confirmation.result.in_((ConfirmationResult.PENDING, ConfirmationResult.CONFIRMED))),
        select(Case.id).join(Outcome, Outcome.case_id == Case.id).where(Outcome.concluded_on >= day - JUST_ENDED),
        select(Case.id)
        .join(Referral, Referral.case_id == Case.id)
        .where(
            Referral.outward.is_(False), Referral.returned_on.is_(None), or_(Referral.court_id.is_not(None), Referral.regime.is_not(None))
        ),
        select(Case.id).join(Evidence, Evidence.case_id == Case.id).where(Evidence.missing_until <= until, Evidence.received_on.is_(None)),
    ]
