"""The command line as scripts see it: the whole road, exit codes, clear sentences for bad input, nothing half, no traceback."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest

from desktop import assets
from desktop.cli import main
from tests.services import road

LOAN = assets.path("examples", "loan.json")


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Heyi = Callable[..., Said]


@pytest.fixture
def heyi(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Heyi:
    """Runs a command in this process; a dict or list among the words is given as a JSON file on standard input (`-`)."""
    monkeypatch.delenv("HEYI_OFFICE", raising=False)

    def run(*words: Any, data: bytes | None = None) -> Said:
        typed = [word for word in words if isinstance(word, dict | list)]
        if typed:
            data = json.dumps(typed[0], ensure_ascii=False).encode()
        if data is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        code = main(["-" if isinstance(word, dict | list) else str(word) for word in words])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Said(code, out, err)

    return run


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training office with two mediators, made once by commands; tests work in copies."""
    folder = tmp_path_factory.mktemp("made") / "office"
    mediator = folder.parent / "mediator.json"
    named = ["--name", "新城区诉调对接人民调解委员会", "--short-name", "新诉调", "--court", "内0102"]
    assert main(["office", "create", str(folder), "--training", *named]) == 0
    for name in ("王某", "李某某"):
        mediator.write_text(json.dumps({"name": name, "fields": ["finance"]}), encoding="utf-8")
        assert main(["--office", str(folder), "mediator", "add", str(mediator)]) == 0
    return folder


@pytest.fixture
def at(heyi: Heyi, office: Path, tmp_path: Path) -> Heyi:
    """Runs a command in a fresh training office on 2026-03-09."""
    folder = tmp_path / "office"
    shutil.copytree(office, folder)
    return lambda *words, data=None: heyi("--office", folder, "--today", "2026-03-09", *words, data=data)


def walk(at: Heyi, until: str = "sign", sheet: dict[str, Any] | None = None, **instead: dict[str, Any]) -> str:
    """Takes a case along the road by commands; gives its entry number."""
    said = at("case", "add", sheet or road.case())
    assert said.code == 0, said.err
    number = said.out.strip()
    for station in road.STATIONS[: road.STATIONS.index(until) + 1 if until else 0]:
        said = at("case", "do", number, station, instead.get(station, road.values(station)))
        assert said.code == 0, said.err
    return number


def text_of(pdf: Path) -> str:
    """The text of a paper without blanks and line ends, and without the head and foot that stand between two pages."""
    pages = ("".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf))
    return "".join(re.sub(r"^.{2,40}?培训样本，不具效力.{0,40}?第\d+页共\d+页培训样本，不具效力", "", page) for page in pages)


# --- the road -------------------------------------------------------------------------------------------------------------------


def test_the_road_from_json_to_papers_with_every_party_sum_and_date(at: Heyi, tmp_path: Path) -> None:
    number = walk(at)
    assert number == "2026-00001"
    told = at("case", "show", number, "--json").json
    assert (told["stage"], told["number"], told["agreed_fen"]) == ("concluded", "（2026）新诉调字第1号", 519425392)
    said = at("print", number, "agreement", "-o", tmp_path / "a.pdf")
    assert said == (0, "", "")
    text = text_of(tmp_path / "a.pdf")
    for words in (
        "内蒙古某商业银行股份有限公司", "呼和浩特市某农业科技有限公司", "张某某", "5,194,253.92", "2026年4月20日", "2026年3月9日",
        "人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分", "（2026）新诉调字第1号",
    ):  # fmt: skip
        assert words in text, words
    assert at("print", number, "registration_form", "-o", tmp_path / "r.docx").code == 0
    assert (tmp_path / "r.docx").read_bytes()[:2] == b"PK"
    assert at("verify").code == 0


def test_print_all_names_files_by_kind_and_number_and_never_by_a_person(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "agreement")
    assert at("print", number, "all", "-o", tmp_path / "new" / "papers").code == 0
    names = sorted(file.name for file in (tmp_path / "new" / "papers").iterdir())
    tail = "（2026）新诉调字第1号.pdf"
    assert names == sorted(
        f"{kind}-{tail}"
        for kind in ("acceptance_form", "agreement", "application", "registration_form", "rights_notice", "session_record-1")
    )


