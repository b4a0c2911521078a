"""What a text may contain, and when two names are the same."""

import pytest

from desktop import i18n
from desktop.domain import texts
from desktop.domain.refusal import Refusal

KEPT = ["𨱏 㛃 䶮 𬭎 龑", "ᠮᠣᠩᠭᠣᠯ", "<b>&{{x}}</b>", "一行\n二行\t栏\r\n", "阿·木古郎", "👍", ""]
REFUSED = ["a\x00b", "a\x1b[31m", "a\ud800", "\udfff", "a\x85", "\ufffe", "a\x0b"]


@pytest.mark.parametrize("text", KEPT)
def test_kept_as_typed(text: str) -> None:
    assert texts.check(text) is text


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_refused(text: str) -> None:
    with pytest.raises(Refusal):
        texts.check(text, "facts")


def test_the_place_is_named() -> None:
    i18n.use("en")
    assert (
        texts.fault_in("一行\n二\x00行") == "Character 2 of line 2 (U+0000) cannot be kept or printed: delete it and type the text again."
    )


SAME = [
    ("张 三", "张三"),
    ("阿·木古郎", "阿•木古郎"),
    ("阿・木古郎", "阿·木古郎"),
    ("ＡＢＣ公司", "abc公司"),
    ("张三\u200b", "张三"),
    ("\uf92e", "冷"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_name(one: str, other: str) -> None:
    assert texts.same_name(one, other)


def test_other_names_and_none() -> None:
    assert not texts.same_name("张三", "张叁")
    assert not texts.same_name("", " ")


def test_chinese_numbers() -> None:
    words = ["一", "十", "十一", "二十", "二十三", "九十九"]
    assert [texts.chinese_number(word) for word in words] == [1, 10, 11, 20, 23, 99]
    assert texts.chinese_number("百") == texts.chinese_number("十十") == 0


def test_quoted_is_short_and_printable() -> None:
    assert texts.quoted("a\nb\x00" + "x" * 1_000_000, 10) == "a b[U+0000"[:10] + "…"
