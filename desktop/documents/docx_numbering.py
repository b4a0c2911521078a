"""The numbers of headings and clauses in the DOCX as Word counts them, so that a clause put in between numbers the rest anew.

After ECMA-376 part 1, 17.9. A paragraph that begins with a number becomes one of a list whose format prints exactly that number; the next
number of the same form goes on in the list, any other begins a new one. What no list can print exactly stays text: 01., 2026.5.1, 一、二审.
"""

import re
from typing import Any, NamedTuple

from desktop.documents.blocks import chinese_number
from desktop.documents.docx_xml import element

CHINESE = "[一二三四五六七八九十百]{1,6}"
DECIMAL = "[1-9][0-9]{0,2}"
FORMS = [
    ("chineseCountingThousand", re.compile(f"()({CHINESE})(、)(?![一二三四五六七八九十])")),
    ("chineseCountingThousand", re.compile(f"(（)({CHINESE})(）)")),
    ("chineseCountingThousand", re.compile(f"(第)({CHINESE})(条|章|节)(?=[ \\u3000])")),
    ("decimal", re.compile(f"()({DECIMAL})([.．])(?![0-9])")),
    ("decimal", re.compile(f"()({DECIMAL})(、)(?![0-9])")),
    ("decimal", re.compile(f"([（(])({DECIMAL})([）)])")),
]
CLAUSE = re.compile(f"()({CHINESE})(、)")
_VALUES = {chinese_number(n): n for n in range(1, 1000)}


Indent = tuple[tuple[str, int], ...]


class Numeral(NamedTuple):
    """A number at the head of a text: how it is counted, what stands before and after it, its value."""

    form: str
    before: str
    value: int
    after: str

    @property
    def length(self) -> int:
        """In characters."""
        counted = chinese_number(self.value) if self.form != "decimal" else str(self.value)
        return len(self.before) + len(counted) + len(self.after)


def numeral(text: str, clause: bool = False) -> Numeral | None:
    """The number that the text begins with, as far as a list can print it exactly; `clause`: the text is known to be a numbered clause."""
    for form, pattern in [("chineseCountingThousand", CLAUSE)] if clause else FORMS:
        found = pattern.match(text)
        if found is not None:
            value = int(found[2]) if form == "decimal" else _VALUES.get(found[2], 0)
            return Numeral(form, found[1], value, found[3]) if value else None
    return None


class Lists:
    """The lists of one document in the order of its paragraphs."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, str, str, Indent], int] = {}
        self._open: dict[int, tuple[int, int]] = {}  # of each form the list that goes on, and its last value
        self._begun: list[tuple[int, int]] = []  # of each list its form and its first value

    def number_of(self, found: Numeral, indent: Indent) -> int:
        """The id of the list that prints this number now; `indent` is that of the paragraph's style, in the attributes of `w:ind`."""
        form = self._forms.setdefault((found.form, found.before, found.after, indent), len(self._forms) + 1)
        known, last = self._open.get(form, (0, 0))
        if not known or found.value != last + 1:
            self._begun.append((form, found.value))
            known = len(self._begun)
        self._open[form] = (known, found.value)
        return known

    def elements(self) -> list[Any]:
        """The children of `w:numbering`."""
        return [
            *(self._abstract(number, *form) for form, number in self._forms.items()),
            *(self._list(number, which, first) for number, (which, first) in enumerate(self._begun, 1)),
        ]

    def _abstract(self, number: int, form: str, before: str, after: str, indent: Indent) -> Any:
        level = [
            element("start", val=1),
            element("numFmt", val=form),
            element("suff", val="nothing"),  # what stands behind the number is text, also the space
            element("lvlText", val=f"{before}%1{after}"),
            element("lvlJc", val="left"),
            element("pPr", [element("ind", left=0, **dict(indent))]),  # LibreOffice asks the list, not the style
            element("rPr", [element("rFonts", hint="eastAsia")]),
        ]
        return element("abstractNum", [element("multiLevelType", val="singleLevel"), element("lvl", level, ilvl=0)], abstractNumId=number)

    def _list(self, number: int, which: int, first: int) -> Any:
        begins = element("lvlOverride", [element("startOverride", val=first)], ilvl=0)
        return element("num", [element("abstractNumId", val=which), begins], numId=number)
