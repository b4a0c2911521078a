"""Typing a case again on a platform: the copy sheet with its ticks, the attachments under the platform's names, the list that comes back."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.queries import platform as queries
from db.queries.platform import OnPlatform
from db.vocabulary import AssignmentRole, PaperKind, PartyKind, PartyRole
from desktop import assets
from desktop.documents import agreement, parties, progress, words
from desktop.documents.blocks import Clauses, Paper, PaperState
from desktop.documents.court import copy_sheet, heads, referral_report
from desktop.documents.setting import Setting
from desktop.domain import balance, excel_rows, fields, money, platforms
from desktop.domain.excel_rows import Column
from desktop.domain.fields import Field
from desktop.domain.inputs.evidence import KINDS as EVIDENCE_KINDS
from desktop.domain.inputs.platforms import TICKS
from desktop.domain.platforms import Line, Platform, Reconciliation, as_text
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import attachments, cases, evidence, excel_import, files, people, printing
from desktop.services.desk import Desk

ROOM = "platforms"
FIRST = "court"


class Copy(NamedTuple):
    """A copy sheet: its platform, its lines, and the places that are ticked and still say what was entered."""

    platform: Platform
    lines: list[Line]
    ticked: set[str]


@cache
def all_platforms() -> dict[str, Platform]:
    """Every platform of `resources/platforms/`, the court's first."""
    found = [platforms.platform_from(assets.toml(ROOM, file.name)) for file in sorted(assets.path(ROOM).glob("*.toml"))]
    return {one.key: one for one in sorted(found, key=lambda one: one.key != FIRST)}


def platform(key: str) -> Platform:
    """The platform of a key; Refusal listing them."""
    known = all_platforms()
    if (key or FIRST) not in known:
        told = "、".join(f"{one.key}（{one.name}）" for one in known.values())
        raise Refusal(_("There is no platform “{key}”; there are: {keys}.").format(key=key[:40], keys=told), "platform")
    return known[key or FIRST]


def sheet(desk: Desk, number: str | int, key: str = "") -> Copy:
    """The copy sheet of a case for a platform."""
    case = cases.get(desk, number)
    with desk.reading() as session:
        setting = printing.about(desk, session, case, None, PaperState.READING, 1).setting
    return _copy(case, setting, platform(key), desk.today())


def _copy(case: Case, setting: Setting, asked: Platform, day: date) -> Copy:
    lines = platforms.lines(asked, _values(case, setting, day), _rows(case, setting))
    kept = _kept(case, asked.key)
    entered: Mapping[str, str] = kept.values.get("entered", {}) if kept is not None else {}
    return Copy(asked, lines, {line.place for line in lines if line.place in entered and entered[line.place] == line.text})


def paper(case: Case, setting: Setting, day: date, key: str = "") -> Paper:
    """The copy sheet on paper, as of a day."""
    made = _copy(case, setting, platform(key), day)
    return copy_sheet.paper(case, setting, made.platform.name, made.platform.source, made.lines, made.ticked)


