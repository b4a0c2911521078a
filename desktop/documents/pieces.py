"""The pieces that a set paper is made of: they know their lines and height and draw themselves with a pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.documents.blocks import Align
from desktop.documents.hand_lines import HIGH, pitch
from desktop.documents.lines import Line
from desktop.documents.page_layout import MM, Layout, Style
from desktop.documents.paging import Hold, Piece

if TYPE_CHECKING:
    from desktop.documents.pdf_pen import Pen

BASE = 0.36  # of the type size: how far the base line lies under the middle of the line
TALL = 25 * MM  # a row of this height is room to write in: its text begins at the top
LETTERHEAD, RULE = 6.0, 1.2  # points: white above and below the rule of a letterhead, and its strength
HINT = 3.0  # points: the white above and below the small words in a cell to sign in
HAIR = 0.3  # points: the lines one writes on


@dataclass(frozen=True)
class Text:
    """A text broken for a width: its lines, and how they are drawn."""

    lines: list[Line]
    role: str
    style: Style
    width: float
    align: Align = Align.JUSTIFY
    shift: float = 0.0

    @property
    def pitches(self) -> list[float]:
        """The height of every line."""
        return [pitch(line.text, self.style) for line in self.lines]

    @property
    def height(self) -> float:
        """Of all its lines."""
        return sum(self.pitches)

    def draw(self, pen: "Pen", x: float, y: float, first: int, end: int) -> None:
        """Draws some lines, the upper edge of the first at y."""
        size = self.style.size
        up = self.style.line / 2 - BASE * size  # from the foot of a line to its base line: what a line is higher, is white above it
        for line in self.lines[first:end]:
            y += pitch(line.text, self.style)
            spare = self.width - (line.width + line.shift) * size
            at = x + (spare / 2 if self.align is Align.CENTRE else spare if self.align is Align.RIGHT else 0.0)
            pen.line(line, at + self.shift, y - up, self.role, size)


class TextPiece:
    """Running text."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()

    def __init__(
        self, text: Text, left: float, before: float = 0.0, after: float = 0.0, keep: Hold = Hold.NOT, kind: str = "P", mark: int = 0
    ) -> None:
        self.text = text
        self.left = left
        self.kind = kind  # of its element in the structure
        self.mark = mark  # the level of its entry in the outline; 0: none
        self.before = before
        self.keep = keep
        self.heights = text.pitches
        self.heights[-1] += after
        self._widow = len(text.lines) - 1

    def may_break(self, n: int) -> bool:
        """No line of a paragraph stands alone at the foot or the top of a page."""
        return n > 1 and n < self._widow or (n == 2 and self._widow == 2 and len(self.heights) > 3)

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws some lines."""
        if self.mark and first == 0:
            pen.bookmark("".join(line.text for line in self.text.lines), self.mark, y)
        pen.open(pen.tags.element(self, self.kind))
        self.text.draw(pen, self.left, y, first, end)
        pen.close()


@dataclass(frozen=True)
class Box:
    """One cell of a row: where it stands and what is in it."""

    left: float
    width: float
    text: Text
    hint: Text | None = None
    middle: bool = False
    kind: str = "TD"


class RowPiece:
    """A row of ruled cells; a row of many lines may go on on the next page, ruled off on both."""

    new_page = False

    def __init__(
        self,
        boxes: list[Box],
        layout: Layout,
        least: float = 0.0,
        heads: Sequence[Piece] = (),
        keep: Hold = Hold.NOT,
        table: object = None,
        mark: int = 0,
        whole: bool = False,
        signed: bool = False,
    ) -> None:
        self.table = table  # what all rows of one table have in common
        self.whole = whole
        self.mark = mark
        self.boxes = boxes
        self.layout = layout
        self.heads = heads
        self.before = 0.0
        self.keep = keep
        self.after = 0.0
        pad = layout.cell_padding[0]
        columns = [box.text.pitches for box in boxes]
        least_pitch = max((box.text.style.line for box in boxes), default=0.0)
        count = max(map(len, columns), default=1)
        self.heights = [max(least_pitch, *(column[n] for column in columns if n < len(column))) for n in range(count)]
        self.heights[0] += pad
        self.heights[-1] += pad
        least = max([least, *(box.hint.height + HINT for box in boxes if box.hint)])
        self.heights[-1] += max(0.0, min(least, layout.height) - sum(self.heights))
        self._short = count <= 3 or signed and sum(self.heights) < layout.height / 2
        self._tall = least > TALL

    def may_break(self, n: int) -> bool:
        """A short row stays whole; a long one keeps two lines together at both ends."""
        return not self._short and 2 <= n <= len(self.heights) - 2

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws the part of the row with its rules; a head that is repeated is no part of the text again."""
        height = sum(self.heights[first:end]) - (self.after if end == len(self.heights) else 0.0)
        repeated = first == 0 and pen.tags.known(self)
        pen.open_artifact()
        pen.boxes([(box.left, y, box.width, height) for box in self.boxes], self.layout.rule)
        if not repeated:
            pen.close()
            if self.mark and first == 0 and self.boxes:
                pen.bookmark("".join(line.text for line in self.boxes[0].text.lines), self.mark, y)
            row = pen.tags.element(self, "TR", pen.tags.element(self.table or self, "Table"))
        for n, box in enumerate(self.boxes):
            if not repeated:
                pen.open(pen.tags.element((id(self), n), box.kind, row))
            self._draw_box(pen, box, y, height, first, end)
            if not repeated:
                pen.close()
        if repeated:
            pen.close()

    def _draw_box(self, pen: "Pen", box: Box, y: float, height: float, first: int, end: int) -> None:
        pad, side = self.layout.cell_padding
        text = box.text
        lines = len(text.lines)
        whole = first == 0 and end == len(self.heights)
        if whole and (box.middle or lines == 1 and not self._tall):
            text.draw(pen, box.left + side, y + (height - text.height) / 2, 0, lines)
        else:
            text.draw(pen, box.left + side, y + (pad if first == 0 else 0.0), first, min(end, lines))
        if box.hint and first == 0:
            fits = int((height - HINT) / box.hint.style.line)
            box.hint.draw(pen, box.left + box.width - side - box.hint.width, y + HINT / 2, 0, min(fits, len(box.hint.lines)))


