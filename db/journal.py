"""The append-only record of who changed what: written by `db.work`, checked by `verify`, read by `history`.

An entry's hash covers the hash before it, its own head and the digests of its changes. A digest is SHA-256 over a random salt
and the payload, so that a payload can be erased (with its salt) while the chain still holds, and its content cannot be guessed
from the digest. Large columns that are loaded late (`document.blocks`) stand in the payload as their own SHA-256.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import Session, class_mapper

from db.base import Base, Noun
from db.models.journal import JournalChange, JournalEntry, JournalHead
from db.trouble import DamagedFile

ENTRIES, CHANGES, HEAD = (cast(Table, noun.__table__) for noun in (JournalEntry, JournalChange, JournalHead))
# Built once: putting a statement together costs four times as much as running it, and every save runs these.
_LOCK = select(HEAD.c.seq, HEAD.c.hash).where(HEAD.c.id == 1).with_for_update()
_ADD_ENTRY, _ADD_CHANGES = insert(ENTRIES), insert(CHANGES)
_MOVE_HEAD = update(HEAD).where(HEAD.c.id == 1).values(seq=bindparam("to_seq"), hash=bindparam("to_hash"))
_PLAIN = frozenset({type(None), bool, int, float, str, list, dict})


class Change(NamedTuple):
    """One row that was added, changed or deleted: `values` is {column: [old, new]} in JSON's own types, None once erased."""

    what: str
    table: str
    row_id: int
    values: dict[str, list[Any]] | None


class Step(NamedTuple):
    """One entry of the journal, as a list of a case's history shows it."""

    seq: int
    at: datetime
    login: str
    action: str
    reason: str
    changes: list[Change]


class Head(NamedTuple):
    """Where the chain stands."""

    seq: int
    hash: str


class Recorded(NamedTuple):
    """A table inside the journal: its columns by name, and those that are recorded by their SHA-256 alone."""

    name: str
    columns: tuple[str, ...]
    digested: frozenset[str]


@cache
def recorded(noun: type[Any]) -> Recorded:
    """What the journal keeps of a class of nouns."""
    mapper = class_mapper(noun)
    columns = tuple(attribute.key for attribute in mapper.column_attrs)
    late = frozenset(attribute.key for attribute in mapper.column_attrs if attribute.deferred)
    return Recorded(mapper.local_table.name, columns, late)  # type: ignore[attr-defined]


@cache
def nouns() -> tuple[type[Noun], ...]:
    """All classes whose rows the journal records, parents before children."""
    import db.models  # noqa: F401

    order = {table: n for n, table in enumerate(Base.metadata.sorted_tables)}
    found = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Noun)]
    return tuple(sorted(found, key=lambda noun: order[cast(Table, noun.__table__)]))


@cache
def tables() -> frozenset[str]:
    """The names of the tables inside the journal."""
    return frozenset(recorded(noun).name for noun in nouns())


def plain(value: Any) -> Any:
    """A stored value in JSON's own types, the same on all engines."""
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def fingerprint(value: Any) -> dict[str, str] | None:
    """What stands in the journal for a large value."""
    return None if value is None else {"sha256": hashlib.sha256(_text(value).encode()).hexdigest()}


def lock_head(session: Session) -> Head:
    """Locks the chain until the transaction ends and says where it stands; raises DamagedFile when the row is gone."""
    row = session.connection().execute(_LOCK).one_or_none()
    if row is None:
        raise DamagedFile("The head of the journal is missing: another tool has changed this office.")
    return Head(row.seq, row.hash)


def write(
    session: Session, head: Head, changes: Iterable[Change], *, at: datetime, login: str, action: str, case_id: int | None, reason: str
) -> Head:
    """Adds one entry with its changes after `head`, in the session's transaction; gives the new head."""
    seq = head.seq + 1
    rows = []
    for n, change in enumerate(changes):
        salt = secrets.token_hex(16)
        payload = _text(change.values)
        rows.append(
            {
                "seq": seq, "n": n, "what": change.what, "table_name": change.table, "row_id": change.row_id,
                "salt": salt, "payload": payload, "digest": _digest(salt, payload),
            }
        )  # fmt: skip
    entry: dict[str, Any] = {"seq": seq, "at": at, "login": login, "action": action, "case_id": case_id, "reason": reason}
    entry["previous"] = head.hash
    entry["hash"] = _entry_hash(entry, rows)
    connection = session.connection()
    connection.execute(_ADD_ENTRY, entry)
    connection.execute(_ADD_CHANGES, rows)
    connection.execute(_MOVE_HEAD, {"to_seq": seq, "to_hash": entry["hash"]})
    return Head(seq, entry["hash"])


def history(session: Session, case_id: int) -> list[Step]:
    """What was done in a case, oldest first."""
    entries = session.execute(select(ENTRIES).where(ENTRIES.c.case_id == case_id).order_by(ENTRIES.c.seq)).all()
    query = (
        select(CHANGES.c.seq, CHANGES.c.what, CHANGES.c.table_name, CHANGES.c.row_id, CHANGES.c.payload)
        .join(ENTRIES, ENTRIES.c.seq == CHANGES.c.seq)
        .where(ENTRIES.c.case_id == case_id)
        .order_by(CHANGES.c.seq, CHANGES.c.n)
    )
    changes: dict[int, list[Change]] = {}
    for seq, what, table, row_id, payload in session.execute(query):
        changes.setdefault(seq, []).append(Change(what, table, row_id, None if payload is None else json.loads(payload)))
    return [Step(e.seq, e.at, e.login, e.action, e.reason, changes.get(e.seq, [])) for e in entries]


