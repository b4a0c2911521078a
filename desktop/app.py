"""Puts the window together: Qt, looks, jobs, the frame; then opens the office behind it.

The frame stands before anything heavy is imported; the office opens on the thread of the jobs.
"""

import os
import sys
import threading
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop import assets, i18n
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.idle import Idle
from desktop.jobs import Jobs
from desktop.report import of as report_of
from desktop.settings import Settings
from desktop.widgets import messages
from desktop.widgets.theme import Theme
from desktop.widgets.unlock import Unlock
from desktop.window import Window

ROOM = (1366, 768)
FONT = "NotoSansSC-Medium.ttf"
MORE_FONTS = ("NotoSerifSC-Regular.ttf", "NotoSansMongolian-Regular.ttf")  # rare characters and Mongolian, once the frame stands


@dataclass(frozen=True)
class Wish:
    """What the command line asked of the window."""

    office: str = ""
    user: str = ""
    today: date | None = None
    password: str = ""
    language: str = ""


class _ToWindow(QObject):
    """Brings calls from any thread to the thread of the window."""

    call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.call.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)


class App:
    """One run of the program with a window."""

    def __init__(self, qt: QApplication, wish: Wish, settings: Settings) -> None:
        self._wish = wish
        self._settings = settings
        self._unlock: Unlock | None = None
        self._first: Any = None
        self._office: tuple[str, str, bool, bool] = ("", "", False, False)
        self._to_window = _ToWindow()
        self._qt = qt
        wear(qt, settings)
        self.jobs = Jobs(self.deliver, Refusal, refused=lambda no: self.window.refused(no), failed=self.failed)
        self.window = self._made_window()
        self._idle = Idle(qt, self.nobody_there)
        self._idle.wait(settings.get("lock_after"))

    def deliver(self, call: Callable[[], None]) -> None:
        """Has the call made on the thread of the window."""
        self._to_window.call.emit(call)

    def start(self) -> None:
        """Shows the frame; the office follows once it is painted."""
        folder = self._wish.office or self._settings.get("office")
        if folder and needs_password(Path(folder)) and not self._wish.password:
            self.ask_password(Path(folder))
        room = self.window.screen().availableGeometry()
        if room.width() <= ROOM[0] or room.height() <= ROOM[1]:
            self.window.setGeometry(room)  # where no window manager is there to do it
            self.window.showMaximized()  # a small screen: the borders of a window would only take room
        else:
            self.window.resize(*ROOM)
            self.window.show()
        QTimer.singleShot(0, lambda: self._begin(folder))

    def open_office(self, folder: Path, password: str = "") -> None:
        """Opens the office on the thread of the jobs and shows its first page."""
        wish, login = self._wish, self._wish.user or self._settings.get("user")

        def work() -> tuple[Any, str, str, bool]:
            from desktop.services import office, people

            desk = office.open(folder, password or None, login=login or None, today=always(wish.today) if wish.today else None)
            return desk, people.own_organisation(desk).name, desk.person.name, desk.encrypted

        self.window.waiting.begin(_("Opening the office"))
        self.jobs.run(work, lambda answer: self._opened(folder, *answer), self._not_opened, self._open_failed, replaces="open office")

    def ask_password(self, folder: Path) -> None:
        """Shows the password field of this office."""
        unlock = Unlock(folder.resolve().name)
        unlock.entered.connect(lambda password: self.open_office(folder, password))
        unlock.another.connect(self.first_run)
        self._forget_bare()
        self._unlock = unlock
        self.window.show_bare(unlock)

    def first_run(self) -> None:
        """No office yet, or another one is wanted."""
        page = self.window.open_page("first_run")
        if page is None:
            self.window.say(_("No office was named: start the program with --office and the folder of an office."), "amber")
            return
        wanted = getattr(page, "office_wanted", None)
        if wanted is not None and page is not self._first:
            wanted.connect(self._wanted)
        self._first = page
        self._forget_bare()

    def lock(self) -> None:
        """Closes the office and asks for its password again; a page may refuse to be left."""
        desk = self.window.desk
        if desk is None or not self.window.close_desk():
            return
        self.jobs.run(desk.close)
        self.ask_password(desk.folder)

    def nobody_there(self) -> None:
        """Nobody has touched the keys for a while: an office with a password is locked, unless a session is being written."""
        if self.window.desk is not None and self.window.desk.encrypted and not self.window.in_session:
            self.lock()

    def new_looks(self) -> None:
        """Colours, size, language take effect at once: the same office in a window drawn anew, at the page that was shown."""
        self._settings = Settings(self._settings.file)
        old, desk, (page, arguments) = self.window, self.window.desk, self.window.showing
        if desk is None or not old.close_desk():  # a page that must not be left keeps the old looks until the next start
            return
        if not (self._wish.language or os.environ.get("HEYI_LANGUAGE")):
            i18n.use(self._settings.get("language"))
        wear(self._qt, self._settings)
        self._idle.wait(self._settings.get("lock_after"))
        self.window = self._made_window()
        self.window.setGeometry(old.geometry())
        self.window.showMaximized() if old.isMaximized() else self.window.show()
        self.window.set_desk(desk, *self._office)
        self.window.open_page(page, **arguments)
        old.hide()
        old.deleteLater()

    def _made_window(self) -> Window:
        window = Window(self.jobs)
        window.lock_wanted.connect(self.lock)
        window.looks_wanted.connect(lambda: QTimer.singleShot(0, self.new_looks))  # the page that asks for it is still at work
        window.guest_view.wants_password = lambda: bool(self._settings.get("guest_password"))
        return window

    def failed(self, bug: BaseException) -> None:
        """The one place where a mistake of the program is told; the transaction has rolled back, the page keeps what was typed."""
        report = report_of(bug)
        print(report, file=sys.stderr)
        if self.window.findChild(QObject, "report") is None:  # one at a time: a mistake in a timer would fill the screen
            messages.show_report(self.window, report).setObjectName("report")

    def hook(self) -> None:
        """From now on every exception that nobody caught is told, whichever thread it comes from."""

        def told(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
            if isinstance(bug, KeyboardInterrupt):
                QApplication.quit()
            else:
                bug.__traceback__ = trace
                self.deliver(lambda: self.failed(bug))

        sys.excepthook = told
        threading.excepthook = lambda args: told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    def close(self) -> None:
        """Does what is queued to its end and gives the office back."""
        desk = self.window.desk
        if desk is not None:
            self.jobs.run(desk.close)
        self.jobs.close()

    def _begin(self, folder: str) -> None:
        if not folder:
            self.first_run()
        elif self._unlock is None:
            self.open_office(Path(folder), self._wish.password)
        QTimer.singleShot(400, more_fonts)

    def _opened(self, folder: Path, desk: Any, office: str, user: str, encrypted: bool) -> None:
        self.window.waiting.end()
        self._settings.put({"office": str(folder.resolve()), "user": desk.person.login})
        self.window.close_desk()
        self._forget_bare()
        self._office = (office, user, encrypted, desk.training)
        self.window.set_desk(desk, *self._office)

    def _open_failed(self, bug: Exception) -> None:
        self._not_opened(Refusal(_("The office could not be opened.")))
        self.failed(bug)

    def _not_opened(self, refusal: Refusal) -> None:
        self.window.waiting.end()
        if self._unlock is not None:
            self._unlock.say(refusal.sentence)
        else:
            self.window.say(refusal.sentence, "red", _("Open another office"), self.first_run)

    def _wanted(self, folder: str, password: str) -> None:
        if not password and needs_password(Path(folder)):
            self.ask_password(Path(folder))
        else:
            self.open_office(Path(folder), password)

    def _forget_bare(self) -> None:
        if self._unlock is not None:
            self.window.forget_bare(self._unlock)
        self._unlock = None


def always(day: date) -> Callable[[], date]:
    """A clock that stands on this day (--today)."""
    return lambda: day


def run(wish: Wish) -> int:
    """Runs the program with its window until it is closed."""
    if sys.platform.startswith("linux"):
        # the wheels carry no fcitx plugin: fcitx answers through its ibus front end
        os.environ.setdefault("QT_IM_MODULE", "ibus")
    settings = Settings()
    i18n.use(wish.language or os.environ.get("HEYI_LANGUAGE") or settings.get("language"))
    qt = QApplication(sys.argv[:1])
    app = App(qt, wish, settings)
    app.hook()
    app.start()
    code = qt.exec()
    app.close()
    return code


def wear(qt: QApplication, settings: Settings) -> None:
    """Language of Qt's own buttons, face, colours and size: before the first widget."""
    qt.setApplicationName("heyi")
    qt.setStyle("Fusion")
    before = qt.property("translator")
    if isinstance(before, QTranslator):
        qt.removeTranslator(before)
    if i18n.language() != "en":
        translator = QTranslator(qt)
        if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            qt.installTranslator(translator)
            qt.setProperty("translator", translator)
    Theme(settings.get("theme") == "dark", settings.get("scale"), face(), assets.path("icons")).apply(qt)


@cache
def face() -> str:
    """Loads the shipped face and gives its family; "" leaves the system's."""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(assets.path("fonts", FONT))))
    return families[0] if families else ""


def more_fonts() -> None:
    """Loads what rare characters and Mongolian need; Qt falls back to them by itself."""
    for name in MORE_FONTS:
        QFontDatabase.addApplicationFont(str(assets.path("fonts", name)))


def needs_password(folder: Path) -> bool:
    """Whether this office is encrypted, by its office.toml alone: nothing heavy is imported to know it."""
    try:
        with (folder / "office.toml").open("rb") as file:
            return tomllib.load(file).get("engine") == "sqlcipher"
    except (OSError, ValueError):
        return False
