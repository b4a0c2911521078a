"""Today, as it is seen: one sheet of lists; Enter opens the case that needs a hand."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem

from desktop.i18n import _
from desktop.screens.today.shown import Line, Lists
from desktop.widgets import printer, save_file, theme
from desktop.widgets.cards import EmptyState
from desktop.widgets.line_edit import is_enter, width_of
from desktop.widgets.page import Action, Page
from desktop.widgets.table import Cells
from desktop.widgets.text import plain_tip

_WHAT, _NUMBER, _PARTIES, _UNTIL, _LEFT, _VERB = range(6)


class TodayView(Page):
    """Three lists and what waits, in one table: the arrows go through all of it."""

    asked = Signal()
    """The lists are wanted (again)."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._subtitle = ""
        self._lines: list[Line | None] = []
        self._stack = QStackedWidget()
        self._table = self._made_table()
        self._empty = EmptyState(
            _("Nothing is due this week and nothing waits. Here stands what is overdue, due today and due this week."),
            _("New dispute"),
            lambda: self.open_page.emit("new", {}),
            "F3",
        )
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack)
        self.setFocusProxy(self._table)

    def title(self) -> str:
        return _("Today")

    def subtitle(self) -> str:
        return self._subtitle

    def keys(self) -> list[Action]:
        return [
            Action("F5", _("Look again"), self.asked.emit),
            Action("Enter", _("Open the case"), self._open, bool(self._current())),
            Action("Ctrl+P", _("Print the day sheet"), self._print),
            Action("Ctrl+S", _("Save as PDF"), self._save),
        ]

    def help_topic(self) -> str:
        return "today"

    def wire(self, presenter: Any) -> None:
        self._presenter = presenter
        self.asked.connect(presenter.refresh)

    def enter(self) -> None:
        self.asked.emit()
        self._stack.currentWidget().setFocus()

    def print_now(self, count: int) -> None:
        """The day sheet is made: asks for the printer and prints it."""
        printer.send(
            self, self._presenter.suggested(), count, self._presenter.print_pages, lambda sentence, _state: self.said.emit(sentence)
        )

    def show_day(self, words: str) -> None:
        """The day and its name, beside the title."""
        self._subtitle = words
        self.changed.emit()

    def show_lists(self, lists: Lists) -> None:
        """Draws the lists; the cursor stays on its case where that is still there."""
        kept = self._current()
        table = self._table
        table.clearSpans()
        self._lines = []
        rows: list[tuple[str, Line | None, str]] = []
        for title, lines, nothing in lists:
            rows.append((f"{title}  {len(lines)}" if lines else title, None, "heading"))
            rows += [("", line, "") for line in lines]
            if not lines:
                rows.append((nothing, None, "nothing"))
        table.setRowCount(len(rows))
        for place, (words, line, kind) in enumerate(rows):
            self._lines.append(line)
            if line is None:
                self._write_span(place, words, kind == "heading")
            else:
                self._write(place, line)
        wanted = [place for place, line in enumerate(self._lines) if line is not None]
        same = [place for place in wanted if kept is not None and self._lines[place] == kept]
        if wanted:
            table.setCurrentCell((same or wanted)[0], _WHAT)
        focus = QApplication.focusWidget()
        mine = focus is None or self.isAncestorOf(focus)  # somebody may be typing in the search field by now
        self._stack.setCurrentWidget(self._table if wanted else self._empty)
        if mine and self.isVisible():
            self._stack.currentWidget().setFocus()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the case of the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_enter(event):
            self._open()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the column that only repeats the key goes first."""
        super().resizeEvent(event)
        self._table.setColumnHidden(_VERB, self.width() < theme.current().px(210))

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 6)
        table.setHorizontalHeaderLabels([_("What is to be done"), _("Case"), _("Parties"), _("Until"), _("Days left"), _("Next")])
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + theme.current().px(2.5))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in ((_NUMBER, 11), (_UNTIL, 8.5), (_LEFT, 6), (_VERB, 8)):
            table.setColumnWidth(column, width_of(table, ems))
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_PARTIES, QHeaderView.ResizeMode.Stretch)
        table.setItemDelegate(Cells(table))
        table.setAccessibleName(_("What is to be done"))
        table.installEventFilter(self)
        table.cellDoubleClicked.connect(lambda _row, _column: self._open())
        table.itemSelectionChanged.connect(self.changed)
        return table

    def _write_span(self, place: int, words: str, heading: bool) -> None:
        item = QTableWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        worn = theme.current()
        item.setForeground(worn.color("ink" if heading else "ink_soft"))
        if heading:
            item.setFont(worn.font(bold=True))
            item.setBackground(worn.color("ground"))
        self._table.setItem(place, 0, item)
        self._table.setSpan(place, 0, 1, 6)

    def _write(self, place: int, line: Line) -> None:
        worn = theme.current()
        for column, words in enumerate((line.what, line.number, line.parties, line.until, line.left, line.verb)):
            item = QTableWidgetItem(words)
            item.setToolTip(plain_tip(line.source if column in (_UNTIL, _LEFT) and line.source else words))
            if column == _LEFT and line.state:
                item.setForeground(worn.color(line.state))
                item.setFont(worn.font(bold=True))
            self._table.setItem(place, column, item)

    def _current(self) -> Line | None:
        place = self._table.currentRow()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def _print(self) -> None:
        why = printer.why_not()
        if why:
            self.said.emit(why)
        else:
            self._presenter.print_sheet()

    def _save(self) -> None:
        target = save_file.ask(self, self._presenter.suggested(), ".pdf")
        if target:
            self._presenter.save_sheet(target)

    def _open(self) -> None:
        line = self._current()
        if line is not None:
            self.open_page.emit("case", {"case_id": line.case_id} | ({"move": line.move} if line.move else {}))
