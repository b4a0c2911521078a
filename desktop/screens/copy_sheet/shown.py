"""What the page of the copy sheet shows, as plain words: made by the presenter, drawn by the view, known to both."""

from typing import NamedTuple


class Line(NamedTuple):
    """One field of the platform; `state` (amber, green, red or "") colours the cell `state_at`."""

    id: str
    cells: tuple[str, ...]
    state: str = ""
    state_at: int = 0
    quiet: bool = False


class Shown(NamedTuple):
    """The whole sheet: the case, the platform, its lines, how many are entered, what stands above, the whole text of each line."""

    title: str
    platform: str
    lines: tuple[Line, ...]
    told: str
    note: str
    texts: dict[str, str]
