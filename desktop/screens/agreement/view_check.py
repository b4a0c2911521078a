"""The check under the paper: counts, and each line leads to its place; in a narrow window it is one line at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Judged
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.leads import Leads
from desktop.widgets.text import ElidedLabel, Label

NOTHING = Judged((), 0, 0, "", "")


class _Counts(QWidget):
    """Red and amber with their numbers, or that nothing is wrong; and the sum."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(2))
        self._red, self._amber, self._good = Chip("", "red"), Chip("", "amber"), Chip("", "green")
        self.total = Label("", "soft")
        for widget in (self._red, self._amber, self._good, self.total):
            row.addWidget(widget)

    def show_counts(self, judged: Judged) -> None:
        """Shows what was found."""
        self._red.setText(_("{n} must be mended").format(n=judged.red))
        self._red.setVisible(judged.red > 0)
        self._amber.setText(_("{n} should be mended").format(n=judged.amber))
        self._amber.setVisible(judged.amber > 0)
        self._good.setText(_("Nothing found"))
        self._good.setVisible(not judged.red and not judged.amber)
        self.total.setText(judged.total)


class CheckList(Card):
    """All lines, under the paper."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Check"), parent)
        self.setObjectName("check")
        self._counts = _Counts()
        self.head.addWidget(self._counts)
        self.leads = Leads(_("Check"))
        self.leads.chosen.connect(lambda place: self.chosen.emit(str(place)))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.leads)
        box.addStretch(1)
        area.setWidget(inner)
        area.setMaximumHeight(theme.current().px(36))
        self._area = area
        self.body.addWidget(area)

    def show_check(self, judged: Judged) -> None:
        """Shows the lines, the gravest first."""
        self._counts.show_counts(judged)
        self.leads.show_lines([(_SIGNS[line.state] + line.sentence, line.place, line.state) for line in judged.lines])
        self._area.setVisible(bool(judged.lines))
        self._area.setFixedHeight(min(self.leads.sizeHint().height() + 2, theme.current().px(36)))


class CheckLine(QFrame):
    """The same in one line: the first thing that is wrong leads to its place."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(2))
        self._counts = _Counts()
        row.addWidget(self._counts)
        self._first = ElidedLabel("", "soft")
        row.addWidget(self._first, 1)
        self._go = Button(_("Go there"), lambda: self.chosen.emit(self._place), "quiet")
        row.addWidget(self._go)

    def show_check(self, judged: Judged) -> None:
        """Shows the counts and the gravest line."""
        self._counts.show_counts(judged)
        first = judged.lines[0] if judged.lines else None
        self._place = first.place if first else ""
        self._first.setText(first.sentence if first else "")
        self._go.setVisible(first is not None)
        self._counts.total.setVisible(first is None)


_SIGNS = {"red": "● ", "amber": "▲ ", "": "· "}
