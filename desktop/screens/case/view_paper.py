"""A paper of the case on the screen: looked at, saved as a file, printed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.widgets import save_file
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.preview import Preview

READING = "reading"


class PaperPanel(Card):
    """`save` gives the file that was chosen; `print_wanted` and `close_wanted` come by button or key."""

    save = Signal(str)
    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setObjectName("paper")
        for label, key, slot in (
            (_("Save PDF"), "Ctrl+S", lambda: self.ask_file(".pdf")),
            (_("Save DOCX"), "", lambda: self.ask_file(".docx")),
            (_("Print"), "Ctrl+P", self.print_wanted.emit),
            (_("Close"), "Esc", self.close_wanted.emit),
        ):
            self.head.addWidget(Button(label, slot, "secondary", _("Key: {key}").format(key=key) if key else ""))
        self.preview = Preview()
        self.body.addWidget(self.preview, 1)
        self.suggested: Callable[[], str] = lambda: ""

    def show_paper(self, title: str, sizes: Sequence[tuple[float, float]], ask: Any, state: str) -> None:
        """Shows these pages."""
        self.title.setText(title)
        self.preview.say(_("Reading copy: not issued yet.") if state == READING else "")
        self.preview.show_pages(sizes, ask)

    def ask_file(self, ending: str) -> None:
        """Asks where the file goes."""
        target = save_file.ask(self, self.suggested(), ending)
        if target:
            self.save.emit(target)
