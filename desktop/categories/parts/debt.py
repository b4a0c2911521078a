"""The facts of a loan that the court's forms of bank loans and private loans share (forms brief 1.3 B and C; domain brief 6.4)."""

from collections.abc import Iterator

from desktop.categories.category import Facts
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

DELIVERIES = (("cash", N_("In cash")), ("transfer", N_("By transfer")), ("other", N_("Otherwise")))
_DELIVERIES = spelt(cash="现金", transfer="转账 银行转账 微信转账 支付宝转账")
UNITS = (
    ("year", N_("Per cent a year")),
    ("quarter", N_("Per cent a quarter")),
    ("month", N_("Per cent a month")),
    ("month_permille", N_("Per mille a month")),
    ("day_permyriad", N_("Per ten thousand a day")),
)
_UNITS = spelt(year="年", quarter="季", month="月 分", month_permille="厘", day_permyriad="日万分之")
BANK_WAYS = (
    ("equal_instalments", N_("Equal instalments of principal and interest")),
    ("equal_principal", N_("Equal instalments of principal")),
    ("at_maturity", N_("Principal and interest at the end of the term")),
    ("monthly_interest", N_("Interest monthly, principal at the end")),
    ("quarterly_interest", N_("Interest quarterly, principal at the end")),
    ("yearly_interest", N_("Interest yearly, principal at the end")),
    ("on_demand", N_("Drawn and repaid as wanted")),
    ("other", N_("Otherwise")),
)
PRIVATE_WAYS = tuple(one for one in BANK_WAYS if one[0] not in ("equal_instalments", "equal_principal", "on_demand"))
_WAYS = spelt(
    equal_instalments="等额本息", equal_principal="等额本金",
    at_maturity="到期一次性还本付息 到期一次还本付息 到期一次还本 到期还本付息",
    monthly_interest="按月结息，到期还本 按月付息，到期还本", quarterly_interest="按季结息，到期还本 按季付息，到期还本",
    yearly_interest="按年付息，到期还本", on_demand="随借随还",
)  # fmt: skip
ENDINGS = (
    ("none", N_("No")),
    ("early_repayment", N_("Early repayment")),
    ("rescission", N_("Rescission of the contract")),
)

TRANCHES = (
    Field("paid_on", "date", N_("Day"), prefer="past", required=True),
    Field("amount", "money", N_("Amount"), required=True, example="800000"),
    Field("way", "choice", N_("Way"), choices=DELIVERIES, also=_DELIVERIES),
)
PAYMENTS = (
    Field("paid_on", "date", N_("Day"), prefer="past", required=True),
    Field("amount", "money", N_("Amount"), required=True, example="100000"),
    Field("for", "text", N_("What for"), example="利息"),
)

CONTRACT = (
    Field("contract_name", "text", N_("Name of the contract"), example="流动资金借款合同"),
    Field("contract_number", "text", N_("Number of the contract")),
    Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2024-09-20"),
    Field("signed_at", "text", N_("Place of signing"), example="呼和浩特市新城区"),
)
TRANCHE_TABLE = Field("tranches", "table", N_("Handed over, part by part"), rows=TRANCHES, most=200)
RATE = (
    Field("rate", "text", N_("Rate agreed"), help=N_("As it stands in the contract."), example="年利率6.525%"),
    Field("rate_percent", "decimal", N_("Rate in figures"), least=0, most=1000, example="6.525"),
    Field("rate_unit", "choice", N_("Unit of the rate"), choices=UNITS, also=_UNITS),
    Field("rate_clause", "text", N_("Clause of the rate"), most=40, example="第四条"),
)
TERM = (
    Field("term_from", "date", N_("Term from"), prefer="past", example="2024-09-21"),
    Field("term_to", "date", N_("Term to"), example="2025-09-20"),
)
PAID = (
    Field("payments", "table", N_("Payments made"), rows=PAYMENTS),
    Field("principal_paid", "money", N_("Principal repaid"), example="100000"),
    Field("interest_paid", "money", N_("Interest paid"), example="26000"),
    Field("interest_paid_to", "date", N_("Interest paid up to"), prefer="past", example="2025-06-20"),
)
OVERDUE = (
    Field("overdue", "yes_no", N_("Is it overdue")),
    Field("overdue_since", "date", N_("Overdue since"), prefer="past", example="2025-09-21"),
)
COSTS = (
    Field("costs_claimed", "text", N_("Costs of collection that are claimed"), most=300, example="律师费3000元"),
    Field("collection_costs", "text", N_("Costs of collection as agreed"), example="由借款人承担"),
)
WISHES = (
    Field("ability", "text", N_("What the debtor can pay"), most=500),
    Field("plan_wished", "text", N_("Plan that is wished"), most=500),
)
PRIVATE = frozenset({"ability"})


