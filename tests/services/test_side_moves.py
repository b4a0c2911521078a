"""Moves beside the road: sessions that are fixed, guests at the table, what interrupts limitation, harm that was prevented."""

from datetime import date
from typing import Any

import pytest

from db.models.mediator import Absence
from db.vocabulary import Harm, PaperKind
from desktop.documents import blocks
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, printing, today, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

INSURER = {"kind": "insurer", "name": "高某", "capacity": "理赔员", "organisation": "某财产保险公司", "consented_on": "2026-03-09"}
GACHA = {"kind": "gacha", "name": "那某", "consented_on": "2026-03-09"}
SITTING = road.values("session")


def field_of(no: pytest.ExceptionInfo[Refusal]) -> str:
    return no.value.faults[0].field


def test_a_session_is_fixed_moved_told_of_and_held(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "assign", road.case(category="traffic", cause="机动车交通事故责任纠纷"))
    actions.act(desk, case.id, "guest", INSURER)
    case = actions.act(desk, case.id, "appoint", {"day": "2026-03-13", "begins": "9.30", "place": "调解室", "told_on": "2026-03-09"})
    sheet = today.sheet(desk)
    assert [(task.what, task.due_on) for task in sheet.week if task.move == "appoint"] == [
        ("Tell the insurer of the session", date(2026, 3, 10))
    ]
    assert any("09:30 调解室" in task.what for task in sheet.week)
    case = actions.act(desk, case.id, "appoint", {"insurer_told_on": "2026-03-09"})
    assert case.appointments[0].insurer_told_on == clock.day and case.appointments[0].day == date(2026, 3, 13)
    assert not [task for task in today.sheet(desk).week if task.move == "appoint"]
    case = actions.act(desk, case.id, "appoint", {"day": "2026-03-16"})  # who was told of the thirteenth was not told of this day
    assert (case.appointments[0].told_on, case.appointments[0].insurer_told_on) == (None, None)
    assert actions.act(desk, case.id, "undo", {"reason": "误登"}).appointments[0].day == date(2026, 3, 13)
    clock.day = date(2026, 3, 13)
    case = actions.act(desk, case.id, "session", {**SITTING, "day": "2026-03-13"})
    assert cases.now_of(desk, case).appointment is None and len(case.appointments) == 1
    case = actions.act(desk, case.id, "appoint", {"day": "2026-03-20"})
    case = actions.act(desk, case.id, "appoint", {"cancelled": True})
    assert cases.now_of(desk, case).appointment is None and upkeep.verify(desk) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_guests_stand_in_record_list_and_agreement_and_leave(desk: Desk) -> None:
    case = road.walk(desk, "assign")
    for typed in (INSURER, GACHA):
        case = actions.act(desk, case.id, "guest", typed)
    case = actions.act(desk, case.id, "session", {**SITTING, "guests": ["1"], "attendees": [{"party": "1"}, {"name": "某翻译"}]})
    assert [(one.name, one.capacity, one.participant_id is not None) for one in case.sessions[0].attendees] == [
        ("内蒙古某商业银行股份有限公司", "", False), ("某翻译", "", False), ("高某", "理赔员", True),
    ]  # fmt: skip
    record = str(blocks.to_json(printing.paper(desk, case, PaperKind.SESSION_RECORD)))
    assert "高某（理赔员），某财产保险公司" in record and "那某" not in record
    case = actions.act(desk, case.id, "session", {**SITTING, "guests": ["all"]})
    assert [one.name for one in case.sessions[1].attendees][-2:] == ["高某", "那某"]
    case = actions.act(desk, case.id, "agreement", road.values("agreement"))
    agreement = str(blocks.to_json(printing.paper(desk, case, PaperKind.AGREEMENT)))
    assert "高某" in agreement and "那某" in agreement
    case = actions.act(desk, case.id, "guest_leave", {"guest": "高某", "reason": "已办结"})
    assert [one["name"] for one in case_told.told(desk, case)["participants"] if not one["ended_on"]] == ["那某"]
    with pytest.raises(Refusal, match="The guests: 1 那某"):
        actions.act(desk, case.id, "session", {**SITTING, "guests": ["高某"]})
    assert upkeep.verify(desk) == []


