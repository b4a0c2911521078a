"""Loans of banks and between people (domain brief 6.4; the rows of the court's loan forms, forms brief 1.3 B and C)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

CATEGORY = Category(
    key="finance",
    label=N_("Finance and loans"),
    moj_type="合同纠纷",
    facts=(
        Field("contract_name", "text", N_("Name of the contract"), example="流动资金借款合同"),
        Field("contract_number", "text", N_("Number of the contract")),
        Field("signed_on", "date", N_("Day of signing"), prefer="past"),
        Field("principal", "money", N_("Principal lent")),
        Field("delivered", "money", N_("Amount really handed over")),
        Field("rate", "text", N_("Rate agreed"), example="年利率 6.525%"),
        Field("term_from", "date", N_("Term from"), prefer="past"),
        Field("term_to", "date", N_("Term to")),
        Field("repayment", "text", N_("Way of repayment"), example="按月结息，到期还本"),
        Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
        Field("principal_owed", "money", N_("Principal owed")),
        Field("interest_owed", "money", N_("Interest owed")),
        Field("guarantee", "long_text", N_("Guarantees")),
    ),
    documents=(N_("Loan contract or IOU"), N_("Transfer slips"), N_("Statement of account"), N_("Guarantee papers")),
)
