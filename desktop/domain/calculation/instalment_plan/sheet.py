"""What the calculator of instalments is told: sum, way, days, rate, lender; heads, and how a rate of a period becomes one of a year."""

from desktop.domain.calculation import counting
from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.fields import Field
from desktop.domain.inputs.obligation import EVERY
from desktop.i18n import N_

WAYS = (
    ("equal", N_("equal parts, what is left over in the last one")),
    ("remainder", N_("a fixed sum each time, the rest in the last one")),
    ("equal_principal", N_("equal principal, interest on what is left")),
    ("annuity", N_("equal payments of principal and interest")),
    ("interest_only", N_("interest each time, the principal with the last one")),
    ("flat", N_("flat: interest on the first principal all the time")),
)
LENDERS = (
    ("private", N_("private lender: person, company or organisation")),
    ("licensed", N_("licensed lender")),
    ("other", N_("no loan: a price, wages, damages")),
)
BEARING = ("equal_principal", "annuity", "interest_only", "flat")
MOST = 480  # forty years of months; beyond, the fen that rounding leaves grow to sums in an annuity

INPUTS = (
    Field("principal", "money", N_("Sum to be paid"), required=True, least=1, help=N_("Without interest to come."), example="100000"),
    Field("way", "choice", N_("How it is paid"), choices=WAYS, required=True, example="flat"),
    Field("first_on", "date", N_("First payment"), required=True, prefer="future", example="2024-07-31"),
    Field("every", "choice", N_("Again"), choices=EVERY, help=N_("Empty: every month."), example="month"),
    Field("times", "integer", N_("How many payments"), least=1, most=MOST, example=12),
    Field("each", "money", N_("Sum of each payment"), least=1, help=N_("Of a fixed sum each time."), example=""),
    Field("down_payment", "money", N_("Down payment"), help=N_("Interest counts on what it leaves."), example=""),
    Field("down_on", "date", N_("Day of the down payment"), example=""),
    Field("rate", "decimal", N_("Rate of interest"), least=0, most=1000, example="12"),
    Field("rate_unit", "choice", N_("Unit of the rate"), choices=counting.UNITS, example="year"),
    Field("lender", "choice", N_("Who lends"), choices=LENDERS, help=N_("The cap follows from it."), example="private"),
    Field(
        "formed_on", "date", N_("Day of the contract"), prefer="past", help=N_("Empty: the day of the calculation."), example="2024-06-30"
    ),
    Field("delivered", "money", N_("Really handed over"), least=1, help=N_("Where less than the sum was (PLI 26)."), example=""),
)
HEADS = (
    Head("instalments", N_("Instalments")),
    Head("principal", N_("Of it principal"), False),
    Head("interest", N_("Of it interest"), False),
)
OPTIONS = (
    Option(
        "effective",
        N_("Effective rate of a year"),
        (("simple", N_("rate of a period times the periods of a year")), ("compound", N_("with interest on interest"))),
        "simple",
        N_("The cap is a rate without interest on interest."),
    ),
)
