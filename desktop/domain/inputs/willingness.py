"""The sheet of a party's willingness to mediate first: the five statements of the court's forms (forms brief 1.2, block 6)."""

from db.vocabulary import WillingAnswer, WillingSource
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.i18n import N_

BENEFITS = (
    Field("knows_mediation", "yes_no", N_("Does it know of mediation"), help=N_("As a way without a judgment."), example=True),
    Field("knows_benefit_1", "yes_no", N_("Knows: it begins at once"), help=N_("Who refuses waits in the ordinary queue."), example=True),
    Field(
        "knows_benefit_2",
        "yes_no",
        N_("Knows: what it costs"),
        help=N_("Settled and performed: no court fee; judicial confirmation: none; a court's mediation statement: half."),
        example=True,
    ),
    Field(
        "knows_benefit_3",
        "yes_no",
        N_("Knows: another mediator after a failure"),
        help=N_("Otherwise it is listed for trial."),
        example=True,
    ),
    Field("knows_benefit_4", "yes_no", N_("Knows: it is confidential"), example=True),
    Field("knows_benefit_5", "yes_no", N_("Knows: the agreement binds"), help=N_("It can be confirmed and enforced."), example=True),
)
ANSWER = (
    Field("answer", "choice", N_("Would it mediate first"), choices=words.choices(WillingAnswer), example="yes"),
    Field("answered_on", "date", N_("Answered on"), prefer="past", example="2021-12-06"),
    Field("source", "choice", N_("Said in"), choices=words.choices(WillingSource), example="complaint"),
)
OF_PARTY = Field("willingness", "group", N_("Willing to mediate first"), rows=(*ANSWER, *BENEFITS), example={})

WILLINGNESS = (
    Field("party", "text", N_("Party"), required=True, help=N_("Its number in the case or its name."), example="2"),
    Field("answer", "choice", N_("Would it mediate first"), True, choices=words.choices(WillingAnswer), example="yes"),
    *ANSWER[1:],
    *BENEFITS,
)
