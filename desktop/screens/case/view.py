"""The page of one case: head, road, sheets and sections at the left, what is next, papers and people at the right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QTableView, QTableWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown, view_cards
from desktop.screens.case.view_files import FilesPanel
from desktop.screens.case.view_head import CaseHead
from desktop.screens.case.view_paper import PaperPanel
from desktop.screens.case.view_print import PrintWindow
from desktop.screens.case.view_sections import Sections
from desktop.screens.case.view_sheet import SheetPanel
from desktop.screens.case.view_steps import StepsPanel
from desktop.widgets import save_file, theme
from desktop.widgets.cards import Scrolled
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.panes import TwoPanes

LOW = 620  # logical pixels at a scale of 100: a window so low has no room for the road beside an open sheet
FOR_GUESTS = ("session",)  # other sheets hold warnings and other people's numbers


class CaseView(BannerPage):
    """Shows what the presenter hands in; every wish of the user is a signal or a call of the presenter."""

    entered = Signal()
    for_guests = True

    def __init__(self) -> None:
        super().__init__()
        self._page: shown.CaseShown | None = None
        self._sheet: SheetPanel | None = None
        self._panel: StepsPanel | FilesPanel | None = None
        self._presenter: Any = None
        self._reading = False
        self._guest = False
        self.printing = PrintWindow(self)
        self._letters: Callable[[str], str] = lambda text: ""
        worn = theme.current()
        self.body.setSpacing(worn.px(3))
        self.body.addWidget(self.banner)
        self._head = CaseHead()
        self.body.addWidget(self._head)
        self._left = QStackedWidget()
        self._column = Scrolled()
        self._sheet_place = QVBoxLayout()
        self._sections = Sections()
        self._column.body.addLayout(self._sheet_place)
        self._column.body.addLayout(self._sections, 1)
        self._paper = PaperPanel()
        self._left.addWidget(self._column)
        self._left.addWidget(self._paper)
        self._right = Scrolled()
        self._right.body.setContentsMargins(worn.px(3), 0, worn.px(3), 0)
        self._panes = TwoPanes(self._left, self._right, (3, 2))
        self._panes.turned.connect(self._turned)
        self.body.addWidget(self._panes, 1)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence("Ctrl+Up"), self, lambda: self._step(-1))  # the bar below names its sister

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The number."""
        return self._page.title if self._page else ""

    def subtitle(self) -> str:
        """Both sides."""
        return self._page.subtitle if self._page else ""

    def primary(self) -> Action | None:
        """The one thing to do now."""
        if self._sheet is not None:
            return Action("F8", self._sheet.sheet.verb, self._save)
        if isinstance(self._panel, FilesPanel):
            return Action("F8", _("File them here"), self._panel.emit_save) if self._panel.waits else None
        if self._reading:
            return Action("Ctrl+S", _("Save PDF"), lambda: self._paper.ask_file(".pdf"))
        if self._page is not None and self._page.next is not None and not self._guest:  # sheets may show candidates and warnings
            key = self._page.next.key
            return Action("F9", self._page.next.label, lambda: self._move(key))
        return None

    def keys(self) -> list[Action]:
        """Print always; the next section; every step; close what is open."""
        found = []
        if self._sheet is None or self._reading:
            found.append(Action("Ctrl+P", _("Print"), self._print))
        idle = self._sheet is None and self._panel is None and not self._reading
        if idle and not self._guest:
            found.append(Action("F7", _("All steps"), lambda: self._presenter.all_steps()))
            if self._page is not None and self._page.packet:
                found.append(Action("F2", _("Packet for the court"), lambda: self._presenter.open_packet()))
            found.append(Action("Ctrl+Down", _("Next section"), lambda: self._step(1)))
        if idle:
            found.append(Action("F4", _("Calculation"), lambda: self._presenter.open_calculation()))
        if self._panes.takes_turns and not self._guest:
            found.append(Action("F6", _("Other pane"), self.switch_pane))
        if not idle:
            found.append(Action("Esc", _("Close"), self._close))
        return found

    def switch_pane(self) -> bool:
        """F6."""
        return self._panes.switch()

    def help_topic(self) -> str:
        """The help of this page."""
        return "case"

    @property
    def in_session(self) -> bool:
        """Whether a session is being written, with the parties at the table."""
        return self._sheet is not None and self._sheet.sheet.move == "session"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = self.printing.presenter = presenter
        self._letters = presenter.letters
        self.entered.connect(presenter.refresh)
        self._paper.suggested = presenter.suggested
        self._paper.save.connect(presenter.save_paper)
        self._paper.print_wanted.connect(self._print)
        self._paper.close_wanted.connect(self.close_paper)

    def enter(self) -> None:
        """The case may have moved on meanwhile."""
        self.entered.emit()
        if self._sheet is not None:
            self._sheet.focus()

    def leave(self) -> bool:
        """What is typed is kept as a draft."""
        if self._sheet is not None:
            self._sheet.flush()
        return True

    def guest(self, on: bool) -> None:
        """The parties see the screen: only what concerns both sides stays, and the paper."""
        self._guest = on
        self._panes.leave_alone(on)
        self._head.show_guest(self._page, on)
        self.banner.put_away()
        if on and self._panel is not None:
            self.close_panel()
        if self._sheet is not None:
            self._sheet.guest(on)
            self._sheet.setVisible(not on or self._sheet.sheet.move in FOR_GUESTS)
        self._draw_sections()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has no room for the road beside a sheet."""
        super().resizeEvent(event)
        self._fit_road()

    # ------------------------------------------------------------------ what the presenter asks

    def show_case(self, page: shown.CaseShown) -> None:
        """Draws the page anew; an open sheet stays."""
        self._page = page
        self.banner.put_away()
        self._head.show_case(page, self._guest)
        self._draw_sections()
        presenter = self._presenter
        may_correct = any(deed.key == "correct" for section in page.sections for deed in section.deeds)
        view_cards.column(
            self._right.body,
            [
                view_cards.next_card(page, "" if self._sheet else "F9", self._move),
                view_cards.papers_card(page, presenter.open_paper, presenter.issue_paper, self._do),
                view_cards.people_card(page, lambda number: presenter.open_move("correct", {"party": number}), may_correct),
            ],
        )
        self.changed.emit()

    def show_sheet(self, sheet: shown.Sheet, readers: Any, initials: Any) -> None:
        """Opens a sheet at the top of the page."""
        self.close_sheet()
        self.close_panel()
        self.close_paper()
        panel = SheetPanel(sheet, readers, initials, self._presenter.reckon)
        panel.save.connect(self._save)
        panel.close_wanted.connect(self._close)
        panel.over.connect(self._presenter.save_over)
        panel.anew.connect(self._presenter.anew)
        panel.typed.connect(self._presenter.keep)
        panel.hint.connect(self.hinted)
        self._sheet = panel
        self._put(panel)
        if sheet.move == "session":  # it is written at the table, with the parties looking on
            self.guest_wanted.emit(True)
        panel.guest(self._guest)
        panel.focus()

    def show_panel(self, panel: StepsPanel | FilesPanel) -> None:
        """Opens the list of all steps, or what became of files, in the place of a sheet."""
        self.close_panel()
        self.close_paper()
        self._panel = panel
        self._put(panel)
        panel.focus()

    def show_steps(self, moves: Sequence[shown.Move], title: str = "") -> None:
        """Every step with its reason; or another list of the page, with its title."""
        panel = StepsPanel(moves, self._letters, title)
        panel.chosen.connect(self._step_chosen)
        self.show_panel(panel)

    def show_files(self, files: shown.Files, readers: Any) -> None:
        """What became of the files, and where the rest belongs."""
        panel = FilesPanel(files, readers, self._letters)
        panel.save.connect(self._presenter.file_here)
        panel.close_wanted.connect(self._close)
        self.show_panel(panel)

    def close_sheet(self) -> None:
        """Puts the sheet away."""
        if self._sheet is not None:
            self._sheet.stop()
            self._take(self._sheet)
            self._sheet = None
            self.guest_wanted.emit(False)
            self._after_close()

    def close_panel(self, section: str = "") -> None:
        """Puts the list of steps or the files away."""
        if self._panel is not None:
            self._take(self._panel)
            self._panel = None
            self._after_close()
            self.go_to_section(section)

    def show_faults(self, faults: list[Any]) -> None:
        """Each beside its field."""
        if self._sheet is not None:
            self._sheet.show_faults(faults)
        elif isinstance(self._panel, FilesPanel):
            self._panel.show_faults(faults)

    def show_stale(self, sentence: str, both: list[Any], since: list[str]) -> None:
        """Both values, each at its field, and what was done since; the user decides."""
        if self._sheet is not None:
            self._sheet.show_stale(sentence, both, since)
            self._column.verticalScrollBar().setValue(0)

    def show_paper(self, title: str, pages: list[tuple[float, float]], picture: Any, state: str, missing: Sequence[str] = ()) -> None:
        """Shows a paper in place of the sections, above it what is missing for it; a sheet that is open waits behind it."""
        self._reading = True
        self._paper.show_paper(title, pages, picture, state, () if self._guest else missing)
        self._left.setCurrentWidget(self._paper)
        self._panes.show_pane(False)
        self._paper.preview.setFocus()
        self._fit_road()
        self.changed.emit()

    def close_paper(self) -> None:
        """Back to the sections."""
        if self._reading:
            self._reading = False
            self._left.setCurrentWidget(self._column)
            self._fit_road()
            self.changed.emit()
            self._sheet.focus() if self._sheet is not None else self.setFocus()

    def ask_files(self) -> list[str]:
        """The files that the user chooses."""
        return list(QFileDialog.getOpenFileNames(self, _("Add files"))[0])

    def ask_target(self, name: str) -> str:
        """Where a kept file is to be written."""
        stem, dot, ending = name.rpartition(".")
        return save_file.ask(self, stem if dot else name, f".{ending}" if dot else "")

    def go_to_section(self, key: str) -> None:
        """To this section; "" stays."""
        if key:
            self._panes.show_pane(False)
            self._sections.go_to(key)

    # ------------------------------------------------------------------ files dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are taken."""
        if event.mimeData().hasUrls() and not self._guest:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """They are filed by the marks on their pages, or by hand."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self._presenter is not None:
            event.acceptProposedAction()
            self._presenter.file(paths)

    # ------------------------------------------------------------------ inside

    def _turned(self, one: bool) -> None:
        """One pane at a time begins where the page begins; side by side there is room between them."""
        worn = theme.current()
        self._right.body.setContentsMargins(0 if one else worn.px(3), 0, worn.px(3), 0)
        self.changed.emit()

    def _fit_road(self) -> None:
        low = self.window().height() < LOW * theme.current().scale / 100
        self._head.fit(not (low and (self._sheet is not None or self._panel is not None or self._reading)))

    def _draw_sections(self) -> None:
        if self._page is not None and self._presenter is not None:
            self._sections.show_sections(self._page, self._guest, self._do, self._move, self._letters, self)

    def _put(self, panel: QWidget) -> None:
        self._sheet_place.addWidget(panel)
        self._fit_road()
        self._panes.show_pane(False)
        self.changed.emit()
        # the form has its height only after this turn: until then the first field seems to lie further down, and no cell can be opened
        QTimer.singleShot(0, lambda: self._laid_out(panel))

    def _laid_out(self, panel: QWidget) -> None:
        self._column.verticalScrollBar().setValue(0)
        focus = self.focusWidget()
        if panel is self._sheet and isinstance(focus, QTableView) and not isinstance(focus, QTableWidget):
            self._sheet.focus()

    def _take(self, panel: QWidget) -> None:
        panel.hide()
        self._sheet_place.removeWidget(panel)
        panel.deleteLater()

    def _after_close(self) -> None:
        self._fit_road()
        self.changed.emit()
        self.setFocus()

    def _move(self, key: str) -> None:
        self._do(key, {}, ())

    def _do(self, key: str, begin: Mapping[str, Any], chosen: Sequence[str]) -> None:
        self._presenter.do(key, begin, tuple(chosen))

    def _step_chosen(self, key: str) -> None:
        self.close_panel()
        self._move(key)

    def _step(self, by: int) -> None:
        if self._left.currentWidget() is self._column:
            self._panes.show_pane(False)
            card = self._sections.step(by, self)
            if card is not None:
                self._column.ensureWidgetVisible(card, 0, theme.current().px(4))
                self._column.verticalScrollBar().setValue(min(card.y() - theme.current().px(2), self._column.verticalScrollBar().maximum()))

    def _save(self) -> None:
        if self._sheet is not None:
            self.setFocus()  # a cell or a date that is being written is read to its end
            self._presenter.save(self._sheet.values())

    def _close(self) -> None:
        """Esc: the paper, then what is open."""
        if self._reading:
            self.close_paper()
        elif self._sheet is not None:
            self._sheet.flush()
            self._presenter.closed()
            self.close_sheet()
        else:
            self.close_panel()

    def _print(self) -> None:
        papers = self._page.papers if self._page is not None else ()
        self.printing.open(self._paper.preview.pages.count() if self._reading else 0, papers)
