"""The keys of what is shown: those of the frame and those of the page, whose own meaning of a key wins."""

from collections.abc import Callable
from typing import NamedTuple

from desktop.i18n import _
from desktop.pages import PAGES
from desktop.widgets.page import Action, Page

Slot = Callable[[], object]


class Frame(NamedTuple):
    """What the frame itself can do now; None: not here."""

    help: Slot
    turn_guest: Slot
    new: Slot | None
    back: Slot | None


def actions(page: Page | None, guest: bool, frame: Frame) -> list[Action]:
    """Every key with its word, in the order of the bar."""
    found = [] if guest else [Action("F1", _("Help"), frame.help)]
    if guest:
        found.append(Action("F10", _("Whole view"), frame.turn_guest))
    elif page is not None and page.for_guests:
        found.append(Action("F10", _("Guest view"), frame.turn_guest))
    if frame.new is not None and not guest:
        found.append(Action("F3", _("New"), frame.new))
    if page is not None:
        own = page.keys()
        extra = [one for one in [page.primary(), *page.secondary()] if one is not None and one.key]
        own += [one for one in extra if one.key not in _keys(own)]
        found = [one for one in found if one.key not in _keys(own)] + own
        if page.has_panes and not guest and "F6" not in _keys(found):
            found.append(Action("F6", _("Other pane"), page.switch_pane))
    if frame.back is not None and not guest and "Esc" not in _keys(found):
        found.append(Action("Esc", _("Back"), frame.back))
    return found


def help_rows(found: list[Action], in_rail: list[str]) -> list[tuple[str, str, str]]:
    """(key, word, why not now) of all keys, for the help."""
    rows = [(one.key, one.label, "" if one.enabled else one.tooltip) for one in found]
    rows += [("Ctrl+K", _("Find"), ""), ("Alt+Left", _("Back"), ""), ("Alt+Right", _("Forward"), "")]
    return rows + [(PAGES[name].key, _(PAGES[name].label), "") for name in in_rail if name != "new"]


def _keys(row: list[Action]) -> list[str]:
    return [one.key for one in row]
