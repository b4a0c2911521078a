"""The page of one case: head, road, sheets and sections at the left, what is next, papers and people at the right."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.i18n import _
from desktop.screens.case import shown, view_cards
from desktop.screens.case.view_paper import PaperPanel
from desktop.screens.case.view_sheet import SheetPanel
from desktop.widgets import printer, theme
from desktop.widgets.cards import Card, Road, Scrolled, Stage
from desktop.widgets.chips import Chip
from desktop.widgets.messages import Banner
from desktop.widgets.page import Action, Page
from desktop.widgets.panes import TwoPanes
from desktop.widgets.text import ElidedLabel


class CaseView(Page):
    """Shows what the presenter hands in; every wish of the user is a signal or a call of the presenter."""

    entered = Signal()
    for_guests = True

    def __init__(self) -> None:
        super().__init__()
        self._page: shown.CaseShown | None = None
        self._sheet: SheetPanel | None = None
        self._presenter: Any = None
        self._reading = False
        self._guest = False
        worn = theme.current()
        self.body.setSpacing(worn.px(3))
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self._build_head(worn)
        self._left = QStackedWidget()
        self._column = Scrolled()
        self._sheet_place = QVBoxLayout()
        self._sections = QVBoxLayout()
        self._sections.setSpacing(worn.px(3))
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
        if self._reading:
            return Action("Ctrl+S", _("Save PDF"), lambda: self._paper.ask_file(".pdf"))
        if self._page is not None and self._page.next is not None and not self._guest:  # sheets may show candidates and warnings
            key = self._page.next.key
            return Action("F9", self._page.next.label, lambda: self._presenter.open_move(key))
        return None

    def keys(self) -> list[Action]:
        """Print always; close what is open."""
        found = []
        if self._sheet is None or self._reading:
            found.append(Action("Ctrl+P", _("Print"), self._print))
        if self._panes.takes_turns and not self._guest:
            found.append(Action("F6", _("Other pane"), self.switch_pane))
        if self._reading:
            found.append(Action("Esc", _("Close"), self.close_paper))
        elif self._sheet is not None:
            found.append(Action("Esc", _("Close"), self._close_wanted))
        return found

    def switch_pane(self) -> bool:
        """F6."""
        return self._panes.switch()

    def help_topic(self) -> str:
        """The help of this page."""
        return "case"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter
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
        """The parties see the screen: only the facts, the sessions without private notes, the agreement and the paper stay."""
        self._guest = on
        self._panes.leave_alone(on)
        self._term.setVisible(not on and self._page is not None and self._page.term is not None)
        self.banner.put_away()
        if self._sheet is not None:
            self._sheet.guest(on)
            self._sheet.setVisible(not on or self._sheet.sheet.move == "session")  # others hold warnings and other people's numbers
        self._draw_sections()

    # ------------------------------------------------------------------ what the presenter asks

    def show_case(self, page: shown.CaseShown) -> None:
        """Draws the page anew; an open sheet stays."""
        self._page = page
        self.banner.put_away()
        self._stage.show_state(page.stage.text, page.stage.state)
        self._term.setVisible(page.term is not None and not self._guest)
        if page.term is not None:
            self._term.show_state(page.term.text, page.term.state)
        self._head.setText(page.head)
        beside = Stage(page.beside.label, page.beside.state, page.beside.note)
        self._road.show_stages([Stage(one.label, one.state, one.note) for one in page.road])
        self._beside.show_stages([beside])
        self._draw_sections()
        presenter = self._presenter
        view_cards.column(
            self._right.body,
            [
                view_cards.next_card(page, "" if self._sheet else "F9", self._move),
                view_cards.papers_card(page, presenter.open_paper, presenter.issue_paper),
                view_cards.people_card(page),
            ],
        )
        self.changed.emit()

    def show_sheet(self, sheet: shown.Sheet, readers: Any, initials: Any) -> None:
        """Opens a sheet at the top of the page."""
        self.close_sheet()
        self.close_paper()
        panel = SheetPanel(sheet, readers, initials, self._presenter.outlook)
        panel.save.connect(self._save)
        panel.close_wanted.connect(self._close_wanted)
        panel.over.connect(self._presenter.save_over)
        panel.anew.connect(lambda: self._anew(sheet.move))
        panel.typed.connect(self._presenter.keep)
        panel.hint.connect(self.hinted)
        self._sheet = panel
        self._sheet_place.addWidget(panel)
        self._draw_sections()
        self._panes.show_pane(False)
        self.changed.emit()
        if sheet.move == "session":  # it is written at the table, with the parties looking on
            self.guest_wanted.emit(True)
        panel.guest(self._guest)
        panel.focus()
        # the form has its height only after this turn: until then the first field seems to lie further down
        QTimer.singleShot(0, lambda: self._column.verticalScrollBar().setValue(0))

    def close_sheet(self) -> None:
        """Puts the sheet away."""
        if self._sheet is not None:
            self._sheet.stop()
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
            self.guest_wanted.emit(False)
            self._draw_sections()
            self.changed.emit()
            self.setFocus()

    def show_faults(self, faults: list[Any]) -> None:
        """Each beside its field."""
        if self._sheet is not None:
            self._sheet.show_faults(faults)

    def show_stale(self, sentences: list[str]) -> None:
        """Both values; the user decides."""
        if self._sheet is not None:
            self._sheet.show_stale(sentences)
            self._column.verticalScrollBar().setValue(0)

    def show_paper(self, title: str, pages: list[tuple[float, float]], picture: Any, state: str) -> None:
        """Shows a paper in place of the sections; a sheet that is open waits behind it."""
        self._reading = True
        self._paper.show_paper(title, pages, picture, state)
        self._left.setCurrentWidget(self._paper)
        self._panes.show_pane(False)
        self._paper.preview.setFocus()
        self.changed.emit()

    def close_paper(self) -> None:
        """Back to the sections."""
        if self._reading:
            self._reading = False
            self._left.setCurrentWidget(self._column)
            self.changed.emit()
            if self._sheet is not None:
                self._sheet.focus()
            else:
                self.setFocus()

    def say(self, sentence: str, state: str = "") -> None:
        """Something about the whole page; plain words pass by in the bottom bar."""
        if state in ("", "green"):
            self.said.emit(sentence)
        else:
            self.banner.say(sentence, state)

    def tell_saved(self, time: str, sentence: str) -> None:
        """The bottom bar says when it was saved."""
        self.saved.emit(time)
        if sentence:
            self.said.emit(sentence)

    def go(self, page: str, arguments: dict[str, Any]) -> None:
        """Another page."""
        self.open_page.emit(page, arguments)

    # ------------------------------------------------------------------ inside

    def _turned(self, one: bool) -> None:
        """One pane at a time begins where the page begins; side by side there is room between them."""
        worn = theme.current()
        self._right.body.setContentsMargins(0 if one else worn.px(3), 0, worn.px(3), 0)
        self.changed.emit()

    def _build_head(self, worn: theme.Theme) -> None:
        head = QHBoxLayout()
        head.setSpacing(worn.px(3))
        self._stage, self._term = Chip(""), Chip("")
        self._head = ElidedLabel("")
        head.addWidget(self._stage)
        head.addWidget(self._term)
        head.addWidget(self._head, 1)
        self.body.addLayout(head)
        self._road, self._beside = Road(), Road()
        road = QHBoxLayout()
        road.setSpacing(worn.px(4))
        road.addWidget(self._road, 7)
        road.addWidget(self._beside, 1)
        self.body.addLayout(road)

    def _draw_sections(self) -> None:
        page = self._page
        if page is None:
            return
        cards: list[Card | None] = [view_cards.agreement_card(page, self._move)]
        cards += [view_cards.session_card(entry, self._guest) for entry in page.sessions]
        cards.append(view_cards.facts_card(page))
        if not self._guest:
            cards.append(view_cards.history_card(page))
        view_cards.column(self._sections, cards)

    def _move(self, key: str) -> None:
        if key == "agreement.open":
            self._presenter.open_agreement()
        else:
            self._presenter.open_move(key)

    def _save(self) -> None:
        if self._sheet is not None:
            self.setFocus()  # a cell or a date that is being written is read to its end
            self._presenter.save(self._sheet.values())

    def _close_wanted(self) -> None:
        if self._sheet is not None:
            self._sheet.flush()
            self._presenter.closed()
            self.close_sheet()

    def _anew(self, move: str) -> None:
        self._presenter.drop_draft()
        self._presenter.open_move(move)

    def _print(self) -> None:
        if not self._reading:
            if self._page is not None and self._page.papers:
                last = self._page.papers[-1]
                self._presenter.open_paper(last.kind, last.subject)
            return
        why = printer.why_not()
        if why:
            self.say(why, "amber")
            return
        printer.send(self, self.title(), self._paper.preview.pages.count(), self._presenter.print_paper, self.say)
