"""The few icons, drawn from SVG in the ink of the theme."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.widgets import theme


def icon(name: str, color: str = "ink_soft", active: str = "accent", steps: float = 4.5, ratio: float = 2.0) -> QIcon:
    """The icon `name`.svg of the theme's folder; `active` is its colour when the button is checked. Empty when there is no such file."""
    worn = theme.current()
    file = worn.icons / f"{name}.svg"
    result = QIcon()
    if not file.is_file():
        return result
    drawing = file.read_text(encoding="utf-8")
    for state, ink in ((QIcon.State.Off, color), (QIcon.State.On, active)):
        result.addPixmap(_drawn(drawing.replace("currentColor", worn.color(ink).name()), worn.px(steps), ratio), QIcon.Mode.Normal, state)
    return result


def _drawn(svg: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
