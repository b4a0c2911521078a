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


def draw(printer: QPrinter, picture: Callable[[int, float], Any], pages: int) -> str:
    """Draws the pages; '' when all went to the printer, else a sentence."""
    painter = QPainter()
    if not painter.begin(printer):
        return _("The printer does not take the paper: look whether it is switched on and connected.")
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    for page in range(first - 1, min(last, pages)):
        if page > first - 1:
            printer.newPage()
        width, height, stride, pixels = picture(page, DPI)
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB888)
        place = QRectF(0, 0, width * printer.resolution() / DPI, height * printer.resolution() / DPI)
        painter.drawImage(place, image)
    painter.end()
    return ""
