"""What is kept: a stale change is refused with both values, drafts are no cases, everything typed is found and comes back exactly."""

import threading
from datetime import date
from typing import Any

import pytest

from db.engine import Database
from db.models.agreement import Agreement
from db.models.case import Case
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_told, cases, drafts, intake, people, register, upkeep
from desktop.services.desk import Desk
from tests.databases import address, reopen
from tests.services import road


def test_a_stale_case_is_refused_with_both_values(desk: Desk) -> None:
    case = road.walk(desk)
    actions.act(desk, case.id, "accept", {}, case.version)
    case = cases.get(desk, case.id)
    actions.act(desk, case.id, "assign", {"mediator": "王某"}, case.version)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "session", road.values("session"), case.version)
    assert no.value.code == "stale"
    assert [fault.field for fault in no.value.faults] == ["stage"]
    assert "accepted" not in cases.get(desk, case.id).stage.value and not cases.get(desk, case.id).sessions


def test_a_stale_agreement_is_refused_and_the_first_save_stands(desk: Desk) -> None:
    case = road.walk(desk, "agreement")
    read: Agreement = road.standing(case)
    first = {**road.values("agreement"), "place": "第一调解室"}
    actions.act(desk, case.id, "agreement", first, read.version)
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "agreement", {**first, "place": "第二调解室"}, read.version)
    assert no.value.code == "stale"
    place = next(fault for fault in no.value.faults if fault.field == "place")
    assert "第一调解室" in place.sentence and "第二调解室" in place.sentence
    assert road.standing(cases.get(desk, case.id)).place == "第一调解室"


def test_every_save_of_an_agreement_is_a_version(desk: Desk) -> None:
    from sqlalchemy import select

    from db.models.agreement import AgreementVersion

    case = road.walk(desk, "agreement")
    case = actions.act(desk, case.id, "agreement", {**road.values("agreement"), "obligations": [road.owed(amount="1")]})
    with desk.reading() as session:
        versions = session.scalars(select(AgreementVersion).order_by(AgreementVersion.number)).all()
    assert [one.number for one in versions] == [1, 2] and road.standing(case).version_number == 2
    assert [one.values["obligations"][0]["amount"] for one in versions] == [519425392, 100]
    assert [one.amount_fen for one in road.standing(case).obligations] == [100]


def test_a_draft_is_outside_journal_search_and_numbers(desk: Desk) -> None:
    typed: dict[str, Any] = {"parties": [{"name": "未完"}], "claim": "1,2.3"}
    drafts.keep(desk, "new_dispute", {"parties": []})
    drafts.keep(desk, "new_dispute", typed)
    assert drafts.kept(desk, "new_dispute") == typed
    assert register.find(desk, "未完") == [] and register.page(desk) == []
    assert upkeep.verify(desk) == []
    drafts.drop(desk, "new_dispute")
    assert drafts.kept(desk, "new_dispute") is None
    assert road.walk(desk).entry_number == "2026-00001"


EXACT = ["诸葛", "𨱏某", "ᠮᠣᠩᠭᠣᠯ", "<b>&{{x}}</b>", "巴图·孟和", 'O\'Neil "x" % _', "㛃䶮𬭎𬱖龑"]


@pytest.mark.parametrize("name", EXACT)
def test_a_name_is_stored_and_found_exactly(desk: Desk, name: str) -> None:
    other = road.walk(desk)
    case = road.walk(desk, "accept", road.case({**road.WANG, "name": name}, road.ZHANG))
    assert cases.get(desk, case.id).parties[0].name == name
    assert [row.id for row in register.find(desk, name[:2])] == [case.id]
    assert other.id not in {row.id for row in register.find(desk, name)}


def test_what_finds_a_case(desk: Desk) -> None:
    agent = {"name": "乌兰", "authority_level": "special", "items": ["代为参加调解"], "phone": "13911112222"}
    speaker = {"name": "那顺", "represents": True, "phone": "13700001111"}
    household = {"role": "respondent", "kind": "household", "name": "那顺户", "members": [speaker]}
    sheet = road.case({**road.WANG, "agents": [agent], "other_names": ["诸葛孔明"]}, household, platform_number="PT202600088")
    case = road.walk(desk, "accept", sheet)
    noise = road.walk(desk, "accept")
    for text in (
        "诸葛", "诸葛明", "zgm", "孔明", "乌兰", "13911112222", "那顺", "13700001111", "150105199008081521", "PT202600088",
        "（2026）新诉调字第1号", "(2026)新诉调字第1号", "2026-00001", "诸葛 那顺",
    ):  # fmt: skip
        found = [row.id for row in register.find(desk, text)]
        assert case.id in found, text
        assert noise.id not in found or text == "2026-00001", text
    assert register.find(desk, "诸葛 无此人") == []
    assert len(register.find(desk, "")) == 2 and len(register.find(desk, "新诉调", 1)) == 1 and len(register.find(desk, "新诉调", 0)) == 2


