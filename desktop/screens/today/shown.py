"""What the page Today shows, as plain words: the presenter writes it, the view draws it."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One thing to do, in words; `state` colours the days that are left."""

    case_id: int
    what: str
    number: str
    parties: str
    until: str
    left: str
    verb: str
    state: str
    move: str
    source: str


Lists = Sequence[tuple[str, Sequence[Line], str]]
"""(title, lines, what an empty list says)."""
