"""The sheets of the moves that end, rest, extend or mend a case (domain brief 2.2 to 2.10)."""

from db.vocabulary import Harm, InterruptionKind, OutcomeCode
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.case import REFERRAL
from desktop.domain.inputs.obligation import OBLIGATION
from desktop.i18n import N_

REASONS_TO_REJECT = (  # MoJ75 22; PML 17; CPCI 355; SMR 18
    ("special_organ", N_("The law leaves it to a special organ")),
    ("forbidden", N_("The law forbids mediating it privately")),
    ("already_handled", N_("A court, the police or an office has taken it up or resolved it")),
    ("refused", N_("One side clearly refuses mediation")),
    ("identity", N_("It is about marriage, parentage or adoption as such")),
    ("criminal", N_("It is a criminal matter")),
    ("administrative", N_("It is a dispute with an administrative organ")),
    ("no_capacity", N_("A party lacks capacity and has no guardian")),
    ("sham", N_("A sham mediation is suspected")),
    ("elsewhere", N_("Another committee is competent for the place")),
    ("other", N_("Another reason")),
)
WAYS = (  # PML 26; MoJ75 24
    ("court", N_("Sue in a people's court")),
    ("arbitration", N_("Apply for arbitration")),
    ("administrative", N_("Turn to the competent office")),
    ("police", N_("Turn to the police")),
    ("other_committee", N_("Apply to another committee")),
    ("legal_aid", N_("Ask for legal aid")),
)
ENDS = tuple(  # a written agreement ends a case by its signatures
    (code.value, words.label(code)) for code in OutcomeCode if code not in (OutcomeCode.AGREED_WRITTEN, OutcomeCode.AGREED_PARTIAL)
)
RETENTIONS = (  # the law fixes no years; the cover has these three
    ("short", N_("Short term")),
    ("long", N_("Long term")),
    ("permanent", N_("Permanently")),
)

WAYS_TOLD = Field(
    "ways",
    "choices",
    N_("Other ways that were told"),
    choices=WAYS,
    most=10,
    example=["court"],
)

REJECT = (
    Field("rejected_on", "date", N_("Day"), prefer="past", example="2021-12-07"),
    Field(
        "reasons",
        "choices",
        N_("Reasons"),
        required=True,
        choices=REASONS_TO_REJECT,
        most=11,
        example=["already_handled"],
    ),
    Field("text", "long_text", N_("In words"), example="双方纠纷已由人民法院受理。"),
    WAYS_TOLD,
    Field("handed_to", "text", N_("Handed to"), help=N_("The body to which the parties were taken, where there is one."), example=""),
)

REFER_IN = REFERRAL

SLIP = (Field("slip_signed_on", "date", N_("Return slip signed on"), required=True, prefer="past", example="2021-12-07"),)

RECUSE = (
    Field("mediator", "text", N_("Mediator"), help=N_("Left empty: the one who presides."), example=""),
    Field(
        "party", "text", N_("Party that asks"), help=N_("Its number in the case or its name; empty where the mediator asks."), example="2"
    ),
    Field("asked_on", "date", N_("Asked on"), prefer="past", example="2021-12-10"),
    Field("reason", "text", N_("Reason"), required=True, most=500, example="调解员与申请人是同村邻居。"),
    Field("granted", "yes_no", N_("Granted"), help=N_("Left empty: not decided yet."), example=True),
    Field("decided_on", "date", N_("Decided on"), prefer="past", example="2021-12-10"),
    Field("decided_by", "text", N_("Decided by"), example="调解委员会主任"),
)

SUSPEND = (
    Field("begins", "date", N_("From"), prefer="past", example="2021-12-12"),
    Field("reason", "text", N_("Reason"), required=True, most=500, example="等待伤残鉴定意见。"),
    Field("excluded", "yes_no", N_("These days do not count"), help=N_("An appraisal's days do not (OMR 26)."), example=True),
)

RESUME = (
    Field("ends", "date", N_("Resumed on"), prefer="past", example="2021-12-28"),
    Field("note", "text", N_("Note"), most=500, example="鉴定意见已收到。"),
)

EXTEND = (
    Field(
        "until",
        "date",
        N_("Until"),
        prefer="future",
        help=N_("Left empty under the rules of 2025: thirty days more."),
        example="2022-02-05",
    ),
    Field("applicant_agreed_on", "date", N_("The applicant agreed on"), prefer="past", example="2022-01-04"),
    Field("respondent_agreed_on", "date", N_("The respondent agreed on"), prefer="past", example="2022-01-05"),
    Field("reason", "text", N_("Reason"), most=500, example="双方正在核对账目。"),
)

UNDISPUTED = (
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-20"),
    Field(
        "facts",
        "texts",
        N_("Facts that nobody disputes"),
        required=True,
        help=N_("One a line."),
        example=["双方于2019年1月15日签订借款合同。"],
    ),
    Field("still_disputed", "texts", N_("Still disputed"), help=N_("One a line, as a title only."), example=["利息的起算日"]),
    Field("consented_on", "date", N_("Both sides consented on"), prefer="past", example="2021-12-20"),
)

