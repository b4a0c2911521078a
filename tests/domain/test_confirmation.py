"""Judicial confirmation: until when, where, and what stands in the way."""

from datetime import date
from typing import Any

import pytest

from db.models.confirmation import Confirmation
from db.models.court import Court
from db.models.obligation import Performance
from db.models.organisation import Organisation
from db.models.referral import Referral
from db.vocabulary import AgreementStatus, ConfirmationResult, CourtLevel, ObligationKind, PartyRole, Regime
from desktop import assets, i18n
from desktop.domain import calendar, confirmation, law
from tests import nouns

VALUES = law.values_from(assets.toml("law", "deadlines.toml"))
HOLIDAYS = calendar.from_tables(assets.toml("law", "holidays.toml"))
REGIONS = {row["code"]: row["name"] for row in assets.toml("codes", "regions.toml")["region"]}
COURTS = [
    Court(id=n, code=row["code"], name=row["name"], level=CourtLevel(row["level"]), region_code=row.get("region", ""), note="")
    for n, row in enumerate(assets.toml("codes", "courts.toml")["court"], 1)
]


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def in_force(*obligations: Any, on: date = date(2026, 9, 1), first: date | None = None, **values: Any) -> Any:
    return nouns.agreement(
        *obligations, **{"status": AgreementStatus.SIGNED, "effective_on": on, "earliest_effect_on": first, "day": first or on, **values}
    )


def case(**values: Any) -> Any:
    return nouns.case(
        nouns.party(PartyRole.APPLICANT, "包某某", usual_residence="内蒙古自治区呼和浩特市新城区保合少镇某嘎查"),
        nouns.company(PartyRole.RESPONDENT, "某公司", business_address="内蒙古自治区鄂尔多斯市鄂托克旗"),
        **{"region_code": "", "place": "", **values},
    )


def test_both_days_are_told_when_the_effect_can_be_argued() -> None:
    limits = confirmation.terms(case(), in_force(on=date(2026, 3, 12), first=date(2026, 3, 9)), VALUES, HOLIDAYS)
    assert limits is not None and limits.arguable
    assert (limits.earliest.due, limits.latest.due) == (date(2026, 4, 8), date(2026, 4, 13))
    assert limits.earliest.source and limits.latest.counted_from == date(2026, 3, 12)


def test_last_day_on_a_holiday_moves() -> None:
    limits = confirmation.terms(case(), in_force(on=date(2026, 9, 1)), VALUES, HOLIDAYS)
    assert limits is not None and not limits.arguable
    assert (limits.latest.nominal, limits.latest.due) == (date(2026, 10, 1), date(2026, 10, 8))
    kinds = [[one.kind for one in confirmation.look(case(), in_force(), date(2026, 10, day), VALUES, HOLIDAYS)] for day in (8, 9)]
    assert kinds == [[], ["too_late"]]


def test_between_the_two_days_the_court_may_refuse() -> None:
    arguable = in_force(on=date(2026, 3, 12), first=date(2026, 3, 9))
    found = confirmation.look(case(), arguable, date(2026, 4, 10), VALUES, HOLIDAYS)
    assert [(one.level.value, one.kind) for one in found] == [("amber", "arguable")]


def test_no_effect_no_application() -> None:
    assert [one.kind for one in confirmation.look(case(), nouns.agreement(), date(2026, 9, 2), VALUES, HOLIDAYS)] == ["no_effect"]


def test_what_is_performed_needs_no_confirmation() -> None:
    owed = nouns.obligation([], [], 100)
    owed.performances = [Performance(day=date(2026, 9, 2), amount_fen=100, instalment_id=None, quantity="")]
    assert [one.kind for one in confirmation.look(case(), in_force(owed), date(2026, 9, 3), VALUES, HOLIDAYS)] == ["performed"]


def test_things_and_lawsuits_are_pointed_out() -> None:
    owed = nouns.obligation([], [], 100, kind=ObligationKind.IN_KIND, quantity="14", unit="只")
    agreement = in_force(owed, regime=Regime.FILE_FIRST_2025)
    court = Court(id=900, code="内0102", name="某法院", note="只确认不能即时履行的协议。")
    kinds = {one.kind for one in confirmation.look(case(), agreement, date(2026, 9, 3), VALUES, HOLIDAYS, court)}
    assert kinds == {"in_kind", "after_filing", "court_note"}


def organisation(**values: Any) -> Organisation:
    return Organisation(id=1, name="某人民调解委员会", region_code="150102", **values)


def test_courts_by_domicile_object_and_seat() -> None:
    found = confirmation.courts(case(region_code="150121"), organisation(), COURTS, REGIONS)
    assert {one.court.code: one.sure for one in found} == {"内0102": True, "内0121": True, "内0624": False}
    seat = next(one for one in found if one.court.code == "内0102")
    assert len(seat.points) == 2 and not seat.invited, "seat and domicile lead to the same court"


def test_inviting_court_comes_first() -> None:
    inviting = next(court for court in COURTS if court.code == "内0122")
    referral = Referral(id=1, court_id=inviting.id, regime=Regime.PRE_FILING_2016, outward=False)
    found = confirmation.courts(case(referrals=[referral]), organisation(), COURTS, REGIONS)
    assert found[0].court is inviting and found[0].invited


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("内蒙古自治区呼和浩特市新城区某街1号", "150102"),
        ("新城区某街1号", "150102"),
        ("陕西省西安市新城区某街", "150102"),  # the table knows this region only: the court is a proposal that is looked at
        ("兴安盟科尔沁右翼前旗某苏木", "152221"),
        ("赤峰市新城区", ""),
        ("某地", ""),
        ("", ""),
    ],
)
def test_region_of_an_address(address: str, code: str) -> None:
    assert confirmation.region_of(address, REGIONS) == code


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("（2026）内0102诉前调确16号", ""),
        ("(2026)内0102民特16号", ""),
        ("（2026）内0122诉前调确16号", "names the court 内0122"),
        ("（2026）内0102执16号", "unusual"),
        ("2026内0102民特16号", "begins with its year"),
    ],
)
def test_number_of_the_ruling(typed: str, word: str) -> None:
    court = next(court for court in COURTS if court.code == "内0102")
    remark = confirmation.number_remark(typed, court, ("内",))
    assert (word in remark) if word else not remark


def test_days_that_run_after_the_ruling() -> None:
    ruled = Confirmation(
        applied_on=date(2026, 9, 3),
        accepted_on=date(2026, 9, 7),
        ruled_on=date(2026, 9, 15),
        served_on=date(2026, 9, 17),
        result=ConfirmationResult.CONFIRMED,
    )
    party = confirmation.party_objection(ruled, VALUES, HOLIDAYS)
    assert party is not None and (party.nominal, party.due) == (date(2026, 10, 2), date(2026, 10, 8)), "the National Day moves it"
    third = confirmation.third_person_objection(ruled, VALUES, HOLIDAYS)
    assert third is not None and third.counted_from == date(2026, 9, 15) and third.due == date(2027, 3, 15)
    known = confirmation.third_person_objection(ruled, VALUES, HOLIDAYS, date(2026, 11, 2))
    assert known is not None and known.counted_from == date(2026, 11, 2)
    ends = confirmation.enforcement(in_force(nouns.obligation([], [], 100, due_on=date(2026, 12, 1))), VALUES, HOLIDAYS)
    assert ends is not None and ends.due == date(2028, 12, 1)
    court = confirmation.of_court(ruled, VALUES, HOLIDAYS)
    assert [one.key for one in court] == ["confirmation.ruling"] and court[0].due == date(2026, 10, 8)
