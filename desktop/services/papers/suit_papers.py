"""The papers of a suit that follows where the mediation fails: complaint, answer, what is still to be asked for them."""

from collections.abc import Callable, Sequence

from sqlalchemy import select

from db.models.case import Case
from db.models.court import Court
from db.vocabulary import OutcomeCode, PaperKind, PartyRole
from desktop import i18n
from desktop.documents.blocks import Paper
from desktop.documents.court import element_form, fee_reduction, filing_guide, form_questions, narrative_claim
from desktop.domain import court_fee, filing
from desktop.domain.court_fee import Fee
from desktop.domain.filing import Place
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import case_sums, court_sheets, element_forms, regions, terms
from desktop.services.papers.kind import About, Kind, Subject, always, held, numbered, on_request

FAILED = frozenset(
    (
        OutcomeCode.FAILED_REFUSED,
        OutcomeCode.FAILED_DIVERGENCE,
        OutcomeCode.FAILED_UNREACHABLE,
        OutcomeCode.FAILED_EXPIRED,
        OutcomeCode.FAILED_UNSIGNED,
        OutcomeCode.TRANSFERRED,
    )
)


def failed(case: Case) -> bool:
    """Whether the mediation has ended without an agreement."""
    standing = [one for one in case.outcomes if not one.undone]
    return bool(standing) and standing[-1].code in FAILED


def _number(case: Case) -> str:
    return case.number or case.entry_number


def _court_number(case: Case) -> str:
    return next((one.court_number for one in reversed(case.referrals) if one.court_number and not one.outward), "")


def _form(kind: PaperKind) -> Callable[[About], Paper]:
    def write(about: About) -> Paper:
        case = about.case
        if element_forms.form_of(case, about.day) is None:
            found = _places(about)
            return narrative_claim.paper(kind.value, case, about.setting, found[0].court if found else None, _court_number(case))
        filled = element_forms.filled(case, about.day, kind)
        return element_form.paper(kind.value, filled, _number(case), _court_number(case) if kind is PaperKind.ANSWER else "", about.setting)

    return write


def _lacks(kind: PaperKind) -> Callable[[About], Sequence[str]]:
    """What does not agree, then what is to be asked, a sentence each."""

    def lacks(about: About) -> Sequence[str]:
        if element_forms.form_of(about.case, about.day) is None:
            return ()
        filled = element_forms.filled(about.case, about.day, kind)
        asked = [
            _("To be asked: {row}: {question} ({place})").format(row=one.row.replace("\n", ""), question=one.what, place=one.place)
            for one in filled.questions
        ]
        return (*filled.contradictions, *asked)

    return lacks


def _questions(about: About) -> Paper:
    with i18n.speaking(i18n.DEFAULT):
        filled = element_forms.claim(about.case, about.day)
    form = f"{filled.title}{filled.cause}"
    return form_questions.paper(form, _number(about.case), filled.questions, filled.contradictions, about.setting)


def _places(about: About) -> "list[Place]":
    known = list(about.session.scalars(select(Court).order_by(Court.code)))
    return filing.places(about.case, known, regions.names())


def fee_of(about: About) -> Fee | None:
    """The court's fee of the suit; None where it cannot be told from the amount claimed."""
    try:
        kind, values = case_sums.fee_kind(about.case, about.day), terms.values_of(about.session)
        return court_fee.fee(kind, about.case.claim_fen, values, terms.bands(), about.day)
    except Refusal:
        return None


def _guide(about: About) -> Paper:
    form = element_forms.form_of(about.case, about.day)
    name = element_forms.frame_of(form.edition).name if form else ""
    return filing_guide.paper(about.case, about.setting, _places(about), fee_of(about), name, about.day)


def _reduction(about: About) -> Paper:
    party = next(one for one in about.case.parties if one.id == about.subject_id)
    given = court_sheets.of(about.case, PaperKind.FEE_REDUCTION, party.id)
    found = _places(about)
    return fee_reduction.paper(about.case, party, about.setting, fee_of(about), found[0].court if found else None, given)


def _plaintiffs(case: Case) -> Sequence[Subject]:
    return numbered([party.id for party in case.parties if party.role is PartyRole.APPLICANT])


KINDS = (
    Kind(PaperKind.FILING_GUIDE, None, always, _guide, held(PaperKind.FILING_GUIDE), wanted=failed),
    Kind(PaperKind.FEE_REDUCTION, None, _plaintiffs, _reduction, held(PaperKind.FEE_REDUCTION), wanted=on_request),
    Kind(PaperKind.CLAIM, None, always, _form(PaperKind.CLAIM), held(PaperKind.CLAIM), wanted=failed, lacks=_lacks(PaperKind.CLAIM)),
    Kind(
        PaperKind.ANSWER, None, always, _form(PaperKind.ANSWER), held(PaperKind.ANSWER), wanted=on_request, lacks=_lacks(PaperKind.ANSWER)
    ),
    Kind(PaperKind.FORM_QUESTIONS, None, always, _questions, held(PaperKind.FORM_QUESTIONS), wanted=on_request, by_hand=False),
)
