"""Two panes side by side, or one at a time where the window is narrow; and one of several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.widgets import theme

NARROW = 1_100  # logical pixels of the window at a scale of 100: 1366 x 768 at 125 % and more lies below


class TwoPanes(QWidget):
    """Left and right; below `NARROW` times the scale they take turns with `switch()` (F6). The focus goes with the pane that is shown."""

    turned = Signal(bool)
    """Now one pane at a time (True) or both side by side (False)."""

    def __init__(self, left: QWidget, right: QWidget, share: tuple[int, int] = (1, 1), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = left, right
        self._one = False
        self._second = False
        self._alone = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(theme.current().px(2))
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, share[0])
        self._splitter.setStretchFactor(1, share[1])
        self._splitter.setSizes([share[0] * 1000, share[1] * 1000])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    @property
    def takes_turns(self) -> bool:
        """Whether one pane at a time is shown."""
        return self._one

    @property
    def on_second(self) -> bool:
        """Whether the right pane is the one shown, or has the focus."""
        return self._second if self._one else self.right.isAncestorOf(self.focusWidget() or self)

    def leave_alone(self, on: bool) -> None:
        """Shows the left pane only, whatever the width, or both again."""
        self._alone = on
        if on:
            self._second = False
        self._arrange()

    def switch(self) -> bool:
        """To the other pane; where both stand side by side, the focus goes over. False when the left one stands alone."""
        if self._alone:
            return False
        self.show_pane(not self.on_second)
        return True

    def show_pane(self, second: bool) -> None:
        """Brings one pane to the front and the focus into it."""
        inside, was_there = self.focusWidget(), self.on_second  # before a pane is hidden: Qt then gives the focus to whatever comes next
        self._second = second and not self._alone
        pane = self.right if self._second else self.left
        stays = inside is not None and pane.isAncestorOf(inside) and was_there == self._second
        last = pane.focusWidget()
        self._arrange()
        if stays:
            return
        if last is not None and last is not pane and last.isVisibleTo(pane) and last.isEnabled():
            last.setFocus()  # back where the hand was
        else:
            pane.setFocus() if pane.focusPolicy() != Qt.FocusPolicy.NoFocus or pane.focusProxy() else _focus_first(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Looks at the width of the window, not at its own: a rail of another width changes nothing."""
        super().resizeEvent(event)
        narrow = self.window().width() < NARROW * theme.current().scale / 100
        if narrow != self._one:
            self._one = narrow
            self._arrange()
            self.turned.emit(narrow)

    def _arrange(self) -> None:
        self.left.setVisible(not (self._one and self._second))
        self.right.setVisible(not self._alone and (not self._one or self._second))


def _focus_first(pane: QWidget) -> None:
    child: QWidget
    for child in pane.findChildren(QWidget):
        proxy: QWidget | None = child.focusProxy()
        takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus or (proxy is not None and child.isAncestorOf(proxy))
        if takes and child.isEnabled() and child.isVisibleTo(pane):
            child.setFocus()
            return


class Shown(QStackedWidget):
    """One of several pages. None of them makes the window wider than it is: a page that was laid out in a wider one fits itself anew."""

    def addWidget(self, widget: QWidget) -> int:
        """One more, behind the others."""
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        return super().addWidget(widget)
