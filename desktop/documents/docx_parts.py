"""The pieces of WordprocessingML that a paper needs: paragraphs, runs, ruled tables, page-number fields.

After ECMA-376 part 1, 17. Fonts are named for every script, never by the theme, since WPS reports theme fonts as missing; columns
are given in `w:gridCol`, which WPS obeys; the line pitch is exact and the indent counts characters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.documents.blocks import Align
from desktop.documents.fonts import LETTER
from desktop.documents.lines import WORD
from desktop.documents.page_layout import FontPlan, Style

BOLD = ("title", "strong")
ALIGN = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


@dataclass(frozen=True)
class Look:
    """How a paragraph is set; `indent` is the first line's, in characters, `left` and `right` in points."""

    role: str
    style: Style
    align: Align = Align.JUSTIFY
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


@dataclass(frozen=True)
class WordCell:
    """A cell: its paragraphs, how many grid columns it spans, and whether it stands in the middle of the row."""

    paragraphs: tuple[Any, ...]
    span: int = 1
    middle: bool = False


def element(tag: str, children: Sequence[Any] = (), /, **attributes: object) -> Any:
    """An element `w:tag` with attributes `w:key`."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    for child in children:
        made.append(child)
    return made


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


class Words:
    """Makes paragraphs in the fonts of the plan."""

    def __init__(self, plan: FontPlan) -> None:
        self.plan = plan

    def paragraph(self, text: str, look: Look, fields: dict[str, str] | None = None) -> Any:
        """One paragraph; `fields` are pieces of the text that become page-number fields."""
        properties = element("pPr")
        if look.keep:
            properties.append(element("keepNext"))
        properties.append(element("widowControl"))
        properties.append(element("snapToGrid", val=0))
        line, before, after = twips(look.style.line), twips(look.before), twips(look.after)
        properties.append(element("spacing", before=before, after=after, line=line, lineRule="exact"))
        indent: dict[str, object] = {"left": twips(look.left)} if look.left else {}
        if look.right:
            indent["right"] = twips(look.right)
        if look.indent:
            indent |= {"firstLineChars": round(look.indent * 100), "firstLine": twips(look.indent * look.style.size)}
        if indent:
            properties.append(element("ind", **indent))
        properties.append(element("jc", val=ALIGN[look.align]))
        made = element("p", [properties])
        for part, field in _split(text, fields or {}):
            for run in self._field(field, look) if field else self._runs(part, look):
                made.append(run)
        return made

    def _runs(self, text: str, look: Look) -> Iterator[Any]:
        at = 0
        for found in WORD.finditer(text):
            if LETTER.search(found[0]):
                if found.start() > at:
                    yield self._run(text[at : found.start()], look)
                yield self._run(found[0], look, mongolian=True)
                at = found.end()
        if at < len(text):
            yield self._run(text[at:], look)

    def _run(self, text: str, look: Look, mongolian: bool = False) -> Any:
        made = element("r", [self.properties(look, mongolian)])
        for n, part in enumerate(text.split("\t")):
            if n:
                made.append(element("tab"))
            if part:
                words = element("t")
                words.text = part
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                made.append(words)
        return made

    def properties(self, look: Look, mongolian: bool = False) -> Any:
        """Font, weight and size of a run."""
        east = self.plan.word["mongolian"] if mongolian else self.plan.word[look.role]
        latin = east if mongolian else self.plan.word["latin"]
        fonts = element("rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin, hint="eastAsia")
        children = [fonts]
        if look.role in BOLD:
            children.append(element("b"))
        size = round(look.style.size * 2)
        return element("rPr", [*children, element("sz", val=size), element("szCs", val=size)])

    def _field(self, code: str, look: Look) -> Iterator[Any]:
        """A field such as PAGE; its value is worked out by the program that opens the file."""
        for kind in ("begin", "instr", "separate", "value", "end"):
            run = element("r", [self.properties(look)])
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
    """A ruled table with fixed columns; widths in points."""

    def __init__(self, widths: Sequence[float], rule: float, padding: tuple[float, float], ruled: bool = True) -> None:
        self.widths = [twips(width) for width in widths]
        lines = [
            element(side, val="single" if ruled else "nil", sz=max(2, round(rule * 8)), space=0, color="000000")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ]
        sides = zip(("top", "left", "bottom", "right"), padding * 2, strict=True)
        margins = [element(side, w=twips(white), type="dxa") for side, white in sides]
        properties = element(
            "tblPr",
            [
                element("tblW", w=sum(self.widths), type="dxa"),
                element("tblBorders", lines),
                element("tblLayout", type="fixed"),
                element("tblCellMar", margins),
            ],
        )
        grid = element("tblGrid", [element("gridCol", w=width) for width in self.widths])
        self.element = element("tbl", [properties, grid])

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
