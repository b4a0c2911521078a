"""An own wording against its record: both values are shown, and either takes the place of the other."""

from collections.abc import Mapping
from typing import Any

from desktop.domain.wording import settled
from desktop.domain.wording.settled import Conflict
from desktop.i18n import _
from desktop.screens.agreement.shown import Clash


class Clashing:
    """Knows the first conflict of what is typed, with its row."""

    def __init__(self, desk: Any, view: Any) -> None:
        self._desk, self._view = desk, view
        self._one: Conflict | None = None
        self._row: Mapping[str, Any] = {}

    def show(self, one: Conflict | None, values: Mapping[str, Any]) -> None:
        """Shows both values, or that nothing stands against anything."""
        rows = values.get("obligations") or []
        at = _at(one) if one is not None else -1
        self._one, self._row = (one, rows[at]) if 0 <= at < len(rows) else (None, {})
        self._view.show_clash(Clash(_told(self._one), bool(settled.with_text(self._row, self._one))) if self._one is not None else None)

    def take_record(self) -> None:
        """The wording says what the record says."""
        if self._one is not None:
            self._put(self._one, {})

    def take_text(self) -> None:
        """The record says what the wording says; where the wording has the old value too (in capitals), that goes."""
        fields = settled.with_text(self._row, self._one) if self._one is not None else {}
        if self._one is not None and fields:
            self._put(self._one._replace(own=self._one.made, made=self._one.own), fields)

    def _put(self, one: Conflict, fields: Mapping[str, Any]) -> None:
        text = settled.with_record(str(self._row.get("own_text") or ""), one, self._desk.today())
        self._one = None  # a second press of the key means the next one
        self._view.put_row(_at(one), {**fields, "own_text": text})


def _at(one: Conflict) -> int:
    return int(one.place.split(".")[1])


def _told(one: Conflict) -> str:
    sentence = _("Obligation {n}: the own wording says {own}, the record {made}.")
    unit = _("{sum} yuan") if one.kind == "sum" else "{sum}"
    return sentence.format(n=_at(one) + 1, own=unit.format(sum=one.own), made=unit.format(sum=one.made))
