"""Agreements as they are pasted from Word, a chat, a scan: read where it can be, asked where it cannot; they are data beside this file.

And what holds for every text: none raises, and no sign of it is lost.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.domain import fields
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.wording import pasted, whole_agreement
from desktop.domain.wording.whole_agreement import Reading

TODAY = date(2026, 3, 9)
SIDES = [(1, "applicant", "诸葛明"), (2, "respondent", "张某某"), (3, "respondent", "乌云其其格"), (4, "third_party", "李四")]
PASTES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pastes.toml").read_text(encoding="utf-8"))["paste"]
PIECES = (
    *(
        "诸葛明",
        "张某某",
        "李四",
        "王五",
        "甲方：张某某",
        "甲方",
        "乙方",
        "申请人",
        "被申请人",
        "向",
        "支付",
        "已支付",
        "归还",
        "交付",
        "付清",
        "分三期",
    ),
    *(
        "2026年6月30日前",
        "农历八月十五前",
        "2026年2月30日",
        "6月底",
        "每月10日前",
        "自2026年5月起",
        "5000元",
        "８万",
        "10.5万元",
        "贰万元整",
        "（大写：",
        "）",
    ),
    *(
        "每公斤30元",
        "羊14只",
        "余款",
        "第一期",
        "共计",
        "逾期的",
        "放弃",
        "承担连带保证责任",
        "账号：6228480000000000018",
        "户名：",
        "一式三份",
    ),
    *(
        "达成如下协议：",
        "1. ",
        "（二）",
        "第三条 ",
        "①",
        "，",
        "。",
        "；",
        "\n",
        "\t",
        " ",
        "____",
        "[删除的内容：",
        "\u200b",
        "~~",
        "|",
        "😀",
        "ᠮᠣᠩᠭᠣᠯ",
    ),
)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    i18n.use("zh_Hans_CN")
    yield
    i18n.use("en")


def read(text: str) -> Reading:
    return whole_agreement.read(text, SIDES, TODAY)


@pytest.mark.parametrize("paste", PASTES, ids=[paste["name"] for paste in PASTES])
def test_a_pasted_agreement_is_read_or_asked(paste: dict[str, Any]) -> None:
    reading = read(paste["text"])
    values = reading.values
    assert values.get("obligations", []) == paste.get("obligations", [])
    assert values.get("clauses", []) == paste.get("clauses", [])
    beside = {key: value for key, value in values.items() if key not in ("obligations", "clauses")}
    assert beside == paste.get("beside", {})
    assert [f"{one.field} {one.sentence}" for one in reading.questions] == paste.get("asks", [])
    assert reading.left_out == paste.get("left_out", [])
    if not reading.questions:  # the sheet takes it as it is
        fields.check(AGREEMENT, values, TODAY)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def nothing_is_lost(text: str) -> None:
    """Every sign has its place; what is a clause or a fact stands there word by word, and every named row is there."""
    reading = read(text)
    values = reading.values
    assert squeezed("".join(one.text for one in reading.lines)) == squeezed(pasted.cleaned(text))
    for one in reading.lines:
        kind, _dot, n = one.place.partition(".")
        assert kind in ("head", "left_out", "facts", "disputed", "obligations", "clauses", "day", "place", "copies"), one
        if kind == "clauses":
            assert squeezed(values["clauses"][int(n)]) in squeezed(one.text)
        elif kind == "obligations":
            assert values["obligations"][int(n)]["kind"]
        elif kind != "head" and kind != "left_out":
            assert values[kind]
    for question in reading.questions:
        field, *rest = question.field.split(".")
        assert question.sentence and (not rest or int(rest[0]) < len(values[field]))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_sign_of_a_text_is_lost(text: str) -> None:
    nothing_is_lost(text)


@given(st.text(max_size=200))
def test_no_text_at_all_raises(text: str) -> None:
    nothing_is_lost(text)


@given(st.sampled_from(PASTES), st.data())
def test_a_torn_paste_is_told_in_full_too(paste: dict[str, Any], data: st.DataObject) -> None:
    text = paste["text"]
    at, behind = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    nothing_is_lost(text[:at] + data.draw(st.sampled_from(PIECES)) + text[behind:])
