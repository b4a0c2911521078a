"""Other cases that share a party with one, and the newest of its kind: what the signs of a sham are looked for in."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.party import Party, PartyTie
from db.vocabulary import AgreementStatus, PartyRole, Stage

MOST = 60
SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)


class Other(NamedTuple):
    """One other case: its parties as (id, role, number or code, name), its ties as (helper's id, whom he serves), its newest agreement."""

    case_id: int
    number: str
    stage: Stage
    series_key: str
    split_from_id: int | None
    parties: tuple[tuple[int, PartyRole, str, str], ...]
    agents: tuple[tuple[int, int | None], ...]
    day: date | None
    facts: str


def of(session: Session, case_id: int, category: str, keys: Iterable[str], most: int = MOST) -> Sequence[Other]:
    """The newest cases with a party of one of these numbers or codes, and as many of the category; never the case itself."""
    wanted = [key for key in keys if key]
    asked = select(Case.id, Case.order).where(Case.id != case_id)
    ids: list[int] = []
    if wanted:
        shared = asked.join(Party, Party.case_id == Case.id).where(or_(Party.id_number.in_(wanted), Party.uscc.in_(wanted)))
        ids += [row.id for row in session.execute(shared.distinct().order_by(Case.order.desc()).limit(most))]
    alike = asked.where(Case.category == category).order_by(Case.order.desc()).limit(most // 2)
    ids = list(dict.fromkeys([*ids, *(row.id for row in session.execute(alike))]))
    if not ids:
        return ()
    parties: dict[int, list[tuple[int, PartyRole, str, str]]] = {}
    columns = (Party.case_id, Party.id, Party.role, Party.id_number, Party.uscc, Party.name)
    for row in session.execute(select(*columns).where(Party.case_id.in_(ids))):
        parties.setdefault(row.case_id, []).append((row.id, row.role, row.id_number or row.uscc, row.name))
    agents: dict[int, list[tuple[int, int | None]]] = {}
    ties = select(PartyTie.case_id, PartyTie.party_id, PartyTie.for_party_id).where(
        PartyTie.case_id.in_(ids), PartyTie.role == PartyRole.AGENT
    )
    for tie in session.execute(ties):
        agents.setdefault(tie.case_id, []).append((tie.party_id, tie.for_party_id))
    written = select(Agreement.case_id, Agreement.day, Agreement.facts).where(
        Agreement.case_id.in_(ids), Agreement.status.in_((AgreementStatus.DRAFT, AgreementStatus.ISSUED, AgreementStatus.SIGNED))
    )
    agreed = {row.case_id: (row.day, row.facts) for row in session.execute(written.order_by(Agreement.id))}
    told = select(Case.id, Case.number, Case.entry_number, Case.stage, Case.series_key, Case.split_from_id).where(Case.id.in_(ids))
    found = {
        row.id: Other(
            row.id,
            row.number or row.entry_number,
            row.stage,
            row.series_key,
            row.split_from_id,
            tuple(parties.get(row.id, ())),
            tuple(agents.get(row.id, ())),
            *agreed.get(row.id, (None, "")),
        )
        for row in session.execute(told)
    }
    return [found[i] for i in ids if i in found]
