"""A paper of the case on the screen: looked at, saved as a file, printed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.i18n import _
from desktop.widgets import save_file, theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.preview import Preview

READING = "reading"
MOST_MISSING = 5  # lines


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
            button = Button(label, slot, "secondary", _("Key: {key}").format(key=key) if key else "")
            self.head.addWidget(button)
            if not key:
                self._word = button
        self._missing = QPlainTextEdit()
        self._missing.setReadOnly(True)
        self._missing.setTabChangesFocus(True)
        self._missing.setAccessibleName(_("What is missing"))
        self._missing.hide()
        self.body.addWidget(self._missing)
        self.preview = Preview()
        self.body.addWidget(self.preview, 1)
        self.suggested: Callable[[], str] = lambda: ""

    def show_paper(self, title: str, sizes: Sequence[tuple[float, float]], ask: Any, state: str, missing: Sequence[str] = ()) -> None:
        """Shows these pages; above them what is missing, a line each, as many at once as leave room for the paper."""
        self.title.setText(title)
        head = _("Still missing ({n}):").format(n=len(missing))
        self._missing.setPlainText("\n".join((head, *missing)))
        lines = min(len(missing) + 1, MOST_MISSING)
        self._missing.setFixedHeight(lines * self._missing.fontMetrics().lineSpacing() + theme.current().px(4))
        self._missing.setVisible(bool(missing))
        self._word.setVisible(bool(state))  # a file or a packet is as it is
        self.preview.say(_("Reading copy: not issued yet.") if state == READING else "")
        self.preview.show_pages(sizes, ask)

    def ask_file(self, ending: str) -> None:
        """Asks where the file goes."""
        target = save_file.ask(self, self.suggested(), ending)
        if target:
            self.save.emit(target)
