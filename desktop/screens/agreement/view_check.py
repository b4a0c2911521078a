"""The check under the paper: counts, and each line leads to its place; in a narrow window one line at the foot, the whole by its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Judged, Line
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.leads import Leads, scrolled
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
    passed = Signal(object)
    """The line that somebody wants to pass for a reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Check"), parent)
        self.setObjectName("check")
        self._counts = _Counts()
        self._lines: tuple[Line, ...] = ()
        self.head.addWidget(self._counts)
        self.pass_button = Button(_("Pass with a reason"), self.pass_it, "quiet", _("Key: {key}").format(key="Alt+R"))
        self.pass_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QShortcut(QKeySequence("Alt+R"), self, self.pass_it)
        self.pass_button.hide()
        self.head.addWidget(self.pass_button)
        self.leads = Leads(_("Check"))
        self.leads.chosen.connect(lambda target: self.chosen.emit(self._lines[int(target)].place))
        self.leads.currentRowChanged.connect(self._turned_to)
        self._area = scrolled(self.leads)
        self._spread = False
        self.body.addWidget(self._area)
        self._more = Label("", "soft", wrap=True)
        self._more.hide()
        self.body.addWidget(self._more)

    def show_check(self, judged: Judged) -> None:
        """Shows the lines, the gravest first; how many more there are stands at the end."""
        self._counts.show_counts(judged)
        self._lines = judged.lines
        lines: list[tuple[str, object, str]] = [(_SIGNS[line.state] + line.sentence, n, line.state) for n, line in enumerate(judged.lines)]
        if judged.more:
            lines.append((_("{n} more that should be mended").format(n=judged.more), None, ""))
        self.leads.show_lines(lines)
        self._area.setVisible(bool(judged.lines))
        self._measure()

    def spread(self, on: bool) -> None:
        """Takes all the room there is, or a part of the pane under the paper."""
        self._spread = on
        self._measure()

    def _measure(self) -> None:
        wanted, most = self.leads.sizeHint().height() + 2, theme.current().px(36)
        self._area.setMinimumHeight(0 if self._spread else min(wanted, most))
        self._area.setMaximumHeight(wanted if self._spread else min(wanted, most))

    def enter(self) -> None:
        """Sets the focus to the list."""
        self.leads.setFocus()

    def current(self) -> Line | None:
        """The line that is marked; else the first that can be passed."""
        row = self.leads.currentRow()
        if 0 <= row < len(self._lines):
            return self._lines[row]
        return next((line for line in self._lines if line.reasons), None)

    def pass_it(self) -> None:
        """The marked line is to be passed for a reason."""
        line = self.current()
        if line is not None and line.reasons:
            self.passed.emit(line)

    def _turned_to(self, row: int) -> None:
        more = self._lines[row].more if 0 <= row < len(self._lines) else ""
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.pass_button.setVisible(0 <= row < len(self._lines) and bool(self._lines[row].reasons))


class CheckLine(QFrame):
    """The same in one line: the first thing that is wrong leads to its place."""

    chosen = Signal(str)
    all_wanted = Signal()

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
        self._all = Button(_("All lines"), self.all_wanted.emit, "quiet", _("Key: {key}").format(key="Alt+C"))
        row.addWidget(self._go)
        row.addWidget(self._all)

    def show_check(self, judged: Judged) -> None:
        """Shows the counts and the gravest line."""
        self._counts.show_counts(judged)
        first = judged.lines[0] if judged.lines else None
        self._place = first.place if first else ""
        self._first.setText(first.sentence if first else "")
        self._go.setVisible(first is not None)
        self._all.setVisible(len(judged.lines) > 1 or bool(first and first.reasons))
        self._counts.total.setVisible(first is None)


_SIGNS = {"red": "● ", "amber": "▲ ", "": "· ", "green": "√ "}
