"""What a sheet consists of, and how its parts stand on the page: a heading with a card below it."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.part import Layout
from desktop.widgets.text import Label


class Sheet(Protocol):
    """What the presenter says about the whole sheet."""

    origin: Layout
    referrals: Mapping[str, Layout]
    matter: Layout
    parties: Mapping[str, Layout]
    readers: Callable[[Any], Any]
    initials: Callable[[str], str]


def heading(text: str) -> Label:
    """The heading of a part."""
    label = Label(text, "heading")
    label.setContentsMargins(0, theme.current().px(1), 0, 0)
    return label


class Box(QWidget):
    """A heading and a card; further parts are added to `inner`."""

    def __init__(self, title: str, part: QWidget) -> None:
        super().__init__()
        worn = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn.px(2))
        column.addWidget(heading(title))
        card = QFrame()
        card.setProperty("role", "card")
        self.inner = QVBoxLayout(card)
        self.inner.setContentsMargins(worn.px(3), worn.px(3), worn.px(3), worn.px(3))
        self.inner.setSpacing(worn.px(3))
        self.inner.addWidget(part)
        column.addWidget(card)
