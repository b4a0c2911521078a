"""The lists of the office, as they are decided: which list, which lines, what is known of one, which sheet is open."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.domain import initials, readers
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.screens.ledgers.shown import Card, Deed, Line, Listing, Section, Sheet


class LedgersPresenter:
    """`view` is a `LedgersView` or anything with its methods; `sections` are the lists of the page."""

    def __init__(self, desk: Any, jobs: Any, view: Any, sections: tuple[Section, ...]) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._sections = {section.key: section for section in sections}
        self._section = sections[0]
        self._lines: list[Line] = []
        self._notes: list[tuple[str, str]] = []
        self._filters: set[str] = set(self._section.start_filter)
        self._text = ""
        self._line: Line | None = None
        self._sheet: Sheet | None = None
        self._busy = False
        self._offered = False

    def start(self, section: str = "", deed: str = "", of: str = "") -> None:
        """The page as it was left, or at this list; with `deed` the sheet of the deed with this key opens, for the line `of`."""
        if not self._offered:
            self._offered = True
            self._view.offer([(one.key, _(one.label)) for one in self._sections.values()])
            self._view.show_section(self._section, self._filters)
        if section and section != self._section.key:
            self.choose(section)
        opened = next((one for one in self._section.deeds if one.key == deed), None) if deed else None
        if opened is not None and opened.sheet is not None:
            sheet, desk, here = opened.sheet, self._desk, self._section
            self._jobs.run(lambda: sheet(desk, of), lambda found: self._open(found, here), self._refused)

    def refresh(self) -> None:
        """Reads the list anew; a sheet that is open stays with what was typed."""
        section, desk = self._section, self._desk
        if section.alone is not None:
            if self._sheet is None:
                alone = section.alone
                self._jobs.run(lambda: alone(desk), lambda sheet: self._open(sheet, section), replaces="ledger")
        elif section.lines is not None:
            lines = section.lines
            self._jobs.run(lambda: lines(desk), lambda listing: self._show(listing, section), replaces="ledger")

    def choose(self, key: str) -> None:
        """Another list of the page."""
        if key not in self._sections or key == self._section.key and self._sheet is None:
            return
        self._section = self._sections[key]
        self._line, self._sheet, self._lines, self._text = None, None, [], ""
        self._filters = set(self._section.start_filter)
        self._view.show_section(self._section, self._filters)
        self.refresh()

    def filter(self, codes: list[str], text: str) -> None:
        """Only the lines of these groups in which every word of the text (or its pinyin initials) stands."""
        self._filters, self._text = set(codes), text
        self._draw()

    def pick(self, line: Line | None) -> None:
        """The cursor stands on this line."""
        self._line = line
        section, desk = self._section, self._desk
        if self._sheet is not None:
            return
        self._view.show_deeds(self._deeds())
        if line is None or section.card is None:
            self._view.show_card(None)
            return
        card = section.card
        self._jobs.run(lambda: card(desk, line.id), lambda found: self._known(found, section, line), replaces="ledger card")

    def do(self, place: int) -> None:
        """The deed at this place of the section, with the line that is chosen."""
        deed, line, desk, section = self._section.deeds[place], self._line, self._desk, self._section
        why = self._why_not(deed)
        if why:
            self._view.say(why)
            return
        what = line.id if deed.of_line and line is not None else None
        if deed.opens is not None:
            self._view.go(*deed.opens(what))
        elif deed.sheet is not None:
            sheet = deed.sheet
            self._jobs.run(lambda: sheet(desk, what), lambda found: self._open(found, section), self._refused)
        elif deed.act is not None and not self._busy:
            act = deed.act
            self._busy = True
            self._view.wait(_(deed.label))
            self._jobs.run(lambda: act(desk, what), self._done, self._refused, failed=self._broke)

    def save(self, values: Mapping[str, Any]) -> None:
        """Saves the open sheet; what is wrong comes back to its field."""
        sheet = self._sheet
        if sheet is None or self._busy:
            return
        self._busy = True
        self._view.wait(_("Saving"))
        self._jobs.run(lambda: sheet.save(values), self._saved, self._refused, failed=self._broke)

    def save_over(self, values: Mapping[str, Any]) -> None:
        """Saves what is typed although somebody else has changed it meanwhile: the person at the desk saw both values."""
        sheet = self._sheet
        if sheet is not None and sheet.over is not None and not self._busy:
            over = sheet.over
            self._busy = True
            self._jobs.run(lambda: over(values), self._saved, self._refused, failed=self._broke)

    def close(self) -> None:
        """Puts the sheet away without saving; a sheet without a list is read anew."""
        self._sheet = None
        self._view.close_sheet()
        if self._section.alone is not None:
            self.refresh()
        else:
            self.pick(self._line)

    def _show(self, listing: Listing, section: Section) -> None:
        if section is not self._section:
            return
        self._lines, self._notes = list(listing.lines), list(listing.notes)
        self._draw()

    def _draw(self) -> None:
        words = self._text.split()
        known = {code for code, _label in self._section.filters}
        wanted = self._filters & known
        shown = [line for line in self._lines if (not wanted or wanted & set(line.groups)) and all(_holds(line, word) for word in words)]
        self._view.show_lines(shown, self._notes, bool(words or wanted))
        if not shown:
            self.pick(None)

    def _known(self, card: Card, section: Section, line: Line) -> None:
        if section is self._section and line is self._line and self._sheet is None:
            self._view.show_card(card)

    def _deeds(self) -> list[tuple[str, str, str, bool]]:
        """(key, label, why not, of the line) of each deed."""
        return [(deed.key, _(deed.label), self._why_not(deed), deed.of_line) for deed in self._section.deeds]

    def _why_not(self, deed: Deed) -> str:
        if not deed.of_line:
            return ""
        return _("Choose a line first.") if self._line is None else deed.why_not(self._line)

    def _open(self, sheet: Sheet, section: Section) -> None:
        if section is not self._section:
            return
        self._sheet = sheet
        self._view.open_sheet(_drawn(sheet), readers.readers(self._desk.today), initials.of, section.alone is not None)

    def _saved(self, sentence: str) -> None:
        looks = self._sheet is not None and self._sheet.looks
        self._busy, self._sheet = False, None
        self._view.close_sheet()
        self._view.tell_saved(self._desk.now().strftime("%H:%M"), sentence)
        self.refresh()
        if looks:
            self._view.looks_changed.emit()

    def _done(self, sentence: str) -> None:
        self._busy = False
        self._view.done(sentence)
        self.refresh()

    def _refused(self, no: Refusal) -> None:
        self._busy = False
        self._view.refused(no.sentence, list(no.faults), self._sheet is not None, no.code in ("stale", "doubtful"))

    def _broke(self, bug: BaseException) -> None:
        self._busy = False
        self._view.done("")
        raise bug


def _drawn(sheet: Sheet) -> Sheet:
    """The sheet without examples in its empty lines, which read like values; one that says so (如：) may stand."""
    return replace(
        sheet, fields=tuple(one if str(one.example or "").startswith("如：") else replace(one, example="") for one in sheet.fields)
    )


def _holds(line: Line, word: str) -> bool:
    small = word.lower()
    return any(small in cell.lower() or small in initials.of(cell) for cell in line.cells)
