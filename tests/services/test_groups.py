"""47 workers: pasted, spoken for, each with his part; 35 are paid; the agreement is split and joined; a series out of one list."""

import json
from datetime import timedelta
from typing import Any

import pytest

from db.vocabulary import AgreementStatus, PaperKind
from desktop import assets
from desktop.domain import agreement_check, balance, dates
from desktop.domain.refusal import Refusal
from desktop.services import actions, cases, groups, intake, originals, papers, performance, printing, register, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk

LIFE: dict[str, Any] = json.loads(assets.path("examples", "wages.json").read_text(encoding="utf-8"))
SMALL = (
    "姓名\t身份证号\t金额\t开户行\t账号\n"
    + "巴某某\t150105198001010013\t100\t某银行\t6222020000000000018\n娜某某\t150122195503070027\t50.50"
)


def play(desk: Desk, clock: Clock, until: str = "perform") -> Any:
    """The life of the example up to and with the action `until`."""
    end = clock.day
    clock.day = dates.parse(LIFE["case"]["received_on"], end, "past")
    case = intake.open_case(desk, {**LIFE["case"], "received_on": clock.day.isoformat()})
    for move in LIFE["moves"]:
        clock.day = dates.parse(move["on"], end, "past")
        values = dict(move.get("values") or {})
        if move["do"] == "assign":
            values["mediator"] = "王某"
        case = actions.act(desk, case.id, move["do"], values)
        if move["do"] == until:
            break
    clock.day = end
    return case


def small(desk: Desk, **party: Any) -> Any:
    """A group of two against a company, registered."""
    workers = {"role": "applicant", "kind": "group", "name": "巴某某等工人", "members_paste": SMALL, **party}
    other = {"role": "respondent", "kind": "company", "name": "某劳务公司", "legal_representative": "丁某", "uscc": "91150122MA0NXYG881"}
    return intake.open_case(desk, {"category": "labour", "summary": "拖欠工资。", "parties": [workers, other]})


def fields_of(no: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [fault.field for fault in no.value.faults]


def test_of_47_workers_35_are_paid_and_12_are_due(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock)
    assert len(case.parties[0].members) == 47
    assert all(one.covered for one in groups.standing(case.parties[0]))
    found = performance.balance(desk, case)[0]
    assert found.counts.performed == 35
    assert found.counts.due + found.counts.overdue == 12
    assert found.owed == case.claim_fen == sum(member.amount_fen or 0 for member in case.parties[0].members)
    lines = performance.schedule(desk, case)
    assert lines[46].member == case.parties[0].members[46].name
    assert [line.state for line in lines].count("overdue") == 12


def test_a_group_is_split_into_single_agreements_and_joined_again_with_all_that_was_paid(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock)
    before = sorted((part.member_id, part.owed, part.performed) for part in performance.balance(desk, case)[0].parts)
    case = actions.act(desk, case.id, "group_split", {})
    singles = [one for one in case.agreements if one.split_from_id is not None]
    assert len(singles) == 47 == len(balance.in_force(case))
    assert singles[2].number == f"{case.number}-3"
    assert singles[2].obligations[0].account_number == case.parties[0].members[2].account_number
    assert {one.effective_on for one in singles} == {cases.now_of(desk, case).signed.effective_on}
    after = sorted((part.member_id, part.owed, part.performed) for one in performance.balance(desk, case) for part in one.parts)
    assert after == before

    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "group_split", {})
    assert no.value.code == "not_allowed"

    paid = actions.act(desk, case.id, "perform", {"agreement": 40, "day": clock.day.isoformat()})
    case = actions.act(desk, paid.id, "group_join", {"reason": "统一申请"})
    assert {one.status for one in case.agreements if one.split_from_id} == {AgreementStatus.VOID}
    assert performance.balance(desk, case)[0].counts.performed == 36
    left = performance.balance(desk, case)[0].remaining
    case = actions.act(desk, case.id, "perform", {"day": clock.day.isoformat(), "amount": f"{left / 100:.2f}"})
    assert case.stage == "performed"


def test_a_split_and_a_join_are_moves_that_can_be_taken_back(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock)

    def parts(found: Any) -> list[Any]:
        return sorted((part.member_id, part.owed, part.performed) for one in performance.balance(desk, found) for part in one.parts)

    before = parts(case)
    case = actions.act(desk, case.id, "group_split", {})
    assert (case.moves[-1].key, case.moves[-1].stage_after) == ("group_split", case.stage)
    case = actions.act(desk, case.id, "undo", {"reason": "误操作"})
    assert len(balance.in_force(case)) == 1 and parts(case) == before
    assert {one.status for one in case.agreements if one.split_from_id} == {AgreementStatus.VOID}
    case = actions.act(desk, case.id, "group_split", {})  # again, after it was taken back
    assert len(balance.in_force(case)) == 47 and parts(case) == before
    case = actions.act(desk, case.id, "group_join", {"reason": "统一申请"})
    case = actions.act(desk, case.id, "undo", {"reason": "误操作"})
    assert len(balance.in_force(case)) == 47 and parts(case) == before
    assert upkeep.verify(desk) == []


def test_a_worker_who_gave_nobody_power_stops_the_agreement(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock, "agreement")
    names = [member.name for member in case.parties[0].members[40:42]]
    only_talk = {"representatives": ["1"], "paper": "授权书", "authority": ["mediate"], "members": names}
    case = actions.act(desk, case.id, "group_represent", only_talk)
    found = [one for one in agreement_check.check(case, case.agreements[-1], clock.day) if one.kind == "member_not_covered"]
    assert found[0].level == "red"
    assert all(name in found[0].sentence for name in names)
    with pytest.raises(Refusal):
        actions.act(desk, case.id, "issue", {})
    actions.act(desk, case.id, "group_represent", {**only_talk, "authority": ["self"]})
    assert actions.act(desk, case.id, "issue", {}).agreements[-1].status == "issued"


