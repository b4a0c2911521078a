"""Take the last move back: its journal entry is turned round, row by row; the move stays listed with the reason.

What was given out is not taken out of the world: a number, a paper and an agreement become void and stay listed, an outcome is marked as
taken back. A row that somebody has changed since, or on which something hangs, stops the undo with a sentence.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import Date, DateTime, Enum, Table, Time, select
from sqlalchemy.orm import Session, class_mapper

from db import journal, search
from db.base import Noun
from db.journal import Change
from db.models.case import Case
from db.models.document import Original
from db.models.move import CaseMove
from db.models.number import Number
from db.queries import moves, numbers, orders
from db.types import UtcTime
from db.vocabulary import AgreementStatus, DocumentState, NumberState
from db.work import Work
from desktop.domain import fields, stages
from desktop.domain.inputs.life import UNDO
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.services import cases, intake, life
from desktop.services.desk import Desk

_KEPT = frozenset({"series", "case_move"})  # a series never goes back, or a number would be given twice
_OF_AN_AGREEMENT = frozenset({"obligation", "obligation_party", "instalment", "agreement_version", "signing"})
_STAYS: Mapping[str, Mapping[str, Any]] = {  # what was added and stays listed, and how it is marked
    "document": {"state": DocumentState.VOID},
    "agreement": {"status": AgreementStatus.VOID},
    "outcome": {"undone": True},
}


def undo(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Takes back the newest move that stands; what was made in the same save goes with it. Again, it takes back the one before."""
    clean = fields.check(UNDO, values, desk.today())
    with life.making(desk, number, "undo", clean["reason"]) as made:
        w, case, last = made.w, made.case, made.now.last_move
        assert last is not None
        if version is not None:
            w.change(case, version, {"stage": case.stage})
        changes = moves.changes_of(w.session, last.seq)
        _may_be_taken_back(w.session, case, last, changes)
        order = case.order
        _turned_round(w, case, last, changes, clean["reason"])
        for one in case.moves:
            if one.seq == last.seq and not one.undone:
                w.change(one, None, {"undone": True, "undone_reason": clean["reason"]})
        w.flush()
        case = cases.whole(w.session, case.id)
        search.rekey(w.session, order, case.order, intake.terms_of(case))
        return cases.kept(w, case.id)


def label(now: Situation) -> str:
    """What would be taken back, in words; '' where nothing can be."""
    last = now.last_move
    return "" if last is None else _(stages.MOVES[last.key].label if last.key in stages.MOVES else last.key)


def _may_be_taken_back(session: Session, case: Case, last: CaseMove, changes: list[Change]) -> None:
    what = _(stages.MOVES[last.key].label) if last.key in stages.MOVES else last.key
    if any(one.what == "insert" and one.table == "dispute_case" for one in changes):
        raise _no(_("This case was written whole in one save: correct it, what is wrong in it cannot be taken back move by move."))
    if any(one.values is None for one in changes):
        raise _no(_("The values of “{move}” were erased: it cannot be taken back.").format(move=what))
    if last.key == "sign":
        papers = [one.id for one in case.documents if one.state is DocumentState.SIGNED]
        handed = session.scalars(select(Original).where(Original.document_id.in_(papers), Original.handed_on.is_not(None))).first()
        if handed is not None:
            sentence = _("A signed original has been handed to {holder}: it is in the world and not taken back. Agree anew instead.")
            raise _no(sentence.format(holder=handed.holder))


def _turned_round(w: Work, case: Case, last: CaseMove, changes: list[Change], reason: str) -> None:
    agreements = {one.row_id for one in changes if one.what == "insert" and one.table == "agreement"}
    gone = [one for one in changes if one.what == "delete" and one.table not in _KEPT]
    going: list[tuple[Noun, Change]] = []
    waiting: list[Change] = []
    for change in changes:
        assert change.values is not None
        if change.table in _KEPT or (change.table in _OF_AN_AGREEMENT and _with(change, agreements)):
            continue
        if change.table == "number":
            given = w.session.get(Number, change.row_id)
            if given is not None and given.state is not NumberState.VOID:
                numbers.void(w.session, given.id, reason)
        elif change.what == "insert" and change.table in _STAYS:
            w.change(_there(w, change), None, _STAYS[change.table])
        elif change.what == "insert":
            going.append((_unchanged(w, last, change), change))
        elif change.what == "update" and _names_one_of(change, gone):
            waiting.append(change)
        elif change.what == "update":
            _put_back(w, case, last, change, {})
    _take_out(w, last, going)
    w.flush()
    new_ids = _bring_back(w, gone)
    for change in waiting:
        _put_back(w, case, last, change, new_ids)


def _names_one_of(change: Change, gone: list[Change]) -> bool:
    """Whether a row pointed, before the move, at one that the move deleted."""
    known = {(one.table, one.row_id) for one in gone}
    return any(
        (table, pair[0]) in known
        for column, pair in (change.values or {}).items()
        for table in _points_at(moves.noun_of(change.table), column)
    )


