"""Clauses out of obligations: every way to owe, until every kind of time, with everybody who stands beside."""

from datetime import date

import pytest

from db.models.obligation import Instalment
from db.vocabulary import Guarantee, Liability, ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from desktop.documents import agreement, clauses, template
from desktop.documents.blocks import Table
from tests.documents import cases
from tests.documents.cases import obligation, owes

WORDING = template.wording("agreement", agreement.DECLARED)
CALLED = {1: "申请人甲", 2: "被申请人乙", 3: "被申请人丙", 4: "丁"}
DAY = date(2026, 11, 20)


def said(*args, **values) -> str:  # type: ignore[no-untyped-def]
    return clauses.clause(obligation(*args, **values), CALLED, WORDING).text


def test_money_by_a_date_in_figures_and_capitals() -> None:
    text = said(1, (2,), (1,), subject="借款本金及利息", amount_fen=519425392, due_on=date(2022, 1, 20))
    assert text == (
        "被申请人乙于2022年1月20日前（含当日）向申请人甲一次性支付借款本金及利息，"
        "计人民币5,194,253.92元（大写：人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分）。"
    )


def test_money_at_once_in_cash() -> None:
    text = said(1, (2,), (1,), amount_fen=140950, timing=ObligationTiming.AT_ONCE, way=PaymentWay.CASH)
    assert text == "被申请人乙于签订本协议时当场向申请人甲支付计人民币1,409.50元（大写：人民币壹仟肆佰零玖元伍角），以现金支付。"


def test_a_transfer_names_the_account_in_groups_of_four() -> None:
    text = said(1, (2,), (1,), amount_fen=100, due_on=DAY, account_name="甲", bank_name="某行", account_number="6222020602000000001")
    assert "以银行转账方式支付，户名：甲，开户银行：某行，账号：6222 0206 0200 0000 001。" in text
    assert clauses.grouped("1500-0122") == "1500-0122"


def test_joint_debtors_and_debtors_by_shares() -> None:
    assert said(1, (2, 3), (1,), amount_fen=100, due_on=DAY).endswith("被申请人乙、被申请人丙对上述义务承担连带责任。")
    shares = obligation(1, (2, 3), (1,), amount_fen=300, due_on=DAY, liability=Liability.SHARES)
    shares.parties[0].share_fen, shares.parties[1].share_fen = 100, 200
    text = clauses.clause(shares, CALLED, WORDING).text
    assert "被申请人乙承担人民币1.00元（大写：人民币壹元整）；被申请人丙承担人民币2.00元（大写：人民币贰元整）。" in text


def test_payee_on_account_performer_and_guarantor() -> None:
    others = [*owes(ObligationPart.PAYEE, 4, on_account_of_id=1), *owes(ObligationPart.PERFORMER, 3), *owes(ObligationPart.GUARANTOR, 3)]
    text = said(1, (2,), (1,), *others, amount_fen=100, due_on=DAY)
    assert "上述款物由丁代申请人甲收取，丁收到即视为申请人甲收到。" in text
    assert "上述义务由被申请人丙代为履行；未履行的，仍由被申请人乙履行。" in text
    assert "被申请人丙为上述义务的履行提供保证。" in text
    assert "收取" not in said(1, (2,), (1,), *owes(ObligationPart.PAYEE, 1), amount_fen=100, due_on=DAY)


def test_things_with_price_place_and_what_counts_as_done() -> None:
    case = cases.sheep()
    text = clauses.clause(case.agreements[0].obligations[0], {1: "甲", 2: "乙", 3: "丙"}, WORDING).text
    assert text == (
        "乙于2026年9月30日前（含当日）向甲交付两岁乌珠穆沁母羊14只，每只人民币1,430.00元，折价人民币20,020.00元"
        "（大写：人民币贰万零贰拾元整），交付地点：被申请人牧场。上述义务由丙代为履行；未履行的，仍由乙履行。"
        "以双方清点并在交接单上签名为履行完毕的标准。交付前死亡、走失的由被申请人负担。"
    )


