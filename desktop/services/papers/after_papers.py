"""The papers of what comes after the agreement: receipts, sheets of wages, return visits."""

from collections.abc import Sequence

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import Obligation, Performance
from db.vocabulary import AgreementForm, ConfirmationResult, FilePlace, PaperKind, Stage
from desktop.documents import demand_letter, enforcement_tips, holders, performance_certificate, receipt, return_visit, wage_sheet
from desktop.documents.blocks import Paper
from desktop.documents.holders import Holder
from desktop.domain import balance, limitation
from desktop.domain import confirmation as rules
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.services import terms
from desktop.services.papers.agreement_papers import obligation_of
from desktop.services.papers.kind import About, Kind, Subject, agreement_of, agreements_standing, counted, held, numbered, on_request

NO_RECEIPT = N_("There is no such performance: enter it first, then its receipt is printed.")


def _handed(case: Case) -> list[list[Performance]]:
    """What was performed in one go under one obligation, each a receipt: the entries of one move together (35 workers paid on one day)."""
    rows = {one.id: one for standing in balance.in_force(case) for part in standing.obligations for one in part.performances}
    groups: dict[tuple[int, int], list[Performance]] = {}
    for move in case.moves:
        if move.key == "perform" and not move.undone:
            for one in [rows.pop(i) for i in move.values.get("performances", ()) if i in rows]:
                groups.setdefault((move.id, one.obligation_id), []).append(one)
    alone = [[one] for one in rows.values()]  # settled elsewhere: no move of its own
    return sorted([*groups.values(), *alone], key=lambda group: group[0].id)


def _receipts(case: Case) -> Sequence[Subject]:
    return numbered([given[0].id for given in _handed(case)])


def _receipt(about: About) -> Paper:
    if about.setting.hand:
        return receipt.blank(about.case, about.setting)
    known = _handed(about.case)
    n, given = next((n, group) for n, group in enumerate(known, 1) if group[0].id == about.subject_id)
    for found in balance.in_force(about.case):
        for part in found.obligations:
            if part.id == given[0].obligation_id:
                return receipt.paper(about.case, found, part, given, n, about.setting)
    raise Refusal(_(NO_RECEIPT), "session", "not_found")


def _of_receipt(about: About) -> Sequence[Holder]:
    given = next(group for group in _handed(about.case) if group[0].id == about.subject_id)
    return holders.of_kind(PaperKind.RECEIPT, about.case, about.setting, performance=given[0])


def _wages(case: Case) -> Sequence[Subject]:
    """Obligations of which each member of a group has his own part."""
    parts = [part for one in agreements_standing(case) for part in one.obligations]
    return counted([part.id for part in parts if any(one.member_id is not None for one in part.instalments)])


def _wage_sheet(about: About) -> Paper:
    part = obligation_of(about)
    standing = next(one for one in about.case.agreements if one.id == part.agreement_id)
    return wage_sheet.paper(about.case, standing, part, about.setting)


def _of_wages(about: About) -> Sequence[Holder]:
    return holders.of_kind(PaperKind.WAGE_SHEET, about.case, about.setting, obligation=obligation_of(about))


def _visit(about: About) -> Paper:
    return return_visit.paper(about.case, next(one for one in about.case.return_visits if one.id == about.subject_id), about.setting)


def _open(case: Case) -> Sequence[Subject]:
    """Obligations in force of which something is left."""
    left = [one for one in balance.of_case(case, balance.NEVER) if not one.done]
    return counted([one.obligation.id for one in left])


def _defaulted(case: Case) -> bool:
    """The letter and the sheet come by themselves where a default was entered."""
    return case.stage is Stage.DEFAULTED


def _owed(about: About) -> tuple[Agreement, Obligation]:
    return next((one, part) for one in about.case.agreements for part in one.obligations if part.id == about.subject_id)


def _letter(about: About) -> Paper:
    return demand_letter.paper(about.case, *_owed(about), about.setting, about.day)


def _of_letter(about: About) -> Sequence[Holder]:
    return holders.of_kind(PaperKind.DEMAND_LETTER, about.case, about.setting, obligation=_owed(about)[1])


def _performed(case: Case) -> Sequence[Subject]:
    """Agreements in force of which nothing is left."""
    known = [one for one in balance.in_force(case) if one.obligations]
    return counted([one.id for one in known if all(balance.of(part, one, balance.NEVER).done for part in one.obligations)])


def _tips(about: About) -> Paper:
    standing = agreement_of(about)
    law = terms.values_of(about.session), terms.calendar_of(about.session)
    asked = [one.result for one in about.case.confirmations if one.agreement_id == standing.id]
    until = None
    try:
        if ConfirmationResult.CONFIRMED in asked:
            until = rules.enforcement(standing, *law)
        elif (runs := limitation.of_agreement(about.case, *law)) is not None:
            until = runs.limit
    except Refusal:  # a term that the office has no value for is told in words
        pass
    return enforcement_tips.paper(about.case, standing, about.setting, about.day, until.due if until is not None else None)


def _enforceable(case: Case) -> Sequence[Subject]:
    known = [one for one in balance.in_force(case) if one.form is not AgreementForm.ORAL and one.obligations]
    return counted([one.id for one in known if not all(balance.of(part, one, balance.NEVER).done for part in one.obligations)])


KINDS = (
    Kind(PaperKind.RECEIPT, FilePlace.PERFORMANCE, _receipts, _receipt, _of_receipt, NO_RECEIPT, turn=70),
    Kind(
        PaperKind.WAGE_SHEET,
        FilePlace.PERFORMANCE,
        _wages,
        _wage_sheet,
        _of_wages,
        N_("No obligation gives each member of a group his own part."),
    ),
    Kind(
        PaperKind.RETURN_VISIT,
        FilePlace.RETURN_VISIT,
        lambda case: numbered([one.id for one in case.return_visits]),
        _visit,
        held(PaperKind.RETURN_VISIT),
        N_("There is no such return visit to print."),
    ),
    Kind(
        PaperKind.DEMAND_LETTER,
        FilePlace.PERFORMANCE,
        _open,
        _letter,
        _of_letter,
        N_("Nothing is left to perform under an agreement in force."),
        _defaulted,
    ),
    Kind(
        PaperKind.PERFORMANCE_CERTIFICATE,
        FilePlace.PERFORMANCE,
        _performed,
        lambda about: performance_certificate.paper(about.case, agreement_of(about), about.setting, about.day),
        held(PaperKind.PERFORMANCE_CERTIFICATE),
        N_("Something is still to be performed: the certificate comes when nothing is left."),
        on_request,
    ),
    Kind(
        PaperKind.ENFORCEMENT_TIPS,
        None,
        _enforceable,
        _tips,
        held(PaperKind.ENFORCEMENT_TIPS),
        N_("Nothing is left to perform under a written agreement in force."),
        _defaulted,
    ),
)
