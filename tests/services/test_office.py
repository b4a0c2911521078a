"""Offices: made whole or not at all, opened by the right words only, and every trouble a sentence."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop import assets
from desktop.categories import SHIPPED
from desktop.domain import fields
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, demo, intake, json_files, office, people, register, upkeep
from desktop.services.desk import Desk

TODAY = date(2026, 11, 20)


def test_a_real_office_opens_with_its_password_or_its_recovery_words(tmp_path: Path) -> None:
    made = office.create(tmp_path / "o", {"next_official": 12}, password="correct horse", today=lambda: TODAY)
    assert made.recovery and made.desk.encrypted and made.desk.person.login == "admin"
    case = actions.act(
        made.desk, intake.open_case(made.desk, {"category": "other", "parties": [{"role": "applicant", "name": "甲"}]}).id, "accept", {}
    )
    assert case.number == "（2026）人调字第12号"
    made.desk.close()
    for words in ({"password": "correct horse"}, {"recovery": made.recovery}):
        desk = office.open(tmp_path / "o", **words, today=lambda: TODAY)
        assert len(register.page(desk)) == 1
        desk.close()
    with pytest.raises(Refusal) as no:
        office.open(tmp_path / "o", "wrong horse")
    assert no.value.code == "wrong_password"
    with pytest.raises(Refusal, match="admin"):
        office.open(tmp_path / "o", "correct horse", login="nobody")


REFUSED: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {"password": "short"}, "password"),
    ({}, {"password": None}, "password"),
    ({}, {"engine": "sqlite", "password": "long enough"}, "password"),
    ({}, {"engine": "oracle"}, "engine"),
    ({}, {"engine": "postgresql"}, "url"),
    ({}, {"engine": "sqlite", "url": "postgresql://x/y"}, "url"),
    ({"court": "没有的法院"}, {"engine": "sqlite"}, "court"),
    ({"short_name": "长" * 40}, {"engine": "sqlite"}, "short_name"),
    ({"nmae": "x"}, {"engine": "sqlite"}, "nmae"),
]


@pytest.mark.parametrize(("values", "told", "field"), REFUSED, ids=[f"{field}-{n}" for n, (_v, _t, field) in enumerate(REFUSED)])
def test_a_refused_office_leaves_nothing(tmp_path: Path, values: dict[str, Any], told: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as no:
        office.create(tmp_path / "o", values, **told)
    assert no.value.field == field
    assert not (tmp_path / "o").exists()


def test_an_office_is_never_made_over_another(tmp_path: Path) -> None:
    office.create(tmp_path, {}, engine="sqlite").desk.close()
    before = (tmp_path / "office.toml").read_bytes()
    with pytest.raises(Refusal) as no:
        office.create(tmp_path, {}, engine="sqlite")
    assert no.value.code == "office_exists" and (tmp_path / "office.toml").read_bytes() == before


def _damage(folder: Path, what: str) -> None:
    file = folder / "office.db"
    if what == "no folder":
        shutil.rmtree(folder)
    elif what == "office.toml":
        (folder / "office.toml").write_text("engine = [", encoding="utf-8")
    elif what == "first page":
        file.write_bytes(b"\x00" * 100 + file.read_bytes()[100:])
    elif what == "cut":
        file.write_bytes(file.read_bytes()[: 3 * 4096 + 7])
    elif what == "missing":
        file.unlink()
    elif what == "newer":
        text = (folder / "office.toml").read_text(encoding="utf-8")
        (folder / "office.toml").write_text(text.replace("format = 1", "format = 99"), encoding="utf-8")


@pytest.mark.parametrize("engine", ["sqlite", "sqlcipher"])
@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("no folder", "no_office"), ("office.toml", "damaged"), ("first page", "damaged"), ("cut", "damaged"), ("missing", "damaged"),
        ("newer", "newer"),
    ],
)  # fmt: skip
def test_a_damaged_office_is_refused_with_a_sentence(tmp_path: Path, engine: str, what: str, code: str) -> None:
    password = "correct horse" if engine == "sqlcipher" else None
    office.create(tmp_path / "o", {}, engine=engine, password=password).desk.close()
    _damage(tmp_path / "o", what)
    with pytest.raises(Refusal) as no:
        desk = office.open(tmp_path / "o", password)
        register.page(desk)
        desk.close()
    assert no.value.code == code
    assert no.value.sentence.endswith(".") and "Traceback" not in no.value.sentence


def test_the_training_office_holds_the_loan_of_the_newspaper(tmp_path: Path) -> None:
    assert demo.make(tmp_path / "o", TODAY, generated=20) >= len(list(assets.path("examples").glob("*.json"))) >= 4
    desk = office.open(tmp_path / "o", today=lambda: TODAY)
    assert desk.training and not desk.encrypted
    case = cases.get(desk, "（2021）新诉调字第1号")
    told = case_told.told(desk, case)
    assert (told["stage"], told["claim_fen"], told["agreed_fen"], told["effective_on"]) == ("concluded", 519425392, 519425392, "2021-12-20")
    assert [party.name for party in case.parties[:3]] == ["内蒙古某商业银行股份有限公司", "呼和浩特市某农业科技有限公司", "张某某"]
    assert case.referrals[0].regime.value == "pre_filing_2016" and told["referrals"][0]["court"] == "托克托县人民法院"
    assert told["missing"] == []
    assert {row.stage.value for row in register.page(desk)} >= {"concluded", "in_mediation", "registered"}
    assert len(people.mediators(desk)) >= 6
    assert upkeep.verify(desk) == []
    desk.close()


def test_the_training_office_takes_no_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal, match="not empty"):
        demo.make(tmp_path / "o", TODAY)
    assert [file.name for file in (tmp_path / "o").iterdir()] == ["letter.txt"]
    assert [file.name for file in tmp_path.iterdir()] == ["o"]


def test_a_training_office_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lives").mkdir()
    (tmp_path / "lives" / "bad.json").write_text('{"case": {"category": "other", "parties": []}, "moves": []}', encoding="utf-8")
    real = assets.path
    monkeypatch.setattr(assets, "path", lambda *parts: tmp_path / "lives" if parts == ("examples",) else real(*parts))
    with pytest.raises(Refusal):
        demo.make(tmp_path / "o", TODAY, generated=5)
    assert [file.name for file in tmp_path.iterdir()] == ["lives"]


@pytest.mark.parametrize("kind", actions.kinds())
def test_every_kind_has_a_schema_whose_example_its_own_sheet_takes(kind: str) -> None:
    told = actions.schema(kind)
    assert set(told["example"]) == set(told["properties"])
    fields.check(actions.sheet(kind), told["example"], TODAY)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("key", SHIPPED)
def test_the_example_of_each_category_is_a_dispute_that_can_be_entered(desk: Desk, key: str) -> None:
    case = intake.open_case(desk, actions.schema("case", key)["example"])
    assert case.category == key and case.cause and (case.facts or key == "other")


def test_schema_of_a_case_has_the_facts_of_its_category() -> None:
    assert "vehicles" in actions.schema("case", "traffic")["properties"]["facts"]["properties"]
    for kind, category in (("case", "nothing"), ("accept", "traffic"), ("nothing", "")):
        with pytest.raises(Refusal):
            actions.schema(kind, category)


BAD_JSON: list[tuple[bytes, str]] = [
    (b"", "empty"),
    (b"{", "line 1"),
    (b'{"a": 1, "a": 2}', "“a” stands twice"),
    (b'{"a": NaN}', "NaN"),
    (b'{"a": 1e999999999}', "too long"),
    (b'{"a": ' + b"9" * 5000 + b"}", "too long"),
    (b"[" * 5000, "deep"),
    (b'{"a": "' + b"[{" * 100 + b'"} x', "line 1"),
    ("{\"a\": \"张\"}".encode("gb18030"), "UTF-8"),
    (b" " * (json_files.MOST_BYTES + 1), "20 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "words"), BAD_JSON, ids=[words for _data, words in BAD_JSON])
def test_a_bad_json_file_is_refused_by_name(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(data)
    with pytest.raises(Refusal) as no:
        json_files.read(file)
    assert words in no.value.sentence and "case.json" in no.value.sentence


def test_numbers_of_a_json_file_are_exact(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('\ufeff{"claim": 5194253.92, "n": 3}', encoding="utf-8")
    read = json_files.read(file)
    assert str(read["claim"]) == "5194253.92" and read["n"] == 3
