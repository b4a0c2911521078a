"""Judicial confirmation through the services on three engines: apply, supplement, each result, objections, the last day on a holiday."""

from datetime import date
from typing import Any

import pytest

from db.models.case import Case
from db.vocabulary import ConfirmationResult, Stage
from desktop.domain.refusal import Refusal
from desktop.services import case_told, confirmation, performance
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

APPLY = {"court": "内0102", "undertaking": True}


@pytest.fixture
def signed(desk: Desk) -> Case:
    return road.walk(desk, "sign", road.case(road.WANG, road.ZHANG), agreement={**road.values("agreement"), "obligations": [OWED]})


OWED = road.owed(debtors=["2"])


def test_confirmed_and_objected(desk: Desk, clock: Clock, signed: Case) -> None:
    before = confirmation.look(desk, signed)
    assert before.terms is not None and before.terms.latest.due == date(2026, 4, 8) and before.why_not == ""
    assert [one.court.code for one in before.courts][:1] == ["内0102"] or before.courts
    found = confirmation.apply(desk, signed.id, APPLY, signed.version)
    assert found.stage is Stage.CONCLUDED and found.confirmations[0].result is ConfirmationResult.PENDING
    with pytest.raises(Refusal, match="has been applied for"):
        confirmation.apply(desk, signed.id, APPLY)
    clock.day = date(2026, 3, 12)
    with pytest.raises(Refusal, match="until when the court"):
        confirmation.supplement(desk, found.id, {"asked": "补充材料"})
    found = confirmation.supplement(desk, found.id, {"asked": "送达地址确认书", "supplement_until": "2026-03-16"})
    assert found.confirmations[-1].supplement_asked == "送达地址确认书"
    assert [one["note"] for one in case_told.told(desk, found)["dues"] if one["key"] == "supplement"] == ["送达地址确认书"]
    clock.day = date(2026, 3, 13)
    found = confirmation.supplement(desk, found.id, {"supplemented_on": "2026-03-13"})
    assert found.confirmations[0].supplement_until == date(2026, 3, 16)
    good = {"result": "confirmed", "court_number": "（2026）内0102诉前调确16号", "accepted_on": "2026-03-16", "ruled_on": "2026-03-20",
            "served_on": "2026-03-23"}  # fmt: skip
    clock.day = date(2026, 3, 24)
    for instead, field in (
        ({"court_number": "2026内0102民特16号"}, "court_number"),
        ({"court_number": "（2026）内0102诉前调确016号"}, "court_number"),
        ({"court_number": ""}, "court_number"),
        ({"ruled_on": ""}, "ruled_on"),
        ({"ruled_on": "2026-03-08"}, "ruled_on"),
        ({"ruled_on": "2026-03-15"}, "ruled_on"),
        ({"served_on": "2026-03-19"}, "served_on"),
        ({"served_on": "2026-03-25"}, "served_on"),
        ({"result": "pending"}, "result"),
        ({"result": "dismissed"}, "reason"),
    ):
        with pytest.raises(Refusal) as no:
            confirmation.result(desk, found.id, {**good, **instead})
        assert no.value.field == field, no.value.sentence
    found = confirmation.result(desk, found.id, good, found.version)
    assert found.confirmations[0].result is ConfirmationResult.CONFIRMED and found.stage is Stage.CONCLUDED
    after = confirmation.look(desk, found)
    assert [one.key for one in after.running] == ["confirmation.party_objection", "enforcement.application"]
    assert after.running[0].due == date(2026, 4, 7) and after.third is not None and after.number_remark == ""
    with pytest.raises(Refusal, match="has confirmed"):
        confirmation.apply(desk, signed.id, APPLY)
    clock.day = date(2026, 4, 8)
    with pytest.raises(Refusal, match="ended on 2026年4月7日"):
        confirmation.objected(desk, found.id, {"objected_on": "2026-04-08", "objection": "不服"})
    found = confirmation.objected(desk, found.id, {"objected_on": "2026-04-08", "objection": "处分了他人财产", "known_on": "2026-04-02"})
    assert found.confirmations[0].objected_on == date(2026, 4, 8)


