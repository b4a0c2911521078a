"""Draws a chart: the same drawing on paper, as a piece among the others, and for the screen as a PDF of its own.

Every text names the shipped face (reportlab's own has no Chinese and cannot be embedded), and every axis begins at zero.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import STATE_DEFAULTS, Drawing, Group, Line, Rect, String, UserNode, mmult
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.documents import fonts
from desktop.documents.blocks import Chart, Furniture, Paper
from desktop.documents.page_layout import Layout
from desktop.documents.paging import Hold, Piece
from desktop.documents.pdf_pen import Pen
from desktop.documents.pdf_tags import described

FACE = "hei"
LABELS = 0.34  # the most of the width that labels may take
LEAST_STEPS = 4


@dataclass(frozen=True)
class Looks:
    """Colours as `#RRGGBB` and the size of type in points; `ground` "" leaves the page as it is."""

    ink: str = "#1A2120"
    soft: str = "#505B56"
    line: str = "#D3D8D4"
    series: tuple[str, ...] = ("#1D5A73", "#A9C6D2", "#774E00")
    ground: str = ""
    size: float = 9.0


PAPER = Looks()


def drawing(chart: Chart, width: float, looks: Looks = PAPER, least: float = 0.0) -> Drawing:
    """The chart at this width in points, as tall as its bars need, or `least` if that is more."""
    font, size = _font(), looks.size
    labels = [_fitted(label, font, size, width * LABELS) for label in chart.labels]
    left = max((pdfmetrics.stringWidth(label, font, size) for label in labels), default=0.0) + size
    top, bottom = _legend_height(chart, width, font, size), 1.8 * size
    bar = size * 1.15
    group = bar * len(chart.series) + size * 0.8
    height = max(top + bottom + group * len(labels), least)
    made = Drawing(width, height)
    if looks.ground:
        made.add(Rect(0, 0, width, height, fillColor=_color(looks.ground), strokeColor=None))
    _legend(made, chart, height, width, font, looks)
    if labels:
        bars = _bars(chart, labels, looks, font)
        bars.x, bars.y, bars.height = left, bottom, min(group * len(labels), height - top - bottom)
        bars.y = height - top - bars.height
        most = max(max(series.values) for series in chart.series)
        bars.width = width - left - pdfmetrics.stringWidth(f"{most:,}", font, size) - size
        made.add(bars)
    return made


def render(chart: Chart, width: float, height: float, looks: Looks) -> bytes:
    """The chart alone as a PDF of one page of this size, for the screen."""
    made = drawing(chart, width, looks, height)
    pen = Pen(Paper("chart", "", "", "", Furniture("", "", "", ""), ()), fonts.faces(False), (width, made.height))
    pen.page_begin()
    pen.open_artifact()
    _paint(pen, made, (1, 0, 0, 1, 0, 0))
    pen.close()
    pen.page_end()
    return pen.done()


def _paint(pen: Pen, shape: Any, matrix: tuple[float, ...]) -> None:
    """Draws a drawing's rectangles, lines and words with the pen, so that their fonts are embedded like all others."""
    if isinstance(shape, UserNode):  # the bars, and within them each label
        shape = shape.provideNode()
    if isinstance(shape, Group):  # a drawing is one too
        matrix = mmult(matrix, shape.transform)
        for kid in shape.contents:
            _paint(pen, kid, matrix)
    elif isinstance(shape, Rect | Line) and (shape.fillColor if isinstance(shape, Rect) else shape.strokeColor) is not None:
        x, y = _at(matrix, *((shape.x, shape.y) if isinstance(shape, Rect) else (shape.x1, shape.y1)))
        if isinstance(shape, Rect):
            pen.area(x, pen.size[1] - y - shape.height, shape.width, shape.height, shape.fillColor.rgb())
        else:
            end = _at(matrix, shape.x2, shape.y2)
            pen.rule(x, pen.size[1] - y, end[0], pen.size[1] - end[1], shape.strokeWidth, color=shape.strokeColor.rgb())
    elif isinstance(shape, String):
        x, y = _at(matrix, shape.x, shape.y)
        width = pdfmetrics.stringWidth(shape.text, shape.fontName, shape.fontSize)
        x -= {"middle": width / 2, "end": width}.get(shape.textAnchor, 0.0)
        pen.words(shape.text, x, pen.size[1] - y, "heading", shape.fontSize, shape.fillColor.rgb())


