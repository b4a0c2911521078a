"""Each move of the life of a case, and each refusal with its sentence at its field."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from db.models.case import Case
from db.models.mediator import Absence
from db.vocabulary import AgreementStatus, DocumentState, OutcomeCode, Stage
from desktop.domain import stages
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, people, today, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

Typed = dict[str, Any]
Steps = Sequence[tuple[str, str, Typed]]

COURT = {"court": "内0102", "court_number": "（2026）内0102民初88号", "regime": "file_first_2025", "procedure": "summary"}
PLAN = {"consented_on": "2026-03-09", "facts": "借款属实。", "text": "被申请人于2026年6月20日前付清本金。\n双方再无其他争议。"}
FAILED = {"outcome": "failed_divergence", "reason": "双方分歧较大。"}
APPLY = {"court": "内0102", "undertaking": True}
CLOSED = {"retention": "long", "retention_years": 10, "pages": 40}


def live(desk: Desk, clock: Clock, steps: Steps, sheet: Typed | None = None, until: str = "session") -> Case:
    """Walks up to a station, then makes the moves, each on its day ('' = the day before)."""
    found = road.walk(desk, until, sheet)
    for day, key, typed in steps:
        clock.day = date.fromisoformat(day) if day else clock.day
        found = actions.act(desk, found.id, key, typed)
    return found


def keys(case: Case) -> list[str]:
    return [move.key for move in case.moves if not move.undone]


# --- each move ------------------------------------------------------------------------------------------------------------------


def test_the_whole_life_with_each_move_and_its_true_day(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [], until="sign")
    clock.day = date(2026, 4, 20)
    case = actions.act(desk, case.id, "perform", {"day": "2026-04-18"})
    assert case.stage is Stage.PERFORMED
    case = actions.act(desk, case.id, "return_visit", {"day": "2026-04-20", "performance": "已履行"})
    case = actions.act(desk, case.id, "close", {})
    assert (case.stage, case.closed_on) == (Stage.PERFORMED, date(2026, 4, 20))
    case = actions.act(desk, case.id, "archive", CLOSED)
    assert (case.stage, case.retention, case.dossier_pages) == (Stage.ARCHIVED, "long 10", 40)
    assert stages.next_move(cases.now_of(desk, case)) == ""
    case = actions.act(desk, case.id, "reopen", {"reason": "补入回访记录"})
    assert (case.stage, case.closed_on, case.archived_on) == (Stage.PERFORMED, None, None)
    assert keys(case) == [
        "accept", "assign", "session", "agreement", "issue", "sign", "perform", "return_visit", "close", "archive", "reopen",
    ]  # fmt: skip
    assert [move.day.isoformat() for move in case.moves][5:8] == ["2026-03-09", "2026-04-18", "2026-04-20"]
    assert [move.ordinal for move in case.moves] == list(range(1, 12))
    for one, after in zip(case.moves, case.moves[1:], strict=False):
        assert one.stage_after is after.stage_before and one.seq < after.seq
    assert upkeep.verify(desk) == []


def test_not_accepted_with_reasons_and_ways(desk: Desk, clock: Clock) -> None:
    typed = {
        "reasons": ["already_handled", "other"],
        "text": "法院已经受理。",
        "ways": ["court", "Ask for legal aid"],
        "handed_to": "某派出所",
    }
    case = live(desk, clock, [("", "reject", typed)], until="")
    assert case.stage is Stage.REJECTED and case.number is None
    assert case.moves[0].values["reasons"] == ["already_handled", "other"] and case.moves[0].values["ways"] == ["court", "legal_aid"]
    assert [(one.body, one.outward) for one in case.referrals] == [("某派出所", True)]
    assert stages.next_move(cases.now_of(desk, case)) == "close"
    case = actions.act(desk, case.id, "close", {})
    assert actions.act(desk, case.id, "archive", CLOSED).stage is Stage.ARCHIVED


def test_the_slip_starts_the_clock(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "refer_in", COURT)], until="accept")
    assert cases.now_of(desk, case).slip_out is not None
    assert [task.what for task in today.sheet(desk).waiting] == ["The clock has not started: the return slip has been out for 0 days"]
    with pytest.raises(Refusal, match="clock has not started"):
        actions.act(desk, case.id, "extend", {"applicant_agreed_on": "2026-03-09", "respondent_agreed_on": "2026-03-09"})
    clock.day = date(2026, 3, 12)
    assert [task.what for task in today.sheet(desk).waiting] == ["The clock has not started: the return slip has been out for 3 days"]
    case = actions.act(desk, case.id, "slip", {"slip_signed_on": "2026-03-11"})
    assert [(task.due_on, task.days_left) for task in today.sheet(desk).week] == [(date(2026, 3, 18), 6)]
    case = actions.act(desk, case.id, "extend", {"applicant_agreed_on": "2026-03-12", "respondent_agreed_on": "2026-03-12"})
    assert case.extensions[0].until == date(2026, 4, 17)  # seven days and thirty more


def test_recusal_granted_asks_for_a_new_mediator(desk: Desk, clock: Clock) -> None:
    asked = {"party": "2", "reason": "与申请人同村", "granted": True, "decided_by": "主任"}
    case = live(desk, clock, [("", "recuse", asked)], until="assign")
    assert case.stage is Stage.ACCEPTED and case.assignments[0].ended_on == date(2026, 3, 9)
    assert case.recusals[0].granted and stages.next_move(cases.now_of(desk, case)) == "assign"
    case = actions.act(desk, case.id, "assign", {"mediator": "白某"})
    assert case.stage is Stage.ASSIGNED


def test_a_request_to_recuse_waits_and_is_decided(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "recuse", {"party": "2", "reason": "同村"})])
    assert case.recusals[0].granted is None and case.assignments[0].ended_on is None
    case = actions.act(desk, case.id, "recuse", {"reason": "同村", "granted": False, "decided_by": "主任"})
    assert [one.granted for one in case.recusals] == [False] and case.stage is Stage.IN_MEDIATION
    assert case.assignments[0].ended_on is None


def test_a_request_that_waited_is_decided_on_its_true_day(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("2026-03-10", "recuse", {"party": "2", "reason": "同村"})])
    decided = {"reason": "同村", "granted": False, "decided_on": "2026-03-11", "decided_by": "主任"}
    case = live_on(desk, clock, case, [("2026-03-16", "recuse", decided)])  # written down five days later
    assert (case.recusals[0].asked_on, case.recusals[0].decided_on) == (date(2026, 3, 10), date(2026, 3, 11))
    both = {"reason": "同村", "granted": True, "decided_on": "2026-03-12", "decided_by": "主任"}
    with pytest.raises(Refusal, match="the day of the request"):
        actions.act(desk, case.id, "recuse", {**both, "asked_on": "2026-03-14"})
    case = live_on(desk, clock, case, [("", "recuse", both)])
    assert [(one.asked_on, one.decided_on) for one in case.recusals][1] == (date(2026, 3, 12), date(2026, 3, 12))


def test_days_of_appraisal_do_not_count(desk: Desk, clock: Clock) -> None:
    from desktop.services import case_page

    case = live(desk, clock, [("", "suspend", {"reason": "等待鉴定", "excluded": True})])
    assert case.stage is Stage.SUSPENDED and stages.next_move(cases.now_of(desk, case)) == "resume"
    case = live_on(desk, clock, case, [("2026-03-19", "resume", {"note": "收到鉴定意见"})])
    assert case.stage is Stage.IN_MEDIATION and case.suspensions[0].ends == date(2026, 3, 19)
    term = case_page.look(desk, case.id).term
    assert term is not None and term.due == date(2026, 4, 20)  # 9 April and ten days, a Sunday moved
    assert "10 days of appraisal" in term.note and term.source


def live_on(desk: Desk, clock: Clock, case: Case, steps: Steps) -> Case:
    for day, key, typed in steps:
        clock.day = date.fromisoformat(day) if day else clock.day
        case = actions.act(desk, case.id, key, typed)
    return case


def test_peoples_mediation_is_extended_to_the_day_agreed(desk: Desk, clock: Clock) -> None:
    typed = {"until": "2026-05-10", "applicant_agreed_on": "2026-03-09", "respondent_agreed_on": "2026-03-08"}
    case = live(desk, clock, [("", "extend", typed)])
    assert case.extensions[0].until == date(2026, 5, 10)
    clock.day = date(2026, 5, 9)
    tasks = [task for task in today.sheet(desk).week if task.what == "Mediation is to end"]
    assert [(task.due_on, bool(task.source)) for task in tasks] == [(date(2026, 5, 10), True)]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    "code", ["failed_refused", "failed_divergence", "failed_unreachable", "settled_withdrawn", "terminated_other", "transferred"]
)
def test_each_end_without_an_agreement(desk: Desk, clock: Clock, code: str) -> None:
    typed = {"outcome": code, "reason": "见笔录。", "ways": ["court"], "handed_to": "某仲裁委" if code == "transferred" else ""}
    case = live(desk, clock, [("", "conclude", typed)])
    assert (case.stage, case.outcomes[0].code.value, case.outcomes[0].concluded_on) == (Stage.CONCLUDED, code, date(2026, 3, 9))
    assert stages.next_move(cases.now_of(desk, case)) == "close"
    assert actions.act(desk, case.id, "close", {}).closed_on == date(2026, 3, 9)


def test_an_agreement_that_one_side_does_not_sign(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "sign", {"signatures": [{"party": "1", "seal": True}]})], until="issue")
    case = live_on(desk, clock, case, [("", "conclude", {"outcome": "failed_unsigned", "reason": "被申请人反悔。"})])
    assert road_status(case) == [AgreementStatus.VOID] and case.documents[0].state is DocumentState.VOID
    assert case.outcomes[0].code is OutcomeCode.FAILED_UNSIGNED


def road_status(case: Case) -> list[AgreementStatus]:
    return [one.status for one in case.agreements]


def test_time_runs_out(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [])
    with pytest.raises(Refusal, match="ends on 2026年4月9日"):
        actions.act(desk, case.id, "conclude", {"outcome": "failed_expired", "reason": "期限届满。"})
    case = live_on(desk, clock, case, [("2026-04-10", "conclude", {"outcome": "failed_expired", "reason": "期限届满。"})])
    assert case.outcomes[0].code is OutcomeCode.FAILED_EXPIRED


def test_agreed_by_word_of_mouth(desk: Desk, clock: Clock) -> None:
    oral = {**road.values("agreement"), "form": "oral"}
    case = live(desk, clock, [("", "agreement", oral), ("", "conclude", {"outcome": "agreed_oral"})])
    agreement = road.standing(case)
    assert (agreement.status, agreement.effective_on, agreement.number) == (AgreementStatus.SIGNED, date(2026, 3, 9), case.number)
    assert (case.outcomes[0].code, case.outcomes[0].agreed_fen) == (OutcomeCode.AGREED_ORAL, 519425392)
    case = actions.act(desk, case.id, "issue", {})  # its sheet is printed afterwards
    assert case.documents[0].state is DocumentState.SIGNED
    with pytest.raises(Refusal, match="oral agreement is not confirmed"):
        actions.act(desk, case.id, "confirm_apply", APPLY)


def test_a_part_is_settled(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "sign", {"partial": True})], until="issue")
    assert case.outcomes[0].code is OutcomeCode.AGREED_PARTIAL


def test_handed_to_another_body(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "refer_out", {"body": "某旗农村土地承包仲裁委员会", "reason": "要求仲裁。"})])
    assert (case.outcomes[0].code, case.referrals[0].outward, case.stage) == (OutcomeCode.TRANSFERRED, True, Stage.CONCLUDED)


def test_a_courts_case_goes_back(desk: Desk, clock: Clock) -> None:
    steps = [("", "refer_in", {**COURT, "regime": "pre_filing_2016", "slip_signed_on": "2026-03-09"}), ("", "conclude", FAILED)]
    case = live(desk, clock, steps)
    assert stages.next_move(cases.now_of(desk, case)) == "give_back"
    assert "give_back" in {task.move for task in today.sheet(desk).waiting}
    case = live_on(desk, clock, case, [("2026-03-10", "give_back", {})])
    assert case.referrals[0].returned_on == date(2026, 3, 10) and stages.next_move(cases.now_of(desk, case)) == "close"


def test_undisputed_facts_after_a_failure(desk: Desk, clock: Clock) -> None:
    facts = {"facts": ["借款合同真实。"], "still_disputed": ["利息"], "consented_on": "2026-03-09"}
    case = live(desk, clock, [("", "conclude", FAILED), ("", "undisputed", facts)])
    assert case.undisputed[0].facts == ["借款合同真实。"] and case.stage is Stage.CONCLUDED


def test_a_plan_to_which_nobody_objects(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "propose", PLAN), ("2026-03-10", "serve", {"parties": ["1", "2"]})])
    with pytest.raises(Refusal, match="not been served on 张某某"):
        actions.act(desk, case.id, "plan_adopted", {})
    case = live_on(desk, clock, case, [("2026-03-11", "serve", {})])
    assert [one.party_id for one in case.proposals[0].services] == [party.id for party in case.parties]
    with pytest.raises(Refusal, match="until 2026年3月18日"):
        actions.act(desk, case.id, "plan_adopted", {})
    assert "Objections to the plan end" in {task.what for task in today.sheet(desk).week}
    typed = {"obligations": [road.owed(due_on="2026-06-20")], "confirmation_wanted": True}
    case = live_on(desk, clock, case, [("2026-03-20", "plan_adopted", typed)])
    agreement = road.standing(case)
    assert (case.stage, agreement.effective_on, agreement.clauses) == (
        Stage.CONCLUDED, date(2026, 3, 19), ["被申请人于2026年6月20日前付清本金。", "双方再无其他争议。"],
    )  # fmt: skip
    assert (case.outcomes[0].code, case.outcomes[0].agreed_fen) == (OutcomeCode.AGREED_WRITTEN, 519425392)
    assert stages.next_move(cases.now_of(desk, case)) == "perform"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_paper_of_a_plan_closes_with_its_service_and_bears_no_partys_signature(desk: Desk, clock: Clock) -> None:
    from db.vocabulary import PaperKind
    from desktop.documents.blocks import Paragraph, Signatures
    from desktop.services import printing

    steps = [("", "propose", PLAN), ("2026-03-10", "serve", {"parties": ["1", "2"]}), ("2026-03-11", "serve", {})]
    case = live(desk, clock, [*steps, ("2026-03-20", "plan_adopted", {"obligations": [road.owed(due_on="2026-06-20")]})])
    assert road.standing(case).proposal_id == case.proposals[0].id
    case = actions.act(desk, case.id, "issue", {})
    paper = printing.paper(desk, case, PaperKind.AGREEMENT)
    text = "\n".join(block.text for block in paper.blocks if isinstance(block, Paragraph))
    assert "无异议调解方案" in text and "2026年3月10日" in text and "2026年3月11日" in text and "自2026年3月19日起生效" in text
    assert "签名、盖章或者按指印" not in text
    (table,) = [block for block in paper.blocks if isinstance(block, Signatures)]
    assert [line.name for line in table.lines] == ["王某"]  # the mediator alone


def test_a_plan_to_which_somebody_objects(desk: Desk, clock: Clock) -> None:
    steps = [("", "propose", PLAN), ("", "serve", {}), ("2026-03-12", "object", {"party": "2", "objection": "不同意期限。"})]
    case = live(desk, clock, steps)
    assert (case.stage, case.outcomes[0].code) == (Stage.CONCLUDED, OutcomeCode.FAILED_DIVERGENCE)
    assert case.proposals[0].services[1].objected_on == date(2026, 3, 12) and cases.now_of(desk, case).proposal is None


def test_an_issued_paper_is_replaced_and_says_so(desk: Desk, clock: Clock) -> None:
    from db.vocabulary import PaperKind
    from desktop.documents import blocks
    from desktop.services import printing

    case = live(desk, clock, [("", "replace", {"reason": "住址有误"})], until="issue")
    assert [(one.state, one.version_number) for one in case.documents] == [(DocumentState.VOID, 1), (DocumentState.ISSUED, 2)]
    assert case.documents[1].replaces_id == case.documents[0].id
    text = str(blocks.to_json(printing.paper(desk, case, PaperKind.AGREEMENT)))
    assert "本文书替代2026年3月9日出具的" in text and case.number is not None and case.number in text
    assert actions.act(desk, case.id, "sign", road.values("sign")).stage is Stage.CONCLUDED
    with pytest.raises(Refusal, match="has been signed"):
        actions.act(desk, case.id, "replace", {"reason": "住址有误"})


def test_both_days_of_the_application_are_kept(desk: Desk, clock: Clock) -> None:
    """The parties sign on the ninth, mediator and committee on the twelfth: thirty days are counted from the ninth."""
    from desktop.services import case_page

    case = live(desk, clock, [], until="issue")
    clock.day = date(2026, 3, 12)
    parties = [{"party": n, "by_hand": True, "signed_on": "2026-03-09"} for n in ("1", "2", "3")]
    rest = [
        {"signer": "mediator", "by_hand": True, "signed_on": "2026-03-12"},
        {"signer": "committee", "seal": True, "signed_on": "2026-03-12"},
    ]
    case = actions.act(desk, case.id, "sign", {"signatures": [*parties, *rest]})
    agreement = road.standing(case)
    assert (agreement.earliest_effect_on, agreement.effective_on) == (date(2026, 3, 9), date(2026, 3, 12))
    due = next(one for one in case_page.look(desk, case.id).dues if one.key == "confirmation.application")
    assert due.limit is not None and due.limit.due == date(2026, 4, 8)
    assert "2026年3月12日" in due.note and "2026年4月13日" in due.note  # the second day falls on a Saturday
    clock.day = date(2026, 4, 9)
    with pytest.raises(Refusal, match="ended on 2026年4月8日"):
        actions.act(desk, case.id, "confirm_apply", {**APPLY, "applied_on": "2026-04-09"})


# --- each refusal ---------------------------------------------------------------------------------------------------------------

BOTH = {"applicant_agreed_on": "2026-03-09", "respondent_agreed_on": "2026-03-09"}
NO: list[tuple[str, str, Typed, str, str]] = [  # station reached, action, what is typed, field, words of the sentence
    ("", "reject", {}, "reasons", "needed"),
    ("", "reject", {"reasons": ["宇宙"]}, "reasons", "not one of the choices"),
    ("", "reject", {"reasons": ["other"]}, "text", "what the other reason is"),
    ("", "reject", {"reasons": ["refused"], "rejected_on": "2026-03-01"}, "rejected_on", "before the day of the request"),
    ("accept", "reject", {"reasons": ["refused"]}, "", "is not possible while the case is"),
    ("", "refer_in", {}, "court", "which court or body"),
    ("", "refer_in", {"court": "内9999"}, "court", "not in the list"),
    ("", "refer_in", {**COURT, "court_number": "2026民初88"}, "court_number", "begins with its year"),
    ("", "refer_in", {**COURT, "received_on": "2026-03-05", "slip_signed_on": "2026-03-01"}, "slip_signed_on", "lies before"),
    ("", "slip", {"slip_signed_on": "2026-03-09"}, "", "No return slip is out"),
    ("accept", "recuse", {"reason": "同村"}, "", "No mediator presides"),
    ("assign", "recuse", {}, "reason", "needed"),
    ("assign", "recuse", {"reason": "同村", "granted": True}, "decided_by", "who decided"),
    ("assign", "recuse", {"reason": "同村", "mediator": "李某"}, "mediator", "does not mediate"),
    ("assign", "recuse", {"reason": "同村", "party": "9"}, "party", "no party"),
    ("session", "suspend", {}, "reason", "needed"),
    ("session", "suspend", {"reason": "病", "begins": "2026-03-08"}, "begins", "the day of acceptance"),
    ("session", "resume", {}, "", "is not possible while the case is"),
    ("session", "extend", {"until": "2026-05-10"}, "applicant_agreed_on", "consent"),
    ("session", "extend", {"until": "2026-05-10", "applicant_agreed_on": "2026-03-09"}, "respondent_agreed_on", "consent"),
    ("session", "extend", BOTH, "until", "enter that day"),
    ("assign", "session", {"day": "2026-03-08", "text": "陈述。"}, "day", "before the day"),
    ("session", "agreement", {"day": "2026-03-08", "facts": "属实。"}, "day", "before the day of acceptance"),
    ("session", "extend", {**BOTH, "until": "2026-03-20"}, "until", "until 2026年4月9日 already"),
    ("session", "extend", {**BOTH, "until": "2026-05-10", "respondent_agreed_on": "2026-03-10"}, "respondent_agreed_on", "future"),
    ("session", "undisputed", {"facts": ["属实"]}, "consented_on", "consent"),
    ("accept", "undisputed", {"facts": ["属实"], "consented_on": "2026-03-09"}, "", "is not possible while the case is"),
    ("session", "propose", {"text": "还款"}, "consented_on", "consent"),
    ("session", "propose", {**PLAN, "text": ""}, "text", "needed"),
    ("issue", "propose", PLAN, "", "take it back first"),
    ("session", "serve", {}, "", "No plan has been put forward"),
    ("session", "object", {"party": "2", "objection": "不"}, "", "No plan has been put forward"),
    ("session", "plan_adopted", {}, "", "No plan has been put forward"),
    ("session", "conclude", {"outcome": "agreed_written"}, "outcome", "not one of the choices"),
    ("session", "conclude", {"outcome": "agreed_oral"}, "outcome", "by word of mouth first"),
    ("session", "conclude", {"outcome": "failed_unsigned", "reason": "x"}, "outcome", "No agreement was issued"),
    ("session", "conclude", {"outcome": "failed_divergence"}, "reason", "why it failed"),
    ("session", "conclude", {"outcome": "transferred"}, "handed_to", "to which body"),
    ("session", "conclude", {**FAILED, "concluded_on": "2026-03-08"}, "concluded_on", "lies before"),
    ("session", "conclude", {**FAILED, "returned_on": "2026-03-09"}, "returned_on", "No court"),
    ("session", "refer_out", {"reason": "x"}, "body", "needed"),
    ("session", "replace", {"reason": "x"}, "", "nothing to replace"),
    ("issue", "replace", {"reason": "x", "paper": "registration_form"}, "paper", "nothing to replace"),
    ("session", "close", {}, "", "is not possible while the case is"),
    ("sign", "close", {}, "", "still to be performed"),
    ("sign", "archive", CLOSED, "", "close it first"),
    ("sign", "give_back", {}, "", "No court has referred"),
    ("sign", "undisputed", {"facts": ["属实"], "consented_on": "2026-03-09"}, "", "The parties have agreed"),
    ("session", "perform", {}, "", "is not possible while the case is"),
    ("session", "confirm_apply", APPLY, "", "is not possible while the case is"),
    ("sign", "confirm_result", {"result": "withdrawn", "reason": "撤回"}, "", "No application for confirmation is waiting"),
    ("sign", "session", {"day": "2026-03-09", "text": "再谈"}, "", "is not possible while the case is"),
    ("sign", "reopen", {"reason": "x"}, "", "is not possible while the case is"),
    ("", "undo", {"reason": "x"}, "", "nothing to take back"),
    ("accept", "undo", {}, "reason", "needed"),
]  # fmt: skip


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("reached", "action", "typed", "field", "words"), NO, ids=[f"{r or 'open'}-{a}-{f}-{w[:12]}" for r, a, _t, f, w in NO]
)
def test_every_no_has_a_sentence_and_keeps_nothing(desk: Desk, reached: str, action: str, typed: Typed, field: str, words: str) -> None:
    case = road.walk(desk, reached)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, action, typed)
    assert (no.value.field, words in no.value.sentence) == (field, True), no.value.sentence
    assert case_told.told(desk, cases.get(desk, case.id)) == case_told.told(desk, case)
    why = stages.why_not(action, cases.now_of(desk, case))
    assert not why or why == no.value.sentence or no.value.field  # the button says the same


def test_a_mediator_on_leave_neither_is_assigned_nor_sits(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "assign")
    with desk.work("absence") as w:
        w.add(Absence(mediator_id=case.assignments[0].mediator_id, begins=date(2026, 3, 9), ends=date(2026, 3, 12)))
        w.commit()
    with pytest.raises(Refusal, match="on leave on 2026年3月9日") as no:
        actions.act(desk, case.id, "session", road.values("session"))
    assert no.value.field == "day"
    with pytest.raises(Refusal, match="is away") as no:
        actions.act(desk, case.id, "assign", {"mediator": "王某"})
    assert no.value.field == "mediator"


def test_a_late_objection_does_not_count(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "propose", PLAN), ("", "serve", {})])
    clock.day = date(2026, 3, 20)
    with pytest.raises(Refusal, match="could object until 2026年3月16日") as no:
        actions.act(desk, case.id, "object", {"party": "2", "objection": "不同意"})
    assert (no.value.field, no.value.code) == ("objected_on", "late")


def test_an_extension_beyond_the_rule_of_2025(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("", "refer_in", {**COURT, "slip_signed_on": "2026-03-09"})])
    with pytest.raises(Refusal, match="at the latest on 2026年4月15日"):
        actions.act(desk, case.id, "extend", {**BOTH, "until": "2026-04-16"})


def test_a_default_is_closed_with_its_reason_only(desk: Desk, clock: Clock) -> None:
    case = live(desk, clock, [("2026-04-21", "default", {"urged": "电话催告两次", "told": "sue"})], until="sign")
    assert case.stage is Stage.DEFAULTED
    with pytest.raises(Refusal, match="say why") as no:
        actions.act(desk, case.id, "close", {})
    assert no.value.field == "reason"
    assert actions.act(desk, case.id, "close", {"reason": "申请人已起诉"}).closed_on == date(2026, 4, 21)


def test_who_is_added_to_the_list_may_mediate(desk: Desk, clock: Clock) -> None:
    people.add_mediator(desk, {"name": "新某", "valid_from": "2026-04-01"})
    case = road.walk(desk, "accept")
    with pytest.raises(Refusal, match="a mediator from 2026-04-01 on only"):
        actions.act(desk, case.id, "assign", {"mediator": "新某"})
