"""Drives the real window by keyboard, offscreen: makes an office, opens the window on it, waits for the jobs, types, presses keys.

driver = Driver(folder)            # an office in this folder, made through the services
driver.type("张三"); driver.press("F8"); driver.page
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import atexit
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app as program
from desktop import i18n
from desktop.domain.refusal import Refusal
from desktop.jobs import Jobs
from desktop.settings import Settings
from desktop.window import Window

DAY = date(2026, 11, 20)
OFFICE = {"name": "呼和浩特市新城区诉调对接人民调解委员会", "short_name": "新诉调", "court": "内0102", "user_name": "王某", "login": "wang"}


class _Bridge(QObject):
    """Brings answers of the jobs to the thread of the window, as the program does."""

    call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.failures: list[BaseException] = []
        self.call.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def _do(self, call: Callable[[], None]) -> None:
        try:
            call()
        except BaseException as bug:  # Qt would swallow it
            self.failures.append(bug)


def turn() -> None:
    """One turn of the loop of events. Nobody runs the loop here, so what waits to be deleted is deleted by this alone."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def qt(dark: bool = False, scale: int = 100, language: str = "zh_Hans_CN") -> QApplication:
    """The one QApplication, with the program's language, face and looks."""
    i18n.use(language)
    found = QApplication.instance()
    running = found if isinstance(found, QApplication) else QApplication(["heyi"])
    settings = Settings(Path(os.devnull))
    settings._values = {"theme": "dark" if dark else "light", "scale": scale, "language": language}
    program.wear(running, settings)
    program.more_fonts()
    return running


def office(folder: Path, today: date = DAY) -> Any:
    """A plain office in this folder, at the day given; gives its desk. It is a copy: making one takes a while."""
    from desktop.services import office

    shutil.copytree(_template(), folder)
    return office.open(folder, today=lambda: today)


@cache
def _template() -> Path:
    from desktop.services import office

    place = Path(tempfile.mkdtemp(prefix="heyi-window-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    office.create(place / "office", OFFICE, engine="sqlite", training=True, today=lambda: DAY).desk.close()
    return place / "office"


class Driver:
    """A window on an office, and the hand at its keyboard."""

    def __init__(self, desk: Any, width: int = 1366, height: int = 768) -> None:
        self._bridge = _Bridge()
        self.failures = self._bridge.failures
        self.desk = desk
        self.jobs = Jobs(
            lambda call: self._bridge.call.emit(call), Refusal, refused=lambda no: self.window.refused(no), failed=self.failures.append
        )
        self._asked = 0
        self._run, self.jobs.run = self.jobs.run, self._counted  # type: ignore[method-assign]
        self.window = Window(self.jobs)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        if desk is not None:
            self.window.set_desk(desk, "新城区诉调中心", desk.person.name, desk.encrypted)
        self.settle()

    def close(self) -> None:
        """Closes the window and does what is queued to its end."""
        self.window.close_desk()
        self.window.close()
        self.jobs.close()
        self.window.deleteLater()
        turn()

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.window.page

    @property
    def focus(self) -> QWidget | None:
        """The control that has the focus."""
        if not self.window.isActiveWindow():  # another window of the test was closed
            self.window.activateWindow()
            turn()
        return QApplication.focusWidget() or self.window.focusWidget()

    def settle(self, seconds: float = 60) -> None:
        """Waits until no job is under way and every answer has been shown; AssertionError where that takes longer than these seconds."""
        end = time.monotonic() + seconds
        while True:
            turn()
            self._asked, job = 0, self._run(lambda: None)
            while not job.over:
                if time.monotonic() > end:
                    raise AssertionError("the jobs did not come to an end")
                turn()
                time.sleep(0.001)
            turn()
            if not self._asked:  # an answer may have asked for the next job
                break
        turn()  # what the last answer has put on the page is laid out
        if self.failures:
            raise self.failures[0]

    def wait_for(self, what: Callable[[], object], seconds: float = 10) -> None:
        """Waits until something is so."""
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                raise AssertionError("waited in vain")
            turn()
            time.sleep(0.002)
        self.settle()

    def press(self, *keys: str) -> None:
        """Presses keys by their names ("F8", "Return", "Ctrl+K") where the focus is."""
        for name in keys:
            combination = QKeySequence(name)[0]
            QTest.keyClick(self.focus or self.window, combination.key(), combination.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Types a text into the control in focus: Chinese as an input method commits it, figures and letters as keys."""
        target = self.focus
        assert target is not None, "nothing has the focus"
        for piece in _pieces(text):
            if piece.isascii():
                QTest.keyClicks(target, piece)
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(piece)
                QApplication.sendEvent(target, event)
            turn()

    def fill(self, *texts: str) -> None:
        """Types each text and goes on with Enter; an empty one only goes on."""
        for text in texts:
            if text:
                self.type(text)
            self.press("Return")

    def picture(self, file: Path) -> None:
        """Writes what the window shows."""
        self.settle()
        _ = self.focus  # a window that is not active shows no focus
        for _layout in range(3):  # what was just built is laid out by events of its own
            QApplication.sendPostedEvents()
            turn()
        self.window.grab().save(str(file))

    def _counted(self, *args: Any, **named: Any) -> Any:
        self._asked += 1
        return self._run(*args, **named)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        if pieces and pieces[-1].isascii() == character.isascii():
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