def test_blank_forms_the_set_to_sign_the_file_and_the_register(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "issue")
    said = at("print", "--blank", "session_record", "-o", tmp_path / "b.pdf")
    assert said == (0, "", "") and "人民调解记录" in text_of(tmp_path / "b.pdf")
    said = at("print", "--blank", "receipt", "--reserve", "2", "--for", "巡回", "-o", tmp_path / "n.pdf")
    assert said.out.split() == ["（2026）新诉调字第2号", "（2026）新诉调字第3号"] and "第3号" in text_of(tmp_path / "n.pdf")
    assert at("print", number, "signing", "-o", tmp_path / "s.pdf").code == 0 and "签名指引" in text_of(tmp_path / "s.pdf")
    assert at("print", number, "file", "-o", tmp_path / "f.pdf").code == 0 and "卷内目录" in text_of(tmp_path / "f.pdf")
    assert at("print", number, "agreement", "--large", "-o", tmp_path / "l.pdf").code == 0
    assert at("register", "--from", "2026-01-01", "-o", tmp_path / "r.pdf").code == 0 and "登记簿" in text_of(tmp_path / "r.pdf")
    for wrong, field in (
        (("print", "-o", "x.pdf"), "kind"),
        (("print", number, "agreement", "--blank", "receipt", "-o", "x.pdf"), "number"),
        (("print", number, "file", "-o", "x.docx"), "output"),
        (("print", number, "agreement", "--document", "99", "-o", "x.pdf"), "document"),
    ):
        said = at(*wrong)
        assert said.code == 1 and said.err.startswith(f"{field}:"), (wrong, said)


def test_the_courts_papers_a_copy_sheet_and_the_list_of_a_platform(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "sign", road.case(platform_number="TJ2026-15001"))
    said = at("print", number, "filing-guide", "-o", tmp_path / "g.pdf")
    assert said == (0, "", "") and "诉讼立案指引" in text_of(tmp_path / "g.pdf")
    said = at("print", number, "claim", "-o", tmp_path / "c.docx")
    assert said.code == 0 and "court_costs.there" in said.out, "what must be asked is named"
    said = at("case", "do", number, "form_answers", {"answers": [{"place": "court_costs.there", "value": "是"}]})
    assert said.code == 0 and "court_costs.there" not in at("print", number, "claim", "-o", tmp_path / "c.docx").out
    said = at("print", number, "packet", "-o", tmp_path / "p.pdf")
    assert said.code == 0 and "张某某" in said.out and "司法确认材料移交清单" in text_of(tmp_path / "p.pdf")
    assert at("print", "--blank", "claim", "--form", "traffic", "-o", tmp_path / "b.pdf").code == 0
    assert "机动车交通事故责任纠纷" in text_of(tmp_path / "b.pdf")
    rows = at("copy-sheet", number, "--json").json["lines"]
    assert {"place", "label", "text", "entered"} <= set(rows[0]) and "5194253.92" in [row["text"] for row in rows]
    assert at("copy-sheet", number, "-o", tmp_path / "s.pdf", "--attachments", tmp_path / "files").code == 0
    (tmp_path / "list.csv").write_text("申请编号,案由\nTJ2026-15001,买卖合同纠纷\nTJ9,借款\n", encoding="utf-8")
    said = at("reconcile", tmp_path / "list.csv")
    assert said.code == 0 and "买卖合同纠纷" in said.out and "TJ9" in said.out
    for wrong, field in (
        (("print", "--blank", "claim", "--form", "x", "-o", tmp_path / "x.pdf"), "form"),
        (("copy-sheet", number, "--platform", "x"), "platform"),
        (("reconcile", tmp_path / "none.csv"), "file"),
        (("print", number, "packet", "-o", tmp_path / "p.docx"), "output"),
    ):
        said = at(*wrong)
        assert said.code == 1 and said.err.startswith(f"{field}:"), (wrong, said)


def test_a_case_that_has_no_number_yet_prints_under_its_entry_number(at: Heyi, tmp_path: Path) -> None:
    assert at("print", walk(at, ""), "all", "-o", tmp_path / "p").out.strip().endswith("rights_notice-2026-00001.pdf")


