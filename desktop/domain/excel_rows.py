"""Rows of cells from Excel, pasted or out of a file: which column is which field, and every cell checked by the declared field.

What is wrong is named by the number of the row as the sheet shows it and by the heading of the column; a row is taken whole or not.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple

from desktop.domain import fields, texts
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

MOST_ROWS = 5_000
MOST_COLUMNS = 200
HEAD_WITHIN = 10  # a heading line stands under the title lines that offices put above a list
_NUMBERS = ("id_number", "bank_account", "phone", "uscc")
_SHORTENED = re.compile(r"[0-9](\.[0-9]+)?[eE]\+?[0-9]+")


@dataclass(frozen=True)
class Column:
    """A declared field and the headings under which offices write it, the plainest first; the field's own label counts too."""

    field: Field
    heads: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """What the column is called in a sentence."""
        return self.heads[0] if self.heads else _(self.field.label)


@dataclass
class Row:
    """One row: its number in the sheet (1 = the first line), the clean values, and what is wrong with it."""

    n: int
    values: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def sentences(self) -> str:
        """All that is wrong, for an error column."""
        return "；".join(dict.fromkeys(fault.sentence for fault in self.faults))


class Headed(NamedTuple):
    """`places[i]` is the column of the sheet's i-th cell (None: not ours); `first` the index of the first row under the heading."""

    places: list[Column | None]
    first: int


def cells(text: str) -> list[list[str]]:
    """Rows of cells out of tab-separated text, with empty rows kept so that the numbers are those of the sheet.

    A cell in quotes may hold line ends, as Excel writes them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' in text and "\t" in text:
        try:
            return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter="\t")]
        except csv.Error:
            pass  # a cell longer than the reader takes: it is read line by line, and refused where it does not fit
    return [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]


def heading(text: object) -> str:
    """A heading without what offices add to it: spaces, stars, the unit in brackets."""
    plain = texts.half_width(str(text)).split("(", 1)[0]
    return "".join(plain.split()).strip("*:").lower()


def headed(rows: Sequence[Sequence[Any]], columns: Sequence[Column], least: int = 2) -> Headed | None:
    """The first row among the first ten in which at least `least` cells are headings of ours; None where there is none.

    Refusal when two columns bear one heading: which of them is meant cannot be guessed.
    """
    known = {heading(name): column for column in columns for name in (*column.heads, _(column.field.label), column.field.key)}
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        places = [known.get(heading(cell)) if heading(cell) else None for cell in row[:MOST_COLUMNS]]
        found = [one for one in places if one is not None]
        if len(found) < least:
            continue
        twice = next((one for n, one in enumerate(found) if one in found[:n]), None)
        if twice is not None:
            raise Refusal(_("Row {row}: two columns are headed “{name}”: leave one of them.").format(row=at + 1, name=twice.called), "list")
        return Headed(places, at + 1)
    return None


def read(rows: Sequence[Sequence[Any]], places: Sequence[Column | None], first: int, today: date | None = None) -> list[Row]:
    """Every row under the heading that is not empty, checked cell by cell; a fault's path is `rows.N.key`, N the row's number."""
    if len(rows) - first > MOST_ROWS:
        raise Refusal(_("{n} rows are too many; {most} are the most: take the list in parts.").format(n=len(rows), most=MOST_ROWS), "list")
    return [
        _row(n, row, places, today)
        for n, row in enumerate(rows[first:], first + 1)
        if any(plain(cell) for cell in row)
    ]  # fmt: skip


def _row(n: int, row: Sequence[Any], places: Sequence[Column | None], today: date | None) -> Row:
    made = Row(n)
    columns = [column for column in places if column is not None]
    values: dict[str, Any] = {}
    for column, cell in zip(places, row, strict=False):
        if column is None:
            continue
        text = plain(cell)
        if column.field.kind in _NUMBERS and _SHORTENED.fullmatch(text):
            sentence = _("Excel has shortened the number to {text}: format the column as text and type it again.").format(text=text)
            made.faults.append(fault_of(n, column, sentence))
            continue
        values[column.field.key] = text
    beyond = [text for cell in row[len(places) :] if (text := plain(cell))]
    if beyond:
        sentence = _("Row {row}: there is more in it than the heading has columns (“{text}”).")
        made.faults.append(Fault(f"rows.{n}", sentence.format(row=n, text=texts.quoted(beyond[0]))))
    wrong = {fault.field for fault in made.faults}
    for column in columns:
        key = column.field.key
        if f"rows.{n}.{key}" in wrong:
            continue
        try:
            clean = fields.check((column.field,), {key: values[key]} if key in values else {}, today)
        except Refusal as no:
            label = _(column.field.label)
            for fault in no.faults:  # the sheet's own heading stands in front, not the form's
                made.faults.append(
                    fault_of(n, column, fault.sentence.removeprefix(_("{place}: {sentence}").format(place=label, sentence="")))
                )
            continue
        made.values.update({key: value for key, value in clean.items() if value not in ("", None, [])})
    return made


def fault_of(n: int, column: Column | None, sentence: str) -> Fault:
    """A fault at a cell, in words that name its row and column; at the whole row where no column is named."""
    if column is None:
        return Fault(f"rows.{n}", _("Row {row}: {sentence}").format(row=n, sentence=sentence))
    said = _("Row {row}, {column}: {sentence}").format(row=n, column=column.called, sentence=sentence)
    return Fault(f"rows.{n}.{column.field.key}", said)


def plain(cell: Any) -> str:
    """A cell as it would have been typed: whole numbers without a point, dates in ISO, yes and no in words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float):
        # a number beyond 15 figures is not what was typed any more: shown so that it is named
        return str(int(cell)) if cell == int(cell) and abs(cell) < 1e15 else repr(cell)
    return str(cell).strip()


def clean_of(rows: Sequence[Row]) -> list[Mapping[str, Any]]:
    """The values of all rows; Refusal with every fault where one row is wrong: nothing half comes in."""
    faults = [fault for row in rows for fault in row.faults]
    if faults:
        raise Refusal.of(faults[: fields.MOST_FAULTS])
    return [row.values for row in rows]
