"""Everything that the page of one case shows, read in one go: the case, its people, its term, its history, its private notes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from db import journal
from db.models.case import Case
from db.models.court import Court
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.models.session import PrivateNote
from db.queries import people
from db.vocabulary import Stage
from desktop.domain import dues, stages
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.domain.dues import Due
from desktop.domain.law import Value
from desktop.domain.paper_names import NAMES
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.services import cases, terms
from desktop.services.desk import LEGAL_CLOCK, Desk

_ACTIONS = {
    "open_case": N_("Registered"),
    "correct": N_("Registration corrected"),
    "accept": N_("Accepted"),
    "assign": N_("Mediator assigned"),
    "session": N_("Session recorded"),
    "agreement": N_("Agreement saved"),
    "issue": N_("Paper issued"),
    "void": N_("Issued paper taken back"),
    "signed": N_("Paper came back signed"),
    "paper_drop": N_("Sheet of a paper taken away"),
    "on_paper": N_("Paper listed that exists only on paper"),
    "on_paper_drop": N_("Paper taken off the list"),
    "sign": N_("Signatures entered"),
    "settled": N_("Written as already settled"),
    "reject": N_("Not accepted"),
    "refer_in": N_("Referral entered"),
    "slip": N_("Return slip signed"),
    "add_party": N_("Party added"),
    "remove_party": N_("Party removed"),
    "recuse": N_("Request to recuse"),
    "suspend": N_("Suspended"),
    "resume": N_("Resumed"),
    "extend": N_("Term extended"),
    "undisputed": N_("Undisputed facts recorded"),
    "propose": N_("Plan put forward"),
    "serve": N_("Plan served"),
    "object": N_("Objection to the plan"),
    "plan_adopted": N_("Plan adopted"),
    "replace": N_("Paper replaced"),
    "conclude": N_("Concluded"),
    "refer_out": N_("Handed to another body"),
    "give_back": N_("Given back to the court"),
    "confirm_apply": N_("Confirmation applied for"),
    "confirm_supplement": N_("Supplement for the court"),
    "confirm_result": N_("Ruling entered"),
    "confirm_objection": N_("Objection to the ruling"),
    "perform": N_("Performance entered"),
    "default": N_("Default entered"),
    "amend": N_("New agreement begun"),
    "amend_drop": N_("New agreement given up"),
    "return_visit": N_("Return visit recorded"),
    "close": N_("Case closed"),
    "archive": N_("Archived"),
    "reopen": N_("Taken out of the archive"),
    "undo": N_("Last move taken back"),
    "hand_over": N_("Original handed over"),
    "evidence": N_("Evidence added"),
    "evidence_change": N_("Evidence changed"),
    "evidence_in": N_("Missing evidence handed in"),
    "evidence_back": N_("Originals given back"),
    "attach": N_("File added"),
    "detach": N_("File taken away"),
    "group_members": N_("Members entered"),
    "group_represent": N_("Representatives entered"),
    "group_split": N_("Agreement split"),
    "group_join": N_("Agreements joined"),
}


class Happened(NamedTuple):
    """One line of the history."""

    at: datetime
    who: str
    what: str
    reason: str


class Whole(NamedTuple):
    """`term` is the day by which the mediation is to end, None where it does not run; `apply_by` the one for confirmation.

    `term_note` says why there is no term although one is awaited; `dues` is everything that falls due or waits, each with its source.
    """

    case: Case
    category: str
    organisation: Organisation
    mediators: Mapping[int, Mediator]
    courts: Mapping[int, Court]
    term: Deadline | None
    term_note: str
    apply_by: Deadline | None
    history: list[Happened]
    notes: list[PrivateNote]
    dues: list[Due]


def look(desk: Desk, number: str | int) -> Whole:
    """The case of this id or number with all that stands beside it."""
    with desk.reading() as session:
        case = cases.whole(session, number if isinstance(number, int) else cases.id_of(session, number))
        own = people.organisation(session, case.organisation_id)
        assert own is not None
        mediators = people.mediators_of(session, [a.mediator_id for a in case.assignments])
        asked = [*(one.court_id for one in case.referrals), *(one.court_id for one in case.confirmations)]
        courts = people.courts_of(session, [court_id for court_id in asked if court_id])
        names = {user.login: user.name for user in people.users(session)}
        told = {move.seq: move.note for move in case.moves if move.note}
        history = [
            Happened(
                step.at.astimezone(LEGAL_CLOCK), names.get(step.login, step.login), _label(step.action), told.get(step.seq) or step.reason
            )
            for step in journal.history(session, case.id)
        ]
        values, calendar = terms.values_of(session), terms.calendar_of(session)
        notes = list(session.scalars(select(PrivateNote).where(PrivateNote.case_id == case.id).order_by(PrivateNote.id)))
    now = Situation(case, desk.today(), lambda: (values, calendar))
    term, note = _term(now, values, calendar)
    return Whole(
        case,
        desk.categories.label(case.category),
        own,
        mediators,
        courts,
        term,
        note,
        _apply_by(now),
        history,
        notes,
        dues.of_case(now, values, calendar),
    )


def _label(action: str) -> str:
    known = _ACTIONS.get(action) or (stages.MOVES[action].label if action in stages.MOVES else NAMES.get(action, action))
    return _(known)


def _term(now: Situation, values: Sequence[Value], calendar: Calendar) -> tuple[Deadline | None, str]:
    if now.stage not in dues.OPEN or now.stage is Stage.REGISTERED:
        return None, ""
    try:
        limit = dues.mediation(now, values, calendar)
    except Refusal as no:
        return None, no.sentence
    if limit is None and now.slip_out is not None:
        return None, next((due.what for due in dues.of_case(now, values, calendar) if due.key == "slip"), "")
    return limit, ""


def _apply_by(now: Situation) -> Deadline | None:
    standing = now.signed
    if standing is None or not standing.confirmation_wanted or now.case.confirmations:
        return None
    return now.apply_by