def test_a_number_names_one_case_in_any_spelling(desk: Desk) -> None:
    case = road.walk(desk, "accept", road.case(referral={"court": "内0122", "court_number": "（2021）内0122诉前调268号"}))
    for number in ("（2026）新诉调字第1号", "(2026)新诉调字第1号", "2026-00001", "2026-1", "(2021)内0122诉前调268号"):
        assert cases.get(desk, number).id == case.id, number
    with pytest.raises(Refusal, match="no case"):
        cases.get(desk, "2026-9")


def test_a_change_by_another_tool_is_found(desk: Desk, database: Database) -> None:
    from sqlalchemy import text

    case = road.walk(desk, "sign")
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE obligation SET amount_fen = 1 WHERE case_id = :case"), {"case": case.id})
    found = upkeep.verify(desk)
    assert [(one.kind, one.table, one.column) for one in found] == [("changed", "obligation", "amount_fen")]
    assert "obligation" in upkeep.sentence(found[0]) and "amount_fen" in upkeep.sentence(found[0])


def test_two_windows_never_give_one_number_twice(desk: Desk, database: Database) -> None:
    assert address(database)
    second = Desk(reopen(database), desk.folder, desk.person, desk.organisation_id, False, False, desk.today, desk.now)
    found: list[Case] = []

    def work(at: Desk) -> None:
        for _ in range(5):
            found.append(road.walk(at, "accept"))

    threads = [threading.Thread(target=work, args=(at,)) for at in (desk, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    second.close()
    assert sorted(one.entry_number for one in found) == [f"2026-{n:05d}" for n in range(1, 11)]
    assert {one.number for one in found} == {f"（2026）新诉调字第{n}号" for n in range(1, 11)}
    assert len({one.order for one in found}) == 10 and upkeep.verify(desk) == []


def test_a_private_note_reaches_no_paper_and_no_file(desk: Desk) -> None:
    from db.vocabulary import PaperKind
    from desktop.documents import blocks
    from desktop.services import printing

    case = road.walk(desk, "session", session={**road.values("session"), "private_note": "背靠背底线三百万"})
    assert "底线" not in str(case_told.told(desk, case))
    assert "底线" not in str(blocks.to_json(printing.paper(desk, case, PaperKind.SESSION_RECORD)))


def test_category_facts_are_kept_with_exact_sums(desk: Desk) -> None:
    case = intake.open_case(desk, road.case(facts={"contract_name": "借款合同", "principal": "4500000.10", "signed_on": "2018-09-20"}))
    assert cases.get(desk, case.id).facts == {"contract_name": "借款合同", "principal": 450000010, "signed_on": "2018-09-20"}
    with pytest.raises(Refusal) as no:
        intake.open_case(desk, road.case(facts={"plate": "蒙A12345"}))
    assert no.value.field == "facts.plate"


def test_a_mediator_away_is_not_assigned(desk: Desk) -> None:
    people.add_mediator(desk, {"name": "过期", "valid_to": "2026-01-01"})
    with pytest.raises(Refusal, match="ran out on 2026-01-01"):
        road.walk(desk, "assign", assign={"mediator": "过期"})


def test_the_sheet_of_the_day(desk: Desk) -> None:
    from desktop.services import today

    road.walk(desk)
    road.walk(desk, "accept", road.case(referral={"regime": "file_first_2025", "court": "内0102", "procedure": "summary"}))
    road.walk(desk, "accept", road.case(referral={"regime": "pre_filing_2016", "slip_signed_on": "2026-01-02"}, received_on="2026-01-02"))
    road.walk(desk, "sign")
    sheet = today.sheet(desk)
    assert [task.due_on for task in sheet.overdue] == [date(2026, 2, 2)]
    assert {task.move for task in sheet.waiting} == {"accept", "slip"}
    assert any("clock has not started" in task.what for task in sheet.waiting)
