"""The print window of several cases: opened once it is known what they have, told how far it is and what came of it."""

from typing import Any

from desktop.i18n import _
from desktop.widgets import printer, save_file
from desktop.widgets.print_sheet import PaperToPrint, PrinterToChoose, PrintSheet
from desktop.widgets.waiting import Waiting


class PrintWindow:
    """Stands between the presenter and the window, which may have been closed meanwhile; `presenter` is wired with the page."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.presenter: Any = None
        self.sheet: PrintSheet | None = None
        self.waiting = Waiting()

    def looking(self) -> None:
        """The cases are looked through."""
        self.waiting.begin(_("Looking what these cases have …"), self.presenter.leave)

    def looked(self, done: int, total: int, number: str) -> None:
        """How far that is."""
        self.waiting.tell(done, total, number)

    def not_looked(self) -> None:
        """It could not be said."""
        self.waiting.end()

    def show(self, offered: Any) -> None:
        """Opens the window."""
        self.waiting.end()
        papers = [PaperToPrint(*line) for line in offered.lines]
        queues = [PrinterToChoose(*one) for one in offered.printers]
        made = PrintSheet(self._page, papers, queues, offered.known, offered.why_none, several=True, system=offered.system)
        made.print_wanted.connect(self.presenter.send)
        made.cancel_wanted.connect(self.presenter.cancel)
        made.file_wanted.connect(self._save)
        made.finished.connect(lambda _result: self._closed())
        self.sheet = made
        made.open()

    def begun(self, what: str) -> None:
        """It prints or saves."""
        if self.sheet is not None:
            self.sheet.begin(what)

    def told(self, done: int, total: int, text: str) -> None:
        """How far it is."""
        if self.sheet is not None:
            self.sheet.tell(done, total, text)

    def ended(self, sentence: str, state: str) -> bool:
        """What came of it; False when the window is gone and nobody saw it."""
        self.waiting.end()
        if self.sheet is None:
            return False
        self.sheet.end(sentence, state)
        return True

    def through_system(self, count: int) -> None:
        """The papers are made: asks for the system's printer and prints these pages."""
        why = printer.why_not()
        if why:
            self._page.say(why, "amber")
            return
        printer.send(self._page, _("Register"), count, self.presenter.pages, self._page.say)

    def _closed(self) -> None:
        self.sheet = None

    def _save(self, ending: str) -> None:
        made = self.sheet
        folder = save_file.ask_folder(self._page) if made is not None else ""
        if folder and made is not None:
            self.presenter.save(made.chosen(), made.large.isChecked(), folder, ending)
