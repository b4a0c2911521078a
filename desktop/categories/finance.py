"""Loans of banks and between people (domain brief 6.4; the rows of the court's loan forms, forms brief 1.3 B and C)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

LENDERS = (
    ("bank", N_("Bank")),
    ("small_lender", N_("Small-loan company or another licensed lender")),
    ("person", N_("Person or company without a licence")),
)

_PAYMENTS = (
    Field("paid_on", "date", N_("Day"), prefer="past", required=True),
    Field("amount", "money", N_("Amount"), required=True),
    Field("for", "text", N_("What for"), example="利息"),
)
_GUARANTEES = (
    Field("kind", "text", N_("Kind"), help=N_("Guarantee (general, joint), mortgage, pledge."), example="连带责任保证"),
    Field("who", "text", N_("Given by"), required=True),
    Field("what", "text", N_("What"), most=500),
    Field("registered", "yes_no", N_("Registered")),
    Field("until", "date", N_("Period until")),
)

CATEGORY = Category(
    key="finance",
    label=N_("Finance and loans"),
    moj_type="合同纠纷",
    facts=(
        Field("lender", "choice", N_("Lender"), choices=LENDERS, help=N_("The cap on private interest does not bind licensed lenders.")),
        Field("contract_name", "text", N_("Name of the contract"), example="流动资金借款合同"),
        Field("contract_number", "text", N_("Number of the contract")),
        Field("signed_on", "date", N_("Day of signing"), prefer="past"),
        Field("principal", "money", N_("Principal lent")),
        Field("delivered", "money", N_("Amount really handed over")),
        Field("delivered_by", "text", N_("How it was handed over"), most=100, example="银行转账"),
        Field("rate", "text", N_("Rate agreed"), example="年利率 6.525%"),
        Field("penalty_rate", "text", N_("Rate after the term"), example="在约定利率上加收50%"),
        Field("term_from", "date", N_("Term from"), prefer="past"),
        Field("term_to", "date", N_("Term to")),
        Field("repayment", "text", N_("Way of repayment"), example="按月结息，到期还本"),
        Field("payments", "table", N_("Payments made"), rows=_PAYMENTS),
        Field("overdue_since", "date", N_("Overdue since"), prefer="past"),
        Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
        Field("principal_owed", "money", N_("Principal owed")),
        Field("interest_owed", "money", N_("Interest owed")),
        Field("collection_costs", "text", N_("Costs of collection as agreed")),
        Field("guarantees", "table", N_("Guarantees, one by one"), rows=_GUARANTEES),
        Field("guarantee", "long_text", N_("Guarantees")),
        Field("ability", "text", N_("What the debtor can pay"), most=500),
        Field("plan_wished", "text", N_("Plan that is wished"), most=500),
    ),
    documents=(
        N_("Loan contract or IOU"),
        N_("Transfer slips"),
        N_("Statement of account"),
        N_("Guarantee papers"),
        N_("Demands for payment"),
    ),
)
