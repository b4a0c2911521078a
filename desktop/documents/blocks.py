"""A document as data: the blocks it is made of, how they are kept as JSON, and their checksum.

Every text in a block is plain text: no markup is known, so none can be smuggled in. What was issued is kept as these blocks
and is rendered from them for ever; wording, nouns and law may have changed by then.
"""

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from desktop.documents.picture_blocks import Photos, Sketch
from desktop.documents.record_blocks import Dialogue
from desktop.domain.refusal import Refusal
from desktop.i18n import _

FORMAT = 1  # raise it when a kept document could no longer be read by the older program


class PaperState(StrEnum):
    """How a sheet is marked: for reading aloud and changing, issued, or a later print of an issued one."""

    READING = "reading"
    ISSUED = "issued"
    COPY = "copy"


class Align(StrEnum):
    """Where the lines of a text stand between its edges."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Vertical:
    """Traditional Mongolian in columns from left to right; every text begins a column, `height` is the most of one in millimetres."""

    texts: tuple[str, ...]
    height: float = 60.0


@dataclass(frozen=True)
class Title:
    """The name of the document, centred, in the title face."""

    text: str


@dataclass(frozen=True)
class Number:
    """The line under the title with the official number."""

    text: str
    align: Align = Align.RIGHT


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is set in the heading face, level 2 in the bold one. It never ends a page."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; a line feed begins a new paragraph. `keep` binds its end to the block that follows."""

    text: str
    indent: bool = True
    align: Align = Align.JUSTIFY
    keep: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell of a form; `label` is the printed question, otherwise it is the answer. `span` counts columns."""

    text: str
    span: int = 1
    label: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True)
class FormRow:
    """A row of a form; `height` is the least height in millimetres (0: as tall as the text)."""

    cells: tuple[Cell, ...]
    height: float = 0.0


@dataclass(frozen=True)
class Fields:
    """A form with ruled cells; `columns` are the relative widths of the grid that the spans of every row add up to."""

    rows: tuple[FormRow, ...]
    columns: tuple[float, ...]


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page it reaches: relative widths, a last bold row, the least height of a row in mm."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    align: tuple[Align, ...] = ()
    total: tuple[str, ...] = ()
    height: float = 0.0


@dataclass(frozen=True)
class Clauses:
    """Numbered clauses 一、二、三、 beginning with `first`."""

    items: tuple[str, ...]
    first: int = 1

    def numbered(self) -> tuple[str, ...]:
        """The clauses with their numbers in front."""
        return tuple(f"{chinese_number(n)}、{item}" for n, item in enumerate(self.items, self.first))


@dataclass(frozen=True)
class SignatureLine:
    """Who signs as what: room for the hand, the fingerprint and the date beside the printed name."""

    capacity: str
    name: str
    hint: str = ""
    date: str = ""


@dataclass(frozen=True)
class Signatures:
    """The signing table; it keeps with at least two lines of the text before it."""

    head: tuple[str, str, str, str]
    lines: tuple[SignatureLine, ...]


@dataclass(frozen=True)
class SealPlace:
    """Room for a round seal over the name of the organisation and the date."""

    text: str
    date: str = ""
    align: Align = Align.RIGHT


@dataclass(frozen=True)
class Letterhead:
    """The name of the office in large type over a rule, at the head of a first page; `below` is a small line under the name."""

    text: str
    below: str = ""


@dataclass(frozen=True)
class Notice:
    """Words to the reader that are no part of the content: set smaller, without indent."""

    text: str


@dataclass(frozen=True)
class Blank:
    """Empty lines for handwriting, ruled or only white."""

    lines: int = 1
    ruled: bool = False


@dataclass(frozen=True)
class PageBreak:
    """The next block begins a new page."""


@dataclass(frozen=True)
class Series:
    """The bars of one colour: what they are, and one number a label (counts, not negative)."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Chart:
    """Bars that lie on their side and begin at zero, a group a label; the numbers themselves stand in the table beside it."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]


Block = (
    Letterhead
    | Title
    | Number
    | Heading
    | Paragraph
    | Fields
    | Table
    | Clauses
    | Signatures
    | SealPlace
    | Notice
    | Blank
    | PageBreak
    | Chart
    | Vertical
    | Dialogue
    | Photos
    | Sketch
)
BLOCKS: dict[str, type] = {kind.__name__.lower(): kind for kind in typing.get_args(Block)}


@dataclass(frozen=True)
class Furniture:
    """The words in head and foot; `page` has the fields {page} and {pages}. They are kept with the document like its blocks."""

    page: str
    training: str
    reading: str
    copy: str


@dataclass(frozen=True)
class PageNumber:
    """One number of the page that an office has otherwise than shipped, for example `margin.top`, 30 (as in page.toml)."""

    name: str
    value: float


@dataclass(frozen=True)
class Paper:
    """One document: its blocks and what stands on every page.

    `kind` is the code name of the kind (`agreement`), `layout` names a page of `resources/templates/page.toml`, `language` is a
    code such as `zh-CN`. `marks` are further words for the head, for example 作废. `page_signatures` are the lines for
    signatures at the foot of every page. `training` papers say on every page that they are not real. `page` is what of the layout is the
    office's own: it stays with the paper, whatever the office changes later. `subject` is the id of the row that it is about, where a
    case has several papers of the kind: the symbol of each page tells them apart by it.
    """

    kind: str
    title: str
    number: str
    organisation: str
    furniture: Furniture
    blocks: tuple[Block, ...]
    version: int = 1
    language: str = "zh-CN"
    layout: str = "official"
    state: PaperState = PaperState.READING
    training: bool = False
    marks: tuple[str, ...] = ()
    page_signatures: tuple[str, ...] = ()
    page: tuple[PageNumber, ...] = ()
    subject: int = 0

    def with_state(self, state: PaperState) -> "Paper":
        """The same words, marked otherwise."""
        return dataclasses.replace(self, state=state)

    def page_marks(self) -> tuple[str, ...]:
        """The words that mark every page, the gravest first."""
        state = {PaperState.READING: self.furniture.reading, PaperState.COPY: self.furniture.copy}.get(self.state, "")
        return tuple(word for word in (self.furniture.training if self.training else "", *self.marks, state) if word)


def to_json(paper: Paper) -> dict[str, Any]:
    """The paper as plain JSON values, to be kept."""
    return {"format": FORMAT, **typing.cast(dict[str, Any], _plain(paper))}


def from_json(data: dict[str, Any]) -> Paper:
    """The paper kept as JSON; refuses what this program cannot read or what was damaged, naming the place."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        found = data.get("format") if isinstance(data, dict) else None
        raise Refusal(
            _("This stored document has the format {found}; the program reads format {known}. Update the program.").format(
                found=found, known=FORMAT
            ),
            code="document_format",
        )
    return typing.cast(Paper, _read(Paper, {key: value for key, value in data.items() if key != "format"}, "paper"))


