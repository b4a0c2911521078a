"""Cards, sections, the road of stages, and what an empty page says."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.text import Label


class Card(QFrame):
    """A quiet frame around things that belong together; add them to `body`. `head` is the line of its title, for chips or a button."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        worn = theme.current()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(worn.px(4), worn.px(3), worn.px(4), worn.px(3))
        self.body.setSpacing(worn.px(2))
        self.head = QHBoxLayout()
        self.head.setSpacing(worn.px(2))
        self.title = Label(title, "heading")
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)


class Section(QWidget):
    """A heading with what follows it, without a frame; add to `body`. `head` is the heading's line."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        worn = theme.current()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, worn.px(1), 0, worn.px(2))
        self.body.setSpacing(worn.px(2))
        self.head = QHBoxLayout()
        self.head.setSpacing(worn.px(2))
        self.title = Label(title, "heading")
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body.addLayout(self.head)


class Scrolled(QScrollArea):
    """A column that scrolls when it is taller than the window; add to `body`. Nothing scrolls sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, theme.current().px(3), 0)
        self.body.setSpacing(theme.current().px(3))
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)


class EmptyState(QWidget):
    """What belongs here and the first step, where a page has nothing to show yet."""

    def __init__(
        self, sentence: str, verb: str = "", slot: Callable[[], object] | None = None, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setSpacing(worn.px(3))
        box.addStretch(2)
        text = Label(sentence, "soft", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setMaximumWidth(worn.px(140))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(text, 10)
        row.addStretch(1)
        box.addLayout(row)
        if verb:
            self.button = Button(f"{verb}（{key}）" if key else verb, slot)
            box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.button)
        box.addStretch(3)


class Stage(NamedTuple):
    """One stop of the road: `state` is done, now, next or later; `note` is its date, or what it needs."""

    label: str
    state: str
    note: str = ""


class Road(QWidget):
    """The stages of a life from left to right: what is done has its date, the present one is open, the next says what it needs."""

    def __init__(self, stages: Sequence[Stage] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[Stage, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_stages(stages)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Draws these."""
        self._stages = tuple(stages)
        self.setAccessibleName("; ".join(f"{s.label} {s.note}".strip() for s in self._stages))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of dots and two lines of words."""
        worn = theme.current()
        return QSize(worn.px(100), worn.px(6) + self._line(theme.BASE) + self._line(theme.SMALL))

    def minimumSizeHint(self) -> QSize:
        """Its words are elided where it is narrow."""
        return QSize(theme.current().px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dots on a line; done is filled, now is a ring with its word in bold, later is hollow and soft."""
        if not self._stages:
            return
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(self._stages)
        middle, radius = worn.px(3), worn.px(1.5)
        for place, stage in enumerate(self._stages):
            x = place * step + radius + 2
            reached = stage.state in ("done", "now")
            if place + 1 < len(self._stages):
                ahead = self._stages[place + 1].state in ("done", "now")
                painter.setPen(QPen(worn.color("accent" if ahead else "line"), 2))
                painter.drawLine(QPointF(x + radius, middle), QPointF(x + step - radius, middle))
            painter.setPen(QPen(worn.color("accent" if reached else "edge"), 2))
            painter.setBrush(worn.color("accent" if stage.state == "done" else "surface"))
            painter.drawEllipse(QPointF(x, middle), radius, radius)
            if stage.state == "now":
                painter.setBrush(worn.color("accent"))
                painter.drawEllipse(QPointF(x, middle), radius / 2.5, radius / 2.5)
            left, room = place * step, step - worn.px(2)
            top = middle + radius + worn.px(1)
            self._write(painter, stage.label, QRectF(left, top, room, self._line(theme.BASE)), theme.BASE, stage)
            self._write(painter, stage.note, QRectF(left, top + self._line(theme.BASE), room, self._line(theme.SMALL)), theme.SMALL, stage)

    def _write(self, painter: QPainter, text: str, place: QRectF, size: float, stage: Stage) -> None:
        worn = theme.current()
        painter.setFont(worn.font(size, bold=stage.state == "now" and size == theme.BASE))
        painter.setPen(worn.color("ink" if stage.state in ("done", "now") and size == theme.BASE else "ink_soft"))
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _line(self, size: float) -> int:
        return QFontMetrics(theme.current().font(size)).height()
