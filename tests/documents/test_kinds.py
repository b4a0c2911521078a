"""Every paper names every party, sum and date of its case; nothing private reaches it; order and numbering are right."""

import dataclasses

import pytest

from db.models.agreement import Signing
from db.models.session import Attendee
from db.vocabulary import MediationType, PartyRole, Regime, SignerKind
from desktop.documents import agreement, registration_form, session_record
from desktop.documents.blocks import Clauses, Fields, Paper, SealPlace, Signatures, texts
from desktop.domain import dates, money
from tests.documents import cases, papers
from tests.documents.papers import bare


def whole(paper: Paper) -> str:
    return bare("\n".join(text for _, text in texts(paper)))


@pytest.mark.parametrize("name", cases.ALL)
@pytest.mark.parametrize("kind", ["agreement", "registration_form", "session_record"])
def test_every_party_is_named(name: str, kind: str) -> None:
    case = cases.ALL[name]()
    text = papers.body(papers.paper(name, kind), papers.pdf_of(name, kind))
    for party in case.parties:
        if kind != "session_record" or party.role in (PartyRole.APPLICANT, PartyRole.RESPONDENT):
            assert bare(party.name) in text
        if kind == "agreement" and party.id_number and not party.members:
            assert party.id_number in text
        for member in party.members:
            if kind != "session_record":
                assert bare(member.name) in text and member.id_number in text


@pytest.mark.parametrize("name", cases.ALL)
def test_every_sum_and_day_is_in_the_agreement(name: str) -> None:
    written = cases.ALL[name]().agreements[0]
    text = papers.body(papers.paper(name, "agreement"), papers.pdf_of(name, "agreement"))
    for one in written.obligations:
        for fen in (one.amount_fen, *(part.amount_fen for part in one.instalments)):
            if fen is not None:
                assert money.figures(fen) in text and money.capitals(fen) in text
        for day in (one.due_on, *(part.due_on for part in one.instalments)):
            if day is not None:
                assert dates.in_words(day) in text
    for clause in written.clauses:
        assert bare(clause) in text


def test_clauses_run_on_behind_a_table() -> None:
    found = [block for block in papers.paper("wages", "agreement").blocks if isinstance(block, Clauses)]
    assert [block.first for block in found] == [1, 2]


def test_the_parties_stand_in_the_order_of_the_sides_with_their_helpers() -> None:
    text = whole(papers.paper("child", "agreement"))
    assert text.index("申请人：<b>&{{x}}") < text.index("法定代理人：萨仁高娃") < text.index("被申请人：龑𬭎")
    assert "系<b>&{{x}}之母亲" in text
    agent = "委托代理人：乌兰，内蒙古某律师事务所，公民身份号码150102198505052044，特别授权（代为参加调解、签署调解协议），"
    assert f"{agent}凭授权委托书" in whole(papers.paper("loan", "agreement"))


def test_an_individual_business_has_an_operator_a_household_its_members() -> None:
    text = whole(papers.paper("sheep", "agreement"))
    assert "申请人：鄂托克旗某饲料经营部（字号：某饲料经营部）" in text and "经营者：苏和。" in text
    assert "代表人：巴图，户主" in text and "成员：阿丽玛，女，1970年8月9日出生" in text
    assert "代为履行人：其其格" in text


def test_effect_follows_the_law_of_the_case() -> None:
    case = cases.loan()
    assert "并加盖人民调解委员会印章之日起生效" in whole(agreement.paper(case, case.agreements[0], cases.setting()))
    case.mediation_type, case.agreements[0].regime = MediationType.COURT_INVITED, Regime.PRE_FILING_2016
    text = whole(agreement.paper(case, case.agreements[0], cases.setting()))
    assert "本协议自各方当事人签名、盖章或者按指印之日起生效" in text


def test_copies_agree_with_the_parties() -> None:
    case = cases.loan()
    assert "本协议一式五份" in whole(agreement.paper(case, case.agreements[0], cases.setting()))
    case.agreements[0].copies = None
    text = whole(agreement.paper(case, case.agreements[0], cases.setting()))
    assert "本协议一式六份" in text and "其余两份" in text, "a court that is to confirm gets two"
    case.agreements[0].confirmation_wanted = False
    text = whole(agreement.paper(case, case.agreements[0], cases.setting()))
    assert "本协议一式四份" in text and "其余" not in text


