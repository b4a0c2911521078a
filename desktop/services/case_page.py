"""Everything that the page of one case shows, read in one go: the case, its people, its term, its history, its private notes."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
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
from desktop import assets
from desktop.categories import CATEGORIES
from desktop.domain import calendar, deadlines, law
from desktop.domain.deadlines import Deadline
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.services import cases
from desktop.services.desk import Desk

_ACTIONS = {
    "open_case": N_("Registered"),
    "correct": N_("Registration corrected"),
    "accept": N_("Accepted"),
    "assign": N_("Mediator assigned"),
    "session": N_("Session recorded"),
    "agreement": N_("Agreement saved"),
    "issue": N_("Paper issued"),
    "void": N_("Issued paper taken back"),
    "sign": N_("Signatures entered"),
}


class Happened(NamedTuple):
    """One line of the history."""

    at: datetime
    who: str
    what: str
    reason: str


class Whole(NamedTuple):
    """`term` is the day by which the mediation is to end, None where it does not run; `apply_by` the one for confirmation.

    `term_note` says why there is no term although one is awaited.
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


def look(desk: Desk, number: str | int) -> Whole:
    """The case of this id or number with all that stands beside it."""
    with desk.reading() as session:
        case = cases.whole(session, number if isinstance(number, int) else cases.id_of(session, number))
        own = people.organisation(session, case.organisation_id)
        assert own is not None
        mediators = people.mediators_of(session, [a.mediator_id for a in case.assignments])
        courts = people.courts_of(session, [r.court_id for r in case.referrals if r.court_id])
        names = {user.login: user.name for user in people.users(session)}
        history = [
            Happened(step.at, names.get(step.login, step.login), _(_ACTIONS.get(step.action, step.action)), step.reason)
            for step in journal.history(session, case.id)
        ]
        notes = list(session.scalars(select(PrivateNote).where(PrivateNote.case_id == case.id).order_by(PrivateNote.id)))
    term, note = _term(case)
    known = CATEGORIES.get(case.category)
    return Whole(
        case, _(known.label) if known else case.category, own, mediators, courts, term, note, _apply_by(desk, case), history, notes
    )


def _term(case: Case) -> tuple[Deadline | None, str]:
    if case.stage not in (Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION):
        return None, ""
    referral = case.referrals[-1] if case.referrals else None
    regime = referral.regime if referral else None
    start = referral.slip_signed_on if referral and regime else case.accepted_on
    if start is None:
        return None, _("The return slip is not signed: the clock has not started.")
    procedure = referral.procedure.value if referral and referral.procedure else "ordinary"
    agreed = referral.extended_to if referral else None
    values, holidays = _law()
    try:
        return deadlines.mediation(regime.value if regime else "", start, values, holidays, procedure, extended_to=agreed), ""
    except Refusal as no:
        return None, no.sentence


def _apply_by(desk: Desk, case: Case) -> Deadline | None:
    standing = cases.now_of(desk, case).agreement
    if standing is None or standing.effective_on is None or not standing.confirmation_wanted or case.confirmations:
        return None
    try:
        return deadlines.confirmation(standing.effective_on, *_law())
    except Refusal:  # a value the office has not entered must not hide the case
        return None


@cache
def _law() -> tuple[tuple[law.Value, ...], calendar.Calendar]:
    values = law.values_from(assets.toml("law", "deadlines.toml"))
    return values, calendar.from_tables(assets.toml("law", "holidays.toml"))
