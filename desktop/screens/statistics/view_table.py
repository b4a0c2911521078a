"""The table of figures: the arrows go from cell to cell, Enter opens the cases behind the one in focus."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop.i18n import _
from desktop.screens.statistics.shown import Cell, Row, Sheet
from desktop.widgets import theme
from desktop.widgets.line_edit import is_enter, width_of
from desktop.widgets.text import plain_tip

_LABEL_EMS, _LEAST_EMS, _MOST_SPARE_EMS = 11.0, 3.4, 6.5


class InkKept(QStyledItemDelegate):
    """What is selected keeps its ink: on the pale ground of a selection the ink of a highlight could not be read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ink of the item, selected or not."""
        super().initStyleOption(option, index)
        ink = QBrush(index.data(Qt.ItemDataRole.ForegroundRole) or theme.current().color("ink"))
        palette = option.palette  # type: ignore[attr-defined]
        palette.setBrush(QPalette.ColorRole.HighlightedText, ink)
        option.palette = palette  # type: ignore[attr-defined]


class FiguresTable(QTableWidget):
    """`opened` gives the row of the report and the key of the figure; `looked_at` the number of the rule for the cell in focus."""

    opened = Signal(int, str)
    looked_at = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._cells: dict[tuple[int, int], Cell] = {}
        self.setItemDelegate(InkKept(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Statistics"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        wrapped = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        self.installEventFilter(self)
        self.cellDoubleClicked.connect(lambda _row, _column: self.open_current())
        self.currentCellChanged.connect(lambda *_places: self._looked())

    def show_sheet(self, sheet: Sheet) -> None:
        """Draws a report; the cursor stays where it was if the table has the same shape."""
        kept = (self.currentRow(), max(self.currentColumn(), 1))
        same = self._sheet is not None and (len(self._sheet.rows), self._sheet.head) == (len(sheet.rows), sheet.head)
        self._sheet = None  # nothing is measured while it is drawn
        self._cells = {}
        self.clear()
        self.setRowCount(len(sheet.rows))
        self.setColumnCount(len(sheet.head) + 1)
        self.setHorizontalHeaderLabels([sheet.corner, *sheet.head])
        if not sheet.by_row:
            for column, tip in enumerate(sheet.tips, 1):
                self._head(column).setToolTip(plain_tip(tip))
        for place, row in enumerate(sheet.rows):
            self._write(place, row, sheet.tips[place] if sheet.by_row else row.label)
        lines = 2 if any(cell.before for row in sheet.rows for cell in row.cells) else 1
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * lines + theme.current().px(2.5))
        self._sheet = sheet
        self._fit()
        if sheet.rows:
            self.setCurrentCell(*(kept if same and kept[0] >= 0 else (0, 1)))
        self._looked()

    def current_cell(self) -> Cell | None:
        """The figure in focus."""
        return self._cells.get((self.currentRow(), self.currentColumn()))

    def open_current(self) -> None:
        """Opens the cases behind the figure in focus, where there are any."""
        cell = self.current_cell()
        if cell is not None and cell.opens:
            self.opened.emit(cell.row, cell.figure)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_enter(event):
            self.open_current()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the window has to spare goes to the figures."""
        super().resizeEvent(event)
        self._fit()

    def _write(self, place: int, row: Row, tip: str) -> None:
        worn = theme.current()
        label = QTableWidgetItem(row.label)
        label.setFlags(Qt.ItemFlag.ItemIsEnabled)
        label.setToolTip(plain_tip(tip))
        self.setItem(place, 0, label)
        for column, cell in enumerate(row.cells, 1):
            item = QTableWidgetItem(f"{cell.text}\n({cell.before})" if cell.before else cell.text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not cell.opens:
                item.setForeground(worn.color("ink_soft"))
            self._cells[(place, column)] = cell
            self.setItem(place, column, item)
        if row.total:
            for column in range(self.columnCount()):
                self._item(place, column).setFont(worn.font(bold=True))
                self._item(place, column).setBackground(worn.color("sunken"))

    def _fit(self) -> None:
        """Columns as wide as their longest figure asks; the head goes on in further lines."""
        if self._sheet is None:
            return
        metrics = self.fontMetrics()
        # a word of the head that cannot be broken, and the figures themselves
        least = [width_of(self, _LABEL_EMS)]
        for column in range(1, self.columnCount()):
            texts = [line for row in range(self.rowCount()) for line in self._item(row, column).text().split("\n")]
            needed = max((metrics.horizontalAdvance(text) for text in texts), default=0) + theme.current().px(3)
            least.append(max(needed, width_of(self, _LEAST_EMS)))
        labels = max((metrics.horizontalAdvance(self._item(row, 0).text()) for row in range(self.rowCount())), default=0)
        least[0] = min(
            max(labels + theme.current().px(4), width_of(self, 5)), width_of(self, _LABEL_EMS * (1.6 if self._sheet.by_row else 1.25))
        )
        spare = self.viewport().width() - sum(least)
        share = max(0, spare) // max(1, len(least))
        for column, width in enumerate(least):
            self.setColumnWidth(column, width + min(share, width_of(self, _MOST_SPARE_EMS)))
        small = self.horizontalHeader().fontMetrics()
        words = (self._sheet.corner, *self._sheet.head)
        rooms = (max(1, self.columnWidth(column) - theme.current().px(4)) for column in range(self.columnCount()))
        lines = max((-(-small.horizontalAdvance(word) // room) for word, room in zip(words, rooms, strict=True)), default=1)
        self.horizontalHeader().setFixedHeight(small.height() * max(1, min(lines, 4)) + theme.current().px(3))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None, "every cell was written"
        return found

    def _head(self, column: int) -> QTableWidgetItem:
        found = self.horizontalHeaderItem(column)
        assert found is not None, "every column has its head"
        return found

    def _looked(self) -> None:
        if self._sheet is not None and self._sheet.rows:
            self.looked_at.emit(self.currentRow() if self._sheet.by_row else self.currentColumn() - 1)
