"""The papers of the agreement itself: the written one, and the form of an oral one."""

from collections.abc import Sequence

from db.models.case import Case
from db.vocabulary import AgreementForm, FilePlace, PaperKind
from desktop.documents import agreement, calculation_table, oral_agreement
from desktop.documents.blocks import Paper
from desktop.i18n import N_
from desktop.services import calculations
from desktop.services.papers.kind import About, Kind, Subject, agreement_of, agreements_standing, counted, held


def _agreements(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in agreements_standing(case)])


def _agreement(about: About) -> Paper:
    found = agreement_of(about)
    if found.form is AgreementForm.ORAL:
        return oral_agreement.paper(about.case, found, about.setting, about.day)
    return agreement.paper(about.case, found, about.setting)


def _calculations(case: Case) -> Sequence[Subject]:
    """The calculations that stand; one that was replaced is no longer offered, its issued paper stays."""
    known = [one for one in case.calculations if one.replaced_by_id is None]
    return [Subject(one.ordinal if len(known) > 1 else 0, one.id) for one in known]


def _calculation(about: About) -> Paper:
    kept = next(one for one in about.case.calculations if one.id == about.subject_id)
    return calculation_table.paper(about.case, kept, calculations.read(about.session, kept), about.setting)


KINDS = (
    Kind(
        PaperKind.AGREEMENT,
        FilePlace.AGREEMENT,
        _agreements,
        _agreement,
        lambda about: agreement.originals(about.case, agreement_of(about), about.setting),
        N_("There is no agreement yet: write it first."),
    ),
    Kind(
        PaperKind.CALCULATION,
        FilePlace.AGREEMENT,
        _calculations,
        _calculation,
        held(PaperKind.CALCULATION),
        N_("No calculation is kept with this case: make one first."),
    ),
)