def test_the_life_of_the_example_is_played_by_one_command(heyi: Heyi, at: Heyi, tmp_path: Path) -> None:
    said = at("case", "add", LOAN, "--moves", "--json")
    assert said.code == 0, said.err
    assert (said.json["stage"], said.json["effective_on"], said.json["agreed_fen"]) == ("concluded", "2021-12-20", 519425392)
    assert at("print", "2026-1", "agreement", "-o", tmp_path / "a.pdf").code == 0
    text = text_of(tmp_path / "a.pdf")
    assert "5,194,253.92" in text and "2022年1月20日" in text and "连带" in text or "共同" in text


def test_an_action_takes_its_values_out_of_a_life(at: Heyi) -> None:
    number = at("case", "add", LOAN).out.strip()
    assert at("case", "do", number, "accept", LOAN, "--json").json["accepted_on"] == "2021-12-07"
    said = at("case", "do", number, "issue", LOAN)
    assert said.code == 1 and "2 moves" in said.err


def test_list_find_and_people_as_json(at: Heyi) -> None:
    walk(at, "sign")
    walk(at, "", road.case({**road.WANG, "name": "诸葛明"}, road.ZHANG, claim=800))
    rows = at("case", "list", "--json").json
    assert [row["entry_number"] for row in rows] == ["2026-00001", "2026-00002"]
    assert rows[0]["claim_fen"] == 519425392 and rows[0]["agreement_number"] == "（2026）新诉调字第1号"
    assert rows[1]["claim_fen"] == 80000 and rows[1]["parties"][0] == {"role": "applicant", "name": "诸葛明"}
    assert [row["id"] for row in at("find", "诸葛", "--json").json] == [rows[1]["id"]]
    assert len(at("find", "张某某", "--json", "--limit", "1").json) == 1 and len(at("find", "张某某", "--json", "--limit", "0").json) == 2
    assert at("find", "无此人", "--json").json == []
    assert [one["name"] for one in at("mediator", "list", "--json").json] == ["李某某", "王某"]
    assert set(at("today", "--json").json) == {"overdue", "today", "week", "waiting"}


def test_tables_for_people(at: Heyi) -> None:
    walk(at, "sign")
    for words in (("case", "list"), ("case", "show", "2026-1"), ("find", "张某"), ("mediator", "list"), ("today",), ("--no-window",)):
        said = at(*words)
        assert said.code == 0 and said.out.strip() and said.err == "", words


def test_both_languages(at: Heyi) -> None:
    assert "Category" in at("case", "list", "--language", "en").out
    assert "Category" not in at("--language=zh_Hans_CN", "case", "list").out


@pytest.mark.parametrize(
    "kind", ["case", "accept", "assign", "session", "agreement", "issue", "void", "sign", "organisation", "mediator", "office"]
)
def test_schema(heyi: Heyi, kind: str) -> None:
    told = heyi("schema", kind).json
    assert told["properties"] and set(told["example"]) == set(told["properties"])
    assert heyi("schema", kind, "--example").json == told["example"]


def test_schema_without_a_kind_lists_the_kinds(heyi: Heyi) -> None:
    told = heyi("schema").out.split()
    assert {"case", "agreement", "mediator", "calculate:traffic"} <= set(told)


def test_the_example_of_the_schema_is_a_case(at: Heyi) -> None:
    example = at("schema", "case", "--category", "finance", "--example").json
    assert at("case", "add", example).out.strip() == "2026-00001"


# --- offices --------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "password.txt"
    file.write_text("correct horse\nsecond line\n", encoding="utf-8")
    return file


