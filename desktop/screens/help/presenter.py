"""Which help page is shown: read from `resources/help/`, a title in the first line, headings after ##, lists after a hyphen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop import assets

TOPICS = (
    "general", "today", "new_dispute", "register", "case", "agreement", "calculation", "screening", "mediators", "organisations",
    "statistics", "settings", "platforms", "first_run",
)  # fmt: skip
SETTINGS = "settings"  # the lists of the settings share a page


class Piece(NamedTuple):
    """One paragraph; `kind` is title, heading, item or text."""

    kind: str
    text: str


class HelpPresenter:
    """`view` is a `HelpView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._view = view
        self._topic = ""
        self._keys: Sequence[tuple[str, str, str]] = ()
        self._pages = {topic: read(topic) for topic in TOPICS}

    def start(self, topic: str = "", keys: Sequence[tuple[str, str, str]] = ()) -> None:
        """The page of this topic, with the keys of the page from which it was asked for."""
        self._topic = topic if topic in TOPICS else SETTINGS if topic else TOPICS[0]
        self._keys = keys
        self._view.offer([(key, pieces[0].text) for key, pieces in self._pages.items()])
        self.choose(self._topic)

    def choose(self, topic: str) -> None:
        """Another page; the keys belong to the one that was asked for."""
        self._view.show_topic(topic, self._pages[topic], self._keys if topic == self._topic else ())


def read(topic: str) -> tuple[Piece, ...]:
    """A help page as its paragraphs, the title first."""
    lines = [line.rstrip() for line in assets.path("help", f"{topic}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    return (Piece("title", lines[0]), *(_piece(line) for line in lines[1:]))


def _piece(line: str) -> Piece:
    if line.startswith("## "):
        return Piece("heading", line[3:])
    return Piece("item", line[2:]) if line.startswith("- ") else Piece("text", line)
