"""What is read for the page of a case in one go: the case with all that stands beside it, before anything is put into words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from db.models.document import Document, Original
from db.models.evidence import Attachment
from desktop.categories.category import Category
from desktop.domain.balance import Balance
from desktop.domain.situation import Situation
from desktop.services import attachments, case_page, cases, confirmation, originals, performance
from desktop.services.attachments import Lacking
from desktop.services.case_page import Whole
from desktop.services.confirmation import Look
from desktop.services.desk import Desk


class Read(NamedTuple):
    """`look` is None before there is an agreement to confirm; `balances` are empty before one is in force; `category` is None where the
    office has that kind of dispute no more."""

    whole: Whole
    now: Situation
    look: Look | None
    balances: Sequence[Balance]
    papers: Sequence[tuple[Document, Sequence[Original]]]
    lacking: Sequence[Lacking]
    files: Sequence[Attachment]
    mediators: Mapping[int, str]
    category: Category | None = None


def read(desk: Desk, asked: str | int) -> Read:
    """The case of this id or number; for the thread of the jobs."""
    whole = case_page.look(desk, asked)
    case = whole.case
    now = cases.now_of(desk, case)
    asks = now.signed is not None or bool(case.confirmations)
    return Read(
        whole,
        now,
        confirmation.look(desk, case) if asks else None,
        performance.balance(desk, case) if now.signed is not None else (),
        originals.of_case(desk, case) if case.documents else (),
        attachments.lacking(desk, case) if case.documents else (),
        case.attachments,
        {key: mediator.name for key, mediator in whole.mediators.items()},
        desk.categories.get(case.category),
    )
