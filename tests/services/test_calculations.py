"""A calculation kept with a case: three amounts a head, replaced with trace, fixed with the agreement, printed as annex or marked."""

import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pypdfium2
import pytest

from db.vocabulary import PaperKind
from desktop import assets
from desktop.documents.blocks import texts
from desktop.domain.calculation.working import fen
from desktop.domain.refusal import Refusal
from desktop.services import actions, calculations, case_told, cases, files, intake, law_values, people, performance, printing
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

INJURY = {"name": "白某", "wage": "6000", "grade": 10, "options": {"bounds": "agreed"}}
AGREED = {"options": {"bounds": "agreed"}}
ACCIDENT = {
    "day": "2024-06-30",
    "accident_on": "2023-10-05",
    "people": [{"name": "甲某", "medical": "30000"}, {"name": "乙某", "medical": "6000"}],
    "vehicles": [{"plate": "蒙A1", "liable": "丁某", "degree": "full", "insured": True}],
}


def said(desk: Desk, case: Any, n: int = 0) -> str:
    return "\n".join(text for _place, text in texts(printing.paper(desk, case, PaperKind.CALCULATION, n)))


def field_of(no: pytest.ExceptionInfo[Refusal]) -> str:
    return no.value.faults[0].field


def test_a_calculation_is_kept_with_its_values_and_three_amounts(desk: Desk) -> None:
    case = road.walk(desk, "accept")
    amounts = [{"head": "medical", "whose": "甲某", "claimed": "40000", "agreed": "28000", "note": "双方协商"}]
    case = actions.act(desk, case.id, "calculate", {"traffic": ACCIDENT, "amounts": amounts})
    (one,) = case.calculations
    assert (one.kind, one.ordinal, one.total_fen, one.values_version) == ("traffic", 1, 3_600_000, "2026-11-20")
    assert [(h.whose, h.claimed_fen, h.computed_fen, h.agreed_fen) for h in one.heads] == [
        ("甲某", 4_000_000, 3_000_000, 2_800_000),
        ("乙某", None, 600_000, None),
    ]
    with desk.reading() as session:
        made = calculations.read(session, one)
    assert [line.amount for line in made.lines if line.head == "compulsory"] and made.used
    assert case.calculations[0].sheet["people"][0]["medical"] == 3_000_000
    assert case_told.told(desk, case)["calculations"][0]["heads"][0]["claimed_fen"] == 4_000_000


def test_one_that_is_worked_out_anew_leaves_the_older_one_listed(desk: Desk) -> None:
    case = road.walk(desk, "accept")
    case = actions.act(
        desk, case.id, "calculate", {"traffic": ACCIDENT, "amounts": [{"head": "medical", "whose": "乙某", "agreed": "5000"}]}
    )
    anew = {**ACCIDENT, "people": [{"name": "乙某", "medical": "7000"}]}
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "calculate", {"traffic": anew})
    assert field_of(no) == "reason"
    case = actions.act(desk, case.id, "calculate", {"traffic": anew, "reason": "医疗费票据补齐"})
    old, new = case.calculations
    assert (old.replaced_by_id, old.replaced_reason, new.replaced_by_id) == (new.id, "医疗费票据补齐", None)
    assert [(h.whose, h.computed_fen, h.agreed_fen) for h in new.heads] == [("乙某", 700_000, 500_000)]
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "calculate_amounts", {"number": 1, "amounts": [{"head": "medical", "agreed": "1"}]})
    assert field_of(no) == "number"
    assert "7,000.00" in said(desk, case) and "30,000.00" not in said(desk, case)


