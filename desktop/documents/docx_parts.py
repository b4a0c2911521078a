"""The pieces of WordprocessingML that a paper needs: paragraphs, runs, ruled tables, page-number fields.

After ECMA-376 part 1, 17. What a style says a paragraph does not say again; columns are given in `w:gridCol`, which WPS obeys; the line
pitch is exact and the indent counts characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.documents.blocks import Align
from desktop.documents.docx_numbering import Lists, Numeral
from desktop.documents.docx_styles import ALIGN, KINDS, Styles
from desktop.documents.docx_xml import element, twips
from desktop.documents.fonts import LETTER
from desktop.documents.hand_lines import HIGH, written_on
from desktop.documents.lines import WORD
from desktop.documents.page_layout import Style

EITHER = re.compile("[\u00a1-\u02ff\u2010-\u2bff]")  # marks that are Chinese or Latin as the run says: quotation marks, dashes, 〇 apart


@dataclass(frozen=True)
class Look:
    """How a paragraph is set: the kind of its style, and what it has otherwise; `left` and `right` in points.

    `numbers` is given where a table is set in smaller type; `number` is the numeral that its list prints.
    """

    kind: str
    align: Align | None = None
    keep: bool = False
    left: float = 0.0
    right: float = 0.0
    numbers: Style | None = None
    number: Numeral | None = None


@dataclass(frozen=True)
class WordCell:
    """A cell: its paragraphs, how many grid columns it spans, and whether it stands in the middle of the row."""

    paragraphs: tuple[Any, ...]
    span: int = 1
    middle: bool = False


class Words:
    """Makes paragraphs in the styles and lists of one document."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.styles, self.lists = styles, lists

    def paragraph(self, text: str, look: Look, fields: dict[str, str] | None = None) -> Any:
        """One paragraph; `fields` are pieces of the text that become page-number fields."""
        told = KINDS[look.kind]
        properties = element("pPr", [element("pStyle", val=self.styles.style_id(look.kind, look.numbers))])
        if look.keep and not told.keep:
            properties.append(element("keepNext"))
        if look.number is not None:
            listed = [element("ilvl", val=0), element("numId", val=self.lists.number_of(look.number, self.styles.indent(told)))]
            properties.append(element("numPr", listed))
            text = text[look.number.length :]
        if written_on(text) and self.styles.pitch(look.kind, look.numbers) < HIGH:
            properties.append(element("spacing", line=twips(HIGH), lineRule="exact"))
        sides = {side: twips(white) for side, white in (("left", look.left), ("right", look.right)) if white}
        if sides:
            properties.append(element("ind", **sides))
        if look.align not in (None, told.align):
            properties.append(element("jc", val=ALIGN[look.align or told.align]))
        made = element("p", [properties])
        for part, field in _split(text, fields or {}):
            for run in _field(field) if field else self._runs(part):
                made.append(run)
        return made

    def _runs(self, text: str) -> Iterator[Any]:
        at = 0
        for found in WORD.finditer(text):
            if LETTER.search(found[0]):
                if found.start() > at:
                    yield self._run(text[at : found.start()])
                yield self._run(found[0], mongolian=True)
                at = found.end()
        if at < len(text):
            yield self._run(text[at:])

    def _run(self, text: str, mongolian: bool = False) -> Any:
        made = element("r")
        if mongolian:
            made.append(self.styles.mongolian())
        elif EITHER.search(text):
            made.append(element("rPr", [element("rFonts", hint="eastAsia")]))
        for n, part in enumerate(text.split("\t")):
            if n:
                made.append(element("tab"))
            if part:
                words = element("t")
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                made.append(words)
        return made


def _field(code: str) -> Iterator[Any]:
    """A field such as PAGE; its value is worked out by the program that opens the file."""
    for kind in ("begin", "instr", "separate", "value", "end"):
        run = element("r")
        if kind == "instr":
            instruction = element("instrText")
            instruction.text = f" {code} "
            run.append(instruction)
        elif kind == "value":
            words = element("t")
            words.text = "1"
            run.append(words)
        else:
            run.append(element("fldChar", fldCharType=kind))
        yield run


def _split(text: str, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(text, '') and ('', field code) in turn."""
    at = 0
    while at < len(text):
        found = min(((text.find(mark, at), mark) for mark in fields if text.find(mark, at) >= 0), default=None)
        if found is None:
            yield text[at:], ""
            return
        place, mark = found
        if place > at:
            yield text[at:place], ""
        yield "", fields[mark]
        at = place + len(mark)


class WordTable:
    """A table with fixed columns, in the style of ruled tables where `style` names it; widths in points."""

    def __init__(self, widths: Sequence[float], style: str = "") -> None:
        self.widths = [twips(width) for width in widths]
        named = [element("tblStyle", val=style)] if style else []
        sizes = [element("tblW", w=sum(self.widths), type="dxa"), element("tblLayout", type="fixed")]
        grid = element("tblGrid", [element("gridCol", w=width) for width in self.widths])
        self.element = element("tbl", [element("tblPr", [*named, *sizes]), grid])

    def row(self, cells: Sequence[WordCell], height: float = 0.0, head: bool = False, whole: bool = False) -> None:
        """A row; `head` repeats it on every page, `whole` keeps it on one."""
        properties = []
        if whole:
            properties.append(element("cantSplit"))
        if height:
            properties.append(element("trHeight", val=twips(height), hRule="atLeast"))
        if head:
            properties.append(element("tblHeader"))
        made = element("tr", [element("trPr", properties)] if properties else [])
        at = 0
        for n, cell in enumerate(cells):
            end = len(self.widths) if n == len(cells) - 1 else min(at + cell.span, len(self.widths))
            inner = [element("tcW", w=sum(self.widths[at:end]), type="dxa")]
            if end - at > 1:
                inner.append(element("gridSpan", val=end - at))
            inner.append(element("vAlign", val="center" if cell.middle else "top"))
            made.append(element("tc", [element("tcPr", inner), *cell.paragraphs]))
            at = end
        self.element.append(made)
