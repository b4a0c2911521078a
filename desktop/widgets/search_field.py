"""The one search field of the frame: what is typed is asked, what is found stands under it; Up, Down and Enter choose.

No completer: under some input methods Qt's completer disturbs composing. Nothing is asked while the input method composes.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.line_edit import LineEdit

_PAUSE_MS = 120
_ROWS = 10


class Hit(NamedTuple):
    """One thing found: how it reads, and which page shows it."""

    title: str
    detail: str
    page: str
    arguments: dict[str, object]


Ask = Callable[[str, Callable[[list[Hit]], None]], None]


class SearchField(LineEdit):
    """`ask(text, answer)` looks elsewhere and calls `answer(hits)`; `chosen` gives a hit, `entered` the text when none was chosen."""

    chosen = Signal(object)
    entered = Signal(str)

    def __init__(self, ask: Ask | None = None, parent: QWidget | None = None) -> None:
        super().__init__(200, parent)
        self.ask = ask
        self._asked = ""
        self._popup: QFrame | None = None
        self._list: QListWidget | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._look)
        self.textEdited.connect(self._typed)

    def close_list(self) -> None:
        """Puts the found things away."""
        if self._popup is not None:
            self._popup.hide()

    def list_open(self) -> bool:
        """Whether found things are shown."""
        return self._popup is not None and self._popup.isVisible()

    def hits(self) -> list[Hit]:
        """What is shown now."""
        if self._list is None or not self.list_open():
            return []
        items = (self._list.item(row) for row in range(self._list.count()))
        return [hit for item in items if isinstance(hit := item.data(Qt.ItemDataRole.UserRole), Hit)]

    def event(self, event: QEvent) -> bool:
        """Esc is the field's own while it has something to close or to empty; the frame would go back."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if asks and (self.composing or self.list_open() or self.text()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list, Enter takes, Esc closes the list and then empties the field."""
        key = event.key()
        if self.composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list_open() and self._list is not None:
            row = self._list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self._list.setCurrentRow(max(-1, min(row, self._list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape and (self.list_open() or self.text()):
            if self.list_open():
                self.close_list()
            else:
                self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self.close_list()

    def _typed(self, text: str) -> None:
        if text.strip():
            self._clock.start(_PAUSE_MS)
        else:
            self._clock.stop()
            self.close_list()

    def _look(self) -> None:
        text = self.text().strip()
        if self.ask is not None and text and not self.composing:
            self._asked = text
            self.ask(text, lambda hits: self._found(text, hits))

    def _found(self, text: str, hits: list[Hit]) -> None:
        if text != self._asked or not self.hasFocus() or not self.text().strip():
            return  # the answer to an older question, or nobody waits any more
        found = self._made_list()
        found.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}    {hit.detail}" if hit.detail else hit.title)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            found.addItem(item)
        if not hits:
            nothing = QListWidgetItem(_("Nothing was found. Enter looks in the whole register."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            found.addItem(nothing)
        self._place(len(hits) or 1)

    def _made_list(self) -> QListWidget:
        if self._list is None:
            self._popup = QFrame(self.window())
            self._popup.setProperty("role", "popup")
            self._list = QListWidget()
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setFrameShape(QFrame.Shape.NoFrame)
            self._list.setAccessibleName(_("Found"))
            self._list.itemClicked.connect(lambda _item: self._take())
            box = QVBoxLayout(self._popup)
            box.setContentsMargins(1, 1, 1, 1)
            box.addWidget(self._list)
        return self._list

    def _place(self, rows: int) -> None:
        assert self._popup is not None and self._list is not None
        below = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        height = self._list.sizeHintForRow(0) * min(rows, _ROWS) + theme.current().px(1.5)
        self._popup.setGeometry(below.x(), below.y(), max(self.width(), theme.current().px(120)), height)
        self._popup.show()
        self._popup.raise_()

    def _take(self) -> None:
        item = self._list.currentItem() if self._list is not None and self.list_open() else None
        hit = item.data(Qt.ItemDataRole.UserRole) if item is not None and self._list.currentRow() >= 0 else None  # type: ignore[union-attr]
        text = self.text().strip()
        self.close_list()
        self._clock.stop()
        if hit is not None:
            self.chosen.emit(hit)
        elif text:
            self.entered.emit(text)
