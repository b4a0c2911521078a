"""What the commands around the cases do: who may take one, days away and kin, bodies, rounds of screening, series of numbers, copies."""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.base import Noun
    from desktop.domain.assignment import Candidate
    from desktop.services.desk import Desk

Arguments = argparse.Namespace


# --- mediators and bodies -----------------------------------------------------------------------------------------------------------


def mediator_propose(arguments: Arguments) -> int:
    """Who may mediate a case, the fittest first, with what stands in the way of each."""
    from desktop.services import assignment, cases

    with commands.open_desk(arguments) as desk:
        found = assignment.candidates(desk, cases.get(desk, arguments.number))[: arguments.limit or None]
    if arguments.json:
        output.json_text([_proposed(one) for one in found])
        return 0
    head = (_("Name"), _("Field"), _("Language"), _("Open cases"), _("Here"), _("To be disclosed"))
    rows = [
        (c.mediator.name, _yes(c.in_field), _yes(c.speaks), str(c.load), _yes(not c.away), " ".join(c.warnings))
        for c in found
    ]  # fmt: skip
    output.table(head, rows, right=(3,))
    return 0


def _proposed(one: "Candidate") -> dict[str, Any]:
    found = [{"key": each.key, "sentence": each.sentence, "settled": each in one.settled} for each in one.conflicts]
    return {
        "mediator": one.mediator.name, "certificate_number": one.mediator.certificate_number, "in_field": one.in_field,
        "speaks": one.speaks, "open_cases": one.load, "away": one.away, "conflicts": found,
    }  # fmt: skip


def mediator_absence(arguments: Arguments) -> int:
    """Days on which a mediator takes no case."""
    from desktop.services import mediators

    with _mediator(arguments) as (desk, mediator_id):
        made = mediators.add_absence(desk, mediator_id, commands.json_file(arguments.file))
    return _one(arguments, made, f"{made.begins.isoformat()} – {made.ends.isoformat()}")


def mediator_kin(arguments: Arguments) -> int:
    """Somebody near to a mediator, whom the check for conflicts will know."""
    from desktop.services import mediators

    with _mediator(arguments) as (desk, mediator_id):
        made = mediators.add_kin(desk, mediator_id, commands.json_file(arguments.file))
    return _one(arguments, made, made.name)


@contextmanager
def _mediator(arguments: Arguments) -> "Iterator[tuple[Desk, int]]":
    from desktop.services import assignment

    with commands.open_desk(arguments) as desk:
        with desk.reading() as session:
            found = assignment.named(session, arguments.name, "mediator").id
        yield desk, found


def organisation_add(arguments: Arguments) -> int:
    """A body, or a studio of one."""
    from desktop.services import organisations

    with commands.open_desk(arguments) as desk:
        made = organisations.add_organisation(desk, commands.json_file(arguments.file))
    return _one(arguments, made, made.name)


def organisation_list(arguments: Arguments) -> int:
    """All bodies with what they belong to, their court and their mediators."""
    from desktop.services import cases, organisations

    with commands.open_desk(arguments) as desk:
        found = organisations.listed(desk)
    if arguments.json:
        output.json_text(
            [
                {**cases.plain(one.organisation), "parent": one.parent, "court": one.court, "mediators": one.mediators}
                for one in found
            ]
        )  # fmt: skip
        return 0
    head = (_("Name"), _("Short name"), _("Kind"), _("Belongs to"), _("Court"), _("Mediators"))
    rows = [
        (one.organisation.name, one.organisation.short_name, words.shown(one.organisation.kind), one.parent, one.court, str(one.mediators))
        for one in found
    ]
    output.table(head, rows, right=(5,))
    return 0


# --- screening ------------------------------------------------------------------------------------------------------------------------


def screening_add(arguments: Arguments) -> int:
    """A round of looking for disputes, or a nil report."""
    from desktop.services import screenings

    with commands.open_desk(arguments) as desk:
        made = screenings.add(desk, commands.json_file(arguments.file))
    return _one(arguments, made, str(made.id))


def screening_list(arguments: Arguments) -> int:
    """Rounds, newest first."""
    from desktop.services import screenings

    with commands.open_desk(arguments) as desk:
        rows = screenings.listed(desk, open_leads=arguments.open)
    if arguments.json:
        output.json_rows(row._asdict() for row in rows)
        return 0
    head = (_("Round"), _("Day"), _("Place"), _("Who went"), _("What was found"), _("Case"))
    found = []
    for row in rows:
        lead = row.lead if row.found else _("nil report")
        found.append((str(row.id), row.day.isoformat(), row.place, row.who, lead, row.case_number))
    output.table(head, found, right=(0,))
    return 0


def screening_case(arguments: Arguments) -> int:
    """Registers the dispute that a round found: what the round says, and over it what the file says; prints its entry number."""
    from desktop.services import screenings

    more = commands.json_file(arguments.file)
    if not isinstance(more, Mapping):
        raise Refusal(_("A case is an object with named fields ({...})."))
    with commands.open_desk(arguments) as desk:
        case = screenings.open_case(desk, arguments.round, more)
    if arguments.json:
        output.json_text({"entry_number": case.entry_number, "id": case.id})
    else:
        output.line(case.entry_number)
    return 0


