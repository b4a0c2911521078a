"""Facts of the generated cases of the training office: what an intake would write down, made to fit the day, the sum and the people.

Each maker gives clean values of its category: days as dates, money in fen. All of it is invented.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Facts = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What a maker of facts is told: the day of the event, the day of the request, the sum claimed in fen, names of the two sides."""

    chance: random.Random
    happened_on: date
    received_on: date
    fen: int
    applicant: Mapping[str, Any]
    respondent: Mapping[str, Any]
    region: str

    def between(self, least: int, most: int, since: date | None = None) -> date:
        """A day so many days after the event (or `since`), and not after the request."""
        return min((since or self.happened_on) + timedelta(self.chance.randint(least, most)), self.received_on)

    def part(self, percent: int) -> int:
        """So many per cent of the sum, in whole yuan."""
        return self.fen * percent // 10_000 * 100

    @property
    def born(self) -> date | None:
        """The applicant's day of birth, as his number says."""
        number = self.applicant.get("id_number", "")
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14])) if number else None


def of(matter: Mapping[str, Any], told: Told) -> Facts:
    """The facts of a case of this matter; none where nobody says how they are made."""
    return MAKERS[matter["facts"]](told) if matter.get("facts") else {}


def _traffic(told: Told) -> Facts:
    chance, day = told.chance, told.happened_on
    whole, hurt, driver = chance.random() < 0.4, told.applicant["name"], told.respondent["name"]
    admitted, off = day, chance.choice((15, 30, 60, 90, 120))
    discharged = told.between(3, 14)
    medical, lost = told.part(55), told.part(25)
    return {
        "accident_on": day,
        "accident_time": f"{chance.randint(6, 21):02d}:{chance.choice(('05', '20', '40', '55'))}",
        "accident_place": f"{told.region}某路与某街交叉口",
        "determination": "simple" if whole else "determination",
        "determination_number": f"第1501{day:%Y%m%d}{chance.randrange(1, 90):03d}号",
        "police_unit": f"呼和浩特市公安局交通管理支队{told.region}大队",
        "determined_on": told.between(3, 12),
        "vehicles": [
            {
                "plate": f"蒙A{chance.randrange(10_000, 99_999)}", "kind": chance.choice(("小型轿车", "小型普通客车", "轻型货车")),
                "motor": True, "driver": driver, "owner": driver, "use": "own", "share": "full" if whole else "main",
                "licence": "valid", "licence_class": "C1", "alcohol": "none", "direction": "由东向西直行",
                "insurer": "某财产保险股份有限公司呼和浩特市分公司", "policy_number": f"PDZA{chance.randrange(10**9, 10**10)}",
                "policy_from": day - timedelta(200), "policy_until": day + timedelta(164),
                "third_party_limit": chance.choice((500_000, 1_000_000, 2_000_000)) * 100, "no_deductible": True,
            }
        ],
        "road_users": [
            {"name": hurt, "role": chance.choice(("rider", "pedestrian")), "share": "none" if whole else "minor", "vehicle": "二轮电动车"}
        ],
        "injured": [
            {
                "name": hurt, "birth_date": told.born,
                "injury": chance.choice(("左胫骨骨折", "头皮挫裂伤", "腰部软组织挫伤", "右锁骨骨折")),
                "hospital": "呼和浩特市某医院", "admitted_on": admitted, "discharged_on": discharged, "off_work_days": off,
                "care_days": off // 2, "nutrition_days": off // 2, "occupation": told.applicant["occupation"],
                "monthly_income": chance.choice((3_600, 4_350, 5_200)) * 100,
            }
        ],
        "losses": [
            {"item": "medical", "whose": hurt, "amount": medical, "basis": "票据", "proved": True},
            {"item": "lost_income", "whose": hurt, "amount": lost, "basis": f"误工{off}日", "proved": chance.random() < 0.6},
            {"item": "vehicle", "whose": hurt, "amount": told.fen - medical - lost, "basis": "定损单", "proved": True},
        ],
        "reviewed": "none",
        "course": "双方车辆在路口相遇，未按规定让行发生碰撞。",
    }  # fmt: skip


