"""Road traffic accidents (domain brief 6.1; the court's form, forms brief 1.3 A; insurers and their exchange, 6.1 to 6.3)."""

import re
from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import harm, harm_sums, suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

ROLES = (
    ("driver", N_("Driver of a motor vehicle")),
    ("rider", N_("Rider or driver of a non-motor vehicle")),
    ("pedestrian", N_("Pedestrian")),
    ("passenger", N_("Passenger")),
)
_ROLES = spelt(driver="机动车驾驶人 司机", rider="非机动车驾驶人 骑车人", pedestrian="行人", passenger="乘车人")
USES = (
    ("own", N_("Driven by its owner")),
    ("lent", N_("Lent")),
    ("rented", N_("Rented")),
    ("affiliated", N_("Run under another's licence")),
    ("sold_untransferred", N_("Sold, not yet transferred")),
    ("employed", N_("Driven in employment")),
    ("commercial", N_("In commercial use")),
    ("taken", N_("Taken without leave")),
)
_USES = spelt(
    own="自有", lent="借用", rented="租赁", affiliated="挂靠", sold_untransferred="转让未过户", employed="雇用", commercial="营运",
    taken="擅自驾驶",
)  # fmt: skip
LICENCES = (
    ("valid", N_("Valid for this vehicle")),
    ("other_class", N_("Of another class")),
    ("expired", N_("Expired or suspended")),
    ("none", N_("No licence")),
    ("not_needed", N_("No licence needed")),
)
_LICENCES = spelt(valid="有效 C1，有效", other_class="准驾不符", expired="过期", none="无证", not_needed="无需")
ALCOHOL = (
    ("none", N_("No alcohol found")),
    ("drinking", N_("After drinking")),
    ("drunk", N_("Drunk")),
    ("refused", N_("Test refused or missed")),
)
_ALCOHOL = spelt(none="未检出 无", drinking="饮酒", drunk="醉酒")
REVIEWS = (
    ("none", N_("Not asked for")),
    ("pending", N_("Asked for")),
    ("upheld", N_("Upheld")),
    ("redone", N_("To be determined anew")),
)
_REVIEWS = spelt(none="未申请 未复核", pending="已申请", upheld="维持", redone="重新认定")
PAPERS = (
    ("determination", N_("Determination of responsibility")),
    ("simple", N_("Simple procedure's determination")),
    ("proof", N_("Proof of the accident only")),
    ("self_settled", N_("Settled by the parties on the spot")),
)
COVERS = (
    ("compulsory", N_("Compulsory insurance")),
    ("third_party", N_("Commercial third-party insurance")),
    ("occupants", N_("Insurance of the occupants")),
    ("vehicle", N_("Insurance of the vehicle")),
    ("carrier", N_("Insurance of a carrier's liability")),
    ("rider", N_("Insurance of a non-motor vehicle")),
    ("other", N_("Other")),
)
_COVERS = spelt(
    compulsory="交强险", third_party="商业三者险 第三者责任险", occupants="车上人员责任险", vehicle="车损险", carrier="承运人责任险",
)  # fmt: skip

