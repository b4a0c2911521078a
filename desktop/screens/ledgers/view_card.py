"""The card beside a list: facts under their headings, a share as a bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.screens.ledgers.shown import Card, Fact
from desktop.widgets import theme
from desktop.widgets.cards import Card as Frame
from desktop.widgets.cards import Scrolled
from desktop.widgets.text import Label, rule


class Bar(QWidget):
    """A share of a hundred; the number itself stands beside."""

    def __init__(self, share: int, state: str = "") -> None:
        super().__init__()
        self._share, self._state = max(0, min(share, 100)), state
        self.setAccessibleName(f"{self._share} %")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Thin."""
        worn = theme.current()
        return QSize(worn.px(20), worn.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole in the colour of lines, the share in its own."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, color in ((self.width(), "line"), (self.width() * self._share / 100, self._state or "accent")):
            painter.setBrush(worn.color(color))
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), self.height() / 2, self.height() / 2)


def empty(place: Scrolled) -> None:
    """Takes everything out of a column."""
    while (item := place.body.takeAt(0)) is not None:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()


def draw(place: Scrolled, card: Card | None) -> None:
    """Writes the card anew; None leaves the column empty."""
    empty(place)
    if card is None:
        return
    worn = theme.current()
    frame = Frame(card.title)
    for heading, facts in card.groups:
        if heading:
            frame.body.addWidget(rule())
            frame.body.addWidget(Label(heading, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(3))
        grid.setVerticalSpacing(worn.px(1))
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(facts):
            _write(grid, row, fact)
        frame.body.addLayout(grid)
    place.body.addWidget(frame)
    place.body.addStretch(1)


def _write(grid: QGridLayout, row: int, fact: Fact) -> None:
    value = Label(fact.value, wrap=True)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if fact.state:
        value.setProperty("role", "fault" if fact.state == "red" else "warning" if fact.state == "amber" else "")
    if not fact.label:
        grid.addWidget(value, row, 0, 1, 2)
        return
    label = Label(fact.label, "soft")
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    if fact.share is None:
        grid.addWidget(value, row, 1)
        return
    inner = QGridLayout()
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setHorizontalSpacing(theme.current().px(2))
    inner.addWidget(value, 0, 0)
    inner.addWidget(Bar(fact.share, fact.state), 0, 1, Qt.AlignmentFlag.AlignVCenter)
    inner.setColumnStretch(1, 1)
    grid.addLayout(inner, row, 1)