def test_a_real_office(heyi: Heyi, tmp_path: Path, password: Path) -> None:
    folder = tmp_path / "o"
    said = heyi("office", "create", folder, "--password-file", password, "--recovery-file", tmp_path / "r.pdf", "--login", "wang")
    assert said.code == 0, said.err
    assert "恢复" in text_of(tmp_path / "r.pdf") and len(said.out.splitlines()) == 2
    assert heyi("--office", folder, "--password-file", password, "--as", "wang", "case", "list", "--json").json == []
    said = heyi("--office", folder, "case", "list")
    assert said.code == 1 and "--password-file" in said.err
    password.write_text("wrong horse", encoding="utf-8")
    said = heyi("--office", folder, "--password-file", password, "case", "list")
    assert said.code == 1 and str(folder) in said.err and "password" in said.err
    password.write_text("\n", encoding="utf-8")
    assert "empty" in heyi("--office", folder, "--password-file", password, "case", "list").err
    assert "cannot be read" in heyi("--office", folder, "--password-file", tmp_path / "none", "case", "list").err


def test_recovery_words_are_printed_once_where_no_file_is_named(heyi: Heyi, tmp_path: Path, password: Path) -> None:
    said = heyi("office", "create", tmp_path / "o", "--password-file", password, "--json")
    assert len(said.json["recovery"].split("-")) == 8
    assert heyi("office", "create", tmp_path / "o", "--password-file", password).code == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--court", "没有的法院"), "court"),
        (("--next-official", "0"), "next_official"),
        (("--recovery-file", "sheet.doc"), "recovery_file"),
        (("--engine", "postgresql"), "url"),
    ],
)
def test_a_refused_office_names_its_field(heyi: Heyi, tmp_path: Path, password: Path, words: tuple[str, ...], field: str) -> None:
    said = heyi("office", "create", tmp_path / "o", "--password-file", password, *words)
    assert said.code == 1 and said.err.startswith(f"{field}: ")
    assert not (tmp_path / "o").exists()


def test_demo_twice(heyi: Heyi, tmp_path: Path) -> None:
    assert heyi("demo", tmp_path / "d", "--today", "2026-11-20", "--cases", "3").code == 0
    rows = heyi("--office", tmp_path / "d", "case", "list", "--json").json
    assert [row["agreed_fen"] for row in rows if row["number"] == "（2021）新诉调字第1号"] == [519425392]
    said = heyi("demo", tmp_path / "d")
    assert said.code == 1 and str(tmp_path / "d") in said.err


def test_verify_tells_a_sentence_for_each_change_by_another_tool(at: Heyi, tmp_path: Path) -> None:
    import sqlcipher3.dbapi2 as sqlite

    walk(at)
    connection = sqlite.connect(str(tmp_path / "office" / "office.db"))
    connection.execute("UPDATE obligation SET amount_fen = 1")
    connection.execute("UPDATE party SET name = '李四' WHERE ordinal = 3")
    connection.commit()
    connection.close()
    said = at("verify")
    assert said.code == 1 and len(said.err.splitlines()) == 2
    assert "amount_fen" in said.err and "party" in said.err and "李四" not in said.err
    said = at("verify", "--json")
    assert said.code == 1 and {one["column"] for one in said.json} == {"amount_fen", "name"}


@pytest.mark.parametrize(
    "words",
    [(), ("case",), ("case", "list", "--limit"), ("print", "1", "letter", "-o", "x.pdf"), ("--today", "someday", "today"), ("fly",)],
)
def test_what_is_not_understood_is_a_sentence_and_code_2(heyi: Heyi, words: tuple[str, ...]) -> None:
    said = heyi(*words)
    assert said.code == 2 and len(said.err.splitlines()) == 1


def test_no_office(heyi: Heyi, tmp_path: Path) -> None:
    assert "--office" in heyi("case", "list").err
    said = heyi("--office", tmp_path / "nothing", "case", "list")
    assert said.code == 1 and str(tmp_path / "nothing") in said.err
    assert "no case" in heyi_training(heyi, tmp_path)("case", "show", "2026-7").err


def heyi_training(heyi: Heyi, tmp_path: Path) -> Heyi:
    heyi("office", "create", tmp_path / "t", "--training")
    return lambda *words, data=None: heyi("--office", tmp_path / "t", *words, data=data)


# --- bad input ------------------------------------------------------------------------------------------------------------------