VEHICLES = (
    Field("plate", "plate", N_("Plate")),
    Field("kind", "text", N_("Type of vehicle"), most=40, example="小型轿车"),
    Field("motor", "yes_no", N_("Is it a motor vehicle"), help=N_("No: bicycles and e-bicycles within the national standard.")),
    Field("driver", "text", N_("Driver"), example="郭某某"),
    Field("share", "choice", N_("Responsibility"), choices=harm.SHARES, also=harm.SHARES_SAID, example="main"),
    Field("owner", "text", N_("Owner"), example="郭某某"),
    Field("user", "text", N_("User, where it is neither"), most=100, help=N_("Who had the vehicle from its owner."), example=""),
    Field("use", "choice", N_("Used as"), choices=USES, also=_USES),
    Field("licence", "choice", N_("Driving licence"), choices=LICENCES, also=_LICENCES),
    Field("licence_class", "text", N_("Class of the licence"), most=20, example="C1"),
    Field("alcohol", "choice", N_("Alcohol"), choices=ALCOHOL, also=_ALCOHOL),
    Field("direction", "text", N_("Direction and manner of driving"), most=200, example="由东向西直行"),
    Field("insurer", "text", N_("Insurer"), help=N_("Of the compulsory insurance."), example="某财产保险股份有限公司乌兰察布市中心支公司"),
    Field("policy_number", "text", N_("Policy number")),
    Field("policy_from", "date", N_("Compulsory insurance from"), prefer="past", example="2025-01-01"),
    Field("policy_until", "date", N_("Compulsory insurance until"), example="2025-12-31"),
    Field("third_party_limit", "money", N_("Limit of the commercial third-party insurance"), example="1000000"),
    Field("no_deductible", "yes_no", N_("Without deductible")),
    Field("damage", "money", N_("Damage to the vehicle as assessed")),
    Field("report_number", "text", N_("Insurer's report number"), most=60),
)
POLICIES = (
    Field("plate", "plate", N_("Plate")),
    Field("cover", "choice", N_("Kind of insurance"), required=True, choices=COVERS, also=_COVERS),
    Field("insurer", "text", N_("Insurer")),
    Field("policy_number", "text", N_("Policy number")),
    Field("from_on", "date", N_("Valid from"), prefer="past", example="2025-01-01"),
    Field("until", "date", N_("Valid to"), example="2025-12-31"),
    Field("limit", "money", N_("Limit"), help=N_("Of the occupants: of each seat."), example="180000"),
    Field("no_deductible", "yes_no", N_("Without deductible")),
    Field("report_number", "text", N_("Insurer's report number"), most=60),
)
ROAD_USERS = (
    Field("name", "text", N_("Name"), required=True, example="高某"),
    Field("role", "choice", N_("On the road as"), choices=ROLES, also=_ROLES, example="rider"),
    Field("share", "choice", N_("Responsibility"), choices=harm.SHARES, also=harm.SHARES_SAID, example="minor"),
    Field("vehicle", "text", N_("In or on which vehicle"), most=60, example="二轮电动车"),
    Field("free_ride", "yes_no", N_("Taken along for nothing"), example=False),
)

