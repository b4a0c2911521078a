"""Marriage, family and inheritance (domain brief 6.3). A marriage itself is never dissolved by mediation here (CPCI 355)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

_CHILDREN = (
    Field("name", "text", N_("Name"), required=True),
    Field("birth_date", "date", N_("Date of birth"), prefer="past"),
    Field("lives_with", "text", N_("Lives with")),
)
_PROPERTY = (
    Field("kind", "text", N_("Kind"), help=N_("Housing, vehicle, deposit, livestock, contracted pasture."), example="住房"),
    Field("what", "text", N_("What"), required=True, most=500),
    Field("owner", "text", N_("In whose name")),
    Field("worth", "money", N_("Worth")),
)
_DEBTS = (
    Field("creditor", "text", N_("Owed to"), required=True),
    Field("amount", "money", N_("Amount")),
    Field("purpose", "text", N_("What for")),
)
_PARENTS = (
    Field("name", "text", N_("Name"), required=True),
    Field("birth_date", "date", N_("Date of birth"), prefer="past"),
    Field("health", "text", N_("Health")),
    Field("income", "money", N_("Monthly income")),
)
_KIN = (
    Field("name", "text", N_("Name"), required=True),
    Field("relation", "text", N_("Relation"), most=40),
    Field("share", "text", N_("Share"), most=60),
)

CATEGORY = Category(
    key="family",
    label=N_("Marriage, family and inheritance"),
    moj_type="婚姻家庭纠纷",
    facts=(
        Field("married_on", "date", N_("Day of marriage"), prefer="past"),
        Field("married_at", "text", N_("Place of registration of the marriage")),
        Field("certificate_number", "text", N_("Number of the marriage certificate"), most=60),
        Field("children", "table", N_("Children"), rows=_CHILDREN),
        Field("property", "table", N_("Property"), rows=_PROPERTY),
        Field("debts", "table", N_("Debts"), rows=_DEBTS),
        Field("bride_price", "money", N_("Bride price")),
        Field("bride_price_on", "date", N_("Bride price given on"), prefer="past"),
        Field("bride_price_by", "text", N_("Bride price: given by, received by")),
        Field("dowry", "text", N_("Dowry"), most=500),
        Field("registered", "yes_no", N_("Was the marriage registered")),
        Field("lived_together", "yes_no", N_("Did they live together")),
        Field("parents", "table", N_("Parents to be supported"), rows=_PARENTS),
        Field("supporters", "table", N_("Children who support them"), rows=_KIN),
        Field("deceased", "text", N_("The deceased")),
        Field("died_on", "date", N_("Day of death"), prefer="past"),
        Field("will", "yes_no", N_("Is there a will")),
        Field("heirs", "table", N_("Heirs"), rows=_KIN),
        Field("violence", "yes_no", N_("Is there domestic violence"), help=N_("If yes: no pressure, refer to a protection order.")),
        Field("wishes", "long_text", N_("What each side wishes")),
    ),
    documents=(
        N_("Marriage certificate"),
        N_("Household register"),
        N_("Property papers"),
        N_("Bank statements"),
        N_("Medical records"),
        N_("Death certificate and proof of kinship"),
        N_("The will"),
    ),
)
