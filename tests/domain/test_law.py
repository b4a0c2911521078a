"""Legal values and code lists: dated, cited, sorted, found as of a day; the shipped tables load."""

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from desktop import assets, i18n
from desktop.domain import law, numbering
from desktop.domain.refusal import Refusal

TABLES = ("deadlines", "family", "regional", "lpr", "insurance", "fees", "damages", "shares", "work_injury", "labour")
VALUES = {name: law.values_from(assets.toml("law", f"{name}.toml")) for name in TABLES}
ALL = tuple(value for values in VALUES.values() for value in values)

ON_A_DAY = [  # key, day, region, value
    ("lpr.1y", "2023-09-01", "", "3.45"),  # private loan formed on that day: the cap is 13.80
    ("lpr.1y", "2019-08-20", "", "4.25"),
    ("lpr.1y", "2022-08-21", "", "3.70"),
    ("lpr.1y", "2026-10-19", "", "3.00"),
    ("income.urban", "2024-06-30", "150105", "48676"),
    ("consumption.urban", "2024-06-30", "150000", "32249"),
    ("compulsory.fault.total", "2020-09-18", "", "122000"),
    ("compulsory.fault.total", "2020-09-19", "", "200000"),
    ("compulsory.no_fault.medical", "2026-01-01", "", "1800"),
    ("minimum_wage.month.class1", "2025-01-01", "150105", "2270"),
    ("confirmation.application", "2026-11-20", "", "30"),
    ("mediation.file_first_2025.summary", "2026-11-20", "", "7"),
]


@pytest.mark.parametrize(("key", "day", "region", "value"), ON_A_DAY)
def test_the_value_on_a_day(key: str, day: str, region: str, value: str) -> None:
    assert law.value_on(ALL, key, date.fromisoformat(day), region).number == Decimal(value)


MISSING = [  # key, day, region
    ("lpr.1y", "2026-10-20", ""),  # known to the day before the next one was published; then typed in by the office
    ("income.urban", "2026-11-20", "150000"),
    ("income.urban", "2024-06-30", "110000"),
    ("mediation.file_first_2025.summary", "2024-12-31", ""),
    ("nothing", "2026-11-20", ""),
]


@pytest.mark.parametrize(("key", "day", "region"), MISSING)
def test_a_missing_value_names_key_and_year(key: str, day: str, region: str) -> None:
    i18n.use("en")
    with pytest.raises(Refusal) as caught:
        law.value_on(ALL, key, date.fromisoformat(day), region)
    assert caught.value.code == "law_missing" and key in str(caught.value) and day[:4] in str(caught.value)


def test_the_figure_of_a_statistical_year() -> None:
    assert law.value_of_year(ALL, "wage.non_private.on_post", 2023, "150105").number == 111602
    with pytest.raises(Refusal, match="2024"):
        law.value_of_year(ALL, "wage.non_private.on_post", 2024, "150105")


def entry(**changes: Any) -> dict[str, Any]:
    return {"key": "k", "value": 1, "unit": "days", "valid_from": date(2026, 1, 1), "source": "s", "status": "checked"} | changes


def test_a_value_typed_by_the_office_wins_and_a_near_region_before_a_wide_one() -> None:
    shipped = law.values_from({"value": [entry(), entry(value=2, region="150000"), entry(value=3, region="150100")]})
    typed = law.values_from({"value": [entry(value=9)]}, typed_by="管理员")
    day = date(2026, 5, 1)
    assert law.value_on(shipped, "k", day).number == 1
    assert law.value_on(shipped, "k", day, "150105").number == 3
    assert law.value_on(shipped, "k", day, "150221").number == 2
    found = law.value_on(shipped + typed, "k", day, "150105")
    assert found.number == 9 and found.typed_by == "管理员"


WRONG = [{"status": "sure"}, {"source": " "}, {"valid_to": date(2025, 1, 1)}, {"valid_from": "2026"}, {"colour": 1}, {"value": []}]


