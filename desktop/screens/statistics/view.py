"""Statistics, as they are seen: the reports at the left, the period above, the table with its rule below it, the chart beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.statistics.shown import Sheet
from desktop.screens.statistics.view_chart import ChartPane
from desktop.screens.statistics.view_question import Question
from desktop.screens.statistics.view_table import FiguresTable, InkKept
from desktop.widgets import printer, save_file, theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Scrolled
from desktop.widgets.line_edit import width_of
from desktop.widgets.page import Action, Page
from desktop.widgets.panes import TwoPanes
from desktop.widgets.text import Label
from desktop.widgets.waiting import Waiting


class StatisticsView(Page):
    """Words and cells come from the presenter."""

    asked = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        self._presenter: Any = None
        self._sheet: Sheet | None = None
        self._all_rules = False
        self._names = QListWidget()
        self._names.setProperty("role", "contents")
        self._names.setAccessibleName(_("Reports"))
        self._names.setItemDelegate(InkKept(self._names))
        self._names.setFixedWidth(width_of(self._names, 9.5))
        self._names.currentItemChanged.connect(self._name_chosen)
        self.question = Question()
        self.table = FiguresTable()
        self.table.opened.connect(self._open_cell)
        self.table.looked_at.connect(self._show_rule)
        self.chart = ChartPane()
        self._waiting = Waiting()
        self._nothing = Label(_("No case falls into this period."), "soft", wrap=True)
        self._note = Label("", "small", wrap=True)
        self._rule = Label("", "small", wrap=True)
        self._more = Button(_("All rules of counting"), self._turn_rules, "link")
        self._rules = Scrolled()
        self._rules_text = Label("", "small", wrap=True)
        self._rules.body.addWidget(self._rules_text)
        self._rules.hide()
        self._panes = TwoPanes(self._made_left(), self.chart, (2, 1))
        self._panes.turned.connect(lambda _narrow: self.changed.emit())
        right = QVBoxLayout()
        right.setSpacing(worn.px(2))
        right.addWidget(self.question)
        right.addWidget(self._waiting)
        right.addWidget(self._panes, 1)
        row = QHBoxLayout()
        row.setSpacing(worn.px(3))
        row.addWidget(self._names)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        # their keys stand in the tooltips: the bar below has no room for all of them in a small window
        for key, slot in (
            ("Ctrl+Left", lambda: self.question.stepped.emit(-1)),
            ("Ctrl+Right", lambda: self.question.stepped.emit(1)),
            ("Ctrl+D", self.question.to_days),
            ("Ctrl+E", lambda: self._ask_file(".xlsx")),
        ):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        return _("Statistics")

    def subtitle(self) -> str:
        return f"{self._sheet.title} · {self._sheet.scope}" if self._sheet is not None else ""

    def keys(self) -> list[Action]:
        cell = self.table.current_cell()
        found = [
            Action("F5", _("Count again"), self.asked.emit),
            Action("Enter", _("Cases behind the figure"), self.table.open_current, cell is not None and cell.opens),
        ]
        if self._panes.takes_turns:
            found.append(Action("F6", _("Table") if self._panes.on_second else _("Chart"), self.switch_pane))
        return found

    def primary(self) -> Action | None:
        return Action("Ctrl+P", _("Print"), self._print, self._sheet is not None)

    def secondary(self) -> list[Action]:
        return [
            Action("Ctrl+S", _("Save PDF"), lambda: self._ask_file(".pdf"), self._sheet is not None),
            Action("", _("Save Excel"), lambda: self._ask_file(".xlsx"), self._sheet is not None, _("Key: {key}").format(key="Ctrl+E")),
            Action("", _("Save JSON"), lambda: self._ask_file(".json"), self._sheet is not None),
        ]

    def help_topic(self) -> str:
        return "statistics"

    def wire(self, presenter: Any) -> None:
        self._presenter = presenter
        self.asked.connect(presenter.refresh)
        self.chosen.connect(presenter.choose)
        self.question.period.connect(presenter.choose_period)
        self.question.stepped.connect(presenter.step)
        self.question.days.connect(presenter.choose_days)
        self.question.compared.connect(presenter.compare)
        self.question.besides.connect(presenter.split_besides)
        self.chart.wanted.connect(lambda *wish: presenter.chart(*wish, self.chart.show_picture))

    def enter(self) -> None:
        self.asked.emit()
        self.table.setFocus()

    def switch_pane(self) -> bool:
        done = self._panes.switch()
        self.chart.ask(self.subtitle())
        self.changed.emit()
        return done

    # ------------------------------------------------------------------ what the presenter says

    def offer(self, names: Sequence[tuple[str, str]], kinds: Sequence[tuple[str, str]]) -> None:
        """The reports and the kinds of period."""
        if self._names.count() == len(names):
            return
        self._names.blockSignals(True)
        for key, label in names:
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._names.addItem(item)
        self._names.blockSignals(False)
        self.question.offer(kinds)

    def show_question(
        self, name: str, kind: str, first: str, last: str, compare: bool, besides: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        """What is asked now."""
        self._names.blockSignals(True)
        for place in range(self._names.count()):
            if self._names.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self._names.setCurrentRow(place)
        self._names.blockSignals(False)
        self.question.show_question(kind, first, last, compare, besides, chosen, kind != "free")

    def wait(self) -> None:
        """The count is on its way."""
        self._waiting.begin(_("Counting the cases"))

    def show_sheet(self, sheet: Sheet) -> None:
        """The report is here."""
        self._waiting.end()
        self._sheet = sheet
        self.table.show_sheet(sheet)
        self._nothing.setVisible(sheet.empty)
        self._note.setText(sheet.note)
        self._note.setVisible(bool(sheet.note))
        self._rules_text.setText("\n".join(f"{n}. {rule}" for n, rule in enumerate(sheet.rules, 1)))
        self.chart.ask(self.subtitle())
        self.changed.emit()

    def say_fault(self, field: str, sentence: str) -> None:
        """A day that is none, or a period that ends before it begins."""
        self._waiting.end()
        self.question.say_fault(field, sentence)

    def say(self, sentence: str) -> None:
        """A quiet word in the bottom bar."""
        self.said.emit(sentence)

    # ------------------------------------------------------------------ inside

    def _made_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(1))
        column.addWidget(self._nothing)
        column.addWidget(self.table, 2)
        column.addWidget(self._note)
        column.addWidget(self._rule)
        column.addWidget(self._more)
        column.addWidget(self._rules, 1)
        left.setFocusProxy(self.table)
        self._nothing.hide()
        return left

    def _name_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _show_rule(self, place: int) -> None:
        if self._sheet is not None and 0 <= place < len(self._sheet.tips):
            self._rule.setText(self._sheet.tips[place])
        self.changed.emit()

    def _turn_rules(self) -> None:
        self._all_rules = not self._all_rules
        self._rules.setVisible(self._all_rules)
        self._rule.setVisible(not self._all_rules)
        self._more.setText(_("Only the rule of this figure") if self._all_rules else _("All rules of counting"))

    def _open_cell(self, row: int, figure: str) -> None:
        self._presenter.open_cell(row, figure)

    def _ask_file(self, ending: str) -> None:
        target = save_file.ask(self, self._presenter.suggested(), ending)
        if target:
            self._presenter.save(target)

    def _print(self) -> None:
        why = printer.why_not()
        if why:
            self.say(why)
        else:
            self._presenter.prepare_print(self._print_pages)

    def _print_pages(self, count: int) -> None:
        printer.send(self, self._presenter.suggested(), count, self._presenter.print_paper, lambda sentence, _state: self.say(sentence))
