"""Waiting: under 0.1 s nothing, then a quiet bar at the place, over 1 s what is done and a way to cancel."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.text import Label

QUIET_MS, LONG_MS = 100, 1_000


class Waiting(QWidget):
    """Stands where the answer will stand. `begin()` when the work is given away, `tell` as its progress, `end()` with its answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancel: Callable[[], object] | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(theme.current().px(60))
        self._text = Label("", "small")
        self._button = Button(_("Cancel"), self._cancelled, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(2))
        row.addWidget(self._bar)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._soon, self._later = QTimer(self), QTimer(self)
        for clock, slot, ms in ((self._soon, self._show_bar, QUIET_MS), (self._later, self._show_words, LONG_MS)):
            clock.setSingleShot(True)
            clock.setInterval(ms)
            clock.timeout.connect(slot)
        self.hide()

    def begin(self, what: str = "", cancel: Callable[[], object] | None = None) -> None:
        """The work is on its way; `what` is said when it takes long."""
        self._cancel = cancel
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        self._text.setText(what)
        self._text.hide()
        self._button.hide()
        self._soon.start()
        self._later.start()

    def tell(self, done: int, total: int, text: str = "") -> None:
        """How far the work is."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        if text:
            self._text.setText(text)

    def end(self) -> None:
        """The answer is here."""
        self._soon.stop()
        self._later.stop()
        self.hide()

    def _show_bar(self) -> None:
        self.show()

    def _show_words(self) -> None:
        self._text.show()
        self._button.setVisible(self._cancel is not None)

    def _cancelled(self) -> None:
        if self._cancel is not None:
            self._cancel()
        self.end()
