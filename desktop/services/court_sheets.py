"""What the court's and the insurers' papers say beside the case: kept under declared sheets, one a party, one a case, or row by row."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.models.party import Party
from db.vocabulary import PaperKind
from desktop.documents import parties
from desktop.domain import fields
from desktop.domain.inputs.court_sheets import LOGS, SHEETS
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, evidence, references
from desktop.services.desk import Desk

Do = Callable[[Desk, str | int, Mapping[str, Any], int | None], Case]
PARTY = "party"


def keep(kind: PaperKind) -> Do:
    """The service that keeps the sheet of this kind: one a party (or case), of which what is not given stays as it was; a log grows."""

    def do(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
        fields.check(SHEETS[kind], values, desk.today(), partial=True)  # what is typed wrong is told before what is not there
        with evidence.open_file(desk, number, kind.value) as (w, case):
            rows = [one for one in case.paper_sheets if one.kind is kind]
            whose = _party(case, kind, str(values[PARTY])) if values.get(PARTY) else None
            same = next((one for one in rows if kind not in LOGS and one.values.get(PARTY) == whose), None)
            clean = fields.check(SHEETS[kind], values, desk.today(), partial=same is not None)
            told = {**fields.stored(SHEETS[kind], clean), **({PARTY: whose} if whose is not None else {})}
            day: date | None = clean.get("day") or clean.get("sent_on")
            if same is None:
                last = max((one.ordinal for one in rows), default=0)
                w.add(PaperSheet(case_id=case.id, kind=kind, ordinal=last + 1, day=day or desk.today(), values=told))
            else:
                w.change(same, version, {"values": {**same.values, **told}, "day": day or same.day})
            return cases.kept(w, case.id)

    return do


def _party(case: Case, kind: PaperKind, typed: str) -> int | str:
    """The id of the party that was named; a log may name somebody who is none."""
    if kind not in LOGS:
        return references.party(case, typed, PARTY).id
    try:
        return references.party(case, typed, PARTY).id
    except Refusal:
        if typed.strip().isdigit():
            raise Refusal(_("There is no party {n} in this case.").format(n=typed.strip()[:20]), PARTY) from None
        return typed.strip()


def of(case: Case, kind: PaperKind, party_id: int | None = None) -> dict[str, Any]:
    """The clean values of a sheet, {} where nothing was kept; of a party where one is named."""
    found = next((one for one in case.paper_sheets if one.kind is kind and (party_id is None or one.values.get(PARTY) == party_id)), None)
    return fields.restored(SHEETS[kind], found.values) if found is not None else {}


def begun(kind: PaperKind, party: Party) -> dict[str, Any]:
    """What a sheet that was not kept yet opens with: how the party is reached, as the register has it; {} for sheets of other things."""
    if kind is PaperKind.PRIOR_MEDIATION:
        return {"address": parties.address(party)}
    if kind is not PaperKind.SERVICE_ADDRESS:
        return {}
    told = {
        "address": parties.address(party),
        "postcode": party.postcode,
        "phone": party.phone,
        "e_service": party.e_service,
        "email": party.email,
        "wechat": party.wechat,
        "other": party.other_phone,
    }
    return {key: value for key, value in told.items() if value not in (None, "")}


def rows(case: Case, kind: PaperKind) -> list[dict[str, Any]]:
    """All rows of a log, with the names of the parties instead of their ids."""
    names = {party.id: party.name for party in case.parties}
    found = []
    for one in case.paper_sheets:
        if one.kind is kind:
            told = fields.restored(SHEETS[kind], one.values)
            found.append({**told, PARTY: names.get(told.get(PARTY) or 0, told.get(PARTY) or "")})
    return found
