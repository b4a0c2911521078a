"""A sum of money that is typed in yuan; beside it the figures in groups and the capitals of the paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.line_edit import EchoEdit, Reader


class MoneyEdit(EchoEdit):
    """The reader gives the grouped figures and the capitals ("5,194,253.92", "人民币伍佰…")."""

    def __init__(self, reader: Reader | None = None, parent: QWidget | None = None) -> None:
        super().__init__(reader, 60, 10, parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> str:
        """The typed text in yuan."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Takes a typed text in yuan, or a clean sum as an int of fen."""
        self.setText(yuan(value) if isinstance(value, int) else str(value or ""))


def yuan(fen: int) -> str:
    """Fen as a person would type them in yuan."""
    whole, cents = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole}" + (f".{cents:02d}" if cents else "")
