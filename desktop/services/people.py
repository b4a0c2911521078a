"""Organisations, mediators and courts: add and list."""

from collections.abc import Mapping
from typing import Any

from db.models.court import Court
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.queries import people
from db.vocabulary import CourtLevel, MediationType, MediatorKind, OrganisationKind, Sex, SiteKind
from db.work import Work
from desktop import assets
from desktop.categories.catalogue import Catalogue
from desktop.domain import fields
from desktop.domain.inputs.people import MEDIATOR
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services.desk import Desk

PATTERN = "（{year}）{org}字第{n}号"


def add_courts(w: Work) -> None:
    """Fills the table of courts from `resources/codes/courts.toml`; the office edits it afterwards."""
    for row in assets.toml("codes", "courts.toml")["court"]:
        # a court whose code is not known yet is called by its name until the office enters the code
        w.add(Court(code=row["code"] or row["name"], name=row["name"], level=CourtLevel(row["level"]), region_code=row.get("region", "")))


def add_organisation(w: Work, clean: Mapping[str, Any]) -> Organisation:
    """Adds an organisation out of clean values of the sheet `ORGANISATION`."""
    if people.organisation_named(w.session, clean["name"]):
        raise Refusal(_("There is an organisation of this name already."), "name")
    court = people.court_called(w.session, clean["court"]) if clean.get("court") else None
    if clean.get("court") and court is None:
        sentence = _("The court “{court}” is not in the list of courts: type its name or its code (内0102).")
        raise Refusal(sentence.format(court=clean["court"]), "court")
    return w.add(
        Organisation(
            name=clean["name"],
            short_name=clean["short_name"],
            number_pattern=clean.get("number_pattern") or PATTERN,
            kind=OrganisationKind(clean.get("kind") or OrganisationKind.SOCIAL),
            mediation_type=MediationType(clean.get("mediation_type") or MediationType.PEOPLE),
            site=SiteKind(clean.get("site") or SiteKind.COMMITTEE),
            letterhead=clean.get("letterhead") or clean["name"],
            region_code=clean.get("region_code") or (court.region_code if court else ""),
            address=clean.get("address") or "",
            phone=clean.get("phone") or "",
            seal_name=clean["name"],
            court_id=court.id if court else None,
        )
    )


def add_mediator(desk: Desk, values: Mapping[str, Any], organisation_id: int | None = None) -> Mediator:
    """Adds a mediator to the office's own organisation, or to another."""
    clean = fields.check(MEDIATOR, values, desk.today())
    with desk.work("add_mediator") as w:
        mediator = mediator_of(w, clean, organisation_id or desk.organisation_id, desk.categories)
        w.commit()
        return mediator


def mediator_of(w: Work, clean: Mapping[str, Any], organisation_id: int, categories: Catalogue) -> Mediator:
    """Adds a mediator out of clean values of the sheet `MEDIATOR`; his fields are among the office's `categories`."""
    unknown = [key for key in clean.get("fields") or () if key not in categories]
    if unknown:
        raise Refusal(_("“{key}” is no category; the categories are: {keys}.").format(key=unknown[0], keys=", ".join(categories)), "fields")
    return w.add(
        Mediator(
            organisation_id=organisation_id,
            name=clean["name"],
            sex=Sex(clean["sex"]) if clean.get("sex") else None,
            birth_date=clean.get("birth_date"),
            kind=MediatorKind(clean.get("kind") or MediatorKind.FULL_TIME),
            fields=clean.get("fields") or [],
            languages=clean.get("languages") or ["汉语"],
            valid_from=clean.get("valid_from"),
            valid_to=clean.get("valid_to"),
            **{key: clean.get(key) or "" for key in ("ethnic_group", "id_number", "phone", "certificate_number", "employer", "residence")},
        )
    )


def mediators(desk: Desk) -> list[tuple[Mediator, int]]:
    """All active mediators with the number of cases that each has open."""
    with desk.reading() as session:
        load = people.loads(session)
        return [(mediator, load.get(mediator.id, 0)) for mediator in people.mediators(session)]


def own_organisation(desk: Desk) -> Organisation:
    """The office's own organisation."""
    with desk.reading() as session:
        own = people.organisation(session, desk.organisation_id)
        assert own is not None
        return own
