"""What the resource folder of a category says: the law to keep in mind, and why and whither a dispute is sent that is not mediated here."""

from functools import cache
from typing import Any, NamedTuple

from desktop import assets
from desktop.categories.category import Category, Facts


class Note(NamedTuple):
    """A rule in plain words, where it comes from, and how well that was checked (checked, recall, unverified)."""

    text: str
    source: str
    status: str


class NotHere(NamedTuple):
    """Why a dispute is not mediated: codes for the notice of non-acceptance, the text, its source and how well it was checked."""

    reasons: list[str]
    ways: list[str]
    text: str
    source: str
    status: str


def notes(key: str) -> list[Note]:
    """What to keep in mind in this kind of dispute; nothing for an office's own category."""
    table = _table(key, "law.toml")
    return [Note(row["text"], row.get("source", ""), row.get("status", "")) for row in table.get("note", ())]


def not_here(category: Category | None, facts: Facts) -> NotHere | None:
    """Why a dispute with these stored facts is not mediated here; None where it is."""
    known = _table(category.key, "refusals.toml").get("refusal") if category is not None else None
    if category is None or not known:
        return None
    row = known.get(category.not_here(category.read(facts)))
    return None if row is None else NotHere(list(row["reasons"]), list(row["ways"]), row["text"], row["source"], row["status"])


@cache
def _table(key: str, file: str) -> dict[str, Any]:
    place = assets.path("categories", key, file)
    return assets.toml("categories", key, file) if ":" not in key and place.is_file() else {}
