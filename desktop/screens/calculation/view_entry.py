"""The left of the page: which calculation, what it is worked out from, the three amounts a head, how it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.screens.calculation import sheet
from desktop.screens.calculation.shown import Amount, Amounts, Entry
from desktop.widgets.align import align
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.chips import Choices
from desktop.widgets.form import Form
from desktop.widgets.line_edit import width_of
from desktop.widgets.part import Folds, Part
from desktop.widgets.rows_edit import RowsEdit
from desktop.widgets.text import Label

FOLLOW_MS, KEEP_MS = 350, 2_000
_EMS = (8, 5, 6.5, 6.5, 6.5)
_MOST = 2_000


class AmountsTable(QWidget):
    """Claimed, computed, agreed side by side; heads, people and what was computed are only read."""

    def __init__(self, readers: Any) -> None:
        super().__init__()
        self._known: list[Amount] = []
        self.rows = RowsEdit(sheet.amounts(), _MOST, readers, fixed=sheet.FIXED)
        self.rows.view.setAccessibleName(_("Claimed, computed, agreed"))
        self.changed, self.finished, self.before_first = self.rows.changed, self.rows.finished, self.rows.before_first
        for column, ems in enumerate(_EMS):
            self.rows.view.setColumnWidth(column, width_of(self.rows.view, ems))
        self.empty = Label(_("The heads stand here as soon as something is worked out."), "soft", wrap=True)
        self.sums = Label("", "heading", wrap=True)

    def show_amounts(self, amounts: Amounts) -> None:
        """These rows; a cell that is being written stays open where only computed amounts have changed."""
        keys = [(one.head, one.whose) for one in amounts.rows]
        if keys != [(one.head, one.whose) for one in self._known] or not keys:
            self._known = list(amounts.rows)
            self.rows.set_value([one._asdict() for one in amounts.rows])
        else:
            self._known = list(amounts.rows)
            self.rows.refresh("computed", [one.computed for one in amounts.rows])
        several = len({one.whose for one in amounts.rows}) > 1
        self.rows.view.setColumnHidden(1, not several)
        self.rows.setVisible(bool(keys))
        self.empty.setVisible(not keys)
        names = (_("Claimed"), _("Computed"), _("Agreed"))
        said = "　".join(f"{name} {text or '—'}" for name, text in zip(names, amounts.sums, strict=True))
        self.sums.setText(_("In all: {sums}").format(sums=said) if keys else "")

    def values(self) -> list[dict[str, Any]]:
        """What was typed beside each head."""
        written = self.rows.value()
        return [
            {"head": one.head, "whose": one.whose, **{key: row.get(key) or "" for key in ("claimed", "agreed", "note")}}
            for one, row in zip(self._known, written, strict=True)
        ]

    def set_values(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Typed amounts beside the heads that are there."""
        known = {(row.get("head"), row.get("whose") or ""): row for row in rows}
        told = [(one, known.get((one.head, one.whose), {})) for one in self._known]
        self.rows.set_value([{**one._asdict(), **{key: row.get(key) or "" for key in ("claimed", "agreed", "note")}} for one, row in told])


