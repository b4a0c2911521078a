"""Decides on the page of a case: loads it, opens the sheets, saves them, prints its papers. The rules are asked, never repeated."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from db.vocabulary import PaperKind
from desktop.domain import situation, stages
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.case import presenter_sheets as sheets
from desktop.screens.case import presenter_words as said
from desktop.screens.case import shown
from desktop.services import actions, case_page, cases, drafts, files, printing, raster
from desktop.services.case_page import Whole

ELSEWHERE = ("agreement", "issue")


class View(Protocol):
    """What the presenter asks of the view."""

    def show_case(self, page: shown.CaseShown) -> None: ...
    def show_sheet(self, sheet: shown.Sheet, readers: Any, initials: Any) -> None: ...
    def close_sheet(self) -> None: ...
    def show_faults(self, faults: list[Fault]) -> None: ...
    def show_stale(self, sentences: list[str]) -> None: ...
    def show_paper(self, title: str, pages: list[tuple[float, float]], picture: Callable[..., None], state: str) -> None: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def tell_saved(self, time: str, sentence: str) -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class CasePresenter:
    """One case. `start` names it by id or by any number; with `move` its sheet opens at once."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._asked: str | int = ""
        self._move = ""
        self._whole: Whole | None = None
        self._sheet: shown.Sheet | None = None
        self._version: int | None = None
        self._last: Mapping[str, Any] = {}
        self._paper: tuple[str, bytes, Any] | None = None
        self._loading = False

    def start(self, case_id: int = 0, number: str = "", move: str = "") -> None:
        """Shows the case."""
        self._asked, self._move = case_id or number, move
        self.refresh()

    def stop(self) -> None:
        """The page is dropped."""
        self._sheet = None

    def refresh(self) -> None:
        """Reads the case anew; an open sheet stays as it is."""
        if self._asked and not self._loading:
            self._loading = True
            asked = self._asked
            self._jobs.run(lambda: case_page.look(self._desk, asked), self._loaded, self._not_loaded)

    # ------------------------------------------------------------------ sheets

    def open_move(self, key: str) -> None:
        """Opens the sheet of a move, or the page where it is done; says why not where it is not possible."""
        if self._whole is None:
            return
        why = stages.why_not(key, self._now())
        if why:
            self._view.say(why, "amber")
            return
        if key in ELSEWHERE:
            self._view.go("agreement", {"case_id": self._whole.case.id})
            return
        whole, desk = self._whole, self._desk

        def work() -> shown.Sheet:
            page = f"case.{key}"
            return sheets.make(desk, whole, key, drafts.kept(desk, page, whole.case.id))

        self._jobs.run(work, self._opened)

    def outlook(self, values: Mapping[str, Any]) -> shown.Chip:
        """What the signing table would bring about if it were saved now."""
        if self._whole is None:
            return shown.Chip("")
        return sheets.outlook(self._now(), values, self._desk.today())

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps what is typed on the open sheet, so that nothing is lost."""
        if self._sheet is not None and self._whole is not None:
            desk, page, case_id = self._desk, f"case.{self._sheet.move}", self._whole.case.id
            self._jobs.run(lambda: drafts.keep(desk, page, values, case_id), lambda _none: self._view.tell_saved(f"{desk.now():%H:%M}", ""))

    def open_agreement(self) -> None:
        """To the page of the agreement, whatever its state."""
        if self._whole is not None:
            self._view.go("agreement", {"case_id": self._whole.case.id})

    def drop_draft(self) -> None:
        """The sheet was closed with its values unwanted, or emptied."""
        if self._sheet is not None and self._whole is not None:
            desk, page, case_id = self._desk, f"case.{self._sheet.move}", self._whole.case.id
            self._jobs.run(lambda: drafts.drop(desk, page, case_id))

    def closed(self) -> None:
        """The sheet was put away; its draft stays."""
        self._sheet = None

    def save(self, values: dict[str, Any], over: bool = False) -> None:
        """Saves the open sheet. `over`: the user has seen that somebody changed the case meanwhile and wants his values all the same."""
        if self._sheet is None or self._whole is None:
            return
        self._last = values
        move, case_id, desk = self._sheet.move, self._whole.case.id, self._desk
        version = None if over else self._version

        def work() -> Whole:
            actions.act(desk, case_id, move, sheets.cleaned(move, values), version)
            drafts.drop(desk, f"case.{move}", case_id)
            return case_page.look(desk, case_id)

        self._jobs.run(work, lambda whole: self._saved(move, whole), self._refused)

    def save_over(self) -> None:
        """The same values again, although the case has moved on."""
        self.save(dict(self._last), over=True)

    # ------------------------------------------------------------------ papers

    def open_paper(self, kind: str, subject: int) -> None:
        """Shows a paper as it was issued, or as it would be today."""
        if self._whole is None:
            return
        desk, case = self._desk, self._whole.case
        label = said.paper_label(PaperKind(kind), subject)

        def work() -> tuple[str, bytes, list[tuple[float, float]], Any]:
            paper = printing.paper(desk, case, PaperKind(kind), subject)
            pdf = files.preview(paper)
            return label, pdf, raster.sizes(pdf), paper

        self._jobs.run(work, self._paper_made, replaces="case.paper")

    def issue_paper(self, kind: str, subject: int) -> None:
        """Freezes a registration form or a session record with its number."""
        if self._whole is None:
            return
        desk, case_id, version = self._desk, self._whole.case.id, self._whole.case.version
        values: dict[str, Any] = {"paper": kind, **({"session": subject} if subject else {})}

        def work() -> Whole:
            printing.issue(desk, case_id, values, version)
            return case_page.look(desk, case_id)

        self._jobs.run(work, lambda whole: self._issued(whole, kind, subject), self._told)

    def save_paper(self, target: str) -> None:
        """Writes the shown paper as PDF or DOCX, by the ending of the name."""
        if self._paper is not None and target:
            paper = self._paper[2]
            self._jobs.run(
                lambda: files.save(Path(target), paper), lambda _none: self._view.say(_("Saved: {file}").format(file=target)), self._told
            )

    def print_paper(self, pages: list[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        if self._paper is None:
            return
        raster.print_pages(self._jobs, self._paper[1], pages, dpi, add, end)

    def picture(self, page: int, dpi: float, done: Callable[[Any], None]) -> None:
        """Draws a page of the shown paper off the window's thread."""
        if self._paper is not None:
            pdf = self._paper[1]
            self._jobs.run(lambda: raster.picture(pdf, page, dpi), done)

    def suggested(self) -> str:
        """A name for the file of the shown paper."""
        if self._paper is None or self._whole is None:
            return ""
        return f"{self._whole.case.number or self._whole.case.entry_number} {self._paper[0]}"

    # ------------------------------------------------------------------ answers

    def _now(self) -> situation.Situation:
        assert self._whole is not None
        return cases.now_of(self._desk, self._whole.case)

    def _loaded(self, whole: Whole) -> None:
        self._loading = False
        self._take(whole)
        move, self._move = self._move, ""
        if move and not stages.why_not(move, self._now()):
            self.open_move(move)

    def _not_loaded(self, no: Refusal) -> None:
        self._loading = False
        self._view.say(no.sentence, "red")

    def _take(self, whole: Whole) -> None:
        self._whole = whole
        self._asked = whole.case.id
        self._view.show_case(said.page(whole, self._now()))

    def _opened(self, sheet: shown.Sheet) -> None:
        assert self._whole is not None
        standing = self._now().agreement
        # what is taken back is the agreement: its own version counts
        self._sheet, self._version = sheet, standing.version if sheet.move == "void" and standing else self._whole.case.version
        self._view.show_sheet(sheet, sheets.readers_of(sheet, self._desk.today), sheets.letters)

    def _saved(self, move: str, whole: Whole) -> None:
        self._sheet = None
        self._view.close_sheet()
        self._take(whole)
        self._view.tell_saved(f"{self._desk.now():%H:%M}", sheets.done_words(move, self._now()))

    def _issued(self, whole: Whole, kind: str, subject: int) -> None:
        self._take(whole)
        self._view.say(_("Issued: {paper}").format(paper=said.paper_label(PaperKind(kind), subject)), "green")
        self.open_paper(kind, subject)

    def _paper_made(self, made: tuple[str, bytes, list[tuple[float, float]], Any]) -> None:
        label, pdf, sizes, paper = made
        self._paper = (label, pdf, paper)
        self._view.show_paper(label, sizes, self.picture, paper.state.value)

    def _refused(self, no: Refusal) -> None:
        if no.code == "stale":
            self._view.show_stale([no.sentence, *(fault.sentence for fault in no.faults if fault.sentence != no.sentence)])
        else:
            self._view.show_faults(list(no.faults))

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
