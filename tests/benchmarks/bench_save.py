"""What saving a case costs beside the same rows by raw SQL, and how often it waits for the disk.

    python tests/benchmarks/bench_save.py [ROUNDS]          wall and CPU time, work against raw, in one run
    python tests/benchmarks/bench_save.py --write FILE      saves cases for ever and prints a line after each one that is kept
    python tests/benchmarks/bench_save.py --check FILE      prints every case that is there, or fails where something is damaged

The last two are for durable_order.py and kill9.py beside this file:

    python tests/benchmarks/kill9.py -n 50 --max-ms 4000 --write 'python tests/benchmarks/bench_save.py --write /tmp/k/o.db' \\
        --check 'python tests/benchmarks/bench_save.py --check /tmp/k/o.db'

One save is a case with two parties, its number, its search words and its journal, in one transaction of an encrypted office. The
raw side writes the same rows with the same hashes through the driver alone. Under strace (where there is one) the fsyncs of a
save are counted too. Goals: at most 5 times, one fsync.
"""

import argparse
import hashlib
import json
import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db import migrate, search  # noqa: E402
from db.engine import Database, sqlite_connector  # noqa: E402
from tests.db.office_of_cases import add_case, organisation, saving  # noqa: E402

KEY = bytes(range(32))
TABLES = ("dispute_case", "party", "number", "series")
NOW, DAY = "2026-11-20 09:30:00.000000", "2026-11-20"


def new_office(path: Path) -> Database:
    database = Database.open_file(path, KEY, create=True)
    migrate.bring_up(database)
    organisation(database)
    return database


def by_work(database: Database) -> None:
    with saving(database, "register") as w:
        add_case(w, 1)
        w.commit()


