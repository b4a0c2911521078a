"""Asks for the password of an office while the rest of the program is still being read in."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.line_edit import width_of
from desktop.widgets.text import Label


class Unlock(QWidget):
    """A card with one line; `entered` gives the password, which is not kept here."""

    entered = Signal(str)
    another = Signal()
    """Another office is wanted."""

    def __init__(self, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(worn.px(6), worn.px(5), worn.px(6), worn.px(5))
        inner.setSpacing(worn.px(2))
        inner.addWidget(Label(office, "title", wrap=True))
        inner.addWidget(Label(_("Type the password of this office."), "soft", wrap=True))
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(_("Password"))
        self.line.setFixedWidth(width_of(self.line, 24))
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda _text: self.say(""))
        inner.addWidget(self.line)
        self.note = Label("", "fault", wrap=True)
        self.note.setFixedWidth(self.line.width())
        self.note.hide()
        inner.addWidget(self.note)
        self.button = Button(_("Open"), self._enter, "primary")
        row = QHBoxLayout()
        row.addWidget(Button(_("Open another office"), self.another.emit, "quiet"))
        row.addStretch(1)
        row.addWidget(self.button)
        inner.addLayout(row)
        box = QVBoxLayout(self)
        box.addStretch(2)
        middle = QHBoxLayout()  # a card held by an alignment would not grow with a sentence of two lines
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        box.addLayout(middle)
        box.addStretch(3)
        self.setFocusProxy(self.line)

    def say(self, sentence: str) -> None:
        """What is wrong with the password; the field is free again and its text marked."""
        self.wait(False)
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        if sentence:
            self.line.selectAll()
            self.line.setFocus()

    def wait(self, waiting: bool) -> None:
        """While the office opens, nothing can be pressed twice."""
        self.button.allow(not waiting)
        self.button.setText(_("Opening") if waiting else _("Open"))
        self.line.setReadOnly(waiting)

    def event(self, event: QEvent) -> bool:
        """A shown card has the cursor in its line."""
        if event.type() == QEvent.Type.Show:
            self.line.setFocus()
        return super().event(event)

    def _enter(self) -> None:
        if not self.line.isReadOnly():
            self.wait(True)
            self.entered.emit(self.line.text())
