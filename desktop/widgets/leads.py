"""A short list of sentences of which each leads somewhere: as tall as its lines, Up and Down go through it, Enter goes there."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.text import plain_tip


class Leads(QListWidget):
    """`show_lines` takes (sentence, target, state); `chosen` gives the target. `state` is red, amber, green or ""."""

    chosen = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QListWidget { border: none; background: transparent; }")  # the heading over it is frame enough
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.current().color("ink"))  # the marked line has a soft ground
        self.setPalette(palette)
        self.itemClicked.connect(self._take)

    def show_lines(self, lines: Sequence[tuple[str, Any, str]]) -> None:
        """Shows these lines and no others; the current one stays where its sentence is still there."""
        kept = self.currentItem().text() if self.currentItem() is not None else ""
        self.clear()
        worn = theme.current()
        for sentence, target, state in lines:
            item = QListWidgetItem(sentence)
            item.setToolTip(plain_tip(sentence))
            item.setData(Qt.ItemDataRole.UserRole, target)
            if state:
                item.setForeground(worn.color(state))
            if target is None:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
            if sentence == kept:
                self.setCurrentItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if any(target is not None for _s, target, _c in lines) else Qt.FocusPolicy.NoFocus)
        self._measure()

    def sentences(self) -> list[str]:
        """What is shown, in order."""
        return [self.item(row).text() for row in range(self.count())]

    def sizeHint(self) -> QSize:
        """As tall as all its lines."""
        height = sum(self.item(row).sizeHint().height() for row in range(self.count()))
        return QSize(theme.current().px(40), height + theme.current().px(1))

    def minimumSizeHint(self) -> QSize:
        """Not squeezed below its lines."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower means taller."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the line leads."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._take(self.currentItem())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current line for Enter."""
        super().focusInEvent(event)  # it makes a line current without marking it
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A list that nobody is in has no marked line."""
        super().focusOutEvent(event)
        self.setCurrentRow(-1)

    def _measure(self) -> None:
        """Gives each line the height that its text takes at this width; the view's own guess comes before it knows its width."""
        worn, metrics = theme.current(), self.fontMetrics()
        width = max(self.viewport().width(), worn.px(30))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        for row in range(self.count()):
            item = self.item(row)
            room = metrics.boundingRect(QRect(0, 0, width - worn.px(4), 10_000), flags, item.text())
            item.setSizeHint(QSize(width, room.height() + worn.px(1)))
        self.updateGeometry()

    def _take(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        if target is not None:
            self.chosen.emit(target)


def scrolled(leads: Leads) -> QScrollArea:
    """The list in an area that scrolls once it is taller than it may be; the height is the caller's."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    inner.setProperty("role", "scrolled")
    box = QVBoxLayout(inner)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(leads)
    box.addStretch(1)
    area.setWidget(inner)
    return area
