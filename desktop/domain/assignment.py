"""Who may mediate a case: fit by field and language, load, absence, and the conflicts to be disclosed (SMR 15, OMR 13)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import PartyKind
from desktop.domain import texts
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.mediator import Mediator

MONGOLIAN = "蒙古语"


@dataclass(frozen=True)
class Candidate:
    """One mediator seen for one case; `load` counts the cases he has open, `warnings` are sentences."""

    mediator: "Mediator"
    load: int
    in_field: bool
    speaks: bool
    away: bool
    warnings: tuple[str, ...]


def candidate(mediator: "Mediator", case: "Case", load: int, day: date) -> Candidate:
    """How the mediator (with absences loaded) stands to the case (with parties loaded) on the day."""
    away = any(absence.begins <= day <= absence.ends for absence in mediator.absences)
    away = (
        away
        or not mediator.active
        or bool(mediator.valid_to and mediator.valid_to < day)
        or bool(mediator.valid_from and mediator.valid_from > day)
    )
    wanted = {party.language for party in case.parties if party.language} | ({MONGOLIAN} if case.mongolian else set())
    return Candidate(
        mediator,
        load,
        case.category in mediator.fields,
        wanted <= set(mediator.languages) if wanted else True,
        away,
        tuple(_warnings(mediator, case)),
    )


def _warnings(mediator: "Mediator", case: "Case") -> list[str]:
    found = []
    for party in case.parties:
        same_id = bool(mediator.id_number.strip()) and texts.squeezed(mediator.id_number).upper() == texts.squeezed(party.id_number).upper()
        if same_id:
            found.append(_("{mediator} has the same identity number as {party}.").format(mediator=mediator.name, party=party.name))
        elif party.kind is PartyKind.PERSON and texts.same_name(mediator.name, party.name):
            found.append(
                _("{mediator} bears the same name as a party; make sure it is not the same person.").format(mediator=mediator.name)
            )
        works_there = mediator.employer and mediator.employer in (party.employer, party.name)
        if works_there:
            found.append(_("{mediator} works where {party} works.").format(mediator=mediator.name, party=party.name))
    return found


def ranked(candidates: list[Candidate]) -> list[Candidate]:
    """The fittest first: here, speaks the language, knows the field, fewest open cases."""
    return sorted(candidates, key=lambda c: (c.away, bool(c.warnings), not c.speaks, not c.in_field, c.load, c.mediator.name))
