"""The generated cases of the training office: the same for a day, plausible, at every stage, in several bodies, with true papers."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from db.models.case import Case
from db.vocabulary import AgreementStatus, ConfirmationResult, DocumentState, PaperKind, Stage
from desktop import assets
from desktop.categories import CATEGORIES
from desktop.domain import fields
from desktop.domain.plausible import Around
from desktop.services import attachments, cases, demo, demo_facts, demo_plans, demo_staff, office, register, upkeep
from desktop.services.desk import Desk

TODAY = date(2026, 11, 20)
CHOSEN = 12


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("training") / "o"
    demo.make(folder, TODAY, generated=40)
    opened = office.open(folder, today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def generated(desk: Desk) -> list[Case]:
    """The generated cases, without the examples."""
    told = {plan.received_on for plan in demo_plans.plans(TODAY, 40)}
    lives = len(list(assets.path("examples").glob("*.json")))
    found = [cases.get(desk, row.id) for row in register.page(desk, limit=0)]
    made = [one for one in found if one.received_on in told and "某" in one.parties[0].name]
    assert 40 <= len(made) <= 40 + lives
    return made


def test_the_same_day_makes_the_same_office() -> None:
    one, two = (demo_plans.plans(TODAY, 40) for _n in range(2))
    drawn = [[(plan.parties, plan.moves, plan.claim_fen, plan.facts) for plan in made] for made in (one, two)]
    assert drawn[0] == drawn[1]
    assert max(day for plan in one for day, _key in plan.moves) <= TODAY
    assert [plan.moves for plan in demo_plans.plans(date(2026, 11, 19), 40)] != [plan.moves for plan in one]


def test_the_facts_are_those_of_the_category_and_can_be() -> None:
    """Every maker of facts, over six hundred cases: nothing that a sheet would refuse, nothing that cannot be."""
    made: Counter[str] = Counter()
    for plan in demo_plans.plans(TODAY, 600):
        category = CATEGORIES[plan.matter["category"]]
        made[plan.matter["facts"]] += 1
        around = Around(TODAY, plan.received_on, plan.happened_on)
        assert fields.check(category.facts, fields.typed(category.facts, plan.facts), TODAY) is not None
        assert plan.facts.keys() <= {field.key for field in category.facts}
        assert [doubt.sentence for doubt in category.looked_at(plan.facts, around) if doubt.stops] == [], plan.matter["cause"]
        kept = fields.stored(category.facts, plan.facts)
        assert fields.restored(category.facts, kept) == plan.facts
    assert set(made) == set(demo_facts.MAKERS) == {one["facts"] for one in demo_staff.words()["matter"]}


def test_cases_are_in_several_bodies_each_with_its_series(desk: Desk, generated: list[Case]) -> None:
    bodies = Counter(one.organisation_id for one in generated)
    assert len(bodies) >= 8 and bodies[desk.organisation_id] >= 15
    numbers = [one.number for one in generated if one.number]
    assert len(set(numbers)) == len(numbers)
    for one in generated:
        for given in one.assignments:
            assert given.mediator_id


def test_every_station_has_a_case(desk: Desk, generated: list[Case]) -> None:
    papers = Counter((paper.kind, paper.state) for one in generated for paper in one.documents)
    assert papers[PaperKind.AGREEMENT, DocumentState.ISSUED] >= 2 and papers[PaperKind.AGREEMENT, DocumentState.SIGNED] >= 6
    for kind in (PaperKind.END_NOTICE, PaperKind.NON_ACCEPTANCE, PaperKind.RIGHTS_NOTICE):
        assert papers[kind, DocumentState.ISSUED] == 1
    half_signed = [
        one
        for one in generated
        for made in one.agreements
        if made.status is AgreementStatus.ISSUED and any(line.signed_on for line in made.signings)
    ]
    assert len(half_signed) == 1
    results = Counter(made.result for one in generated for made in one.confirmations)
    assert results == {ConfirmationResult.PENDING: 2, ConfirmationResult.CONFIRMED: 1, ConfirmationResult.DISMISSED: 1}
    assert any(made.supplement_asked for one in generated for made in one.confirmations)
    assert sum(1 for one in generated if any(not ref.slip_signed_on for ref in one.referrals)) == 1
    assert [guest.organisation for one in generated for guest in one.participants] != []
    assert {Stage.REJECTED, Stage.PERFORMING, Stage.CONCLUDED, Stage.ARCHIVED} <= {one.stage for one in generated}
    performing = [one for one in generated if one.stage is Stage.PERFORMING and len(one.agreements[0].obligations[0].instalments) == 3]
    assert performing


def test_the_scanned_agreement_lacks_no_page_that_was_filed(desk: Desk, generated: list[Case]) -> None:
    scanned = [one for one in generated if attachments.of_case(desk, one.id)]
    assert len(scanned) == 1 and attachments.read(desk, attachments.of_case(desk, scanned[0].id)[0].id).data.startswith(b"%PDF-")
    assert upkeep.verify(desk) == []


def test_the_chosen_come_first() -> None:
    """A small office has them too: the window's pictures and the tests make only forty cases."""
    keys = [{key for _day, key in plan.moves} for plan in demo_plans.plans(TODAY, CHOSEN)]
    ends = ("issue", "one_signs", "scan", "apply", "supplement", "confirmed", "dismissed", "perform", "refuse", "give_up")
    for n, key in enumerate(ends):
        assert key in keys[n], (n, key)
    assert all(key <= {"open", "accept", "assign", "session", "guest", "appoint"} for key in keys[10:])
