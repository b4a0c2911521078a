"""The card of a mediator: his sheet changed, days away, declared kin, and the numbers of his work."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from db.models.kin import Kin
from db.models.mediator import Absence, Mediator
from db.models.organisation import Organisation
from db.queries import office_lists, people
from db.queries.office_lists import Numbers
from db.vocabulary import MediatorKind, Sex
from desktop.domain import fields, texts
from desktop.domain.fields import Field
from desktop.domain.inputs.settings import ABSENCE, KIN, MEDIATOR_CHANGED
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services.desk import Desk, found

_WORDS = {"sex": Sex, "kind": MediatorKind}
_DATES = ("birth_date", "valid_from", "valid_to")


class Line(NamedTuple):
    """A mediator in the list; `away` says whether he is away on the desk's day."""

    mediator: Mediator
    organisation: str
    load: int
    away: bool


class Card(NamedTuple):
    """One mediator with absences and kin loaded, his organisation and his numbers."""

    mediator: Mediator
    organisation: Organisation
    numbers: Numbers


def listed(desk: Desk, active: bool | None = None) -> list[Line]:
    """All mediators by name with the cases they have open; only the active or only the others where asked."""
    day = desk.today()
    with desk.reading() as session:
        load = people.loads(session)
        names = {one.id: one.short_name or one.name for one in office_lists.organisations(session)}
        return [
            Line(one, names.get(one.organisation_id, ""), load.get(one.id, 0), any(a.begins <= day <= a.ends for a in one.absences))
            for one in people.mediators(session, active=False)
            if active is None or one.active is active
        ]


def card(desk: Desk, mediator_id: int) -> Card:
    """Everything about one mediator."""
    with desk.reading() as session:
        one = found(office_lists.mediator_whole(session, mediator_id), _("There is no such mediator."))
        own = people.organisation(session, one.organisation_id)
        assert own is not None
        return Card(one, own, office_lists.numbers_of_mediator(session, mediator_id))


def field_names(desk: Desk, keys: list[str]) -> list[str]:
    """Categories by the names that people call them."""
    return [desk.categories.label(key) for key in keys]


def field_keys(desk: Desk, names: list[str], field: str = "fields") -> list[str]:
    """Keys of categories out of keys or names; Refusal for a word that is neither."""
    unknown = [name for name in names if not desk.categories.key_of(name)]
    if unknown:
        sentence = _("“{name}” is no category; the categories are: {names}.")
        raise Refusal(sentence.format(name=unknown[0], names="、".join(field_names(desk, list(desk.categories)))), field)
    return list(dict.fromkeys(desk.categories.key_of(name) for name in names))


def change_mediator(
    desk: Desk, mediator_id: int, values: Mapping[str, Any], version: int | None = None, read: Mapping[str, Any] | None = None
) -> Mediator:
    """Writes the sheet again; `version` and `read` (values by column) are what the caller saw. Refusal `stale` names both values."""
    clean = fields.check(MEDIATOR_CHANGED, values, desk.today(), partial=True)
    if "fields" in clean:
        clean["fields"] = field_keys(desk, clean["fields"])
    first, last = clean.get("valid_from"), clean.get("valid_to")
    if first and last and last < first:
        raise Refusal(_("It ends before it begins."), "valid_to")
    wanted = _columns(MEDIATOR_CHANGED, clean)
    with desk.work("change_mediator") as w:
        noun = found(office_lists.mediator_whole(w.session, mediator_id), _("There is no such mediator."))
        w.change(noun, version, wanted, read)
        w.commit()
        return noun


def add_absence(desk: Desk, mediator_id: int, values: Mapping[str, Any]) -> Absence:
    """Days on which he takes no case; Refusal where they overlap days that are entered already."""
    clean = fields.check(ABSENCE, values, desk.today())
    if clean["ends"] < clean["begins"]:
        raise Refusal(_("It ends before it begins."), "ends")
    with desk.work("add_absence") as w:
        noun = found(office_lists.mediator_whole(w.session, mediator_id), _("There is no such mediator."))
        for known in noun.absences:
            if known.begins <= clean["ends"] and clean["begins"] <= known.ends:
                sentence = _("He is entered as away from {begins} to {ends} already.")
                raise Refusal(sentence.format(begins=known.begins, ends=known.ends), "begins")
        absence = w.add(Absence(mediator_id=mediator_id, begins=clean["begins"], ends=clean["ends"], reason=clean.get("reason") or ""))
        w.commit()
        return absence


def add_kin(desk: Desk, mediator_id: int, values: Mapping[str, Any]) -> Kin:
    """Somebody near to him, whom the check for conflicts will know (SMR 15)."""
    clean = fields.check(KIN, values, desk.today())
    with desk.work("add_kin") as w:
        noun = found(office_lists.mediator_whole(w.session, mediator_id), _("There is no such mediator."))
        if any(texts.same_name(one.name, clean["name"]) and one.id_number == (clean.get("id_number") or "") for one in noun.kin):
            raise Refusal(_("{name} is declared already.").format(name=clean["name"]), "name")
        kin = w.add(
            Kin(
                mediator_id=mediator_id,
                name=clean["name"],
                relation=clean.get("relation") or "",
                id_number=clean.get("id_number") or "",
            )
        )
        w.commit()
        return kin


def _columns(sheet: tuple[Field, ...], clean: Mapping[str, Any]) -> dict[str, Any]:
    """Clean values as the columns hold them: words of the vocabulary, no None where a text belongs."""
    found: dict[str, Any] = {}
    for field in sheet:
        if field.key not in clean:
            continue
        value = clean[field.key]
        if field.key in _WORDS:
            found[field.key] = _WORDS[field.key](value) if value else (None if field.key == "sex" else MediatorKind.FULL_TIME)
        elif field.key in _DATES:
            found[field.key] = value or None
        elif field.key == "active":
            found[field.key] = value is not False
        else:
            found[field.key] = value if value is not None else ""
    return found