class SealPiece:
    """Name and date over which the round seal is set."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    keep = Hold.NOT

    def __init__(self, name: Text, date: Text, layout: Layout, align: Align = Align.RIGHT) -> None:
        self.name, self.date, self.layout, self.align = name, date, layout, align
        self.before = 0.0
        self.heights = [max(layout.seal, name.height + date.height)]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws name and date in the middle of the height."""
        spare = self.layout.width - self.name.width
        left = self.layout.left + {Align.LEFT: 0.0, Align.CENTRE: spare / 2}.get(self.align, spare)
        y += (self.heights[0] - self.name.height - self.date.height) / 2
        pen.open(pen.tags.element(self, "P"))
        self.name.draw(pen, left, y, 0, len(self.name.lines))
        self.date.draw(pen, left, y + self.name.height, 0, len(self.date.lines))
        pen.close()


class LetterheadPiece:
    """The name of the office in large type, a small line under it, and a rule."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    keep = Hold.FAST
    before = 0.0

    def __init__(self, name: Text, below: Text | None, layout: Layout) -> None:
        self.name, self.below, self.layout = name, below, layout
        self.heights = [name.height + (below.height if below else 0.0) + 2 * LETTERHEAD]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws name, line and rule."""
        left, right = self.layout.left, self.layout.left + self.layout.width
        pen.open(pen.tags.element(self, "P"))
        self.name.draw(pen, left, y, 0, len(self.name.lines))
        if self.below:
            self.below.draw(pen, left, y + self.name.height, 0, len(self.below.lines))
        pen.close()
        pen.open_artifact()
        y += self.heights[0] - LETTERHEAD
        pen.rule(left, y, right, y, RULE)
        pen.close()


class BlankPiece:
    """Lines to write on."""

    new_page = False
    whole = False
    keep = Hold.NOT
    heads: Sequence[Piece] = ()
    before = 0.0

    def __init__(self, count: int, ruled: bool, layout: Layout) -> None:
        line = layout.styles["body"].line
        self.heights = [max(line, HIGH) if ruled else line] * max(count, 1)
        self.ruled, self.layout = ruled, layout

    def may_break(self, n: int) -> bool:
        """Between any two lines."""
        return True

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws the rules."""
        if not self.ruled:
            return
        pen.open_artifact()
        for height in self.heights[first:end]:
            y += height
            pen.rule(self.layout.left, y, self.layout.left + self.layout.width, y, HAIR)
        pen.close()


class BreakPiece(BlankPiece):
    """A new page begins here."""

    new_page = True

    def __init__(self, layout: Layout) -> None:
        super().__init__(1, False, layout)
        self.heights = [0.0]
        self.keep = Hold.FAST
