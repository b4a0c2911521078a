"""Register, as it is seen: filters and kept views as chips, below them the wide list; the numbers stand still at the left."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.register.shown import Filters, Sheet
from desktop.screens.register.view_print import PrintWindow
from desktop.screens.register.view_sheet import SheetPanel
from desktop.widgets import save_file, theme
from desktop.widgets.button import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Choices
from desktop.widgets.flow import FlowLayout
from desktop.widgets.line_edit import width_of
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.table import Column, Table
from desktop.widgets.text import Label

_PARTIES, _PARTIES_EMS = 3, 10


class RegisterView(BannerPage):
    """`fetch` and the words of a line come from the presenter; a line has the attributes that the columns name."""

    filtered = Signal(list, str)
    """Groups of stages, and a category or ""."""
    taken_away = Signal(str)
    """Another filter is not wanted any more."""
    all_wanted = Signal()
    asked = Signal()
    """The list may be old: the page is shown again, or F5 was pressed."""

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        self._presenter: Any = None
        self._count = ""
        self._keep = 0
        self._panel: SheetPanel | None = None
        self.printing = PrintWindow(self)
        self._filters_now = Filters()
        self._stages = Choices(_("Stage"))
        self._categories = Choices(_("Category"), single=True)
        self._views = Choices(_("Views"), single=True)
        self._views.changed.connect(self._view_chosen)
        self._drop = Button(_("Take the view away"), lambda: self._presenter.drop_view(), "link")
        filters = QWidget()
        column = QVBoxLayout(filters)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn.px(1))
        self._views_row = self._row(_("Views"), self._views)
        self._views_row.layout().addWidget(self._drop)  # type: ignore[union-attr]
        self._views_row.hide()
        column.addWidget(self._views_row)
        for label, choices in ((_("Stage"), self._stages), (_("Category"), self._categories)):
            column.addWidget(self._row(label, choices))
            choices.changed.connect(self._filter)
        self._found = QWidget()
        self._found_row = FlowLayout(self._found)
        self._found_chips: list[QWidget] = []
        self._found.hide()
        self.table = Table(
            (
                Column(_("Official number"), lambda line: line.number, 11.5),
                Column(_("Entry number"), lambda line: line.entry, 5.5),
                Column(_("Day of the request"), lambda line: line.received, 5.4),
                Column(_("Parties"), lambda line: line.parties, _PARTIES_EMS),
                Column(_("Category"), lambda line: line.category, 6),
                Column(_("Cause"), lambda line: line.cause, 8.5),
                Column(_("Amount claimed (yuan)"), lambda line: line.amount, 6.5, right=True),
                Column(_("Mediator"), lambda line: line.mediator, 3.5),
                Column(_("Stage"), lambda line: line.stage, 4, state=lambda line: line.state),
                Column(_("Agreement"), lambda line: line.agreement, 9),
            ),
            frozen=1,
        )
        self.table.setAccessibleName(_("Register"))
        self.table.opened.connect(lambda line: self.open_page.emit("case", {"case_id": line.id}))
        self.table.picked.connect(lambda _rows: self.changed.emit())
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
        self._panel_place = QVBoxLayout()
        self.body.setSpacing(worn.px(2))
        self.body.addWidget(self.banner)
        self.body.addWidget(self.printing.waiting)
        self.body.addWidget(filters)
        self.body.addWidget(self._found)
        self.body.addLayout(self._panel_place)
        self.body.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        return _("Register")

    def subtitle(self) -> str:
        chosen = len(self.table.selected())
        return self._count + ("  " + _("{n} chosen").format(n=chosen) if chosen > 1 else "")

    def keys(self) -> list[Action]:
        if self._panel is not None:
            return [Action("Esc", _("Close"), self.close_sheet)]
        some = self.table.current() is not None
        return [
            Action("F5", _("Look again"), self.asked.emit),
            Action("Enter", _("Open the case"), self._open, some),
            Action("Ctrl+P", _("Print"), lambda: self._presenter.open_sheet("print", self._chosen()), some),
            Action("F9", _("Assign"), lambda: self._presenter.open_sheet("assign", self._chosen()), some),
            Action("Ctrl+E", _("Excel"), self._export, some),
            Action("F7", _("Keep as a view"), lambda: self._presenter.name_view()),
            Action("F4", _("Platform's list"), lambda: self.open_page.emit("reconcile", {})),
        ]

    def primary(self) -> Action | None:
        return Action("F8", self._panel.sheet.verb, self._save) if self._panel is not None else None

    def help_topic(self) -> str:
        return "register"

    def wire(self, presenter: Any) -> None:
        self._presenter, self.printing.presenter = presenter, presenter.print
        self.filtered.connect(presenter.filter)
        self.taken_away.connect(presenter.take_away)
        self.all_wanted.connect(presenter.show_all)
        self.asked.connect(presenter.refresh)

    def enter(self) -> None:
        self.asked.emit()
        if self._panel is not None:
            self._panel.focus()
        else:
            self._stack.currentWidget().setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the window has to spare goes to the parties; where it has none, the list scrolls under the numbers."""
        super().resizeEvent(event)
        view = self.table.view
        others = sum(view.columnWidth(n) for n in range(self.table.frozen, len(self.table.model.columns)) if n != _PARTIES)
        room = self.width() - self.table.still_width() - others - 4 * view.frameWidth()
        view.setColumnWidth(_PARTIES, max(room, width_of(view, _PARTIES_EMS)))

    # ------------------------------------------------------------------ what the presenter asks

    def offer(self, stages: Sequence[tuple[str, str]], categories: Sequence[tuple[str, str]]) -> None:
        """What can be filtered by."""
        self._stages.set_options(stages)
        self._categories.set_options(categories)

    def ask(self, fetch: Callable[..., None], filters: Filters) -> None:
        """Reads the list anew through `fetch`, narrowed as the chips say."""
        current = self.table.current()
        self._keep = current.id if current is not None else 0
        self._filters_now = filters
        self._stages.set_value(filters.groups)
        self._categories.set_value([filters.category] if filters.category else [])
        self._show_others(filters.others)
        self._show_view(self._presenter.view_name() if self._presenter is not None else "")
        self.table.model.ask(fetch)

    def show_views(self, names: Sequence[str], current: str) -> None:
        """The views that are kept."""
        self._views.set_options([(name, name) for name in names])
        self._views_row.setVisible(bool(names))
        self._show_view(current)

    def show_count(self, words: str) -> None:
        """How many cases, once that is known."""
        self._count = words
        self.changed.emit()

    def open_sheet(self, sheet: Sheet, readers: Any, letters: Any) -> None:
        """A small form above the list."""
        self.close_sheet(focus=False)
        self._panel = SheetPanel(sheet, readers, letters)
        self._panel.save.connect(self._save)
        self._panel.close_wanted.connect(self.close_sheet)
        self._panel.hint.connect(self.hinted)
        self._panel_place.addWidget(self._panel)
        self._panel.focus()
        self.changed.emit()

    def close_sheet(self, focus: bool = True) -> None:
        """Puts it away."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
            self.changed.emit()
            if focus:
                self._stack.currentWidget().setFocus()

    def show_faults(self, faults: list[Any]) -> None:
        """Each beside its field."""
        if self._panel is not None:
            self._panel.show_faults(faults)
        else:
            self.say("\n".join(fault.sentence for fault in faults), "red")

    def say(self, sentence: str, state: str = "") -> None:
        """As every page says it; what was said before is done with."""
        self.banner.put_away()
        super().say(sentence, state)

    # ------------------------------------------------------------------ inside

    def _row(self, label: str, choices: QWidget) -> QWidget:
        worn = theme.current()
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn.px(2))
        words = Label(label, "soft")
        words.setMinimumWidth(worn.px(10))
        row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(choices, 1)
        return place

    def _show_others(self, others: Sequence[tuple[str, str]]) -> None:
        for chip in self._found_chips:
            self._found_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._found_chips = []
        for key, label in others:
            chip = Button(f"{label}  ×", partial(self.taken_away.emit, key), "chip", _("Takes this filter away."))
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.setAccessibleName(_("Take away: {filter}").format(filter=label))
            self._found_chips.append(chip)
        if others:
            self._found_chips.append(Button(_("Show all cases"), self.all_wanted.emit, "link"))
        for chip in self._found_chips:
            self._found_row.addWidget(chip)
        self._found.setVisible(bool(others))

    def _show_view(self, name: str) -> None:
        self._views.set_value([name] if name else [])
        self._drop.setVisible(bool(name))

    def _loaded(self, n: int, more: bool) -> None:
        page = self.table if n else self._nothing if self._filters_now.any else self._none
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

    def _view_chosen(self) -> None:
        chosen = self._views.value()
        self._presenter.open_view(chosen[0] if chosen else "")

    def _chosen(self) -> list[int]:
        """The cases that are selected; the one the cursor is on where only one is."""
        return [line.id for line in self.table.selected()]

    def _export(self) -> None:
        target = save_file.ask(self, self._presenter.chosen.suggested(), ".xlsx")
        if target:
            self._presenter.chosen.export(self._chosen(), target)

    def _save(self) -> None:
        if self._panel is not None:
            self.setFocus()
            self._presenter.save_sheet(self._panel.values())

    def _open(self) -> None:
        line = self.table.current()
        if line is not None:
            self.table.opened.emit(line)
