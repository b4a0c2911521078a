"""A document is data: it comes back as it was, its checksum sees every change, damage is named."""

import dataclasses
import json

import pytest

from desktop.documents import blocks
from desktop.documents.blocks import Clauses, Furniture, Heading, Paper, PaperState, Paragraph, Title
from desktop.domain.refusal import Refusal
from tests.documents import papers

SMALL = Paper("agreement", "协议", "1", "调委会", Furniture("{page}/{pages}", "样本", "稿", "副本"), (Title("协议"), Paragraph("甲𨱏\n乙")))


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_comes_back_as_it_was(name: str, kind: str) -> None:
    paper = papers.paper(name, kind)
    kept = json.loads(json.dumps(blocks.to_json(paper)))
    assert blocks.from_json(kept) == paper
    assert blocks.checksum(blocks.from_json(kept)) == blocks.checksum(paper)


def test_checksum_sees_every_change_but_not_the_copy() -> None:
    issued = SMALL.with_state(PaperState.ISSUED)
    assert blocks.checksum(issued) != blocks.checksum(SMALL)
    assert blocks.checksum(issued.with_state(PaperState.COPY)) == blocks.checksum(issued)
    for changed in ({"title": "协议书"}, {"version": 2}, {"training": True}, {"blocks": (Title("协议"), Paragraph("甲𨱏\n乙 "))}):
        assert blocks.checksum(dataclasses.replace(SMALL, **changed)) != blocks.checksum(SMALL)


def test_checksum_does_not_change_from_version_to_version_of_the_program() -> None:
    assert blocks.checksum(SMALL) == "63576478c9c7822c0da2575b3884a81d508890bf27a9d773693bda3071b66a7c"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda kept: kept.update(kind=1), "paper.kind"),
        (lambda kept: kept.update(more="x"), "paper"),
        (lambda kept: kept.pop("title"), "paper"),
        (lambda kept: kept["blocks"][0].update(block="script"), "paper.blocks.0.block"),
        (lambda kept: kept["blocks"][1].update(align="up"), "paper.blocks.1.align"),
        (lambda kept: kept["blocks"].append("text"), "paper.blocks.2.block"),
        (lambda kept: kept.update(training=1), "paper.training"),
    ],
)
def test_damage_is_named(change, place: str) -> None:  # type: ignore[no-untyped-def]
    kept = json.loads(json.dumps(blocks.to_json(SMALL)))
    change(kept)
    with pytest.raises(Refusal) as refused:
        blocks.from_json(kept)
    assert refused.value.code == "document_damaged"
    assert refused.value.field == place


def test_a_later_format_is_refused_untouched() -> None:
    with pytest.raises(Refusal, match="Update the program"):
        blocks.from_json({"format": 2})


def test_clauses_are_numbered_on() -> None:
    assert Clauses(("甲", "乙"), 10).numbered() == ("十、甲", "十一、乙")
    assert [blocks.chinese_number(n) for n in (1, 10, 20, 105, 110, 200, 1010, 2001)] == [
        "一", "十", "二十", "一百零五", "一百一十", "二百", "一千零一十", "二千零一",
    ]  # fmt: skip


def test_marks_of_the_page() -> None:
    assert dataclasses.replace(SMALL, training=True, marks=("作废",)).page_marks() == ("样本", "作废", "稿")
    assert SMALL.with_state(PaperState.ISSUED).page_marks() == ()
    assert SMALL.with_state(PaperState.COPY).page_marks() == ("副本",)


def test_texts_have_their_place() -> None:
    found = dict(blocks.texts(dataclasses.replace(SMALL, blocks=(Heading("标题"), Clauses(("甲", "乙"))))))
    assert found["blocks.0.text"] == "标题"
    assert found["blocks.1.items.1"] == "乙"
    assert "kind" not in found
