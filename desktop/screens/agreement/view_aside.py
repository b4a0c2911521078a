"""What takes the place of the writing for a moment: a few fields with one button, or two versions beside each other."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Aside, Compared
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.form import Form
from desktop.widgets.leads import Leads
from desktop.widgets.text import Label


class AsidePane(Scrolled):
    """A short sheet: `done` gives its values, `closed` says that nothing is wanted."""

    done = Signal(dict)
    closed = Signal()

    def __init__(self, aside: Aside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.verb = aside.kind, aside.verb
        card = Card(aside.title)
        if aside.sentence:
            card.body.addWidget(Label(aside.sentence, wrap=True))
        self.form = Form(aside.fields, None, 1)
        self.form.finished.connect(self.finish)
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        row.addWidget(Button(f"{aside.verb}（F8）", self.finish))
        row.addWidget(Button(f"{_('Close')}（Esc）", self.closed.emit, "secondary"))
        row.addStretch(1)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def finish(self) -> None:
        """The values are handed on."""
        self.done.emit(self.form.values())

    def show_faults(self, faults: list[Any]) -> list[Any]:
        """Each beside its field; gives back the others."""
        return self.form.show_faults(faults)


class VersionsPane(Scrolled):
    """The versions at the top, what changed below; a version that is chosen is compared with the newest."""

    chosen = Signal(int)
    led = Signal(str)
    closed = Signal()

    def __init__(self, compared: Compared, save: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(_("Versions"))
        self.versions = Leads(_("Versions"))
        self.versions.show_lines([(words, number, "") for number, words in compared.versions])
        self.versions.chosen.connect(lambda number: self.chosen.emit(int(number)))
        card.body.addWidget(self.versions)
        self.body.addWidget(card)
        heading = _("From version {old} to version {new}").format(old=compared.old, new=compared.new)
        changes = Card(heading if compared.changes else _("Nothing has changed"))
        self.changes = Leads(_("Changes"))
        self.changes.show_lines([(sentence, place or None, "") for sentence, place in compared.changes])
        self.changes.chosen.connect(lambda place: self.led.emit(str(place)))
        self.changes.setVisible(bool(compared.changes))
        changes.body.addWidget(self.changes)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        row.addWidget(Button(_("Save PDF"), save, "secondary"))
        row.addWidget(Button(f"{_('Close')}（Esc）", self.closed.emit, "secondary"))
        row.addStretch(1)
        changes.body.addLayout(row)
        self.body.addWidget(changes)
        self.body.addStretch(1)