def _points_at(noun: type[Noun], column: str) -> list[str]:
    """The tables to which a column is a foreign key."""
    return [key.column.table.name for key in class_mapper(noun).column_attrs[column].columns[0].foreign_keys]


def _with(change: Change, agreements: set[int]) -> bool:
    """Whether a row was added together with the agreement on which it hangs: it stays with the void one."""
    if change.what != "insert" or not agreements:
        return False
    pair = (change.values or {}).get("agreement_id")
    return pair is None or pair[1] in agreements


def _there(w: Work, change: Change) -> Noun:
    noun = w.session.get(moves.noun_of(change.table), change.row_id)
    if noun is None:
        raise _no(_("What the last move wrote is not there any more: correct the case instead."))
    return noun


def _unchanged(w: Work, last: CaseMove, change: Change) -> Noun:
    """The row that the move added; Refusal when it was changed since."""
    noun = _there(w, change)
    for column, (_old, new) in (change.values or {}).items():
        if column != "version" and journal.plain(getattr(noun, column)) != new:
            raise _changed_since(w, last, change)
    return noun


_Ids = dict[tuple[str, int], int]  # (table, old id) -> the id under which a row came back


def _put_back(w: Work, case: Case, last: CaseMove, change: Change, new_ids: _Ids) -> None:
    """Sets the old values of a row; Refusal when somebody has set other ones since."""
    noun = _there(w, change)
    old: dict[str, Any] = {}
    for column, (before, after) in (change.values or {}).items():
        if column == "version":
            continue
        if journal.plain(getattr(noun, column)) != after:
            raise _changed_since(w, last, change)
        old[column] = _known_now(type(noun), column, _typed(type(noun), column, before), new_ids)
    if noun is case and "order" in old:  # its old place may have been taken meanwhile
        old["order"] = orders.next_order(w.session, old.get("accepted_on") or old.get("received_on") or case.received_on)
    w.change(noun, None, old)


def _take_out(w: Work, last: CaseMove, going: list[tuple[Noun, Change]]) -> None:
    """Deletes the rows that the move added, children first; Refusal when something else hangs on one of them."""
    ours = {(change.table, change.row_id) for _noun, change in going}
    for _noun, change in going:
        for table, row_id in moves.pointing_at(w.session, change.table, change.row_id):
            if (table, row_id) not in ours:
                raise _changed_since(w, last, Change("insert", table, row_id, {}))
    place = {cast(Table, noun.__table__).name: n for n, noun in enumerate(journal.nouns())}
    for noun, _change in sorted(going, key=lambda pair: (-place[pair[1].table], -pair[1].row_id)):
        w.delete(noun)


def _bring_back(w: Work, gone: list[Change]) -> _Ids:
    """Adds the rows that the move deleted, parents first; with their old ids where nobody has taken these since."""
    place = {cast(Table, noun.__table__).name: n for n, noun in enumerate(journal.nouns())}
    new_ids: _Ids = {}
    for change in sorted(gone, key=lambda one: (place[one.table], one.row_id)):
        noun = moves.noun_of(change.table)
        values = {
            column: _known_now(noun, column, _typed(noun, column, pair[0]), new_ids)
            for column, pair in (change.values or {}).items()
            if column != "version"
        }
        if w.session.get(noun, change.row_id) is not None:
            del values["id"]
        again = w.add(noun(**values))
        w.flush()
        new_ids[(change.table, change.row_id)] = again.id
    return new_ids


def _known_now(noun: type[Noun], column: str, value: Any, new_ids: _Ids) -> Any:
    """The value, or the new id of the row at which it points."""
    return next((new_ids[(table, value)] for table in _points_at(noun, column) if (table, value) in new_ids), value)


def _typed(noun: type[Noun], column: str, value: Any) -> Any:
    """A value of the journal as the column holds it."""
    if value is None:
        return None
    kind = class_mapper(noun).column_attrs[column].columns[0].type
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return cast(type[StrEnum], kind.enum_class)(value)
    if isinstance(kind, UtcTime | DateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Time):
        return time.fromisoformat(value)
    return value


def _changed_since(w: Work, last: CaseMove, change: Change) -> Refusal:
    later = moves.later_of(w.session, last.seq, change.table, change.row_id)
    move = _(stages.MOVES[last.key].label) if last.key in stages.MOVES else last.key
    done = _(stages.MOVES[later.action].label) if later is not None and later.action in stages.MOVES else _("a later change")
    sentence = _("“{move}” cannot be taken back: {later} builds on it. Correct the case instead.")
    return _no(sentence.format(move=move, later=f"“{done}”" if later is not None and later.action in stages.MOVES else done))


def _no(sentence: str) -> Refusal:
    return Refusal(sentence, code="not_allowed")
