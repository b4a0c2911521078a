"""Pinyin initials of a name, by which lists are searched: 张三 -> zs.

The table of first letters is `resources/codes/initials.txt` (made by `installer/initials.py`); family names with a reading of their own
(单 仇 尉迟 长孙) stand in it and count at the beginning of a name only, a single one in names of up to four characters (解放路商店 is no
Mr Xie); so do words such as 银行. Letters and figures stay, everything else is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop import assets
from desktop.domain import texts

_FAMILY = re.compile(r"([^a-z\s]+)([a-z]+)")


@dataclass(frozen=True)
class Table:
    """First letters by character, and of family names and words that are read in their own way."""

    letters: Mapping[str, str]
    surnames: Mapping[str, str]
    words: Mapping[str, str]


def table_from(text: str) -> Table:
    """The table out of the text of `initials.txt`: lines of a letter and its characters, `*` and family names, `+` and words."""
    letters: dict[str, str] = {}
    surnames: dict[str, str] = {}
    words: dict[str, str] = {}
    for line in text.splitlines():
        first, _space, rest = line.partition(" ")
        if first == "*":
            surnames |= dict(_FAMILY.findall(rest))
        elif first == "+":
            words |= dict(_FAMILY.findall(rest))
        elif len(first) == 1 and first.isalpha():
            letters |= dict.fromkeys(rest, first)
    return Table(letters, surnames, words)


@cache
def shipped() -> Table:
    """The shipped table, read once when the first name is asked for (the one place of this room that reads a file: it never changes)."""
    return table_from(assets.path("codes", "initials.txt").read_text(encoding="utf-8"))


def of(name: str, table: Table | None = None) -> str:
    """The initials of a name in small letters: 张三 zs, 尉迟恭 ycg, 内蒙古ABC有限公司 nmgabcyxgs; '' for a name in another script."""
    table = table or shipped()
    plain = texts.name_key(name[:200])
    found = ""
    for length in (4, 2, 1):
        if plain[:2] in table.words:  # 单位 is no Mr Shan
            break
        if plain[:length] in table.surnames and len(plain) > length and (length > 1 or len(plain) <= 4):
            found, plain = table.surnames[plain[:length]], plain[length:]
            break
    place = 0
    while place < len(plain):
        character, word = plain[place], table.words.get(plain[place : place + 2], "")
        if word:
            found += word
        elif character.isascii():
            found += character if character.isalnum() else ""
        else:
            found += table.letters.get(character, "")
        place += 2 if word else 1
    return found
