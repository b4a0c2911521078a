"""Organisations, mediators and running cases out of a plain .xlsx: a dry run first, and the sheet comes back with its errors.

A file is looked at before it is read: a workbook is a zip whose declared sizes are small enough, and nothing else is opened.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.queries import people
from db.work import Work
from desktop.documents import xlsx_marked
from desktop.domain import excel_rows, reasons, texts
from desktop.domain.excel_rows import Column, Row
from desktop.domain.inputs.excel import KINDS
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import people as who
from desktop.services import running_cases
from desktop.services.desk import Desk

MOST_FILE = 10_000_000
MOST_UNPACKED = 120_000_000  # declared by the zip; a bomb declares gigabytes, or lies and is cut off by the reader
MOST_PARTS = 2_000
MOST_RATIO = 200


@dataclass(frozen=True)
class Report:
    """`rows` with what is wrong with each; `made` counts what came in (`dry`: would come in); `sheet` is the file with an error column."""

    kind: str
    rows: tuple[Row, ...]
    made: int
    dry: bool
    sheet: bytes

    @property
    def bad(self) -> list[Row]:
        """The rows that do not come in."""
        return [row for row in self.rows if row.faults]


def come_in(desk: Desk, kind: str, file: Path | bytes, *, dry: bool = True, whole: bool = False) -> Report:
    """Takes in the rows of the first sheet. `dry` saves nothing and tells the same; with `whole` one bad row keeps all of them out.

    Each good row is a save of its own (with `whole` all are one). Refusal where the file is no such workbook or has no heading.
    """
    if kind not in KINDS:
        raise Refusal(_("There is no import of “{kind}”; there are: {kinds}.").format(kind=kind[:40], kinds=", ".join(KINDS)), "kind")
    columns = KINDS[kind]
    cells = workbook(file)
    head = excel_rows.headed(cells, columns)
    needed = [column.called for column in columns if column.field.required]
    if head is None:
        raise Refusal(_("No heading line was found; needed are the columns: {names}.").format(names="、".join(needed)), "file")
    lacking = [column.called for column in columns if column.field.required and column not in head.places]
    if lacking:
        raise Refusal(_("These columns are missing: {names}.").format(names="、".join(lacking)), "file")
    rows = excel_rows.read(cells, head.places, head.first, desk.today())
    if not rows:
        raise Refusal(_("There is nothing under the heading line."), "file")
    made = _each(desk, kind, columns, rows, dry, whole)
    return Report(kind, tuple(rows), made, dry, xlsx_marked.render(cells, head.first, rows))


def _each(desk: Desk, kind: str, columns: Sequence[Column], rows: Sequence[Row], dry: bool, whole: bool) -> int:
    """Tries every good row in a work that is thrown away, then saves; gives how many came in."""
    if dry or whole:
        with desk.work("import") as w:  # left without a commit
            for row in _in_order(kind, rows):
                _tried(desk, w, kind, columns, row)
        good = [row for row in rows if not row.faults]
        if dry:
            return 0 if whole and len(good) < len(rows) else len(good)
        if len(good) < len(rows):
            return 0
        with desk.work("import") as w:
            for row in _in_order(kind, rows):
                _add(desk, w, kind, row.values)
            w.commit()
        return len(rows)
    made = 0
    for row in _in_order(kind, rows):
        with desk.work("import") as w:
            if _tried(desk, w, kind, columns, row):
                w.commit()
                made += 1
    return made


def _in_order(kind: str, rows: Sequence[Row]) -> list[Row]:
    """Running cases by their numbers, so that the series can follow; all others as they stand."""
    good = [row for row in rows if not row.faults]
    return sorted(good, key=lambda row: running_cases.order(row.values)) if kind == "case" else good


def _tried(desk: Desk, w: Work, kind: str, columns: Sequence[Column], row: Row) -> bool:
    """Adds one row to the work; what stands against it goes to the row's faults."""
    called = {column.field.key: column for column in columns}
    try:
        _add(desk, w, kind, row.values)
        w.flush()
    except Refusal as no:
        for fault in no.faults:
            key = fault.field.rsplit(".", 1)[-1]
            column = called.get(fault.field) or called.get(key)
            row.faults.append(excel_rows.fault_of(row.n, column, fault.sentence))
        return False
    return True


