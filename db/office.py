"""An office is a folder: made whole or not at all, opened with its password or its recovery sheet."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from db import attachments, keys, migrate, office_file
from db.engine import Database
from db.office_file import OfficeFile, describe
from db.trouble import DamagedFile, DiskFull, NoOffice, OfficeExists, ReadOnly, WrongKey

__all__ = ["BACKUPS", "Created", "OfficeFile", "change_password", "create", "describe", "discard", "new_recovery", "open_office"]

FILE = "office.db"
BACKUPS = "backups"


class Created(NamedTuple):
    """A new office: its open database, and what its recovery sheet says (None where there is no key)."""

    database: Database
    recovery: str | None


def create(
    folder: Path, *, engine: str = "sqlite", url: str = "", password: str | None = None, training: bool = False, now: datetime
) -> Created:
    """Makes an office in a folder that has none yet, and opens it.

    `engine` "sqlcipher" wants a password; "postgresql" wants the `url` of an empty database, and with a password seals it;
    "sqlite" takes none. Raises OfficeExists, ReadOnly, DiskFull, NoServer; ValueError where these do not go together.
    After any of them the folder is as it was.
    """
    if engine not in office_file.ENGINES:
        raise ValueError(f"no engine {engine!r}")
    if (engine == "sqlcipher") != bool(password) and engine != "postgresql":
        raise ValueError("an encrypted office has a password, a plain one has none")
    if (engine == "postgresql") != bool(url):
        raise ValueError("a server's office has the address of its database, and only that one")
    folder = Path(folder)
    made = _make_folder(folder)
    try:
        key = keys.new_key() if password else None
        office = OfficeFile(folder=folder, engine=engine, training=training, created=now.astimezone(UTC).isoformat(timespec="seconds"))
        recovery = None
        if key is not None and password:
            recovery = keys.new_recovery()
            slots = (keys.wrap_with_password(key, password, now), keys.wrap_with_recovery(key, recovery, now))
            office = replace(office, key_check=keys.key_check(key), slots=slots)
        if engine == "postgresql":
            office = replace(office, sealed_url=keys.seal(key, url)) if key is not None else replace(office, url=url)
            _fill_server(url)
        else:
            office = replace(office, database=FILE)
            _fill_file(folder, key)
    except BaseException:
        _unmake(folder, made)
        raise
    try:
        office_file.write(office)
    except BaseException:
        if engine == "postgresql":
            _empty_server(url)
        else:
            (folder / FILE).unlink(missing_ok=True)
        _unmake(folder, made)
        raise
    return Created(_open(office, key), recovery)


def discard(folder: Path) -> None:
    """Takes back an office that was made just now and could not be furnished; its database is closed already."""
    office = describe(folder)
    if office.engine == "postgresql":
        if office.url:
            _empty_server(office.url)
    else:
        for name in (FILE, attachments.FILE):
            for suffix in ("", "-wal", "-shm"):
                (folder / f"{name}{suffix}").unlink(missing_ok=True)
    (folder / office_file.NAME).unlink(missing_ok=True)
    _unmake(folder, True)


def open_office(folder: Path, *, password: str | None = None, recovery: str | None = None) -> Database:
    """Opens an office, and migrates an older one after a verified copy in its `backups`.

    Raises NoOffice, WrongKey, DamagedFile, NewerOffice (untouched), Locked, DiskFull, ReadOnly, NoServer.
    """
    office = describe(Path(folder))
    key = _key(office, password, recovery) if office.needs_password else None
    database = _open(office, key)
    try:
        if migrate.current(database) is None:
            raise DamagedFile("The database of this office is empty: restore the newest copy from the backups folder.")
        copied = migrate.bring_up(database, office.folder / BACKUPS)
        if copied is not None:
            # Without its key slots a copy could not be opened.
            shutil.copyfile(office.folder / office_file.NAME, copied.with_suffix(".office.toml"))
    except BaseException:
        database.close()
        raise
    return database


def check_password(folder: Path, password: str) -> None:
    """Raises WrongKey unless this password opens the office; nothing is opened."""
    _key(describe(Path(folder)), password, None)


def change_password(folder: Path, *, new: str, password: str | None = None, recovery: str | None = None, now: datetime) -> None:
    """Lets `new` open the office instead of the old password; the old one or the recovery sheet shows that it may be done.

    The database stays as it is: only its key is wrapped anew. Raises as `open_office`; ValueError for an empty password.
    """
    office = describe(Path(folder))
    key = _key(office, password, recovery)
    _write_slots(office, "password", [keys.wrap_with_password(key, new, now)])


def new_recovery(folder: Path, *, password: str, now: datetime) -> str:
    """Makes another recovery sheet; the one before opens nothing any more. Raises as `open_office`."""
    office = describe(Path(folder))
    key = _key(office, password, None)
    recovery = keys.new_recovery()
    _write_slots(office, "recovery", [keys.wrap_with_recovery(key, recovery, now)])
    return recovery


def _write_slots(office: OfficeFile, kind: str, slots: Sequence[keys.Slot]) -> None:
    office_file.write(replace(office, slots=(*slots, *(slot for slot in office.slots if slot.get("kind") != kind))))


def _key(office: OfficeFile, password: str | None, recovery: str | None) -> bytes:
    if not office.needs_password:
        raise WrongKey("This office has no password.")
    key = keys.unwrap(office.slots, password=password, recovery=recovery)
    if not keys.fits(key, office.key_check):
        raise DamagedFile("The key slots in office.toml are not those of this office: restore the file from the backups folder.")
    return key


def _open(office: OfficeFile, key: bytes | None) -> Database:
    if office.engine == "postgresql":
        database = Database.open(keys.unseal(key, office.sealed_url) if office.sealed_url and key is not None else office.url)
    else:
        path = office.folder / office.database
        try:
            database = Database.open_file(path, key)
        except WrongKey as error:
            raise DamagedFile() from error  # the key is right: its check has said so
        except NoOffice as error:
            raise DamagedFile(f"The database file {path.name} is missing: restore the newest copy from the backups folder.") from error
    database.folder = office.folder
    return database


def _make_folder(folder: Path) -> bool:
    """Whether the folder had to be made."""
    for name in (office_file.NAME, FILE):
        if (folder / name).exists():
            raise OfficeExists()
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        if made:
            with suppress(OSError):
                folder.rmdir()
        if error.errno in (28, 122):
            raise DiskFull() from error
        raise ReadOnly("No office can be made here: this account may not write in the folder.") from error
    return made


def _unmake(folder: Path, made: bool) -> None:
    if made:
        with suppress(OSError):
            folder.rmdir()


def _fill_file(folder: Path, key: bytes | None) -> None:
    """Builds the database aside; it comes to its place whole."""
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    try:
        database = Database.open_file(aside / FILE, key, create=True)
        try:
            migrate.bring_up(database)
        finally:
            database.close()
        os.replace(aside / FILE, folder / FILE)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _fill_server(url: str) -> None:
    database = Database.open(url)
    try:
        if migrate.current(database) is None:
            migrate.bring_up(database)
        else:
            raise OfficeExists("This database already holds an office: take an empty one.")
    finally:
        database.close()


def _empty_server(url: str) -> None:
    with suppress(Exception):  # the first trouble is the one to tell
        database = Database.open(url)
        try:
            migrate.downgrade(database, "base")
        finally:
            database.close()