def test_the_annex_lists_every_worker_with_sum_and_account_and_the_clause_names_the_list(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock, "agreement")
    paper = str(printing.paper(desk, case, PaperKind.AGREEMENT))
    for member in case.parties[0].members:
        assert member.name in paper
        assert member.account_number in paper.replace(" ", "")
    assert "四十七期" not in paper


def test_a_bad_row_registers_nothing_and_is_named(desk: Desk) -> None:
    with pytest.raises(Refusal) as no:
        small(desk, members_paste=SMALL.replace("50.50", "五十块五"))
    assert fields_of(no) == ["parties.0.members_paste"]
    assert "3" in no.value.sentence and "金额" in no.value.sentence
    assert list(register.page(desk, limit=0)) == []


def test_a_new_list_keeps_who_stays_and_takes_out_who_left(desk: Desk) -> None:
    case = small(desk)
    case = actions.act(desk, case.id, "group_represent", {"representatives": ["巴某某"], "paper": "推选书", "authority": ["settle"]})
    listed = "姓名\t身份证号\t金额\n其其格\t150105199008081521\t70\n娜某某\t150122195503070027\t60"
    case = actions.act(desk, case.id, "group_members", {"list": listed})
    members = case.parties[0].members
    assert [(one.ordinal, one.name, one.amount_fen) for one in members] == [(1, "其其格", 7000), (2, "娜某某", 6000)]
    assert members[1].authority == ["settle"] and members[0].authority == []


def test_what_cannot_be_is_refused_with_a_sentence(desk: Desk) -> None:
    case = small(desk)
    for action, values, field in (
        ("group_represent", {"representatives": ["某人"], "paper": "推选书", "authority": ["settle"]}, "representatives"),
        ("group_represent", {"representatives": ["1"], "paper": "推选书", "authority": ["fly"]}, "authority"),
        ("group_represent", {"representatives": ["1"], "paper": "推选书", "authority": ["self"]}, "members"),
        ("group_members", {"list": "一句话"}, "list"),
        ("group_members", {"group": "2", "list": SMALL}, "group"),
        ("group_split", {}, ""),
        ("group_join", {"reason": "试"}, ""),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, action, values)
        assert fields_of(no) == [field], action


def test_the_sum_must_be_that_of_the_members(desk: Desk, clock: Clock) -> None:
    case = play(desk, clock, "session")
    owed = next(move for move in LIFE["moves"] if move["do"] == "agreement")["values"]["obligations"][0]
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "agreement", {"obligations": [{**owed, "amount": "1000", "due_on": "+20"}]})
    assert fields_of(no) == ["obligations.0.amount"]
    two = [{"due_on": "+20", "amount": "100000"}, {"due_on": "+50", "amount": "200000"}]
    part = {**owed, "amount": "300000", "due_on": "", "timing": "instalments", "divide": "in_proportion", "instalments": two}
    case = actions.act(desk, case.id, "agreement", {"day": clock.day.isoformat(), "facts": "属实", "obligations": [part]})
    made = case.agreements[-1].obligations[0].instalments
    assert len(made) == 94
    assert sum(one.amount_fen or 0 for one in made) == 300_000_00
    first = clock.day + timedelta(20)
    assert sum(one.amount_fen or 0 for one in made if one.due_on == first) == 100_000_00
    kinds = {one.kind for one in agreement_check.check(case, case.agreements[-1], clock.day)}
    assert not kinds & {"schedule_order", "members_sum", "schedule_sum", "account"}


def test_each_agreement_of_a_split_case_prints_its_own_text_and_never_the_last_in_silence(desk: Desk, clock: Clock) -> None:
    case = actions.act(desk, play(desk, clock).id, "group_split", {})
    members = case.parties[0].members
    for kind in (PaperKind.AGREEMENT, PaperKind.CONFIRMATION_APPLICATION):
        with pytest.raises(Refusal) as no:
            printing.paper(desk, case, kind)
        assert no.value.field == "session" and f"{case.number}-1" in no.value.sentence
    third = papers.called(case, PaperKind.AGREEMENT, f"{case.number}-3")
    single = str(printing.paper(desk, case, PaperKind.AGREEMENT, third))
    assert f"{case.number}-3" in single and members[2].id_number in single and members[2].account_number in single.replace(" ", "")
    speakers = [member.name for member in members if member.represents]
    assert not [one.name for one in members if one.id_number in single and one is not members[2]]  # nobody else's number or account
    assert all(name in single for name in speakers) and "代为签署" in single
    assert "自原协议生效之日起生效" in single and "印章之日起生效" not in single
    with pytest.raises(Refusal, match="no number 99"):
        printing.paper(desk, case, PaperKind.AGREEMENT, 99)
    whole = str(printing.paper(desk, case, PaperKind.AGREEMENT, papers.called(case, PaperKind.AGREEMENT, case.number or "") or 1))
    assert members[40].name in whole and f"{case.number}-3" not in whole
    assert cases.get(desk, f"{case.number}-3").id == case.id
    asked = papers.called(case, PaperKind.CONFIRMATION_APPLICATION, f"{case.number}-3")
    application = str(printing.paper(desk, case, PaperKind.CONFIRMATION_APPLICATION, asked))
    assert members[2].id_number in application and members[3].id_number not in application
    case = actions.act(desk, case.id, "issue", {"paper": "agreement", "session": third})
    assert (case.documents[-1].number, case.documents[-1].state) == (f"{case.number}-3", "signed")
    held = originals.of_case(desk, case)[-1][1]
    assert held[0].holder == members[2].name
