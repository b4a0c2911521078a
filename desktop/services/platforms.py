"""Typing a case again on a platform: the copy sheet with its ticks, attachments under the platform's names. (Its list: platform_lists.)"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.vocabulary import PaperKind
from desktop.documents import words
from desktop.documents.blocks import Paper, PaperState
from desktop.domain import fields, platforms
from desktop.domain.inputs.platforms import TICKS
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import attachments, cases, evidence, files, platform_values, printing
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
        kept = platform_values.kept(case, asked.key)
        entered = dict(kept.values.get("entered", {})) if kept is not None else {}
        gone = entered if clean.get("entered") is False else {}  # the tick of a party that is no more can be taken away all the same
        unknown = [place for place in places if place not in texts and place not in gone]
        if unknown:
            raise Refusal(_("The platform has no field “{place}”.").format(place=unknown[0][:60]), "places")
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