@pytest.mark.parametrize("changes", WRONG)
def test_a_wrong_entry_is_refused_with_its_key(changes: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as caught:
        law.values_from({"value": [entry(**changes)]})
    assert caught.value.field == "k"


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_table_is_dated_cited_and_sorted(name: str) -> None:
    table = assets.toml("law", f"{name}.toml")
    assert table["title"] and isinstance(table["as_of"], date)
    assert all(value.name and value.unit and value.source and value.status in law.STATUSES for value in VALUES[name])
    for key, region in {(value.key, value.region) for value in VALUES[name]}:
        spans = [(value.valid_from, value.valid_to) for value in VALUES[name] if (value.key, value.region) == (key, region)]
        assert spans == sorted(spans), f"{key} is not in the order of its dates"
        assert all(one[1] < other[0] for one, other in pairwise(spans)), f"two values of {key} hold on one day"


def test_every_banner_has_a_class_of_the_minimum_wage_and_a_prefecture_has_none() -> None:
    day = date(2026, 11, 20)
    for region in codes("regions")["region"]:
        if region["level"] == "county":
            number = law.value_on(ALL, "minimum_wage.class", day, region["code"]).number
            assert law.value_on(ALL, f"minimum_wage.month.class{number}", day, region["code"]).number >= 2140
        else:
            with pytest.raises(Refusal):
                law.value_on(ALL, "minimum_wage.class", day, region["code"])


def test_every_period_has_a_unit_that_can_be_counted() -> None:
    assert {value.unit for value in VALUES["deadlines"]} == {"days", "working_days", "months", "years"}


def test_the_court_fee_scale_has_no_gap() -> None:
    bands = law.bands_from(assets.toml("law", "fees.toml"))
    for key in ("court_fee.property", "preservation_fee"):
        steps = [band for band in bands if band.key == key]
        assert steps[0].above == 0 and steps[-1].upto is None
        assert all(one.upto == other.above for one, other in pairwise(steps))


def fee(yuan: int) -> Decimal:
    return sum(
        (
            band.fixed + (min(Decimal(yuan), band.upto or Decimal(yuan)) - band.above) * band.rate / 100
            for band in law.bands_from(assets.toml("law", "fees.toml"))
            if band.key == "court_fee.property" and yuan > band.above
        ),
        Decimal(0),
    )


def test_the_court_fees_of_the_brief() -> None:
    assert (fee(20_000), fee(800_000)) == (300, 11_800)


def codes(name: str) -> dict[str, Any]:
    table = assets.toml("codes", f"{name}.toml")
    assert table["title"] and table["source"] and isinstance(table["as_of"], date) and table["status"] in law.STATUSES
    return table


def test_regions_are_those_of_the_autonomous_region() -> None:
    table = codes("regions")
    levels = Counter(region["level"] for region in table["region"])
    assert levels == {"province": 1, "prefecture": 12, "county": 103} and len(table["provinces"]) == 35
    known = {region["code"] for region in table["region"]}
    assert all(region["parent"] in known for region in table["region"] if region["parent"]) and len(known) == 116


def test_courts_have_codes_that_case_numbers_can_carry() -> None:
    table = codes("courts")
    by_code = {court["code"]: court for court in table["court"] if court["code"]}
    assert by_code["内0102"]["name"] == "呼和浩特市新城区人民法院" and by_code["内0624"]["name"] == "鄂托克旗人民法院"
    assert by_code["内0927"]["name"] == "察哈尔右翼中旗人民法院" and len(by_code) == 1 + 13 + 104
    assert all(court["parent"] in by_code for court in table["court"] if court["parent"])
    letters = codes("court_letters")["letters"]
    assert all(numbering.court_number(f"（2026）{code}民初1号", letters).court_code == code for code in by_code)


def test_ethnic_groups_and_papers() -> None:
    groups = codes("ethnic_groups")
    assert len(groups["ethnic_group"]) == 58 and {"code": "02", "name": "蒙古族"} in groups["ethnic_group"]
    assert groups["first"][:2] == ["01", "02"] and set(groups["first"]) <= {group["code"] for group in groups["ethnic_group"]}
    assert len({paper["code"] for paper in codes("papers")["paper"]}) == 12


def test_causes_lead_to_a_type_of_the_ministry() -> None:
    types = {kind["name"] for kind in codes("moj_types")["moj_type"]}
    causes = codes("causes")["cause"]
    assert len(types) == 18 and all(cause["moj_type"] in types for cause in causes)
    assert all(cause["path"][-1] == cause["name"] and cause["edition"] and isinstance(cause["valid_from"], date) for cause in causes)
    assert len({(cause["name"], cause["category"]) for cause in causes}) == len(causes)


# Where each says what the table says of it: read against the full texts in November 2026.
SOURCES = [
    ("assignment.choose_mediator", "第十条第二款"),
    ("assignment.court_designates", "第十条第三款"),
    ("assignment.confirm_acceptance", "第十二条第一款"),
    ("traffic.police_application", "第八十六条第一款"),
    ("traffic.police_mediation", "第九十条第三款"),
    ("traffic.insurer_notice", "公通字〔2010〕29号"),
    ("confirmation.party_objection", "第三百七十二条第二款"),
    ("preservation_fee.most", "第十四条第二项"),
    ("child_support.self_supporting_from", "第五十三条第二款"),
]


@pytest.mark.parametrize(("key", "article"), SOURCES)
def test_the_article_a_value_stands_on(key: str, article: str) -> None:
    (value,) = law.series(ALL, key)
    assert article in value.source and value.status == "checked"


def test_the_paid_days_of_a_month_name_the_notice_in_force() -> None:
    for day, notice in (("2024-12-31", "劳社部发〔2008〕3号）"), ("2025-01-01", "人社部发〔2025〕2号")):
        value = law.value_on(ALL, "day_wage.paid_days", date.fromisoformat(day))
        assert value.number == Decimal("21.75") and notice in value.source
