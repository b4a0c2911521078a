"""Small real works for the tests of the ground."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import text

from db import search
from db.engine import Database
from db.models.case import Case
from db.models.document import Document
from db.models.organisation import Organisation
from db.models.party import Party
from db.queries import numbers, orders
from db.vocabulary import NumberKind, PaperKind, PartyRole
from db.work import Work, work

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAY = date(2026, 11, 20)


@contextmanager
def saving(database: Database, action: str = "test", case_id: int | None = None, reason: str = "") -> Iterator[Work]:
    with work(database, login="wang", action=action, now=NOW, case_id=case_id, reason=reason) as w:
        yield w


def organisation(database: Database, name: str = "新城区诉调中心人民调解委员会") -> int:
    with saving(database, "found") as w:
        made = w.add(Organisation(name=name, short_name="新诉调字"))
        w.commit()
    return made.id


def add_case(w: Work, organisation_id: int, names: tuple[str, ...] = ("诸葛亮", "张三"), day: date = DAY) -> Case:
    """A case with its parties, entry number and search words, as intake saves it."""
    number = numbers.take(w.session, organisation_id, NumberKind.ENTRY, day.year, lambda n: f"{day.year}-{n:04d}")
    case = w.add(
        Case(
            organisation_id=organisation_id, order=orders.next_order(w.session, day), entry_number=number.text, category="other",
            received_on=day, entered_on=day, summary="借款到期未还", claims=["偿还借款本金"], claim_fen=519_425_392,
        )
    )  # fmt: skip
    w.flush()
    number.case_id = w.case_id = case.id
    roles = (PartyRole.APPLICANT, PartyRole.RESPONDENT)
    for n, name in enumerate(names):
        w.add(Party(case_id=case.id, ordinal=n + 1, role=roles[n % 2], name=name, phone="13800000000"))
    search.index(w.session, case.order, [*names, number.text, case.summary])
    return case


def save_case(database: Database, organisation_id: int, names: tuple[str, ...] = ("诸葛亮", "张三")) -> Case:
    with saving(database, "register") as w:
        case = add_case(w, organisation_id, names)
        w.commit()
    return case


def paper(case_id: int) -> Document:
    """An issued paper: its blocks are a column that is loaded late."""
    return Document(
        case_id=case_id, kind=PaperKind.AGREEMENT, number="（2026）新诉调字第1号", title="人民调解协议书", language="zh_CN",
        blocks={"blocks": [{"text": "甲方于2022年1月20日前一次性偿还"}]}, checksum="0" * 64, issued_on=DAY, issued_at=NOW,
    )  # fmt: skip


def by_another_tool(database: Database, statement: str, **values: object) -> None:
    """What somebody does with a database tool, past the program."""
    with database.writer.begin() as connection:
        connection.execute(text(statement), values)
