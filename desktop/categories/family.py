"""Marriage, family and inheritance (domain brief 6.3; the court's form of divorce, forms brief 1.3 E).

A marriage itself is never dissolved by mediation here (CPCI 355).
"""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import family_sums, suit
from desktop.domain import dates, plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

QUESTIONS = (
    ("divorce", N_("Consequences of a divorce that is wanted")),
    ("after_divorce", N_("Property after a divorce")),
    ("bride_price", N_("Bride price")),
    ("child_support", N_("Child support and visits")),
    ("parent_support", N_("Support of parents")),
    ("inheritance", N_("Inheritance")),
    ("partition", N_("Partition of a family's property")),
    ("cohabitation", N_("Living together without marriage")),
    ("other", N_("Other")),
)
SIDES = (
    ("applicant", N_("Applicant")),
    ("respondent", N_("Respondent")),
    ("both", N_("Both")),
    ("other", N_("Other")),
)
_SIDES = spelt(applicant="原告 申请人", respondent="被告 被申请人", both="双方 共同")
KINDS = (
    ("house", N_("Housing")),
    ("vehicle", N_("Vehicle")),
    ("deposit", N_("Bank deposit")),
    ("livestock", N_("Livestock")),
    ("pasture", N_("Contracted land or pasture")),
    ("business", N_("Share in a business")),
    ("other", N_("Other")),
)
_KINDS = spelt(
    house="住房 房屋 房产", vehicle="汽车 车辆", deposit="存款 定期存款", livestock="牲畜", pasture="草牧场承包权 草牧场 承包地",
    business="股权",
)  # fmt: skip
SUPPORT_WAYS = (
    ("monthly", N_("Every month")),
    ("yearly", N_("Every year")),
    ("lump_sum", N_("At once")),
    ("goods", N_("In goods")),
)
WILLS = (
    ("own_hand", N_("Written by his own hand")),
    ("other_hand", N_("Written by another")),
    ("printed", N_("Printed")),
    ("recorded", N_("Recorded in sound or film")),
    ("oral", N_("By word of mouth")),
    ("notarised", N_("Notarised")),
)

CHILDREN = (
    Field("name", "text", N_("Name"), required=True),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="2017-04-02"),
    Field("lives_with", "text", N_("Lives with")),
    Field("wanted_with", "choice", N_("Is to live with"), choices=SIDES, also=_SIDES),
    Field("support_by", "choice", N_("Support is paid by"), choices=SIDES, also=_SIDES, example="respondent"),
    Field("support", "money", N_("Support"), example="1200"),
    Field("support_way", "choice", N_("How it is paid"), choices=SUPPORT_WAYS),
    Field("visits", "text", N_("Visits"), most=200, example="每月两次，周末接走"),
)
PROPERTY = (
    Field("kind", "choice", N_("Kind"), choices=KINDS, also=_KINDS),
    Field("what", "text", N_("What"), required=True, most=500, example="新城区某小区住房一套，78平方米"),
    Field("owner", "text", N_("In whose name")),
    Field("acquired_on", "date", N_("Acquired on"), prefer="past", example="2015-06-01"),
    Field("worth", "money", N_("Worth"), example="480000"),
    Field("owed", "money", N_("Still owed on it"), example="120000"),
    Field("goes_to", "choice", N_("Goes to"), choices=SIDES, also=_SIDES),
)
DEBTS = (
    Field("creditor", "text", N_("Owed to"), required=True),
    Field("amount", "money", N_("Amount")),
    Field("since", "date", N_("Since"), prefer="past", example="2019-01-05"),
    Field("purpose", "text", N_("What for")),
    Field("borne_by", "choice", N_("Is borne by"), choices=SIDES, also=_SIDES),
)
PARENTS = (
    Field("name", "text", N_("Name"), required=True),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1950-02-11"),
    Field("health", "text", N_("Health")),
    Field("income", "money", N_("Monthly income")),
    Field("lives_with", "text", N_("Lives with")),
    Field("needs", "money", N_("Needed every month")),
)
SUPPORTERS = (
    Field("name", "text", N_("Name"), required=True),
    Field("relation", "text", N_("Relation"), most=40),
    Field("share", "text", N_("Share"), most=60),
    Field("income", "money", N_("Monthly income")),
)
HEIRS = (
    Field("name", "text", N_("Name"), required=True),
    Field("relation", "text", N_("Relation"), most=40),
    Field("share", "text", N_("Share"), most=60),
    Field("cared", "yes_no", N_("Cared for the deceased")),
    Field("renounces", "yes_no", N_("Renounces"), example=False),
)

