"""Every step that can be taken with a case, in one list: type its letters, Enter opens its sheet; what is not possible says why."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets.cards import Card
from desktop.widgets.line_edit import LineEdit, is_enter
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.text import Label


class _Line(NamedTuple):
    id: str
    cells: tuple[str, str]
    state: str = ""
    state_at: int = 1
    quiet: bool = False


class StepsPanel(Card):
    """`chosen` gives the key of the step."""

    chosen = Signal(str)

    def __init__(self, moves: Sequence[shown.Move], letters: Callable[[str], str], title: str = "") -> None:
        super().__init__(title or _("All steps"))
        self.setObjectName("steps")
        self._moves, self._letters = tuple(moves), letters
        self.body.addWidget(Label(_("Type a word of the step or its letters; Enter opens it, Esc goes back."), "soft", wrap=True))
        self.line = LineEdit(40)
        self.line.setAccessibleName(_("Find a step"))
        self.line.textChanged.connect(lambda _text: self._narrow())
        self.line.installEventFilter(self)
        self.body.addWidget(self.line)
        self.lines = LinesTable(_("All steps"), [Head(_("Step"), 11), Head(_("What it is for, or why not now"), 20, stretch=True)])
        self.lines.letters = letters
        self.lines.entered.connect(self.chosen)
        self.body.addWidget(self.lines)
        self._narrow()

    def focus(self) -> None:
        """Into the line."""
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while one types; Enter takes the current one."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.lines.rowCount():
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.lines.setCurrentCell(max(0, min(self.lines.currentRow() + step, self.lines.rowCount() - 1)), 0)
                return True
            if is_enter(event) and not self.line.composing and self.lines.current():
                self.chosen.emit(self.lines.current())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        word = self.line.text().strip().lower()
        fit = [one for one in self._moves if not word or word in one.label.lower() or word in self._letters(one.label)]
        self.lines.show_lines([_Line(one.key, (one.label, one.why_not or one.hint), "", 1, bool(one.why_not)) for one in fit])
        if fit:
            self.lines.setCurrentCell(0, 0)
