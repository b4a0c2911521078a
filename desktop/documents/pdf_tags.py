"""The structure of a paper in its PDF: what is a heading, a paragraph, a cell, in reading order, for readers that speak it aloud.

After ISO 32000-1, 14.7 and 14.8 (logical structure, tagged PDF). What only furnishes a page (head, foot, rules, repeated table heads)
is an artifact and no part of it.
"""

from desktop.documents.pdf_file import PdfFile, text


class Element:
    """One element: its kind (`P`, `H1`, `Table`, `TD`), what is in it, and further entries as they are written."""

    __slots__ = ("entries", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: "Element | None", entries: str = "") -> None:
        self.kind, self.parent, self.entries = kind, parent, entries
        self.kids: list[Element | tuple[int, int]] = []  # elements, or (page, number of the marked content)
        self.number = 0


class Tags:
    """The tree of one file, and which piece of the paper being drawn is which element. What is finished is written and forgotten."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._tree = file.new()
        self.root = Element("Document", None)
        self.root.number = file.new()
        self.paper = self.root
        self._of: dict[object, Element] = {}
        self._pages: list[list[Element]] = []
        self._rows: list[str] = []  # of the pages that are written
        self._parts: list[str] = []  # of the root

    def next_paper(self, n: int, pages: list[int]) -> None:
        """The n-th paper begins, counted from 0; each after the first is a part of its own. `pages` are the page objects so far."""
        self._write(pages)
        self._of.clear()
        if n:
            self.paper = Element("Part", self.root)
            self.paper.number = self._file.new()

    def next_page(self) -> None:
        """Another page begins."""
        self._pages.append([])

    def known(self, key: object) -> bool:
        """Whether this piece has been drawn before: a table head that is repeated."""
        return key in self._of

    def element(self, key: object, kind: str, parent: Element | None = None, entries: str = "") -> Element:
        """The element of a piece, made when it is first drawn."""
        found = self._of.get(key)
        if found is None:
            found = self._of[key] = Element(kind, parent or self.paper, entries)
            (parent or self.paper).kids.append(found)
        return found

    def marked(self, element: Element) -> int:
        """The number under which the next content of this page belongs to the element."""
        page = self._pages[-1]
        page.append(element)
        element.kids.append((len(self._rows) + len(self._pages) - 1, len(page) - 1))
        return len(page) - 1

    def done(self, pages: list[int]) -> int:
        """Writes the rest; the number of the tree."""
        self._write(pages)
        file = self._file
        file.put(self.root.number, f"<</Type/StructElem/S/Document/P {self._tree} 0 R/K[{' '.join(self._parts)}]>>")
        parents = file.add(f"<</Nums[{' '.join(self._rows)}]>>")
        root = f"/K {self.root.number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(self._rows)}"
        return file.put(self._tree, f"<</Type/StructTreeRoot{root}>>")

    def _write(self, pages: list[int]) -> None:
        """Writes the elements of the paper that is finished."""
        waiting = [kid for kid in self.paper.kids if isinstance(kid, Element)]
        order: list[Element] = []
        while waiting:
            element = waiting.pop()
            element.number = self._file.new()
            order.append(element)
            waiting += [kid for kid in element.kids if isinstance(kid, Element)]
        for element in order:
            above = element.parent.number if element.parent else self._tree
            kids = " ".join(self._kid(kid, pages) for kid in element.kids)
            self._file.put(element.number, f"<</Type/StructElem/S/{element.kind}/P {above} 0 R{element.entries}/K[{kids}]>>")
        kids = " ".join(self._kid(kid, pages) for kid in self.paper.kids)
        if self.paper is self.root:
            self._parts.append(kids)
        else:
            self._file.put(self.paper.number, f"<</Type/StructElem/S/Part/P {self.root.number} 0 R/K[{kids}]>>")
            self._parts.append(f"{self.paper.number} 0 R")
        self.paper.kids.clear()
        for page in self._pages:
            self._rows.append(f"{len(self._rows)}[{' '.join(f'{one.number} 0 R' for one in page)}]")
        self._pages.clear()

    @staticmethod
    def _kid(kid: "Element | tuple[int, int]", pages: list[int]) -> str:
        if isinstance(kid, Element):
            return f"{kid.number} 0 R"
        page, number = kid
        return f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"


def spoken(words: str) -> str:
    """The entry that says what stands here in other words, for a picture or for letters that do not copy."""
    return f"/ActualText {text(words)}"


def described(words: str) -> str:
    """The entry that describes a picture."""
    return f"/Alt {text(words)}"
