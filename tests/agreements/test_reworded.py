"""The same flaws in other words, and good agreements in other words: pasted as people write them, read, then judged."""

from typing import Any

import pytest

from desktop.domain.agreement_check import Level
from desktop.domain.refusal import Refusal
from desktop.services import actions, agreement_paste, cases
from desktop.services.desk import Desk
from tests.agreements.test_agreements import DAY, desk, judged, stands, table, written  # noqa: F401  (desk is a fixture)

FLAWED: list[dict[str, Any]] = table("reworded")["flawed"]
GOOD: list[dict[str, Any]] = table("reworded")["good"]


def told(desk: Desk, row: dict[str, Any]) -> tuple[list[str], Any]:  # noqa: F811
    """What is asked when the text is read in, and what the check finds in what was read."""
    case = cases.get(desk, written(desk, row["case"], **row.get("instead", {})).id)
    asks: list[str] = []
    sheet = {"day": DAY.isoformat(), "confirmation_wanted": True}
    if "pasted" in row:
        reading = agreement_paste.read(desk, case, row["pasted"])
        asks = [f"asks {one.field}" for one in reading.questions]
        sheet |= reading.values
    try:
        actions.act(desk, case.id, "agreement", sheet | row.get("agreement", {}))
    except Refusal as no:  # what does not come out at all is no sheet: it is refused at its field
        return [*asks, *(f"asks {one.field}" for one in no.faults)], []
    return asks, judged(desk, case)


def stands_for(said: str, wanted: str) -> bool:
    """Whether a finding is the one wanted; `*` at its end leaves the rest of the place open."""
    return said == wanted or (wanted.endswith("*") and said.startswith(wanted[:-1]))


@pytest.mark.parametrize("row", FLAWED, ids=[one["name"] for one in FLAWED])
def test_each_flaw_is_found_in_other_words(row: dict[str, Any], desk: Desk) -> None:  # noqa: F811
    asks, found = told(desk, row)
    at = [*asks, *(f"{one.level.value} {one.kind} {one.place}" for one in found)]
    missed = [one for one in row["finds"] if not any(stands_for(said, wanted) for said in at for wanted in one.split("|"))]
    assert missed == [], at
    assert all(stands(one.place) for one in found)


@pytest.mark.parametrize("row", GOOD, ids=[one["name"] for one in GOOD])
def test_nothing_is_red_in_a_good_one_in_other_words(row: dict[str, Any], desk: Desk) -> None:  # noqa: F811
    asks, found = told(desk, row)
    assert asks == []
    assert [f"{one.kind} {one.place} {one.sentence}" for one in found if one.level is Level.RED] == []
    few = [f"{one.kind} {one.place} {one.sentence}" for one in found if one.level is Level.AMBER]
    assert len(few) <= row.get("amber", 0), few
