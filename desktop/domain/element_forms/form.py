"""An element form as data: its parts and rows in the order of print, what stands in each cell and where that comes from.

A line of a cell is a sentence with `{blank}` and `{box=code}`; one that begins with `*` is said once for every row of the table `each`.
Source: 《部分案件起诉状答辩状示范文本》法〔2025〕82号; rows and order as in the forms brief 1.2, 1.3. A form is one file of
`resources/forms/`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.refusal import Refusal
from desktop.i18n import _

PARTS = ("claims", "preservation", "facts")  # of the complaint, in the order of print; the parties stand before, the willingness behind
ANSWERED = ("claims", "facts")  # parts of the answer form; one without rows is not printed
STYLES = ("objection", "confirm")
KINDS = ("text", "long", "date", "money", "number", "rate", "clause", "pieces", "box")
ASK, MAY = "ask", "may"  # asked of the party; may be said, and nobody is asked where it is empty
SLOT = re.compile(r"\{([a-z][a-z0-9_]*)(?:=([^{}=]+))?\}")


@dataclass(frozen=True)
class Slot:
    """A blank or a group of boxes. `source` says where its value comes from (see `ground`); `question` is asked where there is none,
    and only where `when` (`there=yes`, a box of the same row) holds. A source that ends in `?` may stay empty without a question.
    """

    key: str
    kind: str
    source: str
    question: str = ""
    when: str = ""


@dataclass(frozen=True)
class Row:
    """One ruled row. `no` is its printed number within its part ('' for none); `answer` is '-' where there is nothing to answer to it."""

    part: str
    key: str
    no: str
    label: str
    lines: tuple[str, ...]
    slots: Mapping[str, Slot]
    each: str = ""
    answer: str = ""

    def codes(self, slot: str) -> tuple[str, ...]:
        """The boxes of a slot, in their order."""
        return tuple(found[2] for line in self.lines for found in SLOT.finditer(line) if found[1] == slot and found[2])

    @property
    def head(self) -> str:
        """Number and label, as printed and as questions name the row."""
        return f"{self.no}. {self.label}" if self.no else self.label


@dataclass(frozen=True)
class Mirror:
    """One row of the answer form: the row of the complaint that it stands against, its label and how it asks (a style of `assembly`);
    without a label a row of the frame (`answer_end`). A key that the complaint has not got is a row of the answer alone.
    """

    key: str
    label: str
    style: str


@dataclass(frozen=True)
class Form:
    """One element form of one edition. `titles` are the section bars by part; `free` the parts with an open box above their rows.

    `parties` are the blocks of the frame that it has; `swap` says that the sides' blocks follow the parties' kinds (an employer may sue).
    """

    key: str
    edition: str
    valid_from: date
    source: str
    status: str
    causes: tuple[str, ...]
    titles: Mapping[str, str]
    free: tuple[str, ...]
    parties: tuple[str, ...]
    swap: bool
    rows: tuple[Row, ...]
    answer: Mapping[str, tuple[Mirror, ...]]
    total: str = ""

    def part(self, name: str) -> tuple[Row, ...]:
        """The rows of a part."""
        return tuple(row for row in self.rows if row.part == name)

    def row(self, key: str) -> Row:
        """The row of this key; KeyError where there is none."""
        return next(row for row in self.rows if row.key == key)


@dataclass(frozen=True)
class Frame:
    """What all forms of an edition share: its name, notes, party blocks, willingness rows, how it is signed, and how long a cell may be."""

    edition: str
    name: str
    valid_from: date
    source: str
    claim_title: str
    answer_title: str
    notes: tuple[str, ...]
    notes_status: str
    blocks: Mapping[str, Row]
    willingness: tuple[Row, ...]
    answer_end: tuple[Row, ...]
    words: Mapping[str, str]
    cell_limit: int


def form_from(key: str, table: Mapping[str, Any]) -> Form:
    """The form out of its parsed file; Refusal naming the row that is wrong."""
    try:
        rows = tuple(row_from(key, one) for one in table["row"])
        form = Form(
            key=key,
            edition=str(table["edition"]),
            valid_from=table["valid_from"],
            source=str(table["source"]),
            status=str(table["status"]),
            causes=tuple(table["causes"]),
            titles=dict(table["titles"]),
            free=tuple(table.get("free", ())),
            parties=tuple(table["parties"]),
            swap=bool(table.get("swap")),
            rows=rows,
            answer={part: tuple(_mirror(one, str(table["answer"]["style"])) for one in table["answer"][part]) for part in ANSWERED},
            total=str(table.get("total", "")),
        )
    except (KeyError, TypeError) as error:
        raise _broken(key, str(error)) from error
    mirrors = [one for part in ANSWERED for one in form.answer[part]]
    twice = next((one for keys in ([row.key for row in rows], [one.key for one in mirrors]) for one in keys if keys.count(one) > 1), "")
    if twice or any(row.part not in PARTS for row in rows) or any(one.style not in STYLES for one in mirrors):
        raise _broken(key, twice or "part")
    return form


def _mirror(told: Sequence[str], style: str) -> Mirror:
    key, label, how = (*map(str, told), "", "")[:3]
    return Mirror(key, label, how or style)


def frame_from(table: Mapping[str, Any]) -> Frame:
    """The frame of an edition out of its parsed file."""
    try:
        return Frame(
            edition=str(table["edition"]),
            name=str(table["name"]),
            valid_from=table["valid_from"],
            source=str(table["source"]),
            claim_title=str(table["claim_title"]),
            answer_title=str(table["answer_title"]),
            notes=tuple(table["notes"]["lines"]),
            notes_status=str(table["notes"]["status"]),
            blocks={one["key"]: row_from("frame", {"part": "parties", "no": "", **one}) for one in table["block"]},
            willingness=tuple(row_from("frame", {"part": "willingness", "no": "", **one}) for one in table["willingness"]),
            answer_end=tuple(row_from("frame", {"part": "answer_end", **one}) for one in table["answer_end"]),
            words=dict(table["words"]),
            cell_limit=int(table["cell_limit"]),
        )
    except (KeyError, TypeError) as error:
        raise _broken("frame", str(error)) from error


def row_from(form: str, table: Mapping[str, Any]) -> Row:
    """One row; every blank of its lines is declared and every declared one stands in a line."""
    key = str(table["key"])
    slots = {name: Slot(name, *map(str, told)) for name, told in table.get("slots", {}).items()}
    lines = tuple(str(line) for line in table["lines"])
    used = {found[1] for line in lines for found in SLOT.finditer(line)}
    boxes = {found[1] for line in lines for found in SLOT.finditer(line) if found[2]}
    wrong = used ^ set(slots) | {one.key for one in slots.values() if one.kind not in KINDS or (one.kind == "box") != (one.key in boxes)}
    if wrong or (any(line.startswith("*") for line in lines) and not table.get("each")):
        raise _broken(form, f"{key}: {', '.join(sorted(wrong)) or 'each'}")
    number = table.get("no", "")
    told = [str(table.get(name, "")) for name in ("each", "answer")]
    return Row(str(table["part"]), key, str(number), str(table["label"]), lines, slots, *told)


def for_cause(forms: Sequence[Form], cause: str, day: date) -> Form | None:
    """The form in force for a cause on a day: of several editions the newest; None where the court has no element form for it."""
    fit = [form for form in forms if cause in form.causes and form.valid_from <= day]
    return max(fit, key=lambda form: form.valid_from, default=None)


def _broken(form: str, where: str) -> Refusal:
    return Refusal(
        _("The element form {form} cannot be read at {where}: put the shipped file back.").format(form=form, where=where), form, "form"
    )
