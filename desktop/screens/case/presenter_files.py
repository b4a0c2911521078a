"""Files of a case as they are decided: filed by the marks on their pages, placed by hand, looked at, saved, taken away."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from db.vocabulary import DocumentState
from desktop.domain.fields import Field
from desktop.domain.readers import readers
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import shown
from desktop.screens.case.presenter_fields import Opened
from desktop.screens.case.presenter_paper import PaperOfCase
from desktop.screens.case.presenter_read import Read
from desktop.services import attachments, files
from desktop.services.attachments import Filed

_BELONGS = Field("belongs", "text", N_("Belongs to"))
_PAGE = Field("page", "integer", N_("Page of the paper"), least=1, most=9999)


class FilesOfCase:
    """`renewed` is called with the section to go to after something has changed."""

    def __init__(self, desk: Any, jobs: Any, view: Any, paper: PaperOfCase, renewed: Callable[[str], None]) -> None:
        self._desk, self._jobs, self._view, self._paper, self._renewed = desk, jobs, view, paper, renewed
        self._read: Read | None = None
        self._waiting: list[Path] = []
        self._unplaced: list[tuple[int, int | None]] = []  # kept already, by a mark that several papers bear: (id, page)

    def file(self, paths: Sequence[str], read: Read) -> None:
        """Looks for the marks on every page; what has none waits for a hand."""
        self._read = read
        desk, given = self._desk, [Path(path) for path in paths]

        def work() -> tuple[list[Filed], list[Path]]:
            found = attachments.file_scans(desk, given)
            placed = {one.file for one in found if one.attachment_id is not None}
            return found, [path for path in given if path.name not in placed]

        self._jobs.run(work, lambda answer: self._filed(*answer), self._told)

    def file_here(self, values: Mapping[str, Any]) -> None:
        """The files that wait belong to this case: to what was chosen, else to the case alone."""
        read, desk, paths, unplaced = self._read, self._desk, list(self._waiting), list(self._unplaced)
        if read is None or not (paths or unplaced):
            return
        kind, _dot, number = str(values.get("belongs") or "").partition(".")
        told = {"evidence": number} if kind == "evidence" else {"document": number} if kind == "document" else {}
        if kind == "document":
            told["page"] = str(values.get("page") or "")
        case_id = read.whole.case.id

        def work() -> int:
            for path in paths:
                attachments.attach(desk, case_id, path, told)
            for attachment_id, page in unplaced if kind == "document" else ():
                attachments.place(desk, attachment_id, int(number), page)
            return len(paths) + len(unplaced)

        self._jobs.run(work, self._kept, lambda no: self._view.show_faults([_at(fault) for fault in no.faults]))

    def look(self, chosen: Sequence[str]) -> None:
        """Shows the file."""
        desk = self._desk
        if chosen:
            self._paper.show_file(_("File"), lambda: attachments.read(desk, int(chosen[0])).data)

    def save(self, chosen: Sequence[str]) -> None:
        """Writes the file where the user wants it."""
        desk = self._desk
        if chosen:
            self._jobs.run(lambda: attachments.read(desk, int(chosen[0])), self._ask_target, self._told)

    def place_sheet(self, chosen: Sequence[str]) -> Opened | None:
        """A sheet that says to which issued paper a file belongs."""
        if not chosen or self._papers() == []:
            self._view.say(_("No paper was issued in this case: the file lies with the case."), "amber")
            return None
        belongs = made.choice(_BELONGS, self._papers(), required=True)
        title = _("Say where it belongs")
        sheet = shown.Sheet("place_file", title, "", title, (belongs, _PAGE), {})

        def act(desk: Any, values: Mapping[str, Any]) -> None:
            document = str(values.get("belongs") or "").removeprefix("document.")
            if not document:
                raise Refusal(_("Choose the paper."), "belongs")
            typed = str(values.get("page") or "").strip()
            if typed and not typed.isdecimal():
                raise Refusal(_("A whole number is wanted here."), "page")
            attachments.place(desk, int(chosen[0]), int(document), int(typed) if typed else None)

        return Opened(sheet, act=act)

    def drop_sheet(self, chosen: Sequence[str]) -> Opened | None:
        """A sheet that asks before a file is taken away."""
        if not chosen:
            return None
        title = _("Take away")
        hint = _("The file goes from this case; the history keeps that it was here.")
        sheet = shown.Sheet("drop_file", title, hint, title, (), {})
        return Opened(sheet, act=lambda desk, _values: attachments.detach(desk, int(chosen[0])))

    def known(self, read: Read) -> None:
        """The case as it was read last."""
        self._read = read

    # ------------------------------------------------------------------ inside

    def _papers(self) -> list[tuple[str, str]]:
        if self._read is None:
            return []
        papers = [one for one in self._read.whole.case.documents if one.state is not DocumentState.VOID]
        return [(f"document.{one.id}", f"{one.title} {one.number}") for one in papers]

    def _filed(self, found: list[Filed], waiting: list[Path]) -> None:
        self._waiting = waiting
        self._unplaced = [(one.attachment_id, one.page) for one in found if one.attachment_id is not None and len(one.choices) > 1]
        hand = [path.name for path in waiting] + list(dict.fromkeys(one.file for one in found if len(one.choices) > 1))
        rows = []
        for n, one in enumerate(found):
            if one.why_not:
                said, state = one.why_not, "amber"
                if one.attachment_id is not None:
                    said = f"{one.case_number}：{one.why_not}"
            else:
                words = _("filed: {number} {paper}, page {page}")
                said, state = words.format(number=one.case_number, paper=one.title, page=one.page), "green"
            rows.append(shown.Filed(str(n), (one.file, str(one.sheet or ""), said), state, 2))
        pieces = [] if self._read is None else self._read.whole.case.evidence
        options = [
            (f"evidence.{one.ordinal}", _("Evidence {n}: {name}").format(n=one.ordinal, name=one.name)) for one in pieces
        ] + self._papers()
        declared = (made.choice(_BELONGS, options), _PAGE) if options else ()
        panel = shown.Files(tuple(rows), tuple(hand), declared if hand else (), {})
        self._view.show_files(panel, readers(self._desk.today))
        if any(one.attachment_id is not None for one in found) and not hand:
            self._view.tell_saved(f"{self._desk.now():%H:%M}", _("Filed."))

    def _kept(self, n: int) -> None:
        self._waiting, self._unplaced = [], []
        self._renewed("evidence")
        self._view.tell_saved(f"{self._desk.now():%H:%M}", _("{n} files kept with the case.").format(n=n))

    def _ask_target(self, kept: attachments.File) -> None:
        target = self._view.ask_target(kept.name)
        if target:
            told = _("Saved: {file}").format(file=target)
            self._jobs.run(lambda: files.write(Path(target), kept.data), lambda _none: self._view.say(told), self._told)

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")


def _at(fault: Fault) -> Fault:
    return Fault("belongs" if fault.field in ("document", "evidence", "paper") else fault.field, fault.sentence)