def erase(session: Session, table: str, row_id: int) -> int:
    """Empties what the journal holds of one row; the chain stays whole. Gives the number of emptied changes.

    The salt goes too: with it, short values could be guessed from the digest.
    """
    empty = update(CHANGES).where(CHANGES.c.table_name == table, CHANGES.c.row_id == row_id).values(payload=None, salt="")
    return session.execute(empty).rowcount  # type: ignore[attr-defined]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(salt: str, payload: str) -> str:
    return hashlib.sha256((salt + payload).encode()).hexdigest()


def _entry_hash(entry: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> str:
    head = [entry["previous"], entry["seq"], plain(entry["at"]), entry["login"], entry["action"], entry["case_id"], entry["reason"]]
    body = [[c["n"], c["what"], c["table_name"], c["row_id"], c["digest"]] for c in changes]
    return hashlib.sha256(_text([head, body]).encode()).hexdigest()


# --- checking ---------------------------------------------------------------------------------------------------------------


class Finding(NamedTuple):
    """What another tool did, without the values: they may be personal.

    `kind`: "chain" (entry `seq` is missing, moved or changed), "head" (the chain was cut off or replaced), "payload" (a change of
    entry `seq` was rewritten), "changed" (row and column), "added", "deleted" (row).
    """

    kind: str
    seq: int | None = None
    table: str | None = None
    row_id: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        entry = f"entry {self.seq}" if self.seq is not None else ""
        row = f"{self.table} {self.row_id}" if self.table else ""
        return " ".join([self.kind + ":", *filter(None, [entry, row, self.column])])


def verify(session: Session, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
    """Checks the chain, then replays the journal beside the rows as they are; an empty list says that nothing was found.

    `progress(done, total)` counts entries, then tables. Reads in order and holds one row at a time, whatever the size of the office.
    A row whose payload was erased is passed over in the columns that nobody has set since.
    """
    kinds = nouns()
    total = (session.execute(select(HEAD.c.seq)).scalar() or 0) + len(kinds)
    tell = progress or (lambda done, total: None)
    found = list(_check_chain(session, lambda done: tell(min(done, total), total)))
    for n, noun in enumerate(kinds, 1):
        found += _check_rows(session, noun)
        tell(total - len(kinds) + n, total)
    return found


def _stream(session: Session, query: Any) -> Any:
    return session.execute(query.execution_options(yield_per=500)).mappings()


def _check_chain(session: Session, tell: Callable[[int], None]) -> Iterable[Finding]:
    changes = iter(_stream(session, select(CHANGES).order_by(CHANGES.c.seq, CHANGES.c.n)))
    waiting = next(changes, None)
    previous, expected = "", 1
    for entry in _stream(session, select(ENTRIES).order_by(ENTRIES.c.seq)):
        seq = entry["seq"]
        own = []
        while waiting is not None and waiting["seq"] <= seq:
            if waiting["seq"] == seq:
                own.append(waiting)
                if waiting["payload"] is not None and _digest(waiting["salt"], waiting["payload"]) != waiting["digest"]:
                    yield Finding("payload", seq, waiting["table_name"], waiting["row_id"])
            else:
                yield Finding("chain", waiting["seq"])
            waiting = next(changes, None)
        if seq != expected or entry["previous"] != previous or entry["hash"] != _entry_hash(entry, own):
            yield Finding("chain", seq)
        previous, expected = entry["hash"], seq + 1
        if seq % 500 == 0:
            tell(seq)
    head = session.execute(select(HEAD.c.seq, HEAD.c.hash)).one_or_none()
    if waiting is not None or head is None or (head.seq, head.hash) != (expected - 1, previous):
        yield Finding("head", expected - 1)


def _check_rows(session: Session, noun: type[Noun]) -> Iterable[Finding]:
    """Walks the journal of one table and the table itself side by side, both by id."""
    kept = recorded(noun)
    table = noun.__table__
    changes = iter(
        _stream(
            session,
            select(CHANGES.c.row_id, CHANGES.c.what, CHANGES.c.payload)
            .where(CHANGES.c.table_name == kept.name)
            .order_by(CHANGES.c.table_name, CHANGES.c.row_id, CHANGES.c.seq, CHANGES.c.n),
        )
    )
    rows = iter(_stream(session, select(table).order_by(table.c.id)))
    change, row = next(changes, None), next(rows, None)
    while change is not None or row is not None:
        told = change["row_id"] if change is not None else None
        stands = row["id"] if row is not None else None
        row_id = min(one for one in (told, stands) if one is not None)
        alive = False
        known: dict[str, Any] = {}
        while change is not None and change["row_id"] == row_id:
            alive, known = _replay(change["what"], change["payload"], known)
            change = next(changes, None)
        if stands == row_id and row is not None:
            if not alive:
                yield Finding("added", None, kept.name, row_id)
            else:
                for column in kept.columns:
                    if column in known and not _same(known[column], row[column], column in kept.digested):
                        yield Finding("changed", None, kept.name, row_id, column)
            row = next(rows, None)
        elif alive:
            yield Finding("deleted", None, kept.name, row_id)


def _replay(what: str, payload: str | None, known: dict[str, Any]) -> tuple[bool, dict[str, Any]]:
    """(does the row stand after this change, which of its values are known)."""
    if what == "delete":
        return False, {}
    if payload is None:
        return True, {}
    try:
        new = {column: pair[1] for column, pair in json.loads(payload).items()}
    except (ValueError, AttributeError, LookupError, TypeError):
        return True, {}  # the chain's check has named it
    return True, new if what == "insert" else known | new


def _same(told: Any, stands: Any, digested: bool) -> bool:
    try:
        now = json.loads(_text(plain(stands)))
    except TypeError:
        return False
    return told == now or (digested and told == fingerprint(stands))
