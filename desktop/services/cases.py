"""A case as it stands: found by any of its numbers and loaded whole (told as plain values: `case_told`)."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from db.models.case import Case
from db.queries import cases
from db.work import Work
from desktop.domain import dues, numbering, situation
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import category_texts, terms
from desktop.services.desk import Desk, found

_HIDDEN = {"version", "case_id", "blocks"}
_NAMED = 5  # cases that a refusal names


def id_of(session: Session, number: str) -> int:
    """The id of the one case of this number (official, entry, court or platform); Refusal where there is none or more than one."""
    ids = cases.ids_by_number(session, numbering.spellings(number))
    if not ids:
        raise Refusal(_("There is no case with the number “{number}”.").format(number=number[:60]), "number", "not_found")
    if len(ids) > 1:
        names = "、".join(cases.called(session, ids[:_NAMED]))
        sentence = _("Several cases bear the number “{number}”: use another one of theirs: {names}.")
        raise Refusal(sentence.format(number=number[:60], names=names), "number", "ambiguous")
    return ids[0]


def whole(session: Session, case_id: int) -> Case:
    """The case with all that hangs on it; Refusal where it is gone."""
    case: Case = found(cases.whole(session, case_id), _("This case is not here."))
    return case


def kept(w: Work, case_id: int) -> Case:
    """Commits the work and gives the case as it was kept: loaded before, since a work is over with its commit."""
    w.flush()
    case = whole(w.session, case_id)
    w.commit()
    return case


def get(desk: Desk, number: str | int) -> Case:
    """The case by its id or by any of its numbers, loaded whole."""
    with desk.reading() as session:
        return whole(session, number if isinstance(number, int) else id_of(session, number))


def now_of(desk: Desk, case: Case) -> situation.Situation:
    """What stands about the case today, for the rules; the law is read only where a rule asks for it."""
    refused = category_texts.not_here(desk.categories.get(case.category), case.facts)
    return situation.Situation(case, desk.today(), lambda: terms.of(desk), refused.text if refused else "")


def due_told(due: dues.Due, day: date) -> dict[str, Any]:
    """What falls due in plain values; `known` is false where the year's holidays are not in the table yet."""
    limit = due.limit
    return {
        "key": due.key,
        "what": due.what,
        "due_on": limit.due.isoformat() if limit is not None else None,
        "days_left": limit.left(day) if limit is not None else None,
        "known": limit.known if limit is not None else True,
        "source": limit.source if limit is not None else due.source,
        "note": " ".join(part for part in (due.note, limit.note if limit is not None else "") if part),
        "move": due.move,
    }


def plain(noun: Any) -> dict[str, Any]:
    """A noun and its loaded children as JSON values, by the names of its columns."""
    state = inspect(noun)
    answer: dict[str, Any] = {}
    for column in state.mapper.column_attrs:
        if column.key not in _HIDDEN and column.key not in state.unloaded:
            answer[column.key] = _value(getattr(noun, column.key))
    for relation in state.mapper.relationships:
        if relation.key not in state.unloaded:
            answer[relation.key] = [plain(child) for child in getattr(noun, relation.key)]
    return answer


def _value(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value
