"""Copies an office while it is open, and believes the copy only after counting and checking it.

An office of files is copied as a folder that is an office itself: database, files kept with cases, office.toml with the key slots, without
which an encrypted copy could never be opened. To restore it, open the folder, or put it where the office was. A server's office is copied
as a zip of its tables for safekeeping; the program cannot bring it back, which is the work of the server's own tools.
"""

import csv
import hashlib
import io
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

from sqlalchemy import inspect

from db import attachments, office_file
from db.engine import Database
from db.trouble import DamagedFile, DiskFull, ReadOnly

SUFFIX = {"sqlite": ".db", "postgresql": ".zip"}
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a file kept with a case is one field of its table


def free_name(folder: Path, stem: str, database: Database) -> Path:
    """A file name in `folder` that nobody has: copies are never overwritten."""
    suffix = SUFFIX[database.dialect]
    names = (folder / f"{stem}{f'-{n}' if n else ''}{suffix}" for n in range(10_000))
    return next(name for name in names if not name.exists())


def copy_office(database: Database, folder: Path, stem: str) -> Path:
    """Copies the whole office into `folder` under a name that nobody has there; gives the folder of the copy, or a server's zip.

    Every page and every file kept with a case is read and checked. Raises as `copy`; nothing half stays behind.
    """
    if database.dialect != "sqlite" or database.path is None:
        return copy(database, free_name(folder, stem, database))
    names = (folder / f"{stem}{f'-{n}' if n else ''}" for n in range(10_000))
    target = next(name for name in names if not name.exists())
    part = target.with_name(target.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        copy(database, part / database.path.name)
        kept = attachments.copy(database, part / attachments.FILE)
        if kept is not None:
            _sync(kept)
        told = database.path.with_name(office_file.NAME)
        if told.is_file():
            shutil.copyfile(told, part / office_file.NAME)
            _sync(part / office_file.NAME)
        _sync(part)
        os.replace(part, target)
        _sync(folder)
    except OSError as error:
        raise DiskFull() if error.errno in (28, 122) else ReadOnly() from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def copy(database: Database, target: Path) -> Path:
    """Writes a verified copy to `target`: an SQLite file under the same key, or (PostgreSQL) a zip of one CSV file a table.

    Raises DamagedFile where the office or the copy does not pass its check, DiskFull, ReadOnly. Nothing half stays at `target`.
    """
    part = target.with_name(target.name + ".part")
    try:
        if database.dialect == "sqlite":
            _copy_file(database, part)
        else:
            _copy_server(database, part)
        _sync(part)
        os.replace(part, target)
        _sync(target.parent)
    except OSError as error:
        raise DiskFull() if error.errno in (28, 122) else ReadOnly() from error
    finally:
        for leftover in (part, part.with_name(part.name + "-wal"), part.with_name(part.name + "-shm")):
            leftover.unlink(missing_ok=True)
    return target


def _copy_file(database: Database, part: Path) -> None:
    part.unlink(missing_ok=True)
    with database.reader.connect() as connection, connection.begin():
        # The open reading transaction holds one moment still: what is counted is what is copied.
        source: Any = connection.connection.dbapi_connection
        with database.other_file(part) as target:
            counted = _counts(source)
            source.backup(target)
        with database.other_file(part) as target:
            _check(target, database.encrypted)
            if _counts(target) != counted:
                raise DamagedFile("The copy does not have the rows of the office: nothing was changed.")
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _check(connection: Any, encrypted: bool) -> None:
    """SQLite's own check, and with a cipher the seal of every page, which finds what the first one cannot."""
    wrong = [row[0] for row in connection.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
    if encrypted:
        wrong += connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if wrong:
        raise DamagedFile()


def _counts(connection: Any) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def _copy_server(database: Database, part: Path) -> None:
    """One CSV file a table, all of one moment, with a list of the columns and the number of rows each."""
    counted: dict[str, int] = {}
    with database.reader.connect() as connection, connection.begin():
        names = sorted(inspect(connection).get_table_names())
        server: Any = connection.connection.driver_connection
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                with server.cursor() as cursor:
                    command = f'COPY "{name}" TO STDOUT (FORMAT csv, HEADER)'
                    with archive.open(f"{name}.csv", "w", force_zip64=True) as file, cursor.copy(command) as out:
                        for block in out:
                            file.write(block)
                    counted[name] = cursor.rowcount
            archive.writestr("rows.json", json.dumps(counted, indent=1))
    with zipfile.ZipFile(part) as archive:
        for name, rows in counted.items():
            with archive.open(f"{name}.csv") as file:  # reading to the end checks the archive's own sums
                lines = csv.reader(io.TextIOWrapper(file, "utf-8", newline=""))
                next(lines)
                found = 0
                for line in lines:
                    found += 1
                    if name == attachments.TABLE:
                        _check_file(line)
                if found != rows:
                    raise DamagedFile("The copy does not have the rows of the office: nothing was changed.")


def _check_file(line: list[str]) -> None:
    """A file kept with a case as the server writes it: its hash, its size, its bytes as \\x and hexadecimal figures."""
    name, _size, data = line
    if hashlib.sha256(bytes.fromhex(data[2:])).hexdigest() != name:
        raise DamagedFile(attachments.DAMAGED)


def _sync(path: Path) -> None:
    """A copy that is only in the system's memory is no copy."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder for this
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
