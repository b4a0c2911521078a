"""Every example is played whole, among a few generated cases, and stands at its end as its story says; causes as of a day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from db.vocabulary import AgreementStatus, Stage
from desktop import assets
from desktop.categories import CATEGORIES
from desktop.domain import agreement_check, causes
from desktop.domain.agreement_check import Level
from desktop.services import cases, demo, intake, json_files, office, people, register, upkeep
from desktop.services import causes as lists
from desktop.services.desk import Desk

TODAY = date(2026, 11, 20)
ENDS = {  # stage, agreed fen, day of effect
    "loan": (Stage.CONCLUDED, 519_425_392, date(2021, 12, 20)),
    "cash": (Stage.ARCHIVED, 80_000_000, date(2026, 9, 21)),
    "feed": (Stage.PERFORMED, 3_000_000, date(2026, 7, 5)),
    "sheep": (Stage.PERFORMED, None, date(2026, 10, 5)),
    "traffic": (Stage.PERFORMING, 15_240_000, date(2026, 10, 6)),
    "sisters": (Stage.PERFORMING, 40_000_000, date(2026, 10, 11)),
    "wages": (None, None, None),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("training") / "o"
    assert demo.make(folder, TODAY, generated=12) == len(ENDS) + 12
    opened = office.open(folder, today=lambda: TODAY)
    yield opened
    opened.close()


def _case(desk: Desk, name: str) -> Any:
    told = json_files.read(assets.path("examples") / f"{name}.json")["case"]
    row = next(row for row in register.page(desk) if cases.get(desk, row.id).summary == told["summary"])
    return cases.get(desk, row.id)


def test_every_file_is_known_here() -> None:
    assert {file.stem for file in assets.path("examples").glob("*.json")} == set(ENDS)


@pytest.mark.parametrize("name", ENDS)
def test_an_example_ends_as_its_story_says(desk: Desk, name: str) -> None:
    case = _case(desk, name)
    stage, fen, effective = ENDS[name]
    signed = next(one for one in case.agreements if one.status is AgreementStatus.SIGNED)
    outcome = case.outcomes[-1]
    assert signed.effective_on == (effective or signed.effective_on) and case.stage is (stage or case.stage)
    assert outcome.agreed_fen == (fen or outcome.agreed_fen)
    assert [one for one in agreement_check.check(case, signed, signed.day) if one.level is Level.RED] == []


def test_the_sister_hands_over_the_sheep_and_the_family_pays_the_feed(desk: Desk) -> None:
    sheep = _case(desk, "sheep")
    sister = next(party for party in sheep.parties if party.name == "那某")
    handed = next(one for one in sheep.agreements[-1].obligations if one.unit == "只").performances
    assert [(one.quantity, one.party_id) for one in handed] == [("9", sister.id), ("5", sister.id)]
    paid = _case(desk, "feed").agreements[-1].obligations[0].performances
    assert [one.amount_fen for one in paid] == [3_000_000] and "家属" in paid[0].note


def test_the_office_is_whole_and_says_what_the_journal_says(desk: Desk) -> None:
    assert upkeep.verify(desk) == []
    assert len(people.mediators(desk)) == 300


def test_causes_are_those_of_the_category_and_of_the_day(desk: Desk) -> None:
    names = [one.name for one in lists.offered(desk, "labour", date(2025, 6, 1))]
    assert "追索劳动报酬纠纷" in names and "金融借款合同纠纷" not in names
    assert "买卖合同纠纷" in [one.name for one in lists.offered(desk, "sale")]
    assert "房屋租赁合同纠纷" in [one.name for one in lists.offered(desk, "other")]  # its own kind is not in the program yet
    assert lists.offered(desk, "labour", date(2010, 1, 1)) == []
    old = lists.shipped()[0]._replace(valid_to=date(2025, 12, 31))
    new = old._replace(edition="2026", valid_from=date(2026, 1, 1), valid_to=None)
    assert [causes.known((old, new), old.name, day).edition for day in (date(2025, 12, 31), date(2026, 1, 1))] == ["2020", "2026"]  # type: ignore[union-attr]
    assert causes.known((old,), "没有的案由", TODAY) is None


@pytest.mark.parametrize(
    ("facts", "counted"),
    [({}, "拖欠农民工工资"), ({"migrant_workers": False}, "其他劳动争议"), ({"migrant_workers": True}, "拖欠农民工工资")],
)
def test_wages_count_by_whose_they_are(facts: dict[str, Any], counted: str) -> None:
    known = causes.known(lists.shipped(), "追索劳动报酬纠纷", TODAY)
    assert intake.counted_as(CATEGORIES["labour"], "追索劳动报酬纠纷", known, facts) == counted
