"""Who speaks in a record: names, roles, 问 and 答, numbers of parties; and what is no speaker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.speech import turns

CALLED = {"1": "包某某", "2": "那某某", "调": "白某某"}
KNOWN = ["申请人", "被申请人", "人民调解员"]


@pytest.mark.parametrize(
    ("line", "speaker", "text"),
    [
        ("问：你是什么人？", "问", "你是什么人？"),
        ("答: 我是邻居。", "答", "我是邻居。"),
        ("2：我愿意给羊。", "那某某", "我愿意给羊。"),
        ("调：双方还有意见吗？", "白某某", "双方还有意见吗？"),
        ("申请人包某某：同意。", "申请人包某某", "同意。"),
        ("那某某的妹妹：我替他交。", "那某某的妹妹", "我替他交。"),
        ("双方约定如下：一、交羊；二、退钱。", "", "双方约定如下：一、交羊；二、退钱。"),
        ("时间是10:30。", "", "时间是10:30。"),
        ("10:30开始。", "", "10:30开始。"),
        ("3：第三人不在。", "", "3：第三人不在。"),
        ("没有冒号的一行", "", "没有冒号的一行"),
    ],
)
def test_a_line(line: str, speaker: str, text: str) -> None:
    assert turns(line, CALLED, KNOWN) == [(speaker, text)]


@settings(max_examples=60)
@given(st.text(alphabet="问答：:1 2，。张王\n\r", max_size=40))
def test_nothing_that_was_said_is_lost(text: str) -> None:
    found = turns(text, CALLED, KNOWN)
    kept = "".join("".join(turn.text.split()) for turn in found)
    bare = "".join(text.split())
    heads = sum(len(turn.speaker) + 1 for turn in found if turn.speaker)
    assert len(kept) + heads >= len(bare) - sum(1 for turn in found if turn.speaker in CALLED.values()) * 2
    assert all(sign in bare for sign in kept)
