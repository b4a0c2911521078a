"""A kind of dispute that an office made itself, from its file to the statistics, by the command line alone; and what is broken in files."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop import assets
from tests.test_cli import Heyi, at, heyi, office, text_of

__all__ = ["at", "heyi", "office"]
SAMPLE = assets.path("categories", "sample.toml.txt")
KEY = "own:grass_fire"


@pytest.fixture
def folder(at: Heyi, tmp_path: Path) -> Path:  # noqa: F811
    """The folder of the office's own files, with the sample in it."""
    place = tmp_path / "office" / "categories"
    place.mkdir()
    shutil.copy(SAMPLE, place / "fire.toml")
    return place


def opened(at: Heyi, **facts: Any) -> str:  # noqa: F811
    sheet = at("schema", "case", "--category", KEY, "--example").json
    sheet |= {"category": KEY, "cause": "财产损害赔偿纠纷", "facts": {**sheet["facts"], **facts}}
    said = at("case", "add", sheet)
    assert said.code == 0, said.err
    return said.out.strip()


def test_an_own_category_from_its_file_to_the_statistics(at: Heyi, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    assert at("office", "check").code == 0 and at("office", "check", "--json").json == {"faults": [], "categories": [KEY]}
    told = at("schema", "case", "--category", KEY).json
    assert told["category"]["moj_type"] == "损害赔偿纠纷" and told["category"]["documents"] == ["火灾认定书", "受损草场照片"]
    assert [group["title"] for group in told["category"]["groups"]] == ["", "扑救"]
    assert told["properties"]["facts"]["properties"]["own:spread"]["enum"] == ["用火不慎", "机械作业", "雷击", "不明"]

    number = opened(at, **{"own:burnt_on": "2026-03-01", "own:put_out_on": "2026-03-02", "own:spread": "雷击"})
    case = at("case", "show", number, "--json").json
    assert (case["category"], case["moj_type"]) == (KEY, "损害赔偿纠纷")
    assert (case["facts"]["own:burnt_on"], case["facts"]["own:spread"]) == ("2026-03-01", "雷击")
    assert "草原火灾" in at("case", "list").out
    assert at("case", "do", number, "accept").code == 0

    wrong = at("case", "do", number, "correct", {"reason": "写错", "changes": {"facts": {"own:put_out_on": "2026-02-01"}}})
    assert wrong.code == 1 and wrong.err.startswith("changes.facts.own:put_out_on: ")
    right = {"reason": "写错", "changes": {"facts": {"own:put_out_on": "2026-03-03"}}}
    assert at("case", "do", number, "correct", right).code == 0
    assert at("case", "show", number, "--json").json["facts"]["own:put_out_on"] == "2026-03-03"

    rows = {row["label"]: row for row in at("report", "moj_type", "--json").json["rows"]}
    assert rows["损害赔偿纠纷"]["accepted"] == 1
    rows = {row["label"]: row for row in at("report", "category", "--json").json["rows"]}
    assert rows["草原火灾"]["accepted"] == 1
    assert at("print", number, "registration_form", "-o", tmp_path / "r.pdf").code == 0
    assert "起火日期" in text_of(tmp_path / "r.pdf") and "雷击" in text_of(tmp_path / "r.pdf")


def test_what_is_wrong_in_an_own_sheet_comes_at_its_field(at: Heyi, folder: Path) -> None:  # noqa: F811
    parties = [{"role": "applicant", "name": "甲"}]
    said = at(
        "case", "add", {"category": KEY, "parties": parties, "facts": {"own:burnt_mu": "-1", "own:burnt_on": "2026-03-10", "herd": 1}}
    )
    places = [line.split(": ")[0] for line in said.err.splitlines()]
    assert said.code == 1 and places == ["facts.herd", "facts.own:burnt_mu"]
    said = at("case", "add", {"category": KEY, "parties": parties, "facts": {"own:burnt_on": "2026-03-10"}})
    assert said.err.startswith("facts.own:burnt_on: ") and "future" in said.err


def test_a_broken_file_is_told_by_line_and_the_shipped_kinds_go_on(at: Heyi, folder: Path) -> None:  # noqa: F811
    (folder / "bad.toml").write_text('adds_to = "traffic"\n[[field]]\nkey = "herd"\nkind = "amount"\nlabel = "牲畜"\n', encoding="utf-8")
    said = at("office", "check")
    assert said.code == 1 and "categories/bad.toml" in said.err and "line 4" in said.err and "field.0.kind" in said.err
    assert at("office", "check", "--json").json["categories"] == [KEY]
    assert at("case", "add", {"category": "traffic", "parties": [{"role": "applicant", "name": "甲"}]}).code == 0
    assert opened(at).startswith("2026-")
    mended = '"integer"\nrequired = true'
    (folder / "bad.toml").write_text((folder / "bad.toml").read_text(encoding="utf-8").replace('"amount"', mended), encoding="utf-8")
    said = at("case", "add", {"category": "traffic", "parties": [{"role": "applicant", "name": "甲"}]})
    assert said.code == 1 and said.err.startswith("facts")
    sheet = {"category": "traffic", "parties": [{"role": "applicant", "name": "甲"}], "facts": {"own:herd": 12}}
    assert at("case", "add", sheet).code == 0


def test_a_case_outlives_the_file_of_its_kind(at: Heyi, folder: Path, tmp_path: Path) -> None:  # noqa: F811
    number = opened(at)
    before = at("case", "show", number, "--json").json["facts"]
    shutil.rmtree(folder)
    case = at("case", "show", number, "--json").json
    assert case["facts"] == before and case["category"] == KEY
    assert KEY in at("case", "list").out
    assert at("case", "do", number, "accept").code == 0
    assert at("case", "do", number, "correct", {"reason": "写错", "changes": {"place": "某嘎查"}}).code == 0
    assert at("print", number, "all", "-o", tmp_path / "papers").code == 0
    assert at("report", "category", "--json").code == 0 and at("verify").code == 0
    other = {"reason": "类别改选", "changes": {"category": "injury"}}
    assert at("case", "do", number, "correct", other).code == 0
    kept = at("case", "show", number, "--json").json
    assert (kept["category"], kept["moj_type"], kept["facts"]) == ("injury", "损害赔偿纠纷", before)


def test_the_right_to_the_land_is_not_mediated(at: Heyi, tmp_path: Path) -> None:  # noqa: F811
    parties = [{"role": "applicant", "name": "甲"}, {"role": "respondent", "name": "乙"}]
    number = at("case", "add", {"category": "land_pasture", "parties": parties, "facts": {"question": "the_right"}}).out.strip()
    case = at("case", "show", number, "--json").json
    assert case["next"] == "reject" and "人民政府" in case["moves"]["accept"] and "人民政府" in case["not_mediated"]
    said = at("case", "do", number, "accept")
    assert said.code == 1 and "人民政府" in said.err
    assert at("case", "do", number, "reject").code == 0
    case = at("case", "show", number, "--json").json
    assert case["stage"] == "rejected"
    assert at("print", number, "non_acceptance", "-o", tmp_path / "n.pdf").code == 0
    assert "由专门机关管辖处理" in text_of(tmp_path / "n.pdf") and "向有关行政机关申请处理" in text_of(tmp_path / "n.pdf")
    settled = {"category": "land_pasture", "parties": parties, "facts": {"question": "the_right"}, "settled": {"agreed_on": "2026-03-01"}}
    assert at("case", "add", settled).code == 1
    other = at("case", "add", {"category": "land_pasture", "parties": parties, "facts": {"question": "trespass"}}).out.strip()
    assert at("case", "do", other, "accept").code == 0


def test_a_form_has_the_known_facts_alone_and_nothing_private(at: Heyi, tmp_path: Path) -> None:  # noqa: F811
    facts = {
        "question": "divorce",
        "violence": True,
        "wishes": "不愿见面",
        "living": "分居",
        "children": [{"name": "小某", "support": "800"}],
    }
    number = at("case", "add", {"category": "family", "parties": [{"role": "applicant", "name": "甲"}], "facts": facts}).out.strip()
    assert at("print", number, "registration_form", "-o", tmp_path / "r.pdf").code == 0
    text = text_of(tmp_path / "r.pdf")
    assert "双方生活情况分居" in text and "小某；抚养费金额：800.00元" in text and "附：本类纠纷要素" in text
    assert "暴力" not in text and "不愿见面" not in text and "彩礼" not in text
    bare = at("case", "add", {"category": "family", "parties": [{"role": "applicant", "name": "甲"}]}).out.strip()
    assert at("print", bare, "registration_form", "-o", tmp_path / "b.pdf").code == 0
    assert "本类纠纷要素" not in text_of(tmp_path / "b.pdf")


def test_what_is_only_odd_is_told_and_stops_nothing(at: Heyi) -> None:  # noqa: F811
    parties = [{"role": "applicant", "name": "甲"}]
    facts = {"compound_agreed": False, "compound_owed": "300"}
    number = at("case", "add", {"category": "finance", "parties": parties, "facts": facts}).out.strip()
    (doubt,) = at("case", "show", number, "--json").json["doubts"]
    assert (doubt["place"], doubt["stops"]) == ("compound_owed", False) and doubt["sentence"]
