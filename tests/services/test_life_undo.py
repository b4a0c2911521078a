"""The last move is taken back with its reason: what it wrote is turned round, what was given out stays listed as void."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from db.models.case import Case
from db.models.document import Original
from db.queries import numbers
from db.vocabulary import AgreementStatus, DocumentState, NumberKind, NumberState, Stage
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, people, register, settled, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road
from tests.services.test_life import BOTH, FAILED, PLAN, live

UNDO = {"reason": "误登"}
TOLD_BY_UNDO = ("moves", "version", "next", "findings", "order")


def told(desk: Desk, case: Case) -> dict[str, Any]:
    """The case as told, without what an undo leaves behind on purpose."""
    known = case_told.told(desk, cases.get(desk, case.id))
    for key in TOLD_BY_UNDO:
        known.pop(key, None)
    known["outcomes"] = [one for one in known["outcomes"] if not one["undone"]]
    known["documents"] = [one for one in known["documents"] if one["state"] != "void"]
    known["agreements"] = [one for one in known["agreements"] if one["status"] != "void"]
    for one in (*known["documents"], *known["agreements"], *known["parties"], *known["proposals"]):
        one.pop("version", None)
    return known


@pytest.mark.parametrize(
    ("until", "key", "typed"),
    [
        ("", "reject", {"reasons": ["refused"], "handed_to": "某派出所"}),
        ("", "correct", {"reason": "错字", "changes": {"place": "双河镇", "claim": "100"}}),
        ("accept", "assign", {"mediator": "王某", "co_mediators": ["白某"]}),
        ("assign", "assign", {"mediator": "白某"}),
        ("assign", "recuse", {"reason": "同村", "granted": True, "decided_by": "主任"}),
        ("assign", "session", {**road.values("session"), "private_note": "底线二十万"}),
        ("session", "suspend", {"reason": "鉴定", "excluded": True}),
        ("session", "extend", {**BOTH, "until": "2026-05-10"}),
        ("session", "refer_in", {"court": "内0102", "court_number": "（2026）内0102民初88号"}),
        ("session", "undisputed", {"facts": ["属实"], "consented_on": "2026-03-09"}),
        ("session", "propose", PLAN),
        ("session", "add_party", {"role": "third_party", "name": "李某某", "phone": "13800000007"}),
        ("session", "remove_party", {"party": "3", "reason": "误列"}),
        ("session", "agreement", road.values("agreement")),
        ("session", "conclude", {**FAILED, "ways": ["court"]}),
        ("agreement", "conclude", FAILED),
        ("session", "refer_out", {"body": "某仲裁委", "reason": "要求仲裁"}),
        ("agreement", "issue", {}),
        ("issue", "void", {"reason": "有误"}),
        ("issue", "replace", {"reason": "有误"}),
        ("issue", "sign", {"signatures": [{"party": "1", "seal": True}]}),
        ("issue", "sign", {}),
        ("sign", "perform", {"amount": "100"}),
        ("sign", "return_visit", {"performance": "已履行"}),
    ],
)
def test_a_move_and_its_undo_leave_the_case_as_it_was(desk: Desk, until: str, key: str, typed: dict[str, Any]) -> None:
    case = road.walk(desk, until)
    before = told(desk, case)
    case = actions.act(desk, case.id, key, typed)
    assert told(desk, case) != before
    case = actions.act(desk, case.id, "undo", UNDO)
    after = told(desk, case)
    if key == "issue":
        before["agreements"][0]["number"] = after["agreements"][0]["number"]
    *earlier, taken_back = after.pop("history")
    assert (taken_back["key"], taken_back["undone"], earlier) == (key, True, before.pop("history"))  # that it was done is not forgotten
    assert after == before
    assert [(one.key, one.undone, one.undone_reason) for one in case.moves][-1] == (key, True, "误登")
    assert upkeep.verify(desk) == []
    again = actions.act(desk, case.id, key, typed)  # and it can be made again
    assert not again.moves[-1].undone and again.stage is again.moves[-1].stage_after
    assert upkeep.verify(desk) == []


def test_an_acceptance_taken_back_leaves_its_number_void(desk: Desk) -> None:
    case = road.walk(desk, "accept")
    old, number = case.order, case.number
    other = road.walk(desk)  # takes the place in the register that the first one left
    case = actions.act(desk, case.id, "undo", UNDO)
    assert (case.stage, case.number, case.accepted_on) == (Stage.REGISTERED, None, None)
    assert case.order not in (old, other.order)
    assert {row.id for row in register.find(desk, "张某某")} == {case.id, other.id}
    assert register.find(desk, str(number)) == []
    assert actions.act(desk, case.id, "accept", {}).number == "（2026）新诉调字第2号"
    with desk.reading() as session:
        listed = numbers.listed(session, desk.organisation_id, NumberKind.OFFICIAL, 2026)
    assert [(one.n, one.state, one.note) for one in listed] == [(1, NumberState.VOID, "误登"), (2, NumberState.USED, "")]
    assert upkeep.verify(desk) == []


def test_move_by_move_back_to_the_registration(desk: Desk) -> None:
    case = road.walk(desk, "sign")
    for _n in range(6):
        case = actions.act(desk, case.id, "undo", UNDO)
    assert case.stage is Stage.REGISTERED and all(move.undone for move in case.moves)
    assert [one.status for one in case.agreements] == [AgreementStatus.VOID]
    assert [one.state for one in case.documents] == [DocumentState.VOID] and [one.undone for one in case.outcomes] == [True]
    with pytest.raises(Refusal, match="nothing to take back"):
        actions.act(desk, case.id, "undo", UNDO)
    assert upkeep.verify(desk) == []


def test_what_was_built_on_stops_the_undo(desk: Desk) -> None:
    case = road.walk(desk, "assign")
    with desk.work("note", case_id=case.id) as w:
        again = cases.whole(w.session, case.id)
        w.change(again.assignments[0], None, {"chosen_by": "双方选定"})
        w.commit()
    with pytest.raises(Refusal, match="builds on it") as no:
        actions.act(desk, case.id, "undo", UNDO)
    assert no.value.code == "not_allowed"
    assert cases.get(desk, case.id).stage is Stage.ASSIGNED and upkeep.verify(desk) == []


def test_a_signed_original_in_the_world_is_not_taken_back(desk: Desk) -> None:
    case = road.walk(desk, "sign")
    with desk.work("hand_over", case_id=case.id) as w:
        original = w.session.scalars(select(Original).where(Original.document_id == case.documents[0].id)).first()
        assert original is not None
        w.change(original, None, {"handed_on": date(2026, 3, 9)})
        w.commit()
    with pytest.raises(Refusal, match="handed to 内蒙古某商业银行"):
        actions.act(desk, case.id, "undo", UNDO)


def test_what_was_written_in_one_save_is_not_taken_apart(desk: Desk) -> None:
    case = settled.record(desk, {**road.case(), "settled": {"agreed_on": "2026-03-09", "amount": "100"}})
    with pytest.raises(Refusal, match="written whole in one save"):
        actions.act(desk, case.id, "undo", UNDO)


def test_rows_come_back_under_new_ids_where_the_old_ones_are_taken(desk: Desk) -> None:
    """SQLite gives the id of a deleted row again: another case may have it by the time the void is taken back."""
    case = road.walk(desk, "issue")
    names = [line.name for line in road.standing(case).signings]
    case = actions.act(desk, case.id, "void", {"reason": "有误"})
    other = road.walk(desk, "issue")
    case = actions.act(desk, case.id, "undo", UNDO)
    assert [line.name for line in road.standing(case).signings] == names
    assert [line.name for line in road.standing(cases.get(desk, other.id)).signings] == names
    assert actions.act(desk, case.id, "sign", {}).stage is Stage.CONCLUDED
    assert upkeep.verify(desk) == []


def test_undo_of_a_resumed_rest_and_of_an_end(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "suspend", {"reason": "鉴定"}), ("2026-03-12", "resume", {}), ("", "conclude", FAILED)])
    case = actions.act(desk, case.id, "undo", UNDO)
    case = actions.act(desk, case.id, "undo", UNDO)
    assert case.stage is Stage.SUSPENDED and case.suspensions[0].ends is None
    assert actions.act(desk, case.id, "resume", {}).stage is Stage.IN_MEDIATION
    people.add_mediator(desk, {"name": "某某"})
    assert upkeep.verify(desk) == []
