"""One line that is typed into: knows when an input method is composing, refuses a paste that would be cut, echoes how it was read."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.text import Label

# the hand went elsewhere; for other reasons it comes back to where it was
_LEFT = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)
LINE_MOST, TEXT_MOST = 2_000, 100_000

Reader = Callable[[str], tuple[str, str]]
"""Reads what was typed: (how it is written, its echo), or raises Refusal. ("2024-03-22", "Friday ...") for "3.22"."""


class LineEdit(QLineEdit):
    """A line edit. `composing` is true while an input method holds unfinished text: Enter then belongs to the input method."""

    pasted_too_much = Signal(str)

    def __init__(self, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.most = most or LINE_MOST
        # Qt counts a rare character as two; what is a little too long is refused in words when the sheet is checked
        self.setMaxLength(2 * self.most)
        self.inputRejected.connect(self._cut)

    def setText(self, text: str) -> None:
        """Shows this text, also one that is longer than may be typed: nothing is cut by opening a sheet."""
        if 2 * len(text) > self.maxLength():
            self.setMaxLength(2 * len(text))
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)  # a name is read from its beginning

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether text is still being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was being composed ends with the focus; a text longer than its field is seen from its beginning again."""
        self.composing = False
        super().focusOutEvent(event)
        if event.reason() in _LEFT:
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A paste that does not fit is refused whole: a text cut without a word is worse than none."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if len(text) + len(self.text()) - len(self.selectedText()) > self.most:
                self.pasted_too_much.emit(too_much(len(text), self.most))
                return
        super().keyPressEvent(event)

    def _cut(self) -> None:
        if len(self.text()) >= self.most:
            self.pasted_too_much.emit(_("This field holds {most} characters; nothing more was taken.").format(most=self.most))


class TextEdit(QPlainTextEdit):
    """Several lines, as tall as `rows` asks; Tab leaves it, Enter makes a line."""

    pasted_too_much = Signal(str)

    def __init__(self, rows: int = 3, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self._most = most or TEXT_MOST
        self._rows = rows
        self.setTabChangesFocus(True)
        self.setCurrentCharFormat(QTextCharFormat())

    def sizeHint(self) -> QSize:
        """As tall as the rows ask in the face now worn."""
        hint = super().sizeHint()
        hint.setHeight(self.fontMetrics().lineSpacing() * self._rows + theme.current().px(4))
        return hint

    def minimumSizeHint(self) -> QSize:
        """The same: a field is not squeezed below its rows."""
        hint = super().minimumSizeHint()
        hint.setHeight(self.sizeHint().height())
        return hint

    def text(self) -> str:
        """The text exactly as typed: `toPlainText` would turn a non-breaking space into a plain one."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def setText(self, text: str) -> None:
        """Shows this text."""
        self.setPlainText(text)

    def go_to_line(self, line: int) -> None:
        """Marks a line (0 = the first) and brings it into view."""
        block = self.document().findBlockByNumber(line)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remembers whether text is still being composed."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was being composed ends with the focus."""
        self.composing = False
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes plain text only, and refuses whole what does not fit."""
        text = source.text()
        if len(text) + self.document().characterCount() - 1 > self._most:
            self.pasted_too_much.emit(too_much(len(text), self._most))
            return
        self.insertPlainText(text)


class EchoEdit(QWidget):
    """A line with a reader: beside it stands how the text was read; on leaving, the text is written in its normal form.

    A text that cannot be read is kept as it was typed, and below it stands why. The reader is asked after each change, so it must be quick.
    """

    changed = Signal()

    def __init__(self, reader: Reader | None = None, most: int = 0, ems: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reader = reader
        self.line = LineEdit(most)
        self.echo = Label("", "small", wrap=True)
        self.line.setFixedWidth(width_of(self.line, ems))
        self._fault = Label("", "fault", wrap=True)  # below: a sentence beside a narrow field would become a column of words
        self._fault.hide()
        self._speaks = True
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.current().px(2))
        box.addLayout(self.row)
        box.addWidget(self._fault)
        self.row.addWidget(self.line)
        self.row.addWidget(self.echo, 1)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self.settle)

    def text(self) -> str:
        """The text as it stands in the field."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Shows this text and its echo."""
        self.line.setText(text)
        self.settle()

    def read(self) -> tuple[str, str] | None:
        """How the reader reads the text; None for an empty or unreadable one."""
        text = self.text().strip()
        if not text or self.reader is None:
            return None
        try:
            return self.reader(text)
        except Refusal:
            return None

    def settle(self) -> None:
        """Writes the text in its normal form, if it can be read, and shows what is wrong otherwise."""
        text = self.text().strip()
        if not text or self.reader is None:
            self._show("")
            return
        try:
            normal, echo = self.reader(text)
        except Refusal as no:
            self._show(no.sentence, fault=True)
            return
        if normal and normal != self.text():
            self.line.blockSignals(True)
            self.line.setText(normal)
            self.line.blockSignals(False)
            echo = self.reader(normal)[1]  # while typing it said what was understood; that now stands in the field itself
            self.changed.emit()
        self._show(echo)

    def say_itself(self, on: bool) -> None:
        """Whether what is wrong is said here; a form that says it below the field needs it once only."""
        self._speaks = on
        self._fault.setVisible(on and bool(self._fault.text()) and not self.echo.isHidden())

    def _typed(self) -> None:
        found = self.read()
        self._show(found[1] if found else "")
        self.changed.emit()

    def _show(self, text: str, fault: bool = False) -> None:
        self.echo.setText("" if fault else text)
        self._fault.setText(text if fault else "")
        self.say_itself(self._speaks)
        self.line.setAccessibleDescription(text)


def too_much(length: int, most: int) -> str:
    """The sentence for a paste that does not fit."""
    sentence = _("The pasted text has {length} characters, this field holds {most}: nothing was pasted.")
    return sentence.format(length=f"{length:,}", most=f"{most:,}")


def width_of(widget: QWidget, ems: float) -> int:
    """A width that holds so many Chinese characters in the widget's face (two figures are about one of them)."""
    widget.ensurePolished()
    return round(widget.fontMetrics().horizontalAdvance("永") * ems) + theme.current().px(5)


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter, on either side of the keyboard, without Ctrl or Alt."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
