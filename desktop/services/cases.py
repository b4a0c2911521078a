"""A case as it stands: found by any of its numbers, loaded whole, and told as plain values for programs."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from db.models.case import Case
from db.queries import cases, people
from db.work import Work
from desktop.domain import agreement_check, dues, effect, missing, numbering, situation, stages
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import terms
from desktop.services.desk import Desk, found

_HIDDEN = {"version", "case_id", "blocks"}


def id_of(session: Session, number: str) -> int:
    """The id of the one case of this number (official, entry, court or platform); Refusal where there is none or more than one."""
    ids = cases.ids_by_number(session, numbering.spellings(number))
    if not ids:
        raise Refusal(_("There is no case with the number “{number}”.").format(number=number[:60]), "number", "not_found")
    if len(ids) > 1:
        raise Refusal(
            _("Several cases bear the number “{number}”: use the entry number.").format(number=number[:60]), "number", "ambiguous"
        )
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
    return situation.Situation(case, desk.today(), lambda: terms.of(desk))


def told(desk: Desk, case: Case) -> dict[str, Any]:
    """The case for `case show --json`: code names, sums in fen, dates in ISO; private notes are not in it."""
    day = desk.today()
    with desk.reading() as session:
        mediators = people.mediators_of(session, [a.mediator_id for a in case.assignments])
        courts = people.courts_of(session, [r.court_id for r in case.referrals if r.court_id])
    answer = {"version": case.version, **plain(case)}
    for standing, known in zip(case.agreements, answer["agreements"], strict=True):
        known["version"] = standing.version
    for assignment, known in zip(case.assignments, answer["assignments"], strict=True):
        known["mediator"] = mediators[assignment.mediator_id].name
    for referral, known in zip(case.referrals, answer["referrals"], strict=True):
        known["court"] = courts[referral.court_id].name if referral.court_id in courts else ""
    now = now_of(desk, case)
    answer["agreed_fen"] = agreement_check.agreed_fen(now.agreement) if now.agreement else None
    answer["effective_on"] = now.agreement.effective_on.isoformat() if now.agreement and now.agreement.effective_on else None
    answer["missing"] = [
        {"place": lack.place, "sentence": lack.sentence, "stops_agreement": lack.stops_agreement} for lack in missing.of_case(case, day)
    ]
    answer["next"] = stages.next_move(now)
    answer["moves"] = {key: stages.why_not(key, now) for key in stages.MOVES}
    answer["findings"] = [
        {"level": f.level.value, "kind": f.kind, "place": f.place, "sentence": f.sentence, "source": _(f.source)}
        for f in (agreement_check.check(case, now.agreement, day) if now.agreement else ())
    ]
    answer["dues"] = [due_told(due, day) for due in dues.of_case(now, *terms.of(desk))]
    if now.agreement:
        reached = effect.effect(now.agreement, case.parties, case.mediation_type)
        answer["waiting_for"] = [p.name for p in case.parties if p.id in reached.waiting_parties] + [kind.value for kind in reached.waiting]
    return answer


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
