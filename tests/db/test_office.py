"""An office is made whole or not at all, and says why it does not open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from db import attachments, keys, migrate, office, office_file
from db.engine import Database
from db.office_file import describe
from db.trouble import DamagedFile, NewerOffice, NoOffice, NoServer, OfficeExists, ReadOnly, WrongKey
from db.work import reading
from tests.db.office_of_cases import by_another_tool, organisation, save_case

NOW = datetime(2026, 11, 20, tzinfo=UTC)
PASSWORD = "草原2026"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "PASSWORD_OPS", 1)
    monkeypatch.setattr(keys, "PASSWORD_MEMORY", 8192)


@pytest.fixture
def choice(engine_name: str, request: pytest.FixtureRequest) -> dict[str, str]:
    """How an office of each engine is asked for."""
    if engine_name == "postgresql":
        return {"engine": engine_name, "url": request.getfixturevalue("postgresql"), "password": PASSWORD}
    return {"engine": engine_name} | ({"password": PASSWORD} if engine_name == "sqlcipher" else {})


def _make(folder: Path, choice: dict[str, str]) -> str | None:
    made = office.create(folder, now=NOW, **choice)  # type: ignore[arg-type]
    save_case(made.database, organisation(made.database))
    made.database.close()
    return made.recovery


@contextmanager
def _opened(folder: Path, **how: str) -> Iterator[Database]:
    database = office.open_office(folder, **how)
    try:
        yield database
    finally:
        database.close()


def _password(choice: dict[str, str]) -> dict[str, str]:
    return {"password": PASSWORD} if "password" in choice else {}


def test_made_closed_and_opened(tmp_path: Path, choice: dict[str, str]) -> None:
    folder = tmp_path / "办公室 %20 #1"
    recovery = _make(folder, choice)
    with _opened(folder, **_password(choice)) as database:
        assert database.folder == folder
        with reading(database) as session:
            assert session.execute(text("SELECT count(*) FROM party")).scalar() == 2
    if recovery is not None:
        with _opened(folder, recovery=recovery):
            pass
    said = describe(folder)
    assert (said.engine, said.encrypted, said.training) == (choice["engine"], choice["engine"] == "sqlcipher", False)
    assert said.needs_password == ("password" in choice) == (recovery is not None)
    assert sorted(path.name for path in folder.iterdir()) == sorted({"office.toml"} | ({"office.db"} if "url" not in choice else set()))


def test_a_training_office_says_so(tmp_path: Path) -> None:
    office.create(tmp_path / "t", training=True, now=NOW).database.close()
    assert describe(tmp_path / "t").training


def test_the_window_can_ask_without_the_database(tmp_path: Path) -> None:
    office.create(tmp_path / "t", now=NOW).database.close()
    program = (
        "import sys; from pathlib import Path; from db.office_file import describe; describe(Path(sys.argv[1]));"
        "heavy = {'sqlalchemy', 'alembic', 'nacl', 'sqlcipher3', 'psycopg'} & set(sys.modules); sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path / "t"], check=True, cwd=Path(__file__).parents[2])


def test_opening_takes_no_migrations_along(tmp_path: Path) -> None:
    office.create(tmp_path / "t", now=NOW).database.close()
    program = (
        "import sys; from pathlib import Path; from db.office import open_office;"
        "open_office(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path / "t"], check=True, cwd=Path(__file__).parents[2])


def test_a_server_s_password_is_sealed(tmp_path: Path, postgresql: str) -> None:
    office.create(tmp_path / "o", engine="postgresql", url=postgresql, password=PASSWORD, now=NOW).database.close()
    assert "127.0.0.1" not in (tmp_path / "o" / "office.toml").read_text(encoding="utf-8")
    with pytest.raises(OfficeExists, match="already"):
        office.create(tmp_path / "p", engine="postgresql", url=postgresql, now=NOW)
    assert not (tmp_path / "p").exists()
    with pytest.raises(WrongKey):
        office.open_office(tmp_path / "o", password="falsch")


def test_an_open_server_has_its_address_in_the_file(tmp_path: Path, postgresql: str) -> None:
    office.create(tmp_path / "o", engine="postgresql", url=postgresql, now=NOW).database.close()
    assert describe(tmp_path / "o").url == postgresql
    with _opened(tmp_path / "o"):
        pass


def test_no_server_leaves_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NoServer):
        office.create(tmp_path / "o", engine="postgresql", url="postgresql://x@127.0.0.1:1/x", now=NOW)
    assert not (tmp_path / "o").exists()


def test_a_folder_with_an_office_is_refused(tmp_path: Path, choice: dict[str, str]) -> None:
    _make(tmp_path / "o", choice)
    before = {path.name: path.read_bytes() for path in (tmp_path / "o").iterdir()}
    with pytest.raises(OfficeExists):
        office.create(tmp_path / "o", now=NOW)
    assert {path.name: path.read_bytes() for path in (tmp_path / "o").iterdir()} == before


def test_a_database_without_its_office_toml_is_not_written_over(tmp_path: Path) -> None:
    office.create(tmp_path / "o", now=NOW).database.close()
    (tmp_path / "o" / "office.toml").unlink()
    with pytest.raises(NoOffice):
        office.open_office(tmp_path / "o")
    with pytest.raises(OfficeExists):
        office.create(tmp_path / "o", now=NOW)


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "inside"):
        with pytest.raises(ReadOnly):
            office.create(folder, now=NOW)


@pytest.mark.parametrize(
    "wrong", [{"engine": "sqlcipher"}, {"engine": "sqlite", "password": "x"}, {"engine": "postgresql"}, {"engine": "oracle"}, {"url": "x"}]
)
def test_what_does_not_go_together(tmp_path: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="."):
        office.create(tmp_path / "o", now=NOW, **wrong)  # type: ignore[arg-type]
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("step", ["migrate.bring_up", "office_file.write", "keys.wrap_with_recovery"])
def test_an_error_on_the_way_leaves_nothing(tmp_path: Path, choice: dict[str, str], step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise MemoryError

    if step == "keys.wrap_with_recovery" and "password" not in choice:
        pytest.skip("a plain office has no key")
    with monkeypatch.context() as patch:
        patch.setattr(f"db.{step}", stumble)
        for folder, made in ((tmp_path / "new", True), (tmp_path, False)):
            with pytest.raises(MemoryError):
                office.create(folder, now=NOW, **choice)  # type: ignore[arg-type]
            assert folder.exists() != made
            assert made or os.listdir(folder) == []
    _make(tmp_path / "new", choice)  # and it can be done again


def test_what_was_made_just_now_is_taken_back_whole(tmp_path: Path, choice: dict[str, str]) -> None:
    made = office.create(tmp_path / "office", now=NOW, **choice)  # type: ignore[arg-type]
    attachments.put(made.database, b"scan")
    made.database.close()
    office.discard(tmp_path / "office")
    assert not (tmp_path / "office").exists()


@pytest.mark.parametrize("engine_name", ["sqlcipher"])
def test_a_wrong_password_is_told_from_a_damaged_file(tmp_path: Path, choice: dict[str, str]) -> None:
    folder = tmp_path / "o"
    recovery = _make(folder, choice)
    for how in ({"password": "falsch"}, {}, {"recovery": keys.new_recovery()}, {"password": ""}):
        with pytest.raises(WrongKey):
            office.open_office(folder, **how)
    whole = (folder / "office.db").read_bytes()
    (folder / "office.db").write_bytes(whole[:16] + bytes([whole[16] ^ 1]) + whole[17:])
    with pytest.raises(DamagedFile):
        office.open_office(folder, password=PASSWORD)
    with pytest.raises(WrongKey):
        office.open_office(folder, password="falsch")
    (folder / "office.db").unlink()
    with pytest.raises(DamagedFile, match="missing"):
        office.open_office(folder, recovery=recovery)


@pytest.mark.parametrize("engine_name", ["sqlcipher"])
def test_slots_of_another_office(tmp_path: Path, choice: dict[str, str]) -> None:
    _make(tmp_path / "a", choice)
    _make(tmp_path / "b", choice)
    (tmp_path / "a" / "office.toml").write_bytes((tmp_path / "b" / "office.toml").read_bytes())
    with pytest.raises(DamagedFile):
        office.open_office(tmp_path / "a", password=PASSWORD)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "format = ",
        "format = 1",
        'format = 1\nengine = "sqlcipher"\ndatabase = "office.db"',
        "\x00\x01",
        'format = "1"\nengine = 3',
        "[[format]]",
    ],
)
def test_a_damaged_office_toml(tmp_path: Path, content: str) -> None:
    (tmp_path / "office.toml").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedFile, match="office.toml"):
        describe(tmp_path)


def test_no_office(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoOffice):
            office.open_office(folder)


def test_a_newer_office_is_refused_untouched(tmp_path: Path, choice: dict[str, str]) -> None:
    folder = tmp_path / "o"
    _make(folder, choice)
    with _opened(folder, **_password(choice)) as database:
        by_another_tool(database, "UPDATE alembic_version SET version_num = '9999'")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(NewerOffice):
        office.open_office(folder, **_password(choice))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    (folder / "office.toml").write_text("format = 2\n", encoding="utf-8")
    with pytest.raises(NewerOffice):
        describe(folder)


def test_an_older_office_is_copied_with_its_key_slots(tmp_path: Path, choice: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    from tests.db.test_migrate import HEAD, REBUILD
    from tests.db.test_migrate import NOW as NOW_AT

    folder = tmp_path / "o"
    _make(folder, choice)
    later = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, later, ignore=shutil.ignore_patterns("__pycache__"))
    (later / "versions" / "9999_test.py").write_text(HEAD + REBUILD, encoding="utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", later)
    with _opened(folder, **_password(choice)) as database:
        assert migrate.current(database) == "9999"
    names = sorted(path.name for path in (folder / "backups").iterdir())
    assert len(names) == 2
    assert (folder / "backups" / f"before-9999-from-{NOW_AT}.office.toml").read_bytes() == (folder / "office.toml").read_bytes()


@pytest.mark.parametrize("engine_name", ["sqlcipher", "postgresql"])
def test_passwords_and_sheets_are_changed(tmp_path: Path, choice: dict[str, str]) -> None:
    folder = tmp_path / "o"
    recovery = _make(folder, choice)
    office.change_password(folder, password=PASSWORD, new="neu", now=NOW)
    with pytest.raises(WrongKey):
        office.open_office(folder, password=PASSWORD)
    with pytest.raises(WrongKey):
        office.change_password(folder, password=PASSWORD, new="x", now=NOW)
    assert recovery is not None
    office.change_password(folder, recovery=recovery, new="noch neuer", now=NOW)
    other = office.new_recovery(folder, password="noch neuer", now=NOW)
    with pytest.raises(WrongKey, match="newer"):
        office.open_office(folder, recovery=recovery)
    for how in ({"password": "noch neuer"}, {"recovery": other}):
        with _opened(folder, **how):
            pass


def test_office_toml_is_read_as_it_was_written(tmp_path: Path) -> None:
    said = office_file.OfficeFile(folder=tmp_path, engine="postgresql", url='x"\\\n\t\x7f诸葛', slots=({"kind": "a", "n": 1, "b": True},))
    office_file.write(said)
    assert describe(tmp_path) == said
