"""Look through the register: pages newest first, and whatever a number, a name or its initials finds."""

from collections.abc import Sequence
from typing import Any

from db import search
from db.queries import cases, register, register_count
from db.queries.register import Row
from db.vocabulary import Stage
from desktop.domain import numbering
from desktop.services.desk import Desk

PAGE = 200
MOST_COUNTED = 100_000


def page(
    desk: Desk,
    before: int | None = None,
    limit: int = PAGE,
    stages: Sequence[Stage] = (),
    category: str = "",
    mediator_id: int | None = None,
) -> list[Row]:
    """The next cases below the order `before` (None: from the newest); `limit` 0 gives all."""
    with desk.reading() as session:
        return register.page(session, limit, before, stages, category, mediator_id)


def find(desk: Desk, text: str, limit: int = PAGE) -> list[Row]:
    """Cases in whose numbers, names, papers or initials every word of the text stands, newest first; `limit` 0 gives all."""
    words = text.strip()
    if not words:
        return page(desk, limit=limit)
    with desk.reading() as session:
        orders: list[int] = []
        for spelling in dict.fromkeys((words, *numbering.spellings(words))):
            orders += [order for order in search.find(session, spelling, limit) if order not in orders]
        rows = register.by_orders(session, sorted(orders, reverse=True)[: limit or None])
        if rows:
            return rows
        return [row for row in register.by_ids(session, cases.ids_by_number(session, numbering.spellings(words)))]


def count(
    desk: Desk, stages: Sequence[Stage] = (), category: str = "", mediator_id: int | None = None, most: int = MOST_COUNTED
) -> int:  # fmt: skip
    """How many cases stand under the filters; one more than `most` says that there are more than that."""
    with desk.reading() as session:
        return register_count.count(session, most, stages, category, mediator_id)


def narrowed(desk: Desk, ids: Sequence[int], stages: Sequence[Stage] = (), category: str = "") -> list[int]:
    """Those of these cases that stand under the filters, in their order."""
    with desk.reading() as session:
        return register_count.narrowed(session, ids, stages, category)


def rows(desk: Desk, ids: Sequence[int]) -> list[Row]:
    """Lines of the register for these cases, newest first."""
    with desk.reading() as session:
        return sorted(register.by_ids(session, ids), key=lambda row: -row.order)


def told(row: Row) -> dict[str, Any]:
    """A line of the register for `case list --json`."""
    return {
        "id": row.id,
        "number": row.number,
        "entry_number": row.entry_number,
        "stage": row.stage.value,
        "category": row.category,
        "cause": row.cause,
        "source": str(row.source),
        "received_on": row.received_on.isoformat(),
        "accepted_on": row.accepted_on.isoformat() if row.accepted_on else None,
        "claim_fen": row.claim_fen,
        "agreed_fen": row.agreed_fen,
        "parties": [{"role": role.value, "name": name} for role, name in row.parties],
        "mediator": row.mediator or None,
        "agreement_number": row.agreement_number,
        "agreement_day": row.agreement_day.isoformat() if row.agreement_day else None,
        "agreement_status": row.agreement_status.value if row.agreement_status else None,
        "effective_on": row.effective_on.isoformat() if row.effective_on else None,
    }
