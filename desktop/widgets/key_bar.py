"""The bottom bar: the keys of the page, what was just said, when it was saved, how old the copy outside this computer is."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.messages import PassingLine
from desktop.widgets.page import Action
from desktop.widgets.text import Label, restyle

LEFT_FOR_WORDS = 34  # steps of the grid that stay free for what is said


class KeyBar(QFrame):
    """Keys are also buttons for the mouse; they take no focus, since each of them has its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "keys")
        worn = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(worn.px(2), 2, worn.px(3), 2)
        row.setSpacing(worn.px(1))
        self._keys = QHBoxLayout()
        self._keys.setSpacing(0)
        row.addLayout(self._keys)
        self.line = PassingLine()
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.line, 1)
        self.saved = Label("", "small")
        self.copy = Label("", "small")
        row.addWidget(self.saved)
        row.addWidget(self.copy)
        self._shown: list[Action] = []

    def show_keys(self, actions: Iterable[Action]) -> None:
        """Draws the keys anew when they are others than before."""
        fresh = [action for action in actions if action.key]
        if [_looks(action) for action in fresh] == [_looks(action) for action in self._shown] and self._keys.count() == len(fresh):
            for place, action in enumerate(fresh):
                self._button(place).slot = action.slot
            self._shown = fresh
            return
        while (item := self._keys.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        for action in fresh:
            self._keys.addWidget(_Key(action))
        self._shown = fresh
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The bar never makes the window wider than the page wants it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other keys."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many keys as there is room for beside the rest of the bar; the first is help, which names them all."""
        beside = sum(label.sizeHint().width() for label in (self.saved, self.copy) if label.text())
        room = self.width() - beside - theme.current().px(LEFT_FOR_WORDS)
        for place in range(self._keys.count()):
            key = self._button(place)
            room -= key.sizeHint().width()
            key.setVisible(room >= 0 or not place)

    def show_copy_age(self, text: str, state: str = "") -> None:
        """The age of the newest copy outside this computer; `state` amber or red with it."""
        restyle(self.copy, "state", state)
        self.copy.setText(f"· {text}" if text and self.saved.text() else text)
        self._fit()

    def _button(self, place: int) -> "_Key":
        item = self._keys.itemAt(place)
        widget = item.widget() if item is not None else None
        assert isinstance(widget, _Key)
        return widget


class _Key(Button):
    def __init__(self, action: Action) -> None:
        super().__init__(f"{action.key} {action.label}", lambda: self.slot(), "key", action.tooltip, action.enabled)
        self.slot = action.slot
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _looks(action: Action) -> tuple[str, str, bool, str]:
    return action.key, action.label, action.enabled, action.tooltip
