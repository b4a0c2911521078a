"""The print window: which papers, how many of each, on which printer, sides, tray and offset; the other ways out beside it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDoubleSpinBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Scrolled
from desktop.widgets.line_edit import LineEdit
from desktop.widgets.messages import Banner
from desktop.widgets.text import Label
from desktop.widgets.waiting import Waiting

MOST, FURTHEST = 200, 30.0


class PaperToPrint(NamedTuple):
    """`key` comes back; `copies` 0 are as many as each such paper has originals; `note` says what it would be printed as, `again` that its
    originals were printed before."""

    key: str
    label: str
    copies: int
    note: str = ""
    again: bool = False
    chosen: bool = False


class PrinterToChoose(NamedTuple):
    """A queue; `trouble` is a sentence where it does not print now. Sides and trays are (code, label)."""

    name: str
    trouble: str
    sides: tuple[tuple[str, str], ...]
    trays: tuple[tuple[str, str], ...]


class PrintSheet(QDialog):
    """Stays open while it prints and says what came of it. `known` is what was chosen last for this kind.

    With `several` it is for the papers of several cases: they are saved into a folder, and no originals are printed again. With `system`
    the system's own window asks for the printer, so that this one does not.
    """

    print_wanted = Signal(list, dict)
    """[(key, copies)], and printer, sides, tray, right, down, originals (the reason), large."""
    cancel_wanted = Signal()
    file_wanted = Signal(str)
    viewer_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        papers: Sequence[PaperToPrint],
        printers: Sequence[PrinterToChoose],
        known: Mapping[str, Any],
        why_none: str,
        several: bool = False,
        system: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printers = {one.name: one for one in printers}
        self._papers, self._several, self._system = papers, several, system
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(worn.px(5), worn.px(4), worn.px(5), worn.px(4))
        box.setSpacing(worn.px(3))
        self.banner = Banner()
        box.addWidget(self.banner)
        box.addWidget(self._list(), 1)
        box.addLayout(self._how(known))
        self.waiting = Waiting()
        box.addWidget(self.waiting)
        box.addLayout(self._buttons())
        self.setMinimumWidth(worn.px(150))
        self._printer_changed()
        if why_none:
            self.banner.say(why_none, "amber")
        self._changed()
        first = self._pdf if why_none else self._go if system else self.printer
        first.setFocus()
        QShortcut(QKeySequence("F8"), self, self._print)

    # ------------------------------------------------------------------ parts

    def _list(self) -> QWidget:
        """The papers with their copies."""
        worn, area = theme.current(), Scrolled()
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1))
        grid.addWidget(Label(_("Paper"), "small"), 0, 0)
        grid.addWidget(Label(_("Sheets of each"), "small"), 0, 1)
        self.lines: list[tuple[str, QCheckBox, QSpinBox]] = []
        for n, one in enumerate(self._papers, 1):
            tick, many = QCheckBox(one.label), QSpinBox()
            tick.setChecked(one.chosen)
            tick.toggled.connect(self._changed)
            least = 0 if self._several and not one.copies else 1
            many.setRange(least, MOST)
            many.setSpecialValueText("" if least else _("as needed"))
            many.setToolTip("" if least else _("0: as many sheets as each paper has originals"))
            many.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            many.setValue(max(one.copies, least))
            many.setAccessibleName(_("Copies: {paper}").format(paper=one.label))
            grid.addWidget(tick, n, 0)
            grid.addWidget(many, n, 1)
            grid.addWidget(Label(one.note, "small"), n, 2)
            self.lines.append((one.key, tick, many))
        grid.setColumnStretch(2, 1)
        area.body.addLayout(grid)
        area.body.addStretch(1)
        area.setMinimumHeight(worn.px(26))  # the rest scrolls on a low screen
        return area

    def _how(self, known: Mapping[str, Any]) -> QGridLayout:
        """Printer, sides, tray, offset, originals again, large print."""
        worn = theme.current()
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(2))
        self.printer, self.sides, self.tray = QComboBox(), QComboBox(), QComboBox()
        for one in self._printers.values():
            self.printer.addItem(one.name, one.name)
        at = self.printer.findData(known.get("printer"))
        self.printer.setCurrentIndex(max(at, 0))
        self._known = known
        self.printer.currentIndexChanged.connect(self._printer_changed)
        self.right, self.down = QDoubleSpinBox(), QDoubleSpinBox()
        for spin, key, name in ((self.right, "right", _("To the right, mm")), (self.down, "down", _("Downwards, mm"))):
            spin.setRange(-FURTHEST, FURTHEST)
            spin.setDecimals(1)
            spin.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
            spin.setSingleStep(0.5)
            value = known.get(key)
            spin.setValue(float(value) if isinstance(value, int | float) else 0.0)
            spin.setAccessibleName(name)
        offset = QHBoxLayout()
        offset.setSpacing(worn.px(2))
        for word, box in ((_("right"), self.right), (_("down"), self.down)):
            offset.addWidget(Label(word, "small"))
            offset.addWidget(box)
        offset.addWidget(Label(_("mm"), "small"))
        offset.addStretch(1)
        self.originals = LineEdit(60)
        self.originals.setPlaceholderText(_("Why the originals are printed again, for example: the sheet was jammed"))
        self.large = QCheckBox(_("In large print"))
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (_("Printer"), self.printer),
            (_("Sides"), self.sides),
            (_("Tray"), self.tray),
            (_("Move the page"), offset),
            (_("Originals again"), self.originals),
        )
        if self._system:
            rows = ()
        elif self._several:
            rows = rows[:-1]
        for n, (label, part) in enumerate(rows):
            shown = Label(label)
            grid.addWidget(shown, n, 0)
            if isinstance(part, QWidget):
                part.setAccessibleName(label)
                shown.setBuddy(part)
                grid.addWidget(part, n, 1)
            else:
                grid.addLayout(part, n, 1)
        grid.addWidget(self.large, len(rows), 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        save_pdf, save_docx = (_("PDF into a folder"), _("DOCX into a folder")) if self._several else (_("Save PDF"), _("Save DOCX"))
        self._pdf = Button(save_pdf, lambda: self.file_wanted.emit(".pdf"))
        self._docx = Button(save_docx, lambda: self.file_wanted.emit(".docx"))
        self._viewer = Button(_("Open outside"), self.viewer_wanted.emit)
        for button in (self._pdf, self._docx, self._viewer):
            row.addWidget(button)
        self._viewer.setVisible(not self._several)
        row.addStretch(1)
        row.addWidget(Button(_("Close"), self.reject))
        self._go = Button(_("Print"), self._print, "primary", _("Key: {key}").format(key="F8"))
        row.addWidget(self._go)
        return row

    # ------------------------------------------------------------------ what it says

    def chosen(self) -> list[tuple[str, int]]:
        """The ticked papers with their copies."""
        return [(key, many.value()) for key, tick, many in self.lines if tick.isChecked()]

    def begin(self, what: str = "") -> None:
        """It prints, or does what is said."""
        for button in (self._go, self._pdf, self._docx, self._viewer):
            button.setEnabled(False)
        self.banner.put_away()
        self.waiting.begin(what or _("Printing …"), self.cancel_wanted.emit)

    def tell(self, done: int, total: int, text: str = "") -> None:
        """How far it is."""
        self.waiting.tell(done, total, text)

    def end(self, sentence: str, state: str) -> None:
        """What came of it; green closes the window."""
        self.waiting.end()
        self._changed()
        if state == "green":
            self.accept()
        else:
            self.banner.say(sentence, state)

    # ------------------------------------------------------------------ inside

    def _printer_changed(self) -> None:
        one = self._printers.get(self.printer.currentData() or "")
        for combo, key, choices in ((self.sides, "sides", one.sides if one else ()), (self.tray, "tray", one.trays if one else ())):
            combo.clear()
            for code, label in choices:
                combo.addItem(label, code)
            combo.setCurrentIndex(max(combo.findData(self._known.get(key)), 0))
            combo.setEnabled(combo.count() > 1)
        self.banner.say(one.trouble if one else "", "amber")
        self._changed()

    def _changed(self) -> None:
        ticked = {key for key, _copies in self.chosen()} if hasattr(self, "lines") else set()
        again = any(one.again for one in self._papers if one.key in ticked)
        self.originals.setEnabled(again)
        one = bool(ticked) if self._several else len(ticked) == 1
        if hasattr(self, "_go"):
            self._go.setEnabled(bool(ticked) and (self._system or self.printer.count() > 0))
            for button in (self._pdf, self._docx, self._viewer):
                button.setEnabled(one)

    def _print(self) -> None:
        if not self._go.isEnabled():
            return
        how = {
            "printer": self.printer.currentData() or "",
            "sides": self.sides.currentData() or "",
            "tray": self.tray.currentData() or "",
            "right": self.right.value(),
            "down": self.down.value(),
            "originals": self.originals.text().strip() if self.originals.isEnabled() else "",
            "large": self.large.isChecked(),
        }
        self.print_wanted.emit(self.chosen(), how)
