"""The page of a calculation: left what is entered, right how it is worked out."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.calculation.shown import Amounts, Entry, Lack, Result, Standing
from desktop.screens.calculation.view_entry import EntryPane
from desktop.screens.calculation.view_result import ResultLine, ResultPane
from desktop.widgets import save_file, theme
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.panes import NARROW, TwoPanes

WIDE, ALONE = 1_340, 880  # logical pixels of the window at a scale of 100: room for two columns beside the result, or with it away


class CalculationView(BannerPage):
    """Shows what the presenter hands in; every wish of the user is a signal or a call of the presenter."""

    entered = Signal()
    for_guests = True

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._standing: Standing | None = None
        self._entry: EntryPane | None = None
        self._guest = False
        self._shown: tuple[Entry, Any, Any] | None = None
        self._amounts = Amounts((), ("", "", ""))
        worn = theme.current()
        self.body.setSpacing(worn.px(2))
        self.body.addWidget(self.banner)
        left, right = QWidget(), QWidget()
        self._place = QVBoxLayout(left)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(right)
        self._column.setContentsMargins(worn.px(3), 0, 0, 0)
        self.result = ResultPane()
        self.result.led.connect(self._lead)
        self._column.addWidget(self.result)
        self.panes = TwoPanes(left, right, (3, 2))
        self.panes.turned.connect(self._turned)
        self.body.addWidget(self.panes, 1)
        self.line = ResultLine()
        self.line.led.connect(self._lead)
        self.line.hide()
        self.body.addWidget(self.line)
        QShortcut(QKeySequence("Ctrl+Up"), self, lambda: self._step(-1))  # the bar below names its sister

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """Which calculation."""
        return self._standing.title if self._standing else ""

    def subtitle(self) -> str:
        """The case."""
        return self._standing.subtitle if self._standing else ""

    def primary(self) -> Action | None:
        """Keep it."""
        if self._standing is None or self._guest:
            return None
        verb = _("Replace the kept one") if self._standing.replaces else _("Keep the sum")
        return Action("F8", verb, self._keep, not self._standing.why_not, self._standing.why_not)

    def secondary(self) -> list[Action]:
        """The paper as a file; filled in anew."""
        if self._standing is None or self._guest:
            return []
        return [Action("Ctrl+S", _("Save PDF"), lambda: self._save_paper(".pdf")), Action("F5", _("From the facts"), self._from_facts)]

    def keys(self) -> list[Action]:
        """Work it out; open what is folded; print; the other pane; the next card."""
        found = [Action("F9", _("Work out"), self._work_out), Action("F4", _("Conventions"), self._open_folds)]
        if not self._guest:
            found.append(Action("Ctrl+P", _("Print"), lambda: self._presenter.print()))
        found += [Action("F6", _("Other pane"), self.switch_pane), Action("Ctrl+Down", _("Next section"), lambda: self._step(1))]
        return found

    def switch_pane(self) -> bool:
        """F6."""
        return self.panes.switch()

    def help_topic(self) -> str:
        """The help of this page."""
        return "calculation"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter
        self.entered.connect(presenter.refresh)

    def enter(self) -> None:
        """A legal value may have been typed meanwhile; what is being typed stays."""
        self.entered.emit()
        self._focus()

    def leave(self) -> bool:
        """What is typed is kept as a draft."""
        if self._entry is not None:
            self._entry.flush()
        return True

    def guest(self, on: bool) -> None:
        """The parties see the screen: what is entered and how it is worked out stay, how it is kept does not."""
        self._guest = on
        self.banner.put_away()
        if self._entry is not None:
            self._entry.cards[-1].setVisible(not on)
        self.changed.emit()

    # ------------------------------------------------------------------ what the presenter asks

    def show_standing(self, standing: Standing) -> None:
        """Which calculation of which case, and what is kept of it."""
        changed, self._standing = standing != self._standing, standing
        self._show_kept()
        if changed:
            self.changed.emit()

    def show_entry(self, entry: Entry, readers: Any, letters: Any) -> None:
        """The forms with these values."""
        self.banner.put_away()
        self._shown = (entry, readers, letters)
        self._draw(entry, readers, letters)
        if entry.restored:
            sentence = _("What you typed here last time and did not keep is back.")
            self.banner.say(sentence, "", _("Begin anew"), self._presenter.begin_anew)
        self._focus()
        self.changed.emit()

    def _draw(self, entry: Entry, readers: Any, letters: Any) -> None:
        old = self._entry
        if old is not None:
            old.stop()
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        pane = self._entry = EntryPane(entry, readers, letters, self._columns())
        pane.typed.connect(self._presenter.typed)
        pane.rested.connect(self._presenter.keep_draft)
        pane.left.connect(self._presenter.left)
        pane.chosen.connect(self._presenter.choose)
        pane.hint.connect(self.hinted)
        pane.cards[-1].setVisible(not self._guest)
        self._place.addWidget(pane)
        self._show_kept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the fields stand in one column; what is typed goes with them."""
        super().resizeEvent(event)
        if self._entry is not None and self._shown is not None and self._columns() != self._entry.columns:
            entry, readers, letters = self._shown
            typed = self._entry.values()
            self._draw(entry._replace(values=typed["sheet"], kept_values=typed["keeping"]), readers, letters)
            self._entry.amounts.show_amounts(self._amounts)
            self._entry.amounts.set_values(typed["amounts"])

    def show_result(self, result: Result) -> None:
        """The newest state of the sum."""
        self.result.show_result(result)
        self.line.show_result(result)

    def show_amounts(self, amounts: Amounts) -> None:
        """The three amounts a head."""
        self._amounts = amounts
        if self._entry is not None:
            self._entry.amounts.show_amounts(amounts)

    def show_faults(self, faults: Sequence[Any], focus: bool) -> None:
        """Each beside its field; the rest at the top."""
        if self._entry is None:
            return
        rest = self._entry.show_faults(faults, focus)
        if rest and focus:
            self.banner.say("\n".join(fault.sentence for fault in rest), "red")

    def show_doubts(self, doubts: Sequence[Any]) -> None:
        """What looks odd, beside its field, in amber."""
        if self._entry is not None:
            for fault in doubts:
                key = fault.field.partition(".")[0]
                self._entry.part.remark(key, fault.sentence)

    def offer_back(self, sentence: str) -> None:
        """The sheet was filled in anew: one key brings back what stood there."""
        self.banner.say(sentence, "", _("Bring back"), self._presenter.bring_back)

    def show_stale(self, sentences: list[str]) -> None:
        """Both values; the user decides."""
        self.banner.say("\n".join(sentences), "amber", _("Save mine all the same"), self._presenter.keep_over)

    def fill(self, values: Mapping[str, Any]) -> None:
        """These values stand on the sheet now."""
        if self._entry is not None:
            self._entry.stop()
            self._entry.fill(values)

    def lead(self, place: str) -> None:
        """To a field."""
        if self._entry is not None:
            self.panes.show_pane(False)
            self._entry.lead(place)

    def values(self) -> dict[str, Any]:
        """Everything as typed."""
        assert self._entry is not None
        return self._entry.values()

    # ------------------------------------------------------------------ inside

    def _focus(self) -> None:
        if self._entry is not None and not self._entry.isAncestorOf(self.focusWidget() or self):
            self._entry.part.focus()

    def _columns(self) -> int:
        """Two columns of fields where they have room."""
        logical = self.window().width() * 100 / theme.current().scale
        return 2 if logical >= WIDE or ALONE <= logical < NARROW else 1

    def _show_kept(self) -> None:
        if self._entry is not None and self._standing is not None:
            self._entry.kept.setText(self._standing.kept or _("Nothing is kept of it yet."))

    def _turned(self, one: bool) -> None:
        """One pane at a time: the sum is one line at the foot, and the lines begin where the page begins."""
        self._column.setContentsMargins(0 if one else theme.current().px(3), 0, 0, 0)
        self.line.setVisible(one)
        self.changed.emit()

    def _settle(self) -> None:
        """A cell or a date that is being written is read to its end."""
        inside = self.focusWidget()
        if inside is not None:
            self.setFocus()
            inside.setFocus()

    def _lead(self, lack: Lack) -> None:
        self._presenter.lead(lack)

    def _keep(self) -> None:
        if self._entry is not None:
            self.setFocus()  # a cell or a date that is being written is read to its end
            self._entry.stop()
            self.banner.put_away()
            self._presenter.keep(self._entry.values())

    def _work_out(self) -> None:
        if self._entry is not None:
            self._settle()
            self._entry.stop()
            self._presenter.work_out(self._entry.values())

    def _from_facts(self) -> None:
        if self._entry is not None:
            self._settle()
            self._presenter.from_facts(self._entry.values())

    def _open_folds(self) -> None:
        if self._entry is not None:
            self._entry.part.open_all()

    def _step(self, by: int) -> None:
        if self._entry is not None:
            self.panes.show_pane(False)
            self._entry.step(by)

    def _save_paper(self, ending: str) -> None:
        if self._presenter.may_save():
            target = save_file.ask(self, self._presenter.suggested(), ending)
            if target:
                self._presenter.save_paper(target)
