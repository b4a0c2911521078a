"""What stands beside the writing: the lines of the check, the sheet to pass one, the field for a pasted text, two versions compared."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from desktop.domain import agreement_changes, dates, money, texts
from desktop.domain.agreement_check import Finding, Level
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.screens.agreement import check_lines
from desktop.screens.agreement import presenter_values as typed
from desktop.screens.agreement.shown import Aside, Compared, Judged, Line
from desktop.services import agreement_paste, agreement_versions, case_page, files, judging
from desktop.services.case_page import Whole


class Owner(Protocol):
    """What the asides ask of the page's presenter."""

    @property
    def whole(self) -> Whole | None: ...
    def saved_first(self, then: Callable[[], None]) -> None: ...
    def read_anew(self, whole: Whole) -> None: ...
    def suggested(self) -> str: ...


_MOST_LEFT = 3
_NOTE = Field("note", "text", N_("Note"), most=500, help=N_("Kept in the journal of the office, on no paper."))
_TEXT = Field("text", "long_text", N_("Text"), required=True, help=N_("The whole agreement, or its clauses; Ctrl+V puts it here."))


def judged(findings: Sequence[Finding], faults: Sequence[Fault], agreed_fen: int | None, more: int, asked: Sequence[Line] = ()) -> Judged:
    """The check as it is shown: what cannot be read, red, what a pasted text leaves open, amber and grey, what was passed at the end."""
    known = {fault.field for fault in faults}
    open_now = [one for one in findings if not one.passed and (one.level is not Level.RED or one.place not in known)]
    lines = [Line(check_lines.at_its_place(fault.sentence, fault.field), fault.field, "red") for fault in faults]
    lines += [check_lines.of(one) for one in open_now] + [check_lines.of(one) for one in findings if one.passed]
    lines = [line for line in lines if line.state == "red"] + [*asked] + [line for line in lines if line.state != "red"]
    red = len(faults) + sum(one.level is Level.RED for one in open_now)
    amber = sum(one.level is Level.AMBER for one in open_now) + more + len(asked)
    why = _("{n} red lines stop the issue: {first}").format(n=red, first=lines[0].sentence) if red else ""
    total = _("Comes to {sum} yuan").format(sum=money.figures(agreed_fen)) if agreed_fen else ""
    return Judged(tuple(lines), red, amber, total, why, more)


def passing(line: Line) -> Aside:
    """The sheet to pass a finding."""
    reason = Field("reason", "choice", N_("Reason"), required=True, choices=line.reasons)
    told = f"{line.sentence} {line.more}".strip()
    return Aside("pass", _("Pass with a reason"), told, (reason, _NOTE), _("Pass"))


def pasting() -> Aside:
    """The field for a text from Word."""
    sentence = _("Obligations, days and sums are read as far as they can be; what can be read in two ways is asked for.")
    return Aside("paste", _("Paste from Word"), sentence, (_TEXT,), _("Read in"))


def compared(desk: Any, case: Any, old: int = 0) -> Compared:
    """The versions, and what changed since one of them (the one before the newest)."""
    known = agreement_versions.of(desk, case)
    told = tuple((one.number, _saved(one)) for one in known)
    if len(known) < 2:
        return Compared(told, known[0].number if known else 0, known[0].number if known else 0, ())
    first, last, changes = agreement_versions.compare(desk, case, old)
    return Compared(told, first, last, tuple((agreement_changes.told(one), one.place) for one in changes))


def _saved(one: agreement_versions.Saved) -> str:
    day = dates.in_words(one.saved_at.date())
    return _("Version {n}, {day} {time}, {user}").format(n=one.number, day=day, time=f"{one.saved_at:%H:%M}", user=one.user)


def _at(values: Mapping[str, Any], field: str) -> Any:
    """What stands at a dotted place of the sheet; None where nothing does."""
    found: Any = values
    for part in field.split("."):
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, list) and part.isdecimal() and int(part) < len(found):
            found = found[int(part)]
        else:
            return None
    return found


