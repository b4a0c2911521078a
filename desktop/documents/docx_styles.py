"""The styles of the DOCX: what a paper's layout says of each kind of paragraph, as styles that Word and WPS list by name.

After ECMA-376 part 1, 17.7. A paragraph names its style and says only what it has otherwise; headings have an outline level, which the
navigation of both programs reads. Fonts are named for every script, never by the theme, since WPS reports theme fonts as missing.
"""

import dataclasses
from typing import Any, NamedTuple

from desktop.documents.blocks import Align
from desktop.documents.docx_xml import element, twips
from desktop.documents.hand_lines import HIGH
from desktop.documents.page_layout import FontPlan, Layout, Style

BOLD = ("title", "strong")
ALIGN = {Align.JUSTIFY: "both", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
KNOWN = {"Title": 10, "heading 1": 9, "heading 2": 9, "Body Text": 1, "Body Text First Indent": 1, "List Number": 1, "caption": 35,
         "header": 99, "footer": 99, "Table Grid": 39}  # styles of Word's own, and where its list has them  # fmt: skip
LATENT = 99
MARKS = 2.5  # points: less white beside a cell than in the PDF, since Word sets marks at an edge full, where we set them half


class Kind(NamedTuple):
    """One kind of paragraph: font role, which numbers of the layout it takes, how it stands; `level` is that of a heading in the outline.

    `white`: with the white before and after that the layout gives (in a cell there is none). `line` is a border: (side, eighths of a
    point, points between). `follows` is the kind that the next paragraph gets when one types on.
    """

    role: str
    numbers: str
    align: Align = Align.JUSTIFY
    indented: bool = False
    keep: bool = False
    white: bool = True
    level: int = 0
    line: tuple[str, int, int] | None = None
    follows: str = ""


KINDS = {
    "title": Kind("title", "title", Align.CENTRE, keep=True, follows="indented"),
    "heading": Kind("heading", "heading", indented=True, keep=True, level=1, follows="indented"),
    "subheading": Kind("subheading", "heading", indented=True, keep=True, level=2, follows="indented"),
    "body": Kind("body", "body"),
    "indented": Kind("body", "body", indented=True),
    "numbered": Kind("body", "body", indented=True),
    "number": Kind("number", "number", Align.RIGHT),
    "notice": Kind("body", "notice"),
    "table": Kind("table", "table", Align.LEFT, white=False),
    "strong": Kind("strong", "table", Align.CENTRE, white=False),
    "label": Kind("label", "table", Align.CENTRE, white=False),
    "hint": Kind("table", "hint", Align.LEFT, white=False),
    "caption": Kind("table", "table", Align.CENTRE),
    "picture": Kind("table", "picture", Align.CENTRE, keep=True),
    "seal": Kind("body", "body", Align.CENTRE),
    "letterhead": Kind("title", "title", Align.CENTRE, keep=True),
    "below": Kind("body", "notice", Align.CENTRE, keep=True, line=("bottom", 10, 4)),
    "white": Kind("body", "body"),
    "ruled": Kind("body", "ruled", line=("bottom", 4, 0)),
    "gap": Kind("table", "gap", white=False),
    "vertical": Kind("body", "body", Align.LEFT),
    "header": Kind("number", "furniture", Align.LEFT, white=False),
    "mark": Kind("heading", "furniture", Align.CENTRE, white=False),
    "rule": Kind("number", "rule", white=False, line=("top", 4, 1)),
    "footer": Kind("number", "page_number", Align.CENTRE),
}


class Styles:
    """The styles of one DOCX; a table in smaller type has a style of its own."""

    def __init__(self, layout: Layout, plan: FontPlan) -> None:
        self.layout, self.plan = layout, plan
        gap = max(layout.styles["table"].after, 1.0)
        self._numbers = {
            **layout.styles,
            "ruled": dataclasses.replace(layout.styles["body"], line=max(layout.styles["body"].line, HIGH)),
            "gap": Style(1.0, gap, 0.0, 0.0),
            "rule": Style(1.0, 2.0, 0.0, 0.0),
            "picture": Style(layout.styles["table"].size, 0.0, layout.styles["table"].before, 0.0),  # as high as the picture
        }
        self._smaller: dict[tuple[str, float], Style] = {}

    def style_id(self, kind: str, numbers: Style | None = None) -> str:
        """The id of the style of this kind; `numbers` where a table has smaller type than the layout's."""
        name = self.plan.styles[kind]
        known = name.title().replace(" ", "") if name in KNOWN else kind.capitalize()
        if numbers is None or numbers.size == self.layout.styles["table"].size:
            return known
        self._smaller[kind, numbers.size] = numbers
        return f"{known}{round(numbers.size * 2)}"

    def pitch(self, kind: str, numbers: Style | None = None) -> float:
        """The line pitch of this kind in points."""
        return (numbers or self._numbers[KINDS[kind].numbers]).line

    def indent(self, told: Kind) -> tuple[tuple[str, int], ...]:
        """The indent of a first line as the attributes of `w:ind`; WPS counts hundredths of a character, others the length."""
        if not told.indented or not self.layout.indent:
            return ()
        size = self._numbers[told.numbers].size
        return (("firstLineChars", round(self.layout.indent * 100)), ("firstLine", twips(self.layout.indent * size)))

    def elements(self, language: str) -> list[Any]:
        """The children of `w:styles`; `language` is that of the paper."""
        return [
            self._defaults(language),
            *self._bases(),
            *(self._style(kind, self.style_id(kind), self.plan.styles[kind], self._numbers[KINDS[kind].numbers]) for kind in KINDS),
            *(
                self._style(kind, self.style_id(kind, numbers), f"{self.plan.styles[kind]} {size:g}", numbers)
                for (kind, size), numbers in sorted(self._smaller.items())
            ),
            self._grid(),
        ]

    def fonts(self, role: str, **more: str) -> Any:
        """The fonts of a role for every script."""
        latin = self.plan.word["latin"]
        return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=self.plan.word[role], cs=latin, **more)

    def mongolian(self) -> Any:
        """What a run of Mongolian letters has otherwise: its font."""
        name = self.plan.word["mongolian"]
        return element("rPr", [element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name, hint="eastAsia")])

    def _defaults(self, language: str) -> Any:
        size = round(self.layout.styles["body"].size * 2)
        run = element(
            "rPr",
            [
                self.fonts("body"),
                element("sz", val=size),
                element("szCs", val=size),
                element("lang", val="en-US", eastAsia=language, bidi="ar-SA"),
            ],
        )
        return element("docDefaults", [element("rPrDefault", [run]), element("pPrDefault", [element("pPr")])])

    def _bases(self) -> list[Any]:
        """What every document must have: Normal, and the defaults of characters, tables and lists."""
        cell = element("tblCellMar", [element(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")])
        # no line upon the grid of the page: the pitch is each style's own
        pitch = element("pPr", [element("widowControl"), element("snapToGrid", val=0)])
        told: tuple[tuple[str, str, str, list[Any]], ...] = (
            ("paragraph", "Normal", "Normal", [element("qFormat"), pitch]),
            ("character", "Default Paragraph Font", "DefaultCharacters", []),
            ("table", "Normal Table", "NormalTable", [element("tblPr", [cell])]),
            ("numbering", "No List", "NoList", []),
        )
        return [element("style", [element("name", val=name), *rest], type=sort, default=1, styleId=id_) for sort, name, id_, rest in told]

    def _style(self, kind: str, style_id: str, name: str, numbers: Style) -> Any:
        told = KINDS[kind]
        children = [element("name", val=name), element("basedOn", val="Normal")]
        if told.follows:
            children.append(element("next", val=self.style_id(told.follows)))
        children += [element("uiPriority", val=KNOWN.get(name, LATENT)), element("qFormat")]
        children += [element("pPr", self._paragraph(told, numbers)), element("rPr", self._run(told, numbers))]
        own = {} if name in KNOWN else {"customStyle": 1}
        return element("style", children, type="paragraph", styleId=style_id, **own)

    def _paragraph(self, told: Kind, numbers: Style) -> list[Any]:
        out = [element("keepNext")] if told.keep else []
        if told.line:
            side, eighths, between = told.line
            line = {"val": "single", "sz": eighths, "space": between, "color": "000000"}
            sides = [side, "between"] if side == "bottom" and not between else [side]  # empty lines one after another, each with its rule
            out.append(element("pBdr", [element(one, **line) for one in sides]))
        before, after = (twips(numbers.before), twips(numbers.after)) if told.white else (0, 0)
        if told.role == "body" and told.line and told.line[2]:
            after = twips(6.0)  # under the rule of a letterhead
        exact = {"line": twips(numbers.line), "lineRule": "exact"} if numbers.line else {"line": 240, "lineRule": "auto"}
        out.append(element("spacing", before=before, after=after, **exact))
        if indent := self.indent(told):
            out.append(element("ind", **dict(indent)))
        out.append(element("jc", val=ALIGN[told.align]))
        if told.level:
            out.append(element("outlineLvl", val=told.level - 1))
        return out

    def _run(self, told: Kind, numbers: Style) -> list[Any]:
        bold = [element("b"), element("bCs")] if told.role in BOLD else []
        size = round(numbers.size * 2)
        return [self.fonts(told.role, hint="eastAsia"), *bold, element("sz", val=size), element("szCs", val=size)]

    def _grid(self) -> Any:
        """The style of a ruled table."""
        rule = {"val": "single", "sz": max(2, round(self.layout.rule * 8)), "space": 0, "color": "000000"}
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
        up, aside = self.layout.cell_padding
        aside = max(aside - MARKS, MARKS / 2)
        white = zip(("top", "left", "bottom", "right"), (up, aside, up, aside), strict=True)
        borders = element("tblBorders", [element(side, **rule) for side in sides])
        margins = element("tblCellMar", [element(side, w=twips(width), type="dxa") for side, width in white])
        head = [element("name", val=self.plan.styles["grid"]), element("basedOn", val="NormalTable"), element("uiPriority", val=39)]
        children = [*head, element("tblPr", [borders, margins])]
        return element("style", children, type="table", styleId=self.style_id("grid"))
