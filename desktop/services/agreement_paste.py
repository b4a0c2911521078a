"""A whole agreement pasted from Word, read into the sheet of a case: what can be read, and what must be asked."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from desktop.domain.effect import SIDES
from desktop.domain.refusal import Refusal
from desktop.domain.wording import whole_agreement
from desktop.domain.wording.whole_agreement import Reading
from desktop.services import cases
from desktop.services.desk import Desk


def read(desk: Desk, case: Case, text: str) -> Reading:
    """The values of the sheet out of the text, with the questions at their fields; parties by their numbers in the case."""
    sides = [(party.ordinal, party.role.value, party.name) for party in case.parties if party.role in SIDES]
    return whole_agreement.read(text, sides, desk.today())


def read_in(desk: Desk, number: str | int, values: Any) -> Reading | None:
    """What became of each line of a text that is given in place of the sheet; None where none is given."""
    text = values.get("pasted") if isinstance(values, Mapping) else None
    if not isinstance(text, str) or not text.strip():
        return None
    return read(desk, cases.get(desk, number), text)


def expanded(desk: Desk, case: Case, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The typed values with a pasted text read in; what was typed beside it counts. Refusal with every question at its place."""
    text = values.get("pasted") if isinstance(values, Mapping) else None
    if not isinstance(text, str) or not text.strip():
        return values
    reading = read(desk, case, text)
    typed = {key: value for key, value in values.items() if key != "pasted" and value not in ("", None, [])}
    open_ones = [one for one in reading.questions if one.field.split(".")[0] not in typed]
    if open_ones:
        raise Refusal.of(open_ones)
    return {**reading.values, **typed}
