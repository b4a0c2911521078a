"""The left side of the page once an agreement is issued or signed: what is next, who signed, its originals, what is owed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Done, DoneRow, Standing
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.text import Label


class DonePane(Scrolled):
    """`next_wanted` gives the move of the case that comes next; `file_wanted` the ending of a file."""

    file_wanted = Signal(str)
    print_wanted = Signal()
    take_back_wanted = Signal()
    take_back_done = Signal()
    closed = Signal()
    next_wanted = Signal(str)
    hand_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: Done | None = None
        self._standing: Standing | None = None

    def show_standing(self, standing: Standing, reason: QWidget | None) -> None:
        """Where it stands; with `reason` the field that asks why it is taken back."""
        self._standing = standing
        if standing.state not in ("issued", "signed"):
            self._done = None
        self._draw(reason)

    def show_done(self, done: Done | None, reason: QWidget | None) -> None:
        """What is known of it."""
        self._done = done
        if self._standing is not None:
            self._draw(reason)

    def _draw(self, reason: QWidget | None) -> None:
        if reason is not None:
            reason.setParent(None)
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        assert self._standing is not None
        self.body.addWidget(self._head(self._standing, reason))
        if self._done is not None and reason is None:
            for card in self._cards(self._done):
                self.body.addWidget(card)
        self.body.addStretch(1)

    def _head(self, standing: Standing, reason: QWidget | None) -> Card:
        card = Card(standing.title)
        card.body.addWidget(Label(standing.words, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        if reason is not None:
            card.body.addWidget(reason)
            reason.show()
            row.addWidget(Button(_("Take back") + "（F8）", self.take_back_done.emit, "danger"))
            row.addWidget(Button(_("Close") + "（Esc）", self.closed.emit))
        elif standing.state in ("issued", "signed"):
            row.addWidget(Button(_("Save PDF"), lambda: self.file_wanted.emit(".pdf")))
            row.addWidget(Button(_("Save DOCX"), lambda: self.file_wanted.emit(".docx")))
            row.addWidget(Button(_("Print"), self.print_wanted.emit))
            if standing.state == "issued":
                why = standing.may_take_back
                row.addWidget(Button(_("Take back"), self.take_back_wanted.emit, "secondary", why, not why))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _cards(self, done: Done) -> list[Card]:
        return [self._next(done), *([self._signed(done)] if done.signers else []), *([self._copies(done)] if done.originals else [])]

    def _next(self, done: Done) -> Card:
        card = Card(_("Next"))
        if done.next_key:
            row = QHBoxLayout()
            button = Button(f"{done.next_label}（F9）", lambda: self.next_wanted.emit(done.next_key))
            button.setObjectName("next")
            row.addWidget(button)
            row.addStretch(1)
            card.body.addLayout(row)
        card.body.addWidget(Label(done.next_words, "soft", wrap=True))
        for text, state in (*done.dues, *done.owed):
            line = Label(text, wrap=True)
            line.setProperty("state", state)
            card.body.addWidget(line)
        return card

    def _signed(self, done: Done) -> Card:
        heads = (Head(_("Who signs"), 7, stretch=True), Head(_("Signs as"), 6), Head(_("Day of signing"), 6), Head(_("How"), 6))
        card = self._table(_("Signing table"), heads, done.signers)
        text, state, source = done.effect
        when = Label(text, "heading", wrap=True)
        when.setProperty("state", state)
        when.setObjectName("effect")
        card.body.addWidget(when)
        card.body.addWidget(Label(source, "small", wrap=True))
        return card

    def _copies(self, done: Done) -> Card:
        heads = (Head(_("Holder"), 9, stretch=True), Head(_("Handed over on"), 6), Head(_("Proof"), 6))
        card = self._table(_("Originals"), heads, done.originals)
        card.body.addWidget(Label(done.originals_words, "small", wrap=True))
        if any(row.state for row in done.originals):
            row = QHBoxLayout()
            row.addWidget(Button(_("Hand an original over"), self.hand_over_wanted.emit))
            row.addStretch(1)
            card.body.addLayout(row)
        return card

    def _table(self, title: str, heads: Sequence[Head], rows: Sequence[DoneRow]) -> Card:
        card = Card(title)
        lines = LinesTable(title, heads, chooses=False)
        lines.show_lines(rows)
        card.body.addWidget(lines)
        return card
