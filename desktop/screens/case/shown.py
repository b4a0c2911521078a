"""What the page of a case shows, as plain words: made by the presenter, drawn by the view, known to both."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Station(NamedTuple):
    """One station of the road. `state` is done, now, next or later; `note` its day, or what it needs."""

    label: str
    note: str
    state: str


class Chip(NamedTuple):
    """A short word on a coloured ground; `state` is "", accent, red, amber or green."""

    text: str
    state: str = ""


class Move(NamedTuple):
    """One thing that may be done with a case; `why_not` is empty when it may be done now."""

    key: str
    label: str
    why_not: str


class PaperLine(NamedTuple):
    """One paper of the file."""

    kind: str
    subject: int
    label: str
    chip: Chip
    may_issue: bool


class PersonLine(NamedTuple):
    """One party with what is known and what is missing."""

    role: str
    name: str
    details: str
    chip: Chip
    missing: tuple[str, ...]


class Entry(NamedTuple):
    """A heading with its lines, each (label, text); `private` lines are for the desk alone."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    private: str = ""


class Signer(NamedTuple):
    """One line of the signing table as it stands."""

    who: str
    capacity: str
    day: str
    how: str


class AgreementShown(NamedTuple):
    """The agreement in short; `effect` says when it takes effect or who is still missing, `source` by what rule."""

    chip: Chip
    lines: tuple[tuple[str, str], ...]
    obligations: tuple[str, ...]
    signers: tuple[Signer, ...]
    effect: Chip
    source: str


class CaseShown(NamedTuple):
    """The whole page."""

    title: str
    subtitle: str
    stage: Chip
    term: Chip | None
    head: str
    road: tuple[Station, ...]
    beside: Station
    next: Move | None
    next_words: str
    moves: tuple[Move, ...]
    papers: tuple[PaperLine, ...]
    people: tuple[PersonLine, ...]
    missing: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sessions: tuple[Entry, ...]
    agreement: AgreementShown | None
    history: tuple[tuple[str, str], ...]


class Candidate(NamedTuple):
    """One mediator in the list of those who could preside; `word` is what is typed to name him."""

    word: str
    name: str
    letters: str
    load: int
    most: int
    languages: str
    remark: str
    state: str
    warned: str


class SigningRow(NamedTuple):
    """One line of the signing table to be filled; `values` go back to the service with what was ticked."""

    who: str
    capacity: str
    values: Mapping[str, Any]
    signed: bool


class Sheet(NamedTuple):
    """A small sheet that opens in the page. `fields` are declared fields, `apart` those that stand in a box of their own."""

    move: str
    title: str
    hint: str
    verb: str
    fields: Sequence[Any]
    values: Mapping[str, Any]
    columns: int = 1
    apart: Sequence[Any] = ()
    apart_words: str = ""
    candidates: tuple[Candidate, ...] = ()
    signing: tuple[SigningRow, ...] = ()
    restored: bool = False
