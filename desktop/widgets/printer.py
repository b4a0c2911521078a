"""Puts pages on paper: asks for the printer, then draws each page as a picture of 300 dots an inch."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop.i18n import _

DPI = 300


def why_not() -> str:
    """'' when there is a printer, else a sentence that says what to do."""
    if QPrinterInfo.availablePrinterNames():
        return ""
    return _("No printer is set up on this computer: save the paper as PDF and print it elsewhere, or set up a printer.")


def ask(parent: QWidget, name: str, pages: int) -> QPrinter | None:
    """The printer that the user chose; None when he thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(DPI)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, max(pages, 1))
    return printer if dialog.exec() else None


class Run:
    """One print: `begin`, then a picture for each of `pages`, then `end`. The pictures are drawn elsewhere, off the window's thread."""

    def __init__(self, printer: QPrinter, count: int) -> None:
        self._printer = printer
        self._painter = QPainter()
        self._begun = False
        first, last = printer.fromPage() or 1, printer.toPage() or count
        self.pages = list(range(first - 1, min(last, count)))

    def begin(self) -> str:
        """'' when the printer takes the paper, else a sentence."""
        if self._painter.begin(self._printer):
            return ""
        return _("The printer does not take the paper: look whether it is switched on and connected.")

    def add(self, picture: Any) -> None:
        """The next page: (width, height, stride, RGB pixels)."""
        if self._begun:
            self._printer.newPage()
        self._begun = True
        width, height, stride, pixels = picture
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB888)
        scale = self._printer.resolution() / DPI
        self._painter.drawImage(QRectF(0, 0, width * scale, height * scale), image)

    def end(self) -> None:
        """The paper is whole."""
        self._painter.end()


Draw = Callable[[list[int], float, Callable[[Any], None], Callable[[], None]], None]
"""Draws pages (counted from 0) at so many dots an inch, gives each picture to the third, calls the fourth after the last."""


def send(parent: QWidget, name: str, count: int, draw: Draw, told: Callable[[str, str], None]) -> None:
    """Asks for the printer and prints; `told` gets what came of it, with its state (red where the printer takes nothing)."""
    chosen = ask(parent, name, count)
    if chosen is None:
        return
    run = Run(chosen, count)
    wrong = run.begin()
    if wrong:
        told(wrong, "red")
        return

    def done() -> None:
        run.end()
        told(_("Printed."), "")

    draw(run.pages, DPI, run.add, done)
