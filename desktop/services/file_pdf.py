"""The file of a case as one PDF: cover, index, every part in its fixed place, back cover; continuous page numbers and an outline.

A signed paper stands there as its scan; where none was filed, a sheet says that the signed original is in the paper file, and the text
follows as a copy. What exists only on paper has a sheet too.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session as Reading

from db.models.case import Case
from db.models.document import Document
from db.models.evidence import Attachment
from db.vocabulary import DocumentState, FilePlace, PaperKind
from desktop.documents import back_cover, file_index, original_elsewhere
from desktop.documents.blocks import PaperState
from desktop.documents.file_papers import Entry
from desktop.documents.setting import Setting
from desktop.i18n import _
from desktop.services import attachments, cases, file_contents, files, pdf_binding, printing
from desktop.services.desk import Desk
from desktop.services.file_contents import Part as Content
from desktop.services.papers import file_papers, way_papers
from desktop.services.pdf_binding import Part

NUMBERED = "卷内第 {n} 页"
SEEN = ("application/pdf", "image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp")


class Bound(NamedTuple):
    """What stands under one line of the index."""

    name: str
    parts: tuple[Part, ...]
    pages: int
    note: str
    shut: bool = False  # some of it does not open


class Made(NamedTuple):
    """The file, the names of the parts for whose sake it is none for the archive (PDF/A-2b), and of those that could not be bound."""

    data: bytes
    foreign: list[str]
    shut: list[str]

    @property
    def lacks(self) -> list[str]:
        """The same in sentences."""
        shut = _("“{part}” is not in it: the file is damaged or locked by a password; a sheet stands in its place. File it anew, unlocked.")
        said = _("No file for long keeping (PDF/A-2b): “{part}” was handed in as a PDF that is no plain scan. File it as scanned pictures.")
        return [*(shut.format(part=name) for name in self.shut), *(said.format(part=name) for name in self.foreign)]


def whole(desk: Desk, number: str | int) -> bytes:
    """The file as one PDF."""
    return make(desk, number).data


def make(desk: Desk, number: str | int) -> Made:
    """The same, with what stands in the way of keeping it for long."""
    case = cases.get(desk, number)
    with desk.reading() as session:
        setting = printing.setting_of(desk, session, case, PaperState.ISSUED)
        inside = [one for content in file_contents.parts(case) for one in _bound(desk, session, case, content, setting)]
    inside = _with_evidence(desk, case, inside, setting)
    entries, first = [], 1
    for one in inside:
        entries.append(Entry(one.name, first, first + one.pages - 1, one.note))
        first += one.pages
    cover = printing.paper(desk, case, PaperKind.FILE_COVER)
    index = file_index.paper(case, entries, setting)
    back = back_cover.paper(case, file_papers.filing(case, first - 1), setting)  # the sheets in the place of originals are pages here
    around = [files.pdf(paper) for paper in (cover, index, back)]
    before, behind = sum(pdf_binding.page_count(data) for data in around[:2]), pdf_binding.page_count(around[2])
    parts = [Part(cover.title, around[0]), Part(index.title, around[1])]
    parts += [part for one in inside for part in one.parts]
    parts.append(Part(back.title, around[2]))
    data = pdf_binding.bind(parts, NUMBERED, before, behind, f"{cover.title} {case.number or case.entry_number}", setting.organisation.name)
    return Made(data, pdf_binding.foreign(parts), [one.name for one in inside if one.shut])


def _bound(desk: Desk, session: Reading, case: Case, content: Content, setting: Setting) -> Iterable[Bound]:
    if content.entry is not None:
        sheet = files.pdf(original_elsewhere.paper(case, content.entry.name, "", content.entry.pages, None, setting))
        yield Bound(content.entry.name, (Part(content.entry.name, sheet),), 1, content.entry.note or file_index.note(setting, "paper"))
        return
    assert content.kind is not None and content.subject is not None
    paper = printing.paper(desk, case, content.kind, content.subject.n)
    name = file_index.several(setting, paper.title, content.subject.n)
    document = content.document
    scans = _scans(desk, case, document) if document is not None else []
    if scans:
        yield _kept(case, name, scans, file_index.note(setting, "scan"), setting)
        return
    data = files.pdf(paper.with_state(PaperState.COPY) if document is not None else paper)
    if document is None or document.state is not DocumentState.SIGNED:
        yield _of(name, [data], "")
        return
    count = pdf_binding.page_count(data)
    sheet = files.pdf(original_elsewhere.paper(case, name, document.number, count, _signed_on(case, document), setting))
    yield _of(name, [sheet, data], file_index.note(setting, "original"))


def _of(name: str, found: list[bytes], note: str) -> Bound:
    parts = tuple(Part(name if n == 0 else "", data) for n, data in enumerate(found))
    return Bound(name, parts, sum(pdf_binding.page_count(data, name) for data in found), note)


def _kept(case: Case, name: str, found: list[bytes], note: str, setting: Setting) -> Bound:
    """What was handed in; a sheet stands for each file that does not open, since the rest of the file is wanted all the same."""
    parts: list[Part] = []
    for data in found:
        title = "" if parts else name
        if pdf_binding.can_be_bound(data):
            parts.append(Part(title, data, kept=True))
        else:
            parts.append(Part(title, files.pdf(original_elsewhere.shut(case, name, setting))))
    shut = not all(part.kept for part in parts)
    return Bound(name, tuple(parts), sum(pdf_binding.page_count(part.data, name) for part in parts), note, shut)


def _scans(desk: Desk, case: Case, document: Document) -> list[bytes]:
    """The files that show a paper, in the order of its pages; a file that shows several is taken once."""
    rows = [one for one in case.attachments if one.document_id == document.id and one.media_type in SEEN]
    return _read(desk, sorted(rows, key=lambda row: (row.page or 0, row.id)))


def _read(desk: Desk, rows: Iterable[Attachment]) -> list[bytes]:
    seen: dict[str, bytes] = {}
    for row in rows:
        if row.sha256 not in seen:
            seen[row.sha256] = attachments.read(desk, row.id).data
    return list(seen.values())


def _signed_on(case: Case, document: Document) -> date | None:
    if document.kind is PaperKind.AGREEMENT:
        return next((one.effective_on for one in case.agreements if one.id == document.subject_id), None)
    moves = [one for one in case.moves if one.key == "signed" and not one.undone and one.values.get("document") == document.id]
    return moves[-1].day if moves else None


def _with_evidence(desk: Desk, case: Case, inside: list[Bound], setting: Setting) -> list[Bound]:
    """The same with the files of the evidence behind its list, and what else was kept with the case behind them."""
    names = {one.id: one.name for one in case.evidence}
    shown = {one.id for one in way_papers.photographs(case)}  # they stand on the sheets of photos behind the list
    loose = [one for one in case.attachments if one.document_id is None and one.media_type in SEEN and one.id not in shown]
    by_name: dict[str, list[Attachment]] = {}
    for row in loose:
        by_name.setdefault(names.get(row.evidence_id or 0, row.name), []).append(row)
    note = file_index.note(setting, "evidence")
    kept = [_kept(case, name, _read(desk, rows), note, setting) for name, rows in by_name.items()]
    if not kept:
        return inside
    at = _behind(case, inside)
    return [*inside[:at], *kept, *inside[at:]]


def _behind(case: Case, inside: list[Bound]) -> int:
    """Where the evidence ends in the file."""
    order = list(FilePlace)
    last = order.index(FilePlace.EVIDENCE)
    return sum(1 for content in file_contents.parts(case) if order.index(content.place) <= last)
