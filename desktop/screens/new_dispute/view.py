"""New dispute, as it is seen: left the sheet, right what the program knows about it; all of it is written without the mouse.

It has over 400 lines: the parts of the sheet, the way of the hand through them and their faults are one order that is read together.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.new_dispute import view_order as order
from desktop.screens.new_dispute.view_box import Box, Sheet, heading
from desktop.screens.new_dispute.view_living import LivingPane
from desktop.screens.new_dispute.view_parties import Parties
from desktop.widgets import theme
from desktop.widgets.align import align
from desktop.widgets.messages import Banner
from desktop.widgets.page import Action, Page
from desktop.widgets.panes import TwoPanes
from desktop.widgets.part import Layout, Part
from desktop.widgets.text import Label, rule

_PAUSE_MS = 900


class NewDisputeView(Page):
    """The presenter builds it once it knows the sheet; until then the page is empty."""

    settled = Signal()
    """The hand paused after something was typed."""
    left = Signal()
    source_chosen = Signal(str)
    category_chosen = Signal(str)
    party_typed = Signal(int, str)
    party_left = Signal(int, str)
    register_wanted = Signal(bool)
    """True: the next dispute follows at once."""
    empty_wanted = Signal()
    settled_wanted = Signal()
    """The second sheet, `already settled`, comes or goes."""
    known_wanted = Signal(int)
    """An earlier case is to fill this party."""
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._built = False
        self._wants_focus = False
        self._busy = False
        self._quiet = False
        self._referrals: dict[str, Part] = {}
        self._referral = ""
        self._facts: Part | None = None
        self._settled: Part | None = None
        self._settled_box: Box | None = None
        # the card has a button for it, so the bar below need not name this key as well
        take_out = QShortcut(QKeySequence("Ctrl+Del"), self, lambda: self._people.take_out_current())
        back = QShortcut(QKeySequence("Ctrl+Up"), self, lambda: self._step(-1))
        for key in (take_out, back):
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_PAUSE_MS)
        self._clock.timeout.connect(self.settled)

    # ------------------------------------------------------------------ what a page is

    def title(self) -> str:
        return _("A dispute that is settled already") if self._is_settled() else _("New dispute")

    def subtitle(self) -> str:
        narrow = self._built and self._panes.takes_turns and not self._panes.on_second
        return self.living.summary() if narrow else ""

    def keys(self) -> list[Action]:
        keys = [Action("F2", _("Add a party"), self._add_party), Action("F4", _("More fields"), self._more)]
        if self._built and self._people.offered() is not None:
            keys.append(Action("F7", _("Fill from the earlier case"), self._take_known))
        turn = _("Still to be mediated") if self._is_settled() else _("Already settled")
        keys += [Action("F11", turn, self.settled_wanted.emit), Action("F6", _("Other side"), self.switch_pane)]
        return [*keys, Action("Ctrl+Down", _("Next section"), lambda: self._step(1))]

    def primary(self) -> Action:
        return Action(
            "F8",
            _("Register the dispute"),
            lambda: self.register_wanted.emit(False),
            not self._busy,
            _("It is being registered.") if self._busy else "",
        )

    def secondary(self) -> list[Action]:
        next_one = Action("F12", _("Register and next"), lambda: self.register_wanted.emit(True), not self._busy)
        return [Action("Ctrl+N", _("Start empty"), self.empty_wanted.emit, not self._busy), next_one]

    def help_topic(self) -> str:
        return "new_dispute"

    def wire(self, presenter: Any) -> None:
        self.settled.connect(presenter.settled)
        self.left.connect(presenter.left)
        self.source_chosen.connect(presenter.source_chosen)
        self.category_chosen.connect(presenter.category_chosen)
        self.party_typed.connect(presenter.party_typed)
        self.party_left.connect(presenter.party_left)
        self.register_wanted.connect(presenter.register)
        self.empty_wanted.connect(presenter.start_empty)
        self.settled_wanted.connect(presenter.turn_settled)
        self.known_wanted.connect(presenter.take_known)
        self.entered.connect(presenter.entered)

    def enter(self) -> None:
        self.entered.emit()
        if not self._built:
            self._wants_focus = True
        elif not self._left.isAncestorOf(self.focusWidget() or self):
            self.focus_start()

    def leave(self) -> bool:
        self._clock.stop()
        self.left.emit()
        return True

    def switch_pane(self) -> bool:
        turned = self._built and self._panes.switch()
        self.changed.emit()
        return turned

    # ------------------------------------------------------------------ for the presenter

    def build(self, sheet: Sheet) -> None:
        """Draws the sheet; called once."""
        worn = theme.current()
        self._sheet = sheet
        column = QWidget()
        column.setProperty("role", "scrolled")
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, worn.px(2), worn.px(4))
        box.setSpacing(worn.px(2))
        self.note = Banner()  # over the sheet and not on it, where it would be scrolled away
        self.body.addWidget(self.note)
        self._whole = Label("", "fault", wrap=True)
        self._whole.hide()
        box.addWidget(self._whole)
        self.origin = self._part(sheet.origin)
        origin = self._card(box, _("How it came"), self.origin)
        for kind, layout in sheet.referrals.items():
            part = self._referrals[kind] = self._part(layout)
            part.hide()
            origin.addWidget(part)
        box.addWidget(heading(_("Parties")))
        people = self._people = Parties(sheet.parties, sheet.readers, sheet.initials)
        people.changed.connect(self._touched)
        people.typed.connect(self.party_typed)
        people.left.connect(self.party_left)
        people.hint.connect(self.hinted)
        people.rebuilt.connect(self._link)
        people.finished.connect(lambda: self._on_from(people, 1))
        people.before_first.connect(lambda: self._on_from(people, -1))
        people.taken_out.connect(self._taken_out)
        people.known_wanted.connect(self.known_wanted)
        people.rebuilt.connect(self.changed)
        box.addWidget(people)
        self.matter = self._part(sheet.matter)
        self._matter_box = self._card(box, _("The dispute"), self.matter)
        self._facts_rule = rule()
        self._facts_rule.hide()
        self._matter_box.addWidget(self._facts_rule)
        self._column = box
        box.addStretch(1)
        scroll = self._left = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(column)
        self.living = LivingPane()
        self.living.case_chosen.connect(lambda case_id: self.open_page.emit("case", {"case_id": case_id}))
        self.living.place_chosen.connect(self.focus_place)
        self._panes = TwoPanes(scroll, self.living, (5, 2))
        self._panes.turned.connect(lambda _one: self.changed.emit())
        self.living.changed.connect(self.changed)
        self.body.addWidget(self._panes, 1)
        self.origin.field_changed.connect(lambda key: self._said(key, "source", self.origin, self.source_chosen))
        self.matter.field_changed.connect(lambda key: self._said(key, "category", self.matter, self.category_chosen))
        self._built = True

    def ready(self) -> None:
        """The sheet is drawn and filled: where somebody waits for it, the cursor goes to its first field."""
        if self._wants_focus:
            self._wants_focus = False
            self.focus_start()

    def values(self) -> dict[str, Any]:
        """Everything as typed, in the shape of the sheet."""
        found = {**self.origin.values(), **self.matter.values(), "parties": self._people.values()}
        found["referral"] = self._referrals[self._referral].values() if self._referral else {}
        found["facts"] = self._facts.values() if self._facts is not None else {}
        found["settled"] = self._settled.values() if self._is_settled() and self._settled is not None else None
        return found

    def show_values(self, values: Mapping[str, Any], referral: str, facts: Layout | None, causes: Sequence[str]) -> None:
        """Shows a whole sheet; the older one is forgotten."""
        self._quiet = True
        try:
            for part in (self.origin, self.matter, *self._referrals.values()):
                part.replace_values({})
            self.offer_causes(causes)
            self.origin.set_values(values)
            self.matter.set_values(values)
            self.show_referral(referral)
            if referral:
                self._referrals[referral].set_values(values.get("referral") or {})
            self.show_facts(facts)
            if self._facts is not None:
                self._facts.set_values(values.get("facts") or {})
            self._people.show_values(values.get("parties") or ())
        finally:
            self._quiet = False
        self.show_faults(())

    def show_referral(self, kind: str) -> None:
        """The fields of a referral: by a court, by another body, or none."""
        kept = self._referrals[self._referral].values() if self._referral else {}
        self._referral = kind if kind in self._referrals else ""
        for name, part in self._referrals.items():
            part.setVisible(name == self._referral)
        if self._referral and kept:
            self._referrals[self._referral].set_values(kept)
        self._link()

    def show_facts(self, layout: Layout | None) -> None:
        """The facts that this category asks for."""
        if self._facts is not None:
            self._matter_box.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
            self._facts = None
        self._facts_rule.setVisible(layout is not None)
        if layout is not None:
            self._facts = self._part(layout)
            self._matter_box.addWidget(self._facts)
        self._link()

    def show_settled(self, layout: Layout | None, values: Mapping[str, Any] | None = None) -> None:
        """The sheet of what is settled already, or it stands away; `values` take the place of what stood there."""
        if layout is not None and self._settled is None:
            self._settled = self._part(layout)
            self._settled_box = Box(_("How it was settled"), self._settled)
            self._column.insertWidget(self._column.count() - 1, self._settled_box)
        if self._settled is not None and values is not None:
            self._settled.replace_values(values)
        if self._settled_box is not None:
            self._settled_box.setVisible(layout is not None)
        self._link()
        self.changed.emit()

    def offer_known(self, n: int, sentence: str) -> None:
        """Says in the card of a party that an earlier case knows him; "" takes it away."""
        self._people.cards[n].offer(sentence)
        self.changed.emit()

    def offer_causes(self, causes: Sequence[str]) -> None:
        """The causes to choose from, those of the category first."""
        editor = self.matter.editor("cause")
        if hasattr(editor, "set_options"):
            editor.set_options([(name, name) for name in causes])

    def party_values(self, n: int) -> dict[str, Any]:
        """One party as typed."""
        return self._people.cards[n].values()

    def fill_party(self, n: int, values: Mapping[str, Any]) -> None:
        """Fills what a number says, where nobody typed something else."""
        self._people.cards[n].fill(values)

    def replace_party(self, n: int, values: Mapping[str, Any]) -> None:
        """Shows these values whatever stood there."""
        self._people.cards[n].replace(values)

    def remark(self, n: int, key: str, sentence: str, role: str) -> None:
        """A sentence beside a field of a party."""
        self._people.cards[n].remark(key, sentence, role)

    def show_faults(self, faults: Iterable[Any]) -> None:
        """Each fault beside its field; the focus goes to the first of the sheet. What belongs nowhere stands at the top."""
        faults = list(faults)
        rest = faults
        for part in (self.origin, self.matter):
            rest = part.show_faults(rest)
        for kind, part in self._referrals.items():
            if kind == self._referral:
                rest = part.show_faults(rest, "referral")
        rest = self._people.show_faults(rest)
        if self._facts is not None:
            rest = self._facts.show_faults(rest, "facts")
        if self._is_settled() and self._settled is not None:
            rest = self._settled.show_faults(rest, "settled")
        self._whole.setText("\n".join(fault.sentence for fault in rest))
        self._whole.setVisible(bool(rest))
        if faults:
            self.focus_place(min(faults, key=lambda fault: self._place_of(fault.field)).field)

    def focus_place(self, place: str) -> None:
        """Sets the focus to a field by its path (`parties.0.id_number`), opening what is folded over it."""
        self._panes.show_pane(False)
        parts = place.split(".")
        if parts[0] == "parties":
            self._people.focus_place(parts[1:])
        elif parts[0] == "referral" and self._referral:
            self._referrals[self._referral].focus(parts[1] if len(parts) > 1 else "")
        elif parts[0] == "facts" and self._facts is not None:
            self._facts.lead(".".join(parts[1:])) if len(parts) > 1 else self._facts.focus()
        elif parts[0] == "settled" and self._settled is not None:
            self._settled.focus(parts[1] if len(parts) > 1 else "")
        elif not (self.origin.has(parts[0]) and self.origin.focus(parts[0])) and self.matter.has(parts[0]):
            self.matter.focus(parts[0])

    def focus_start(self) -> None:
        """The hand begins with the number of the first party's paper; how it came is filled already."""
        self._people.focus_card(0)
        QTimer.singleShot(0, self._to_top)  # once everything has its place

    def _to_top(self) -> None:
        """As much of the beginning as the field in focus allows."""
        self._left.verticalScrollBar().setValue(0)
        focus = self.focusWidget()
        if focus is not None and self._left.isAncestorOf(focus):
            self._left.ensureWidgetVisible(focus, 0, theme.current().px(6))

    def busy(self, busy: bool) -> None:
        """While it is registered nothing can be pressed twice."""
        self._busy = busy
        self.changed.emit()

    # ------------------------------------------------------------------ the way of the hand

    def _on_from(self, here: QWidget, step: int) -> None:
        """Enter past the end of a part, Shift+Enter before its beginning."""
        row: list[Any] = [self.origin, *([self._referrals[self._referral]] if self._referral else []), self._people, self.matter]
        row += self._last_parts()
        at = row.index(here) + step
        if at >= len(row):
            self.said.emit(_("The sheet is at its end: F8 registers, F12 registers and starts the next."))
        elif at >= 0 and row[at] is self._people:
            self._people.focus_card(0 if step > 0 else len(self._people.cards) - 1, last=step < 0)
        elif at >= 0:
            row[at].focus() if step > 0 else row[at].focus_last()

    def _step(self, step: int) -> None:
        """To the beginning of the next part of the sheet, each party and each open group being one; past the end to the first."""
        self._panes.show_pane(False)
        parts: list[Any] = self.origin.forms() + (self._referrals[self._referral].forms() if self._referral else [])
        parts += [*self._people.cards, *self.matter.forms()]
        parts += [form for part in self._last_parts() for form in part.forms()]
        here = self.focusWidget() or self
        at = next((n for n, part in enumerate(parts) if part.isAncestorOf(here)), -1 if step > 0 else 0)
        following = parts[(at + step) % len(parts)]
        if following in self._people.cards:
            self._people.focus_card(self._people.cards.index(following))
        else:
            following.focus()

    def _add_party(self) -> None:
        self._panes.show_pane(False)
        self._people.add()

    def _taken_out(self, name: str) -> None:
        words = _("{name} was taken off the sheet.").format(name=name or _("A party without a name"))
        self.note.say(words, "", _("Bring back"), self._bring_back)

    def _bring_back(self) -> None:
        self.note.put_away()
        self._people.bring_back()

    def _more(self) -> None:
        parts = [self.origin, *self._referrals.values(), self.matter, *self._people.parts(), *self._last_parts()]
        for part in parts:
            if part.isAncestorOf(self.focusWidget() or self):
                part.open_all()
                return
        self.said.emit(_("Put the cursor into a part of the sheet first."))

    def _link(self) -> None:
        """After something was added or folded: the way of Tab, and one grid for all that is shown."""
        if not self._built:
            return
        parts = [self.origin, *self._referrals.values(), self.matter, *self._people.parts()]
        parts += self._last_parts()
        align([form for part in parts for form in part.forms()])
        stops = self.origin.stops()
        stops += self._referrals[self._referral].stops() if self._referral else []
        stops += [*self._people.stops(), *self.matter.stops()]
        stops += [stop for part in self._last_parts() for stop in part.stops()]
        stops += self.living.stops()
        for one, following in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, following)

    def _last_parts(self) -> list[Part]:
        """What follows the dispute: the facts of its kind, how it was settled."""
        settled = self._settled if self._is_settled() else None
        return [part for part in (self._facts, settled) if part is not None]

    def _is_settled(self) -> bool:
        return self._settled_box is not None and not self._settled_box.isHidden()

    def _take_known(self) -> None:
        n = self._people.offered()
        if n is not None:
            self.known_wanted.emit(n)

    def _said(self, key: str, wanted: str, part: Part, signal: Any) -> None:
        if key == wanted:
            signal.emit(str(part.values().get(wanted) or ""))

    def _touched(self) -> None:
        if not self._quiet:
            self._clock.start()

    def _place_of(self, path: str) -> tuple[int, int, int]:
        """Where a field stands in reading order."""
        cards = [card.part if card.drawn else None for card in self._people.cards]
        lasts = {"facts": self._facts, "settled": self._settled}
        return order.place_of(path, self.origin, self.matter, self._referrals.get(self._referral), cards, lasts)

    # ------------------------------------------------------------------ what is drawn

    def _part(self, layout: Layout) -> Part:
        part = Part(layout, self._sheet.readers, self._sheet.initials)
        part.changed.connect(self._touched)
        part.finished.connect(lambda: self._on_from(part, 1))
        part.before_first.connect(lambda: self._on_from(part, -1))
        part.hint.connect(self.hinted)
        part.opened.connect(self._link)
        return part

    def _card(self, box: QVBoxLayout, title: str, part: Part) -> QVBoxLayout:
        made = Box(title, part)
        box.addWidget(made)
        return made.inner
