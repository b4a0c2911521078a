"""Small words in a frame: a state (`Chip`), and choices that can be on or off (`Choices`), for filters and short questions."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.button import Button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Label, restyle


class Chip(Label):
    """A state in one word; its colour never stands alone, the word says the same. `state` is accent, red, amber, green or ""."""

    def __init__(self, text: str, state: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setProperty("state", state)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_state(self, text: str, state: str = "") -> None:
        """Another word, another state."""
        self.setText(text)
        restyle(self, "state", state)


class Choices(QWidget):
    """Chips that are pressed: several at once, or with `single` just one. `changed` follows each press."""

    changed = Signal()

    def __init__(self, name: str, options: Sequence[tuple[str, str]] = (), single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._single = single
        self._flow = FlowLayout(self)
        self._chips: dict[str, Button] = {}
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offers these (code, label); what was on and is still there stays on."""
        kept = self.value()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        for code, label in options:
            chip = Button(label, partial(self._pressed, code), "chip")
            chip.setCheckable(True)
            chip.setChecked(code in kept)
            chip.setAccessibleName(f"{self.accessibleName()}: {label}")
            self._flow.addWidget(chip)
            self._chips[code] = chip

    def value(self) -> list[str]:
        """The codes that are on."""
        return [code for code, chip in self._chips.items() if chip.isChecked()]

    def set_value(self, codes: Iterable[str]) -> None:
        """Puts these on and all others off; tells nobody."""
        wanted = set(codes)
        for code, chip in self._chips.items():
            chip.setChecked(code in wanted)

    def stops(self) -> list[QWidget]:
        """Every chip."""
        return list(self._chips.values())

    def _pressed(self, code: str) -> None:
        if self._single:
            self.set_value([code] if self._chips[code].isChecked() else [])
        self.changed.emit()