def test_amounts_find_their_head_and_say_where_they_do_not(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk, "accept").id, "calculate", {"traffic": ACCIDENT})
    case = actions.act(desk, case.id, "calculate_amounts", {"amounts": [{"head": "交通费", "whose": "甲某", "claimed": "500"}]})
    assert [(h.head, h.label, h.computed_fen) for h in case.calculations[0].heads][-1] == ("transport", "交通费", None)
    for amounts, field in (
        ([{"head": "medical", "agreed": "1"}], "amounts.0.whose"),
        ([{"head": "compulsory", "agreed": "1"}], "amounts.0.head"),
        ([{"head": "利息", "agreed": "1"}], "amounts.0.head"),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, "calculate_amounts", {"amounts": amounts})
        assert field_of(no) == field


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "kind"),
    ({"kind": "traffic", "work_injury": INJURY}, "kind"),
    ({"traffic": ACCIDENT, "work_injury": INJURY}, "kind"),
    ({"kind": "work_injury"}, "work_injury"),
    ({"work_injury": {**INJURY, "grade": 11}}, "work_injury.grade"),
    ({"work_injury": {**INJURY, "died_on": "2024-01-01"}}, "work_injury.died_on"),
    ({"work_injury": {**INJURY, "options": {}}}, "wage.all_units.monthly"),
]


@pytest.mark.parametrize(("values", "field"), WRONG)
def test_what_cannot_be_kept_is_refused_at_its_place_and_nothing_is_kept(desk: Desk, values: dict[str, Any], field: str) -> None:
    case = road.walk(desk, "accept")
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "calculate", values)
    assert field_of(no) == field
    assert cases.get(desk, case.id).calculations == []


def test_a_value_the_office_typed_is_used_and_printed_with_who_typed_it(desk: Desk) -> None:
    typed = {"key": "wage.all_units.monthly", "value": "8000", "unit": "yuan_per_month", "year": 2025, "valid_from": "2026-01-01"}
    typed |= {"region": "150000", "source": "自治区统计局公报"}
    with pytest.raises(Refusal) as no:
        law_values.add_value(desk, {**typed, "year": None})
    assert field_of(no) == "year"
    late = {(one.key, one.year) for one in law_values.behind(desk)}
    assert ("income.urban", 2023) in late and ("wage.all_units.monthly", 2022) in late
    law_values.add_value(desk, typed)
    assert "wage.all_units.monthly" not in {one.key for one in law_values.behind(desk)}
    law_values.add_value(
        desk, {"key": "work_injury.medical.10", "value": "4", "unit": "months", "valid_from": "2020-01-01", "source": "举例"}
    )
    assert "work_injury.medical.10" not in {one.key for one in law_values.not_known(desk)}
    assert law_values.next_of(desk, "work_injury.medical.9")["unit"] == "months"
    case = actions.act(desk, road.walk(desk, "accept").id, "calculate", {"work_injury": {**INJURY, "wage": "4000", "options": {}}})
    text = said(desk, case)
    assert case.calculations[0].heads[0].computed_fen == 3_360_000
    assert "2025年" in text and "赵某录入" in text and "自治区统计局公报" in text


def test_it_is_printed_as_annex_or_marked_and_never_otherwise(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk, "accept").id, "calculate", {"traffic": ACCIDENT})
    for wanted, mark in ((False, "调解参考，不作为证据"), (True, "调解协议附件")):
        case = actions.act(desk, case.id, "calculate_amounts", {"part_of_agreement": wanted})
        paper = printing.paper(desk, case, PaperKind.CALCULATION)
        assert paper.marks == (mark,) and paper.layout == "calculation"
        document = pypdfium2.PdfDocument(files.pdf(paper))
        assert all(mark in page.get_textpage().get_text_range() for page in document)
        word = docx.Document(io.BytesIO(files.docx(paper)))
        assert mark in "".join(part.text for part in word.sections[0].header.paragraphs) + "".join(
            cell.text for table in word.sections[0].header.tables for row in table.rows for cell in row.cells
        )


