"""Close a case, put its file into the archive, take it out again (PML 27; domain brief 2.10)."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from db.vocabulary import Stage
from desktop.domain import fields
from desktop.domain.inputs.life import ARCHIVE, CLOSE, REOPEN, RETENTIONS
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk


def close(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The work is done: it is performed, there was nothing to perform, or the default has its reason."""
    clean = fields.check(CLOSE, values, desk.today())
    with life.making(desk, number, "close") as made:
        case, ended = made.case, made.now.outcome
        if case.stage is Stage.DEFAULTED and not (clean.get("reason") or "").strip():
            raise Refusal(_("It was not performed: say why the case is closed all the same."), "reason")
        since = ((case.received_on, _("the day of the request")), (ended.concluded_on if ended else None, _("the end of the mediation")))
        day = life.day_of(desk, clean.get("closed_on"), "closed_on", *since)
        return life.done(made, "close", day, version, note=clean.get("reason") or "", columns={"closed_on": day})


def archive(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The file goes on the shelf: its pages counted, and for how long it is kept."""
    clean = fields.check(ARCHIVE, values, desk.today())
    with life.making(desk, number, "archive") as made:
        day = life.day_of(desk, clean.get("archived_on"), "archived_on", (made.case.closed_on, _("the day of closing")))
        kept = dict(RETENTIONS)[clean["retention"]]
        years = clean.get("retention_years")
        if years and clean["retention"] == "permanent":
            raise Refusal(_("A file that is kept permanently has no number of years."), "retention_years")
        text = clean["retention"] + (f" {years}" if years else "")
        columns = {"archived_on": day, "retention": text, "dossier_pages": clean["pages"]}
        told = {"retention": clean["retention"], "years": years, "pages": clean["pages"]}
        note = " ".join(part for part in (_(kept), clean.get("note") or "") if part)
        return life.done(made, "archive", day, version, note=note, values=told, columns=columns)


def reopen(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Takes the file out of the archive, with the reason; it is closed and archived anew afterwards."""
    clean = fields.check(REOPEN, values, desk.today())
    with life.making(desk, number, "reopen", clean["reason"]) as made:
        columns = {"closed_on": None, "archived_on": None}
        return life.done(made, "reopen", desk.today(), version, note=clean["reason"], columns=columns)
