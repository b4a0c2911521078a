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
    """The tree of one file, and which piece of the paper being drawn is which element."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.paper = self.root
        self._of: dict[object, Element] = {}
        self._pages: list[list[Element]] = []

    def next_paper(self, n: int) -> None:
        """The n-th paper begins, counted from 0; each after the first is a part of its own."""
        self._of.clear()
        if n:
            self.paper = self._made("Part", self.root)

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
            found = self._of[key] = self._made(kind, parent or self.paper, entries)
        return found

    def marked(self, element: Element) -> int:
        """The number under which the next content of this page belongs to the element."""
        page = self._pages[-1]
        page.append(element)
        element.kids.append((len(self._pages) - 1, len(page) - 1))
        return len(page) - 1

    def _made(self, kind: str, parent: Element, entries: str = "") -> Element:
        made = Element(kind, parent, entries)
        parent.kids.append(made)
        return made

    def write(self, file: PdfFile, pages: list[int]) -> int:
        """Writes the tree; the number of its root. `pages` are the numbers of the page objects."""
        tree = file.new()
        waiting = [self.root]
        order: list[Element] = []
        while waiting:
            element = waiting.pop()
            element.number = file.new()
            order.append(element)
            waiting += [kid for kid in element.kids if isinstance(kid, Element)]
        for element in order:
            kids = [self._kid(kid, pages) for kid in element.kids]
            above = element.parent.number if element.parent else tree
            file.put(element.number, f"<</Type/StructElem/S/{element.kind}/P {above} 0 R{element.entries}/K[{' '.join(kids)}]>>")
        rows = [f"{n}[{' '.join(f'{one.number} 0 R' for one in page)}]" for n, page in enumerate(self._pages)]
        parents = file.add(f"<</Nums[{' '.join(rows)}]>>")
        file.put(tree, f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(rows)}>>")
        return tree

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
