"""A registered case is corrected and leaves its trace; two who change one case; what is settled already is written in one save."""

from datetime import date, timedelta
from typing import Any

import pytest

from db.models.case import Case
from db.models.organisation import Organisation
from db.vocabulary import AgreementForm, AgreementStatus, OutcomeCode, Sex, Stage
from desktop.domain import fields
from desktop.domain.inputs.people import ORGANISATION
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_page, case_told, cases, people, printing, register, series, settled, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

WHY = {"reason": "登记时写错"}


# --- corrections ----------------------------------------------------------------------------------------------------------------


def test_a_correction_leaves_a_readable_trace(desk: Desk) -> None:
    case = road.walk(desk, "session")
    party = case.parties[2]
    typed: dict[str, Any] = {
        **WHY,
        "changes": {"place": "双河镇", "claim": "5000000", "happened_on": "2025-01-15"},
        "read": {"place": "", "claim": "5194253.92"},
        "parties": [
            {"party": "3", "version": party.version, "changes": {"name": "张某", "phone": "13900000001"}, "read": {"name": "张某某"}}
        ],
    }
    case = actions.act(desk, case.id, "correct", typed, case.version)
    assert (case.place, case.claim_fen, case.happened_on, case.parties[2].name) == ("双河镇", 500000000, date(2025, 1, 15), "张某")
    changes = {label: (old, new) for label, old, new in case.moves[-1].values["changes"]}
    assert changes["Amount claimed"] == ("5,194,253.92", "5,000,000.00")
    assert changes["张某 Name"] == ("张某某", "张某") and changes["Day of the event"] == ("", "2025年1月15日")
    assert "Amount claimed：5,194,253.92 → 5,000,000.00" in case_page.look(desk, case.id).history[-1].reason
    assert case_page.look(desk, case.id).history[-1].at.utcoffset() == timedelta(hours=8)  # the legal clock, not the computer's
    assert [row.id for row in register.find(desk, "13900000001")] == [case.id] and register.find(desk, "13800000268") == []
    assert upkeep.verify(desk) == []


def test_the_second_sees_both_values_and_decides(desk: Desk) -> None:
    read = road.walk(desk, "session")
    actions.act(desk, read.id, "correct", {**WHY, "changes": {"place": "甲地", "summary": "甲述"}, "read": {"place": ""}}, read.version)
    mine = {**WHY, "changes": {"place": "乙地", "region_code": "150122"}, "read": {"place": "", "region_code": read.region_code}}
    with pytest.raises(Refusal) as no:
        actions.act(desk, read.id, "correct", mine, read.version)
    assert no.value.code == "stale" and [fault.field for fault in no.value.faults] == ["changes.place"]
    assert "甲地" in no.value.faults[0].sentence and "乙地" in no.value.faults[0].sentence
    now = cases.get(desk, read.id)
    assert (now.place, now.region_code) == ("甲地", read.region_code)
    case = actions.act(desk, read.id, "correct", {**mine, "read": {"place": "甲地", "region_code": read.region_code}}, now.version)
    assert (case.place, case.region_code, case.summary) == ("乙地", "150122", "甲述")


def test_two_who_change_one_party(desk: Desk) -> None:
    read = road.walk(desk, "session")
    row = {"party": "3", "version": read.parties[2].version, "read": {"phone": "13800000268"}}
    actions.act(desk, read.id, "correct", {**WHY, "parties": [{**row, "changes": {"phone": "13900000001"}}]})
    with pytest.raises(Refusal) as no:
        actions.act(desk, read.id, "correct", {**WHY, "parties": [{**row, "changes": {"phone": "13900000002"}}]})
    assert [fault.field for fault in no.value.faults] == ["parties.0.changes.phone"]
    assert cases.get(desk, read.id).parties[2].phone == "13900000001"


WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("session", {"changes": {"place": "甲地"}}, "reason", "why"),
    ("session", WHY, "", "nothing to correct"),
    ("session", {**WHY, "changes": {"received_on": ""}}, "changes.received_on", "cannot be emptied"),
    ("session", {**WHY, "changes": {"received_on": "2026-03-10"}}, "changes.received_on", "future"),
    ("session", {**WHY, "changes": {"happened_on": "2026-03-05"}}, "changes.happened_on", "after the request"),
    ("session", {**WHY, "changes": {"accepted_on": "2026-03-01"}}, "changes.accepted_on", "before the day of the request"),
    ("session", {**WHY, "changes": {"accepted_on": "2025-12-30", "received_on": "2025-12-30"}}, "changes.accepted_on", "another year"),
    ("", {**WHY, "changes": {"accepted_on": "2026-03-09"}}, "changes.accepted_on", "accept it instead"),
    ("session", {**WHY, "parties": [{"party": "9", "changes": {"phone": "1"}}]}, "parties.0.party", "no party"),
    ("session", {**WHY, "parties": [{"party": "3", "changes": {"name": ""}}]}, "parties.0.changes.name", "cannot be emptied"),
    (
        "session",
        {**WHY, "parties": [{"party": "3", "changes": {"birth_date": "2026-03-05"}}]},
        "parties.2.changes.birth_date",
        "after the day",
    ),
    ("session", {**WHY, "referral": {"handed_by": "赵法官"}}, "referral", "no referral"),
    ("session", {**WHY, "changes": {"plaze": "x"}}, "changes.plaze", "place"),
]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(("until", "typed", "field", "words"), WRONG, ids=[f"{f}-{w[:14]}" for _u, _t, f, w in WRONG])
def test_a_correction_that_cannot_be(desk: Desk, until: str, typed: dict[str, Any], field: str, words: str) -> None:
    case = road.walk(desk, until)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "correct", typed)
    assert (no.value.field, words in no.value.sentence) == (field, True), no.value.sentence
    assert case_told.told(desk, cases.get(desk, case.id)) == case_told.told(desk, case)


def test_a_new_day_moves_the_case_in_the_register(desk: Desk) -> None:
    first, second = road.walk(desk, "accept"), road.walk(desk, "accept")
    actions.act(desk, second.id, "correct", {**WHY, "changes": {"accepted_on": "2026-03-05"}})
    assert [row.id for row in register.page(desk)] == [first.id, second.id]
    assert {row.id for row in register.find(desk, "诉调字第2号")} == {second.id}


def test_the_referral_is_corrected(desk: Desk) -> None:
    case = road.walk(
        desk, "", road.case(referral={"court": "内0122", "court_number": "（2026）内0122民初1号", "regime": "file_first_2025"})
    )
    with pytest.raises(Refusal, match="leading zeros"):
        actions.act(desk, case.id, "correct", {**WHY, "referral": {"court_number": "（2026）内0122民初001号"}})
    case = actions.act(desk, case.id, "correct", {**WHY, "referral": {"court_number": "（2026）内0122民初11号"}})
    assert case.referrals[0].court_number == "（2026）内0122民初11号"
    assert [row.id for row in register.find(desk, "民初11号")] == [case.id]


def _family(desk: Desk, kind: str = "household") -> Case:
    """A case in a session whose second respondent is a household or group of two, with an agent."""
    members = [
        {"name": "甲某", "id_number": "150105199008081521", "relation": "户主", "represents": True, "paper": "授权书"},
        {"name": "乙某", "phone": "13800000047"},
    ]
    agents = [{"name": "乌兰", "id_number": "150122195503070027", "phone": "1", "authority_level": "general", "items": ["代为参加调解"]}]
    many = {"role": "respondent", "kind": kind, "name": "甲某等", "phone": "13800000048", "members": members, "agents": agents}
    return road.walk(desk, "session", road.case(road.BANK, road.FARM, road.ZHANG, many))


def test_members_and_what_an_agent_may_do_are_corrected(desk: Desk) -> None:
    case = _family(desk)
    house = case.parties[3]
    member = {
        "member": "乙某",
        "version": house.members[1].version,
        "changes": {"name": "乙某某", "id_number": "150105198001010013", "phone": ""},
        "read": {"name": "乙某", "phone": "13800000047"},
    }
    power = {"changes": {"authority_level": "special", "items": ["签署调解协议"], "paper": "新的授权书", "valid_to": "2026-12-31"}}
    typed = {**WHY, "parties": [{"party": "4", "members": [member]}, {"party": "乌兰", "authority": power}]}
    case = actions.act(desk, case.id, "correct", typed, case.version)
    one, tie = case.parties[3].members[1], case.parties[4].ties[0]
    assert (one.name, one.phone, one.birth_date, one.sex) == ("乙某某", "", date(1980, 1, 1), Sex.MALE)
    assert (tie.authority_level, tie.items, tie.paper, tie.valid_to) == ("special", ["签署调解协议"], "新的授权书", date(2026, 12, 31))
    changes = {label: (old, new) for label, old, new in case.moves[-1].values["changes"]}
    assert changes["乙某某 Name"] == ("乙某", "乙某某") and changes["乙某某 Telephone"] == ("13800000047", "")
    assert changes["乌兰 What he may do"] == ("代为参加调解", "签署调解协议")
    assert [row.id for row in register.find(desk, "乙某某")] == [case.id] and upkeep.verify(desk) == []


