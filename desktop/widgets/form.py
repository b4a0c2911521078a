"""A form drawn from declared fields: Enter goes on, Shift+Enter goes back, a fault stands beside its field, what was typed stays.

`values()` gives what was typed; checking is `desktop.domain.fields.check`, elsewhere. A fault's path below `where` finds its field.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.editors import Readers, editor_for, line_of
from desktop.widgets.line_edit import EchoEdit, Reader, TextEdit, is_enter
from desktop.widgets.records import Records
from desktop.widgets.rows_edit import RowsEdit
from desktop.widgets.text import Label, plain_tip, restyle

_WIDE = ("long_text", "texts", "table", "group", "choices")


class _Row(QWidget):
    """One field: its editor, and under it what is wrong with it."""

    def __init__(self, field: Field, editor: QWidget, label: Label) -> None:
        super().__init__()
        self.field, self.editor, self.label = field, editor, label
        self.note = Label("", "fault", wrap=True)
        self.note.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft if field.kind == "choice" else Qt.AlignmentFlag(0))
        box.addWidget(self.note)

    def show_note(self, sentence: str, role: str) -> None:
        """Writes the sentence under the editor; an empty one takes it away."""
        restyle(self.note, "role", role)
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        if isinstance(self.editor, EchoEdit):
            self.editor.say_itself(not sentence)
        if isinstance(self.editor, Form | RowsEdit | Records):  # they mark their own fields and cells
            return
        for stop in self.stops():
            stop.setAccessibleDescription(sentence or _(self.field.help))
            restyle(stop, "faulty", bool(sentence) and role == "fault")

    def stops(self) -> list[QWidget]:
        """The controls the keyboard goes through here."""
        return self.editor.stops()  # type: ignore[attr-defined]


class Form(QWidget):
    """Fields in reading order, in one or two columns.

    `readers` gives echo and normal form of dates, sums and numbers; `initials` lets choices be found by pinyin letters.
    """

    changed = Signal()
    field_changed = Signal(str)
    """The key of the field that was typed into."""
    field_left = Signal(str)
    """The key of a field that was changed and then left: the moment to look something up."""
    finished = Signal()
    """Enter was pressed in the last field."""
    before_first = Signal()
    """Shift+Enter was pressed in the first field."""
    hint = Signal(str)
    """The help of the field that now has the focus, for the bottom bar; "" when it is left."""

    def __init__(
        self,
        fields: Sequence[Field],
        readers: Readers | None = None,
        columns: int = 1,
        initials: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self._rows: dict[str, _Row] = {}
        self._owner: dict[QObject, str] = {}
        self._touched: set[str] = set()
        self._quiet = False
        self._columns = columns
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        worn = theme.current()
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(2))
        at, line = 0, 0
        for field in self.fields:
            row = self._make(field, readers, initials)
            wide = field.kind in _WIDE
            if wide and at:
                at, line = 0, line + 1
            top = Qt.AlignmentFlag.AlignTop
            if field.kind in ("group", "table"):
                row.label.setProperty("role", "heading")
                grid.addWidget(row.label, line, 0, 1, columns * 2, top)
                line += 1
                grid.addWidget(row, line, 0, 1, columns * 2)
            else:
                row.label.setContentsMargins(0, worn.px(0.75) + 1, 0, 0)
                grid.addWidget(row.label, line, at * 2, top)
                grid.addWidget(row, line, at * 2 + 1, 1, columns * 2 - 1 if wide else 1, Qt.AlignmentFlag(0) if wide else top)
            at = 0 if wide else (at + 1) % columns
            line += 0 if at else 1
        for column in range(columns):
            grid.setColumnStretch(column * 2 + 1, 1)
        self._chain()

    def values(self) -> dict[str, Any]:
        """Everything as typed: texts, codes of choices, True/False/None, rows as lists of objects."""
        return {key: self._value(row.editor) for key, row in self._rows.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Shows typed or clean values (money: text in yuan, or int in fen); fields that are not named stay as they are. Tells nobody."""
        self._quiet = True
        try:
            for key, value in values.items():
                if key in self._rows:
                    editor = self._rows[key].editor
                    editor.set_values(value or {}) if isinstance(editor, Form) else editor.set_value(value)  # type: ignore[attr-defined]
        finally:
            self._quiet = False

    def clear(self) -> None:
        """Empties every field and takes all faults away."""
        empty: dict[str, Any] = {"yes_no": None, "table": [], "choices": [], "group": None}
        for key, row in self._rows.items():
            if isinstance(row.editor, Form):
                row.editor.clear()
            else:
                self.set_values({key: empty.get(row.field.kind, "")})
        self._touched.clear()
        self.show_faults(())

    def show_faults(self, faults: Iterable[Fault], where: str = "", role: str = "fault", focus: bool = True) -> list[Fault]:
        """Writes each fault beside its field (older ones go), sets the focus to the first; gives back those that belong to no field here.

        With `role="warning"` they are remarks: amber, and the focus stays where it is.
        """
        mine: dict[str, list[Fault]] = {}
        others = []
        for fault in faults:
            path = fault.field.removeprefix(where + ".") if where else fault.field
            key = path.split(".", 1)[0]
            if key in self._rows and (not where or fault.field.startswith(where + ".")):
                mine.setdefault(key, []).append(Fault(path.removeprefix(key).lstrip("."), fault.sentence))
            else:
                others.append(fault)
        for key, row in self._rows.items():
            found = mine.get(key, [])
            deeper = [fault for fault in found if fault.field]
            if isinstance(row.editor, Form | RowsEdit | Records):
                row.editor.show_faults(deeper, role=role, focus=False)
                found = [fault for fault in found if not fault.field]
            row.show_note("\n".join(fault.sentence for fault in found), role)
        if mine and focus and role == "fault":
            self.focus(next(key for key in self._rows if key in mine))
        return others

    def remark(self, key: str, sentence: str, role: str = "warning") -> None:
        """Writes one sentence beside one field and leaves the others alone; an empty one takes it away."""
        self._rows[key].show_note(sentence, role)

    def keys(self) -> list[str]:
        """The keys of the fields in reading order."""
        return list(self._rows)

    def label(self, key: str) -> str:
        """What a field is called; "" where it is not here."""
        return _(self._rows[key].field.label) if key in self._rows else ""

    def has(self, key: str) -> bool:
        """Whether there is such a field."""
        return key in self._rows

    def editor(self, key: str) -> QWidget:
        """The editor of a field."""
        return self._rows[key].editor

    def show_field(self, key: str, visible: bool) -> None:
        """Shows or hides a field with its label; a hidden one keeps its value."""
        self._rows[key].setVisible(visible)
        self._rows[key].label.setVisible(visible)

    def allow_field(self, key: str, enabled: bool, reason: str = "") -> None:
        """Frees a field or closes it, with the reason."""
        self._rows[key].editor.setEnabled(enabled)
        self._rows[key].editor.setToolTip(plain_tip(reason))

    def focus(self, key: str = "") -> None:
        """Sets the focus to a field (the first one when none is named) and brings it into view."""
        if not self._rows:
            return
        editor = self._rows[key or next(iter(self._rows))].editor
        if isinstance(editor, Form | RowsEdit | Records):
            editor.focus() if isinstance(editor, Form) else editor.enter()
            self._reveal(editor)
            return
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        line = line_of(editor)
        if line is not None and not isinstance(line, TextEdit):
            line.selectAll()
        self._reveal(editor)

    def lead(self, path: str) -> None:
        """Sets the focus to the field of a dotted path, however deep it lies: `people.0.nursing.1.days`."""
        key, _dot, rest = path.partition(".")
        if key not in self._rows:
            return
        editor = self._rows[key].editor
        if rest and isinstance(editor, Form | Records | RowsEdit):
            editor.lead(rest)
            self._reveal(self.focusWidget() or editor)
        else:
            self.focus(key)

    def stops(self) -> list[QWidget]:
        """Every control in reading order."""
        return [stop for row in self._rows.values() for stop in row.stops()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter go through the fields; the focus brings its field into view and its help to the bottom bar."""
        key = self._owner.get(watched)
        if key is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._moves(watched, event):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(key, -1 if back else 1)
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.hint.emit(_(self._rows[key].field.help))
            self._reveal(self._rows[key])
        elif event.type() == QEvent.Type.FocusOut:
            self.hint.emit("")
            if key in self._touched:
                self._touched.discard(key)
                self.field_left.emit(key)
        return super().eventFilter(watched, event)

    def _make(self, field: Field, readers: Readers | None, initials: Callable[[str], str] | None) -> _Row:
        label_text = _(field.label)
        if field.kind == "group":
            editor: Any = Form(field.rows, readers, 1, initials)
            editor.hint.connect(self.hint)
        elif field.kind == "table" and any(one.kind in ("table", "group") for one in field.rows):
            editor = Records(field.rows, field.limit(), lambda: Form(field.rows, _brief(readers), self._columns, initials))
            editor.form.hint.connect(self.hint)
        elif field.kind == "table":
            editor = RowsEdit(field.rows, field.limit(), readers, initials, lambda: Form(field.rows, _brief(readers), 2, initials))
        else:
            editor = editor_for(field, readers, initials)
        if isinstance(editor, Form | RowsEdit | Records):
            editor.finished.connect(lambda: self._go(field.key, 1))
            editor.before_first.connect(lambda: self._go(field.key, -1))
        label = Label(label_text + (" *" if field.required else ""))
        row = _Row(field, editor, label)
        self._rows[field.key] = row
        editor.setToolTip(plain_tip(_(field.help)))
        if isinstance(editor, RowsEdit):
            editor.view.setAccessibleName(label_text)
            label.setBuddy(editor.view)
        elif not isinstance(editor, Form | Records):
            for stop in row.stops():
                said = label_text if len(row.stops()) == 1 else f"{label_text}: {stop.text()}"  # type: ignore[attr-defined]
                stop.setAccessibleName(said + (_(", required") if field.required else ""))
                stop.setAccessibleDescription(_(field.help))
                stop.installEventFilter(self)
                self._owner[stop] = field.key
            label.setBuddy(row.stops()[0])
        line = line_of(editor)
        if line is not None:
            line.pasted_too_much.connect(lambda sentence: row.show_note(sentence, "fault"))
            if isinstance(field.example, str) and field.example and not isinstance(line, TextEdit):
                line.setPlaceholderText(_("such as {example}").format(example=field.example))  # nobody takes it for what was typed
        editor.changed.connect(lambda: self._typed(field.key))
        return row

    def _chain(self) -> None:
        stops = self.stops()
        for one, next_one in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, next_one)

    def _typed(self, key: str) -> None:
        if self._quiet:
            return
        row = self._rows[key]
        if not isinstance(row.editor, Form | RowsEdit | Records):
            row.show_note("", "fault")  # it speaks of the text that stood there before
        self._touched.add(key)
        self.field_changed.emit(key)
        self.changed.emit()

    def _moves(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether this key goes to another field: never while an input method composes; Enter in a text with content makes a line."""
        if getattr(watched, "composing", False):
            return False
        if isinstance(watched, TextEdit):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return enter and bool(control or back or not watched.text())
        return is_enter(event)

    def _go(self, key: str, step: int) -> None:
        keys = list(self._rows)
        at = keys.index(key) + step
        while 0 <= at < len(keys):
            row = self._rows[keys[at]]
            if not row.isHidden() and row.editor.isEnabled():
                self.focus(keys[at])
                return
            at += step
        (self.finished if step > 0 else self.before_first).emit()

    def _reveal(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            area, room = above, theme.current().px(6)
            area.ensureWidgetVisible(widget, 0, room)

            def again() -> None:
                here = area.focusWidget()
                if here is not None and (here is widget or widget.isAncestorOf(here)):
                    area.ensureWidgetVisible(widget, 0, room)

            QTimer.singleShot(0, self, again)  # a form that was just drawn has its place only after the layout

    def _value(self, editor: Any) -> Any:
        return editor.values() if isinstance(editor, Form) else editor.value()


def _brief(readers: Readers | None) -> Readers | None:
    """The same readers, of a day the weekday alone: beside a table there is no room for more."""

    def of(field: Field) -> Reader | None:
        whole = readers(field) if readers is not None else None
        if whole is None or field.kind != "date":
            return whole

        def read(text: str) -> tuple[str, str]:
            written, echo = whole(text)
            return written, echo.split()[0] if written == text and echo else echo

        return read

    return of
