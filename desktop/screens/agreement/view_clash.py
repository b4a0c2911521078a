"""Text and record say two things: both values at the top of the page, each taken with one key."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.screens.agreement.shown import Clash
from desktop.widgets.messages import Banner
from desktop.widgets.page import Action


class ClashBanner(Banner):
    """Hidden where nothing stands against anything; `take_record` and `take_text` are what its buttons do."""

    def __init__(self, take_record: Callable[[], object], take_text: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_record, self._take_text = take_record, take_text
        self._clash: Clash | None = None

    def show_clash(self, clash: Clash | None) -> bool:
        """Shows both values; whether anything is another than before."""
        before, self._clash = self._clash, clash
        self.say(clash.sentence if clash is not None else "", "red")
        keys = self.keys()
        if keys:
            self.offer(keys[0].label, keys[0].slot, keys[0].key)
        if len(keys) > 1:
            self.offer_other(f"{keys[1].label}（{keys[1].key}）", keys[1].slot)
        return before != clash

    def keys(self) -> list[Action]:
        """One key for each of the two; only the record's where no field could take the text's."""
        if self._clash is None:
            return []
        found = [Action("Alt+G", _("As the record says"), self._take_record)]
        return [*found, Action("Alt+T", _("As the text says"), self._take_text)] if self._clash.text_can else found
