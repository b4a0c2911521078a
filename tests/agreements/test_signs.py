"""Each kind of third party is asked for, answered and declared; each sign of a sham is seen, and not seen where it is none.

What is written stands as data in signs.toml, its cases in cases.toml. Declared series and what was split are left out among themselves.
"""

import copy
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from db.models.case import Case
from db.vocabulary import PaperKind, Stage
from desktop import assets
from desktop.documents.blocks import Signatures, texts
from desktop.domain.inputs.agreement import THIRD
from desktop.i18n import _
from desktop.services import actions, cases, printing
from desktop.services.desk import Desk
from tests.agreements.test_agreements import DAY, desk, judged, table, written  # noqa: F401  (desk is a fixture)

SIGNS = table("signs")
THIRDS: list[dict[str, Any]] = SIGNS["third"]
QUIET: list[dict[str, Any]] = SIGNS["quiet"]
SHAM: list[dict[str, Any]] = SIGNS["sign"]
PAID = {"kind": "money", "debtors": ["2"], "creditors": ["1"], "subject": "款项", "due_on": "2026-06-30", "way": "cash"}


def sheet(row: Mapping[str, Any]) -> dict[str, Any]:
    """An agreement with one payment and what the row writes besides."""
    owed = {**PAID, "amount": row.get("amount", "200000"), "guarantors": row.get("guarantors", []), "guarantee": "joint"}
    back = [{**PAID, "debtors": ["1"], "creditors": ["2"], "amount": row["back"]}] if "back" in row else []
    clauses = [text for text in (row.get("writes"), row.get("taken")) if text]
    origins = [{"key": "no_hiding", "generated": row["taken"]}] if "taken" in row else []
    return {
        "day": DAY.isoformat(), "facts": row.get("facts", "双方对欠付的数额没有争议。"), "obligations": [owed, *back], "clauses": clauses,
        "origins": origins, "confirmation_wanted": True, "third_parties": row.get("third_parties", []),
    }  # fmt: skip


def said(desk: Desk, case: Case, kind: str) -> list[tuple[str, str, str]]:  # noqa: F811
    return [(one.level.value, one.place, one.sentence) for one in judged(desk, case) if one.kind == kind]


def label(kind: str) -> str:
    return _(dict(THIRD)[kind])


@pytest.mark.parametrize("row", THIRDS, ids=[one["name"] for one in THIRDS])
def test_a_third_party_is_asked_for_answered_and_declares(row: dict[str, Any], desk: Desk) -> None:  # noqa: F811
    instead = {"facts": row["case_facts"]} if "case_facts" in row else {}
    case = written(desk, row["case"], sheet(row), **instead)
    asked = said(desk, case, "third_unasked")
    assert {(level, place) for level, place, _sentence in asked} == {("amber", "third_parties")}
    hits = [sentence for _level, _place, sentence in asked if label(row["asks"]) in sentence]
    assert hits and ("named" not in row or any(row["named"] in sentence for sentence in hits)), asked

    none = [{"kind": kind, "exists": False} for kind, _name in THIRD if kind not in (row["asks"], "other")]
    there = {"kind": row["asks"], "exists": True, "name": row.get("named", "郭某某"), "right": "协议涉及的财产"}
    case = actions.act(desk, case.id, "agreement", {**sheet(row), "third_parties": [*none, there]})
    assert not said(desk, case, "third_unasked")
    ((level, place, sentence),) = said(desk, case, "third_undeclared")
    assert (level, place) == ("red", f"third_parties.{len(none)}.declared_on")
    assert there["name"] in sentence and label(row["asks"]) in sentence

    declaration = printing.paper(desk, case, PaperKind.THIRD_PARTY_DECLARATION)
    signs = next(block.lines[0].hint for block in reversed(declaration.blocks) if isinstance(block, Signatures))
    assert ("章" in signs) == (row["asks"] in ("gacha", "insurer")), "a body signs with its seal"
    paper = "".join(text for _place, text in texts(declaration))
    who = assets.toml("templates", "zh_Hans_CN", "third_party_declaration.toml")["who"][row["asks"]]
    assert f"{there['name']}，系{who}" in paper and "涉及协议涉及的财产" in paper
    declared = [*none, {**there, "declared_on": DAY.isoformat()}]
    case = actions.act(desk, case.id, "agreement", {**sheet(row), "third_parties": declared})
    assert not said(desk, case, "third_undeclared")


def test_every_kind_of_third_party_is_asked_for_somewhere() -> None:
    assert {row["asks"] for row in THIRDS} == {kind for kind, _name in THIRD} - {"other"}


@pytest.mark.parametrize("row", QUIET, ids=[one["name"] for one in QUIET])
def test_who_is_at_the_table_or_only_mentioned_is_not_asked_for(row: dict[str, Any], desk: Desk) -> None:  # noqa: F811
    case = written(desk, row["case"], sheet(row))
    assert not [sentence for _level, _place, sentence in said(desk, case, "third_unasked") if label(row["asks"]) in sentence]


@pytest.mark.parametrize("row", SHAM, ids=[one["name"] for one in SHAM])
def test_a_sign_of_a_sham_is_seen_where_it_is_one(row: dict[str, Any], desk: Desk) -> None:  # noqa: F811
    earlier = [written(desk, name) for name in row.get("earlier", ())]
    if row.get("defaulted"):
        actions.act(desk, earlier[0].id, "agreement", {**sheet({"amount": "100"}), "confirmation_wanted": False})
        later = replace(desk, today=lambda: date(2026, 7, 1))
        for move, values in (("issue", {}), ("sign", {"signed_on": DAY.isoformat()}), ("default", {"urged": "电话催告"})):
            before = actions.act(later, earlier[0].id, move, values)
        assert before.stage is Stage.DEFAULTED
    parties = copy.deepcopy(table("cases")[row["case"]]["parties"])
    for side in ("applicant", "respondent"):
        next(party for party in parties if party["role"] == side).update(row.get(side, {}))
    case = written(desk, row["case"], sheet(row), parties=parties, **row.get("instead", {}))
    if row.get("together"):
        _belong(desk, case, earlier[0], row["together"])
    found = said(desk, cases.get(desk, case.id), row["kind"])
    assert [level for level, _place, _sentence in found] == (["amber"] if "says" in row else [])
    assert all(row["says"] in sentence for _level, _place, sentence in found)


def _belong(desk: Desk, case: Case, other: Case, how: str) -> None:  # noqa: F811
    """Of one series, or split from one case, as a list that is read in and the splitting of a case leave it."""
    with desk.work("test") as w:
        w.case_id = case.id
        rows = {one: w.session.get_one(Case, one) for one in (case.id, other.id)}
        if how == "series":
            for row in rows.values():
                w.change(row, None, {"series_key": "2026年某小区"})
        else:
            w.change(rows[other.id], None, {"split_from_id": case.id})
        w.commit()


def test_every_sign_is_seen_and_is_not_seen() -> None:
    seen = {row["kind"] for row in SHAM if "says" in row}
    assert seen == {
        "sham_same_pair", "sham_cloned", "sham_kin", "sham_same_lawyer", "sham_haste", "sham_money_back", "sham_enforcement",
    }  # fmt: skip
    assert {row["kind"] for row in SHAM if "says" not in row} == seen
