"""Pinyin initials of names, by which lists are searched."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import initials

NAMES = [
    ("张三", "zs"),
    ("单田芳", "stf"),
    ("单位", "dw"),
    ("种类", "zl"),
    ("解除合同", "jcht"),
    ("仇英", "qy"),
    ("查良镛", "zly"),
    ("任某", "rm"),
    ("朴某", "pm"),
    ("解某", "xm"),
    ("区某", "om"),
    ("盖某", "gm"),
    ("尉迟恭", "ycg"),
    ("尉某", "wm"),
    ("长孙无忌", "zswj"),
    ("欧阳修", "oyx"),
    ("诸葛亮", "zgl"),
    ("乌云其木格", "wyqmg"),
    ("敖登高娃", "adgw"),
    ("阿·木古郎", "amgl"),
    ("内蒙古ABC有限公司", "nmgabcyxgs"),
    ("中国农业银行托克托县支行", "zgnyyhtktxzh"),
    ("解放路商店", "jflsd"),
    ("重庆某公司", "cqmgs"),
    ("㛃 某", "jm"),
    ("ᠮᠣᠩᠭᠣᠯ", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "letters"), NAMES)
def test_names(name: str, letters: str) -> None:
    assert initials.of(name) == letters


@given(st.text(max_size=40))
def test_any_text_gives_small_letters_and_figures(name: str) -> None:
    assert all(sign.isascii() and sign.isalnum() and sign == sign.lower() for sign in initials.of(name))


def test_the_table_is_read_quickly_and_covers_common_characters() -> None:
    initials.shipped.cache_clear()
    start = time.process_time()
    table = initials.shipped()
    assert time.process_time() - start < 0.3
    common = [
        bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) if not (high == 0xD7 and low > 0xF9)
    ]
    assert not [character for character in common if character not in table.letters]