BAD_CASES: list[tuple[Any, str]] = [
    ([], ""),
    ({}, "category"),
    (road.case(category="spaceship"), "category"),
    (road.case(claim="1,2.3"), "claim"),
    (road.case(claim=-5), "claim"),
    (road.case(claim=0.001), "claim"),
    (road.case(claim=True), "claim"),
    (road.case(received_on="2026-02-30"), "received_on"),
    (road.case(received_on="2026-03-10"), "received_on"),
    (road.case(summary="a" * 10_000_000), "summary"),
    (road.case(summary="a\x00b"), "summary"),
    (road.case(summary=["x"]), "summary"),
    (road.case(clam="1"), "clam"),
    (road.case(parties=[]), "parties"),
    (road.case(parties=[{"role": "applicant"}]), "parties.0.name"),
    (road.case({**road.ZHANG, "role": "boss"}), "parties.0.role"),
    (road.case({**road.ZHANG, "idnumber": "1"}), "parties.0.idnumber"),
    (road.case({**road.ZHANG, "members": [{"name": "x", "amount": "many"}]}), "parties.0.members.0.amount"),
    (road.case({**road.ZHANG, "name": "长" * 201}), "parties.0.name"),
    (road.case(referral={"court_number": "二〇二一年268号"}), "referral.court_number"),
    (road.case(referral={"court": "没有的法院"}), "referral.court"),
    (road.case(facts={"plate": "x"}), "facts.plate"),
]


@pytest.mark.parametrize(("sheet", "field"), BAD_CASES, ids=[f"{n}-{field}" for n, (_sheet, field) in enumerate(BAD_CASES)])
def test_a_bad_case_file_names_the_field_and_saves_nothing(at: Heyi, sheet: Any, field: str) -> None:
    said = at("case", "add", sheet)
    assert said.code == 1 and said.out == ""
    lines = said.err.splitlines()
    assert lines and all(len(line) < 1000 for line in lines)
    assert not field or any(line.startswith(f"{field}: ") for line in lines)
    assert at("case", "list", "--json").json == []
    assert walk(at, "") == "2026-00001"


def test_every_fault_has_a_line_of_its_own(at: Heyi) -> None:
    said = at("case", "add", {**road.case({"role": "x", "name": ""}), "claim": "1,2.3", "nothing": 1})
    assert {line.split(": ")[0] for line in said.err.splitlines()} == {"parties.0.role", "parties.0.name", "claim", "nothing"}


def test_wrong_check_digits_are_kept_as_stated_and_stop_the_agreement(at: Heyi) -> None:
    wrong = road.case(road.BANK, {**road.FARM, "uscc": "91150122MA0NXYG882"}, {**road.ZHANG, "id_number": "150122197604123511"})
    number = walk(at, "agreement", wrong)
    told = at("case", "show", number, "--json").json
    assert told["parties"][2]["id_number"] == "150122197604123511" and told["parties"][2]["id_verified"] is False
    assert {lack["place"] for lack in told["missing"] if lack["stops_agreement"]} == {"parties.1.uscc", "parties.2.id_number"}
    said = at("case", "do", number, "issue")
    assert said.code == 1
    assert {line.split(": ")[0] for line in said.err.splitlines()} == {"parties.1.uscc", "parties.2.id_number"}


def test_an_agreement_without_a_debtor_is_saved_and_not_issued(at: Heyi) -> None:
    number = walk(at, "agreement", agreement={**road.values("agreement"), "obligations": [road.owed(debtors=[])]})
    said = at("case", "do", number, "issue", {})
    assert said.code == 1 and said.err.startswith("obligations.0.debtors: ")
    assert at("case", "show", number, "--json").json["documents"] == []


ODD = "<b>&{{x}}𨱏 \\n %s"


