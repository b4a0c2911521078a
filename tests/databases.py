"""Fresh, migrated databases for tests, on all three engines: a `conftest.py` takes the fixtures with

    from tests.databases import database, engine_name, postgresql  # noqa: F401

A test with the argument `database` runs on SQLite, on SQLCipher and on a real PostgreSQL. That server is started once from the
programs of a Debian package (as `postgres` or `nobody` when the tests run as root, for it refuses root); where none can be had,
its tests are skipped with a sentence. HEYI_TEST_POSTGRESQL may name a server to use instead (an URL of a role that may create databases).
"""

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db import migrate
from db.engine import Database

ENGINES = ("sqlite", "sqlcipher", "postgresql")
KEY = bytes(range(32))


class NoPostgresql(Exception):
    """Why there is no server, in a sentence."""


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """The engine a test runs on; a test module may give its own list by overriding it."""
    return str(request.param)


@pytest.fixture
def database(engine_name: str, tmp_path: Path) -> Iterator[Database]:
    """An empty office database at the newest migration; `reopen(database)` gives a second one on the same data."""
    url, key = fresh(engine_name, tmp_path)
    opened = Database.open(url, key)
    try:
        yield opened
    finally:
        opened.close()
        if engine_name == "postgresql":
            _drop(url)


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    url = _create(None)
    try:
        yield url
    finally:
        _drop(url)


def fresh(engine_name: str, folder: Path) -> tuple[str, bytes | None]:
    """(url, key) of a new migrated database; skips the test where there is no PostgreSQL."""
    if engine_name == "postgresql":
        return _create(_server_template()), None
    key = KEY if engine_name == "sqlcipher" else None
    path = folder / f"{engine_name}-{uuid.uuid4().hex[:8]}.db"
    shutil.copyfile(_file_template(engine_name), path)
    return f"sqlite:///{path}", key


def address(database: Database) -> tuple[str, bytes | None]:
    """(url, key) with which another process opens the same database."""
    if database.path is not None:
        return f"sqlite:///{database.path}", KEY if database.encrypted else None
    return database.engine.url.render_as_string(hide_password=False), None


def reopen(database: Database) -> Database:
    """A second window on the same data."""
    return Database.open(*address(database))


@cache
def _file_template(engine_name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="heyi-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / f"{engine_name}.db"
    opened = Database.open(f"sqlite:///{path}", KEY if engine_name == "sqlcipher" else None, create=True)
    migrate.bring_up(opened)
    opened.close()
    return path


# --- PostgreSQL ---------------------------------------------------------------------------------------------------------------


@cache
def _server() -> str | NoPostgresql:
    """The URL of a running server's own database, or why there is none (asked once)."""
    given = os.environ.get("HEYI_TEST_POSTGRESQL")
    if given:
        return given
    try:
        return _start_server()
    except NoPostgresql as reason:
        return reason


def server_url() -> str:
    """The URL of a running server; skips the test where none can be had."""
    server = _server()
    if isinstance(server, NoPostgresql):
        pytest.skip(str(server))
    return server


def _start_server() -> str:
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="heyi-postgresql-"))
    user = _other_user() if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(folder, user)
    options = {"user": user, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    data = folder / "data"
    made = subprocess.run(
        [programs / "initdb", "-D", data, "-U", "heyi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        text=True, **options,
    )  # type: ignore[call-overload]  # fmt: skip
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise NoPostgresql(f"initdb could not make a PostgreSQL database: {made.stderr.strip().splitlines()[-1:]}")
    port = _free_port()
    # What is thrown away afterwards need not be synced.
    settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "max_connections": "100"}
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [programs / "postgres", "-D", data, "-p", str(port), *arguments]
    server = subprocess.Popen(command, **(options | {"stderr": subprocess.DEVNULL}))  # type: ignore[call-overload]

    def stop() -> None:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    url = f"postgresql://heyi@127.0.0.1:{port}/postgres"
    for _ in range(100):
        if server.poll() is not None:
            break
        if _answers(url):
            return url
        time.sleep(0.1)
    raise NoPostgresql("the PostgreSQL server did not start")


def _programs() -> Path:
    """The folder of `initdb` and `postgres`: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]) if path.parts[4].isdigit() else 0)
    inside = shutil.which("initdb")
    candidates = [*reversed(found), *([Path(inside)] if inside else [])]
    for candidate in candidates:
        if (candidate.parent / "postgres").exists():
            return candidate.parent
    raise NoPostgresql("no PostgreSQL server is installed here (on Debian: apt-get install postgresql), so its tests are skipped")


def _other_user() -> str:
    import pwd

    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NoPostgresql("PostgreSQL does not run as root, and there is no other user to run it")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _run(statement: str) -> None:
    import psycopg

    with psycopg.connect(server_url(), autocommit=True) as connection:
        connection.execute(statement)


def _create(template: str | None) -> str:
    name = f"heyi_{uuid.uuid4().hex[:12]}"
    _run(f"CREATE DATABASE {name}" + (f" TEMPLATE {template}" if template else ""))
    return make_url(server_url()).set(database=name).render_as_string(hide_password=False)


def _drop(url: str) -> None:
    _run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")


@cache
def _server_template() -> str:
    url = _create(None)
    opened = Database.open(url)
    migrate.bring_up(opened)
    opened.close()
    atexit.register(_drop_quietly, url)
    return str(make_url(url).database)


def _drop_quietly(url: str) -> None:
    try:
        _drop(url)
    except Exception:  # the server of a test run goes away with it
        return
