"""The list of cases that a platform exports, laid beside ours: only here, only there, what differs; a number that is missing here is taken.

A list is a workbook or a text as platforms and Excel write them: UTF-8, UTF-16 or GB 18030, commas or tabs, a number kept from Excel by a
tab before it or by `="..."`.
"""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from db.models.case import Case
from db.queries import platform as queries
from db.queries.platform import OnPlatform
from desktop.documents import words
from desktop.documents.court import referral_report
from desktop.documents.setting import Setting
from desktop.domain import excel_rows, platforms, texts
from desktop.domain.excel_rows import Column, Headed
from desktop.domain.fields import Field
from desktop.domain.platforms import Platform, Reconciliation, as_text
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import actions, cases, excel_import, people, platform_values
from desktop.services.desk import Desk

Cells = list[list[Any]]
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Ours(NamedTuple):
    """A case here: its id, its own number, who and what it is about."""

    id: int
    number: str
    about: str


class Laid(NamedTuple):
    """What came of it. `ours` are our cases by the key of their number on the platform (several where they share it); `perhaps` those
    without a number that a row which is only there seems to be about, by the row's number."""

    platform: Platform
    found: Reconciliation
    ours: dict[str, list[Ours]]
    perhaps: dict[str, list[Ours]]

    def here(self, number: str) -> list[Ours]:
        """Our cases that bear a number on the platform."""
        return self.ours.get(platforms.number_key(number), [])


def lay(desk: Desk, file: Path | bytes, key: str = "", name: str = "") -> Laid:
    """Lays a list that the platform exported (.xlsx or .csv) beside our cases of the same numbers."""
    asked = platform_values.platform(key)
    there = _rows(asked, file, name)
    with desk.reading() as session:
        known = queries.numbered(session, desk.organisation_id)
        own = people.own_organisation(desk)
        report = words.of(Setting(organisation=own), referral_report.KIND, referral_report.DECLARED)
        here = [(one.platform_number, _of(one, report)) for one in known]
        found = platforms.reconcile(asked, here, there)
        ours: dict[str, list[Ours]] = {}
        for one, (number, row) in zip(known, here, strict=True):
            ours.setdefault(platforms.number_key(number), []).append(Ours(one.id, one.number, platforms.about(row)))
        alone = {number for number, _about in found.only_there}
        rows = [(number, row) for number, row in there if number in alone]
        sides = [row.get(side, "") for _number, row in rows for side in ("applicants", "respondents")]
        said = {name for text in sides for name in (*platforms.names(text), "".join(text.split()))}
        courts = [row["court_number"] for _number, row in rows if row.get("court_number")]
        open_ones = [(one, _of(one, report)) for one in queries.without_number(session, desk.organisation_id, sorted(said), courts)]
    perhaps = {
        number: [Ours(one.id, one.number, platforms.about(told)) for one, told in open_ones if platforms.same_case(row, told)]
        for number, row in rows
    }
    return Laid(asked, found, ours, {number: fit for number, fit in perhaps.items() if fit})


def take_number(desk: Desk, case_id: int, number: str) -> Case:
    """Gives a case the number that it bears on the platform; Refusal where it has one, or where another case bears it."""
    case = cases.get(desk, case_id)
    if case.platform_number.strip():
        sentence = _("This case has the number {number} on the platform already.")
        raise Refusal(sentence.format(number=case.platform_number), "platform_number")
    with desk.reading() as session:
        taken = [one for one in queries.numbered(session, desk.organisation_id) if platforms.same_number(one.platform_number, number)]
    if taken:
        sentence = _("The case {other} bears the number {number} already.")
        raise Refusal(sentence.format(other=taken[0].number, number=number), "platform_number")
    changed = {"changes": {"platform_number": number}, "read": {"platform_number": case.platform_number}}
    return actions.act(desk, case_id, "correct", {"reason": _("Taken over from the list of the platform."), **changed}, case.version)


