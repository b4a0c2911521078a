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
    """One thing that may be done with a case; `why_not` is empty when it may be done now, `hint` says what it is for."""

    key: str
    label: str
    why_not: str
    hint: str = ""


class Due(NamedTuple):
    """One thing that falls due or waits: what, until when with the days left, and the move that deals with it ("": none)."""

    what: str
    state: str
    move: str


class PaperLine(NamedTuple):
    """One paper of the file; `originals` says how many there are and how many were handed over."""

    kind: str
    subject: int
    label: str
    chip: Chip
    may_issue: bool
    originals: str = ""
    deeds: tuple["Deed", ...] = ()


class PersonLine(NamedTuple):
    """One party with what is known and what is missing."""

    role: str
    name: str
    details: str
    chip: Chip
    missing: tuple[str, ...]
    number: str = ""


class Deed(NamedTuple):
    """One button of a section: the move whose sheet it opens, or a word of the page itself (`files`, `look`, `agreement.open`).

    `takes` is "" for none, "row" for the line the cursor is on, "rows" for the lines that are marked; `begin` is known already.
    """

    key: str
    label: str
    why_not: str = ""
    takes: str = ""
    begin: Mapping[str, Any] = {}


class Head(NamedTuple):
    """One column of a table."""

    label: str
    ems: float = 6
    right: bool = False
    stretch: bool = False


class Row(NamedTuple):
    """One line of a table; `state` (red, amber, green, "") colours the cell `state_at`."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False


class Text(NamedTuple):
    """A sentence; `role` is one of those of a label (heading, small, soft, warning), `state` colours it, `name` finds it."""

    text: str
    role: str = ""
    state: str = ""
    name: str = ""


class Lines(NamedTuple):
    """(label, text) on one grid."""

    lines: tuple[tuple[str, str], ...]
    ems: float = 6


class Table(NamedTuple):
    """A table with its buttons; Enter on a line does the first of `deeds` that takes one. At `most` so many lines are seen at once."""

    name: str
    label: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    marks: bool = False
    deeds: tuple[Deed, ...] = ()
    most: int = 9


Block = Text | Lines | Table


class Section(NamedTuple):
    """One part of what is known of a case; `private` blocks and sections not `for_guests` are for the desk alone."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    chip: Chip = Chip("")
    deeds: tuple[Deed, ...] = ()
    private: tuple[Block, ...] = ()
    for_guests: bool = True


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
    dues: tuple[Due, ...]
    papers: tuple[PaperLine, ...]
    more_papers: tuple["Deed", ...]
    people: tuple[PersonLine, ...]
    missing: tuple[str, ...]
    sections: tuple[Section, ...]
    packet: bool = False  # whether there is an agreement of which a confirmation can be asked


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


class PickRow(NamedTuple):
    """One line to choose from on a sheet: `fills` are fields that follow from it, `hides` those that mean nothing with it."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False
    fills: Mapping[str, Any] = {}
    hides: tuple[str, ...] = ()


class Pick(NamedTuple):
    """A table on a sheet from which one line is chosen, or several are marked; their ids come back under `key`."""

    key: str
    label: str
    heads: tuple[Head, ...]
    rows: tuple[PickRow, ...]
    marks: bool = False
    chosen: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """A small sheet that opens in the page. `fields` are declared fields, `apart` those that stand in a box of their own.

    `typed` was typed the last time and not saved; `meanwhile` says what somebody else changed of it since.
    `above` is what should be known before one types. With `reckoned` the presenter is asked after each change what comes of it. `folds` are
    further fields in groups that open under their titles.
    """

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
    typed: Mapping[str, Any] = {}
    meanwhile: tuple[str, ...] = ()
    above: tuple[Text, ...] = ()
    pick: Pick | None = None
    reckoned: bool = False
    begins_at: str = ""
    folds: tuple[tuple[str, tuple[Any, ...]], ...] = ()


class Reckoned(NamedTuple):
    """What comes of a sheet as it is typed now: a sentence with its state, and lines where there is more to look at."""

    chip: Chip
    table: Table | None = None


class Filed(NamedTuple):
    """What became of one page of a file that was dropped."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False


class Files(NamedTuple):
    """What became of files that were dropped or chosen: `rows` page by page; `waiting` are files that found no place, with the form
    that says where they belong."""

    rows: tuple[Filed, ...]
    waiting: tuple[str, ...]
    fields: Sequence[Any]
    values: Mapping[str, Any]
