"""A button: a verb, its key, and the reason when it cannot be pressed now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.widgets.text import button_text, plain_tip


class Button(QPushButton):
    """`kind` is primary, secondary, quiet, danger, link, chip, rail or key. Enter presses it as Space does."""

    def __init__(
        self,
        label: str,
        slot: Callable[[], object] | None = None,
        kind: str = "secondary",
        tooltip: str = "",
        enabled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(button_text(label), parent)
        self.setProperty("kind", kind)
        self.setAccessibleName(label)
        self.allow(enabled, tooltip)
        if slot is not None:
            self.clicked.connect(lambda _checked=False: slot())

    def allow(self, enabled: bool, reason: str = "") -> None:
        """Greys the button or frees it; the reason (or a hint) is its tooltip and what a screen reader says."""
        self.setEnabled(enabled)
        self.setToolTip(plain_tip(reason))
        self.setAccessibleDescription(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, since the hand that goes through a form is on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)
