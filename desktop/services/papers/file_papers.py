"""The papers that make the file: cover, index, registration, notices, records of sessions, closing report, remarks, back cover."""

from collections.abc import Sequence
from typing import Any

from db.models.case import Case
from db.models.move import CaseMove
from db.vocabulary import FilePlace, PaperKind, Source, Stage
from desktop import i18n
from desktop.documents import (
    acceptance_form,
    application,
    back_cover,
    case_slip,
    closing_report,
    file_cover,
    file_index,
    file_remarks,
    non_acceptance,
    registration_form,
    rights_notice,
    session_record,
    template,
)
from desktop.documents.blocks import Paper
from desktop.documents.file_papers import Filing
from desktop.documents.file_remarks import Remarks
from desktop.domain import dues, fields, missing, telling
from desktop.domain.inputs.paper_sheets import FILE_REMARKS
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.domain.telling import Told
from desktop.i18n import N_, _
from desktop.services import terms
from desktop.services.papers.kind import ONE, About, Kind, Subject, always, held, on_request


def _not_rejected(case: Case) -> Sequence[Subject]:
    return () if case.stage is Stage.REJECTED else ONE


def _accepted(case: Case) -> Sequence[Subject]:
    return ONE if case.accepted_on is not None and case.stage is not Stage.REJECTED else ()


def _rejected(case: Case) -> Sequence[Subject]:
    return ONE if case.stage is Stage.REJECTED or _rejection(case) is not None else ()


def _sessions(case: Case) -> Sequence[Subject]:
    return [Subject(one.ordinal, one.id) for one in case.sessions]


def _ended(case: Case) -> Sequence[Subject]:
    return ONE if case.closed_on is not None or any(not one.undone for one in case.outcomes) else ()


def _rejection(case: Case) -> CaseMove | None:
    """The move by which the case was not accepted."""
    return next((one for one in reversed(case.moves) if one.key == "reject" and not one.undone), None)


def _registration(about: About) -> Paper:
    if about.setting.hand:
        return registration_form.paper(about.case, about.setting)
    lacks = [lack.sentence for lack in missing.of_case(about.case, about.day)]
    return registration_form.paper(about.case, about.setting, lacks, _facts(about))


def _facts(about: About) -> list[tuple[str, list[Told]]]:
    """The facts that are known, group by group, in the words of the paper; what is for the desk alone is on none."""
    if about.category is None:
        return []
    facts, private = about.category.read(about.case.facts), about.category.private
    with i18n.speaking(template.LANGUAGE):
        groups = [
            (_(group.title), telling.told([one for one in group.facts if one.key not in private], facts)) for group in about.category.groups
        ]
    return [(title, told) for title, told in groups if told]


def _acceptance(about: About) -> Paper:
    law = terms.values_of(about.session), terms.calendar_of(about.session)
    try:
        limit = dues.mediation(Situation(about.case, about.day, lambda: law), *law)
    except Refusal:  # a term that cannot be counted is left out of the notice
        limit = None
    return acceptance_form.paper(about.case, about.setting, limit.due if limit is not None else None)


def _non_acceptance(about: About) -> Paper:
    move = _rejection(about.case)
    if move is None:
        return non_acceptance.paper(about.case, about.setting, {}, None)
    told = move.values if move.values.get("reasons") else {**move.values, "text": move.note}  # taken over from elsewhere: in words only
    return non_acceptance.paper(about.case, about.setting, told, move.day)


def _session(about: About) -> Paper:
    return session_record.paper(about.case, next(one for one in about.case.sessions if one.id == about.subject_id), about.setting)


def _applied(case: Case) -> bool:
    """An application is printed with the rest where the parties came by themselves; else the registration form is its record."""
    return case.source is Source.ON_APPLICATION


def _shelf(case: Case) -> bool:
    """What is around the file is printed once the work is done."""
    return case.closed_on is not None or case.archived_on is not None


def _told_of_file(case: Case) -> dict[str, Any]:
    kept = next((one for one in case.paper_sheets if one.kind is PaperKind.FILE_REMARKS), None)
    return fields.restored(FILE_REMARKS, kept.values) if kept is not None else {}


