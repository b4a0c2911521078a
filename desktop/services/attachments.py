"""Files kept with a case: stored under their hash, filed by hand or by the mark on the page, read back verified; what is still lacking.

The mark is the QR symbol of every printed page (`documents/qr_code.py`). A decoder (zxing-cpp) reads it from photos and scans; without it,
or where the mark cannot be read, the file is placed by hand.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from db import attachments as store
from db import trouble
from db.models.case import Case
from db.models.document import Document
from db.models.evidence import Attachment
from db.queries import evidence as queries
from db.queries.evidence import Marked
from db.vocabulary import DocumentState, PaperKind
from desktop.documents import pdf, qr_code
from desktop.domain import effect, fields, reasons
from desktop.domain.inputs.evidence import ATTACH
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, printing, troubles
from desktop.services.desk import Desk
from desktop.services.evidence import open_file

MOST_BYTES = store.MOST_BYTES
MOST_PAGES = 300
MOST_PIXELS = 120_000_000  # more than any camera of an office makes; a picture that claims more is not opened
_SIDE = 2_400  # pixels of the longer side of a page that is looked at: fine enough for the mark
_TYPES = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"), (b"BM", "image/bmp"), (b"PK\x03\x04", "application/zip"),
)  # fmt: skip
_SEEN = frozenset({"application/pdf", "image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp"})


class File(NamedTuple):
    """A file that is handed in: its name is only shown, never used as a path."""

    name: str
    data: bytes


class Mark(NamedTuple):
    """What the mark of a page says; `sheet` counts the pages of the scanned file from 1. `kind` and `subject` as in `qr_code.Said`."""

    sheet: int
    number: str
    version: int
    page: int
    kind: str = ""
    subject: int = 0


class Filed(NamedTuple):
    """What became of one page of a scanned file: where it was filed, or `why_not`.

    `attachment_id` is set where the file was kept. Where several papers bear the mark, the file lies with the case and `choices` are the
    ids of those papers: `place` says which.
    """

    file: str
    sheet: int
    case_id: int | None
    case_number: str
    document_id: int | None
    title: str
    page: int | None
    attachment_id: int | None
    why_not: str
    choices: tuple[int, ...] = ()


class Lacking(NamedTuple):
    """What is not there yet of an issued paper: pages of which no scan was filed, and who has not signed."""

    document_id: int
    kind: PaperKind
    title: str
    number: str
    pages: int
    missing_pages: tuple[int, ...]
    unsigned: tuple[str, ...]


# --- keeping and reading --------------------------------------------------------------------------------------------------------------


def attach(desk: Desk, number: str | int, file: File | Path, values: Mapping[str, Any] | None = None) -> Attachment:
    """Keeps a file with a case: with a piece of evidence, with a page of an issued paper, or with the case alone."""
    clean = fields.check(ATTACH, values or {}, desk.today())
    given = read_file(file) if isinstance(file, Path) else _whole(file)
    if clean.get("taken_on") and clean["taken_on"] > desk.today():
        raise Refusal(_("The day lies in the future: enter what has happened."), "taken_on")
    cases.get(desk, number)  # a wrong number leaves nothing in the store
    kept = _kept(desk, given)
    with open_file(desk, number, "attach") as (w, case):
        evidence = next((one for one in case.evidence if one.ordinal == clean.get("evidence")), None)
        if clean.get("evidence") and evidence is None:
            raise Refusal(_("There is no evidence {n} in this case.").format(n=clean["evidence"]), "evidence")
        paper = _paper(case, clean)
        if clean.get("page") and paper is None:
            raise Refusal(_("Say of which paper this is the page."), "page")
        row = w.add(
            Attachment(
                case_id=case.id,
                evidence_id=evidence.id if evidence else None,
                document_id=paper.id if paper else None,
                page=clean.get("page"),
                taken_on=clean.get("taken_on"),
                **_columns(given, kept),
            )
        )
        w.commit()
        return row


def read(desk: Desk, attachment_id: int) -> File:
    """The file as it was handed in, its bytes verified by their hash; Refusal where it is gone or damaged."""
    with desk.reading() as session:
        row = queries.attachment(session, attachment_id)
    if row is None:
        raise Refusal(_("There is no such file."), code="not_found")
    try:
        return File(row.name, store.get(desk.database, row.sha256))
    except LookupError as error:
        sentence = _("The file {name} is not in the office's store: restore the newest copy from the backups folder.")
        raise Refusal(sentence.format(name=row.name), code="damaged") from error
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error


def of_case(desk: Desk, case_id: int) -> Sequence[Attachment]:
    """The files of a case as they were added."""
    with desk.reading() as session:
        return queries.attachments(session, case_id)


def detach(desk: Desk, attachment_id: int) -> None:
    """Takes a file away from its case: the row goes (the journal keeps it), the bytes stay, since another row may mean them too."""
    with desk.reading() as session:
        row = queries.attachment(session, attachment_id)
    if row is None:
        raise Refusal(_("There is no such file."), code="not_found")
    with open_file(desk, row.case_id, "detach") as (w, _case):
        w.delete(w.get(Attachment, attachment_id))
        w.commit()


def place(desk: Desk, attachment_id: int, document_id: int, page: int | None = None) -> Attachment:
    """Says which paper of its case a file shows."""
    with desk.reading() as session:
        row = queries.attachment(session, attachment_id)
    if row is None:
        raise Refusal(_("There is no such file."), code="not_found")
    with open_file(desk, row.case_id, "attach") as (w, case):
        paper = _paper(case, {"document": document_id})
        assert paper is not None
        kept = w.change(w.get(Attachment, attachment_id), None, {"document_id": paper.id, "page": page or row.page})
        w.commit()
        return kept


def read_file(path: Path) -> File:
    """The file at a path; Refusal where it is too large or cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refusal(_("{file} cannot be read: {why}.").format(file=path, why=reasons.of_system(error)), "file", "file") from error
    return _whole(File(path.name, data))


