"""From the desk to the signed agreement, on all three engines; and every no on the way, with its sentence and its field."""

from datetime import date
from typing import Any

import pytest

from db.vocabulary import AgreementStatus, DocumentState, NumberState, PaperKind, Stage
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, intake, people, printing, register, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road


def test_the_whole_road(desk: Desk) -> None:
    case = road.walk(desk)
    assert (case.stage, case.number, case.entry_number) == (Stage.REGISTERED, None, "2026-00001")
    assert case.claim_fen == 519425392
    stages = []
    for station in road.STATIONS:
        case = actions.act(desk, case.entry_number, station, road.values(station))
        stages.append(case.stage.value)
    assert stages == ["accepted", "assigned", "in_mediation", "in_mediation", "in_mediation", "concluded"]
    assert case.number == "（2026）新诉调字第1号"
    agreement = road.standing(case)
    assert (agreement.status, agreement.effective_on, agreement.number) == (AgreementStatus.SIGNED, date(2026, 3, 9), case.number)
    assert [(one.code.value, one.agreed_fen) for one in case.outcomes] == [("agreed_written", 519425392)]
    assert [(one.kind, one.state) for one in case.documents] == [(PaperKind.AGREEMENT, DocumentState.SIGNED)]
    assert upkeep.verify(desk) == []


def test_case_is_told_in_code_names_and_fen(desk: Desk) -> None:
    told = case_told.told(desk, road.walk(desk, "sign"))
    assert (told["claim_fen"], told["agreed_fen"], told["effective_on"]) == (519425392, 519425392, "2026-03-09")
    assert told["agreements"][0]["obligations"][0]["amount_fen"] == 519425392
    assert told["agreements"][0]["obligations"][0]["due_on"] == "2026-04-20"
    assert told["parties"][2]["id_verified"] is True and told["parties"][2]["birth_date"] == "1976-04-12"
    assert told["stage"] == "concluded" and told["missing"] == [] and told["next"] == "perform"
    assert "private_note" not in str(told)


