"""The editor of a table whose rows hold tables themselves (an injured person with his carers): one row at a time, as a form.

The rows stand above as chips under their first words; `value()` gives the rows that hold anything, as typed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.align import align
from desktop.widgets.button import Button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Label


class Records(QWidget):
    """`made` makes a form of the fields of a row; Enter past its last field leaves the editor, Alt+Down goes to the next row."""

    changed = Signal()
    finished = Signal()
    before_first = Signal()

    def __init__(self, fields: Sequence[Field], most: int, made: Callable[[], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields, self._most = tuple(fields), most
        self.rows: list[dict[str, Any]] = [{}]
        self._at = 0
        self._faults: dict[int, list[Fault]] = {}
        self._role = "fault"
        self._gone: tuple[int, dict[str, Any]] | None = None
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(1))
        head = QHBoxLayout()
        head.setSpacing(worn.px(2))
        self._chip_place = QWidget()
        self._flow = FlowLayout(self._chip_place)
        self._chips: list[Button] = []
        self.add_button = Button(_("Add a row"), self.add, "quiet", _("Alt+Down past the last row adds one too."))
        self.delete_button = Button(_("Delete the row"), self.delete, "quiet")
        self.back_button = Button(_("Bring the row back"), self.bring_back, "quiet")
        self.back_button.hide()
        head.addWidget(self._chip_place, 1)
        for button in (self.back_button, self.add_button, self.delete_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        frame = QFrame()
        frame.setProperty("role", "card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(worn.px(3), worn.px(2), worn.px(3), worn.px(3))
        self.form = made()
        align([self.form])
        inner.addWidget(self.form)
        box.addWidget(frame)
        self.note = Label("", "fault", wrap=True)
        self.note.hide()
        box.addWidget(self.note)
        self.form.changed.connect(self._typed)
        self.form.finished.connect(self.finished)
        self.form.before_first.connect(self.before_first)
        self._key("Alt+Up", lambda: self.go(-1))
        self._key("Alt+Down", lambda: self.go(1))
        self._draw()

    def value(self) -> list[dict[str, Any]]:
        """The rows that hold anything, as typed; every field of such a row is there."""
        empty = self._empty()
        return [{**empty, **row} for row in self.rows if _filled(row)]

    def set_value(self, value: Any) -> None:
        """Shows rows of typed or clean values, the first of them open."""
        self.rows = [dict(row) for row in value or []] or [{}]
        self._faults, self._gone = {}, None
        self.back_button.hide()
        self._show(0)

    def stops(self) -> list[QWidget]:
        """The chips and buttons, then the fields of the row that is open."""
        return [*self._chips, self.add_button, self.delete_button, *self.form.stops()]

    def show_faults(self, faults: Iterable[Fault], where: str = "", role: str = "fault", focus: bool = True) -> None:
        """Each at its field; a chip says that there is something in its row. The paths are counted over the rows of `value()`."""
        held = [at for at, row in enumerate(self.rows) if _filled(row)] or [0]
        found: dict[int, list[Fault]] = {}
        loose = []
        for fault in faults:
            number, _dot, key = (fault.field.removeprefix(where + ".") if where else fault.field).partition(".")
            if number.isdecimal() and int(number) < len(held):
                found.setdefault(held[int(number)], []).append(Fault(key, fault.sentence))
            else:
                loose.append(fault.sentence)
        self._faults, self._role = found, role
        self.note.setText("\n".join(loose))
        self.note.setVisible(bool(loose))
        if found and focus and self._at not in found:
            self._show(min(found))
        self.form.show_faults(found.get(self._at, ()), role=role, focus=False)
        self._name_chips()

    def enter(self) -> None:
        """Into the first field of the row that is open."""
        self.form.focus()

    def lead(self, path: str) -> None:
        """To a place such as `1.grades`, counted over the rows of `value()`."""
        number, _dot, key = path.partition(".")
        held = [at for at, row in enumerate(self.rows) if _filled(row)] or [0]
        if number.isdecimal() and int(number) < len(held):
            self._show(held[int(number)])
        self.form.lead(key) if key else self.form.focus()

    def go(self, step: int) -> None:
        """To another row; past the last one, where it holds something, a new one begins."""
        if 0 <= self._at + step < len(self.rows):
            self._show(self._at + step)
            self.form.focus()
        elif step > 0:
            self.add()

    def add(self) -> None:
        """A new row, unless the last one is empty still."""
        if _filled(self.rows[-1]):
            if len(self.rows) >= self._most:
                return
            self.rows.append({})
        self._show(len(self.rows) - 1)
        self.form.focus()

    def delete(self) -> None:
        """Takes the open row away; a button brings it back."""
        self._gone = (self._at, self.rows.pop(self._at))
        self.rows = self.rows or [{}]
        self._faults = {}
        self.back_button.setVisible(_filled(self._gone[1]))
        self._show(min(self._at, len(self.rows) - 1))
        self.changed.emit()
        self.form.focus()

    def bring_back(self) -> None:
        """The row that was deleted last, at its place."""
        if self._gone is not None:
            (at, row), self._gone = self._gone, None
            self.rows = [one for one in self.rows if _filled(one)]
            self.rows.insert(min(at, len(self.rows)), row)
            self.back_button.hide()
            self._show(min(at, len(self.rows) - 1))
            self.changed.emit()
            self.form.focus()

    def _empty(self) -> dict[str, Any]:
        return {field.key: None if field.kind == "yes_no" else [] if field.kind in ("table", "choices") else "" for field in self.fields}

    def _typed(self) -> None:
        self.rows[self._at] = self.form.values()
        self._name_chips()
        self.changed.emit()

    def _show(self, at: int) -> None:
        self._at = at
        self.form.clear()
        self.form.set_values({**self._empty(), **self.rows[at]})
        self.form.show_faults(self._faults.get(at, ()), role=self._role, focus=False)
        self._draw()

    def _draw(self) -> None:
        """As many chips as rows; the buttons that are there stay, so that the focus stays in them."""
        while len(self._chips) > len(self.rows):
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(self.rows):
            chip = Button("", partial(self._pressed, len(self._chips)), "chip", _("Alt+Up and Alt+Down go from row to row."))
            chip.setCheckable(True)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        for n, chip in enumerate(self._chips):
            chip.setChecked(n == self._at)
        self.delete_button.setEnabled(len(self.rows) > 1 or _filled(self.rows[0]))
        self._name_chips()

    def _name_chips(self) -> None:
        for n, chip in enumerate(self._chips):
            row = self.rows[n]
            first = next((str(row[field.key]) for field in self.fields if field.kind == "text" and row.get(field.key)), "")
            mark = "● " if self._faults.get(n) else ""
            chip.setText(f"{mark}{n + 1} {first}".rstrip())
        self.delete_button.setEnabled(len(self.rows) > 1 or _filled(self.rows[0]))

    def _pressed(self, n: int) -> None:
        self._show(n)
        self.form.focus()

    def _key(self, keys: str, slot: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, slot).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _filled(row: dict[str, Any]) -> bool:
    """Whether anything stands in a row; a no is an answer, an untouched yes-or-no is none."""
    return any(value not in (None, "", []) for value in row.values())
