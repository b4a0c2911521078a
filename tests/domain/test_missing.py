"""What a case may lack and still be registered, and what stops its agreement."""

from datetime import date

import pytest

from db.models.party import Party
from db.vocabulary import IdKind, PartyKind, PartyRole, Sex, Source
from desktop.domain.missing import of_case, of_party
from tests.nouns import GOOD_ID, case, company, member, party

TODAY = date(2026, 1, 20)
LI = PartyRole.RESPONDENT

STOPS = [
    ("no number", party(LI, "李某", id_number=""), "parties.0.id_number"),
    ("wrong check digit", party(LI, "李某", id_number="150105198001010014"), "parties.0.id_number"),
    ("no paper", party(LI, "李某", id_kind=IdKind.NONE), "parties.0.id_number"),
    ("birth date not that of the number", party(LI, "李某", birth_date=date(1981, 1, 1)), "parties.0.id_number"),
    ("no code", company(LI, "某公司", uscc=""), "parties.0.uscc"),
    ("wrong code", company(LI, "某公司", uscc="91110000600037341X"), "parties.0.uscc"),
    ("nobody in charge", company(LI, "某公司", legal_representative=""), "parties.0.legal_representative"),
    ("household without members", party(LI, "斯琴家庭户", kind=PartyKind.HOUSEHOLD), "parties.0.members"),
    ("household that nobody represents", party(LI, "斯琴家庭户", kind=PartyKind.HOUSEHOLD, members=[member("斯琴")]), "parties.0.members"),
    (
        "group whose representative has no paper",
        party(LI, "工人", kind=PartyKind.GROUP, members=[member("甲", represents=True)]),
        "parties.0.members.0.paper",
    ),
]


@pytest.mark.parametrize(("why", "who", "place"), STOPS, ids=[row[0] for row in STOPS])
def test_stops_an_agreement(why: str, who: Party, place: str) -> None:
    assert place in {lack.place for lack in of_party(who, 0, TODAY) if lack.stops_agreement}


def test_a_complete_person_lacks_nothing() -> None:
    assert of_party(party(LI, "李某", id_number=GOOD_ID, sex=Sex.MALE), 0, TODAY) == []


def test_a_missing_telephone_or_residence_is_named_but_stops_nothing() -> None:
    lacks = of_party(party(LI, "李某", phone="", usual_residence=""), 0, TODAY)
    assert {lack.place for lack in lacks} == {"parties.0.phone", "parties.0.usual_residence"}
    assert not any(lack.stops_agreement for lack in lacks)


def test_a_case_without_respondent_and_a_court_case_without_number() -> None:
    lacks = of_case(case(party(PartyRole.APPLICANT, "王某"), source=Source.REFERRED_COURT), TODAY)
    assert {"parties", "referral.court_number"} <= {lack.place for lack in lacks}


def test_a_household_with_a_represented_member_passes() -> None:
    home = party(LI, "斯琴家庭户", kind=PartyKind.HOUSEHOLD, members=[member("斯琴", represents=True), member("巴图", id_number="")])
    assert not [lack for lack in of_party(home, 0, TODAY) if lack.stops_agreement]
