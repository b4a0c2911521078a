"""Typing a case again on a platform: the copy sheet with its ticks, attachments under the platform's names, the list that comes back."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.queries import platform as queries
from db.queries.platform import OnPlatform
from db.vocabulary import PaperKind
from desktop.documents import words
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.court import referral_report
from desktop.documents.setting import Setting
from desktop.domain import excel_rows, fields, platforms
from desktop.domain.excel_rows import Column
from desktop.domain.fields import Field
from desktop.domain.inputs.platforms import TICKS
from desktop.domain.platforms import Reconciliation, as_text
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import attachments, cases, evidence, excel_import, files, people, platform_values, printing
from desktop.services.desk import Desk


def sheet(desk: Desk, number: str | int, key: str = "") -> platform_values.Copy:
    """The copy sheet of a case for a platform."""
    case = cases.get(desk, number)
    with desk.reading() as session:
        setting = printing.about(desk, session, case, None, PaperState.READING, 1).setting
    return platform_values.copy(case, setting, platform_values.platform(key), desk.today())


def printed(desk: Desk, number: str | int, key: str = "") -> Paper:
    """The copy sheet on paper."""
    case = cases.get(desk, number)
    with desk.reading() as session:
        setting = printing.about(desk, session, case, None, PaperState.READING, 1).setting
    return platform_values.paper(case, setting, desk.today(), key)


def tick(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Ticks fields as entered, or unticks them; what is kept is the text that was entered, so that a later change shows."""
    clean = fields.check(TICKS, values, desk.today())
    asked = platform_values.platform(clean.get("platform") or "")
    with evidence.open_file(desk, number, "copied") as (w, case):
        setting = printing.about(desk, w.session, case, None, PaperState.READING, 1).setting
        texts = {line.place: line.text for line in platform_values.copy(case, setting, asked, desk.today()).lines}
        places = clean.get("places") or list(texts)
        unknown = [place for place in places if place not in texts]
        if unknown:
            raise Refusal(_("The platform has no field “{place}”.").format(place=unknown[0][:60]), "places")
        kept = platform_values.kept(case, asked.key)
        entered = dict(kept.values.get("entered", {})) if kept is not None else {}
        for place in places:
            if clean.get("entered") is False:
                entered.pop(place, None)
            else:
                entered[place] = texts[place]
        told = {"platform": asked.key, "entered": entered}
        if kept is None:
            last = max((one.ordinal for one in case.paper_sheets if one.kind is PaperKind.COPY_SHEET), default=0)
            w.add(PaperSheet(case_id=case.id, kind=PaperKind.COPY_SHEET, ordinal=last + 1, day=desk.today(), values=told))
        else:
            w.change(kept, version, {"values": told, "day": desk.today()})
        return cases.kept(w, case.id)


def export_files(desk: Desk, number: str | int, folder: Path, key: str = "") -> list[Path]:
    """Writes the attachments of a case into a folder under the names that the platform wants; gives their paths."""
    case, asked = cases.get(desk, number), platform_values.platform(key)
    with desk.reading() as session:
        setting = printing.about(desk, session, case, None, PaperState.READING, 1).setting
    said = words.shared(setting)
    pieces = {one.id: one for one in case.evidence}
    by_id = {party.id: party for party in case.parties}
    out = []
    for n, row in enumerate(case.attachments, 1):
        piece = pieces.get(row.evidence_id or 0)
        owner = by_id.get(piece.party_id or 0) if piece is not None else None
        role = said.word("role", owner.role) if owner is not None else ""
        name = piece.name if piece is not None else Path(row.name).stem
        target = folder / platforms.file_name(asked, n, role, name, Path(row.name).suffix.lower()[:8])
        files.write(target, attachments.read(desk, row.id).data)
        out.append(target)
    return out


# --- the list that comes back -----------------------------------------------------------------------------------------------------


def reconcile(desk: Desk, file: Path | bytes, key: str = "", name: str = "") -> Reconciliation:
    """Lays a list that the platform exported (.xlsx or .csv) beside our cases of the same numbers."""
    asked = platform_values.platform(key)
    cells = _cells(file, name)
    columns = [Column(Field("number", "text", asked.number[0]), asked.number)]
    columns += [Column(Field(value, "text", found[0]), found) for found, value in asked.columns]
    head = excel_rows.headed(cells, columns)
    if head is None or not any(column is not None and column.field.key == "number" for column in head.places):
        raise Refusal(_("No heading line was found; needed are the columns: {names}.").format(names="、".join(asked.number)), "file")
    there = []
    for row in cells[head.first :]:
        told = {column.field.key: as_text(cell).strip() for column, cell in zip(head.places, row, strict=False) if column is not None}
        number = told.pop("number", "")
        if number:
            there.append((number, told))
    with desk.reading() as session:
        known = queries.numbered(session, desk.organisation_id)
        own = people.own_organisation(desk)
    report = words.of(Setting(organisation=own), referral_report.KIND, referral_report.DECLARED)
    here = {one.platform_number: _of(one, report) for one in known}
    return platforms.reconcile(asked, here, there)


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


def _cells(file: Path | bytes, name: str) -> list[list[Any]]:
    called = file.name if isinstance(file, Path) else name
    if called.lower().endswith((".csv", ".txt")):
        try:
            data = file.read_bytes() if isinstance(file, Path) else file
        except OSError as error:
            raise Refusal(_("{file} cannot be read: {why}.").format(file=called, why=error.strerror or error), "file", "file") from error
        return _csv(data, called)
    return excel_import.workbook(file)


def _csv(data: bytes, name: str) -> list[list[Any]]:
    """A CSV in UTF-8 or in the encoding that Chinese programs write (GB 18030)."""
    if len(data) > excel_import.MOST_FILE:
        raise Refusal(_("{file} is too large.").format(file=name), "file", "file")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter="\t" if "\t" in text[:2000] else ",")]
        except (UnicodeDecodeError, csv.Error):
            continue
    raise Refusal(_("{file} cannot be read: it is neither UTF-8 nor GB 18030 text.").format(file=name), "file", "file")
