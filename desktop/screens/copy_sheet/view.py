"""The page of the copy sheet: every field of a platform in its order; Enter copies it and goes on, its whole text stands below."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from desktop.i18n import _
from desktop.screens.copy_sheet.shown import Shown
from desktop.widgets import theme
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.text import Label


class CopySheetView(BannerPage):
    """Shows what the presenter hands in; the clipboard and the question for a folder are the window's."""

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._sheet: Shown | None = None
        worn = theme.current()
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(self, title)
        self.body.setSpacing(worn.px(2))
        self._note = Label("", "warning", wrap=True)
        heads = [
            Head(_("Section of the sheet"), 7),
            Head(_("Field on the platform"), 7),
            Head(_("Text"), 16, stretch=True),
            Head(_("State"), 5),
            Head(_("Entered there"), 9),
        ]
        self.lines = LinesTable(_("Fields of the platform"), heads, most=0)
        self.lines.entered.connect(self._take)
        self.lines.currentCellChanged.connect(lambda *_places: self._show_text())
        self.lines.installEventFilter(self)
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName(_("The whole text of the field"))
        self.whole.setFixedHeight(worn.px(20))
        for part in (self.banner, self._note):
            self.body.addWidget(part)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(Label(_("The whole text of the field"), "small"))
        self.body.addWidget(self.whole)

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The case."""
        return _("Copy sheet for a platform") if self._sheet is None else f"{_('Copy sheet for a platform')} {self._sheet.title}"

    def subtitle(self) -> str:
        """Which platform, how far it is."""
        return f"{self._sheet.platform} · {self._sheet.told}" if self._sheet is not None else ""

    def primary(self) -> Action | None:
        """Copy."""
        return Action("Enter", _("Copy and go on"), lambda: self._presenter.take(self.lines.current()), bool(self.lines.current()))

    def keys(self) -> list[Action]:
        """Tick, tick all, the other platform, the files, the case."""
        return [
            Action("Space", _("Entered or not"), lambda: self._presenter.turn(self.lines.current())),
            Action("Ctrl+A", _("All entered"), lambda: self._presenter.turn_all()),
            Action("F5", _("Look again"), lambda: self._presenter.refresh()),
            Action("F7", _("Other platform"), lambda: self._presenter.other_platform()),
            Action("F9", _("Files into a folder"), lambda: self._presenter.save_files()),
        ]

    def help_topic(self) -> str:
        """The help of this page."""
        return "platforms"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter

    def enter(self) -> None:
        """The case may have changed meanwhile."""
        self.lines.setFocus()
        if self._sheet is not None:
            self._presenter.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if self.lines.current():
                self._presenter.turn(self.lines.current())
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ what the presenter asks

    def show_copy(self, sheet: Shown) -> None:
        """Draws the sheet anew; the cursor stays on its line."""
        self._sheet = sheet
        self._note.setText(sheet.note)
        self._note.setVisible(bool(sheet.note))
        self.lines.show_lines(sheet.lines)
        self._show_text()
        self.changed.emit()

    def go_to(self, place: str) -> None:
        """This field is in hand."""
        self.lines.go_to(place)

    def copy(self, text: str) -> None:
        """Into the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def ask_folder(self) -> str:
        """Where the files are to be written."""
        return self.choose_folder(_("Folder for the files"))

    def say(self, sentence: str, state: str = "") -> None:
        """As every page says it; what was said before is done with."""
        self.banner.put_away()
        super().say(sentence, state)

    def _take(self, place: str) -> None:
        self._presenter.take(place)

    def _show_text(self) -> None:
        place = self.lines.current()
        text = self._sheet.texts.get(place, "") if self._sheet is not None else ""
        if self.whole.toPlainText() != text:
            self.whole.setPlainText(text)