NO: list[tuple[str, str, dict[str, Any], str, str]] = [  # station reached, action, what is typed, field, words of the sentence
    ("", "accept", {"accepted_on": "2026-03-01"}, "accepted_on", "before the day of the request"),
    ("", "accept", {"accepted_on": "2026-03-10"}, "accepted_on", "future"),
    ("", "assign", {"mediator": "王某"}, "", "is not possible while the case is"),
    ("", "session", {"day": "2026-03-09", "text": "记录"}, "", "is not possible while the case is"),
    ("accept", "accept", {}, "", "is not possible while the case is"),
    ("accept", "assign", {}, "mediator", "needed"),
    ("accept", "assign", {"mediator": "无此人"}, "mediator", "无此人"),
    ("accept", "assign", {"mediator": "王某", "co_mediators": ["王某"]}, "co_mediators", "named twice"),
    ("accept", "assign", {"mediator": "王某", "assigned_on": "2026-03-01"}, "assigned_on", "before the case was accepted"),
    ("accept", "session", {"day": "2026-03-09", "text": "记录"}, "", "is not possible while the case is"),
    ("assign", "session", {"day": "2026-03-10", "text": "记录"}, "day", "future"),
    ("assign", "session", {"day": "2026-03-08", "text": "记录"}, "day", "before the day of acceptance"),
    ("assign", "session", {"day": "2026-03-09"}, "text", "needed"),
    ("assign", "session", {"day": "2026-03-09", "text": "记录", "begins": "25:00"}, "begins", "25:00"),
    ("assign", "session", {"day": "2026-03-09", "text": "记录", "begins": "11:00", "ends": "0930"}, "ends", "ends before it begins"),
    ("assign", "session", {"day": "2026-03-09", "text": "记录", "attendees": [{"party": "9"}]}, "attendees.0.party", "no party"),
    ("assign", "agreement", {"obligations": [road.owed()]}, "", "is not possible while the case is"),
    ("session", "agreement", {"obligations": [road.owed(debtors=["9"])]}, "obligations.0.debtors", "“9”"),
    ("session", "agreement", {"obligations": [road.owed(debtors=["2", "2"])]}, "obligations.0.debtors", "twice"),
    ("session", "agreement", {"obligations": [road.owed(amount="1,2.3")]}, "obligations.0.amount", "1,2.3"),
    ("session", "agreement", {"obligations": [road.owed(on_account_of="1")]}, "obligations.0.payee", "payee"),
    ("session", "agreement", {"sum": "1"}, "sum", "“sum”"),
    ("session", "issue", {}, "", "no agreement yet"),
    ("session", "sign", {}, "", "not been issued"),
    ("session", "void", {"reason": "有误"}, "", "not been issued"),
    ("agreement", "issue", {"paper": "session_record", "session": 7}, "session", "no number 7"),
    ("agreement", "sign", {}, "", "not been issued"),
    ("issue", "agreement", {"obligations": [road.owed()]}, "", "what was issued is not changed"),
    ("issue", "issue", {}, "", "issued"),
    ("issue", "void", {}, "reason", "needed"),
    ("issue", "sign", {"signed_on": "2026-03-10"}, "signed_on", "future"),
    ("issue", "sign", {"signed_on": "2026-03-08"}, "signed_on", "before the day of the agreement"),
    ("issue", "sign", {"signatures": [{"party": "1"}]}, "signatures.0.by_hand", "by hand, fingerprint or seal"),
    ("issue", "sign", {"signatures": [{"by_hand": True}]}, "signatures.0.signer", "capacity"),
    ("sign", "void", {"reason": "有误"}, "", "Agree anew in place of the agreement"),
    ("sign", "agreement", {"obligations": [road.owed()]}, "", "Agree anew in place of the agreement"),
]  # fmt: skip


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("reached", "action", "typed", "field", "words"), NO, ids=[f"{r or 'open'}-{a}-{f}-{w[:12]}" for r, a, _t, f, w in NO]
)
def test_every_no_has_a_sentence_and_keeps_nothing(
    desk: Desk, reached: str, action: str, typed: dict[str, Any], field: str, words: str
) -> None:
    case = road.walk(desk, reached)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, action, typed)
    assert no.value.field == field
    assert words in no.value.sentence
    assert case_told.told(desk, cases.get(desk, case.id)) == case_told.told(desk, case)
    assert upkeep.verify(desk) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_unknown_action_lists_the_actions(desk: Desk) -> None:
    with pytest.raises(Refusal) as no:
        actions.act(desk, 1, "fly", {})
    assert all(action in no.value.sentence for action in actions.ACTIONS)


RED = [
    (road.owed(debtors=[]), "obligations.0.debtors", "who owes"),
    (road.owed(creditors=[]), "obligations.0.creditors", "to whom"),
    (road.owed(amount=None), "obligations.0.amount", "sum is missing"),
    (road.owed(due_on=None), "obligations.0.due_on", "day"),
    (road.owed(due_on="2026-03-01"), "obligations.0.due_on", "before the day of the agreement"),
    (road.owed(timing="instalments", instalments=[{"due_on": "2026-04-01", "amount": "1"}]), "obligations.0.instalments", "instalments"),
]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(("obligation", "field", "words"), RED, ids=[field + words[:5] for _o, field, words in RED])
def test_a_plain_fault_stops_the_issue(desk: Desk, obligation: dict[str, Any], field: str, words: str) -> None:
    case = road.walk(desk, "agreement", agreement={**road.values("agreement"), "obligations": [obligation]})
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "issue", {})
    assert (field, True) in [(fault.field, words in fault.sentence) for fault in no.value.faults]
    after = cases.get(desk, case.id)
    assert road.standing(after).status is AgreementStatus.DRAFT and not after.documents and not road.standing(after).signings


def test_an_unverified_identity_is_registered_and_stops_the_agreement(desk: Desk) -> None:
    wrong = {**road.ZHANG, "id_number": "150122197604123511"}
    case = road.walk(desk, "agreement", road.case(road.BANK, road.FARM, wrong))
    party = case.parties[2]
    assert (party.id_number, party.id_verified) == ("150122197604123511", False)
    assert any(lack["place"] == "parties.2.id_number" and lack["stops_agreement"] for lack in case_told.told(desk, case)["missing"])
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "issue", {})
    assert [fault.field for fault in no.value.faults] == ["parties.2.id_number"]


