"""What the program says: a banner for the page, a passing line, a sentence beside a control, a question before what cannot be undone."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.text import ElidedLabel, Label, restyle

_STAYS_MS = 8_000
_FRESH = 1.0  # seconds


_KEY = "Alt+Return"


class Banner(QFrame):
    """One sentence at the top of a page, about the whole page; `state` is red, amber, green or "" for a plain hint.

    The one thing to do about it has a key, so that the hand need not look for its button: Alt+Enter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        worn = theme.current()
        self._text = Label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._act = Button("", self._perform, "link")
        self._away = Button(_("Put away"), self.put_away, "quiet")
        self._other = Button("", self._perform_other, "link")
        self._slot: Callable[[], object] | None = None
        self._key = QShortcut(QKeySequence(_KEY), self, self._perform)
        self._other_slot: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(worn.px(3), worn.px(1), worn.px(1), worn.px(1))
        row.setSpacing(worn.px(2))
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._other)
        row.addWidget(self._away)
        self.hide()

    def say(self, sentence: str, state: str = "", verb: str = "", slot: Callable[[], object] | None = None) -> None:
        """Shows the sentence, with one thing to do about it if there is one; an empty sentence puts the banner away."""
        restyle(self, "state", state)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.offer(verb, slot)
        self.offer_other("", None)
        self.setVisible(bool(sentence))

    def offer(self, verb: str, slot: Callable[[], object] | None, key: str = "") -> None:
        """What can be done about it; by Alt+Enter, or by a key of the page's own."""
        self._act.setText(f"{verb}（{key or 'Alt+Enter'}）" if verb else "")
        self._act.setAccessibleName(verb)
        self._key.setEnabled(bool(verb) and not key)
        self._act.setVisible(bool(verb))
        self._slot = slot

    def offer_other(self, verb: str, slot: Callable[[], object] | None) -> None:
        """A second thing that can be done instead."""
        self._other.setText(verb)
        self._other.setAccessibleName(verb)
        self._other.setVisible(bool(verb))
        self._other_slot = slot

    def sentence(self) -> str:
        """What is said now; "" when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def put_away(self) -> None:
        """Says nothing any more."""
        self.say("")

    def _perform(self) -> None:
        if self._slot is not None:
            self._slot()

    def _perform_other(self) -> None:
        if self._other_slot is not None:
            self._other_slot()


class PassingLine(ElidedLabel):
    """A quiet sentence that goes by itself after a few seconds; for what needs no answer. Under it lies the hint of the field in focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", parent=parent)
        self._hint, self._since = "", 0.0
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(lambda: self.setText(self._hint))

    def say(self, sentence: str, stays_ms: int = _STAYS_MS) -> None:
        """Shows the sentence for a while."""
        self.setText(sentence)
        self._since = time.monotonic()
        self._clock.start(stays_ms)

    def hint(self, sentence: str) -> None:
        """What the field in focus asks for; "" when it is left. A sentence that was said just now is read to its end first."""
        self._hint = sentence
        if not self._clock.isActive():
            self.setText(sentence)

    def leave(self) -> None:
        """Another page: its hint is gone, and what was said a while ago was said of the page before."""
        self._hint = ""
        if self._clock.isActive() and time.monotonic() - self._since < _FRESH:
            return
        self._clock.stop()
        self.setText("")


class Beside(QFrame):
    """A refusal under the control it belongs to; goes with the next key or click."""

    def __init__(self, control: QWidget, sentence: str) -> None:
        super().__init__(control.window())
        self.setProperty("role", "popup")
        worn = theme.current()
        box = QVBoxLayout(self)
        box.setContentsMargins(worn.px(3), worn.px(2), worn.px(3), worn.px(2))
        label = Label(sentence, "fault", wrap=True)
        box.addWidget(label)
        room = control.window().rect()
        width = min(worn.px(90), room.width() - worn.px(4))
        label.setFixedWidth(min(width, label.fontMetrics().horizontalAdvance(sentence) + worn.px(2)))
        self.adjustSize()
        below = control.mapTo(control.window(), QPoint(0, control.height() + worn.px(1)))
        if below.y() + self.height() > room.height():
            below.setY(max(0, below.y() - control.height() - self.height() - worn.px(2)))
        self.move(max(0, min(below.x(), room.width() - self.width() - worn.px(2))), below.y())
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key or click puts it away; the event goes on to where it was meant for."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress):
            self.hide()
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.deleteLater()
        return False


