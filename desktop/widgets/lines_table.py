"""A short table in a column of cards: as tall as its lines; arrows go through it, Space marks, Enter does what belongs to a line."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget

from desktop.widgets import theme
from desktop.widgets.line_edit import is_enter, width_of
from desktop.widgets.table import Cells
from desktop.widgets.text import plain_tip

MOST_SHOWN = 9
_PATIENCE_KEYS = 8
_ON = Qt.CheckState.Checked


class Head(NamedTuple):
    """One column: its label in words, its width in characters; the column with `stretch` takes what is left."""

    label: str
    ems: float = 6
    right: bool = False
    stretch: bool = False


class LinesTable(QTableWidget):
    """`entered` gives the id of the line on Enter or double click; `marked` follows each change of the marks (only with `marks`).

    At `most` so many lines are seen at once; 0 takes all the room there is.
    A line is anything with `id`, `cells`, `state` (red, amber, green or "") for the cell `state_at`, and `quiet`.
    """

    entered = Signal(str)
    marked = Signal()

    def __init__(
        self,
        name: str,
        heads: Sequence[Head],
        marks: bool = False,
        chooses: bool = True,
        most: int = MOST_SHOWN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(heads), parent)
        self.letters: Callable[[str], str] = lambda text: ""
        self._heads, self._marks, self._chooses, self._most = tuple(heads), marks, chooses or marks, most
        self._ids: list[str] = []
        self._typed = ""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([head.label for head in heads])
        self.setItemDelegate(Cells(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if most else QSizePolicy.Policy.Expanding)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.current().px(2))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme.current().px(6))
        for column, head in enumerate(heads):
            side = Qt.AlignmentFlag.AlignRight if head.right else Qt.AlignmentFlag.AlignLeft
            label = self.horizontalHeaderItem(column)
            if label is not None:
                label.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setColumnWidth(column, self._width(column))
        self.installEventFilter(self)
        self.cellDoubleClicked.connect(lambda row, _column: self.entered.emit(self._ids[row]))
        self.itemChanged.connect(lambda _item: self.marked.emit() if self._marks else None)

    def show_lines(self, lines: Sequence[Any], marked: Sequence[str] = ()) -> None:
        """Shows these lines; the cursor stays on its own where it is still there."""
        kept = self.current()
        self.blockSignals(True)
        self._ids = [line.id for line in lines]
        self.setRowCount(len(lines))
        worn = theme.current()
        for row, line in enumerate(lines):
            for column, text in enumerate(line.cells):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                side = Qt.AlignmentFlag.AlignRight if self._heads[column].right else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if line.state and column == line.state_at:
                    item.setForeground(worn.color(line.state))
                    item.setFont(worn.font(bold=True))
                elif line.quiet:
                    item.setForeground(worn.color("ink_soft"))
                if self._marks and not column and not line.quiet:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(_ON if line.id in marked else Qt.CheckState.Unchecked)
                self.setItem(row, column, item)
        self.blockSignals(False)
        if lines:
            self.setCurrentCell(self._ids.index(kept) if kept in self._ids else 0, 0)
            if not self._chooses and not self.hasFocus():
                self.clearSelection()
        self._measure()

    def current(self) -> str:
        """The id of the line the cursor is on; "" when there is none."""
        row = self.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def go_to(self, line_id: str) -> None:
        """Puts the cursor on this line."""
        if line_id in self._ids:
            self.setCurrentCell(self._ids.index(line_id), 0)

    def marks(self) -> list[str]:
        """The ids of the lines that are marked, in their order."""
        return [line_id for row, line_id in enumerate(self._ids) if self._may(row) and self._item(row).checkState() == _ON]

    def mark(self, ids: Sequence[str]) -> None:
        """Marks these lines and no others."""
        self.blockSignals(True)
        for row, line_id in enumerate(self._ids):
            if self._may(row):
                self._item(row).setCheckState(_ON if line_id in ids else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.marked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter enters, Space marks and goes on, Ctrl+A marks all or none, letters find by initials."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_enter(event) and self.current():
                self.entered.emit(self.current())
                return True
            if self._marks and event.key() == Qt.Key.Key_Space and self.current():
                self._turn(self.currentRow())
                return True
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if self._marks and event.key() == Qt.Key.Key_A and control:
                all_of_them = [line_id for row, line_id in enumerate(self._ids) if self._may(row)]
                self.mark([] if len(self.marks()) == len(all_of_them) else all_of_them)
                return True
            if event.text().strip() and event.text().isprintable() and not control:
                self._find(event.text().lower())
                return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current line for Enter and Space; a new visit begins a new word."""
        super().focusInEvent(event)
        self._typed = ""
        if self.currentRow() < 0 and self._ids:
            self.setCurrentCell(0, 0)
        self.selectRow(self.currentRow())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A list from which nothing is chosen has no marked line while nobody is in it."""
        super().focusOutEvent(event)
        if not self._chooses:
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns that stretch take what is left."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _turn(self, row: int) -> None:
        if self._may(row):
            item = self._item(row)
            item.setCheckState(Qt.CheckState.Unchecked if item.checkState() == _ON else _ON)
        if row + 1 < len(self._ids):
            self.setCurrentCell(row + 1, 0)

    def _find(self, letter: str) -> None:
        for word in ((self._typed + letter)[-_PATIENCE_KEYS:], letter):
            for row in range(self.rowCount()):
                texts = [self._item(row, column).text() for column in range(self.columnCount())]
                if any(text.lower().startswith(word) or self.letters(text).startswith(word) for text in texts if text):
                    self._typed = word
                    self.setCurrentCell(row, 0)
                    return

    def _may(self, row: int) -> bool:
        """Whether the line can be marked; a quiet one cannot."""
        return self._marks and bool(self._item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable)

    def _item(self, row: int, column: int = 0) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None, "every cell was written"
        return found

    def _width(self, column: int) -> int:
        """As declared; a sum is never cut, other words take up to half as much again."""
        head, metrics, steps = self._heads[column], self.fontMetrics(), theme.current().px(5)
        declared = max(width_of(self, head.ems), self.horizontalHeader().fontMetrics().horizontalAdvance(head.label) + steps)
        if head.stretch:
            return declared
        mark = theme.current().px(6) if self._marks and not column else 0
        items = (self.item(row, column) for row in range(self.rowCount()))
        longest = max((metrics.horizontalAdvance(item.text()) for item in items if item is not None), default=0) + steps + mark
        return max(declared, longest if head.right else min(longest, round(declared * 1.5)))

    def _fit(self) -> None:
        stretched = [column for column, head in enumerate(self._heads) if head.stretch]
        if not stretched:
            self.horizontalHeader().setStretchLastSection(True)
            return
        others = sum(self.columnWidth(column) for column in range(self.columnCount()) if column not in stretched)
        share = (self.viewport().width() - others) // len(stretched)
        for column in stretched:
            self.setColumnWidth(column, max(share, width_of(self, self._heads[column].ems)))

    def _measure(self) -> None:
        lines = min(max(len(self._ids), 1), self._most)
        widths = [self._width(column) for column in range(self.columnCount())]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        if not self._most:
            self._fit()
            return
        total = sum(widths)
        bar = self.horizontalScrollBar().sizeHint().height() if total > self.viewport().width() > theme.current().px(20) else 0
        height = self.horizontalHeader().sizeHint().height() + lines * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + 2 * self.frameWidth() + 2 + bar)
        self._fit()
