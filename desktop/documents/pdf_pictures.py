"""Draws photos and sketches as pieces among the others."""

import base64
import binascii
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from desktop.documents.blocks import Align, Photos, Sketch
from desktop.documents.page_layout import MM
from desktop.documents.paging import Hold, Piece
from desktop.documents.pdf_tags import described
from desktop.documents.picture_blocks import Photo

if TYPE_CHECKING:
    from desktop.documents.pdf_pen import Pen
    from desktop.documents.pieces import Text
    from desktop.documents.setter import Setter

FRAME = 0.5  # points
INSET = 0.16  # of the frame: room for the words at the four sides of a sketch
DOT = 1.6  # points: a corner
NAME = 60.0  # points: the longest name of a corner
Area = tuple[float, float, float, float]  # left, top, right, bottom


def _upon(a: Area, b: Area) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


class PhotoPiece:
    """One picture in its frame, with the caption under it."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    before = 0.0
    keep = Hold.NOT

    def __init__(self, photo: Photo, caption: "Text", setter: "Setter") -> None:
        self.photo, self.caption, self.layout = photo, caption, setter.layout
        self.height = photo.height * MM
        self.heights = [self.height + caption.height + caption.style.line * 0.6]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws the frame, the picture as large as it fits in it, and the caption."""
        layout = self.layout
        pen.open_artifact()
        pen.box(layout.left, y, layout.width, self.height, FRAME)
        pen.close()
        if self.photo.data:
            pen.open(pen.tags.element(self, "Figure", entries=described(self.photo.caption)))
            _picture(pen, self.photo.data, layout.left + 3, y + 3, layout.width - 6, self.height - 6)
            pen.close()
        pen.open(pen.tags.element((self, "caption"), "P"))
        self.caption.draw(pen, layout.left, y + self.height + self.caption.style.line * 0.1, 0, len(self.caption.lines))
        pen.close()


def _picture(pen: "Pen", data: str, x: float, y: float, width: float, height: float) -> None:
    try:
        picture = ImageReader(io.BytesIO(base64.b64decode(data, validate=True)))
        wide, tall = picture.getSize()
    except (binascii.Error, OSError, ValueError):  # a damaged picture leaves its frame empty: the caption still says what it was
        return
    scale = min(width / wide, height / tall)
    w, h = wide * scale, tall * scale
    pen.picture(picture, x + (width - w) / 2, y + (height - h) / 2, w, h)


class SketchPiece:
    """A piece of land in its frame: the corners joined, north above, the neighbours at the four sides."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    before = 6.0
    keep = Hold.NOT

    def __init__(self, sketch: Sketch, setter: "Setter") -> None:
        self.sketch, self.layout, self.setter = sketch, setter.layout, setter
        self.height = sketch.height * MM
        self.heights = [self.height + 6.0]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws the frame, the land, its corners and what lies around it."""
        pen.open(pen.tags.element(self, "Figure", entries=described("；".join(bound for bound in self.sketch.bounds if bound))))
        self._draw(pen, y)
        pen.close()

    def _draw(self, pen: "Pen", y: float) -> None:
        layout, width, height = self.layout, self.layout.width, self.height
        left = layout.left
        pen.box(left, y, width, height, FRAME)
        aside, above = width * INSET, height * INSET
        taken = self._bounds(pen, y, aside, above)
        self._north(pen, left + width - 16, y + 10)
        taken.append((left + width - 28, y + 10, left + width, y + 42))
        corners = self.sketch.corners
        if len(corners) < 2:
            return
        east, north = [one.east for one in corners], [one.north for one in corners]
        wide, tall = (max(east) - min(east)) or 1.0, (max(north) - min(north)) or 1.0
        scale = min((width - 2 * aside) / wide, (height - 2 * above) / tall)
        x0, y0 = left + (width - wide * scale) / 2, y + (height + tall * scale) / 2
        places = [(x0 + (one.east - min(east)) * scale, y0 - (one.north - min(north)) * scale) for one in corners]
        for (x1, y1), (x2, y2) in zip(places, [*places[1:], places[0]], strict=True):
            pen.rule(x1, y1, x2, y2, 1.2)
        middle = sum(x for x, _ in places) / len(places), sum(v for _, v in places) / len(places)
        for one, place in zip(corners, places, strict=True):
            pen.box(place[0] - DOT, place[1] - DOT, 2 * DOT, 2 * DOT, 1.5)
            self._name(pen, one.name, place, middle, taken, (left, y, left + width, y + height))

    def _name(self, pen: "Pen", name: str, place: tuple[float, float], middle: tuple[float, float], taken: list[Area], frame: Area) -> None:
        """The name of a corner, away from the land if it can be; none where it would lie upon another, since the table names them all."""
        label = self.setter.text(name, "table", "hint", NAME, Align.LEFT, split=False)
        room, line = label.lines[0].width * label.style.size, label.style.line
        px, py = place
        across, down = [px - room - 5, px + 5], [py - line - 1, py + 1]
        for x in across if px < middle[0] else across[::-1]:
            for top in down if py < middle[1] else down[::-1]:
                area = (x, top, x + room, top + line)
                inside = frame[0] < x and area[2] < frame[2] and frame[1] < top and area[3] < frame[3]
                if inside and not any(_upon(area, other) for other in taken):
                    taken.append(area)
                    label.draw(pen, x, top, 0, 1)
                    return

    def _bounds(self, pen: "Pen", y: float, aside: float, above: float) -> list[Area]:
        """What lies north, east, south and west, as far as there is room; and where it stands."""
        left, width, height = self.layout.left, self.layout.width, self.height
        north, east, south, west = self.sketch.bounds
        pad = 4.0
        wide = width - 2 * aside
        taken: list[Area] = []

        def drawn(words: str, x: float, room: float, most: float, top: Callable[[float], float]) -> None:
            text = self.setter.text(words, "table", "table", room, Align.CENTRE)
            shown = 0
            while shown < len(text.lines) and sum(text.pitches[: shown + 1]) <= most:
                shown += 1
            tall = sum(text.pitches[:shown])
            text.draw(pen, x, top(tall), 0, shown)
            taken.append((x, top(tall), x + room, top(tall) + tall))

        drawn(north, left + aside, wide, above - pad, lambda tall: y + pad)
        drawn(south, left + aside, wide, above - pad, lambda tall: y + height - pad - tall)
        for words, x in ((west, left + pad), (east, left + width - aside + pad)):
            drawn(words, x, aside - 2 * pad, height - 2 * above, lambda tall: y + (height - tall) / 2)
        return taken

    def _north(self, pen: "Pen", x: float, y: float) -> None:
        """The arrow that points north, with its word."""
        pen.rule(x, y, x, y + 20, 1.0)
        pen.rule(x, y, x - 3, y + 6, 1.0)
        pen.rule(x, y, x + 3, y + 6, 1.0)
        text = self.setter.text(self.sketch.north, "table", "hint", 24.0, Align.CENTRE, split=False)
        text.draw(pen, x - 12, y + 21, 0, 1)


def photos(block: Photos, setter: "Setter") -> Iterator[Piece]:
    """Every photo with its caption."""
    for one in block.items:
        yield PhotoPiece(one, setter.text(one.caption, "table", "table", setter.layout.width, Align.CENTRE), setter)
