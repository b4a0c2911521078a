"""Fix the next session: day, hour, place; when the parties and the insurer were told; put it off."""

from collections.abc import Mapping
from typing import Any

from db.models.appointment import Appointment
from db.models.case import Case
from db.queries import people
from desktop.domain import dates, day_time, fields
from desktop.domain.inputs.mediation import APPOINT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk


def appoint(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Fixes a session to come, or changes the one that is fixed (no day, or another one): only one at a time.

    Refusal for a day that has passed, on which who presides is on leave, or without a fixed session to change.
    """
    clean = fields.check(APPOINT, values, desk.today())
    with life.making(desk, number, "appoint") as made:
        w, case, standing = made.w, made.case, made.now.appointment
        if standing is None and (clean.get("day") is None or clean.get("cancelled")):
            raise Refusal(_("No session is fixed: enter its day."), "day")
        told: dict[str, Any] = {}
        if clean.get("day") is not None:
            if clean["day"] < desk.today():
                raise Refusal(_("The day has passed: record the session that was held, or fix one to come."), "day")
            _there(made, clean)
            told["day"] = clean["day"]
            if standing is not None and standing.day != clean["day"]:  # who was told of another day was not told of this one
                told |= {"told_on": None, "insurer_told_on": None}
        if "begins" in clean:
            told["begins"] = day_time.parse(clean["begins"], "begins")
        for key in ("told_on", "insurer_told_on"):
            if clean.get(key) is not None:
                told[key] = life.day_of(desk, clean[key], key, (case.received_on, _("the day of the request")))
        told |= {key: clean[key] for key in ("place", "note") if clean.get(key)}
        if clean.get("cancelled"):
            told["cancelled"] = True
        if standing is None:
            standing = w.add(Appointment(case_id=case.id, **{"cancelled": False, **told}))
        else:
            w.change(standing, None, told)
        said = _("Put off") if standing.cancelled else dates.in_words(standing.day)
        return life.done(made, "appoint", desk.today(), version, note=" ".join(part for part in (said, standing.place) if part))


def _there(made: life.Making, clean: Mapping[str, Any]) -> None:
    lead = made.now.lead
    who = people.mediator(made.w.session, lead.mediator_id) if lead is not None else None
    if who is not None and any(one.begins <= clean["day"] <= one.ends for one in who.absences):
        sentence = _("{name} is on leave on {day}: take another day, or assign somebody else.")
        raise Refusal(sentence.format(name=who.name, day=dates.in_words(clean["day"])), "day")
