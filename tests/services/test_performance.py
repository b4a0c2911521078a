"""Performance through the services on three engines: instalments, sheep by a sister, a group of 47, default, return visits, reminders."""

from datetime import date
from typing import Any

import pytest

from db.models.case import Case
from db.vocabulary import Stage
from desktop.domain.refusal import Refusal
from desktop.services import cases, groups, performance, return_visits, today
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

INSTALMENTS = [{"due_on": "2026-04-20", "amount": "20000"}, {"due_on": "2026-05-20", "amount": "20000"}]
SISTER = {"role": "third_party", "name": "那某花", "id_number": "150105199008081521", "phone": "13800000059"}


def agreed(desk: Desk, *obligations: dict[str, Any], parties: tuple[dict[str, Any], ...] = (road.WANG, road.ZHANG), **more: Any) -> Case:
    sheet = road.case(*parties, category="other", cause="买卖合同纠纷", claim="40000")
    return road.walk(desk, "sign", sheet, agreement={**road.values("agreement"), "obligations": list(obligations), **more})


def due(desk: Desk) -> list[today.Task]:
    sheet = today.sheet(desk)
    return [*sheet.overdue, *sheet.today, *sheet.week]


def owing(desk: Desk) -> list[today.Task]:
    return [task for task in due(desk) if task.move == "perform"]


def owed(**values: Any) -> dict[str, Any]:
    return road.owed(**{"debtors": ["2"], "amount": "40000", **values})


def test_instalments_part_payment_and_lateness(desk: Desk, clock: Clock) -> None:
    found = agreed(desk, owed(timing="instalments", due_on="", instalments=INSTALMENTS))
    clock.day = date(2026, 4, 22)
    assert [(one.due_on, one.move, one.days_left) for one in owing(desk)] == [(date(2026, 4, 20), "perform", -2)]
    found = performance.perform(desk, found.id, {"amount": "15000", "day": "2026-04-20", "receipt": "收条"}, found.version)
    assert found.stage is Stage.PERFORMING and found.moves[-1].key == "perform"
    assert (found.agreements[0].obligations[0].performances[0].party_id, found.parties[1].id) == (found.parties[1].id,) * 2
    first, second = performance.schedule(desk, found)
    assert (first.state, first.remaining, first.late_days) == ("overdue", "5,000.00 yuan", 2)
    assert (second.state, second.performed) == ("open", "0.00 yuan")
    for values, field in (
        ({"amount": "25000.01"}, "amount"),
        ({"amount": "6000", "instalment": 1}, "amount"),
        ({"amount": "1", "day": "2026-03-08"}, "day"),
        ({"amount": "1", "day": "2026-04-23"}, "day"),
        ({"quantity": "3"}, "quantity"),
        ({"instalment": 3}, "instalment"),
        ({"obligation": 2}, "obligation"),
        ({"members": ["张某某"]}, "members"),
        ({"payer": "无此人"}, "payer"),
        ({"payer": "2", "other_payer": "某花"}, "other_payer"),
        ({"other_payer": "张某某"}, "other_payer"),
    ):
        with pytest.raises(Refusal) as no:
            performance.perform(desk, found.id, values)
        assert no.value.field == field, no.value.sentence
    found = performance.perform(desk, found.id, {})  # what is left of the part that is next
    assert performance.schedule(desk, found)[0].late_days == 2 and found.agreements[0].obligations[0].performances[-1].amount_fen == 500_000
    clock.day = date(2026, 5, 18)
    found = performance.perform(desk, found.id, {"amount": "20000"})
    assert found.stage is Stage.PERFORMED and owing(desk) == []
    with pytest.raises(Refusal, match="not possible while"):
        performance.perform(desk, found.id, {"amount": "1"})


