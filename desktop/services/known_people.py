"""A known person fills the sheet: what an earlier case says of somebody whose number, or name and birth, has just been typed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from db.queries import known_people as queries
from desktop.domain import dates, texts
from desktop.domain.inputs.party import PARTY
from desktop.domain.refusal import Refusal
from desktop.services.desk import Desk

_OF_THE_CASE = frozenset(("role", "capacity", "members", "members_paste", "guardians", "agents", "willingness"))
_LEAST = 6  # shorter numbers are typed halfway


class Known(NamedTuple):
    """`values` are those of the sheet of a party; `number` and `day` (of the request) name the case they come from."""

    values: dict[str, Any]
    number: str
    day: date


def find(desk: Desk, party: Mapping[str, Any]) -> Known | None:
    """Who this is by what is typed so far: the number of his paper first, else his name and day of birth; None where nobody is known."""
    with desk.reading() as session:
        found = None
        code, number = _typed(party, "uscc"), _typed(party, "id_number")
        if len(code) >= _LEAST:
            found = queries.by_code(session, sorted({code, code.upper()}))
        if found is None and len(number) >= _LEAST:
            found = queries.by_number(session, sorted({number, number.upper()}))
        name, born = str(party.get("name") or "").strip(), _day(party.get("birth_date"), desk.today())
        if found is None and not number and len(name) >= 2 and born is not None:
            found = queries.by_name(session, name, born)
    if found is None:
        return None
    values = {field.key: _as_typed(getattr(found.party, field.key)) for field in PARTY if field.key not in _OF_THE_CASE}
    return Known({key: value for key, value in values.items() if value not in ("", None, [])}, found.number, found.received_on)


def _typed(party: Mapping[str, Any], key: str) -> str:
    return texts.squeezed(str(party.get(key) or ""))


def _day(value: Any, today: date) -> date | None:
    try:
        return dates.parse(value, today, "past") if value else None
    except Refusal:
        return None


def _as_typed(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
