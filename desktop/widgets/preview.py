"""Pages of a paper on the screen: several in a scroll, at the width of the pane or 50 to 200 %.

The pages are drawn elsewhere: `ask(page, dpi, answer)` calls `answer(picture)` when the picture is there. When the paper has changed, the
old picture of a page stays until the new one comes, so that a living preview does not flicker.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.text import ElidedLabel, Label

ZOOMS = (50, 75, 100, 125, 150, 175, 200)
FIT = 0
_DPI = 96.0
_MOST_KEPT = 24


class Raster(Protocol):
    """A picture as plain bytes: lines of RGB, `stride` bytes a line."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def stride(self) -> int:
        """Bytes a line."""

    @property
    def pixels(self) -> bytes:
        """The lines."""


Ask = Callable[[int, float, Callable[["Raster | QImage"], None]], None]


class _Drawn(NamedTuple):
    image: QImage
    dpi: float
    paper: int  # which state of the paper it shows


class Pages(QAbstractScrollArea):
    """The sheets themselves, one below the other."""

    turned = Signal(int, int)
    """The page in view (from 1) and the number of pages."""
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._ask: Ask | None = None
        self._drawn: dict[int, _Drawn] = {}
        self._asked: dict[int, tuple[float, int]] = {}
        self._paper = 0
        self.zoom = FIT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the paper"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def show_pages(self, sizes: Sequence[tuple[float, float]], ask: Ask) -> None:
        """Shows a paper (sizes in points) or its new state; the place in it is kept."""
        self._sizes, self._ask = list(sizes), ask
        self._paper += 1
        self._asked.clear()
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page < len(self._sizes)}
        self._measure()
        self._want()
        self._tell()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def page(self) -> int:
        """The page in view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(0, sum(1 for page in range(self.count()) if self._rect(page).top() <= middle) - 1)

    def go_to(self, page: int) -> None:
        """Brings the head of a page to the top."""
        if self._sizes:
            page = max(0, min(page, self.count() - 1))
            self.verticalScrollBar().setValue(self._rect(page).top() - self._gap())

    def bring(self, page: int, share: float) -> None:
        """Brings a place of a page (0 its head, 1 its foot) into view, and leaves the paper where it is when it can be seen already."""
        if not 0 <= page < self.count():
            return
        place, height, bar = self._rect(page), self.viewport().height(), self.verticalScrollBar()
        y = place.top() + round(share * place.height())
        if not bar.value() + self._gap() <= y <= bar.value() + height - 4 * self._gap():
            bar.setValue(y - height // 3)

    def set_zoom(self, percent: int) -> None:
        """FIT for the width of the pane, else percent; the place in the paper is kept."""
        share = self.verticalScrollBar().value() / max(1, self._height())
        self.zoom = percent
        self._measure()
        self.verticalScrollBar().setValue(round(share * self._height()))
        self._want()
        self.viewport().update()
        self.zoomed.emit(percent)

    def step_zoom(self, step: int) -> None:
        """The next greater or smaller one."""
        now = round(self._scale() * 7200 / _DPI)
        greater = [zoom for zoom in ZOOMS if zoom > now + 1]
        smaller = [zoom for zoom in ZOOMS if zoom < now - 1]
        self.set_zoom((greater[0] if greater else ZOOMS[-1]) if step > 0 else (smaller[-1] if smaller else ZOOMS[0]))

    def percent(self) -> int:
        """The zoom as it is, also at the width of the pane."""
        return round(self._scale() * 7200 / _DPI)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn pages, Home and End go to the first and last, Ctrl with +, - and 0 zooms."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if key == Qt.Key.Key_PageDown:
            self.go_to(self.page() + 1)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(self.page() - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not control:
            self.go_to(0 if key == Qt.Key.Key_Home else self.count() - 1)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif control and key == Qt.Key.Key_Minus:
            self.step_zoom(-1)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(FIT)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At the width of the pane the pages grow with it."""
        super().resizeEvent(event)
        self._measure()
        self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheets in view; a sheet that is not drawn yet is white paper."""
        worn = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), worn.color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_view():
            place = self._rect(page).translated(-self._offset())
            painter.fillRect(place, Qt.GlobalColor.white)
            drawn = self._drawn.get(page)
            if drawn is not None:
                painter.drawImage(place, drawn.image)
            painter.setPen(worn.color("line"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(worn.color("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        """Room for a sheet that can be read."""
        return QSize(theme.current().px(110), theme.current().px(120))

    def focusInEvent(self, event: object) -> None:
        """The frame shows the focus."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        """And shows it no more."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def _gap(self) -> int:
        return theme.current().px(3)

    def _scale(self) -> float:
        """Pixels (logical) a point."""
        if self.zoom != FIT or not self._sizes:
            return (self.zoom or 100) / 100 * _DPI / 72
        widest = max(width for width, _height in self._sizes)
        return max(0.2, (self.viewport().width() - 2 * self._gap()) / widest)

    def _rect(self, page: int) -> QRect:
        scale, gap = self._scale(), self._gap()
        top = gap + sum(round(height * scale) + gap for _width, height in self._sizes[:page])
        width, height = (round(side * scale) for side in self._sizes[page])
        left = max(gap, (self.viewport().width() - width) // 2)
        return QRect(left, top, width, height)

    def _height(self) -> int:
        return self._rect(self.count() - 1).bottom() + self._gap() if self._sizes else 0

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_view(self) -> list[int]:
        seen = QRect(self._offset(), self.viewport().size())
        return [page for page in range(self.count()) if self._rect(page).intersects(seen)]

    def _measure(self) -> None:
        wide = max((self._rect(page).width() for page in range(self.count())), default=0) + 2 * self._gap()
        port = self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, wide - port.width()))
        self.horizontalScrollBar().setPageStep(port.width())
        self.verticalScrollBar().setRange(0, max(0, self._height() - port.height()))
        self.verticalScrollBar().setPageStep(port.height())
        self.verticalScrollBar().setSingleStep(theme.current().px(12))

    def _want(self) -> None:
        """Asks for the pages in view, then for the one after them."""
        if self._ask is None:
            return
        dpi = round(self._scale() * 72 * self.devicePixelRatioF(), 1)
        seen = self._in_view()
        for page in [*seen, *(p for p in [seen[-1] + 1] if p < self.count())] if seen else []:
            drawn = self._drawn.get(page)
            wish = (dpi, self._paper)
            if self._asked.get(page) == wish or (drawn is not None and (drawn.dpi, drawn.paper) == wish):
                continue
            self._asked[page] = wish
            self._ask(page, dpi, partial(self._came, page, wish))

    def _came(self, page: int, wish: tuple[float, int], picture: "Raster | QImage") -> None:
        if self._asked.get(page) != wish or page >= self.count():
            return  # the paper or the zoom has changed since
        if not isinstance(picture, QImage):
            image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
            picture = image.copy()  # the bytes belong to the raster
        self._drawn[page] = _Drawn(picture, *wish)
        if len(self._drawn) > _MOST_KEPT:
            here = self.page()
            far = max(self._drawn, key=lambda other: abs(other - here))
            self._drawn.pop(far)
            self._asked.pop(far, None)
        self.viewport().update()

    def _scrolled(self) -> None:
        self._want()
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self.turned.emit(self.page() + 1 if self._sizes else 0, self.count())


