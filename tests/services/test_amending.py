"""A new agreement in place of the one in force, the papers of one that is not performed, and what a court did with it."""

from datetime import date

import pytest

from db.models.case import Case
from db.vocabulary import AgreementStatus, OutcomeCode, PaperKind, Stage
from desktop.documents.blocks import texts
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, confirmation, judging, office_settings, printing, statistics
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

PLAN = [{"due_on": "2026-04-20", "amount": "20000"}, {"due_on": "2026-05-20", "amount": "20000"}]


@pytest.fixture
def signed(desk: Desk) -> Case:
    owed = road.owed(debtors=["2"], amount="40000", timing="instalments", due_on="", instalments=PLAN)
    sheet = road.case(road.WANG, road.ZHANG, category="other", cause="买卖合同纠纷", claim="40000")
    return road.walk(desk, "sign", sheet, agreement={**road.values("agreement"), "obligations": [owed]})


def said(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> str:
    return "\n".join(text for _place, text in texts(printing.paper(desk, case, kind, subject)))


def offered(desk: Desk, case: Case) -> set[str]:
    return {step.move for step in confirmation.look(desk, case).steps if step.move}


def later(desk: Desk, clock: Clock, case: Case) -> Case:
    """The first instalment paid, the second in default, a new agreement drafted."""
    actions.act(desk, case.id, "perform", {"amount": "20000"})
    clock.day = date(2026, 5, 25)
    actions.act(desk, case.id, "default", {"urged": "电话催告。", "told": "mediate"})
    return actions.act(desk, case.id, "amend", {"reason": "被申请人资金困难，双方同意延期。"})


def test_a_new_agreement_takes_the_place_of_the_old(desk: Desk, clock: Clock, signed: Case) -> None:
    found = later(desk, clock, signed)
    old, new = found.agreements
    assert (found.stage, old.status, new.status, new.amends_id) == (
        Stage.DEFAULTED, AgreementStatus.SIGNED, AgreementStatus.DRAFT, old.id,
    )  # fmt: skip
    left = new.obligations[0]
    assert (left.amount_fen, [one.amount_fen for one in left.instalments]) == (2_000_000, [2_000_000])
    with pytest.raises(Refusal, match="being written already"):
        actions.act(desk, found.id, "amend", {"reason": "再次变更。"})
    found = actions.act(
        desk,
        found.id,
        "agreement",
        {
            "day": "2026-05-25",
            "obligations": [road.owed(debtors=["2"], amount="20000", due_on="2026-12-20")],
            "confirmation_wanted": False,
        },
    )
    assert [one.obligations[0].due_on for one in found.agreements] == [None, date(2026, 12, 20)]
    assert not [one for one in judging.judge(desk, found, found.agreements[1]) if one.level == "red"]
    with pytest.raises(Refusal, match="There are 2 agreements.*2 Being written"):
        said(desk, found, PaperKind.AGREEMENT)
    found = actions.act(desk, found.id, "issue", {})
    assert found.agreements[1].number == f"{found.number}之一"
    text = said(desk, found, PaperKind.AGREEMENT, 2)
    assert f"编号：{found.number}）" in text and f"{found.number}之一" in text
    found = actions.act(desk, found.id, "sign", {"signed_on": "2026-05-25"})
    assert [one.status for one in found.agreements] == [AgreementStatus.SUPERSEDED, AgreementStatus.SIGNED]
    assert found.stage is Stage.CONCLUDED
    # the case was settled once: a new agreement in place of the old is no second outcome
    assert [one.code for one in found.outcomes if not one.undone] == [OutcomeCode.AGREED_WRITTEN]
    clock.day = date(2026, 12, 20)
    found = actions.act(desk, found.id, "perform", {"amount": "20000"})
    assert found.agreements[1].obligations[0].performances and found.stage is not Stage.DEFAULTED
    told = case_told.told(desk, found)
    assert told["next_steps"] == []


def test_a_new_agreement_that_is_given_up(desk: Desk, clock: Clock, signed: Case) -> None:
    found = later(desk, clock, signed)
    with pytest.raises(Refusal):
        actions.act(desk, found.id, "archive", {})
    found = actions.act(desk, found.id, "amend_drop", {"reason": "双方未能一致。"})
    assert [one.status for one in found.agreements] == [AgreementStatus.SIGNED, AgreementStatus.VOID]
    assert found.stage is Stage.DEFAULTED
    with pytest.raises(Refusal, match="No agreement is being written"):
        actions.act(desk, found.id, "amend_drop", {"reason": "再次放弃。"})
    with pytest.raises(Refusal, match="choose"):
        actions.act(desk, found.id, "agreement", {"facts": "改写。"})
    again = actions.act(desk, found.id, "amend", {"reason": "再次协商。"})
    assert [one.status for one in again.agreements][-1] is AgreementStatus.DRAFT


def test_papers_of_an_agreement_that_is_not_performed(desk: Desk, clock: Clock, signed: Case) -> None:
    with pytest.raises(Refusal, match="still to be performed"):
        printing.paper(desk, signed, PaperKind.PERFORMANCE_CERTIFICATE)
    clock.day = date(2026, 4, 25)
    found = actions.act(desk, signed.id, "default", {"urged": "电话催告。", "told": "mediate"})
    assert {"default", "amend"} <= offered(desk, found)
    letter = said(desk, found, PaperKind.DEMAND_LETTER)
    assert "2026年4月20日" in letter and "20,000.00" in letter and "2026年5月2日" in letter  # due, how much, seven days
    tips = said(desk, found, PaperKind.ENFORCEMENT_TIPS)
    assert (
        "支付令" in tips and "40,000.00" in tips and "于2029年5月21日届满" in tips
    )  # three years from 20 May 2026, a Sunday (民法典 188, 203)
    clock.day = date(2029, 5, 22)
    assert "已于2029年5月21日届满：仍可以起诉" in said(desk, found, PaperKind.ENFORCEMENT_TIPS)
    clock.day = date(2026, 4, 25)
    wanted = {one.kind for one in printing.printable(found)}
    assert {PaperKind.DEMAND_LETTER, PaperKind.ENFORCEMENT_TIPS} <= wanted and PaperKind.PERFORMANCE_CERTIFICATE not in wanted
    found = actions.act(desk, found.id, "perform", {"amount": "40000", "receipt": "收条"})
    certificate = said(desk, found, PaperKind.PERFORMANCE_CERTIFICATE)
    assert "40,000.00" in certificate and "2026年4月25日" in certificate and "收条" in certificate
    with pytest.raises(Refusal, match="Nothing is left to perform"):
        printing.paper(desk, found, PaperKind.DEMAND_LETTER)


def test_who_else_has_a_right_declares_it(desk: Desk, signed: Case) -> None:
    found = road.walk(
        desk,
        "agreement",
        road.case(road.WANG, road.ZHANG, category="other", claim="40000"),
        agreement={
            **road.values("agreement"),
            "obligations": [road.owed(debtors=["2"], amount="40000")],
            "third_parties": [
                {"kind": "spouse", "exists": True, "name": "那某花", "right": "夫妻共同财产"},
                {"kind": "co_owner", "exists": False},
            ],
        },
    )
    text = said(desk, found, PaperKind.THIRD_PARTY_DECLARATION)
    assert "那某花" in text and "夫妻共同财产" in text
    with pytest.raises(Refusal, match="has not been asked"):
        printing.paper(desk, signed, PaperKind.THIRD_PARTY_DECLARATION)


def test_what_a_court_asks_for_and_does_not_confirm(desk: Desk, signed: Case) -> None:
    court = next(one for one in office_settings.courts(desk) if one.code == "内0102")
    assert "court_refuses" not in {one.kind for one in judging.judge(desk, signed, signed.agreements[0])}
    office_settings.change_court(desk, court.id, {"asks": ["送达地址确认书"], "refuses": ["own_cases", "labour"], "originals": 3})
    found = [one for one in judging.judge(desk, signed, signed.agreements[0]) if one.kind == "court_refuses"]
    assert ["Cases that no court has referred" in one.sentence for one in found] == [True]
    applied = confirmation.apply(desk, signed.id, {"court": "内0102", "undertaking": True})
    assert "协议书三份" in said(desk, applied, PaperKind.CONFIRMATION_APPLICATION).replace(" ", "").replace("原件", "")


def test_reasons_of_refusal_are_counted_and_answered(desk: Desk, clock: Clock, signed: Case) -> None:
    confirmation.apply(desk, signed.id, {"court": "内0102", "undertaking": True})
    clock.day = date(2026, 3, 16)
    values = {"result": "dismissed", "ruled_on": "2026-03-16", "court_number": "(2026)内0102诉前调确17号", "reason": "内容不明确。"}
    found = confirmation.result(desk, signed.id, {**values, "reason_kind": "unclear"})
    steps = confirmation.look(desk, found).steps
    assert steps[0].sentence.startswith("Write the unclear obligation anew") and {one.move for one in steps} == {"", "amend"}
    counted = statistics.report(desk, "refusal", date(2026, 1, 1), date(2026, 12, 31))
    assert {line.codes: line.values["confirmation_refused"] for line in counted.lines if line.values["confirmation_refused"]} == {
        ("unclear",): 1
    }
