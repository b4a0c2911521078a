"""Decides on the page of a case: loads it, opens the sheets, saves them, prints its papers. The rules are asked, never repeated."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from db.vocabulary import PaperKind
from desktop.domain import words
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.case import presenter_deeds as deeds
from desktop.screens.case import presenter_drafts as drafted
from desktop.screens.case import presenter_sheets as sheets
from desktop.screens.case import presenter_words as said
from desktop.screens.case import shown
from desktop.screens.case.presenter_fields import Opened
from desktop.screens.case.presenter_files import FilesOfCase
from desktop.screens.case.presenter_kinds import KindsOfCase
from desktop.screens.case.presenter_paper import PaperOfCase
from desktop.screens.case.presenter_print import PrintOfCase
from desktop.screens.case.presenter_read import Read, read
from desktop.services import actions, drafts, printing

ELSEWHERE = {
    "agreement": "agreement", "issue": "agreement", "pass_finding": "agreement", "copied": "copy_sheet",
    "calculate": "calculation", "calculate_amounts": "calculation",
}  # fmt: skip
_SECTIONS = {  # where the focus goes after a move, so that the next one of the same kind needs no way
    "perform": "performance", "default": "performance", "return_visit": "ended", "confirm_apply": "confirmation",
    "confirm_supplement": "confirmation", "confirm_result": "confirmation", "confirm_objection": "confirmation", "evidence": "evidence",
    "evidence_change": "evidence", "evidence_in": "evidence", "evidence_back": "evidence", "serve": "plan", "contact": "contacts",
    "participant": "table", "group_members": "group.0", "group_represent": "group.0",
}  # fmt: skip


class View(Protocol):
    """What the presenter asks of the view."""

    def show_case(self, page: shown.CaseShown) -> None: ...
    def show_sheet(self, sheet: shown.Sheet, readers: Any, initials: Any) -> None: ...
    def show_steps(self, moves: Sequence[shown.Move], title: str = "") -> None: ...
    def show_files(self, files: shown.Files, readers: Any) -> None: ...
    def close_sheet(self) -> None: ...
    def go_to_section(self, key: str) -> None: ...
    def close_panel(self, section: str = "") -> None: ...
    def show_faults(self, faults: list[Fault]) -> None: ...
    def show_stale(self, sentence: str, both: list[Fault], since: list[str]) -> None: ...
    def show_paper(
        self, title: str, pages: list[tuple[float, float]], picture: Callable[..., None], state: str, missing: Sequence[str] = ()
    ) -> None: ...
    def ask_files(self) -> list[str]: ...
    def ask_target(self, name: str) -> str: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def tell_saved(self, time: str, sentence: str) -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class CasePresenter:
    """One case. `start` names it by id or by any number; with `move` its sheet opens at once."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._asked: str | int = ""
        self._move = self._print_at_once = ""
        self._read: Read | None = None
        self._opened: Opened | None = None
        self._draft = ""
        self._begun: tuple[dict[str, Any], tuple[str, ...]] = ({}, ())
        self._last: Mapping[str, Any] = {}
        self._loading = False
        self._paper = PaperOfCase(desk, jobs, view)
        self.print = PrintOfCase(desk, jobs, view)
        self._kinds = KindsOfCase(desk, view, self._paper, self.open_move)
        self._files = FilesOfCase(desk, jobs, view, self._paper, self._renewed)
        self.letters = sheets.letters

    def start(self, case_id: int = 0, number: str = "", move: str = "", paper: str = "") -> None:
        """Shows the case; with `move` its sheet (correct:3 is that of the third party), with `paper` (kind:number) the print window with
        this paper ticked."""
        self._asked, self._move, self._print_at_once = case_id or number, move, paper
        self.refresh()

    def stop(self) -> None:
        """The page is dropped."""
        self._opened = None

    def refresh(self) -> None:
        """Reads the case anew; an open sheet stays as it is."""
        if self._asked and not self._loading:
            self._loading = True
            asked = self._asked
            self._jobs.run(lambda: self._look(asked), self._loaded, self._not_loaded)

    # ------------------------------------------------------------------ sheets

    def do(self, key: str, begin: Mapping[str, Any], chosen: tuple[str, ...]) -> None:
        """A button of the page: a move, or a word of the page itself."""
        own: dict[str, Callable[[], object]] = {
            "agreement.open": self.open_agreement,
            "calculation.open": lambda: self.open_calculation(chosen),
            "files": self.add_files,
            "look": lambda: self._files.look(chosen),
            "save_file": lambda: self._files.save(chosen),
            "place_file": lambda: self._open_own(self._files.place_sheet(chosen)),
            "drop_file": lambda: self._open_own(self._files.drop_sheet(chosen)),
        }
        if self._kinds.knows(key):
            if self._read is not None:
                self._kinds.do(key, self._read)
            return
        own.get(key, partial(self.open_move, key, begin, chosen))()

    def open_move(self, key: str, begin: Mapping[str, Any] | None = None, chosen: tuple[str, ...] = ()) -> None:
        """Opens the sheet of a move, or the page where it is done; says why not where it is not possible."""
        if self._read is None:
            return
        why = deeds.why_not(key, self._read.now)
        if why:
            self._view.say(why, "amber")
            return
        if key in ELSEWHERE:
            self._view.go(ELSEWHERE[key], {"case_id": self._read.whole.case.id})
            return
        whole, desk, known = self._read, self._desk, dict(begin or {})
        self._begun = known, chosen
        draft = self._draft = drafted.name(key, known, chosen)

        def work() -> Opened:
            return sheets.make(desk, whole, key, drafts.kept(desk, draft, whole.whole.case.id), known, chosen)

        self._jobs.run(work, self._open, self._told)

    def all_steps(self) -> None:
        """F7: every step with its reason."""
        if self._read is not None:
            self._view.show_steps(said.every(self._read.now))

    def reckon(self, values: Mapping[str, Any]) -> shown.Reckoned:
        """What would come of the open sheet as it is typed now."""
        if self._opened is None or self._opened.reckon is None:
            return shown.Reckoned(shown.Chip(""))
        return self._opened.reckon(values)

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps what is typed on the open sheet, so that nothing is lost."""
        if self._opened is not None and self._read is not None and self._draft:
            desk, page, case_id = self._desk, self._draft, self._read.whole.case.id
            told = drafted.kept(self._opened.sheet, values)
            self._jobs.run(lambda: drafts.keep(desk, page, told, case_id), lambda _none: self._view.tell_saved(f"{desk.now():%H:%M}", ""))

    def open_packet(self) -> None:
        """All that the court wants for a confirmation, with what is missing."""
        self.do("packet", {}, ())

    def open_agreement(self) -> None:
        """To the page of the agreement, whatever its state."""
        if self._read is not None:
            self._view.go("agreement", {"case_id": self._read.whole.case.id})

    def open_calculation(self, chosen: tuple[str, ...] = ()) -> None:
        """To the page of the calculations: to the one that is chosen (by its number), else to the last one."""
        if self._read is not None:
            case = self._read.whole.case
            kinds = [one.kind for one in case.calculations if str(one.ordinal) in chosen]
            self._view.go("calculation", {"case_id": case.id, **({"kind": kinds[0]} if kinds else {})})

    def drop_draft(self) -> None:
        """The sheet was closed with its values unwanted, or emptied."""
        if self._opened is not None and self._read is not None and self._draft:
            desk, page, case_id = self._desk, self._draft, self._read.whole.case.id
            self._jobs.run(lambda: drafts.drop(desk, page, case_id))

    def anew(self) -> None:
        """The open sheet as it was before anything was typed, of the same party, paper or lines."""
        if self._opened is not None:
            move, (begin, chosen) = self._opened.sheet.move, self._begun
            self.drop_draft()
            self.open_move(move, begin, chosen)

    def closed(self) -> None:
        """The sheet was put away; its draft stays."""
        self._opened = None

    def save(self, values: dict[str, Any], over: bool = False) -> None:
        """Saves the open sheet. `over`: the user has seen that somebody changed the case meanwhile and wants his values all the same."""
        if self._opened is None or self._read is None:
            return
        self._last = values
        opened, case_id, desk, draft = self._opened, self._read.whole.case.id, self._desk, self._draft
        move, version = opened.sheet.move, None if over else opened.version

        def work() -> tuple[Read, shown.CaseShown]:
            if opened.act is not None:
                opened.act(desk, values)
            else:
                for n, sent in enumerate(opened.send(values)):
                    actions.act(desk, case_id, move, sent, version if n == 0 else None)
            if draft:
                drafts.drop(desk, draft, case_id)
            return self._look(case_id)

        self._jobs.run(work, lambda found: self._saved(opened, found), lambda no: self._refused(opened, no))

    def save_over(self) -> None:
        """The same values again, although the case has moved on."""
        self.save(dict(self._last), over=True)

    # ------------------------------------------------------------------ files

    def add_files(self) -> None:
        """The user chooses files."""
        paths = self._view.ask_files()
        if paths:
            self.file(paths)

    def file(self, paths: Sequence[str]) -> None:
        """Files that were dropped or chosen: by the marks on their pages, the rest by hand."""
        if self._read is not None:
            self._files.file(paths, self._read)

    def file_here(self, values: Mapping[str, Any]) -> None:
        """The files without a mark belong here."""
        self._files.file_here(values)

    # ------------------------------------------------------------------ papers

    def open_paper(self, kind: str, subject: int) -> None:
        """Shows a paper as it was issued, or as it would be today."""
        if self._read is not None:
            self._paper.open(self._read.whole.case, kind, subject)

    def issue_paper(self, kind: str, subject: int) -> None:
        """Freezes a registration form or a session record with its number."""
        if self._read is None:
            return
        desk, case_id, version = self._desk, self._read.whole.case.id, self._read.whole.case.version
        values: dict[str, Any] = {"paper": kind, **({"session": subject} if subject else {})}

        def work() -> tuple[Read, shown.CaseShown]:
            printing.issue(desk, case_id, values, version)
            return self._look(case_id)

        self._jobs.run(work, lambda found: self._issued(found, kind, subject), self._told)

    def save_paper(self, target: str) -> None:
        """Writes the shown paper as PDF or DOCX, by the ending of the name."""
        self._paper.save(target)

    def print_paper(self, pages: list[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        self._paper.print(pages, dpi, add, end)

    def open_print(self) -> None:
        """The print window, with the shown paper ticked (or the last one of the list)."""
        if self._read is not None:
            kind, subject = self._paper.shown
            self.print.open(self._read.whole.case, kind, subject)

    def suggested(self) -> str:
        """A name for the file of the shown paper."""
        if self._read is None:
            return ""
        case = self._read.whole.case
        return f"{case.number or case.entry_number} {self._paper.label}" if self._paper.label else ""

    # ------------------------------------------------------------------ answers

    def _look(self, asked: str | int) -> tuple[Read, shown.CaseShown]:
        found = read(self._desk, asked)
        return found, said.page(found)

    def _loaded(self, found: tuple[Read, shown.CaseShown]) -> None:
        self._loading = False
        self._take(found)
        move, _colon, party = self._move.partition(":")
        self._move = ""
        if move and not deeds.why_not(move, found[0].now):
            self.open_move(move, {"party": party} if party else None)
        paper, self._print_at_once = self._print_at_once, ""
        if paper:
            kind, _colon, subject = paper.partition(":")
            self.open_paper(kind, int(subject or 0))
            if self.print.spools():  # else the paper is shown, and the system's own window prints it
                self.print.open(found[0].whole.case, kind, int(subject or 0))

    def _not_loaded(self, no: Refusal) -> None:
        self._loading = False
        self._view.say(no.sentence, "red")

    def _take(self, found: tuple[Read, shown.CaseShown]) -> None:
        self._read = found[0]
        self._files.known(found[0])
        self._asked = found[0].whole.case.id
        self._view.show_case(found[1])

    def _renewed(self, section: str) -> None:
        """Files were added or taken away."""
        self._view.close_panel(section)
        self.refresh()

    def _open(self, opened: Opened) -> None:
        self._opened = opened
        self._view.show_sheet(opened.sheet, sheets.readers_of(opened.sheet, self._desk.today), sheets.letters)

    def _open_own(self, opened: Opened | None) -> None:
        if opened is not None:
            self._draft = ""
            self._open(opened)

    def _saved(self, opened: Opened, found: tuple[Read, shown.CaseShown]) -> None:
        self._opened = None
        move = opened.sheet.move
        self._view.close_sheet()
        self._take(found)
        self._view.go_to_section(_SECTIONS.get(move, ""))
        self._view.tell_saved(f"{self._desk.now():%H:%M}", sheets.done_words(move, found[0].now))

    def _issued(self, found: tuple[Read, shown.CaseShown], kind: str, subject: int) -> None:
        self._take(found)
        self._view.say(_("Issued: {paper}").format(paper=words.of_paper(PaperKind(kind), subject)), "green")
        self.open_paper(kind, subject)

    def _refused(self, opened: Opened, no: Refusal) -> None:
        if no.code == "stale":
            fields = {field.key for field in opened.sheet.fields}
            both = [opened.place(fault) for fault in no.faults if fault.sentence != no.sentence]
            both = [fault for fault in both if fault.field.split(".", 1)[0] in fields]
            self._jobs.run(self._since, lambda told: self._view.show_stale(no.sentence, both, told), self._told)
        else:
            self._view.show_faults([opened.place(fault) for fault in no.faults])

    def _since(self) -> list[str]:
        """What was done with the case since it was read."""
        if self._read is None:
            return []
        known = len(self._read.whole.history)
        return [said.step(one) for one in read(self._desk, self._asked).whole.history[known:]]

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
