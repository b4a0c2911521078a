"""Shows the pages of a paper at any zoom; the pictures come from elsewhere, one page at a time, when they are seen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.text import Label

Picture = Callable[[int, float, Callable[[Any], None]], None]
"""Asked for a page at so many dots an inch; hands the picture (width, height, stride, RGB pixels) to the given function later."""

POINTS = 72.0
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class _Sheets(QWidget):
    """The pages under one another."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self.sizes: list[tuple[float, float]] = []
        self.scale = 1.0  # logical pixels a point
        self.pictures: dict[int, tuple[int, float, QImage]] = {}

    def gap(self) -> int:
        return theme.current().px(2)

    def place(self, page: int) -> QRectF:
        """Where a page stands."""
        top = float(self.gap()) + sum(height * self.scale + self.gap() for _width, height in self.sizes[:page])
        width, height = self.sizes[page]
        left = max((self.width() - width * self.scale) / 2, self.gap() / 2)
        return QRectF(left, top, width * self.scale, height * self.scale)

    def lay_out(self) -> None:
        """Takes the room that the pages need."""
        widest = max((width for width, _height in self.sizes), default=0.0)
        height = sum(height * self.scale + self.gap() for _width, height in self.sizes) + self.gap()
        self.setMinimumSize(round(widest * self.scale) + self.gap(), round(height))
        self.resize(max(self.minimumWidth(), self._area.viewport().width()), round(height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White sheets; a page whose picture is not there yet shows the one before, stretched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in range(len(self.sizes)):
            place = self.place(page)
            if not place.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(place, QColor("white"))
            if page in self.pictures:
                image = self.pictures[page][2]
                exact = abs(image.width() / image.devicePixelRatio() - place.width()) < 1.5
                if exact:  # on whole dots, or the letters blur
                    painter.drawImage(place.topLeft().toPoint(), image)
                else:
                    painter.drawImage(place, image)
            painter.setPen(theme.current().color("line"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()


class PaperView(QWidget):
    """`show_pages` takes sizes in points and the source of pictures. Fits the width until a zoom is chosen (Ctrl+wheel, Ctrl++, Ctrl+-)."""

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        self._zoom: float | None = None
        self._picture: Picture | None = None
        self._edition = 0
        self._asked: set[tuple[int, int, int]] = set()
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("The paper"))
        self._sheets = _Sheets(self.area)
        self._sheets.setProperty("role", "scrolled")
        self.area.setWidget(self._sheets)
        self.area.verticalScrollBar().valueChanged.connect(lambda _at: self._soon())
        self.area.viewport().installEventFilter(self)
        self.area.installEventFilter(self)
        self.setFocusProxy(self.area)
        self.words = Label("", "small")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(worn.px(1))
        self.bar.addWidget(self.words, 1)
        for label, name, slot in (("−", _("Smaller"), self.smaller), ("+", _("Larger"), self.larger), (_("Fit the width"), "", self.fit)):
            button = Button(label, slot, "quiet", name)
            button.setAccessibleName(name or label)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.bar.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(1))
        box.addLayout(self.bar)
        box.addWidget(self.area, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._ask)

    def show_pages(self, sizes: Sequence[tuple[float, float]], picture: Picture) -> None:
        """Shows a paper, or a newer edition of it: the place that is looked at stays."""
        self._edition += 1
        self._picture = picture
        self._sheets.sizes = list(sizes)
        self._sheets.pictures = {page: kept for page, kept in self._sheets.pictures.items() if page < len(sizes)}
        self._asked.clear()
        self._arrange()

    def clear(self) -> None:
        """No paper."""
        self._sheets.pictures.clear()
        self.show_pages([], lambda _page, _dpi, _done: None)

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sheets.sizes)

    def complete(self) -> bool:
        """Whether every page that is seen stands in its newest edition."""
        return all(self._sheets.pictures.get(page, (0,))[0] == self._edition for page in self._seen())

    def fit(self) -> None:
        """As wide as the room."""
        self._set_zoom(None)

    def larger(self) -> None:
        """One step larger."""
        self._set_zoom(next((step for step in _STEPS if step > self._scale() * POINTS / 96 + 0.01), _STEPS[-1]))

    def smaller(self) -> None:
        """One step smaller."""
        self._set_zoom(next((step for step in reversed(_STEPS) if step < self._scale() * POINTS / 96 - 0.01), _STEPS[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits anew."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with the wheel, + and - zooms."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.larger() if event.angleDelta().y() > 0 else self.smaller()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            slots = {Qt.Key.Key_Plus: self.larger, Qt.Key.Key_Equal: self.larger, Qt.Key.Key_Minus: self.smaller, Qt.Key.Key_0: self.fit}
            slot = slots.get(Qt.Key(event.key()))
            if slot is not None:
                slot()
                return True
        if event.type() == QEvent.Type.Resize and watched is self.area.viewport():
            self._soon()
        return super().eventFilter(watched, event)

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom * 96 / POINTS
        widest = max((width for width, _height in self._sheets.sizes), default=595.0)
        room = self.area.width() - 2 * self._sheets.gap() - self.area.verticalScrollBar().sizeHint().width()
        return max(room / widest, 0.2)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._arrange()
        self.zoomed.emit(self._scale() * POINTS / 96)

    def _arrange(self) -> None:
        bar = self.area.verticalScrollBar()
        share = bar.value() / max(self._sheets.height(), 1)
        self._sheets.scale = self._scale()
        self._sheets.lay_out()
        bar.setValue(round(share * self._sheets.height()))
        percent = round(self._sheets.scale * POINTS / 96 * 100)
        self.words.setText(_("{n} pages, {percent} %").format(n=self.pages(), percent=percent) if self.pages() else "")
        self._soon()

    def _soon(self) -> None:
        if not self._clock.isActive():
            self._clock.start(0)

    def _seen(self) -> list[int]:
        bar = self.area.verticalScrollBar()
        window = QRectF(0, bar.value(), self._sheets.width(), max(self.area.viewport().height(), 1))
        return [page for page in range(self.pages()) if self._sheets.place(page).intersects(window)]

    def _ask(self) -> None:
        picture = self._picture
        if picture is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        dpi = self._sheets.scale * POINTS * ratio
        for page in self._seen():
            key = (self._edition, page, round(dpi * 100))
            if key not in self._asked:
                self._asked.add(key)
                picture(page, dpi, lambda found, page=page, key=key, dpi=dpi: self._take(page, key, dpi, ratio, found))

    def showEvent(self, event: Any) -> None:
        """What was not seen before is asked for now."""
        super().showEvent(event)
        self._soon()

    def _take(self, page: int, key: tuple[int, int, int], dpi: float, ratio: float, found: Any) -> None:
        if key[0] != self._edition or page >= self.pages():
            return
        width, height, stride, pixels = found
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGB888).copy()  # Qt does not keep the bytes alive
        image.setDevicePixelRatio(ratio)
        self._sheets.pictures[page] = (self._edition, dpi, image)
        self._sheets.update()
