"""The page of wordings: the kind above, its sentences below, under them the shipped and the own text, and the paper beside them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import messages, theme
from desktop.widgets.button import Button
from desktop.widgets.messages import Banner
from desktop.widgets.page import Action, Page
from desktop.widgets.panes import TwoPanes
from desktop.widgets.preview import Preview
from desktop.widgets.text import Label

PAUSE_MS = 250  # the paper follows when the hand rests


class TemplatesView(Page):
    """`typed` comes with the name of the sentence and its text, after a short rest of the hand."""

    typed = Signal(str, str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._presenter: Any = None
        self._rows: dict[str, Any] = {}
        self._texts: dict[str, str] = {}
        self._dirty = False
        worn = theme.current()
        self.body.setSpacing(worn.px(2))
        self.banner = Banner()
        self.body.addWidget(self.banner)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, worn.px(2), 0)
        column.setSpacing(worn.px(2))
        top = QHBoxLayout()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Paper"))
        self.kinds.activated.connect(lambda _n: self._kind_chosen())
        top.addWidget(self.kinds, 1)
        self.sentences = QListWidget()
        self.sentences.setAccessibleName(_("Sentences"))
        self.sentences.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sentences.currentItemChanged.connect(self._turned)
        self.shipped = Label("", wrap=True)
        self.shipped.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.fields = Label("", "small", wrap=True)
        self.own = QPlainTextEdit()
        self.own.setTabChangesFocus(True)
        self.own.setAccessibleName(_("Your own text"))
        self.own.setMaximumHeight(worn.px(22))
        self.own.textChanged.connect(self._edited)
        self.fault = Label("", "fault", wrap=True)
        self.warning = Label("", "warning", wrap=True)
        self._back = Button(_("This sentence as shipped"), self._reset_sentence, "link")
        column.addLayout(top)
        column.addWidget(self.sentences, 1)
        for label, part in ((_("Shipped"), self.shipped), (_("Your own text"), self.own)):
            column.addWidget(Label(label, "small"))
            column.addWidget(part)
        for below in (self.fields, self.fault, self.warning, self._back):
            column.addWidget(below)
        self.preview = Preview()
        self._panes = TwoPanes(left, self.preview, (3, 4))
        self.body.addWidget(self._panes, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self.flush)

    # ------------------------------------------------------------------ what the frame asks

    def title(self) -> str:
        """The page."""
        return _("Wording of the papers")

    def subtitle(self) -> str:
        """What it is good for."""
        return _("Papers that were issued stay as they are.")

    def primary(self) -> Action | None:
        """Save."""
        return Action("F8", _("Save"), self._save)

    def keys(self) -> list[Action]:
        """The file outside, everything as shipped, the other pane, back."""
        found = [
            Action("Ctrl+E", _("Open the file"), lambda: self._presenter.open_outside()),
            Action("Ctrl+L", _("Page, letterhead, seal"), lambda: self._presenter.open_outside("page")),
            Action("F4", _("All as shipped"), self._reset),
        ]
        if self._presenter is not None and self._presenter.has_unsaved:
            found.append(Action("Ctrl+D", _("Put away what is not saved"), self._presenter.discard))
        if self._panes.takes_turns:
            found.append(Action("F6", _("Other pane"), self.switch_pane))
        return found

    def switch_pane(self) -> bool:
        """F6."""
        return self._panes.switch()

    def help_topic(self) -> str:
        """The help of this page."""
        return "settings"

    def wire(self, presenter: Any) -> None:
        """Wishes go to the presenter."""
        self._presenter = presenter
        self.typed.connect(presenter.typed)
        self.opened.connect(presenter.open)

    def enter(self) -> None:
        """The list has the focus; a file may have been changed outside meanwhile."""
        if self._presenter is not None and self._rows and not self._dirty:
            self._presenter.open(self.kinds.currentData())
        self.sentences.setFocus()

    # ------------------------------------------------------------------ what the presenter shows

    def show_kinds(self, kinds: Sequence[tuple[str, str]], kind: str) -> None:
        """The kinds, with the one that is open."""
        self.kinds.clear()
        for code, label in kinds:
            self.kinds.addItem(label, code)
        self.kinds.setCurrentIndex(max(self.kinds.findData(kind), 0))

    def show_rows(self, title: str, rows: Sequence[Any], note: str, state: str) -> None:
        """The sentences of a kind; the one in hand stays in hand."""
        before = self._name()
        self._dirty = False
        self._rows = {row.name: row for row in rows}
        self._texts = {row.name: row.own if row.changed else row.shipped for row in rows}
        self.sentences.blockSignals(True)
        self.sentences.clear()
        for row in rows:
            item = QListWidgetItem(self._line(row.name))
            item.setData(Qt.ItemDataRole.UserRole, row.name)
            self.sentences.addItem(item)
        names = list(self._rows)
        self.sentences.setCurrentRow(names.index(before) if before in names else 0)
        self.sentences.blockSignals(False)
        self.banner.say(note, state)
        self._turn()
        self.changed.emit()

    def show_pages(self, sizes: Sequence[tuple[float, float]], ask: Callable[..., None], note: str) -> None:
        """The paper as it would be."""
        self.preview.say(note)
        self.preview.show_pages(sizes, ask)

    def show_fault(self, name: str, sentence: str, warning: str) -> None:
        """What is wrong with a sentence."""
        if name != self._name() and sentence:
            self.sentences.setCurrentRow(list(self._rows).index(name))
        self._tell(sentence, warning)

    def say(self, sentence: str, state: str = "") -> None:
        """A word at the top."""
        self.banner.say(sentence, state)

    # ------------------------------------------------------------------ inside

    def flush(self) -> None:
        """What was typed last goes out now."""
        self._send(self.sentences.currentItem())

    def _send(self, item: QListWidgetItem | None) -> None:
        """The text in hand is that of this line."""
        self._rest.stop()
        name = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        if item is not None and self._texts.get(name, "") != self.own.toPlainText():
            self._texts[name] = self.own.toPlainText()
            self.typed.emit(name, self._texts[name])
            item.setText(self._line(name))
            if not self._dirty:
                self._dirty = True
                self.changed.emit()

    def _turned(self, _now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        self._send(before)  # the hand may be quicker than the rest
        self._turn()

    def _line(self, name: str) -> str:
        said = " ".join(self._texts[name].split())
        mark = "● " if self._texts[name] != self._rows[name].shipped else ""
        return f"{mark}{said[:60] or '—'}"

    def _name(self) -> str:
        item = self.sentences.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _turn(self) -> None:
        """Another sentence is in hand."""
        self._rest.stop()
        name = self._name()
        row = self._rows.get(name)
        self.shipped.setText(row.shipped if row else "")
        self.fields.setText(_("Fields: {fields}").format(fields=row.fields) if row and row.fields else "")
        self.own.blockSignals(True)
        self.own.setPlainText(self._texts.get(name, ""))
        self.own.blockSignals(False)
        self._tell("", "")

    def _tell(self, fault: str, warning: str) -> None:
        """Beside the text; what is empty takes no room."""
        for label, text in ((self.fault, fault), (self.warning, warning), (self.fields, self.fields.text())):
            label.setText(text)
            label.setVisible(bool(text))

    def _edited(self) -> None:
        self._rest.start()

    def leave(self) -> bool:
        """What was typed last goes with the draft."""
        self.flush()
        return True

    def _kind_chosen(self) -> None:
        self.flush()
        self.opened.emit(self.kinds.currentData())

    def _save(self) -> None:
        self.flush()
        self._presenter.save()

    def _reset_sentence(self) -> None:
        self.own.setPlainText(self._rows[self._name()].shipped)
        self.flush()

    def _reset(self) -> None:
        messages.confirm(
            self,
            _("Take the shipped wording of this paper?"),
            _("Your own sentences of it are put aside; the file stays beside it as .bak."),
            _("Take the shipped one"),
            lambda: self._presenter.reset(),
        )
