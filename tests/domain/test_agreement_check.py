"""The plainest faults of an agreement, each found, and a good one passed."""

from datetime import date

import pytest

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import ObligationParty
from db.models.party import Party, PartyTie
from db.vocabulary import AuthorityLevel, ObligationKind, ObligationPart, ObligationTiming, PartyRole, PaymentWay
from desktop.domain.agreement_check import Level, agreed_fen, check
from tests.nouns import GOOD_USCC, agreement, case, company, obligation, party

TODAY = date(2026, 1, 20)
BANK = company(PartyRole.APPLICANT, "某商业银行")
FARM = company(PartyRole.RESPONDENT, "某农业公司", legal_representative="张某")
ZHANG = party(PartyRole.RESPONDENT, "张某某")
SUM = 519_425_392


def whole(one: Agreement, **values: object) -> Case:
    return case(BANK, FARM, ZHANG, agreements=[one], claim_fen=SUM, **values)


def kinds(one: Agreement, level: Level = Level.RED, **values: object) -> set[str]:
    return {finding.kind for finding in check(whole(one, **values), one, TODAY) if finding.level is level}


def good() -> Agreement:
    return agreement(
        obligation(
            [FARM, ZHANG],
            [BANK],
            SUM,
            due_on=date(2026, 2, 20),
            way=PaymentWay.TRANSFER,
            account_name="某商业银行",
            bank_name="托克托支行",
            account_number="15000122000000008",
        ),
        clauses=["双方再无其他争议。"],
    )


def test_a_good_agreement_has_nothing_red_or_amber() -> None:
    assert kinds(good()) == set()
    assert kinds(good(), Level.AMBER) == set()


FLAWS = {
    "no_debtor": agreement(obligation([], [BANK], SUM)),
    "no_creditor": agreement(obligation([FARM], [], SUM)),
    "owes_himself": agreement(obligation([BANK], [BANK], SUM)),
    "no_amount": agreement(obligation([FARM], [BANK], None)),
    "no_date": agreement(obligation([FARM], [BANK], SUM, due_on=None)),
    "date_past": agreement(obligation([FARM], [BANK], SUM, due_on=date(2026, 1, 19))),
    "no_day": agreement(obligation([FARM], [BANK], SUM), day=None),
    "no_content": agreement(),
    "no_schedule": agreement(obligation([FARM], [BANK], SUM, timing=ObligationTiming.INSTALMENTS)),
    "schedule_sum": agreement(
        obligation([FARM], [BANK], SUM, timing=ObligationTiming.INSTALMENTS, instalments=[(date(2026, 2, 1), SUM - 1)])
    ),
    "thing_unclear": agreement(obligation([FARM], [BANK], None, kind=ObligationKind.IN_KIND, subject="绵羊")),
    "act_unclear": agreement(obligation([FARM], [BANK], None, kind=ObligationKind.ACT, subject="")),
    "payee_not_creditor": agreement(
        obligation([FARM], [BANK], SUM, parts=[ObligationParty(party_id=ZHANG.id, part=ObligationPart.PAYEE, on_account_of_id=None)])
    ),
    "shares_sum": agreement(
        obligation([], [BANK], SUM, parts=[ObligationParty(party_id=FARM.id, part=ObligationPart.DEBTOR, share_fen=SUM - 100)])
    ),
}


@pytest.mark.parametrize("kind", FLAWS)
def test_each_flaw_is_red(kind: str) -> None:
    assert kind in kinds(FLAWS[kind])


def test_an_unchecked_identity_is_red() -> None:
    unknown = party(PartyRole.RESPONDENT, "李某", id_number="150105198001010014")
    one = agreement(obligation([unknown], [BANK], SUM))
    found = check(case(BANK, unknown, agreements=[one]), one, TODAY)
    assert ("identity", "parties.1.id_number") in {(finding.kind, finding.place) for finding in found if finding.level is Level.RED}


def test_a_debtor_who_does_not_sign_is_red() -> None:
    agent = party(PartyRole.AGENT, "乌兰")
    one = agreement(obligation([agent], [BANK], SUM))
    found = check(case(BANK, FARM, agent, agreements=[one]), one, TODAY)
    assert "debtor_not_party" in {finding.kind for finding in found if finding.level is Level.RED}


def _agent(name: str, level: AuthorityLevel, items: list[str]) -> Party:
    agent = party(PartyRole.AGENT, name)
    agent.ties = [PartyTie(for_party_id=FARM.id, role=PartyRole.AGENT, authority_level=level, items=items, paper="授权委托书")]
    return agent


@pytest.mark.parametrize(
    ("items", "stops"),
    [(["代为承认、放弃、变更诉讼请求，进行和解、调解"], False), (["代收法律文书"], True)],
    ids=["the other agent may settle", "nor may the other one"],
)
def test_a_general_agent_stops_nothing_where_another_may_settle(items: list[str], stops: bool) -> None:
    """One of two agents with special authority is enough (CPC 62)."""
    one = agreement(obligation([FARM], [BANK], SUM))
    agents = _agent("乌兰", AuthorityLevel.GENERAL, []), _agent("金某", AuthorityLevel.SPECIAL, items)
    found = check(case(BANK, FARM, *agents, agreements=[one]), one, TODAY)
    assert ("agent_general" in {finding.kind for finding in found}) is stops


def test_a_payee_on_account_of_the_creditor_passes() -> None:
    part = ObligationParty(party_id=ZHANG.id, part=ObligationPart.PAYEE, on_account_of_id=BANK.id)
    assert "payee_not_creditor" not in kinds(agreement(obligation([FARM], [BANK], SUM, parts=[part])))


def test_an_incomplete_account_and_a_missing_way_are_amber() -> None:
    assert "account" in kinds(agreement(obligation([FARM], [BANK], SUM, way=PaymentWay.TRANSFER)), Level.AMBER)
    assert "no_way" in kinds(agreement(obligation([FARM], [BANK], SUM, way=None)), Level.AMBER)


def test_more_than_claimed_is_only_grey() -> None:
    one = agreement(obligation([FARM], [BANK], SUM + 1))
    assert "more_than_claimed" in kinds(one, Level.GREY)


def test_an_agreement_is_judged_as_of_its_own_day() -> None:
    """An agreement of January entered in November is not faulted for its January dates."""
    one = good()
    assert {f.kind for f in check(whole(one), one, date(2026, 11, 20)) if f.level is Level.RED} == set()


def test_the_red_ones_come_first_and_sums_add_up() -> None:
    one = agreement(obligation([], [BANK], 100, way=None), obligation([FARM], [BANK], 250, ordinal=2))
    levels = [finding.level for finding in check(whole(one), one, TODAY)]
    assert levels == sorted(levels, key=[Level.RED, Level.AMBER, Level.GREY].index)
    assert agreed_fen(one) == 350


def test_a_company_without_code_stops_the_agreement() -> None:
    bare = company(PartyRole.RESPONDENT, "某农业公司", uscc="")
    one = agreement(obligation([bare], [BANK], SUM))
    found = check(case(BANK, bare, agreements=[one]), one, TODAY)
    assert "parties.1.uscc" in {finding.place for finding in found if finding.level is Level.RED}
    assert GOOD_USCC
