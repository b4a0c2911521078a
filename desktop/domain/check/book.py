"""The words that the check looks for, as data: vague ones, forbidden contents, signs of trouble, whose rights to ask for.

`*` in a word stands for at most twelve signs of the same sentence, `~` for at most six without a comma, `$` for the end of a part
between commas; `{不得/不准}` is one of several pieces (an empty one may be left out), `{!还/档}` what may not follow. `=name` among the
pieces stands for a set that the same file lists under `sets`. Nothing else is understood: what an office writes is no program.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

LEVELS = ("red", "amber", "grey")
_SIGNS = {"*": "[^。；;！!？?\n]{0,12}?", "~": "[^。；;！!？?\n,，、:：]{0,6}?", "$": "(?=[,，、]|$)"}
_SENTENCES = re.compile(r"[^。；;！!？?\n]+")
_MOST = 400  # signs of one word: longer is a slip of the hand
_PIECES = re.compile(r"\{([^{}]*)\}|[*~$]|[^{}*~$]+")


@dataclass(frozen=True)
class Entry:
    """Words that mean one thing. `unless` are words that take it back when they stand in the same sentence.

    `kind` is the finding's; `told` a suggestion (vague), the reason (forbidden) or what is disposed of (third parties); `ask` who may have
    a right in it, `also` the further places where its words count: `cause`, `facts`, `money` (what is paid for).
    """

    kind: str
    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    level: str = ""
    told: str = ""
    source: str = ""
    ask: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> "re.Pattern[str]":
        return re.compile("|".join(map(_as_pattern, self.words)))

    @cached_property
    def _but(self) -> "re.Pattern[str] | None":
        return re.compile("|".join(map(_as_pattern, self.unless))) if self.unless else None

    def hits(self, text: str) -> list[str]:
        """The words as they stand in the text, each once."""
        found: list[str] = []
        for sentence in _SENTENCES.finditer(texts.half_width(text).replace(" ", "")):
            if self._but is not None and self._but.search(sentence[0]):
                continue
            found += [one[0] for one in self._pattern.finditer(sentence[0]) if one[0] not in found]
        return found


@dataclass(frozen=True)
class Book:
    """All entries; `signs` by their kind."""

    vague: tuple[Entry, ...] = ()
    forbidden: tuple[Entry, ...] = ()
    signs: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    third: tuple[Entry, ...] = ()

    def sign(self, kind: str, text: str) -> list[str]:
        """The words of one sign in a text."""
        return [hit for entry in self.signs.get(kind, ()) for hit in entry.hits(text)]


EMPTY = Book()


def from_tables(tables: Iterable[tuple[str, Mapping[str, Any]]]) -> Book:
    """The book out of parsed tables with their names; Refusal naming file and entry where one is not complete.

    `without` of a table names words that are not held vague there: only of style, what the law forbids stays.
    """
    vague: list[Entry] = []
    forbidden: list[Entry] = []
    third: list[Entry] = []
    signs: dict[str, list[Entry]] = {}
    without: set[str] = set()
    for name, table in tables:
        without |= set(_tuple([word for word in table.get("without", ()) if isinstance(word, str)]))
        sets = _sets(name, table)
        vague += [_entry(name, n, "vague", one, "instead", sets) for n, one in enumerate(table.get("vague", ()), 1)]
        forbidden += [_entry(name, n, str(one.get("kind", "")), one, "why", sets) for n, one in enumerate(table.get("forbidden", ()), 1)]
        third += [_entry(name, n, "third", one, "things", sets) for n, one in enumerate(table.get("third", ()), 1)]
        for n, one in enumerate(table.get("sign", ()), 1):
            entry = _entry(name, n, str(one.get("kind", "")), one, "", sets)
            signs.setdefault(entry.kind, []).append(entry)
    vague = [kept for kept in (replace(one, words=tuple(word for word in one.words if word not in without)) for one in vague) if kept.words]
    return Book(tuple(vague), tuple(forbidden), {kind: tuple(entries) for kind, entries in signs.items()}, tuple(third))


def _sets(name: str, table: Mapping[str, Any]) -> dict[str, str]:
    """Pieces under one name, joined as they stand between braces."""
    known = table.get("sets", {})
    if not isinstance(known, Mapping) or not all(
        isinstance(one, list) and all(isinstance(piece, str) for piece in one) for one in known.values()
    ):
        raise Refusal(_("{file}: each set is a list of words.").format(file=name), name, "book")
    return {key: "/".join(pieces) for key, pieces in known.items()}


def _entry(name: str, n: int, kind: str, one: Mapping[str, Any], told: str, sets: Mapping[str, str]) -> Entry:
    words, level = one.get("words"), str(one.get("level", ""))
    unless, ask, also = one.get("unless", []), one.get("ask", []), one.get("also", [])
    good = all(isinstance(part, list) and all(_is_word(word, sets) for word in part) for part in (words, unless, ask, also))
    if not kind or not words or not good or (level and level not in LEVELS):
        sentence = _("{file}, entry {n}: a kind, a list of words and one of {levels} as level are wanted.")
        raise Refusal(sentence.format(file=name, n=n, levels=", ".join(LEVELS)), name, "book")
    said = str(one.get(told, "")) if told else ""
    told_of = (level, said, str(one.get("source", "")), _tuple(ask), _tuple(also))
    return Entry(kind, _tuple(_filled(word, sets) for word in words), _tuple(_filled(word, sets) for word in unless), *told_of)


def _filled(word: str, sets: Mapping[str, str]) -> str:
    """The word with the pieces of its sets in place of their names."""
    return re.sub(r"=([^{}/]+)", lambda one: sets[one[1]], word)


def _is_word(word: Any, sets: Mapping[str, str]) -> bool:
    if not isinstance(word, str) or not 0 < len(word) <= _MOST or not set(re.findall(r"=([^{}/]+)", word)) <= set(sets):
        return False
    bare = re.sub(r"\{[^{}]*\}|[*~$]", "", word).strip()
    chosen = [one for one in re.findall(r"\{([^{}!][^{}]*)\}", word) if all(one.split("/"))]
    return not _PIECES.sub("", word) and bool(bare or chosen)


def _as_pattern(word: str) -> str:
    """A word as what finds it: pieces, one of several, what may not follow, gaps."""

    def piece(one: "re.Match[str]") -> str:
        if one[0] in _SIGNS:
            return _SIGNS[one[0]]
        if one[1] is None:
            return re.escape(one[0])
        kind, several = ("?!", one[1][1:]) if one[1].startswith("!") else ("?:", one[1])
        return f"({kind}{'|'.join(map(re.escape, sorted(several.split('/'), key=len, reverse=True)))})"

    return "".join(piece(one) for one in _PIECES.finditer(word))


def _tuple(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts.half_width(word) for word in words)
