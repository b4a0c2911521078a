"""Several PDFs and pictures bound into one: in their order, with an outline, and where it is wanted with one numbering through all pages.

The pages are taken over by pdfium (`import_pages`); the outline, which it cannot write, is appended as an update of the file (ISO 32000-1,
7.5.6). What a page of a handed-in file carries beside its content (links, forms, scripts) is left behind.
"""

import io
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from desktop.domain.refusal import Refusal
from desktop.i18n import _

A4 = (595.28, 841.89)
MARGIN = 28.0  # points around a picture
EDGE, TOP = 22.0, 8.0  # points from the right and the upper edge to the page number
MOST_PAGES = 5_000
SIDE, QUALITY = 2_200, 80  # pixels of the longer side of a scanned picture; of its JPEG


class Part(NamedTuple):
    """What is bound: a PDF or a picture, and what its entry in the outline is called ('' for none: it belongs to the one before)."""

    title: str
    data: bytes


def bind(parts: Sequence[Part], numbered: str = "", before: int = 0, behind: int = 0) -> bytes:
    """One PDF of all parts. `numbered` is how the pages are numbered, such as `卷内第{n}页`; '' leaves them as they are.

    `before` and `behind` are pages at both ends that bear no number. Refusal naming the part that cannot be read.
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
    return _with_outline(made.getvalue(), marks)


def _take(out: Any, part: Part) -> None:
    import pypdfium2

    if not part.data.startswith(b"%PDF"):
        _picture(out, part)
        return
    try:
        source = pypdfium2.PdfDocument(part.data)
        first = len(out)
        try:
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
    import pypdfium2
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(part.data)) as picture:
            if picture.width * picture.height > 120_000_000:
                raise ValueError("too many pixels")
            plain = ImageOps.exif_transpose(picture).convert("RGB")
            plain.thumbnail((SIDE, SIDE))
            jpeg = io.BytesIO()
            plain.save(jpeg, "JPEG", quality=QUALITY)
            wide, tall = plain.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refusal(_("{file} cannot be read: it is damaged or locked.").format(file=part.title[:80]), "file", "file") from error
    width, height = A4 if tall >= wide else (A4[1], A4[0])
    page = out.new_page(width, height)
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / tall)
    w, h = wide * scale, tall * scale
    image = pypdfium2.PdfImage.new(out)
    jpeg.seek(0)
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


def _with_outline(data: bytes, marks: Sequence[tuple[str, int]]) -> bytes:
    """The file with an outline appended as an update; where its plan is not the one known, without."""
    root = re.search(rb"/Root (\d+) 0 R", data[-2_000:])
    start = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)
    size = re.search(rb"/Size (\d+)", data[-2_000:])
    if not (marks and root and start and size):
        return data
    catalogue = re.search(rb"(?:^|[\r\n])" + root[1] + rb" 0 obj\s*<<(.*?)>>\s*endobj", data, re.DOTALL)
    tree = re.search(rb"/Pages (\d+) 0 R", catalogue[1]) if catalogue else None
    pages = re.search(rb"(?:^|[\r\n])" + tree[1] + rb" 0 obj\s*<<.*?/Kids\[(.*?)\]", data, re.DOTALL) if tree else None
    kids = re.findall(rb"(\d+) 0 R", pages[1]) if pages else []
    if catalogue is None or len(kids) <= max(page for _title, page in marks):
        return data
    first = int(size[1])
    items = [first + 1 + n for n in range(len(marks))]
    objects: list[tuple[int, bytes]] = [
        (int(root[1]), b"<<" + catalogue[1] + b"/Outlines %d 0 R/PageMode/UseOutlines>>" % first),
        (first, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (items[0], items[-1], len(items))),
    ]
    for n, (title, page) in enumerate(marks):
        beside = b""
        if n:
            beside += b"/Prev %d 0 R" % items[n - 1]
        if n < len(marks) - 1:
            beside += b"/Next %d 0 R" % items[n + 1]
        words = b"<" + ("\ufeff" + title).encode("utf-16-be", "replace").hex().encode() + b">"
        objects.append((items[n], b"<</Title %s/Parent %d 0 R%s/Dest[%s 0 R/Fit]>>" % (words, first, beside, kids[page])))
    out = bytearray(data)
    places = []
    for number, body in objects:
        places.append((number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin = len(out)
    out += b"xref\n"
    for number, place in places:
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<</Size %d/Root %s 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (first + 1 + len(items), root[1], start[1], begin)
    return bytes(out)


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
