"""A date that is typed, with the day of the week beside it; Up and Down go by one day."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.line_edit import EchoEdit, Reader

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateEdit(EchoEdit):
    """The reader gives the ISO date and the echo ("2024-03-22", "星期五 ..."); the text stays as typed where it gives none."""

    def __init__(self, reader: Reader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(reader, 60, 8, parent)

    def value(self) -> str:
        """The typed text, in ISO form once it was read."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Takes a date or a typed text."""
        self.setText(value.isoformat() if isinstance(value, date) else str(value or ""))

    def day(self) -> date | None:
        """The date as it is read; None for an empty or unreadable text."""
        found = self.read()
        try:
            return date.fromisoformat(found[0] if found else self.value())
        except ValueError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is the next day, Down the day before."""
        step, day = _STEPS.get(Qt.Key(event.key())), self.day()
        if step is None or day is None or event.modifiers():
            super().keyPressEvent(event)
            return
        try:
            self.setText((day + timedelta(days=step)).isoformat())
        except OverflowError:
            return
        self.changed.emit()
