"""One row of a wide table as a form below it: every field with its name, instead of a cell far to the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.refusal import Fault
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.align import align
from desktop.widgets.button import Button
from desktop.widgets.rows_model import RowsModel
from desktop.widgets.text import Label

LEAST_COLUMNS = 7
"""A narrower table is written in its cells."""


class RowForm(QFrame):
    """What is typed goes into the row at once; Enter past the last field goes on to the next row, past an empty row it ends.

    `form` is a `Form` of the table's fields, `normal` writes a field's text in its normal form.
    """

    closed = Signal()
    moved = Signal(int)
    """The row that is shown now."""

    def __init__(self, form: Any, model: RowsModel, normal: Callable[[Any, str], str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.form, self._model, self._normal = form, model, normal
        self._row = 0
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(worn.px(3), worn.px(2), worn.px(3), worn.px(3))
        box.setSpacing(worn.px(2))
        head = QHBoxLayout()
        head.setSpacing(worn.px(2))
        self.title = Label("", "heading")
        self.before = Button(_("Row before"), lambda: self.go(-1), "quiet", _("Alt+Up"))
        self.next = Button(_("Next row"), lambda: self.go(1), "quiet", _("Alt+Down"))
        self.close_button = Button(_("Back to the table"), self.closed.emit, "quiet", _("Ctrl+Enter"))
        head.addWidget(self.title, 1)
        for button in (self.before, self.next, self.close_button):
            head.addWidget(button)
        box.addLayout(head)
        box.addWidget(form)
        align([form])
        form.changed.connect(self._write)
        form.finished.connect(self._finished)
        form.before_first.connect(self.closed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, self.closed.emit)
        self._key("Alt+Up", lambda: self.go(-1))
        self._key("Alt+Down", lambda: self.go(1))

    @property
    def row(self) -> int:
        """The row that is shown."""
        return self._row

    def show_row(self, row: int) -> None:
        """Shows a row of the table, with what is wrong in it."""
        self._row = row
        values = self._model.rows[row] if row < len(self._model.rows) else {}
        self.form.clear()
        self.form.set_values({field.key: values.get(field.key, None if field.kind == "yes_no" else "") for field in self._model.fields})
        self.show_faults()
        self._say()
        self.before.setEnabled(row > 0)
        self.moved.emit(row)

    def show_faults(self) -> None:
        """What is wrong in the row that is shown; what is being typed stays."""
        faults = [Fault(key, sentence) for (at, key), sentence in self._model.faults.items() if at == self._row]
        self.form.show_faults(faults, role=self._model.role, focus=False)

    def go(self, step: int) -> None:
        """To another row; past the last filled one a new one begins."""
        row = self._row + step
        if row < 0 or (row >= self._model.rowCount() and (self._model.is_empty(self._row) or not self._model.add())):
            return
        self.show_row(row)
        self.form.focus()

    def to_top(self) -> None:
        """Scrolls the page so that the row is seen from its title on."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            inner = above.widget()
            bar = above.verticalScrollBar()
            top = self.mapTo(inner, self.rect().topLeft()).y() - theme.current().px(3)
            if top + self.height() > bar.value() + above.viewport().height():
                bar.setValue(top)

    def stops(self) -> list[QWidget]:
        """The buttons of the head, then the fields."""
        return [self.before, self.next, self.close_button, *self.form.stops()]

    def _key(self, keys: str, slot: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, slot).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _finished(self) -> None:
        if self._model.is_empty(self._row):
            self.closed.emit()
        else:
            self.go(1)

    def _write(self) -> None:
        for key, value in self.form.values().items():
            field = next(one for one in self._model.fields if one.key == key)
            value = self._normal(field, value) if isinstance(value, str) and field.kind != "choice" else value
            self._model.setData(self._model.index(self._row, self._model.fields.index(field)), value)
        self._say()

    def _say(self) -> None:
        values = self._model.rows[self._row] if self._row < len(self._model.rows) else {}
        first = next((value for value in values.values() if isinstance(value, str) and value), "")
        self.title.setText(_("Row {n}: {what}").format(n=self._row + 1, what=first) if first else _("Row {n}").format(n=self._row + 1))
