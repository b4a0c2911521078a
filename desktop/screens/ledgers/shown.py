"""What a list of the office is, so that one view and one presenter serve all of them. No Qt, no database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desktop.domain.fields import Field


class Head(NamedTuple):
    """One column: `label` is a marked word, `ems` its width in Chinese characters.

    `listed` False: it stands on the card only, so that the list fits its half of the window; it is found by all the same.
    """

    label: str
    ems: float = 8
    right: bool = False
    listed: bool = True


class Line(NamedTuple):
    """One line in words; `state` (red, amber, green, "") colours the cell `state_at`, `quiet` greys the whole line."""

    id: int | str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False
    groups: tuple[str, ...] = ()
    """The filters it answers to."""


class Listing(NamedTuple):
    """What the list holds now; `notes` are sentences above it, each with its state; `pick` is the line to stand on."""

    lines: Sequence[Line]
    notes: Sequence[tuple[str, str]] = ()


class Fact(NamedTuple):
    """One line of a card: what, and how much or which; `share` (0 to 100) is drawn as a bar, None for none."""

    label: str
    value: str
    state: str = ""
    share: int | None = None


class Card(NamedTuple):
    """What is known of a line: groups of facts under their headings, the first has none."""

    title: str
    groups: Sequence[tuple[str, Sequence[Fact]]]


@dataclass(frozen=True)
class Sheet:
    """A form that is open: `save` runs off the window's thread, raises Refusal, gives the sentence that is said; `over` saves over
    what somebody else has changed meanwhile."""

    title: str
    fields: tuple[Field, ...]
    values: Mapping[str, Any]
    save: Callable[[Mapping[str, Any]], str]
    over: Callable[[Mapping[str, Any]], str] | None = None
    verb: str = ""
    note: str = ""
    looks: bool = False
    """Saving it changes the looks of the whole program."""
    folder: str = ""
    """The key of a field that takes a folder, which can be chosen in a window."""


@dataclass(frozen=True)
class Deed:
    """One thing to do with the list or with the line that is chosen (`of_line`): it opens a sheet, acts at once, or opens a page.

    `why_not` says of a line (None: there is none) why it cannot be done, "" where it can.
    """

    key: str
    label: str
    of_line: bool = False
    sheet: Callable[[Any, Any], Sheet] | None = None
    act: Callable[[Any, Any], str] | None = None
    opens: Callable[[Any], tuple[str, dict[str, Any]]] | None = None
    why_not: Callable[[Line], str] = field(default=lambda _line: "")


@dataclass(frozen=True)
class Section:
    """A list with its sheet, or (`alone`) a sheet without a list. Labels are marked words, translated when shown.

    `lines`, `card` and the sheets of the deeds read the office: they run on the thread of the jobs.
    """

    key: str
    label: str
    hint: str
    heads: tuple[Head, ...] = ()
    lines: Callable[[Any], Listing] | None = None
    card: Callable[[Any, Any], Card] | None = None
    deeds: tuple[Deed, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    start_filter: tuple[str, ...] = ()
    empty: str = ""
    alone: Callable[[Any], Sheet] | None = None
    titled: bool = False
    """Its name stands over the page in place of the page's own."""