def test_an_act() -> None:
    text = said(1, (2,), (1,), kind=ObligationKind.ACT, subject="拆除越界围栏", due_on=DAY, place="某嘎查")
    assert text == "被申请人乙于2026年11月20日前（含当日）向申请人甲履行以下行为：拆除越界围栏，履行地点：某嘎查。"


def _parts(count: int, **values: object) -> list:  # type: ignore[type-arg]
    return [cases.made(cases.Instalment, ordinal=n, due_on=date(2026, n, 1), **values) for n in range(1, count + 1)]


def test_two_instalments_stand_in_the_sentence_more_in_a_table() -> None:
    two = said(1, (2,), (1,), amount_fen=200, timing=ObligationTiming.INSTALMENTS, instalments=_parts(2, amount_fen=100))
    assert "第一期于2026年1月1日前（含当日）支付人民币1.00元（大写：人民币壹元整）；第二期于2026年2月1日前" in two
    many = obligation(1, (2,), (1,), amount_fen=500, timing=ObligationTiming.INSTALMENTS, instalments=_parts(5, amount_fen=100))
    made = clauses.clause(many, CALLED, WORDING)
    assert "分五期支付" in made.text and "见下表" in made.text
    assert isinstance(made.table, Table) and len(made.table.rows) == 5
    assert made.table.rows[4] == ("5", "2026年5月1日", "1.00", "人民币壹元整")
    assert made.table.total == ("合计", "", "5.00", "人民币伍元整")


def test_things_in_instalments() -> None:
    sheep = {"kind": ObligationKind.IN_KIND, "subject": "羊", "quantity": "9", "unit": "只"}
    many = obligation(1, (2,), (1,), timing=ObligationTiming.INSTALMENTS, instalments=_parts(3, quantity="3"), **sheep)
    made = clauses.clause(many, CALLED, WORDING)
    assert made.table and made.table.rows[0] == ("1", "2026年1月1日", "3只")


@pytest.mark.parametrize("kind", ObligationKind)
@pytest.mark.parametrize("timing", ObligationTiming)
def test_what_is_missing_prints_as_a_stroke_and_nothing_fails(kind: ObligationKind, timing: ObligationTiming) -> None:
    empty = obligation(1, (), (), kind=kind, timing=timing)
    text = clauses.clause(empty, {}, WORDING).text
    assert text.startswith("／") and "None" not in text
    assert "／" in clauses.performance(empty, 1, WORDING) or timing is ObligationTiming.AT_ONCE


def test_the_line_of_performance() -> None:
    by_date = obligation(1, (2,), (1,), amount_fen=1, due_on=DAY, way=PaymentWay.TRANSFER)
    assert clauses.performance(by_date, 2, WORDING) == "第二项：银行转账；2026年11月20日前（含当日）履行完毕。"


def test_livestock_says_which_animals_and_who_bears_what() -> None:
    details = {
        "species": "sheep", "breed": "苏尼特羊", "ear_tags": ["001至014"], "weight": "不低于45公斤", "settles": 2_000_000,
        "quarantine": "由乙申报", "deaths_by": "debtor", "feed_by": "debtor", "young_to": "creditor", "objection_days": 3,
    }  # fmt: skip
    text = said(
        1, (2,), (1,), kind=ObligationKind.IN_KIND, subject="成年母绵羊", quantity="14", unit="只", unit_price_fen=145_000,
        amount_fen=2_030_000, due_on=DAY, place="甲家院内", details=details,
    )  # fmt: skip
    assert text.startswith(
        "被申请人乙于2026年11月20日前（含当日）向申请人甲交付成年母绵羊（苏尼特羊，耳标号：001至014，每只活重：不低于45公斤）14只，"
        "每只人民币1,450.00元，折价人民币20,300.00元（大写：人民币贰万零叁佰元整），交付地点：甲家院内。"
    )
    for piece in (
        "抵偿被申请人乙所欠申请人甲的款项人民币20,000.00元（大写：人民币贰万元整），折价多出的人民币300.00元由申请人甲另行支付给被申请人乙。",
        "交付时附动物检疫合格证明（由乙申报）。",
        "交付前的死亡、灭失风险由被申请人乙承担。",
        "交付前所产幼畜归申请人甲所有。",
        "自收到之日起3日内书面提出",
    ):
        assert piece in text
    assert "折价不足的人民币1.00元由被申请人乙另行支付" in said(
        1,
        (2,),
        (1,),
        kind=ObligationKind.IN_KIND,
        subject="羊",
        quantity="1",
        unit="只",
        amount_fen=100,
        due_on=DAY,
        details={"settles": 200},
    )