def test_a_member_more_and_a_member_less(desk: Desk) -> None:
    case = _family(desk, "group")
    rows = [{"member": "1", "leaves": True}, {"changes": {"name": "丙某", "authority": ["settle"]}}]
    case = actions.act(desk, case.id, "correct", {**WHY, "parties": [{"party": "4", "members": rows}]})
    assert [(one.ordinal, one.name, one.authority) for one in case.parties[3].members] == [(1, "乙某", []), (2, "丙某", ["settle"])]
    changes = case.moves[-1].values["changes"]
    assert ["甲某等: members", "甲某", ""] in changes and ["甲某等: members", "", "丙某"] in changes
    assert register.find(desk, "150105199008081521") == []
    case = actions.act(desk, case.id, "undo", {"reason": "看错"})
    assert [one.name for one in case.parties[3].members] == ["甲某", "乙某"] and upkeep.verify(desk) == []


def test_two_who_change_one_member(desk: Desk) -> None:
    case = _family(desk)
    row = {"member": "2", "version": case.parties[3].members[1].version, "read": {"phone": "13800000047"}}
    for n, refused in ((1, False), (2, True)):
        typed = {**WHY, "parties": [{"party": "4", "members": [{**row, "changes": {"phone": f"1390000000{n}"}}]}]}
        if not refused:
            actions.act(desk, case.id, "correct", typed)
            continue
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, "correct", typed)
        assert no.value.code == "stale" and [one.field for one in no.value.faults] == ["parties.0.members.0.changes.phone"]


NOT_OF_MANY: list[tuple[dict[str, Any], str, str]] = [
    ({"party": "4", "members": [{"member": "丁某", "changes": {}}]}, "members.0.member", "no member"),
    ({"party": "3", "members": [{"changes": {"name": "丁某"}}]}, "members.0.member", "neither"),
    ({"party": "4", "members": [{"changes": {"phone": "1"}}]}, "members.0.changes.name", "who it is"),
    ({"party": "4", "members": [{"member": "1", "leaves": True}, {"member": "2", "leaves": True}]}, "members", "no members"),
    ({"party": "4", "members": [{"member": "2", "changes": {"authority": ["self", "settle"]}}]}, "members.0.changes.authority", "himself"),
    ({"party": "4", "changes": {"kind": "person"}}, "changes.kind", "has members"),
    ({"party": "3", "authority": {"changes": {"paper": "x"}}}, "authority.for_party", "helps no party"),
    ({"party": "乌兰", "authority": {"for_party": "1", "changes": {"paper": "x"}}}, "authority.for_party", "helps no party"),
]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(("row", "field", "words"), NOT_OF_MANY, ids=[words for _row, _field, words in NOT_OF_MANY])
def test_a_list_that_cannot_be(desk: Desk, row: dict[str, Any], field: str, words: str) -> None:
    case = _family(desk)
    with pytest.raises(Refusal, match=words) as no:
        actions.act(desk, case.id, "correct", {**WHY, "parties": [row]})
    assert no.value.field == f"parties.0.{field}"


def test_an_issued_agreement_holds_the_list(desk: Desk) -> None:
    case = _family(desk)
    power = {"changes": {"authority_level": "special", "items": ["代为和解", "签署调解协议"], "paper": "授权委托书"}}
    actions.act(desk, case.id, "correct", {**WHY, "parties": [{"party": "乌兰", "authority": power}]})
    for station in ("agreement", "issue"):
        case = actions.act(desk, case.id, station, road.values(station))
    row: dict[str, Any]
    for row, at in (({"member": "2", "leaves": True}, "leaves"), ({"member": "2", "changes": {"represents": True}}, "changes.represents")):
        with pytest.raises(Refusal, match="has been issued") as no:
            actions.act(desk, case.id, "correct", {**WHY, "parties": [{"party": "4", "members": [row]}]})
        assert no.value.field == f"parties.0.members.0.{at}"
    row = {"member": "2", "changes": {"account_number": "6222020602000000001"}}
    case = actions.act(desk, case.id, "correct", {**WHY, "parties": [{"party": "4", "members": [row]}]})
    assert case.parties[3].members[1].account_number == "6222020602000000001"


