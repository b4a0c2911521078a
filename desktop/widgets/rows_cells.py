"""The editors inside the cells of a small table: a line, or a list of choices."""

from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from desktop.i18n import _
from desktop.widgets.editors import ChoiceEditor
from desktop.widgets.line_edit import LineEdit
from desktop.widgets.rows_model import Index, Roles, code_of, options


class Cells(QStyledItemDelegate):
    """The editors inside the cells; `owner` is the `RowsEdit` they belong to."""

    def __init__(self, owner: Any) -> None:
        super().__init__(owner)
        self._owner = owner

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        """A line, or a list of choices."""
        field = self._owner.model.fields[index.column()]
        if field.kind in ("choice", "yes_no"):
            editor: QWidget = ChoiceEditor(options(field), self._owner.initials)
            editor.setParent(parent)
        else:
            line = LineEdit(field.limit() if field.kind == "text" else 200, parent)
            line.textChanged.connect(lambda text: self._owner.show_echo(field, text))
            line.pasted_too_much.connect(self._owner.say)
            editor = line
        editor.setProperty("kind", "cell")
        editor.setAccessibleName(_(field.label))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What is typed so far."""
        value = index.data(Roles.EditRole)
        if isinstance(editor, ChoiceEditor):
            editor.set_value(code_of(value))
        elif isinstance(editor, LineEdit):
            editor.setText(str(value or ""))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Back into the row, in its normal form where it can be read."""
        field = self._owner.model.fields[index.column()]
        if isinstance(editor, ChoiceEditor):
            code = editor.value()
            model.setData(index, {"yes": True, "no": False}.get(code) if field.kind == "yes_no" else code)
        elif isinstance(editor, LineEdit):
            model.setData(index, self._owner.normal(field, editor.text()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The keys of the table go before those of the cell, unless an input method composes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if getattr(editor, "composing", False):
                return False
            if self._owner.takes(event, editor):
                return True
        return super().eventFilter(editor, event)

    def take(self, editor: QWidget) -> None:
        """Writes the cell into its row and closes its editor."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