def canonical(paper: Paper) -> str:
    """The one JSON text of a paper, the same on every machine."""
    return json.dumps(to_json(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(paper: Paper) -> str:
    """SHA-256 over the canonical JSON, as 64 hexadecimal digits.

    A copy has the checksum of the issued paper: it says the same, only its sheets are marked as copies.
    """
    if paper.state is PaperState.COPY:
        paper = paper.with_state(PaperState.ISSUED)
    return hashlib.sha256(canonical(paper).encode("utf-8", "surrogatepass")).hexdigest()


def texts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every text that will be printed with its place, for example `blocks.3.rows.0.cells.1.text`."""
    for name, kept in _plain(paper).items():
        if name not in ("kind", "version", "language", "layout", "state", "training", "page", "subject"):
            yield from _texts(name, kept)


def chinese_number(n: int) -> str:
    """The number as one counts in Chinese (1 to 9,999): 一, 十, 十二, 二十, 一百零五, 一千二百."""
    if not 1 <= n <= 9999:
        raise ValueError(n)
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    out, gap = "", False
    for place in range(3, -1, -1):
        digit = n // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + units[place]
            gap = False
        else:
            gap = True
    return out[1:] if out.startswith("一十") else out


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        # A default is left out, so that a field added later changes neither the JSON nor the checksum of what is kept. Hence a
        # default, once shipped, never changes.
        out = {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value) if getattr(value, f.name) != f.default}
        name = type(value).__name__.lower()
        return {"block": name, **out} if name in BLOCKS else out
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _texts(place: str, kept: Any) -> Iterator[tuple[str, str]]:
    if isinstance(kept, str):
        yield place, kept
    elif isinstance(kept, list):
        for n, item in enumerate(kept):
            yield from _texts(f"{place}.{n}", item)
    elif isinstance(kept, dict):
        for name, item in kept.items():
            if name not in ("block", "align", "data"):
                yield from _texts(f"{place}.{name}", item)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _damaged(place: str) -> Refusal:
    return Refusal(_("The stored document is damaged at {place}. Restore it from a backup.").format(place=place), place, "document_damaged")


def _read(kind: Any, kept: Any, place: str) -> Any:
    """The value of the declared type out of its JSON; anything else is damage."""
    if isinstance(kind, types.UnionType):
        name = kept.get("block") if isinstance(kept, dict) else None
        if name not in BLOCKS:
            raise _damaged(f"{place}.block")
        return _read(BLOCKS[name], {key: value for key, value in kept.items() if key != "block"}, place)
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)
        if not isinstance(kept, list) or (inner[-1] is not ... and len(inner) != len(kept)):
            raise _damaged(place)
        return tuple(_read(inner[0], item, f"{place}.{n}") for n, item in enumerate(kept))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        names = {f.name: f.default is dataclasses.MISSING for f in dataclasses.fields(kind)}
        if not isinstance(kept, dict) or set(kept) - set(names) or any(needed and name not in kept for name, needed in names.items()):
            raise _damaged(place)
        return kind(**{name: _read(_hints(kind)[name], item, f"{place}.{name}") for name, item in kept.items()})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if kept not in {str(member) for member in kind}:
            raise _damaged(place)
        return kind(kept)
    if kind is float and isinstance(kept, int | float) and not isinstance(kept, bool):
        return kept
    if type(kept) is not kind:
        raise _damaged(place)
    return kept
