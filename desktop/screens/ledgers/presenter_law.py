"""Settings of the law: legal values by year, days off, causes; the shipped ones with their source, the office's own beside them."""

from collections.abc import Mapping
from typing import Any

from desktop.categories import CATEGORIES
from desktop.categories.category import OWN
from desktop.domain import law, law_words
from desktop.domain.inputs.settings import CAUSE, LEGAL_VALUE, SPECIAL_DAY
from desktop.i18n import N_, _
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section, Sheet
from desktop.services import law_values, regions

ASKED = "ask"
"""Stands in the place of a line where a calculation asks for the value of a year: `0|key|region|ask|2026`."""


def _values(desk: Any) -> Listing:
    typed = {(one.key, one.region, one.valid_from, one.value): one.id for one, _who in law_values.typed(desk)}
    day = desk.today()
    lines = []
    names = {one.key: one.name for one in law_values.values(desk) if one.name}
    for asked in law_values.not_known(desk):
        unit = law_words.unit(asked.unit)
        cells = (asked.name, "—", unit, _("Not known"), "", "", regions.named(asked.region), asked.note, asked.key)
        lines.append(Line(f"0|{asked.key}|{asked.region}", cells, "amber", 3, False, ("wanted", "shipped")))
    for late in law_values.behind(desk):
        unit, name = law_words.unit(late.unit), late.name or names.get(late.key, late.key)
        span, note = _("from {year} on").format(year=(late.year or 0) + 1), _("newest known: {year}").format(year=late.year)
        cells = (name, "—", unit, _("Not known"), str(day.year - 1), span, regions.named(late.region), note, late.key)
        lines.append(Line(f"0|{late.key}|{late.region}|late", cells, "amber", 3, False, ("wanted", "shipped")))
    for one in law_values.values(desk):
        holds = one.valid_from <= day <= one.valid_to
        status = _("Typed by {name}").format(name=one.typed_by) if one.typed_by else law_words.status(one.status)
        unit = law_words.unit(one.unit)
        span = f"{one.valid_from} – {'' if one.valid_to == law.FAR else one.valid_to}"
        name = one.name or names.get(one.key, one.key)
        cells = (name, str(one.value), unit, status, str(one.year or ""), span, regions.named(one.region), one.source, one.key)
        own = next(
            (
                number
                for (key, region, first, _value), number in typed.items()
                if one.typed_by and (key, region, first) == (one.key, one.region, one.valid_from)
            ),
            0,
        )
        groups = ("now" if holds else "past", "typed" if one.typed_by else "shipped")
        place = f"{own}|{one.key}|{one.region}|{one.valid_from}|{one.year or ''}|{one.value}"
        state = "green" if one.typed_by else law_words.STATE.get(one.status, "")
        lines.append(Line(place, cells, state, 3, not holds, groups))
    return Listing(lines)


def _value_card(desk: Any, place: Any) -> Card:
    line = next(line for line in _values(desk).lines if line.id == place)
    name, value, unit, status, year, span, region, source, key = line.cells
    about = [
        Fact(_("Value"), f"{value} {unit}"),
        Fact(_("Statistical year"), year),
        Fact(_("Valid"), span),
        Fact(_("Region"), region),
        Fact(_("Status"), status, line.state),
        Fact(_("Comes from"), source),
        Fact(_("Key"), key),
    ]
    return Card(name, [("", [fact for fact in about if fact.value])])


def _type_value(desk: Any, place: Any) -> Sheet:
    _own, key, region, *more = str(place).split("|")
    year = int(more[1]) if more and more[0] == ASKED else None

    def save(values: Mapping[str, Any], sure: bool = False) -> str:
        law_values.add_value(desk, values, sure)
        return _("The value counts from its first day on. Cases of earlier days stay as they are.")

    note = _("A typed value wins over the shipped one; your name is kept with it and printed with what it was used for.")
    return Sheet(
        _("Type the next value"),
        LEGAL_VALUE,
        law_values.next_of(desk, key, region, year),
        save,
        lambda values: save(values, True),
        note=note,
    )


def _drop_value(desk: Any, place: Any) -> str:
    law_values.drop_value(desk, int(str(place).split("|")[0]))
    return _("The typed value is taken back.")


def _not_typed(line: Line) -> str:
    return "" if "typed" in line.groups else _("This value is shipped: type a newer one, which then wins.")


