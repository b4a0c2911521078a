"""Conflicts out of the office's own data: declared kin, an earlier agent; what both sides agreed to holds for the case."""

from datetime import date

import pytest

from desktop.domain.refusal import Refusal
from desktop.services import actions, assignment, cases, mediators, people, running_cases, settled
from desktop.services.desk import Desk
from tests.services import road

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
LAWYER = {"name": "苏某", "id_number": "150102198505052044", "certificate_number": "077", "fields": ["finance"]}
AS_AGENT = {"name": "苏某", "id_number": "150102198505052044", "authority_level": "special", "items": ["代为签署"]}


def refused(desk: Desk, number: int, **values: str) -> str:
    with pytest.raises(Refusal) as no:
        actions.act(desk, number, "assign", {"mediator": "077", **values})
    assert (no.value.field, no.value.code) == ("disclosed", "conflict")
    return no.value.sentence


def test_who_was_agent_of_a_party_in_an_earlier_case_tells_both_sides(desk: Desk) -> None:
    people.add_mediator(desk, LAWYER)
    road.walk(desk, sheet=road.case({**road.WANG, "agents": [AS_AGENT]}, road.FARM))
    here = road.walk(desk, "accept", road.case(road.WANG, road.ZHANG))
    other = road.walk(desk, "accept", road.case({**road.WANG, "name": "诸葛明", "id_number": "150122195503070027"}, road.ZHANG))
    assert "agent of 诸葛明 in an earlier case" in refused(desk, here.id)
    assert "agent of" not in str(actions.act(desk, other.id, "assign", {"mediator": "077"}).assignments[0].conflicts)  # another person
    seen = {one.mediator.name: one for one in assignment.candidates(desk, here)}
    assert seen["苏某"].warnings and not seen["王某"].warnings
    assert assignment.candidates(desk, here)[-1].mediator.name == "苏某"


def test_kin_helps_only_with_both_sides_consent_and_that_settles_it(desk: Desk) -> None:
    helper = people.add_mediator(desk, {**LAWYER, "name": "韩某"})
    mediators.add_kin(desk, helper.id, {"name": "张某某", "relation": "表弟"})
    case = road.walk(desk, "accept")
    assert "张某某 is declared as near to 韩某" in refused(desk, case.id, disclosed="被申请人是我表弟")
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "assign", {"mediator": "077", "consented_on": "2026-03-09"})
    assert no.value.field == "disclosed"
    with pytest.raises(Refusal, match="future"):
        actions.act(desk, case.id, "assign", {"mediator": "077", "disclosed": "表弟", "consented_on": "2026-03-10"})
    with pytest.raises(Refusal):  # a helper as much as who presides
        actions.act(desk, case.id, "assign", {"mediator": "王某", "co_mediators": ["077"]})
    told = {"disclosed": "被申请人是我表弟", "consented_on": "2026-03-09"}
    case = actions.act(desk, case.id, "assign", {"mediator": "077", **told})
    assert case.assignments[-1].conflicts == ["kin:张某某"]
    case = actions.act(desk, case.id, "assign", {"mediator": "王某"})
    case = actions.act(desk, case.id, "assign", {"mediator": "077"})  # both sides have agreed in this case
    assert (case.assignments[-1].disclosed, case.assignments[-1].consented_on) == (told["disclosed"], date(2026, 3, 9))
    refused(desk, road.walk(desk, "accept").id)  # and in this one not


def test_what_is_written_down_afterwards_keeps_the_conflict_in_sight(desk: Desk) -> None:
    people.add_mediator(desk, {**LAWYER, "employer": road.FARM["name"]})
    sheet = road.case(road.WANG, road.FARM)
    case = settled.record(desk, {**sheet, "settled": {"agreed_on": "2026-03-05", "amount": "100", "mediator": "077"}})
    assert case.assignments[0].conflicts == [f"same_employer:{road.FARM['name']}"]
    row = {
        "received_on": date(2026, 3, 2), "accepted_on": date(2026, 3, 2), "category": "finance", "applicant_name": "甲某",
        "respondent_name": road.FARM["name"], "respondent_kind": "company", "mediator": "077",
    }  # fmt: skip
    with desk.work("import") as w:
        running_cases.add(desk, w, row)
        w.commit()
    assert cases.get(desk, "2026-2").assignments[0].conflicts == [f"same_employer:{road.FARM['name']}"]