# --- series of numbers ----------------------------------------------------------------------------------------------------------------


def numbers_list(arguments: Arguments) -> int:
    """Where each series stands, and its void and reserved numbers."""
    from desktop.services import office_settings

    with commands.open_desk(arguments) as desk:
        rows = office_settings.series(desk)
        told = [(row, office_settings.outstanding(desk, row.series.id)[1]) for row in rows]
    if arguments.json:
        output.json_text(
            [
                {
                    "organisation": row.organisation, "kind": row.series.kind.value, "year": row.series.year, "next": row.series.next,
                    "closed": row.series.closed, "given": row.given,
                    "outstanding": [
                        {"id": one.id, "number": one.text, "state": one.state.value, "holder": one.holder, "note": one.note} for one in kept
                    ],
                }
                for row, kept in told
            ]
        )  # fmt: skip
        return 0
    head = (_("Organisation"), _("Series"), _("Year"), _("Next number"), _("Given"), _("Reserved"), _("Void"), _("Closed"))
    lines = [
        (row.organisation, words.shown(row.series.kind), str(row.series.year), str(row.series.next), str(row.given), str(row.reserved),
         str(row.void), _yes(row.series.closed))
        for row, _kept in told
    ]  # fmt: skip
    output.table(head, lines, right=(2, 3, 4, 5, 6))
    for _row, kept in told:
        for one in kept:
            output.line(f"{one.id}  {one.text}  {words.shown(one.state)}  {one.holder}  {one.note}".rstrip())
    return 0


def numbers_start(arguments: Arguments) -> int:
    """Lets a series go on where the paper register stands."""
    from desktop.services import office_settings

    with commands.open_desk(arguments) as desk:
        made = office_settings.start_at(desk, commands.json_file(arguments.file), _organisation(desk, arguments.organisation))
    return _one(arguments, made, str(made.next))


def numbers_reserve(arguments: Arguments) -> int:
    """Sets the next numbers of a series aside; prints them."""
    from desktop.services import office_settings

    with commands.open_desk(arguments) as desk:
        made = office_settings.reserve(desk, commands.json_file(arguments.file), _organisation(desk, arguments.organisation))
    if arguments.json:
        output.json_text([{"id": one.id, "number": one.text, "holder": one.holder} for one in made])
    else:
        for one in made:
            output.line(f"{one.id}  {one.text}")
    return 0


def _organisation(desk: "Desk", name: str) -> int | None:
    from desktop.services import organisations

    if not name:
        return None
    every = [one.organisation for one in organisations.listed(desk)]
    found = next((one.id for one in every if name in (one.name, one.short_name)), 0)
    if not found:
        raise Refusal(_("There is no organisation “{name}”.").format(name=name), "organisation", "not_found")
    return found


def numbers_void(arguments: Arguments) -> int:
    """Makes a reserved number void; it stays listed with its reason."""
    from desktop.services import office_settings

    with commands.open_desk(arguments) as desk:
        made = office_settings.void_reserved(desk, arguments.number_id, {"reason": arguments.reason})
    return _one(arguments, made, f"{made.text}  {words.shown(made.state)}")


def numbers_close(arguments: Arguments) -> int:
    """Closes the series of a year that is over."""
    from desktop.services import series

    with commands.open_desk(arguments) as desk:
        closed = series.close_year(desk, arguments.year, arguments.organisation)
    if arguments.json:
        output.json_text([{"kind": one.kind.value, "year": one.year, "next": one.next, "closed": one.closed} for one in closed])
    else:
        output.line(_("Closed: {n} series of {year}.").format(n=len(closed), year=arguments.year))
    return 0


# --- copies ---------------------------------------------------------------------------------------------------------------------------


def copy_office(arguments: Arguments) -> int:
    """Copies the office with its files into a folder and checks the copy; without a folder lists the copies that were made."""
    from desktop.services import copies

    with commands.open_desk(arguments) as desk:
        if arguments.folder:
            outside = arguments.outside or copies.looks_outside(desk, arguments.folder)
            made = [copies.make(desk, {"folder": arguments.folder, "outside": outside})]
        else:
            made = copies.listed(desk)
        about = copies.about(desk)
    if arguments.json:
        output.json_text([{"day": one.day, "file": one.file, "outside": one.outside, "size": one.size} for one in made])
        return 0
    for one in made:
        output.line(f"{one.day.isoformat()}  {one.file}")
    output.line(about)
    return 0


# --- what all share -------------------------------------------------------------------------------------------------------------------


def _one(arguments: Arguments, noun: "Noun", said: str) -> int:
    from desktop.services import cases

    if arguments.json:
        output.json_text(cases.plain(noun))
    else:
        output.line(said)
    return 0


def _yes(value: bool) -> str:
    return _("yes") if value else _("no")
