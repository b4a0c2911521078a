"""The words of the check as data: shipped, an office's own, what an office does not hold vague, and files that are not complete."""

from typing import Any

import pytest

from desktop.domain.check import book
from desktop.domain.refusal import Refusal

SHIPPED: dict[str, Any] = {
    "vague": [{"words": ["尽快", "有钱*再还"], "level": "amber", "instead": "写明日期"}],
    "forbidden": [{"kind": "ownership", "words": ["所有权归"], "unless": ["办理"], "why": "不予受理"}],
}


def test_an_office_adds_words_and_takes_the_vague_out() -> None:
    own = {"vague": [{"words": ["差不多"], "level": "amber"}], "without": ["尽快", "所有权归"]}
    made = book.from_tables([("shipped", SHIPPED), ("check.toml", own)])
    assert [one.words for one in made.vague] == [("有钱*再还",), ("差不多",)]
    assert made.forbidden[0].hits("车辆所有权归申请人。") == ["所有权归"], "what the law forbids stays"


def test_a_gap_stays_in_its_sentence_and_other_words_take_it_back() -> None:
    made = book.from_tables([("shipped", SHIPPED)])
    assert made.vague[0].hits("等他有钱了再还。") == ["有钱了再还"]
    assert made.vague[0].hits("有钱。以后再还。") == []
    assert made.forbidden[0].hits("车辆所有权归申请人，三日内办理过户。") == []


@pytest.mark.parametrize("row", [{"words": []}, {"words": "尽快"}, {"words": ["尽快"], "level": "purple"}, {"words": ["*"]}])
def test_an_incomplete_entry_is_named(row: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match=r"check.toml, entry 1"):
        book.from_tables([("check.toml", {"vague": [row]})])


def test_a_word_may_leave_a_choice_name_a_set_and_say_what_does_not_follow() -> None:
    row = {"words": ["{=not}{再/}告{!知}", "{屋/楼}归~$"], "level": "amber"}
    (entry,) = book.from_tables([("check.toml", {"sets": {"not": ["不得", "不准"]}, "vague": [row]})]).vague
    assert entry.hits("收钱后不准再告他。") == ["不准再告"] and entry.hits("不得告知他人。") == []
    assert entry.hits("楼归女方，车归男方。") == ["楼归女方"] and entry.hits("楼归还给女方，钥匙留下。") == ["楼归还给女方"]
    with pytest.raises(Refusal, match=r"check.toml, entry 1"):
        book.from_tables([("check.toml", {"vague": [{"words": ["{=other}告"]}]})])
    for broken in ("{不得告", "不得}告", "{/}", "{!知}"):
        with pytest.raises(Refusal, match=r"check.toml, entry 1"):
            book.from_tables([("check.toml", {"vague": [{"words": [broken]}]})])
    with pytest.raises(Refusal, match=r"check.toml"):
        book.from_tables([("check.toml", {"sets": {"not": "不得"}, "vague": []})])
