"""What cannot be and what is odd, a line a rule: category, facts, the place where the sentence stands, whether it stops."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.categories import CATEGORIES
from desktop.domain import fields, plausible
from desktop.domain.fields import Field
from desktop.domain.plausible import Around

DAY = date(2026, 11, 20)
HURT = {"name": "高某", "admitted_on": "2026-03-05"}
RULES: list[tuple[str, dict[str, Any], str, bool]] = [
    ("traffic", {"accident_on": "2026-03-05", "determined_on": "2026-03-01"}, "determined_on", True),
    ("traffic", {"accident_on": "2026-12-01"}, "accident_on", True),
    ("traffic", {"accident_time": "25:10"}, "accident_time", True),
    ("traffic", {"vehicles": [{"share": "full"}], "road_users": [{"name": "高某", "share": "minor"}]}, "vehicles.0.share", True),
    ("traffic", {"vehicles": [{"share": "main"}, {"share": "main"}]}, "vehicles.1.share", True),
    ("traffic", {"vehicles": [{"share": "main"}, {"share": "none"}]}, "vehicles.0.share", False),
    ("traffic", {"accident_on": "2026-03-05", "vehicles": [{"policy_until": "2026-03-04"}]}, "vehicles.0.policy_until", False),
    ("traffic", {"vehicles": [{"use": "own", "owner": "甲", "driver": "乙"}]}, "vehicles.0.use", True),
    ("traffic", {"accident_on": "2026-03-05", "injured": [{"name": "高某", "admitted_on": "2026-03-04"}]}, "injured.0.admitted_on", True),
    ("traffic", {"accident_on": "2026-03-05", "injured": [{"name": "高某", "birth_date": "2026-03-06"}]}, "injured.0.birth_date", True),
    ("traffic", {"accident_on": "2026-03-05", "injured": [{"name": "高某", "died_on": "2026-03-04"}]}, "injured.0.died_on", True),
    ("medical", {"injured": [{"name": "高某", "birth_date": "1990-01-01", "died_on": "1980-01-01"}]}, "injured.0.died_on", True),
    ("traffic", {"injured": [{**HURT, "discharged_on": "2026-03-01"}]}, "injured.0.discharged_on", True),
    ("traffic", {"injured": [{**HURT, "discharged_on": "2026-03-26", "off_work_days": 10}]}, "injured.0.off_work_days", False),
    ("traffic", {"injured": [{"name": "高某", "disability_grade": "9", "disability_percent": 10}]}, "injured.0.disability_percent", False),
    ("traffic", {"injured": [{"name": "高某", "disability_grade": "9", "more_grades": ["8"]}]}, "injured.0.more_grades", True),
    ("traffic", {"injured": [HURT], "losses": [{"item": "funeral", "amount": "1"}]}, "losses.0.item", False),
    ("traffic", {"injured": [HURT], "dependants": [{"name": "丙", "of": "乙"}]}, "dependants.0.of", False),
    ("traffic", {"paid_so_far": "5", "advances": [{"payer": "甲", "amount": "4"}]}, "paid_so_far", False),
    ("traffic", {"appraisal_wanted": False, "appraisal_matter": "伤残等级"}, "appraisal_wanted", True),
    ("labour", {"started_on": "2026-03-01", "ended_on": "2026-02-01"}, "ended_on", True),
    ("labour", {"written_contract": False, "signed_on": "2026-03-01"}, "written_contract", True),
    ("labour", {"ending": "running", "ended_on": "2026-03-01"}, "ended_on", True),
    ("labour", {"leave_days": 5, "leave_taken": 6}, "leave_taken", False),
    ("labour", {"leave_days": 7}, "leave_days", False),
    ("labour", {"ended_on": "2025-03-01"}, "ended_on", False),
    ("labour", {"arbitration_result": "award", "arbitration_served_on": "2026-10-01"}, "arbitration_served_on", False),
    ("labour", {"labour_grade": "9", "injury_recognised": "no"}, "labour_grade", False),
    ("family", {"married_on": "2026-03-01", "separated_since": "2026-01-01"}, "separated_since", True),
    ("family", {"registered": False, "certificate_number": "J150102-2015-001"}, "registered", True),
    ("family", {"will": False, "will_kind": "printed"}, "will", True),
    ("family", {"bride_price": "100", "bride_price_returned": "200"}, "bride_price_returned", True),
    ("family", {"violence": True}, "violence", False),
    ("family", {"question": "divorce"}, "question", False),
    ("family", {"children": [{"name": "小", "birth_date": "2025-12-01", "wanted_with": "applicant"}]}, "children.0.wanted_with", False),
    ("family", {"children": [{"name": "大", "birth_date": "2000-12-01", "support": "100"}]}, "children.0.support", False),
    (
        "family",
        {"payer_income": "3000", "payer_income_fixed": True, "children": [{"name": "小", "birth_date": "2020-01-01", "support": "901"}]},
        "payer_income",
        False,
    ),
    ("finance", {"principal": "100", "delivered": "101"}, "delivered", True),
    ("finance", {"principal": "100", "principal_owed": "101", "as_of": "2026-01-01"}, "principal_owed", True),
    ("finance", {"principal": "100", "delivered": "99"}, "delivered", False),
    ("finance", {"lender": "person"}, "lender", False),
    ("finance", {"overdue": False, "overdue_since": "2026-01-01"}, "overdue", True),
    ("finance", {"signed_on": "2026-01-05", "payments": [{"paid_on": "2026-01-05", "amount": "10"}]}, "payments.0.paid_on", False),
    ("finance", {"secured": False, "guarantees": [{"who": "李某"}]}, "secured", True),
    ("finance", {"guarantees": [{"who": "李某", "kind": "guarantee_joint", "registered": "formal"}]}, "guarantees.0.registered", True),
    ("finance", {"guarantees": [{"who": "李某", "maximum": False, "ceiling": "5"}]}, "guarantees.0.maximum", True),
    ("private_loan", {"interest_agreed": False, "rate_percent": "12", "rate_unit": "year"}, "interest_agreed", True),
    ("private_loan", {"rate_percent": "12"}, "rate_unit", False),
    ("private_loan", {"principal_owed": "10"}, "as_of", False),
    ("private_loan", {"term_from": "2026-01-01", "term_to": "2025-01-01"}, "term_to", True),
    ("sale", {"price": "100", "price_owed": "101", "as_of": "2026-01-01"}, "price_owed", True),
    ("sale", {"goods": [{"name": "草", "quantity": "2", "unit_price": "10", "price": "21"}]}, "goods.0.price", False),
    ("sale", {"goods": [{"name": "草", "price": "21"}], "price": "20"}, "price", False),
    ("sale", {"late": "none", "late_since": "2026-01-01"}, "late_since", True),
    ("sale", {"objection_until": "2026-01-01", "objected_on": "2026-01-02"}, "objected_on", False),
    ("land_pasture", {"gacha": "某嘎查"}, "question", False),
    ("land_pasture", {"question": "contract", "paper": "none", "certificate_number": "1"}, "paper", True),
    ("land_pasture", {"question": "trespass", "area_mu": "10", "taken_mu": "11"}, "taken_mu", True),
    (
        "land_pasture",
        {"question": "trespass", "herds": [{"kind": "sheep", "from_on": "2026-06-01", "to_on": "2026-06-02", "days": 5}]},
        "herds.0.days",
        True,
    ),
    ("land_pasture", {"question": "contract", "government_asked": True}, "government_asked", False),
    ("neighbour", {"since": "2026-06-01", "inspected_on": "2026-05-01"}, "inspected_on", True),
    ("property_mgmt", {"owed": "10"}, "reminders", False),
    ("property_mgmt", {"vacant": False, "vacant_since": "2026-01-01"}, "vacant", True),
    ("consumer", {"prepaid": "10", "left": "11"}, "left", True),
    ("consumer", {"private_use": False}, "private_use", False),
    ("consumer", {"harmed": False, "injured": [{"name": "高某"}]}, "harmed", True),
    ("medical", {"applied": "one"}, "applied", False),
    ("medical", {"sealed": False, "sealed_on": "2026-01-01"}, "sealed", True),
    ("medical", {"appraisal": "none", "part": "main"}, "part", False),
    ("injury", {"kind": "property", "injured": [{"name": "高某"}]}, "kind", True),
    ("injury", {"police": "criminal"}, "police", False),
    ("injury", {"preserved": False, "preserved_number": "（2026）内0102财保15号"}, "preserved", True),
    ("injury", {"earlier_suits": [{"court": "某法院", "end": "pending"}]}, "earlier_suits.0.end", False),
    (
        "injury",
        {"earlier_suits": [{"court": "某法院", "filed_on": "2026-02-01", "ended_on": "2026-01-01"}]},
        "earlier_suits.0.ended_on",
        True,
    ),
]


@pytest.mark.parametrize(("category", "facts", "place", "stops"), RULES)
def test_a_rule_speaks_at_its_field(category: str, facts: dict[str, Any], place: str, stops: bool) -> None:
    sheet = CATEGORIES[category]
    found = sheet.looked_at(fields.check(sheet.facts, facts, DAY), Around(DAY))
    assert [(one.place, one.stops) for one in found] == [(place, stops)]
    assert found[0].sentence.endswith((".", "?"))


def test_the_day_of_the_case_and_that_of_the_facts_are_one() -> None:
    found = CATEGORIES["traffic"].looked_at({"accident_on": date(2026, 3, 5)}, Around(DAY, None, date(2026, 3, 6)))
    assert [(one.place, one.stops) for one in found] == [("accident_on", False)]


@pytest.mark.parametrize("key", [key for key, one in CATEGORIES.items() if one.facts])
def test_an_empty_sheet_raises_no_doubt(key: str) -> None:
    sheet = CATEGORIES[key]
    assert sheet.looked_at({}, Around(DAY)) == []
    assert sheet.looked_at(fields.check(sheet.facts, {field.key: "" for field in sheet.facts}), Around(DAY)) == []


_DAYS = (Field("a", "date", "A", prefer="past"), Field("b", "date", "B"), Field("c", "date", "C"))
_day = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(st.fixed_dictionaries({}, optional={"a": _day, "b": _day, "c": _day}))
def test_days_in_order_raise_no_doubt_and_others_do(values: dict[str, date]) -> None:
    found = list(plausible.in_order(_DAYS, values, "a", "b", "c"))
    known = [values[key] for key in "abc" if key in values]
    assert bool(found) == (known != sorted(known))
    assert len(found) == sum(later < earlier for earlier, later in zip(known, known[1:], strict=False))


_values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8) | st.integers(-5, 10**7) | _day.map(str) | st.sampled_from(("full", "main", "1", "是")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("name", "share", "from_on", "amount", "kind")), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.data())
def test_whatever_is_typed_a_rule_does_not_stumble(data: st.DataObject) -> None:
    sheet = CATEGORIES[data.draw(st.sampled_from(sorted(key for key, one in CATEGORIES.items() if one.facts)))]
    keys = st.sampled_from([field.key for field in sheet.facts])
    typed = data.draw(st.dictionaries(keys, _values, max_size=12))
    clean = fields.readable(sheet.facts, typed, DAY)
    assert all(one.sentence for one in sheet.looked_at(clean, Around(DAY)))
