"""Renders a paper as DOCX, the working copy for WPS and Word: the same words in the same order as the PDF, not the same lines."""

import dataclasses
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from desktop.documents import blocks, columns, docx_pictures, fitting, fonts, page_layout
from desktop.documents.blocks import Align, Paper
from desktop.documents.docx_numbering import Lists, numeral
from desktop.documents.docx_parts import Look, WordCell, Words, WordTable
from desktop.documents.docx_styles import Styles
from desktop.documents.docx_xml import element
from desktop.documents.page_layout import MM, Layout, Style

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
AFTER_COMPAT = ("w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator")
DAY = datetime(2000, 1, 1)  # a fixed day: the file says nothing of when it was made


def render(paper: Paper, *, strict: bool = True) -> bytes:
    """The paper as a DOCX file; refuses characters that cannot be printed unless `strict` is off."""
    if strict:
        fonts.check(paper, fonts.faces())
    return _Writer(paper, fitting.layout_for_word(paper, fonts.faces())).done()


class _Writer:
    """One DOCX being written."""

    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper, self.layout = paper, layout
        self.styles, self.lists = Styles(layout, page_layout.font_plan()), Lists()
        self.words = Words(self.styles, self.lists)
        self.document = docx.Document()
        self.body = self.document.element.body
        self._end = self.body.sectPr
        self.table: Style = layout.styles["table"]  # of the table being written: some are set smaller

    def done(self) -> bytes:
        """The whole file."""
        self._page()
        self._properties()
        for block in self.paper.blocks:
            for made in self._block(block):
                self._end.addprevious(made)
        self._furniture()
        self._definitions()
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _definitions(self) -> None:
        """Styles and lists in place of those of the library's template, once all paragraphs have named theirs."""
        styles, numbering = self.document.styles.element, self.document.part.numbering_part.element
        for whole, made in ((styles, self.styles.elements(self.paper.language)), (numbering, self.lists.elements())):
            for child in list(whole):
                whole.remove(child)
            whole.extend(made)
        settings = self.document.settings.element
        for old in settings.findall(qn("w:compat")):
            settings.remove(old)
        mode = element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
        settings.insert_element_before(element("compat", [mode]), *AFTER_COMPAT)

    def _page(self) -> None:
        layout, section = self.layout, self.document.sections[0]
        section.page_width, section.page_height = (docx.shared.Pt(side) for side in layout.page)
        if layout.page[0] > layout.page[1]:
            section.orientation = WD_ORIENT.LANDSCAPE
        section.top_margin, section.right_margin = docx.shared.Pt(layout.top), docx.shared.Pt(layout.right)
        section.bottom_margin, section.left_margin = docx.shared.Pt(layout.bottom), docx.shared.Pt(layout.left)
        line = layout.styles["furniture"].line
        section.header_distance = docx.shared.Pt(layout.head - line)
        room = layout.styles["page_number"].line + (line if self.paper.page_marks() else 0.0)
        section.footer_distance = docx.shared.Pt(max(layout.foot - room, 12.0))

    def _properties(self) -> None:
        paper, core = self.paper, self.document.core_properties
        core.title = " ".join(part for part in (paper.title, paper.number) if part)[:255]
        core.author, core.last_modified_by, core.comments = paper.organisation[:255], "", ""
        core.subject, core.language = paper.kind, paper.language
        core.created = core.modified = DAY

    def _paragraphs(self, text: str, look: Look) -> Iterator[Any]:
        for part in text.replace("\r\n", "\n").split("\n"):
            yield self.words.paragraph(part, look)

    def _numbered(self, text: str, look: Look) -> Iterator[Any]:
        """Paragraphs of which those that begin with a number are counted by Word."""
        for part in text.replace("\r\n", "\n").split("\n"):
            found = numeral(part)
            kind = "numbered" if found and look.kind == "indented" else look.kind
            yield self.words.paragraph(part, dataclasses.replace(look, kind=kind, number=found))

    def _clause(self, text: str) -> Iterator[Any]:
        first, _, rest = text.replace("\r\n", "\n").partition("\n")
        yield self.words.paragraph(first, Look("numbered", number=numeral(first, clause=True)))
        if rest:
            yield from self._numbered(rest, Look("indented"))

    def _block(self, block: blocks.Block) -> Iterator[Any]:
        match block:
            case blocks.Title(text):
                yield from self._paragraphs(text, Look("title"))
            case blocks.Number(text, align):
                yield from self._paragraphs(text, Look("number", align))
            case blocks.Heading(text, level):
                yield from self._numbered(text, Look("heading" if level == 1 else "subheading"))
            case blocks.Paragraph(text, indented, align, keep):
                shifted = indented and align is not Align.CENTRE
                yield from self._numbered(text, Look("indented" if shifted else "body", align, keep))
            case blocks.Clauses():
                for item in block.numbered():
                    yield from self._clause(item)
            case blocks.Notice(text):
                yield from self._numbered(text, Look("notice"))
            case blocks.Fields():
                yield from self._fields(block)
            case blocks.Table():
                yield from self._table(block)
            case blocks.Signatures():
                yield from self._signatures(block)
            case blocks.Letterhead(text, below):
                yield from self._paragraphs(text, Look("letterhead"))
                yield self.words.paragraph(below, Look("below"))
            case blocks.SealPlace(text, date, align):
                longest = max(len(part) for part in text.split("\n")) * self.layout.styles["body"].size + 2
                room = max(0.0, min(self.layout.width * 0.45, self.layout.width - longest))
                look = Look("seal", left=room if align is Align.RIGHT else 0.0, right=room if align is Align.LEFT else 0.0)
                yield from self._paragraphs(text, dataclasses.replace(look, keep=True))
                yield self.words.paragraph(date, look)
            case blocks.Blank(count, ruled):
                for _ in range(max(count, 1)):
                    yield self.words.paragraph("", Look("ruled" if ruled else "white"))
            case blocks.PageBreak():
                made = self.words.paragraph("", Look("white"))
                made.append(element("r", [element("br", type="page")]))
                yield made
            case blocks.Vertical(texts):
                for text in texts:  # along the line: no writer sets these columns as Mongolian wants them; the PDF has them
                    yield self.words.paragraph(text, Look("vertical"))
            case blocks.Dialogue(turns):
                for turn in turns:
                    text = f"{turn.speaker}：{turn.text}" if turn.speaker else turn.text
                    yield from self._paragraphs(text, Look("indented"))
            case blocks.Photos(items):
                for photo in items:
                    picture = docx_pictures.paragraph(self.document, photo, self.layout.width / MM, self.styles.style_id("picture"))
                    yield from [] if picture is None else [picture]
                    yield from self._paragraphs(photo.caption, Look("caption"))
            case blocks.Sketch():
                for words in docx_pictures.words(block):
                    yield from self._paragraphs(words, Look("caption"))
            case blocks.Chart():
                pass  # the working copy has the numbers in its table; the drawing is on the PDF

    def _grid(self, widths: Sequence[float], ruled: bool = True) -> WordTable:
        total = sum(widths) or 1.0
        return WordTable([width / total * self.layout.width for width in widths], self.styles.style_id("grid") if ruled else "")

    def _cell(self, text: str, kind: str, align: Align | None = None, span: int = 1, middle: bool = True, keep: bool = False) -> WordCell:
        numbers = self.table if kind in ("table", "strong") else None
        return WordCell(tuple(self._paragraphs(text, Look(kind, align, keep, numbers=numbers))), span, middle)

    def _after(self) -> Any:
        """The white under a table; Word needs a paragraph between two tables in any case."""
        return self.words.paragraph("", Look("gap"))

    def _fields(self, form: blocks.Fields) -> Iterator[Any]:
        table = self._grid(form.columns)
        for row in form.rows:
            title = len(row.cells) == 1 and row.cells[0].label
            cells = []
            for cell in row.cells:
                align = Align.CENTRE if cell.label and cell.align is Align.LEFT else cell.align
                role = "strong" if title else "label" if cell.label else "table"
                cells.append(self._cell(cell.text, role, align, cell.span, cell.label or not row.height, title))
            table.row(cells, row.height * MM, whole=all(len(cell.text) < 200 for cell in row.cells))
        yield table.element
        yield self._after()

    def _table(self, block: blocks.Table) -> Iterator[Any]:
        rows = (block.head, *block.rows, block.total)
        style = self.table = self.layout.for_table(rows, len(block.widths)).styles["table"]
        table = self._grid(columns.fitted(block.widths, rows, self.layout.width, style.size, self.layout.cell_padding[1]))
        aligns = [*block.align, *[Align.LEFT] * (len(block.widths) - len(block.align))]
        table.row([self._cell(text, "strong", Align.CENTRE, keep=True) for text in block.head], head=True, whole=True)
        for cells in block.rows:
            made = [self._cell(text, "table", align) for text, align in zip(cells, aligns, strict=False)]
            table.row(made, block.height * MM, whole=True)
        if block.total:
            table.row([self._cell(text, "strong", align) for text, align in zip(block.total, aligns, strict=False)], whole=True)
        self.table = self.layout.styles["table"]
        yield table.element
        yield self._after()

    def _signatures(self, block: blocks.Signatures) -> Iterator[Any]:
        table = self._grid(self.layout.sign_columns)
        table.row([self._cell(text, "strong", Align.CENTRE, keep=True) for text in block.head], head=True, whole=True)
        for line in block.lines:
            cells = [
                self._cell(line.capacity, "table", Align.CENTRE, keep=True),
                self._cell(line.name, "table", Align.LEFT, keep=True),
                self._cell(line.hint, "hint", Align.LEFT, middle=False, keep=True),
                self._cell(line.date, "table", Align.CENTRE, keep=True),
            ]
            table.row(cells, self.layout.sign_row, whole=True)
        yield table.element
        yield self._after()

    def _furniture(self) -> None:
        section, paper = self.document.sections[0], self.paper
        marks = "　".join(paper.page_marks())
        head = section.header._element
        foot = section.footer._element
        for part in (head, foot):
            for child in list(part):
                part.remove(child)
        left, right = paper.organisation, paper.number or paper.title
        names = self._grid([len(left) + 1, len(marks) + 1, len(right) + 1], ruled=False)  # as long as they are, so that none is broken
        parts = ((left, "header", Align.LEFT), (marks, "mark", Align.CENTRE), (right, "header", Align.RIGHT))
        names.row([self._cell(text, kind, align) for text, kind, align in parts])
        head.append(names.element)
        head.append(self.words.paragraph("", Look("rule")))
        if paper.page_signatures:
            room = "＿" * 8
            signs = self._grid([1.0] * len(paper.page_signatures), ruled=False)
            signs.row([self._cell(words + room, "hint") for words in paper.page_signatures])
            foot.append(signs.element)
        foot.append(self.words.paragraph(paper.furniture.page, Look("footer"), FIELDS))
        if marks:
            foot.append(self.words.paragraph(marks, Look("mark", Align.RIGHT)))
