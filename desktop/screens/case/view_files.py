"""Files that were dropped on a case or chosen: page by page where they were filed, and for the rest where they belong."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.form import Form
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.messages import Banner
from desktop.widgets.text import Label


class FilesPanel(Card):
    """`save` gives where the files that found no place belong."""

    save = Signal(dict)
    close_wanted = Signal()

    def __init__(self, files: shown.Files, readers: Any, letters: Callable[[str], str]) -> None:
        super().__init__(_("Files"))
        self.setObjectName("files")
        self.waits = bool(files.waiting)
        self._form: Form | None = None
        self.banner = Banner()
        self.body.addWidget(self.banner)
        heads = (Head(_("File"), 10, stretch=True), Head(_("Page"), 4), Head(_("What became of it"), 20, stretch=True))
        self.lines = LinesTable(_("Files"), heads)
        self.lines.letters = letters
        self.lines.show_lines(files.rows)
        self.lines.setVisible(bool(files.rows))
        self.body.addWidget(self.lines)
        if files.waiting:
            words = _("By its mark alone the place of {files} is not known. Say where it belongs; left empty it lies with the case.")
            self.body.addWidget(Label(words.format(files="、".join(files.waiting)), wrap=True))
            self._form = Form(files.fields, readers, 1, letters)
            self._form.set_values(files.values)
            self._form.finished.connect(self._to_button)
            self.body.addWidget(self._form)
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        self.button = Button(f"{_('File them here')}（F8）", self.emit_save, "primary")
        self.button.setVisible(self.waits)
        row.addWidget(self.button)
        row.addWidget(Button(f"{_('Close')}（Esc）", self.close_wanted.emit))
        row.addStretch(1)
        self.body.addLayout(row)

    def focus(self) -> None:
        """Into the first thing to be done."""
        if self._form is not None:
            self._form.focus()
        else:
            self.lines.setFocus()

    def _to_button(self) -> None:
        self.button.setFocus()

    def emit_save(self) -> None:
        """F8."""
        if self._form is not None:
            self.save.emit(self._form.values())

    def show_faults(self, faults: Sequence[Any]) -> None:
        """Each beside its field; the rest at the top."""
        rest = self._form.show_faults(faults) if self._form is not None else list(faults)
        self.banner.say("\n".join(fault.sentence for fault in rest), "red" if rest else "")