def _wages(told: Told) -> Facts:
    chance = told.chance
    wage = chance.choice((4_500, 5_400, 6_600, 7_200)) * 100
    ended = told.happened_on
    return {
        "employer": told.respondent["name"], "migrant_workers": True, "job": chance.choice(("钢筋工", "木工", "瓦工", "力工")),
        "workplace": f"{told.region}某小区工地", "started_on": ended - timedelta(chance.randint(120, 400)), "ended_on": ended,
        "monthly_wage": wage, "demands": [{"item": "wages", "amount": told.fen, "details": "工程完工后尚欠的工资"}],
        "written_contract": False, "unpaid_from": ended - timedelta(90), "unpaid_to": ended, "unpaid_amount": told.fen,
        "ending": "task_done", "project": f"{told.region}某小区二期", "employer_part": "labour_company", "gang_leader": "某某某",
        "workers": chance.randint(2, 30), "wage_list": True, "settled_on": told.between(0, 15), "wage_paid_by": "transfer",
    }  # fmt: skip


def _severance(told: Told) -> Facts:
    chance, ended = told.chance, told.happened_on
    started = ended - timedelta(chance.randint(500, 3_000))
    return {
        "employer": told.respondent["name"], "migrant_workers": False, "job": chance.choice(("收银员", "司机", "会计", "客服")),
        "workplace": f"{told.region}某大厦", "started_on": started, "ended_on": ended,
        "monthly_wage": chance.choice((4_200, 5_000, 6_800)) * 100,
        "demands": [{"item": "severance", "amount": told.fen, "details": "解除劳动合同的经济补偿"}],
        "written_contract": True, "contract_name": "劳动合同书", "signed_on": started, "contract_kind": "fixed", "contract_from": started,
        "insurances": ["pension", "health", "injury", "unemployment"], "insured_from": started + timedelta(30), "wage_paid_by": "transfer",
        "hours_system": "standard", "ending": "dismissed", "ended_by": "用人单位以经营困难为由解除",
    }  # fmt: skip


