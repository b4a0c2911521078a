"""`with work(...) as w:` is one transaction of one person: it writes its own journal, and forgetting to commit is safe."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import event, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import NO_VALUE, instance_state
from sqlalchemy.orm.exc import StaleDataError

from db import journal
from db.base import Base, Noun
from db.engine import Database
from db.journal import Change, Recorded
from db.trouble import Stale

Row = TypeVar("Row", bound=Base)


class Work:
    """What a service holds while it works. Made by `work()`, never by hand."""

    def __init__(self, session: "WorkSession", *, login: str, action: str, now: datetime, case_id: int | None, reason: str) -> None:
        self.session: Session = session
        self.login = login
        self.action = action
        self.now = now
        self.case_id = case_id
        self.reason = reason
        self.committed = False
        self._changes = session.changes
        self._going: list[Base] = []
        self._head = journal.lock_head(session)

    @property
    def seq(self) -> int:
        """The number that the journal entry of this work will have: others wait until it ends."""
        return self._head.seq + 1

    def add(self, noun: Row) -> Row:
        """Puts a new noun into the work; it gets its id with the next `flush` or at `commit`."""
        self.session.add(noun)
        return noun

    def get(self, model: type[Row], id: int, *, options: Sequence[Any] = ()) -> Row:
        """The noun with this id as it stands now; raises LookupError where there is none."""
        noun = self.session.get(model, id, options=options)
        if noun is None:
            raise LookupError(f"no {model.__name__} {id}")
        return noun

    def change(self, noun: Row, version: int | None, values: Mapping[str, Any], read: Mapping[str, Any] | None = None) -> Row:
        """Sets columns of a noun that this work has loaded or added.

        `version` is the one the caller read (None: he has not read it and means what he says). Where the row has moved on since:

        - without `read`, every field of `values` that stands at something else now is a conflict;
        - with `read` (the values as they were read), fields are compared one by one. A field that the caller left as he read it
          keeps what stands now; one that nobody else touched, or that stands at the wanted value already, is set; a conflict
          is only a field that both changed, to different values.

        Raises Stale with {field: (as_read, now, wanted)} and sets nothing then; ValueError for a name that is no column.
        """
        if noun not in self.session:
            raise ValueError("the noun does not belong to this work: take it with get()")
        columns = journal.recorded(type(noun)).columns
        for field in values:
            if field not in columns or field in ("id", "version"):
                raise ValueError(f"{type(noun).__name__} has no column {field!r} to change")
        wanted = dict(values)
        if version is not None and version != getattr(noun, "version", version):
            conflicts = {}
            for field, value in values.items():
                now = getattr(noun, field)
                known = read is not None and field in read
                as_read = read[field] if read is not None and known else None
                if known and value == as_read:
                    del wanted[field]
                elif now != value and not (known and now == as_read):
                    conflicts[field] = (as_read, now, value)
            if conflicts:
                raise Stale(conflicts)
        for field, value in wanted.items():
            if field not in noun.__dict__ or getattr(noun, field) != value:
                setattr(noun, field, value)
        return noun

    def delete(self, noun: Base) -> None:
        """Takes a noun away with the next flush, after all additions and changes, in the order of the calls: children first."""
        if noun in self.session.new:
            self.session.expunge(noun)
        else:
            self._going.append(noun)

    def flush(self) -> None:
        """Sends what is held to the database, so that ids exist; nothing is kept before `commit`."""
        self.session.flush()
        while self._going:
            self.session.delete(self._going.pop(0))
            # One by one: the relationships are for reading, so the session does not know who hangs on whom.
            self.session.flush()

    def commit(self) -> None:
        """Keeps the work and its journal entry, or raises and keeps nothing. The work is over after it."""
        self.flush()
        changes = list(self._changes.merged())
        if changes:
            who = {"login": self.login, "action": self.action, "reason": self.reason}
            journal.write(self.session, self._head, changes, at=self.now, case_id=self.case_id, **who)
        self.session.commit()
        self.committed = True


@contextmanager
def work(database: Database, *, login: str, action: str, now: datetime, case_id: int | None = None, reason: str = "") -> Iterator[Work]:
    """One transaction with one journal entry; nothing is kept unless `commit()` was called.

    Writers wait for one another at the start (at most ten seconds, then Locked), so that what a work reads stays true until it
    ends. Raises Stale, Locked, DiskFull, DamagedFile, NoServer; ValueError for a `now` without its time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    session = WorkSession(bind=database.writer, expire_on_commit=False, autoflush=False, autobegin=False)
    try:
        session.begin()
        yield Work(session, login=login, action=action, now=now, case_id=case_id, reason=reason)
    except StaleDataError as error:
        raise Stale() from error
    finally:
        session.close()


@contextmanager
def reading(database: Database) -> Iterator[Session]:
    """A session that sees one moment and keeps nothing."""
    with Session(bind=database.reader, expire_on_commit=False, autoflush=False) as session:
        yield session


