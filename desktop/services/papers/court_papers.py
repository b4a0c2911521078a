"""The papers that go to a court."""

from collections.abc import Sequence

from db.models.case import Case
from db.models.court import Court
from db.vocabulary import AgreementForm, ConfirmationResult, FilePlace, PaperKind
from desktop.documents import confirmation_application, holders
from desktop.documents.blocks import Paper
from desktop.documents.holders import Holder
from desktop.domain import balance
from desktop.i18n import N_
from desktop.services import confirmation
from desktop.services.papers.kind import About, Kind, Subject, agreement_of, counted


def _confirmable(case: Case) -> Sequence[Subject]:
    asked = {one.agreement_id for one in case.confirmations}
    known = [one for one in balance.in_force(case) if one.form is not AgreementForm.ORAL and (one.confirmation_wanted or one.id in asked)]
    return counted([one.id for one in known])


def _court(about: About) -> Court | None:
    """Where it was applied for; else the likeliest court."""
    if about.setting.hand:
        return None
    asked = [one for one in about.case.confirmations if one.agreement_id == about.subject_id]
    for one in reversed(asked):
        if one.court_id is not None and one.result is ConfirmationResult.PENDING:
            return about.setting.courts.get(one.court_id)
    known = confirmation.candidates(about.session, about.case)
    return known[0].court if known else None


def _application(about: About) -> Paper:
    return confirmation_application.paper(about.case, agreement_of(about), about.setting, _court(about), about.day)


def _of_application(about: About) -> Sequence[Holder]:
    court = _court(about)
    return holders.of_kind(PaperKind.CONFIRMATION_APPLICATION, about.case, about.setting, court.name if court is not None else "")


KINDS = (
    Kind(
        PaperKind.CONFIRMATION_APPLICATION,
        FilePlace.CONFIRMATION,
        _confirmable,
        _application,
        _of_application,
        N_("There is no written agreement in force whose parties want confirmation."),
        turn=90,
    ),
)
