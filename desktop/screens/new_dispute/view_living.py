"""The right pane: earlier cases of these people, what is still missing, what should be looked at. It lives while the left is written."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.leads import Leads
from desktop.widgets.text import Label

Line = tuple[str, Any, str]
"""A sentence, where it leads to (None: nowhere), its state."""


class LivingPane(QScrollArea):
    """Short lists: four that lead somewhere, and two to be read; an empty one is not shown."""

    case_chosen = Signal(object)
    place_chosen = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(worn.px(1), 0, worn.px(1), worn.px(4))
        self._box.setSpacing(worn.px(1))
        self._empty = Label(
            _("While the left side is written, this side shows earlier cases of these people and what is still missing."), "soft", wrap=True
        )
        self._box.addWidget(self._empty)
        self.earlier = self._section(_("Earlier cases of these people"))
        self.needed = self._section(_("Needed to register"))
        self.remarks = self._section(_("To be compared with the papers"))
        self.later = self._section(_("Still missing; may follow later"))
        self.papers = self._section(_("Papers to bring"))
        self.law = self._section(_("What holds in such disputes"))
        self._box.addStretch(1)
        self.earlier[1].chosen.connect(self.case_chosen)
        for section in (self.needed, self.remarks, self.later):
            section[1].chosen.connect(self.place_chosen)
        self.setWidget(inner)

    def show_earlier(self, lines: Sequence[Line]) -> None:
        """Cases that were found; each leads to its case."""
        self._show(self.earlier, lines)

    def show_lacks(self, needed: Sequence[Line], remarks: Sequence[Line], later: Sequence[Line]) -> None:
        """What is missing and what to look at; each leads to its field."""
        self._show(self.needed, needed)
        self._show(self.remarks, remarks)
        self._show(self.later, later)

    def show_texts(self, law: Sequence[Line], papers: Sequence[Line]) -> None:
        """What to keep in mind in this kind of dispute, and which papers to bring; they lead nowhere."""
        self._show(self.papers, papers)
        self._show(self.law, law)

    def summary(self) -> str:
        """The four lists in one line, for where this pane is not seen."""
        counts = [(section[0].text(), section[1].count()) for section in (self.earlier, self.needed, self.remarks, self.later)]
        return "  ".join(f"{title} {n}" for title, n in counts if n)

    def stops(self) -> list[QWidget]:
        """The lists in reading order."""
        return [section[1] for section in (self.earlier, self.needed, self.remarks, self.later)]

    def _section(self, title: str) -> tuple[Label, Leads]:
        worn = theme.current()
        heading = Label(title, "heading")
        heading.setContentsMargins(0, worn.px(2), 0, 0)
        found = Leads(title)
        for widget in (heading, found):
            self._box.addWidget(widget)
            widget.hide()
        return heading, found

    def _show(self, section: tuple[Label, Leads], lines: Sequence[Line]) -> None:
        heading, found = section
        found.show_lines(lines)
        for widget in section:
            widget.setVisible(bool(lines))
        every = (self.earlier, self.needed, self.remarks, self.later, self.papers, self.law)
        self.changed.emit()
        self._empty.setVisible(all(other[1].count() == 0 for other in every))
