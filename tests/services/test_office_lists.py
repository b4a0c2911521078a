"""Mediators, organisations, settings, law, copies and the screening log, through the services."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.models.law import LegalValue
from desktop.domain import law
from desktop.domain.refusal import Refusal
from desktop.services import (
    copies,
    day_sheet,
    intake,
    law_values,
    mediators,
    office_settings,
    organisations,
    people,
    screenings,
    terms,
    upkeep,
)
from desktop.services.demo import Clock
from desktop.services.desk import Desk

DISPUTE = {"category": "other", "parties": [{"role": "applicant", "name": "张三"}, {"role": "respondent", "name": "李四"}]}


def refused(field: str, call: Any, *args: Any) -> Refusal:
    """The refusal of a call, which stands at this field."""
    with pytest.raises(Refusal) as no:
        call(*args)
    assert no.value.faults[0].field == field
    return no.value


def mediator_id(desk: Desk) -> int:
    """The first of the two."""
    return mediators.listed(desk)[0].mediator.id


def test_a_mediator_is_changed_and_a_stale_change_shows_both_values(desk: Desk) -> None:
    one = mediators.card(desk, mediator_id(desk)).mediator
    read = {"phone": one.phone, "employer": one.employer}
    mediators.change_mediator(desk, one.id, {"name": one.name, "phone": "13800000000"}, one.version, read)
    with pytest.raises(Refusal) as no:
        mediators.change_mediator(desk, one.id, {"name": one.name, "phone": "13900000000"}, one.version, read)
    assert no.value.code == "stale" and "13800000000" in no.value.faults[0].sentence
    mediators.change_mediator(desk, one.id, {"employer": "某所"}, one.version, read)  # nobody else touched this field
    now = mediators.card(desk, one.id).mediator
    assert (now.phone, now.employer) == ("13800000000", "某所")
    assert not upkeep.verify(desk)


def test_fields_are_taken_by_name_or_key(desk: Desk) -> None:
    one = mediators.change_mediator(desk, mediator_id(desk), {"fields": [*mediators.field_names(desk, ["labour"]), "finance", "finance"]})
    assert one.fields == ["labour", "finance"]
    refused("fields", mediators.change_mediator, desk, one.id, {"fields": ["astrology"]})


def test_absences_do_not_overlap_and_show_in_the_list(desk: Desk, clock: Clock) -> None:
    who = mediator_id(desk)
    mediators.add_absence(desk, who, {"begins": "2026-03-09", "ends": "2026-03-12", "reason": "年休假"})
    refused("begins", mediators.add_absence, desk, who, {"begins": "2026-03-12", "ends": "2026-03-13"})
    refused("ends", mediators.add_absence, desk, who, {"begins": "2026-04-12", "ends": "2026-04-01"})
    assert [line.away for line in mediators.listed(desk)].count(True) == 1
    clock.day = date(2026, 3, 13)
    assert not any(line.away for line in mediators.listed(desk))


def test_kin_is_declared_once(desk: Desk) -> None:
    who = mediator_id(desk)
    mediators.add_kin(desk, who, {"name": "李某", "relation": "配偶"})
    refused("name", mediators.add_kin, desk, who, {"name": "李某"})
    assert [kin.relation for kin in mediators.card(desk, who).mediator.kin] == ["配偶"]


def test_who_is_not_active_leaves_the_list_of_candidates(desk: Desk) -> None:
    who = mediator_id(desk)
    mediators.change_mediator(desk, who, {"active": False})
    assert who not in [mediator.id for mediator, _load in people.mediators(desk)]
    assert [line.mediator.id for line in mediators.listed(desk, active=False)] == [who]


def test_numbers_of_an_office_count_its_cases(desk: Desk) -> None:
    intake.open_case(desk, DISPUTE)
    assert organisations.card(desk, desk.organisation_id).numbers == (1, 0, 0)
    assert mediators.card(desk, mediator_id(desk)).numbers == (0, 0, 0)


def test_a_studio_belongs_to_a_body_and_never_to_itself(desk: Desk) -> None:
    own = organisations.card(desk, desk.organisation_id).organisation
    studio = organisations.add_organisation(desk, {"name": "老白调解工作室", "short_name": "白调", "parent": own.name})
    assert organisations.card(desk, own.id).studios == ["老白调解工作室"]
    refused("parent", organisations.change_organisation, desk, own.id, {"parent": studio.name})
    refused("parent", organisations.change_organisation, desk, studio.id, {"parent": "没有"})
    refused("number_pattern", organisations.change_organisation, desk, studio.id, {"number_pattern": "字第号"})
    refused("name", organisations.change_organisation, desk, studio.id, {"name": own.name})
    refused("active", organisations.change_organisation, desk, own.id, {"active": False})
    changed = organisations.change_organisation(desk, studio.id, {"seal_name": "老白工作室", "court": "内0102"}, studio.version)
    assert changed.seal_name == "老白工作室" and changed.court_id == own.court_id


def test_users(desk: Desk) -> None:
    user = office_settings.add_user(desk, {"login": "bai", "name": "白某", "role": "clerk"})
    refused("login", office_settings.add_user, desk, {"login": "bai", "name": "白某", "role": "clerk"})
    me = desk.person.id
    refused("role", office_settings.change_user, desk, me, {"role": "clerk"})
    refused("active", office_settings.change_user, desk, me, {"active": False})
    office_settings.change_user(desk, user.id, {"role": "head"})
    assert office_settings.change_user(desk, me, {"role": "clerk"}).role.value == "clerk"


def test_courts(desk: Desk) -> None:
    court = office_settings.add_court(desk, {"code": "内9999", "name": "某铁路运输法院"})
    refused("code", office_settings.add_court, desk, {"code": "内9999", "name": "另一个"})
    assert office_settings.change_court(desk, court.id, {"regime": "pre_filing_2016"}, court.version).regime.value == "pre_filing_2016"
    assert len(office_settings.courts(desk)) > 100


def test_series_stand_are_reserved_and_voided(desk: Desk) -> None:
    office_settings.start_at(desk, {"kind": "official", "year": 2026, "next": 38})
    kept = office_settings.reserve(desk, {"kind": "official", "year": 2026, "count": 3, "holder": "巡回一号"})
    assert [one.n for one in kept] == [38, 39, 40]
    refused("next", office_settings.start_at, desk, {"kind": "official", "year": 2026, "next": 40})
    office_settings.void_reserved(desk, kept[1].id, {"reason": "写错"})
    row = next(row for row in office_settings.series(desk) if row.series.kind.value == "official")
    assert (row.series.next, row.given, row.void, row.reserved) == (41, 3, 1, 2)
    _row, outstanding = office_settings.outstanding(desk, row.series.id)
    assert [(one.n, one.note) for one in outstanding] == [(38, ""), (39, "写错"), (40, "")]
    with pytest.raises(Refusal):
        office_settings.void_reserved(desk, kept[1].id, {"reason": "又一次"})


VALUE = {"key": "consumption.urban", "value": "38500", "unit": "yuan_per_year", "valid_from": "2026-01-01", "source": "公报"}


def test_a_typed_value_wins_and_says_who_typed_it(desk: Desk) -> None:
    given = {**VALUE, "year": 2025, "valid_to": "2026-12-31", "region": "150000"}
    made = law_values.add_value(desk, given)
    with desk.reading() as session:
        won = law.value_on(terms.values_of(session), "consumption.urban", date(2026, 3, 9), "150102")
    assert (won.number, won.typed_by, won.source) == (38500, "赵某", "公报")
    refused("key", law_values.add_value, desk, {**VALUE, "key": "nothing.at.all"})
    refused("unit", law_values.add_value, desk, {**VALUE, "unit": "days"})
    refused("value", law_values.add_value, desk, {**VALUE, "value": "viel"})
    refused("source", law_values.add_value, desk, {**VALUE, "source": ""})
    refused("valid_to", law_values.add_value, desk, {**VALUE, "valid_to": "2025-01-01"})
    following = law_values.next_of(desk, "consumption.urban", "150000")
    assert (following["year"], following["valid_from"], following["valid_to"]) == (2026, date(2027, 1, 1), date(2027, 12, 31))
    law_values.drop_value(desk, made.id)
    with desk.reading() as session:
        assert session.get(LegalValue, made.id) is None


def test_own_days_count_and_missing_years_are_said(desk: Desk) -> None:
    assert any("2027" in sentence for sentence in law_values.days(desk).missing)
    day = law_values.set_day(desk, {"day": "2026-03-10", "name": "本地节日", "working": False})
    with desk.reading() as session:
        assert not terms.calendar_of(session).is_working_day(date(2026, 3, 10))
    law_values.set_day(desk, {"day": "2026-03-10", "name": "又上班", "working": True})
    assert [one.name for one in law_values.days(desk).own] == ["又上班"]
    law_values.drop_day(desk, day.id)
    assert not law_values.days(desk).own


def test_causes_are_added_once_an_edition(desk: Desk) -> None:
    law_values.add_cause(desk, {"label": "草场使用权纠纷", "edition": "2025", "category": "other"})
    refused("label", law_values.add_cause, desk, {"label": "草场使用权纠纷", "edition": "2025"})
    assert law_values.causes(desk)[0].own is not None


FOUND = {"day": "2026-03-08", "place": "保合少镇", "who": "王某", "found": True, "lead": "草场边界争执", "people_count": 4}


def test_a_lead_becomes_a_case(desk: Desk) -> None:
    nil = screenings.add(desk, {"day": "2026-03-07", "place": "某街道", "who": "王某", "found": False})
    one = screenings.add(desk, FOUND)
    assert [row.id for row in screenings.listed(desk)] == [one.id, nil.id]
    assert [row.id for row in screenings.listed(desk, found=False)] == [nil.id]
    assert [row.id for row in screenings.listed(desk, open_leads=True)] == [one.id]
    with pytest.raises(Refusal):
        screenings.prefill(desk, nil.id)
    filled = screenings.prefill(desk, one.id)
    case = intake.open_case(desk, {**DISPUTE, **filled})
    assert case.summary == "草场边界争执" and case.source.value == "proactive"
    screenings.became(desk, one.id, case.id)
    assert screenings.listed(desk)[0].case_number == case.entry_number
    assert not screenings.listed(desk, open_leads=True)
    refused("found", screenings.change, desk, one.id, {**FOUND, "found": False, "lead": ""})
    with pytest.raises(Refusal):
        screenings.prefill(desk, one.id)


def test_rounds_are_true(desk: Desk) -> None:
    refused("day", screenings.add, desk, {**FOUND, "day": "2026-03-10"})
    refused("lead", screenings.add, desk, {**FOUND, "lead": " "})
    refused("lead", screenings.add, desk, {**FOUND, "found": False})
    refused("people_count", screenings.add, desk, {**FOUND, "people_count": 0})


def test_a_copy_is_made_and_grows_old(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    assert copies.age(desk)[1] == "red"
    refused("folder", copies.make, desk, {"folder": str(tmp_path / "none"), "outside": True})
    (tmp_path / "stick").mkdir()
    made = copies.make(desk, {"folder": str(tmp_path / "stick"), "outside": True})
    assert Path(made.file).exists() and made.size > 0
    again = copies.make(desk, {"folder": str(tmp_path / "stick"), "outside": False})
    assert again.file != made.file
    assert [one.outside for one in copies.listed(desk)] == [False, True]
    assert copies.age(desk)[1] == ""
    clock.day = date(2026, 3, 13)  # Friday: four working days later
    assert copies.age(desk)[1] == "amber"
    clock.day = date(2026, 3, 19)
    assert copies.age(desk)[1] == "red"


def test_today_prints(desk: Desk) -> None:
    intake.open_case(desk, DISPUTE)
    paper = day_sheet.paper(desk)
    assert paper.kind == "day_sheet" and "张三" in str(paper.blocks)
    assert day_sheet.pdf(desk).startswith(b"%PDF")
