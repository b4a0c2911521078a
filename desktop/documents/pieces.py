"""Sets the blocks of a paper: each becomes pieces that know their lines and height and draw themselves with a pen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.documents import blocks, columns
from desktop.documents.blocks import Align, Paper
from desktop.documents.fonts import Faces
from desktop.documents.lines import Line
from desktop.documents.page_layout import MM, Layout, Style
from desktop.documents.paging import Hold, Piece

if TYPE_CHECKING:
    from desktop.documents.pdf_pen import Pen

BASE = 0.36  # of the type size: how far the base line lies under the middle of the line
TALL = 25 * MM  # a row of this height is room to write in: its text begins at the top
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
    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * self.style.line

    def draw(self, pen: "Pen", x: float, y: float, first: int, end: int) -> None:
        """Draws some lines, the upper edge of the first at y."""
        size = self.style.size
        y += self.style.line / 2 + BASE * size
        for line in self.lines[first:end]:
            spare = self.width - (line.width + line.shift) * size
            at = x + (spare / 2 if self.align is Align.CENTRE else spare if self.align is Align.RIGHT else 0.0)
            pen.line(line, at + self.shift, y, self.role, size)
            y += self.style.line


class TextPiece:
    """Running text."""

    new_page = False
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
        self.heights = [text.style.line] * len(text.lines)
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
    ) -> None:
        self.table = table  # what all rows of one table have in common
        self.mark = mark
        self.boxes = boxes
        self.layout = layout
        self.heads = heads
        self.before = 0.0
        self.keep = keep
        self.after = 0.0
        pad = layout.cell_padding[0]
        pitch = max((box.text.style.line for box in boxes), default=0.0)
        count = max((len(box.text.lines) for box in boxes), default=1)
        self.heights = [pitch] * count
        self.heights[0] += pad
        self.heights[-1] += pad
        self.heights[-1] += max(0.0, min(least, layout.height) - sum(self.heights))
        self._short = count <= 3
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
            box.hint.draw(pen, box.left + box.width - side - box.hint.width, y + 1.5, 0, len(box.hint.lines))


class SealPiece:
    """Name and date over which the round seal is set, on the right."""

    new_page = False
    heads: Sequence[Piece] = ()
    keep = Hold.NOT

    def __init__(self, name: Text, date: Text, layout: Layout) -> None:
        self.name, self.date, self.layout = name, date, layout
        self.before = 0.0
        self.heights = [max(layout.seal, name.height + date.height)]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws name and date in the middle of the height."""
        left = self.layout.left + self.layout.width - self.name.width
        y += (self.heights[0] - self.name.height - self.date.height) / 2
        pen.open(pen.tags.element(self, "P"))
        self.name.draw(pen, left, y, 0, len(self.name.lines))
        self.date.draw(pen, left, y + self.name.height, 0, len(self.date.lines))
        pen.close()


class BlankPiece:
    """Lines to write on."""

    new_page = False
    keep = Hold.NOT
    heads: Sequence[Piece] = ()
    before = 0.0

    def __init__(self, count: int, ruled: bool, layout: Layout) -> None:
        self.heights = [layout.styles["body"].line] * max(count, 1)
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


