"""The head of a page: its title, one quiet line, the other buttons, and the main one at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.page import Action
from desktop.widgets.text import ElidedLabel, button_text


class PageHead(QWidget):
    """`show_page` draws it; buttons that stay the same keep the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().px(2))
        self._title = ElidedLabel("", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._subtitle = ElidedLabel("", "soft")
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 1)
        self._buttons: list[ActionButton] = []

    def show_page(self, title: str, subtitle: str = "", secondary: Sequence[Action] = (), primary: Action | None = None) -> None:
        """Draws title and buttons; an empty title leaves no head at all."""
        self.setVisible(bool(title))
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        wanted = [(action, False) for action in secondary] + ([(primary, True)] if primary is not None else [])
        if [button.main for button in self._buttons] == [main for _action, main in wanted]:
            for button, (action, _main) in zip(self._buttons, wanted, strict=True):
                button.become(action)
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [ActionButton(action, main) for action, main in wanted]
        for button in self._buttons:
            self._row.addWidget(button)

    def title(self) -> str:
        """What stands there."""
        return self._title.text()

    def buttons(self) -> list["ActionButton"]:
        """The buttons, the main one last."""
        return self._buttons


class ActionButton(Button):
    """A button that does an action, and may become another one of the same weight."""

    def __init__(self, action: Action, main: bool = False) -> None:
        super().__init__(action.label, self._do, "primary" if main else "secondary")
        self.main = main
        self.become(action)

    def become(self, action: Action) -> None:
        """Shows and does this action from now on."""
        self.action = action
        self.setText(button_text(action.label))
        self.setAccessibleName(action.label)
        self.allow(action.enabled, action.tooltip or (_("Key: {key}").format(key=action.key) if action.key else ""))

    def _do(self) -> None:
        self.action.slot()