def test_what_belongs_to_an_issued_agreement_does_not_change(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "agreement")
    case = actions.act(desk, case.id, "calculate", {"work_injury": INJURY, "part_of_agreement": True})
    case = actions.act(desk, case.id, "calculate", {"traffic": ACCIDENT})
    case = actions.act(desk, case.id, "issue", {})
    agreed = "\n".join(text for _place, text in texts(printing.paper(desk, case, PaperKind.AGREEMENT)))
    assert "《工伤待遇计算表》为本协议附件" in agreed and "附件：工伤待遇计算表" in agreed and "42,000.00" in agreed
    assert "道路交通事故" not in agreed
    for action, values in (
        ("calculate", {"work_injury": INJURY, "reason": "x"}),
        ("calculate_amounts", {"number": 1, "amounts": [{"head": "disability", "agreed": "1"}]}),
        ("calculate_amounts", {"number": 2, "part_of_agreement": True}),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, action, values)
        assert field_of(no) == "part_of_agreement"
    case = actions.act(desk, case.id, "calculate", {"traffic": ACCIDENT, "reason": "核对"})
    assert len(case.calculations) == 3


def example(name: str) -> dict[str, Any]:
    return json.loads(assets.path("examples", f"{name}.json").read_text(encoding="utf-8"))["case"]


def test_the_facts_of_an_accident_fill_the_calculator_in(desk: Desk) -> None:
    people.add_mediator(desk, {"name": "王某某", "certificate_number": "009"})
    given = example("traffic")
    seats = {"plate": "蒙J7K268", "cover": "车上人员责任险", "insurer": "某保险公司", "limit": "10000"}
    given["facts"]["policies"] = [*given["facts"].get("policies", ()), seats]
    case = actions.act(desk, intake.open_case(desk, given).id, "accept", {})
    sheet = calculations.prefilled(desk, case, "traffic")
    (victim,), (vehicle,) = sheet["people"], sheet["vehicles"]
    assert (victim["name"], victim["grades"], victim["hospital_days"], victim["medical"]) == ("高某", ["10"], 21, "38120.50")
    assert (vehicle["plate"], vehicle["degree"], vehicle["insured"]) == ("蒙J7K268", "main", True)
    assert vehicle["commercial_limit"] == "1000000.00"
    assert (vehicle["seat_limit"], vehicle["seat_insurer"]) == ("10000.00", "某保险公司")
    assert sheet["others"] == [{"name": "高某", "degree": "minor"}]
    assert sheet["advances"] == [{"payer": "郭某某", "kind": "liable", "to": "高某", "amount": "15000.00"}]
    years = [{"key": key, "year": 2023} for key in ("income.urban", "wage.industry.resident_services")]
    with pytest.raises(Refusal) as no:  # what the facts leave open is asked for, not guessed
        actions.act(desk, case.id, "calculate", {"kind": "traffic"})
    assert field_of(no) == "nutrition.day"
    assert (victim["income_way"], victim["industry"]) == ("industry", "catering")
    victim |= {"income_way": "monthly", "income": "4350", "nutrition_daily": "30", "nursing": [{"days": 60, "daily": "120"}]}
    case = actions.act(desk, case.id, "calculate", {"traffic": sheet | {"years": years}})
    heads = {head.head: head for head in case.calculations[0].heads}
    assert (heads["disability"].claimed_fen, heads["disability"].computed_fen) == (9_735_200, 9_735_200)
    assert (heads["lost_income"].claimed_fen, heads["lost_income"].computed_fen) == (1_740_000, 1_740_000)
    assert case.calculations[0].total_fen == sum(head.computed_fen for head in heads.values()) == 16_987_250


