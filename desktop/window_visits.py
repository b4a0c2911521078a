"""The pages that were opened and what for: which is shown, the way back and forth, how many are kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.pages import PAGES
from desktop.widgets.page import Page

OPENERS = frozenset(("move", "paper", "kind", "deed", "of"))  # they open something on a page and do not make it another page
KEPT = 8  # pages of cases kept alive for going back; more of them would only cost memory
_TRAIL = 50


@dataclass
class Visit:
    """One page that was opened, with what it was opened for."""

    name: str
    arguments: dict[str, Any]
    page: Page
    presenter: Any = field(repr=False)


class Visits:
    """`drop` takes a page that is forgotten out of the window."""

    def __init__(self, drop: Callable[[Visit], None]) -> None:
        self._drop = drop
        self.every: list[Visit] = []
        self.back: list[Visit] = []
        self.forward: list[Visit] = []
        self.now: Visit | None = None

    def already(self, name: str, arguments: dict[str, Any]) -> Visit | None:
        """The visit that shows the same thing; pages of the rail are there once, cases once each."""
        same = (visit for visit in self.every if visit.name == name)
        if PAGES[name].in_rail or name == "help":
            return next(same, None)
        wanted = _thing(arguments)
        return next((visit for visit in same if _thing(visit.arguments) == wanted), None)

    def take_in(self, visit: Visit) -> None:
        """One more; the oldest beyond those that are kept are forgotten."""
        self.every.append(visit)
        others = [old for old in self.every if not PAGES[old.name].in_rail and old is not visit and old is not self.now]
        for old in others[: max(0, len(others) - KEPT)]:
            for row in (self.every, self.back, self.forward):
                row[:] = [other for other in row if other is not old]
            self._drop(old)

    def went_from(self, before: Visit | None, keep_forward: bool) -> None:
        """Remembers the way back; a way taken anew ends the way forth."""
        if before is not None:
            self.back.append(before)
            del self.back[:-_TRAIL]
        if not keep_forward:
            self.forward.clear()

    def clear(self) -> None:
        """Forgets them all."""
        for visit in self.every:
            self._drop(visit)
        self.every, self.back, self.forward, self.now = [], [], [], None


def _thing(arguments: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in arguments.items() if key not in OPENERS}
