"""The commands around the cases: proposing a mediator, bodies, rounds of screening, series of numbers, copies, harm prevented."""

import json
from pathlib import Path

from tests.services import road
from tests.test_cli import Heyi, at, heyi, office

__all__ = ["at", "heyi", "office"]


def test_who_may_mediate(at: Heyi) -> None:  # noqa: F811
    number = at("case", "add", road.case(), "--json").json["entry_number"]
    assert at("mediator", "kin", "王某", {"name": "张某某", "relation": "表弟"}).out == "张某某\n"
    proposed = at("mediator", "propose", number, "--json").json
    assert [one["mediator"] for one in proposed] == ["李某某", "王某"], "who must disclose something comes last"
    assert [one["key"] for one in proposed[1]["conflicts"]] == ["kin:张某某"]
    away = at("mediator", "absence", "李某某", {"begins": "2026-01-01", "ends": "2027-12-31", "reason": "借调"})
    assert (away.code, away.out) == (0, "2026-01-01 – 2027-12-31\n")
    assert [one["away"] for one in at("mediator", "propose", number, "--json").json] == [False, True]
    assert "张某某" in at("mediator", "propose", number).out
    assert at("mediator", "kin", "无此人", {"name": "甲"}).err.startswith("mediator: ")


def test_a_lead_becomes_a_case(at: Heyi) -> None:  # noqa: F811
    nil = {"day": "2026-03-01", "place": "双河镇某村", "who": "王某", "found": False}
    lead = {**nil, "found": True, "lead": "两户因草场边界发生争执。"}
    assert (at("screening", "add", nil).out, at("screening", "add", lead).out) == ("1\n", "2\n")
    assert at("screening", "add", {**lead, "found": False}).err.startswith("lead: ")
    typed = {"category": "neighbour", "parties": [road.WANG, road.ZHANG]}
    number = at("screening", "case", "2", typed).out.strip()
    case = at("case", "show", number, "--json").json
    assert (case["source"], case["summary"], case["place"]) == ("proactive", "两户因草场边界发生争执。", "双河镇某村")
    assert at("screening", "case", "2", typed).code == at("screening", "case", "1", typed).code == 1
    rows = at("screening", "list", "--json").json
    assert [(row["found"], row["case_number"]) for row in rows] == [(True, number), (False, "")]
    assert at("screening", "list", "--open", "--json").json == []


def test_ranges_of_the_paper_register(at: Heyi) -> None:  # noqa: F811
    started = at("numbers", "start", {"kind": "official", "year": 2026, "next": 38})
    assert (started.code, started.out) == (0, "38\n")
    kept = at("numbers", "reserve", {"kind": "official", "year": 2026, "count": 2, "holder": "巡回一号"}, "--json").json
    assert at("numbers", "void", kept[0]["id"], "--reason", "写错").code == 0
    assert at("numbers", "void", kept[0]["id"], "--reason", "再来").code == 1
    row = next(one for one in at("numbers", "list", "--json").json if (one["kind"], one["year"]) == ("official", 2026))
    assert (row["next"], [one["state"] for one in row["outstanding"]]) == (40, ["void", "reserved"])
    assert kept[1]["number"] in at("numbers", "list").out
    assert at("numbers", "start", {"kind": "official", "year": 2026, "next": 39}).err.startswith("next: ")
    assert at("numbers", "start", {"kind": "entry", "year": 2025, "next": 7}).code == 0
    assert at("numbers", "close-year", "2025", "--json").json[0]["closed"] is True
    assert at("numbers", "close-year", "2026").code == 1
    assert at("numbers", "start", {"kind": "entry", "year": 2026, "next": 7}, "--organisation", "无此会").err.startswith("organisation: ")


def test_bodies(at: Heyi) -> None:  # noqa: F811
    own = at("organisation", "list", "--json").json[0]["name"]
    studio = {"name": "双河镇调解工作室", "short_name": "双河镇", "parent": own}
    assert at("organisation", "add", studio).out == "双河镇调解工作室\n"
    rows = at("organisation", "list", "--json").json
    assert {row["name"]: row["parent"] for row in rows} == {own: "", "双河镇调解工作室": own}
    assert "双河镇调解工作室" in at("organisation", "list").out
    assert at("numbers", "start", {"kind": "official", "year": 2026, "next": 7}, "--organisation", "双河镇").out == "7\n"


def test_a_copy_is_an_office(at: Heyi, heyi: Heyi, tmp_path: Path) -> None:  # noqa: F811
    number = at("case", "add", road.case(), "--json").json["entry_number"]
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert at("attach", "--case", number, photo).code == 0
    (tmp_path / "stick").mkdir()
    made = at("copy", tmp_path / "stick", "--outside", "--json").json[0]
    assert made["outside"] and made["file"] in at("copy").out
    copied = heyi("--office", made["file"], "case", "show", number, "--json")
    assert copied.json["parties"] and heyi("--office", made["file"], "verify").code == 0
    assert at("copy", tmp_path / "none").err.startswith("folder: ")


def test_harm_prevented_is_counted(at: Heyi) -> None:  # noqa: F811
    number = at("case", "add", road.case(), "--json").json["entry_number"]
    for station in (*road.STATIONS,):
        assert at("case", "do", number, station, road.values(station)).code == 0
    typed = {"kind": "brawl", "people_count": 12, "reason": "两村青年已聚集。"}
    assert at("case", "do", number, "prevent", typed).code == 0
    told = at("report", "prevented", "--from", "2026-01-01", "--to", "2026-12-31", "--json").json["total"]
    assert (told["prevented_brawl"], told["prevented_brawl_people"], told["prevented_suicide"]) == (1, 12, 0)


def test_every_sheet_around_the_cases_has_its_schema(heyi: Heyi) -> None:  # noqa: F811
    for kind in ("organisation", "mediator", "mediator_absence", "mediator_kin", "screening", "numbers_start", "numbers_reserve"):
        said = heyi("schema", kind)
        assert said.code == 0 and json.loads(said.out)["title"] == kind


def test_the_offices_own_wording(at: Heyi, tmp_path: Path) -> None:  # noqa: F811
    assert {"agreement", "rows"} <= {one["kind"] for one in at("template", "list", "--json").json}
    file = Path(at("template", "copy", "agreement").out.strip())
    text = file.read_text(encoding="utf-8")
    assert at("template", "copy", "agreement").code == 0 and file.read_text(encoding="utf-8") == text
    assert at("template", "check").code == 0 == at("template", "check", "agreement").code
    file.write_text('title = "调解协议"\nnumber = "编号"\n', encoding="utf-8")
    found = at("template", "check", "--json")
    assert (found.code, found.json["faults"], found.json["lost"]) == (
        0, [], [{"kind": "agreement", "name": "number", "fields": ["number"]}],
    )  # fmt: skip
    row = next(one for one in at("template", "list", "--json").json if one["kind"] == "agreement")
    assert (row["own"], row["title"], row["file"]) == (2, "人民调解协议书", str(file))
    file.write_text('title = "{who}"\n', encoding="utf-8")
    broken = at("template", "check", "agreement")
    assert broken.code == 1 and "who" in broken.err and "agreement" in broken.err
    assert at("template", "restore", "agreement").code == 0 and not file.exists() and file.with_suffix(".bak").exists()
    for refused in (("restore", "agreement"), ("copy", "../../office"), ("copy", "dragon"), ("check", "dragon")):
        assert at("template", *refused).code == 1, refused
    assert at("template", "copy", "page").code == 0 == at("template", "check").code
