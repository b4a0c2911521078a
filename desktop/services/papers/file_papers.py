"""The papers that begin and run the file: registration, notices, records of sessions, closing report."""

from collections.abc import Sequence

from db.models.case import Case
from db.models.move import CaseMove
from db.vocabulary import FilePlace, PaperKind, Stage
from desktop.documents import acceptance_form, closing_report, non_acceptance, registration_form, rights_notice, session_record
from desktop.documents.blocks import Paper
from desktop.domain import dues, missing
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_
from desktop.services import terms
from desktop.services.papers.kind import ONE, About, Kind, Subject, always, held


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
    return registration_form.paper(about.case, about.setting, [lack.sentence for lack in missing.of_case(about.case, about.day)])


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


KINDS = (
    Kind(PaperKind.REGISTRATION_FORM, FilePlace.APPLICATION, always, _registration, held(PaperKind.REGISTRATION_FORM)),
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
    ),
    Kind(
        PaperKind.SESSION_RECORD,
        FilePlace.RECORD,
        _sessions,
        _session,
        held(PaperKind.SESSION_RECORD),
        N_("There is no such session to print."),
    ),
    Kind(
        PaperKind.CLOSING_REPORT,
        FilePlace.REMARKS,
        _ended,
        lambda about: closing_report.paper(about.case, about.setting, about.day),
        held(PaperKind.CLOSING_REPORT),
        N_("There is no outcome yet: conclude the mediation first."),
    ),
)
