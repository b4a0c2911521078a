"""What the calculator of late performance is told: the document, its instalments, payments, pauses; heads, and the conventions."""

from desktop.domain.calculation import counting
from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.fields import Field
from desktop.i18n import N_

DOCUMENTS = (
    ("ruling", N_("ruling that confirms the mediation agreement")),
    ("court_mediation", N_("mediation document of the court")),
    ("judgment", N_("judgment")),
    ("award", N_("arbitral award or mediation document of an arbitral body")),
    ("unconfirmed", N_("mediation agreement that is not confirmed")),
)
UNITS = tuple(one for one in counting.UNITS if one[0] != "lpr_times")

_DEBTS = (
    Field("due_on", "date", N_("To be paid by"), help=N_("Empty: since the document took effect."), example="2024-01-31"),
    Field("principal", "money", N_("Principal"), help=N_("All money but general interest and costs."), example="50000"),
    Field("costs", "money", N_("Costs"), help=N_("That the document orders to be paid to the creditor."), example="500"),
    Field("interest", "money", N_("General interest as a sum"), help=N_("Worked out in the document."), example="1200"),
    Field("rate", "decimal", N_("Rate of general interest"), least=0, most=1000, help=N_("As the document orders."), example="6"),
    Field("rate_unit", "choice", N_("Unit of the rate"), choices=UNITS, example="year"),
    Field("interest_from", "date", N_("General interest since"), example="2023-12-01"),
)  # fmt: skip
_PAYMENTS = (
    Field(
        "on", "date", N_("Day"), required=True, prefer="past", help=N_("Of a sale in enforcement: the day of its ruling."),
        example="2024-04-10",
    ),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="20000"),
    Field("instalment", "integer", N_("For which instalment"), least=1, help=N_("Only where the debtor named it."), example=""),
)  # fmt: skip
_PAUSES = (
    Field("first", "date", N_("First day"), required=True, prefer="past", example="2024-03-01"),
    Field("last", "date", N_("Last day"), required=True, example="2024-03-31"),
    Field("what", "text", N_("Why"), most=60, example="再审期间中止执行"),
)

INPUTS = (
    Field("document", "choice", N_("Which document orders the payment"), choices=DOCUMENTS, required=True, example="ruling"),
    Field("number", "text", N_("Its number"), most=60, example="（2024）内0102民特15号"),
    Field(
        "effective_on", "date", N_("Took effect on"), prefer="past", example="2024-01-05",
        help=N_("Delay begins no earlier; wanted where no day of payment is named."),
    ),
    Field("debts", "table", N_("What is to be paid, by instalments"), required=True, rows=_DEBTS, most=400),
    Field("called_in", "date", N_("All the rest to be paid by"), help=N_("Where it fell due early, as agreed."), example=""),
    Field(
        "liability_borne", "yes_no", N_("Was the agreement's own liability for default borne"), help=N_("Then there is no doubled part."),
        example=False,
    ),
    Field("payments", "table", N_("Payments"), rows=_PAYMENTS, most=1000),
    Field("pauses", "table", N_("Times that do not count"), rows=_PAUSES, most=20, help=N_("Not on the debtor's application."), example=[]),
)  # fmt: skip

HEADS = (
    Head("costs", N_("Costs")),
    Head("interest", N_("General interest")),
    Head("principal", N_("Principal")),
    Head("doubled", N_("Doubled part for lateness")),
)

ORDERS = {
    "law": ("costs", "interest", "principal", "doubled"),
    "principal_first": ("principal", "costs", "interest", "doubled"),
    "doubled_first": ("doubled", "costs", "interest", "principal"),
}

OPTIONS = (
    Option(
        "order",
        N_("What a payment goes to"),
        (
            ("law", N_("all money of the document first (costs, interest, principal), the doubled part last")),
            ("principal_first", N_("principal first, then costs and interest, the doubled part last")),
            ("doubled_first", N_("the doubled part first, as agreed")),
        ),
        "law",
        N_("Judicial Interpretation of 2014, No. 8, art. 4; Civil Code, art. 561: an agreement comes first."),
    ),
    Option(
        "begins",
        N_("The doubled part begins"),
        (("next", N_("the day after the last day of payment")), ("same", N_("on the last day of payment itself"))),
        "next",
        N_("Art. 2 counts since the period ended; both occur."),
    ),
    Option(
        "day_off",
        N_("Last day of payment on a Saturday, Sunday or holiday"),
        (("moved", N_("moves to the next working day")), ("as_it_is", N_("counts as it is"))),
        "moved",
        N_("Civil Code, art. 203; some courts count the day that the document names."),
    ),
    counting.LAST_DAY,
    counting.DAY_COUNT,
    counting.ROUNDING,
)