FACTS = (
    Group(
        "",
        (
            Field("accident_on", "date", N_("Day of the accident"), prefer="past", example="2025-03-05"),
            Field("accident_time", "text", N_("Time of the accident"), most=20, example="17:40"),
            Field("accident_place", "text", N_("Place of the accident"), example="国道110线卓资县十八台镇路段302公里+500米"),
            Field("determination", "choice", N_("Paper of the police"), choices=PAPERS),
            Field("determination_number", "text", N_("Number of the accident determination"), example="第150921420260012号"),
            Field("police_unit", "text", N_("Police unit that determined it"), example="卓资县公安局交通管理大队"),
            Field("determined_on", "date", N_("Determination served on"), prefer="past", example="2025-03-20"),
        ),
    ),
    Group(
        N_("Vehicles and road users"),
        (
            Field("vehicles", "table", N_("Vehicles"), rows=VEHICLES, most=50),
            Field("road_users", "table", N_("Others on the road"), rows=ROAD_USERS, most=200),
        ),
    ),
    harm.INJURED_GROUP,
    Group(
        N_("Losses and payments"),
        (
            *harm.LOST_AND_PAID,
            Field("relief_fund", "money", N_("Advanced by the relief fund")),
            Field("repair_invoices", "yes_no", N_("Are there repair invoices")),
        ),
    ),
    Group(
        N_("Further insurance"),
        (
            Field("policies", "table", N_("Policies, one by one"), rows=POLICIES, most=100),
            Field("deductible_note", "text", N_("Note on the deductible"), most=300),
            Field("query_code", "text", N_("Query code of the exchange"), most=60),
        ),
    ),
    Group(
        N_("Course, review, criminal case"),
        (
            Field("course", "long_text", N_("How it happened"), help=N_("As the determination tells it.")),
            Field("weather", "text", N_("Weather"), most=60, example="小雪"),
            Field("motorway", "yes_no", N_("Was it on a motorway")),
            Field("reviewed", "choice", N_("Review of the determination"), choices=REVIEWS, also=_REVIEWS),
            Field("criminal_case", "yes_no", N_("Is there a criminal case")),
            Field("fled", "yes_no", N_("Did somebody flee")),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    day = facts.get("accident_on")
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "accident_on", "determined_on")
    if day and around.happened_on and day != around.happened_on:
        yield Doubt("accident_on", _("The day of the event in the case is another one: one of the two is a slip."), stops=False)
    time = str(facts.get("accident_time") or "").strip().replace("：", ":")
    if time and not re.fullmatch(r"([01]?[0-9]|2[0-3]):[0-5][0-9]", time):
        yield Doubt("accident_time", _("A time is written like 17:40."))
    for n, one in plausible.rows(facts, "vehicles"):
        yield from _vehicle(one, f"vehicles.{n}.", day)
    for n, one in plausible.rows(facts, "policies"):
        yield from plausible.in_order(POLICIES, one, "from_on", "until", where=f"policies.{n}.")
    yield from _shares(facts)
    yield from harm.doubts(facts, around, day, _("the accident"))
    yield from suit.doubts(facts, around)


def _vehicle(one: Facts, at: str, day: object) -> Iterator[Doubt]:
    yield from plausible.in_order(VEHICLES, one, "policy_from", "policy_until", where=at)
    until, since = one.get("policy_until"), one.get("policy_from")
    if day and ((until and until < day) or (since and since > day)):
        sentence = _("The compulsory insurance did not run on the day of the accident: who had to insure pays as the insurer would.")
        yield Doubt(f"{at}policy_until", sentence, stops=False)
    if one.get("motor") is False and plausible.said(one.get("insurer")) and plausible.said(one.get("policy_until")):
        yield Doubt(f"{at}motor", _("Only a motor vehicle has a compulsory insurance."), stops=False)
    if one.get("use") == "own" and one.get("owner") and one.get("driver") and one["owner"].strip() != one["driver"].strip():
        yield Doubt(f"{at}use", _("Owner and driver are two persons: it was not driven by its owner."))
    if one.get("alcohol") in ("drinking", "drunk") or one.get("licence") in ("none", "other_class"):
        sentence = _("The insurer pays the injured within the compulsory insurance and may claim it back from the driver.")
        yield Doubt(f"{at}licence" if one.get("alcohol") not in ("drinking", "drunk") else f"{at}alcohol", sentence, stops=False)


def _shares(facts: Facts) -> Iterator[Doubt]:
    """Full excludes every other; two bear the main part never; equal wants a second one."""
    found = [(f"{key}.{n}.share", str(one["share"])) for key in ("vehicles", "road_users") for n, one in _bearing(facts, key)]
    by = {share: [place for place, one in found if one == share] for share, _label in harm.SHARES}
    if by["full"] and any(by[other] for other in ("main", "equal", "minor")):
        yield Doubt(by["full"][0], _("Full responsibility leaves nothing for anybody else."))
    if len(by["main"]) > 1:
        yield Doubt(by["main"][1], _("Only one can bear the main responsibility."))
    if by["main"] and by["equal"]:
        yield Doubt(by["equal"][0], _("Beside a main responsibility there are minor ones, no equal ones."))
    if len(found) > 1 and not by["full"] and len(by["main"]) < 2 and bool(by["main"]) != bool(by["minor"]) and not by["equal"]:
        sentence = _("Main and minor responsibility belong together: one of them is missing.")
        yield Doubt((by["main"] or by["minor"] or [found[0][0]])[0], sentence, stops=False)


def _bearing(facts: Facts, key: str) -> Iterator[tuple[int, Facts]]:
    yield from ((n, one) for n, one in plausible.rows(facts, key) if one.get("share"))


CATEGORY = Category(
    key="traffic",
    label=N_("Road traffic accident"),
    moj_type="道路交通事故纠纷",
    groups=FACTS,
    documents=(
        N_("Accident determination"),
        N_("Driving licence and vehicle licence"),
        N_("Insurance policies"),
        N_("Medical records and invoices"),
        N_("Medical advice on nursing and extra food"),
        N_("Appraisal of the disability"),
        N_("Proof of income and of absence from work"),
        N_("Household register and proof of dependants"),
        N_("Death certificate and cancelled registration"),
        N_("Receipts for travel and lodging"),
        N_("Assessment of the damage and repair invoices"),
        N_("Papers on advances"),
    ),
    doubts=_doubts,
    prefill=harm_sums.sheet,
    claimed=harm_sums.claimed,
)