def test_a_conflict_is_disclosed_and_agreed_to_or_the_mediator_is_not_assigned(desk: Desk) -> None:
    people.add_mediator(desk, {"name": "张某某", "certificate_number": "003"})
    case = road.walk(desk, "accept")
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "assign", {"mediator": "张某某"})
    assert no.value.code == "conflict" and no.value.field == "disclosed"
    settled = {"mediator": "张某某", "disclosed": "同名，不是同一人", "consented_on": "2026-03-09"}
    case = actions.act(desk, case.id, "assign", settled)
    assert case.assignments[0].conflicts and case.assignments[0].consented_on == date(2026, 3, 9)


def test_two_of_one_name_are_told_apart_by_the_certificate(desk: Desk) -> None:
    second = people.add_mediator(desk, {"name": "王某", "certificate_number": "009"})
    case = road.walk(desk, "accept")
    with pytest.raises(Refusal, match="certificate"):
        actions.act(desk, case.id, "assign", {"mediator": "王某"})
    assert actions.act(desk, case.id, "assign", {"mediator": "009"}).assignments[0].mediator_id == second.id


def test_who_presided_before_stays_listed(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk, "session").id, "assign", {"mediator": "白某"})
    assert [(one.ended_on is None, bool(one.end_reason)) for one in case.assignments] == [(False, True), (True, False)]
    assert case.stage is Stage.IN_MEDIATION


# --- when it takes effect -------------------------------------------------------------------------------------------------------

COURT = {"court": "内0122", "court_number": "（2021）内0122诉前调268号", "regime": "pre_filing_2016", "slip_signed_on": "2026-03-02"}
HAND = {"by_hand": True}


def test_by_the_peoples_mediation_law_the_mediator_and_the_seal_are_needed(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "issue")
    clock.day = date(2026, 3, 12)
    parties = [{"party": n, **HAND, "signed_on": f"2026-03-{9 + int(n)}"} for n in ("1", "2", "3")]
    case = actions.act(desk, case.id, "sign", {"signatures": parties})
    assert case.stage is Stage.IN_MEDIATION and road.standing(case).effective_on is None
    assert case_told.told(desk, case)["waiting_for"] == ["mediator", "committee"]
    rest = [{"signer": "mediator", **HAND, "signed_on": "2026-03-10"}, {"signer": "committee", "seal": True, "signed_on": "2026-03-11"}]
    case = actions.act(desk, case.id, "sign", {"signatures": rest})
    assert case.stage is Stage.CONCLUDED and road.standing(case).effective_on == date(2026, 3, 12)


def test_by_the_rules_of_invited_mediation_the_parties_are_enough(desk: Desk, clock: Clock) -> None:
    case = road.walk(desk, "issue", road.case(referral=COURT, mediation_type="court_invited"))
    clock.day = date(2026, 3, 12)
    case = actions.act(desk, case.id, "sign", {"signatures": [{"party": n, **HAND, "signed_on": "2026-03-11"} for n in ("1", "2", "3")]})
    assert case.stage is Stage.CONCLUDED and road.standing(case).effective_on == date(2026, 3, 11)


def test_an_oral_agreement_takes_effect_on_its_day(desk: Desk) -> None:
    case = road.walk(desk, "sign", agreement={**road.values("agreement"), "form": "oral"}, sign={})
    assert case.outcomes[0].code.value == "agreed_oral" and road.standing(case).effective_on == date(2026, 3, 9)


# --- papers ---------------------------------------------------------------------------------------------------------------------


def test_what_was_issued_prints_the_same_for_ever(desk: Desk) -> None:
    from desktop.documents import blocks

    case = road.walk(desk, "issue")
    first = printing.paper(desk, case, PaperKind.AGREEMENT)
    people.add_mediator(desk, {"name": "新人"})
    case = actions.act(desk, case.id, "sign", road.values("sign"))
    again = printing.paper(desk, case, PaperKind.AGREEMENT)
    assert blocks.to_json(first) == blocks.to_json(again)
    text = str(blocks.to_json(first))
    assert all(word in text for word in (road.BANK["name"], road.FARM["name"], "张某某", "5,194,253.92", "2026年4月20日"))
    assert "人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分" in text