class Preview(QWidget):
    """The pages with a slim bar: which page, how large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        self.pages = Pages()
        self._where = Label("", "small")
        self._note = ElidedLabel("", "small")
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit = Button(_("Whole width"), lambda: self.pages.set_zoom(FIT), "quiet", _("Key: {key}").format(key="Ctrl+0"))
        self._percent = Label("", "small")
        bar = QHBoxLayout()
        bar.setSpacing(worn.px(1))
        bar.addWidget(self._where)
        bar.addWidget(self._note, 1)
        bar.addWidget(_zoom_button("−", _("Smaller"), "Ctrl+-", lambda: self.pages.step_zoom(-1)))
        bar.addWidget(self._percent)
        bar.addWidget(_zoom_button("+", _("Larger"), "Ctrl++", lambda: self.pages.step_zoom(1)))
        bar.addWidget(self._fit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(1))
        box.addLayout(bar)
        box.addWidget(self.pages, 1)
        self.setFocusProxy(self.pages)
        self.pages.turned.connect(self._turned)
        self.pages.zoomed.connect(lambda _percent: self._turned(self.pages.page() + 1, self.pages.count()))

    def show_pages(self, sizes: Sequence[tuple[float, float]], ask: Ask) -> None:
        """Shows a paper, or its new state at the same place."""
        self.pages.show_pages(sizes, ask)

    def say(self, sentence: str) -> None:
        """A quiet word in the bar: why the paper is not the newest, or that it is a draft."""
        self._note.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The percentage follows the width."""
        super().resizeEvent(event)
        self._turned(self.pages.page() + 1 if self.pages.count() else 0, self.pages.count())

    def _turned(self, page: int, count: int) -> None:
        self._where.setText(_("Page {page} of {count}").format(page=page, count=count) if count else "")
        self._percent.setText(f"{self.pages.percent()} %" if count else "")


def _zoom_button(sign: str, name: str, key: str, slot: Callable[[], object]) -> Button:
    button = Button(sign, slot, "quiet", f"{name} ({key})")
    button.setAccessibleName(name)
    return button
