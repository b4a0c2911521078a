"""The cards at the right of the page of a case: what is next and what else can be done, papers, people."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.screens.case.view_sections import empty
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Label, rule

NEAREST = 2  # so many steps ahead say in the card why they are not possible yet: more of them would push the papers out of sight


def next_card(page: shown.CaseShown, key: str, move: Callable[[str], object]) -> Card:
    """The one thing to do now with its key, what else can be done, and why the road goes no further yet."""
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
    possible = [other for other in page.moves if not other.why_not]
    if possible:
        card.body.addWidget(rule())
        card.body.addWidget(Label(_("Also possible now (F7 finds every step)"), "small"))
        place = QWidget()
        flow = FlowLayout(place)
        for other in possible:
            flow.addWidget(_button(other, move))
        card.body.addWidget(place)
    impossible = [other for other in page.moves if other.why_not]
    if impossible:
        card.body.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1))
        grid.setColumnStretch(1, 1)
        for n, other in enumerate(impossible[:NEAREST]):
            grid.addWidget(_button(other, move), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(other.why_not, "small", wrap=True), n, 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(grid)
        if len(impossible) > NEAREST:
            card.body.addWidget(Label(_("What else is not possible yet, and why: F7"), "small"))
    return card


def _button(other: shown.Move, move: Callable[[str], object]) -> Button:
    button = Button(other.label, partial(move, other.key), "secondary", other.why_not or other.hint, not other.why_not)
    button.setObjectName(f"move.{other.key}")
    return button


def papers_card(
    page: shown.CaseShown,
    open_paper: Callable[[str, int], object],
    issue: Callable[[str, int], object],
    do: Callable[[str, Mapping[str, Any], Sequence[str]], object],
) -> Card:
    """Each paper with its state; open shows it, issue freezes it, and where its originals are."""
    card = Card(_("Papers"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.current().px(2))
    grid.setVerticalSpacing(theme.current().px(1))
    grid.setColumnStretch(0, 1)
    line = 0
    for paper in page.papers:
        grid.addWidget(Label(paper.label, wrap=True), line, 0)
        grid.addWidget(Chip(paper.chip.text, paper.chip.state), line, 1)
        view = Button(_("Open"), partial(open_paper, paper.kind, paper.subject))
        view.setObjectName(f"paper.{paper.kind}.{paper.subject}")
        view.setAccessibleName(_("Open: {paper}").format(paper=paper.label))
        grid.addWidget(view, line, 2)
        if paper.may_issue:
            give = Button(
                _("Issue"),
                partial(issue, paper.kind, paper.subject),
                "secondary",
                _("Numbered and frozen: it is printed the same for ever."),
            )
            give.setAccessibleName(_("Issue: {paper}").format(paper=paper.label))
            grid.addWidget(give, line, 3)
        line += 1
        if paper.originals:
            place = QWidget()
            row = FlowLayout(place)
            row.addWidget(Label(paper.originals, "small"))
            for deed in paper.deeds:
                button = Button(deed.label, partial(do, deed.key, deed.begin, ()), "link")
                button.setAccessibleName(f"{deed.label}: {paper.label}")
                row.addWidget(button)
            grid.addWidget(place, line, 0, 1, 4)
            line += 1
    card.body.addLayout(grid)
    if page.more_papers:
        place = QWidget()
        row = FlowLayout(place)
        for deed in page.more_papers:
            button = Button(deed.label, partial(do, deed.key, deed.begin, ()), "link")
            button.setObjectName(f"papers.{deed.key}")
            row.addWidget(button)
        card.body.addWidget(place)
    return card


def people_card(page: shown.CaseShown, correct: Callable[[str], object], may_correct: bool) -> Card:
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
        if may_correct:
            button = Button(_("Correct"), partial(correct, person.number), "link")
            button.setObjectName(f"correct.{person.number}")
            button.setAccessibleName(_("Correct: {name}").format(name=person.name))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        if person.details:
            details = Label(person.details, wrap=True)
            details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(details)
        for sentence in person.missing:
            card.body.addWidget(Label(sentence, "warning", wrap=True))
    return card


def column(box: QVBoxLayout, cards: Sequence[Card | None]) -> None:
    """Puts the cards into a column, in place of what stood there."""
    empty(box)
    for card in cards:
        if card is not None:
            box.addWidget(card)
    box.addStretch(1)
