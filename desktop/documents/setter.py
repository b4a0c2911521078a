"""Sets the blocks of a paper: each becomes one piece or several."""

import dataclasses
from collections.abc import Iterator, Sequence

from desktop.documents import blocks, columns, hand_lines
from desktop.documents.blocks import Align, Paper
from desktop.documents.fonts import Faces
from desktop.documents.lines import Line
from desktop.documents.page_layout import MM, Layout, Style
from desktop.documents.paging import Hold, Piece
from desktop.documents.pieces import BlankPiece, Box, BreakPiece, LetterheadPiece, RowPiece, SealPiece, Text, TextPiece


class Setter:
    """Turns the blocks of one paper into pieces."""

    def __init__(self, paper: Paper, faces: Faces, layout: Layout) -> None:
        self.paper, self.faces, self.layout = paper, faces, layout

    def pieces(self) -> list[Piece]:
        """All pieces in order."""
        out: list[Piece] = []
        for n, block in enumerate(self.paper.blocks):
            made = list(self._block(block))
            if made and n and isinstance(block, blocks.Fields) and isinstance(self.paper.blocks[n - 1], blocks.Table):
                out[-1].keep = made[0].keep = Hold.FAST  # who signs for a list has a line of it before his eyes
            if made and out and isinstance(block, blocks.Signatures | blocks.SealPlace):
                out[-1].keep = Hold.FAST
                if len(out) > 1 and len(out[-1].heights) == 1 and isinstance(out[-1], TextPiece):
                    out[-2].keep = max(out[-2].keep, Hold.SOFT)  # at least two lines of text stand above a signature
            if made and out and isinstance(block, blocks.Paragraph) and block.keep and isinstance(out[-1], RowPiece):
                out[-1].keep = Hold.FAST  # a line to sign below a form never stands on a sheet without a row of it
            out += made
        return out

    def text(
        self, text: str, role: str, style: str | Style, width: float, align: Align = Align.JUSTIFY, indent: float = 0.0, split: bool = True
    ) -> Text:
        """A text broken for a width in points; line feeds begin a new line with the indent of a paragraph."""
        look = self.layout.styles[style] if isinstance(style, str) else style
        breaker = self.faces.breaker(role)
        justify = align is Align.JUSTIFY
        out: list[Line] = []
        for part in text.replace("\r\n", "\n").split("\n") if split else [text]:
            if align in (Align.JUSTIFY, Align.LEFT) and role != "number" and hand_lines.written_on(part):
                part = hand_lines.drawn_out(breaker, part, width / look.size, indent)
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

    def paragraphs(self, text: str) -> Iterator[TextPiece]:
        """Running text as a paragraph sets it."""
        return self._paragraphs(text, "body", "body")

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
            case blocks.SealPlace(text, date, align):
                yield self._seal(text, date, align)
            case blocks.Letterhead(text, below):
                small = self.text(below, "body", "notice", self.layout.width, Align.CENTRE) if below.strip() else None
                yield LetterheadPiece(self.text(text, "title", "title", self.layout.width, Align.CENTRE), small, self.layout)
            case blocks.Blank(count, ruled):
                yield BlankPiece(count, ruled, self.layout)
            case blocks.PageBreak():
                yield BreakPiece(self.layout)
            case blocks.Vertical():
                from desktop.documents import pieces_vertical  # harfbuzz is loaded only by a paper that needs it

                yield from pieces_vertical.pieces(block, self)
            case blocks.Chart():
                from desktop.documents.pdf_chart import ChartPiece  # its drawing kit and its own reading of the font: rarely needed

                yield ChartPiece(block, self.layout)
            case blocks.Dialogue():
                from desktop.documents import pieces_record  # it names what is set here

                yield from pieces_record.pieces(block, self)
            case blocks.Photos():
                from desktop.documents import pdf_pictures  # the reader of pictures: rarely needed

                yield from pdf_pictures.photos(block, self)
            case blocks.Sketch():
                from desktop.documents.pdf_pictures import SketchPiece

                yield SketchPiece(block, self)

    def _seal(self, text: str, date: str, align: Align) -> SealPiece:
        """Name and date, centred upon one another; a long name takes the width it needs before it is broken."""
        size = self.layout.styles["body"].size
        breaker = self.faces.breaker("body")
        natural = max((breaker.lines(part, 10_000.0)[0].width for part in text.split("\n")), default=0.0) * size
        width = min(self.layout.width, max(natural + 1, self.layout.width * 0.55))
        name, day = (self.text(part, "body", "body", width, Align.CENTRE) for part in (text, date))
        return SealPiece(name, day, self.layout, align)

    def _title(self, text: str) -> Iterator[TextPiece]:
        """A title of several lines is broken evenly: the last line is not left with one character."""
        width = self.layout.width
        size = self.layout.styles["title"].size
        whole = self.faces.breaker("title").lines(text, 10_000.0)[0].width * size
        if whole > width and "\n" not in text:
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
        style = self.layout.styles["table"]
        inner = max(width - 2 * self.layout.cell_padding[1], style.size)
        size = columns.size_of(text, inner, style.size, self.layout.table_least)
        if size < style.size:  # a number is set smaller rather than torn
            style = dataclasses.replace(style, size=size)
        made = self.text(text, role, style, inner, align)
        label = middle and align is Align.CENTRE
        if label and 0 < text.count("\n") < len(made.lines) - 1:  # what was broken for the eye and is broken again
            text = text.replace("\n", "")
            made = self.text(text, role, style, inner, align)
        if label and len(made.lines) > 1 and "\n" not in text:  # a label is broken into even lines
            natural = self.faces.breaker(role).lines(text, 10_000.0)[0].width
            even = self.text(text, role, style, (natural / len(made.lines) + 0.6) * size, align)
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
            keep, whole = Hold.FAST if title else Hold.NOT, self.paper.layout == "element"  # a block of a party is read beside its label
            rows.append(RowPiece(boxes, self.layout, row.height * MM, keep=keep, mark=1 if title else 0, whole=whole))
        if len(rows) > 2:
            rows[-2].keep = Hold.FAST  # the last row, mostly one to sign, does not stand on a page alone
        yield from self._rows(rows)

    def _table(self, table: blocks.Table) -> Iterator[RowPiece]:
        style, rows_ = self.layout.styles["table"], (table.head, *table.rows, table.total)
        smaller = self.layout.for_table(rows_, len(table.widths))
        if smaller is not self.layout:
            yield from Setter(self.paper, self.faces, smaller)._table(table)
            return
        grid = self._grid(columns.fitted(table.widths, rows_, self.layout.width, style.size, self.layout.cell_padding[1]))
        aligns = [*table.align, *[Align.LEFT] * (len(table.widths) - len(table.align))]

        def row(cells: Sequence[str], role: str, head: bool, heads: Sequence[Piece] = (), least: float = 0.0) -> RowPiece:
            boxes = [
                self._box(text, role, grid[n], grid[n + 1] - grid[n], Align.CENTRE if head else aligns[n], True, "TH" if head else "TD")
                for n, text in enumerate(cells[: len(table.widths)])
            ]
            return RowPiece(boxes, self.layout, least, heads, Hold.FAST if head else Hold.NOT)

        head = row(table.head, "strong", True)
        rows = [row(cells, "table", False, (head,), table.height * MM) for cells in table.rows]
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
            rows.append(RowPiece(cells, self.layout, self.layout.sign_row, (head,), Hold.SOFT, signed=True))
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
