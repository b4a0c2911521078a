"""Register, as it is seen: filters as chips, below them the wide list; the numbers stand still at the left."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Choices
from desktop.widgets.line_edit import width_of
from desktop.widgets.page import Action, Page
from desktop.widgets.table import Column, Table
from desktop.widgets.text import Label

_PARTIES, _PARTIES_EMS = 3, 12


class RegisterView(Page):
    """`fetch` and the words of a line come from the presenter; a line has the attributes that the columns name."""

    filtered = Signal(list, str)
    """Groups of stages, and a category or ""."""
    all_wanted = Signal()
    asked = Signal()
    """The list may be old: the page is shown again, or F5 was pressed."""

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        self._count = ""
        self._keep = 0
        self._stages = Choices(_("Stage"))
        self._categories = Choices(_("Category"), single=True)
        filters = QWidget()
        column = QVBoxLayout(filters)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn.px(1))
        for label, choices in ((_("Stage"), self._stages), (_("Category"), self._categories)):
            row = QHBoxLayout()
            row.setSpacing(worn.px(2))
            words = Label(label, "soft")
            words.setMinimumWidth(worn.px(10))
            row.addWidget(words)
            row.addWidget(choices, 1)
            column.addLayout(row)
            choices.changed.connect(self._filter)
        self._found = QWidget()
        row = QHBoxLayout(self._found)
        row.setContentsMargins(0, 0, 0, 0)
        self._found_words = Label("", "heading")
        row.addWidget(self._found_words)
        row.addWidget(Button(_("Show all cases"), self.all_wanted.emit, "link"))
        row.addStretch(1)
        self._found.hide()
        self.table = Table(
            (
                Column(_("Official number"), lambda line: line.number, 10.5),
                Column(_("Entry number"), lambda line: line.entry, 5.5),
                Column(_("Day of the request"), lambda line: line.received, 5.4),
                Column(_("Parties"), lambda line: line.parties, _PARTIES_EMS),
                Column(_("Category"), lambda line: line.category, 6),
                Column(_("Cause"), lambda line: line.cause, 9),
                Column(_("Amount claimed (yuan)"), lambda line: line.amount, 6.5, right=True),
                Column(_("Mediator"), lambda line: line.mediator, 3.5),
                Column(_("Stage"), lambda line: line.stage, 4, state=lambda line: line.state),
                Column(_("Agreement"), lambda line: line.agreement, 9),
            ),
            frozen=1,
        )
        self.table.setAccessibleName(_("Register"))
        self.table.opened.connect(lambda line: self.open_page.emit("case", {"case_id": line.id}))
        self.table.model.loaded.connect(self._loaded)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._nothing = EmptyState(_("No case answers to this."), _("Show all cases"), self.all_wanted.emit)
        self._none = EmptyState(
            _("The register is still empty. Every dispute that is registered stands here, newest first."),
            _("New dispute"),
            lambda: self.open_page.emit("new", {}),
            "F3",
        )
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._none)
        self.body.setSpacing(worn.px(2))
        self.body.addWidget(filters)
        self.body.addWidget(self._found)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def title(self) -> str:
        return _("Register")

    def subtitle(self) -> str:
        return self._count

    def keys(self) -> list[Action]:
        return [
            Action("F5", _("Look again"), self.asked.emit),
            Action("Enter", _("Open the case"), self._open, self.table.current() is not None),
        ]

    def help_topic(self) -> str:
        return "register"

    def wire(self, presenter: Any) -> None:
        self.filtered.connect(presenter.filter)
        self.all_wanted.connect(presenter.show_all)
        self.asked.connect(presenter.refresh)

    def enter(self) -> None:
        self.asked.emit()
        self._stack.currentWidget().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the window has to spare goes to the parties; where it has none, the list scrolls under the numbers."""
        super().resizeEvent(event)
        view = self.table.view
        others = sum(view.columnWidth(n) for n in range(self.table.frozen, len(self.table.model.columns)) if n != _PARTIES)
        room = self.width() - self.table.still_width() - others - 4 * view.frameWidth()
        view.setColumnWidth(_PARTIES, max(room, width_of(view, _PARTIES_EMS)))

    def offer(self, stages: Sequence[tuple[str, str]], categories: Sequence[tuple[str, str]]) -> None:
        """What can be filtered by."""
        self._stages.set_options(stages)
        self._categories.set_options(categories)

    def ask(self, fetch: Callable[..., None], found: str = "", stages: Sequence[str] = (), category: str = "") -> None:
        """Reads the list anew through `fetch`; with `found` it says what was looked for."""
        current = self.table.current()
        self._keep = current.id if current is not None else 0
        self._stages.set_value(stages)
        self._categories.set_value([category] if category else [])
        self._found_words.setText(found)
        self._found.setVisible(bool(found))
        self.table.model.ask(fetch)

    def show_count(self, words: str) -> None:
        """How many cases, once that is known."""
        self._count = words
        self.changed.emit()

    def _loaded(self, n: int, more: bool) -> None:
        narrowed = bool(self._stages.value() or self._categories.value() or not self._found.isHidden())
        page = self.table if n else self._nothing if narrowed else self._none
        focus = QApplication.focusWidget()
        mine = focus is None or self._stack.isAncestorOf(focus)  # somebody may be at the chips or in the search field by now
        self._stack.setCurrentWidget(page)
        if mine and self.isVisible():
            page.setFocus()
        if self._keep:
            place = next((place for place, line in enumerate(self.table.model.rows) if line.id == self._keep), None)
            if place is not None:
                self.table.show_row(place)
            self._keep = 0
        self.show_count(_("{n} cases shown, more below").format(n=n) if more else _("{n} cases").format(n=n))

    def _filter(self) -> None:
        category = self._categories.value()
        self.filtered.emit(self._stages.value(), category[0] if category else "")

    def _open(self) -> None:
        line = self.table.current()
        if line is not None:
            self.table.opened.emit(line)
