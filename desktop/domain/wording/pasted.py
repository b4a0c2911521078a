"""What comes along when a text is pasted from Word: numbering of its own, marks of tracked changes and fields, blanks nobody filled in."""

import re
from typing import NamedTuple

from desktop.domain import texts

_NUMBER = re.compile(
    # 第一项的款项, 第一项、第二项: spoken of, no numbering
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}[条款项](?:[、.．:：\s]+(?!第)|(?![的约所中至和及与规之内第、，,]))|[（(【〔\[][一二三四五六七八九十\d]{1,3}[）)】〕\]][、.．\s]*"
    r"|[一二三四五六七八九十]{1,3}[、.．]\s*|\d{1,2}(?:[、．]|\.(?!\d)|[)）])\s*|1?\d(?:[.．-]1?\d(?!\d)){1,3}(?:[、.．\s]+(?![日天个月年至])|(?=[^\W\d_])(?![万亿千百元倍亩公吨斤只头个米角分厘年月日号]))"
    r"|[a-zA-Z](?:[)）、．]|\.(?!\w))\s*|[①-⒛㈠-㈩㊀-㊉Ⅰ-Ⅻ][、.．)）\s]*|\d{1,2}\s+(?=(?:被?申请人|[甲乙丙]方|双方|各方|原告|被告|第三人)))"
)
_BULLET = re.compile(r"^\s*[•●■◆▪◦○□▶►➢➤✓√·\uf000-\uf0ff]+\s*|^\s*[-–—*]\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc]")
_TRACKED = re.compile(
    r"\[?(?:删除的内容|已删除|带格式的|设置了格式|批注\s*\[|删除线|插入的内容|修订\s*[:：\[])(?:[^\n。；\]]{0,40}\]?)"
    r"|\b(?:Deleted|Inserted|Formatted|Comment)\s*(?:\[[^\]]{0,20}\])?\s*:[^\n]{0,40}"
    r"|~~[^~\n]{1,80}~~|\{\s*(?:PAGE|REF|HYPERLINK|FORMTEXT|DATE)\b[^}]{0,60}\}?|错误[!！]\s*未(?:找到引用源|定义书签)[。.]?"
)
_BLANK = re.compile(r"_{2,}|＿{2,}|[Xx×]{3,}|…{3,}元|\*{3,}|【\s*】|[（(]\s*[）)]元|(?<![\d年月])年\s*月\s*日")


class Left(NamedTuple):
    """`written` is what is left over; `kind` is tracked or blank."""

    written: str
    kind: str


def left_over(text: str) -> list[Left]:
    """Marks of tracked changes and fields, and blanks that nobody filled in."""
    found = [(one.start(), Left(texts.quoted(one[0].strip(), 40), "tracked")) for one in _TRACKED.finditer(text)]
    found += [(one.start(), Left(texts.quoted(one[0].strip(), 40), "blank")) for one in _BLANK.finditer(text)]
    return [left for _start, left in sorted(found)]


def numbering(line: str) -> str:
    """The number that a line begins with (1. / （一） / 第三条); '' where it has none."""
    one = _NUMBER.match(line)
    if one and one.end() < len(line):
        return one[0].strip()
    one = _BULLET.match(line)
    return one[0].strip() if one and one.end() < len(line) else ""


def cleaned(text: str) -> str:
    """A pasted text without invisible signs and without spaces that only its layout had; what it says is not changed.

    A tab inside a line stays: it parts the cells of a table, and 3 and 500 in two cells are not 3 500.
    """
    lines = (_INVISIBLE.sub("", line).replace("\u00a0", " ").strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def unnumbered(line: str) -> str:
    """The line without number and bullet that it begins with: the paper numbers its clauses itself."""
    for sign in (_BULLET, _NUMBER):
        one = sign.match(line)
        line = line[one.end() :] if one and one.end() < len(line) else line
    return line.strip()