FACTS = (
    Group("", (Field("question", "choice", N_("What is it about"), choices=QUESTIONS, example="inheritance"),)),
    Group(
        N_("Marriage"),
        (
            Field("married_on", "date", N_("Day of marriage"), prefer="past", example="2014-10-01"),
            Field("registered", "yes_no", N_("Was the marriage registered")),
            Field("married_at", "text", N_("Place of registration of the marriage")),
            Field("certificate_number", "text", N_("Number of the marriage certificate"), most=60),
            Field("lived_together", "yes_no", N_("Did they live together")),
            Field("living", "text", N_("How they live"), most=500),
            Field("separated_since", "date", N_("Living apart since"), prefer="past", example="2024-12-01"),
            Field("divorce_reason", "text", N_("Why a divorce is wanted"), most=500),
            Field(
                "divorce_applied_on",
                "date",
                N_("Divorce registration applied for on"),
                prefer="past",
                help=N_("At the civil affairs office: thirty days to think, then thirty to fetch the certificate (民法典 1077)."),
                example="",
            ),
            Field("divorced_on", "date", N_("Day of the divorce"), prefer="past", example=""),
            Field("damages", "money", N_("Damages claimed")),
            Field("compensation", "money", N_("Compensation claimed for work in the family")),
            Field("help", "money", N_("Help claimed for hardship")),
            Field("payment_reason", "text", N_("Reasons for damages, compensation, help"), most=500),
        ),
    ),
    Group(
        N_("Children"),
        (
            Field("children", "table", N_("Children"), rows=CHILDREN, most=20),
            Field("custody_reason", "text", N_("Reasons about living and support"), most=500),
            Field("payer_income", "money", N_("Monthly income of who pays"), example="6000"),
            Field("payer_income_fixed", "yes_no", N_("Is that income fixed")),
        ),
    ),
    Group(
        N_("Property and debts"),
        (
            Field("property", "table", N_("Property"), rows=PROPERTY, most=200),
            Field("debts", "table", N_("Debts"), rows=DEBTS, most=200),
            Field("property_agreed", "text", N_("What they agreed about property earlier"), most=500),
        ),
    ),
    Group(
        N_("Bride price"),
        (
            Field("bride_price", "money", N_("Bride price")),
            Field("bride_price_on", "date", N_("Bride price given on"), prefer="past", example="2014-08-18"),
            Field("bride_price_by", "text", N_("Bride price: given by, received by")),
            Field("bride_price_things", "text", N_("Things given with it"), most=500, example="金项链一条，马一匹"),
            Field("bride_price_returned", "money", N_("Already given back"), example="0"),
            Field("dowry", "text", N_("Dowry"), most=500),
            Field("hardship", "yes_no", N_("Did it bring the giver's family into hardship")),
        ),
    ),
    Group(
        N_("Support of parents"),
        (
            Field("parents", "table", N_("Parents to be supported"), rows=PARENTS, most=20),
            Field("supporters", "table", N_("Children who support them"), rows=SUPPORTERS, most=50),
        ),
    ),
    Group(
        N_("Inheritance"),
        (
            Field("deceased", "text", N_("The deceased")),
            Field("died_on", "date", N_("Day of death"), prefer="past", example="2025-01-20"),
            Field("will", "yes_no", N_("Is there a will")),
            Field("will_kind", "choice", N_("Form of the will"), choices=WILLS),
            Field("will_on", "date", N_("Day of the will"), prefer="past", example="2019-05-01"),
            Field("heirs", "table", N_("Heirs"), rows=HEIRS, most=100),
        ),
    ),
    Group(
        N_("Safety and wishes"),
        (
            Field(
                "violence",
                "yes_no",
                N_("Is there domestic violence"),
                help=N_("If yes: no pressure, refer to a protection order."),
                example=False,
            ),
            Field("protection_order", "yes_no", N_("Is there a protection order")),
            Field("wishes", "long_text", N_("What each side wishes")),
        ),
    ),
    suit.group(Field("sued_before", "yes_no", N_("Was there a suit for divorce before"), example=True)),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "married_on", "separated_since")
    yield from plausible.in_order(top, facts, "married_on", "divorce_applied_on", "divorced_on")
    yield from plausible.in_order(top, facts, "will_on", "died_on")
    yield from plausible.in_order(top, facts, "bride_price_on", "married_on", stops=False)
    yield from plausible.at_most(top, facts, "bride_price_returned", "bride_price")
    denied = _("It was said that the marriage was not registered, and yet there is a certificate or a place of registration.")
    yield from plausible.contradicts(facts, "registered", "certificate_number", "married_at", sentence=denied)
    denied = _("It was said that there is no will, and yet its form or day is told.")
    yield from plausible.contradicts(facts, "will", "will_kind", "will_on", sentence=denied)
    denied = _("There was no suit before, and yet earlier suits are listed.")
    yield from plausible.contradicts(facts, "sued_before", "earlier_suits", sentence=denied, stops=False)
    if plausible.said(facts.get("heirs")) and not facts.get("died_on"):
        yield Doubt("died_on", _("There are heirs, but no day of death."), stops=False)
    if facts.get("violence") is True:
        yield Doubt("violence", _("Domestic violence: no pressure to agree, hear them apart, point to a protection order."), stops=False)
    if facts.get("question") == "divorce":
        sentence = _("The marriage itself is dissolved by the civil affairs office or the court; here is settled what follows (CPCI 355).")
        yield Doubt("question", sentence, stops=False)
    yield from _children(facts, around)
    for n, one in plausible.rows(facts, "property"):
        yield from plausible.at_most(PROPERTY, one, "owed", "worth", where=f"property.{n}.", stops=False)
    yield from suit.doubts(facts, around)


