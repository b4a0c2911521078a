"""The causes that a form offers: the shipped list and what the office added, as of the day of the case."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from db.queries import law as queries
from desktop import assets
from desktop.categories.catalogue import Catalogue
from desktop.domain import causes as rules
from desktop.domain.causes import Cause
from desktop.services.desk import Desk

LIST = "causes"


def offered(desk: Desk, category: str, day: date | None = None) -> list[Cause]:
    """The causes of a category on a day (today), the office's own among them."""
    with desk.reading() as session:
        return rules.offered(listed(session, desk.categories), category, day or desk.today(), list(desk.categories))


def by_category(desk: Desk) -> dict[str, list[str]]:
    """The names of the causes of each category as of today, the office's own among them."""
    with desk.reading() as session:
        rows = listed(session, desk.categories)
    return {key: [one.name for one in rules.offered(rows, key, desk.today(), list(desk.categories))] for key in desk.categories}


def listed(session: Session, categories: Catalogue) -> Sequence[Cause]:
    """The whole list, all editions: the shipped rows, then the office's own, which win; those of its own categories among them."""
    own = [Cause(one.label, one.category, "", one.edition, one.valid_from, one.valid_to) for one in queries.codes(session, LIST)]
    return [*shipped(), *declared(categories), *own]


def declared(categories: Catalogue) -> list[Cause]:
    """The causes that the office's own files name for a category, which decides the Ministry's type; they hold at any time."""
    return [Cause(name, one.key, one.moj_type, "", None, None) for one in categories.values() for name in one.causes]


@cache
def shipped() -> tuple[Cause, ...]:
    """The list that came with the program; read once, since every new case asks."""
    return tuple(
        Cause(row["name"], row.get("category", ""), row.get("moj_type", ""), str(row["edition"]), row["valid_from"], row.get("valid_to"))
        for row in assets.toml("codes", "causes.toml")["cause"]
    )
