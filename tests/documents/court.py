"""The papers that go to a court, come from one, or go to an insurer: one example of each, made of cases in memory."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.models.case import Case
from db.models.proposal import Proposal, ProposalService
from db.models.referral import Referral
from db.models.undisputed import UndisputedFacts
from db.models.willingness import MediationWillingness
from db.vocabulary import OutcomeCode, PaperKind, Source, WillingAnswer
from desktop import assets
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.court import (
    account_sheet,
    element_form,
    fee_reduction,
    filing_guide,
    form_questions,
    mediation_consent,
    narrative_claim,
    no_objection_plan,
    organisation_proof,
    packet_list,
    power_of_attorney,
    prior_mediation,
    referral_letter,
    referral_report,
    referral_slip,
    referrer_reply,
    representative_certificate,
    return_letter,
    service_address,
    service_log,
    undertaking,
    undisputed_facts,
)
from desktop.documents.court.packet_list import Item
from desktop.documents.insurer import damages_table, injury_form, insurer_notice, insurer_papers
from desktop.domain import court_fee, fields, law
from desktop.domain.element_forms import assembly
from desktop.domain.filing import Place
from desktop.domain.inputs.court_sheets import SHEETS
from tests.documents import after, cases
from tests.domain.element_forms import grounds

DAY = date(2026, 11, 20)
SETTING = cases.setting(PaperState.ISSUED)
COURT = SETTING.courts[1]
NUMBER = "（2026）新诉调字第4号"
INSURER = "中国某财产保险股份有限公司乌兰察布市中心支公司"


def given(kind: PaperKind) -> dict[str, Any]:
    """The example of the sheet of a kind, as it is kept."""
    return fields.check(SHEETS[kind], fields.example(SHEETS[kind]), DAY)


def loan() -> Case:
    """The loan that a court referred, in force."""
    found = after.loan()
    found.proposals, found.undisputed, found.suspensions, found.facts = [], [], [], {}
    return found


def failed() -> Case:
    """The same loan, not agreed: what is undisputed was written down, a plan was put forward and objected to."""
    found = loan()
    found.agreements, found.confirmations, found.return_visits = [], [], []
    found.outcomes = [
        cases.made(
            after.Outcome,
            id=1,
            code=OutcomeCode.FAILED_DIVERGENCE,
            concluded_on=date(2022, 1, 4),
            reason="对利息标准分歧较大。",
            undone=False,
        )  # fmt: skip
    ]
    found.undisputed = [
        UndisputedFacts(
            day=date(2022, 1, 4), consented_on=date(2022, 1, 4), facts=["2019年1月15日签订借款合同。", "尚欠本金500万元。"],
            still_disputed=["逾期利息的标准。"],
        )
    ]  # fmt: skip
    served = [
        ProposalService(id=n, party_id=n, served_on=date(2021, 12, 22), way="直接送达", receiver="", objected_on=None, objection="")
        for n in (1, 2)
    ]
    told = {"facts": "尚欠本息。", "text": "分期偿还。", "reasons": "利于履行。"}
    plan = Proposal(id=1, day=date(2021, 12, 21), consented_on=date(2021, 12, 20), **told)
    plan.services = served
    found.proposals = [plan]
    return found


def traffic(**values: Any) -> Case:
    """An accident with every fact given."""
    base: dict[str, Any] = {
        "cause": "机动车交通事故责任纠纷", "category": "traffic", "number": NUMBER, "entry_number": "2026-0004", "platform_number": "",
        "facts": grounds.example("traffic"), "claim_fen": 4_268_000, "place": "", "summary": "", "source_note": "",
        "source": Source.REFERRED_POLICE, "received_on": date(2026, 11, 2), "accepted_on": date(2026, 11, 3),
        "referrals": [cases.made(Referral, court_id=None, court_number="", body="卓资县公安局交通管理大队", received_on=date(2026, 11, 2))],
        "organisation_id": 1,
    }  # fmt: skip
    return grounds.case(**{**base, **values})


def claim(key: str, answer: bool = False) -> Paper:
    """The element form of a cause of which every fact is known."""
    known = grounds.ground(grounds.example(key), cause=grounds.form(key).causes[0], claim_fen=4_268_000)
    filled = (assembly.answer if answer else assembly.claim)(grounds.form(key), grounds.frame(), known)
    kind = PaperKind.ANSWER if answer else PaperKind.CLAIM
    return element_form.paper(kind.value, filled, NUMBER, "（2026）内0921民初268号" if answer else "", SETTING)


def _questions() -> Paper:
    filled = grounds.claim("private_loan", grounds.ground({"lent": 10_000_000}, claim_fen=4_268_000))
    return form_questions.paper("民事起诉状（民间借贷纠纷）", NUMBER, filled.questions, filled.contradictions, SETTING)


def _undisputed() -> Paper:
    rows = [("借款金额", "人民币5,000,000元", False), ("利率", "年利率6%", True), ("担保", "无", None)]
    return undisputed_facts.paper(failed(), SETTING, rows)


def _fee() -> court_fee.Fee:
    table = assets.toml("law", "fees.toml")
    return court_fee.fee("property", 519_425_392, law.values_from(table), law.bands_from(table), DAY)


def _log() -> Paper:
    entered = [{**given(PaperKind.SERVICE_LOG), "party": "2"}]
    return service_log.paper(failed(), SETTING, [("人民调解协议书", "张𨱏", date(2021, 12, 22), "签收")], entered)


def _packet() -> Paper:
    items = [Item("司法确认申请书", 1, 2, ""), Item("身份证明：张𨱏", 1, -1, ""), Item("借款合同", 2, 0, "法院另行收取")]
    lacks = ["张𨱏：缺少身份证件复印件。"]
    return packet_list.paper(loan(), SETTING, COURT, items, lacks, "（2021）新诉调字第12号")


def _insurer_papers() -> Paper:
    rows = [("医疗费发票", "handed_in", "2026年11月10日", ""), ("护理证明", "missing", "", "住院期间"), ("索赔申请书", "asked", "", "")]
    groups = [("一般材料", rows)]
    return insurer_papers.paper(traffic(), SETTING, grounds.example("traffic"), INSURER, "RDAA2026", groups)


def _injury() -> Paper:
    case = traffic()
    return injury_form.paper(case, case.parties[0], SETTING, grounds.example("traffic"), given(PaperKind.INJURY_FORM))


def _of_party(write: Callable[..., Paper], kind: PaperKind) -> Paper:
    case = loan()
    return write(case, case.parties[2], SETTING, given(kind))


def _notice() -> Paper:
    said = MediationWillingness(answer=WillingAnswer.YES, knows_benefit_1=True, knows_benefit_2=True, knows_benefit_4=False)
    return prior_mediation.paper(loan(), loan().parties[2], SETTING, given(PaperKind.PRIOR_MEDIATION), said)


def _guide() -> Paper:
    places = [Place(COURT, (("referred", ""), ("defendant", "张𨱏")), True)]
    return filing_guide.paper(failed(), SETTING, places, _fee(), "2025年示范文本", DAY)


MADE: dict[str, Callable[[], Paper]] = {
    "account_sheet": lambda: account_sheet.paper(loan(), SETTING),
    "damages_table": lambda: damages_table.paper(traffic(), SETTING, grounds.example("traffic")),
    "fee_reduction": lambda: fee_reduction.paper(failed(), failed().parties[0], SETTING, _fee(), COURT, given(PaperKind.FEE_REDUCTION)),
    "filing_guide": _guide,
    "form_questions": _questions,
    "injury_form": _injury,
    "insurer_notice": lambda: insurer_notice.paper(
        traffic(), SETTING, grounds.example("traffic"), INSURER, given(PaperKind.INSURER_NOTICE)
    ),
    "insurer_papers": _insurer_papers,
    "mediation_consent": lambda: mediation_consent.paper(loan(), SETTING, given(PaperKind.MEDIATION_CONSENT)),
    "narrative_claim": lambda: narrative_claim.paper("claim", failed(), SETTING, COURT, ""),
    "no_objection_plan": lambda: no_objection_plan.paper(
        failed(), failed().proposals[0], SETTING, dict.fromkeys((1, 2), date(2021, 12, 29))
    ),
    "organisation_proof": lambda: organisation_proof.paper(loan(), loan().agreements[0], SETTING, COURT, DAY),
    "packet_list": _packet,
    "power_of_attorney": lambda: power_of_attorney.paper(loan(), loan().parties[0], SETTING),
    "prior_mediation": _notice,
    "referral_letter": lambda: referral_letter.paper(loan(), SETTING, given(PaperKind.REFERRAL_LETTER), date(2022, 1, 6)),
    "referral_report": lambda: referral_report.paper(failed(), SETTING, given(PaperKind.REFERRAL_REPORT), DAY),
    "referral_slip": lambda: referral_slip.paper(loan(), SETTING),
    "referrer_reply": lambda: referrer_reply.paper(traffic(), SETTING, DAY),
    "representative_certificate": lambda: representative_certificate.paper(loan(), loan().parties[0], SETTING),
    "return_letter": lambda: return_letter.paper(failed(), SETTING, [("referral_report", 2), ("undisputed_facts", None)], date(2022, 1, 5)),
    "service_address": lambda: _of_party(service_address.paper, PaperKind.SERVICE_ADDRESS),
    "service_log": _log,
    "undertaking": lambda: undertaking.paper(loan(), loan().agreements[0], SETTING, COURT),
    "undisputed_facts": _undisputed,
}
FORMS = tuple(grounds.CATEGORY)
