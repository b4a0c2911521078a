"""A small table that is written by keyboard: Enter goes from cell to cell and makes the next row, Ctrl+Delete takes one away,
a piece of a spreadsheet can be pasted, with or without its heading line."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.editors import Readers
from desktop.widgets.line_edit import LineEdit, Reader, is_enter, width_of
from desktop.widgets.row_form import LEAST_COLUMNS, RowForm
from desktop.widgets.rows_cells import Cells
from desktop.widgets.rows_model import RowsModel, options, pasted_rows, typed
from desktop.widgets.text import Label, restyle

_EMS = {"date": 6, "money": 7, "integer": 4, "decimal": 5, "choice": 6, "yes_no": 4, "id_number": 10, "uscc": 10, "phone": 7}
_MOST_SHOWN = 8
_MOST_EMS = 10  # a choice in longer words is read in the cell that is open


class RowsEdit(QWidget):
    """The editor of a `table` field. `value()` gives the rows that hold anything, as typed.

    The cell in focus is always open: an input method that begins on a closed cell would lose its first letters. A wide table can also be
    written row by row: `as_form` makes a form of its fields. Columns that are `fixed` are only read, and the rows are those that were set.
    """

    changed = Signal()
    finished = Signal()
    before_first = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        most: int = 200,
        readers: Readers | None = None,
        initials: Callable[[str], str] | None = None,
        as_form: Callable[[], Any] | None = None,
        parent: QWidget | None = None,
        fixed: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self.initials = initials
        self._as_form = as_form if len(fields) >= LEAST_COLUMNS else None
        self.row_form: RowForm | None = None
        self._readers: dict[str, Reader | None] = {field.key: readers(field) if readers else None for field in fields}
        self.model = RowsModel(fields, most, fixed)
        self._gone: tuple[int, dict[str, Any]] | None = None
        worn = theme.current()
        self.view = QTableView()
        self.view.setModel(self.model)
        self._cells = Cells(self)
        self.view.setItemDelegate(self._cells)
        self.view.setTabKeyNavigation(False)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().setDefaultSectionSize(self.view.fontMetrics().height() + worn.px(3))
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, field in enumerate(fields):
            self.view.setColumnWidth(column, self._width(field))
        self.view.installEventFilter(self)
        self.note = Label("", "small", wrap=True)
        self.add_button = Button(_("Add a row"), self._add_and_go, "quiet", _("Enter in the last cell adds a row too."))
        self.delete_button = Button(_("Delete the row"), self.delete_row, "quiet", _("Ctrl+Delete deletes the row, Ctrl+Z brings it back."))
        below = QHBoxLayout()
        below.setSpacing(worn.px(2))
        below.addWidget(self.note, 1)
        self.form_button = Button(_("Row as a form"), self.open_form, "quiet", _("Ctrl+Enter opens the row as a form and closes it again."))
        self.form_button.setVisible(self._as_form is not None)
        below.addWidget(self.form_button)
        below.addWidget(self.add_button)
        below.addWidget(self.delete_button)
        self.add_button.setVisible(not fixed)
        self.delete_button.setVisible(not fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(1))
        box.addWidget(self.view)
        box.addLayout(below)
        self.setFocusProxy(self.view)
        self.view.clicked.connect(lambda index: self._open(index.row(), index.column()))
        self.model.dataChanged.connect(lambda *_args: self.changed.emit())
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(lambda *_args: self._fit())
        self.view.selectionModel().currentChanged.connect(lambda index, _old: self._visit(index))
        self._fit()

    def _width(self, field: Field) -> int:
        """Wide enough for the heading, for what the kind of field holds, and for the words of a choice as far as they are short."""
        heading = self.view.horizontalHeader()
        heading.ensurePolished()
        longest = max((len(label) for _code, label in field.options()), default=0) if field.kind == "choice" else 0
        ems = max(_EMS.get(field.kind, 9), min(longest + 1, _MOST_EMS))
        return max(width_of(self.view, ems), heading.fontMetrics().horizontalAdvance(_(field.label)) + theme.current().px(7))

    def value(self) -> list[dict[str, Any]]:
        """The rows that hold anything, as typed; every field of such a row is there."""
        keys = [field.key for field in self.model.fields]
        return [{key: row.get(key, "") for key in keys} for at, row in enumerate(self.model.rows) if not self.model.is_empty(at)]

    def set_value(self, value: Any) -> None:
        """Shows rows of typed or clean values."""
        rows = [{field.key: self._normal(field, typed(field, row.get(field.key))) for field in self.model.fields} for row in value or []]
        self._put(rows)

    def refresh(self, key: str, values: Sequence[Any]) -> None:
        """Other values in a column that is only read; a cell that is being written stays open, and nobody is told."""
        for row, value in zip(self.model.rows, values, strict=True):
            row[key] = value
        self.view.viewport().update()

    def stops(self) -> list[QWidget]:
        """The table, its buttons, and the row that is open as a form."""
        buttons: list[QWidget] = [self.form_button] if self._as_form is not None else []
        opened = self.row_form.stops() if self.row_form is not None and not self.row_form.isHidden() else []
        return [self.view] if self.model.fixed else [self.view, *buttons, self.add_button, self.delete_button, *opened]

    def show_faults(self, faults: Iterable[Fault], where: str = "", role: str = "fault", focus: bool = True) -> None:
        """Marks the cells; their sentences stand below the table. The paths are `row.key`, counted over the rows of `value()`."""
        held = [at for at in range(len(self.model.rows)) if not self.model.is_empty(at)]
        self.model.faults.clear()
        self.model.role = role
        sentences = []
        for fault in faults:
            path = fault.field.removeprefix(where + ".") if where else fault.field
            number, _dot, key = path.partition(".")
            sentences.append(fault.sentence)
            if number.isdecimal() and int(number) < len(held):
                self.model.faults[held[int(number)], key] = fault.sentence
        self.say("\n".join(sentences), role)
        self.view.viewport().update()
        if self.model.faults and focus:
            row, key = min(self.model.faults)
            columns = [field.key for field in self.model.fields]
            self._open(row, columns.index(key) if key in columns else 0)
        if self.row_form is not None and not self.row_form.isHidden():
            self.row_form.show_faults()

    def say(self, sentence: str, role: str = "fault") -> None:
        """A sentence below the table."""
        restyle(self.note, "role", role)
        self.note.setText(sentence)

    def show_echo(self, field: Field, text: str) -> None:
        """How the cell is read, below the table."""
        reader = self._readers.get(field.key)
        if reader is None or not text.strip() or self.model.faults:
            return
        try:
            self.say(reader(text.strip())[1], "small")
        except Refusal as no:
            self.say(no.sentence, "small")

    def normal(self, field: Field, text: str) -> str:
        """The text in its normal form; as typed where it cannot be read."""
        reader = self._readers.get(field.key)
        if reader is None or not text.strip():
            return text
        try:
            return reader(text.strip())[0] or text
        except Refusal:
            return text

    def enter(self) -> None:
        """Opens the cell the cursor was on, or the first one."""
        index, columns = self.view.currentIndex(), self.model.columnCount()
        at = self._skip(max(index.row(), 0) * columns + max(index.column(), 0), 1)
        self._open(at // columns, at % columns)

    def lead(self, path: str) -> None:
        """Opens the cell of a path such as `1.days`, counted over the rows of `value()`."""
        number, _dot, key = path.partition(".")
        held = [at for at in range(len(self.model.rows)) if not self.model.is_empty(at)]
        row = held[int(number)] if number.isdecimal() and int(number) < len(held) else 0
        columns = [field.key for field in self.model.fields]
        self._open(row, columns.index(key.partition(".")[0]) if key.partition(".")[0] in columns else 0)

    def takes(self, event: QKeyEvent, editor: QObject | None = None) -> bool:
        """Does what a key means in the table, with a cell open in `editor` or with none; False when it means nothing there."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key, index = Qt.Key(event.key()), self.view.currentIndex()
        pasted = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if pasted and (editor is None or "\t" in pasted or "\n" in pasted.strip()):
            act: Callable[[], object] = partial(self.paste, pasted)
        elif key == Qt.Key.Key_Delete and control and not self.model.fixed:
            act = self.delete_row
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._as_form is not None:
            act = self.open_form
        elif event.matches(QKeySequence.StandardKey.Undo) and self._gone is not None and not _can_undo(editor):
            act = self.undo_delete
        elif is_enter(event):
            act = partial(self.go, -1 if shift else 1)
        elif editor is None and key == Qt.Key.Key_Delete and index.isValid() and self._written(index.column()):
            act = partial(self.model.setData, index, "")
        elif editor is not None and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            act = partial(self._tab, -1 if key == Qt.Key.Key_Backtab else 1)
        elif isinstance(editor, LineEdit) and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = index.row() + (1 if key == Qt.Key.Key_Down else -1)
            act = partial(self._open, max(0, min(row, self.model.rowCount() - 1)), index.column())
        else:
            return False
        if isinstance(editor, QWidget):
            self._cells.take(editor)
        act()
        return True

    def go(self, step: int) -> None:
        """To the next cell or the one before; past the last cell of a filled row a new row begins, past an empty one the table is left."""
        index = self.view.currentIndex()
        columns = self.model.columnCount()
        at = self._skip(max(index.row(), 0) * columns + max(index.column(), 0) + step, step)
        last_row = self.model.rowCount() - 1
        if step > 0 and index.row() == last_row and self.model.is_empty(last_row):
            self.finished.emit()
            return
        if at < 0:
            self.before_first.emit()
            return
        if at >= self.model.rowCount() * columns and not self.model.add():
            self.say("" if self.model.fixed else _("There may be {most} rows at most.").format(most=self.model.most))
            self.finished.emit()
            return
        self._open(at // columns, at % columns)

    def open_form(self) -> None:
        """Opens the current row as a form below the table; the table goes on to show what is typed there."""
        if self._as_form is None:
            return
        if self.row_form is None:
            form = self.row_form = RowForm(self._as_form(), self.model, self.normal)
            form.closed.connect(self.close_form)
            form.moved.connect(self._stand_on)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(form)
            chain = [self.delete_button, *form.stops()]
            for one, following in zip(chain, chain[1:], strict=False):
                QWidget.setTabOrder(one, following)
        self.row_form.show()
        self.row_form.show_row(max(self.view.currentIndex().row(), 0))
        self.row_form.form.focus()
        QTimer.singleShot(0, self.row_form.to_top)  # once it has its height

    def _stand_on(self, row: int) -> None:
        """The cursor of the table stays in the row that is written as a form; no cell of it is marked."""
        self.view.selectionModel().setCurrentIndex(self.model.index(row, 0), QItemSelectionModel.SelectionFlag.Clear)

    def close_form(self) -> None:
        """Back into the table, at the row that was open."""
        if self.row_form is not None and not self.row_form.isHidden():
            self.row_form.hide()
            self._open(self.row_form.row, 0)

    def delete_row(self) -> None:
        """Takes the current row away; Ctrl+Z brings it back."""
        row = self.view.currentIndex().row()
        if row < 0:
            return
        self._gone = (row, self.model.take(row))
        if self.row_form is not None:
            self.row_form.hide()
        self._open(min(row, self.model.rowCount() - 1), 0)
        self.say(_("The row was deleted; Ctrl+Z brings it back."), "small")
        self.changed.emit()

    def undo_delete(self) -> None:
        """Brings the row deleted last back to its place."""
        if self._gone is None:
            return
        (row, values), self._gone = self._gone, None
        rows = [dict(one) for at, one in enumerate(self.model.rows) if not self.model.is_empty(at)]
        rows.insert(min(row, len(rows)), values)
        self._put(rows)
        self._open(min(row, len(rows) - 1), 0)
        self.say("")
        self.changed.emit()

    def paste(self, text: str) -> None:
        """Takes cells of a spreadsheet from the current cell on; a first line of headings is matched with the columns and left out."""
        index = self.view.currentIndex()
        row, column = max(index.row(), 0), max(index.column(), 0)
        rows, last, sentence = pasted_rows(self.model, text, row, column, self._pasted)
        if rows is None:
            self.say(sentence)
            return
        self._put(rows)
        self._open(last, column)
        self.say(sentence, "small")
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the table while no cell is open; coming by Tab opens the cell."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.takes(event):
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
                QTimer.singleShot(0, self.enter)  # after the focus has really come
            elif not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0, 0))
        return super().eventFilter(watched, event)

    def _put(self, rows: list[dict[str, Any]]) -> None:
        """These rows, and an empty one to go on with; a row that was open as a form is another one now."""
        if self.row_form is not None:
            self.row_form.hide()
        last_is_empty = bool(rows) and all(value in ("", None) for value in rows[-1].values())
        full = bool(self.model.fixed) or len(rows) >= self.model.most
        self.model.put(rows if last_is_empty or full else [*rows, {}])

    def _normal(self, field: Field, value: Any) -> Any:
        return self.normal(field, value) if isinstance(value, str) and field.kind != "choice" else value

    def _open(self, row: int, column: int) -> None:
        index = self.model.index(row, column)
        self.view.setFocus()
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def _tab(self, step: int) -> None:
        index, columns = self.view.currentIndex(), self.model.columnCount()
        at = self._skip(index.row() * columns + index.column() + step, step)
        if 0 <= at < self.model.rowCount() * columns:
            self._open(at // columns, at % columns)
        elif step > 0:
            self.finished.emit() if self.model.fixed else self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.before_first.emit()

    def _written(self, column: int) -> bool:
        return self.model.fields[column].key not in self.model.fixed

    def _skip(self, at: int, step: int) -> int:
        """The place of a cell that is written, from this one on; beyond the table where there is none."""
        columns = self.model.columnCount()
        while 0 <= at < self.model.rowCount() * columns and not self._written(at % columns):
            at += step
        return at

    def _add_and_go(self) -> None:
        last = self.model.rowCount() - 1
        if self.model.is_empty(last) or self.model.add():
            self._open(self.model.rowCount() - 1, 0)

    def _visit(self, index: QModelIndex) -> None:
        if index.isValid():
            field = self.model.fields[index.column()]
            fault = self.model.faults.get((index.row(), field.key))
            if fault:
                self.say(fault, self.model.role)
            elif not self.model.faults:
                self.say(_(field.help), "small")

    def _pasted(self, field: Field, cell: str) -> Any:
        if field.kind in ("choice", "yes_no"):
            found = next((code for code, label in options(field) if cell.strip().lower() in (code.lower(), label.lower())), cell.strip())
            return {"yes": True, "no": False}.get(found, "") if field.kind == "yes_no" else found
        return self.normal(field, cell)

    def _fit(self) -> None:
        rows = min(self.model.rowCount(), _MOST_SHOWN)
        lines = self.view.horizontalHeader().sizeHint().height() + rows * self.view.verticalHeader().defaultSectionSize()
        wide = self.view.horizontalHeader().length() > self.view.viewport().width()
        bar = self.view.horizontalScrollBar().sizeHint().height() if wide else 0
        self.view.setFixedHeight(lines + 2 * self.view.frameWidth() + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll bar below needs room of its own."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as tall as the rows."""
        return super().sizeHint().expandedTo(QSize(theme.current().px(80), 0))


def _can_undo(editor: QObject | None) -> bool:
    """Whether the open cell has typing of its own to take back."""
    return isinstance(editor, LineEdit) and editor.isUndoAvailable()
