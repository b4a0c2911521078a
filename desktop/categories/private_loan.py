"""Loans between people and companies without a licence (domain brief 6.4; the court's form, forms brief 1.3 C; PLI 24 to 31)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import debt, debt_sums, security, suit
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

LENDERS = (
    ("person", N_("Natural person")),
    ("company", N_("Company or another organisation")),
)
_LENDERS = spelt(person="自然人 个人", company="公司 企业")
NOTES = (
    ("contract", N_("Loan contract")),
    ("iou", N_("IOU of a loan")),
    ("debt_note", N_("Note of a debt")),
    ("receipt", N_("Receipt")),
    ("chat", N_("Only chats or recordings")),
    ("none", N_("Nothing in writing")),
)
_NOTES = spelt(contract="借款合同", iou="借条", debt_note="欠条", receipt="收条", none="口头")

FACTS = (
    Group(
        "",
        (
            Field("lender", "choice", N_("Lender"), choices=LENDERS, also=_LENDERS),
            Field(
                "borrower",
                "choice",
                N_("Borrower"),
                choices=LENDERS,
                also=_LENDERS,
                help=N_("Between two persons unclear interest is none."),
            ),
            Field("note", "choice", N_("What was written"), choices=NOTES, also=_NOTES),
            *debt.CONTRACT,
            Field("purpose", "text", N_("What the loan was for"), most=200, example="经营周转"),
            Field("principal", "money", N_("Principal lent"), example="800000"),
            Field("delivered", "money", N_("Amount really handed over"), example="800000"),
            debt.delivery(),
            *debt.TERM,
            debt.repayment(debt.PRIVATE_WAYS, "at_maturity"),
            *debt.OVERDUE,
        ),
    ),
    Group(
        N_("What is owed"),
        (
            Field("as_of", "date", N_("Amounts owed as of"), prefer="past"),
            Field("principal_owed", "money", N_("Principal owed"), example="700000"),
            Field("interest_owed", "money", N_("Interest owed"), example="30000"),
            Field("calculation", "text", N_("How it was calculated"), most=500),
            suit.UNTIL_PAID,
            *debt.PAID,
        ),
    ),
    Group(
        N_("Rates and clauses"),
        (
            Field("interest_agreed", "yes_no", N_("Is interest agreed")),
            *debt.RATE,
            Field("penalty_rate", "text", N_("Rate after the term"), example="与期内利率相同"),
            Field("penalty_percent", "decimal", N_("Penalty rate in per cent a year"), least=0, most=1000, example="12"),
            Field("renewed", "yes_no", N_("Was interest added to the principal at a renewal"), help=N_("PLI 27."), example=False),
            debt.TRANCHE_TABLE,
        ),
    ),
    security.SECURITY,
    Group(
        N_("Demands, costs, wishes"),
        (debt.ending("none", "early_repayment", "rescission"), suit.REMINDERS, *debt.COSTS, *debt.WISHES),
    ),
    suit.group(),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from debt.doubts(top, facts, around)
    if facts.get("interest_agreed") is False and facts.get("rate_percent"):
        yield Doubt("interest_agreed", _("It was said that no interest is agreed, and yet there is a rate."))
    if facts.get("interest_agreed") is False and facts.get("interest_owed"):
        sentence = _("No interest is agreed: none is owed for the term (PLI 24).")
        yield Doubt("interest_owed", sentence, stops=False)
    if facts.get("note") == "none" and facts.get("delivered_by") == "cash":
        sentence = _("Cash without anything in writing: ask how, where and from what money it was handed over.")
        yield Doubt("delivered_by", sentence, stops=False)
    if facts.get("renewed"):
        sentence = _("Interest that became principal counts only within the cap (PLI 27).")
        yield Doubt("renewed", sentence, stops=False)
    yield from security.doubts(facts, around)
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="private_loan",
    label=N_("Private loan"),
    moj_type="合同纠纷",
    groups=FACTS,
    documents=(
        N_("Loan contract or IOU"),
        N_("Transfer slips"),
        N_("Chat records"),
        N_("Proof of cash handed over"),
        N_("Guarantee papers"),
        N_("Demands for payment"),
    ),
    private=debt.PRIVATE,
    doubts=_doubts,
    prefill=debt_sums.of_loan,
)
