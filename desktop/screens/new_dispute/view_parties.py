"""The parties of the sheet, one below the other: one card is open, the others are folded to a line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.new_dispute.view_party import PartyCard
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.part import Layout, Part
from desktop.widgets.text import Label


class Parties(QWidget):
    """Behaves like a part of the sheet. What is taken out can be brought back."""

    changed = Signal()
    typed = Signal(int, str)
    left = Signal(int, str)
    hint = Signal(str)
    rebuilt = Signal()
    """Other controls are shown than before."""
    finished = Signal()
    before_first = Signal()
    known_wanted = Signal(int)
    """An earlier case is to fill this party."""
    taken_out = Signal(str)
    """A party was taken off the sheet: its name."""

    def __init__(self, layouts: Mapping[str, Layout], readers: Callable[[Any], Any], initials: Callable[[str], str]) -> None:
        super().__init__()
        self._layouts, self._readers, self._initials = layouts, readers, initials
        self.cards: list[PartyCard] = []
        self._gone: list[tuple[int, dict[str, Any]]] = []
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(1.5))
        self._column = QVBoxLayout()
        self._column.setSpacing(worn.px(1.5))
        box.addLayout(self._column)
        self._fault = Label("", "fault", wrap=True)
        self._fault.hide()
        box.addWidget(self._fault)
        self.add_button = Button(_("Add a party") + "  F2", self.add, "quiet")
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def values(self) -> list[dict[str, Any]]:
        """All parties as typed."""
        return [card.values() for card in self.cards]

    def show_values(self, parties: Sequence[Mapping[str, Any]]) -> None:
        """Shows these parties and no others."""
        for card in list(self.cards):
            self._drop(card)
        for party in parties:
            self._made(party)
        self.open(0)

    def parts(self) -> list[Part]:
        """The forms that are drawn."""
        return [card.part for card in self.cards if card.drawn]

    def stops(self) -> list[QWidget]:
        """The controls in reading order."""
        return [stop for card in self.cards for stop in card.stops()] + [self.add_button]

    def show_faults(self, faults: Iterable[Any]) -> list[Any]:
        """Each fault beside its field, those of the whole list below it; gives back the others."""
        rest = list(faults)
        for n, card in enumerate(self.cards):
            rest = card.show_faults(rest, f"parties.{n}")
        mine = [fault.sentence for fault in rest if fault.field.split(".")[0] == "parties"]
        self._fault.setText("\n".join(mine))
        self._fault.setVisible(bool(mine))
        return [fault for fault in rest if fault.field.split(".")[0] != "parties"]

    def offered(self) -> int | None:
        """The open party of whom an earlier case knows more; None where there is none."""
        return next((n for n, card in enumerate(self.cards) if not card.folded and card.offered), None)

    def add(self) -> None:
        """A further party: a respondent, since the applicant stands first. An empty card is taken before a new one is made."""
        n = next((n for n, card in enumerate(self.cards) if not card.values().get("name") and not card.values().get("id_number")), None)
        if n is None:
            self._made({"role": "respondent", "kind": "person"})
            n = len(self.cards) - 1
            self.changed.emit()
        self.open(n)
        self.focus_card(n)

    def take_out(self, n: int) -> None:
        """Takes a party off the sheet."""
        values = self.cards[n].values()
        self._gone.append((n, values))
        self._drop(self.cards[n])
        if not self.cards:
            self._made({"role": "applicant", "kind": "person"})
        at = min(n, len(self.cards) - 1)
        self.open(at)
        self.focus_card(at)
        self.changed.emit()
        self.taken_out.emit(str(values.get("name") or ""))

    def take_out_current(self) -> None:
        """Takes out the party in which the cursor is."""
        for n, card in enumerate(self.cards):
            if card.isAncestorOf(self.focusWidget() or self):
                self.take_out(n)
                return
        self.hint.emit(_("Put the cursor into a party first."))

    def bring_back(self) -> None:
        """The party that was taken out last, at its old place."""
        if self._gone:
            n, values = self._gone.pop()
            at = self.cards.index(self._made(values, n))
            self.open(at)
            self.focus_card(at)
            self.changed.emit()

    def open(self, n: int) -> None:
        """Opens one card and folds the others."""
        for at, card in enumerate(self.cards):
            if card.folded != (at != n):
                card.fold(at != n)
        self.rebuilt.emit()

    def focus_card(self, n: int, last: bool = False) -> None:
        """To the number of this party, or to its last field."""
        self.open(n)
        part = self.cards[n].part
        if last:
            part.focus_last()
        else:
            part.focus(next((key for key in ("id_number", "uscc", "name") if part.has(key)), ""))

    def focus_place(self, path: Sequence[str]) -> None:
        """To a field by what follows `parties` in its path: the number of the party, then the field."""
        n = int(path[0]) if path and path[0].isdigit() else 0
        if n < len(self.cards):
            self.open(n)
            if len(path) < 2 or not self.cards[n].part.lead(".".join(path[1:])):
                self.focus_card(n)

    def _made(self, values: Mapping[str, Any], at: int | None = None) -> PartyCard:
        card = PartyCard(self._layouts, self._readers, self._initials, values)
        place = len(self.cards) if at is None else min(at, len(self.cards))
        self.cards.insert(place, card)
        self._column.insertWidget(place, card)
        card.changed.connect(self.changed)
        card.hint.connect(self.hint)
        card.rebuilt.connect(self.rebuilt)
        card.field_changed.connect(lambda key: self._tell(self.typed, card, key))
        card.field_left.connect(lambda key: self._tell(self.left, card, key))
        card.open_wanted.connect(lambda: self.focus_card(self.cards.index(card)))
        card.known_wanted.connect(lambda: self.known_wanted.emit(self.cards.index(card)))
        card.remove_wanted.connect(lambda: self.take_out(self.cards.index(card)))
        card.finished.connect(lambda: self._on_from(card, 1))
        card.before_first.connect(lambda: self._on_from(card, -1))
        self._count()
        return card

    def _drop(self, card: PartyCard) -> None:
        self.cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._count()

    def _count(self) -> None:
        for n, card in enumerate(self.cards):
            card.number(n + 1)

    def _tell(self, signal: Any, card: PartyCard, key: str) -> None:
        if card in self.cards:  # one that was just taken out still loses its focus
            signal.emit(self.cards.index(card), key)

    def _on_from(self, card: PartyCard, step: int) -> None:
        at = self.cards.index(card) + step
        if 0 <= at < len(self.cards):
            self.focus_card(at, last=step < 0)
        else:
            (self.finished if step > 0 else self.before_first).emit()