def test_signers_as_prepared_or_as_they_will_be() -> None:
    case = cases.loan()
    made = agreement.paper(case, case.agreements[0], cases.setting())
    lines = next(block for block in made.blocks if isinstance(block, Signatures)).lines
    assert [line.capacity for line in lines] == ["申请人", "申请人委托代理人", "被申请人", "被申请人", "人民调解员", "记录人"]
    assert lines[0].name == "内蒙古某商业银行股份有限公司\n法定代表人（负责人）：\n李某某"
    case.agreements[0].signings = [
        Signing(ordinal=1, signer=SignerKind.AGENT, party_id=1, name="乌兰", capacity=""),
        Signing(ordinal=2, signer=SignerKind.PARTY, party_id=3, name="张𨱏", capacity=""),
        Signing(ordinal=3, signer=SignerKind.MEDIATOR, mediator_id=1, name="王某某", capacity=""),
        Signing(ordinal=4, signer=SignerKind.COMMITTEE, name="调委会", capacity=""),
    ]
    made = agreement.paper(case, case.agreements[0], cases.setting())
    lines = next(block for block in made.blocks if isinstance(block, Signatures)).lines
    assert [line.capacity for line in lines] == ["申请人委托代理人", "被申请人", "人民调解员"]
    assert any(isinstance(block, SealPlace) for block in made.blocks)


def test_what_is_not_filled_in_prints_as_a_stroke() -> None:
    text = whole(papers.paper("child", "agreement"))
    assert "龑𬭎，男，／，／出生，住／，公民身份号码／，联系电话／。" in text
    form = papers.paper("child", "registration_form")
    cells = [cell for block in form.blocks if isinstance(block, Fields) for row in block.rows[:-1] for cell in row.cells]
    assert all(cell.text.strip() for cell in cells)  # only the last row is left empty: there one signs


def test_the_form_says_source_referral_and_what_is_missing() -> None:
    text = whole(papers.paper("loan", "registration_form"))
    assert "■法院移送" in text and "□当事人申请" in text
    assert "呼和浩特市托克托县人民法院，（2021）内0122诉前调268号，2021年12月6日移送" in text
    assert "缺少身份证复印件。" in text
    assert "150105198001010013" in text and "自述" not in text
    assert "（自述，未核实）" not in whole(papers.paper("child", "registration_form"))
    case = cases.loan()
    case.parties[2].id_verified = False
    assert "150105198001010013（自述，未核实）" in whole(registration_form.paper(case, cases.setting()))


def test_the_record_has_who_was_there_and_how_it_was_read() -> None:
    case = cases.sheep()
    case.sessions[0].attendees = [
        cases.made(Attendee, party_id=2, name="巴图"),
        cases.made(Attendee, party_id=None, name="刘某", capacity="见证人", organisation="某嘎查"),
    ]
    made = session_record.paper(case, case.sessions[0], cases.setting())
    text = whole(made)
    assert "申请人：鄂托克旗某饲料经营部（未到场）" in text and "被申请人：巴图" in text
    assert "刘某（见证人），某嘎查" in text
    assert "翻译人那仁已向当事人如实翻译" in text
    assert "以上记录已向本人宣读" in text
    assert [line.name for line in next(block for block in made.blocks if isinstance(block, Signatures)).lines] == [
        "巴图", "刘某", "那仁", "王某某", "赵某",
    ]  # fmt: skip
    assert made.page_signatures


def test_letterhead_and_seal_name() -> None:
    case, setting = cases.loan(), cases.setting()
    setting.organisation.letterhead, setting.organisation.seal_name = "某某诉调中心", "某某调委会"
    made = agreement.paper(case, case.agreements[0], setting)
    assert made.organisation == "某某诉调中心"
    assert "某某调委会\n（印章）" in [block.text for block in made.blocks if isinstance(block, SealPlace)]


def test_version_state_and_training_come_from_the_setting() -> None:
    case = cases.loan()
    made = agreement.paper(case, case.agreements[0], dataclasses.replace(cases.setting(training=True), version=3))
    assert (made.version, made.training, made.layout, made.language) == (3, True, "official", "zh-CN")
