"""What the calculator of loans is told: the debt, its rates, what was handed over and paid; heads, and the conventions to choose from."""

from desktop.domain.calculation import counting
from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.fields import Field
from desktop.i18n import N_

DEBTS = (
    ("persons", N_("private loan between natural persons")),
    ("private", N_("private loan with a company or organisation on one side")),
    ("licensed", N_("loan of a licensed lender")),
    ("price", N_("price of a sale")),
)
INTEREST = (
    ("agreed", N_("agreed")),
    ("none", N_("none is agreed")),
    ("unclear", N_("agreed, but not clearly")),
)
PURPOSES = (("interest", N_("interest")), ("principal", N_("principal")), ("costs", N_("costs")))
SETTLED = (("month", N_("monthly")), ("quarter", N_("quarterly")), ("year", N_("yearly")))

_DELIVERIES = (
    Field("on", "date", N_("Day"), required=True, prefer="past", example="2023-09-01"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="100000"),
)
_DUE = (
    Field("due_on", "date", N_("Due on"), required=True, example="2024-03-01"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="50000"),
)
_RENEWALS = (
    Field("on", "date", N_("Day"), required=True, prefer="past", example="2024-09-01"),
    Field("added", "money", N_("Interest made principal"), required=True, least=1, example="12000"),
)
_COSTS = (
    Field("on", "date", N_("Day"), required=True, prefer="past", example="2024-10-08"),
    Field("what", "text", N_("What"), required=True, most=60, example="律师费"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="3000"),
)
_PAYMENTS = (
    Field("on", "date", N_("Day"), required=True, prefer="past", example="2024-06-01"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="20000"),
    Field("for", "choice", N_("Agreed to be for"), choices=PURPOSES, help=N_("Empty: by the convention chosen below."), example=""),
)

INPUTS = (
    Field("debt", "choice", N_("Kind of debt"), choices=DEBTS, required=True, help=N_("The cap follows from it."), example="persons"),
    Field("formed_on", "date", N_("Day of the contract"), prefer="past", help=N_("Empty: the first delivery."), example="2023-09-01"),
    Field("filed_on", "date", N_("Day of filing"), prefer="past", help=N_("Only for loans before 2020-08-20; empty: today."), example=""),
    Field("principal", "money", N_("Sum in the contract"), help=N_("What was handed over counts (PLI 26)."), example="100000"),
    Field("deliveries", "table", N_("Handed over"), required=True, rows=_DELIVERIES, most=100, help=N_("Of a sale: goods, their price.")),
    Field("interest", "choice", N_("Interest of the term"), choices=INTEREST, help=N_("Empty: as the rate says."), example="agreed"),
    Field("rate", "decimal", N_("Rate"), least=0, most=1000, example="12"),
    Field("rate_unit", "choice", N_("Unit of the rate"), choices=counting.UNITS, example="year"),
    Field("term_to", "date", N_("Last day of the term"), help=N_("Of a sale: last day of payment."), example="2024-08-31"),
    Field("overdue_from", "date", N_("Late since"), help=N_("Empty: the day after the term. Or: called in early on."), example=""),
    Field("due", "table", N_("Parts that fall due earlier"), rows=_DUE, most=400, help=N_("Principal by instalments."), example=[]),
    Field("overdue_rate", "decimal", N_("Rate for lateness"), least=0, most=1000, help=N_("Empty: none was agreed."), example=""),
    Field("overdue_unit", "choice", N_("Unit of the rate for lateness"), choices=counting.UNITS, example=""),
    Field("overdue_rise", "decimal", N_("Or: rise on the rate in per cent"), least=0, most=1000, example=""),
    Field("penalty", "money", N_("Penalty as a sum"), help=N_("Beside interest for lateness."), example=""),
    Field("fees", "money", N_("Other charges agreed"), help=N_("PLI 29: together below the cap."), example=""),
    Field("compound", "yes_no", N_("Is compound interest agreed"), help=N_("Licensed lenders only."), example=False),
    Field("settled", "choice", N_("Interest is to be paid"), choices=SETTLED, help=N_("For compound interest."), example=""),
    Field("settled_day", "integer", N_("On the day of the month"), least=1, most=31, help=N_("Empty: the 20th."), example=20),
    Field("renewals", "table", N_("Renewals"), rows=_RENEWALS, most=20, help=N_("Interest that became principal (PLI 27)."), example=[]),
    Field("costs", "table", N_("Costs of collection"), rows=_COSTS, most=50, help=N_("As far as the debtor bears them."), example=[]),
    Field("payments", "table", N_("Payments"), rows=_PAYMENTS, most=1000),
)

HEADS = (
    Head("costs", N_("Costs of collection")),
    Head("interest", N_("Interest of the term")),
    Head("overdue", N_("Interest for lateness")),
    Head("compound", N_("Compound interest")),
    Head("principal", N_("Principal")),
    Head("penalty", N_("Penalty")),
    Head("fees", N_("Other charges")),
)

OPTIONS = (
    counting.DAY_COUNT,
    counting.LAST_DAY,
    counting.ROUNDING,
    Option(
        "crediting",
        N_("What a payment goes to"),
        (("law", N_("costs, then interest, then principal")), ("principal_first", N_("principal first, as agreed"))),
        "law",
        N_("Civil Code, art. 561: an agreement comes first."),
    ),
    Option(
        "lpr",
        N_("Interest for lateness by the LPR"),
        (("fixed", N_("LPR of the day when it became late")), ("floating", N_("LPR as it was at each time"))),
        "fixed",
        N_("Where no rate is agreed; both occur in judgments."),
    ),
    Option(
        "late_rise",
        N_("Late price: rise on the LPR"),
        (("least", N_("the least the rule allows")), ("most", N_("the most the rule allows"))),
        "least",
        N_("Sales Interpretation, art. 18: 30 to 50 per cent; the court decides."),
    ),
    Option(
        "old_loans",
        N_("Private loans of the time before 2020-08-20"),
        (
            ("by_filing", N_("by the day of filing: filed since 2021 the old rules up to 2020-08-19, then the cap at filing")),
            ("old_then_new", N_("the old rules up to 2020-08-19, then the cap at filing")),
            ("at_filing", N_("the cap at filing for the whole time")),
        ),
        "by_filing",
        N_("PLI 31; suits filed from 2020-08-20 to 2020-12-31: the cap at filing for the whole time."),
    ),
)
