"""The paper or file that is looked at on the page of a case: made or read off the window's thread, saved and printed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.documents.blocks import Paper, PaperState
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import files, printing, raster

_PLACE = re.compile(r"\s*[（(][a-z_]+(\.[a-z0-9_]+)+[）)]$")  # where a file has it: of use on the command line, not here


class PaperOfCase:
    """`label` names what is shown."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.label = ""
        self.shown: tuple[str, int] = ("", 0)  # kind and subject of the paper that is looked at
        self._data = b""
        self._paper: Any = None

    def open(self, case: Case, kind: str, subject: int) -> None:
        """Shows a paper as it was issued, or as it would be today."""
        desk = self._desk
        self.make(
            words.of_paper(PaperKind(kind), subject),
            lambda: printing.paper(desk, case, PaperKind(kind), subject),
            lambda: printing.lacks(desk, case, PaperKind(kind), subject),
        )
        self.shown = (kind, subject)

    def make(self, label: str, made: Callable[[], Paper], lacks: Callable[[], Sequence[str]] = tuple) -> None:
        """Shows a paper that is made off the window's thread; `lacks` says what is missing while it is a reading copy."""
        self.shown = ("", 0)

        def work() -> tuple[str, bytes, list[tuple[float, float]], Any, Sequence[str]]:
            paper = made()
            pdf = files.preview(paper)
            return label, pdf, raster.sizes(pdf), paper, lacks() if paper.state is PaperState.READING else ()

        self._jobs.run(work, lambda found: self._show(*found), self._told, replaces="case.paper")

    def show_file(self, name: str, read: Callable[[], bytes], lacks: Callable[[], Sequence[str]] = tuple) -> None:
        """Shows a kept file; `read` gives its bytes, `lacks` what is missing in it."""
        self.shown = ("", 0)

        def work() -> tuple[str, bytes, list[tuple[float, float]], Any, Sequence[str]]:
            missing, data = lacks(), read()
            return name, data, raster.file_sizes(data), None, missing

        self._jobs.run(work, lambda made: self._show(*made), self._told, replaces="case.paper")

    def save(self, target: str) -> None:
        """Writes it, a paper as PDF or DOCX by the ending of the name."""
        if not target or not self._data:
            return
        paper, data = self._paper, self._data
        work = (lambda: files.save(Path(target), paper)) if paper is not None else (lambda: files.write(Path(target), data))
        self._jobs.run(work, lambda _none: self._view.say(_("Saved: {file}").format(file=target)), self._told)

    def print(self, pages: list[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        if self._data:
            raster.print_pages(self._jobs, self._data, pages, dpi, add, end)

    def _picture(self, page: int, dpi: float, done: Callable[[Any], None]) -> None:
        data = self._data
        if data:
            self._jobs.run(lambda: raster.file_picture(data, page, dpi), done)

    def _show(self, label: str, data: bytes, sizes: list[tuple[float, float]], paper: Any, missing: Sequence[str]) -> None:
        self.label, self._data, self._paper = label, data, paper
        told = [_PLACE.sub("", one) for one in missing]
        self._view.show_paper(label, sizes, self._picture, paper.state.value if paper is not None else "", told)

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