class EntryPane(Scrolled):
    """`typed` follows each pause of the hand with all values, `rested` a longer one; `left` names a field that was written and left."""

    typed = Signal(dict)
    rested = Signal(dict)
    left = Signal(str)
    hint = Signal(str)
    chosen = Signal(str)

    def __init__(self, entry: Entry, readers: Any, letters: Any, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.columns = entry.kind, columns
        self.kinds = Choices(_("Calculation"), entry.kinds, single=True)
        self.kinds.set_value([entry.kind])
        self.kinds.changed.connect(self._choose)
        self.kept = Label("", "soft", wrap=True)
        self.part = Part(Folds(entry.basics, entry.folds), readers, letters, columns)
        self.amounts = AmountsTable(readers)
        self.keeping = Form(entry.keeping, readers, 1, letters)
        self.cards: list[Card] = []
        parts = (
            (_("Calculation"), (self.kinds, self.kept)),
            (_("What it is worked out from"), (self.part,)),
            (_("Claimed, computed, agreed"), (self.amounts.empty, self.amounts.rows, self.amounts.sums)),
            (_("Keep with the case"), (self.keeping,)),
        )
        for title, widgets in parts:
            card = Card(title)
            for widget in widgets:
                card.body.addWidget(widget)
            self.cards.append(card)
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.part.set_values(entry.values)
        for n in entry.folded:
            self.part.open(n, False)
        self.keeping.set_values(entry.kept_values)
        self._align()
        self._clocks = self._made_clocks()
        self.part.opened.connect(self._align)
        for source in (self.part, self.amounts.rows, self.keeping):
            source.changed.connect(self._touched)
        for form in (self.part, self.keeping):
            form.hint.connect(self.hint)
        self.part.field_left.connect(self.left)
        self.part.finished.connect(self._to_amounts)
        self.amounts.finished.connect(lambda: self.keeping.focus())
        self.amounts.before_first.connect(self.part.focus_last)
        self.keeping.before_first.connect(self._back_to_amounts)

    def values(self) -> dict[str, Any]:
        """Everything as typed."""
        return {"sheet": self.part.values(), "amounts": self.amounts.values(), "keeping": self.keeping.values()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Shows these values in place of what stands here."""
        self.part.replace_values(values["sheet"])
        self.amounts.set_values(values["amounts"])
        self.keeping.set_values(values["keeping"])

    def show_faults(self, faults: Sequence[Any], focus: bool) -> list[Any]:
        """Each beside its field; gives back those that have none."""
        rest = self.part.show_faults(faults)
        if focus and len(rest) < len(faults):
            self.part.lead(next(one.field for one in faults if one not in rest))
        mine = [one for one in rest if one.field.startswith("amounts.")]
        if mine or not faults:
            self.amounts.rows.show_faults(mine, "amounts", focus=focus)
        rest = self.keeping.show_faults([one for one in rest if one not in mine], focus=focus)
        return rest

    def lead(self, place: str) -> bool:
        """To the field of a dotted path; False where there is none here."""
        if self.part.lead(place):
            return True
        if self.keeping.has(place):
            self.keeping.focus(place)
            return True
        return False

    def step(self, by: int) -> None:
        """To the next card, or the one before."""
        focus = self.focusWidget()
        at = next((n for n, card in enumerate(self.cards) if focus is not None and card.isAncestorOf(focus)), 0)
        to = max(0, min(at + by, len(self.cards) - 1))
        steps = (lambda: self.kinds.stops()[0].setFocus(), lambda: self.part.focus(), self._to_amounts, lambda: self.keeping.focus())
        steps[to]()
        self.ensureWidgetVisible(self.cards[to], 0, 0)

    def flush(self) -> None:
        """What was typed just now is kept at once."""
        if self._clocks[1].isActive():
            self.stop()
            self.typed.emit(self.values())
            self.rested.emit(self.values())

    def stop(self) -> None:
        """It is being kept: nothing follows any more."""
        for clock in self._clocks:
            clock.stop()

    @property
    def waits(self) -> bool:
        """Whether the hand has only just paused: the sum follows."""
        return self._clocks[0].isActive()

    def _made_clocks(self) -> list[QTimer]:
        clocks = []
        for ms, signal in ((FOLLOW_MS, self.typed), (KEEP_MS, self.rested)):
            clock = QTimer(self)
            clock.setSingleShot(True)
            clock.setInterval(ms)
            clock.timeout.connect(lambda signal=signal: signal.emit(self.values()))
            clocks.append(clock)
        return clocks

    def _touched(self) -> None:
        for clock in self._clocks:
            clock.start()

    def _choose(self) -> None:
        keys = self.kinds.value()
        if keys and keys[0] != self.kind:
            self.chosen.emit(keys[0])
        elif not keys:  # one is always open
            self.kinds.set_value([self.kind])

    def _align(self) -> None:
        align(self.part.forms(), self.columns)
        align([self.keeping], 1)

    def _to_amounts(self) -> None:
        self.amounts.rows.enter() if self.amounts.rows.isVisibleTo(self) else self.keeping.focus()

    def _back_to_amounts(self) -> None:
        self.amounts.rows.enter() if self.amounts.rows.isVisibleTo(self) else self.part.focus_last()
