"""A wide list that is read page by page as it is scrolled; the first columns can stand still at the left.

Rows come through `fetch(after, answer)`: it looks elsewhere for the rows below the row `after` (None: from the start) and calls
`answer(rows, more)`. The list never counts, never sorts and never measures all its rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.widgets import theme
from desktop.widgets.line_edit import is_enter, width_of
from desktop.widgets.text import plain_tip

LONG_EMS = 8
"""A column this wide holds names and sentences, which give and take room."""
MOST_GIVEN, MOST_TAKEN = 1.0, 0.3

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole


@dataclass(frozen=True)
class Column:
    """One column: how a row reads in it; `ems` is its width in Chinese characters, `state` colours it (red, amber, green, "")."""

    label: str
    text: Callable[[Any], str]
    ems: float = 8
    right: bool = False
    state: Callable[[Any], str] | None = None


Answer = Callable[[Sequence[Any], bool], None]
Fetch = Callable[[Any, Answer], None]


class PagedModel(QAbstractTableModel):
    """Rows fetched so far. `loaded` tells how many there are and whether more will come."""

    loaded = Signal(int, bool)

    def __init__(self, columns: Sequence[Column], fetch: Fetch | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._fetch = fetch
        self._rows: list[Any] = []
        self._more = fetch is not None
        self._waiting = False
        self._question = 0

    @property
    def rows(self) -> list[Any]:
        """The rows fetched so far."""
        return self._rows

    @property
    def waiting(self) -> bool:
        """Whether a page is on its way."""
        return self._waiting

    def ask(self, fetch: Fetch | None = None) -> None:
        """Begins anew, perhaps with another question: a late answer to the old one is dropped, the old rows stay until the new are here."""
        self._fetch = fetch or self._fetch
        self._question += 1
        self._waiting, self._more = False, self._fetch is not None
        self._want(None, anew=True)

    def put(self, rows: Sequence[Any]) -> None:
        """Shows these rows and no others."""
        self._question += 1
        self._waiting = self._more = False
        self._show(rows, anew=True)

    def replace(self, row: int, value: Any) -> None:
        """Shows a row that has changed."""
        self._rows[row] = value
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What was fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As declared."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """The labels."""
        if role == Roles.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].label
        if role == Roles.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """How the row reads in this column."""
        column = self.columns[index.column()]
        if role == Roles.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == Roles.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Roles.ForegroundRole and column.state is not None:
            state = column.state(self._rows[index.row()])
            return theme.current().color(state) if state else None
        if role == Roles.ToolTipRole:
            return plain_tip(column.text(self._rows[index.row()]))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the end was not reached yet."""
        return not parent.isValid() and self._more and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """The view has come to the end of what is here."""
        if self.canFetchMore(parent):
            self._want(self._rows[-1] if self._rows else None)

    def _want(self, after: Any, anew: bool = False) -> None:
        if self._fetch is None:
            return
        self._waiting = True
        question = self._question

        def answer(rows: Sequence[Any], more: bool) -> None:
            if question != self._question:
                return
            self._waiting, self._more = False, more
            self._show(rows, anew)

        self._fetch(after, answer)

    def _show(self, rows: Sequence[Any], anew: bool) -> None:
        if anew:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
        elif rows:
            at = len(self._rows)
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self.loaded.emit(len(self._rows), self._more)


class Cells(QStyledItemDelegate):
    """A selected row keeps its inks: a state must not vanish under the cursor."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The ink of the cell, selected or not."""
        super().initStyleOption(option, index)
        ink = index.data(Roles.ForegroundRole) or theme.current().color("ink")
        palette = option.palette  # type: ignore[attr-defined]
        palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(ink))
        option.palette = palette  # type: ignore[attr-defined]


