"""The causes that a form offers: the shipped list and what the office added, as of the day of the case."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from db.queries import law as queries
from desktop import assets
from desktop.categories import CATEGORIES
from desktop.domain import causes as rules
from desktop.domain.causes import Cause
from desktop.services.desk import Desk

LIST = "causes"


def offered(desk: Desk, category: str, day: date | None = None) -> list[Cause]:
    """The causes of a category on a day (today), the office's own among them."""
    with desk.reading() as session:
        return rules.offered(listed(session), category, day or desk.today(), list(CATEGORIES))


def listed(session: Session) -> Sequence[Cause]:
    """The whole list, all editions: the shipped rows, then the office's own, which win."""
    own = [Cause(one.label, one.category, "", one.edition, one.valid_from, one.valid_to) for one in queries.codes(session, LIST)]
    return [*shipped(), *own]


@cache
def shipped() -> tuple[Cause, ...]:
    """The list that came with the program; read once, since every new case asks."""
    return tuple(
        Cause(row["name"], row.get("category", ""), row.get("moj_type", ""), str(row["edition"]), row["valid_from"], row.get("valid_to"))
        for row in assets.toml("codes", "causes.toml")["cause"]
    )
