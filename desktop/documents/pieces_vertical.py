"""Sets joined traditional Mongolian in columns that run down the sheet and follow one another from left to right."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.documents import shaping
from desktop.documents.blocks import Vertical
from desktop.documents.fonts import MONGOLIAN
from desktop.documents.page_layout import MM
from desktop.documents.paging import Hold, Piece
from desktop.documents.pdf_tags import spoken

if TYPE_CHECKING:
    from desktop.documents.pdf_pen import Pen
    from desktop.documents.setter import Setter

PITCH = 1.7  # of the type size: from column to column
GAP = 6.0  # points between two bands of columns
BASE = 0.55  # of the pitch: where the base line stands in its column


class VerticalPiece:
    """One band of columns."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    before = 0.0
    keep = Hold.NOT

    def __init__(self, columns: list[str], size: float, height: float, left: float) -> None:
        self.columns, self.size, self.left = columns, size, left
        self.heights = [height + GAP]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws the columns; a program that copies or reads the text gets it as it was typed."""
        pitch = PITCH * self.size
        pen.open(pen.tags.element(self, "P", entries=spoken(" ".join(self.columns))))
        for n, words in enumerate(self.columns):
            pen.column(words, self.left + (n + BASE) * pitch, y, self.size)
        pen.close()


def pieces(block: Vertical, setter: "Setter") -> Iterator[Piece]:
    """The bands of a block: as many columns beside one another as the text is wide."""
    size = setter.layout.styles["body"].size
    height = min(block.height * MM, setter.layout.height - GAP)
    columns = [column for text in block.texts for column in _columns(text, size, height, setter)]
    many = max(1, int(setter.layout.width / (PITCH * size)))
    for at in range(0, len(columns), many):
        some = columns[at : at + many]
        tall = max(_length(column, size, setter) for column in some)
        yield VerticalPiece(some, size, min(height, tall), setter.layout.left)


def _columns(text: str, size: float, height: float, setter: "Setter") -> Iterator[str]:
    """The text broken at its spaces; a word longer than a column is cut."""
    now = ""
    for word in text.split():
        longer = f"{now} {word}" if now else word
        if now and _length(longer, size, setter) > height:
            yield now
            longer = word
        while len(longer) > 1 and _length(longer, size, setter) > height:
            at = next((n for n in range(len(longer) - 1, 1, -1) if _length(longer[:n], size, setter) <= height), 1)
            yield longer[:at]
            longer = longer[at:]
        now = longer
    if now:
        yield now


def _length(words: str, size: float, setter: "Setter") -> float:
    return shaping.width(setter.faces.by_name[MONGOLIAN], words) * size
