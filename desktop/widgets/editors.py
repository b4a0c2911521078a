"""The editor of each kind of declared field: what is typed, how it is asked for and given back.

Every editor has `changed`, `value()` (as typed), `set_value(typed or clean)`, and `stops()`: the controls the keyboard goes through.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from desktop.domain.fields import Field
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.flow import FlowLayout
from desktop.widgets.line_edit import EchoEdit, LineEdit, Reader, TextEdit, width_of
from desktop.widgets.money_edit import MoneyEdit

Readers = Callable[[Field], Reader | None]
"""Gives the reader of a field (dates with their weekday, sums with their capitals), or None where a text needs none."""

_EMS = {"integer": 6, "decimal": 8, "id_number": 11, "uscc": 11, "phone": 9, "bank_account": 11, "plate": 8}
NARROWEST = 40  # steps of the grid to which a choice with a long label may be squeezed


class Editor(Protocol):
    """What a form needs of an editor."""

    changed: SignalInstance

    def value(self) -> Any:
        """The value as typed."""

    def set_value(self, value: Any) -> None:
        """Shows a typed or a clean value."""

    def stops(self) -> list[QWidget]:
        """The controls the keyboard goes through."""


class LineEditor(EchoEdit):
    """Texts, numbers of all kinds, lists of words. A long text may take the whole width, a short one shows how short it is."""

    def __init__(self, field: Field, reader: Reader | None = None) -> None:
        super().__init__(reader, field.limit() if field.kind == "text" else 0, _EMS.get(field.kind, 12))
        self._kind = field.kind
        if field.kind in ("text", "words"):
            self.line.setMinimumWidth(width_of(self.line, 6))
            self.line.setMaximumWidth(width_of(self.line, min(40, max(12, field.limit() // 2))))
            self.row.setStretch(0, 3)
            self.echo.setVisible(reader is not None)
            if reader is None:
                self.line.setMaximumWidth(16_777_215)

    def value(self) -> str:
        """The text exactly as typed."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Takes a text, a number or a list of words."""
        if isinstance(value, list | tuple):
            value = "、".join(str(word) for word in value)
        elif isinstance(value, Decimal):
            value = format(value, "f")
        self.setText("" if value is None else str(value))

    def stops(self) -> list[QWidget]:
        """The line."""
        return [self.line]


class DateEditor(DateEdit):
    """A date field."""

    def stops(self) -> list[QWidget]:
        """The line."""
        return [self.line]


class MoneyEditor(MoneyEdit):
    """A money field."""

    def stops(self) -> list[QWidget]:
        """The line."""
        return [self.line]


class LongTextEditor(TextEdit):
    """Several lines of text."""

    changed = Signal()

    def __init__(self, field: Field, rows: int = 3) -> None:
        super().__init__(rows, field.limit())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """The text exactly as typed."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Shows a text; a list of texts one a line."""
        if isinstance(value, list | tuple):
            value = "\n".join(str(line) for line in value)
        self.setText("" if value is None else str(value))

    def stops(self) -> list[QWidget]:
        """Itself."""
        return [self]


