"""A card with a heading, a chip with a word of state, and lines of label and text on one grid."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.text import Label, restyle


class Chip(Label):
    """A short word on a soft ground; `state` is "", accent, red, amber or green, and the word says the same."""

    def __init__(self, text: str = "", state: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setSizePolicy(self.sizePolicy().Policy.Maximum, self.sizePolicy().Policy.Maximum)
        self.show_state(text, state)

    def show_state(self, text: str, state: str = "") -> None:
        """Shows the word; an empty one hides the chip."""
        self.setText(text)
        restyle(self, "state", state)
        self.setVisible(bool(text))


class Card(QFrame):
    """A surface with a heading; what belongs to it goes into `box`, a word of state or a button into `head`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        worn = theme.current()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(worn.px(3), worn.px(2), worn.px(3), worn.px(3))
        self.box.setSpacing(worn.px(2))
        self.head = QHBoxLayout()
        self.head.setSpacing(worn.px(2))
        self.heading = Label(heading, "heading")
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        self.box.addLayout(self.head)
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)


class Lines(QWidget):
    """Labels at the left, texts at the right; texts can be marked and copied."""

    def __init__(self, lines: Sequence[tuple[str, str]] = (), label_ems: float = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(worn.px(3))
        self._grid.setVerticalSpacing(worn.px(1))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, round(self.fontMetrics().horizontalAdvance("永") * label_ems))
        for label, text in lines:
            self.add(label, text)

    def add(self, label: str, text: str) -> Label:
        """One more line."""
        line = self._grid.rowCount()
        said = Label(text, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(Label(label, "soft"), line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, line, 1)
        return said


def scrolled(inner: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down only; keys go to what stands in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner.setProperty("role", "scrolled")
    area.setWidget(inner)
    return area


def emptied(box: QVBoxLayout | QHBoxLayout) -> None:
    """Takes everything out of a box."""
    while (item := box.takeAt(0)) is not None:
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            emptied(item.layout())  # type: ignore[arg-type]
