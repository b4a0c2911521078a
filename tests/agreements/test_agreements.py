"""Agreements as people write them: each flaw is found, nothing red in good ones; cases and agreements are data beside this file."""

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from db.models.case import Case
from db.models.participant import Participant
from desktop import i18n
from desktop.categories import CATEGORIES
from desktop.cli import main
from desktop.domain.agreement_check import Level
from desktop.domain.check.kinds import KINDS
from desktop.domain.fields import Field
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.inputs.case import PARTIES
from desktop.services import actions, cases, intake, judging
from desktop.services.desk import Desk
from tests import window_driver as offices
from tests.services.conftest import MEDIATORS

HERE = Path(__file__).parent
DAY = date(2026, 3, 9)
# Kinds that need more than a draft, each with its test below or in tests/domain/check.
ELSEWHERE = {
    "unsigned", "no_seal", "no_mediator", "members_sum", "member_signs", "many_speakers", "date_holiday", "court_refuses",
    "no_default_clause",
}  # fmt: skip


@cache
def table(name: str) -> Any:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


FLAWED: list[dict[str, Any]] = table("flawed")["flawed"]
GOOD: list[dict[str, Any]] = table("good")["good"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    i18n.use("zh_Hans_CN")
    opened = offices.office(tmp_path / "office", DAY)
    from desktop.services import people

    for mediator in MEDIATORS:
        people.add_mediator(opened, mediator)
    yield opened
    opened.close()
    i18n.use("en")


def written(desk: Desk, name: str, agreement: dict[str, Any] | None = None, participants: list[str] | None = None, **instead: Any) -> Case:
    """A case of the table in mediation, with an agreement; `instead` of what the table says."""
    values = {**table("cases")[name], **instead}
    said = agreement or values.pop("agreement", None)
    values.pop("agreement", None)
    case = intake.open_case(desk, values)
    for action, sheet in (
        ("accept", {"accepted_on": desk.today().isoformat()}),
        ("assign", {"mediator": "王某"}),
        ("session", {"day": desk.today().isoformat(), "text": "双方到场，调解员查明事实。"}),
    ):
        case = actions.act(desk, case.id, action, sheet)
    for name_of in participants or ():
        with desk.work("test") as w:
            w.case_id = case.id
            w.add(Participant(case_id=case.id, name=name_of))
            w.commit()
    return actions.act(desk, case.id, "agreement", said) if said else case


def stands(place: str) -> bool:
    """Whether a place leads to a field of the sheet of the agreement, or of a party: the window goes there."""
    known: Sequence[Field] = (*AGREEMENT, PARTIES)
    for part in place.split("."):
        if not part.isdigit():
            field = next((one for one in known if one.key == part), None)
            if field is None:
                return False
            known = field.rows
    return True


def judged(desk: Desk, case: Case) -> Any:
    return judging.standing(desk, cases.get(desk, case.id))


@pytest.mark.parametrize("flawed", FLAWED, ids=[one["name"] for one in FLAWED])
def test_each_flaw_is_found(flawed: dict[str, Any], desk: Desk) -> None:
    if "today" in flawed:
        desk = replace(desk, today=lambda: flawed["today"])
    for earlier in flawed.get("earlier", ()):
        written(desk, earlier)
    case = written(desk, flawed["case"], flawed["agreement"], flawed.get("participants"))
    if "then" in flawed:
        case = actions.act(desk, case.id, "agreement", {**flawed["agreement"], **flawed["then"]})
    found = judged(desk, case)
    at = {f"{one.level.value} {one.kind} {one.place}" for one in found}
    assert set(flawed["finds"]) - at == set(), sorted(at)
    for one in found:
        assert one.sentence and (one.level is Level.GREY or (one.source and one.why)), one
        assert stands(one.place), one.place


@pytest.mark.parametrize("good", GOOD, ids=[one["name"] for one in GOOD])
def test_nothing_is_red_in_a_good_one(good: dict[str, Any], desk: Desk) -> None:
    case = written(desk, good["case"], good["agreement"], **good.get("instead", {}))
    if "offers" in good:
        # the clauses that its facts call for are taken over: with them nothing may be red either
        by_key = {one.key: one for one in judging.offers(desk, case, case.agreements[-1])}
        assert set(good["offers"]) <= set(by_key), sorted(by_key)
        taken = [by_key[key] for key in good["offers"]]
        sheet = {"clauses": [one.text for one in taken], "origins": [{"key": one.key, "generated": one.text} for one in taken]}
        case = actions.act(desk, case.id, "agreement", {**good["agreement"], **sheet})
    found = judged(desk, case)
    assert [f"{one.kind} {one.place} {one.sentence}" for one in found if one.level is Level.RED] == []
    few = [f"{one.kind} {one.place} {one.sentence}" for one in found if one.level is Level.AMBER]
    assert len(few) <= good.get("amber", 0), few
    case = actions.act(desk, case.id, "issue", {})
    assert case.agreements[-1].number


def test_every_kind_of_finding_is_found_somewhere() -> None:
    assert set(KINDS) - {kind for one in FLAWED for _level, kind, _place in map(str.split, one["finds"])} - ELSEWHERE == set()
    assert len(FLAWED) >= 20 and len(GOOD) >= 10
    assert {one.get("instead", table("cases")[one["case"]]).get("category") for one in GOOD} == set(CATEGORIES)


def test_the_command_line_tells_level_kind_place_reason_and_source(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    flawed = FLAWED[1]
    case = written(desk, flawed["case"], flawed["agreement"])
    desk.close()
    assert main(["--office", str(desk.folder), "--today", DAY.isoformat(), "check", case.entry_number, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"level", "kind", "place", "sentence", "reason", "source", "passable", "passed"} == set(told[0])
    assert [one["level"] for one in told] == sorted((one["level"] for one in told), key=["red", "amber", "grey"].index)
    assert sum(one["level"] == "amber" for one in told) <= 5
    cap = next(one for one in told if one["kind"] == "interest_cap")
    assert "13.8" in cap["sentence"] and cap["place"] == "clauses.0" and "licensed" in cap["passable"]