def test_the_list_of_a_group_and_the_facts_of_a_worker_fill_their_calculators_in(desk: Desk) -> None:
    case = intake.open_case(desk, example("wages"))
    members = [one for party in case.parties for one in party.members if one.amount_fen is not None]
    kept = actions.act(desk, case.id, "calculate", {"kind": "wage_list"})
    assert kept.calculations[0].total_fen == sum(one.amount_fen for one in members) > 0
    assert [head.whose for head in kept.calculations[0].heads] == [one.name for one in members]
    facts = {"started_on": "2023-01-01", "ended_on": "2025-07-31", "monthly_wage": "6000", "labour_grade": "10", "insurances": ["injury"]}
    facts |= {"leave_days": 5, "leave_taken": 2, "unpaid_amount": "12000", "overtime_rest_days": "16", "written_contract": True}
    facts |= {"signed_on": "2023-06-15", "demands": [{"item": "severance", "amount": "18000"}, {"item": "double_wage"}]}
    worker = {"role": "applicant", "name": "白某"}, {"role": "respondent", "kind": "company", "name": "某公司"}
    case = intake.open_case(desk, {"category": "labour", "received_on": "2025-08-31", "parties": list(worker), "facts": facts})
    case = actions.act(
        desk, case.id, "calculate", {"work_injury": {**calculations.prefilled(desk, case, "work_injury"), **AGREED, "left": False}}
    )
    sheet = calculations.prefilled(desk, case, "labour") | {"average_wage": "6000", "minimum_class": "class1", "below_cap": True}
    case = actions.act(desk, case.id, "calculate", {"labour": sheet})
    heads = {head.head: (head.claimed_fen, head.computed_fen) for head in case.calculations[1].heads}
    assert heads["severance"] == (1_800_000, 1_800_000) and heads["wages"] == (None, 1_200_000)
    assert heads["leave"] == (None, 0) and heads["overtime"] == (None, 110_345)
    assert heads["double"] == (None, 2_672_727)


def test_the_facts_of_a_harm_fill_all_but_the_shares_in(desk: Desk) -> None:
    facts = {"harmed_on": "2023-10-05", "injured": [{"name": "高某", "off_work_days": 30, "monthly_income": "4350"}]}
    facts |= {"losses": [{"item": "医疗费", "amount": "20000", "agreed": "18000"}, {"item": "财产损失", "amount": "800", "whose": "高某"}]}
    parties = [{"role": "applicant", "name": "高某"}, {"role": "respondent", "name": "郭某某"}]
    case = intake.open_case(desk, {"category": "injury", "received_on": "2026-03-01", "parties": parties, "facts": facts})
    sheet = calculations.prefilled(desk, case, "injury")
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "calculate", {"kind": "injury"})
    assert field_of(no) == "injury.liable"
    case = actions.act(desk, case.id, "calculate", {"injury": sheet | {"liable": [{"name": "郭某某", "percent": "100"}]}})
    heads = {head.head: (head.claimed_fen, head.computed_fen, head.agreed_fen) for head in case.calculations[0].heads}
    assert heads["medical"] == (2_000_000, 2_000_000, 1_800_000) and heads["goods"][1] == 80_000 and heads["lost_income"][1] == 435_000


def test_the_courts_fee_is_filled_from_the_registration_and_kept(desk: Desk) -> None:
    case = road.walk(desk, "accept")
    assert "court_fee" in {one.key for one in calculations.offered(case)}
    sheet = calculations.prefilled(desk, case, "court_fee")
    assert sheet["kind"] == "property" and sheet["claim"].replace(".", "").isdecimal()
    case = actions.act(desk, case.id, "calculate", {"kind": "court_fee"})
    (one,) = case.calculations
    assert {head.head: head.computed_fen for head in one.heads} == {"fee": one.total_fen}
    assert "诉讼费用计算表" in said(desk, case) and "诉讼费用交纳办法第十三条" in said(desk, case)