def _children(facts: Facts, around: Around) -> Iterator[Doubt]:
    for n, one in plausible.rows(facts, "children"):
        born = one.get("birth_date")
        if born is None or born > around.today:
            continue
        age = dates.age(born, around.today)
        if age < 2 and one.get("wanted_with"):
            sentence = _("A child under two lives with its mother as a rule (民法典 1084).")
            yield Doubt(f"children.{n}.wanted_with", sentence, stops=False)
        if age >= 18 and one.get("support"):
            yield Doubt(f"children.{n}.support", _("This child is of age: support ends with 18 as a rule."), stops=False)
    income, children = facts.get("payer_income"), [one for _n, one in plausible.rows(facts, "children") if one.get("support")]
    asked = sum(one["support"] for one in children if one.get("support_way", "monthly") == "monthly")
    most = 30 if len(children) == 1 else 50
    if income and facts.get("payer_income_fixed") and asked * 100 > income * most:
        sentence = _("More than {most} per cent of the income: only in special cases (Family Interpretation I 49).").format(most=most)
        yield Doubt("payer_income", sentence, stops=False)


CATEGORY = Category(
    key="family",
    label=N_("Marriage, family and inheritance"),
    moj_type="婚姻家庭纠纷",
    groups=FACTS,
    documents=(
        N_("Marriage certificate"),
        N_("Household register"),
        N_("Property papers"),
        N_("Bank statements"),
        N_("Medical records"),
        N_("Death certificate and proof of kinship"),
        N_("The will"),
    ),
    private=frozenset({"violence", "protection_order", "wishes"}),
    doubts=_doubts,
    prefill=family_sums.sheet,
    claimed=family_sums.claimed,
)
