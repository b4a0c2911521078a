"""Pages of the register under each filter: newest first, by keyset, the same with and without a limit."""

import pytest

from db.vocabulary import Stage
from desktop.services import actions, register
from desktop.services.desk import Desk
from tests.services import road

FILTERS = [
    {},
    {"stages": (Stage.ASSIGNED,)},
    {"stages": (Stage.ASSIGNED, Stage.REGISTERED)},
    {"category": "labour"},
    {"stages": (Stage.ACCEPTED, Stage.ASSIGNED), "category": "labour"},
    {"mediator": True},
    {"mediator": True, "stages": (Stage.ASSIGNED, Stage.IN_MEDIATION), "category": "finance"},
]


@pytest.mark.parametrize("engine_name", ["sqlite", "postgresql"])
def test_a_filter_pages_as_it_lists(desk: Desk) -> None:
    stations = ("", "accept", "assign", "session")
    cases = [
        road.walk(desk, stations[n % 4], road.case(category=("finance", "labour")[n % 3 == 0], received_on=f"2026-03-0{n % 7 + 1}"))
        for n in range(14)
    ]
    other = road.walk(desk, "accept")
    actions.act(desk, other.id, "assign", {"mediator": "白某"})
    lead = next(case for case in cases if case.assignments).assignments[0].mediator_id
    for wanted in FILTERS:
        told = {key: value for key, value in wanted.items() if key != "mediator"} | ({"mediator_id": lead} if "mediator" in wanted else {})
        whole = register.page(desk, limit=0, **told)
        assert [row.order for row in whole] == sorted((row.order for row in whole), reverse=True) and whole
        assert all(not wanted.get("stages") or row.stage in wanted["stages"] for row in whole)
        assert all(not wanted.get("category") or row.category == wanted["category"] for row in whole)
        assert all("mediator" not in wanted or row.mediator == "王某" for row in whole)
        paged, before = [], None
        while True:
            part = register.page(desk, before, 2, **told)
            paged += [row.id for row in part]
            if not part:
                break
            before = part[-1].order
        assert paged == [row.id for row in whole], wanted
    assert {row.id for row in register.page(desk, limit=0)} == {case.id for case in (*cases, other)}