@pytest.mark.parametrize("result", ["dismissed", "not_accepted", "withdrawn", "deemed_withdrawn"])
def test_other_results_leave_the_way_open(desk: Desk, clock: Clock, signed: Case, result: str, engine_name: str) -> None:
    found = confirmation.apply(desk, signed.id, APPLY)
    clock.day = date(2026, 3, 16)
    values: dict[str, Any] = {"result": result, "ruled_on": "2026-03-16", "reason": "协议内容不明确。"}
    if result == "dismissed":
        values["court_number"] = "(2026)内0102诉前调确17号"
    found = confirmation.result(desk, found.id, values)
    assert found.confirmations[0].result.value == result
    again = confirmation.apply(desk, found.id, {**APPLY, "court": "呼和浩特市新城区人民法院"})
    assert len(again.confirmations) == 2
    with pytest.raises(Refusal, match="nothing to object"):
        confirmation.objected(desk, found.id, {"objected_on": "2026-03-16", "objection": "不服"})


def test_last_day_on_a_holiday(desk: Desk, clock: Clock) -> None:
    clock.day = date(2026, 9, 1)
    sheet = road.case(road.WANG, road.ZHANG, received_on="2026-08-31")
    found = road.walk(
        desk,
        "sign",
        sheet,
        session={"day": "2026-09-01", "text": "双方同意。"},
        agreement={**road.values("agreement"), "day": "2026-09-01", "obligations": [road.owed(debtors=["2"], due_on="2026-12-01")]},
        sign={"signed_on": "2026-09-01"},
    )
    look = confirmation.look(desk, found)
    assert look.terms is not None and (look.terms.earliest.nominal, look.terms.earliest.due) == (date(2026, 10, 1), date(2026, 10, 8))
    clock.day = date(2026, 10, 9)
    assert "ended on 2026年10月8日" in confirmation.look(desk, found).why_not
    with pytest.raises(Refusal, match="ended on 2026年10月8日"):
        confirmation.apply(desk, found.id, APPLY)
    found = confirmation.apply(desk, found.id, {**APPLY, "applied_on": "2026-10-08"})  # in time, entered a day later
    assert found.confirmations[0].applied_on == date(2026, 10, 8)


def test_what_an_application_is_refused_for(desk: Desk, clock: Clock, signed: Case) -> None:
    clock.day = date(2026, 3, 11)
    for instead, field in (
        ({"court": "某法院"}, "court"),
        ({"undertaking": False}, "undertaking"),
        ({"applied_on": "2026-03-08"}, "applied_on"),
        ({"applied_on": "2026-03-12"}, "applied_on"),
        ({"agreement": 2}, "agreement"),
    ):
        with pytest.raises(Refusal) as no:
            confirmation.apply(desk, signed.id, {**APPLY, **instead})
        assert no.value.field == field, no.value.sentence
    with pytest.raises(Refusal, match="No application"):
        confirmation.result(desk, signed.id, {"result": "withdrawn", "reason": "撤回"})


def test_performed_already_is_a_warning_not_a_refusal(desk: Desk, signed: Case) -> None:
    done = performance.perform(desk, signed.id, {"amount": "5194253.92"})
    assert [one.kind for one in confirmation.look(desk, done).findings] == ["performed"]
    assert confirmation.apply(desk, done.id, APPLY).confirmations


def test_a_script_learns_whether_where_and_until_when(desk: Desk, signed: Case) -> None:
    told = case_told.told(desk, signed)["confirmation"]
    assert (told["why_not"], told["latest"]) == ("", "2026-04-08")
    assert told["courts"][0]["name"].endswith("人民法院") and told["courts"][0]["points"]
    assert "第二百零五条" in told["source"]
    early = case_told.told(desk, road.walk(desk, "session"))["confirmation"]
    assert early["why_not"] and early["latest"] is None
