"""What a typed text may contain, and when two names are the same: the typed text itself is never changed.

A text is kept exactly as typed, with rare characters, Mongolian script and marks such as `<b>&{{x}}`. Refused is only what no paper and
no file can carry: control characters other than the new line and the tab, NUL, halves of surrogate pairs, U+FFFE and U+FFFF.
"""

import re
import unicodedata

from desktop.domain.refusal import Refusal
from desktop.i18n import _

# XML 1.0 (every DOCX and XLSX) cannot carry these; PostgreSQL cannot carry NUL; UTF-8 cannot carry a lone surrogate.
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_DOTS = str.maketrans(dict.fromkeys("\u2022\u2027\u2219\u22c5\u30fb\u0387\uff0e\u2024", "\u00b7"))
_FIGURES = "〇一二三四五六七八九"
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def fault_in(text: str) -> str | None:
    """The sentence that says which character of the text cannot be kept, and where it stands; None when all is well."""
    found = _NOT_ALLOWED.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    line, column = before.count("\n") + 1, found.start() - (before.rfind("\n") + 1) + 1
    return _("Character {column} of line {line} (U+{code:04X}) cannot be kept or printed: delete it and type the text again.").format(
        column=column, line=line, code=ord(found.group())
    )


def check(text: str, field: str = "") -> str:
    """The same text, unchanged; Refusal at `field` when it holds a character that cannot be kept."""
    sentence = fault_in(text)
    if sentence:
        raise Refusal(sentence, field, "text")
    return text


def half_width(text: str) -> str:
    """The text with full-width letters, digits and marks as half-width ones: for checking and comparing only."""
    return text.translate(_WIDTHS)


def squeezed(text: str) -> str:
    """Half-width and without any space or invisible joiner: what a number looks like to a rule."""
    return _SPACES.sub("", half_width(text))


def name_key(name: str) -> str:
    """What two spellings of one name have in common: width, spaces, case and the kind of middle dot do not count.

    For comparing and finding only; what is stored and printed is the name as typed.
    """
    return _SPACES.sub("", unicodedata.normalize("NFKC", name.translate(_DOTS))).translate(_DOTS).casefold()


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same as `name_key` sees them; an empty name is the same as none."""
    key = name_key(one)
    return bool(key) and key == name_key(other)


def quoted(text: str, most: int = 24) -> str:
    """A short piece of a typed text for a sentence: one line, cut at `most` characters, what cannot be printed shown as U+XXXX."""
    piece = text[: most + 1].replace("\n", " ").replace("\t", " ").replace("\r", " ")
    piece = _NOT_ALLOWED.sub(lambda found: f"[U+{ord(found.group()):04X}]", piece)
    return piece[:most] + ("…" if len(text) > most else "")


def chinese_number(words: str) -> int:
    """A number from 1 to 99 in plain Chinese figures: 二十三 -> 23; 0 when it is none."""
    tens, ten, ones = words.rpartition("十")
    if any(sign not in _FIGURES for sign in tens + ones) or len(tens) > 1 or len(ones) > 1:
        return 0
    return (_FIGURES.index(tens) if tens else 1) * (10 if ten else 0) + (_FIGURES.index(ones) if ones else 0)
