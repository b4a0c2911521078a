"""Opens SQLite, SQLCipher or PostgreSQL: the only file that knows which.

Plain and encrypted SQLite go through one driver. Reading works begin deferred, writing works immediate, so that two windows
that both mean to write wait for one another at the start and not in the middle. What the drivers raise from outside causes
becomes a `Trouble` here, once for everybody.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import ExceptionContext

from db.trouble import DamagedFile, DiskFull, Locked, NoOffice, NoServer, ReadOnly, Trouble, WrongKey

WAIT_MS = 10_000
# Of 4 KiB: fewer checkpoints mean fewer syncs beside the one a save needs. The log stays below about 16 MB.
CHECKPOINT_PAGES = 4_000
# A big cache takes away nearly all of the cipher's cost once warm (measured), a plain file has the system's own.
CACHE_KIB = {True: 65_536, False: 16_384}
# The connection used last is warm. Values stay out of error messages: a report must not carry what a party said.
POOL: dict[str, Any] = {"pool_size": 4, "max_overflow": 16, "pool_use_lifo": True, "hide_parameters": True}


class Database:
    """An open office database.

    `engine` reads; `writer` is the same pool, but its transactions take the write lock at once (SQLite). `dialect` is
    "sqlite" or "postgresql", `encrypted` whether the file is, `path` the file (None for a server), `folder` the office's folder
    where it was opened as one.
    """

    def __init__(self, engine: Engine, *, path: Path | None = None, key: bytes | None = None) -> None:
        self.engine = engine
        self.path = path
        self.folder: Path | None = None
        self._key = key
        self.dialect: str = engine.dialect.name
        self.reader: Engine = engine
        self.writer: Engine = engine
        if self.dialect == "sqlite":
            self.writer = engine.execution_options(heyi_write=True)
        else:
            # A reader sees one moment, as on SQLite.
            self.reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @property
    def encrypted(self) -> bool:
        return self._key is not None

    @classmethod
    def open(cls, url: str, key: bytes | None = None, *, create: bool = False) -> "Database":
        """Opens `sqlite:///PATH` (encrypted with a 32-byte `key`) or `postgresql://...`; `create` makes a missing file.

        Raises NoOffice (no such file), WrongKey (the key does not fit, or the first page is damaged: db.office tells which),
        DamagedFile (not a database), ReadOnly, Locked, NoServer.
        """
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            if not parsed.database:
                raise ValueError("an office database is a file")
            return cls.open_file(Path(parsed.database), key, create=create)
        return cls._open_postgresql(parsed)._tried()

    @classmethod
    def open_file(cls, path: Path, key: bytes | None = None, *, create: bool = False) -> "Database":
        """As `open`, by the path of the file, whatever characters it has."""
        if key is not None and len(key) != 32:
            raise ValueError("a key has 32 bytes")
        path = path.absolute()
        if not create and not path.is_file():
            raise NoOffice(f"The database file {path.name} is not there.")
        connect = sqlite_connector(path, key, create)
        engine = create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, **POOL)
        _begin_as_told(engine)
        _turn_errors(engine, lambda error: _sqlite_trouble(error, path, key is not None))
        return cls(engine, path=path, key=key)._tried()

    def _tried(self) -> "Database":
        """Itself, once it has answered; a key or a file shows only then whether it is right."""
        try:
            with self.engine.connect() as connection:
                if self.dialect == "sqlite":
                    connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        except Trouble:
            self.close()
            raise
        return self

    @classmethod
    def _open_postgresql(cls, url: URL) -> "Database":
        # psycopg waits for ever by default for a server that does not answer.
        arguments = {"connect_timeout": 10, "options": f"-c lock_timeout={WAIT_MS} -c timezone=UTC", "client_encoding": "utf8"}
        engine = create_engine(url.set(drivername="postgresql+psycopg"), connect_args=arguments, pool_pre_ping=True, **POOL)
        _turn_errors(engine, _postgresql_trouble)
        return cls(engine)

    @contextmanager
    def other_file(self, path: Path) -> Iterator[Any]:
        """A driver's connection to another file under this office's key, made where it is missing: for copies and attachments.

        What goes wrong inside, here or with the office's own file, comes out as a Trouble.
        """
        try:
            with closing(sqlite_connector(path, self._key, True)()) as connection:
                yield connection
        except sqlcipher.Error as error:
            trouble = _sqlite_trouble(error, path, False)
            if trouble is None:
                raise
            raise trouble from error

    def close(self) -> None:
        """Gives all connections back; of an SQLite office the log is worked into the file and removed. May be called twice."""
        self.engine.dispose()


def sqlite_connector(path: Path, key: bytes | None, create: bool) -> Callable[[], Any]:
    """A function that connects to `path`: key first, then the settings without which a save is not safe."""
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"

    def connect() -> Any:
        connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_MS / 1000)
        try:
            if key is not None:
                # The cipher writes its errors to standard error otherwise; they come as exceptions all the same.
                connection.execute("PRAGMA cipher_log_level = NONE")
                connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB[key is not None]}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def _begin_as_told(engine: Engine) -> None:
    """The driver begins nothing by itself, so DDL and savepoints stay inside the transaction."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("heyi_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _turn_errors(engine: Engine, turn: Callable[[BaseException], Trouble | None]) -> None:
    @event.listens_for(engine, "handle_error")
    def handle(context: ExceptionContext) -> None:
        trouble = turn(context.original_exception)
        if trouble is not None:
            raise trouble from context.original_exception


_BY_WORDS = {  # the driver's own backup says what went wrong in words only
    "disk is full": sqlcipher.SQLITE_FULL, "disk I/O error": sqlcipher.SQLITE_IOERR, "readonly": sqlcipher.SQLITE_READONLY,
    "is locked": sqlcipher.SQLITE_LOCKED, "is malformed": sqlcipher.SQLITE_CORRUPT, "not a database": sqlcipher.SQLITE_NOTADB,
}  # fmt: skip


def _sqlite_trouble(error: BaseException, path: Path, keyed: bool) -> Trouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlcipher.Error):
        code = next((known for words, known in _BY_WORDS.items() if words in str(error)), None)
    if code is None:
        return None
    match code & 0xFF:
        case sqlcipher.SQLITE_BUSY | sqlcipher.SQLITE_LOCKED:
            return Locked()
        case sqlcipher.SQLITE_FULL:
            return DiskFull()
        case sqlcipher.SQLITE_CORRUPT:
            return DamagedFile()
        case sqlcipher.SQLITE_NOTADB:
            return WrongKey("The key does not open the database file.") if keyed else DamagedFile()
        case sqlcipher.SQLITE_READONLY:
            return ReadOnly()
        case sqlcipher.SQLITE_CANTOPEN:
            return ReadOnly() if path.exists() or path.parent.is_dir() else NoOffice()
        case sqlcipher.SQLITE_IOERR:
            # A full disk can also show as an error of the log's index file.
            return DiskFull() if _no_space(path) else DamagedFile("The disk did not read or write a file of the office: check the disk.")
    return None


def _no_space(path: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < 1_000_000
    return False


def _postgresql_trouble(error: BaseException) -> Trouble | None:
    import psycopg

    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ""
    if state == "53100":
        return DiskFull()
    if state in ("55P03", "40P01", "40001", "57014"):
        return Locked()
    if state.startswith("XX"):
        return DamagedFile()
    if state in ("25006", "42501"):
        return ReadOnly()
    # What goes wrong while connecting comes without a state: no server, no such database, a wrong password.
    if state.startswith(("08", "28", "3D", "53", "57P")) or (isinstance(error, psycopg.OperationalError) and not state):
        return NoServer()
    return None
