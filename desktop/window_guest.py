"""The parties see the screen: the guest view shows one case and its papers, who turned it on, and how it is left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import pages
from desktop.i18n import _
from desktop.jobs import Jobs
from desktop.widgets import messages
from desktop.widgets.page import Page

KEY, PAGE = "key", "page"


class GuestView(QObject):
    """On or off, by the hand at the key or by a page that writes a session. `turned` after each change, `said` for the line of hints."""

    turned = Signal(bool)
    said = Signal(str)

    def __init__(self, window: QWidget, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._by = ""
        self.wants_password: Callable[[], bool] = lambda: False  # a setting

    @property
    def on(self) -> bool:
        """Whether the parties see the screen."""
        return bool(self._by)

    def turn(self, page: Page | None, desk: Any) -> None:
        """F10: only this case and the paper; the same key turns back, with the password where the office wants it."""
        if not self._by and (page is None or not page.for_guests):
            self.said.emit(_("Open a case first: the guest view shows one case and its papers, nothing else."))
        elif self._by and self._locked(desk):
            self._ask(desk)
        else:
            self.set("" if self._by else KEY)

    def from_page(self, on: bool, shown: bool, desk: Any) -> None:
        """A page asks for it while a session is written; what the key turned on stays until the key turns it off.

        Where leaving wants the password, the end of the session does not turn it off either.
        """
        if not on and self._by == PAGE and self._locked(desk):
            self._by = KEY
        elif shown and (on and not self._by or not on and self._by == PAGE):
            self.set(PAGE if on else "")

    def set(self, by: str) -> None:
        """On by whom, or off ("")."""
        if by != self._by:
            self._by = by
            self.turned.emit(bool(by))

    def _locked(self, desk: Any) -> bool:
        return desk is not None and bool(desk.encrypted) and self.wants_password()

    def _ask(self, desk: Any) -> None:
        sentence = _("The parties see the screen: type the password of the office.")
        dialog = messages.PasswordDialog(self._window, _("Back to the whole program"), sentence)
        there = [True]  # the answer may come after the dialog was closed
        dialog.finished.connect(lambda _code: there.clear())

        def opened(_none: object) -> None:
            if there:
                dialog.accept()
                self.set("")

        def entered(password: str) -> None:
            self._jobs.run(lambda: pages.check_password(desk, password), opened, lambda no: dialog.say(no.sentence) if there else None)

        dialog.entered.connect(entered)