def _days(desk: Any) -> Listing:
    found = law_values.days(desk)
    lines = [
        Line(
            f"own|{one.id}",
            (one.day.isoformat(), one.name, _("Working day") if one.working else _("Day off"), _("Typed at the office"), one.source),
            "green",
            3,
            groups=("own",),
        )
        for one in found.own
    ]
    for year in found.years:
        days = [(day, name, False) for day, name in year.off.items()] + [(day, "", True) for day in year.working]
        status = law_words.status(year.status)
        lines += [
            Line(
                f"{day}",
                (day.isoformat(), name or _("Make-up working day"), _("Working day") if working else _("Day off"), status, year.source),
                law_words.STATE.get(year.status, ""),
                3,
                groups=("now" if day.year >= desk.today().year else "past",),
            )
            for day, name, working in sorted(days, reverse=True)
        ]
    return Listing(lines, [(sentence, "amber") for sentence in found.missing])


def _set_day(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        made = law_values.set_day(desk, values)
        return _("{day} is entered; terms count with it.").format(day=made.day.isoformat())

    return Sheet(_("Own day"), SPECIAL_DAY, {"working": False}, save)


def _drop_day(desk: Any, place: Any) -> str:
    law_values.drop_day(desk, int(str(place).split("|")[1]))
    return _("The day is taken away; the shipped table counts again.")


def _not_own(line: Line) -> str:
    return "" if "own" in line.groups else _("This day is of the shipped table: enter an own day over it.")


def _causes(desk: Any) -> Listing:
    lines = []
    day = desk.today()
    for n, one in enumerate(law_values.causes(desk)):
        holds = (one.valid_from is None or one.valid_from <= day) and (one.valid_to is None or day <= one.valid_to)
        category = desk.categories.label(one.category) if one.category in desk.categories else ""
        span = " – ".join(str(part or "") for part in (one.valid_from, one.valid_to))
        own = _("Typed at the office") if one.own is not None else _("Comes with the program")
        groups = ("own" if one.own is not None or one.category.startswith(OWN) else "shipped", one.category or "none")
        lines.append(Line(n, (one.name, category, one.edition, span, own), "green" if one.own else "", 4, not holds, groups))
    return Listing(lines)


def _add_cause(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        law_values.add_cause(desk, values)
        return _("The cause stands in the list.")

    return Sheet(_("New cause"), CAUSE, {}, save)


VALUES = Section(
    "values",
    N_("Legal values"),
    N_("Shipped values with their source and how well they were checked; what the office types wins."),
    (
        Head(N_("Name of the value"), 18),
        Head(N_("Value"), 5.5, True),
        Head(N_("Unit"), 4),
        Head(N_("Status"), 6),
        Head(N_("Year"), 3),
        Head(N_("Valid"), 10),
        Head(N_("Region"), listed=False),
        Head(N_("Comes from"), listed=False),
        Head(N_("Key"), listed=False),
    ),
    _values,
    _value_card,
    (
        Deed("F9", N_("Type the next value"), True, sheet=_type_value),
        Deed("F4", N_("Take back"), True, act=_drop_value, why_not=_not_typed),
    ),
    (("now", N_("Holding now")), ("wanted", N_("Not known")), ("typed", N_("Typed at the office")), ("past", N_("Of other days"))),
    ("now", "wanted", "typed"),
)
DAYS = Section(
    "days",
    N_("Holidays"),
    N_("Days off and make-up working days; a last day that falls on a day off moves on."),
    (Head(N_("Day"), 6), Head(N_("Name of the day"), 8), Head(N_("Kind"), 5), Head(N_("Status"), 8), Head(N_("Comes from"), 24)),
    _days,
    None,
    (Deed("F3", N_("Enter a day"), sheet=_set_day), Deed("F4", N_("Take away"), True, act=_drop_day, why_not=_not_own)),
    (("now", N_("This year and later")), ("own", N_("Typed at the office")), ("past", N_("Earlier years"))),
    ("now", "own"),
)
CAUSES = Section(
    "causes",
    N_("Causes"),
    N_("Causes by category with their edition; cases keep the edition they were registered with."),
    (Head(N_("Cause"), 16), Head(N_("Category"), 8), Head(N_("Edition"), 5), Head(N_("Valid"), 12), Head(N_("Origin"), 8)),
    _causes,
    None,
    (Deed("F3", N_("New cause"), sheet=_add_cause),),
    (("own", N_("Typed at the office")), *((key, category.label) for key, category in CATEGORIES.items())),
)
SECTIONS = (VALUES, DAYS, CAUSES)