class Table(QWidget):
    """Shows a PagedModel. `opened` gives the row on Enter or double click, `picked` the rows that are selected."""

    opened = Signal(object)
    picked = Signal(list)

    def __init__(self, columns: Sequence[Column], fetch: Fetch | None = None, frozen: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PagedModel(columns, fetch)
        self.frozen = min(frozen, len(columns))
        self._cells = Cells(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.view = self._made_view()
        self._left = self._made_view() if self.frozen else None
        if self._left is not None:
            self._bind(self._left)
            row.addWidget(self._left)
        row.addWidget(self.view, 1)
        for place, column in enumerate(columns):
            # its label must fit as well, in the smaller size
            width = width_of(self.view, max(column.ems, len(column.label) * 0.9))
            still = place < self.frozen
            self.view.setColumnWidth(place, width)
            self.view.setColumnHidden(place, still)
            if self._left is not None:
                self._left.setColumnWidth(place, width)
                self._left.setColumnHidden(place, not still)
        self._natural = [self.view.columnWidth(place) for place in range(len(columns))]
        self._fitting, self._by_hand = False, False
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().sectionResized.connect(self._resized)
        self.setFocusProxy(self.view)
        self.view.selectionModel().selectionChanged.connect(lambda *_both: self.picked.emit(self.selected()))
        self.model.modelReset.connect(self._first)

    def setAccessibleName(self, name: str) -> None:
        """What the list holds."""
        super().setAccessibleName(name)
        self.view.setAccessibleName(name)
        if self._left is not None:
            self._left.setAccessibleName(name)

    def selected(self) -> list[Any]:
        """The rows that are selected, in their order."""
        places = sorted({index.row() for index in self.view.selectionModel().selectedRows(self.frozen)})
        return [self.model.rows[place] for place in places if place < len(self.model.rows)]

    def current(self) -> Any:
        """The row the cursor is on; None when there is none."""
        place = self.view.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def still_width(self) -> int:
        """How much of the width the columns take that stand still."""
        return self._left.width() if self._left is not None else 0

    def show_row(self, place: int) -> None:
        """Goes to this row."""
        index = self.model.index(place, self.frozen)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens; Home and End go to the first and last row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_enter(event) and self.current() is not None:
                self.opened.emit(self.current())
                return True
            if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model.rows and not event.modifiers():
                self.show_row(0 if event.key() == Qt.Key.Key_Home else len(self.model.rows) - 1)
                return True
        return super().eventFilter(watched, event)

    def _made_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setItemDelegate(self._cells)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + theme.current().px(2.5))
        view.horizontalHeader().setHighlightSections(False)
        view.doubleClicked.connect(lambda _index: self.opened.emit(self.current()))
        view.installEventFilter(self)
        return view

    def _bind(self, left: QTableView) -> None:
        """The still columns are a second view of the same rows; keys stay with the one at the right."""
        left.setFocusProxy(self.view)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setSelectionModel(self.view.selectionModel())
        left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.horizontalScrollBar().setProperty("role", "still")  # there only to end both views at the same height
        left.verticalScrollBar().valueChanged.connect(self.view.verticalScrollBar().setValue)
        self.view.verticalScrollBar().valueChanged.connect(left.verticalScrollBar().setValue)
        left.verticalScrollBar().rangeChanged.connect(lambda *_ends: self._level())  # it learns of new rows after the other one
        left.horizontalHeader().sectionResized.connect(lambda *_sizes: self._fit_left())
        left.setStyleSheet("QTableView { border-right: none; }")
        self._fit_left()

    def _fit_left(self) -> None:
        if self._left is not None:
            width = sum(self._left.columnWidth(place) for place in range(self.frozen))
            self._left.setFixedWidth(width + 2 * self._left.frameWidth())

    def _level(self) -> None:
        if self._left is not None:
            self._left.verticalScrollBar().setValue(self.view.verticalScrollBar().value())

    def _resized(self, place: int, _old: int, _new: int) -> None:
        if self.isVisible() and not self._fitting and place < len(self._natural) - 1:
            self._by_hand = True  # as the hand has left it

    def _fit_columns(self) -> None:
        """Room that is left goes to the columns of long texts, not to the last alone; a little that is missing is taken from them."""
        if self._by_hand:
            return
        shown = range(self.frozen, len(self._natural))
        natural = {place: self._natural[place] for place in shown}
        columns, last, port = self.model.columns, len(self._natural) - 1, self.view.viewport().width()
        long = [place for place in shown if columns[place].ems >= LONG_EMS and not columns[place].right and place != last]
        least = min(natural[last], width_of(self.view, max(LONG_EMS * 0.75, len(columns[last].label) * 0.9)))
        before = sum(natural.values()) - natural[last]
        whole, spare = sum(natural[place] for place in long), port - before - natural[last]
        share = 0.0
        if long and spare > 0:
            share = min(spare / whole, MOST_GIVEN)
        elif long and before + least > port >= before + least - whole * MOST_TAKEN:
            share = (port - before - least) / whole
        self._fitting = True
        for place in list(shown)[:-1]:
            self.view.setColumnWidth(place, int(natural[place] * (1 + share)) if place in long else natural[place])
        self.view.setColumnWidth(last, least)  # it takes what is left
        self._fitting = False

    def showEvent(self, event: Any) -> None:
        """The left view takes its width once the columns have theirs."""
        super().showEvent(event)
        self._fit_left()

    def resizeEvent(self, event: Any) -> None:
        """Both views end at the same height, whether or not the right one has a scroll bar below."""
        super().resizeEvent(event)
        self._fit_columns()
        if self._left is not None:
            always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            total = sum(self.view.columnWidth(place) for place in range(self.frozen, len(self.model.columns) - 1))
            bar = total + self.view.fontMetrics().averageCharWidth() * 4 > self.view.viewport().width()
            for view in (self._left, self.view):
                view.setHorizontalScrollBarPolicy(always if bar else never)

    def _first(self) -> None:
        if self.model.rows:
            self.view.setCurrentIndex(self.model.index(0, self.frozen))
