"""Marriage, family and inheritance (domain brief 6.3). A marriage itself is never dissolved by mediation here (CPCI 355)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

CATEGORY = Category(
    key="family",
    label=N_("Marriage, family and inheritance"),
    moj_type="婚姻家庭纠纷",
    facts=(
        Field("married_on", "date", N_("Day of marriage"), prefer="past"),
        Field(
            "children",
            "table",
            N_("Children"),
            rows=(
                Field("name", "text", N_("Name"), required=True),
                Field("birth_date", "date", N_("Date of birth"), prefer="past"),
                Field("lives_with", "text", N_("Lives with")),
            ),
        ),
        Field("deceased", "text", N_("The deceased")),
        Field("died_on", "date", N_("Day of death"), prefer="past"),
        Field("will", "yes_no", N_("Is there a will")),
        Field("violence", "yes_no", N_("Is there domestic violence"), help=N_("If yes: no pressure, refer to a protection order.")),
    ),
    documents=(N_("Marriage certificate"), N_("Household register"), N_("Property papers")),
)
