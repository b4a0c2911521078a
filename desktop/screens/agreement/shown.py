"""What the page of an agreement shows, as plain words: made by the presenter, drawn by the view, known to both."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Line(NamedTuple):
    """One line of the check: `place` is the field it leads to; `state` is red, amber or ""."""

    sentence: str
    place: str
    state: str


class Judged(NamedTuple):
    """The check of what is typed now. `why_not` is empty when the agreement can be issued as it stands."""

    lines: tuple[Line, ...]
    red: int
    amber: int
    total: str
    why_not: str


class Writing(NamedTuple):
    """What can be written, and with what it begins. `parties` are (number, name)."""

    head: Sequence[Any]
    obligation: Sequence[Any]
    tail: Sequence[Any]
    values: Mapping[str, Any]
    fresh: Mapping[str, Any]
    parties: tuple[tuple[str, str], ...]
    restored: bool


class Standing(NamedTuple):
    """Where the agreement stands. `state` is draft, issued or signed, or closed when it cannot be written (`words` says why)."""

    title: str
    subtitle: str
    state: str
    words: str
    may_sign: bool
    may_take_back: str
