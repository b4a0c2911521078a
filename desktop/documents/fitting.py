"""Sets a paper on its pages: as the layout says, a little tighter where a last page of a few lines is saved by it."""

from typing import NamedTuple

from desktop.documents import page_layout, paging
from desktop.documents.blocks import Paper
from desktop.documents.fonts import Faces
from desktop.documents.page_layout import MM, Layout
from desktop.documents.paging import Page
from desktop.documents.setter import Setter

FULL = 0.93  # of the height of a last page: beyond it Word, which sets marks full, would need another
LITTLE = 0.4  # of the height of a page: what may be saved
SIGN_LINE = 9 * MM  # the lines to sign at the foot of every page


class Fitted(NamedTuple):
    """A set paper: the layout it came to, what sets more words for it, its pages."""

    layout: Layout
    setter: Setter
    pages: list[Page]


def fitted(paper: Paper, faces: Faces) -> Fitted:
    """The paper set; Refusal when its layout is not there."""
    made = _set(paper, faces, page_layout.layout(paper.layout, paper.page))
    tighter = made.layout.tightened()
    if tighter is not made.layout and len(made.pages) > 1 and _filled(made.pages[-1]) < LITTLE * made.layout.height:
        other = _set(paper, faces, tighter)
        if len(other.pages) < len(made.pages):
            return other
    return made


def layout_for_word(paper: Paper, faces: Faces) -> Layout:
    """The layout in which a writer has most likely as many pages as the PDF: where its last one is all but full, the tighter one."""
    made = fitted(paper, faces)
    tighter = made.layout.tightened()
    full = _filled(made.pages[-1]) > FULL * (made.layout.height - foot_room(paper))
    if full and tighter is not made.layout and len(_set(paper, faces, tighter).pages) == len(made.pages):
        return tighter
    return made.layout


def foot_room(paper: Paper) -> float:
    """What the foot of every page takes of the text (points)."""
    return SIGN_LINE if paper.page_signatures else 0.0


def _set(paper: Paper, faces: Faces, layout: Layout) -> Fitted:
    setter = Setter(paper, faces, layout)
    return Fitted(layout, setter, paging.pages(setter.pieces(), layout.height - foot_room(paper)))


def _filled(page: Page) -> float:
    if not page.placed:
        return 0.0
    last = page.placed[-1]
    return last.y + sum(last.piece.heights[last.first : last.end])