class WorkSession(Session):
    """A session that notes every row it writes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.changes = Changes()


class Changes:
    """The rows that a work has written so far, each once, in the order of their first change."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, int], Change] = {}
        self._before: list[tuple[Noun, str, Recorded, dict[str, Any], int]] = []

    def before_flush(self, session: Session) -> None:
        """Notes the old values: they are gone once the flush is through."""
        self._before = []
        for noun in session.dirty:
            if isinstance(noun, Noun):
                kept = journal.recorded(type(noun))
                committed = instance_state(noun).committed_state
                old = {column: value for column, value in committed.items() if column in kept.columns}
                if old:
                    earlier = self._rows.get((kept.name, noun.id))
                    if earlier is not None and earlier.what == "insert":
                        old = {column: None if value is NO_VALUE else value for column, value in old.items()}
                    else:
                        old = _whole(session, noun, kept, old)
                    self._before.append((noun, "update", kept, old, noun.version))
        for noun in session.deleted:
            if isinstance(noun, Noun):
                kept = journal.recorded(type(noun))
                state = instance_state(noun)
                old = {column: state.committed_state.get(column, state.dict.get(column, NO_VALUE)) for column in kept.columns}
                self._before.append((noun, "delete", kept, _whole(session, noun, kept, old), noun.version))

    def after_flush(self, session: Session) -> None:
        """Notes what was really written; ids, defaults and versions are there now."""
        for noun in session.new:
            if isinstance(noun, Noun):
                kept = journal.recorded(type(noun))
                values = noun.__dict__
                plain = journal.plain
                told = {column: [None, plain(values.get(column))] for column in kept.columns}
                for column in kept.digested:
                    told[column] = [None, journal.fingerprint(values.get(column))]
                self._put(Change("insert", kept.name, noun.id, told))
        for noun, what, kept, old, version in self._before:
            if what == "delete":
                self._put(Change("delete", kept.name, old["id"], {c: [_told(kept, c, old[c]), None] for c in kept.columns}))
            elif noun.version != version:
                values = noun.__dict__
                pairs = {c: [_told(kept, c, before), _told(kept, c, values.get(c))] for c, before in old.items()}
                pairs = {c: pair for c, pair in pairs.items() if pair[0] != pair[1]}
                self._put(Change("update", kept.name, noun.id, pairs | {"version": [version, noun.version]}))
        self._before = []

    def merged(self) -> Iterator[Change]:
        """One change a row for the whole work."""
        yield from self._rows.values()

    def _put(self, change: Change) -> None:
        key = (change.table, change.row_id)
        earlier = self._rows.pop(key, None) if change.what == "delete" else self._rows.get(key)
        if earlier is None:
            self._rows[key] = change
            return
        first, last = earlier.values or {}, change.values or {}
        if change.what == "delete":
            if earlier.what != "insert":
                self._rows[key] = Change("delete", *key, {c: [first.get(c, pair)[0], None] for c, pair in last.items()})
        elif earlier.what == "delete":
            # The same id again: in the journal an insert says all columns, which is what a replay needs.
            self._rows[key] = Change("insert", *key, {c: [first.get(c, pair)[0], pair[1]] for c, pair in last.items()})
        else:
            pairs = first | {c: [first[c][0] if c in first else pair[0], pair[1]] for c, pair in last.items()}
            self._rows[key] = Change(earlier.what, *key, pairs)


def _told(kept: Recorded, column: str, value: Any) -> Any:
    return journal.fingerprint(value) if column in kept.digested else journal.plain(value)


def _whole(session: Session, noun: Noun, kept: Recorded, old: dict[str, Any]) -> dict[str, Any]:
    """Reads old values that were never loaded (late columns)."""
    missing = [column for column in kept.columns if old.get(column) is NO_VALUE]
    if missing:
        table = type(noun).__table__
        row = session.execute(select(*(table.c[column] for column in missing)).where(table.c.id == noun.id)).one_or_none()
        old |= dict(zip(missing, row, strict=True)) if row is not None else dict.fromkeys(missing)
    return old


@event.listens_for(WorkSession, "before_flush")
def _before_flush(session: WorkSession, context: UOWTransaction, instances: Any) -> None:
    session.changes.before_flush(session)


@event.listens_for(WorkSession, "after_flush")
def _after_flush(session: WorkSession, context: UOWTransaction) -> None:
    session.changes.after_flush(session)


@event.listens_for(WorkSession, "do_orm_execute")
def _refuse_unrecorded(state: ORMExecuteState) -> None:
    """A bulk statement would pass the journal by, and `verify` would take it for another tool's hand."""
    if state.is_insert or state.is_update or state.is_delete:
        name = getattr(getattr(state.statement, "table", None), "name", None)
        if name in journal.tables():
            raise RuntimeError(f"a statement on {name} would not be in the journal: change nouns through the work")
