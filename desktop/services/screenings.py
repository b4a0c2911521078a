"""The log of looking for disputes before they break out (排查): rounds, nil reports, leads that become cases."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.screening import Screening
from db.queries import screenings
from db.queries.screenings import Row
from desktop.domain import fields
from desktop.domain.inputs.screening import SCREENING
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import intake
from desktop.services.desk import Desk, found


def listed(
    desk: Desk, found: bool | None = None, open_leads: bool = False, first: date | None = None, last: date | None = None
) -> Sequence[Row]:
    """Rounds of the office, newest first: all, with or without a find, or leads that are no case yet."""
    with desk.reading() as session:
        return screenings.rounds(session, desk.organisation_id, found, open_leads, first, last)


def one(desk: Desk, screening_id: int) -> Screening:
    """One round."""
    with desk.reading() as session:
        return found(session.get(Screening, screening_id), _("There is no such round."))


def add(desk: Desk, values: Mapping[str, Any]) -> Screening:
    """Enters a round; a nil report says nothing of a find."""
    clean = _checked(desk, values)
    with desk.work("add_screening") as w:
        noun = w.add(Screening(organisation_id=desk.organisation_id, **clean))
        w.commit()
        return noun


def change(
    desk: Desk, screening_id: int, values: Mapping[str, Any], version: int | None = None, read: Mapping[str, Any] | None = None
) -> Screening:
    """Corrects a round; one whose lead became a case cannot turn into a nil report."""
    clean = _checked(desk, values)
    with desk.work("change_screening") as w:
        noun = found(w.session.get(Screening, screening_id), _("There is no such round."))
        if noun.case_id is not None and not clean["found"]:
            raise Refusal(_("Its lead has become a case: it cannot be a nil report."), "found")
        w.change(noun, version, clean, read)
        w.commit()
        return noun


def prefill(desk: Desk, screening_id: int) -> dict[str, Any]:
    """What the lead says for the sheet of a new dispute; Refusal for a nil report and for a lead that is a case already."""
    noun = one(desk, screening_id)
    if not noun.found:
        raise Refusal(_("This is a nil report: nothing was found that could become a case."))
    if noun.case_id is not None:
        raise Refusal(_("This lead is a case already."), code="already")
    return {
        "received_on": desk.today().isoformat(),
        "source": "proactive",
        "source_note": _("Screening on {day}").format(day=noun.day.isoformat()),
        "place": noun.place,
        "summary": noun.lead,
    }


def open_case(desk: Desk, screening_id: int, values: Mapping[str, Any]) -> Case:
    """Registers the dispute that a round found: what the round says, and over it what was typed; the round then names the case."""
    clean = intake.checked(desk, {**prefill(desk, screening_id), **values})
    with desk.work("open_case") as w:
        noun = found(w.session.get(Screening, screening_id), _("There is no such round."))
        if noun.case_id is not None:
            raise Refusal(_("This lead is a case already."), code="already")
        case = intake.opened(desk, w, clean)
        w.change(noun, None, {"case_id": case.id})
        w.case_id = case.id
        w.commit()
        return case


def became(desk: Desk, screening_id: int, case_id: int) -> Screening:
    """The lead was registered as this case."""
    with desk.work("lead_became_case", case_id=case_id) as w:
        noun = found(w.session.get(Screening, screening_id), _("There is no such round."))
        if noun.case_id is not None:
            raise Refusal(_("This lead is a case already."), code="already")
        found(w.session.get(Case, case_id), _("There is no such case."))
        w.change(noun, None, {"case_id": case_id})
        w.commit()
        return noun


def _checked(desk: Desk, values: Mapping[str, Any]) -> dict[str, Any]:
    clean = fields.check(SCREENING, values, desk.today())
    if clean["day"] > desk.today():
        raise Refusal(_("The day of the round lies in the future."), "day")
    lead = (clean.get("lead") or "").strip()
    if clean["found"] and not lead:
        raise Refusal(_("Say what was found."), "lead")
    if not clean["found"] and lead:
        raise Refusal(_("A nil report has no find: empty this field, or say that something was found."), "lead")
    return {
        "day": clean["day"],
        "place": clean["place"],
        "who": clean["who"],
        "found": clean["found"],
        "lead": clean.get("lead") or "",
        "people_count": clean.get("people_count"),
        "handled": clean.get("handled") or "",
    }
