"""Court numbers that are typed, held against the table of the codes of courts."""

from datetime import date
from functools import cache

from desktop import assets
from desktop.domain import numbering


@cache
def letters() -> tuple[str, ...]:
    """With what the code of a court begins (`resources/codes/court_letters.toml`)."""
    return tuple(assets.toml("codes", "court_letters.toml")["letters"])


def check(typed: str, field: str, today: date) -> None:
    """Refusal at `field` where this is no court number (案号), or one of a year that has not come."""
    numbering.court_number(typed, letters(), field, today)
