"""What the court's papers ask beside the case: kept by party, corrected, taken away; answers of element forms; what is still missing."""

from typing import Any

import pytest

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.documents.blocks import texts
from desktop.domain import fields
from desktop.domain.inputs.court_sheets import SHEETS
from desktop.domain.refusal import Refusal
from desktop.services import actions, cases, element_forms, intake, papers, printing
from desktop.services.desk import Desk
from tests.services import road

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
REFERRAL = {"court": "内0102", "court_number": "（2026）内0102诉前调16号", "received_on": "2026-03-02"}
INSURER = "中国某财产保险股份有限公司呼和浩特市分公司"


def said(desk: Desk, case: Case, kind: PaperKind, n: int = 0) -> str:
    return "\n".join(text for _place, text in texts(printing.paper(desk, case, kind, n)))


def loan(desk: Desk) -> Case:
    """A loan of one person to another that a court handed over."""
    sheet = road.case(road.WANG, road.ZHANG, cause="民间借贷纠纷", category="private_loan", source="referred_court", claim="40000")
    return road.walk(desk, "assign", {**sheet, "referral": REFERRAL, "facts": {"principal": "50000"}})


def field_of(no: pytest.ExceptionInfo[Refusal]) -> str:
    return no.value.faults[0].field if no.value.faults else no.value.field


def asked(desk: Desk, case: Case, kind: PaperKind = PaperKind.CLAIM) -> list[str]:
    return printing.lacks(desk, case, kind, 0)


# --- answers of the element forms ---------------------------------------------------------------------------------------------------


def test_an_answer_is_kept_stands_in_the_form_and_is_taken_back(desk: Desk) -> None:
    case = loan(desk)
    (place,) = [one.place for one in element_forms.claim(case, desk.today()).questions if one.place == "court_costs.there"]
    assert any(f"({place})" in line or f"（{place}）" in line for line in asked(desk, case))
    case = actions.act(desk, case.id, "form_answers", {"paper": "claim", "answers": [{"place": place, "value": "是"}]})
    assert not any(place in line for line in asked(desk, case)) and "court_costs" not in "".join(asked(desk, case))
    before = said(desk, case, PaperKind.CLAIM)
    case = actions.act(desk, case.id, "form_answers", {"paper": "claim", "answers": [{"place": place, "value": ""}]})
    assert said(desk, case, PaperKind.CLAIM) != before and any(place in line for line in asked(desk, case))


def test_what_a_form_does_not_ask_is_refused_at_its_row(desk: Desk) -> None:
    case = loan(desk)
    for values, field in (
        ({"answers": [{"place": "court_costs.there", "value": "是"}, {"place": "no.such", "value": "x"}]}, "answers.1.place"),
        ({"answers": [{"place": "court_costs.there", "value": "也许"}]}, "court_costs.there"),
        ({"answers": []}, "answers"),
        ({"answers": [{"value": "是"}]}, "answers.0.place"),
        ({"paper": "agreement", "answers": [{"place": "court_costs.there", "value": "是"}]}, "paper"),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, "form_answers", values)
        assert field in field_of(no), values
    assert not cases.get(desk, case.id).paper_sheets


def test_complaint_and_answer_keep_their_own_answers(desk: Desk) -> None:
    case = loan(desk)
    questions = element_forms.answer(case, desk.today()).questions
    objection = next(one.place for one in questions if not one.place.startswith("parties."))
    actions.act(desk, case.id, "form_answers", {"paper": "answer", "answers": [{"place": objection, "value": "否"}]})
    case = actions.act(desk, case.id, "form_answers", {"paper": "claim", "answers": [{"place": "court_costs.there", "value": "是"}]})
    assert {one.kind: list(one.values["answers"]) for one in case.paper_sheets} == {
        PaperKind.ANSWER: [objection], PaperKind.CLAIM: ["court_costs.there"],
    }  # fmt: skip


def test_what_a_side_said_of_mediation_stands_in_its_form(desk: Desk) -> None:
    case = loan(desk)
    for party, answer in (("1", "undecided"), ("2", "yes")):
        case = actions.act(desk, case.id, "willingness", {"party": party, "answer": answer, "source": "notice", "knows_benefit_4": True})
    claim, answer_ = said(desk, case, PaperKind.CLAIM), said(desk, case, PaperKind.ANSWER)
    assert "暂不确定，想要了解更多内容☑" in claim and "4. 调解过程保密。\n了解☑" in claim and "是☑" in answer_
    assert not any("willing_answer" in line for line in asked(desk, case))
    assert any("willing_benefits.b1" in line for line in asked(desk, case)), "what nobody said is asked"
    assert "■暂不确定" in said(desk, case, PaperKind.PRIOR_MEDIATION, 1)


