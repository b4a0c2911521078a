"""The page of the platform's list: findings line by line; Enter opens the case, F8 takes the number over that is missing here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from desktop.i18n import _
from desktop.screens.reconcile.shown import Shown
from desktop.widgets import theme
from desktop.widgets.cards import EmptyState
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.text import Label


class ReconcileView(BannerPage):
    """Shows what the presenter hands in; the question for a file is the window's."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._found: Shown | None = None
        self._platform = ""
        kinds = _("Lists (*.xlsx *.csv *.txt)")
        self.choose_file: Callable[[str], str] = lambda title: QFileDialog.getOpenFileName(self, title, "", kinds)[0]
        self.body.setSpacing(theme.current().px(2))
        self._note = Label("", "small", wrap=True)
        heads = [
            Head(_("Finding"), 7),
            Head(_("Number on the platform"), 8),
            Head(_("About"), 14, stretch=True),
            Head(_("Field on the platform"), 5),
            Head(_("In this office"), 9),
            Head(_("There"), 9),
        ]
        self.lines = LinesTable(_("Findings"), heads, most=0)
        self.lines.entered.connect(self._open)
        self.lines.currentCellChanged.connect(lambda *_places: self.changed.emit())
        self._stack = QStackedWidget()
        sentence = _(
            "Export the list of cases from the platform as Excel or CSV and choose it here. You see which cases are only here, which are "
            "only there, and which fields differ."
        )
        self._nothing = EmptyState(sentence, _("Choose the list"), lambda: self._presenter.choose(), "F9")
        self._agrees = EmptyState(_("Nothing differs: the list and the cases here say the same."), _("Choose another list"),
                                  lambda: self._presenter.choose(), "F9")  # fmt: skip
        for page in (self._nothing, self._agrees, self.lines):
            self._stack.addWidget(page)
        self.body.addWidget(self.banner)
        self.body.addWidget(self._note)
        self.body.addWidget(self._stack, 1)
        self._note.hide()

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The page."""
        return _("List of a platform")

    def subtitle(self) -> str:
        """Which list, what came of it."""
        return f"{self._found.source} · {self._found.told}" if self._found is not None else self._platform

    def primary(self) -> Action | None:
        """Take the number over, where one is missing."""
        line = self.lines.current() if self._found is not None else ""
        if self._found is None or not self._found.takes:
            return None
        why = _("Choose a line “Number missing here” first.")
        return Action("F8", _("Take the number over"), lambda: self._presenter.take(line), line in self._found.takes, why)

    def keys(self) -> list[Action]:
        """Open the case, another list, read it again, another platform."""
        found = []
        if self._found is not None and self._found.lines:
            opens = self.lines.current() in self._found.opens
            why = _("There is no such case here.")
            found.append(Action("Enter", _("Open the case"), lambda: self._presenter.open_case(self.lines.current()), opens, why))
        found.append(Action("F9", _("Choose the list"), lambda: self._presenter.choose()))
        if self._found is not None:
            found.append(Action("F5", _("Look again"), lambda: self._presenter.refresh()))
        found.append(Action("F7", _("Other platform"), lambda: self._presenter.other_platform()))
        return found

    def help_topic(self) -> str:
        """The help of this page."""
        return "platforms"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter

    def enter(self) -> None:
        """Cases may have been mended meanwhile."""
        self._stack.currentWidget().setFocus()
        if self._found is not None:
            self._presenter.refresh()

    # ------------------------------------------------------------------ what the presenter asks

    def show_platform(self, name: str) -> None:
        """Whose list is meant."""
        self._platform = name
        self.changed.emit()

    def show_found(self, found: Shown) -> None:
        """Draws the findings; the cursor stays on its line."""
        mine = self._stack.isAncestorOf(self.focusWidget()) or self.focusWidget() in (None, self)
        self._found = found
        self.banner.put_away()
        self._note.setText(found.note)
        self._note.setVisible(bool(found.note))
        self.lines.show_lines(found.lines)
        self._stack.setCurrentWidget(self.lines if found.lines else self._agrees)
        if mine and self.isVisible():
            self._stack.currentWidget().setFocus()
        self.changed.emit()

    def show_nothing(self) -> None:
        """No list could be read."""
        self._found = None
        self._note.hide()
        self._stack.setCurrentWidget(self._nothing)
        self._nothing.setFocus()
        self.changed.emit()

    def ask_file(self) -> str:
        """The list that the user chooses."""
        return self.choose_file(_("List of a platform"))

    def say(self, sentence: str, state: str = "") -> None:
        """As every page says it; what was said before is done with."""
        self.banner.put_away()
        super().say(sentence, state)

    def _open(self, line: str) -> None:
        self._presenter.open_case(line)