def test_an_agent_joins_and_leaves(desk: Desk) -> None:
    case = road.walk(desk, "session")
    agent = {"role": "agent", "for_party": "3", "name": "乌兰", "authority_level": "special", "items": ["代为签署"], "employer": "某律所"}
    case = actions.act(desk, case.id, "add_party", agent)
    assert [(one.name, one.ties[0].for_party_id) for one in case.parties[3:]] == [("乌兰", case.parties[2].id)]
    assert [row.id for row in register.find(desk, "乌兰")] == [case.id]
    case = actions.act(desk, case.id, "remove_party", {"party": "3", "reason": "误列"})  # his agent goes with him
    assert [one.ordinal for one in case.parties] == [1, 2]
    assert [one.name for one in case.sessions[0].attendees] == [road.BANK["name"], road.FARM["name"], "张某某"]
    assert register.find(desk, "乌兰") == [] and upkeep.verify(desk) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("until", "key", "typed", "field", "words"),
    [
        ("session", "remove_party", {"party": "1", "reason": "x"}, "party", "only"),
        ("session", "remove_party", {"party": "3"}, "reason", "needed"),
        ("agreement", "remove_party", {"party": "3", "reason": "x"}, "party", "the draft agreement"),
        ("issue", "remove_party", {"party": "3", "reason": "x"}, "", "take it back first"),
        ("issue", "add_party", {"role": "third_party", "name": "某"}, "", "take it back first"),
        ("session", "add_party", {"role": "agent", "name": "某"}, "for_party", "whom he helps"),
        ("session", "add_party", {"role": "respondent", "name": "某", "for_party": "1"}, "for_party", "Only an agent"),
        ("session", "add_party", {"role": "respondent", "name": "某", "birth_date": "2026-03-08"}, "birth_date", "after the day"),
    ],
)
def test_a_party_that_can_neither_come_nor_go(desk: Desk, until: str, key: str, typed: dict[str, Any], field: str, words: str) -> None:
    case = road.walk(desk, until)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, key, typed)
    assert (no.value.field, words in no.value.sentence) == (field, True), no.value.sentence


# --- already settled ------------------------------------------------------------------------------------------------------------

ORAL: dict[str, Any] = {
    "accepted_on": "2026-03-03", "agreed_on": "2026-03-04", "mediator": "白某", "place": "某嘎查", "amount": "3000",
    "clauses": ["被申请人当场付清草料款。"], "performed": True, "way": "cash",
}  # fmt: skip
NEIGHBOURS = road.case(road.WANG, road.ZHANG, category="other", cause="买卖合同纠纷", claim="3000", received_on="2026-03-02")


def test_settled_by_word_of_mouth_in_one_save(desk: Desk) -> None:
    case = settled.record(desk, {**NEIGHBOURS, "settled": ORAL})
    assert (case.stage, case.number, case.entry_number) == (Stage.PERFORMED, "（2026）新诉调字第1号", "2026-00001")
    assert (case.received_on, case.accepted_on, case.entered_on) == (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9))
    agreement = road.standing(case)
    assert (agreement.form, agreement.status, agreement.effective_on) == (AgreementForm.ORAL, AgreementStatus.SIGNED, date(2026, 3, 4))
    assert [one.amount_fen for one in agreement.obligations[0].performances] == [300000]
    assert [(one.code, one.agreed_fen, one.concluded_on) for one in case.outcomes] == [(OutcomeCode.AGREED_ORAL, 300000, date(2026, 3, 4))]
    assert [(move.key, move.day.day, move.stage_after.value) for move in case.moves] == [
        ("accept", 3, "accepted"), ("assign", 3, "assigned"), ("conclude", 4, "concluded"), ("perform", 4, "performed"),
    ]  # fmt: skip
    assert {move.seq for move in case.moves} == {case.moves[0].seq}
    assert [row.id for row in register.find(desk, "诸葛明")] == [case.id]
    assert [one.kind.value for one in printing.printable(case)] == ["registration_form", "agreement"]  # two sheets, no more
    case = actions.act(desk, case.id, "close", {})
    assert upkeep.verify(desk) == []


