"""The sheet of a new dispute, written by keyboard in the real window."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.refusal import Fault
from desktop.services import cases, drafts, register
from tests import window_driver

PERSON = "150105198001010013"
OTHER = "150122195503070027"
COMPANY = "91110000600037341L"


@pytest.fixture
def driver(qt: Any, tmp_path: Path) -> Iterator[window_driver.Driver]:
    """A window on an empty office, at a new dispute."""
    found = window_driver.Driver(window_driver.office(tmp_path / "office"))
    found.press("F3")
    yield found
    found.close()


def test_a_dispute_is_written_from_an_empty_sheet_to_its_entry_number(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三", "", "", "汉", "13800000000", "呼和浩特市赛罕区某小区", "")
    driver.fill(OTHER, "斯琴", "", "", "蒙古", "13900000000", "托克托县双河镇", "")
    driver.type("o")  # the category "other", found by its letters
    driver.press("Return", "Return")
    driver.fill("1.2万", "11.4")
    driver.type("双方因羊款发生纠纷。")
    driver.press("Ctrl+Return")
    driver.type("请求给付羊款。")
    driver.press("F8")
    row = register.page(driver.desk)[0]
    case = cases.get(driver.desk, row.id)
    assert row.entry_number == "2026-00001"
    assert driver.window.page_name == "case"
    first, second = case.parties
    assert (first.name, first.id_number, first.sex, str(first.birth_date)) == ("张三", PERSON, "male", "1980-01-01")
    assert first.ethnic_group == "汉族"
    assert first.registered_residence == "内蒙古自治区呼和浩特市赛罕区"
    assert (second.name, second.role, second.sex) == ("斯琴", "respondent", "female")
    assert (case.category, case.claim_fen, str(case.happened_on), case.summary) == (
        "other",
        1_200_000,
        "2026-11-04",
        "双方因羊款发生纠纷。",
    )
    assert case.claims == ["请求给付羊款。"]
    assert drafts.kept(driver.desk, "new_dispute") is None


def test_the_number_of_the_paper_fills_the_rest_at_once(driver: window_driver.Driver) -> None:
    driver.type(PERSON)
    values = driver.page.party_values(0)
    assert (values["sex"], values["birth_date"], values["registered_residence"]) == ("male", "1980-01-01", "内蒙古自治区呼和浩特市赛罕区")
    driver.press("Ctrl+A")
    driver.type(OTHER)  # what the first number filled, the second replaces
    values = driver.page.party_values(0)
    assert (values["sex"], values["birth_date"]) == ("female", "1955-03-07")


def test_what_a_person_typed_is_not_overwritten_by_the_number(driver: window_driver.Driver) -> None:
    driver.page.focus_place("parties.0.birth_date")
    driver.fill("1979-12-31")
    driver.page.focus_place("parties.0.id_number")
    driver.fill(PERSON)
    assert driver.page.party_values(0)["birth_date"] == "1979-12-31"
    driver.fill("张三")
    driver.page.settled.emit()
    assert any("date of birth" in text for text in driver.page.living.later[1].sentences())


def test_a_bad_number_is_remarked_and_does_not_stop(driver: window_driver.Driver) -> None:
    driver.fill("150105198001010014", "张三")
    assert "check" in driver.page._people.cards[0].part._basics._rows["id_number"].note.text()
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F8")
    assert driver.window.page_name == "case"


def test_the_line_of_a_card_reader_fills_name_and_address(driver: window_driver.Driver) -> None:
    driver.fill(f"张三|男|蒙古|{PERSON}|内蒙古自治区呼和浩特市赛罕区某街1号|呼和浩特市公安局")
    values = driver.page.party_values(0)
    assert (values["name"], values["id_number"], values["sex"]) == ("张三", PERSON, "male")
    assert values["registered_residence"] == "内蒙古自治区呼和浩特市赛罕区某街1号"


def test_a_code_of_an_organisation_turns_the_party_into_one(driver: window_driver.Driver) -> None:
    driver.fill(COMPANY, "内蒙古某商业银行", "李某", "行长")
    values = driver.page.party_values(0)
    assert (values["kind"], values["uscc"], values["name"]) == ("company", COMPANY, "内蒙古某商业银行")
    assert (values["legal_representative"], values["legal_representative_post"]) == ("李某", "行长")


def test_faults_stand_beside_their_fields_and_the_first_has_the_focus(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "")
    driver.press("F8")
    card = driver.page._people.cards[0].part
    assert driver.window.page_name == "new"
    assert card._basics._rows["name"].note.isVisible()
    assert driver.page.matter._basics._rows["category"].note.isVisible()
    assert driver.focus is card.editor("name").line
    assert driver.page.party_values(0)["id_number"] == PERSON
    assert register.page(driver.desk) == []


def test_a_fault_of_the_second_party_opens_its_card(driver: window_driver.Driver) -> None:
    driver.page.focus_place("parties.1.phone")
    driver.fill("13800000000")
    driver.page.focus_place("parties.0.name")
    driver.fill("张三")
    driver.press("F8")
    assert not driver.page._people.cards[1].folded
    assert driver.focus is driver.page._people.cards[1].part.editor("name").line


def test_what_was_typed_is_there_again_when_the_window_was_closed(qt: Any, tmp_path: Path) -> None:
    desk = window_driver.office(tmp_path / "office")
    first = window_driver.Driver(desk)
    first.press("F3")
    first.fill(PERSON, "张三")
    first.page.focus_place("summary")
    first.type("借款未还。")
    first.window.open_page("today")  # leaving keeps the draft
    first.settle()
    second = window_driver.Driver(desk)
    second.press("F3")
    assert second.page.party_values(0)["name"] == "张三"
    assert second.page.values()["summary"] == "借款未还。"
    assert second.page.note.sentence()
    second.press("Ctrl+N")
    assert second.page.party_values(0).get("name", "") == ""
    assert drafts.kept(desk, "new_dispute") is None
    second.page.note._perform()  # bring back
    second.settle()
    assert second.page.party_values(0)["name"] == "张三"
    first.jobs.close()
    second.close()


def test_the_draft_is_kept_by_itself_after_a_pause(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三")
    driver.wait_for(lambda: drafts.kept(driver.desk, "new_dispute") is not None, 5)


def test_a_party_is_added_and_taken_out_and_brought_back(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三")
    driver.page.focus_place("parties.1.name")
    driver.fill("李四")
    driver.press("F2")
    driver.fill("", "王五")
    assert [party.get("name") for party in driver.page.values()["parties"]] == ["张三", "李四", "王五"]
    driver.press("Ctrl+Del")
    assert [party.get("name") for party in driver.page.values()["parties"]] == ["张三", "李四"]
    driver.press("Alt+Return")
    assert [party.get("name") for party in driver.page.values()["parties"]] == ["张三", "李四", "王五"]


def test_ctrl_down_goes_from_part_to_part_and_ctrl_up_back(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三")
    driver.press("Ctrl+Down")
    driver.fill("", "李四")
    assert [party.get("name") for party in driver.page.values()["parties"]] == ["张三", "李四"]
    driver.press("Ctrl+Down")
    driver.type("other")
    assert driver.page.values()["category"] == "other"
    driver.press("Ctrl+Up", "Ctrl+Up", "Ctrl+Up")
    assert driver.focus is driver.page.origin.stops()[0]


def test_members_of_a_household_and_an_agent(driver: window_driver.Driver) -> None:
    driver.page.focus_place("parties.0.kind")
    driver.type("household")
    driver.page.focus_place("parties.0.name")
    driver.fill("斯琴户", "", "", "", "斯琴", OTHER, "户主", "")
    driver.type("y")
    driver.press("Return", "Return", "Return")
    driver.page.focus_place("parties.0.agents")
    driver.settle()
    agents = driver.page._people.cards[0].part.editor("agents")
    agents.set_value([{"name": "乌兰", "authority_level": "special"}])
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F8")
    case = cases.get(driver.desk, register.page(driver.desk)[0].id)
    assert case.parties[0].kind == "household"
    assert [(m.name, m.id_number, m.represents) for m in case.parties[0].members] == [("斯琴", OTHER, True)]
    assert case.parties[1].name == "乌兰"


def test_earlier_cases_of_the_same_person_are_shown_and_opened(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三")
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F12")
    assert driver.window.page_name == "new"
    assert "2026-00001" in driver.page.note.sentence()
    driver.fill(PERSON)
    driver.page.settled.emit()
    driver.settle()
    assert "2026-00001" in driver.page.living.earlier[1].sentences()[0]
    driver.page.living.earlier[1].setFocus()
    driver.press("Return")
    assert driver.window.page_name == "case"


def test_ten_megabytes_are_refused_by_the_field(driver: window_driver.Driver) -> None:
    QApplication.clipboard().setText("羊" * 10_000_000)
    for place in ("parties.0.name", "summary"):
        driver.page.focus_place(place)
        driver.press("Ctrl+V")
    assert driver.page.party_values(0).get("name", "") == ""
    assert driver.page.values()["summary"] == ""
    assert driver.page._people.cards[0].part._basics._rows["name"].note.isVisible()
    assert driver.page.matter._basics._rows["summary"].note.isVisible()
    QApplication.clipboard().clear()


def test_ten_megabytes_are_refused_by_a_table(driver: window_driver.Driver) -> None:
    driver.page.focus_place("parties.0.kind")
    driver.type("household")
    members = driver.page._people.cards[0].part.editor("members")
    for text in ("羊" * 10_000_000, "a\tb\n" * 2_000_000, "羊" * 3_000):
        QApplication.clipboard().setText(text)
        members.view.setFocus()
        began = time.monotonic()
        driver.press("Ctrl+V")
        assert time.monotonic() - began < 3
        assert members.value() == [] and members.note.text()
    QApplication.clipboard().clear()


def test_a_referral_by_a_court_asks_for_court_and_number(driver: window_driver.Driver) -> None:
    driver.page.focus_place("source")
    driver.type("referred_court")
    driver.page.focus_place("referral.court")
    driver.fill("托克托", "（2026）内0122诉前调268号")
    assert driver.page.values()["referral"]["court"] == "托克托县人民法院"
    driver.page.focus_place("parties.0.name")
    driver.fill("张三")
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F8")
    case = cases.get(driver.desk, register.page(driver.desk)[0].id)
    assert case.referrals[0].court_number == "（2026）内0122诉前调268号"
    assert case.source == "referred_court"


def test_a_category_asks_for_its_own_facts(driver: window_driver.Driver) -> None:
    driver.page.focus_place("category")
    driver.type("traffic")
    driver.settle()
    driver.page.focus_place("facts.accident_place")
    driver.fill("国道110线")
    driver.page.focus_place("parties.0.name")
    driver.fill("张三")
    driver.press("F8")
    case = cases.get(driver.desk, register.page(driver.desk)[0].id)
    assert case.facts["accident_place"] == "国道110线"


def test_in_a_narrow_window_the_panes_take_turns(qt: Any, chinese: None, tmp_path: Path) -> None:
    driver = window_driver.Driver(window_driver.office(tmp_path / "office"), 911, 512)
    driver.press("F3")
    driver.fill(PERSON, "张三")
    driver.page.settled.emit()
    assert driver.page._left.isVisible() and not driver.page.living.isVisible()
    driver.press("F6")
    assert driver.page.living.isVisible() and not driver.page._left.isVisible()
    driver.press("Return")  # the first line leads back to its field
    assert driver.page._left.isVisible()
    assert driver.window.width() == 911
    assert driver.page._left.widget().minimumSizeHint().width() <= driver.page._left.viewport().width()
    driver.close()


def test_a_hundred_parties_of_a_draft_do_not_hold_the_window_up(driver: window_driver.Driver) -> None:
    people = [{"role": "applicant", "kind": "person", "name": f"工人{n}"} for n in range(100)]
    drafts.keep(driver.desk, "new_dispute", {"parties": people})
    second = window_driver.Driver(driver.desk)
    second.press("F3")
    assert len(second.page._people.cards) == 100
    assert [card.drawn for card in second.page._people.cards].count(True) == 1
    second.page.show_faults([Fault("parties.57.phone", "Look at it.")])
    assert second.focus is second.page._people.cards[57].part.editor("phone").line
    second.window.close()
    second.jobs.close()


def test_markup_in_a_name_is_shown_as_typed(driver: window_driver.Driver) -> None:
    driver.fill("", "<b>&{{x}}")
    driver.press("F2")
    assert "<b>&{{x}}" in driver.page._people.cards[0]._line.accessibleName()
    assert driver.focus is not None and driver.focus.focusPolicy() != Qt.FocusPolicy.NoFocus


def _labour(driver: window_driver.Driver) -> Any:
    driver.page.focus_place("category")
    driver.type("labour")
    driver.settle()
    return driver.page._facts


def test_the_facts_of_a_kind_stand_in_groups_that_open_by_one_key(driver: window_driver.Driver) -> None:
    facts = _labour(driver)
    assert "employer" in facts.shown_keys() and "project" not in facts.shown_keys()
    driver.page.focus_place("facts.employer")
    driver.press("F4")
    assert "project" in facts.shown_keys()
    driver.page.focus_place("facts.job")
    driver.press("F4")
    assert "project" not in facts.shown_keys()
    driver.page.focus_place("facts.project")  # a place inside a folded group opens it
    driver.fill("某住宅项目")
    assert driver.page.values()["facts"]["project"] == "某住宅项目"


def test_what_cannot_be_in_the_facts_comes_back_to_its_field(driver: window_driver.Driver) -> None:
    facts = _labour(driver)
    driver.page.focus_place("facts.started_on")
    driver.fill("2026-03-01")
    driver.page.focus_place("facts.contract_to")
    driver.fill("2025-01-01")
    driver.page.focus_place("facts.contract_from")
    driver.fill("2026-01-01")
    driver.page.settled.emit()
    assert any("lies before" in sentence for sentence in driver.page.living.remarks[1].sentences())
    driver.page.focus_place("parties.0.name")
    driver.fill("张三")
    driver.press("F8")
    assert "lies before" in facts._form_of("contract_to")._rows["contract_to"].note.text()
    assert driver.window.page_name == "new"
    assert not register.page(driver.desk)


def test_beside_the_sheet_stands_what_holds_and_what_to_bring(driver: window_driver.Driver) -> None:
    _labour(driver)
    living = driver.page.living
    assert "Labour contract" in living.papers[1].sentences()
    assert any("第27条" in sentence for sentence in living.law[1].sentences())
    driver.page.focus_place("category")
    driver.type("l")
    driver.settle()
    driver.page.matter.editor("category").set_value("land_pasture")
    driver.settle()
    driver.page._facts.editor("question").set_value("the_right")
    driver.page.focus_place("parties.0.name")
    driver.fill("张三")
    driver.page.settled.emit()
    assert "人民政府处理" in driver.page.living.remarks[1].sentences()[0]


def test_a_known_person_fills_the_rest_by_one_key_and_nothing_typed_is_overwritten(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三", "", "", "汉", "13800000000", "呼和浩特市赛罕区某小区", "")
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F12")
    assert driver.page._people.offered() is None
    driver.page.focus_place("parties.0.phone")
    driver.type("13911111111")
    driver.page.focus_place("parties.0.id_number")
    driver.type(PERSON)
    driver.settle()
    assert driver.page._people.offered() == 0
    assert "2026-00001" in driver.page._people.cards[0]._offer_words.text()
    driver.press("F7")
    values = driver.page.party_values(0)
    assert (values["name"], values["usual_residence"]) == ("张三", "呼和浩特市赛罕区某小区")
    assert values["phone"] == "13911111111", "what was typed stays"
    assert values["role"] == "applicant"
    assert driver.page._people.offered() is None


def test_a_name_with_a_day_of_birth_is_known_too(driver: window_driver.Driver) -> None:
    driver.fill("", "斯琴", "", "1955-3-7", "蒙古", "13900000000", "托克托县双河镇")
    driver.page.focus_place("category")
    driver.type("o")
    driver.press("F12")
    driver.page.focus_place("parties.1.name")
    driver.fill("斯琴", "", "1955-3-7")
    driver.settle()
    assert driver.page._people.offered() == 1
    driver.press("F7")
    assert driver.page.party_values(1)["usual_residence"] == "托克托县双河镇"
    assert driver.page.party_values(1)["role"] == "respondent"


def test_what_the_office_typed_under_settings_is_offered(driver: window_driver.Driver) -> None:
    from desktop.services import law_values

    law_values.add_cause(driver.desk, {"label": "草畜平衡补偿纠纷", "category": "other", "edition": "2025"})
    driver.window.open_page("today")
    driver.settle()
    driver.press("F3")
    driver.settle()
    driver.page.focus_place("category")
    driver.type("o")
    editor = driver.page.matter.editor("cause")
    assert "草畜平衡补偿纠纷" in [editor.itemText(n) for n in range(editor.count())]


def test_what_is_settled_already_is_written_in_one_save(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三", "", "", "汉", "13800000000", "呼和浩特市赛罕区某小区", "")
    driver.fill(OTHER, "斯琴", "", "", "蒙古", "13900000000", "托克托县双河镇", "")
    driver.page.focus_place("received_on")
    driver.fill("11.18")
    driver.page.focus_place("category")
    driver.type("o")
    driver.page.focus_place("summary")
    driver.type("羊款纠纷。")
    driver.press("F11")
    assert driver.page.title() == "A dispute that is settled already"
    driver.page.focus_place("settled.agreed_on")
    driver.fill("11.10")
    driver.press("F8")
    assert driver.window.page_name == "new" and driver.page._settled.editor("agreed_on").line is driver.focus, "before the request"
    driver.fill("11.19", "", "3000")
    driver.page.focus_place("settled.performed")
    driver.type("1")
    driver.press("F11", "F11")
    assert driver.page.values()["settled"]["amount"] == "3,000.00", "what was typed is still there"
    driver.press("F8")
    case = cases.get(driver.desk, register.page(driver.desk)[0].id)
    assert driver.window.page_name == "case"
    assert (case.stage, str(case.outcomes[0].concluded_on), str(case.entered_on)) == ("performed", "2026-11-19", "2026-11-20")
    assert case.number and case.agreements[0].obligations[0].amount_fen == 300_000
    driver.press("F3")
    assert driver.page.values()["settled"] is None, "the next sheet is a plain one"


def test_the_draft_of_what_is_settled_comes_back_as_it_was(driver: window_driver.Driver) -> None:
    driver.fill(PERSON, "张三")
    driver.press("F11")
    driver.page.focus_place("settled.place")
    driver.type("双河镇")
    driver.window.open_page("today")
    driver.settle()
    second = window_driver.Driver(driver.desk)
    second.press("F3")
    assert second.page.values()["settled"]["place"] == "双河镇"
    second.window.close()
    second.jobs.close()
