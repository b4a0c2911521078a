"""Forms filled: empty rows stay, boxes follow the facts, contradictions are named, long texts go on on an annex, answers mirror claims."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.vocabulary import AuthorityLevel, PartyKind, PartyRole
from desktop.domain.element_forms import answers, assembly
from desktop.domain.element_forms import form as forms
from desktop.domain.element_forms.filling import BOX, TICK
from desktop.domain.refusal import Refusal
from tests.documents import cases
from tests.domain.element_forms import grounds

COUNTS = {  # rows of claims, preservation and facts (forms brief 1.3 A to H)
    "traffic": (13, 2, 5),
    "finance_loan": (8, 2, 19),
    "private_loan": (8, 2, 18),
    "labour": (10, 1, 8),
    "divorce": (9, 1, 10),
    "sale": (10, 2, 25),
    "property_service": (5, 2, 13),
    "credit_card": (7, 2, 16),
}


def labels(filled: assembly.Filled) -> list[str]:
    return [row.label.replace("\n", "") for row in filled.sections[0].rows]


@pytest.mark.parametrize("key", COUNTS)
def test_an_empty_case_prints_every_row(key: str) -> None:
    form = grounds.form(key)
    assert tuple(len(form.part(part)) for part in forms.PARTS) == COUNTS[key]
    filled = grounds.claim(key, grounds.ground())
    assert [section.title for section in filled.sections] == ["当事人信息", *form.titles.values(), "对纠纷解决方式的意愿"]
    known = grounds.rows(filled)
    assert all(row.key in known for row in form.rows)
    assert TICK not in "".join(known[row.key].text for row in form.rows)
    asked = {question.place for question in filled.questions}
    assert {"willing_answer.answer", "preserved.there"} <= asked and filled.contradictions == ()


@pytest.mark.parametrize("key", COUNTS)
def test_a_full_case_fills_every_form(key: str) -> None:
    filled = grounds.claim(key, grounds.ground(grounds.example(key), claim_fen=5_000_000, evidence=[grounds.piece("contract")]))
    text = "\n".join(row.text for row in grounds.rows(filled).values())
    assert TICK in text and "None" not in text and "{" not in text
    less = grounds.claim(key, grounds.ground())
    assert len(filled.questions) < len(less.questions)


def test_a_traffic_claim_in_words() -> None:
    facts = {
        "accident_on": date(2026, 3, 5), "accident_time": "17:40", "accident_place": "国道110线302公里处", "police_unit": "卓资县交警大队",
        "determination_number": "第12号",
        "vehicles": [
            {"plate": "蒙J7K268", "kind": "小型轿车", "driver": "郭某", "share": "main", "insurer": "某保险", "policy_number": "P1",
             "policy_from": date(2026, 1, 1), "policy_until": date(2026, 12, 31), "third_party_limit": 100_000_000, "no_deductible": True},
            {"plate": "", "kind": "二轮电动车", "driver": "高某", "share": "minor"},
        ],
        "treatments": [
            {"hospital": "甲医院", "from_on": date(2026, 3, 5), "to_on": date(2026, 3, 9)},
            {"hospital": "乙医院", "from_on": date(2026, 3, 9), "to_on": date(2026, 3, 26)},
        ],
        "injured": [{"name": "高某", "off_work_days": 120, "care_days": 60, "appraised_on": date(2026, 6, 1)}],
        "losses": [
            {"item": "medical", "amount": 3812050, "proved": True}, {"item": "lost_income", "amount": 1740000},
            {"item": "disability", "amount": 9735200}, {"item": "dependants", "amount": 1000000}, 
            {"item": "appraisal_fee", "amount": 240000},
        ],
    }  # fmt: skip
    filled = grounds.claim("traffic", grounds.ground(facts, claim_fen=16_527_250, cause="机动车交通事故责任纠纷"))
    rows = grounds.rows(filled)
    assert rows["medical"].text.splitlines() == [
        "2026年3月5日至2026年3月9日期间在甲医院住院（门诊）治疗，",
        "2026年3月9日至2026年3月26日期间在乙医院住院（门诊）治疗，",
        "累计发生医疗费38,120.50元",
        f"医疗费发票、医疗费清单、病历资料：有{TICK}　无{BOX}",
    ]
    assert rows["lost_income"].text == "2026年3月5日至2026年5月31日误工费17,400.00元", "to the day before the disability was fixed"
    assert rows["disability"].text == "残疾赔偿金107,352.00元（其中被扶养人生活费10,000.00元）"
    assert rows["other"].text == "诉讼费、鉴定费等：鉴定费2,400.00元"
    assert "卓资县交警大队出具第12号道路交通事故认定书，郭某承担主要责任，高某承担次要责任。" == rows["responsibility"].text
    assert "保单号P1，保险期间2026年1月1日至2026年12月31日" in rows["insurance"].text and "限额1,000,000.00元" in rows["insurance"].text
    assert filled.contradictions == ()
    assert "nursing.papers" not in {one.place for one in filled.questions}, "nobody is asked about papers of what is not claimed"


def test_the_total_must_be_the_sum_of_the_heads() -> None:
    facts = {"losses": [{"item": "medical", "amount": 100}, {"item": "care", "amount": 200}]}
    (sentence,) = grounds.claim("traffic", grounds.ground(facts, claim_fen=400)).contradictions
    assert "3.00" in sentence and "4.00" in sentence
    (sentence,) = grounds.claim("private_loan", grounds.ground({"principal_owed": 100, "interest_owed": 1}, claim_fen=100)).contradictions
    assert "1.01" in sentence


@pytest.mark.parametrize(
    ("key", "facts", "said", "word"),
    [
        ("private_loan", {"overdue_since": date(2026, 1, 1)}, {"overdue.there": "no"}, "何时开始逾期"),
        ("private_loan", {"guarantees": [{"kind": "mortgage", "who": "李某"}]}, {"collateral.there": "no"}, "抵押"),
        ("labour", {"preserved": True, "preserved_court": "某院"}, {"preserved.there": "no"}, "保全法院"),
        ("divorce", {"children": [{"name": "某甲"}]}, {"custody.there": "no"}, "子女情况"),
        ("divorce", {"children": [{"name": "某甲"}]}, {"visits.there": "no"}, "children"),
        ("traffic", {"losses": [{"item": "medical", "amount": 100}]}, {"medical.amount": 300}, "医疗费数额"),
    ],
)
def test_a_fact_that_contradicts_a_box_is_named(key: str, facts: dict[str, Any], said: dict[str, Any], word: str) -> None:
    filled = grounds.claim(key, grounds.ground(facts, said))
    assert any(word in sentence for sentence in filled.contradictions), filled.contradictions
    row, _dot, slot = next(iter(said)).partition(".")
    if slot == "there":
        assert f"否{TICK}" in grounds.rows(filled)[row].text or f"无此问题{TICK}" in grounds.rows(filled)[row].text, "what was said stands"


def test_a_text_too_long_goes_on_on_an_annex() -> None:
    story = "双方发生争执。" * 200
    filled = grounds.claim("private_loan", grounds.ground(summary=story))
    row = grounds.rows(filled)["facts.free"]
    (annex,) = filled.annexes
    first, _feed, reference = row.text.rpartition("\n")
    assert len(first) <= grounds.frame().cell_limit and first.endswith("。") and reference == "（内容较长，续见附页1）"
    assert first + annex.text == story and annex.number == 1
    assert annex.row == "事实与理由", "an open box has no label: its annex is called as its part"


@given(st.text(max_size=1500))
@settings(max_examples=40)
def test_no_word_of_a_long_text_is_lost(text: str) -> None:
    filled = grounds.claim("private_loan", grounds.ground(answers={"facts_other.text": text} if text.strip() else {}))
    row = grounds.rows(filled)["facts_other"]
    rest = "".join(annex.text for annex in filled.annexes)
    said = re.sub(r"\n（内容较长，续见附页1）$", "", row.text)
    assert "".join((said + rest).split()) == "".join(text.split())


# --- who stands where ---------------------------------------------------------------------------------------------------------------


def test_the_blocks_stand_in_the_order_of_the_form() -> None:
    bank = cases.company(1, PartyRole.APPLICANT, "某银行", company_type="股份有限公司", ownership="控股")
    agent = cases.person(3, PartyRole.AGENT, "乌某", employer="某律师事务所")
    tie = cases.made(cases.PartyTie, role=PartyRole.AGENT, for_party_id=1, authority_level=AuthorityLevel.SPECIAL, items=[])
    agent.ties = [tie]
    owes = cases.person(2, PartyRole.RESPONDENT, "郭某")
    filled = grounds.claim("finance_loan", grounds.ground(parties=[bank, owes, agent]))
    assert labels(filled) == [
        "原告（自然人）", "原告（法人、非法人组织）", "委托诉讼代理人", "被告（自然人）", "被告（法人、非法人组织）", "第三人（自然人）",
        "第三人（法人、非法人组织）",
    ]  # fmt: skip
    texts = [row.text for row in filled.sections[0].rows]
    assert f"股份有限公司{TICK}" in texts[1] and f"国有{TICK}（控股{TICK}" in texts[1]
    assert f"有{TICK}　姓名：乌某" in texts[2] and f"特别授权{TICK}" in texts[2]
    assert "姓名：________" in texts[0], "the block of a kind that nobody is of stays empty"


def test_labour_swaps_the_blocks_where_the_employer_sues() -> None:
    firm = cases.company(1, PartyRole.APPLICANT, "某公司")
    man = cases.person(2, PartyRole.RESPONDENT, "郭某")
    assert labels(grounds.claim("labour", grounds.ground(parties=[firm, man]))) == [
        "原告（法人、非法人组织）",
        "委托诉讼代理人",
        "被告（自然人）",
    ]
    assert labels(grounds.claim("labour", grounds.ground())) == [
        "原告（自然人）", "委托诉讼代理人", "被告（法人、非法人组织）", "被告（自然人）",
    ], "a defendant for whom the form has no block gets one behind his side"  # fmt: skip


def test_a_business_stands_as_its_operator_and_a_child_with_its_guardian() -> None:
    shop = cases.company(
        1,
        PartyRole.APPLICANT,
        "某经营部",
        uscc="92150624MA0QX12345",
        legal_representative="苏和",
        trade_name="某饲料",
        legal_representative_id="150921197912090332",
    )
    child = cases.person(2, PartyRole.RESPONDENT, "小某", phone="")
    mother = cases.person(3, PartyRole.LEGAL_GUARDIAN, "萨某", phone="13400000006")
    mother.ties = [cases.made(cases.PartyTie, role=PartyRole.LEGAL_GUARDIAN, for_party_id=2, items=[])]
    texts = [row.text for row in grounds.claim("sale", grounds.ground(parties=[shop, child, mother])).sections[0].rows]
    assert "姓名：苏和" in texts[0] and "工作单位：某饲料" in texts[0]
    assert f"男{TICK}" in texts[0] and "1979年12月9日" in texts[0], "as his identity number says"
    assert any("姓名：小某（法定代理人：萨某）" in text and "13400000006" in text for text in texts)


def test_of_a_group_those_who_represent_it_stand_there_and_all_on_an_annex() -> None:
    members = [
        cases.made(cases.PartyMember, ordinal=n, name=f"工人{n}", id_kind=cases.IdKind.RESIDENT_ID, represents=n < 2) for n in range(7)
    ]
    group = cases.made(
        cases.Party,
        id=1,
        ordinal=1,
        role=PartyRole.APPLICANT,
        name="工人等",
        kind=PartyKind.GROUP,
        id_kind=cases.IdKind.NONE,
        members=members,
    )
    filled = grounds.claim("labour", grounds.ground(parties=[group]))
    assert labels(filled)[:2] == ["原告（自然人）", "原告（自然人）"]
    assert "工人6" in filled.annexes[0].text


# --- the answer ---------------------------------------------------------------------------------------------------------------------


ANSWERS = {  # rows of the answer forms: what is said to the claims, what to the facts
    "traffic": (7, 0),
    "finance_loan": (7, 20),
    "private_loan": (8, 20),
    "labour": (11, 0),
    "divorce": (10, 0),
    "sale": (9, 26),
    "property_service": (5, 13),
    "credit_card": (6, 17),
}


@pytest.mark.parametrize("key", ANSWERS)
def test_an_answer_has_its_own_rows_and_stands_against_those_of_the_complaint(key: str) -> None:
    form, frame = grounds.form(key), grounds.frame()
    parts = [assembly.mirrored(form, frame, part) for part in forms.ANSWERED]
    assert tuple(map(len, parts)) == ANSWERS[key]
    assert [row.no for part in parts for row in part] == [str(n + 1) for part in parts for n in range(len(part))]
    filled = assembly.answer(form, frame, grounds.ground())
    titles = ["当事人信息", "答辩事项", *(["事实与理由"] if parts[1] else []), "对纠纷解决方式的意愿"]
    assert [section.title for section in filled.sections] == titles
    assert all(row.key.endswith(".free") for section in filled.sections[1:-1] for row in section.rows[:1])
    own = {row.key for row in form.rows}
    alone = {row.key for part in parts for row in part} - own - {row.key for row in frame.answer_end}
    others = {"traffic": {"costs", "opinion", "demands"}, "private_loan": {"surety_way"}}
    assert alone == others.get(key, set()), "all else stands against a row of the complaint"


def test_the_answer_of_a_private_loan_in_words() -> None:
    form, frame = grounds.form("private_loan"), grounds.frame()
    facts = assembly.mirrored(form, frame, "facts")
    assert [row.label for row in facts[14:]] == [
        "对保证方式有无异议", "对其他担保方式有无异议", "有无其他免责/减责事由", "其他需要说明的内容（可另附页）",
        "答辩依据", "证据清单（可另附页）",
    ]  # fmt: skip
    said = {"principal.objection": "no", "interest.objection": "yes", "interest.reason": "利率过高"}
    filled = assembly.answer(form, frame, grounds.ground(answers=said))
    rows = grounds.rows(filled)
    assert filled.title == "民事答辩状" and labels(filled)[0] == "答辩人（自然人）"
    assert rows["principal"].text == f"无{TICK}　有{BOX}\n事实和理由：________"
    assert rows["interest"].text == f"无{BOX}　有{TICK}\n事实和理由：利率过高"
    assert "郭某" in filled.sections[0].rows[0].text


def test_divorce_labour_and_cards_confirm_or_object() -> None:
    for key, label in (
        ("divorce", "对解除婚姻关系的确认或异议"),
        ("labour", "对工资支付的诉请的确认或异议"),
        ("credit_card", "对透支本金有无异议"),
    ):
        row = assembly.mirrored(grounds.form(key), grounds.frame(), "claims")[0]
        assert row.lines[0].startswith("确认") and row.label == label
    row = assembly.mirrored(grounds.form("credit_card"), grounds.frame(), "claims")[3]
    assert row.lines[0].startswith("无"), "of a card only the debt is confirmed"


def test_an_answer_is_typed_as_it_is_printed() -> None:
    form, frame = grounds.form("divorce"), grounds.frame()
    sheet = answers.declared(assembly.mirrored(form, frame, "claims"))
    assert answers.checked(sheet, {"dissolve.objection": "确认", "debts.objection": "异议"}, grounds.TODAY) == {
        "dissolve.objection": "no", "debts.objection": "yes",
    }  # fmt: skip
    with pytest.raises(Refusal):
        answers.checked(sheet, {"dissolve.objection": "大概"}, grounds.TODAY)


def test_what_meets_no_objection_is_undisputed() -> None:
    said = {"amount.agreed": 80_000_000, "answer.amount.objection": "no", "answer.rate.objection": "yes", "rate.clause": "五"}
    said |= {"term.due": "yes", "rate.agreed": "yes"}
    rows = assembly.undisputed(grounds.form("private_loan"), grounds.frame(), grounds.ground(answers=said))
    by_label = {row.key: objects for row, objects in rows}
    assert by_label["amount"] is False and by_label["rate"] is True and by_label["term"] is None
    assert "basis" not in by_label and "surety" not in by_label, "of what nobody states nothing is undisputed"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"是{TICK}　逾期时间：2026年6月21日　至今已逾期134天\n否{BOX}", "是　逾期时间：2026年6月21日　至今已逾期134天"),
        (f"是{BOX}　签订时间：____年__月__日\n否{TICK}", "否"),
        (f"等额本息{BOX}　等额本金{BOX}　按季计息、到期一次性还本{TICK}　其他{BOX}：________", "按季计息、到期一次性还本"),
        (f"利率{TICK}　6%/年（合同条款：第五条）\n复利{BOX}（合同条款：第____条）", "利率　6%/年（合同条款：第五条）"),
        ("担保人：________\n担保物：________", ""),
        ("（发生工伤时间、工伤认定情况、工伤伤残等级、工伤费用等）\n", ""),
        ("约定：800,000.00元\n实际发放：________元", "约定：800,000.00元"),
    ],
)
def test_a_fact_is_told_without_the_form_around_it(text: str, told: str) -> None:
    assert assembly.stated(text) == told


# --- forms and what may be said -----------------------------------------------------------------------------------------------------


def test_the_form_follows_cause_and_day() -> None:
    known = [grounds.form(key) for key in COUNTS]
    found = forms.for_cause(known, "追索劳动报酬纠纷", date(2026, 1, 1))
    assert found is not None and found.key == "labour"
    assert forms.for_cause(known, "追索劳动报酬纠纷", date(2025, 7, 13)) is None, "in use from 14 July 2025"
    assert forms.for_cause(known, "相邻关系纠纷", date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"slots": {}}, "amount"),
        ({"lines": ["{amount}元", "*{x}"]}, "x"),
        ({"slots": {"amount": ["box", "ask"]}}, "amount"),
        ({"slots": {"amount": ["colour", "ask"]}}, "amount"),
    ],
)
def test_a_broken_form_is_refused_by_row(change: dict[str, Any], where: str) -> None:
    row = {"part": "claims", "no": 1, "key": "k", "label": "本金", "lines": ["{amount}元"], "slots": {"amount": ["money", "ask"]}}
    with pytest.raises(Refusal) as no:
        forms.row_from("private_loan", {**row, **change})
    assert "k:" in no.value.sentence and where in no.value.sentence


def test_answers_are_checked_at_their_place() -> None:
    sheet = answers.declared(grounds.form("sale").rows, ("claims",))
    clean = answers.checked(sheet, {"defects.what": "修理、退货", "price.amount": "1.2万", "defects.there": "是"}, grounds.TODAY)
    assert clean == {"defects.what": "repair、return", "price.amount": 1_200_000, "defects.there": "yes"}
    assert answers.restored(sheet, answers.stored(sheet, clean)) == clean
    with pytest.raises(Refusal) as no:
        answers.checked(sheet, {"defects.what": "修理、丢弃", "price.amount": "很多"}, grounds.TODAY)
    assert {fault.field for fault in no.value.faults} == {"answers.defects.what", "answers.price.amount"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("申请人年老，被申请人没有给付。", "原告年老，被告没有给付。"),
        ("申请人已经申请人民法院强制执行。", "原告已经申请人民法院强制执行。"),
        ("被申请人被申请人身安全保护令。", "被告被申请人身安全保护令。"),
        ("申请人身体受伤。", "原告身体受伤。"),
    ],
)
def test_the_sides_are_called_as_in_a_suit_and_no_other_word_is_touched(text: str, said: str) -> None:
    assert assembly.in_suit(text) == said


def test_debts_and_children_are_numbered_as_the_form_does_each_with_its_side() -> None:
    facts = {
        "question": "divorce",
        "debts": [{"creditor": "某银行", "borne_by": "applicant"}, {"creditor": "赵某", "amount": 100, "borne_by": "both"}],
        "children": [
            {"name": "甲", "wanted_with": "applicant", "support_by": "respondent", "support": 100},
            {"name": "乙", "wanted_with": "respondent", "support_by": "applicant", "support": 200},
        ],
        "property": [{"kind": "house", "what": "甲房", "goes_to": "applicant"}, {"kind": "house", "what": "乙房", "goes_to": "respondent"}],
    }
    filled = grounds.claim("divorce", grounds.ground(facts))
    text = grounds.rows(filled)
    assert f"债务1：某银行\n承担主体：原告{TICK}　被告{BOX}　其他{BOX}（________）\n债务2：赵某，1.00元\n" in text["debts"].text
    assert f"其他{TICK}（原告、被告双方）" in text["debts"].text
    assert f"子女1：甲\n归属：原告{TICK}　被告{BOX}\n子女2：乙\n归属：原告{BOX}　被告{TICK}" in text["custody"].text
    assert "甲1.00元（由被告支付）；乙2.00元（由原告支付）" in text["support"].text
    assert f"原告{TICK}　被告{TICK}" in text["support"].text and f"原告{TICK}　被告{TICK}" in text["visits"].text
    assert f"其他{TICK}（甲房归原告；乙房归被告）" in text["property"].text
    assert text["dissolve"].text == "（具体主张）判令原告与被告离婚。" and filled.contradictions == ()
    blank = grounds.rows(grounds.claim("divorce", grounds.ground({})))
    assert "债务1：________\n" in blank["debts"].text and "子女1：________\n" in blank["custody"].text


def test_rates_and_clauses_are_printed_once() -> None:
    facts = {
        "rate_percent": 6, "rate_unit": "year", "rate_clause": "五", "overdue_rise": 50, "overdue_clause": "第八条第二款",
        "penalty_percent": 9, "penalty_clause": "第8条",
    }  # fmt: skip
    lines = grounds.rows(grounds.claim("finance_loan", grounds.ground(facts)))["rate"].text.splitlines()
    assert lines[:2] == [f"利率{TICK}　6%/年（合同条款：第五条）", f"逾期上浮{TICK}　50%（合同条款：第八条第二款）"]
    assert lines[2:] == [f"复利{BOX}（合同条款：第____条）", f"罚息（违约金）{TICK}　9%/年（合同条款：第8条）"]


def test_an_unsecured_loan_says_no_to_every_security_and_is_asked_about_none() -> None:
    filled = grounds.claim("private_loan", grounds.ground({"secured": False}))
    rows = grounds.rows(filled)
    for key in ("collateral", "ceiling", "registered", "surety", "other_security"):
        assert f"否{TICK}" in rows[key].text, key
    assert not [one for one in filled.questions if one.place.startswith(("ceiling", "registered", "collateral"))]


def test_goods_are_counted_in_their_own_unit() -> None:
    rows = grounds.rows(grounds.claim("sale", grounds.ground({"delivered_in_time": "187袋", "delivered_late": "3"})))
    assert "按期交付标的物187袋，逾期交付3件，逾期未交付________件" in rows["performed"].text


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("sale", {"price_owed": 2_500_000, "default_owed": 150_000}),
        ("property_service", {"owed": 2_500_000, "default_owed": 150_000}),
        ("labour", {"demands": [{"item": "wages", "amount": 2_500_000}, {"item": "overtime", "amount": 150_000}]}),
    ],
)
def test_the_rows_must_be_together_what_is_claimed(key: str, facts: dict[str, Any]) -> None:
    assert grounds.claim(key, grounds.ground(facts, claim_fen=2_650_000)).contradictions == ()
    (sentence,) = grounds.claim(key, grounds.ground(facts, claim_fen=2_600_000)).contradictions
    assert "26,500.00" in sentence and "26,000.00" in sentence


def test_the_sum_of_unpaid_wages_says_what_it_is() -> None:
    text = grounds.rows(grounds.claim("labour", grounds.ground({"unpaid_amount": 1730000})))
    assert "拖欠工资17,300.00元" in text["performance"].text
