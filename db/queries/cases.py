"""One case with all that hangs on it, by id or by any of its numbers."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import Obligation
from db.models.party import Party
from db.models.proposal import Proposal
from db.models.referral import Referral
from db.models.session import Session as Sitting

WHOLE = (
    selectinload(Case.parties).options(selectinload(Party.members), selectinload(Party.ties)),
    selectinload(Case.referrals),
    selectinload(Case.assignments),
    selectinload(Case.contacts),
    selectinload(Case.sessions).options(selectinload(Sitting.attendees)),
    selectinload(Case.evidence),
    selectinload(Case.agreements).options(
        selectinload(Agreement.obligations).options(
            selectinload(Obligation.parties), selectinload(Obligation.instalments), selectinload(Obligation.performances)
        ),
        selectinload(Agreement.signings),
    ),
    selectinload(Case.confirmations),
    selectinload(Case.outcomes),
    selectinload(Case.documents),
    selectinload(Case.moves),
    selectinload(Case.extensions),
    selectinload(Case.suspensions),
    selectinload(Case.recusals),
    selectinload(Case.proposals).options(selectinload(Proposal.services)),
    selectinload(Case.undisputed),
    selectinload(Case.participants),
    selectinload(Case.prevented),
    selectinload(Case.return_visits),
    selectinload(Case.attachments),
)
"""What the page of a case and its papers need; versions and the blocks of documents are loaded where they are asked for."""


def whole(session: Session, case_id: int) -> Case | None:
    """The case with everything in `WHOLE` loaded anew, whatever the session held of it."""
    return session.scalars(select(Case).where(Case.id == case_id).options(*WHOLE).execution_options(populate_existing=True)).one_or_none()


def ids_by_number(session: Session, spellings: list[str]) -> list[int]:
    """Ids of the cases that bear one of these spellings as official, entry, court or platform number."""
    by_own = select(Case.id).where(or_(Case.number.in_(spellings), Case.entry_number.in_(spellings), Case.platform_number.in_(spellings)))
    by_court = select(Referral.case_id).where(Referral.court_number.in_(spellings))
    return sorted(set(session.scalars(by_own)) | set(session.scalars(by_court)))
