"""The store of the office's files: bytes under their SHA-256, in a place of its own beside the nouns.

An SQLite office keeps them in a second file `attachments.db` beside the first, opened by the same driver and, where the office is
encrypted, under the same key: the main file stays small, quick to copy and to check. A PostgreSQL office keeps them in the table
`attachment_blob`, made when the first file is kept: it is no noun (nothing in it ever changes, the journal has the hash in the row of
`attachment`), so no migration makes it, and encryption at rest is the server's disk.

A file is stored first and its row written second: what a broken save leaves behind is bytes that nobody refers to, and no harm.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, text

from db.engine import Database
from db.trouble import DamagedFile

FILE = "attachments.db"
TABLE = "attachment_blob"
MOST_BYTES = 50_000_000
DAMAGED = "A file kept with a case is damaged: restore the newest copy from the backups folder."
_SQLITE = f"CREATE TABLE IF NOT EXISTS {TABLE} (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)"
_SERVER = f"CREATE TABLE IF NOT EXISTS {TABLE} (sha256 text PRIMARY KEY, size bigint NOT NULL, data bytea NOT NULL)"
_LOCK = 4_801_773  # any number: two windows that make the table at one time would collide


class TooLarge(ValueError):
    """The file has more bytes than the store takes (`MOST_BYTES`)."""


def sha256(data: bytes) -> str:
    """The name under which bytes are kept: 64 hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()


def path(database: Database) -> Path | None:
    """Where an SQLite office keeps its files; None on a server."""
    return database.path.with_name(FILE) if database.path is not None else None


def put(database: Database, data: bytes) -> str:
    """Keeps the bytes, once however often they come, and gives their hash.

    Raises TooLarge, DiskFull, ReadOnly, Locked, NoServer; DamagedFile where the file is not this office's.
    """
    if len(data) > MOST_BYTES:
        raise TooLarge(len(data))
    name = sha256(data)
    if database.path is not None:
        with _file(database) as connection:
            connection.execute(_SQLITE)
            connection.execute(f"INSERT OR IGNORE INTO {TABLE} (sha256, size, data) VALUES (?, ?, ?)", (name, len(data), data))
        return name
    with database.writer.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
        connection.execute(text(_SERVER))
        kept = text(f"INSERT INTO {TABLE} (sha256, size, data) VALUES (:name, :size, :data) ON CONFLICT DO NOTHING")
        connection.execute(kept, {"name": name, "size": len(data), "data": data})
    return name


def get(database: Database, name: str) -> bytes:
    """The bytes of this hash, verified; LookupError where there are none, DamagedFile where they are not what was kept."""
    if database.path is not None:
        if not _there(database):
            raise LookupError(name)
        with _file(database) as connection:
            connection.execute(_SQLITE)
            row = connection.execute(f"SELECT data FROM {TABLE} WHERE sha256 = ?", (name,)).fetchone()
    else:
        with database.reader.connect() as connection:
            found = inspect(connection).has_table(TABLE)
            asked = text(f"SELECT data FROM {TABLE} WHERE sha256 = :name")
            row = connection.execute(asked, {"name": name}).one_or_none() if found else None
    if row is None:
        raise LookupError(name)
    data = bytes(row[0])
    if sha256(data) != name:
        raise DamagedFile(DAMAGED)
    return data


def names(database: Database) -> set[str]:
    """The hashes of everything that is kept."""
    if database.path is not None:
        if not _there(database):
            return set()
        with _file(database) as connection:
            connection.execute(_SQLITE)
            return {row[0] for row in connection.execute(f"SELECT sha256 FROM {TABLE}").fetchall()}
    with database.reader.connect() as connection:
        if not inspect(connection).has_table(TABLE):
            return set()
        return {row[0] for row in connection.execute(text(f"SELECT sha256 FROM {TABLE}"))}


def copy(database: Database, target: Path) -> Path | None:
    """Copies the store of an SQLite office to `target` under the same key, counts the copy and reads every file in it by its hash.

    None where it has none, or on a server, whose copy holds the table already. Raises DamagedFile.
    """
    if database.path is None or not _there(database):
        return None
    target.unlink(missing_ok=True)
    with _file(database) as source, database.other_file(target) as made:
        source.backup(made)
        counted = [connection.execute(f"SELECT count(*), coalesce(sum(size), 0) FROM {TABLE}").fetchone() for connection in (source, made)]
        if counted[0] != counted[1] or made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise DamagedFile("The copy does not have the files of the office: nothing was changed.")
        for name, data in made.execute(f"SELECT sha256, data FROM {TABLE}"):
            if sha256(data) != name:
                raise DamagedFile(DAMAGED)
        made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return target


@contextmanager
def _file(database: Database) -> Iterator[Any]:
    place = path(database)
    assert place is not None
    with database.other_file(place) as connection:
        yield connection


def _there(database: Database) -> bool:
    place = path(database)
    return place is not None and place.is_file()
