"""Several PDFs and pictures bound into one: in their order, with an outline, and where it is wanted with one numbering through all pages.

The pages are taken over by pdfium (`import_pages`); outline, metadata and colours, which it cannot write, are appended as an update
(`desktop/documents/pdf_update.py`). What a page of a handed-in file carries beside its content (links, forms, scripts) is left behind.

The file is one for the archive (PDF/A-2b) where its parts allow: papers of ours and pictures do. A handed-in PDF that shows nothing but
scanned pages is laid anew as pictures; any other may lack fonts or colours, so that the file claims nothing and `foreign` names it.
"""

import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop.documents import pdf_update
from desktop.domain.refusal import Refusal
from desktop.i18n import _

A4 = (595.28, 841.89)
MARGIN = 28.0  # points around a picture
EDGE, TOP = 22.0, 8.0  # points from the right and the upper edge to the page number
MOST_PAGES = 5_000
SIDE, QUALITY = 2_200, 80  # pixels of the longer side of a scanned picture; of its JPEG
CLOSEST = 300 / 72  # pixels a point: a small receipt is not blown up


class Part(NamedTuple):
    """What is bound: a PDF or a picture, and what its entry in the outline is called ('' for none: it belongs to the one before).

    `kept` is what was handed in, not made here.
    """

    title: str
    data: bytes
    kept: bool = False


def bind(parts: Sequence[Part], numbered: str = "", before: int = 0, behind: int = 0, title: str = "", author: str = "") -> bytes:
    """One PDF of all parts. `numbered` is how the pages are numbered, such as `卷内第{n}页`; '' leaves them as they are.

    `before` and `behind` are pages at both ends that bear no number; `title` and `author` are what its metadata say. Refusal naming the
    part that cannot be read.
    """
    import pypdfium2

    out = pypdfium2.PdfDocument.new()
    marks: list[tuple[str, int]] = []
    try:
        for part in parts:
            if part.title:
                marks.append((part.title, len(out)))
            _take(out, part)
            if len(out) > MOST_PAGES:
                raise Refusal(_("The file would have more than {n} pages.").format(n=MOST_PAGES), code="file")
        if numbered:
            _number(out, numbered, before, len(out) - behind)
        made = io.BytesIO()
        out.save(made)
    finally:
        out.close()
    return pdf_update.finished(made.getvalue(), marks, title or (parts[0].title if parts else ""), author, not foreign(parts))


def foreign(parts: Sequence[Part]) -> list[str]:
    """The names of the parts for whose sake the file is none for the archive."""
    import pypdfium2

    found, name = [], ""
    for part in parts:
        name = part.title or name
        if not part.kept or not part.data.startswith(b"%PDF") or name in found:
            continue
        try:
            with pypdfium2.PdfDocument(part.data) as document:
                if not _only_scans(document):
                    found.append(name)
        except pypdfium2.PdfiumError:  # `bind` refuses it
            found.append(name)
    return found


def _take(out: Any, part: Part) -> None:
    import pypdfium2

    if not part.data.startswith(b"%PDF"):
        _picture(out, part)
        return
    try:
        source = pypdfium2.PdfDocument(part.data)
        first = len(out)
        try:
            if part.kept and _only_scans(source):
                for page in source:
                    _scan(out, page)
                return
            out.import_pages(source)
        finally:
            source.close()
    except pypdfium2.PdfiumError as error:
        raise Refusal(_("{file} cannot be read: it is damaged or locked.").format(file=part.title[:80]), "file", "file") from error
    for n in range(first, len(out)):
        page = out[n]
        while pypdfium2.raw.FPDFPage_GetAnnotCount(page.raw):
            if not pypdfium2.raw.FPDFPage_RemoveAnnot(page.raw, 0):
                break
        page.close()


def _picture(out: Any, part: Part) -> None:
    """A picture on a page of its own, upright or lying as it is, as large as the page takes it."""
    plain = _opened(part)
    _lay(out, plain, A4 if plain.height >= plain.width else (A4[1], A4[0]), MARGIN)


