"""A series of separate cases out of one list and one template: a hundred owners who owe the same service company."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.queries import groups as queries
from db.queries.groups import InSeries
from desktop.domain import excel_rows, fields
from desktop.domain.excel_rows import Row
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import intake
from desktop.services.desk import Desk

MOST = 1_000
_PLACE = re.compile(r"\{([^{}\n]{1,40})\}")
SHEET = (
    Field("series", "text", N_("Name of the series"), required=True, most=80, example="2026年某小区物业费"),
    Field(
        "list", "long_text", N_("List pasted from Excel"), required=True, most=500_000, example="业主\t身份证号\t金额\n张某\t\t1200",
        help=N_("With a heading line; a column is put into the template where its heading stands in braces: {业主}."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """What came of a list: the rows with what is wrong with each, and the entry numbers of the cases by row number."""

    rows: tuple[Row, ...]
    numbers: Mapping[int, str]

    @property
    def bad(self) -> list[Row]:
        """The rows of which no case was made."""
        return [row for row in self.rows if row.faults]


def open_series(desk: Desk, template: Mapping[str, Any], values: Mapping[str, Any], *, dry: bool = False, whole: bool = True) -> Opened:
    """Opens a case for every row: the template (the sheet of a case) with `{heading}` replaced by the row's cell in every text.

    With `whole` one bad row keeps all of them out and the cases are one save; else every good row is a save of its own. `dry` saves
    nothing. Refusal where the list or the template cannot be read; a name of a series that exists is gone on with.
    """
    clean = fields.check(SHEET, values, desk.today())
    rows, heads = _rows(clean["list"])
    unknown = sorted({name for name in _names(template) if name not in heads})
    if unknown:
        sentence = _("The template asks for {names}, and the list has no such column; it has: {known}.")
        raise Refusal(sentence.format(names="、".join(unknown), known="、".join(heads)), "template")
    checked: dict[int, dict[str, Any]] = {}
    for row in rows:
        try:
            checked[row.n] = intake.checked(desk, _filled(template, row.values))
        except Refusal as no:
            row.faults += [
                Fault(f"rows.{row.n}.{fault.field}", _("Row {row}: {sentence}").format(row=row.n, sentence=fault.sentence))
                for fault in no.faults
            ]
    numbers: dict[int, str] = {}
    if dry or (whole and len(checked) < len(rows)):
        return Opened(tuple(rows), numbers)
    if whole:
        with desk.work("open_series") as w:
            numbers = {n: intake.opened(desk, w, one, clean["series"]).entry_number for n, one in checked.items()}
            w.commit()
    else:
        for n, one in checked.items():
            with desk.work("open_case") as w:
                case = intake.opened(desk, w, one, clean["series"])
                w.case_id = case.id
                w.commit()
                numbers[n] = case.entry_number
    return Opened(tuple(rows), numbers)


def of_series(desk: Desk, key: str) -> list[InSeries]:
    """The cases of a series, in the order in which they were made."""
    with desk.reading() as session:
        return queries.of_series(session, key)


def _rows(text: str) -> tuple[list[Row], list[str]]:
    cells = excel_rows.cells(text)
    at = next((n for n, row in enumerate(cells) if any(row)), None)
    if at is None or at + 1 >= len(cells):
        raise Refusal(_("The list is empty."), "list")
    heads = [cell.strip() for cell in cells[at]]
    twice = next((head for n, head in enumerate(heads) if head and head in heads[:n]), "")
    if twice:
        raise Refusal(_("Row {row}: two columns are headed “{name}”: leave one of them.").format(row=at + 1, name=twice), "list")
    rows = [
        Row(n, {head: cell for head, cell in zip(heads, [*row, *[""] * len(heads)], strict=False) if head})
        for n, row in enumerate(cells[at + 1 :], at + 2)
        if any(row)
    ]
    if not rows:
        raise Refusal(_("The list is empty."), "list")
    if len(rows) > MOST:
        raise Refusal(_("{n} rows are too many; {most} are the most: take the list in parts.").format(n=len(rows), most=MOST), "list")
    return rows, [head for head in heads if head]


def _names(template: Any) -> Sequence[str]:
    """Every heading that the template asks for."""
    if isinstance(template, str):
        return _PLACE.findall(template)
    inside = template.values() if isinstance(template, Mapping) else template if isinstance(template, list | tuple) else ()
    return [name for one in inside for name in _names(one)]


def _filled(template: Any, cells: Mapping[str, str]) -> Any:
    if isinstance(template, str):
        return _PLACE.sub(lambda found: cells[found[1]], template)
    if isinstance(template, Mapping):
        return {key: _filled(value, cells) for key, value in template.items()}
    if isinstance(template, list | tuple):
        return [_filled(value, cells) for value in template]
    return template