def test_a_kept_calculation_fills_the_sums_that_nobody_claimed(desk: Desk) -> None:
    case = accident(desk)
    sheet = {
        "accident_on": "2026-02-05", "people": [{"name": "诸葛明", "medical": "12000", "transport": "300", "solatium": "5000"}],
        "vehicles": [{"plate": "蒙A12345", "liable": "张某某", "percent": "100", "insured": True, "insurer": INSURER}],
    }  # fmt: skip
    case = actions.act(desk, case.id, "calculate", {"traffic": sheet})
    text = said(desk, case, PaperKind.CLAIM)
    assert "累计发生医疗费12,000.00元" in text and "交通费300.00元" in text and "精神损害抚慰金5,000.00元" in text
    amounts = [{"head": "medical", "claimed": "11000"}]
    case = actions.act(desk, case.id, "calculate_amounts", {"amounts": amounts})
    assert "累计发生医疗费11,000.00元" in said(desk, case, PaperKind.CLAIM), "what is claimed goes before what was computed"


def test_a_stale_answer_is_refused(desk: Desk) -> None:
    case = loan(desk)
    case = actions.act(desk, case.id, "form_answers", {"answers": [{"place": "court_costs.there", "value": "是"}]})
    (read,) = case.paper_sheets
    actions.act(desk, case.id, "form_answers", {"answers": [{"place": "court_costs.there", "value": "否"}]})
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "form_answers", {"answers": [{"place": "court_costs.there", "value": ""}]}, read.version)
    assert no.value.code == "stale"


def test_a_cause_without_a_form_is_a_complaint_in_words(desk: Desk) -> None:
    case = intake.open_case(desk, road.case(road.WANG, road.ZHANG, cause="相邻关系纠纷", category="neighbour"))
    text = said(desk, case, PaperKind.CLAIM)
    assert "原告" in text and "示范文本" not in text
    with pytest.raises(Refusal) as no:
        printing.paper(desk, case, PaperKind.FORM_QUESTIONS)
    assert no.value.code == "no_form"


# --- sheets ---------------------------------------------------------------------------------------------------------------------------


def test_a_sheet_is_kept_for_each_party_and_only_what_is_given_changes(desk: Desk) -> None:
    case = loan(desk)
    for party, address in (("1", "新城区某街18号"), ("2", "托克托县某村")):
        case = actions.act(desk, case.id, "service_address", {"party": party, "address": address, "e_service": party == "1"})
    case = actions.act(desk, case.id, "service_address", {"party": "张某某", "phone": "13900000002"})
    assert len(case.paper_sheets) == 2
    first, second = (said(desk, case, PaperKind.SERVICE_ADDRESS, n) for n in (1, 2))
    assert "新城区某街18号" in first and "■同意" in first
    assert "托克托县某村" in second and "13900000002" in second and "■不同意" in second
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "service_address", {"party": "3", "address": "x"})
    assert no.value.field == "party"


def test_a_log_grows_and_names_who_is_no_party(desk: Desk) -> None:
    case = loan(desk)
    for whom in ("2", "村民委员会"):
        case = actions.act(
            desk, case.id, "service_log", {"paper": "调解通知书", "party": whom, "day": "2026-03-05", "proof": "快递单号 1099000000000"}
        )
    text = said(desk, case, PaperKind.SERVICE_LOG)
    assert "张某某" in text and "村民委员会" in text and text.count("1099000000000") == 2
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "service_log", {"paper": "调解通知书", "party": "9", "day": "2026-03-05"})
    assert no.value.field == "party"
    case = actions.act(desk, case.id, "paper_drop", {"paper": "service_log", "number": 2, "reason": "误填"})
    assert "村民委员会" not in said(desk, case, PaperKind.SERVICE_LOG)


@pytest.mark.parametrize("kind", list(SHEETS))
def test_every_sheet_takes_its_example_in_a_case_of_its_kind(desk: Desk, kind: PaperKind) -> None:
    case = accident(desk) if kind.value.startswith("in") else loan(desk)
    values = {**fields.example(SHEETS[kind]), **_days(kind)}
    case = actions.act(desk, case.id, kind.value, values)
    assert [one.kind for one in case.paper_sheets] == [kind]
    n = papers.subject(case, kind, 0).n
    assert len(said(desk, case, kind, n)) > 100


def _days(kind: PaperKind) -> dict[str, str]:
    days = {field.key: "2026-03-05" for field in SHEETS[kind] if field.kind == "date"}
    return {**days, **({"due_on": "2026-04-05"} if "due_on" in days else {}), **({"party": "1"} if "party" in _keys(kind) else {})}


def _keys(kind: PaperKind) -> set[str]:
    return {field.key for field in SHEETS[kind]}


# --- referral, authority, insurers ------------------------------------------------------------------------------------------------------


def test_a_case_of_a_court_has_the_papers_of_its_referral(desk: Desk) -> None:
    case = loan(desk)
    for kind in (PaperKind.REFERRAL_LETTER, PaperKind.REFERRAL_SLIP, PaperKind.REFERRAL_REPORT, PaperKind.RETURN_LETTER):
        text = said(desk, case, kind)
        assert "呼和浩特市新城区人民法院" in text and "（2026）内0102诉前调16号" in text, kind
    own = intake.open_case(desk, road.case(road.WANG, {**road.ZHANG, "id_number": "", "name": "赵某某"}))
    with pytest.raises(Refusal) as no:
        printing.paper(desk, own, PaperKind.REFERRAL_REPORT)
    assert no.value.code == "not_found"