def test_support_until_eighteen_is_one_sentence_without_a_table() -> None:
    details = {"every": "month", "first_on": "2026-04-05", "each": 150_000, "whose": "李小某", "born_on": "2016-05-06", "until_age": 18}
    parts = [Instalment(ordinal=n, due_on=date(2026, 3 + n, 5), amount_fen=150_000, quantity="") for n in range(1, 4)]
    one = obligation(
        1, (2,), (1,), subject="抚养费", amount_fen=450_000, timing=ObligationTiming.PERIODIC, instalments=parts, details=details
    )
    made = clauses.clause(one, CALLED, WORDING)
    assert made.table is None and made.text == (
        "被申请人乙向申请人甲按期支付抚养费，自2026年4月5日起，每月5日前（含当日）支付人民币1,500.00元（大写：人民币壹仟伍佰元整），"
        "至李小某（2016年5月6日出生）年满18周岁止，共三期，共计人民币4,500.00元（大写：人民币肆仟伍佰元整）。"
    )
    assert clauses.performance(one, 1, WORDING).endswith("按期履行，共三期，最后一期于2026年6月5日前（含当日）履行完毕。")
    one.details = {**details, "down_payment": 10_000, "down_on": "2026-03-20"}
    one.instalments = [Instalment(ordinal=0, due_on=date(2026, 3, 20), amount_fen=10_000, quantity=""), *parts[:2], parts[2]]
    one.instalments[-1].amount_fen = 140_000
    text = clauses.clause(one, CALLED, WORDING).text
    assert "首期款人民币100.00元" in text and "最后一期为人民币1,400.00元" in text


def test_season_set_off_guarantee_insurer_and_checked_by() -> None:
    text = said(1, (2,), (1,), amount_fen=7_500_000, due_on=DAY, details={"season": "harvest", "set_off": 500_000, "set_off_for": "退货款"})
    assert "于秋收后、2026年11月20日前（含当日）" in text
    assert "该款系被申请人乙应付申请人甲的人民币80,000.00元与申请人甲应付被申请人乙的退货款人民币5,000.00元相互抵销后的余额" in text
    joint = owes(ObligationPart.GUARANTOR, 3, guarantee=Guarantee.JOINT, until=date(2028, 1, 1))
    assert "被申请人丙为上述债务承担连带责任保证，保证期间至2028年1月1日止。" in said(1, (2,), (1,), *joint, amount_fen=100, due_on=DAY)
    insurer = owes(ObligationPart.PERFORMER, 4)
    text = said(1, (2,), (1,), *insurer, amount_fen=100, due_on=DAY, details={"performer_as": "insurer"})
    assert "丁未支付或者支付不足的部分，由被申请人乙支付。" in text
    text = said(
        1, (2,), (1,), kind=ObligationKind.ACT, subject="拆除围栏", due_on=DAY, done_when="全部清运", details={"checked_by": "嘎查主任"}
    )
    assert text.endswith("以全部清运为履行完毕的标准。履行情况由嘎查主任查验确认。")


def test_an_own_wording_stands_in_place_of_the_generated_one() -> None:
    one = obligation(1, (2,), (1,), amount_fen=100, due_on=DAY, own_text=" 乙付给甲一元。 ")
    assert clauses.clause(one, CALLED, WORDING).text == "乙付给甲一元。"
    assert "1.00元" in clauses.generated(one, CALLED, WORDING).text
