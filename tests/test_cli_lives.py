"""One dispute of each kind by the command line alone, from the first word to the archive: the files of `tests/lives/`."""

import json
from pathlib import Path

import pytest

from tests.test_cli import Heyi, at, heyi, office, text_of

__all__ = ["at", "heyi", "office"]
LIVES = sorted(Path(__file__).with_name("lives").glob("*.json"))
ENDS = {  # stage before the shelf, agreed fen, a paper and what it says
    "traffic": ("performed", 1_245_050, "agreement", "冯某"),
    "family": ("performed", 180_000, "agreement", "赡养费"),
    "labour": ("performed", 1_860_050, "recusal_decision", "李某某"),
    "finance": ("performed", 5_238_075, "agreement", "无异议调解方案"),
    "other": ("concluded", None, "end_notice", "分歧较大"),
}


def test_every_life_is_known_here() -> None:
    assert {file.stem for file in LIVES} == set(ENDS)


@pytest.mark.parametrize("file", LIVES, ids=[file.stem for file in LIVES])
def test_from_the_first_word_to_the_archive(at: Heyi, tmp_path: Path, file: Path) -> None:  # noqa: F811
    life = json.loads(file.read_text(encoding="utf-8"))
    case = at("--today", life["case"]["received_on"], "case", "add", file, "--json").json
    number = case["entry_number"]
    for move in life["moves"]:
        greyed = case["moves"][move["do"]]
        said = at("--today", move["on"], "case", "do", number, move["do"], move["values"], "--json")
        assert said.code == 0, said.err
        assert not greyed or case["stage"] == "in_mediation", greyed  # the days of a plan are over only some days later
        case = said.json
    stage, fen, paper, words = ENDS[file.stem]
    assert (case["stage"], case["next"], case["agreed_fen"]) == ("archived", "", fen)
    assert [done["key"] for done in case["history"]] == [move["do"] for move in life["moves"]]
    assert all(done["day"] <= move["on"] for done, move in zip(case["history"], life["moves"], strict=True))
    assert case["history"][-1]["stage_before"] == stage
    assert at("print", number, "all", "-o", tmp_path / "papers").code == 0
    assert at("print", number, paper, "-o", tmp_path / "p.pdf").code == 0 and words in text_of(tmp_path / "p.pdf")
    assert at("verify").code == 0


@pytest.mark.parametrize("name", ["family", "finance", "labour", "other"])  # the accident has a session to come: that is no past
def test_a_life_written_down_afterwards_has_its_true_days(at: Heyi, name: str) -> None:  # noqa: F811
    file = LIVES[0].with_name(f"{name}.json")
    life = json.loads(file.read_text(encoding="utf-8"))
    told = at("--today", "2026-11-20", "case", "add", file, "--moves", "--json")
    assert told.code == 0, told.err
    assert (told.json["stage"], told.json["agreed_fen"]) == ("archived", ENDS[name][1])
    assert [done["key"] for done in told.json["history"]] == [move["do"] for move in life["moves"]]
    written = ("agreement", "issue")  # a text is written and frozen when it is; what it tells has its own days
    assert all(done["day"] <= life["moves"][-1]["on"] for done in told.json["history"] if done["key"] not in written)
