"""Pages of a PDF as pictures: for the preview on the screen and for the printer.

The library draws one page at a time and is not made for several threads: call it from the thread of the jobs only.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from desktop.domain.refusal import Refusal
from desktop.i18n import _

MOST_PIXELS = 60_000_000  # a slip of the zoom must not take the memory of the computer; A4 at 600 dpi has 35 million
MOST_OPENED = 120_000_000  # pixels: a picture that claims more is not opened
PHOTO_DPI = 200.0
POINTS = 72.0


class Picture(NamedTuple):
    """One page: `pixels` are lines of RGB bytes, `stride` bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [document.get_page_size(n) for n in range(len(document))]


def picture(pdf: bytes, page: int, dpi: float) -> Picture:
    """The page (counted from 0) at so many dots an inch."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        width, height = sheet.get_size()
        scale = min(dpi / POINTS, (MOST_PIXELS / (width * height)) ** 0.5)
        bitmap = sheet.render(scale=scale, rev_byteorder=True)  # red first, as Qt's RGB888 wants it
        try:
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            sheet.close()


def file_sizes(data: bytes) -> list[tuple[float, float]]:
    """Width and height in points of every page of a kept file: a PDF, or a picture (a photo counts as 200 dots an inch).

    Refusal for anything else.
    """
    if data.startswith(b"%PDF-"):
        return sizes(data)
    with _photo(data) as photo:
        return [(photo.width / PHOTO_DPI * POINTS, photo.height / PHOTO_DPI * POINTS)]


def file_picture(data: bytes, page: int, dpi: float) -> Picture:
    """A page of a kept file (counted from 0) at so many dots an inch."""
    if data.startswith(b"%PDF-"):
        return picture(data, page, dpi)
    with _photo(data) as photo:
        scale = min(dpi / PHOTO_DPI, (MOST_PIXELS / (photo.width * photo.height)) ** 0.5)
        wanted = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
        drawn = photo.convert("RGB").resize(wanted)
        return Picture(drawn.width, drawn.height, drawn.width * 3, drawn.tobytes())


@contextmanager
def _photo(data: bytes) -> Iterator[Any]:
    from PIL import Image

    refused = Refusal(_("This file is no picture and no PDF: save it and open it with its own program."), code="file")
    try:
        with Image.open(io.BytesIO(data)) as photo:
            if photo.width * photo.height > MOST_OPENED:
                raise refused
            yield photo
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise refused from error


def print_pages(jobs: Any, pdf: bytes, pages: Sequence[int], dpi: float, add: Callable[[Picture], None], end: Callable[[], None]) -> None:
    """Draws these pages (counted from 0) one after the other on the thread of the jobs and hands each to `add`; `end` follows the last."""
    rest = list(pages)

    def following() -> None:
        if not rest:
            end()
            return
        page = rest.pop(0)
        jobs.run(lambda: picture(pdf, page, dpi), taken)

    def taken(drawn: Picture) -> None:
        add(drawn)
        following()

    following()


def texts(pdf: bytes) -> list[str]:
    """The words of each page."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [document[n].get_textpage().get_text_range() for n in range(len(document))]


def difference(before: list[str], now: list[str], pdf: bytes) -> tuple[int, float] | None:
    """Where the words of a paper (`pdf`, with its `texts`) first differ from those before: page, and the share of its height."""
    import pypdfium2

    for page, words in enumerate(now):
        old = before[page] if page < len(before) else ""
        if words == old:
            continue
        at = next((n for n, (one, other) in enumerate(zip(words, old, strict=False)) if one != other), min(len(words), len(old)))
        with pypdfium2.PdfDocument(pdf) as document:
            sheet = document[page]
            written = sheet.get_textpage()
            if not written.count_chars():
                return page, 0.0
            _left, _bottom, _right, top = written.get_charbox(max(0, min(at, written.count_chars() - 1)))
            return page, min(max(1 - top / sheet.get_height(), 0.0), 1.0)
    return None


def moved(pdf: bytes, right: float, down: float) -> bytes:
    """The same file with every page moved on its sheet, in millimetres: for a printer that feeds crookedly."""
    if not right and not down:
        return pdf
    import pypdfium2

    x, y = right * POINTS / 25.4, down * POINTS / 25.4
    out = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            left, bottom, wide, high = page.get_mediabox()
            page.set_mediabox(left - x, bottom + y, wide - x, high + y)
            page.close()
        document.save(out)
    return out.getvalue()
