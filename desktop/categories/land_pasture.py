"""Land and pasture (domain brief 6.0, 6.5): first what it is about, for the right itself is decided by the government.

Contracts, and trespass with damage, are mediated; arbitration of contracted land has its own limit (land arbitration law 18).
"""

from collections.abc import Iterator
from decimal import Decimal

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import suit
from desktop.domain import dates, plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

THE_RIGHT = "the_right"
QUESTIONS = (
    (THE_RIGHT, N_("To whom the land belongs or who may use it")),
    ("contract", N_("A contract about land or pasture")),
    ("trespass", N_("Trespass and damage")),
    ("expropriation", N_("Money paid for land that was taken")),
)
LANDS = (
    ("cropland", N_("Cropland")),
    ("pasture", N_("Pasture")),
    ("forest", N_("Forest land")),
    ("homestead", N_("Homestead")),
    ("other", N_("Other")),
)
_LANDS = spelt(cropland="耕地", pasture="草牧场 草场", forest="林地", homestead="宅基地")
PAPERS = (
    ("certificate", N_("Certificate of the contracted right")),
    ("contract", N_("Contract with the collective only")),
    ("register", N_("Only in the collective's register")),
    ("none", N_("No paper")),
)
_PAPERS = spelt(certificate="草原承包经营权证 土地承包经营权证", contract="承包合同", register="台账", none="无")
CONTRACTS = (
    ("contract", N_("Contract with the collective")),
    ("lease", N_("Lease")),
    ("sublet", N_("Subcontract within the collective")),
    ("exchange", N_("Exchange of the right")),
    ("transfer", N_("Transfer of the right")),
    ("share", N_("Brought in as a share")),
    ("grazing", N_("Grazing of another's livestock")),
    ("other", N_("Other")),
)
_CONTRACTS = spelt(contract="承包", lease="出租", sublet="转包", exchange="互换", transfer="转让", share="入股", grazing="代牧")
DEEDS = (
    ("overgrazing", N_("Livestock came over the boundary")),
    ("fence", N_("Fence moved or broken")),
    ("ploughing", N_("Ploughing or planting beyond the boundary")),
    ("building", N_("Building or digging")),
    ("road", N_("Way cut off, or a way driven over it")),
    ("water", N_("Well or water cut off")),
    ("other", N_("Other")),
)
ANIMALS = (
    ("sheep", N_("Sheep")),
    ("goat", N_("Goats")),
    ("cattle", N_("Cattle")),
    ("horse", N_("Horses")),
    ("camel", N_("Camels")),
    ("other", N_("Other")),
)
_ANIMALS = spelt(sheep="绵羊", goat="山羊", cattle="牛", horse="马", camel="骆驼 驼")
REMEDIES = (
    ("stop", N_("Stop it")),
    ("remove", N_("Remove what is in the way")),
    ("restore", N_("Put it back as it was")),
    ("return", N_("Give the land back")),
    ("pay", N_("Pay for the damage")),
    ("perform", N_("Go on with the contract")),
    ("rescind", N_("Rescind the contract")),
    ("share_out", N_("Share out the money")),
)
RESULTS = (
    ("pending", N_("Still pending")),
    ("not_accepted", N_("Not accepted")),
    ("award", N_("Award")),
    ("mediated", N_("Settled there")),
    ("withdrawn", N_("Withdrawn")),
)

HERDS = (
    Field("kind", "choice", N_("Livestock"), required=True, choices=ANIMALS, also=_ANIMALS),
    Field("count", "integer", N_("Number of head"), least=1, most=100_000, example=120),
    Field("from_on", "date", N_("From the day"), prefer="past", example="2025-06-10"),
    Field("to_on", "date", N_("To the day"), prefer="past", example="2025-06-14"),
    Field("days", "integer", N_("Days"), least=1, most=3650, example=5),
    Field("per_head_day", "money", N_("Yuan a head and day"), example="2"),
    Field("amount", "money", N_("Amount"), example="1200"),
)
DAMAGES = (
    Field("what", "text", N_("What was damaged"), required=True, example="网围栏"),
    Field("size", "text", N_("How much of it"), most=60, example="80米"),
    Field("amount", "money", N_("Amount"), example="2400"),
    Field("basis", "text", N_("Basis"), example="购买票据"),
)
MEMBERS = (
    Field("name", "text", N_("Name"), required=True),
    Field("share", "text", N_("Share"), most=60),
    Field("amount", "money", N_("Amount"), example="70000"),
)

