"""The list on a sheet from which one line is chosen or several are marked; what follows from the choice fills the form below it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.form import Form
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.text import Label

MOST_SHOWN = 6  # the form below it should be seen as well


class PickTable(QWidget):
    """`changed` follows each other choice, `finished` Enter in the list."""

    changed = Signal()
    finished = Signal()

    def __init__(self, pick: shown.Pick, letters: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pick = pick
        self._filled: dict[str, Any] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px(1))
        head = pick.label if not pick.marks else f"{pick.label}（{_('Space marks a line, Ctrl+A marks all.')}）"
        box.addWidget(Label(head, "small"))
        self.lines = LinesTable(pick.label, [Head(*head) for head in pick.heads], pick.marks, most=MOST_SHOWN)
        self.lines.letters = letters
        self.lines.setObjectName(f"pick.{pick.key}")
        self.lines.show_lines(pick.rows, pick.chosen)
        if pick.chosen:
            self.lines.go_to(pick.chosen[0])
        box.addWidget(self.lines)
        if pick.marks:
            self.lines.marked.connect(self.changed)
        else:
            self.lines.currentCellChanged.connect(lambda *_places: self.changed.emit())
        self.lines.entered.connect(self._entered)

    def chosen(self) -> list[str]:
        """The ids of the lines that are meant."""
        if self.pick.marks:
            return self.lines.marks()
        return [self.lines.current()] if self.lines.current() else []

    def fill(self, form: Form) -> None:
        """Fills what follows from the line, where nobody typed something else; of several lines each has its own, so nothing is asked."""
        rows = [row for row in self.pick.rows if row.id in self.chosen()]
        keys = {key for row in self.pick.rows for key in row.fills} | {key for row in self.pick.rows for key in row.hides}
        known, typed = set(form.keys()), form.values()
        hidden = {key for row in rows for key in row.hides}
        if not rows and self.pick.rows:  # what none of them asks is not asked before one is chosen either
            hidden = set.intersection(*(set(row.hides) for row in self.pick.rows))
        hidden |= {key for row in rows for key in row.fills} if len(rows) > 1 else set()
        for key in sorted(keys & known):
            form.show_field(key, key not in hidden)
        fills = dict(rows[0].fills) if len(rows) == 1 else {}
        for key in sorted(keys & known):
            if typed.get(key) in ("", None, self._filled.get(key)):
                form.set_values({key: fills.get(key, "")})
                self._filled[key] = form.values().get(key)

    def _entered(self, line: str) -> None:
        """Enter behind marks goes on; where nothing is marked it takes the line it is on."""
        if self.pick.marks and not self.lines.marks():
            self.lines.mark([line])
        self.finished.emit()
