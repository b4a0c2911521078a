"""The clauses that the library offers for what is written: Enter takes the one that is marked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Offered
from desktop.widgets import theme
from desktop.widgets.cards import Card
from desktop.widgets.leads import Leads, scrolled
from desktop.widgets.text import Label

TALL = 44  # in units of the theme: beyond, the list scrolls


class Offers(Card):
    """`taken` gives the clause."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Clauses of the library"), parent)
        self.head.addWidget(Label(_("F7 goes here, Enter takes a clause"), "soft"))
        self.offers: tuple[Offered, ...] = ()
        self.leads = Leads(_("Clauses of the library"))
        self.leads.chosen.connect(self._take)
        self._area = scrolled(self.leads)
        self.body.addWidget(self._area)
        self.leads.currentItemChanged.connect(self._reveal)
        self.hide()

    def show_offers(self, offers: Sequence[Offered]) -> None:
        """Shows these; the mark stays at its place, so that Enter takes one after the other."""
        row, focused = self.leads.currentRow(), self.leads.hasFocus()
        self.offers = tuple(offers)
        self.leads.show_lines([(f"{one.name}：{one.text}", one.key, "") for one in offers])
        if focused and offers:
            self.leads.setCurrentRow(min(max(row, 0), len(offers) - 1))
        self.setVisible(bool(offers))
        self._area.setFixedHeight(min(self.leads.sizeHint().height() + 2, theme.current().px(TALL)))

    def enter(self) -> bool:
        """Sets the focus to the list; False where nothing is offered."""
        if self.offers:
            self.leads.setFocus()
        return bool(self.offers)

    def _take(self, key: object) -> None:
        offer = next((one for one in self.offers if one.key == key), None)
        if offer is not None:
            self.taken.emit(offer)

    def _reveal(self) -> None:
        item = self.leads.currentItem()
        if item is not None:
            place = self.leads.visualItemRect(item)
            self._area.ensureVisible(0, place.center().y(), 0, place.height())
