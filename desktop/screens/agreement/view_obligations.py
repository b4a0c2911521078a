"""The obligations of an agreement: a table with one line each, and under it the sheet of the line that is chosen."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement import sheet
from desktop.screens.agreement.view_lines import Lines
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.form import Form
from desktop.widgets.line_edit import EchoEdit, is_enter
from desktop.widgets.text import Label

PARTIES = ("debtors", "creditors", "guarantors", "performer", "payee", "on_account_of")
SEVERAL = ("debtors", "creditors", "guarantors")
TABLES = ("instalments", "shares")
MOST_SHOWN = 6


class Asks(NamedTuple):
    """What is asked of the presenter while one types: the account of a creditor, a plan written out, the difference that is left."""

    account: Callable[[str], dict[str, str]]
    plan: Callable[[Mapping[str, Any]], tuple[list[dict[str, str]], str]]
    difference: Callable[[Mapping[str, Any]], dict[str, str]]


class Obligations(QWidget):
    """`value()` gives the rows as typed."""

    changed = Signal()
    finished = Signal()
    hint = Signal(str)

    def __init__(
        self,
        fields: Sequence[Any],
        readers: Any,
        letters: Any,
        fresh: Mapping[str, Any],
        parties: Sequence[tuple[str, str]],
        asks: Asks,
        groups: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fresh, self._parties, self._asks, self._groups = dict(fresh), tuple(parties), asks, groups
        self._made: Mapping[int, str] = {}
        self._keys = [field.key for field in fields]
        self._gone: tuple[int, dict[str, Any]] | None = None
        self._at = -1
        self._more = False
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(2))
        self.lines = Lines({field.key: dict(field.options()) for field in fields if field.kind == "choice"})
        self.table = self._made_table()
        box.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.setSpacing(worn.px(1))
        self.note = Label("", "soft", wrap=True)
        box.addWidget(self.note)
        buttons.addStretch(1)
        self.add_button = Button(_("Add an obligation"), self.add, "secondary", _("Key: {key}").format(key="Alt+Insert"))
        self.copy_button = Button(_("Copy it"), self.copy, "quiet")
        self.delete_button = Button(_("Delete it"), self.delete, "quiet", _("Ctrl+Delete deletes it, Ctrl+Z brings it back."))
        for button in (self.add_button, self.copy_button, self.delete_button):
            buttons.addWidget(button)
        box.addLayout(buttons)
        self.form = Form(fields, readers, 1, letters)
        self.form.field_changed.connect(self._typed)
        self.form.field_left.connect(self._left)
        self.form.finished.connect(lambda: self.add_button.setFocus())
        self.form.before_first.connect(lambda: self.table.setFocus())
        self.form.hint.connect(self.hint)
        box.addWidget(self.form)
        below = QHBoxLayout()
        below.setSpacing(worn.px(3))
        self.more_button = Button("", self._turn_more, "link")
        self.own_button = Button(_("Word it yourself"), self.word_it, "link", _("The clause as it is made, to be changed by hand"))
        tip = _("Key: {key}").format(key="Alt+D")
        self.difference_button = Button(_("Add the difference as an obligation"), self.add_difference, "link", tip)
        for key, does in (("Alt+Insert", self.add), ("Alt+D", self.add_difference)):
            QShortcut(QKeySequence(key), self, does)
        for button in (self.more_button, self.own_button, self.difference_button):
            below.addWidget(button)
        below.addStretch(1)
        box.addLayout(below)
        for key in PARTIES:
            self._add_choice(key)
        self.set_value([])

    # ------------------------------------------------------------------ values

    def value(self) -> list[dict[str, Any]]:
        """The rows as typed."""
        return [{key: value for key, value in row.items() if value not in ("", None, [])} for row in self.lines.rows]

    def set_value(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Shows these rows."""
        self.lines.beginResetModel()
        self.lines.rows = [dict(row) for row in rows]
        self.lines.endResetModel()
        self._fit()
        self._at = -1
        self.choose(0 if rows else -1)

    def choose(self, row: int) -> None:
        """Shows the sheet of this row."""
        row = min(row, len(self.lines.rows) - 1)
        self._at = row
        self.form.setVisible(row >= 0)
        for button in (self.more_button, self.own_button):
            button.setVisible(row >= 0)
        self.copy_button.setEnabled(row >= 0)
        self.delete_button.setEnabled(row >= 0)
        self._say("" if row >= 0 else _("Nothing is agreed yet: add the first obligation."))
        if row < 0:
            self.difference_button.setVisible(False)
            return
        values = self.lines.rows[row]
        self.form.clear()
        self.form.set_values({key: values.get(key, [] if key in TABLES else "") for key in self._keys})
        self._arrange()
        if self.table.currentIndex().row() != row:
            self.table.selectRow(row)

    def focus_field(self, row: int, key: str) -> None:
        """Leads to a field of an obligation."""
        if not self.lines.rows:
            self.add_button.setFocus()
            return
        self.choose(row)
        if key in sheet.MORE:
            self._more = True
        self._arrange(show=key)
        self.form.focus(key if key in self._keys else "")

    def show_faults(self, faults: Sequence[Any]) -> None:
        """Faults of the rows (`n.key`): the first row that has one is shown with its faults."""
        first = min((int(fault.field.split(".")[0]) for fault in faults if fault.field.split(".")[0].isdecimal()), default=-1)
        if first < 0:
            self.form.show_faults([], focus=False)
            return
        self.choose(first)
        mine = [fault for fault in faults if fault.field.split(".")[0] == str(first)]
        key = mine[0].field.split(".")[1] if "." in mine[0].field else ""
        self.focus_field(first, key)
        self.form.show_faults(mine, str(first))

    # ------------------------------------------------------------------ rows

    def add(self) -> None:
        """A new obligation at the end."""
        self._insert(len(self.lines.rows), dict(self._fresh))

    def copy(self) -> None:
        """The same once more, below."""
        if self._at >= 0:
            row = self.lines.rows[self._at]
            self._insert(self._at + 1, {**row, "instalments": [dict(part) for part in row.get("instalments") or []]})

    def delete(self) -> None:
        """Takes the chosen one away; Ctrl+Z brings it back."""
        if self._at < 0:
            return
        at = self._at
        self._gone = (at, self.lines.rows[at])
        self.lines.beginRemoveRows(QModelIndex(), at, at)
        del self.lines.rows[at]
        self.lines.endRemoveRows()
        self._fit()
        self.choose(min(at, len(self.lines.rows) - 1))
        self._say(_("The obligation was deleted; Ctrl+Z brings it back."))
        (self.table if self.lines.rows else self.add_button).setFocus()
        self.changed.emit()

    def put(self, at: int, values: Mapping[str, Any]) -> None:
        """Writes these values into a row, whether its sheet is shown or not."""
        if 0 <= at < len(self.lines.rows):
            self.lines.rows[at] = {**self.lines.rows[at], **values}
            self.lines.tell(at)
            if at == self._at:
                self.choose(at)
            self.changed.emit()

    def undo(self) -> None:
        """Brings the one deleted last back to its place."""
        if self._gone is not None:
            (at, row), self._gone = self._gone, None
            self._insert(min(at, len(self.lines.rows)), row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table Enter goes into the sheet, Ctrl+Delete deletes, Ctrl+Z brings back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_enter(event):
                self.form.focus() if self._at >= 0 else self.add()
                return True
            if event.key() == Qt.Key.Key_Delete and control:
                self.delete()
                return True
            if event.matches(QKeySequence.StandardKey.Undo):
                self.undo()
                return True
        return super().eventFilter(watched, event)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _insert(self, at: int, row: dict[str, Any]) -> None:
        self.lines.beginInsertRows(QModelIndex(), at, at)
        self.lines.rows.insert(at, row)
        self.lines.endInsertRows()
        self._fit()
        self._more = False
        self.choose(at)
        self.form.focus("debtors" if not row.get("debtors") else "subject")
        self.changed.emit()

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.lines)
        table.setAccessibleName(_("Obligations"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + theme.current().px(2.5))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        em, gap = table.fontMetrics().horizontalAdvance("永"), theme.current().px(3)
        for column, ems in enumerate((9, 5, 7.5, 6, 4.5)):
            table.setColumnWidth(column, round(em * ems) + gap)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.selectionModel().currentRowChanged.connect(lambda now, _old: self._go(now.row()))
        palette = table.palette()
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.current().color("ink"))  # the chosen line has a soft ground
        table.setPalette(palette)
        table.installEventFilter(self)
        return table

    def _go(self, row: int) -> None:
        if row >= 0 and row != self._at:
            self.choose(row)

    def _fit(self) -> None:
        rows = min(max(len(self.lines.rows), 1), MOST_SHOWN)
        height = self.table.horizontalHeader().sizeHint().height() + rows * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height + 2 * self.table.frameWidth())
        self.table.setVisible(bool(self.lines.rows))

    # ------------------------------------------------------------------ the sheet

    def _typed(self, key: str) -> None:
        if self._at < 0:
            return
        self.lines.rows[self._at] = self.form.values()
        self.lines.tell(self._at)
        if key in sheet.ASKS_ANEW:
            self._arrange()
        elif key in sheet.WORTH:
            self._offer_difference(self.form.values())
        self.changed.emit()

    def _left(self, key: str) -> None:
        """A creditor was named: his account is known perhaps."""
        row = self.form.values()
        if key == "debtors" and "、" in row["debtors"] and row["liability"] in ("", "single"):
            self.form.set_values({"liability": "joint"})  # what the service takes where nothing is said, shown before it is saved
            self._typed(key)
        if key == "creditors" and not any(row.get(one) for one in sheet.ACCOUNT):
            known = self._asks.account(row["creditors"])
            if known:
                self.form.set_values(known)
                self._typed(key)
        if key in sheet.PLAN or (key == "amount" and row.get("first_on")):
            self._plan(row, key)

    def _plan(self, row: Mapping[str, Any], key: str) -> None:
        """Writes the plan out: instalments are shown to be looked at, payments again and again in one line."""
        rows, sentence = self._asks.plan(row)
        self.form.remark("first_on", sentence, "soft")
        if rows and row.get("timing") == "instalments":
            self.form.set_values({"instalments": rows})
            self._typed(key)

    def _turn_more(self) -> None:
        self._more = not self._more
        self._arrange()

    def _arrange(self, show: str = "") -> None:
        """Shows the fields that this kind of obligation has; a filled one is never hidden."""
        row = self.form.values()
        for key, visible in sheet.wanted(row, self._groups, self._more).items():
            self.form.show_field(key, visible or key == show)
        self.more_button.setText(_("Fewer fields") if self._more else _("Guarantors, payee, place, details …"))
        self._offer_difference(row)

    def _offer_difference(self, row: Mapping[str, Any]) -> None:
        self.difference_button.setVisible(bool(row.get("settles")) and bool(self._asks.difference(row)))

    def add_difference(self) -> None:
        """What the things are worth more or less than the debt, as an obligation below."""
        made = self._asks.difference(self.form.values()) if self._at >= 0 else {}
        if made:
            self._insert(self._at + 1, made)

    def show_generated(self, made: Mapping[int, str]) -> None:
        """What the records make as their clauses, by number: where an own wording begins."""
        self._made = made

    def word_it(self) -> None:
        """The clause as it is made goes into the field for the own wording, to be changed there."""
        if self._at < 0:
            return
        if not str(self.form.values().get("own_text") or "").strip():
            self.form.set_values({"own_text": self._made.get(self._at + 1, "")})
            self._typed("own_text")
        self._more = True
        self._arrange(show="own_text")
        self.form.focus("own_text")

    def _add_choice(self, key: str) -> None:
        """A button beside the line: the parties as a list."""
        editor = self.form.editor(key)
        if not isinstance(editor, EchoEdit):
            return
        button = Button(_("Choose"), partial(self._offer, key), "quiet", _("The parties of the case"))
        button.setAccessibleName(_("Choose: {field}").format(field=editor.line.accessibleName()))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the numbers are quicker than the list
        editor.echo.hide()
        editor.line.setMaximumWidth(16_777_215)
        editor.row.addWidget(button)

    def _offer(self, key: str) -> None:
        editor = self.form.editor(key)
        assert isinstance(editor, EchoEdit)
        named = [name for name in editor.text().split("、") if name]
        menu = QMenu(editor)
        for number, name in self._parties:
            choice = menu.addAction(f"{number}  {name}")
            choice.setCheckable(key in SEVERAL)
            choice.setChecked(name in named or number in named)
            choice.triggered.connect(partial(self._chosen, key, name))
        menu.popup(editor.mapToGlobal(editor.rect().bottomLeft()))

    def _chosen(self, key: str, name: str, _on: bool = False) -> None:
        editor = self.form.editor(key)
        assert isinstance(editor, EchoEdit)
        named = [one for one in editor.text().split("、") if one]
        if key not in SEVERAL:
            named = [name]
        elif name in named:
            named.remove(name)
        else:
            named.append(name)
        editor.setText("、".join(named))
        self._typed(key)
        self._left(key)
        editor.setFocus()
