"""The list of those who could preside: load as a bar, languages, remarks; what is typed narrows it, Enter takes the current one."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.line_edit import is_enter, width_of
from desktop.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
MOST_SHOWN = 6


class _Model(QAbstractTableModel):
    def __init__(self, rows: Sequence[shown.Candidate]) -> None:
        super().__init__()
        self.all, self.rows = list(rows), list(rows)
        self.heads = (_("Name of a person"), _("Open cases"), _("Languages"), _("Remark"))

    def narrow(self, text: str) -> None:
        word = text.strip().lower()
        self.beginResetModel()
        fit = [row for row in self.all if word in row.name.lower() or row.letters.startswith(word) or word == row.word.lower()]
        self.rows = fit or list(self.all)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        return self.heads[section] if role == Roles.DisplayRole and orientation == Qt.Orientation.Horizontal else None

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Roles.DisplayRole:
            return (row.name, str(row.load), row.languages, row.remark)[index.column()]
        if role == Roles.ForegroundRole and index.column() == 3 and row.state:
            return theme.current().color(row.state)
        if role == Roles.ToolTipRole:
            return plain_tip(row.remark)
        return None


class _Load(QStyledItemDelegate):
    """The number of open cases with a bar as long as its share of the greatest load."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, _Model)
        row, worn = model.rows[index.row()], theme.current()
        place: QRect = option.rect  # type: ignore[attr-defined]
        left = place.left() + width_of(self.parent(), 1.5)  # type: ignore[arg-type]
        room = place.right() - left - worn.px(2)
        bar = QRect(left, place.center().y() - worn.px(0.75), max(round(room * row.load / row.most), 0), worn.px(1.5))
        painter.fillRect(QRect(left, bar.top(), room, bar.height()), worn.color("sunken"))
        painter.fillRect(bar, worn.color("accent"))


class CandidateList(QTableView):
    """`chosen` gives the candidate that was taken."""

    chosen = Signal(object)

    def __init__(self, rows: Sequence[shown.Candidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Model(rows)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(1, _Load(self))
        self.setAccessibleName(_("Those who could preside"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.current().px(2.5))
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, ems in enumerate((6, 7, 7)):
            self.setColumnWidth(column, width_of(self, ems))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.current().color("ink"))  # the chosen line has a soft ground
        self.setPalette(palette)
        self.clicked.connect(lambda index: self._take(index.row()))
        lines = min(max(len(rows), 2), MOST_SHOWN)
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + lines * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 2
        )

    def narrow(self, text: str) -> None:
        """Shows those whose name or initials fit; all when nobody does."""
        self.rows.narrow(text)

    def candidate(self, word: str) -> shown.Candidate | None:
        """The one that this name or certificate number means."""
        found = [row for row in self.rows.all if word.strip() in (row.word, row.name)]
        return found[0] if len(found) == 1 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the current one."""
        if is_enter(event) and self.currentIndex().isValid():
            self._take(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """There is always a current one."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.selectRow(0)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.rows.rows):
            self.chosen.emit(self.rows.rows[row])
