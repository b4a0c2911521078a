"""`heyi calculate` as scripts see it: JSON with lines, sources, total, values, options; sentences for bad input; kept with a case."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import Heyi, at, heyi, office, text_of, walk

__all__ = ["at", "heyi", "office"]

ACCIDENT: dict[str, Any] = {
    "day": "2024-06-30",
    "accident_on": "2023-10-05",
    "people": [{"name": "高某", "birth_date": "1984-03-01", "fixed_on": "2024-03-01", "grades": ["10"], "nutrition_days": 60}],
    "vehicles": [{"plate": "蒙A1", "degree": "full", "insured": True}],
}
WITH_RATE = {**ACCIDENT, "people": [{**ACCIDENT["people"][0], "nutrition_daily": "30"}]}


def test_a_sum_without_an_office(heyi: Heyi) -> None:
    said = heyi("calculate", "traffic", WITH_RATE, "--json")
    assert said.code == 0
    made = said.json
    assert made["total_fen"] == 9_915_200
    (line,) = [one for one in made["lines"] if one["head"] == "disability"]
    assert line["amount_fen"] == 9_735_200 and "48,676元×20年×10%" in line["how"] and line["article"] and line["whose"] == "高某"
    assert {"key", "year", "source", "status", "typed_by", "value"} <= set(made["used"][0])
    assert [one["year"] for one in made["used"] if one["key"] == "income.urban"] == [2023]
    assert [(one["payee"], one["amount_fen"]) for one in made["payments"]] == [("高某", 9_915_200)]
    table = heyi("--language", "en", "calculate", "traffic", WITH_RATE)
    assert "99,152.00" in table.out and "Compulsory" not in table.out and "48,676元×20年×10%" in table.out


def test_an_option_is_chosen_on_the_line_and_told(heyi: Heyi) -> None:
    worker = {"name": "白某", "day": "2025-08-31", "started_on": "2025-01-01", "no_contract": True, "monthly_wage": "6000"}
    worker["contract_signed_on"] = "2025-06-15"
    by_default, whole = heyi("calculate", "labour", worker, "--json").json, heyi(
        "calculate", "labour", worker, "--json", "--option", "begun_month=whole"
    ).json  # fmt: skip
    assert (by_default["total_fen"], by_default["options"][0]["default"]) == (2_685_714, True)
    assert (whole["total_fen"], whole["options"][0]["code"], whole["options"][0]["default"]) == (3_000_000, "whole", False)


WRONG: list[tuple[list[Any], str]] = [
    (["calculate", "nothing", {}], "kind: "),
    (["calculate", "traffic", {}], "accident_on: "),
    (["calculate", "traffic", ACCIDENT], "nutrition.day: "),
    (["calculate", "traffic", {**ACCIDENT, "people": [{"name": "高某", "medical": "1,2.3"}]}], "people.0.medical: "),
    (["calculate", "traffic", WITH_RATE, "--option", "begun"], "options: "),
    (["calculate", "traffic", WITH_RATE, "--option", "day_income=week"], "options.day_income: "),
    (["calculate", "traffic", WITH_RATE, "--option", "nothing=1"], "options.nothing: "),
    (["calculate", "traffic", []], ""),
    (["calculate", "traffic", {**WITH_RATE, "day": "2026-11-20"}], "income.urban: "),
    (["calculate", "traffic", {**WITH_RATE, "vehicles": [{"plate": "蒙A1", "insured": True, "percent": "101"}]}], "vehicles.0.percent: "),
]


@pytest.mark.parametrize(("words", "begins"), WRONG)
def test_bad_input_is_a_sentence_at_its_field(heyi: Heyi, words: list[Any], begins: str) -> None:
    said = heyi(*words)
    assert said.code == 1 and said.out == "" and any(line.startswith(begins) for line in said.err.splitlines()), said.err


KINDS = [
    "traffic", "labour", "wage_list", "work_injury", "loan", "instalment_plan", "delayed_performance", "child_support",
    "parent_support", "property_division", "court_fee", "limitation", "period",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_has_an_example_for_each_input_and_a_default_for_each_option(heyi: Heyi, kind: str) -> None:
    told = heyi("schema", f"calculate:{kind}").json
    assert set(told["example"]) == set(told["properties"]) and told["heads"]
    for option in told["properties"].get("options", {}).get("properties", {}).values():
        assert option["default"] in option["enum"] and option["title"]


def test_a_calculation_of_a_case_is_kept_and_printed(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "accept")
    amounts = [{"head": "disability", "claimed": "120000", "agreed": "90000"}]
    told = at("case", "do", number, "calculate", {"traffic": WITH_RATE, "amounts": amounts}, "--json").json
    (kept,) = told["calculations"]
    assert (kept["kind"], kept["total_fen"], len(kept["heads"])) == ("traffic", 9_915_200, 2)
    assert at("print", number, "calculation", "-o", tmp_path / "sums.pdf").code == 0
    assert (tmp_path / "sums.pdf").read_bytes().startswith(b"%PDF")
    said = at("case", "do", number, "calculate", {"traffic": WITH_RATE})
    assert said.code == 1 and said.err.startswith("reason: ")
    assert at("verify").code == 0
    assert json.loads(at("calculate", "traffic", WITH_RATE, "--json").out)["total_fen"] == 9_915_200


def test_a_calculation_of_a_day_says_the_day_and_no_sum(at: Heyi, heyi: Heyi, tmp_path: Path) -> None:
    sheet = {
        "kind": "limitation.general",
        "start_on": "2021-03-01",
        "events": [{"on": "2023-05-20", "kind": "demand"}],
        "day": "2026-11-20",
    }
    told = heyi("calculate", "limitation", sheet, "--json").json
    assert [(one["day"], one["note"]) for one in told["days"]] == [("2026-05-20", "至2026年11月20日已经届满。")] and told["totals"] == []
    said = heyi("calculate", "limitation", sheet).out
    assert "2026-05-20" in said and "合计" not in said and "0.00" not in said
    number = walk(at, "accept")
    told = at("case", "do", number, "calculate", {"limitation": sheet}, "--json").json
    assert [(one["kind"], one["last_day"]) for one in told["calculations"]] == [("limitation", "2026-05-20")]
    assert "诉讼时效计算表 2026年5月20日" in at("case", "show", number).out
    at("print", number, "calculation", "-o", tmp_path / "one.pdf")
    text = text_of(tmp_path / "one.pdf")
    assert "普通诉讼时效届满日" in text and "2026年5月20日" in text and "协商一致" not in text
