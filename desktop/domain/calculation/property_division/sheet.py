"""What the calculator of divided property is told: people and shares, things with who keeps them, debts with who pays them; heads."""

from desktop.domain.calculation.calculator import Head
from desktop.domain.fields import Field
from desktop.i18n import N_

GROUNDS = (
    ("divorce", N_("Divorce: property of husband and wife")),
    ("co_owned", N_("Co-owned by family or others")),
    ("inheritance", N_("Inheritance")),
)
PRESETS = (
    ("more", N_("more: cares for the children, or is not at fault")),
    ("less", N_("less: at fault, or hid property")),
    ("none", N_("nothing: renounces, or has lost the right")),
)
BELONGS = (
    ("joint", N_("joint")),
    ("own", N_("one's own")),
    ("estate", N_("of the deceased alone")),
)
SORTS = (
    ("house", N_("Housing")),
    ("vehicle", N_("Vehicle")),
    ("deposit", N_("Bank deposit")),
    ("livestock", N_("Animals")),
    ("pasture", N_("Contracted land or pasture")),
    ("business", N_("Share in a business")),
    ("other", N_("Other")),
)

PERSON = (
    Field("name", "text", N_("Name"), required=True, most=100, example="高某"),
    Field("percent", "decimal", N_("Part in per cent"), least=0, most=100, help=N_("Empty: equal parts of what is left."), example="60"),
    Field("preset", "choice", N_("Or by custom"), choices=PRESETS, help=N_("More or less only where two share."), example=""),
    Field("reason", "text", N_("Reason for the share"), most=200, example="直接抚养子女"),
)  # fmt: skip
ITEM = (
    Field("what", "text", N_("What"), required=True, most=200, example="住房一套，78平方米"),
    Field("sort", "choice", N_("Kind"), choices=SORTS, example="house"),
    Field("belongs", "choice", N_("Whose it is"), choices=BELONGS, required=True, example="joint"),
    Field("owner", "text", N_("Owner"), most=100, help=N_("Of what is one's own, wholly or in part."), example="郭某某"),
    Field("worth", "money", N_("Worth"), required=True, help=N_("As both agree, or as it was appraised."), example="800000"),
    Field("own_part", "money", N_("Of it one's own"), help=N_("Down payment before the marriage, with its growth."), example="200000"),
    Field("owed", "money", N_("Still owed on it"), help=N_("Who keeps it pays it."), example="100000"),
    Field("keeper", "text", N_("Who keeps it"), most=100, help=N_("Empty: sold or divided as it is."), example="高某"),
    Field("shares", "text", N_("Shares of this thing"), most=300, help=N_("Empty: as above."), example="高某60，郭某某40"),
)  # fmt: skip
DEBT = (
    Field("creditor", "text", N_("Owed to"), required=True, most=100, example="某银行"),
    Field("belongs", "choice", N_("Whose it is"), choices=BELONGS, required=True, example="joint"),
    Field("owner", "text", N_("Debtor"), most=100, help=N_("Only of a debt of one's own."), example=""),
    Field("amount", "money", N_("Amount"), required=True, example="60000"),
    Field("payer", "text", N_("Who pays it"), most=100, help=N_("Empty: each its part."), example="郭某某"),
)
INPUTS = (
    Field("ground", "choice", N_("What is divided"), choices=GROUNDS, required=True, example="divorce"),
    Field("people", "table", N_("Who has a share"), required=True, rows=PERSON, most=50),
    Field("spouse", "text", N_("Surviving spouse"), most=100, help=N_("Of an inheritance: half of what is joint comes first."), example=""),
    Field("items", "table", N_("Property"), required=True, rows=ITEM, most=200),
    Field("debts", "table", N_("Debts"), rows=DEBT, most=200),
)  # fmt: skip
HEADS = (
    Head("share", N_("What is due to each")),
    Head("property", N_("Property that is divided"), False),
    Head("debts", N_("Debts that are shared"), False),
    Head("burden", N_("Debts beyond the property"), False),
    Head("compensation", N_("Compensation for what is kept"), False),
)
