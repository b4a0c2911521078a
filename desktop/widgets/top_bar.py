"""The strip at the top of the frame: the program's name, the search of the whole office, whose office it is, and its lock."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.chips import Chip
from desktop.widgets.search_field import Hit, SearchField
from desktop.widgets.text import ElidedLabel, Label


class TopBar(QFrame):
    """Dead until an office is open; `find` answers what is typed into the search."""

    lock_wanted = Signal()

    def __init__(self, find: Callable[[str, Callable[[list[Hit]], None]], None]) -> None:
        super().__init__()
        worn = theme.current()
        self.setProperty("role", "top")
        row = QHBoxLayout(self)
        row.setContentsMargins(worn.px(4), worn.px(1.5), worn.px(4), worn.px(1.5))
        row.setSpacing(worn.px(4))
        row.addWidget(Label(_("Heyi"), "brand"))
        self.search = SearchField(find)
        self.search.setPlaceholderText(_("Find a case, a person, a number (Ctrl+K)"))
        self.search.setAccessibleName(_("Find a case, a person, a number"))
        self.search.setMaximumWidth(worn.px(130))
        row.addWidget(self.search, 3)
        row.addStretch(1)
        self._training = Chip(_("Training"), "amber")
        row.addWidget(self._training)
        self._who = ElidedLabel("", "soft")
        row.addWidget(self._who, 0)
        self._lock = Button(_("Lock"), self.lock_wanted.emit, "quiet", _("Closes the office until its password is typed again."))
        row.addWidget(self._lock)
        self.show_none()

    def show_office(self, office: str, user: str, encrypted: bool, training: bool) -> None:
        """An office is open: whose it is, who sits here, whether it can be locked."""
        self._who.setText(" · ".join(part for part in (office, user) if part))
        self._training.setVisible(training)
        self._lock.setVisible(encrypted)
        self.search.setEnabled(True)

    def show_none(self) -> None:
        """No office is open."""
        self._who.setText("")
        self._training.hide()
        self._lock.hide()
        self.search.clear()
        self.search.setEnabled(False)

    def to_search(self) -> None:
        """The hand goes to the search; what stands in it is overwritten by the next key."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
