"""The office's own wording: kept in its folder, checked, taken back, and never in what was issued before."""

from datetime import date
from pathlib import Path

import pytest

from desktop.documents import mongolian_phrases
from desktop.domain.refusal import Refusal
from desktop.services import templates
from desktop.services.desk import Desk

BATU = "ᠮᠥᠩᠬᠡ ᠪᠠᠲᠤ"


@pytest.fixture
def plain(tmp_path: Path) -> Desk:
    """A desk whose database nobody asks."""
    return Desk(None, tmp_path, None, 1, False, False, lambda: date(2026, 11, 20))  # type: ignore[arg-type]


def test_every_kind_is_listed_with_its_name(plain: Desk) -> None:
    found = {one.kind: one for one in templates.kinds(plain)}
    assert found["agreement"].title == "人民调解协议书"
    assert not any(one.own or one.faults for one in found.values())
    assert templates.own(plain) == {}


@pytest.mark.parametrize("kind", [one.stem for one in sorted(templates.assets.path("templates", "zh_Hans_CN").glob("*.toml"))])
def test_every_kind_can_be_kept_as_a_whole_file_and_is_as_shipped(plain: Desk, kind: str) -> None:
    file = templates.file_for_editor(plain, kind)
    assert file.is_file()
    assert templates.faults(kind, file.read_text(encoding="utf-8")) == ()
    assert all(one.own is None for one in templates.sentences(plain, kind))


def test_a_sentence_is_kept_found_and_taken_back(plain: Desk) -> None:
    made = templates.save(plain, "agreement", {"title": "调解协议", "number": "编号：{number}"})
    assert (made.own, made.faults) == (1, ())
    assert 'title = "调解协议"' in templates.own(plain)["agreement"]
    assert next(one.own for one in templates.sentences(plain, "agreement") if one.name == "title") == "调解协议"
    templates.save(plain, "agreement", {"title": "人民调解协议书"})
    assert templates.own(plain) == {} and made.file.with_suffix(".bak").is_file()


@pytest.mark.parametrize(
    ("name", "text"), [("title", "{who}"), ("title", "[a"), ("nothing", "x"), ("number", "{number} {secret}"), ("title", "{")]
)
def test_a_broken_sentence_is_refused_at_its_place_and_changes_nothing(plain: Desk, name: str, text: str) -> None:
    templates.save(plain, "agreement", {"title": "调解协议"})
    with pytest.raises(Refusal) as refused:
        templates.save(plain, "agreement", {name: text})
    assert refused.value.faults[0].field == name
    assert "调解协议" in templates.own(plain)["agreement"]


def test_what_was_edited_outside_is_checked_and_the_rest_of_it_counts(plain: Desk) -> None:
    file = templates.path(plain, "agreement")
    file.parent.mkdir(parents=True)
    file.write_text("title = '调解协议'\nnumber = '{who}'\n", encoding="utf-8")
    found = next(one for one in templates.kinds(plain) if one.kind == "agreement")
    assert found.own == 1
    assert [fault.sentence.split("：")[0] for fault in found.faults] and "line 2, number" in found.faults[0].sentence
    file.write_bytes(b"\xff\xfe\x00 no text")
    assert templates.own(plain) == {}


def test_fields_that_get_lost_are_named() -> None:
    assert templates.lost("{debtor}付{amount}", "付{amount}") == ["debtor"]


def test_the_page_of_the_office_begins_with_an_example_that_changes_nothing(plain: Desk) -> None:
    file = templates.file_for_editor(plain, templates.PAGE)
    assert templates.faults(templates.PAGE, file.read_text(encoding="utf-8")) == ()


def test_phrases_print_only_when_somebody_approved_just_these(plain: Desk) -> None:
    assert templates.phrases(plain).phrases == {}
    kept = templates.keep_phrases(plain, {"人民调解协议书": BATU})
    assert not kept.approved and kept.of("人民调解协议书") == ""
    kept = templates.keep_phrases(plain, {"人民调解协议书": BATU}, "苏某", date(2026, 11, 20))
    assert kept.of("人民调解协议书") == BATU
    file = templates.path(plain, templates.MONGOLIAN)
    file.write_text(file.read_text(encoding="utf-8").replace("ᠪᠠᠲᠤ", "ᠪᠠᠲᠤ ᠪᠠᠲᠤ"), encoding="utf-8")
    assert not templates.phrases(plain).approved, "who changes a phrase takes the approval back"
    with pytest.raises(Refusal):
        templates.keep_phrases(plain, {"协议": BATU}, "苏某", date(2026, 11, 21))
    with pytest.raises(Refusal, match="traditional Mongolian letters"):
        templates.keep_phrases(plain, {"协议": "not Mongolian"})


def test_no_phrase_is_shipped() -> None:
    assert mongolian_phrases.read("").phrases == {}
    assert not list(templates.assets.path("templates").rglob("mongolian*"))
