"""Set corrected columns against what was read, and keep of each change a line that people read."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from db.base import Noun
from db.trouble import Stale
from db.work import Work
from desktop.domain import dates, fields, money, telling, words
from desktop.domain.fields import Field
from desktop.i18n import _

_TYPED = {"claim_fen": "claim", "amount_fen": "amount"}  # column: the field by which it is typed


class Corrections:
    """The corrections of one work: lines [what, before, after], and the conflicts with what others changed meanwhile."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.trace: list[list[str]] = []
        self.stale: dict[str, Any] = {}

    def set(
        self,
        noun: Noun,
        version: int | None,
        columns: Mapping[str, Any],
        read: Mapping[str, Any],
        rows: Sequence[Field],
        place: str,
        who: str = "",
    ) -> None:
        """Sets columns of a noun (`rows` are the fields by which they were typed) and writes a line for each that became another.

        A line begins with `who` as it now stands; conflicts are gathered at `place` and the field.
        """
        sheet = {field.key: field for field in rows}
        before = {key: getattr(noun, key) for key in columns}
        try:
            self.work.change(noun, version, columns, read or None)
        except Stale as error:
            for key, conflict in error.conflicts.items():
                typed = _TYPED.get(key, key)
                self.stale[f"{place}.{typed}"] = tuple(shown(key, value, sheet.get(typed)) for value in conflict)
            return
        who = columns.get("name") or who if who else ""
        for key, old in before.items():
            now = getattr(noun, key)
            field = sheet.get(_TYPED.get(key, key))
            if now != old and key == "facts" and field is not None:
                self.trace += _facts_changed(field.rows, old, now)
            elif now != old:
                label = _(field.label) if field is not None else key
                self.trace.append([f"{who} {label}".strip(), shown(key, old, field), shown(key, now, field)])


def shown(key: str, value: Any, field: Field | None = None) -> str:
    """A value in a line of the history, as people read it; the choices of its field by their names."""
    if value is None or value == "" or value == []:
        return ""
    if key in _TYPED:
        return money.figures(value)
    if field is not None and field.kind == "choice" and not isinstance(value, StrEnum):
        return dict(field.options()).get(str(value), str(value))
    if isinstance(value, StrEnum):
        return words.shown(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return dates.in_words(value)
    if isinstance(value, list):
        return "；".join(str(one) for one in value)
    if isinstance(value, dict):
        return "；".join(f"{name} {one}" for name, one in value.items())
    return str(value)


def _facts_changed(rows: Sequence[Field], old: Mapping[str, Any], now: Mapping[str, Any]) -> list[list[str]]:
    """A line for each fact that became another, before and after in words."""
    before, after = fields.restored(rows, old), fields.restored(rows, now)
    changed = [field for field in rows if before.get(field.key) != after.get(field.key)]
    return [[_(field.label), telling.value(field, before.get(field.key)), telling.value(field, after.get(field.key))] for field in changed]
