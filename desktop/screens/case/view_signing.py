"""The signing table as it is filled in: a line for everybody who signs, prefilled, so that only exceptions are typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.line_edit import EchoEdit, LineEdit, Reader, is_enter, width_of
from desktop.widgets.text import Label, plain_tip, restyle

TICKS = ("by_hand", "fingerprint", "seal", "by_post")


class _Day(EchoEdit):
    """A day as it is typed; written in its normal form when it is left. There is no room for an echo: it is the tooltip."""

    def __init__(self, reader: Reader | None) -> None:
        super().__init__(reader, 60, 7)
        self.echo.hide()

    def _show(self, text: str, fault: bool = False) -> None:
        restyle(self.line, "faulty", fault)
        self.line.setToolTip(plain_tip(text))
        self.line.setAccessibleDescription(text)


class SigningTable(QWidget):
    """`values()` gives the rows for the service; `asked` gives the outlook after each change."""

    changed = Signal()
    finished = Signal()

    def __init__(self, rows: Sequence[shown.SigningRow], reader: Reader | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._days: list[_Day] = []
        self._ticks: list[dict[str, QCheckBox]] = []
        self._notes: list[LineEdit] = []
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(2))
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(2))
        grid.setVerticalSpacing(worn.px(1))
        grid.setColumnStretch(0, 1)
        heads = (_("Who signs"), _("Day of signing"), _("By hand"), _("Fingerprint"), _("Seal"), _("By post"), _("Note"))
        for column, label in enumerate(heads):
            grid.addWidget(Label(label, "small"), 0, column)
        for n, row in enumerate(self._rows):
            self._line(grid, n, row, reader, heads)
        box.addLayout(grid)
        self.fault = Label("", "fault", wrap=True)
        self.fault.hide()
        box.addWidget(self.fault)

    def values(self) -> dict[str, Any]:
        """All lines, with the days as they are typed."""
        rows = []
        for n, row in enumerate(self._rows):
            ticks = {key: box.isChecked() for key, box in self._ticks[n].items()}
            rows.append({**row.values, **ticks, "signed_on": self._days[n].text().strip(), "note": self._notes[n].text()})
        return {"signatures": rows}

    def set_values(self, rows: Sequence[dict[str, Any]]) -> None:
        """Shows what was kept of an earlier visit, where the table is still the same."""
        for n, row in enumerate(rows[: len(self._rows)]):
            if row.get("name") != self._rows[n].values.get("name") or self._rows[n].signed:
                continue
            self._days[n].setText(str(row.get("signed_on") or ""))
            self._notes[n].setText(str(row.get("note") or ""))
            for key in TICKS:
                self._ticks[n][key].setChecked(bool(row.get(key)))

    def show_fault(self, sentence: str, place: int | None = None, key: str = "") -> None:
        """Says what is wrong below the table; `place` counts the lines that have a day."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        for day in self._days:
            restyle(day.line, "faulty", False)
        sent = [n for n, day in enumerate(self._days) if day.text().strip()]
        if place is not None and place < len(sent):
            tick, day = self._ticks[sent[place]].get(key), self._days[sent[place]]
            if tick is not None:
                tick.setFocus()
            else:
                restyle(day.line, "faulty", True)
                day.setFocus()
                day.line.selectAll()

    def focus(self) -> None:
        """Into the first day."""
        if self._days:
            self._days[0].setFocus()
            self._days[0].line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter goes back."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and is_enter(event)
            and not getattr(watched, "composing", False)
        ):
            stops = self._stops()
            at = stops.index(watched) + (-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)  # type: ignore[arg-type]
            if 0 <= at < len(stops):
                stops[at].setFocus()
            elif at > 0:
                self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _stops(self) -> list[QWidget]:
        return [stop for n in range(len(self._rows)) for stop in (self._days[n].line, *self._ticks[n].values(), self._notes[n])]

    def _line(self, grid: QGridLayout, n: int, row: shown.SigningRow, reader: Reader | None, heads: Sequence[str]) -> None:
        name = Label(row.who, wrap=True)
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(Label(row.capacity, "small"))
        grid.addWidget(who, n + 1, 0)
        day = _Day(reader)
        day.setText(str(row.values.get("signed_on") or ""))
        day.line.setAccessibleName(f"{row.who}, {heads[1]}")
        grid.addWidget(day, n + 1, 1)
        ticks = {}
        for place, key in enumerate(TICKS):
            tick = QCheckBox()
            tick.setChecked(bool(row.values.get(key)))
            tick.setAccessibleName(f"{row.who}, {heads[2 + place]}")
            tick.toggled.connect(lambda _on: self.changed.emit())
            ticks[key] = tick
            grid.addWidget(tick, n + 1, 2 + place, Qt.AlignmentFlag.AlignHCenter)
        note = LineEdit(200)
        note.setMinimumWidth(width_of(note, 3))
        note.setAccessibleName(f"{row.who}, {heads[6]}")
        note.textChanged.connect(lambda _text: self.changed.emit())
        grid.addWidget(note, n + 1, 6)
        day.changed.connect(self.changed)
        self._days.append(day)
        self._ticks.append(ticks)
        self._notes.append(note)
        for stop in (day.line, *ticks.values(), note):
            stop.installEventFilter(self)
