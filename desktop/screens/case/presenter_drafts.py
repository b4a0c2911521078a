"""What was typed on a sheet of a case and not saved: under which name it is kept, what of it comes back when the sheet is opened again."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.i18n import _
from desktop.screens.case import shown

_STOOD = "_stood"
_OF_A_LINE = ("evidence_change",)
_CHANGES = ("correct", "evidence_change")
"""Sheets that show what is stored: what they show may be changed by somebody else before a draft comes back."""


def name(move: str, begin: Mapping[str, Any], picked: Sequence[str]) -> str:
    """The page of the draft: a sheet of one party, of one paper or of one line has its own."""
    known = {**begin, "line": picked[0]} if picked and move in _OF_A_LINE else begin
    return f"case.{move}" + "".join(f".{key}={value}" for key, value in sorted(known.items()))


def kept(sheet: shown.Sheet, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be kept of what was typed; of a sheet that shows stored values also how they stood."""
    if sheet.move not in _CHANGES or not typed:
        return dict(typed)
    return {**typed, _STOOD: {key: str(sheet.values.get(key) or "") for key in typed}}


def restored(sheet: shown.Sheet, found: Mapping[str, Any], picked: Sequence[str]) -> shown.Sheet:
    """The sheet with what was typed the last time, but nothing that was typed of other lines than those chosen now."""
    stood = found.get(_STOOD) or {}
    typed = {key: value for key, value in found.items() if key != _STOOD}
    pick = sheet.pick
    if pick is not None:
        there = {row.id for row in pick.rows}
        before = tuple(key for key in typed.pop(pick.key, None) or () if key in there)
        if picked and set(picked) != set(before):
            return sheet
        pick = pick._replace(chosen=before or pick.chosen)
    labels = {field.key: _(field.label) for field in sheet.fields}
    meanwhile = tuple(
        _("Changed meanwhile by somebody else: {field}, from “{before}” to “{now}”.").format(
            field=labels.get(key, key), before=before, now=sheet.values.get(key) or ""
        )
        for key, before in stood.items()
        if before != str(sheet.values.get(key) or "")
    )
    return sheet._replace(typed=typed, pick=pick, meanwhile=meanwhile)
