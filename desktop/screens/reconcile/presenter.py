"""Decides on the page of the platform's list: what each finding says, which case it opens, which number is taken over."""

from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from desktop.domain.refusal import Refusal
from desktop.i18n import _, ngettext
from desktop.screens.reconcile.shown import Line, Shown
from desktop.services import platform_lists, platform_values
from desktop.services.platform_lists import Laid, Ours


class View(Protocol):
    """What the presenter asks of the view."""

    def show_platform(self, name: str) -> None: ...
    def show_found(self, found: Shown) -> None: ...
    def show_nothing(self) -> None: ...
    def ask_file(self) -> str: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class Finding(NamedTuple):
    """One line: what it is, the number there, who it is about, the field with both texts, our case that it means, whether it may take."""

    what: str
    state: str
    number: str
    about: str
    field: str = ""
    here: str = ""
    there: str = ""
    case: Ours | None = None
    takes: bool = False


class ReconcilePresenter:
    """One list of one platform at a time; it is read again after each number that was taken over."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._platform = ""
        self._file = ""
        self._found: list[Finding] = []

    def start(self, file: str = "") -> None:
        """An empty page, or what comes of a list."""
        self._view.show_platform(platform_values.platform(self._platform).name)
        if file:
            self.open(file)

    def choose(self) -> None:
        """Asks for the list."""
        file = self._view.ask_file()
        if file:
            self.open(file)

    def open(self, file: str) -> None:
        """Lays this list beside the cases here."""
        self._file = file
        self.refresh()

    def refresh(self) -> None:
        """The same list again: cases may have been mended meanwhile."""
        if self._file:
            desk, key, path = self._desk, self._platform, Path(self._file)
            self._jobs.run(lambda: platform_lists.lay(desk, path, key), self._laid, self._not_laid, replaces="reconcile")

    def other_platform(self) -> None:
        """The same list as one of the next platform."""
        keys = list(platform_values.all_platforms())
        now = platform_values.platform(self._platform).key
        self._platform = keys[(keys.index(now) + 1) % len(keys)]
        self._view.show_platform(platform_values.platform(self._platform).name)
        self.refresh()

    def open_case(self, line: str) -> None:
        """The case that a finding means."""
        finding = self._at(line)
        if finding is not None and finding.case is not None:
            self._view.go("case", {"case_id": finding.case.id})
        elif finding is not None:
            self._view.say(_("There is no such case here: register it first, or give the right case this number."), "amber")

    def take(self, line: str) -> None:
        """Our case takes the number over that it bears there."""
        finding = self._at(line)
        if finding is None or finding.case is None or not finding.takes:
            self._view.say(_("Nothing is taken over here: the case has its number already, or none fits."), "amber")
            return
        desk, case, number = self._desk, finding.case, finding.number

        def taken(_case: object) -> None:
            self._view.say(_("{case} has the number {number} now.").format(case=case.number, number=number), "green")
            self.refresh()

        self._jobs.run(partial(platform_lists.take_number, desk, case.id, number), taken, self._refused)

    # ------------------------------------------------------------------ inside

    def _at(self, line: str) -> Finding | None:
        return self._found[int(line)] if line.isdecimal() and int(line) < len(self._found) else None

    def _laid(self, laid: Laid) -> None:
        self._found = findings(laid)
        lines = tuple(
            Line(str(n), (one.what, one.number, _who(one), one.field, one.here, one.there), one.state, 0)
            for n, one in enumerate(self._found)
        )
        found = laid.found
        count = ngettext("{n} case agrees", "{n} cases agree", found.same).format(n=found.same)
        if self._found:
            count += " · " + ngettext("{n} finding", "{n} findings", len(self._found)).format(n=len(self._found))
        note = ""
        if found.months is not None:
            first, last = (day.isoformat() for day in found.months)
            note = _("Cases received from {first} to {last} were looked for in the list.").format(first=first, last=last)
        opens = frozenset(str(n) for n, one in enumerate(self._found) if one.case is not None)
        takes = frozenset(str(n) for n, one in enumerate(self._found) if one.takes)
        self._view.show_found(Shown(f"{laid.platform.name} · {Path(self._file).name}", lines, count, note, opens, takes))

    def _not_laid(self, no: Refusal) -> None:
        self._found = []
        self._view.show_nothing()
        self._view.say(no.sentence, "red")

    def _refused(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")


def findings(laid: Laid) -> list[Finding]:
    """What a clerk has to look at, in the order in which it is dealt with."""
    found = laid.found
    out = []
    for number, about in found.only_there:
        fit = laid.perhaps.get(number, [])
        out += [Finding(_("Number missing here"), "amber", number, about, "", one.number, "", one, len(fit) == 1) for one in fit]
        if not fit:
            out.append(Finding(_("Only there"), "red", number, about))
    for number, about in found.only_here:
        out += [Finding(_("Only here"), "red", number, about, "", one.number, "", one) for one in laid.here(number)]
    for line in found.differing:
        first = laid.here(line.number)[0]
        out.append(Finding(_("Differs"), "amber", line.number, first.about, line.label, line.here, line.there, first))
    out += [Finding(_("Twice in the list"), "amber", number, "", case=next(iter(laid.here(number)), None)) for number in found.twice]
    for number in found.twice_here:
        out += [Finding(_("Several cases here"), "red", number, one.about, "", one.number, "", one) for one in laid.here(number)]
    return out


def _who(one: Finding) -> str:
    return one.about or (one.case.about if one.case is not None else "")
