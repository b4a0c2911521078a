"""What parties said about mediating first: with the registration, later by an action, gone with the party; on all engines."""

from datetime import date
from typing import Any

import pytest

from db.vocabulary import WillingAnswer, WillingSource
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, intake, upkeep, willingness
from desktop.services.desk import Desk
from tests.services import road

PARTIES: list[dict[str, Any]] = [
    {**road.WANG, "willingness": {"answer": "yes", "source": "complaint", "knows_mediation": True, "knows_benefit_1": False}},
    {**road.FARM, "company_type": "有限责任公司", "ownership": "私营"},
    {**road.ZHANG, "agents": [{"name": "乌兰", "post": "律师", "employer": "某律师事务所"}]},
]


def test_the_newest_answer_counts_and_every_one_is_kept(desk: Desk) -> None:
    case = intake.open_case(desk, road.case(*PARTIES))
    wang, farm = case.parties[0].id, case.parties[1].id
    first = willingness.newest(case, wang)
    assert first is not None and willingness.newest(case, farm) is None
    assert (first.answer, first.source, first.answered_on) == (WillingAnswer.YES, WillingSource.COMPLAINT, date(2026, 3, 2))
    assert (first.knows_mediation, first.knows_benefit_1, first.knows_benefit_2) == (True, False, None)
    case = actions.act(desk, case.id, "willingness", {"party": "1", "answer": "undecided", "answered_on": "2026-03-05"})
    case = actions.act(desk, case.id, "willingness", {"party": road.FARM["name"], "answer": "no", "source": "answer"})
    assert [one.answer.value for one in case.willingness] == ["yes", "undecided", "no"]
    newest = willingness.newest(case, wang)
    assert newest is not None and (newest.answer, newest.source) == (WillingAnswer.UNDECIDED, WillingSource.PHONE)
    told = case_told.told(desk, case)["willingness"]
    assert [(one["answer"], one["answered_on"]) for one in told] == [
        ("yes", "2026-03-02"),
        ("undecided", "2026-03-05"),
        ("no", "2026-03-09"),
    ]
    assert (case.parties[1].company_type, case.parties[1].ownership) == ("有限责任公司", "民营")
    assert case.parties[3].post == "律师"
    assert not upkeep.verify(desk)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"answer": "yes"}, "party"),
        ({"party": "9", "answer": "yes"}, "party"),
        ({"party": "1"}, "answer"),
        ({"party": "1", "answer": "perhaps"}, "answer"),
        ({"party": "1", "answer": "yes", "answered_on": "2026-03-10"}, "answered_on"),
        ({"party": "1", "answer": "yes", "answered_on": "2026-03-01"}, "answered_on"),
    ],
)
def test_what_cannot_be_comes_back_to_its_field(desk: Desk, values: dict[str, Any], field: str) -> None:
    case = intake.open_case(desk, road.case(*PARTIES))
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "willingness", values)
    assert no.value.field == field
    assert len(cases.get(desk, case.id).willingness) == 1


@pytest.mark.parametrize(
    ("said", "field"), [({"knows_mediation": True}, "answer"), ({"answer": "no", "answered_on": "2026-03-10"}, "answered_on")]
)
def test_the_sheet_of_a_dispute_asks_for_a_whole_answer(desk: Desk, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as no:
        intake.open_case(desk, road.case({**road.WANG, "willingness": said}))
    assert [fault.field for fault in no.value.faults] == [f"parties.0.willingness.{field}"]


def test_it_goes_with_its_party(desk: Desk) -> None:
    case = intake.open_case(desk, road.case(*PARTIES))
    case = actions.act(desk, case.id, "willingness", {"party": "3", "answer": "yes"})
    case = actions.act(desk, case.id, "remove_party", {"party": "3", "reason": "登记错误"})
    assert [one.answer.value for one in case.willingness] == ["yes"] and not upkeep.verify(desk)
