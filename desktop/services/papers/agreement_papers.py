"""The papers of the agreement: written or oral, in plain words, who may speak and sign, who pays to whom instead, who forgives."""

from collections.abc import Sequence

from db.models.case import Case
from db.models.obligation import Obligation
from db.vocabulary import AgreementForm, FilePlace, Need, ObligationPart, PaperKind, PartyKind
from desktop.documents import (
    agreement,
    aid,
    calculation_table,
    holders,
    kinship_proof,
    oral_agreement,
    payment_direction,
    plain_page,
    representatives_authority,
    third_party_declaration,
    understanding_letter,
)
from desktop.documents.blocks import Paper
from desktop.documents.holders import Holder
from desktop.domain.calculation import result
from desktop.domain.situation import Situation
from desktop.i18n import N_
from desktop.services import calculations, terms
from desktop.services.papers.kind import About, Kind, Subject, agreement_of, agreements_standing, counted, held, sheets


def _agreements(case: Case) -> Sequence[Subject]:
    return counted([one.id for one in agreements_standing(case)])


def _agreement(about: About) -> Paper:
    found = agreement_of(about)
    if found.form is AgreementForm.ORAL:
        return oral_agreement.paper(about.case, found, about.setting, about.day)
    return agreement.paper(about.case, found, about.setting, _annexes(about) if found.member_id is None else ())


def _annexes(about: About) -> list[agreement.Annex]:
    """The calculations that are part of the agreement; a single agreement of a group's member has none, since they tell of the others."""
    kept = [one for one in about.case.calculations if one.part_of_agreement]
    return [(one.title, calculation_table.annex(one, calculations.read(about.session, one), about.setting)) for one in kept]


def _calculations(case: Case) -> Sequence[Subject]:
    """The calculations that stand; one that was replaced is no longer offered, its issued paper stays."""
    known = [one for one in case.calculations if one.replaced_by_id is None]
    return [Subject(one.ordinal if len(known) > 1 else 0, one.id) for one in known]


def _calculation(about: About) -> Paper:
    kept = next(one for one in about.case.calculations if one.id == about.subject_id)
    made = result.nothing(about.day) if about.setting.hand else calculations.read(about.session, kept)
    return calculation_table.paper(about.case, kept, made, about.setting)


def _plain(about: About) -> Paper:
    standing = agreement_of(about)
    law = terms.values_of(about.session), terms.calendar_of(about.session)
    last = Situation(about.case, about.day, lambda: law).apply_by if standing.effective_on is not None else None
    return plain_page.paper(about.case, standing, about.setting, last.due if last is not None else None)


def _plain_wanted(case: Case) -> bool:
    """The page in plain words comes by itself where a party reads with difficulty."""
    return bool(aid.in_need(case, Need.LARGE_PRINT, Need.READ_ALOUD, Need.SIGN_LANGUAGE, Need.GUARDIAN))


def _groups(case: Case) -> Sequence[Subject]:
    return counted([party.id for party in case.parties if party.kind in (PartyKind.GROUP, PartyKind.HOUSEHOLD) and len(party.members) > 1])


def _authority(about: About) -> Paper:
    return representatives_authority.paper(
        about.case, next(party for party in about.case.parties if party.id == about.subject_id), about.setting
    )


def obligation_of(about: About) -> Obligation:
    """The obligation that a paper is about."""
    return next(part for one in about.case.agreements for part in one.obligations if part.id == about.subject_id)


def _directed(case: Case) -> Sequence[Subject]:
    """Obligations that somebody else than the debtor performs, or of which somebody else than the creditor takes."""
    ids = []
    for one in agreements_standing(case):
        for part in one.obligations:
            creditors = {row.party_id for row in part.parties if row.part is ObligationPart.CREDITOR}
            others = [row for row in part.parties if row.part is ObligationPart.PERFORMER]
            others += [row for row in part.parties if row.part is ObligationPart.PAYEE and row.party_id not in creditors]
            ids += [part.id] if others else []
    return counted(ids)


def _direction(about: About) -> Paper:
    part = obligation_of(about)
    standing = next(one for one in about.case.agreements if one.id == part.agreement_id)
    return payment_direction.paper(about.case, standing, part, about.setting)


def _of_direction(about: About) -> Sequence[Holder]:
    return holders.of_kind(PaperKind.PAYMENT_DIRECTION, about.case, about.setting, obligation=obligation_of(about))


def _understanding(about: About) -> Paper:
    told = about.told()
    return understanding_letter.paper(about.case, told, about.party(told, "giver"), about.party(told, "receiver"), about.setting)


def _of_understanding(about: About) -> Sequence[Holder]:
    told = about.told()
    return holders.of_parties([told.get("giver", 0), told.get("receiver", 0)], about.case, about.setting)


def _third(case: Case) -> Sequence[Subject]:
    """Agreements for which it was asked who else has a right."""
    return counted([one.id for one in agreements_standing(case) if one.third_parties])


KINDS = (
    Kind(
        PaperKind.REPRESENTATIVES_AUTHORITY,
        FilePlace.AUTHORITY,
        _groups,
        _authority,
        held(PaperKind.REPRESENTATIVES_AUTHORITY),
        N_("No side of this case is a group or household with several members."),
        turn=25,
    ),
    Kind(
        PaperKind.KINSHIP_PROOF,
        FilePlace.IDENTITY,
        sheets(PaperKind.KINSHIP_PROOF),
        lambda about: kinship_proof.paper(about.case, about.told(), about.setting),
        held(PaperKind.KINSHIP_PROOF),
        N_("No proof of kinship has been entered."),
    ),
    Kind(
        PaperKind.AGREEMENT,
        FilePlace.AGREEMENT,
        _agreements,
        _agreement,
        lambda about: agreement.originals(about.case, agreement_of(about), about.setting),
        N_("There is no agreement yet: write it first."),
        turn=50,
    ),
    Kind(
        PaperKind.CALCULATION,
        FilePlace.AGREEMENT,
        _calculations,
        _calculation,
        held(PaperKind.CALCULATION),
        N_("No calculation is kept with this case: make one first."),
        by_hand=False,
    ),
    Kind(
        PaperKind.PLAIN_PAGE,
        None,
        _agreements,
        _plain,
        lambda about: (),
        N_("There is no agreement yet: write it first."),
        _plain_wanted,
    ),
    Kind(
        PaperKind.PAYMENT_DIRECTION,
        FilePlace.PERFORMANCE,
        _directed,
        _direction,
        _of_direction,
        N_("Nobody pays or takes for another in this agreement."),
        turn=60,
    ),
    Kind(
        PaperKind.THIRD_PARTY_DECLARATION,
        FilePlace.AGREEMENT,
        _third,
        lambda about: third_party_declaration.paper(about.case, agreement_of(about), about.setting),
        held(PaperKind.THIRD_PARTY_DECLARATION),
        N_("It has not been asked who else has a right: answer it in the sheet of the agreement."),
        turn=55,
    ),
    Kind(
        PaperKind.UNDERSTANDING_LETTER,
        FilePlace.PERFORMANCE,
        sheets(PaperKind.UNDERSTANDING_LETTER),
        _understanding,
        _of_understanding,
        N_("No letter of understanding has been entered."),
        turn=65,
    ),
)
