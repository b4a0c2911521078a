"""Renders a paper as DOCX, the working copy for WPS and Word: the same words in the same order as the PDF, not the same lines."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from desktop.documents import blocks, columns, docx_pictures, fonts, page_layout
from desktop.documents.blocks import Align, Paper
from desktop.documents.docx_parts import Look, WordCell, Words, WordTable, element
from desktop.documents.page_layout import MM, Layout

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
AFTER_COMPAT = ("w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator")
DAY = datetime(2000, 1, 1)  # a fixed day: the file says nothing of when it was made


def render(paper: Paper, *, strict: bool = True) -> bytes:
    """The paper as a DOCX file; refuses characters that cannot be printed unless `strict` is off."""
    if strict:
        fonts.check(paper, fonts.faces())
    return _Writer(paper, page_layout.layout(paper.layout, paper.page)).done()


class _Writer:
    """One DOCX being written."""

    def __init__(self, paper: Paper, layout: Layout) -> None:
        self.paper, self.layout = paper, layout
        self.plan = page_layout.font_plan()
        self.words = Words(self.plan)
        self.document = docx.Document()
        self.body = self.document.element.body
        self._end = self.body.sectPr

    def done(self) -> bytes:
        """The whole file."""
        self._styles()
        self._page()
        self._properties()
        for block in self.paper.blocks:
            for made in self._block(block):
                self._end.addprevious(made)
        self._furniture()
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _styles(self) -> None:
        """The default template's styles without theme fonts, in the body's font."""
        styles = self.document.styles.element
        for fonts_ in styles.iter(qn("w:rFonts")):
            for name in list(fonts_.attrib):
                del fonts_.attrib[name]
            for name, font in (("ascii", "latin"), ("hAnsi", "latin"), ("cs", "latin"), ("eastAsia", "body")):
                fonts_.set(qn(f"w:{name}"), self.plan.word[font])
        for language in styles.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), self.paper.language)
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

    def _look(self, role: str, style: str, align: Align = Align.JUSTIFY, **rest: Any) -> Look:
        look = self.layout.styles[style]
        return Look(role, look, align, **{"before": look.before, "after": look.after, **rest})

    def _paragraphs(self, text: str, look: Look) -> Iterator[Any]:
        for part in text.replace("\r\n", "\n").split("\n"):
            yield self.words.paragraph(part, look)

    def _block(self, block: blocks.Block) -> Iterator[Any]:
        indent = self.layout.indent
        match block:
            case blocks.Title(text):
                yield from self._paragraphs(text, self._look("title", "title", Align.CENTRE, keep=True))
            case blocks.Number(text, align):
                yield from self._paragraphs(text, self._look("number", "number", align))
            case blocks.Heading(text, level):
                role = "heading" if level == 1 else "subheading"
                yield from self._paragraphs(text, self._look(role, "heading", indent=indent, keep=True))
            case blocks.Paragraph(text, indented, align, keep):
                shift = indent if indented and align is not Align.CENTRE else 0.0
                yield from self._paragraphs(text, self._look("body", "body", align, indent=shift, keep=keep))
            case blocks.Clauses():
                for item in block.numbered():
                    yield from self._paragraphs(item, self._look("body", "body", indent=indent))
            case blocks.Notice(text):
                yield from self._paragraphs(text, self._look("body", "notice"))
            case blocks.Fields():
                yield from self._fields(block)
            case blocks.Table():
                yield from self._table(block)
            case blocks.Signatures():
                yield from self._signatures(block)
            case blocks.Letterhead(text, below):
                yield from self._paragraphs(text, self._look("title", "title", Align.CENTRE, keep=True))
                under = self.words.paragraph(below, self._look("body", "notice", Align.CENTRE, keep=True, after=6.0))
                line = element("pBdr", [element("bottom", val="single", sz=10, space=4, color="000000")])
                under.find(qn("w:pPr")).insert(2, line)
                yield under
            case blocks.SealPlace(text, date, align):
                longest = max(len(part) for part in text.split("\n")) * self.layout.styles["body"].size + 2
                room = max(0.0, min(self.layout.width * 0.45, self.layout.width - longest))
                sides = {"left": room if align is Align.RIGHT else 0.0, "right": room if align is Align.LEFT else 0.0}
                yield from self._paragraphs(text, self._look("body", "body", Align.CENTRE, keep=True, **sides))
                yield self.words.paragraph(date, self._look("body", "body", Align.CENTRE, **sides))
            case blocks.Blank(count, ruled):
                for _ in range(max(count, 1)):
                    yield self._blank(ruled)
            case blocks.PageBreak():
                made = self.words.paragraph("", self._look("body", "body"))
                made.append(element("r", [element("br", type="page")]))
                yield made
            case blocks.Vertical(texts):
                for text in texts:  # along the line: no writer sets these columns as Mongolian wants them; the PDF has them
                    yield self.words.paragraph(text, self._look("body", "body", Align.LEFT))
            case blocks.Dialogue(turns):
                for turn in turns:
                    text = f"{turn.speaker}：{turn.text}" if turn.speaker else turn.text
                    yield from self._paragraphs(text, self._look("body", "body", indent=indent))
            case blocks.Photos(items):
                for photo in items:
                    picture = docx_pictures.paragraph(self.document, photo, self.layout.width / MM)
                    yield from [] if picture is None else [picture]
                    yield from self._paragraphs(photo.caption, self._look("table", "table", Align.CENTRE))
            case blocks.Sketch():
                for words in docx_pictures.words(block):
                    yield from self._paragraphs(words, self._look("table", "table", Align.CENTRE))
            case blocks.Chart():
                pass  # the working copy has the numbers in its table; the drawing is on the PDF

    def _blank(self, ruled: bool) -> Any:
        made = self.words.paragraph("", self._look("body", "body"))
        if ruled:
            line = element(
                "pBdr",
                [
                    element("bottom", val="single", sz=4, space=0, color="000000"),
                    element("between", val="single", sz=4, space=0, color="000000"),
                ],
            )
            made.find(qn("w:pPr")).insert(1, line)
        return made

    def _grid(self, widths: Sequence[float], ruled: bool = True) -> WordTable:
        total = sum(widths) or 1.0
        points = [width / total * self.layout.width for width in widths]
        return WordTable(points, self.layout.rule, self.layout.cell_padding, ruled)

    def _cell(
        self, text: str, role: str, align: Align, span: int = 1, middle: bool = True, keep: bool = False, style: str = "table"
    ) -> WordCell:
        look = Look(role, self.layout.styles[style], align, keep=keep)
        return WordCell(tuple(self._paragraphs(text, look)), span, middle)

    def _after(self) -> Any:
        """The white under a table; Word needs a paragraph between two tables in any case."""
        style = self.layout.styles["table"]
        return self.words.paragraph("", Look("table", page_layout.Style(1.0, max(style.after, 1.0), 0.0, 0.0)))

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
        usual, self.layout = self.layout, self.layout.for_table(rows, len(block.widths))
        style = self.layout.styles["table"]
        table = self._grid(columns.fitted(block.widths, rows, self.layout.width, style.size, self.layout.cell_padding[1]))
        aligns = [*block.align, *[Align.LEFT] * (len(block.widths) - len(block.align))]
        table.row([self._cell(text, "strong", Align.CENTRE, keep=True) for text in block.head], head=True, whole=True)
        for cells in block.rows:
            made = [self._cell(text, "table", align) for text, align in zip(cells, aligns, strict=False)]
            table.row(made, block.height * MM, whole=True)
        if block.total:
            table.row([self._cell(text, "strong", align) for text, align in zip(block.total, aligns, strict=False)], whole=True)
        self.layout = usual
        yield table.element
        yield self._after()

    def _signatures(self, block: blocks.Signatures) -> Iterator[Any]:
        table = self._grid(self.layout.sign_columns)
        table.row([self._cell(text, "strong", Align.CENTRE, keep=True) for text in block.head], head=True, whole=True)
        for line in block.lines:
            cells = [
                self._cell(line.capacity, "table", Align.CENTRE, keep=True),
                self._cell(line.name, "table", Align.LEFT, keep=True),
                self._cell(line.hint, "table", Align.LEFT, middle=False, keep=True, style="hint"),
                self._cell(line.date, "table", Align.CENTRE, keep=True),
            ]
            table.row(cells, self.layout.sign_row, whole=True)
        yield table.element
        yield self._after()

    def _furniture(self) -> None:
        section, paper = self.document.sections[0], self.paper
        style = self.layout.styles["furniture"]
        marks = "　".join(paper.page_marks())
        head = section.header._element
        foot = section.footer._element
        for part in (head, foot):
            for child in list(part):
                part.remove(child)
        third = self.layout.width / 3
        names = WordTable([third * 1.2, third * 0.9, third * 0.9], 0.0, (0.0, 0.0), ruled=False)
        left, right = paper.organisation, paper.number or paper.title
        parts = ((left, "number", Align.LEFT), (marks, "heading", Align.CENTRE), (right, "number", Align.RIGHT))
        names.row([self._cell(text, role, align, style="furniture") for text, role, align in parts])
        head.append(names.element)
        line = self.words.paragraph("", Look("number", page_layout.Style(1.0, 2.0, 0.0, 0.0)))
        line.find(qn("w:pPr")).insert(1, element("pBdr", [element("top", val="single", sz=4, space=1, color="000000")]))
        head.append(line)
        if paper.page_signatures:
            room = "＿" * 8
            signs = self._grid([1.0] * len(paper.page_signatures), ruled=False)
            signs.row([self._cell(words + room, "table", Align.LEFT, style="hint") for words in paper.page_signatures])
            foot.append(signs.element)
        foot.append(self.words.paragraph(paper.furniture.page, self._look("number", "page_number", Align.CENTRE), FIELDS))
        if marks:
            foot.append(self.words.paragraph(marks, Look("heading", style, Align.RIGHT)))