PROPOSE = (
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-20"),
    Field("consented_on", "date", N_("Both sides consented to this way on"), prefer="past", example="2021-12-20"),
    Field("facts", "long_text", N_("Facts that nobody disputes"), example="借款本金二十万元，双方认可。"),
    Field(
        "text", "long_text", N_("The plan"), required=True, help=N_("One clause a line."), example="被申请人于2022年3月20日前付清借款本金。"
    ),
    Field("reasons", "long_text", N_("Reasons, in plain words"), example="民法典第六百七十五条：借款人应当按照约定的期限返还借款。"),
)

SERVE = (
    Field(
        "parties",
        "words",
        N_("On whom"),
        help=N_("Numbers of the parties in the case, or names; left empty: all sides."),
        example=["1", "2"],
    ),
    Field("served_on", "date", N_("Served on"), prefer="past", example="2021-12-21"),
    Field("way", "text", N_("How"), most=40, example="当面送达"),
    Field("receiver", "text", N_("Received by"), example=""),
)

OBJECT = (
    Field("party", "text", N_("Party that objects"), required=True, help=N_("Its number in the case or its name."), example="2"),
    Field("objected_on", "date", N_("Objected on"), prefer="past", example="2021-12-24"),
    Field("objection", "long_text", N_("The objection"), required=True, example="不同意还款期限。"),
    WAYS_TOLD,
)

PLAN_ADOPTED = (
    Field(
        "obligations",
        "table",
        N_("Obligations"),
        rows=OBLIGATION,
        most=200,
        help=N_("What the plan obliges to, for schedule and reminders."),
        example=[],
    ),
    Field("confirmation_wanted", "yes_no", N_("The parties will apply for judicial confirmation"), example=True),
)

CONCLUDE = (
    Field("outcome", "choice", N_("How it ended"), required=True, choices=ENDS, example="failed_divergence"),
    Field("concluded_on", "date", N_("Day"), prefer="past", example="2022-01-05"),
    Field("reason", "long_text", N_("Reasons"), example="双方对还款期限分歧较大。"),
    Field("disputed", "texts", N_("What is in dispute"), help=N_("One a line; for the report to the court."), example=[]),
    Field("conduct", "long_text", N_("Conduct that raised the other side's costs"), example=""),
    WAYS_TOLD,
    Field("handed_to", "text", N_("Handed to"), help=N_("Only where it is handed to another way."), example=""),
    Field("returned_on", "date", N_("Given back to the court on"), prefer="past", example=""),
)

REFER_OUT = (
    Field("body", "text", N_("To whom"), required=True, example="某旗农村土地承包仲裁委员会"),
    Field("handed_on", "date", N_("Handed over on"), prefer="past", example="2022-01-05"),
    Field("reason", "long_text", N_("Reasons"), required=True, example="当事人要求仲裁。"),
)

GIVE_BACK = (
    Field("returned_on", "date", N_("Given back to the court on"), prefer="past", example="2022-01-06"),
    Field("note", "text", N_("Note"), most=500, example="调解情况报告及全部材料共32页。"),
)

CLOSE = (
    Field("closed_on", "date", N_("Day"), prefer="past", example="2022-03-01"),
    Field("reason", "text", N_("Reason"), most=500, help=N_("Needed where it was not performed."), example=""),
)

ARCHIVE = (
    Field("archived_on", "date", N_("Day"), prefer="past", example="2022-03-10"),
    Field("retention", "choice", N_("Kept"), required=True, choices=RETENTIONS, example="long"),
    Field("retention_years", "integer", N_("Years"), least=1, most=100, example=10),
    Field("pages", "integer", N_("Pages"), required=True, least=1, most=99_999, example=48),
    Field("note", "text", N_("Remarks on the file"), most=500, example=""),
)

AMEND = (
    Field("reason", "text", N_("Reason"), required=True, most=500, example="被申请人资金困难，双方同意延期并重新分期。"),
    Field("day", "date", N_("Day"), prefer="past", example="2022-02-10"),
)

AMEND_DROP = (Field("reason", "text", N_("Reason"), required=True, most=500, example="双方未能就变更达成一致。"),)

REOPEN = (Field("reason", "text", N_("Reason"), required=True, most=500, example="补入回访记录。"),)

INTERRUPT = (
    Field("kind", "choice", N_("What happened"), required=True, choices=words.choices(InterruptionKind), example="promise"),
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-15"),
    Field("party", "text", N_("By whom"), help=N_("Its number in the case or its name."), example="2"),
    Field("amount", "money", N_("Amount"), help=N_("Of a part payment."), example=""),
    Field("proof", "text", N_("By what it can be shown"), most=500, example="还款承诺书"),
    Field("note", "text", N_("Note"), most=500, example="承诺分期偿还。"),
)

PREVENT = (
    Field("kind", "choice", N_("Kind of harm"), required=True, choices=words.choices(Harm), example="escalated_to_crime"),
    Field(
        "people_count",
        "integer",
        N_("How many people"),
        least=1,
        most=100_000,
        help=N_("Left empty only where it is taken back."),
        example=2,
    ),
    Field("reason", "long_text", N_("Why one may say so"), required=True, most=1000, example="双方持械对峙，调解员到场劝离并当晚调解。"),
    Field("taken_back", "yes_no", N_("Taken back"), help=N_("Yes: it was entered by mistake."), example=False),
)

UNDO = (Field("reason", "text", N_("Reason"), required=True, most=500, example="误登。"),)