class Asides:
    """Opens what takes the place of the writing for a moment, and does what was filled in there."""

    def __init__(self, desk: Any, jobs: Any, view: Any, owner: Owner) -> None:
        self._desk, self._jobs, self._view, self._owner = desk, jobs, view, owner
        self._line: Line | None = None
        self._asked: list[Fault] = []  # what the text that was pasted last leaves open
        self._as_read: dict[str, Any] | None = None  # what stood at these fields when it was read in

    def asked(self, values: Mapping[str, Any]) -> list[Line]:
        """What the pasted text leaves open, each until its field is changed."""
        now = {one.field: _at(values, one.field) for one in self._asked}
        if self._as_read is None:
            self._as_read = now
        self._asked = [one for one in self._asked if now[one.field] == self._as_read[one.field]]
        return [Line(check_lines.at_its_place(one.sentence, one.field), one.field, "amber") for one in self._asked]

    def ask_pass(self, line: Line) -> None:
        """The few reasons for which a finding may be passed."""
        self._line = line
        self._view.show_aside(passing(line))

    def ask_paste(self) -> None:
        """The field for a text from Word."""
        self._view.show_aside(pasting())

    def ask_versions(self, old: int = 0) -> None:
        """The versions, and what changed since one of them."""
        if self._owner.whole is not None:
            desk, case = self._desk, self._owner.whole.case
            self._jobs.run(lambda: compared(desk, case, old), self._view.show_versions, self._refused)

    def done(self, kind: str, values: Mapping[str, Any]) -> None:
        """The sheet beside the writing was filled in."""
        if kind == "paste":
            self._paste(str(values.get("text") or ""))
        elif kind == "pass" and self._line is not None:
            line = self._line
            self._owner.saved_first(lambda: self._pass(line, values))  # a finding is passed of what is saved

    def suggested(self, old: int, new: int) -> str:
        """A name for the file of a comparison."""
        return f"{self._owner.suggested()} {old}-{new}"

    def save_comparison(self, target: str, old: int, new: int) -> None:
        """Writes the comparison of two versions as a file."""
        if self._owner.whole is None:
            return
        desk, case = self._desk, self._owner.whole.case
        self._jobs.run(
            lambda: files.save(Path(target), agreement_versions.paper(desk, case, old, new)),
            lambda _none: self._view.say(_("Saved: {file}").format(file=target)),
            self._refused,
        )

    def _paste(self, text: str) -> None:
        whole = self._owner.whole
        if whole is None or not text.strip():
            self._view.close_aside()
            return
        desk = self._desk

        def shown(reading: Any) -> None:
            self._asked, self._as_read = list(reading.questions), None
            self._view.fill(typed.pasted(whole, reading.values))
            self._view.show_faults(list(reading.questions))
            n = len(reading.questions)
            said = _("Read in; {n} questions are open.").format(n=n) if n else _("Read in: compare it with the text.")
            left = "、".join(f"“{texts.quoted(line)}”" for line in reading.left_out[:_MOST_LEFT])
            self._view.say(said + " " + _("Not used: {n} lines ({lines}).").format(n=len(reading.left_out), lines=left) if left else said)

        self._jobs.run(lambda: agreement_paste.read(desk, whole.case, text), shown, self._refused)

    def _pass(self, line: Line, values: Mapping[str, Any]) -> None:
        assert self._owner.whole is not None
        desk, case_id = self._desk, self._owner.whole.case.id
        told = {"kind": line.kind, "place": line.place, "reason": values.get("reason") or "", "note": values.get("note") or ""}

        def work() -> Whole:
            judging.pass_finding(desk, case_id, told)
            return case_page.look(desk, case_id)

        def passed(whole: Whole) -> None:
            self._view.close_aside()
            self._view.say(_("Passed; the reason is kept in the journal."))
            self._owner.read_anew(whole)

        self._jobs.run(work, passed, self._refused)

    def _refused(self, no: Refusal) -> None:
        self._view.show_faults(list(no.faults))