def test_settled_on_paper_elsewhere_in_last_years_series(desk: Desk, clock: Clock) -> None:
    with desk.work("organisation") as w:
        clean = fields.check(ORGANISATION, {"name": "双河镇人民调解委员会", "short_name": "双人调"}, clock.day)
        people.add_organisation(w, clean)
        w.commit()
    road.walk(desk)
    sheet = {**NEIGHBOURS, "received_on": "2025-12-20"}
    typed = {
        **ORAL, "organisation": "双河镇人民调解委员会", "mediator": "包某", "form": "written", "paper_number": "双调（2025）17",
        "accepted_on": "2025-12-20", "agreed_on": "2025-12-22", "performed": False, "due_on": "2026-05-01",
    }  # fmt: skip
    case = settled.record(desk, {**sheet, "settled": typed})
    assert (case.number, case.entry_number, case.settled_elsewhere) == ("（2025）双人调字第1号", "2026-00002", True), "it was entered here"
    assert (road.standing(case).number, case.outcomes[0].code, case.stage) == (
        "双调（2025）17",
        OutcomeCode.AGREED_WRITTEN,
        Stage.CONCLUDED,
    )
    with desk.reading() as session:
        assert session.get(Organisation, case.organisation_id) is not None
    table = road.standing(case).signings
    assert [(one.signer.value, one.name, one.signed_on) for one in table] == [
        ("party", "诸葛明", date(2025, 12, 22)), ("party", "张某某", date(2025, 12, 22)),
        ("mediator", "包某", date(2025, 12, 22)), ("committee", "双河镇人民调解委员会", date(2025, 12, 22)),
    ]  # fmt: skip
    assert [(one.by_hand, one.fingerprint, one.seal) for one in table] == [
        (True, True, False), (True, True, False), (True, False, False), (False, False, True),
    ]  # fmt: skip
    assert not case.assignments and case.entered_on == clock.day
    wrong = {**sheet, "parties": [road.WANG, {**road.ZHANG, "id_number": "150122197604123511"}]}
    with pytest.raises(Refusal) as no:  # as on the usual road: no written agreement while an identity is only stated
        settled.record(desk, {**wrong, "settled": typed})
    assert no.value.field == "parties.1.id_number"
    assert settled.record(desk, {**wrong, "settled": {**typed, "form": "oral"}}).stage is Stage.CONCLUDED
    later = settled.record(desk, {**sheet, "settled": {**typed, "signed_on": "2025-12-24"}})
    assert (road.standing(later).day, road.standing(later).effective_on) == (date(2025, 12, 22), date(2025, 12, 24))
    series.close_year(desk, 2025, "双河镇人民调解委员会")
    with pytest.raises(Refusal, match="series of 2025 is closed") as no:
        settled.record(desk, {**sheet, "settled": typed})
    assert (no.value.field, no.value.code) == ("settled.accepted_on", "closed")
    with pytest.raises(Refusal, match="closed already"):
        series.close_year(desk, 2025, "双河镇人民调解委员会")
    with pytest.raises(Refusal, match="not over yet"):
        series.close_year(desk, 2026)
    assert upkeep.verify(desk) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"agreed_on": ""}, "settled.agreed_on", "needed"),
        ({"accepted_on": "2026-03-01"}, "settled.accepted_on", "before the day of the request"),
        ({"agreed_on": "2026-03-02"}, "settled.agreed_on", "before the day of acceptance"),
        ({"performed_on": "2026-03-03"}, "settled.performed_on", "before it was agreed"),
        ({"agreed_on": "2026-03-10", "performed": False}, "settled.agreed_on", "future"),
        ({"organisation": "无此委员会"}, "settled.organisation", "no organisation"),
        ({"mediator": "无此人"}, "settled.mediator", "无此人"),
        ({"amount": "", "clauses": []}, "settled.obligations", "nothing of what is to be done"),
        ({"form": "written", "mediator": ""}, "settled.mediator", "PML 29"),
        ({"form": "written", "signed_on": "2026-03-03"}, "settled.signed_on", "before the day of the agreement"),
        ({"obligations": [road.owed(debtors=["9"])]}, "settled.obligations.0.debtors", "“9”"),
    ],
)
def test_what_is_settled_needs_days_that_can_be(desk: Desk, typed: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(Refusal) as no:
        settled.record(desk, {**NEIGHBOURS, "settled": {**ORAL, **typed}})
    assert (no.value.field, words in no.value.sentence) == (field, True), no.value.sentence
    assert register.page(desk) == [] and upkeep.verify(desk) == []