class Raw:
    """The floor: what a program of SQL strings would do."""

    def __init__(self, path: Path) -> None:
        self.connection: Any = sqlite_connector(path, KEY, False)()
        tables = {table: self.connection.execute(f"PRAGMA table_info({table})").fetchall() for table in TABLES}
        self.columns = {table: [row[1] for row in rows] for table, rows in tables.items()}
        # What the nouns' defaults put into columns that are not named below.
        self.empty = {
            table: {row[1]: "" if row[2] in ("TEXT", "JSON") else 0 for row in rows if row[3] and not row[5]}
            for table, rows in tables.items()
        }
        self.inserts = {
            table: 'INSERT INTO {} ("{}") VALUES ({})'.format(table, '", "'.join(columns), ", ".join("?" * len(columns)))
            for table, columns in self.columns.items()
        }

    def insert(self, table: str, changes: list[tuple[str, str, int, dict[str, Any]]], **values: Any) -> int:
        columns = self.columns[table]
        values = self.empty[table] | {"version": 1} | values
        row = [values.get(column) for column in columns]
        row_id = int(self.connection.execute(self.inserts[table], row).lastrowid)
        changes.append(("insert", table, row_id, {c: [None, v] for c, v in zip(columns, row, strict=True)} | {"id": [None, row_id]}))
        return row_id

    def save(self) -> None:
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        seq, previous = run("SELECT seq, hash FROM journal_head WHERE id = 1").fetchone()
        changes: list[tuple[str, str, int, dict[str, Any]]] = []
        series = run("SELECT id, next, version FROM series WHERE organisation_id = 1 AND kind = 'entry' AND year = 2026").fetchone()
        if series is None:
            series = (self.insert("series", changes, organisation_id=1, kind="entry", year=2026, next=1), 1, 1)
        series_id, n, version = series
        run("UPDATE series SET next = ?, version = ? WHERE id = ? AND version = ?", (n + 1, version + 1, series_id, version))
        changes.append(("update", "series", series_id, {"next": [n, n + 1], "version": [version, version + 1]}))
        last = run('SELECT max("order") FROM dispute_case WHERE "order" BETWEEN 20261120000000 AND 20261120999999').fetchone()[0]
        order = (last or 20261120000000) + 1
        number = f"2026-{n:04d}"
        case_id = self.insert(
            "dispute_case",
            changes,
            order=order,
            organisation_id=1,
            entry_number=number,
            stage="registered",
            category="other",
            mediation_type="people",
            source="on_application",
            received_on=DAY,
            entered_on=DAY,
            summary="借款到期未还",
            claims='["偿还借款本金"]',
            claim_fen=519425392,
            facts="{}",
        )
        self.insert("number", changes, series_id=series_id, n=n, text=number, state="used", case_id=case_id)
        stated = {"kind": "person", "id_kind": "resident_id", "phone": "13800000000", "other_names": "[]", "needs": "[]", "extra": "{}"}
        for ordinal, (name, role) in enumerate((("诸葛亮", "applicant"), ("张三", "respondent")), 1):
            self.insert("party", changes, case_id=case_id, ordinal=ordinal, role=role, name=name, **stated)
        words = " ".join(pair for term in ("诸葛亮", "张三", number, "借款到期未还") for pair in search._pairs(term))
        run("INSERT OR REPLACE INTO case_search (rowid, words) VALUES (?, ?)", (order, words))
        rows = []
        for k, (what, table, row_id, values) in enumerate(changes):
            salt = secrets.token_hex(16)
            payload = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            rows.append((seq + 1, k, what, table, row_id, salt, payload, hashlib.sha256((salt + payload).encode()).hexdigest()))
        head = [previous, seq + 1, NOW, "wang", "register", case_id, "", [[row[1], row[2], row[3], row[4], row[7]] for row in rows]]
        digest = hashlib.sha256(json.dumps(head).encode()).hexdigest()
        run("INSERT INTO journal_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (seq + 1, NOW, "wang", "register", case_id, "", previous, digest))
        self.connection.executemany("INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        run("UPDATE journal_head SET seq = ?, hash = ? WHERE id = 1", (seq + 1, digest))
        run("COMMIT")


def timed(save: Callable[[], None], times: int) -> tuple[float, float]:
    """(wall, CPU) of one save, in ms."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        save()
    return (time.perf_counter() - wall) / times * 1e3, (time.process_time() - cpu) / times * 1e3


def compare(rounds: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        database = new_office(Path(folder) / "work.db")
        new_office(Path(folder) / "raw.db").close()
        raw = Raw(Path(folder) / "raw.db")
        timed(lambda: by_work(database), 20)
        timed(raw.save, 20)
        pairs = [(timed(lambda: by_work(database), 20), timed(raw.save, 20)) for _ in range(rounds)]
        with database.engine.connect() as connection:
            saved = {table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() for table in raw.columns}
        same = {table: raw.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in raw.columns}
        assert saved == same, (saved, same)
        raw.connection.close()
        database.close()
    wall, cpu = (statistics.median(work[k] / floor[k] for work, floor in pairs) for k in (0, 1))
    (work_wall, work_cpu), (raw_wall, raw_cpu) = ([statistics.median(pair[k][m] for pair in pairs) for m in (0, 1)] for k in (0, 1))
    print(f"a save by work {work_wall:.1f} ms (CPU {work_cpu:.1f}), by raw SQL {raw_wall:.1f} ms (CPU {raw_cpu:.1f})")
    print(f"ratio wall {wall:.2f}, CPU {cpu:.2f} (goal: at most 5)")
    return wall


def count_fsyncs(seconds: float) -> None:
    if shutil.which("strace") is None:
        print("fsyncs not counted: there is no strace here")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.db"
        new_office(path).close()
        writer = [sys.executable, __file__, "--write", str(path)]
        subprocess.run([sys.executable, str(Path(__file__).with_name("durable_order.py")), str(seconds), *writer], check=False)


def write(path: Path) -> None:
    """The writer of durable_order.py and kill9.py: a token after each case that is kept."""
    database = Database.open_file(path, KEY)
    while True:
        with saving(database, "register") as w:
            case = add_case(w, 1)
            w.commit()
        os.write(1, f"{case.order}\n".encode())


def check(path: Path) -> None:
    """The checker of kill9.py: every case that is there, or an error where something is damaged."""
    from sqlalchemy import text

    from db import journal
    from db.work import reading

    if not path.exists():
        return  # killed before there was an office
    database = Database.open_file(path, KEY)
    with reading(database) as session:
        if session.execute(text("PRAGMA integrity_check")).scalar() != "ok" or session.execute(text("PRAGMA cipher_integrity_check")).all():
            sys.exit(3)
        if journal.verify(session):
            sys.exit(4)
        print("\n".join(str(order) for order in session.execute(text('SELECT "order" FROM dispute_case')).scalars()))
    database.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=15)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--check", type=Path)
    asked = parser.parse_args()
    if asked.write:
        if not asked.write.exists():
            aside = asked.write.with_suffix(".new")
            aside.unlink(missing_ok=True)
            new_office(aside).close()
            aside.rename(asked.write)
        write(asked.write)
    if asked.check:
        check(asked.check)
        return 0
    ratio = compare(asked.rounds)
    count_fsyncs(10)
    return ratio > 5


if __name__ == "__main__":
    sys.exit(main())