def test_the_facts_of_a_loan_fill_the_calculator_in(desk: Desk) -> None:
    facts = {
        "lender": "person", "borrower": "person", "signed_on": "2023-09-01", "principal": "100000", "delivered": "100000",
        "term_from": "2023-09-01", "term_to": "2024-08-31", "rate_percent": "12", "rate_unit": "year",
        "payments": [{"paid_on": "2024-06-01", "amount": "20000", "for": "还款"}],
    }  # fmt: skip
    case = intake.open_case(desk, actions.schema("case", "private_loan")["example"] | {"cause": "民间借贷纠纷", "facts": facts})
    case = actions.act(desk, actions.act(desk, case.id, "accept", {}).id, "calculate", {"kind": "loan"})
    (kept,) = case.calculations
    heads = {head.head: head.computed_fen for head in kept.heads}
    assert heads["principal"] == 8_900_822 and heads["interest"] == 269_219  # 100,000 x 12 % x 274/365 are paid first
    text = said(desk, case)
    assert "剩余本金89,008.22元" in text and "民法典第五百六十一条" in text


def test_the_price_of_a_sale_fills_the_calculator_in(desk: Desk) -> None:
    goods = [{"name": "饲料", "price": "20000", "delivered_on": "2024-01-10"}]
    case = intake.open_case(desk, actions.schema("case", "sale")["example"] | {"facts": {"goods": goods, "pay_by": "2024-02-29"}})
    assert calculations.prefilled(desk, case, "loan") == {
        "debt": "price", "deliveries": [{"on": date(2024, 1, 10), "amount": "20000.00"}], "payments": [], "term_to": date(2024, 2, 29),
    }  # fmt: skip


def paid(desk: Desk, kept: Any) -> list[tuple[str, str, int]]:
    with desk.reading() as session:
        return [(one.payer, one.payee, fen(one.amount)) for one in calculations.read(session, kept).payments]


FAMILY = {
    "category": "family", "cause": "离婚纠纷", "received_on": "2026-03-01",
    "parties": [{"role": "applicant", "name": "高某"}, {"role": "respondent", "name": "郭某某"}],
}  # fmt: skip


def test_the_facts_of_a_divorce_fill_support_and_property_in(desk: Desk) -> None:
    child = {"name": "郭小某", "birth_date": "2017-04-02", "support_by": "respondent", "support": "1200", "support_way": "monthly"}
    home = {"kind": "house", "what": "住房", "owner": "郭某某", "acquired_on": "2015-06-01", "worth": "480000", "owed": "120000"}
    earlier = {"kind": "deposit", "what": "存款", "owner": "高某", "acquired_on": "2010-01-01", "worth": "30000"}
    facts = {"question": "divorce", "married_on": "2014-10-01", "payer_income": "6000", "payer_income_fixed": True, "children": [child]}
    facts |= {"property": [home | {"goes_to": "applicant"}, earlier]}
    facts |= {"debts": [{"creditor": "郭大某", "amount": "20000", "borne_by": "respondent"}]}
    case = intake.open_case(desk, FAMILY | {"facts": facts})
    assert calculations.prefilled(desk, case, "child_support") == {
        "payer": "郭某某", "receiver": "高某", "income": "6000.00", "way": "monthly",
        "children": [{"name": "郭小某", "birth_date": date(2017, 4, 2)}],
    }  # fmt: skip
    case = actions.act(desk, case.id, "calculate", {"kind": "child_support"})
    assert "6,000元×25%＝1,500元" in said(desk, case)
    heads = {head.head: (head.whose, head.claimed_fen, head.computed_fen) for head in case.calculations[0].heads}
    assert heads["periodic"] == ("郭小某", 120_000, 150_000) and heads["future"][1] is None, "of a month, beside the sum of all months"
    case = actions.act(desk, case.id, "calculate_amounts", {"amounts": [{"head": "每月抚养费", "agreed": "1300"}]})
    assert [head.agreed_fen for head in case.calculations[0].heads if head.head == "periodic"] == [130_000]
    assert "每月抚养费（不计入合计）" in said(desk, case)
    sheet = calculations.prefilled(desk, case, "property_division")
    assert [(row["belongs"], row.get("keeper")) for row in sheet["items"]] == [("joint", "高某"), ("own", None)]
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "calculate", {"kind": "property_division"})
    assert field_of(no) == "property_division.debts.0.belongs", "whether a debt is joint is asked, not guessed"
    sheet["debts"][0]["belongs"] = "joint"
    case = actions.act(desk, case.id, "calculate", {"property_division": sheet})
    # (480,000 - 140,000) / 2; she keeps 360,000 of it and pays 190,000
    assert paid(desk, case.calculations[1]) == [("高某", "郭某某", 19_000_000)]
    text = said(desk, case, 2)
    assert "财产分割计算表" in text and "190,000.00" in text and "民法典第一千零六十三条" in text