def _whole(file: File) -> File:
    if not file.data:
        raise Refusal(_("{file} is empty.").format(file=file.name[:80]), "file", "file")
    if len(file.data) > MOST_BYTES:
        sentence = _("{file} is larger than {most} MB: make the pictures smaller, or divide it.")
        raise Refusal(sentence.format(file=file.name[:80], most=MOST_BYTES // 1_000_000), "file", "file")
    name = file.name.replace("\\", "/").rsplit("/", 1)[-1][:200]
    return File("".join(sign if sign.isprintable() else "_" for sign in name) or "_", file.data)


def media_type(data: bytes) -> str:
    """What the first bytes say; the ending of a name says nothing."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _TYPES if data.startswith(start)), "application/octet-stream")


def _kept(desk: Desk, file: File) -> str:
    try:
        return store.put(desk.database, file.data)
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error


def _columns(file: File, sha256: str) -> dict[str, Any]:
    return {"name": file.name, "media_type": media_type(file.data), "size": len(file.data), "sha256": sha256}


def _paper(case: Case, clean: Mapping[str, Any]) -> Document | None:
    if clean.get("document"):
        found = [one for one in case.documents if one.id == clean["document"]]
    elif clean.get("paper"):
        found = [one for one in case.documents if one.kind == clean["paper"] and one.state is not DocumentState.VOID]
    else:
        return None
    if not found:
        raise Refusal(_("This paper was not issued in this case."), "document" if clean.get("document") else "paper")
    if len(found) > 1:
        ids = ", ".join(f"{one.id} ({one.title} {one.number})" for one in found)
        raise Refusal(_("Several papers of this kind were issued; say which by its id: {ids}.").format(ids=ids), "document")
    return found[0]


# --- by the mark on the page ----------------------------------------------------------------------------------------------------------


def file_scans(desk: Desk, files: Sequence[File | Path]) -> list[Filed]:
    """Files photos and scans under case, paper and page by the marks on their pages; one entry for every page, with why where it is not.

    A file that cannot be read stops none of the others. A page that was filed before is not filed twice.
    """
    found: list[Filed] = []
    for one in files:
        name = one.name
        try:
            given = read_file(one) if isinstance(one, Path) else _whole(one)
            marks, sheets = marks_of(given)
            found += _filed(desk, given, marks, sheets)
        except Refusal as no:
            found.append(Filed(name, 0, None, "", None, "", None, None, no.sentence))
    return found


def _filed(desk: Desk, file: File, marks: Sequence[Mark], sheets: int) -> list[Filed]:
    by_sheet = {mark.sheet: mark for mark in marks}
    made: list[Filed] = []
    for sheet in range(1, sheets + 1):
        mark = by_sheet.get(sheet)
        if mark is None:
            made.append(Filed(file.name, sheet, None, "", None, "", None, None, _("No mark was found on this page: place it by hand.")))
            continue
        made.append(_one_page(desk, file, mark))
    return made


def _one_page(desk: Desk, file: File, mark: Mark) -> Filed:
    with desk.reading() as session:
        papers = queries.marked(session, mark.number, mark.version, qr_code.LONGEST)
        fitting = [paper for paper in papers if _is_of(mark, paper)]
    if not fitting:
        sentence = _("No paper {number} (version {version}) was issued in this office.")
        why = sentence.format(number=mark.number, version=mark.version)
        return Filed(file.name, mark.sheet, None, "", None, "", mark.page, None, why)
    if len({paper.case_id for paper in fitting}) > 1:
        why = _("Papers of several cases bear the number {number}: place it by hand.").format(number=mark.number)
        return Filed(file.name, mark.sheet, None, "", None, "", mark.page, None, why, tuple(paper.document_id for paper in fitting))
    paper = fitting[0] if len(fitting) == 1 else None
    case_id, case_number = fitting[0].case_id, fitting[0].case_number
    title = paper.title if paper else ""
    kept = store.sha256(file.data)
    with desk.reading() as session:
        same = [row for row in queries.attachments(session, case_id) if row.sha256 == kept and row.page == mark.page]
    again = next((row for row in same if paper is None or row.document_id in (None, paper.document_id)), None)
    if again is not None:
        why = _("This page was filed before.")
        return Filed(file.name, mark.sheet, case_id, case_number, again.document_id, title, mark.page, again.id, why)
    _kept(desk, file)
    document_id = paper.document_id if paper else None
    with open_file(desk, case_id, "attach") as (w, _case):
        row = w.add(Attachment(case_id=case_id, document_id=document_id, page=mark.page, **_columns(file, kept)))
        w.commit()
    if paper is None:
        why = _("Several papers bear this number: {titles}. Say which it is.").format(titles="、".join(one.title for one in fitting))
        return Filed(file.name, mark.sheet, case_id, case_number, None, "", mark.page, row.id, why, _ids(fitting))
    return Filed(file.name, mark.sheet, case_id, case_number, document_id, title, mark.page, row.id, "")


def _is_of(mark: Mark, paper: Marked) -> bool:
    """Whether a mark can be that of a page of this paper; an older mark does not say which kind of paper it is on."""
    if paper.pages is not None and mark.page > paper.pages:
        return False
    return not mark.kind or (mark.kind == qr_code.code(paper.kind.value) and mark.subject == (paper.subject_id or 0))


def _ids(papers: Sequence[Marked]) -> tuple[int, ...]:
    return tuple(paper.document_id for paper in papers)


def marks_of(file: File) -> tuple[list[Mark], int]:
    """The marks on the pages of a picture or PDF, and how many pages it has; Refusal where it is neither, or nothing can decode here."""
    kind = media_type(file.data)
    if kind not in _SEEN:
        raise Refusal(_("{file} is no PDF and no picture: place it by hand.").format(file=file.name[:80]), "file", "file")
    try:
        import zxingcpp
    except ImportError as error:
        raise Refusal(_("The reader of page marks is not installed: place the file by hand."), "file", "no_decoder") from error
    marks = []
    sheets = 0
    for sheet, picture in enumerate(_pictures(file, kind), 1):
        sheets = sheet
        for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
            said = qr_code.read(code.text)
            if said is not None:
                marks.append(Mark(sheet, *said))
                break
    return marks, sheets


def _pictures(file: File, kind: str) -> Iterator[Any]:
    """The pages as grey pictures, of a size that a hostile file cannot choose."""
    refused = Refusal(_("{file} cannot be read: it is damaged or locked.").format(file=file.name[:80]), "file", "file")
    if kind == "application/pdf":
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(file.data)
        except pypdfium2.PdfiumError as error:
            raise refused from error
        try:
            if len(document) > MOST_PAGES:
                raise Refusal(_("{file} has more than {n} pages: divide it.").format(file=file.name[:80], n=MOST_PAGES), "file", "file")
            for page in document:
                width, height = page.get_size()
                longer = max(width, height, 1.0)
                yield page.render(scale=min(_SIDE / longer, 8.0), grayscale=True).to_pil()
        except pypdfium2.PdfiumError as error:
            raise refused from error
        finally:
            document.close()
        return
    from PIL import Image

    try:
        with Image.open(io.BytesIO(file.data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refusal(_("{file} has too many pixels: make it smaller.").format(file=file.name[:80]), "file", "file")
            picture.draft("L", (_SIDE, _SIDE))
            grey = picture.convert("L")
            grey.thumbnail((_SIDE, _SIDE))
            yield grey
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refused from error


# --- what is lacking ------------------------------------------------------------------------------------------------------------------


def lacking(desk: Desk, case: Case) -> list[Lacking]:
    """Of every issued paper the pages without a scan, and of the agreement who has not signed; nothing of papers that are whole."""
    scans: dict[int, set[int]] = {}
    for row in case.attachments:
        if row.document_id is not None:
            scans.setdefault(row.document_id, set()).add(row.page or 0)
    found = []
    for paper in case.documents:
        if paper.state is DocumentState.VOID:
            continue
        pages = paper.pages or _pages(desk, paper.id)
        there = scans.get(paper.id, set())
        # a file without a page number was placed by hand and shows the whole paper
        missing = () if 0 in there else tuple(page for page in range(1, pages + 1) if page not in there)
        unsigned: tuple[str, ...] = ()
        if paper.kind is PaperKind.AGREEMENT:
            agreement = next((one for one in case.agreements if one.id == paper.subject_id), None)
            unsigned = tuple(line.name for line in agreement.signings if not effect.signed(line)) if agreement else ()
        if missing or unsigned:
            found.append(Lacking(paper.id, paper.kind, paper.title, paper.number, pages, missing, unsigned))
    return found


def _pages(desk: Desk, document_id: int) -> int:
    with desk.reading() as session:
        return pdf.page_count(printing.frozen(session, document_id))