def test_fourteen_sheep_handed_over_by_a_sister(desk: Desk, clock: Clock) -> None:
    """A is owed 20,000 for fodder; B gives 14 ewes at 1,450, worth 20,300, through his sister; A gives 300 back in cash at the table."""
    sheep = {
        "kind": "in_kind", "debtors": ["2"], "creditors": ["1"], "performer": "3", "subject": "成年母羊", "quantity": "14", "unit": "只",
        "unit_price": "1450", "due_on": "2026-03-30", "place": "申请人羊圈", "done_when": "申请人清点后在收条上签字",
    }  # fmt: skip
    back = {"kind": "money", "debtors": ["1"], "creditors": ["2"], "subject": "羊款多出草料款的部分", "amount": "300", "timing": "at_once",
            "way": "cash"}  # fmt: skip
    found = agreed(desk, sheep, back, parties=(road.WANG, road.ZHANG, SISTER))
    with pytest.raises(Refusal, match="whole") as no:
        performance.perform(desk, found.id, {"obligation": 1, "quantity": "2.5"})
    assert no.value.field == "quantity"
    assert found.agreements[0].obligations[0].amount_fen == 2_030_000
    with pytest.raises(Refusal, match="Say which obligation"):
        performance.perform(desk, found.id, {})
    found = performance.perform(desk, found.id, {"obligation": 2})
    assert found.stage is Stage.PERFORMING
    clock.day = date(2026, 3, 20)
    with pytest.raises(Refusal, match="No money is owed"):
        performance.perform(desk, found.id, {"obligation": 1, "amount": "20300"})
    with pytest.raises(Refusal, match="15只 is more"):
        performance.perform(desk, found.id, {"quantity": "15"})
    found = performance.perform(desk, found.id, {"quantity": "9", "payer": "那某花", "receipt": "收条"})
    assert [line.remaining for line in performance.schedule(desk, found)] == ["5只", "0.00 yuan"]
    found = performance.perform(desk, found.id, {"quantity": "5只", "payer": "3"})
    assert found.stage is Stage.PERFORMED
    done = found.agreements[0].obligations[0].performances
    assert [one.quantity for one in done] == ["9", "5"] and {one.party_id for one in done} == {found.parties[2].id}


def workers(desk: Desk, n: int = 47) -> Case:
    members = [
        {"name": f"工人{k}", "id_number": f"D{k:07d}", "id_kind": "other", "amount": "1000", "represents": k <= 2, "paper": "推选书",
         "authority": ["settle", "receive"]}
        for k in range(1, n + 1)
    ]  # fmt: skip
    group = {"role": "applicant", "kind": "group", "name": "某工地农民工", "phone": "13800000071", "members": members}
    return agreed(desk, owed(amount=str(1000 * n), due_on="2026-04-20", divide="claimed"), parties=(group, road.FARM))


def test_thirty_five_of_forty_seven_workers(desk: Desk, clock: Clock) -> None:
    found = workers(desk)
    clock.day = date(2026, 4, 20)
    names = [f"工人{k}" for k in range(1, 36)]
    with pytest.raises(Refusal, match="which members"):
        performance.perform(desk, found.id, {"amount": "35000"})
    with pytest.raises(Refusal, match="come to 35,000.00 yuan"):
        performance.perform(desk, found.id, {"amount": "34000", "members": names})
    found = performance.perform(desk, found.id, {"amount": "35000", "members": names, "way": "transfer", "receipt": "代发回单"})
    (now,) = performance.balance(desk, found)
    assert now.counts == (35, 0, 12, 0) and now.due == 1_200_000 and found.stage is Stage.PERFORMING
    (task,) = owing(desk)
    assert task.note == "12 of 47 are open." and "12,000.00 yuan" in task.what and task.due_on == date(2026, 4, 20)
    for members, word in ((["工人1"], "paid already"), (["36", "工人36"], "twice"), (["48"], "no member")):
        with pytest.raises(Refusal, match=word):
            performance.perform(desk, found.id, {"members": members})
    found = performance.perform(desk, found.id, {"members": ["36"], "amount": "400"})
    assert performance.balance(desk, found)[0].of_member(found.parties[0].members[35].id)[0].remaining == 60_000
    clock.day = date(2026, 4, 27)
    found = performance.perform(desk, found.id, {"amount": "11600"})  # the whole rest: everybody who is open
    assert found.stage is Stage.PERFORMED and performance.balance(desk, found)[0].late_days == 7


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_members_are_paid_after_a_group_was_split(desk: Desk, clock: Clock) -> None:
    found = groups.split(desk, workers(desk, 3).id, {})
    clock.day = date(2026, 4, 20)
    for values, field in (({"amount": "1000"}, "agreement"), ({"members": ["1", "2"], "amount": "2000"}, "amount")):
        with pytest.raises(Refusal) as no:
            performance.perform(desk, found.id, values)
        assert no.value.field == field, no.value.sentence
    found = performance.perform(desk, found.id, {"members": ["工人1", "3"]})
    assert [one.done for one in performance.balance(desk, found)] == [True, False, True]
    found = performance.perform(desk, found.id, {"members": ["2"], "amount": "400"})
    assert found.stage is Stage.PERFORMING
    assert performance.perform(desk, found.id, {"agreement": 2}).stage is Stage.PERFORMED


