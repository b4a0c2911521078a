"""When an agreement takes effect: PML 29, SMR 24, PML 30, as worked examples."""

from datetime import date

from db.vocabulary import AgreementForm, AgreementStatus, MediationType, PartyRole, Regime, SignerKind
from desktop.domain.effect import effect
from tests.nouns import agreement, party, signing

WANG = party(PartyRole.APPLICANT, "王某")
ZHANG = party(PartyRole.RESPONDENT, "张某")
D20, D21, D23, D25 = (date(2026, 1, day) for day in (20, 21, 23, 25))


def test_people_mediation_waits_for_the_seal() -> None:
    """PML 29: parties on the 20th and 21st, mediator on the 21st, seal on the 23rd: effect on the 23rd; arguable from the 21st."""
    lines = [
        signing(SignerKind.PARTY, D20, WANG),
        signing(SignerKind.PARTY, D21, ZHANG),
        signing(SignerKind.MEDIATOR, D21),
        signing(SignerKind.COMMITTEE, D23, by_hand=False, seal=True),
    ]
    reached = effect(agreement(signings=lines), [WANG, ZHANG], MediationType.PEOPLE)
    assert (reached.on, reached.earliest) == (D23, D21)


def test_people_mediation_without_seal_has_no_effect_yet() -> None:
    lines = [signing(SignerKind.PARTY, D20, WANG), signing(SignerKind.PARTY, D21, ZHANG), signing(SignerKind.MEDIATOR, D21)]
    reached = effect(agreement(signings=lines), [WANG, ZHANG], MediationType.SECTORAL)
    assert reached.on is None
    assert reached.waiting == (SignerKind.COMMITTEE,)


def test_delegated_mediation_needs_the_parties_only() -> None:
    """SMR 24: the parties' signatures are enough; a seal added later does not move the day."""
    lines = [
        signing(SignerKind.PARTY, D20, WANG),
        signing(SignerKind.AGENT, D21, ZHANG),
        signing(SignerKind.COMMITTEE, D25, by_hand=False, seal=True),
    ]
    reached = effect(agreement(signings=lines, regime=Regime.PRE_FILING_2016), [WANG, ZHANG], MediationType.COURT_INVITED)
    assert (reached.on, reached.earliest) == (D21, D21)


def test_a_referral_to_a_peoples_committee_follows_the_courts_rule() -> None:
    reached = effect(
        agreement(signings=[signing(SignerKind.PARTY, D20, WANG), signing(SignerKind.PARTY, D20, ZHANG)], regime=Regime.FILE_FIRST_2025),
        [WANG, ZHANG],
        MediationType.PEOPLE,
    )
    assert reached.on == D20


def test_who_has_not_signed_is_named() -> None:
    third = party(PartyRole.THIRD_PARTY, "某保险公司")
    reached = effect(agreement(signings=[signing(SignerKind.PARTY, D20, WANG)]), [WANG, ZHANG, third], MediationType.PEOPLE)
    assert reached.on is None
    assert reached.waiting_parties == (ZHANG.id, third.id)


def test_a_line_without_hand_fingerprint_or_seal_does_not_count() -> None:
    lines = [signing(SignerKind.PARTY, D20, WANG), signing(SignerKind.PARTY, D20, ZHANG, by_hand=False)]
    reached = effect(agreement(signings=lines, regime=Regime.PRE_FILING_2016), [WANG, ZHANG], MediationType.COURT_INVITED)
    assert reached.waiting_parties == (ZHANG.id,)


def test_an_agent_stands_beside_and_need_not_sign_for_himself() -> None:
    agent = party(PartyRole.AGENT, "乌兰")
    lines = [signing(SignerKind.PARTY, D20, WANG), signing(SignerKind.PARTY, D20, ZHANG)]
    reached = effect(agreement(signings=lines, regime=Regime.PRE_FILING_2016), [WANG, ZHANG, agent], MediationType.COURT_INVITED)
    assert reached.on == D20


def test_an_oral_agreement_takes_effect_at_once() -> None:
    """PML 30."""
    reached = effect(agreement(form=AgreementForm.ORAL, day=D25), [WANG, ZHANG], MediationType.PEOPLE)
    assert (reached.on, reached.earliest) == (D25, D25)


def test_a_mediator_signing_for_a_party_does_not_count_for_it() -> None:
    lines = [signing(SignerKind.MEDIATOR, D20, WANG), signing(SignerKind.PARTY, D20, ZHANG)]
    assert effect(agreement(signings=lines), [WANG, ZHANG], MediationType.PEOPLE).waiting_parties == (WANG.id,)


def test_an_agreement_in_force_keeps_its_day_without_a_signing_table() -> None:
    """What was settled elsewhere comes in with its day; it waits for nobody."""
    one = agreement(status=AgreementStatus.SIGNED, effective_on=D23, earliest_effect_on=D21)
    reached = effect(one, [WANG, ZHANG], MediationType.PEOPLE)
    assert (reached.on, reached.earliest, reached.waiting_parties, reached.waiting) == (D23, D21, (), ())