def test_marks_are_stored_found_and_printed_exactly_in_any_field(at: Heyi, tmp_path: Path) -> None:
    person = {**road.ZHANG, "name": "张<b>&{{x}}𨱏", "occupation": ODD, "usual_residence": ODD, "employer": ODD}
    sheet = road.case({**road.WANG, "name": "ᠮᠣᠩᠭᠣᠯ"}, person, summary=ODD, claims=[ODD], place=ODD, cause=ODD)
    agreement = {**road.values("agreement"), "facts": ODD, "disputed": ODD, "place": ODD, "clauses": [ODD, "{amount}"],
                 "obligations": [road.owed(debtors=["2"], subject=ODD, place=ODD)]}  # fmt: skip
    session = {**road.values("session"), "text": ODD, "place": ODD, "result": ODD}
    number = walk(at, "sign", sheet, agreement=agreement, session=session)
    told = at("case", "show", number, "--json").json
    assert told["summary"] == ODD and told["parties"][1]["name"] == person["name"] and told["agreements"][0]["clauses"][0] == ODD
    assert at("find", "<b>&{{x}}", "--json").json[0]["entry_number"] == number
    assert at("find", "ᠮᠣᠩᠭᠣᠯ", "--json").json[0]["entry_number"] == number
    for kind in ("registration_form", "session_record", "agreement"):
        assert at("print", number, kind, "-o", tmp_path / f"{kind}.pdf").code == 0
        assert at("print", number, kind, "-o", tmp_path / f"{kind}.docx").code == 0
        assert "".join(ODD.split()) in text_of(tmp_path / f"{kind}.pdf"), kind
    assert "{amount}" in text_of(tmp_path / "agreement.pdf")
    assert at("verify").code == 0


def test_a_character_that_no_font_has_is_named(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "agreement", agreement={**road.values("agreement"), "facts": "\U0003134f"})
    said = at("case", "do", number, "issue")
    assert said.code == 1 and "3134F" in said.err
    said = at("print", number, "agreement", "-o", tmp_path / "a.pdf")
    assert said.code == 1 and not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "JSON"), (b"\xff\xfe", "UTF-8"), (b"", "empty"), (b'{"a":1,"a":2}', "twice"),
        (b"[" * 100_000, "deep"), (b" " * 20_000_001, "20 MB"), (b"null", "object"), (b'"text"', "object"),
        (b'{"category": "other", "parties": [{"role": "applicant", "name": "\\ud800"}]}', "U+D800"),
        (b'{"\\u001b[31m": 1}', "U+001B"),
    ],
)  # fmt: skip
def test_what_is_no_case_file(at: Heyi, data: bytes, words: str) -> None:
    said = at("case", "add", "-", data=data)
    assert said.code == 1 and words in said.err and "\x1b" not in said.err
    assert at("case", "list", "--json").json == []


def test_files_that_are_not_there_or_cannot_be_written(at: Heyi, tmp_path: Path) -> None:
    number = walk(at, "")
    assert str(tmp_path / "no.json") in at("case", "add", tmp_path / "no.json").err
    said = at("case", "do", number, "fly")
    assert said.code == 1 and all(station in said.err for station in road.STATIONS)
    for target in (tmp_path / "no" / "a.pdf", tmp_path / "a.txt", tmp_path):
        said = at("print", number, "registration_form", "-o", target)
        assert said.code == 1 and len(said.err.splitlines()) == 1, target
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".heyi-")]


def test_a_pasted_agreement_says_what_became_of_its_lines(at: Heyi) -> None:
    number = walk(at, "session")
    first, second = ([one["name"] for one in road.case()["parties"] if one["role"] == role][0] for role in ("applicant", "respondent"))
    text = (
        f"双方达成如下协议：\n一、{second}于2026年6月30日前现金支付{first}款项5000元。\n二、双方再无其他争议。\n"
        "申请人（签字）：\n2026年3月9日"
    )
    said = at("case", "do", number, "agreement", {"pasted": text}, "--json")
    assert said.code == 0, said.err
    assert said.json["pasted"]["left_out"] == ["申请人（签字）："]
    assert {line["place"] for line in said.json["pasted"]["lines"]} == {"head", "obligations.0", "clauses.0", "left_out", "day"}
    said = at("case", "do", number, "agreement", {"pasted": text})
    assert "“申请人（签字）：”" in said.out and "“二、双方再无其他争议。”" in said.out
    said = at("case", "do", number, "agreement", {"pasted": "达成如下协议：\n张某某于2026年2月30日前支付5000元。"})
    assert said.code == 1 and "obligations.0.due_on" in said.err, "what is not understood stops it, each at its field"
    said = at("case", "do", number, "agreement", road.values("agreement"), "--json")
    assert "pasted" not in said.json


