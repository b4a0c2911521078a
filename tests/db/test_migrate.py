"""Migrating keeps every row, happens whole or not at all, and leaves a newer office alone. Each trap that was met has its test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from db import backup, journal, migrate
from db.base import Base
from db.engine import Database
from db.trouble import DamagedFile, NewerOffice
from db.work import reading
from tests.databases import KEY, postgresql  # noqa: F401
from tests.db.office_of_cases import by_another_tool, organisation, save_case

NOW = migrate.newest()
HEAD = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{NOW}", None, None

"""
# Rebuilds parents of every table: on SQLite by copying, dropping and renaming them.
REBUILD = """
def upgrade():
    for name in ("dispute_case", "organisation", "party"):
        with op.batch_alter_table(name, recreate="always" if op.get_bind().dialect.name == "sqlite" else "auto") as batch:
            batch.add_column(sa.Column("moved", sa.Boolean(), nullable=False, server_default=sa.false()))
            batch.add_column(sa.Column("remark", sa.Text(), nullable=False, server_default=""))


def downgrade():
    for name in ("dispute_case", "organisation", "party"):
        with op.batch_alter_table(name) as batch:
            batch.drop_column("moved")
            batch.drop_column("remark")
"""
STUMBLE = """
def upgrade():
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE dispute_case SET place = 'lost'")
    op.execute("SELECT * FROM nothing_of_the_kind")


def downgrade():
    pass
"""
ORPHAN = """
def upgrade():
    op.execute("DELETE FROM dispute_case")


def downgrade():
    pass
"""


@pytest.fixture
def empty(engine_name: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database without any table."""
    if engine_name == "postgresql":
        opened = Database.open(request.getfixturevalue("postgresql"))
    else:
        opened = Database.open(f"sqlite:///{tmp_path / 'empty.db'}", KEY if engine_name == "sqlcipher" else None, create=True)
    yield opened
    opened.close()


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A later program: its migrations have one more."""
    later = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, later, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrate, "MIGRATIONS", later)
    return later / "versions" / "9999_test.py"


def _counts(database: Database) -> dict[str, int]:
    with database.engine.connect() as connection:
        return {
            table.name: connection.execute(text(f"SELECT count(*) FROM {table.name}")).scalar_one() for table in Base.metadata.sorted_tables
        }


def _tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names())


def test_the_tables_are_the_nouns(database: Database) -> None:
    assert migrate.differences(database) == []
    assert migrate.current(database) == migrate.newest()


def test_the_numbers_of_the_files_are_the_chain(database: Database) -> None:
    from alembic.script import ScriptDirectory

    with database.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(migrate._config(connection))
    assert [script.revision for script in scripts.walk_revisions()] == sorted(migrate._revisions(), reverse=True)
    assert scripts.get_current_head() == migrate.newest()


def test_search_tables_are_passed_over_but_watched_otherwise(database: Database) -> None:
    assert any(name.startswith("case_search") for name in _tables(database))
    by_another_tool(database, "CREATE TABLE stranger (id integer PRIMARY KEY)")
    assert [difference[0] for difference in migrate.differences(database)] == ["remove_table"]


def test_up_down_up(empty: Database) -> None:
    migrate.bring_up(empty)
    tables = _tables(empty)
    migrate.downgrade(empty, "base")
    assert _tables(empty) == {"alembic_version"}
    assert migrate.current(empty) is None
    migrate.bring_up(empty)
    assert _tables(empty) == tables
    assert migrate.differences(empty) == []
    save_case(empty, organisation(empty))


def test_a_filled_office_keeps_every_child(database: Database, second: Path, tmp_path: Path) -> None:
    """With foreign keys on, rebuilding a parent takes its children along (tried)."""
    office = organisation(database)
    for _ in range(3):
        save_case(database, office)
    before = _counts(database)
    second.write_text(HEAD + REBUILD, encoding="utf-8")
    migrate.bring_up(database)
    assert _counts(database) == before
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT DISTINCT moved, remark FROM dispute_case")).all() == [(0, "")]
        keys = inspect(connection).get_foreign_keys("party")
        if database.dialect == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert {(key["name"], key["referred_table"]) for key in keys} == {("fk_party_case_id", "dispute_case")}
    with reading(database) as session:
        assert journal.verify(session) == []
    migrate.downgrade(database, NOW)
    assert _counts(database) == before
    assert migrate.differences(database) == []


def test_a_stumbling_migration_leaves_nothing(database: Database, second: Path) -> None:
    """DDL must not survive a rollback."""
    case = save_case(database, organisation(database))
    second.write_text(HEAD + STUMBLE, encoding="utf-8")
    with pytest.raises(Exception, match="nothing_of_the_kind"):
        migrate.bring_up(database)
    assert "half" not in _tables(database)
    assert migrate.current(database) == NOW
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT place FROM dispute_case")).scalar() == case.place


def test_a_migration_that_orphans_rows_is_refused(database: Database, second: Path) -> None:
    save_case(database, organisation(database))
    before = _counts(database)
    second.write_text(HEAD + ORPHAN, encoding="utf-8")
    with pytest.raises(Exception, match="(?i)party|foreign key") as caught:
        migrate.bring_up(database)
    if database.dialect == "sqlite":
        assert isinstance(caught.value, DamagedFile)
    assert _counts(database) == before


def test_an_older_office_is_copied_before_it_is_migrated(database: Database, second: Path, tmp_path: Path) -> None:
    save_case(database, organisation(database))
    second.write_text(HEAD + REBUILD, encoding="utf-8")
    copied = migrate.bring_up(database, tmp_path / "backups")
    assert copied is not None and copied.parent == tmp_path / "backups"
    assert copied.name.startswith(f"before-9999-from-{NOW}")
    if database.dialect == "sqlite":
        old = Database.open(f"sqlite:///{copied}", KEY if database.encrypted else None)
        assert migrate.current(old) == NOW
        assert _counts(old) == _counts(database)
        old.close()
    assert migrate.current(database) == "9999"
    assert migrate.bring_up(database, tmp_path / "backups") is None
    assert [file.name for file in (tmp_path / "backups").iterdir()] == [copied.name]


def test_no_copy_no_migration(database: Database, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Path:
        raise DamagedFile()

    monkeypatch.setattr(backup, "copy", fail)
    second.write_text(HEAD + REBUILD, encoding="utf-8")
    with pytest.raises(DamagedFile):
        migrate.bring_up(database, tmp_path / "backups")
    assert migrate.current(database) == NOW


def test_a_newer_office_is_refused_untouched(database: Database, tmp_path: Path) -> None:
    by_another_tool(database, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerOffice):
        migrate.bring_up(database, tmp_path / "backups")
    assert migrate.current(database) == "9999"
    assert not (tmp_path / "backups").exists()
