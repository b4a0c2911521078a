"""Each row of each form, in the order of the brief, is filled by the fields that the table names, or asked extra."""

from pathlib import Path
from typing import Any

import pytest

from db.vocabulary import PartyRole
from desktop import assets
from desktop.categories import SHIPPED
from desktop.domain import fields
from desktop.domain.element_forms import answers
from desktop.domain.element_forms.filling import Filler
from desktop.domain.element_forms.form import ASK, MAY, Row
from desktop.domain.element_forms.rules.registry import RULES
from tests.documents import cases
from tests.domain.element_forms import grounds

TABLE = assets.parse_toml((Path(__file__).parent / "rows.toml").read_text(encoding="utf-8"))
ASKED = "asked extra"
CASES = [(key, part, head) for key, parts in TABLE.items() for part, rows in parts.items() for head in rows]
MORTGAGE = {
    "kind": "mortgage", "who": "李某", "what": "房屋一套", "signed_on": "2026-01-05", "registered": "formal", "maximum": True,
    "determined_on": "2027-01-05", "ceiling": "500000",
}  # fmt: skip


def test_the_table_has_every_form_and_every_row_in_its_order() -> None:
    assert set(TABLE) == set(grounds.CATEGORY)
    for key, parts in TABLE.items():
        form = grounds.form(key)
        assert list(parts) == list(form.titles)
        for part, rows in parts.items():
            assert [row.head for row in form.part(part)] == list(rows), f"{key}.{part}"


@pytest.mark.parametrize(("key", "part", "head"), CASES)
def test_a_row_says_what_its_fields_say(key: str, part: str, head: str) -> None:
    row = next(one for one in grounds.form(key).part(part) if one.head == head)
    blank = _text(key, row)
    for source in str(TABLE[key][part][head]).split(", "):
        if source == ASKED:
            assert any(slot.source in (ASK, MAY) or slot.key == "idle" for slot in row.slots.values())
            continue
        facts: dict[str, Any] = {}
        values: dict[str, Any] = {}
        for one in source.split("+"):
            _give(key, one, facts, values)
        assert _text(key, row, facts, **values) != blank, source


@pytest.mark.parametrize("key", grounds.CATEGORY)
def test_what_is_asked_extra_fills_its_row(key: str) -> None:
    form = grounds.form(key)
    sheet = {field.key: field for field in answers.declared(form.rows)}
    for row in form.rows:
        blank = _text(key, row)
        for slot in row.slots.values():
            place = f"{row.key}.{slot.key}"
            field = sheet[place]
            typed = field.options()[0][0] if field.kind == "choice" else fields.example((field,))[place]
            clean = answers.checked((field,), {place: typed}, grounds.TODAY)
            given = {**clean, **({f"{row.key}.{slot.when}": 5000} if slot.when and "=" not in slot.when else {})}
            assert _text(key, row, answers=given) != blank, place


def _text(key: str, row: Row, facts: dict[str, Any] | None = None, answers: dict[str, Any] | None = None, **values: Any) -> str:
    return Filler(grounds.ground(facts, answers, **values), RULES, 600, "").row(row).text


def _give(key: str, source: str, facts: dict[str, Any], values: dict[str, Any]) -> None:
    """Puts the example of one field into the facts or the case."""
    declared = {field.key: field for field in SHIPPED[grounds.CATEGORY[key]].facts}
    room, _dot, name = source.partition(".")
    if "=" in name:
        fact, _eq, told = name.partition("=")
        facts[fact] = False if told == "no" else told
    elif room == "facts":
        facts |= fields.check((declared[name],), {name: fields.example((declared[name],))[name] or "2026-01-05"}, grounds.TODAY)
    elif room == "losses":
        facts["losses"] = [{"item": name, "amount": 500000}]
    elif room == "demands":
        facts["demands"] = [{"item": name, "amount": 500000}]
    elif room == "securities":
        other = {"kind": "other", "who": "李某", "what": "保证金"}
        facts |= fields.check((declared["guarantees"],), {"guarantees": [MORTGAGE, other]}, grounds.TODAY)
    elif room == "evidence":
        values["evidence"] = [grounds.piece(name)]
        for head in ("medical", "care", "nutrition", "hospital_meals", "transport"):
            facts.setdefault("losses", []).append({"item": head, "amount": 100})
    elif source == "case.claim_fen":
        values["claim_fen"] = 2000000
    elif source == "case.arbitration_clause":
        values["arbitration_clause"] = "因本合同发生争议，由甲方所在地法院管辖。"
    else:
        assert source == "parties"
        values["parties"] = [cases.company(1, PartyRole.APPLICANT, "某银行")]
