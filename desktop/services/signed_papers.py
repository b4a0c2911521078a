"""A printed paper came back signed: as it was, or with changes by hand that are entered so that the record equals the paper.

The frozen blocks never change; a correction stands beside them and is printed after them. Any other version of the paper becomes void.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.document import Document
from db.models.paper_sheet import PaperCorrection
from db.vocabulary import AgreementStatus, DocumentState, PaperKind
from db.work import Work
from desktop.domain import fields, words
from desktop.domain.inputs.paper_sheets import SIGNED
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import agreement, cases, file_contents, life, papers
from desktop.services.desk import Desk


def mark(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Marks an issued paper as signed, with its corrections by hand; an agreement becomes signed by its signing table (`sign`).

    `changes` of an agreement rewrite its record in the fields that the hand changed. Refusal for a paper that was not issued, a correction
    that says nothing, or changes of an agreement that is in force already.
    """
    clean = fields.check(SIGNED, values, desk.today())
    kind = PaperKind(clean["paper"])
    with life.making(desk, number, "signed") as made:
        w, case = made.w, made.case
        document = _issued(case, kind, clean.get("session") or 0)
        day = life.day_of(desk, clean.get("signed_on"), "signed_on", (document.issued_on, _("the issue of the paper")))
        rows = clean.get("corrections") or []
        _say_something(rows)
        if kind is PaperKind.AGREEMENT and not rows:
            raise Refusal(_("An agreement is signed by its signing table: enter the signatures."), "paper", "not_allowed")
        _corrected(w, case, document, rows, day)
        if clean.get("changes"):
            _rewrite(desk, w, case, document, clean["changes"], version)
        if kind is not PaperKind.AGREEMENT and document.state is DocumentState.ISSUED:
            w.change(document, None, {"state": DocumentState.SIGNED})
        _void_others(w, case, document)
        told = {"paper": kind.value, "document": document.id, "number": document.number, "corrections": len(rows)}
        note = f"{words.shown(kind)} {document.number}"
        life.moved(w, case, "signed", day, case.stage, case.stage, note, told)
        return cases.kept(w, case.id)


def _issued(case: Case, kind: PaperKind, n: int) -> Document:
    found = file_contents.issued(case, kind, papers.subject(case, kind, n))
    if found is None:
        raise Refusal(_("This paper has not been issued: issue it before it is signed."), "paper", "not_allowed")
    return found


def _say_something(rows: list[dict[str, Any]]) -> None:
    for n, row in enumerate(rows):
        if not (row.get("old") or "").strip() and not (row.get("new") or "").strip():
            raise Refusal(_("Say what was struck out or what was written in."), f"corrections.{n}.new")


def _corrected(w: Work, case: Case, document: Document, rows: list[dict[str, Any]], day: date) -> None:
    last = max((one.ordinal for one in document.corrections), default=0)
    for n, row in enumerate(rows, last + 1):
        w.add(
            PaperCorrection(
                case_id=case.id,
                document_id=document.id,
                ordinal=n,
                place=row["place"],
                old=row.get("old") or "",
                new=row.get("new") or "",
                fingerprints=row["fingerprints"],
                day=day,
            )
        )


def _rewrite(desk: Desk, w: Work, case: Case, document: Document, changes: Mapping[str, Any], version: int | None) -> None:
    if document.kind is not PaperKind.AGREEMENT:
        raise Refusal(_("Only an agreement has terms that can be changed."), "changes")
    standing = next(one for one in case.agreements if one.id == document.subject_id)
    if standing.status is not AgreementStatus.ISSUED:
        raise Refusal(_("This agreement is in force already: what the parties change is a new agreement."), "changes", "not_allowed")
    agreement.amended(desk, w, case, standing, changes, version)


def _void_others(w: Work, case: Case, document: Document) -> None:
    for one in case.documents:
        same = one.kind is document.kind and one.subject_id == document.subject_id and one.id != document.id
        if same and one.state is DocumentState.ISSUED:
            w.change(one, None, {"state": DocumentState.VOID})
