"""The cards on the page of a case: what is next, papers, people, and the sections of what is known."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.text import Label, rule

PRIVATE_EMS = 6


class Lines(QWidget):
    """Labels at the left, texts at the right, on one grid; texts can be marked and copied."""

    def __init__(self, lines: Sequence[tuple[str, str]], ems: float = PRIVATE_EMS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, round(self.fontMetrics().horizontalAdvance("永") * ems))
        for n, (label, text) in enumerate(lines):
            said = Label(text, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Label(label, "soft"), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, n, 1)


def empty(box: QLayout) -> None:
    """Takes everything out of a box."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def next_card(page: shown.CaseShown, key: str, move: Callable[[str], object]) -> Card:
    """The one thing to do now with its key, and why the others cannot be done."""
    card = Card(_("Next"))
    worn = theme.current()
    following = page.next
    if following is not None and key:  # the main button stands in the head of the page: here it is the same word with its key
        button = Button(f"{following.label}（{key}）", partial(move, following.key))
        button.setObjectName("next")
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
    card.body.addWidget(Label(page.next_words, "soft", wrap=True))
    for lack in page.missing:
        card.body.addWidget(Label(lack, "warning", wrap=True))
    card.body.addWidget(rule())
    grid = QGridLayout()
    grid.setHorizontalSpacing(worn.px(3))
    grid.setVerticalSpacing(worn.px(1))
    grid.setColumnStretch(1, 1)
    for n, other in enumerate(sorted(page.moves, key=lambda one: bool(one.why_not))):
        button = Button(other.label, partial(move, other.key), "secondary", other.why_not, not other.why_not)
        button.setObjectName(f"move.{other.key}")
        grid.addWidget(button, n, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(other.why_not or _("Can be done now."), "small", wrap=True), n, 1, Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(grid)
    return card


def papers_card(page: shown.CaseShown, open_paper: Callable[[str, int], object], issue: Callable[[str, int], object]) -> Card:
    """Each paper with its state; open shows it, issue freezes it."""
    card = Card(_("Papers"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.current().px(2))
    grid.setVerticalSpacing(theme.current().px(1))
    grid.setColumnStretch(0, 1)
    for n, paper in enumerate(page.papers):
        grid.addWidget(Label(paper.label, wrap=True), n, 0)
        grid.addWidget(Chip(paper.chip.text, paper.chip.state), n, 1)
        view = Button(_("Open"), partial(open_paper, paper.kind, paper.subject))
        view.setObjectName(f"paper.{paper.kind}.{paper.subject}")
        view.setAccessibleName(_("Open: {paper}").format(paper=paper.label))
        grid.addWidget(view, n, 2)
        if paper.may_issue:
            give = Button(
                _("Issue"),
                partial(issue, paper.kind, paper.subject),
                "secondary",
                _("Numbered and frozen: it is printed the same for ever."),
            )
            give.setAccessibleName(_("Issue: {paper}").format(paper=paper.label))
            grid.addWidget(give, n, 3)
    card.body.addLayout(grid)
    return card


def people_card(page: shown.CaseShown) -> Card:
    """Who they are, how they are reached, and what is missing of each."""
    card = Card(_("People"))
    for n, person in enumerate(page.people):
        if n:
            card.body.addWidget(rule())
        head = QHBoxLayout()
        head.setSpacing(theme.current().px(2))
        head.addWidget(Label(person.role, "soft"))
        name = Label(person.name, "heading", wrap=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.addWidget(name, 1)
        head.addWidget(Chip(person.chip.text, person.chip.state), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        if person.details:
            details = Label(person.details, wrap=True)
            details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(details)
        for sentence in person.missing:
            card.body.addWidget(Label(sentence, "warning", wrap=True))
    return card


def facts_card(page: shown.CaseShown) -> Card:
    """How it came, what it is about, what is asked."""
    card = Card(_("The dispute"))
    card.body.addWidget(Lines(page.facts))
    return card


def session_card(entry: shown.Entry, guest: bool = False) -> Card:
    """One session; the private note stands apart and is not shown to guests."""
    card = Card(entry.heading)
    card.body.addWidget(Lines(entry.lines))
    if entry.private and not guest:
        card.body.addWidget(rule())
        card.body.addWidget(Lines([(_("Private note"), entry.private)]))
    return card


def agreement_card(page: shown.CaseShown, move: Callable[[str], object]) -> Card | None:
    """The agreement in short, its signing table, and when it takes effect."""
    agreement = page.agreement
    if agreement is None:
        return None
    card = Card(_("Agreement"))
    card.head.addWidget(Chip(agreement.chip.text, agreement.chip.state))
    card.head.addWidget(Button(_("Open"), lambda: move("agreement.open")))
    card.body.addWidget(Lines(agreement.lines))
    for line in agreement.obligations:
        text = Label(line, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(text)
    if agreement.signers:
        card.body.addWidget(rule())
        card.body.addWidget(_signers(agreement.signers))
    if agreement.effect.text:
        card.body.addWidget(rule())
        when = Label(agreement.effect.text, "heading", wrap=True)
        when.setProperty("state", agreement.effect.state)
        when.setObjectName("effect")
        card.body.addWidget(when)
        card.body.addWidget(Label(agreement.source, "small", wrap=True))
    return card


def _signers(lines: Sequence[shown.Signer]) -> QWidget:
    table = QWidget()
    worn = theme.current()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(worn.px(3))
    grid.setVerticalSpacing(worn.px(1))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(3, 1)
    for column, label in enumerate((_("Who signs"), _("Signs as"), _("Day of signing"), _("How it was signed"))):
        grid.addWidget(Label(label, "small"), 0, column)
    for n, line in enumerate(lines, 1):
        for column, text in enumerate((line.who, line.capacity, line.day or _("not yet"), line.how)):
            role = "warning" if column == 2 and not line.day else ""
            grid.addWidget(Label(text, role, wrap=column in (0, 3)), n, column, Qt.AlignmentFlag.AlignTop)
    return table


def history_card(page: shown.CaseShown) -> Card:
    """What was done, newest first."""
    card = Card(_("History"))
    card.body.addWidget(Lines(page.history, 8))
    return card


def column(box: QVBoxLayout, cards: Sequence[Card | None]) -> None:
    """Puts the cards into a column, in place of what stood there."""
    empty(box)
    for card in cards:
        if card is not None:
            box.addWidget(card)
    box.addStretch(1)