def _opened(part: Part) -> Any:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(part.data)) as picture:
            if picture.width * picture.height > 120_000_000:
                raise ValueError("too many pixels")
            plain = ImageOps.exif_transpose(picture).convert("RGB")
            plain.thumbnail((SIDE, SIDE))
            return plain
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refusal(_("{file} cannot be read: it is damaged or locked.").format(file=part.title[:80]), "file", "file") from error


def can_be_bound(data: bytes) -> bool:
    """Whether a file that was handed in opens: it is neither damaged nor locked by a password, and has a page."""
    try:
        if not data.startswith(b"%PDF"):
            _opened(Part("", data))
            return True
        return page_count(data) > 0
    except Refusal:
        return False


def _only_scans(document: Any) -> bool:
    """Whether every page shows pictures and nothing else; the invisible words that a scanner lays over them do not count."""
    from pypdfium2 import raw

    for page in document:
        kinds = set()
        for one in page.get_objects():
            hidden = one.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(one.raw) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
            if one.type != raw.FPDF_PAGEOBJ_FORM and not hidden:
                kinds.add(one.type)
        page.close()
        if kinds != {raw.FPDF_PAGEOBJ_IMAGE}:
            return False
    return len(document) > 0


def _scan(out: Any, page: Any) -> None:
    """A scanned page anew, as large as it was."""
    size = page.get_size()
    _lay(out, page.render(scale=min(SIDE / max(size), CLOSEST)).to_pil().convert("RGB"), size, 0.0)
    page.close()


def _lay(out: Any, picture: Any, size: tuple[float, float], margin: float) -> None:
    """A picture in the middle of a new page."""
    import pypdfium2

    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=QUALITY)
    jpeg.seek(0)
    wide, tall = picture.size
    width, height = size
    page = out.new_page(width, height)
    scale = min((width - 2 * margin) / wide, (height - 2 * margin) / tall)
    w, h = wide * scale, tall * scale
    image = pypdfium2.PdfImage.new(out)
    image.load_jpeg(jpeg, inline=True)
    image.set_matrix(pypdfium2.PdfMatrix().scale(w, h).translate((width - w) / 2, (height - h) / 2))
    page.insert_obj(image)
    page.gen_content()
    page.close()


def _number(out: Any, words: str, first: int, end: int) -> None:
    """Lays its number over every page, at the upper right as it is looked at."""
    import pypdfium2

    from desktop.documents import pdf_stamp

    stamps = pypdfium2.PdfDocument(pdf_stamp.numbers(words, max(end - first, 0)))
    try:
        for n in range(first, end):
            page = out[n]
            laid = stamps.page_as_xobject(n - first, out).as_pageobject()
            left, bottom, right, top = page.get_mediabox()
            turned = page.get_rotation() % 360
            width, height = pdf_stamp.WIDTH, pdf_stamp.HEIGHT
            if turned == 90:  # the upper right of what is seen is the upper left of the sheet
                matrix = pypdfium2.PdfMatrix(0, 1, -1, 0, left + TOP + height, top - EDGE - width)
            elif turned == 180:
                matrix = pypdfium2.PdfMatrix(-1, 0, 0, -1, left + EDGE + width, bottom + TOP + height)
            elif turned == 270:
                matrix = pypdfium2.PdfMatrix(0, -1, 1, 0, right - TOP - height, bottom + EDGE + width)
            else:
                matrix = pypdfium2.PdfMatrix(1, 0, 0, 1, right - EDGE - width, top - TOP - height)
            laid.set_matrix(matrix)
            page.insert_obj(laid)
            page.gen_content()
            page.close()
    finally:
        stamps.close()


def page_count(data: bytes, title: str = "") -> int:
    """How many pages a part will have: of a PDF its own, one for a picture."""
    import pypdfium2

    if not data.startswith(b"%PDF"):
        return 1
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refusal(_("{file} cannot be read: it is damaged or locked.").format(file=title[:80]), "file", "file") from error
    try:
        return len(document)
    finally:
        document.close()


def texts(data: bytes) -> list[str]:
    """The text of every page, as a viewer copies it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
