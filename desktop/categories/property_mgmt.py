"""Property management and heating (domain brief 6.0, 6.5; the court's form, forms brief 1.3 G)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

MATTERS = (
    ("property_fee", N_("Property fee")),
    ("heating_fee", N_("Heating fee")),
    ("heating_quality", N_("The flat does not get warm")),
    ("service", N_("Service, repair, safety")),
    ("parking", N_("Parking")),
    ("shared", N_("Shared parts and their income")),
    ("owners", N_("Decisions of the owners")),
    ("other", N_("Other")),
)
STAGES = (
    ("first", N_("First contract, made by the developer")),
    ("owners", N_("Contract of the owners")),
    ("factual", N_("Service without a contract")),
    ("heating", N_("Contract of heating")),
)
_STAGES = spelt(first="前期物业服务合同", owners="物业服务合同", factual="事实服务", heating="供热合同")
UNITS = (
    ("m2_month", N_("Yuan a square metre and month")),
    ("m2_season", N_("Yuan a square metre and season")),
    ("m2_year", N_("Yuan a square metre and year")),
    ("month", N_("Yuan a month")),
    ("year", N_("Yuan a year")),
)
COOLEST, WARMEST = -30, 45  # degrees in a flat that are no slip of the hand

ARREARS = (
    Field("from_on", "date", N_("From the day"), prefer="past", example="2023-01-01"),
    Field("to_on", "date", N_("To the day"), prefer="past", example="2024-12-31"),
    Field("price", "decimal", N_("Price of a unit"), least=0, most=10_000, example="1.2"),
    Field("amount", "money", N_("Amount"), required=True, example="2880"),
)
COMPLAINTS = (
    Field("on", "date", N_("Day"), prefer="past", example="2024-11-08"),
    Field("what", "text", N_("What was reported"), required=True, most=300, example="楼道灯不亮"),
    Field("done_on", "date", N_("Mended on"), prefer="past", example="2024-11-15"),
    Field("result", "text", N_("What was done"), most=300),
)
TEMPERATURES = (
    Field("on", "date", N_("Day"), prefer="past", required=True, example="2025-01-12"),
    Field("time", "text", N_("Time"), most=20, example="20:30"),
    Field("room", "text", N_("Room"), most=40, example="客厅"),
    Field("degrees", "decimal", N_("Degrees"), required=True, least=COOLEST, most=WARMEST, example="16.5"),
    Field("by", "text", N_("Measured by"), most=100, example="供热企业和业主"),
)

FACTS = (
    Group(
        "",
        (
            Field("matter", "choice", N_("Matter"), choices=MATTERS),
            Field("provider", "text", N_("Property company or heating company")),
            Field("owner", "text", N_("Owner of the flat")),
            Field("place", "text", N_("House and flat"), example="某小区2号楼1单元301"),
            Field("area", "decimal", N_("Area in square metres"), least=0, most=1_000_000, example="98.6"),
            Field("price", "decimal", N_("Price of a unit"), least=0, most=10_000, example="1.2"),
            Field("price_unit", "choice", N_("Price is counted by"), choices=UNITS),
            Field("arrears", "table", N_("Arrears, period by period"), rows=ARREARS, most=100),
            Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
            Field("owed", "money", N_("Fees owed"), example="2880"),
        ),
    ),
    Group(
        N_("Contract"),
        (
            Field("contract_kind", "choice", N_("Kind of contract"), choices=STAGES, also=_STAGES),
            Field("contract_name", "text", N_("Name of the contract"), example="物业服务合同"),
            Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2018-06-01"),
            Field("signed_by", "text", N_("Signed by"), most=200, help=N_("Owner, developer or owners' committee; and the company.")),
            Field("service_from", "date", N_("Service from"), prefer="past", example="2018-06-01"),
            Field("service_to", "date", N_("Service to"), example="2028-05-31"),
            Field("moved_in_on", "date", N_("Flat taken over on"), prefer="past", example="2018-09-01"),
            Field("pay_way", "text", N_("How and when it is paid"), most=200, example="按年预交"),
            Field("default_standard", "text", N_("Penalty as agreed"), most=200, example="每日万分之五"),
        ),
    ),
    Group(
        N_("Demands and penalty"),
        (
            suit.REMINDERS,
            Field("calculation", "text", N_("How it was calculated"), most=500),
            Field("default_owed", "money", N_("Penalty asked")),
            Field("default_calculation", "text", N_("How the penalty was calculated"), most=500),
            suit.UNTIL_PAID,
        ),
    ),
    Group(
        N_("Complaints and reduction"),
        (
            Field("complaints", "table", N_("Complaints"), rows=COMPLAINTS, most=200),
            Field("vacant", "yes_no", N_("Does the flat stand empty")),
            Field("vacant_since", "date", N_("Empty since"), prefer="past", example="2023-03-01"),
            Field("reduction_wanted", "text", N_("Reduction that is wanted"), most=200, example="减收百分之二十"),
            Field("reduction", "money", N_("Reduction in money"), example="576"),
        ),
    ),
    Group(
        N_("Heating"),
        (
            Field("season", "text", N_("Heating season"), most=40, example="2025—2026年度"),
            Field("stopped", "yes_no", N_("Was the heating stopped on request")),
            Field("temperatures", "table", N_("Temperatures"), rows=TEMPERATURES, most=500),
            Field("standard", "decimal", N_("Degrees to be reached"), least=COOLEST, most=WARMEST, example="18"),
            Field("cause_found", "text", N_("What was found as the cause"), most=300),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "service_from", "service_to")
    yield from plausible.in_order(top, facts, "signed_on", "service_from", stops=False)
    for n, one in plausible.rows(facts, "arrears"):
        at = f"arrears.{n}."
        yield from plausible.in_order(ARREARS, one, "from_on", "to_on", where=at)
        if facts.get("moved_in_on") and one.get("from_on") and one["from_on"] < facts["moved_in_on"]:
            yield Doubt(f"{at}from_on", _("This period begins before the flat was taken over."), stops=False)
    for n, one in plausible.rows(facts, "complaints"):
        yield from plausible.in_order(COMPLAINTS, one, "on", "done_on", where=f"complaints.{n}.")
    owed, told = facts.get("owed"), plausible.total(facts, "arrears")
    if told and isinstance(owed, int) and told != owed:
        yield Doubt("owed", _("The periods together are not what is owed."), stops=False)
    yield from plausible.at_most(top, facts, "reduction", "owed", stops=False)
    denied = _("The flat is not empty, and yet there is a day since when.")
    yield from plausible.contradicts(facts, "vacant", "vacant_since", sentence=denied)
    if facts.get("matter") in ("property_fee", None) and plausible.said(owed) and not plausible.said(facts.get("reminders")):
        sentence = _(
            "No written demand is listed: a suit follows only where the owner was urged and a reasonable time ran out (民法典 944)."
        )
        yield Doubt("reminders", sentence, stops=False)
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="property_mgmt",
    label=N_("Property management and heating"),
    moj_type="物业纠纷",
    groups=FACTS,
    documents=(
        N_("Contract of the service"),
        N_("Proof of the house or flat"),
        N_("Bills and receipts"),
        N_("Written demands"),
        N_("Records of repairs and complaints"),
        N_("Records of temperatures"),
        N_("Photos of the place"),
    ),
    doubts=_doubts,
)