def _add(desk: Desk, w: Work, kind: str, values: Mapping[str, Any]) -> None:
    if kind == "organisation":
        who.add_organisation(w, values)
    elif kind == "mediator":
        _mediator(desk, w, values)
    else:
        running_cases.add(desk, w, values)


def _mediator(desk: Desk, w: Work, values: Mapping[str, Any]) -> None:
    own = desk.organisation_id
    if values.get("organisation"):
        found = people.organisation_named(w.session, values["organisation"])
        if found is None:
            raise Refusal(_("There is no organisation “{name}”.").format(name=texts.quoted(values["organisation"])), "organisation")
        own = found.id
    number = values.get("certificate_number")
    if number and people.mediators_named(w.session, number):
        raise Refusal(_("There is a mediator with this certificate number already."), "certificate_number")
    told = [desk.categories.key_of(word) or word for word in values.get("fields") or ()]
    clean = {**{key: value for key, value in values.items() if key != "organisation"}, "fields": told}
    who.mediator_of(w, clean, own, desk.categories)


# --- the workbook ---------------------------------------------------------------------------------------------------------------------


def workbook(file: Path | bytes) -> list[list[Any]]:
    """The cells of the first sheet; Refusal with a sentence for anything that is not a plain workbook of a reasonable size."""
    data = file if isinstance(file, bytes) else read_bytes(file)
    if not data:
        raise _no(_("it is empty"))
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise _no(_("it is an old .xls or has a password; save it as .xlsx without a password"))
    if not data.startswith(b"PK\x03\x04"):
        page = data[:512].lstrip().lower().startswith((b"<", b"\xef\xbb\xbf<"))
        raise _no(_("it is a web page that only bears the name; open it and save it as .xlsx") if page else _("it is no .xlsx file"))
    _small_enough(data)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        if not book.sheet_names:
            raise _no(_("it has no sheet"))
        sheet = book.get_sheet_by_index(0)
        if sheet.total_height > excel_rows.MOST_ROWS + excel_rows.HEAD_WITHIN or sheet.total_width > excel_rows.MOST_COLUMNS:
            most = {"rows": excel_rows.MOST_ROWS, "columns": excel_rows.MOST_COLUMNS}
            raise _no(_("it has more than {rows} rows or {columns} columns").format(**most))
        return [list(row) for row in sheet.to_python(skip_empty_area=False)]
    except python_calamine.CalamineError as error:
        raise _no(_("it is damaged or no workbook")) from error


def read_bytes(path: Path) -> bytes:
    """What is in a file, a byte more than the most there may be; Refusal where it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_FILE + 1)
    except OSError as error:
        raise Refusal(_("{file} cannot be read: {why}.").format(file=path, why=reasons.of_system(error)), "file", "file") from error
    return data


def _small_enough(data: bytes) -> None:
    """Looks at the sizes that the zip declares, and unpacks nothing."""
    if len(data) > MOST_FILE:
        raise _no(_("it is larger than {most} MB").format(most=MOST_FILE // 1_000_000))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _no(_("it is damaged or no workbook")) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * len(data) + 1_000_000:
        raise _no(_("it unpacks to far more than a list can hold"))
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise _no(_("it is a zip file but no workbook"))
    # Packed sizes that overlap or lie would pass the sum: what is really in a part is read with its limit.
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in parts:
            try:
                with archive.open(part) as stream:
                    left = part.file_size
                    while block := stream.read(1_000_000):
                        left -= len(block)
                        if left < 0:
                            raise _no(_("it unpacks to far more than a list can hold"))
            except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, zlib.error) as error:
                raise _no(_("it is damaged or no workbook")) from error


def _no(why: str) -> Refusal:
    return Refusal(_("The file was not taken: {why}.").format(why=why), "file", "file")