def test_the_facts_about_parents_and_heirs_fill_their_calculators_in(desk: Desk) -> None:
    facts = {"question": "parent_support", "parents": [{"name": "高老某", "birth_date": "1948-05-12", "income": "500", "needs": "2000"}]}
    facts |= {"supporters": [{"name": "高某", "share": "40%", "income": "5000"}, {"name": "高小某", "share": "多一些"}]}
    case = intake.open_case(desk, FAMILY | {"cause": "赡养纠纷", "facts": facts})
    case = actions.act(desk, case.id, "calculate", {"kind": "parent_support"})
    assert [(head.head, head.whose, head.computed_fen) for head in case.calculations[0].heads] == [
        ("periodic", "高某", 60_000), ("periodic", "高小某", 90_000),
    ]  # fmt: skip
    heirs = [{"name": "李某", "relation": "妻子"}, {"name": "甲", "relation": "子"}, {"name": "乙", "renounces": True}]
    facts = {"question": "inheritance", "died_on": "2025-01-20", "heirs": heirs, "property": [{"what": "羊", "worth": "60000"}]}
    case = intake.open_case(desk, FAMILY | {"cause": "继承纠纷", "facts": facts})
    sheet = calculations.prefilled(desk, case, "property_division")
    assert (sheet["ground"], [one.get("preset") for one in sheet["people"]]) == ("inheritance", [None, None, "none"])
    sheet["items"][0] |= {"belongs": "estate", "keeper": "李某"}
    case = actions.act(desk, case.id, "calculate", {"property_division": sheet})
    assert paid(desk, case.calculations[0]) == [("李某", "甲", 3_000_000)]


def test_a_confirmed_agreement_that_is_not_kept_fills_late_performance_in(desk: Desk, clock: Clock) -> None:
    parts = [{"due_on": "2026-03-31", "amount": "20000"}, {"due_on": "2026-05-29", "amount": "20000"}]
    owed = road.owed(debtors=["2"], amount="40000", timing="instalments", due_on="", instalments=parts)
    sheet = road.case(road.WANG, road.ZHANG, category="other", cause="买卖合同纠纷", claim="40000")
    case = road.walk(desk, "sign", sheet, agreement={**road.values("agreement"), "obligations": [owed]})
    clock.day = date(2026, 6, 8)
    assert calculations.prefilled(desk, case, "delayed_performance") == {}, "no court has confirmed it"
    clock.day = date(2026, 3, 10)
    actions.act(desk, case.id, "confirm_apply", {"court": "内0102", "undertaking": True})
    ruled = {"result": "confirmed", "court_number": "（2026）内0102民特15号", "ruled_on": "2026-03-10", "served_on": "2026-03-10"}
    case = actions.act(desk, case.id, "confirm_result", ruled)
    assert calculations.prefilled(desk, case, "delayed_performance") == {}, "nothing is late yet"
    clock.day = date(2026, 4, 10)
    case = performance.perform(desk, case.id, {"amount": "5000"})
    clock.day = date(2026, 6, 8)
    filled = calculations.prefilled(desk, cases.get(desk, case.id), "delayed_performance")
    assert (filled["document"], filled["effective_on"], filled["payments"][0]["on"]) == ("ruling", date(2026, 3, 10), date(2026, 4, 10))
    case = actions.act(desk, case.id, "calculate", {"kind": "delayed_performance"})
    (kept,) = case.calculations
    # 20,000 for 9 days, 15,000 for 59 days, 20,000 for 9 days
    assert {head.head: head.computed_fen for head in kept.heads} == {"principal": 3_500_000, "doubled": 3150 + 15488 + 3150}
    text = said(desk, case)
    assert "迟延履行期间债务利息计算表" in text and "第2期加倍部分债务利息" in text and "法释〔2014〕8号" in text


