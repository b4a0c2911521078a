"""The sections of a case as cards in one column: each can be reached by key, its tables by the arrows, its buttons by Tab."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.leads import Leads
from desktop.widgets.line_edit import is_enter
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.text import Label, rule

Do = Callable[[str, Mapping[str, Any], Sequence[str]], object]
"""Does a deed: its key, what is known, the lines that were chosen."""


BESIDE = 2


class LinesBlock(QWidget):
    """Labels at the left, texts at the right, on one grid; texts can be marked and copied."""

    def __init__(self, lines: Sequence[tuple[str, str]], ems: float = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1))
        grid.setColumnStretch(1, 1)
        least = round(self.fontMetrics().horizontalAdvance("永") * ems)
        grid.setColumnMinimumWidth(0, least)
        for n, (label, text) in enumerate(lines):
            said = Label(text, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            name = Label(label, "soft", wrap=True)
            name.setFixedWidth(max(least, min(name.sizeHint().width(), round(least * 1.6))))
            grid.addWidget(name, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, n, 1)


class TableBlock(QWidget):
    """A table with its buttons below it; Enter on a line does the first deed that takes one."""

    def __init__(self, table: shown.Table, do: Do, letters: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._do = table, do
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.current().px(1.5))
        chooses = any(deed.takes for deed in table.deeds)
        self.lines = LinesTable(table.label, [Head(*head) for head in table.heads], table.marks, chooses, table.most)
        self.lines.setObjectName(f"table.{table.name}")
        self.lines.letters = letters
        self.lines.show_lines(table.rows)
        self.lines.entered.connect(self._entered)
        box.addWidget(self.lines)
        if table.deeds:
            place = QWidget()
            row = FlowLayout(place)
            for deed in table.deeds:
                button = Button(deed.label, partial(self._press, deed), "secondary", deed.why_not, not deed.why_not)
                button.setObjectName(f"{table.name}.{deed.key}")
                button.setAccessibleName(f"{table.label}: {deed.label}")
                row.addWidget(button)
            if table.marks:
                row.addWidget(Label(_("Space marks a line, Ctrl+A marks all."), "small"))
            box.addWidget(place)

    def _press(self, deed: shown.Deed) -> None:
        if deed.takes == "rows":
            chosen = self.lines.marks() or [self.lines.current()]
        else:
            chosen = [self.lines.current()] if deed.takes == "row" else []
        self._do(deed.key, deed.begin, [one for one in chosen if one])

    def _entered(self, line: str) -> None:
        deed = next((one for one in self._table.deeds if one.takes and not one.why_not), None)
        if deed is not None:
            chosen = self.lines.marks() if deed.takes == "rows" else []
            self._do(deed.key, deed.begin, chosen or [line])


class SectionCard(Card):
    """One section. It takes the focus itself, so that a section without a button can be read by keyboard."""

    def __init__(self, section: shown.Section, do: Do, letters: Callable[[str], str], guest: bool) -> None:
        super().__init__(section.title)
        self.key = section.key
        self.setObjectName(f"section.{section.key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if section.chip.text:
            self.head.addWidget(Chip(section.chip.text, section.chip.state))
        if section.deeds and not guest:
            self._buttons(section, do)
        for block in section.blocks:
            self._add(block, do, letters, guest)
        if section.private and not guest:
            self.body.addWidget(rule())
            for block in section.private:
                self._add(block, do, letters, guest)

    def _buttons(self, section: shown.Section, do: Do) -> None:
        """One or two beside the title, more of them in rows below it."""
        beside = len(section.deeds) <= BESIDE
        place = QWidget()
        flow = FlowLayout(place)
        for deed in section.deeds:
            button = Button(deed.label, partial(do, deed.key, deed.begin, ()), "secondary", deed.why_not, not deed.why_not)
            button.setObjectName(f"{section.key}.{deed.key}")
            button.setAccessibleName(f"{section.title}: {deed.label}")
            self.head.addWidget(button) if beside else flow.addWidget(button)
        if beside:
            place.deleteLater()
        else:
            self.body.addWidget(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the section."""
        if is_enter(event):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def tables(self) -> list[LinesTable]:
        """The tables of this section."""
        return list(self.findChildren(LinesTable))

    def _add(self, block: shown.Block, do: Do, letters: Callable[[str], str], guest: bool) -> None:
        if isinstance(block, shown.Lines):
            self.body.addWidget(LinesBlock(block.lines, block.ems))
        elif isinstance(block, shown.Table):
            self.body.addWidget(TableBlock(block._replace(deeds=(), marks=False) if guest else block, do, letters))
        else:
            text = Label(block.text, block.role, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setProperty("state", block.state)
            text.setObjectName(block.name)
            self.body.addWidget(text)


class DuesCard(Card):
    """What falls due or waits; each line leads to the sheet that deals with it."""

    def __init__(self, dues: Sequence[shown.Due], move: Callable[[str], object]) -> None:
        super().__init__(_("What is due"))
        self.setObjectName("section.dues")
        self.lines = Leads(_("What is due"))
        self.lines.show_lines([(due.what, due.move or None, due.state) for due in dues])
        self.lines.chosen.connect(move)
        self.body.addWidget(self.lines)


class Sections(QVBoxLayout):
    """The column of sections; drawn anew it gives the focus back to where it was."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(theme.current().px(3))
        self._cards: list[QWidget] = []

    def show_sections(
        self, page: shown.CaseShown, guest: bool, do: Do, move: Callable[[str], object], letters: Callable[[str], str], owner: QWidget
    ) -> None:
        """Draws these in place of what stood there."""
        focus = owner.focusWidget()
        within = focus is not None and any(card.isAncestorOf(focus) or card is focus for card in self._cards)
        name = focus.objectName() if within and focus is not None else ""
        section = next((card.objectName() for card in self._cards if focus is not None and (card is focus or card.isAncestorOf(focus))), "")
        empty(self)
        self._cards = []
        if page.dues and not guest:
            self._cards.append(DuesCard(page.dues, move))
        self._cards += [SectionCard(one, do, letters, guest) for one in page.sections if one.for_guests or not guest]
        for card in self._cards:
            self.addWidget(card)
        self.addStretch(1)
        if within:
            here = next((card for card in self._cards if card.objectName() == section), None)
            found = here.findChild(QWidget, name) if here is not None and name else None
            if found is not None or here is not None:
                (found or here).setFocus()

    def go_to(self, key: str) -> None:
        """Sets the focus to a section: into its first table, else on its card."""
        card = next((card for card in self._cards if card.objectName() == f"section.{key}"), None)
        if card is not None:
            inner = card.tables() if isinstance(card, SectionCard) else []
            target = inner[0] if inner else card
            QTimer.singleShot(0, lambda: target.setFocus(Qt.FocusReason.OtherFocusReason) if target.isVisible() else None)

    def step(self, by: int, owner: QWidget) -> QWidget | None:
        """To the next section, or the one before; gives the card."""
        if not self._cards:
            return None
        focus = owner.focusWidget()
        at = next((n for n, card in enumerate(self._cards) if focus is not None and (card is focus or card.isAncestorOf(focus))), None)
        at = (0 if by > 0 else len(self._cards) - 1) if at is None else max(0, min(at + by, len(self._cards) - 1))
        card = self._cards[at]
        target: QWidget = card.lines if isinstance(card, DuesCard) else card
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return card


def empty(box: QLayout) -> None:
    """Takes everything out of a box."""
    while (item := box.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
