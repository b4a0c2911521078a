"""A small form above the list: what is done with the chosen cases, or the name of a view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _
from desktop.screens.register.shown import Sheet
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.form import Form
from desktop.widgets.messages import Banner


class SheetPanel(Card):
    """`save` and `close_wanted` come by button or key."""

    save = Signal()
    close_wanted = Signal()
    hint = Signal(str)

    def __init__(self, sheet: Sheet, readers: Any, letters: Any) -> None:
        super().__init__(sheet.title)
        self.sheet = sheet
        self.banner = Banner()
        self.body.addWidget(self.banner)
        self.form = Form(sheet.fields, readers, 1, letters)
        self.form.set_values(sheet.values)
        self.form.hint.connect(self.hint)
        self.body.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        button = Button(f"{sheet.verb}（F8）", self.save.emit, "primary")
        row.addWidget(button)
        row.addWidget(Button(_("Close") + "（Esc）", self.close_wanted.emit))
        row.addStretch(1)
        self.body.addLayout(row)
        self.form.finished.connect(button.setFocus)

    def values(self) -> dict[str, Any]:
        """What is typed."""
        return self.form.values()

    def focus(self) -> None:
        """Into the first field."""
        self.form.focus()

    def show_faults(self, faults: Sequence[Any]) -> None:
        """Each beside its field; the rest at the top."""
        rest = self.form.show_faults(faults)
        self.banner.say("\n".join(fault.sentence for fault in rest), "red" if rest else "")
