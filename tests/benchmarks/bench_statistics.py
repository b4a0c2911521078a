"""What the register, the day's sheet and the statistics cost in an office of many cases, and which of their questions read a whole table.

    python tests/benchmarks/bench_statistics.py [CASES] [--plans] [--url URL]

Fills a plain office (or an empty PostgreSQL database) with so many cases (100,000) past the journal, since only reading is measured, and
asks each question three times: the least processor time of this process in milliseconds (of a server the wall time). With --plans the
steps of SQLite that scan a table or sort are printed. Ten years of cases, most of them closed, as an office has them; figures are asked
for one year.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sqlalchemy import Table, event, insert  # noqa: E402
from sqlalchemy.orm import Session  # noqa: E402

import db.models  # noqa: E402, F401
from db import migrate  # noqa: E402
from db.base import Base  # noqa: E402
from db.engine import Database  # noqa: E402
from db.queries import deadlines, evidence, figures, office_lists, people, register  # noqa: E402
from db.vocabulary import (  # noqa: E402
    AgreementForm,
    AgreementStatus,
    AssignmentRole,
    ConfirmationResult,
    ObligationTiming,
    OutcomeCode,
    PartyRole,
    Source,
    Stage,
)
from db.work import reading  # noqa: E402
from desktop.domain.figures import REPORTS, counted, splits  # noqa: E402

TODAY, YEARS, BATCH = date(2026, 11, 20), 10, 20_000
CATEGORIES = ("traffic", "family", "labour", "finance", "other")
BIG = ("dispute_case", "party", "assignment", "outcome", "agreement", "obligation", "instalment", "confirmation", "referral", "evidence")


def table(name: str) -> Table:
    return Base.metadata.tables[name]


def fill(database: Database, count: int) -> None:
    """Ten organisations, sixty mediators, and the cases with what the questions look at."""
    dice = random.Random(count)
    with database.writer.begin() as connection:
        bodies = [{"id": n, "name": f"第{n}人民调解委员会", "short_name": str(n)} for n in range(1, 11)]
        connection.execute(insert(table("organisation")), bodies)
        connection.execute(
            insert(table("mediator")), [{"id": n, "organisation_id": n % 10 + 1, "name": f"调解员{n}"} for n in range(1, 61)]
        )
        for start in range(0, count, BATCH):
            rows: dict[str, list[dict[str, Any]]] = {name: [] for name in BIG}
            for n in range(start + 1, min(start + BATCH, count) + 1):
                _case(dice, n, count, rows)
            for name in BIG:
                if rows[name]:
                    connection.execute(insert(table(name)), rows[name])
    if database.dialect == "sqlite":
        with database.writer.connect() as connection:
            connection.exec_driver_sql("ANALYZE")


def _case(dice: random.Random, n: int, count: int, rows: dict[str, list[dict[str, Any]]]) -> None:
    accepted = TODAY - timedelta(int(365 * YEARS * (1 - n / count)))
    ended = accepted + timedelta(dice.randrange(1, 40))
    over = ended < TODAY - timedelta(60) or (ended < TODAY and dice.random() < 0.6)
    agreed = over and dice.random() < 0.8
    owing = agreed and ended > TODAY - timedelta(120) and dice.random() < 0.5
    stage = (Stage.PERFORMING if owing else Stage.ARCHIVED) if over else dice.choice((Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION))
    fen = dice.randrange(100, 50_000_000)
    day = (accepted.year * 10_000 + accepted.month * 100 + accepted.day) * 1_000_000
    rows["dispute_case"].append(
        {
            "id": n, "order": day + n % 1_000_000, "organisation_id": n % 10 + 1, "entry_number": f"{accepted.year}-{n:07d}",
            "number": f"（{accepted.year}）调字第{n}号", "stage": stage, "category": dice.choice(CATEGORIES), "moj_type": "合同纠纷",
            "source": dice.choice(list(Source)), "received_on": accepted, "entered_on": accepted, "accepted_on": accepted, "claim_fen": fen,
            "closed_on": ended if over and not owing else None, "facts": {}, "claims": [],
        }
    )  # fmt: skip
    for ordinal, role in enumerate((PartyRole.APPLICANT, PartyRole.RESPONDENT), 1):
        rows["party"].append({"case_id": n, "ordinal": ordinal, "role": role, "name": f"某{dice.randrange(9999)}", "needs": []})
    rows["assignment"].append(
        {
            "case_id": n, "mediator_id": n % 60 + 1, "role": AssignmentRole.LEAD_MEDIATOR, "assigned_on": accepted, "conflicts": [],
            "ended_on": None,
        }
    )  # fmt: skip
    if dice.random() < 0.3:
        rows["referral"].append({"case_id": n, "returned_on": ended if over else None, "slip_signed_on": accepted})
    if dice.random() < 0.02:
        rows["evidence"].append({"case_id": n, "ordinal": 1, "name": "证据", "missing_until": ended, "received_on": ended})
    if not over:
        return
    code = OutcomeCode.AGREED_WRITTEN if agreed else OutcomeCode.FAILED_DIVERGENCE
    rows["outcome"].append({"case_id": n, "code": code, "concluded_on": ended, "agreed_fen": fen if agreed else None, "undone": False})
    if not agreed:
        return
    rows["agreement"].append(
        {
            "id": n, "case_id": n, "form": AgreementForm.WRITTEN, "status": AgreementStatus.SIGNED, "day": ended, "effective_on": ended,
            "clauses": [],
        }
    )  # fmt: skip
    due = ended + timedelta(30)
    rows["obligation"].append(
        {
            "id": n, "case_id": n, "agreement_id": n, "ordinal": 1, "timing": ObligationTiming.BY_DATE, "amount_fen": fen, "due_on": due,
            "details": {},
        }
    )  # fmt: skip
    if dice.random() < 0.1:
        rows["instalment"].append({"case_id": n, "obligation_id": n, "ordinal": 1, "due_on": due, "amount_fen": fen})
    if dice.random() < 0.3:
        result = dice.choice((ConfirmationResult.CONFIRMED, ConfirmationResult.DISMISSED))
        rows["confirmation"].append(
            {"case_id": n, "agreement_id": n, "applied_on": ended, "ruled_on": ended + timedelta(20), "result": result}
        )


def questions() -> dict[str, Callable[[Session], Any]]:
    """Everything that is asked, by name."""
    year = figures.Asked(date(2026, 1, 1), TODAY)
    own = figures.Asked(date(2026, 1, 1), TODAY, 3)
    found: dict[str, Callable[[Session], Any]] = {
        f"report {name}": lambda s, name=name: figures.counted(s, year, counted(name), splits(name, ())) for name in REPORTS
    }
    found["report of one organisation"] = lambda s: figures.counted(s, own, counted("category"), ("category",))
    found["cases behind a figure"] = lambda s: figures.case_ids(s, year, "agreed_cases", ("category",), ("labour",))
    found["register, first page"] = lambda s: register.page(s, 200)
    found["register, open"] = lambda s: register.page(s, 200, stages=(Stage.IN_MEDIATION, Stage.ASSIGNED))
    found["register, two great stages"] = lambda s: register.page(s, 200, stages=(Stage.ARCHIVED, Stage.PERFORMING))
    found["register, a category"] = lambda s: register.page(s, 200, category="labour")
    found["register, a mediator"] = lambda s: register.page(s, 200, mediator_id=7)
    found["day's sheet, which cases"] = lambda s: deadlines.watched(s, TODAY, TODAY + timedelta(7))
    found["missing evidence"] = lambda s: evidence.missing(s, TODAY)
    found["load of every mediator"] = people.loads
    found["numbers of a mediator"] = lambda s: office_lists.numbers_of_mediator(s, 7)
    found["numbers of an organisation"] = lambda s: office_lists.numbers_of_organisation(s, 3)
    return found


def scans(database: Database, ask: Callable[[Session], Any]) -> list[str]:
    """The steps of the plan that read a table of cases from end to end."""
    asked: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        with reading(database) as session:
            ask(session)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    found: list[str] = []
    with database.reader.connect() as connection:
        for statement, parameters in asked:
            if statement.lstrip().upper().startswith(("SELECT", "WITH")):
                steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
                found += [step[3] for step in steps if step[3].startswith(("SCAN", "USE TEMP"))]
    return list(dict.fromkeys(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=100_000)
    parser.add_argument("--plans", action="store_true")
    parser.add_argument("--url", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(arguments.url) if arguments.url else Database.open_file(Path(folder) / "office.db", None, create=True)
        migrate.bring_up(database)
        begun = time.perf_counter()
        fill(database, arguments.cases)
        print(f"{arguments.cases} cases filled in {time.perf_counter() - begun:.1f} s")
        clock = time.process_time if database.dialect == "sqlite" else time.perf_counter
        for name, ask in questions().items():
            best = float("inf")
            for _ in range(3):
                with reading(database) as session:
                    begun = clock()
                    ask(session)
                    best = min(best, clock() - begun)
            print(f"{best * 1000:9.1f} ms  {name}")
            if arguments.plans and database.dialect == "sqlite":
                for step in scans(database, ask):
                    print(f"              {step}")
        database.close()


if __name__ == "__main__":
    main()
