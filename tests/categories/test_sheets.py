"""The fact sheet of every shipped category: its own example, its keys, its groups, what an older program stored."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from desktop.categories import CATEGORIES
from desktop.categories.category import OWN, Category
from desktop.domain import fields, interest_cap, telling
from desktop.domain.fields import Field
from desktop.domain.plausible import Around

DAY = date(2026, 3, 9)
SHEETS = [pytest.param(one, id=one.key) for one in CATEGORIES.values() if one.facts]


@pytest.mark.parametrize("category", SHEETS)
def test_the_sheet_takes_its_own_example_and_keeps_it(category: Category) -> None:
    clean = fields.check(category.facts, fields.example(category.facts), DAY)
    assert category.read(fields.stored(category.facts, clean)) == clean
    assert [one for one in category.looked_at(clean, Around(DAY)) if one.stops] == []
    assert set(clean) == {field.key for field in category.facts}


@pytest.mark.parametrize("category", SHEETS)
def test_every_choice_is_read_by_code_name_and_old_spelling(category: Category, chinese: None) -> None:
    for field in _deep(category.facts):
        for code, label in field.options():
            assert fields.check((field,), {field.key: [code] if field.kind == "choices" else code}) == fields.check(
                (field,), {field.key: [label] if field.kind == "choices" else label}
            )
        for text, code in field.also:
            assert fields.restored((field,), {field.key: text}) == {field.key: code}, f"{field.key}: {text}"


@pytest.mark.parametrize("category", SHEETS)
def test_keys_are_plain_and_stand_once(category: Category) -> None:
    keys = [field.key for field in category.facts]
    assert [key for key, n in Counter(keys).items() if n > 1] == []
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", field.key) for field in _deep(category.facts, choices=False))
    assert category.private <= set(keys) and not any(key.startswith(OWN) for key in keys)
    assert not category.groups[0].title and all(group.title for group in category.groups[1:])


@pytest.mark.parametrize("category", SHEETS)
def test_a_choice_has_no_two_names_alike(category: Category, chinese: None) -> None:
    for field in _deep(category.facts):
        labels = [label for _code, label in field.options()]
        assert len(set(labels)) == len(labels), field.key


def test_what_an_older_program_stored_is_read_and_nothing_is_lost() -> None:
    old = {
        "accident_on": "2026-03-05",
        "reviewed": "维持",
        "vehicles": [{"driver": "郭某某", "use": "自有", "share": "主要责任", "licence": "C1，有效", "third_party_limit": 100_000_000}],
        "road_users": [{"name": "高某", "role": "行人", "share": "次要责任"}],
        "injured": [{"name": "高某", "disability_grade": "十级", "off_work_days": 120}],
        "losses": [{"item": "医疗费", "amount": 3_812_050}, {"item": "施救费", "amount": 20_000}],
        "gone": "a field that is no more",
    }
    read = CATEGORIES["traffic"].read(old)
    assert read["accident_on"] == date(2026, 3, 5) and read["reviewed"] == "upheld"
    assert read["vehicles"] == [{"driver": "郭某某", "use": "own", "share": "main", "licence": "valid", "third_party_limit": 100_000_000}]
    assert read["road_users"][0]["role"] == "pedestrian" and read["injured"][0]["disability_grade"] == "10"
    assert [loss["item"] for loss in read["losses"]] == ["medical", "施救费"]  # what cannot be read stays as it was written
    assert telling.value(_field("traffic", "losses"), read["losses"]).splitlines()[1].startswith("2. 施救费")


@pytest.mark.parametrize(
    ("category", "key", "old", "now"),
    [
        ("finance", "repayment", "按季结息，到期还本", "quarterly_interest"),
        ("finance", "delivered_by", "银行转账", "transfer"),
        ("finance", "lender", "person", "person"),
        ("private_loan", "repayment", "到期一次还本", "at_maturity"),
        ("labour", "employer_part", "劳务公司", "labour_company"),
        ("labour", "wage_paid_by", "现金", "cash"),
        ("labour", "demands", [{"item": "经济补偿金", "amount": 1}], [{"item": "severance", "amount": 1}]),
        ("family", "property", [{"kind": "住房", "what": "一套"}], [{"kind": "house", "what": "一套"}]),
        ("finance", "guarantees", [{"who": "李某", "registered": True}], [{"who": "李某", "registered": "formal"}]),
        ("finance", "guarantees", [{"who": "李某", "registered": False}], [{"who": "李某", "registered": "none"}]),
    ],
)
def test_a_text_where_a_choice_stands_now(category: str, key: str, old: Any, now: Any) -> None:
    assert CATEGORIES[category].read({key: old}) == {key: now}


def test_what_is_told_has_no_empty_lines(chinese: None) -> None:
    sheet = CATEGORIES["sale"]
    clean = fields.check(
        sheet.facts,
        {
            "seller": "某经销部",
            "buyer": "",
            "production": False,
            "goods": [{"name": "饲料", "quantity": "100", "price": "9000"}, {"name": "草"}],
        },
    )
    lines = [(one.label, one.text) for one in telling.told(sheet.facts, clean)]
    assert lines == [("出卖人", "某经销部"), ("是否生产经营", "否"), ("标的物和价款", "1. 饲料；数量：100；价款：9,000.00 元\n2. 草")]


def test_every_licensed_lender_of_the_sheet_is_one_for_the_cap_on_interest() -> None:
    codes = {choice[0] for choice in _field("finance", "lender").choices}
    assert set(interest_cap.LICENSED) == codes - {"person"}


def _field(category: str, key: str) -> Field:
    return next(field for field in CATEGORIES[category].facts if field.key == key)


def _deep(found: tuple[Field, ...], choices: bool = True) -> list[Field]:
    deep = [*found, *(column for field in found for column in field.rows)]
    return [field for field in deep if field.choices] if choices else deep
