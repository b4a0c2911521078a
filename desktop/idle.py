"""Knows when nobody has touched keys or pointer for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

_TOUCHED = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod)


class Idle(QObject):
    """Calls `then` after so many minutes without a touch, and again after as many more; 0 never."""

    def __init__(self, qt: QApplication, then: Callable[[], object]) -> None:
        super().__init__()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._over)
        self._then = then
        qt.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """Begins anew with this patience."""
        self._clock.stop()
        self._clock.setInterval(minutes * 60_000)
        if minutes:
            self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch begins the wait anew; it goes on to where it was meant for."""
        if event.type() in _TOUCHED and self._clock.interval():
            self._clock.start()
        return False

    def _over(self) -> None:
        self._clock.start()
        self._then()
