"""The print window of a case: opened with what can be printed, told how far it is and what came of it."""

from collections.abc import Sequence
from typing import Any

from desktop.widgets import printer, save_file
from desktop.widgets.print_sheet import PaperToPrint, PrinterToChoose, PrintSheet


class PrintWindow:
    """Stands between the presenter and the window, which may have been closed meanwhile; `presenter` is wired with the page."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.presenter: Any = None
        self.sheet: PrintSheet | None = None

    def open(self, shown: int, papers: Sequence[Any]) -> None:
        """The print window where the spooler can be asked; else the system's own dialog prints the paper of so many pages that is `shown`,
        or the last one is opened."""
        if self.presenter.print.spools():
            self.presenter.open_print()
        elif not shown:
            if papers:
                self.presenter.open_paper(papers[-1].kind, papers[-1].subject)
        elif why := printer.why_not():
            self._page.say(why, "amber")
        else:
            printer.send(self._page, self._page.title(), shown, self.presenter.print_paper, self._page.say)

    def show(self, offered: Any) -> None:
        """Opens the window."""
        papers = [PaperToPrint(*line) for line in offered.lines]
        made = PrintSheet(self._page, papers, [PrinterToChoose(*one) for one in offered.printers], offered.known, offered.why_none)
        made.print_wanted.connect(self.presenter.print.send)
        made.cancel_wanted.connect(self.presenter.print.cancel)
        made.viewer_wanted.connect(lambda: self.presenter.print.open_outside(made.chosen()[0][0]))
        made.file_wanted.connect(lambda ending: self._save(made.chosen()[0][0], ending))
        made.finished.connect(lambda _result: self._closed())
        self.sheet = made
        made.open()

    def begun(self) -> None:
        """It prints."""
        if self.sheet is not None:
            self.sheet.begin()

    def told(self, done: int, total: int, text: str) -> None:
        """How far it is."""
        if self.sheet is not None:
            self.sheet.tell(done, total, text)

    def ended(self, sentence: str, state: str) -> bool:
        """What came of it; False when the window is gone and nobody saw it."""
        if self.sheet is None:
            return False
        self.sheet.end(sentence, state)
        return True

    def _closed(self) -> None:
        self.sheet = None

    def _save(self, key: str, ending: str) -> None:
        target = save_file.ask(self._page, self.presenter.print.suggested(key), ending)
        if target:
            self.presenter.print.save(key, target)
