"""Record a mediation session: when, where, who, in what language, what was said and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.session import Attendee, PrivateNote, Session
from db.queries import people
from db.vocabulary import SessionMethod
from db.work import Work
from desktop.domain import dates, day_time, fields
from desktop.domain.effect import SIDES
from desktop.domain.inputs.mediation import SESSION
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import guests, life, references
from desktop.services.desk import Desk

_TEXTS = (
    "place", "language", "interpreter", "interpreter_unit", "interpreter_id", "witness", "recorder", "undisputed_facts", "result",
)  # fmt: skip


def record(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Adds a session to the case; the first one puts it into mediation. A private note goes to its own table and on no paper."""
    clean = fields.check(SESSION, values, desk.today())
    begins, ends = day_time.parse(clean.get("begins"), "begins"), day_time.parse(clean.get("ends"), "ends")
    if begins and ends and ends < begins:
        raise Refusal(_("The session ends before it begins."), "ends")
    if clean["day"] > desk.today():
        raise Refusal(_("The day of the session lies in the future."), "day")
    with life.making(desk, number, "session") as made:
        w, case, now = made.w, made.case, made.now
        if case.accepted_on and clean["day"] < case.accepted_on:
            raise Refusal(_("The session lies before the day of acceptance."), "day")
        assert now.lead is not None
        assigned = min(one.assigned_on for one in case.assignments)
        if clean["day"] < assigned:
            sentence = _("The session lies before the day on which a mediator was assigned ({day}).")
            raise Refusal(sentence.format(day=dates.in_words(assigned)), "day")
        _present_that_day(w, now.lead.mediator_id, clean["day"])
        sitting = w.add(
            Session(
                case_id=case.id,
                ordinal=len(case.sessions) + 1,
                day=clean["day"],
                begins=begins,
                ends=ends,
                method=SessionMethod(clean.get("method") or SessionMethod.ON_SITE),
                lead_mediator_id=now.lead.mediator_id,
                rights_told_on=clean.get("rights_told_on"),
                text=clean["text"],
                read_aloud=bool(clean.get("read_aloud")),
                **{key: clean.get(key) or "" for key in _TEXTS},
            )
        )
        w.flush()
        for n, present in enumerate(_present(case, clean), 1):
            w.add(Attendee(case_id=case.id, session_id=sitting.id, ordinal=n, **present))
        if clean.get("private_note"):
            w.add(PrivateNote(case_id=case.id, session_id=sitting.id, user_id=desk.person.id, day=clean["day"], text=clean["private_note"]))
        return life.done(made, "session", clean["day"], version, note=sitting.result[:200])


def _present_that_day(w: Work, mediator_id: int, day: date) -> None:
    """Refusal when who presides was on leave that day: somebody else sat, or the day is wrong."""
    who = people.mediator(w.session, mediator_id)
    if who is not None and any(absence.begins <= day <= absence.ends for absence in who.absences):
        sentence = _("{name} was on leave on {day}: check the day, or assign who presided.")
        raise Refusal(sentence.format(name=who.name, day=dates.in_words(day)), "day")


def _present(case: Case, clean: Mapping[str, Any]) -> list[dict[str, Any]]:
    given = clean.get("attendees") or [{"party": str(party.ordinal)} for party in case.parties if party.role in SIDES]
    rows = []
    for n, row in enumerate(given):
        party = references.party(case, row["party"], f"attendees.{n}.party") if row.get("party") else None
        name = row.get("name") or (party.name if party else "")
        if not name:
            raise Refusal(_("Say who was present: a party or a name."), f"attendees.{n}.name")
        rows.append(
            {
                "party_id": party.id if party else None,
                "participant_id": None,
                "name": name,
                "capacity": row.get("capacity") or "",
                "organisation": row.get("organisation") or "",
            }
        )
    return rows + _guests(case, clean.get("guests") or ())


def _guests(case: Case, typed: Sequence[str]) -> list[dict[str, Any]]:
    """Those of the case's guests who sat at the table."""
    here = guests.running(case) if [word.strip() for word in typed] in (["all"], [_("all")]) else guests.called(case, typed, "guests")
    return [
        {
            "party_id": None,
            "participant_id": one.id,
            "name": one.name,
            "capacity": one.capacity,
            "organisation": one.organisation,
        }
        for one in here
    ]
