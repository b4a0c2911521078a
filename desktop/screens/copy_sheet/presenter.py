"""Decides on the page of the copy sheet: what Enter copies and ticks, which field comes next, what was changed since it was entered."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.screens.copy_sheet.shown import Line, Shown
from desktop.services import actions, cases, platform_values, platforms

ENTERED, CHANGED, LACKING, OPEN = range(4)


class View(Protocol):
    """What the presenter asks of the view."""

    def show_copy(self, sheet: Shown) -> None: ...
    def go_to(self, place: str) -> None: ...
    def copy(self, text: str) -> None: ...
    def ask_folder(self) -> str: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class CopySheetPresenter:
    """One case on one platform at a time. A tick is drawn at once and kept behind the hand's back, in order."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._case = 0
        self._number = ""
        self._platform = ""
        self._sheet: platform_values.Copy | None = None
        self._ticked: set[str] = set()
        self._waiting = 0  # ticks on their way: an older answer is not drawn over them

    def start(self, case_id: int = 0, platform: str = "") -> None:
        """The sheet of a case; the court's platform unless another is named."""
        self._case, self._platform = case_id or self._case, platform or self._platform
        self.refresh(first=True)

    def refresh(self, first: bool = False) -> None:
        """Reads the case anew. `first` goes to the first field that is open."""
        desk, case, key = self._desk, self._case, self._platform
        if not case:
            return

        def work() -> tuple[str, platform_values.Copy]:
            found = cases.get(desk, case)
            return found.number or found.entry_number, platforms.sheet(desk, case, key)

        self._jobs.run(work, lambda found: self._read(found[0], found[1], first), self._refused, replaces="copy_sheet")

    # ------------------------------------------------------------------ what the keys do

    def take(self, place: str) -> None:
        """Enter: the text of the field goes to the clipboard, the field is ticked, the next open one is in hand."""
        line = self._line(place)
        if line is None:
            return
        if not line.text:
            self._view.say(_("{field} is empty here: there is nothing to copy. Space ticks it.").format(field=line.label))
        else:
            self._view.copy(line.text)
            self._tick([place], True)
            self._view.say(_("Copied: {field}. Paste it there with Ctrl+V.").format(field=line.label))
        self._view.go_to(self._after(place))

    def turn(self, place: str) -> None:
        """Space: ticks a field without copying it, or takes its tick away; what is no more goes off the list."""
        if self._sheet is not None:
            gone = place in self._sheet.gone
            self._tick([place], not gone and place not in self._ticked)
            self._view.go_to(place if gone else self._below(place))

    def turn_all(self) -> None:
        """Everything is entered; or nothing, where everything was."""
        if self._sheet is not None:
            places = [line.place for line in self._sheet.lines]
            self._tick(places, not self._ticked.issuperset(places))

    def other_platform(self) -> None:
        """The sheet of the next platform; each has ticks of its own."""
        keys = list(platform_values.all_platforms())
        now = self._sheet.platform.key if self._sheet is not None else keys[0]
        self._platform = keys[(keys.index(now) + 1) % len(keys)]
        self.refresh(first=True)

    def save_files(self) -> None:
        """The files of the case go into a folder, under the names that the platform wants."""
        folder = self._view.ask_folder()
        if not folder:
            return
        desk, case, key = self._desk, self._case, self._platform

        def said(files: Sequence[Path]) -> None:
            if files:
                self._view.say(_("{n} files written to {folder}.").format(n=len(files), folder=folder), "green")
            else:
                self._view.say(_("No file is kept with this case: drop scans on its page first."), "amber")

        self._jobs.run(lambda: platforms.export_files(desk, case, Path(folder), key), said, self._refused)

    def open_case(self) -> None:
        """To the case itself."""
        self._view.go("case", {"case_id": self._case})

    # ------------------------------------------------------------------ inside

    def _tick(self, places: list[str], on: bool) -> None:
        sheet = self._sheet
        assert sheet is not None, "a sheet is shown"
        self._ticked = self._ticked | set(places) if on else self._ticked - set(places)
        for place in places:
            sheet.changed.pop(place, None)
            sheet.gone.pop(place, None)
        self._show()
        desk, case, key = self._desk, self._case, sheet.platform.key
        copied = {line.place: line.text for line in sheet.lines if line.place in places}
        self._waiting += 1

        def work() -> platform_values.Copy:
            actions.act(desk, case, "copied", {"platform": key, "places": places, "entered": on})
            return platforms.sheet(desk, case, key)

        self._jobs.run(work, lambda made: self._kept(made, copied if on else {}), self._not_kept)

    def _kept(self, made: platform_values.Copy, copied: dict[str, str]) -> None:
        self._waiting -= 1
        now = {line.place: line.text for line in made.lines}
        other = [line.label for line in made.lines if line.place in copied and copied[line.place] != now[line.place]]
        if not self._waiting and self._sheet is not None and made.platform.key == self._sheet.platform.key:
            self._sheet, self._ticked = made, set(made.ticked)
            self._show()
        if other:  # somebody changed the case while the older text was copied
            sentence = _("Meanwhile the case says something else: {fields}. Copy it again.")
            self._view.say(sentence.format(fields="、".join(other)), "amber")

    def _not_kept(self, no: Refusal) -> None:
        self._waiting -= 1
        self._refused(no)
        self.refresh()

    def _read(self, number: str, made: platform_values.Copy, first: bool) -> None:
        if self._waiting:
            return
        self._number, self._sheet, self._ticked = number, made, set(made.ticked)
        self._show()
        if first:
            self._view.go_to(self._after(""))

    def _line(self, place: str) -> Any:
        return next((line for line in self._sheet.lines if line.place == place), None) if self._sheet is not None else None

    def _after(self, place: str) -> str:
        """The next field below that has a text and is not entered; the one below where all of them are."""
        lines = self._sheet.lines if self._sheet is not None else []
        at = next((n for n, line in enumerate(lines) if line.place == place), -1)
        rest = [line.place for line in lines[at + 1 :] if line.text and line.place not in self._ticked]
        return rest[0] if rest else self._below(place)

    def _below(self, place: str) -> str:
        places = [line.place for line in self._sheet.lines] if self._sheet is not None else []
        at = places.index(place) + 1 if place in places else 0
        return places[min(at, len(places) - 1)] if places else ""

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        words = (_("entered"), _("changed since"), _("needed there"), "")
        colours = ("green", "amber", "red", "")
        rows, group = [], ""
        for line in sheet.lines:
            untyped = CHANGED if line.place in sheet.changed else LACKING if line.lacking else OPEN
            state = ENTERED if line.place in self._ticked else untyped
            before = _("before: {text}").format(text=_flat(sheet.changed[line.place]) or "—") if line.place in sheet.changed else ""
            cells = (line.group if line.group != group else "", line.label, _flat(line.text), words[state], before)
            rows.append(Line(line.place, cells, colours[state], 3))
            group = line.group
        for place, text in sheet.gone.items():
            rows.append(
                Line(place, (_("No more here"), "", "", words[CHANGED], _("before: {text}").format(text=_flat(text) or "—")), "amber", 3)
            )
        notes = []
        if sheet.changed or sheet.gone:
            n = len(sheet.changed) + len(sheet.gone)
            notes.append(_("{n} fields were entered otherwise than they stand now: correct them on the platform.").format(n=n))
        lacking = sum(line.lacking for line in sheet.lines)
        if lacking:
            notes.append(_("{n} fields that the platform wants are empty here.").format(n=lacking))
        count = _("{n} of {all} entered").format(n=len(self._ticked), all=len(sheet.lines))
        texts = {line.place: line.text for line in sheet.lines}
        self._view.show_copy(Shown(self._number, sheet.platform.name, tuple(rows), count, " ".join(notes), texts))

    def _refused(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")


def _flat(text: str) -> str:
    """A text in one line of the list."""
    return " ".join(text.split())