def filing(case: Case, pages: int | None = None) -> Filing:
    """Who made the file and who checked it, as it was entered; the pages as counted when it was put on the shelf, else `pages`."""
    told = _told_of_file(case)
    return Filing(
        made_by=told.get("made_by") or "",
        made_on=told.get("made_on"),
        checked_by=told.get("checked_by") or "",
        checked_on=told.get("checked_on"),
        pages=case.dossier_pages if case.dossier_pages is not None else pages,
        note=told.get("note") or "",
    )


def _counted(about: About) -> Filing:
    """The same with the pages of the index where nobody has counted yet."""
    if about.setting.hand or about.case.dossier_pages is not None:
        return filing(about.case)
    return filing(about.case, max((one.last for one in about.reach.entries()), default=0) or None)


def _remarks(about: About) -> Paper:
    told = _told_of_file(about.case)
    said = Remarks(missing=told.get("missing") or "", text=told.get("remarks") or "")
    return file_remarks.paper(about.case, _counted(about), said, about.setting)


KINDS = (
    Kind(
        PaperKind.FILE_COVER,
        FilePlace.COVER,
        always,
        lambda about: file_cover.paper(about.case, filing(about.case), about.setting),
        held(PaperKind.FILE_COVER),
        wanted=_shelf,
    ),
    Kind(
        PaperKind.FILE_INDEX,
        FilePlace.INDEX,
        always,
        lambda about: file_index.paper(about.case, () if about.setting.hand else about.reach.entries(), about.setting),
        held(PaperKind.FILE_INDEX),
        wanted=_shelf,
    ),
    Kind(
        PaperKind.APPLICATION,
        FilePlace.APPLICATION,
        always,
        lambda about: application.paper(about.case, about.setting),
        held(PaperKind.APPLICATION),
        wanted=_applied,
        turn=10,
    ),
    Kind(PaperKind.REGISTRATION_FORM, FilePlace.APPLICATION, always, _registration, held(PaperKind.REGISTRATION_FORM), turn=12),
    Kind(
        PaperKind.CASE_SLIP,
        FilePlace.APPLICATION,
        always,
        lambda about: case_slip.paper(about.case, about.setting),
        held(PaperKind.CASE_SLIP),
        wanted=on_request,
    ),
    Kind(
        PaperKind.ACCEPTANCE_FORM,
        FilePlace.APPLICATION,
        _accepted,
        _acceptance,
        held(PaperKind.ACCEPTANCE_FORM),
        N_("The case has not been accepted: there is no notice of acceptance."),
    ),
    Kind(
        PaperKind.NON_ACCEPTANCE,
        FilePlace.APPLICATION,
        _rejected,
        _non_acceptance,
        held(PaperKind.NON_ACCEPTANCE),
        N_("The case has not been refused: there is no notice of non-acceptance."),
    ),
    Kind(
        PaperKind.RIGHTS_NOTICE,
        FilePlace.RIGHTS,
        _not_rejected,
        lambda about: rights_notice.paper(about.case, about.setting),
        held(PaperKind.RIGHTS_NOTICE),
        N_("The case has been refused: nobody is told of rights in a mediation."),
        turn=20,
    ),
    Kind(
        PaperKind.SESSION_RECORD,
        FilePlace.RECORD,
        _sessions,
        _session,
        held(PaperKind.SESSION_RECORD),
        N_("There is no such session to print."),
        turn=40,
    ),
    Kind(
        PaperKind.CLOSING_REPORT,
        FilePlace.REMARKS,
        _ended,
        lambda about: closing_report.paper(about.case, about.setting, about.day),
        held(PaperKind.CLOSING_REPORT),
        N_("There is no outcome yet: conclude the mediation first."),
    ),
    Kind(PaperKind.FILE_REMARKS, FilePlace.REMARKS, always, _remarks, held(PaperKind.FILE_REMARKS), wanted=_shelf),
    Kind(
        PaperKind.BACK_COVER,
        FilePlace.BACK_COVER,
        always,
        lambda about: back_cover.paper(about.case, _counted(about), about.setting),
        held(PaperKind.BACK_COVER),
        wanted=_shelf,
    ),
)
