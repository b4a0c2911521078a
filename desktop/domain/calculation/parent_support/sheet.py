"""What the calculator of parent support is told: what the parents need, who supports them, bills that came; heads and conventions."""

from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.fields import Field
from desktop.i18n import N_

WAYS = (
    ("monthly", N_("every month")),
    ("quarterly", N_("every quarter")),
    ("half_yearly", N_("every half year")),
    ("yearly", N_("every year")),
)
MONTHS = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
AREAS = (("urban", N_("town")), ("rural", N_("countryside")))

PARENT = (
    Field("name", "text", N_("Name of the parent"), required=True, most=100, example="高老某"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1948-05-12"),
    Field(
        "area", "choice", N_("Lives in"), choices=AREAS, help=N_("Whose average counts where no cost of living is told."), example="rural"
    ),
    Field("living", "money", N_("Cost of living of a month"), help=N_("Empty: the local average of last year."), example=""),
    Field("medical", "money", N_("Medical costs of a month, not insured"), help=N_("Those that come every month."), example="300"),
    Field(
        "care",
        "money",
        N_("Costs of care of a month"),
        help=N_("A carer or a home; also where a child does it: at its worth."),
        example="1500",
    ),
    Field("income", "money", N_("Own income of a month"), help=N_("Pension, allowance, rent of land."), example="355"),
)
CHILD = (
    Field("name", "text", N_("Name of the child"), required=True, most=100, example="高大某"),
    Field("exempt", "yes_no", N_("Cannot pay"), help=N_("Not of age, or without means and work."), example=False),
    Field("percent", "decimal", N_("Agreed share in per cent"), least=0, most=100, help=N_("Empty: as chosen below."), example=""),
    Field("income", "money", N_("Income of a month"), help=N_("Only where the shares follow the means."), example="5000"),
    Field("burden", "money", N_("Own burden of a month"), help=N_("Children, illness, debts: taken off the income."), example="1000"),
    Field("gives", "money", N_("Gives or does every month"), help=N_("Worth of care, food, a home that the parents have."), example="1500"),
    Field("gives_what", "text", N_("What it is"), most=100, example="同住照料"),
    Field("paid", "money", N_("Paid for the time passed"), help=N_("All of it, the worth of care included."), example="1000"),
)  # fmt: skip
COST = (
    Field("what", "text", N_("What for"), required=True, most=100, example="住院医疗费"),
    Field("amount", "money", N_("Amount"), required=True, least=1, example="24000"),
    Field("reimbursed", "money", N_("Paid back by insurance or others"), example="15000"),
    Field("paid_by", "text", N_("Paid by"), most=100, help=N_("The child; empty: unpaid, or paid by the parents."), example="高大某"),
)
INPUTS = (
    Field("parents", "table", N_("Parents"), required=True, rows=PARENT, most=4),
    Field("children", "table", N_("Children"), required=True, rows=CHILD, most=20),
    Field("way", "choice", N_("How it is paid"), choices=WAYS, help=N_("Empty: every month."), example="monthly"),
    Field("from_on", "date", N_("Support counts from"), help=N_("Empty: the day of the calculation."), example="2024-01-01"),
    Field("costs", "table", N_("Bills for medical care and nursing"), rows=COST, most=200),
)
HEADS = (
    Head("periodic", N_("Payment of a period")),
    Head("due", N_("Support of the parents due already")),
    Head("costs", N_("Bills still to be shared")),
    Head("borne", N_("Borne in a period, what is given included"), False),
)
OPTIONS = (
    Option(
        "share",
        N_("Part of each child"),
        (("equal", N_("equal parts")), ("means", N_("by means: income less own burden"))),
        "equal",
        N_("The law names no share; means count, and an agreement of the children that the parents accept."),
    ),
    Option(
        "own_income",
        N_("Own income of the parents"),
        (("deducted", N_("is taken off the need")), ("kept", N_("is left to them"))),
        "deducted",
        N_("There is no formula in the law; both are found."),
    ),
    Option(
        "beyond",
        N_("What a child gives beyond its part"),
        (("shared", N_("the others give it back")), ("own", N_("was given of its own will"))),
        "shared",
        N_("Of what is given every month or was paid for the time passed; bills are always shared."),
    ),
)
