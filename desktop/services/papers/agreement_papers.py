"""The papers of the agreement itself: the written one, and the form of an oral one."""

from collections.abc import Sequence

from db.models.case import Case
from db.vocabulary import AgreementForm, FilePlace, PaperKind
from desktop.documents import agreement, oral_agreement
from desktop.documents.blocks import Paper
from desktop.i18n import N_
from desktop.services.papers.kind import About, Kind, Subject, agreement_of, agreements_standing, counted


def _agreements(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in agreements_standing(case)])


def _agreement(about: About) -> Paper:
    found = agreement_of(about)
    if found.form is AgreementForm.ORAL:
        return oral_agreement.paper(about.case, found, about.setting, about.day)
    return agreement.paper(about.case, found, about.setting)


KINDS = (
    Kind(
        PaperKind.AGREEMENT,
        FilePlace.AGREEMENT,
        _agreements,
        _agreement,
        lambda about: agreement.originals(about.case, agreement_of(about), about.setting),
        N_("There is no agreement yet: write it first."),
    ),
)