def tick(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Ticks fields as entered, or unticks them; what is kept is the text that was entered, so that a later change shows."""
    clean = fields.check(TICKS, values, desk.today())
    asked = platform(clean.get("platform") or "")
    with evidence.open_file(desk, number, "copied") as (w, case):
        setting = printing.about(desk, w.session, case, None, PaperState.READING, 1).setting
        texts = {line.place: line.text for line in _copy(case, setting, asked, desk.today()).lines}
        places = clean.get("places") or list(texts)
        unknown = [place for place in places if place not in texts]
        if unknown:
            raise Refusal(_("The platform has no field “{place}”.").format(place=unknown[0][:60]), "places")
        kept = _kept(case, asked.key)
        entered = dict(kept.values.get("entered", {})) if kept is not None else {}
        for place in places:
            if clean.get("entered") is False:
                entered.pop(place, None)
            else:
                entered[place] = texts[place]
        told = {"platform": asked.key, "entered": entered}
        w.change(case, version, {"stage": case.stage})
        if kept is None:
            last = max((one.ordinal for one in case.paper_sheets if one.kind is PaperKind.COPY_SHEET), default=0)
            w.add(PaperSheet(case_id=case.id, kind=PaperKind.COPY_SHEET, ordinal=last + 1, day=desk.today(), values=told))
        else:
            w.change(kept, None, {"values": told, "day": desk.today()})
        return cases.kept(w, case.id)


def _kept(case: Case, key: str) -> PaperSheet | None:
    return next((one for one in case.paper_sheets if one.kind is PaperKind.COPY_SHEET and one.values.get("platform") == key), None)


def export_files(desk: Desk, number: str | int, folder: Path, key: str = "") -> list[Path]:
    """Writes the attachments of a case into a folder under the names that the platform wants; gives their paths."""
    case, asked = cases.get(desk, number), platform(key)
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


# --- what the platform asks -------------------------------------------------------------------------------------------------------


def _values(case: Case, setting: Setting, day: date) -> dict[str, str]:
    said = words.shared(setting)
    report = words.of(setting, referral_report.KIND, referral_report.DECLARED)
    rows = words.of(setting, case_row.ROWS, case_row.DECLARED)
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    agreed = balance.in_force(case)
    lead = next((one for one in case.assignments if one.ended_on is None and one.role is AssignmentRole.LEAD_MEDIATOR), None)
    mediator = setting.mediators.get(lead.mediator_id) if lead is not None else None
    last = case.sessions[-1] if case.sessions else None
    fen = sum(part.amount_fen or 0 for one in agreed for part in one.obligations)
    return {
        "number": case.number or case.entry_number,
        "court": heads.referrer(case, setting),
        "court_number": heads.court_number(case),
        "platform_number": case.platform_number,
        "organisation": setting.organisation.name,
        "mediators": heads.mediators(case, setting),
        "mediator_phone": mediator.phone if mediator is not None else "",
        "cause": case.cause,
        "moj_type": case.moj_type,
        "source": rows.word("source", case.source),
        "received_on": as_text(case.received_on),
        "accepted_on": as_text(case.accepted_on),
        "happened_on": as_text(case.happened_on),
        "place": case.place,
        "people_count": as_text(case.people_count),
        "mongolian": as_text(case.mongolian),
        "difficult": as_text(case.difficult),
        "severity": case.severity,
        "claim": _sum(case.claim_fen),
        "claims": "\n".join(case.claims),
        "summary": case.summary,
        "outcome": report.word("outcome", ended.code) if ended is not None else "",
        "concluded_on": as_text(ended.concluded_on if ended is not None else None),
        "reason": ended.reason if ended is not None else "",
        "agreement_number": "、".join(one.number for one in agreed if one.number),
        "agreed_on": as_text(agreed[-1].day if agreed else None),
        "agreement_form": rows.word("form", agreed[-1].form) if agreed else "",
        "agreed": _sum(fen) if fen else "",
        "clauses": "\n".join(line for one in agreed for line in _clauses(case, one, setting)),
        "performance": "\n".join(progress.lines(said, case, day)),
        "undisputed": "\n".join(fact for one in case.undisputed for fact in one.facts),
        "last_session": as_text(last.day if last is not None else None),
        "last_place": last.place if last is not None else "",
    }


def _clauses(case: Case, standing: Agreement, setting: Setting) -> list[str]:
    """The clauses as the agreement has them."""
    made = agreement.paper(case, standing, setting)
    return [line for block in made.blocks if isinstance(block, Clauses) for line in block.numbered()]


def _rows(case: Case, setting: Setting) -> dict[str, list[dict[str, str]]]:
    said = words.shared(setting)
    sides = parties.sides(case)
    agents = [(party, helper, tie) for party in sides for helper, tie in parties.helpers(case, party) if tie.role is PartyRole.AGENT]
    kinds = {code: _(label) for code, label in EVIDENCE_KINDS}
    names = {party.id: party.name for party in case.parties}
    return {
        "parties": [
            {
                "n": str(n),
                "name": one.name,
                "role": said.word("role", one.role),
                "kind": "自然人" if one.kind is PartyKind.PERSON else "法人、非法人组织" if one.kind is PartyKind.COMPANY else "多人",
                "sex": said.word("sex", one.sex),
                "birth_date": as_text(one.birth_date),
                "ethnic_group": parties.ethnic_group(one.ethnic_group),
                "id_kind": heads.paper_name(one.id_kind) if one.id_number else "统一社会信用代码" if one.uscc else "",
                "id_number": one.id_number or one.uscc,
                "legal_representative": one.legal_representative,
                "legal_representative_post": one.legal_representative_post,
                "phone": one.phone,
                "residence": one.usual_residence or one.business_address or one.registered_residence,
                "registered_residence": one.registered_residence,
                "email": one.email,
                "e_service": as_text(one.e_service),
                "occupation": one.occupation,
                "postcode": one.postcode,
            }
            for n, one in enumerate(sides, 1)
        ],
        "agents": [
            {
                "principal": party.name,
                "name": helper.name,
                "employer": helper.employer,
                "id_kind": heads.paper_name(helper.id_kind) if helper.id_number else "",
                "id_number": helper.id_number,
                "phone": helper.phone,
                "level": said.word("authority", tie.authority_level),
                "email": helper.email,
            }
            for party, helper, tie in agents
        ],
        "accounts": [
            {"name": one.name, "account_name": one.account_name, "bank_name": one.bank_name, "account_number": one.account_number}
            for one in sides
            if one.account_number
        ],
        "materials": [
            {"n": str(n), "provider": names.get(one.party_id or 0, ""), "kind": kinds.get(one.kind, ""), "name": one.name}
            for n, one in enumerate(case.evidence, 1)
        ],
    }


def _sum(fen: int | None) -> str:
    return "" if fen is None else money.yuan(fen)


# --- the list that comes back -----------------------------------------------------------------------------------------------------


def reconcile(desk: Desk, file: Path | bytes, key: str = "", name: str = "") -> Reconciliation:
    """Lays a list that the platform exported (.xlsx or .csv) beside our cases of the same numbers."""
    asked = platform(key)
    cells = _cells(file, name)
    columns = [Column(Field("number", "text", asked.number[0]), asked.number)]
    columns += [Column(Field(value, "text", found[0]), found) for found, value in asked.columns]
    head = excel_rows.headed(cells, columns)
    if head is None or not any(column is not None and column.field.key == "number" for column in head.places):
        raise Refusal(_("No heading line was found; needed are the columns: {names}.").format(names="、".join(asked.number)), "file")
    there = []
    for row in cells[head.first :]:
        told = {
            column.field.key: as_text(cell).strip() for column, cell in zip(head.places, row, strict=False) if column is not None
        }
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
        "claim": _sum(one.claim_fen),
        "mediators": "、".join(one.mediators),
        "outcome": report.word("outcome", one.outcome) if one.outcome is not None else "",
        "concluded_on": as_text(one.concluded_on),
        "agreed": _sum(one.agreed_fen),
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