def _parent_support(told: Told) -> Facts:
    parent, child, need = told.applicant, told.respondent["name"], max(told.fen // 1_200 * 100, 10_000)
    return {
        "question": "parent_support",
        "parents": [
            {
                "name": parent["name"], "birth_date": told.born, "health": "患慢性病，长期服药", "income": 20_000, "lives_with": "独居",
                "needs": need,
            }
        ],
        "supporters": [{"name": child, "relation": "子", "share": "二分之一", "income": 450_000}],
    }  # fmt: skip


def _bride_price(told: Told) -> Facts:
    return {
        "question": "bride_price", "bride_price": told.fen, "bride_price_on": told.happened_on, "registered": False,
        "bride_price_by": f"{told.applicant['name']}一方给付，{told.respondent['name']}一方收受", "bride_price_returned": 0,
        "lived_together": told.chance.random() < 0.5, "hardship": told.chance.random() < 0.3, "violence": False,
    }  # fmt: skip


def _partition(told: Told) -> Facts:
    house, holder = told.part(80), told.respondent["name"]
    return {
        "question": "partition",
        "property": [
            {"kind": "house", "what": f"{told.region}某村平房三间", "owner": holder, "worth": house * 2, "goes_to": "respondent"},
            {"kind": "livestock", "what": "羊二十只", "owner": holder, "worth": (told.fen - house) * 2, "goes_to": "both"},
        ],
    }  # fmt: skip


def _bank_loan(told: Told) -> Facts:
    signed, overdue = told.happened_on - timedelta(365), told.happened_on
    interest = told.part(8)
    return {
        "lender": "bank", "contract_name": "个人经营贷款合同",
        "contract_number": f"某银贷字{signed:%Y}第{told.chance.randrange(100, 999)}号",
        "signed_on": signed, "signed_at": told.region, "principal": told.fen, "delivered": told.fen, "delivered_by": "transfer",
        "term_from": signed + timedelta(1), "term_to": overdue - timedelta(1), "repayment": "monthly_interest", "overdue": True,
        "overdue_since": overdue, "as_of": told.received_on, "principal_owed": told.fen - interest, "interest_owed": interest,
        "term_interest_owed": interest // 2, "penalty_owed": interest - interest // 2, "rate": "年利率6.525%",
        "rate_percent": Decimal("6.525"), "rate_unit": "year", "overdue_rise": Decimal(50), "secured": False, "until_paid": True,
    }  # fmt: skip


def _private_loan(told: Told) -> Facts:
    lent = told.happened_on - timedelta(told.chance.randint(180, 500))
    return {
        "lender": "person", "borrower": "person", "note": told.chance.choice(("iou", "iou", "chat")), "signed_on": lent,
        "purpose": "资金周转",
        "principal": told.fen, "delivered": told.fen, "delivered_by": told.chance.choice(("transfer", "cash")), "term_from": lent,
        "term_to": told.happened_on, "repayment": "at_maturity", "overdue": True, "overdue_since": told.happened_on + timedelta(1),
        "as_of": told.received_on, "principal_owed": told.fen,
    }  # fmt: skip


def _sale(told: Told) -> Facts:
    return {
        "seller": told.applicant["name"], "buyer": told.respondent["name"], "contract_form": "note", "signed_on": told.happened_on,
        "goods": [{"name": told.chance.choice(("羊草", "青贮", "苜蓿", "草颗粒")), "price": told.fen, "delivered_on": told.happened_on}],
        "price": told.fen, "pay_terms": "credit", "as_of": told.received_on, "price_owed": told.fen,
    }  # fmt: skip


def _property_fee(told: Told) -> Facts:
    begins = told.happened_on - timedelta(730)
    return {
        "matter": "property_fee", "provider": told.applicant["name"], "owner": told.respondent["name"],
        "place": str(told.respondent["usual_residence"]), "area": Decimal(told.chance.choice((78, 92, 108, 126))), "price_unit": "m2_month",
        "price": Decimal(told.chance.choice(("1.20", "1.50", "2.00"))),
        "arrears": [{"from_on": begins, "to_on": told.happened_on, "amount": told.fen}], "as_of": told.received_on, "owed": told.fen,
    }  # fmt: skip


def _leak(told: Told) -> Facts:
    return {
        "matter": "leak", "own_place": str(told.applicant["usual_residence"]), "other_place": str(told.respondent["usual_residence"]),
        "since": told.happened_on, "goes_on": False, "deed_told": "楼上水管破裂漏水，楼下屋顶和家具受损。", "remedies": ["repair", "pay"],
    }  # fmt: skip


def _pasture(told: Told) -> Facts:
    return {
        "question": "trespass", "gacha": "某嘎查", "land": "pasture", "plot": "嘎查东北坡草场",
        "area_mu": Decimal(told.chance.randint(80, 900)), "holder": told.applicant["name"], "paper": "certificate",
    }  # fmt: skip


def _training(told: Told) -> Facts:
    return {
        "trade": "prepaid", "trader": told.respondent["name"], "bought_on": told.happened_on, "price": told.fen, "receipt": "receipt",
        "defect": "门店停业，余额没有退还。", "found_on": told.between(10, 60), "demands": ["refund"], "demand": told.fen,
    }  # fmt: skip


def _fight(told: Told) -> Facts:
    hurt = told.applicant
    return {
        "kind": "fight", "harmed_on": told.happened_on, "harmed_at": f"{told.region}某市场",
        "course": "双方因口角发生推搡，申请人倒地受伤。", "done_by": told.respondent["name"], "share": "main", "police": "called",
        "injured": [{"name": hurt["name"], "birth_date": told.born, "injury": "右手腕挫伤", "off_work_days": 14}],
        "losses": [{"item": "medical", "whose": hurt["name"], "amount": told.fen, "basis": "票据", "proved": True}],
    }  # fmt: skip


def _medical(told: Told) -> Facts:
    return {
        "applied": "joint", "hospital": told.respondent["name"], "owner": "private", "department": "骨科",
        "patient": told.applicant["name"], "treated_from": told.happened_on - timedelta(9), "treated_to": told.happened_on,
        "complaint": "术后恢复不佳", "result": "longer", "reproach": "术前告知不充分，术后没有及时复查。",
    }  # fmt: skip


MAKERS: Mapping[str, Callable[[Told], Facts]] = {
    "traffic": _traffic,
    "wages": _wages,
    "severance": _severance,
    "parent_support": _parent_support,
    "bride_price": _bride_price,
    "partition": _partition,
    "bank_loan": _bank_loan,
    "private_loan": _private_loan,
    "sale": _sale,
    "property_fee": _property_fee,
    "leak": _leak,
    "pasture": _pasture,
    "training": _training,
    "fight": _fight,
    "medical": _medical,
}
