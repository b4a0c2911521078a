"""The kinds of paper as one table: for what of a case there is one, who writes it, who gets an original.

A subject is what a paper is about where a case has several of its kind: a session, a performance, a visit, an agreement in force.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session as Reading

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.court import Court
from db.models.move import CaseMove
from db.models.obligation import Performance
from db.vocabulary import AgreementForm, AgreementStatus, ConfirmationResult, PaperKind, Stage
from desktop.documents import (
    acceptance_form,
    agreement,
    closing_report,
    confirmation_application,
    holders,
    non_acceptance,
    oral_agreement,
    receipt,
    registration_form,
    return_visit,
    rights_notice,
    session_record,
)
from desktop.documents.blocks import Paper
from desktop.documents.holders import Holder
from desktop.documents.setting import Setting
from desktop.domain import balance, dues, missing
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.services import confirmation, terms


class Subject(NamedTuple):
    """`n` is 0 for the one paper of its kind, else counts from 1; `id` is the row that it is about."""

    n: int
    id: int | None


class About(NamedTuple):
    """What a paper is written from."""

    session: Reading
    case: Case
    setting: Setting
    subject_id: int | None
    day: date


@dataclass(frozen=True)
class Kind:
    """`nothing` is the sentence for a case that has nothing for this paper yet."""

    subjects: Callable[[Case], Sequence[Subject]]
    write: Callable[[About], Paper]
    holders: Callable[[About], Sequence[Holder]]
    nothing: str


_ONE = (Subject(0, None),)
_ORAL = (PaperKind.REGISTRATION_FORM, PaperKind.AGREEMENT)


def subject(case: Case, kind: PaperKind, n: int) -> Subject:
    """The subject of this number, the last one for 0; Refusal where there is none."""
    known = KINDS[kind].subjects(case)
    found = known[-1] if known and not n else next((one for one in known if one.n == n), None)
    if found is None and known and known[0].n == 0:  # one paper has no number
        found = known[0]
    if found is None:
        raise Refusal(_(KINDS[kind].nothing), "session", "not_found")
    return found


def wanted(case: Case) -> list[tuple[PaperKind, Subject]]:
    """Every paper for which the case has something to say, in the order of the file; an oral case has two sheets and no more.

    What was issued besides stays listed with an oral case too; its receipts and visits are printed when they are asked for by name.
    """
    oral = standing(case) is not None and all(one.form is AgreementForm.ORAL for one in _standing(case))
    issued = {(paper.kind, paper.subject_id) for paper in case.documents}
    found = []
    for kind, told in KINDS.items():
        for one in told.subjects(case):
            if not oral or kind in _ORAL or (kind, one.id) in issued:
                found.append((kind, one))
    return found


def standing(case: Case) -> Agreement | None:
    """The agreement that counts: the last that is not void."""
    known = _standing(case)
    return known[-1] if known else None


def _standing(case: Case) -> list[Agreement]:
    return [one for one in case.agreements if one.status is not AgreementStatus.VOID]


# --- subjects -------------------------------------------------------------------------------------------------------------------------


def _always(case: Case) -> Sequence[Subject]:
    return _ONE


def _not_rejected(case: Case) -> Sequence[Subject]:
    return () if case.stage is Stage.REJECTED else _ONE


def _accepted(case: Case) -> Sequence[Subject]:
    return _ONE if case.accepted_on is not None and case.stage is not Stage.REJECTED else ()


def _rejected(case: Case) -> Sequence[Subject]:
    return _ONE if case.stage is Stage.REJECTED or rejection(case) is not None else ()


def _sessions(case: Case) -> Sequence[Subject]:
    return [Subject(one.ordinal, one.id) for one in case.sessions]


def _agreements(case: Case) -> Sequence[Subject]:
    known = _standing(case)
    return [Subject(n if len(known) > 1 else 0, one.id) for n, one in enumerate(known, 1)]


def _confirmable(case: Case) -> Sequence[Subject]:
    asked = {one.agreement_id for one in case.confirmations}
    known = [one for one in balance.in_force(case) if one.form is not AgreementForm.ORAL and (one.confirmation_wanted or one.id in asked)]
    return [Subject(n if len(known) > 1 else 0, one.id) for n, one in enumerate(known, 1)]


def _receipts(case: Case) -> Sequence[Subject]:
    return [Subject(n, given[0].id) for n, given in enumerate(handed(case), 1)]


def _visits(case: Case) -> Sequence[Subject]:
    return [Subject(n, one.id) for n, one in enumerate(case.return_visits, 1)]


def _ended(case: Case) -> Sequence[Subject]:
    return _ONE if case.closed_on is not None or any(not one.undone for one in case.outcomes) else ()


def rejection(case: Case) -> CaseMove | None:
    """The move by which the case was not accepted."""
    return next((one for one in reversed(case.moves) if one.key == "reject" and not one.undone), None)


def handed(case: Case) -> list[list[Performance]]:
    """What was performed in one go under one obligation, each a receipt: the entries of one move together (35 workers paid on one day)."""
    rows = {one.id: one for standing in balance.in_force(case) for part in standing.obligations for one in part.performances}
    groups: dict[tuple[int, int], list[Performance]] = {}
    for move in case.moves:
        if move.key == "perform" and not move.undone:
            for one in [rows.pop(i) for i in move.values.get("performances", ()) if i in rows]:
                groups.setdefault((move.id, one.obligation_id), []).append(one)
    alone = [[one] for one in rows.values()]  # settled elsewhere: no move of its own
    return sorted([*groups.values(), *alone], key=lambda group: group[0].id)


# --- writing --------------------------------------------------------------------------------------------------------------------------


def _registration(about: About) -> Paper:
    return registration_form.paper(about.case, about.setting, _lacks(about))


def _lacks(about: About) -> list[str]:
    return [lack.sentence for lack in missing.of_case(about.case, about.day)]


def _acceptance(about: About) -> Paper:
    law = terms.values_of(about.session), terms.calendar_of(about.session)
    try:
        limit = dues.mediation(Situation(about.case, about.day, lambda: law), *law)
    except Refusal:  # a term that cannot be counted is left out of the notice
        limit = None
    return acceptance_form.paper(about.case, about.setting, limit.due if limit is not None else None)


def _non_acceptance(about: About) -> Paper:
    move = rejection(about.case)
    if move is None:
        return non_acceptance.paper(about.case, about.setting, {}, None)
    told = move.values if move.values.get("reasons") else {**move.values, "text": move.note}  # taken over from elsewhere: in words only
    return non_acceptance.paper(about.case, about.setting, told, move.day)


def _session(about: About) -> Paper:
    return session_record.paper(about.case, next(one for one in about.case.sessions if one.id == about.subject_id), about.setting)


def _agreement_of(about: About) -> Agreement:
    return next(one for one in about.case.agreements if one.id == about.subject_id)


def _agreement(about: About) -> Paper:
    found = _agreement_of(about)
    if found.form is AgreementForm.ORAL:
        return oral_agreement.paper(about.case, found, about.setting, about.day)
    return agreement.paper(about.case, found, about.setting)


def _court(about: About) -> Court | None:
    """Where it was applied for; else the likeliest court."""
    asked = [one for one in about.case.confirmations if one.agreement_id == about.subject_id]
    for one in reversed(asked):
        if one.court_id is not None and one.result is ConfirmationResult.PENDING:
            return about.setting.courts.get(one.court_id)
    known = confirmation.candidates(about.session, about.case)
    return known[0].court if known else None


def _application(about: About) -> Paper:
    return confirmation_application.paper(about.case, _agreement_of(about), about.setting, _court(about), about.day)


def _receipt(about: About) -> Paper:
    known = handed(about.case)
    n, given = next((n, group) for n, group in enumerate(known, 1) if group[0].id == about.subject_id)
    for found in balance.in_force(about.case):
        for part in found.obligations:
            if part.id == given[0].obligation_id:
                return receipt.paper(about.case, found, part, given, n, about.setting)
    raise Refusal(_(KINDS[PaperKind.RECEIPT].nothing), "session", "not_found")


def _visit(about: About) -> Paper:
    return return_visit.paper(about.case, next(one for one in about.case.return_visits if one.id == about.subject_id), about.setting)


def _held(kind: PaperKind) -> Callable[[About], Sequence[Holder]]:
    return lambda about: holders.of_kind(kind, about.case, about.setting)


def _of_application(about: About) -> Sequence[Holder]:
    court = _court(about)
    return holders.of_kind(PaperKind.CONFIRMATION_APPLICATION, about.case, about.setting, court.name if court is not None else "")


def _of_receipt(about: About) -> Sequence[Holder]:
    given = next(group for group in handed(about.case) if group[0].id == about.subject_id)
    return holders.of_kind(PaperKind.RECEIPT, about.case, about.setting, performance=given[0])


KINDS: dict[PaperKind, Kind] = {  # in the order of the file index (domain brief 4.1, no. 2)
    PaperKind.REGISTRATION_FORM: Kind(_always, _registration, _held(PaperKind.REGISTRATION_FORM), ""),
    PaperKind.ACCEPTANCE_FORM: Kind(
        _accepted, _acceptance, _held(PaperKind.ACCEPTANCE_FORM), N_("The case has not been accepted: there is no notice of acceptance.")
    ),
    PaperKind.NON_ACCEPTANCE: Kind(
        _rejected,
        _non_acceptance,
        _held(PaperKind.NON_ACCEPTANCE),
        N_("The case has not been refused: there is no notice of non-acceptance."),
    ),
    PaperKind.RIGHTS_NOTICE: Kind(
        _not_rejected,
        lambda about: rights_notice.paper(about.case, about.setting),
        _held(PaperKind.RIGHTS_NOTICE),
        N_("The case has been refused: nobody is told of rights in a mediation."),
    ),
    PaperKind.SESSION_RECORD: Kind(_sessions, _session, _held(PaperKind.SESSION_RECORD), N_("There is no such session to print.")),
    PaperKind.AGREEMENT: Kind(
        _agreements,
        _agreement,
        lambda about: agreement.originals(about.case, _agreement_of(about), about.setting),
        N_("There is no agreement yet: write it first."),
    ),
    PaperKind.RECEIPT: Kind(
        _receipts, _receipt, _of_receipt, N_("There is no such performance: enter it first, then its receipt is printed.")
    ),
    PaperKind.RETURN_VISIT: Kind(_visits, _visit, _held(PaperKind.RETURN_VISIT), N_("There is no such return visit to print.")),
    PaperKind.CONFIRMATION_APPLICATION: Kind(
        _confirmable,
        _application,
        _of_application,
        N_("There is no written agreement in force whose parties want confirmation."),
    ),
    PaperKind.CLOSING_REPORT: Kind(
        _ended,
        lambda about: closing_report.paper(about.case, about.setting, about.day),
        _held(PaperKind.CLOSING_REPORT),
        N_("There is no outcome yet: conclude the mediation first."),
    ),
}
