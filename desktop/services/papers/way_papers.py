"""The papers on the way to an agreement: recusal, extension, investigation, evidence, notices, service, the way out."""

from collections.abc import Sequence
from typing import Any

from db.models.case import Case
from db.models.outcome import Outcome
from db.queries import originals
from db.vocabulary import DocumentState, FilePlace, OutcomeCode, PaperKind
from desktop.documents import (
    end_notice,
    evidence_list,
    extension_consent,
    guests,
    handover_list,
    holders,
    investigation_record,
    invitation,
    land_sketch,
    mediation_notice,
    parties,
    proof_of_service,
    recusals,
    withdrawal,
)
from desktop.documents import words as doc_words
from desktop.documents.blocks import Paper
from desktop.documents.evidence_list import Picture
from desktop.documents.handover_list import Item
from desktop.documents.holders import Holder
from desktop.domain import needs
from desktop.i18n import N_
from desktop.services import pictures
from desktop.services.papers.kind import ONE, About, Kind, Subject, counted, held, sheets

MOST_PHOTOS = 40  # more are kept with the case; a list of forty sheets is for an album
NOT_BY_WORD = (*needs.FAILED, OutcomeCode.TERMINATED_OTHER, OutcomeCode.TRANSFERRED)


# --- recusal and term -------------------------------------------------------------------------------------------------------------------


def _recusals(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in case.recusals])


def _request(about: About) -> Paper:
    return recusals.application(about.case, next(one for one in about.case.recusals if one.id == about.subject_id), about.setting)


def _decision(about: About) -> Paper:
    return recusals.decision(about.case, next(one for one in about.case.recusals if one.id == about.subject_id), about.setting)


def _decided(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in case.recusals if one.granted is not None])


def _extension(about: About) -> Paper:
    return extension_consent.paper(about.case, next(one for one in about.case.extensions if one.id == about.subject_id), about.setting)


# --- investigation and evidence -----------------------------------------------------------------------------------------------------------


def _evidence(case: Case) -> Sequence[Subject]:
    return ONE if case.evidence or photographs(case) else ()


def photographs(case: Case) -> list[Any]:
    """The pictures kept with a case that are no scans of its papers."""
    return [one for one in case.attachments if one.document_id is None and one.media_type.startswith("image/")][:MOST_PHOTOS]


def _evidence_list(about: About) -> Paper:
    ordinals = {one.id: one.ordinal for one in about.case.evidence}
    names = {one.id: one.name for one in about.case.evidence}
    found = []
    for one in photographs(about.case):
        evidence = one.evidence_id if one.evidence_id in ordinals else None
        data = pictures.jpeg(about.reach.read(one.sha256))
        name = names[evidence] if evidence is not None else one.name
        found.append(Picture(name, data, ordinals[evidence] if evidence is not None else None, one.taken_on))
    return evidence_list.paper(about.case, found, about.setting)


# --- notices, invitations, service --------------------------------------------------------------------------------------------------------


def _appointments(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in case.appointments if not one.cancelled])


def _notice(about: About) -> Paper:
    fixed = next(one for one in about.case.appointments if one.id == about.subject_id)
    at = f"{fixed.begins.hour}时{fixed.begins.minute:02d}分" if fixed.begins is not None else ""
    told = {"day": fixed.day, "at": at, "place": fixed.place, "note": fixed.note, "written_on": None if about.setting.hand else about.day}
    return mediation_notice.paper(about.case, told, parties.sides(about.case), about.setting)


def _guests(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in case.participants if one.ended_on is None])


def _invitation(about: About) -> Paper:
    """To a guest; the time and place are those of the next appointment."""
    guest = next(one for one in about.case.participants if one.id == about.subject_id)
    to_come = [one for one in about.case.appointments if not one.cancelled and (one.day is None or one.day >= about.day)]
    told: dict[str, Any] = {"name": "".join((guest.organisation, guest.name)) if guest.organisation != guest.name else guest.name}
    capacity = "" if about.setting.hand else guests.capacity(guest, doc_words.shared(about.setting))
    told |= {"capacity": capacity, "written_on": None if about.setting.hand else about.day}
    if to_come:
        begins = to_come[0].begins
        told |= {"day": to_come[0].day, "place": to_come[0].place, "at": f"{begins.hour}时{begins.minute:02d}分" if begins else ""}
    return invitation.paper(about.case, told, about.setting)


def _service(about: About) -> Paper:
    told = about.told()
    to = about.party(told, "party")
    listed = list(told.get("papers") or ())
    if not listed and to is not None:
        listed = [
            " ".join(part for part in (paper.title, paper.number) if part) + f" {len(own)}份"
            for paper, rows in originals.of_case(about.session, about.case.id)
            if paper.state is not DocumentState.VOID and (own := [row for row in rows if row.party_id == to.id])
        ]
    return proof_of_service.paper(about.case, told, to, listed, about.setting)


# --- the way out --------------------------------------------------------------------------------------------------------------------------


def _ended(case: Case, *codes: OutcomeCode) -> Outcome | None:
    known = [one for one in case.outcomes if not one.undone]
    return known[-1] if known and known[-1].code in codes else None


def _failed(case: Case) -> Sequence[Subject]:
    return ONE if _ended(case, *NOT_BY_WORD) is not None else ()