NO: list[tuple[str, str, dict[str, Any], str]] = [
    ("assign", "appoint", {}, "day"),
    ("assign", "appoint", {"cancelled": True, "day": "2026-03-12"}, "day"),
    ("assign", "appoint", {"day": "2026-03-06"}, "day"),
    ("assign", "appoint", {"day": "2026-03-12", "begins": "25:00"}, "begins"),
    ("assign", "appoint", {"day": "2026-03-12", "told_on": "2026-03-10"}, "told_on"),
    ("", "appoint", {"day": "2026-03-12"}, ""),
    ("assign", "guest", {**INSURER, "consented_on": ""}, "consented_on"),
    ("assign", "guest", {**INSURER, "kind": "wizard"}, "kind"),
    ("assign", "guest", {**INSURER, "name": "张某某"}, "name"),
    ("assign", "guest_leave", {"guest": "1"}, ""),
    ("assign", "session", {**SITTING, "guests": ["1"]}, "guests"),
    ("", "interrupt", {"kind": "promise", "day": "2026-03-10"}, "day"),
    ("", "interrupt", {"kind": "part_payment"}, "amount"),
    ("", "interrupt", {"kind": "promise", "amount": "5"}, "amount"),
    ("", "interrupt", {"kind": "promise", "party": "9"}, "party"),
    ("", "prevent", {"kind": "brawl", "people_count": 3, "reason": "持械"}, ""),
    ("accept", "prevent", {"kind": "brawl", "reason": "持械"}, "people_count"),
    ("accept", "prevent", {"kind": "brawl", "people_count": 3}, "reason"),
    ("accept", "prevent", {"kind": "brawl", "reason": "误登", "taken_back": True}, "taken_back"),
    ("sign", "group_split", {}, ""),
    ("sign", "group_join", {"reason": "试"}, ""),
]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_cannot_be_is_refused_at_its_field(desk: Desk) -> None:
    walked = {until: road.walk(desk, until) for until in ("", "accept", "assign", "sign")}
    for until, action, typed, field in NO:
        with pytest.raises(Refusal) as no:
            actions.act(desk, walked[until].id, action, typed)
        assert field_of(no) == field and no.value.sentence, (action, typed)
    again = actions.act(desk, walked["assign"].id, "guest", INSURER)
    with pytest.raises(Refusal, match="invited already"):
        actions.act(desk, again.id, "guest", INSURER)
    with desk.work("absence") as w:
        w.add(Absence(mediator_id=again.assignments[0].mediator_id, begins=date(2026, 3, 12), ends=date(2026, 3, 12)))
        w.commit()
    with pytest.raises(Refusal, match="on leave"):
        actions.act(desk, again.id, "appoint", {"day": "2026-03-12"})


def test_a_promise_lets_limitation_begin_anew_and_is_taken_back(desk: Desk) -> None:
    case = road.walk(desk, "", road.case(limitation_from="2023-03-01"))

    def last(found: Any) -> str:
        return next(one["due_on"] for one in case_told.told(desk, found)["dues"] if one["key"] == "limitation.general")

    assert last(case) == "2029-03-02"  # three years from the request of 2 March 2026
    typed = {"kind": "part_payment", "day": "2026-03-06", "party": "2", "amount": "1000.50", "proof": "收条"}
    case = actions.act(desk, case.id, "interrupt", typed)
    assert (case.interruptions[0].amount_fen, case.interruptions[0].party_id) == (100_050, case.parties[1].id)
    assert last(case) == "2029-03-06"
    assert last(actions.act(desk, case.id, "undo", {"reason": "误登"})) == "2029-03-02"


def test_prevented_harm_is_flagged_once_a_kind_with_people_and_reason(desk: Desk) -> None:
    case = road.walk(desk, "accept")
    case = actions.act(desk, case.id, "prevent", {"kind": "brawl", "people_count": 3, "reason": "双方持械对峙"})
    case = actions.act(desk, case.id, "prevent", {"kind": "brawl", "people_count": 5, "reason": "双方持械对峙，各叫来亲属"})
    case = actions.act(desk, case.id, "prevent", {"kind": "suicide", "people_count": 1, "reason": "当事人扬言轻生"})
    assert [(one.kind, one.people_count) for one in case.prevented] == [(Harm.BRAWL, 5), (Harm.SUICIDE, 1)]
    case = actions.act(desk, case.id, "prevent", {"kind": "suicide", "reason": "误登", "taken_back": True})
    assert [one.kind for one in case.prevented] == [Harm.BRAWL]
    assert [one.kind for one in actions.act(desk, case.id, "undo", {"reason": "误登"}).prevented] == [Harm.BRAWL, Harm.SUICIDE]
    assert upkeep.verify(desk) == []
