"""The sheet `already settled`: what is typed beside the dispute itself when it was settled by word of mouth, or elsewhere."""

from db.vocabulary import AgreementForm, PaymentWay
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.obligation import OBLIGATION
from desktop.i18n import N_

_FORMS = tuple((form.value, words.label(form)) for form in (AgreementForm.ORAL, AgreementForm.WRITTEN))

SETTLED = (
    Field("organisation", "text", N_("Settled by"), help=N_("The committee's name; left empty: this office."), example=""),
    Field(
        "accepted_on", "date", N_("Day of acceptance"), prefer="past", help=N_("Left empty: the day of the request."), example="2021-12-06"
    ),
    Field(
        "mediator",
        "text",
        N_("Mediator"),
        help=N_("Name or certificate number; a written agreement needs him, another committee's may stand in no list."),
        example="",
    ),
    Field("form", "choice", N_("Agreed"), choices=_FORMS, example="oral"),
    Field("agreed_on", "date", N_("Agreed on"), required=True, prefer="past", example="2021-12-06"),
    Field("signed_on", "date", N_("Signed on"), prefer="past", help=N_("Left empty: the day of the agreement."), example=""),
    Field("place", "text", N_("Place"), example="双河镇某嘎查"),
    Field(
        "paper_number", "text", N_("Number on the paper"), help=N_("Of a written agreement that was typed or written by hand."), example=""
    ),
    Field("facts", "long_text", N_("Main facts"), example="被申请人欠付草料款，双方认可。"),
    Field("clauses", "texts", N_("What was agreed"), help=N_("One a line."), example=["被申请人当场付清草料款。"]),
    Field(
        "amount",
        "money",
        N_("Agreed amount"),
        help=N_("Paid by the respondents to the applicants; for more, use the obligations."),
        example="3000",
    ),
    Field("due_on", "date", N_("To be paid by"), help=N_("Left empty: at once."), prefer="future", example=""),
    Field("obligations", "table", N_("Obligations"), rows=OBLIGATION, most=200, example=[]),
    Field("performed", "yes_no", N_("Performed at once"), example=True),
    Field(
        "performed_on", "date", N_("Performed on"), prefer="past", help=N_("Left empty: the day of the agreement."), example="2021-12-06"
    ),
    Field("way", "choice", N_("How it was paid"), choices=words.choices(PaymentWay), example="cash"),
)
