"""A copy is believed only after it was counted and checked."""

import csv
import io
import os
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

from db import attachments, backup, journal, search
from db.engine import Database
from db.trouble import DamagedFile, DiskFull, NoOffice, ReadOnly, WrongKey
from db.work import reading
from tests.databases import KEY, fresh
from tests.db.office_of_cases import organisation, save_case

ON_FILES = pytest.mark.parametrize("engine_name", ["sqlite", "sqlcipher"])


@ON_FILES
def test_a_copy_is_a_whole_office(database: Database, tmp_path: Path) -> None:
    save_case(database, organisation(database))
    target = backup.copy(database, tmp_path / "copy.db")
    copied = Database.open(f"sqlite:///{target}", KEY if database.encrypted else None)
    with reading(copied) as session:
        assert session.execute(text("SELECT count(*) FROM party")).scalar() == 2
        assert search.find(session, "诸葛", 0) == [20261120_000001]
        assert journal.verify(session) == []
    copied.close()
    if database.encrypted:
        with pytest.raises(WrongKey):
            Database.open(f"sqlite:///{target}", bytes(32))
    assert sorted(path.name for path in tmp_path.glob("copy*")) == ["copy.db"]


@ON_FILES
def test_a_copy_onto_a_full_disk_leaves_nothing(database: Database, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can make a small disk to fill")
    save_case(database, organisation(database))
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        with pytest.raises(DiskFull):
            backup.copy(database, disk / "copy.db")
        assert list(disk.iterdir()) == []
    finally:
        subprocess.run(["umount", disk], check=True)


@ON_FILES
def test_a_copy_while_others_write_is_of_one_moment(database: Database, tmp_path: Path) -> None:
    office = organisation(database)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            save_case(database, office)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        targets = [backup.copy(database, tmp_path / f"copy{n}.db") for n in range(3)]
    finally:
        stop.set()
        writer.join()
    for target in targets:
        copied = Database.open(f"sqlite:///{target}", KEY if database.encrypted else None)
        with reading(copied) as session:
            assert journal.verify(session) == []
        copied.close()


@pytest.mark.parametrize("engine_name", ["sqlcipher"])
def test_a_damaged_office_gives_no_copy(engine_name: str, tmp_path: Path) -> None:
    """One flipped bit far inside: SQLite's own check would pass over most of them, the seal of the page does not."""
    url, key = fresh(engine_name, tmp_path)
    opened = Database.open(url, key)
    office = organisation(opened)
    for _ in range(30):
        save_case(opened, office)
    opened.close()
    path = Path(url.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 + 100] ^= 1
    path.write_bytes(content)
    opened = Database.open(url, key)
    with pytest.raises(DamagedFile):
        backup.copy(opened, tmp_path / "copy.db")
    opened.close()
    assert list(tmp_path.glob("copy*")) == []


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_server_is_copied_table_by_table(database: Database, tmp_path: Path) -> None:
    save_case(database, organisation(database), ('诸葛\n"亮",', "ᠮᠣᠩᠭᠣᠯ"))
    target = backup.copy(database, tmp_path / "copy.zip")
    with zipfile.ZipFile(target) as archive:
        rows = list(csv.DictReader(io.TextIOWrapper(archive.open("party.csv"), "utf-8", newline="")))
        assert [row["name"] for row in rows] == ['诸葛\n"亮",', "ᠮᠣᠩᠭᠣᠯ"]
        assert {"journal_entry.csv", "alembic_version.csv", "case_search.csv", "rows.json"} <= set(archive.namelist())


def test_the_files_kept_with_cases_are_copied_and_read(database: Database, tmp_path: Path) -> None:
    save_case(database, organisation(database))
    big = bytes(range(256)) * 1_000  # more than a CSV reader takes in one field by default
    names = {attachments.put(database, data) for data in (b"scan", big)}
    if database.path is not None:
        database.path.with_name("office.toml").write_text("format = 1\n", encoding="utf-8")
    made = backup.copy_office(database, tmp_path, "monday")
    again = backup.copy_office(database, tmp_path, "monday")
    assert (made.stem, again.stem) == ("monday", "monday-1") and not list(tmp_path.glob("*.part"))
    if database.path is None:
        with zipfile.ZipFile(made) as archive:
            rows = list(csv.DictReader(io.TextIOWrapper(archive.open(f"{attachments.TABLE}.csv"), "utf-8", newline="")))
        assert {row["sha256"] for row in rows} == names
    else:
        assert sorted(one.name for one in made.iterdir()) == sorted((database.path.name, attachments.FILE, "office.toml"))
        copied = Database.open(f"sqlite:///{made / database.path.name}", KEY if database.encrypted else None)
        assert attachments.names(copied) == names and attachments.get(copied, attachments.sha256(big)) == big
        copied.close()


def test_a_damaged_file_gives_no_copy(database: Database, tmp_path: Path) -> None:
    save_case(database, organisation(database))
    attachments.put(database, b"scan")
    change = f"UPDATE {attachments.TABLE} SET data = {{}}"
    place = attachments.path(database)
    if place is not None:
        with database.other_file(place) as connection:
            connection.execute(change.format("x'00'"))
    else:
        with database.writer.begin() as server:
            server.execute(text(change.format("'\\x00'::bytea")))
    with pytest.raises(DamagedFile, match="kept with a case"):
        backup.copy_office(database, tmp_path, "monday")
    assert not list(tmp_path.glob("monday*"))


def test_no_copy_is_ever_overwritten(database: Database, tmp_path: Path) -> None:
    names = [backup.copy(database, backup.free_name(tmp_path, "monday", database)).name for _ in range(3)]
    suffix = backup.SUFFIX[database.dialect]
    assert names == [f"monday{suffix}", f"monday-1{suffix}", f"monday-2{suffix}"]


@ON_FILES
def test_where_nothing_can_be_written(database: Database, tmp_path: Path) -> None:
    with pytest.raises((ReadOnly, NoOffice)):
        backup.copy(database, tmp_path / "no such folder" / "copy.db")
    assert not (tmp_path / "no such folder").exists()
