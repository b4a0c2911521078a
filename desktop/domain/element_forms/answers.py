"""What may be said for a form beside the case: every blank and box of its rows by place, as declared fields, checked and kept as JSON.

A place is `row.blank` (`medical.hospital`), or `claims.free` and `facts.free` for the open boxes above the rows. An answer given empty
takes an earlier one back.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain import fields
from desktop.domain.element_forms.form import SLOT, Form, Frame, Row
from desktop.domain.element_forms.ground import NO, YES
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

_KINDS = {
    "text": "text",
    "long": "long_text",
    "date": "date",
    "money": "money",
    "number": "integer",
    "rate": "text",
    "clause": "text",
    "pieces": "text",
}
_BEFORE = re.compile(r"[^\s　：；，、。（）()}]*$")
_YES_NO = ((YES, "是"), (NO, "否"))


def rows_of(form: Form, frame: Frame, answer: bool, mirrored: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows that can be answered: of a complaint its own, of an answer those that mirror it; and the willingness of both."""
    own = tuple(mirrored) if answer else form.rows
    return (*own, *frame.willingness)


def declared(rows: Sequence[Row], free: Sequence[str] = ()) -> tuple[Field, ...]:
    """Every blank of the rows as a field under its place; boxes are choices of their codes, named by the words before them."""
    found = [Field(f"{part}.free", "long_text", N_("In full")) for part in free]
    for row in rows:
        for slot in row.slots.values():
            label = f"{row.head}：{slot.question}" if slot.question and slot.question != row.label else row.head
            place = f"{row.key}.{slot.key}"
            if slot.kind == "box":
                found.append(
                    Field(
                        place, "choice", label, choices=boxes(row, slot.key), also=tuple(one for one in _printed(row, slot.key) if one[0])
                    )
                )
            else:
                found.append(Field(place, _KINDS[slot.kind], label))
    return tuple(found)


def boxes(row: Row, slot: str) -> tuple[tuple[str, str], ...]:
    """(code, printed words) of the boxes of a slot."""
    codes = row.codes(slot)
    if set(codes) <= {YES, NO} and len(codes) == 2:
        return _YES_NO
    return tuple({code: word or code for word, code in _printed(row, slot)}.items())


def _printed(row: Row, slot: str) -> tuple[tuple[str, str], ...]:
    """(words before it, code) of each box of a slot: also 有 and 无, 确认 and 异议 can be answered as they are printed."""
    out = []
    for line in row.lines:
        for found in SLOT.finditer(line):
            if found[1] == slot and found[2]:
                before = _BEFORE.search(line[: found.start()])
                out.append((before[0] if before else "", found[2]))
    return tuple(out)


def checked(sheet: Sequence[Field], given: Mapping[str, Any], today: Any, where: str = "answers") -> dict[str, Any]:
    """Clean answers by place; several boxes of one group may be ticked (`修理、退货`). Refusal with every fault at its place."""
    many = {field.key: field for field in sheet if field.kind == "choice"}
    clean: dict[str, Any] = {}
    faults: list[Fault] = []
    single: dict[str, Any] = {}
    for place, value in given.items():
        parts = _parts(value) if place in many else []
        if len(parts) > 1:
            try:
                codes = [fields.check((many[place],), {place: part}, today, where)[place] for part in parts]
                clean[place] = "、".join(dict.fromkeys(codes))
            except Refusal as no:
                faults += no.faults
        else:
            single[place] = parts[0] if parts else value
    try:
        clean |= fields.check(tuple(sheet), single, today, where)
    except Refusal as no:
        faults += no.faults
    if faults:
        raise Refusal.of(faults)
    return clean


def _parts(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    return [part.strip() for part in re.split(r"[、,，;；]", value) if part.strip()] if isinstance(value, str) else [value]


def stored(sheet: Sequence[Field], clean: Mapping[str, Any]) -> dict[str, Any]:
    """Clean answers as JSON keeps them."""
    return fields.stored(sheet, clean)


def restored(sheet: Sequence[Field], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Kept answers as clean values; what the form does not ask any more is left out."""
    return {place: value for place, value in fields.restored(sheet, kept).items() if value not in (None, "")}


def unknown(form: str) -> str:
    """The sentence for a case whose cause has no element form."""
    return _("There is no element form for this cause: {form}.").format(form=form)