class ChoiceEditor(QComboBox):
    """A list to choose from: typing a code or the first letters finds; the wheel moves it only when it has the focus.

    `initials` (label -> letters) may be handed in so that `zs` finds 张三.
    """

    changed = Signal()

    def __init__(self, options: list[tuple[str, str]], initials: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._initials = initials
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def set_options(self, options: list[tuple[str, str]]) -> None:
        """Offers these (code, label); the choice stays when its code is still among them."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        self.addItem("", "")
        for code, label in options:
            self.addItem(label, code)
        self.setCurrentIndex(max(self.findData(kept), 0))
        self.blockSignals(False)

    def value(self) -> str:
        """The code; "" when nothing is chosen."""
        return str(self.currentData() or "")

    def set_value(self, value: Any) -> None:
        """Chooses by code; one that is not offered (an old code) is added, so that nothing is lost by opening a form."""
        code = "" if value is None else str(value)
        if self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(self.findData(code))

    def stops(self) -> list[QWidget]:
        """Itself."""
        return [self]

    def minimumSizeHint(self) -> QSize:
        """A long label is cut where the window is small, rather than the form; the open list shows it whole."""
        usual = super().minimumSizeHint()
        return QSize(min(usual.width(), theme.current().px(NARROWEST)), usual.height())

    def showPopup(self) -> None:
        """The list is as wide as its longest label."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + theme.current().px(6))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters find by code, label or initials; Backspace begins anew, Delete empties the choice."""
        text = event.text()
        if event.key() == Qt.Key.Key_Delete:
            self.setCurrentIndex(0)
        elif event.key() == Qt.Key.Key_Backspace:
            self._typed = ""
        elif text.strip() and text.isprintable() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._find(text)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """A new visit begins a new word."""
        self._typed = ""
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change a choice that the pointer passes over."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _find(self, text: str) -> None:
        """What was typed so far and this letter, from the top; else the letter alone, after the choice that it has found already."""
        places, now = range(1, self.count()), self.currentIndex()
        word = self._typed + text
        found = self._first(places, word) if self._typed else 0
        if not found:
            word = text
            found = self._first([*places[now:], *places[:now]] if now > 0 and self._fits(now, text) else places, text)
        if found:
            self._typed = word
            self.setCurrentIndex(found)

    def _first(self, places: Sequence[int], word: str) -> int:
        """The first that begins with the word, else the first that has it inside; 0 where none has."""
        begins = next((at for at in places if self._fits(at, word)), 0)
        return begins or next((at for at in places if word.lower() in self._read(at)), 0)

    def _fits(self, at: int, word: str) -> bool:
        return any(key.startswith(word.lower()) for key in (str(self.itemData(at)).lower(), self.itemText(at).lower(), self._read(at)))

    def _read(self, at: int) -> str:
        return self._initials(self.itemText(at)).lower() if self._initials else ""


class ChoicesEditor(QWidget):
    """Several of a closed list, each with its box: Space ticks, Tab and the arrow keys go on."""

    changed = Signal()

    def __init__(self, options: list[tuple[str, str]]) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._others: list[str] = []
        row = FlowLayout(self)
        for code, label in options:
            box = self._boxes[code] = QCheckBox(label.replace("&", "&&"))
            box.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> list[str]:
        """The codes that are ticked; words of an older program that are none of them stay behind them."""
        return [code for code, box in self._boxes.items() if box.isChecked()] + self._others

    def set_value(self, value: Any) -> None:
        """Ticks these codes."""
        chosen = [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)] if value else []
        self._others = [one for one in chosen if one not in self._boxes]
        for code, box in self._boxes.items():
            box.setChecked(code in chosen)

    def stops(self) -> list[QWidget]:
        """Every box."""
        return list(self._boxes.values())


class YesNoEditor(QWidget):
    """Yes or no, or not stated yet; the keys 1/y and 0/n choose, Delete takes the answer back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.yes, self.no = QRadioButton(_("Yes")), QRadioButton(_("No"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(2))
        for button in (self.yes, self.no):
            self._group.addButton(button)
            button.installEventFilter(self)
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self.yes)
        self._group.buttonToggled.connect(lambda _button, _on: self.changed.emit())

    def value(self) -> bool | None:
        """True, False, or None when nothing was said."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def set_value(self, value: Any) -> None:
        """Shows an answer; anything but True and False is none."""
        self._group.setExclusive(False)
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)
        self._group.setExclusive(True)

    def stops(self) -> list[QWidget]:
        """Both buttons; the arrow keys go between them, Tab enters at the chosen one."""
        return [self.yes, self.no]

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Letters and figures answer."""
        if event.type() == event.Type.KeyPress and isinstance(event, QKeyEvent):
            answers = {Qt.Key.Key_1: True, Qt.Key.Key_Y: True, Qt.Key.Key_0: False, Qt.Key.Key_N: False, Qt.Key.Key_Delete: None}
            key = Qt.Key(event.key())
            if key in answers and not event.modifiers():
                self.set_value(answers[key])
                self.changed.emit()
                return True
        return super().eventFilter(watched, event)


def editor_for(field: Field, readers: Readers | None = None, initials: Callable[[str], str] | None = None) -> Any:
    """The editor of a field that is neither a table nor a group (those a form builds itself)."""
    reader = readers(field) if readers else None
    if field.kind in ("long_text", "texts"):
        return LongTextEditor(field)
    if field.kind == "choice":
        return ChoiceEditor(field.options(), initials)
    if field.kind == "choices":
        return ChoicesEditor(field.options())
    if field.kind == "yes_no":
        return YesNoEditor()
    if field.kind == "date":
        return DateEditor(reader)
    if field.kind == "money":
        return MoneyEditor(reader)
    return LineEditor(field, reader)


def line_of(widget: QWidget) -> LineEdit | TextEdit | None:
    """The control of an editor that text is typed into; None for choices and answers."""
    if isinstance(widget, EchoEdit):
        return widget.line
    return widget if isinstance(widget, LineEdit | TextEdit) else None