def beside(control: QWidget, sentence: str) -> Beside:
    """Shows a refusal beside a control."""
    return Beside(control, sentence)


class _Dialog(QDialog):
    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        worn = theme.current()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(worn.px(5), worn.px(4), worn.px(5), worn.px(4))
        self.box.setSpacing(worn.px(3))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(worn.px(2))
        self.buttons.addStretch(1)


def confirm(parent: QWidget, question: str, consequence: str, verb: str, then: Callable[[], object]) -> QDialog:
    """Asks before what cannot be undone; `then` follows only when the button with the verb was pressed. Cancel has the focus."""
    dialog = _Dialog(parent, question)
    dialog.box.addWidget(Label(question, "heading", wrap=True))
    dialog.box.addWidget(Label(consequence, wrap=True))
    cancel = Button(_("Cancel"), dialog.reject)
    dialog.buttons.addWidget(cancel)
    dialog.buttons.addWidget(Button(verb, dialog.accept, "danger"))
    dialog.box.addLayout(dialog.buttons)
    dialog.accepted.connect(lambda: then())
    dialog.setMinimumWidth(theme.current().px(90))
    dialog.open()
    cancel.setFocus()
    return dialog


class PasswordDialog(_Dialog):
    """Asks for the password; `entered` gives it, `say` tells that it was wrong."""

    entered = Signal(str)

    def __init__(self, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(parent, title)
        self.box.addWidget(Label(title, "heading", wrap=True))
        self.box.addWidget(Label(sentence, "soft", wrap=True))
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(_("Password"))
        self.line.returnPressed.connect(lambda: self.entered.emit(self.line.text()))
        self.box.addWidget(self.line)
        self.note = Label("", "fault", wrap=True)
        self.note.hide()
        self.box.addWidget(self.note)
        for button in (Button(_("Cancel"), self.reject), Button(_("Go on"), lambda: self.entered.emit(self.line.text()), "primary")):
            button.setAutoDefault(False)  # Enter in the line enters the password, it presses no button
            self.buttons.addWidget(button)
        self.box.addLayout(self.buttons)
        self.setMinimumWidth(theme.current().px(90))
        self.open()
        self.line.setFocus()

    def say(self, sentence: str) -> None:
        """What is wrong; the text is marked."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.line.selectAll()
        self.line.setFocus()


def show_keys(parent: QWidget, title: str, keys: Iterable[tuple[str, str, str]]) -> QDialog:
    """The keys of a page with what they do: (key, label, why it cannot be used now or "")."""
    dialog = _Dialog(parent, title)
    dialog.box.addWidget(Label(title, "heading"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.current().px(4))
    grid.setVerticalSpacing(theme.current().px(1))
    for line, (key, label, reason) in enumerate(keys):
        grid.addWidget(Label(key, "heading"), line, 0)
        grid.addWidget(Label(label), line, 1)
        grid.addWidget(Label(reason, "small"), line, 2)
    dialog.box.addLayout(grid)
    close = Button(_("Close"), dialog.accept)
    dialog.buttons.addWidget(close)
    dialog.box.addLayout(dialog.buttons)
    dialog.open()
    close.setFocus()
    return dialog


def show_report(parent: QWidget | None, report: str) -> QDialog:
    """Tells that the program made a mistake; the report can be read whole before anybody passes it on."""
    dialog = _Dialog(parent, _("The program made a mistake"))
    dialog.box.addWidget(Label(_("The program made a mistake"), "heading"))
    dialog.box.addWidget(Label(_("What was saved is safe, and what you typed is still on the page."), wrap=True))
    dialog.box.addWidget(Label(_("If it happens again, pass this report on; it holds no personal data."), wrap=True))
    text = QPlainTextEdit(report)
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(_("Report"))
    dialog.box.addWidget(text)
    close = Button(_("Go on"), dialog.accept, "primary")
    dialog.buttons.addWidget(Button(_("Copy the report"), lambda: QApplication.clipboard().setText(report)))
    dialog.buttons.addWidget(close)
    dialog.box.addLayout(dialog.buttons)
    worn = theme.current()
    dialog.resize(worn.px(150), worn.px(90))
    dialog.open()
    close.setFocus()
    return dialog