def test_void_and_reissue_keeps_the_first_paper_listed(desk: Desk) -> None:
    case = road.walk(desk, "issue")
    case = actions.act(desk, case.id, "void", {"reason": "还款日有误"})
    assert road.standing(case).status is AgreementStatus.DRAFT and not road.standing(case).signings
    case = actions.act(desk, case.id, "agreement", {**road.values("agreement"), "obligations": [road.owed(due_on="2026-05-20")]})
    case = actions.act(desk, case.id, "issue", {})
    assert [(one.state, one.version_number, one.replaces_id) for one in case.documents] == [
        (DocumentState.VOID, 1, None),
        (DocumentState.ISSUED, 2, case.documents[0].id),
    ]
    assert road.standing(case).number == case.number and road.standing(case).version_number == 2
    assert "2026年5月20日" in str(printing.paper(desk, case, PaperKind.AGREEMENT))
    assert upkeep.verify(desk) == []


def test_nothing_is_taken_back_once_somebody_has_signed(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk, "issue").id, "sign", {"signatures": [{"party": "1", "seal": True}]})
    with pytest.raises(Refusal, match="signed"):
        actions.act(desk, case.id, "void", {"reason": "有误"})


def test_a_character_that_no_font_has_is_named_and_the_paper_not_issued(desk: Desk) -> None:
    facts = {**road.values("agreement"), "facts": "双方\U000200cc\U0003134f约定。"}
    case = road.walk(desk, "agreement", agreement=facts)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "issue", {})
    assert "U+3134F" in no.value.sentence or "\U0003134f" in no.value.sentence
    assert not cases.get(desk, case.id).documents
    assert road.standing(cases.get(desk, case.id)).facts == facts["facts"]


# --- numbers --------------------------------------------------------------------------------------------------------------------


def test_numbers_run_by_year_without_a_gap(desk: Desk, clock: Clock) -> None:
    first, second = road.walk(desk, "accept"), road.walk(desk, "accept")
    with pytest.raises(Refusal):
        intake.open_case(desk, {"category": "finance"})
    clock.day = date(2027, 1, 4)
    third = road.walk(desk, "accept", road.case(received_on="2026-12-30"), accept={"accepted_on": "2026-12-31"})
    fourth = road.walk(desk, "accept", road.case(received_on="2027-01-04"))
    assert [one.number for one in (first, second, third, fourth)] == [
        "（2026）新诉调字第1号", "（2026）新诉调字第2号", "（2026）新诉调字第3号", "（2027）新诉调字第1号",
    ]  # fmt: skip
    assert [one.entry_number for one in (first, second, third, fourth)] == ["2026-00001", "2026-00002", "2027-00001", "2027-00002"]


def test_a_void_number_stays_listed_and_a_series_begins_where_the_paper_register_stands(desk: Desk) -> None:
    from db.queries import numbers
    from db.vocabulary import NumberKind

    case = road.walk(desk, "accept")
    with desk.work("void_number") as w:
        given = numbers.listed(w.session, desk.organisation_id, NumberKind.OFFICIAL, 2026)
        numbers.void(w.session, given[0].id, "登记有误")
        numbers.start_at(w.session, desk.organisation_id, NumberKind.OFFICIAL, 2026, 12)
        w.commit()
    assert road.walk(desk, "accept").number == "（2026）新诉调字第12号"
    with desk.reading() as session:
        listed = numbers.listed(session, desk.organisation_id, NumberKind.OFFICIAL, 2026)
    assert [(one.text, one.state) for one in listed] == [(case.number, NumberState.VOID), ("（2026）新诉调字第12号", NumberState.USED)]
    assert listed[1].case_id is not None


# --- the register ---------------------------------------------------------------------------------------------------------------


def test_register_sorts_by_the_day_of_acceptance(desk: Desk) -> None:
    late = road.walk(desk, "accept")
    early = road.walk(desk, "accept", accept={"accepted_on": "2026-03-03"})
    assert [row.id for row in register.page(desk)] == [late.id, early.id]
    assert [row.id for row in register.page(desk, before=late.order)] == [early.id]
    assert register.told(register.page(desk)[0])["claim_fen"] == 519425392
