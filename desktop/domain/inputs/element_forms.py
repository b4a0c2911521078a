"""The sheet of what is asked extra for an element form (forms brief 1.5)."""

from desktop.domain.fields import Field
from desktop.i18n import N_

FORMS = (("claim", N_("Statement of claim")), ("answer", N_("Statement of defence")))

FORM_ANSWERS = (
    Field("paper", "choice", N_("Paper"), choices=FORMS, example="claim"),
    Field(
        "answers",
        "table",
        N_("Answers"),
        required=True,
        most=500,
        help=N_("One a place of the form; what is asked is named when the form is printed."),
        rows=(
            Field("place", "text", N_("Place in the form"), required=True, most=80, example="court_costs.there"),
            Field("value", "long_text", N_("Answer"), help=N_("Left empty: an earlier answer is taken back."), example="是"),
        ),
    ),
)
