"""Mediation bodies and their studios: listed, added, changed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from db.models.organisation import Organisation
from db.queries import office_lists, people
from db.queries.office_lists import Numbers
from db.vocabulary import MediationType, OrganisationKind, SiteKind
from db.work import Work
from desktop.domain import fields, numbering
from desktop.domain.inputs.people import ORGANISATION
from desktop.domain.inputs.settings import ORGANISATION_CHANGED
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import people as services
from desktop.services.desk import Desk, found

_WORDS = {"kind": OrganisationKind, "mediation_type": MediationType, "site": SiteKind}


class Line(NamedTuple):
    """A body in the list: what it belongs to, its court, how many active mediators it has."""

    organisation: Organisation
    parent: str
    court: str
    mediators: int


class Card(NamedTuple):
    """One body with its studios and the numbers of its register."""

    organisation: Organisation
    parent: str
    court: str
    studios: list[str]
    numbers: Numbers


def listed(desk: Desk, active: bool | None = None) -> list[Line]:
    """All bodies by name; only the active or only the others where asked."""
    with desk.reading() as session:
        every = office_lists.organisations(session)
        names = {one.id: one.name for one in every}
        courts = {court.id: court.name for court in office_lists.courts(session)}
        count = office_lists.mediators_by_organisation(session)
        return [
            Line(one, names.get(one.parent_id or 0, ""), courts.get(one.court_id or 0, ""), count.get(one.id, 0))
            for one in every
            if active is None or one.active is active
        ]


def card(desk: Desk, organisation_id: int) -> Card:
    """Everything about one body."""
    with desk.reading() as session:
        one = found(people.organisation(session, organisation_id), _("There is no such organisation."))
        every = office_lists.organisations(session)
        parent = next((other.name for other in every if other.id == one.parent_id), "")
        court = people.courts_of(session, [one.court_id])[one.court_id].name if one.court_id else ""
        studios = [other.name for other in every if other.parent_id == organisation_id]
        return Card(one, parent, court, studios, office_lists.numbers_of_organisation(session, organisation_id))


def add_organisation(desk: Desk, values: Mapping[str, Any]) -> Organisation:
    """Adds a body, or a studio of one (`parent` is its name)."""
    clean = fields.check(ORGANISATION_CHANGED, values, desk.today())
    if clean.get("number_pattern"):
        _pattern(clean["number_pattern"])
    with desk.work("add_organisation") as w:
        own = {field.key for field in ORGANISATION}
        body = services.add_organisation(w, {key: value for key, value in clean.items() if key in own})
        w.flush()
        more: dict[str, Any] = {"code": clean.get("code") or "", "active": clean.get("active") is not False}
        if clean.get("seal_name"):
            more["seal_name"] = clean["seal_name"]
        if clean.get("parent"):
            more["parent_id"] = _parent(w, clean["parent"], body.id)
        w.change(body, None, more)
        w.commit()
        return body


def change_organisation(
    desk: Desk, organisation_id: int, values: Mapping[str, Any], version: int | None = None, read: Mapping[str, Any] | None = None
) -> Organisation:
    """Writes the sheet again; `version` and `read` (values by column) are what the caller saw. Papers that were issued stay as they are."""
    clean = fields.check(ORGANISATION_CHANGED, values, desk.today(), partial=True)
    if clean.get("number_pattern"):
        _pattern(clean["number_pattern"])
    with desk.work("change_organisation") as w:
        body = found(people.organisation(w.session, organisation_id), _("There is no such organisation."))
        other = people.organisation_named(w.session, clean["name"]) if clean.get("name") else None
        if other is not None and other.id != organisation_id:
            raise Refusal(_("There is an organisation of this name already."), "name")
        if clean.get("active") is False and organisation_id == desk.organisation_id:
            raise Refusal(_("The office's own organisation stays active."), "active")
        w.change(body, version, _columns(w, clean, organisation_id), read)
        w.commit()
        return body


def _columns(w: Work, clean: Mapping[str, Any], organisation_id: int) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    for key, value in clean.items():
        if key in _WORDS:
            if value:
                wanted[key] = _WORDS[key](value)
        elif key == "court":
            court = people.court_called(w.session, value) if value else None
            if value and court is None:
                sentence = _("The court “{court}” is not in the list of courts: type its name or its code (内0102).")
                raise Refusal(sentence.format(court=value), "court")
            wanted["court_id"] = court.id if court else None
        elif key == "parent":
            wanted["parent_id"] = _parent(w, value, organisation_id) if value else None
        elif key == "active":
            wanted[key] = value is not False
        elif key == "number_pattern":
            wanted[key] = value or services.PATTERN
        else:
            wanted[key] = value or ""
    return wanted


def _pattern(pattern: str) -> None:
    try:
        numbering.check_pattern(pattern)
    except Refusal as no:
        raise Refusal(no.sentence, "number_pattern", no.code) from no


def _parent(w: Work, name: str, child: int) -> int:
    """The body of this name; Refusal where there is none, or where it hangs below the child itself."""
    parent = people.organisation_named(w.session, name)
    if parent is None:
        raise Refusal(_("There is no organisation “{name}”.").format(name=name), "parent")
    above: Organisation | None = parent
    for _step in range(20):  # a circle would hang the lists
        if above is None:
            return parent.id
        if above.id == child:
            raise Refusal(_("A body cannot belong to itself or to one of its own studios."), "parent")
        above = people.organisation(w.session, above.parent_id) if above.parent_id else None
    raise Refusal(_("A body cannot belong to itself or to one of its own studios."), "parent")
