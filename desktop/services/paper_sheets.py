"""What papers ask for beside the case: a sheet is filled in, corrected, or taken away again; papers that exist only on paper are listed."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.paper_sheet import FileEntry, PaperSheet
from db.vocabulary import DocumentState, FilePlace, PaperKind
from desktop.domain import fields, texts
from desktop.domain.inputs.paper_sheets import DROP, ON_PAPER, ON_PAPER_DROP, SHEETS, sheet
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, references
from desktop.services.desk import Desk
from desktop.services.evidence import open_file

_PARTIES = ("party", "giver", "receiver")  # fields that name a party: its row is kept, not what was typed
_DAYS = ("day", "served_on", "made_on")

Do = Callable[[Desk, str | int, Mapping[str, Any], int | None], Case]


def entering(kind: PaperKind) -> Do:
    """The service that fills in the sheet of this kind."""

    def enter_it(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
        return enter(desk, kind, number, values, version)

    return enter_it


def enter(desk: Desk, kind: PaperKind, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Adds a sheet; with `number` corrects the fields given of that one. A paper that was issued is not corrected: it is replaced.

    `version` is the sheet's when it was read.
    """
    which = values.get("number") if kind is not PaperKind.FILE_REMARKS else None
    clean = fields.check(sheet(kind), values, desk.today(), partial=which not in (None, ""))
    clean.pop("number", None)
    with open_file(desk, number, kind.value) as (w, case):
        one = _row(case, kind, which)
        told = _resolved(case, kind, clean)
        if one is None:
            last = max((other.ordinal for other in case.paper_sheets if other.kind is kind), default=0)
            w.add(PaperSheet(case_id=case.id, kind=kind, ordinal=last + 1, day=_day(clean), values=told))
        else:
            _may_change(case, one)
            after = {**one.values, **told}
            w.change(one, version, {"values": after, "day": _day(clean) or one.day})
        return cases.kept(w, case.id)


def drop(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Takes a sheet away of which no paper was issued; the journal keeps it with the reason."""
    clean = fields.check(DROP, values, desk.today())
    kind = PaperKind(clean["paper"])
    with open_file(desk, number, "paper_drop") as (w, case):
        known = [one for one in case.paper_sheets if one.kind is kind]
        one = _row(case, kind, clean["number"]) if clean.get("number") else known[-1] if known else None
        if one is None:
            raise Refusal(_("Nothing of this kind was entered."), "paper", "not_found")
        _may_change(case, one)
        w.delete(one)
        return cases.kept(w, case.id)


def put_in(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Lists a paper of the file that exists only on paper, by name and pages."""
    clean = fields.check(ON_PAPER, values, desk.today())
    with open_file(desk, number, "on_paper") as (w, case):
        if any(texts.same_name(one.name, clean["name"]) for one in case.file_entries):
            raise Refusal(_("A paper of this name is in the list already."), "name", "used")
        w.add(
            FileEntry(
                case_id=case.id, place=FilePlace(clean["place"]), name=clean["name"], pages=clean["pages"], note=clean.get("note") or ""
            )
        )
        return cases.kept(w, case.id)


def take_out(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Takes a paper that exists only on paper off the list."""
    clean = fields.check(ON_PAPER_DROP, values, desk.today())
    with open_file(desk, number, "on_paper_drop") as (w, case):
        one = next((one for one in case.file_entries if texts.same_name(one.name, clean["name"])), None)
        if one is None:
            raise Refusal(_("There is no paper of this name in the list."), "name", "not_found")
        w.delete(one)
        return cases.kept(w, case.id)


def typed(case: Case, kept: PaperSheet) -> dict[str, Any]:
    """The values of a sheet as somebody would type them again: parties by their number."""
    told = fields.restored(SHEETS[kept.kind], kept.values)
    ordinals = {party.id: str(party.ordinal) for party in case.parties}
    return {key: ordinals.get(value, "") if key in _PARTIES else value for key, value in told.items()}


def _resolved(case: Case, kind: PaperKind, clean: Mapping[str, Any]) -> dict[str, Any]:
    told = fields.stored(SHEETS[kind], clean)
    for key in _PARTIES:
        if told.get(key):
            told[key] = references.party(case, told[key], key).id
    if told.get("giver") and told.get("giver") == told.get("receiver"):
        raise Refusal(_("Nobody forgives himself: name the other side."), "receiver")
    return told


def _day(clean: Mapping[str, Any]) -> date | None:
    return next((clean[key] for key in _DAYS if clean.get(key)), None)


def _row(case: Case, kind: PaperKind, which: Any) -> PaperSheet | None:
    known = [one for one in case.paper_sheets if one.kind is kind]
    if kind is PaperKind.FILE_REMARKS:
        return known[0] if known else None
    if which in (None, ""):
        return None
    found = next((one for n, one in enumerate(known, 1) if str(n) == str(which).strip()), None)
    if found is None:
        raise Refusal(_("There is no sheet {n} of this kind.").format(n=str(which)[:20]), "number", "not_found")
    return found


def _may_change(case: Case, one: PaperSheet) -> None:
    if one.kind not in SHEETS:  # a court's sheet is no paper's own: what was issued from it keeps its own text
        return
    for paper in case.documents:
        if paper.kind is one.kind and paper.subject_id == one.id and paper.state is not DocumentState.VOID:
            if one.kind is PaperKind.FILE_REMARKS:
                continue
            raise Refusal(
                _("Its paper {number} has been issued: it is not changed any more.").format(number=paper.number), code="not_allowed"
            )
