"""The lines that are no fields of a noun: the password twice, and the folder of the data."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.line_edit import LineEdit, is_enter, width_of
from desktop.widgets.text import Label, restyle


class SecretLines(QWidget):
    """Behaves like a form: Enter goes on, a fault stands under its line."""

    finished = Signal()
    before_first = Signal()

    def __init__(self, folder: str, choose: Callable[[], str]) -> None:
        super().__init__()
        worn = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1.5))
        self._lines: dict[str, LineEdit] = {}
        self._notes: dict[str, Label] = {}
        labels = {"password": _("Password"), "again": _("Password again"), "folder": _("Folder of the data")}
        for place, (key, text) in enumerate(labels.items()):
            line = self._lines[key] = LineEdit(1000)
            line.setAccessibleName(text)
            line.installEventFilter(self)
            line.textEdited.connect(lambda _text, key=key: self._say(key, ""))
            label = Label(text)
            label.setBuddy(line)
            note = self._notes[key] = Label("", "fault", wrap=True)
            note.hide()
            row = QHBoxLayout()
            row.setSpacing(worn.px(2))
            row.addWidget(line)
            if key == "folder":
                line.setText(folder)
                line.setMinimumWidth(width_of(line, 16))
                self._button = Button(_("Choose"), lambda: self._choose(choose), "secondary", _("Chooses the folder in a window."))
                row.addWidget(self._button)
            else:
                line.setEchoMode(QLineEdit.EchoMode.Password)
                line.setFixedWidth(width_of(line, 16))
                row.addStretch(1)
            at = place * 2 + (1 if key == "folder" else 0)  # between them stands what the password is for
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addLayout(row, at, 1)
            grid.addWidget(note, at + 1, 1)
        grid.setColumnStretch(1, 1)
        hint = Label(
            _("At least eight characters. Without it, or the recovery sheet, nobody opens the data again: not even the maker."),
            "small",
            wrap=True,
        )
        grid.addWidget(hint, 4, 1)

    def texts(self) -> tuple[str, str, str]:
        """Password, password again, folder."""
        return self._lines["password"].text(), self._lines["again"].text(), self._lines["folder"].text()

    def focus(self) -> None:
        """To the first line."""
        self._lines["password"].setFocus()

    def focus_fault(self) -> None:
        """To the first line that is wrong."""
        key = next((key for key, note in self._notes.items() if note.text()), "password")
        self._lines[key].setFocus()
        self._lines[key].selectAll()

    def show_faults(self, faults: Iterable[Any]) -> list[Any]:
        """Faults of these lines; gives back the others."""
        rest, mine = [], {}
        for fault in faults:
            if fault.field in self._lines:
                mine[fault.field] = fault.sentence
            else:
                rest.append(fault)
        for key in self._lines:
            self._say(key, mine.get(key, ""))
        return rest

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter go through the lines."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and is_enter(event)
            and not getattr(watched, "composing", False)
        ):
            lines = list(self._lines.values())
            at = next(n for n, line in enumerate(lines) if line is watched)
            at += -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            if 0 <= at < len(lines):
                lines[at].setFocus()
            else:
                (self.finished if at > 0 else self.before_first).emit()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, choose: Callable[[], str]) -> None:
        folder = choose()
        if folder:
            self._lines["folder"].setText(folder)
            self._lines["folder"].setFocus()

    def _say(self, key: str, sentence: str) -> None:
        self._notes[key].setText(sentence)
        self._notes[key].setVisible(bool(sentence))
        self._lines[key].setAccessibleDescription(sentence)
        restyle(self._lines[key], "faulty", bool(sentence))
