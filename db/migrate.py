"""Brings an office to the newest migration: after a verified copy, whole or not at all; a newer office is left untouched.

Alembic is imported only where something is to be migrated: an office that is up to date opens without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from db import backup
from db.base import Base
from db.engine import Database
from db.trouble import DamagedFile, NewerOffice

MIGRATIONS = Path(__file__).parent / "migrations"
# Full-text tables and their shadows are made by dialect in the migrations and are no part of the metadata.
OUTSIDE = ("case_search",)


def settings() -> dict[str, Any]:
    """How Alembic is told about a database, in `env.py` and when comparing."""
    return {"render_as_batch": True, "transactional_ddl": True, "include_object": include, "compare_type": True}


def include(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    """Passes over the search tables: `alembic check` would want to drop them."""
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", None)
    return not (table or "").startswith(OUTSIDE)


def newest() -> str:
    """The revision this program writes: the migrations are numbered, one behind the other."""
    return max(_revisions())


def current(database: Database) -> str | None:
    """The revision an office stands at; None for an empty database."""
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_up(database: Database, backups: Path | None = None) -> Path | None:
    """Migrates an office to the newest revision; gives the copy that was made before, None where nothing was to do.

    The copy is verified and lies in `backups`; without a folder (a database that was just made) there is none.
    Raises NewerOffice (untouched), DamagedFile, DiskFull, Locked.
    """
    revision = current(database)
    if revision == newest():
        return None
    if revision is not None and revision not in _revisions():
        raise NewerOffice()
    copied = None
    if backups is not None and revision is not None:
        backups.mkdir(exist_ok=True)
        copied = backup.copy(database, backup.free_name(backups, f"before-{newest()}-from-{revision}", database))
    upgrade(database)
    return copied


def upgrade(database: Database, revision: str = "head") -> None:
    """Runs migrations in one transaction: all of them, or none."""
    from alembic import command

    with _altering(database) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(database: Database, revision: str) -> None:
    """Takes migrations back, for tests and for whoever tries a new one."""
    from alembic import command

    with _altering(database) as connection:
        command.downgrade(_config(connection), revision)


def differences(database: Database) -> list[Any]:
    """What the nouns have and the database has not, or the other way round (`alembic check`)."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=settings()), Base.metadata))


@contextmanager
def _altering(database: Database) -> Iterator[Connection]:
    """A writing transaction in which tables may be rebuilt.

    On SQLite a batch change copies a table and drops the old one, which with foreign keys on would empty its children (tried).
    The setting is ignored inside a transaction, so it is made before BEGIN; what it would have caught is checked before the commit.
    """
    with database.writer.connect() as connection:
        sqlite = database.dialect == "sqlite"
        if sqlite:
            _foreign_keys(connection, on=False)
        try:
            with connection.begin():
                yield connection
                if sqlite and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
                    tables = ", ".join(sorted({str(row[0]) for row in broken}))
                    raise DamagedFile(f"Rows of {tables} would lose what they hang on: the office was not migrated.")
        finally:
            if sqlite:
                _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    driver: Any = connection.connection.dbapi_connection
    driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _revisions() -> frozenset[str]:
    return frozenset(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
