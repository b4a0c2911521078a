"""Labels that show a text as it was typed: never read as markup, never with a mark taken for a key."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A text; `role` is one of title, heading, small, soft, fault, warning, brand or "" for the base size."""

    def __init__(self, text: str = "", role: str = "", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)  # a name such as <b>&{{x}} is shown as it is
        self.setText(text)
        if role:
            self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class ElidedLabel(Label):
    """One line that ends in … where the room ends; the whole text is in its tooltip."""

    def setText(self, text: str) -> None:
        """Shows the text, as much of it as there is room for."""
        self._whole = text
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self._elide()

    def text(self) -> str:
        """The whole text."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """May shrink to nearly nothing: it is elided."""
        hint = super().minimumSizeHint()
        hint.setWidth(min(self.fontMetrics().averageCharWidth() * 6, self.sizeHint().width()))
        return hint

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elides anew."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        line = self._whole.replace("\n", " ")
        QLabel.setText(self, self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(self.width(), 20)))
        self.updateGeometry()


def rule() -> QFrame:
    """A hair line between two things."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def plain_tip(text: str) -> str:
    """The text as a tooltip that Qt will not take for markup."""
    return f"<span>{html.escape(text)}</span>" if text and ("<" in text or "&" in text) else text


def button_text(text: str) -> str:
    """The text as a button label in which & is an &."""
    return text.replace("&", "&&")


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has the widget drawn anew only when it is another."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
