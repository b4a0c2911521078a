"""Record a return visit, and say when the next one is due (MoJ75 36, recall: at a proper time; the interval is the office's own)."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from db.models.return_visit import ReturnVisit
from db.queries import people
from desktop.domain import dues, fields
from desktop.domain.deadlines import Deadline
from desktop.domain.inputs.performance import RETURN_VISIT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, life, references, terms
from desktop.services.desk import Desk


def record(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Keeps what was heard after the agreement: performance, satisfaction, signs of escalation, measures."""
    clean = fields.check(RETURN_VISIT, values, desk.today())
    with life.making(desk, number, "return_visit") as made:
        case, now = made.case, made.now
        ended = now.outcome.concluded_on if now.outcome is not None else case.accepted_on
        day = life.day_of(desk, clean.get("day"), "day", (ended, _("the end of the mediation")))
        if not any((clean.get(key) or "").strip() for key in ("performance", "text")):
            raise Refusal(_("Say what was found: the performance, or what was said."), "performance")
        party = references.party(case, clean["party"], "party") if clean.get("party") else None
        made.w.add(
            ReturnVisit(
                case_id=case.id,
                party_id=party.id if party else None,
                day=day,
                visitor=clean.get("visitor") or _presiding(desk, made),
                satisfied=clean.get("satisfied"),
                **{key: clean.get(key) or "" for key in ("way", "performance", "text", "signs", "measures")},
            )
        )
        return life.done(made, "return_visit", day, version, note=clean.get("performance") or "")


def _presiding(desk: Desk, made: life.Making) -> str:
    lead = made.now.lead
    known = people.mediators_of(made.w.session, [lead.mediator_id]) if lead is not None else {}
    return next((mediator.name for mediator in known.values()), desk.person.name)


def next_visit(desk: Desk, case: Case) -> Deadline | None:
    """By when the case is to be visited next: after the effect of the agreement, and again after each instalment."""
    try:
        return dues.visit_by(cases.now_of(desk, case), *terms.of(desk))
    except Refusal:  # an interval that the office has not set reminds of nothing
        return None
