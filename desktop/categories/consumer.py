"""Goods and services for private use: shops, online, travel, training, prepaid cards (domain brief 6.0, 6.5)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import harm, suit
from desktop.domain import plausible
from desktop.domain.fields import Field
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

TRADES = (
    ("goods", N_("Goods from a shop or market")),
    ("online", N_("Goods or services over the internet")),
    ("food", N_("Food and drink")),
    ("travel", N_("Travel")),
    ("training", N_("Training and education")),
    ("prepaid", N_("Prepaid card")),
    ("vehicle", N_("Car or motorcycle")),
    ("renovation", N_("Renovation of a home")),
    ("service", N_("Other service")),
)
_COUNTED = {"online": "电子商务纠纷", "travel": "旅游纠纷"}
RECEIPTS = (("invoice", N_("Invoice")), ("receipt", N_("Sales slip")), ("order", N_("Order on a platform")), ("none", N_("No proof")))
DEMANDS = (
    ("refund", N_("Money back")),
    ("replace", N_("Replace")),
    ("repair", N_("Repair")),
    ("reduce", N_("Reduce the price")),
    ("damages", N_("Damages")),
    ("threefold", N_("Threefold price for fraud")),
    ("tenfold", N_("Tenfold price for unsafe food")),
    ("apologise", N_("Apologise")),
    ("perform", N_("Go on with the contract")),
)

GOODS = (
    Field("name", "text", N_("Goods or service"), required=True, example="电动自行车"),
    Field("brand", "text", N_("Brand and model"), most=100),
    Field("quantity", "decimal", N_("Quantity"), least=0, example="1"),
    Field("unit_price", "money", N_("Price of a unit"), example="3200"),
    Field("price", "money", N_("Price"), example="3200"),
)

FACTS = (
    Group(
        "",
        (
            Field("trade", "choice", N_("Kind of purchase"), choices=TRADES),
            Field("trader", "text", N_("Seller or provider")),
            Field("bought_on", "date", N_("Bought on"), prefer="past", example="2025-02-01"),
            Field("goods", "table", N_("Goods or services"), rows=GOODS, most=100),
            Field("price", "money", N_("Price in all"), example="3200"),
            Field("receipt", "choice", N_("Proof of the purchase"), choices=RECEIPTS),
            Field("defect", "text", N_("What is wrong with it"), most=500),
            Field("found_on", "date", N_("Noticed on"), prefer="past", example="2025-02-20"),
            Field("demands", "choices", N_("What is asked"), choices=DEMANDS),
            Field("demand", "money", N_("Amount asked"), example="3200"),
        ),
    ),
    Group(
        N_("Purchase in detail"),
        (
            Field("bought_at", "text", N_("Bought at"), most=200, help=N_("Shop, platform or place.")),
            Field("order_number", "text", N_("Number of the order"), most=60),
            Field("private_use", "yes_no", N_("Was it for private use"), help=N_("Who buys for his business is no consumer.")),
            Field("promised", "text", N_("What was promised"), most=500, help=N_("Advertising, guarantee, words of the seller.")),
            Field("guarantee_until", "date", N_("Guaranteed until"), example="2026-07-01"),
            Field("told_on", "date", N_("Seller told on"), prefer="past", example="2025-02-21"),
            Field("answer", "text", N_("What the seller answered"), most=300),
            Field("complained", "text", N_("Complaints elsewhere and their result"), most=300, example="已向12315投诉"),
        ),
    ),
    Group(
        N_("Prepaid card, course or travel"),
        (
            Field("prepaid", "money", N_("Prepaid"), example="3000"),
            Field("used", "money", N_("Of it used"), example="1200"),
            Field("left", "money", N_("Of it left"), example="1800"),
            Field("valid_until", "date", N_("Valid until"), example="2026-06-30"),
            Field("closed_on", "date", N_("Seller closed down on"), prefer="past", example=""),
            Field("service_from", "date", N_("Service from"), example="2025-07-05"),
            Field("service_to", "date", N_("Service to"), example="2025-07-11"),
            Field("programme", "text", N_("Programme, and what was left out"), most=500),
        ),
    ),
    Group(
        N_("Harm"),
        (
            Field("harmed", "yes_no", N_("Was somebody hurt or something damaged")),
            harm.INJURED_TABLE,
            harm.TREATMENT_TABLE,
            harm.LOSS_TABLE,
            harm.ADVANCE_TABLE,
            harm.PAID_SO_FAR,
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _counts_as(cause: str, facts: Facts) -> str:
    return _COUNTED.get(str(facts.get("trade") or ""), "")


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "bought_on", "found_on", "told_on")
    yield from plausible.in_order(top, facts, "service_from", "service_to")
    yield from plausible.at_most(top, facts, "used", "prepaid")
    yield from plausible.at_most(top, facts, "left", "prepaid")
    prepaid, used, left = (facts.get(key) for key in ("prepaid", "used", "left"))
    if isinstance(prepaid, int) and isinstance(used, int) and isinstance(left, int) and used + left != prepaid:
        yield Doubt("left", _("What was used and what is left together are not what was prepaid."), stops=False)
    if facts.get("private_use") is False:
        yield Doubt("private_use", _("Bought for a business: a sale rather than a consumer's dispute."), stops=False)
    if "tenfold" in (facts.get("demands") or ()) and facts.get("trade") not in ("food", "online", None):
        yield Doubt("demands", _("The tenfold price is for unsafe food."), stops=False)
    denied = _("Nobody was hurt and nothing damaged, and yet injured persons are listed.")
    yield from plausible.contradicts(facts, "harmed", "injured", "treatments", sentence=denied)
    yield from harm.doubts(facts, around, facts.get("bought_on"), _("the purchase"), strict=False)
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="consumer",
    label=N_("Consumers"),
    moj_type="其他消费纠纷",
    groups=FACTS,
    documents=(
        N_("Invoice, receipt or order"),
        N_("The goods, or photos of them"),
        N_("Contract, card or ticket"),
        N_("Advertising and guarantee"),
        N_("Chat records"),
        N_("Test report on the quality"),
        N_("Medical records and invoices"),
    ),
    counts_as=_counts_as,
    doubts=_doubts,
)
