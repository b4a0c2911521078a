"""Sales, feed and seed on credit among them (domain brief 6.0, 6.5; the court's form, forms brief 1.3 F)."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import debt, debt_sums, security, suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

FORMS = (
    ("written", N_("In writing")),
    ("note", N_("Note of a debt only")),
    ("oral", N_("By word of mouth")),
    ("online", N_("Over the internet")),
)
_FORMS = spelt(written="书面", note="欠条", oral="口头", online="网络")
PAY_WAYS = (
    ("cash", N_("In cash")),
    ("transfer", N_("By transfer")),
    ("bill", N_("By bill or cheque")),
    ("goods", N_("In goods or livestock")),
    ("other", N_("Otherwise")),
)
_PAY_WAYS = spelt(cash="现金", transfer="转账", bill="票据", goods="以物抵债")
TERMS = (
    ("at_once", N_("At once")),
    ("instalments", N_("In instalments")),
    ("credit", N_("On credit, by a day")),
)
_TERMS = spelt(at_once="一次性", instalments="分期", credit="赊购 赊欠")
LATE = (
    ("none", N_("Nobody")),
    ("payment", N_("Payment is late")),
    ("delivery", N_("Delivery is late")),
    ("both", N_("Both")),
)
BREACHES = (
    ("late", N_("Late performance")),
    ("none", N_("No performance")),
    ("other", N_("Other")),
)
REMEDIES = (
    ("repair", N_("Repair")),
    ("redo", N_("Make it anew")),
    ("replace", N_("Replace")),
    ("return", N_("Take it back")),
    ("reduce", N_("Reduce the price")),
)
ENDS = (
    ("perform", N_("Go on performing")),
    ("rescind", N_("Rescind the contract")),
    ("rescinded", N_("It is rescinded already")),
)

GOODS = (
    Field("name", "text", N_("Goods"), required=True, example="育肥羊饲料"),
    Field("spec", "text", N_("Specification"), most=100, example="40公斤/袋"),
    Field("quality", "text", N_("Quality"), most=100),
    Field("quantity", "decimal", N_("Quantity"), least=0, example="250"),
    Field("unit", "text", N_("Unit"), most=10, example="袋"),
    Field("unit_price", "money", N_("Price of a unit"), example="120"),
    Field("price", "money", N_("Price"), example="30000"),
    Field("delivered_on", "date", N_("Delivered on"), prefer="past", example="2024-06-01"),
)
PAYMENTS = (
    Field("paid_on", "date", N_("Day"), prefer="past", required=True),
    Field("amount", "money", N_("Amount"), required=True, example="5000"),
    Field("way", "choice", N_("Way"), choices=PAY_WAYS, also=_PAY_WAYS),
)

FACTS = (
    Group(
        "",
        (
            Field("seller", "text", N_("Seller")),
            Field("buyer", "text", N_("Buyer")),
            Field("contract_form", "choice", N_("How it was agreed"), choices=FORMS, also=_FORMS),
            Field("signed_on", "date", N_("Day of the contract"), prefer="past", example="2024-05-20"),
            Field(
                "production", "yes_no", N_("Is it about production"), help=N_("Feed, seed, machinery between producers: counted as such.")
            ),
            Field("goods", "table", N_("Goods and prices"), rows=GOODS, most=500),
            Field("price", "money", N_("Price in all"), example="30000"),
            Field("pay_terms", "choice", N_("To be paid"), choices=TERMS, also=_TERMS, example="credit"),
            Field("pay_by", "date", N_("To be paid by"), example="2024-12-31"),
            Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
            Field("price_owed", "money", N_("Price owed"), example="25000"),
        ),
    ),
    Group(
        N_("Contract in detail"),
        (
            Field("contract_name", "text", N_("Name of the contract"), example="饲料购销合同"),
            Field("contract_number", "text", N_("Number of the contract")),
            Field("signed_at", "text", N_("Place of signing")),
            Field("pay_way", "choice", N_("Way of payment"), choices=PAY_WAYS, also=_PAY_WAYS),
            Field("instalments", "text", N_("Instalments as agreed"), most=300),
            Field("delivery", "text", N_("Delivery: time, place, way"), most=300),
            Field("risk", "text", N_("Risk, installation, trial, acceptance"), most=300),
            Field("quality_standard", "text", N_("Quality agreed and how it is tested"), most=300),
            Field("objection_until", "date", N_("Objections to the quality by"), example="2024-07-01"),
            Field("objection_time", "text", N_("Time for objections as agreed"), most=100, example="收货后十日内"),
            Field("default_agreed", "money", N_("Penalty as agreed")),
            Field("default_clause", "text", N_("Clause of the penalty"), most=40),
            Field("deposit", "money", N_("Earnest money"), example="3000"),
            Field("deposit_clause", "text", N_("Clause of the earnest money"), most=40),
            Field("late_rate", "decimal", N_("Penalty for lateness in per cent a day"), least=0, most=100, example="0.05"),
            Field("late_clause", "text", N_("Clause of the penalty for lateness"), most=40),
        ),
    ),
    Group(
        N_("Payment and delivery"),
        (
            Field("payments", "table", N_("Payments made"), rows=PAYMENTS, most=500),
            Field("paid_in_time", "money", N_("Paid in time")),
            Field("paid_late", "money", N_("Paid late")),
            Field("stated_on", "date", N_("Account agreed on"), prefer="past", example="2025-01-15"),
            Field("stated", "money", N_("Balance as agreed then")),
            Field("delivered_in_time", "text", N_("Delivered in time"), most=100, example="250袋"),
            Field("delivered_late", "text", N_("Delivered late"), most=100),
            Field("undelivered", "text", N_("Not delivered"), most=100),
            Field("late", "choice", N_("Who is late"), choices=LATE, example="payment"),
            Field("late_since", "date", N_("Late since"), prefer="past", example="2025-01-01"),
            suit.REMINDERS,
        ),
    ),
    Group(
        N_("Quality"),
        (
            Field("quality_disputed", "yes_no", N_("Is the quality disputed")),
            Field("nonconformity", "text", N_("What does not fit"), most=500),
            Field("objected_on", "date", N_("Objected on"), prefer="past", example="2024-06-20"),
            Field("negotiated", "text", N_("What was said about it since"), most=300),
            Field("remedies", "choices", N_("What is wanted for it"), choices=REMEDIES),
        ),
    ),
    Group(
        N_("What is asked"),
        (
            Field("end", "choice", N_("What becomes of the contract"), choices=ENDS),
            Field("perform_within", "integer", N_("To be performed within days"), least=1, most=3650, example=30),
            Field("rescinded_on", "date", N_("Rescinded on"), prefer="past", example=""),
            Field("rescission_told", "yes_no", N_("Was the other side told of the rescission")),
            Field("interest_owed", "money", N_("Interest asked")),
            Field("default_owed", "money", N_("Penalty asked")),
            Field("damages", "money", N_("Damages asked")),
            Field("breach", "choice", N_("Kind of breach"), choices=BREACHES),
            Field("breach_told", "text", N_("The breach in words"), most=300),
            Field("calculation", "text", N_("How it was calculated"), most=500),
            suit.UNTIL_PAID,
            Field("costs_claimed", "text", N_("Costs of collection that are claimed"), most=300),
            *debt.WISHES,
        ),
    ),
    security.SECURITY,
    suit.group(*suit.APPRAISAL),
)


def _counts_as(cause: str, facts: Facts) -> str:
    return "生产经营纠纷" if facts.get("production") is True else ""


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "signed_on", "pay_by", stops=False)
    yield from plausible.in_order(top, facts, "signed_on", "stated_on")
    yield from plausible.in_order(top, facts, "signed_on", "late_since")
    yield from plausible.at_most(top, facts, "price_owed", "price")
    yield from plausible.at_most(top, facts, "deposit", "price", stops=False)
    if facts.get("quality_disputed") is False and plausible.said(facts.get("nonconformity")):
        yield Doubt("quality_disputed", _("It was said that the quality is not disputed, and yet something does not fit."))
    until, objected = facts.get("objection_until"), facts.get("objected_on")
    if until and objected and objected > until:
        yield Doubt("objected_on", _("The objection came after the time that was agreed for it."), stops=False)
    if facts.get("late") == "none" and facts.get("late_since"):
        yield Doubt("late_since", _("Nobody is late, and yet there is a day since when."))
    yield from _prices(facts)
    if any(plausible.said(facts.get(key)) for key in ("price_owed", "interest_owed", "default_owed")) and not facts.get("as_of"):
        yield Doubt("as_of", _("Say as of which day the amounts are owed."), stops=False)
    yield from security.doubts(facts, around)
    yield from suit.doubts(facts, around)


def _prices(facts: Facts) -> Iterator[Doubt]:
    known: list[int] = []
    whole = bool(facts.get("goods"))
    for n, one in plausible.rows(facts, "goods"):
        quantity, unit_price, price = one.get("quantity"), one.get("unit_price"), one.get("price")
        whole = whole and isinstance(price, int)
        known += [price] if isinstance(price, int) else []
        if isinstance(quantity, Decimal) and isinstance(unit_price, int) and isinstance(price, int) and quantity * unit_price != price:
            yield Doubt(f"goods.{n}.price", _("Quantity times the price of a unit is not the price."), stops=False)
    if whole and isinstance(facts.get("price"), int) and sum(known) != facts["price"]:
        yield Doubt("price", _("The prices of the goods together are not the price in all."), stops=False)
    paid, price, owed = plausible.total(facts, "payments"), facts.get("price"), facts.get("price_owed")
    if paid and isinstance(price, int) and isinstance(owed, int) and paid + owed != price:
        yield Doubt("price_owed", _("What was paid and what is owed together are not the price."), stops=False)


CATEGORY = Category(
    key="sale",
    label=N_("Sale"),
    moj_type="合同纠纷",
    groups=FACTS,
    documents=(
        N_("Contract or note of the debt"),
        N_("Notes of delivery"),
        N_("Statement of account"),
        N_("Invoices"),
        N_("Transfer slips"),
        N_("Chat records"),
        N_("Test report on the quality"),
        N_("Demands for payment"),
    ),
    private=debt.PRIVATE,
    counts_as=_counts_as,
    doubts=_doubts,
    prefill=debt_sums.of_price,
)
