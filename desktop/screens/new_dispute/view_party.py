"""The card of one party: open it is a form that shows what this kind of party needs, folded it is one line."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.line_edit import LineEdit
from desktop.widgets.part import Layout, Part
from desktop.widgets.text import ElidedLabel, Label, button_text


class PartyCard(QFrame):
    """`layouts` by kind; what was typed for another kind is kept and comes back with it."""

    changed = Signal()
    field_changed = Signal(str)
    field_left = Signal(str)
    open_wanted = Signal()
    remove_wanted = Signal()
    known_wanted = Signal()
    rebuilt = Signal()
    """Other fields are shown than before."""
    finished = Signal()
    before_first = Signal()
    hint = Signal(str)

    def __init__(self, layouts: Mapping[str, Layout], readers: Any, initials: Any, values: Mapping[str, Any]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        worn = theme.current()
        self._layouts, self._readers, self._initials = layouts, readers, initials
        self._number = 0
        self._kept: dict[str, Any] = {}
        self._filled: dict[str, Any] = {}
        self._part: Part | None = None  # drawn when it is first opened: a group may have a hundred parties
        self._kind = "person"
        self._folded = True
        self._remarks: dict[str, tuple[str, str]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(worn.px(3), worn.px(1.5), worn.px(3), worn.px(1.5))
        self._box.setSpacing(worn.px(1.5))
        head = QHBoxLayout()
        head.setSpacing(worn.px(2))
        self._line = Button("", self.open_wanted.emit, "link", _("Opens this party."))
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = ElidedLabel("", "heading")
        hint = _("Takes this party off the sheet; it can be brought back. Ctrl+Delete does the same.")
        self.remove_button = Button(_("Take out"), self.remove_wanted.emit, "quiet", hint)
        head.addWidget(self._line, 1)
        head.addWidget(self._title, 1)
        head.addWidget(self.remove_button)
        self._box.addLayout(head)
        self._offer = QWidget()
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(worn.px(2))
        self._offer_words = Label("", "soft", wrap=True)
        self._offer_button = Button(_("Fill from the earlier case") + "（F7）", self.known_wanted.emit, "link", _("What you typed stays."))
        offer.addWidget(self._offer_words, 1)
        offer.addWidget(self._offer_button)
        self._offer.hide()
        self._box.addWidget(self._offer)
        self.set_values(values)
        self.fold(True)

    @property
    def part(self) -> Part:
        """The form of the present kind."""
        if self._part is None:
            self._build()
        assert self._part is not None
        return self._part

    @property
    def folded(self) -> bool:
        """Whether only the line is shown."""
        return self._folded

    @property
    def drawn(self) -> bool:
        """Whether its form has been drawn."""
        return self._part is not None

    @property
    def kind(self) -> str:
        """person, company, household or group."""
        return self._kind

    @property
    def offered(self) -> bool:
        """Whether an earlier case could fill this card."""
        return bool(self._offer_words.text())

    def offer(self, sentence: str) -> None:
        """Says that an earlier case knows more; "" takes it away."""
        self._offer_words.setText(sentence)
        self._offer.setVisible(bool(sentence) and not self._folded)
        self.rebuilt.emit()

    def values(self) -> dict[str, Any]:
        """Everything as typed, also what belongs to another kind."""
        return self._kept | (self._part.values() if self._part is not None else {})

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Shows a party as it was typed."""
        self._kept |= values
        kind = str(self._kept.get("kind") or "person")
        if kind not in self._layouts:
            kind = "person"
        self._kept["kind"] = kind
        if kind != self._kind:
            self._become(kind)
        if self._part is not None:
            self._part.set_values(self._kept)
        self._sum_up()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fills what a number says; what a person typed stays, what an earlier number filled is replaced."""
        now = self.values()
        taken = {key: value for key, value in values.items() if now.get(key) in (None, "") or now.get(key) == self._filled.get(key)}
        if taken:
            self._filled |= taken
            self._kept |= taken
            if self._part is not None:
                self._part.set_values(taken)
            self._sum_up()
            self.changed.emit()

    def replace(self, values: Mapping[str, Any]) -> None:
        """Shows other values in these fields, whatever stood there (the line of a card reader, a code that belongs elsewhere)."""
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        kind = values.get("kind")
        self.set_values({**self.values(), **values})
        if had_focus and kind:  # the hand was in the number and is still there; Enter goes on from it
            self.part.focus("uscc" if self.part.has("uscc") else "name")
            line = self.focusWidget()
            if isinstance(line, LineEdit):
                line.deselect()
        self.changed.emit()

    def fold(self, folded: bool) -> None:
        """One line, or the form."""
        self._folded = folded
        self._sum_up()
        if not folded or self._part is not None:
            self.part.setVisible(not folded)
        self._line.setVisible(folded)
        self._offer.setVisible(self.offered and not folded)
        self._title.setVisible(not folded)

    def number(self, n: int) -> None:
        """Which party this is, from 1."""
        self._number = n
        self._sum_up()

    def show_faults(self, faults: Iterable[Any], where: str) -> list[Any]:
        """Faults of this party; gives back those of others."""
        faults = list(faults)
        if self._part is None and not any(fault.field.startswith(where + ".") for fault in faults):
            return faults
        return self.part.show_faults(faults, where)

    def remark(self, key: str, sentence: str, role: str) -> None:
        """A sentence beside a field, also once it is drawn later."""
        self._remarks[key] = (sentence, role)
        if self._part is not None:
            self._part.remark(key, sentence, role)

    def stops(self) -> list[QWidget]:
        """The controls in reading order."""
        known = [self._offer_button] if self.offered else []
        return [self._line] if self.folded else [*known, *self.part.stops(), self.remove_button]

    def _become(self, kind: str) -> None:
        """Another kind, other fields; what was typed is kept."""
        self._kind = kind
        if self._part is None:
            return
        self._kept |= self._part.values() | {"kind": kind}
        self._box.removeWidget(self._part)
        self._part.hide()
        self._part.deleteLater()
        self._build()

    def _build(self) -> None:
        part = self._part = Part(self._layouts[self._kind], self._readers, self._initials)
        part.set_values(self._kept)
        for key, (sentence, role) in self._remarks.items():
            part.remark(key, sentence, role)
        part.changed.connect(self.changed)
        part.field_changed.connect(self._typed)
        part.field_left.connect(self.field_left)
        part.finished.connect(self.finished)
        part.before_first.connect(self.before_first)
        part.hint.connect(self.hint)
        part.opened.connect(self.rebuilt)
        self._box.addWidget(part)
        part.setHidden(self._folded)
        self.rebuilt.emit()

    def _typed(self, key: str) -> None:
        self._remarks.pop(key, None)  # it spoke of what stood there before
        if key == "kind":
            kind = str(self.part.values().get("kind") or "person")
            if kind != self._kind:
                self._become(kind)
                self.part.focus("kind")
        if key in ("role", "name", "kind"):
            self._sum_up()
        self.field_changed.emit(key)

    def _sum_up(self) -> None:
        values = self.values()
        sides = next(field for field in self._layouts[self._kind].basics if field.key == "role").options()
        role = dict(sides).get(str(values.get("role") or ""), "")
        number = values.get("uscc" if self._kind == "company" else "id_number") or ""
        words = [f"{self._number}  {role}", str(values.get("name") or _("(no name yet)")), str(number), str(values.get("phone") or "")]
        line = "   ".join(word for word in words if word)
        self._line.setText(button_text(line))
        self._line.setAccessibleName(line)
        self._title.setText(f"{self._number}  {role}")
