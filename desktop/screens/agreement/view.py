"""The page of an agreement: the writing at the left, the living paper with its check at the right.

It has over 400 lines, since frame, presenter and its panes each ask their questions of this one page.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Aside, Clash, Compared, Done, Judged, Offered, Standing, Writing
from desktop.screens.agreement.view_aside import AsidePane, VersionsPane
from desktop.screens.agreement.view_check import NOTHING, CheckLine, CheckList
from desktop.screens.agreement.view_clash import ClashBanner
from desktop.screens.agreement.view_done import DonePane
from desktop.screens.agreement.view_obligations import Asks
from desktop.screens.agreement.view_writing import WritingPane
from desktop.widgets import printer, save_file, theme
from desktop.widgets.form import Form
from desktop.widgets.page import Action, BannerPage
from desktop.widgets.panes import TwoPanes
from desktop.widgets.preview import Preview


class AgreementView(BannerPage):
    """Shows what the presenter hands in; every wish of the user is a signal or a call of the presenter."""

    entered = Signal()
    for_guests = True

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._standing: Standing | None = None
        self._writing: WritingPane | None = None
        self._reason: Form | None = None
        self._judged = NOTHING
        self._next_key = self._next_label = ""
        self._guest = False
        self._checking = False  # one pane at a time, and that one is the check
        self._readers: Any = None
        worn = theme.current()
        self.body.setSpacing(worn.px(2))
        self.body.addWidget(self.banner)
        self.clash = ClashBanner(lambda: self._presenter.clash.take_record(), lambda: self._presenter.clash.take_text())
        self.body.addWidget(self.clash)
        self._left = QStackedWidget()
        self._done = DonePane()
        self._left.addWidget(self._done)
        right = QWidget()
        column = self._column = QVBoxLayout(right)
        column.setContentsMargins(worn.px(3), 0, 0, 0)
        column.setSpacing(worn.px(2))
        self.preview = Preview()
        self.check = CheckList()
        column.addWidget(self.preview, 1)
        column.addWidget(self.check)
        self.panes = TwoPanes(self._left, right)
        self.panes.turned.connect(self._turned)
        self.body.addWidget(self.panes, 1)
        self.line = CheckLine()
        self.line.hide()
        self.body.addWidget(self.line)
        for check in (self.check, self.line):
            check.chosen.connect(self._lead)
        self.check.passed.connect(self._ask_pass)
        self.line.all_wanted.connect(self.to_check)
        self._aside: AsidePane | VersionsPane | None = None

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The name of the paper."""
        return self._standing.title if self._standing else ""

    def subtitle(self) -> str:
        """The case."""
        return self._standing.subtitle if self._standing else ""

    def primary(self) -> Action | None:
        """Issue it; once issued, on to the signatures."""
        if self._standing is None:
            return None
        if isinstance(self._aside, AsidePane):
            return Action("F8", self._aside.verb, self._aside.finish)
        if self._aside is not None:
            return None
        if self._reason is not None:
            return Action("F8", _("Take back"), self._take_back)
        if self._standing.state == "draft":
            # the parties see the button, not what is wrong
            return Action("F9", _("Issue"), self._next, not self._judged.why_not, "" if self._guest else self._judged.why_not)
        if self._next_key and not self._guest:
            return Action("F9", self._next_label, lambda: self._presenter.go_on(self._next_key))
        return None

    def secondary(self) -> list[Action]:
        """Save a version, save the paper as a file."""
        if self._standing is None or self._standing.state == "closed" or self._aside is not None:
            return []
        found = [Action("Ctrl+S", _("Save PDF"), lambda: self._save_paper(".pdf"))]
        if self._standing.state == "draft":
            found.insert(0, Action("F8", _("Save"), self._save))
        return found

    def keys(self) -> list[Action]:
        """Print; the other pane; close the field of the reason."""
        found = []
        if self._standing is not None and self._standing.state != "closed":
            found.append(Action("Ctrl+P", _("Print"), self._print))
        found.append(Action("F6", _("Other pane"), self.switch_pane))
        if self._aside is not None:
            found.append(Action("Esc", _("Close"), self.close_aside))
        elif self._reason is not None:
            found.append(Action("Esc", _("Close"), self._close_reason))
        elif self._writing is not None:
            found.append(Action("F7", _("Clauses"), self._to_offers))
        if self._writing is not None and not self._guest and self._judged.lines:
            found.append(Action("Alt+C", _("Check"), self.to_check))
        found += [] if self._guest else self.clash.keys()
        if self._checking:
            found.append(Action("Esc", _("Close"), self.switch_pane))
        return found

    def switch_pane(self) -> bool:
        """F6: from the check of a narrow window back to the writing, else to the other pane."""
        if self._checking:
            self._show_whole_check(False)
            self.panes.show_pane(False)
            return True
        return self.panes.switch()

    def to_check(self) -> None:
        """To the lines of the check; in a narrow window they take the place of writing and paper."""
        if self._guest or self._standing is None or self._standing.state != "draft":
            return
        if self.panes.takes_turns:
            self._show_whole_check(True)
            self.panes.show_pane(True)
        self.check.enter()

    def help_topic(self) -> str:
        """The help of this page."""
        return "agreement"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter
        self.entered.connect(presenter.refresh)
        self._done.file_wanted.connect(self._save_paper)
        self._done.print_wanted.connect(self._print)
        self._done.take_back_wanted.connect(presenter.ask_take_back)
        self._done.take_back_done.connect(self._take_back)
        self._done.closed.connect(self._close_reason)
        self._done.next_wanted.connect(presenter.go_on)
        self._done.hand_over_wanted.connect(lambda: presenter.go_on("hand_over"))

    def enter(self) -> None:
        """What is being typed stays; anything else is read anew."""
        self.entered.emit()
        self._focus()

    def leave(self) -> bool:
        """What is typed is kept as a draft."""
        if self._writing is not None:
            self._writing.flush()
        return True

    def guest(self, on: bool) -> None:
        """The parties see the screen: the writing and the paper stay, what is wrong with them does not."""
        self._guest = on
        self.banner.put_away()
        self.clash.setVisible(not on and bool(self.clash.keys()))
        if on:
            self.close_aside()
            if self._checking:
                self.switch_pane()
        self._turned(self.panes.takes_turns)

    # ------------------------------------------------------------------ what the presenter asks

    def show_standing(self, standing: Standing) -> None:
        """Where the agreement stands; what cannot be written is shown as a few words with the next steps."""
        self._standing = standing
        self.banner.put_away()
        if standing.state != "draft":
            self._drop_writing()
            self._reason = None
            self._show_done(standing)
        self.check.setVisible(standing.state == "draft" and not self._guest)
        self._turned(self.panes.takes_turns)
        self.changed.emit()

    def show_writing(self, writing: Writing, readers: Any, letters: Any) -> None:
        """The forms with these values."""
        self._drop_writing()
        self._readers = readers
        pane = WritingPane(writing, readers, letters, Asks(self._presenter.account, self._presenter.plan, self._presenter.difference))
        pane.typed.connect(self._presenter.typed)
        pane.rested.connect(self._presenter.keep)
        pane.hint.connect(self.hinted)
        pane.paste_wanted.connect(lambda: self._presenter.asides.ask_paste())
        pane.versions_wanted.connect(lambda: self._presenter.asides.ask_versions())
        self._writing = pane
        self._left.addWidget(pane)
        self._left.setCurrentWidget(pane)
        if writing.restored:
            sentence = _("What you typed here last time and did not save is back.")
            self.banner.say(sentence, "", _("Begin anew"), self._presenter.begin_anew)
        self._focus()
        self.changed.emit()

    def show_paper(self, pages: list[tuple[float, float]], picture: Any, note: str, place: tuple[int, float] | None) -> None:
        """The newest state of the paper; `place` is where it has just changed: it is brought into view."""
        self.preview.say(note)
        self.preview.show_pages(pages, picture)
        if place is not None:
            self.preview.pages.bring(*place)
        if self._writing is None and not self._reason and not self._left.isAncestorOf(self.focusWidget() or self):
            self.preview.setFocus()

    def show_done(self, done: Done | None) -> None:
        """What is known of an agreement that is issued or signed."""
        self._next_key, self._next_label = (done.next_key, done.next_label) if done is not None else ("", "")
        self._done.show_done(None if self._guest else done, self._reason)
        self.changed.emit()

    def show_check(self, judged: Judged) -> None:
        """What a judge would say."""
        before, self._judged = self._judged, judged
        self.check.show_check(judged)
        self.line.show_check(judged)
        if before.why_not != judged.why_not or bool(before.lines) != bool(judged.lines):
            self.changed.emit()

    def show_clash(self, clash: Clash | None) -> None:
        """Text and record say two things: both values stand at the top, each taken with one key."""
        if self.clash.show_clash(clash if not self._guest else None):
            self.changed.emit()

    def show_offers(self, offers: Sequence[Offered], made: Mapping[int, str]) -> None:
        """The clauses of the library that fit now, and what the records make as theirs."""
        if self._writing is not None:
            self._writing.offers.show_offers(offers)
            self._writing.obligations.show_generated(made)

    def show_aside(self, aside: Aside) -> None:
        """A few fields take the place of the writing."""
        pane = AsidePane(aside)
        pane.done.connect(lambda values: self._presenter.asides.done(pane.kind, values))
        pane.closed.connect(self.close_aside)
        self._lay_aside(pane)
        pane.form.focus()

    def show_versions(self, compared: Compared) -> None:
        """Two versions take the place of the writing."""
        pane = VersionsPane(compared, lambda: self._save_comparison(compared))
        pane.chosen.connect(self._presenter.asides.ask_versions)
        pane.led.connect(self._lead)
        pane.closed.connect(self.close_aside)
        self._lay_aside(pane)
        pane.versions.setFocus()

    def close_aside(self) -> None:
        """Back to the writing."""
        pane, self._aside = self._aside, None
        if pane is not None:
            self._left.setCurrentWidget(self._writing or self._done)
            self._left.removeWidget(pane)
            pane.deleteLater()
            self._focus()
            self.changed.emit()

    def put_row(self, row: int, values: Mapping[str, Any]) -> None:
        """These values of an obligation are other ones now."""
        if self._writing is not None:
            self._writing.obligations.put(row, values)

    def fill(self, values: Mapping[str, Any]) -> None:
        """What was read out of a pasted text is laid over the writing."""
        self.close_aside()
        if self._writing is not None:
            self._writing.fill(values)

    def show_faults(self, faults: list[Any]) -> None:
        """Each beside its field."""
        if isinstance(self._aside, AsidePane):
            rest = self._aside.show_faults(faults)
        elif self._reason is not None:
            rest = self._reason.show_faults(faults)
        elif self._writing is not None:
            rest = self._writing.show_faults(faults)
        else:
            rest = faults
        self.banner.say("\n".join(fault.sentence for fault in rest), "red" if rest else "")

    def show_stale(self, sentences: list[str]) -> None:
        """Both values; the user decides."""
        self.banner.say("\n".join(sentences), "amber", _("Save mine all the same"), self._presenter.save_over)

    def ask_reason(self, fields: Any) -> None:
        """A field for the reason, in the page."""
        self._reason = Form(fields, None, 1)
        self._reason.finished.connect(self._take_back)
        if self._standing is not None:
            self._show_done(self._standing)
        self._reason.focus()
        self.changed.emit()

    # ------------------------------------------------------------------ inside

    def _focus(self) -> None:
        if self._writing is not None and not self._writing.isAncestorOf(self.focusWidget() or self):
            self._writing.head.focus("facts")

    def _ask_pass(self, line: object) -> None:
        self._presenter.asides.ask_pass(line)

    def _to_offers(self) -> None:
        if self._writing is not None and not self._writing.to_offers():
            self.said.emit(_("The library has no clause for what is written so far."))

    def _lay_aside(self, pane: "AsidePane | VersionsPane") -> None:
        old, self._aside = self._aside, pane
        self._left.addWidget(pane)
        self._left.setCurrentWidget(pane)
        if old is not None:
            self._left.removeWidget(old)
            old.deleteLater()
        self._show_whole_check(False)
        self.panes.show_pane(False)
        self.changed.emit()

    def _save_comparison(self, compared: Compared) -> None:
        target = save_file.ask(self, self._presenter.asides.suggested(compared.old, compared.new), ".pdf")
        if target:
            self._presenter.asides.save_comparison(target, compared.old, compared.new)

    def _drop_writing(self) -> None:
        if self._writing is not None:
            self._writing.stop()
            self._left.removeWidget(self._writing)
            self._writing.deleteLater()
            self._writing = None
            self.show_clash(None)

    def _show_done(self, standing: Standing) -> None:
        self._done.show_standing(standing, self._reason)
        self._left.setCurrentWidget(self._done)

    def _turned(self, one: bool) -> None:
        """One pane at a time: the check is one line at the foot, and the paper begins where the page begins."""
        self._column.setContentsMargins(0 if one else theme.current().px(3), 0, 0, 0)
        writing = (self._standing is None or self._standing.state == "draft") and not self._guest
        self._checking = self._checking and one and writing
        self.line.setVisible(one and writing and not self._checking)
        self.check.setVisible(writing and (self._checking or not one))
        self.check.spread(self._checking)
        self.preview.setVisible(not self._checking)
        self.changed.emit()

    def _show_whole_check(self, on: bool) -> None:
        if on != self._checking:
            self._checking = on
            self._turned(self.panes.takes_turns)

    def _lead(self, place: str) -> None:
        if not self._presenter.lead_to_case(place) and self._writing is not None:
            self.close_aside()
            self._show_whole_check(False)
            self.panes.show_pane(False)
            self._writing.lead(place)

    def _save(self) -> None:
        if self._writing is not None:
            self._settle()
            self._writing.stop()
            self._presenter.save(self._writing.values())

    def _next(self) -> None:
        self._settle()
        self._presenter.next(self._writing.values() if self._writing is not None else {})

    def _settle(self) -> None:
        """A cell or a date that is being written is read to its end."""
        inside = self.focusWidget()
        if inside is not None:
            self.setFocus()
            inside.setFocus()

    def _take_back(self) -> None:
        if self._reason is not None:
            self._presenter.take_back(self._reason.values())

    def _close_reason(self) -> None:
        self._reason = None
        if self._standing is not None:
            self._show_done(self._standing)
        self.changed.emit()

    def _save_paper(self, ending: str) -> None:
        target = save_file.ask(self, self._presenter.suggested(), ending)
        if target:
            self._presenter.save_paper(target)

    def _print(self) -> None:
        why = printer.why_not()
        if why:
            self.say(why, "amber")
            return
        printer.send(self, self.title(), self.preview.pages.count(), self._presenter.print_paper, self.say)
