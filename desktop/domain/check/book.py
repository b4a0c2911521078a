"""The words that the check looks for, as data: vague ones, forbidden contents, signs of trouble, whose rights to ask for.

`*` in a word stands for at most twelve signs of the same sentence. Nothing else is understood: what an office writes is no program.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

LEVELS = ("red", "amber", "grey")
_GAP = "[^。；;！!？?\n]{0,12}?"
_SENTENCES = re.compile(r"[^。；;！!？?\n]+")
_MOST = 60  # signs of one word: longer is a slip of the hand


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
        return re.compile("|".join(_GAP.join(re.escape(part) for part in word.split("*")) for word in self.words))

    @cached_property
    def _but(self) -> "re.Pattern[str] | None":
        return re.compile("|".join(_GAP.join(re.escape(part) for part in word.split("*")) for word in self.unless)) if self.unless else None

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
        without |= set(_tuple([word for word in table.get("without", ()) if _is_word(word)]))
        vague += [_entry(name, n, "vague", one, "instead") for n, one in enumerate(table.get("vague", ()), 1)]
        forbidden += [_entry(name, n, str(one.get("kind", "")), one, "why") for n, one in enumerate(table.get("forbidden", ()), 1)]
        third += [_entry(name, n, "third", one, "things") for n, one in enumerate(table.get("third", ()), 1)]
        for n, one in enumerate(table.get("sign", ()), 1):
            entry = _entry(name, n, str(one.get("kind", "")), one, "")
            signs.setdefault(entry.kind, []).append(entry)
    vague = [kept for kept in (replace(one, words=tuple(word for word in one.words if word not in without)) for one in vague) if kept.words]
    return Book(tuple(vague), tuple(forbidden), {kind: tuple(entries) for kind, entries in signs.items()}, tuple(third))


def _entry(name: str, n: int, kind: str, one: Mapping[str, Any], told: str) -> Entry:
    words, level = one.get("words"), str(one.get("level", ""))
    unless, ask, also = one.get("unless", []), one.get("ask", []), one.get("also", [])
    good = all(isinstance(part, list) and all(_is_word(word) for word in part) for part in (words, unless, ask, also))
    if not kind or not words or not good or (level and level not in LEVELS):
        sentence = _("{file}, entry {n}: a kind, a list of words and one of {levels} as level are wanted.")
        raise Refusal(sentence.format(file=name, n=n, levels=", ".join(LEVELS)), name, "book")
    said = str(one.get(told, "")) if told else ""
    return Entry(kind, _tuple(words), _tuple(unless), level, said, str(one.get("source", "")), _tuple(ask), _tuple(also))


def _is_word(word: Any) -> bool:
    return isinstance(word, str) and 0 < len(word.replace("*", "").strip()) and len(word) <= _MOST


def _tuple(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(texts.half_width(word) for word in words)
