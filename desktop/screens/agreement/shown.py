"""What the page of an agreement shows, as plain words: made by the presenter, drawn by the view, known to both."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Line(NamedTuple):
    """One line of the check: `place` is the field it leads to; `state` is red, amber, green (passed) or "".

    `more` is why, and by which article: shown of the marked line. `kind` and `reasons` (code, in words) are for passing it; none where it
    must be mended.
    """

    sentence: str
    place: str
    state: str
    kind: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    more: str = ""


class Judged(NamedTuple):
    """The check of what is typed now. `why_not` is empty when the agreement can be issued as it stands.

    `more` are amber lines that are not shown, since five are enough.
    """

    lines: tuple[Line, ...]
    red: int
    amber: int
    total: str
    why_not: str
    more: int = 0


class Clash(NamedTuple):
    """An own wording says one value, its record another: both in one sentence; `text_can`: a field can take the text's."""

    sentence: str
    text_can: bool


class Offered(NamedTuple):
    """A clause of the library that can be taken with one key."""

    key: str
    name: str
    text: str


class Writing(NamedTuple):
    """What can be written, and with what it begins. `parties` are (number, name); `groups` says that one of them has members."""

    head: Sequence[Any]
    obligation: Sequence[Any]
    tail: Sequence[Any]
    values: Mapping[str, Any]
    fresh: Mapping[str, Any]
    parties: tuple[tuple[str, str], ...]
    restored: bool
    groups: bool = False


class Standing(NamedTuple):
    """Where the agreement stands. `state` is draft, issued or signed, or closed when it cannot be written (`words` says why)."""

    title: str
    subtitle: str
    state: str
    words: str
    may_sign: bool
    may_take_back: str


class DoneRow(NamedTuple):
    """One line of a table about an agreement that is done; `state` colours the cell `state_at`."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False


class Done(NamedTuple):
    """What is known of an agreement once it is issued: the move that comes next ("" for none), signers, `effect` (text, state, source),
    originals, what is owed and what falls due, each (text, state)."""

    next_key: str
    next_label: str
    next_words: str
    signers: tuple[DoneRow, ...]
    effect: tuple[str, str, str]
    originals: tuple[DoneRow, ...]
    originals_words: str
    owed: tuple[tuple[str, str], ...]
    dues: tuple[tuple[str, str], ...]


class Compared(NamedTuple):
    """Two versions beside each other: `versions` are (number, in words), `changes` (sentence, place)."""

    versions: tuple[tuple[int, str], ...]
    old: int
    new: int
    changes: tuple[tuple[str, str], ...]


class Aside(NamedTuple):
    """What takes the place of the writing for a moment: a sheet with a few fields and one button. `kind` is pass, paste or take_back."""

    kind: str
    title: str
    sentence: str
    fields: Sequence[Any]
    verb: str
