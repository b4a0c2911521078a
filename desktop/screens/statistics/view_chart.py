"""The chart on the screen: drawn elsewhere at the size of the pane and in the colours of the looks, shown here."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.text import Label

DPI, POINTS = 96.0, 72.0
SETTLED_MS = 80


class ChartPane(Card):
    """`wanted` asks for a picture: width and height in points, dots an inch, and the looks of `pdf_chart`."""

    wanted = Signal(float, float, float, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Chart"), parent)
        self._scroll = Scrolled()
        self._picture = Label("")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scroll.body.addWidget(self._picture)
        self._scroll.body.addStretch(1)
        self._scroll.setAccessibleName(_("Chart"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a tall chart is scrolled by the arrows
        self.setFocusProxy(self._scroll)
        self.body.addWidget(self._scroll, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self._ask)
        self._drawn = False

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is shown."""
        return not self._picture.pixmap().isNull()

    def ask(self, described: str) -> None:
        """The report has changed; `described` says in words what the chart shows, for who does not see it."""
        self._picture.setAccessibleName(described)
        self._drawn = True
        self._soon.start()

    def show_picture(self, picture: Any) -> None:
        """Shows the picture that was asked for."""
        width, height, stride, pixels = picture
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB888).copy()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another drawing, once the hand has let go."""
        super().resizeEvent(event)
        if self._drawn:
            self._soon.start()

    def _ask(self) -> None:
        worn = theme.current()
        port = self._scroll.viewport().size()
        if not self.isVisible() or port.width() < worn.px(20):
            return  # the pane is turned away: it asks again when it is shown
        width, height = (port.width() - worn.px(4)) * POINTS / DPI, (port.height() - worn.px(2)) * POINTS / DPI
        looks = {
            "ink": worn.palette.ink,
            "soft": worn.palette.ink_soft,
            "line": worn.palette.line,
            "series": (worn.palette.accent, worn.palette.edge, worn.palette.amber),
            "ground": worn.palette.surface,
            "size": worn.points(theme.SMALL),
        }
        self.wanted.emit(width, min(height, width), DPI * self.devicePixelRatioF(), looks)
