"""What is done with several cases of the register at once: a list for Excel, a mediator for each. (Their papers: chosen_papers.py.)"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from db.queries.register import Row
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import actions, register
from desktop.services.desk import Desk


class Assigned(NamedTuple):
    """How many cases got the mediator, and of the others the number and why not."""

    done: int
    refused: list[tuple[str, str]]


def spreadsheet(desk: Desk, ids: Sequence[int]) -> bytes:
    """The wide ledger of these cases for Excel."""
    from desktop.documents import xlsx_list  # loaded when somebody saves one

    head = (
        (_("Official number"), 24), (_("Entry number"), 13), (_("Day of the request"), 12), (_("Accepted on"), 12), (_("Parties"), 40),
        (_("Category"), 14), (_("Cause"), 24), (_("Amount claimed (yuan)"), 16), (_("Amount agreed (yuan)"), 16), (_("Mediator"), 10),
        (_("Stage"), 10),
    )  # fmt: skip
    return xlsx_list.render(_("Register"), head, [_line(desk, row) for row in register.rows(desk, ids)])


def _line(desk: Desk, row: Row) -> tuple[str | Decimal, ...]:
    known = desk.categories.get(row.category)
    return (
        row.number or "",
        row.entry_number,
        row.received_on.isoformat(),
        row.accepted_on.isoformat() if row.accepted_on else "",
        "、".join(name for _role, name in row.parties),
        _(known.label) if known is not None else row.category,
        row.cause,
        _yuan(row.claim_fen),
        _yuan(row.agreed_fen),
        row.mediator,
        words.shown(row.stage),
    )


def _yuan(fen: int | None) -> str | Decimal:
    return "" if fen is None else Decimal(fen) / 100


def assign(desk: Desk, ids: Sequence[int], values: Mapping[str, Any]) -> Assigned:
    """Assigns one mediator to each of these cases, each in its own save; what is refused (a conflict, a stage) stops none of the others."""
    done, refused = 0, []
    for row in register.rows(desk, ids):
        try:
            actions.act(desk, row.id, "assign", values)
            done += 1
        except Refusal as no:
            refused.append((row.number or row.entry_number, no.sentence))
    return Assigned(done, refused)