def test_the_limitation_of_a_case_is_filled_in_from_its_facts_and_interruptions(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "accept", road.case(road.WANG, road.ZHANG, category="private_loan", facts={"term_to": "2024-03-01"}))
    filled = calculations.prefilled(desk, case, "limitation")
    assert (filled["kind"], filled["start_on"]) == ("limitation.general", date(2024, 3, 1))
    assert [(one["on"], one["kind"]) for one in filled["events"]] == [(case.received_on, "request")]
    case = actions.act(desk, case.id, "calculate", {"kind": "limitation"})
    (kept,) = case.calculations
    assert kept.total_fen == 0 and not kept.heads and kept.last_day is not None and kept.last_day.year == case.received_on.year + 3


def test_a_plan_of_instalments_is_filled_in_from_the_agreement_else_from_the_contract_else_from_the_claim(desk: Desk, clock: Clock) -> None:
    facts = {"lender": "person", "borrower": "person", "signed_on": "2023-09-01", "principal": "100000", "principal_owed": "80000"}
    facts |= {"rate_percent": "12", "rate_unit": "year", "repayment": "monthly_interest"}
    sheet = road.case(road.WANG, road.ZHANG, category="private_loan", facts=facts, claim="90000")
    assert calculations.prefilled(desk, road.walk(desk, "accept", sheet), "instalment_plan") == {
        "principal": "80000.00", "way": "interest_only", "every": "month", "rate": Decimal(12), "rate_unit": "year", "lender": "private",
        "formed_on": date(2023, 9, 1),
    }  # fmt: skip
    bare = road.walk(desk, "accept", road.case(road.WANG, road.ZHANG, category="other", claim="90000"))
    assert calculations.prefilled(desk, bare, "instalment_plan") == {"principal": "90000.00"}
    plan = {
        "amount": "50000",
        "timing": "instalments",
        "due_on": "",
        "first_on": "2026-05-31",
        "every": "month",
        "each": "17000",
        "times": 3,
    }
    owed = road.owed(debtors=["2"], **plan, down_payment="2000", down_on="2026-05-01")
    case = road.walk(desk, "sign", sheet, agreement={**road.values("agreement"), "obligations": [owed]})
    filled = calculations.prefilled(desk, case, "instalment_plan")
    assert filled == {
        "principal": "50000.00", "way": "remainder", "first_on": date(2026, 5, 31), "every": "month", "times": 3, "each": "17000.00",
        "down_payment": "2000.00", "down_on": date(2026, 5, 1),
    }  # fmt: skip
    clock.day = date(2026, 5, 31)
    performance.perform(desk, case.id, {"amount": "19000"})
    filled = calculations.prefilled(desk, cases.get(desk, case.id), "instalment_plan")
    assert filled == {"principal": "31000.00", "first_on": date(2026, 6, 30)}, (
        "from the 30th on the next day would be 30 July, not the 31st"
    )
    performance.perform(desk, case.id, {"amount": "17000"})
    filled = calculations.prefilled(desk, cases.get(desk, case.id), "instalment_plan")
    assert filled == {"principal": "14000.00", "first_on": date(2026, 7, 31), "way": "equal", "every": "month", "times": 1}
    case = actions.act(desk, case.id, "calculate", {"kind": "instalment_plan"})
    assert "2026年7月31日：14,000元" in said(desk, case)
