"""Cases that were made from one list, and what hangs on the members of a group."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.obligation import Instalment
from db.models.party import PartyMember


class InSeries(NamedTuple):
    """One case of a series."""

    case_id: int
    entry_number: str
    number: str | None
    stage: str


def of_series(session: Session, key: str) -> list[InSeries]:
    """The cases that bear this series key, in the order in which they were made."""
    asked = select(Case.id, Case.entry_number, Case.number, Case.stage).where(Case.series_key == key).order_by(Case.id)
    return [InSeries(case_id, entry, number, str(stage)) for case_id, entry, number, stage in session.execute(asked)]


def parts_of_members(session: Session, party_id: int) -> int:
    """How many instalments name a member of this group."""
    asked = select(func.count(Instalment.id)).join(PartyMember, PartyMember.id == Instalment.member_id)
    return session.scalar(asked.where(PartyMember.party_id == party_id)) or 0


def applied_for(session: Session, agreement_ids: list[int]) -> list[int]:
    """Those of the agreements for which judicial confirmation was applied, whatever came of it."""
    asked = select(Confirmation.agreement_id).where(Confirmation.agreement_id.in_(agreement_ids))
    return sorted({one for one in session.scalars(asked) if one is not None})