FACTS = (
    Group(
        "",
        (
            Field(
                "question",
                "choice",
                N_("What is it about"),
                choices=QUESTIONS,
                help=N_("A dispute over the right itself is decided by the government and not mediated here."),
                example="trespass",
            ),
            Field("gacha", "text", N_("Gacha or village"), example="某苏木某嘎查"),
            Field("land", "choice", N_("Kind of land"), choices=LANDS, also=_LANDS, example="pasture"),
            Field("plot", "text", N_("Name of the plot"), example="北夏营地"),
            Field("area_mu", "decimal", N_("Area in mu"), least=0, most=100_000_000, example="1250.5"),
            Field("holder", "text", N_("In whose name it is contracted"), example="那某"),
            Field("paper", "choice", N_("Paper of the right"), choices=PAPERS, also=_PAPERS),
            Field("certificate_number", "text", N_("Number of the certificate"), most=60),
        ),
    ),
    Group(
        N_("Boundaries and term"),
        (
            Field("east", "text", N_("In the east up to"), most=200),
            Field("south", "text", N_("In the south up to"), most=200),
            Field("west", "text", N_("In the west up to"), most=200),
            Field("north", "text", N_("In the north up to"), most=200),
            Field("sketch", "yes_no", N_("Is there a sketch of the boundaries")),
            Field("registered_rights", "yes_no", N_("Were the rights surveyed and registered")),
            Field("contract_from", "date", N_("Contracted from"), prefer="past", example="1998-01-01"),
            Field("contract_to", "date", N_("Contracted to"), example="2046-12-31"),
        ),
    ),
    Group(
        N_("Contract"),
        (
            Field("contract_kind", "choice", N_("Kind of contract"), choices=CONTRACTS, also=_CONTRACTS, example="lease"),
            Field("written_contract", "yes_no", N_("Is there a written contract")),
            Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2023-04-01"),
            Field("lease_from", "date", N_("Term from"), prefer="past", example="2023-05-01"),
            Field("lease_to", "date", N_("Term to"), example="2028-04-30"),
            Field("rent", "money", N_("Rent")),
            Field("rent_unit", "text", N_("Rent is counted by"), most=60, example="每亩每年"),
            Field("rent_paid_to", "date", N_("Rent paid up to"), prefer="past", example="2025-04-30"),
            Field("rent_owed", "money", N_("Rent owed")),
            Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
            Field("consent", "yes_no", N_("Did the collective consent")),
            Field("filed", "yes_no", N_("Was it filed with the collective")),
        ),
    ),
    Group(
        N_("Trespass and damage"),
        (
            Field("deeds", "choices", N_("What was done"), choices=DEEDS),
            Field("deed_told", "text", N_("How it happened"), most=500),
            Field("done_by", "text", N_("Done by"), most=100),
            Field("since", "date", N_("Since"), prefer="past", example="2025-06-10"),
            Field("goes_on", "yes_no", N_("Does it go on")),
            Field("herds", "table", N_("Livestock that came over"), rows=HERDS, most=200),
            Field("damages", "table", N_("Damage, one by one"), rows=DAMAGES, most=200),
            Field("inspected_on", "date", N_("Seen on the spot on"), prefer="past", example="2025-06-16"),
        ),
    ),
    Group(
        N_("Land that was taken"),
        (
            Field("taken_on", "date", N_("Land taken on"), prefer="past", example="2024-05-01"),
            Field("taken_by", "text", N_("Project it was taken for")),
            Field("taken_mu", "decimal", N_("Area taken in mu"), least=0, most=100_000_000, example="35"),
            Field("taken_money", "money", N_("Money paid for it"), example="350000"),
            Field("members", "table", N_("Who claims a share"), rows=MEMBERS, most=500),
        ),
    ),
    Group(
        N_("What is asked"),
        (
            Field("remedies", "choices", N_("What is asked"), choices=REMEDIES),
            Field("arbitration_body", "text", N_("Land arbitration commission")),
            Field("arbitration_asked_on", "date", N_("Asked for on"), prefer="past", example="2025-07-01"),
            Field("arbitration_result", "choice", N_("Result of the arbitration"), choices=RESULTS),
            Field("government_asked", "yes_no", N_("Was the government asked to decide"), example=False),
            Field("government_decision", "text", N_("Its decision: number and day"), most=100),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _not_here(facts: Facts) -> str:
    return THE_RIGHT if facts.get("question") == THE_RIGHT else ""


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    if any(plausible.said(value) for value in facts.values()) and not facts.get("question"):
        yield Doubt("question", _("Say first what it is about: the right itself is not mediated here."), stops=False)
    for keys in (("contract_from", "contract_to"), ("lease_from", "lease_to"), ("since", "inspected_on")):
        yield from plausible.in_order(top, facts, *keys)
    yield from plausible.in_order(top, facts, "lease_to", "contract_to", stops=False)
    first, last = facts.get("contract_from"), facts.get("contract_to")
    if first and last and dates.add_months(first, 12 * LONGEST_YEARS) < last:
        sentence = _("More than {n} years are unusual for contracted land: look at the certificate.").format(n=LONGEST_YEARS)
        yield Doubt("contract_to", sentence, stops=False)
    if facts.get("paper") == "none" and plausible.said(facts.get("certificate_number")):
        yield Doubt("paper", _("It was said that there is no paper, and yet there is a number of one."))
    if facts.get("contract_kind") == "transfer" and facts.get("consent") is False:
        yield Doubt("consent", _("A transfer wants the consent of the collective: ask for it before an agreement."), stops=False)
    whole, taken = facts.get("area_mu"), facts.get("taken_mu")
    if isinstance(whole, Decimal) and isinstance(taken, Decimal) and taken > whole:
        yield Doubt("taken_mu", _("More was taken than the plot has."))
    for n, one in plausible.rows(facts, "herds"):
        yield from _herd(one, f"herds.{n}.")
    shared = plausible.total(facts, "members")
    if shared and isinstance(facts.get("taken_money"), int) and shared > facts["taken_money"]:
        yield Doubt("members", _("The shares together are more than the money that was paid."), stops=False)
    if facts.get("government_asked") and facts.get("question") != THE_RIGHT:
        sentence = _("The government was asked to decide: is it about the right itself after all?")
        yield Doubt("government_asked", sentence, stops=False)
    yield from suit.doubts(facts, around)


LONGEST_YEARS = 70  # beyond, somebody is asked to look again; no rule of law hangs on it


def _herd(one: Facts, at: str) -> Iterator[Doubt]:
    yield from plausible.in_order(HERDS, one, "from_on", "to_on", where=at)
    first, last, days = one.get("from_on"), one.get("to_on"), one.get("days")
    if first and last and days is not None and last >= first and days > (last - first).days + 1:
        yield Doubt(f"{at}days", _("There are fewer days from the first to the last."))
    count, price, amount = one.get("count"), one.get("per_head_day"), one.get("amount")
    if count and days and price and amount is not None and count * days * price != amount:
        yield Doubt(f"{at}amount", _("Head, days and price together are another amount."), stops=False)


CATEGORY = Category(
    key="land_pasture",
    label=N_("Land and pasture"),
    moj_type="山林土地纠纷",
    groups=FACTS,
    documents=(
        N_("Certificate of the contracted right"),
        N_("Contract about the land"),
        N_("Sketch of the boundaries"),
        N_("Photos of the place"),
        N_("Proof of the damage"),
        N_("Certificate of the gacha or village"),
    ),
    doubts=_doubts,
    not_here=_not_here,
)
