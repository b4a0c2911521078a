"""Pages of a PDF as pictures: for the preview on the screen and for the printer.

The library draws one page at a time and is not made for several threads: call it from the thread of the jobs only.
"""

from typing import NamedTuple

MOST_PIXELS = 60_000_000  # a slip of the zoom must not take the memory of the computer; A4 at 600 dpi has 35 million
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


def text(pdf: bytes) -> str:
    """The words of all pages as a reader of the file would copy them."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