def test_a_stale_version_is_refused(at: Heyi) -> None:
    number = walk(at, "agreement")
    version = at("case", "show", number, "--json").json["agreements"][0]["version"]
    changed = {**road.values("agreement"), "place": "甲"}
    assert at("case", "do", number, "agreement", "--if-version", version, changed).code == 0  # the file behind the option too
    assert at("case", "do", number, "agreement", "--if-version", version, "-", "-").code == 2
    said = at("case", "do", number, "agreement", {**changed, "place": "乙"}, "--if-version", version)
    assert said.code == 1 and any(line.startswith("place: ") for line in said.err.splitlines())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_sentence(at: Heyi, tmp_path: Path) -> None:
    walk(at, "")
    words = [sys.executable, "-m", "desktop", "--office", str(tmp_path / "office"), "case", "list", "--json"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1 and "disk is full" in done.stderr and "Traceback" not in done.stderr


def test_a_full_disk_while_saving_keeps_nothing(at: Heyi, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import errno

    number = walk(at, "")

    def full(*_arguments: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    said = at("print", number, "registration_form", "-o", tmp_path / "a.pdf")
    assert said.code == 1 and str(tmp_path / "a.pdf") in said.err
    assert not list(tmp_path.glob("*.pdf")) and not list(tmp_path.glob(".heyi-*"))


def test_a_mistake_of_the_program_is_a_sentence_and_a_report_without_values(at: Heyi, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.services import register

    def broken(*_arguments: Any, **_more: Any) -> None:
        raise ZeroDivisionError("张某某")

    monkeypatch.setattr(register, "page", broken)
    said = at("case", "list")
    assert said.code == 70 and len(said.err.splitlines()) == 1
    report = Path(said.err.strip().rsplit(" ", 1)[-1])
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8") and "张某某" not in report.read_text(encoding="utf-8")
    report.unlink()
    monkeypatch.setenv("HEYI_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        at("case", "list")


# --- as a process of its own ----------------------------------------------------------------------------------------------------


def process(*words: str, data: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    known = {key: value for key, value in os.environ.items() if key not in ("PYTHONUTF8", "PYTHONIOENCODING")}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words], input=data, capture_output=True, env={**known, **environment}, check=False, timeout=120
    )


def test_a_process_prints_utf8_whatever_the_locale_and_starts_no_qt(tmp_path: Path) -> None:
    folder = str(tmp_path / "o")
    made = process("office", "create", folder, "--training", LC_ALL="C")
    assert made.returncode == 0, made.stderr
    sheet = json.dumps(road.case(), ensure_ascii=False).encode()
    said = process("--office", folder, "case", "add", "-", "--json", data=sheet, LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert json.loads(said.stdout.decode("utf-8"))["parties"][2]["name"] == "张某某"
    said = process("case", "list", "--json", HEYI_OFFICE=folder, LC_ALL="C")
    assert len(json.loads(said.stdout)) == 1


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    folder = str(tmp_path / "o")
    process("office", "create", folder, "--training")
    words = [sys.executable, "-m", "desktop", "schema", "case"]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    assert running.wait(60) == 0 and running.stderr.read() == b""
    running.stderr.close()


def imported(code: str, *names: str) -> str:
    """Which of these packages a piece of code has imported, asked in a process of its own."""
    ask = f"import sys; from desktop.cli import main; {code}; sys.stderr.write(' '.join(n for n in {names!r} if n in sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", ask], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, timeout=180
    ).stderr


def test_no_command_imports_qt(tmp_path: Path) -> None:
    folder = str(tmp_path / "d")
    printed = ["--office", folder, "print", "2021-1", "all", "-o", str(tmp_path)]
    assert imported(f"assert main(['demo', {folder!r}, '--cases', '1']) == 0; assert main({printed!r}) == 0", "PySide6", "shiboken6") == ""


def test_help_imports_nothing_heavy() -> None:
    heavy = ("sqlalchemy", "alembic", "reportlab", "docx", "pypdfium2", "babel", "PySide6", "nacl", "sqlcipher3")
    assert imported("main(['--help'])", *heavy) == ""
