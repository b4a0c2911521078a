"""Renders a paper as PDF: the same blocks give the same bytes, every page says whose it is, which and of how many."""

from collections.abc import Iterable

from desktop.documents import fitting, fonts, qr_code
from desktop.documents.blocks import Align, Paper
from desktop.documents.page_layout import Layout
from desktop.documents.pdf_pen import Pen
from desktop.documents.pieces import Text
from desktop.documents.setter import Setter

HEAD_RULE = 0.5
FOOT = 0.4  # of the width of the text: what the marks at the foot may take beside the page number


def render(paper: Paper, *, computer_fonts: bool = True, strict: bool = True) -> bytes:
    """The paper as a PDF file.

    `computer_fonts=False` uses the shipped fonts only. `strict=False` is for the living preview: a character that cannot be
    printed is shown as a box there; otherwise the paper is refused and every such character named.
    """
    return render_all([paper], computer_fonts=computer_fonts, strict=strict)


def render_all(papers: Iterable[Paper], *, computer_fonts: bool = True, strict: bool = True) -> bytes:
    """Papers one after another in one file, each with its own page numbers and its own place in the outline."""
    faces = fonts.faces(computer_fonts)
    pen: Pen | None = None
    for n, paper in enumerate(papers):
        if strict:
            fonts.check(paper, faces)
        layout, setter, pages = fitting.fitted(paper, faces)
        furniture = _Furniture(paper, setter, layout)
        pen = pen or Pen(paper, faces, layout.page)
        pen.paper_begin(n)
        for number, page in enumerate(pages, 1):
            pen.page_begin(layout.page)
            if number == 1:
                pen.bookmark(" ".join((paper.title, paper.number)) if n else paper.title)
            furniture.draw(pen, number, len(pages))
            for placed in page.placed:
                placed.piece.draw(pen, layout.top + placed.y, placed.first, placed.end)
            pen.page_end()
    if pen is None:
        raise ValueError("no paper")
    return pen.done()


def page_count(paper: Paper, *, computer_fonts: bool = True) -> int:
    """How many pages the paper has."""
    return len(fitting.fitted(paper, fonts.faces(computer_fonts)).pages)


def warm(computer_fonts: bool = True) -> None:
    """Opens the fonts and loads the writer, so that the first paper of a running program costs no more than the next."""
    fonts.faces(computer_fonts)


def _breadth(text: Text) -> float:
    """How wide the one line of a text is, in points."""
    return text.lines[0].width * text.style.size


class _Furniture:
    """What stands on every page beside the text."""

    def __init__(self, paper: Paper, setter: Setter, layout: Layout) -> None:
        self.paper, self.setter, self.layout = paper, setter, layout
        self.marks = "　".join(paper.page_marks())
        gap = layout.styles["furniture"].size
        right = self._text(paper.number or paper.title, "number", layout.width / 3, Align.RIGHT)
        middle = self._text(self.marks, "heading", layout.width / 2, Align.LEFT) if self.marks else None
        free = layout.width - _breadth(right) - gap - (_breadth(middle) + gap if middle else 0.0)
        left = self._text(paper.organisation, "number", free, Align.LEFT)  # what is left beside mark and number is the name's
        first, last = _breadth(left) + gap, layout.width - _breadth(right) - gap - (_breadth(middle) if middle else 0.0)
        self._middle = min(max((layout.width - _breadth(middle)) / 2, first), last) if middle else 0.0
        self._head = (left, middle, right)

    def _text(self, text: str, role: str, width: float, align: Align, style: str = "furniture") -> Text:
        """One line of head or foot; what is longer is cut with an ellipsis, since the text itself says it in full."""
        made = self.setter.text(text.replace("\n", " ")[:200], role, style, width, align, split=False)
        if len(made.lines) > 1:
            shorter = made.lines[0].text[:-1].rstrip() + "…"
            made = self.setter.text(shorter, role, style, width + 12, align, split=False)
        return made

    def draw(self, pen: Pen, number: int, count: int) -> None:
        """Draws head and foot of one page."""
        layout = self.layout
        style = layout.styles["furniture"]
        top = layout.head - style.line
        pen.open_artifact(furniture=True)
        left, middle, right = self._head
        left.draw(pen, layout.left, top, 0, 1)
        right.draw(pen, layout.left + layout.width - right.width, top, 0, 1)
        if middle:
            middle.draw(pen, layout.left + self._middle, top, 0, 1)
        pen.rule(layout.left, layout.head + 2, layout.left + layout.width, layout.head + 2, HEAD_RULE)
        self._foot(pen, number, count)
        pen.close()

    def _foot(self, pen: Pen, number: int, count: int) -> None:
        layout, paper = self.layout, self.paper
        look = layout.styles["page_number"]
        words = paper.furniture.page.replace("{page}", str(number)).replace("{pages}", str(count))
        base = layout.page[1] - layout.foot
        line = self._text(words, "number", layout.width, Align.CENTRE, "page_number")
        line.draw(pen, layout.left, base - look.line / 2 - 0.36 * look.size, 0, 1)
        if self.marks:
            mark = self._text(self.marks, "heading", layout.width * FOOT, Align.RIGHT)
            mark.draw(pen, layout.left + layout.width * (1 - FOOT), base - mark.style.line + 3, 0, 1)
        content = qr_code.content(paper.number or paper.kind, paper.version, number, paper.kind, paper.subject)
        pen.qr(content, layout.left, layout.page[1] - layout.qr_bottom - layout.qr, layout.qr)
        if paper.page_signatures:
            self._signatures(pen)

    def _signatures(self, pen: Pen) -> None:
        """Lines to sign at the foot of every page."""
        layout = self.layout
        y = layout.page[1] - layout.bottom - fitting.SIGN_LINE
        width = layout.width / len(self.paper.page_signatures)
        for n, words in enumerate(self.paper.page_signatures):
            x = layout.left + n * width
            text = self.setter.text(words, "table", "hint", width * 0.6, Align.LEFT, split=False)
            text.draw(pen, x, y + fitting.SIGN_LINE - text.style.line, 0, 1)
            begin = x + (text.lines[0].width + 0.3) * text.style.size
            pen.rule(begin, y + fitting.SIGN_LINE - 1, x + width - 8, y + fitting.SIGN_LINE - 1, 0.3)
