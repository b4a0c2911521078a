"""Mediators and organisations: their lines, cards and sheets."""

from collections.abc import Mapping
from typing import Any

from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.people import MEDIATOR
from desktop.domain.inputs.settings import ABSENCE, KIN, MEDIATOR_CHANGED, ORGANISATION_CHANGED
from desktop.i18n import N_, _
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section, Sheet
from desktop.services import mediators, organisations, people

HEAVY = 15  # so many open cases fill the bar of the load
_SQUARES = 5
_FIELDS_HELP = N_("Names of the kinds of dispute: {names}.")


def load_bar(n: int) -> str:
    """The load in a list: five squares and the number."""
    full = min(_SQUARES, -(-n * _SQUARES // HEAVY))
    return "■" * full + "□" * (_SQUARES - full) + f" {n}"


def _load_state(n: int) -> str:
    return "red" if n >= HEAVY else "amber" if n * 3 >= HEAVY * 2 else ""


def percent(part: int, whole: int) -> str:
    """A share in words; a dash where nothing was counted."""
    return f"{part * 100 // whole} %" if whole else "—"


def sheet_values(noun: Any, fields: tuple[Field, ...]) -> dict[str, Any]:
    """What a sheet shows of a noun: its columns as a form takes them."""
    found: dict[str, Any] = {}
    for field in fields:
        if hasattr(noun, field.key):
            value = getattr(noun, field.key)
            found[field.key] = str(value) if field.kind == "choice" and value is not None else value
    return found


def columns(noun: Any) -> dict[str, Any]:
    """The values as they were read, by column: what a change is compared with."""
    return {column.key: getattr(noun, column.key) for column in type(noun).__mapper__.column_attrs}


def _record(numbers: Any) -> list[Fact]:
    done = numbers.concluded
    return [
        Fact(_("Open cases"), str(numbers.running), _load_state(numbers.running), min(100, numbers.running * 100 // HEAVY)),
        Fact(_("Concluded"), str(done)),
        Fact(
            _("Settled"),
            f"{numbers.settled} ({percent(numbers.settled, done)})",
            "",
            numbers.settled * 100 // done if done else 0,
        ),
    ]


# ---------------------------------------------------------------------- mediators


def _lines(desk: Any) -> Listing:
    found = []
    for line in mediators.listed(desk):
        one = line.mediator
        state = "amber" if line.away else _load_state(line.load)
        expired = one.valid_to is not None and one.valid_to < desk.today()
        standing = _("Not active") if not one.active else _("Away") if line.away else _("Expired") if expired else ""
        groups = ("active",) if one.active else ("inactive",)
        cells = (
            one.name,
            load_bar(line.load),
            "、".join(mediators.field_names(desk, one.fields)),
            "、".join(one.languages),
            words.shown(one.kind),
            standing,
            line.organisation,
            one.phone,
        )
        found.append(Line(one.id, cells, state, 5 if line.away else 1, not one.active, groups + (("away",) if line.away else ())))
    return Listing(found)


def _card(desk: Any, mediator_id: Any) -> Card:
    card = mediators.card(desk, mediator_id)
    one, day = card.mediator, desk.today()
    about = [
        Fact(_("Organisation"), card.organisation.name),
        Fact(_("Kind of mediator"), words.shown(one.kind)),
        Fact(_("Fields"), "、".join(mediators.field_names(desk, one.fields))),
        Fact(_("Languages"), "、".join(one.languages)),
        Fact(_("Telephone"), one.phone),
        Fact(_("Certificate number"), one.certificate_number),
        Fact(_("Work unit"), one.employer),
        Fact(_("Valid"), _span(one), "amber" if one.valid_to is not None and one.valid_to < day else ""),
    ]
    away = [
        Fact("", " ".join(part for part in (f"{a.begins} – {a.ends}", a.reason) if part), "amber" if a.begins <= day <= a.ends else "")
        for a in reversed(one.absences)
    ]
    kin = [Fact("", " ".join(part for part in (k.name, k.relation) if part)) for k in one.kin]
    return Card(
        one.name,
        [
            ("", [fact for fact in about if fact.value]),
            (_("Cases"), _record(card.numbers)),
            (_("Absences"), away[:6] or [Fact("", _("None entered."))]),
            (_("Declared relatives"), kin or [Fact("", _("None declared."))]),
        ],
    )


def _span(one: Any) -> str:
    if one.valid_from is None and one.valid_to is None:
        return ""
    return f"{one.valid_from or '…'} – {one.valid_to or '…'}"


def _mediator_fields(fields: tuple[Field, ...], desk: Any) -> tuple[Field, ...]:
    """The sheet with the names of the kinds of dispute instead of their keys."""
    from dataclasses import replace

    help_words = _(_FIELDS_HELP).format(names="、".join(mediators.field_names(desk, list(desk.categories))))
    return tuple(replace(field, help=help_words) if field.key == "fields" else field for field in fields)


def _new(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        keys = mediators.field_keys(desk, [word for word in str(values.get("fields") or "").replace("，", "、").split("、") if word])
        made = people.add_mediator(desk, {**values, "fields": keys})
        return _("{name} stands in the list.").format(name=made.name)

    return Sheet(_("New mediator"), _mediator_fields(MEDIATOR, desk), {"kind": "full_time", "languages": ["汉语"]}, save)


def _change(desk: Any, mediator_id: Any) -> Sheet:
    one = mediators.card(desk, mediator_id).mediator
    shown = sheet_values(one, MEDIATOR_CHANGED) | {"fields": mediators.field_names(desk, one.fields)}
    read, version = columns(one), one.version

    def save(values: Mapping[str, Any]) -> str:
        mediators.change_mediator(desk, one.id, values, version, read)
        return _("Saved.")

    def over(values: Mapping[str, Any]) -> str:
        mediators.change_mediator(desk, one.id, values)
        return _("Saved.")

    return Sheet(one.name, _mediator_fields(MEDIATOR_CHANGED, desk), shown, save, over)


def _absence(desk: Any, mediator_id: Any) -> Sheet:
    one = mediators.card(desk, mediator_id).mediator

    def save(values: Mapping[str, Any]) -> str:
        made = mediators.add_absence(desk, one.id, values)
        return _("{name} is away from {begins} to {ends}.").format(name=one.name, begins=made.begins, ends=made.ends)

    return Sheet(_("Absence of {name}").format(name=one.name), ABSENCE, {"begins": desk.today()}, save)


def _kin(desk: Any, mediator_id: Any) -> Sheet:
    one = mediators.card(desk, mediator_id).mediator

    def save(values: Mapping[str, Any]) -> str:
        mediators.add_kin(desk, one.id, values)
        return _("Declared: the check for conflicts knows it.")

    note = _("Near relatives and people of the household, for the check for conflicts. Only the name is needed.")
    return Sheet(_("Relative of {name}").format(name=one.name), KIN, {}, save, note=note)


MEDIATORS = Section(
    "mediators",
    N_("Mediators"),
    "",
    (
        Head(N_("Name of a person"), 5),
        Head(N_("Open cases"), 6),
        Head(N_("Fields"), 8),
        Head(N_("Languages"), 6),
        Head(N_("Kind"), 7),
        Head(N_("State"), 4),
        Head(N_("Organisation"), 5),
        Head(N_("Telephone"), listed=False),
    ),
    _lines,
    _card,
    (
        Deed("F3", N_("New mediator"), sheet=_new),
        Deed("F9", N_("Change the entry"), True, sheet=_change),
        Deed("F4", N_("Absence"), True, sheet=_absence),
        Deed("F7", N_("Relative"), True, sheet=_kin),
    ),
    (("active", N_("Active")), ("away", N_("Away")), ("inactive", N_("Not active"))),
    ("active",),
    N_("No mediator is entered yet."),
)


# ---------------------------------------------------------------------- organisations


def _bodies(desk: Any) -> Listing:
    found = []
    for line in organisations.listed(desk):
        one = line.organisation
        name = f"　{one.name}" if line.parent else one.name
        cells = (name, one.short_name, words.shown(one.kind), words.shown(one.mediation_type), str(line.mediators), line.court, line.parent)
        groups = ("active" if one.active else "inactive", "studio" if line.parent else "body")
        found.append(((line.parent or one.name, bool(line.parent), one.name), Line(one.id, cells, "", 0, not one.active, groups)))
    return Listing([line for _order, line in sorted(found, key=lambda pair: pair[0])])


def _body_card(desk: Any, organisation_id: Any) -> Card:
    card = organisations.card(desk, organisation_id)
    one = card.organisation
    about = [
        Fact(_("Belongs to"), card.parent),
        Fact(_("Kind of body"), words.shown(one.kind)),
        Fact(_("Kind of mediation"), words.shown(one.mediation_type)),
        Fact(_("Where it works"), words.shown(one.site)),
        Fact(_("Court"), card.court),
        Fact(_("How official numbers are written"), one.number_pattern),
        Fact(_("Letterhead"), one.letterhead),
        Fact(_("Name on the seal"), one.seal_name),
        Fact(_("Address"), one.address),
        Fact(_("Telephone"), one.phone),
    ]
    groups: list[tuple[str, list[Fact]]] = [("", [fact for fact in about if fact.value]), (_("Cases"), _record(card.numbers))]
    if card.studios:
        groups.append((_("Studios and points"), [Fact("", name) for name in card.studios]))
    return Card(one.name, groups)


def _new_body(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        made = organisations.add_organisation(desk, values)
        return _("{name} stands in the list.").format(name=made.name)

    start = {"kind": "social", "mediation_type": "people", "site": "committee", "number_pattern": people.PATTERN, "active": True}
    return Sheet(_("New organisation"), ORGANISATION_CHANGED, start, save)


def _change_body(desk: Any, organisation_id: Any) -> Sheet:
    return organisation_sheet(desk, organisation_id)


def organisation_sheet(desk: Any, organisation_id: int, leave_out: tuple[str, ...] = (), title: str = "") -> Sheet:
    """The sheet of a body; `leave_out` are fields that do not belong on it."""
    card = organisations.card(desk, organisation_id)
    one = card.organisation
    fields = tuple(field for field in ORGANISATION_CHANGED if field.key not in leave_out)
    shown = sheet_values(one, fields) | {"court": card.court, "parent": card.parent}
    read, version = columns(one), one.version

    def save(values: Mapping[str, Any]) -> str:
        organisations.change_organisation(desk, one.id, values, version, read)
        return _("Saved. Papers that were issued stay as they are.")

    def over(values: Mapping[str, Any]) -> str:
        organisations.change_organisation(desk, one.id, values)
        return _("Saved. Papers that were issued stay as they are.")

    return Sheet(title or one.name, fields, shown, save, over)


ORGANISATIONS = Section(
    "organisations",
    N_("Organisations"),
    "",
    (
        Head(N_("Name of an organisation"), 19),
        Head(N_("Short name"), 5),
        Head(N_("Kind of body"), listed=False),
        Head(N_("Kind of mediation"), 10),
        Head(N_("Mediators"), 4, True),
        Head(N_("Court"), listed=False),
        Head(N_("Belongs to"), listed=False),
    ),
    _bodies,
    _body_card,
    (Deed("F3", N_("New organisation"), sheet=_new_body), Deed("F9", N_("Change the entry"), True, sheet=_change_body)),
    (("active", N_("Active")), ("inactive", N_("Not active")), ("studio", N_("Studios"))),
    ("active",),
    titled=True,
)
SECTIONS = (MEDIATORS, ORGANISATIONS)
