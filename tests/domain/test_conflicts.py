"""What speaks against a mediator (SMR 15, OMR 13), and what is no conflict in a place where everybody knows everybody."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.assignment import Assignment
from db.models.kin import Kin
from db.vocabulary import AssignmentRole, PartyKind, PartyRole
from desktop.domain import conflicts
from desktop.domain.assignment import candidate, ranked
from desktop.domain.conflicts import Helped
from tests.nouns import GOOD_ID, OTHER_ID, case, company, mediator, member, party

DAY = date(2026, 1, 20)
THIRD_ID = "150105199008081521"
HOME = "内蒙古自治区呼和浩特市赛罕区某小区3号楼2单元301室"


def kinds(who: Any, *parties: Any, helped: tuple[Helped, ...] = ()) -> list[str]:
    return [one.key for one in conflicts.of(who, case(*parties), helped)]


def zhang(**values: Any) -> Any:
    return party(PartyRole.APPLICANT, "张某", **values)


def test_the_same_person_by_number_in_whatever_part() -> None:
    me = mediator("王某", id_number=GOOD_ID)
    assert kinds(me, zhang(id_number=GOOD_ID)) == ["same_id:张某"]
    firm = company(PartyRole.RESPONDENT, "某公司", legal_representative="王某", legal_representative_id=GOOD_ID)
    assert kinds(me, firm) == ["same_id:王某"]
    home = party(PartyRole.RESPONDENT, "那顺户", kind=PartyKind.HOUSEHOLD, members=[member("那顺", id_number=GOOD_ID)])
    assert kinds(me, home) == ["household:那顺户"]
    agent = party(PartyRole.AGENT, "乌兰", id_number=GOOD_ID)
    assert kinds(me, zhang(id_number=OTHER_ID), agent) == ["same_id:乌兰"]


def test_a_name_alone_asks_and_two_numbers_answer() -> None:
    assert kinds(mediator("张某"), zhang()) == ["same_name:张某"]
    assert kinds(mediator("张某", id_number=OTHER_ID), zhang(id_number=GOOD_ID)) == []
    assert kinds(mediator("张 某"), zhang(id_number="")) == ["same_name:张某"]


@pytest.mark.parametrize(
    ("number", "stated", "found"), [("", GOOD_ID, True), (GOOD_ID, GOOD_ID, True), (OTHER_ID, GOOD_ID, False), (OTHER_ID, "", True)]
)
def test_declared_kin(number: str, stated: str, found: bool) -> None:
    me = mediator("王某", kin=[Kin(name="张某", id_number=number, relation="舅父")])
    assert kinds(me, zhang(id_number=stated)) == (["kin:张某"] if found else [])
    family = party(PartyRole.RESPONDENT, "张家", kind=PartyKind.HOUSEHOLD, members=[member("张某", id_number=stated)])
    assert kinds(me, family) == (["kin:张某"] if found else [])


@pytest.mark.parametrize(
    ("mine", "yours", "one_home"),
    [
        (HOME, HOME, True),
        (HOME, "赛罕区某小区3号楼2单元301室", True),
        ("呼和浩特市托克托县双河镇某村12号", "托克托县双河镇某村12号", True),
        ("托克托县双河镇某村", "托克托县双河镇某村", False),  # the same gacha
        ("白音嘎查", "内蒙古自治区四子王旗白音嘎查", False),
        ("某小区3号楼", "某小区3号楼", False),  # a tower has a hundred homes
        ("12号", "某村12号", False),
        ("某村12号", "邻村12号", False),
        ("", "", False),
    ],
)
def test_one_home_is_known_by_its_door_and_no_gacha_is_one(mine: str, yours: str, one_home: bool) -> None:
    assert conflicts.same_door(mine, yours) is one_home is conflicts.same_door(yours, mine)
    assert kinds(mediator("王某", residence=mine), zhang(usual_residence=yours)) == (["household:张某"] if one_home else [])


def test_the_same_work_unit_of_a_party_or_an_agent() -> None:
    me = mediator("苏某", employer="内蒙古某律师事务所")
    assert kinds(me, zhang(), party(PartyRole.AGENT, "陈某", id_number=OTHER_ID, employer="内蒙古某律师事务所")) == ["same_employer:陈某"]
    assert kinds(mediator("苏某", employer="某公司"), company(PartyRole.APPLICANT, "某公司")) == ["same_employer:某公司"]
    assert kinds(mediator("苏某"), zhang(employer="")) == []


def test_who_was_agent_of_a_party_before() -> None:
    me = mediator("苏某", id_number=THIRD_ID)
    assert kinds(me, zhang(), helped=(Helped("苏某", THIRD_ID, "张某"),)) == ["agent_before:张某"]
    assert kinds(me, zhang(), helped=(Helped("苏某", OTHER_ID, "张某"),)) == []


def test_what_both_sides_agreed_to_is_settled_for_this_mediator_in_this_case() -> None:
    me, other = mediator("王某", employer="某厂"), mediator("白某", employer="某厂")
    here = case(zhang(employer="某厂"))
    agreed = Assignment(
        mediator_id=me.id, role=AssignmentRole.LEAD_MEDIATOR, conflicts=["same_employer:张某"], disclosed="同单位", consented_on=DAY,
        ended_on=DAY,
    )  # fmt: skip
    here.assignments[:] = [agreed]
    mine, his = candidate(me, here, 0, DAY), candidate(other, here, 0, DAY)
    assert mine.conflicts and mine.settled == mine.conflicts and mine.warnings == ()
    assert his.warnings and not his.settled
    assert [one.mediator.name for one in ranked([his, mine])] == ["王某", "白某"]
    me.kin = [Kin(name="张某", id_number="", relation="")]
    assert len(candidate(me, here, 0, DAY).warnings) == 1  # another conflict is not settled by it


def test_one_language_in_common_is_enough() -> None:
    here = case(zhang(language="汉语、蒙古语"), party(PartyRole.RESPONDENT, "斯琴", language="蒙古语"))
    assert candidate(mediator(languages=["蒙古语"]), here, 0, DAY).speaks
    assert not candidate(mediator(languages=["汉语"]), here, 0, DAY).speaks
    assert not candidate(mediator(languages=["汉语"]), case(zhang(), mongolian=True), 0, DAY).speaks


@given(st.text("某村镇旗号室楼单元0123456789", max_size=14), st.text("某村镇旗号室楼单元0123456789", max_size=14))
def test_a_shared_door_is_mutual_and_ends_alike(one: str, other: str) -> None:
    if conflicts.same_door(one, other):
        assert conflicts.same_door(other, one) and (one.endswith(other) or other.endswith(one))
        assert any(sign.isdigit() for sign in one)
