"""What every move of a case shares: it is asked of the table, made in one work, and written as a row with its true day."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.move import CaseMove
from db.queries import moves
from db.vocabulary import Stage
from db.work import Work
from desktop.domain import dates, stages
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.services import cases
from desktop.services.desk import Desk


@dataclass(frozen=True)
class Making:
    """A move while it is made: the work, the case as it stands now, and what stands about it."""

    w: Work
    case: Case
    now: Situation


@contextmanager
def making(desk: Desk, number: str | int, key: str, reason: str = "") -> Iterator[Making]:
    """One work for one move; Refusal with the sentence of the greyed button where the table says no."""
    with desk.work(key, reason=reason) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        now = cases.now_of(desk, case)
        stages.require(key, now)
        yield Making(w, case, now)


def moved(
    w: Work,
    case: Case,
    key: str,
    day: date,
    before: Stage,
    after: Stage,
    note: str = "",
    values: Mapping[str, Any] | None = None,
    ordinal: int = 0,
) -> CaseMove:
    """Writes the row of a move into the work that makes it. `day` is its true day; `values` are JSON types, what a paper may ask for.

    `ordinal` is told by who knows how many moves there are already.
    """
    return w.add(
        CaseMove(
            case_id=case.id,
            ordinal=ordinal or moves.next_ordinal(w.session, case.id),
            key=key,
            day=day,
            stage_before=before,
            stage_after=after,
            seq=w.seq,
            note=note,
            values=dict(values or {}),
        )
    )


def done(
    making: Making,
    key: str,
    day: date,
    version: int | None,
    *,
    to: Stage | None = None,
    note: str = "",
    values: Mapping[str, Any] | None = None,
    columns: Mapping[str, Any] | None = None,
) -> Case:
    """Sets the stage (`to`, else what the table says) and columns of the case, writes the move, commits, gives the case as kept."""
    w, case, before = making.w, making.case, making.case.stage
    after = to or stages.after(key, making.now)
    w.change(case, version, {"stage": after, **(columns or {})})
    moved(w, case, key, day, before, after, note, values)
    return cases.kept(w, case.id)


def day_of(desk: Desk, value: date | None, field: str, *since: tuple[date | None, str]) -> date:
    """The true day of a move (today where none was typed): not in the future, and not before any of `since` (day, what happened then)."""
    day = value or desk.today()
    if day > desk.today():
        raise Refusal(_("The day lies in the future: enter what has happened."), field)
    for earlier, what in since:
        if earlier is not None and day < earlier:
            sentence = _("{day} lies before {what} ({earlier}).")
            raise Refusal(sentence.format(day=dates.in_words(day), what=what, earlier=dates.in_words(earlier)), field)
    return day


def chosen(words: Sequence[str] | None, choices: Sequence[tuple[str, str]], field: str) -> list[str]:
    """Codes out of typed words (a code or its label); Refusal naming the choices."""
    found = []
    for typed in words or ():
        code = next((code for code, label in choices if typed.strip() in (code, label, _(label))), None)
        if code is None:
            known = ", ".join(f"{code} ({_(label)})" for code, label in choices)
            raise Refusal(_("“{text}” is not one of the choices: {choices}.").format(text=typed[:40], choices=known), field)
        if code not in found:
            found.append(code)
    return found


def shown(codes: Sequence[str], choices: Sequence[tuple[str, str]]) -> str:
    """Codes in words, for a note."""
    known = dict(choices)
    return "；".join(_(known[code]) for code in codes)