def _end_notice(about: About) -> Paper:
    moves = [one for one in about.case.moves if one.key in ("conclude", "refer_out") and not one.undone]
    return end_notice.paper(about.case, _ended(about.case, *NOT_BY_WORD), moves[-1].values if moves else {}, about.setting)


def _withdrawn(case: Case) -> Sequence[Subject]:
    return ONE if _ended(case, OutcomeCode.SETTLED_WITHDRAWN) is not None else ()


def _withdrawal(about: About) -> Paper:
    ended = _ended(about.case, OutcomeCode.SETTLED_WITHDRAWN)
    return withdrawal.paper(about.case, ended.reason if ended is not None else "", about.setting)


def _handover(about: About) -> Paper:
    told = about.told()
    rows = told.get("items") or ()
    items = [
        Item(row["name"], row.get("copies") or 1, row.get("pages"), row.get("original"), row.get("note") or "") for row in rows
    ] or _everything(about.case)  # fmt: skip
    return handover_list.paper(about.case, told, items if not about.setting.hand else (), about.setting)


def _everything(case: Case) -> list[Item]:
    """Every paper that was issued, every one that exists only on paper, all evidence that is here."""
    issued = [Item(f"{one.title} {one.number}", 1, one.pages, True) for one in case.documents if one.state is not DocumentState.VOID]
    on_paper = [Item(one.name, 1, one.pages, None, one.note) for one in case.file_entries]
    here = [one for one in case.evidence if one.received_on is not None and one.returned_on is None]
    return [*issued, *on_paper, *(Item(one.name, one.copies, one.pages, one.original) for one in here)]


def _taken_over(about: About) -> Sequence[Holder]:
    return [Holder(str(about.told().get("to") or "")), Holder(about.setting.organisation.name)]


def _to_guest(about: About) -> Sequence[Holder]:
    guest = next(one for one in about.case.participants if one.id == about.subject_id)
    return [Holder(guest.organisation or guest.name), Holder(about.setting.organisation.name)]


def _to_sides(about: About) -> Sequence[Holder]:
    return holders.of_parties([party.id for party in parties.sides(about.case)], about.case, about.setting)


KINDS = (
    Kind(
        PaperKind.RECUSAL_APPLICATION, FilePlace.RIGHTS, _recusals, _request, held(PaperKind.RECUSAL_APPLICATION),
        N_("Nobody has asked that a mediator step aside."),
    ),
    Kind(
        PaperKind.RECUSAL_DECISION, FilePlace.RIGHTS, _decided, _decision, held(PaperKind.RECUSAL_DECISION),
        N_("No request to recuse a mediator has been decided."),
    ),
    Kind(
        PaperKind.INVESTIGATION_RECORD, FilePlace.INVESTIGATION, sheets(PaperKind.INVESTIGATION_RECORD),
        lambda about: investigation_record.paper(about.case, about.told(), about.setting), held(PaperKind.INVESTIGATION_RECORD),
        N_("No investigation has been entered."),
    ),
    Kind(
        PaperKind.LAND_SKETCH, FilePlace.INVESTIGATION, sheets(PaperKind.LAND_SKETCH),
        lambda about: land_sketch.paper(about.case, about.told(), about.setting), held(PaperKind.LAND_SKETCH),
        N_("No sketch of a piece of land has been entered."), turn=45),
    Kind(
        PaperKind.EVIDENCE_LIST, FilePlace.EVIDENCE, _evidence, _evidence_list, held(PaperKind.EVIDENCE_LIST),
        N_("No evidence and no photo has been entered."),
    ),
    Kind(
        PaperKind.MEDIATION_NOTICE, FilePlace.RECORD, _appointments, _notice, _to_sides,
        N_("No session has been fixed: fix day and place first."),
    ),
    Kind(
        PaperKind.INVITATION, FilePlace.RECORD, _guests, _invitation, _to_guest,
        N_("Nobody is invited to help: enter who is to help first."),
    ),
    Kind(
        PaperKind.PROOF_OF_SERVICE, FilePlace.RECORD, sheets(PaperKind.PROOF_OF_SERVICE), _service, held(PaperKind.PROOF_OF_SERVICE),
        N_("No service has been entered."),
    ),
    Kind(
        PaperKind.EXTENSION_CONSENT, FilePlace.RECORD, lambda case: counted([one.id for one in case.extensions]), _extension,
        held(PaperKind.EXTENSION_CONSENT), N_("The mediation has not been lengthened."), turn=30),
    Kind(
        PaperKind.WITHDRAWAL, FilePlace.AGREEMENT, _withdrawn, _withdrawal, held(PaperKind.WITHDRAWAL),
        N_("The application has not been withdrawn."), turn=75),
    Kind(
        PaperKind.END_NOTICE, FilePlace.AGREEMENT, _failed, _end_notice, held(PaperKind.END_NOTICE),
        N_("The mediation has not ended without an agreement."),
    ),
    Kind(
        PaperKind.HANDOVER_LIST, FilePlace.REMARKS, sheets(PaperKind.HANDOVER_LIST), _handover, _taken_over,
        N_("No hand-over has been entered."),
    ),
)  # fmt: skip
