"""Loans and cards of licensed lenders (domain brief 6.4; the court's forms of bank loans and credit cards, forms brief 1.3 B and H)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import debt, debt_sums, security, suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

LENDERS = (
    ("bank", N_("Bank")),
    ("small_lender", N_("Small-loan company or another licensed lender")),
    ("consumer_finance", N_("Consumer finance company")),
    ("leasing", N_("Finance leasing company")),
    ("pawn", N_("Pawnshop")),
    ("factoring", N_("Factoring company")),
    ("guarantee_company", N_("Guarantee company")),
    ("asset_manager", N_("Asset management company that bought the debt")),
    ("insurer", N_("Insurer that paid for the debtor")),
    ("person", N_("Person or company without a licence")),
)
_LENDERS = spelt(bank="银行 信用社", small_lender="小额贷款公司", consumer_finance="消费金融公司", pawn="典当行")

FACTS = (
    Group(
        "",
        (
            Field(
                "lender",
                "choice",
                N_("Lender"),
                choices=LENDERS,
                also=_LENDERS,
                help=N_("The cap on private interest does not bind licensed lenders."),
            ),
            *debt.CONTRACT,
            Field("principal", "money", N_("Principal lent"), example="800000"),
            Field("delivered", "money", N_("Amount really handed over"), example="800000"),
            debt.delivery(),
            *debt.TERM,
            debt.repayment(debt.BANK_WAYS, "equal_instalments"),
            *debt.OVERDUE,
        ),
    ),
    Group(
        N_("What is owed"),
        (
            Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
            Field("principal_owed", "money", N_("Principal owed"), example="700000"),
            Field("interest_owed", "money", N_("Interest owed"), example="60000"),
            Field("term_interest_owed", "money", N_("Of it interest of the term"), example="40000"),
            Field("penalty_owed", "money", N_("Penalty interest owed"), example="18000"),
            Field("compound_owed", "money", N_("Compound interest owed"), example="2000"),
            Field("calculation", "text", N_("How it was calculated"), most=500),
            suit.UNTIL_PAID,
            *debt.PAID,
        ),
    ),
    Group(
        N_("Rates and clauses"),
        (
            *debt.RATE,
            Field("overdue_rise", "decimal", N_("Rise after the term in per cent"), least=0, most=1000, example="50"),
            Field("overdue_clause", "text", N_("Clause of the rise"), most=40, example="第五条"),
            Field("compound_agreed", "yes_no", N_("Is compound interest agreed")),
            Field("compound_clause", "text", N_("Clause of compound interest"), most=40),
            Field("penalty_rate", "text", N_("Rate after the term"), example="在约定利率上加收50%"),
            Field("penalty_percent", "decimal", N_("Penalty rate in per cent a year"), least=0, most=1000, example="9.7875"),
            Field("penalty_clause", "text", N_("Clause of the penalty rate"), most=40),
            debt.TRANCHE_TABLE,
        ),
    ),
    security.SECURITY,
    Group(
        N_("Credit card"),
        (
            Field("card_number", "text", N_("Card number"), most=40),
            Field("card_holder", "text", N_("Holder in the bank's books")),
            Field("card_issued_on", "date", N_("Card issued on"), prefer="past", example="2021-03-01"),
            Field("card_branch", "text", N_("Branch that issued it")),
            Field("overdraft", "money", N_("Overdraft")),
            Field("card_terms", "long_text", N_("Main terms"), help=N_("How each charge is counted, liability, rescission.")),
            Field("terms_explained", "yes_no", N_("Was attention drawn to the main terms")),
            Field("paid_after_overdue", "money", N_("Paid after it was overdue")),
            Field("late_fee", "money", N_("Late charges")),
            Field("default_fee", "money", N_("Penalty for default")),
            Field("fees_owed", "money", N_("Fees")),
        ),
    ),
    Group(
        N_("Demands, costs, wishes"),
        (debt.ending("none", "early_repayment", "rescission"), suit.REMINDERS, *debt.COSTS, *debt.WISHES),
    ),
    suit.group(),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from debt.doubts(top, facts, around)
    for part in ("term_interest_owed", "penalty_owed", "compound_owed"):
        yield from plausible.at_most(top, facts, part, "interest_owed", stops=False)
    if facts.get("lender") == "person":
        sentence = _("A lender without a licence: choose the category of private loans, whose sheet and cap on interest are others.")
        yield Doubt("lender", sentence, stops=False)
    if facts.get("compound_agreed") is False and facts.get("compound_owed"):
        yield Doubt("compound_owed", _("Compound interest is asked though none is agreed."), stops=False)
    yield from security.doubts(facts, around)
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="finance",
    label=N_("Finance (licensed lenders)"),
    moj_type="合同纠纷",
    groups=FACTS,
    documents=(
        N_("Loan contract or IOU"),
        N_("Transfer slips"),
        N_("Statement of account"),
        N_("Guarantee papers"),
        N_("Demands for payment"),
    ),
    private=debt.PRIVATE,
    doubts=_doubts,
    prefill=debt_sums.of_loan,
)
