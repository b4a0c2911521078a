"""The sheets of what comes after an agreement: performance, default, return visit, judicial confirmation, originals."""

from db.vocabulary import ConfirmationResult, PaperKind, PaymentWay, RefusalReason
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.i18n import N_

TOLD = (  # PML 32, 33; CPC 206
    ("sue", N_("Sue on the agreement in a people's court")),
    ("enforce", N_("Apply for enforcement of the confirmed agreement")),
    ("mediate", N_("Mediate anew about the performance")),
)

PERFORM = (
    Field("agreement", "integer", N_("Number of the agreement"), least=1, help=N_("Only where several are in force."), example=""),
    Field("obligation", "integer", N_("Number of the obligation"), least=1, help=N_("Left empty where only one is open."), example=1),
    Field("instalment", "integer", N_("Number of the instalment"), least=1, help=N_("Left empty: what fell due first."), example=""),
    Field(
        "members",
        "words",
        N_("Members"),
        most=2000,
        help=N_("Of a group: who was paid, by name or number in the list; each gets his open part."),
        example=[],
    ),
    Field("day", "date", N_("Day"), prefer="past", example="2022-01-18"),
    Field("amount", "money", N_("Amount"), help=N_("Left empty: all of the part that is next."), example="5194253.92"),
    Field("quantity", "text", N_("Quantity"), most=40, example=""),
    Field("way", "choice", N_("How"), choices=words.choices(PaymentWay), example="transfer"),
    Field("payer", "text", N_("Performed by"), help=N_("Number or name of a party."), example=""),
    Field("other_payer", "text", N_("Performed by somebody else"), help=N_("Name of one who is no party: a sister."), example=""),
    Field("receipt", "text", N_("Receipt"), most=200, help=N_("What proves it: a receipt, a bank slip."), example="银行回单0118号"),
    Field("note", "text", N_("Note"), most=500, example=""),
)

DEFAULT = (
    Field("day", "date", N_("Day"), prefer="past", example="2022-02-21"),
    Field("urged", "long_text", N_("What was done to urge it"), required=True, example="电话催告两次，被申请人称无力履行。"),
    Field("told", "choice", N_("What the other side was told"), choices=TOLD, example="sue"),
    Field("note", "text", N_("Note"), most=500, example=""),
)

RETURN_VISIT = (
    Field("day", "date", N_("Day"), prefer="past", example="2022-02-20"),
    Field("party", "text", N_("Party that was asked"), help=N_("Its number in the case or its name; left empty: all."), example="1"),
    Field("way", "text", N_("How"), most=40, example="电话回访"),
    Field("visitor", "text", N_("Visitor"), help=N_("Left empty: the presiding mediator."), example=""),
    Field("performance", "text", N_("Performance"), most=500, example="已按期全部履行"),
    Field("satisfied", "yes_no", N_("Satisfied"), example=True),
    Field("text", "long_text", N_("What was said"), example="申请人对调解结果满意，双方没有新的纠纷。"),
    Field("signs", "text", N_("Signs of escalation, a suit"), most=500, example=""),
    Field("measures", "text", N_("Measures taken"), most=500, example=""),
)

CONFIRM_APPLY = (
    Field("agreement", "integer", N_("Number of the agreement"), least=1, help=N_("Only where several are in force."), example=""),
    Field("court", "text", N_("Court"), required=True, help=N_("Its name or its code, such as 内0122."), example="内0122"),
    Field("applied_on", "date", N_("Applied on"), prefer="past", example="2021-12-28"),
    Field(
        "undertaking",
        "yes_no",
        N_("Both sides give the undertaking"),
        required=True,
        help=N_("Of their own will, no collusion, no harm to others: the sentence stands in the application."),
        example=True,
    ),
)

CONFIRM_SUPPLEMENT = (
    Field("asked", "text", N_("What the court asked for"), most=500, example="补充送达地址确认书。"),
    Field("supplement_until", "date", N_("Until"), prefer="future", example="2022-01-05"),
    Field("supplemented_on", "date", N_("Handed in on"), prefer="past", example="2022-01-04"),
)

CONFIRM_RESULT = (
    Field("result", "choice", N_("Result"), required=True, choices=words.choices(ConfirmationResult)[1:], example="confirmed"),
    Field("accepted_on", "date", N_("Accepted by the court on"), prefer="past", example="2021-12-30"),
    Field("court_number", "text", N_("Court's case number"), most=60, example="（2022）内0122诉前调确16号"),
    Field("ruled_on", "date", N_("Ruled on"), prefer="past", example="2022-01-10"),
    Field("served_on", "date", N_("Served on"), prefer="past", example="2022-01-12"),
    Field(
        "reason_kind",
        "choice",
        N_("Kind of reason"),
        choices=words.choices(RefusalReason),
        help=N_("Where it was not confirmed: the figures count by it."),
        example="",
    ),
    Field("reason", "long_text", N_("Reason"), help=N_("Needed unless the agreement was confirmed."), example=""),
)

CONFIRM_OBJECTION = (
    Field("objected_on", "date", N_("Objected on"), required=True, prefer="past", example="2022-01-20"),
    Field("objection", "long_text", N_("The objection"), required=True, example="案外人认为协议处分了其财产。"),
    Field("known_on", "date", N_("A third person learnt of it on"), prefer="past", help=N_("Left empty: a party objects."), example=""),
    Field("result", "text", N_("What came of it"), most=500, help=N_("May be entered later, with the same day."), example=""),
)

HAND_OVER = (
    Field("paper", "choice", N_("Paper"), required=True, choices=words.choices(PaperKind), example="agreement"),
    Field("session", "integer", N_("Which of several"), least=1, help=N_("Session, visit or receipt of this number."), example=""),
    Field("holder", "text", N_("Holder"), required=True, help=N_("Name as in the list of originals, or its number there."), example="2"),
    Field("handed_on", "date", N_("Handed over on"), prefer="past", example="2021-12-20"),
    Field("proof", "text", N_("Proof"), most=200, example="签收"),
)