def test_default_says_what_is_open(desk: Desk, clock: Clock) -> None:
    found = agreed(desk, owed())
    with pytest.raises(Refusal, match="Nothing is overdue on 2026年3月9日: the next day is 2026年4月20日"):
        performance.default(desk, found.id, {"urged": "催告"})
    clock.day = date(2026, 5, 6)
    found = performance.perform(desk, found.id, {"amount": "10000", "day": "2026-04-30"})
    found = performance.default(desk, found.id, {"urged": "电话催告两次。", "told": "sue"}, found.version)
    assert found.stage is Stage.DEFAULTED
    told = found.moves[-1].values
    assert told["told"] == "sue" and told["open"][0]["overdue"] == "3000000" and told["open"][0]["late_days"] == 16
    assert owing(desk) == []
    found = performance.perform(desk, found.id, {"amount": "10000"})
    assert found.stage is Stage.DEFAULTED, "a part does not mend a default"
    found = performance.perform(desk, found.id, {"amount": "20000"})
    assert found.stage is Stage.PERFORMED


def test_stale_version_keeps_nothing(desk: Desk) -> None:
    found = agreed(desk, owed())
    with pytest.raises(Refusal) as no:
        performance.perform(desk, found.id, {"amount": "1"}, found.version - 1)
    assert no.value.code == "stale" and not cases.get(desk, found.id).agreements[0].obligations[0].performances


def test_return_visit_and_the_next(desk: Desk, clock: Clock) -> None:
    found = agreed(desk, owed())
    first = return_visits.next_visit(desk, found)
    assert first is not None and first.counted_from == date(2026, 3, 9) and first.due == date(2026, 4, 8)
    assert not [one for one in due(desk) if one.move == "return_visit"]
    clock.day = date(2026, 4, 1)
    with pytest.raises(Refusal, match="Say what was found"):
        return_visits.record(desk, found.id, {"way": "电话"})
    with pytest.raises(Refusal, match="lies before"):
        return_visits.record(desk, found.id, {"text": "好", "day": "2026-03-08"})
    found = return_visits.record(desk, found.id, {"party": "1", "way": "电话", "performance": "未到期", "satisfied": True})
    assert found.return_visits[0].visitor == "王某" and found.stage is Stage.CONCLUDED
    later = return_visits.next_visit(desk, found)
    assert later is not None and later.counted_from == date(2026, 4, 20)
    clock.day = date(2026, 5, 20)
    assert [one.due_on for one in due(desk) if one.move == "return_visit"] == [later.due]
    found = return_visits.record(desk, found.id, {"text": "已履行。"})
    assert return_visits.next_visit(desk, found) is None


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_sister_who_is_no_party_pays_and_gets_the_receipt(desk: Desk) -> None:
    from db.vocabulary import PaperKind
    from desktop.documents import blocks
    from desktop.services import actions, originals, printing

    found = agreed(desk, owed(timing="at_once", due_on=""))
    found = performance.perform(desk, found.id, {"amount": "100", "other_payer": "那某花", "receipt": "收条"})
    paid = found.agreements[0].obligations[0].performances[0]
    assert (paid.party_id, paid.payer) == (None, "那某花")
    assert "收到那某花（代张某某）支付的" in str(blocks.to_json(printing.paper(desk, found, PaperKind.RECEIPT)))
    found = actions.act(desk, found.id, "issue", {"paper": "receipt"})
    assert [one.holder for one in originals.of_case(desk, found)[-1][1]][0] == "那某花"