def _at(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class ChartPiece:
    """The chart among the pieces of a paper; it is never torn."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    keep = Hold.NOT

    def __init__(self, chart: Chart, layout: Layout) -> None:
        self.layout = layout
        self._chart = chart
        self.before = layout.styles["table"].before
        self._drawing = drawing(chart, layout.width)
        self.heights = [min(self._drawing.height + layout.styles["table"].after, layout.height)]

    def may_break(self, n: int) -> bool:
        """It is one slice."""
        return False

    def draw(self, pen: Pen, y: float, first: int, end: int) -> None:
        """Draws it."""
        names = "、".join(series.name for series in self._chart.series)
        pen.open(pen.tags.element(self, "Figure", entries=described(names)))
        _paint(pen, self._drawing, (1, 0, 0, 1, self.layout.left, pen.size[1] - y - self._drawing.height))
        pen.close()


@cache
def _font() -> str:
    """The shipped face, read once by reportlab."""
    name = "HeyiChart"
    pdfmetrics.registerFont(TTFont(name, str(fonts.faces(False).by_name[FACE].path)))
    STATE_DEFAULTS["fontName"] = name  # every drawing begins in this font, named or not: Helvetica would be there unembedded
    return name


def _bars(chart: Chart, labels: Sequence[str], looks: Looks, font: str) -> HorizontalBarChart:
    bars = HorizontalBarChart()
    # within a group reportlab goes upwards: the first series is to stand above the others
    bars.data = [list(series.values) for series in reversed(chart.series)]
    bars.barSpacing, bars.groupSpacing, bars.barWidth = 0, looks.size * 0.8, looks.size * 1.15
    bars.strokeColor = bars.fillColor = None
    for n in range(len(chart.series)):
        bars.bars[n].fillColor = _color(looks.series[(len(chart.series) - 1 - n) % len(looks.series)])
        bars.bars[n].strokeColor = None
    bars.barLabelFormat = "{:,}".format
    bars.barLabels.fontName, bars.barLabels.fontSize, bars.barLabels.fillColor = font, looks.size * 0.9, _color(looks.ink)
    bars.barLabels.boxAnchor, bars.barLabels.dx, bars.barLabels.dy = "w", 2, 0
    names = bars.categoryAxis
    names.categoryNames = list(labels)
    names.reverseDirection = 1
    names.labels.fontName, names.labels.fontSize, names.labels.fillColor = font, looks.size, _color(looks.ink)
    names.labels.boxAnchor, names.labels.dx = "e", -looks.size / 2
    names.strokeColor, names.visibleTicks = _color(looks.soft), 0
    axis = bars.valueAxis
    most = max((max(series.values) for series in chart.series), default=0)
    axis.valueMin, axis.valueStep = 0, _step(most)
    axis.valueMax = max(-(-most // axis.valueStep), 1) * axis.valueStep
    axis.labelTextFormat = "{:,.0f}".format
    axis.labels.fontName, axis.labels.fontSize, axis.labels.fillColor = font, looks.size * 0.9, _color(looks.soft)
    axis.strokeColor = None
    axis.visibleTicks, axis.visibleGrid, axis.gridStrokeColor, axis.gridStrokeWidth = 0, 1, _color(looks.line), 0.5
    return bars


def _legend_height(chart: Chart, width: float, font: str, size: float) -> float:
    return len(_legend_rows(chart, width, font, size)) * 1.6 * size + 0.6 * size


def _legend_rows(chart: Chart, width: float, font: str, size: float) -> list[list[int]]:
    """Which series stand in which line above the bars."""
    rows: list[list[int]] = []
    room = 0.0
    for n, series in enumerate(chart.series):
        need = pdfmetrics.stringWidth(series.name, font, size) + 3 * size
        if not rows or room < need:
            rows.append([])
            room = width
        rows[-1].append(n)
        room -= need
    return rows


def _legend(made: Drawing, chart: Chart, height: float, width: float, font: str, looks: Looks) -> None:
    size = looks.size
    for line, row in enumerate(_legend_rows(chart, width, font, size)):
        x, y = 0.0, height - (line + 1) * 1.6 * size
        for n in row:
            color = _color(looks.series[n % len(looks.series)])
            made.add(Rect(x, y, size, size, fillColor=color, strokeColor=None))
            text = _fitted(chart.series[n].name, font, size, width - 3 * size)
            made.add(String(x + 1.5 * size, y + 0.1 * size, text, fontName=font, fontSize=size, fillColor=_color(looks.ink)))
            x += pdfmetrics.stringWidth(text, font, size) + 3 * size


def _step(most: int) -> int:
    """A round step in whole numbers that cuts the axis in four to ten."""
    step = 1
    for n in range(1, 16):
        for part in (1, 2, 5):
            step = part * 10 ** (n - 1)
            if most <= step * 2 * LEAST_STEPS:
                return step
    return step


def _fitted(text: str, font: str, size: float, width: float) -> str:
    """The text as far as it fits; the table says it in full."""
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(text + "…", font, size) > width:
        text = text[:-1]
    return text + "…"


def _color(code: str) -> Color:
    return HexColor(code)
