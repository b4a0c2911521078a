"""Who may mediate a case: fit by field and language, load, absence, and the conflicts to be disclosed (SMR 12, 13, 15; OMR 13)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import conflicts
from desktop.domain.conflicts import Conflict, Helped
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.mediator import Mediator

MONGOLIAN = "蒙古语"
_BETWEEN = re.compile(r"[、,，;；/和]")


@dataclass(frozen=True)
class Candidate:
    """One mediator seen for one case; `load` counts the cases he has open.

    `why_away` says why he cannot take it on that day, "" where he can. `conflicts` are all that were found, `settled` those of them to
    which both sides have agreed in this case.
    """

    mediator: "Mediator"
    load: int
    in_field: bool
    speaks: bool
    why_away: str
    conflicts: tuple[Conflict, ...] = ()
    settled: tuple[Conflict, ...] = ()

    @property
    def away(self) -> bool:
        """Whether he cannot take it."""
        return bool(self.why_away)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is still to be disclosed and agreed to, in sentences."""
        return tuple(one.sentence for one in self.conflicts if one not in self.settled)


def why_away(mediator: "Mediator", day: date) -> str:
    """Why a mediator (with absences loaded) cannot take a case on the day; "" where he can."""
    name = mediator.name
    gone = next((one for one in mediator.absences if one.begins <= day <= one.ends), None)
    if gone is not None:
        sentence = _("{name} is away from {first} to {last}: choose somebody else.")
        return sentence.format(name=name, first=gone.begins.isoformat(), last=gone.ends.isoformat())
    if not mediator.active:
        return _("{name} is not active any more: choose somebody else.").format(name=name)
    if mediator.valid_to and mediator.valid_to < day:
        return _("The certificate of {name} ran out on {day}: choose somebody else.").format(name=name, day=mediator.valid_to.isoformat())
    if mediator.valid_from and mediator.valid_from > day:
        return _("{name} is a mediator from {day} on only: choose somebody else.").format(name=name, day=mediator.valid_from.isoformat())
    return ""


def candidate(mediator: "Mediator", case: "Case", load: int, day: date, helped: Sequence[Helped] = ()) -> Candidate:
    """How the mediator (with absences and kin loaded) stands to the case (with parties, members and assignments loaded) on the day."""
    found = conflicts.of(mediator, case, helped)
    agreed = agreed_to(case, mediator.id)
    settled = tuple(one for one in found if one.key in agreed)
    return Candidate(mediator, load, case.category in mediator.fields, _speaks(mediator, case), why_away(mediator, day), found, settled)


def agreed_to(case: "Case", mediator_id: int) -> dict[str, tuple[str, date]]:
    """The conflicts of a mediator to which both sides agreed in this case, by key: what was disclosed and the day of their consent."""
    return {
        key: (one.disclosed, one.consented_on)
        for one in case.assignments
        if one.mediator_id == mediator_id and one.consented_on is not None
        for key in one.conflicts
    }


def _speaks(mediator: "Mediator", case: "Case") -> bool:
    """Whether he shares a language with every party, and speaks Mongolian where the case wants it."""
    spoken = set(mediator.languages)
    if case.mongolian and MONGOLIAN not in spoken:
        return False
    return all(spoken & set(_BETWEEN.split(party.language)) for party in case.parties if party.language.strip())


def ranked(candidates: list[Candidate]) -> list[Candidate]:
    """The fittest first: here, without an open conflict, speaks the language, knows the field, fewest open cases."""
    return sorted(candidates, key=lambda c: (c.away, bool(c.warnings), not c.speaks, not c.in_field, c.load, c.mediator.name))
