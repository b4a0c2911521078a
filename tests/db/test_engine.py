"""What opens, what does not, and what is said then."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import event, text

from db.engine import Database
from db.trouble import DamagedFile, DiskFull, NoOffice, NoServer, ReadOnly, Trouble, WrongKey
from db.work import reading
from tests.databases import KEY, fresh, reopen
from tests.db.office_of_cases import by_another_tool, organisation, save_case

ON_FILES = pytest.mark.parametrize("engine_name", ["sqlite", "sqlcipher"])


@ON_FILES
def test_a_file_is_safe_by_its_settings(database: Database) -> None:
    with database.engine.connect() as connection:
        said = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_foreign_keys_hold(database: Database) -> None:
    with pytest.raises(Exception, match="(?i)foreign key"):
        by_another_tool(
            database, "INSERT INTO absence (mediator_id, begins, ends, reason, version) VALUES (77, '2026-01-01', '2026-01-02', '', 1)"
        )


@pytest.mark.parametrize("engine_name", ["sqlcipher"])
def test_an_encrypted_file_says_nothing(database: Database) -> None:
    save_case(database, organisation(database))
    path = database.path
    assert path is not None
    for file in (path, path.with_name(path.name + "-wal")):
        content = file.read_bytes() if file.exists() else b""
        assert "诸葛亮".encode() not in content and b"SQLite format" not in content
    database.close()
    assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.parametrize("engine_name", ["sqlcipher"])
@pytest.mark.parametrize("key", [bytes(32), None])
def test_a_wrong_key_is_refused(database: Database, key: bytes | None, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WrongKey if key else DamagedFile):
        Database.open(f"sqlite:///{database.path}", key)
    assert capfd.readouterr().err == ""  # the cipher would write of its own accord


@ON_FILES
def test_a_damaged_page_is_named(engine_name: str, tmp_path: Path) -> None:
    url, key = fresh(engine_name, tmp_path)
    opened = Database.open(url, key)
    office = organisation(opened)
    for _ in range(20):
        save_case(opened, office)
    opened.close()
    path = Path(url.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = os.urandom(64)
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        damaged = Database.open(url, key)
        try:
            with reading(damaged) as session:
                session.execute(text("SELECT * FROM party")).all()
        finally:
            damaged.close()


def test_no_file_no_office(tmp_path: Path) -> None:
    with pytest.raises(NoOffice):
        Database.open(f"sqlite:///{tmp_path / 'nothing.db'}")
    assert not (tmp_path / "nothing.db").exists()


def test_a_file_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("诸葛亮" * 1000, encoding="utf-8")
    with pytest.raises(DamagedFile):
        Database.open(f"sqlite:///{tmp_path / 'letter.db'}")


def test_no_server() -> None:
    with pytest.raises(NoServer):
        Database.open("postgresql://heyi@127.0.0.1:1/heyi")


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_no_database_on_the_server(database: Database) -> None:
    url = database.engine.url.set(database="nobody_made_this").render_as_string(hide_password=False)
    with pytest.raises(NoServer):
        Database.open(url)


@ON_FILES
def test_a_full_disk_keeps_nothing_half(database: Database) -> None:
    office = organisation(database)
    save_case(database, office)

    @event.listens_for(database.engine, "checkout")
    def full(connection: object, record: object, proxy: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    with pytest.raises(DiskFull):
        for _ in range(200):
            save_case(database, office, ("诸葛亮" * 500,))
    other = reopen(database)
    with reading(other) as session:
        cases, numbers = (session.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in ("dispute_case", "number"))
        parties = session.execute(text("SELECT count(DISTINCT case_id) FROM party")).scalar()
    other.close()
    assert cases == numbers == parties


@ON_FILES
def test_a_really_full_disk(engine_name: str, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a small disk to fill")
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        url, key = fresh(engine_name, disk)
        opened = Database.open(url, key)
        office = organisation(opened)
        saved = 0
        with pytest.raises(DiskFull):
            for _ in range(500):
                save_case(opened, office, ("诸葛亮" * 300, "张三"))
                saved += 1
        opened.close()
        shutil.copytree(disk, tmp_path / "rescued")
        rescued = Database.open(f"sqlite:///{tmp_path / 'rescued' / Path(url).name}", key)
        with reading(rescued) as session:
            assert session.execute(text("SELECT count(*) FROM dispute_case")).scalar() == saved
        save_case(rescued, office)
        rescued.close()
    finally:
        subprocess.run(["umount", disk], check=True)


@ON_FILES
def test_a_file_that_may_not_be_written(engine_name: str, tmp_path: Path) -> None:
    """Root may write everything, so the connection itself is made read-only."""
    url, key = fresh(engine_name, tmp_path)
    opened = Database.open(url, key)

    @event.listens_for(opened.engine, "checkout")
    def closed(connection: object, record: object, proxy: object) -> None:
        connection.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]

    with pytest.raises(ReadOnly):
        organisation(opened)
    opened.close()


def test_errors_carry_no_values(database: Database) -> None:
    save_case(database, organisation(database), ("秘密人",))
    with pytest.raises(Exception) as caught:  # noqa: B017, PT011
        by_another_tool(database, "INSERT INTO party (id, name) VALUES (1, :name)", name="秘密人")
    assert not isinstance(caught.value, Trouble)
    if database.dialect == "sqlite":
        assert "秘密人" not in str(caught.value)


def test_a_key_has_its_length(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        Database.open(f"sqlite:///{tmp_path / 'x.db'}", KEY[:31], create=True)