def repayment(ways: tuple[tuple[str, str], ...], example: str) -> Field:
    """How the loan was to be repaid."""
    offered = {code for code, _label in ways}
    also = tuple((text, code) for text, code in _WAYS if code in offered)
    return Field("repayment", "choice", N_("Way of repayment"), choices=ways, also=also, example=example)


def delivery() -> Field:
    """How the money was handed over."""
    return Field("delivered_by", "choice", N_("How it was handed over"), choices=DELIVERIES, also=_DELIVERIES, example="transfer")


def ending(*kinds: str) -> Field:
    """Whether the contract is to end early."""
    choices = tuple(one for one in ENDINGS if one[0] in kinds)
    return Field("end_early", "choice", N_("Is the contract to end early"), choices=choices, example="none")


def doubts(fields: tuple[Field, ...], facts: Facts, around: Around) -> Iterator[Doubt]:
    """Days of a loan out of order, more repaid or owed than was lent, an overdue debt that was denied, a rate nobody asks."""
    yield from plausible.in_order(fields, facts, "signed_on", "term_from", stops=False)
    yield from plausible.in_order(fields, facts, "term_from", "term_to")
    yield from plausible.in_order(fields, facts, "term_from", "overdue_since")
    yield from plausible.in_order(fields, facts, "overdue_since", "as_of")
    yield from plausible.at_most(fields, facts, "delivered", "principal")
    yield from plausible.at_most(fields, facts, "principal_owed", "principal")
    yield from plausible.at_most(fields, facts, "principal_paid", "principal")
    denied = _("It is said not to be overdue, and yet a day is told since when it is.")
    yield from plausible.contradicts(facts, "overdue", "overdue_since", sentence=denied)
    first = facts.get("term_from") or facts.get("signed_on")
    for n, row in plausible.rows(facts, "payments"):
        day = row.get("paid_on")
        if day is not None and first is not None and day < first:
            yield Doubt(f"payments.{n}.paid_on", _("This payment lies before the loan."), stops=False)
        if day is not None and day == first:
            sentence = _("Money paid back on the day of delivery hints at interest that was taken off beforehand: ask what it was for.")
            yield Doubt(f"payments.{n}.paid_on", sentence, stops=False)
    lent, owed, paid = (facts.get(key) for key in ("principal", "principal_owed", "principal_paid"))
    if isinstance(lent, int) and isinstance(owed, int) and isinstance(paid, int) and owed + paid != lent:
        yield Doubt("principal_owed", _("Principal owed and principal repaid together are not the principal lent."), stops=False)
    handed = plausible.total(facts, "tranches")
    if handed and isinstance(facts.get("delivered"), int) and handed != facts["delivered"]:
        yield Doubt("tranches", _("The parts together are not the amount really handed over."), stops=False)
    if isinstance(lent, int) and isinstance(facts.get("delivered"), int) and facts["delivered"] < lent:
        sentence = _("Less was handed over than was lent: the amount really handed over counts as principal (PLI 26).")
        yield Doubt("delivered", sentence, stops=False)
    if plausible.said(facts.get("rate_percent")) and not facts.get("rate_unit"):
        yield Doubt("rate_unit", _("Say what the rate is counted by: a year, a month or a day."), stops=False)
    if any(plausible.said(facts.get(key)) for key in ("principal_owed", "interest_owed")) and not facts.get("as_of"):
        yield Doubt("as_of", _("Say as of which day the amounts are owed."), stops=False)
