"""One case with all that hangs on it, by id or by any of its numbers."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, TextClause, bindparam, or_, select, text
from sqlalchemy.orm import Session, class_mapper
from sqlalchemy.orm.attributes import set_committed_value

from db.base import Noun
from db.models.agreement import Agreement
from db.models.calculation import Calculation
from db.models.case import Case
from db.models.document import Document
from db.models.obligation import Obligation
from db.models.party import Party
from db.models.proposal import Proposal
from db.models.referral import Referral
from db.models.session import Session as Sitting

WHOLE: tuple[tuple[type[Noun], str], ...] = (
    *(
        (Case, name)
        for name in (
            "parties", "referrals", "assignments", "contacts", "sessions", "evidence", "agreements", "confirmations", "outcomes",
            "documents", "moves", "extensions", "suspensions", "recusals", "proposals", "undisputed", "participants", "prevented",
            "return_visits", "willingness", "attachments", "calculations", "appointments", "interruptions", "paper_sheets", "file_entries",
        )
    ),
    (Party, "members"),
    (Party, "ties"),
    (Sitting, "attendees"),
    (Calculation, "heads"),
    (Agreement, "obligations"),
    (Agreement, "signings"),
    (Obligation, "parties"),
    (Obligation, "instalments"),
    (Obligation, "performances"),
    (Proposal, "services"),
    (Document, "corrections"),
)  # fmt: skip
"""What the page of a case and its papers need; versions and the blocks of documents are loaded where they are asked for."""


LINE: frozenset[tuple[type[Noun], str]] = frozenset(
    {
        *((Case, name) for name in ("parties", "assignments", "agreements", "outcomes", "return_visits")),
        (Agreement, "obligations"),
        (Obligation, "parties"),
        (Obligation, "instalments"),
        (Obligation, "performances"),
    }
)
"""What a line of the register says of a case."""


class _Load(NamedTuple):
    """One relationship: how its rows are read for a case, for several, and by which attribute a row names its parent."""

    parent: type[Noun]
    name: str
    rows: Select[Any]
    some: Select[Any]
    key: str
    table: str


def whole(session: Session, case_id: int) -> Case | None:
    """The case with everything in `WHOLE` loaded anew, whatever the session held of it.

    Every row under a case bears its `case_id`, so each table that has one is asked once by a plain statement: a fraction of the time that
    the nested loaders of the ORM take, and every save asks twice.
    """
    anew = {"populate_existing": True}
    case = session.scalars(_case(), {"case": case_id}, execution_options=anew).one_or_none()
    if case is None:
        return None
    found: dict[type[Noun], list[Any]] = {Case: [case]}
    there = set(session.scalars(_there(), {"case": case_id}))
    for load in _loads():
        if load.parent not in found:
            continue
        rows = session.scalars(load.rows, {"case": case_id}, execution_options=anew).all() if load.table in there else ()
        by_parent: dict[int, list[Any]] = {}
        for row in rows:
            by_parent.setdefault(getattr(row, load.key), []).append(row)
            found.setdefault(type(row), []).append(row)
        for parent in found[load.parent]:
            set_committed_value(parent, load.name, by_parent.get(parent.id, []))
    return case


def in_lines(session: Session, ids: Sequence[int]) -> list[Case]:
    """These cases in their order, each with no more loaded than a line of the register says: one statement a table for all of them."""
    cases = {case.id: case for case in session.scalars(select(Case).where(Case.id.in_(ids)))}
    found: dict[type[Noun], list[Any]] = {Case: list(cases.values())}
    for load in _loads():
        if (load.parent, load.name) not in LINE:
            continue
        by_parent: dict[int, list[Any]] = {}
        for row in session.scalars(load.some, {"cases": list(cases)}):
            by_parent.setdefault(getattr(row, load.key), []).append(row)
            found.setdefault(type(row), []).append(row)
        for parent in found.get(load.parent, ()):
            set_committed_value(parent, load.name, by_parent.get(parent.id, []))
    return [cases[case_id] for case_id in ids if case_id in cases]


@cache
def _case() -> Select[Case]:
    return select(Case).where(Case.id == bindparam("case"))


@cache
def _loads() -> tuple[_Load, ...]:
    """Built once, parents before children: putting a statement together costs more than running it."""
    loads = []
    for parent, name in WHOLE:
        relation = class_mapper(parent).relationships[name]
        child = relation.mapper.class_
        ((_own, remote),) = relation.local_remote_pairs
        rows = select(child).order_by(*(relation.order_by or (child.id,)))
        one, some = rows.where(child.case_id == bindparam("case")), rows.where(child.case_id.in_(bindparam("cases", expanding=True)))
        loads.append(_Load(parent, name, one, some, class_mapper(child).get_property_by_column(remote).key, child.__tablename__))
    return tuple(loads)


@cache
def _there() -> TextClause:
    """Which tables have rows of a case, asked in one go."""
    parts = (f"SELECT '{load.table}' WHERE EXISTS (SELECT 1 FROM {load.table} WHERE case_id = :case)" for load in _loads())
    return text(" UNION ALL ".join(parts))


def called(session: Session, ids: Sequence[int]) -> list[str]:
    """What cases are called in a list: the official number, before acceptance the entry number."""
    asked = select(Case.number, Case.entry_number).where(Case.id.in_(ids)).order_by(Case.id)
    return [number or entry for number, entry in session.execute(asked)]


def ids_by_number(session: Session, spellings: list[str]) -> list[int]:
    """Ids of the cases that bear one of these spellings as official, entry, court or platform number, or as number of an agreement."""
    by_own = select(Case.id).where(or_(Case.number.in_(spellings), Case.entry_number.in_(spellings), Case.platform_number.in_(spellings)))
    by_court = select(Referral.case_id).where(Referral.court_number.in_(spellings))
    by_agreement = select(Agreement.case_id).where(Agreement.number.in_(spellings))
    return sorted(set(session.scalars(by_own)) | set(session.scalars(by_court)) or set(session.scalars(by_agreement)))
