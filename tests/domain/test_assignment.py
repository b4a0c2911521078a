"""Who is proposed to mediate, and what is warned of (SMR 15, OMR 13)."""

from datetime import date

from db.models.mediator import Absence
from db.vocabulary import PartyRole
from desktop.domain.assignment import candidate, ranked
from tests.nouns import GOOD_ID, case, mediator, party

DAY = date(2026, 1, 20)


def test_the_fittest_comes_first() -> None:
    """Language before field before load; who is away or warned of comes last."""
    here = case(party(PartyRole.APPLICANT, "斯琴", language="蒙古语"), party(PartyRole.RESPONDENT, "张某"))
    away = mediator("去人", languages=["汉语", "蒙古语"], absences=[Absence(begins=DAY, ends=DAY)])
    speaks = mediator("巴图", languages=["汉语", "蒙古语"], fields=["family"])
    both = mediator("乌兰", languages=["汉语", "蒙古语"])
    busy = mediator("其木格", languages=["汉语", "蒙古语"])
    han = mediator("王某")
    order = ranked([candidate(m, here, load, DAY) for m, load in ((han, 0), (busy, 9), (away, 0), (speaks, 0), (both, 1))])
    assert [c.mediator.name for c in order] == ["乌兰", "其木格", "巴图", "王某", "去人"]


def test_same_identity_number_and_same_work_unit_are_warned_of() -> None:
    here = case(party(PartyRole.APPLICANT, "张某", id_number=GOOD_ID, employer="某公司"))
    assert candidate(mediator(id_number=GOOD_ID), here, 0, DAY).warnings
    assert candidate(mediator(employer="某公司"), here, 0, DAY).warnings
    assert candidate(mediator("张某"), here, 0, DAY).warnings
    assert not candidate(mediator("王某"), here, 0, DAY).warnings


def test_the_same_gacha_is_no_conflict() -> None:
    here = case(party(PartyRole.APPLICANT, "张某", usual_residence="白音嘎查"))
    assert not candidate(mediator("王某"), here, 0, DAY).warnings


def test_outside_his_term_a_mediator_is_away() -> None:
    here = case(party(PartyRole.APPLICANT, "张某"))
    assert candidate(mediator(valid_to=date(2026, 1, 19)), here, 0, DAY).away
    assert candidate(mediator(valid_from=date(2026, 1, 21)), here, 0, DAY).away
    assert not candidate(mediator(valid_from=DAY, valid_to=DAY), here, 0, DAY).away
