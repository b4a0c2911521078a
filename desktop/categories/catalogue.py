"""The kinds of dispute that one office has: those of the program, with what the office added, and its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.categories.category import Category
from desktop.domain.refusal import Fault
from desktop.i18n import _


@dataclass(frozen=True)
class Catalogue(Mapping[str, Category]):
    """By key, in the order of the form. `faults` say what in the office's own files could not be taken; the rest counts all the same."""

    known: Mapping[str, Category]
    faults: tuple[Fault, ...] = ()

    def __getitem__(self, key: str) -> Category:
        return self.known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """(key, message) of every category."""
        return tuple((category.key, category.label) for category in self.known.values())

    def label(self, key: str) -> str:
        """The name of a category in the language of the interface; the key itself where this office has it no more."""
        return _(self.known[key].label) if key in self.known else key

    def key_of(self, word: str) -> str:
        """The key of a category that is called so, by key or name; '' where none is."""
        word = word.strip()
        return next((key for key, one in self.known.items() if word in (key, one.label, _(one.label))), "")

    def names(self) -> str:
        """Keys with their names, for a sentence that says what there is."""
        return "、".join(f"{key} ({_(one.label)})" for key, one in self.known.items())
