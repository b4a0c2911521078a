"""The screening log: rounds, nil reports, leads that become cases."""

from collections.abc import Mapping
from typing import Any

from desktop.domain.inputs.screening import SCREENING
from desktop.i18n import N_, _
from desktop.screens.ledgers.presenter_people import columns, sheet_values
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section, Sheet
from desktop.services import screenings


def _lines(desk: Any) -> Listing:
    found = []
    for row in screenings.listed(desk):
        waits = row.found and row.case_id is None and not row.handled
        groups = ("found" if row.found else "nil",) + (("waiting",) if waits else ()) + (("case",) if row.case_id else ())
        what = (
            _("Case {number}").format(number=row.case_number) if row.case_id else row.handled or (_("Not settled yet") if row.found else "")
        )
        people = str(row.people_count) if row.people_count else ""
        cells = (row.day.isoformat(), row.place, row.who, row.lead if row.found else _("Nil"), people, what)
        found.append(Line(row.id, cells, "amber" if waits else "", 5, not row.found, groups))
    return Listing(found)


def _card(desk: Any, screening_id: Any) -> Card:
    row = next(row for row in screenings.listed(desk) if row.id == screening_id)
    about = [
        Fact(_("Place"), row.place),
        Fact(_("Who went"), row.who),
        Fact(_("What was found"), row.lead if row.found else _("Nil")),
        Fact(_("People concerned"), str(row.people_count or "")),
        Fact(_("How it was dealt with"), row.handled),
        Fact(_("Case"), row.case_number),
    ]
    return Card(row.day.isoformat(), [("", [fact for fact in about if fact.value])])


def _new(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        screenings.add(desk, values)
        return _("The round is entered.")

    return Sheet(_("New round"), SCREENING, {"day": desk.today(), "who": desk.person.name}, save)


def _change(desk: Any, screening_id: Any) -> Sheet:
    one = screenings.one(desk, screening_id)
    read, version = columns(one), one.version

    def save(values: Mapping[str, Any]) -> str:
        screenings.change(desk, one.id, values, version, read)
        return _("Saved.")

    def over(values: Mapping[str, Any]) -> str:
        screenings.change(desk, one.id, values)
        return _("Saved.")

    return Sheet(_("Round of {day}").format(day=one.day.isoformat()), SCREENING, sheet_values(one, SCREENING), save, over)


def _no_case(line: Line) -> str:
    if "found" not in line.groups:
        return _("This is a nil report: nothing was found that could become a case.")
    if "case" in line.groups:
        return _("This lead is a case already.")
    return ""


LOG = Section(
    "screening",
    N_("Screening log"),
    N_("Rounds of looking for disputes before they break out: one line a round, also when nothing was found."),
    (
        Head(N_("Day"), 5.5),
        Head(N_("Place"), 9),
        Head(N_("Who went"), 7),
        Head(N_("What was found"), 14),
        Head(N_("How many people"), 4.5, True),
        Head(N_("What became of it"), 10),
    ),
    _lines,
    _card,
    (
        Deed("F3", N_("New round"), sheet=_new),
        Deed("F9", N_("Change the entry"), True, sheet=_change),
        Deed("F4", N_("Make it a case"), True, opens=lambda screening_id: ("new", {"screening_id": screening_id}), why_not=_no_case),
    ),
    (("found", N_("Disputes found")), ("nil", N_("Nil reports")), ("waiting", N_("Not settled yet"))),
    (),
    N_("No round is entered yet. A nil report belongs here too: it shows that somebody went."),
)
SECTIONS = (LOG,)
