"""The rail at the left of the frame: one button for each page that stands by itself."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.icons import icon


class Rail(QFrame):
    """Its buttons by the name of their page; dead until an office is open. Of each place: name, label, icon."""

    def __init__(self, places: Iterable[tuple[str, str, str]], chosen: Callable[[str], object]) -> None:
        super().__init__()
        worn = theme.current()
        self.setProperty("role", "rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, worn.px(2), 0, worn.px(2))
        column.setSpacing(0)
        self.buttons = {name: self._made(label, picture, partial(chosen, name)) for name, label, picture in places}
        for button in self.buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        self.setMinimumWidth(worn.px(30))
        self.allow(False)

    def _made(self, label: str, picture: str, slot: Callable[[], object]) -> Button:
        worn = theme.current()
        button = Button(label, slot, "rail")
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.setIcon(icon(picture))
        button.setIconSize(QSize(worn.px(4.5), worn.px(4.5)))
        return button

    def allow(self, on: bool) -> None:
        """Whether an office is open and pages can be shown."""
        for button in self.buttons.values():
            button.allow(on, "" if on else _("No office is open yet."))

    def mark(self, name: str) -> None:
        """This page is shown; "" or a page that is not in the rail marks none."""
        for other, button in self.buttons.items():
            button.setChecked(other == name)
