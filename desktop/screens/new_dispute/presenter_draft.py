"""The draft of a new dispute: kept by itself while one types, brought back next time, put away and fetched back by one key."""

from collections.abc import Mapping
from typing import Any

from desktop.i18n import _
from desktop.screens.new_dispute import sheet
from desktop.services import drafts

PAGE = "new_dispute"
FROM_BEFORE = ("source", "mediation_type")


class DraftOfSheet:
    """What was typed and not registered yet; `cleared` is what was put away last."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._kept: dict[str, Any] | None = None
        self.cleared: dict[str, Any] | None = None

    def read(self) -> dict[str, Any] | None:
        """What was typed last time; for the thread of the jobs."""
        return drafts.kept(self._desk, PAGE)

    def found(self, draft: dict[str, Any] | None) -> bool:
        """Takes what was read; whether it says anything."""
        self._kept = draft
        return draft is not None and not bare(draft)

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps these values where they are others than before; an empty sheet is no draft."""
        if values == self._kept:
            return
        empty = bare(values)
        if empty and self._kept is None:
            return
        self._kept = None if empty else values
        desk = self._desk
        work = (lambda: drafts.drop(desk, PAGE)) if empty else (lambda: drafts.keep(desk, PAGE, values))
        self._jobs.run(work, lambda _done: self._view.said.emit("" if empty else _("Draft kept.")), replaces="draft of a new dispute")

    def done(self) -> None:
        """It was registered: nothing is kept any more."""
        self._kept = None

    def put_away(self, values: dict[str, Any] | None) -> None:
        """Remembers what was put away."""
        self.cleared = values

    def fetch(self) -> dict[str, Any] | None:
        """What was put away last, once."""
        values, self.cleared = self.cleared, None
        return values


def bare(values: Mapping[str, Any]) -> bool:
    """Whether the sheet says no more than an empty one."""
    if any(sheet.said(party) for party in values.get("parties") or ()):
        return False
    settled = {key: value for key, value in (values.get("settled") or {}).items() if key not in ("form", "agreed_on")}
    rest = {key: value for key, value in values.items() if key not in ("parties", "received_on", "referral", "settled", *FROM_BEFORE)}
    return sheet.is_empty(rest) and sheet.is_empty(settled)
