"""Hands for the tests: keys, and Chinese through an input method (Qt's own `keyClicks` aborts the process on 张三)."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def show(widget: QWidget, width: int = 1000, height: int = 640) -> QWidget:
    """Shows a widget as the active window."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget, 1000)
    return widget


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def press(*keys: str, on: QWidget | None = None) -> None:
    """Presses keys by their names: "Return", "Shift+Return", "Ctrl+Delete"."""
    for name in keys:
        combination = QKeySequence(name)[0]
        QTest.keyClick(on or focus(), combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()


def type_text(text: str, on: QWidget | None = None) -> None:
    """Types: ASCII as keys, everything else as an input method commits it."""
    for sign in text:
        target = on or focus()
        if sign.isascii():
            QTest.keyClicks(target, sign)
        else:
            commit(sign, target)


def compose(letters: str, on: QWidget | None = None) -> None:
    """The input method shows unfinished letters."""
    QApplication.sendEvent(on or focus(), QInputMethodEvent(letters, []))


def commit(text: str, on: QWidget | None = None) -> None:
    """The input method gives its text."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(on or focus(), event)


def wait_for(what: Callable[[], object], seconds: float = 5) -> None:
    """Lets Qt work until something is so."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.002)


ENTER = Qt.Key.Key_Return
