"""Help, as it is seen: the pages at the left, the text at the right, the keys of the page behind it below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.line_edit import width_of
from desktop.widgets.page import Action, Page
from desktop.widgets.text import Label

_WIDEST = 200  # steps of 4 px: a longer line is hard to read


class HelpView(Page):
    """Up and Down go through the pages, Esc goes back to where one was."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        worn = theme.current()
        self._title = ""
        self._names = QListWidget()
        self._names.setProperty("role", "contents")
        self._names.setAccessibleName(_("Help pages"))
        self._names.setFixedWidth(width_of(self._names, 9))
        self._names.currentItemChanged.connect(self._changed)
        self._text = Scrolled()
        self._text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text.setAccessibleName(_("Help"))
        row = QHBoxLayout()
        row.setSpacing(worn.px(4))
        row.addWidget(self._names)
        row.addWidget(self._text, 1)
        self.body.addLayout(row)
        self.setFocusProxy(self._names)

    def title(self) -> str:
        """Help, and of what."""
        return _("Help")

    def subtitle(self) -> str:
        """Of which page."""
        return self._title

    def keys(self) -> list[Action]:
        """Back to the page behind it."""
        return [Action("Esc", _("Back"), self.go_back.emit)]

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self.chosen.connect(presenter.choose)

    def offer(self, topics: Sequence[tuple[str, str]]) -> None:
        """The pages there are."""
        self._names.blockSignals(True)
        self._names.clear()
        for key, label in topics:
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, key)
            self._names.addItem(item)
        self._names.blockSignals(False)

    def show_topic(self, topic: str, pieces: Sequence[Any], keys: Sequence[tuple[str, str, str]]) -> None:
        """Shows a page; `keys` (key, what it does, why not now) are those of the page behind it."""
        self._names.blockSignals(True)
        for row in range(self._names.count()):
            if self._names.item(row).data(Qt.ItemDataRole.UserRole) == topic:
                self._names.setCurrentRow(row)
        self._names.blockSignals(False)
        self._title = pieces[0].text
        while (old := self._text.body.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        card = Card(self._title)
        card.setMaximumWidth(theme.current().px(_WIDEST))
        for piece in pieces[1:]:
            card.body.addWidget(_drawn(piece.kind, piece.text))
        self._text.body.addWidget(card)
        if keys:
            self._text.body.addWidget(_keys(keys))
        self._text.body.addStretch(1)
        self._text.verticalScrollBar().setValue(0)
        self.changed.emit()

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def _drawn(kind: str, text: str) -> QWidget:
    label = Label(f"·  {text}" if kind == "item" else text, "heading" if kind == "heading" else "", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if kind == "item":
        label.setContentsMargins(theme.current().px(2), 0, 0, 0)
    return label


def _keys(keys: Sequence[tuple[str, str, str]]) -> Card:
    card = Card(_("Keys of this page"))
    card.setMaximumWidth(theme.current().px(_WIDEST))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.current().px(4))
    grid.setVerticalSpacing(theme.current().px(1))
    grid.setColumnStretch(2, 1)
    for line, (key, label, reason) in enumerate(keys):
        grid.addWidget(Label(key, "heading"), line, 0)
        grid.addWidget(Label(label), line, 1)
        grid.addWidget(Label(reason, "small", wrap=True), line, 2)
    card.body.addLayout(grid)
    return card