def _of(one: OnPlatform, report: Any) -> dict[str, str]:
    return {
        "cause": one.cause,
        "moj_type": one.moj_type,
        "applicants": "、".join(one.applicants),
        "respondents": "、".join(one.respondents),
        "received_on": as_text(one.received_on),
        "accepted_on": as_text(one.accepted_on),
        "claim": platform_values.plain_sum(one.claim_fen),
        "mediators": "、".join(one.mediators),
        "outcome": report.word("outcome", one.outcome) if one.outcome is not None else "",
        "concluded_on": as_text(one.concluded_on),
        "agreed": platform_values.plain_sum(one.agreed_fen),
        "court_number": one.court_number,
    }


# --- the file ---------------------------------------------------------------------------------------------------------------------


def _rows(asked: Platform, file: Path | bytes, name: str) -> list[tuple[str, dict[str, str]]]:
    """(number, {value: text}) of every row under the heading that has a number."""
    columns = [Column(Field("number", "text", asked.number[0]), asked.number)]
    columns += [Column(Field(value, "text", found[0]), found) for found, value in asked.columns]
    cells, head = _headed(file, name, columns)
    if head is None:
        raise _no_heading(asked, cells)
    there = []
    for row in cells[head.first :]:
        told = {column.field.key: _text(cell) for column, cell in zip(head.places, row, strict=False) if column is not None}
        number = told.pop("number", "")
        if number:
            there.append((texts.check(number, "file"), told))
    if not there:
        raise Refusal(_("There is nothing under the heading line."), "file")
    return there


def _headed(file: Path | bytes, name: str, columns: Sequence[Column]) -> tuple[Cells, Headed | None]:
    """The cells, and where the heading of the number stands; of a text both ways to part a line are tried."""
    called = file.name if isinstance(file, Path) else name
    if not called.lower().endswith((".csv", ".txt")):
        cells = excel_import.workbook(file)
        return cells, _with_number(cells, columns)
    text = _decoded(file, called)
    read = [_parted(text, mark) for mark in (",", "\t", ";")]
    for parted in read:
        head = _with_number(parted, columns) if parted is not None else None
        if parted is not None and head is not None:
            return parted, head
    if read[0] is None:
        raise Refusal(_("{file} cannot be read: a quotation mark is not closed.").format(file=called), "file", "file")
    return read[0], None


def _with_number(cells: Cells, columns: Sequence[Column]) -> Headed | None:
    head = excel_rows.headed(cells, columns)
    return head if head is not None and columns[0] in head.places else None


def _no_heading(asked: Platform, cells: Cells) -> Refusal:
    if not any(any(_text(cell) for cell in row) for row in cells):
        return Refusal(_("There is no row in the list."), "file", "file")
    sentence = _("No heading line was found. The list of {platform} needs a column {numbers} and at least one of: {others}.")
    others = "、".join(heads[0] for heads, _value in asked.columns)
    return Refusal(sentence.format(platform=asked.name, numbers=" / ".join(asked.number), others=others), "file", "file")


def _decoded(file: Path | bytes, name: str) -> str:
    """The text of the file, in any encoding that Chinese programs write."""
    data = file if isinstance(file, bytes) else excel_import.read_bytes(file)
    if len(data) > excel_import.MOST_FILE:
        raise Refusal(_("The list is larger than {most} MB.").format(most=excel_import.MOST_FILE // 1_000_000), "file", "file")
    marked = [encoding for mark, encoding in _BOMS if data.startswith(mark)]
    for encoding in marked or ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refusal(_("{file} cannot be read: it is no text in UTF-8, UTF-16 or GB 18030.").format(file=name), "file", "file")


def _parted(text: str, mark: str) -> Cells | None:
    """The rows with their cells parted at this mark; None where quotation marks do not fit to it."""
    rows: Cells = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True):
            rows.append(list(row))
            if len(rows) > excel_rows.MOST_ROWS + excel_rows.HEAD_WITHIN:
                sentence = _("The list has more than {rows} rows: export it month by month.")
                raise Refusal(sentence.format(rows=excel_rows.MOST_ROWS), "file", "file")
    except csv.Error:
        return None
    return rows


def _text(cell: Any) -> str:
    """A cell as it would have been typed; what keeps a number from Excel is no part of it."""
    text = excel_rows.plain(cell)
    kept = _KEPT_AS_TEXT.fullmatch(text)
    return (kept[1] if kept else text).strip().removeprefix("'").strip()