def test_the_police_get_their_reply(desk: Desk) -> None:
    sheet = road.case(road.WANG, road.ZHANG, category="neighbour", cause="相邻关系纠纷", source="referred_police")
    case = intake.open_case(desk, {**sheet, "referral": {"body": "新城区公安分局某派出所", "received_on": "2026-03-02"}})
    text = said(desk, case, PaperKind.REFERRER_REPLY)
    assert "新城区公安分局某派出所" in text and "2026年3月2日" in text


@pytest.mark.parametrize(
    ("items", "sentence"),
    [(["代为和解", "签署调解协议"], ""), (["全权代理"], "general authority only"), (["参加调解"], "does not name settling")],
)
def test_what_an_agent_may_not_do_is_named(desk: Desk, items: list[str], sentence: str) -> None:
    agent = {"name": "乌兰", "authority_level": "special", "items": items}
    case = intake.open_case(desk, road.case({**road.WANG, "agents": [agent]}, road.ZHANG))
    found = printing.lacks(desk, case, PaperKind.POWER_OF_ATTORNEY, 0)
    assert (sentence in found[0]) if sentence else not found
    assert "受委托人乌兰的代理权限" in said(desk, case, PaperKind.POWER_OF_ATTORNEY)


def accident(desk: Desk, **facts: Any) -> Case:
    vehicles = [{"plate": "蒙A12345", "insurer": INSURER}]
    sheet = road.case(road.WANG, road.ZHANG, category="traffic", cause="机动车交通事故责任纠纷", claim="40000")
    return road.walk(desk, "assign", {**sheet, "facts": {"vehicles": vehicles, **facts}})


def test_an_insurer_is_told_three_days_before(desk: Desk) -> None:
    case = accident(desk)
    (line,) = printing.lacks(desk, case, PaperKind.INSURER_NOTICE, 0)
    assert "insurer_notice" in line
    for sent, late in (("2026-03-06", False), ("2026-03-07", True)):
        case = actions.act(desk, case.id, "insurer_notice", {"day": "2026-03-09", "at": "09:30", "sent_on": sent})
        assert bool(printing.lacks(desk, case, PaperKind.INSURER_NOTICE, 0)) == late, sent
    assert INSURER in said(desk, case, PaperKind.INSURER_NOTICE) and "2026年3月9日" in said(desk, case, PaperKind.INSURER_NOTICE)


def test_what_an_insurer_lacks_is_named(desk: Desk) -> None:
    rows = [{"name": "医疗费发票", "state": "missing"}, {"name": "护理证明", "state": "handed_in", "day": "2026-03-05"}]
    case = actions.act(desk, accident(desk).id, "insurer_papers", {"papers": rows})
    assert [line for line in printing.lacks(desk, case, PaperKind.INSURER_PAPERS, 0) if "医疗费发票" in line]
    assert "护理证明" in said(desk, case, PaperKind.INSURER_PAPERS)


def test_only_a_traffic_case_has_papers_for_insurers(desk: Desk) -> None:
    with pytest.raises(Refusal) as no:
        printing.paper(desk, loan(desk), PaperKind.DAMAGES_TABLE)
    assert "traffic" in no.value.sentence


# --- when it fails --------------------------------------------------------------------------------------------------------------------


def test_a_failed_mediation_is_followed_by_the_guide_and_the_complaint(desk: Desk) -> None:
    case = loan(desk)
    case = actions.act(desk, case.id, "session", road.values("session"))
    case = actions.act(desk, case.id, "conclude", {"outcome": "failed_divergence", "reason": "对利息分歧较大。"})
    shown = {one.kind for one in printing.printable(case)}
    assert {PaperKind.FILING_GUIDE, PaperKind.CLAIM} <= shown
    text = said(desk, case, PaperKind.FILING_GUIDE)
    assert "呼和浩特市新城区人民法院" in text and "800.00元" in text and "节省" in text, "40,000 yuan: 50 + 30,000 x 2.5 %"
    assert "追索" in said(desk, case, PaperKind.FEE_REDUCTION)


def test_without_a_number_the_paper_of_who_was_asked_is_meant(desk: Desk) -> None:
    case = loan(desk)
    assert papers.subject(case, PaperKind.SERVICE_ADDRESS, 0).n == 2, "nobody was asked: the last one"
    case = actions.act(desk, case.id, "service_address", {"party": "1", "address": "呼和浩特市某街18号"})
    assert papers.subject(case, PaperKind.SERVICE_ADDRESS, 0).n == 1
    assert papers.subject(case, PaperKind.SERVICE_ADDRESS, 2).n == 2
