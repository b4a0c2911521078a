"""The writing of an agreement: what happened, what is agreed, what else; one column, one chain of Enter."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Offered, Writing
from desktop.screens.agreement.view_obligations import Asks, Obligations
from desktop.screens.agreement.view_offers import Offers
from desktop.widgets.align import align
from desktop.widgets.button import Button
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.form import Form
from desktop.widgets.line_edit import TextEdit

FOLLOW_MS, KEEP_MS = 350, 2_000


class WritingPane(Scrolled):
    """`typed` follows each pause of the hand with all values, `rested` a longer one."""

    typed = Signal(dict)
    rested = Signal(dict)
    hint = Signal(str)
    paste_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self, writing: Writing, readers: Any, letters: Any, asks: Asks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins: list[dict[str, str]] = [dict(one) for one in writing.values.get("origins") or ()]
        self.head = Form(writing.head, readers, 1, letters)
        self.obligations = Obligations(writing.obligation, readers, letters, writing.fresh, writing.parties, asks, writing.groups)
        self.tail = Form(writing.tail, readers, 1, letters)
        self.offers = Offers()
        self.offers.taken.connect(self.take)
        for title, widget in ((_("The dispute"), self.head), (_("Obligations"), self.obligations), (_("Further"), self.tail)):
            card = Card(title)
            card.body.addWidget(widget)
            if widget is self.head:
                for label, key, wanted in (
                    (_("Paste from Word"), "Alt+P", self.paste_wanted),
                    (_("Versions"), "Alt+V", self.versions_wanted),
                ):
                    button = Button(label, wanted.emit, "quiet", _("Key: {key}").format(key=key))
                    QShortcut(QKeySequence(key), self, wanted.emit)
                    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                    card.head.addWidget(button)
            if widget is self.tail:
                self.body.addWidget(self.offers)
            self.body.addWidget(card)
        self.body.addStretch(1)
        align([self.head, self.obligations.form, self.tail], 1)
        self.head.set_values(writing.values)
        self.tail.set_values(writing.values)
        self.obligations.set_value(writing.values.get("obligations") or [])
        self._follow, self._keep = QTimer(self), QTimer(self)
        for clock, ms, signal in ((self._follow, FOLLOW_MS, self.typed), (self._keep, KEEP_MS, self.rested)):
            clock.setSingleShot(True)
            clock.setInterval(ms)
            clock.timeout.connect(lambda signal=signal: signal.emit(self.values()))
        for part in (self.head, self.obligations, self.tail):
            part.changed.connect(self._touched)
            part.hint.connect(self.hint)
        self.head.finished.connect(self._to_obligations)
        self.tail.before_first.connect(self._to_obligations)

    def values(self) -> dict[str, Any]:
        """Everything as typed."""
        tail = self.tail.values()
        kept = [one for one in self._origins if one["key"]] if str(tail.get("clauses") or "").strip() else []
        return {**self.head.values(), "obligations": self.obligations.value(), **tail, "origins": kept}

    def to_offers(self) -> bool:
        """Sets the focus to the clauses of the library; False where none is offered."""
        if not self.offers.enter():
            return False
        self.ensureWidgetVisible(self.offers, 0, 0)
        return True

    def fill(self, values: Mapping[str, Any]) -> None:
        """Lays these values over what is written: a text that was read in."""
        self.head.set_values(values)
        self.tail.set_values({key: values[key] for key in ("clauses", "copies") if key in values})
        if values.get("obligations"):
            self.obligations.set_value(values["obligations"])
        self._touched()

    def take(self, offer: Offered) -> None:
        """A clause of the library goes to the end of the clauses, and what it was is remembered beside it."""
        before = str(self.tail.values().get("clauses") or "").rstrip()
        self.tail.set_values({"clauses": f"{before}\n{offer.text}" if before else offer.text})
        self._origins.append({"key": offer.key, "generated": offer.text})
        self.offers.show_offers([one for one in self.offers.offers if one.key != offer.key])
        self._touched()

    def flush(self) -> None:
        """What was typed just now is kept at once."""
        if self._keep.isActive():
            self._keep.stop()
            self._follow.stop()
            self.typed.emit(self.values())
            self.rested.emit(self.values())

    def stop(self) -> None:
        """It is being saved: nothing is kept beside it."""
        self._keep.stop()

    def lead(self, place: str) -> None:
        """To the field of a dotted path."""
        parts = place.split(".")
        if parts[0] == "obligations":
            row = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
            self.obligations.focus_field(row, parts[2] if len(parts) > 2 else "")
            return
        for form in (self.head, self.tail):
            if any(field.key == parts[0] for field in form.fields):
                form.focus(parts[0])
                editor = form.editor(parts[0])
                if parts[0] == "clauses" and len(parts) > 1 and parts[1].isdecimal() and isinstance(editor, TextEdit):
                    editor.go_to_line(int(parts[1]))

    def show_faults(self, faults: list[Any]) -> list[Any]:
        """Each beside its field; gives back those that have none."""
        rest = self.head.show_faults(faults, focus=bool(faults))
        rest = self.tail.show_faults(rest)
        mine = [fault for fault in rest if fault.field.startswith("obligations.")]
        inner = [_Moved(fault.field.removeprefix("obligations."), fault.sentence) for fault in mine]
        self.obligations.show_faults(inner)
        return [fault for fault in rest if fault not in mine]

    def _touched(self) -> None:
        self._follow.start()
        self._keep.start()

    def _to_obligations(self) -> None:
        if self.obligations.lines.rows:
            self.obligations.table.setFocus()
        else:
            self.obligations.add_button.setFocus()


class _Moved:
    """A fault with its path cut to the part below."""

    def __init__(self, field: str, sentence: str) -> None:
        self.field, self.sentence = field, sentence
