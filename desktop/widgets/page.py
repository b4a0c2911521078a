"""What a page is to the frame around it: a title, its keys, its buttons, and the few things it may ask of the frame."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.messages import Banner


@dataclass(frozen=True)
class Action:
    """One thing the page can do now; shown as a button above, as a key in the bottom bar, or both.

    `key` is a Qt key sequence in portable text ("F8", "Ctrl+P"), "" for none. What is not `enabled` stays visible and says why
    in `tooltip`.
    """

    key: str
    label: str
    slot: Callable[[], object]
    enabled: bool = True
    tooltip: str = ""

    @property
    def reaches_everywhere(self) -> bool:
        """Whether its key is one of the whole window; Enter, Delete, arrows and letters belong to the control in focus."""
        key = self.key
        return key == "Esc" or key.startswith(("Ctrl+", "Alt+", "Shift+F")) or (key[:1] == "F" and key[1:].isdecimal())


class Page(QWidget):
    """Base of every page. A view inherits it, fills `body` and overrides `title`, `keys`, `primary`, `secondary`, `leave`.

    After anything of these has changed the page emits `changed` and the frame draws title, buttons and keys anew.
    """

    changed = Signal()
    saved = Signal(str)
    """Something was saved; the text is the time as it is to be read, for the bottom bar."""
    open_page = Signal(str, dict)
    """Asks the frame for another page: its name and the arguments of its presenter's `start`."""
    go_back = Signal()
    said = Signal(str)
    """A quiet sentence for the bottom bar ("copied", "printed three times")."""

    hinted = Signal(str)
    """What the field in focus asks for, for the bottom bar; "" when it is left."""

    frame_stale = Signal()
    """Something that the frame shows may be old now (the age of the newest copy)."""
    looks_changed = Signal()
    """Colours, size or language were changed: the whole window is to be drawn anew."""
    guest_wanted = Signal(bool)
    """The parties look at the screen from now on (a session is being written), or no more."""
    for_guests = False
    """Whether the parties may see this page at all, in its guest view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)

    def title(self) -> str:
        """The heading of the page, already translated."""
        return ""

    def subtitle(self) -> str:
        """One quiet line beside the title; may be empty."""
        return ""

    def keys(self) -> list[Action]:
        """What the keyboard does here, in the order of the bottom bar (the frame adds help, new, back itself)."""
        return []

    def primary(self) -> Action | None:
        """The one main button of the page."""
        return None

    def secondary(self) -> list[Action]:
        """The other buttons, left of the main one; few."""
        return []

    def help_topic(self) -> str:
        """The key of the help text that F1 shows; "" for the general one."""
        return ""

    def wire(self, presenter: object) -> None:
        """Connects this view's signals with the presenter's methods; called once, before the presenter starts."""

    def enter(self) -> None:
        """The page has just been shown (again): the place to set the focus and to ask for fresh lists."""
        self.setFocus()

    def leave(self) -> bool:
        """The page is about to be hidden; False keeps it (only for what cannot be kept as a draft)."""
        return True

    def guest(self, on: bool) -> None:
        """F10: the parties see the screen. A page `for_guests` hides what is not for them: warnings, notes, what is missing."""

    @property
    def in_session(self) -> bool:
        """Whether a session is being written: the lock waits for it."""
        return False

    @property
    def has_panes(self) -> bool:
        """Whether F6 means something here."""
        return type(self).switch_pane is not Page.switch_pane

    def switch_pane(self) -> bool:
        """F6: turns to the other pane where two panes take turns; False when there is nothing to turn."""
        return False

    def go(self, page: str, arguments: Mapping[str, Any]) -> None:
        """Another page, by its name, with the arguments of its presenter's `start`."""
        self.open_page.emit(page, dict(arguments))

    def tell_saved(self, time: str, sentence: str = "") -> None:
        """The bottom bar says when it was saved, and what, if there is something to say of it."""
        self.saved.emit(time)
        if sentence:
            self.said.emit(sentence)


class BannerPage(Page):
    """A page with a banner for what concerns all of it; the view lays the banner where it belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()

    def say(self, sentence: str, state: str = "") -> None:
        """A plain word passes by in the bottom bar; what should be read stays at the top."""
        if state in ("", "green"):
            self.said.emit(sentence)
        else:
            self.banner.say(sentence, state)