class Setter:
    """Turns the blocks of one paper into pieces."""

    def __init__(self, paper: Paper, faces: Faces, layout: Layout) -> None:
        self.paper, self.faces, self.layout = paper, faces, layout

    def pieces(self) -> list[Piece]:
        """All pieces in order."""
        out: list[Piece] = []
        for block in self.paper.blocks:
            made = list(self._block(block))
            if made and out and isinstance(block, blocks.Signatures | blocks.SealPlace):
                out[-1].keep = Hold.FAST
                if len(out) > 1 and len(out[-1].heights) == 1 and isinstance(out[-1], TextPiece):
                    out[-2].keep = max(out[-2].keep, Hold.SOFT)  # at least two lines of text stand above a signature
            out += made
        return out

    def text(
        self, text: str, role: str, style: str, width: float, align: Align = Align.JUSTIFY, indent: float = 0.0, split: bool = True
    ) -> Text:
        """A text broken for a width in points; line feeds begin a new line with the indent of a paragraph."""
        look = self.layout.styles[style]
        breaker = self.faces.breaker(role)
        justify = align is Align.JUSTIFY
        out: list[Line] = []
        for part in text.replace("\r\n", "\n").split("\n") if split else [text]:
            out += breaker.lines(part, width / look.size, indent, justify)
        return Text(out, role, look, width, align)

    def _paragraphs(
        self,
        text: str,
        role: str,
        style: str,
        indent: bool = True,
        align: Align = Align.JUSTIFY,
        keep: Hold = Hold.NOT,
        kind: str = "P",
        mark: int = 0,
    ) -> Iterator[TextPiece]:
        look = self.layout.styles[style]
        parts = text.replace("\r\n", "\n").split("\n")
        shift = self.layout.indent if indent and align is not Align.CENTRE else 0.0
        for n, part in enumerate(parts):
            last = n == len(parts) - 1
            set_text = self.text(part, role, style, self.layout.width, align, shift, split=False)
            before, after = look.before if n == 0 else 0.0, look.after if last else 0.0
            yield TextPiece(set_text, self.layout.left, before, after, keep if last else Hold.NOT, kind, mark)

    def _block(self, block: blocks.Block) -> Iterator[Piece]:
        match block:
            case blocks.Title(text):
                yield from self._title(text)
            case blocks.Number(text, align):
                yield from self._paragraphs(text, "number", "number", False, align)
            case blocks.Heading(text, level):
                role, kind = ("heading", "H2") if level == 1 else ("subheading", "H3")
                yield from self._paragraphs(text, role, "heading", keep=Hold.FAST, kind=kind, mark=1 if level == 1 else 2)
            case blocks.Paragraph(text, indent, align, keep):
                yield from self._paragraphs(text, "body", "body", indent, align, Hold.FAST if keep else Hold.NOT)
            case blocks.Clauses():
                for item in block.numbered():
                    yield from self._paragraphs(item, "body", "body")
            case blocks.Notice(text):
                yield from self._paragraphs(text, "body", "notice", False)
            case blocks.Fields():
                yield from self._fields(block)
            case blocks.Table():
                yield from self._table(block)
            case blocks.Signatures():
                yield from self._signatures(block)
            case blocks.SealPlace(text, date):
                yield self._seal(text, date)
            case blocks.Blank(count, ruled):
                yield BlankPiece(count, ruled, self.layout)
            case blocks.PageBreak():
                yield BreakPiece(self.layout)
            case blocks.Chart():
                from desktop.documents.pdf_chart import ChartPiece  # its drawing kit and its own reading of the font: rarely needed

                yield ChartPiece(block, self.layout)

    def _seal(self, text: str, date: str) -> SealPiece:
        """Name and date, centred upon one another; a long name takes the width it needs before it is broken."""
        size = self.layout.styles["body"].size
        breaker = self.faces.breaker("body")
        natural = max((breaker.lines(part, 10_000.0)[0].width for part in text.split("\n")), default=0.0) * size
        width = min(self.layout.width, max(natural + 1, self.layout.width * 0.55))
        name, day = (self.text(part, "body", "body", width, Align.CENTRE) for part in (text, date))
        return SealPiece(name, day, self.layout)

    def _title(self, text: str) -> Iterator[TextPiece]:
        """A title of several lines is broken evenly: the last line is not left with one character."""
        width = self.layout.width
        size = self.layout.styles["title"].size
        whole = self.faces.breaker("title").lines(text, 10_000.0)[0].width * size
        if whole > width:
            count = -(-whole // width)
            width = min(width, whole / count + 2 * size)
        look = self.layout.styles["title"]
        set_text = self.text(text, "title", "title", width, Align.CENTRE)
        yield TextPiece(set_text, self.layout.left + (self.layout.width - width) / 2, look.before, look.after, Hold.FAST, "H1")

    def _rows(self, rows: list[RowPiece]) -> list[RowPiece]:
        """Rows of one table, with the white before and after it."""
        style = self.layout.styles["table"]
        if rows:
            table = object()
            for row in rows:
                row.table = table
            rows[0].before = style.before
            rows[-1].after = style.after
            rows[-1].heights[-1] += style.after
        return rows

    def _box(self, text: str, role: str, left: float, width: float, align: Align, middle: bool, kind: str = "TD") -> Box:
        size = self.layout.styles["table"].size
        inner = max(width - 2 * self.layout.cell_padding[1], size)
        made = self.text(text, role, "table", inner, align)
        if middle and align is Align.CENTRE and len(made.lines) > 1 and "\n" not in text:  # a label is broken into even lines
            natural = self.faces.breaker(role).lines(text, 10_000.0)[0].width
            even = self.text(text, role, "table", (natural / len(made.lines) + 0.6) * size, align)
            if len(even.lines) == len(made.lines):
                made = Text(even.lines, role, even.style, even.width, align, (inner - even.width) / 2)
        return Box(left, width, made, None, middle, kind)

    def _fields(self, form: blocks.Fields) -> Iterator[RowPiece]:
        grid = self._grid(form.columns)
        rows = []
        for row in form.rows:
            boxes, at = [], 0
            for n, cell in enumerate(row.cells):
                end = len(grid) - 1 if n == len(row.cells) - 1 else min(at + cell.span, len(grid) - 1)
                align = Align.CENTRE if cell.label and cell.align is Align.LEFT else cell.align
                role = "table" if not cell.label else "strong" if len(row.cells) == 1 else "label"
                boxes.append(self._box(cell.text, role, grid[at], grid[end] - grid[at], align, cell.label, "TH" if cell.label else "TD"))
                at = end
            title = len(row.cells) == 1 and row.cells[0].label
            rows.append(RowPiece(boxes, self.layout, row.height * MM, keep=Hold.FAST if title else Hold.NOT, mark=1 if title else 0))
        yield from self._rows(rows)

    def _table(self, table: blocks.Table) -> Iterator[RowPiece]:
        style, rows_ = self.layout.styles["table"], (table.head, *table.rows, table.total)
        grid = self._grid(columns.fitted(table.widths, rows_, self.layout.width, style.size, self.layout.cell_padding[1]))
        aligns = [*table.align, *[Align.LEFT] * (len(table.widths) - len(table.align))]

        def row(cells: Sequence[str], role: str, head: bool, heads: Sequence[Piece] = ()) -> RowPiece:
            boxes = [
                self._box(text, role, grid[n], grid[n + 1] - grid[n], Align.CENTRE if head else aligns[n], True, "TH" if head else "TD")
                for n, text in enumerate(cells[: len(table.widths)])
            ]
            return RowPiece(boxes, self.layout, heads=heads, keep=Hold.FAST if head else Hold.NOT)

        head = row(table.head, "strong", True)
        rows = [row(cells, "table", False, (head,)) for cells in table.rows]
        if table.total:
            rows.append(row(table.total, "strong", False, (head,)))
        if len(rows) > 2:
            rows[0].keep = rows[-2].keep = Hold.FAST
        yield from self._rows([head, *rows])

    def _signatures(self, block: blocks.Signatures) -> Iterator[RowPiece]:
        grid = self._grid(self.layout.sign_columns)

        def boxes(cells: Sequence[str], role: str, align: Sequence[Align]) -> list[Box]:
            kind = "TH" if role == "strong" else "TD"
            return [self._box(text, role, grid[n], grid[n + 1] - grid[n], align[n], True, kind) for n, text in enumerate(cells)]

        head = RowPiece(boxes(block.head, "strong", [Align.CENTRE] * 4), self.layout, keep=Hold.FAST)
        rows = []
        for line in block.lines:
            cells = boxes((line.capacity, line.name, "", line.date), "table", (Align.CENTRE, Align.LEFT, Align.LEFT, Align.CENTRE))
            room = cells[2].width - 2 * self.layout.cell_padding[1]
            hint = self.text(line.hint, "table", "hint", room, Align.LEFT) if line.hint else None
            cells[2] = Box(cells[2].left, cells[2].width, cells[2].text, hint)
            rows.append(RowPiece(cells, self.layout, self.layout.sign_row, (head,), Hold.SOFT))
        for row in (*rows[:1], *rows[-2:-1]):
            row.keep = Hold.FAST
        if rows:
            rows[-1].keep = Hold.NOT
        yield from self._rows([head, *rows])

    def _grid(self, widths: Sequence[float]) -> list[float]:
        """Where the columns begin, and the right edge."""
        total = sum(widths) or 1.0
        out = [self.layout.left]
        for width in widths:
            out.append(out[-1] + width / total * self.layout.width)
        return out
