"""The lists of the office, as they are seen: chips for the lists, below them the lines, and beside them what is known or written of one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from desktop.i18n import _
from desktop.screens.ledgers import view_card
from desktop.screens.ledgers.shown import Card, Line, Section, Sheet
from desktop.widgets import theme
from desktop.widgets.cards import Card as Frame
from desktop.widgets.cards import EmptyState, Scrolled
from desktop.widgets.chips import Choices
from desktop.widgets.form import Form
from desktop.widgets.line_edit import LineEdit, is_enter
from desktop.widgets.messages import Banner
from desktop.widgets.page import Action, Page
from desktop.widgets.panes import TwoPanes
from desktop.widgets.table import Column, Table
from desktop.widgets.text import Label

Deeds = Sequence[tuple[str, str, str, bool]]


class LedgersView(Page):
    """Shows what the presenter hands in; a sheet that is open stays as typed until it is saved or put away."""

    asked = Signal()
    chosen = Signal(str)
    filtered = Signal(list, str)
    picked = Signal(object)
    deed_wanted = Signal(int)
    save_wanted = Signal(dict)
    over_wanted = Signal(dict)
    close_wanted = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._section: Section | None = None
        self._deeds: Deeds = ()
        self._sheet: Sheet | None = None
        self._busy = ""
        self._count = ""
        self.form: Form | None = None
        self.table: Table | None = None
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(self, title)
        worn = theme.current()
        self.body.setSpacing(worn.px(2))
        self.lists = Choices(label, single=True)
        self.lists.changed.connect(self._chosen)
        self.banner = Banner()
        self._hint = Label("", "soft", wrap=True)
        self._notes = Label("", "warning", wrap=True)
        self._filter_row = QWidget()
        row = QHBoxLayout(self._filter_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(worn.px(3))
        self.finder = LineEdit(60)
        self.finder.setPlaceholderText(_("Find in this list"))
        self.finder.setAccessibleName(_("Find in this list"))
        self.finder.setMaximumWidth(worn.px(70))
        self.finder.textChanged.connect(lambda _text: self._filter())
        self.finder.installEventFilter(self)
        self.filters = Choices(_("Show"))
        self.filters.changed.connect(self._filter)
        self.finder.setMinimumWidth(worn.px(40))
        row.addWidget(self.finder, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.filters, 2, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._left = QStackedWidget()
        self._beside = QStackedWidget()
        self._card = Scrolled()
        self._sheet_place = Scrolled()
        self._beside.addWidget(self._card)
        self._beside.addWidget(self._sheet_place)
        self._panes = TwoPanes(self._left, self._beside, (5, 3))
        self._panes.turned.connect(lambda _one: self.changed.emit())
        self._alone = Scrolled()
        self._whole = QStackedWidget()
        self._whole.addWidget(self._panes)
        self._whole.addWidget(self._alone)
        for part in (self.lists, self.banner, self._hint, self._notes, self._filter_row):
            self.body.addWidget(part)
        self.body.addWidget(self._whole, 1)

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The page, or the list that is shown where the page is not named for all of them."""
        return _(self._section.label) if self._section is not None and self._section.titled else self._label

    def subtitle(self) -> str:
        """How many lines."""
        return self._busy or self._count

    def primary(self) -> Action | None:
        """Save what is open, else the first thing that needs no line."""
        if self._sheet is not None:
            return Action("F8", self._sheet.verb or _("Save"), self._save, not self._busy, self._busy)
        place = self._first()
        return None if place is None else self._action(place)

    def secondary(self) -> list[Action]:
        """The other things to do, at most four; all have their keys."""
        if self._sheet is not None:
            return [Action("F7", _("Choose a folder"), self._ask_folder)] if self._sheet.folder else []
        first = self._first()
        return [self._action(n) for n in range(len(self._deeds)) if n != first][:5]

    def keys(self) -> list[Action]:
        """The list again; close the sheet; find."""
        if self._sheet is not None:
            alone = self._section is not None and self._section.alone is not None
            return [] if alone else [Action("Esc", _("Close"), self.close_wanted.emit)]
        found = [Action("F5", _("Look again"), self.asked.emit)]
        if self._section is not None and self._section.lines is not None:
            found.append(Action("Ctrl+F", _("Find in this list"), self._to_find))
        if self._panes.takes_turns and self._has_card() and self._whole.currentWidget() is self._panes:
            found.append(Action("F6", _("Other pane"), self.switch_pane))
        return found

    def switch_pane(self) -> bool:
        """F6."""
        return self._panes.switch()

    def help_topic(self) -> str:
        """The help of the list that is shown."""
        return self._section.key if self._section is not None else ""

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self.asked.connect(presenter.refresh)
        self.chosen.connect(presenter.choose)
        self.filtered.connect(presenter.filter)
        self.picked.connect(presenter.pick)
        self.deed_wanted.connect(presenter.do)
        self.save_wanted.connect(presenter.save)
        self.over_wanted.connect(presenter.save_over)
        self.close_wanted.connect(presenter.close)

    def enter(self) -> None:
        """The list may be old; what is being written stays."""
        self.asked.emit()
        self._focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go from the find field into the list."""
        if watched is not self.finder or self.table is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and (is_enter(event) or event.key() == Qt.Key.Key_Down):
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ what the presenter asks

    def offer(self, sections: Sequence[tuple[str, str]]) -> None:
        """The lists of this page."""
        self.lists.set_options(sections)
        self.lists.setVisible(len(sections) > 1)

    def show_section(self, section: Section, filters: set[str]) -> None:
        """Another list: its columns, its filters; the sheet of the one before is put away."""
        self._section, self._deeds, self._count = section, (), ""
        self.close_sheet(focus=False)
        self.banner.put_away()
        self.lists.set_value([section.key])
        self._hint.setText(_(section.hint))
        self._hint.setVisible(bool(section.hint))
        self._notes.hide()
        self.finder.blockSignals(True)
        self.finder.setText("")
        self.finder.blockSignals(False)
        self.filters.set_options([(code, _(label)) for code, label in section.filters])
        self.filters.set_value(filters)
        self.filters.setVisible(bool(section.filters))
        self._filter_row.setVisible(section.lines is not None)
        self._whole.setCurrentWidget(self._panes if section.lines is not None else self._alone)
        while self._left.count():
            old = self._left.widget(0)
            self._left.removeWidget(old)
            old.deleteLater()
        self.table = None
        if section.lines is not None:
            self.table = Table([_column(section, n) for n, head in enumerate(section.heads) if head.listed])
            self.table.setAccessibleName(_(section.label))
            self.table.picked.connect(lambda _rows: self.picked.emit(self.table.current() if self.table is not None else None))
            self.table.opened.connect(lambda _line: self._open_line())
            self._left.addWidget(self.table)
            self._left.addWidget(self._emptiness(section))
            self._fit_panes()
            self._link()
        self.show_card(None)
        self.changed.emit()

    def _link(self) -> None:
        """Tab goes as one reads: the lists of the page, finding in one, its lines."""
        stops: list[QWidget] = [*self.lists.stops(), self.finder, *self.filters.stops(), *([] if self.table is None else [self.table])]
        for one, following in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, following)

    def show_lines(self, lines: Sequence[Line], notes: Sequence[tuple[str, str]], narrowed: bool) -> None:
        """The lines; the cursor stays on its own where it is still there."""
        if self.table is None:
            return
        current = self.table.current()
        self._notes.setText("\n".join(sentence for sentence, _state in notes))
        self._notes.setVisible(bool(notes))
        self.table.model.put(lines)
        self._count = _("{n} lines").format(n=len(lines)) if lines or narrowed else ""
        self._filter_row.setVisible(bool(lines or narrowed))  # there is nothing to find in an empty list
        self._left.setCurrentIndex(0 if lines or narrowed else 1)
        place = next((n for n, line in enumerate(lines) if current is not None and line.id == current.id), 0)
        if lines:
            self.table.show_row(place)
            self.picked.emit(self.table.current())
        self.changed.emit()
        if self.isVisible() and QApplication.focusWidget() is None:
            self._focus()

    def show_deeds(self, deeds: Deeds) -> None:
        """What can be done now: (key, label, why not, of the line)."""
        self._deeds = deeds
        self.changed.emit()

    def show_card(self, card: Card | None) -> None:
        """What is known of the line."""
        view_card.draw(self._card, card)

    def open_sheet(self, sheet: Sheet, readers: Any, initials: Any, alone: bool) -> None:
        """Opens a form beside the list, or in its place."""
        self.close_sheet(focus=False)
        self._sheet = sheet
        place = self._alone if alone else self._sheet_place
        frame = Frame(sheet.title)
        frame.setMaximumWidth(theme.current().px(240))
        if sheet.note:
            frame.body.addWidget(Label(sheet.note, "soft", wrap=True))
        self.form = Form(sheet.fields, readers, 1, initials)
        self.form.set_values(sheet.values)
        self.form.hint.connect(self.hinted)
        self.form.finished.connect(lambda: self.said.emit(_("The sheet is at its end: F8 saves it.")))
        frame.body.addWidget(self.form)
        place.body.addWidget(frame)
        place.body.addStretch(1)
        if not alone:
            self._beside.setCurrentWidget(self._sheet_place)
            self._fit_panes()
            self._panes.show_pane(True)
        self.changed.emit()
        if not alone or self._alone.isVisible():
            self.form.focus()

    def close_sheet(self, focus: bool = True) -> None:
        """Puts the form away."""
        self.banner.put_away()
        self._busy = ""
        if self._sheet is None:
            return
        self._sheet = self.form = None
        for place in (self._alone, self._sheet_place):
            view_card.empty(place)
        self._beside.setCurrentWidget(self._card)
        if self._whole.currentWidget() is self._panes:
            self._fit_panes()
        self.changed.emit()
        if focus:
            self._focus()

    def refused(self, sentence: str, faults: list[Any], in_sheet: bool, stale: bool) -> None:
        """Each fault beside its field; what belongs to none, and both values of a stale one, at the top."""
        self._busy = ""
        self.changed.emit()
        rest = faults
        if in_sheet and self.form is not None:
            rest = self.form.show_faults(faults)
        if stale:
            self.banner.say(sentence, "amber", _("Save mine all the same"), lambda: self._save(over=True))
        elif rest:
            self.banner.say("\n".join(fault.sentence for fault in rest), "red")

    def wait(self, words: str) -> None:
        """Something is under way."""
        self._busy = words + "…"
        self.changed.emit()

    def done(self, sentence: str) -> None:
        """It is over; a long answer stays at the top, a short one passes by."""
        self._busy = ""
        self.banner.say(sentence, "green") if len(sentence) > 40 else self.said.emit(sentence)
        self.changed.emit()
        self.frame_stale.emit()

    def say(self, sentence: str) -> None:
        """A quiet sentence."""
        self.said.emit(sentence)

    def tell_saved(self, time: str, sentence: str = "") -> None:
        """As every page says it; the frame shows things of the ledgers too."""
        super().tell_saved(time, sentence)
        self.frame_stale.emit()

    # ------------------------------------------------------------------ inside

    def _has_card(self) -> bool:
        return self._section is not None and self._section.card is not None

    def _fit_panes(self) -> None:
        """A list that has neither card nor open sheet takes the whole width."""
        self._panes.leave_alone(self._sheet is None and not self._has_card())
        self._panes.show_pane(False)

    def _action(self, place: int) -> Action:
        key, label, why, _of_line = self._deeds[place]
        return Action(key, label, partial(self.deed_wanted.emit, place), not why, why)

    def _first(self) -> int | None:
        """The deed that adds a line: the main button; what only changes or closes is none."""
        return next((n for n, deed in enumerate(self._deeds) if deed[0] == "F3"), None)

    def _open_line(self) -> None:
        place = next((n for n, deed in enumerate(self._deeds) if deed[3] and not deed[2]), None)
        if place is not None:
            self.deed_wanted.emit(place)

    def _chosen(self) -> None:
        keys = self.lists.value()
        if keys:
            self.chosen.emit(keys[0])
        elif self._section is not None:  # one list is always shown
            self.lists.set_value([self._section.key])

    def _filter(self) -> None:
        self.filtered.emit(self.filters.value(), self.finder.text())

    def _to_find(self) -> None:
        self._panes.show_pane(False)
        self.finder.setFocus()
        self.finder.selectAll()

    def _save(self, over: bool = False) -> None:
        if self.form is not None and self._sheet is not None:
            (self.over_wanted if over else self.save_wanted).emit(self.form.values())

    def _ask_folder(self) -> None:
        if self._sheet is not None and self.form is not None:
            folder = self.choose_folder(_("Choose a folder"))
            if folder:
                self.form.set_values({self._sheet.folder: folder})
                self.form.focus(self._sheet.folder)

    def _focus(self) -> None:
        if self.form is not None:
            self.form.focus()
        elif self.table is not None:
            self._left.currentWidget().setFocus()

    def _emptiness(self, section: Section) -> EmptyState:
        place = next((n for n, deed in enumerate(section.deeds) if not deed.of_line), None)
        if place is None:
            return EmptyState(_(section.empty) or _("Nothing stands here yet."))
        deed = section.deeds[place]
        return EmptyState(_(section.empty) or _("Nothing stands here yet."), _(deed.label), partial(self.deed_wanted.emit, place), deed.key)


def _column(section: Section, n: int) -> Column:
    head = section.heads[n]

    def state(line: Line) -> str:
        if line.state and n == line.state_at:
            return line.state
        return "ink_soft" if line.quiet else ""

    return Column(_(head.label), lambda line: line.cells[n], head.ems, head.right, state)
