"""What the page of the platform's list shows, as plain words: made by the presenter, drawn by the view, known to both."""

from typing import NamedTuple


class Line(NamedTuple):
    """One finding; `state` (amber, green, red or "") colours the cell `state_at`."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False


class Shown(NamedTuple):
    """What came of a list: where it comes from, the findings, how many there are, in which months was looked.

    `opens` are the findings from which a case can be opened, `takes` those whose number a case here can take over.
    """

    source: str
    lines: tuple[Line, ...]
    told: str
    note: str
    opens: frozenset[str]
    takes: frozenset[str]
