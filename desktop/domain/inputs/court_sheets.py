"""The sheets of the court's and the insurers' papers: what each says that the case itself has not got (forms brief 3, 6; domain brief 4.2).

A sheet whose first field is `party` is kept once a party; the others once a case; a log grows by a row each time.
"""

from db.vocabulary import PaperKind
from desktop.domain.fields import Field
from desktop.i18n import N_

TOLD_BY = (("in_person", N_("In person")), ("by_phone", N_("By telephone")), ("by_message", N_("By message")))
CHANNELS = (
    ("phone", N_("Text message")),
    ("fax", N_("Fax")),
    ("email", N_("E-mail")),
    ("wechat", N_("WeChat")),
    ("platform", N_("Platform for service")),
    ("other", N_("Other")),
)
ENDS = (
    ("refused", N_("One side refused")),
    ("divergence", N_("Views too far apart")),
    ("unreachable", N_("Party not reachable")),
    ("expired", N_("Time ran out")),
    ("unsigned", N_("One side did not sign")),
    ("withdrawn", N_("Settled privately or withdrawn")),
    ("elsewhere", N_("Handed to another way")),
    ("sham", N_("Sham mediation suspected")),
    ("other", N_("Other")),
)
COMPLEXITY = (("simple", N_("Simple case")), ("complex", N_("Complex case")))
FEE_WAYS = (("defer", N_("Pay later")), ("reduce", N_("Pay less")), ("waive", N_("Pay nothing")))
FEE_GROUNDS = (
    ("allowance", N_("Lives on a minimum allowance")),
    ("wages", N_("Sues for wages, insurance money, severance")),
    ("injury", N_("Injured in an accident, treatment or at work")),
    ("support", N_("Sues for support")),
    ("disaster", N_("Hit by a disaster")),
    ("disabled", N_("Disabled without a regular income")),
    ("aid", N_("Receives legal aid")),
    ("other", N_("Other")),
)
INSURER_STATES = (("asked", N_("Asked for")), ("handed_in", N_("Handed in")), ("missing", N_("Missing")), ("not_needed", N_("Not needed")))

PARTY = Field("party", "text", N_("Party"), required=True, help=N_("Its number in the case or its name."), example="1")

SERVICE_ADDRESS = (
    PARTY,
    Field("receiver", "text", N_("Who signs for it"), most=60, help=N_("Left empty: the party itself."), example=""),
    Field("relation", "text", N_("Relation to the party"), most=40, example=""),
    Field("id_name", "text", N_("Kind of paper"), most=40, example=""),
    Field("id_number", "id_number", N_("Identity number"), example=""),
    Field("address", "text", N_("Address for service"), example="内蒙古自治区呼和浩特市新城区某街18号"),
    Field("postcode", "text", N_("Postcode"), most=12, example="010010"),
    Field("phone", "phone", N_("Telephone"), example="13800000000"),
    Field("e_service", "yes_no", N_("Accepts electronic service"), example=True),
    Field("channels", "choices", N_("Electronic channels"), choices=CHANNELS, example=["phone"]),
    Field("fax", "text", N_("Fax"), most=40, example=""),
    Field("email", "text", N_("E-mail"), most=100, example=""),
    Field("wechat", "text", N_("WeChat"), most=100, example=""),
    Field("platform", "text", N_("Account on the platform"), most=100, example=""),
    Field("other", "text", N_("Other ways of contact"), most=200, example=""),
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-20"),
    Field("taken_by", "text", N_("Taken down by"), most=60, example="赵某"),
    Field("remark", "text", N_("Remark"), most=200, example=""),
)

PRIOR_MEDIATION = (
    PARTY,
    Field("left_to_court", "yes_no", N_("Leaves the choice of the mediator"), example=True),
    Field("mediator", "text", N_("Chosen mediator or body"), most=100, example=""),
    Field("online", "yes_no", N_("Agrees to mediate online"), example=False),
    Field("appraisal", "yes_no", N_("Agrees that an appraisal's days do not count"), example=True),
    Field("address", "text", N_("Address for service"), example=""),
    Field("way", "choice", N_("How it was told"), choices=TOLD_BY, example="in_person"),
    Field("informer", "text", N_("Who told"), most=60, example="赵某"),
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-06"),
)  # fmt: skip

REFERRAL_LETTER = (
    Field("contact", "text", N_("Contact at the court"), most=60, example="梁某某"),
    Field("contact_phone", "phone", N_("Telephone there"), example="0471-8510268"),
    Field("applicant_agreed_on", "date", N_("The applicant agreed on"), prefer="past", example="2021-12-05"),
    Field("respondent_agreed_on", "date", N_("The respondent agreed on"), prefer="past", example="2021-12-06"),
    Field("return_by", "date", N_("To be returned by"), prefer="future", example="2022-01-05"),
    Field("files", "words", N_("Electronic files"), most=100, example=[]),
)

MEDIATION_CONSENT = (
    Field("mediation", "yes_no", N_("All agree to mediation"), example=True),
    Field("online", "yes_no", N_("All agree to mediate online"), example=False),
    Field("appraisal", "yes_no", N_("All agree that an appraisal's days do not count"), example=True),
    Field("mediator", "text", N_("Chosen mediator or body"), most=100, example=""),
    Field("until", "date", N_("Agreed until"), prefer="future", example=""),
    Field("day", "date", N_("Day"), prefer="past", example="2021-12-07"),
)

REFERRAL_REPORT = (
    Field(
        "ends",
        "choices",
        N_("Why it ended"),
        choices=ENDS,
        help=N_("The outcome of the case is ticked in any case."),
        example=["divergence"],
    ),
    Field("not_accepted", "text", N_("Why it was not taken"), most=500, example=""),
    Field("ended_why", "text", N_("Why it ended, in words"), most=500, example=""),
    Field("returned_why", "text", N_("Why it was returned"), most=500, example=""),
    Field("supplement", "text", N_("What is to be supplied"), most=500, example=""),
    Field("conduct", "text", N_("Conduct that raised the other side's costs"), most=500, example=""),
    Field("complexity", "choice", N_("Simple or complex"), choices=COMPLEXITY, example="simple"),
    Field("suggestion", "text", N_("Suggestion"), most=500, example="建议适用简易程序审理。"),
    Field("remark", "text", N_("Remark"), most=500, example=""),
)

SERVICE_LOG = (
    Field("paper", "text", N_("What was served"), required=True, most=100, example="调解通知书"),
    Field("party", "text", N_("On whom"), most=100, help=N_("A party's number in the case or a name."), example="2"),
    Field("day", "date", N_("Day"), required=True, prefer="past", example="2021-12-08"),
    Field("way", "text", N_("How"), most=40, example="邮寄送达"),
    Field("receiver", "text", N_("Signed for by"), most=60, example=""),
    Field("relation", "text", N_("Relation to the party"), most=40, example=""),
    Field("proof", "text", N_("Proof"), most=200, example="快递单号 1099000000000"),
)

FEE_REDUCTION = (
    PARTY,
    Field("way", "choice", N_("What is asked"), choices=FEE_WAYS, example="defer"),
    Field("amount", "text", N_("How much, where not all"), most=40, example=""),
    Field("grounds", "choices", N_("Grounds"), choices=FEE_GROUNDS, example=["wages"]),
    Field("reason", "long_text", N_("Reasons"), most=1000, example="申请人被拖欠工资，无其他收入。"),
)

INSURER_NOTICE = (
    Field("insurer", "text", N_("Insurer"), most=100, help=N_("Left empty: every insurer of the facts."), example=""),
    Field("day", "date", N_("Day of the session"), required=True, prefer="future", example="2026-12-10"),
    Field("at", "text", N_("Time"), most=20, example="09:30"),
    Field("place", "text", N_("Place"), most=200, example="卓资县人民法院道路交通事故调解室"),
    Field("sent_on", "date", N_("Sent on"), prefer="past", example="2026-11-20"),
)

INSURER_PAPERS = (
    Field("insurer", "text", N_("Insurer"), most=100, example="某财产保险股份有限公司乌兰察布市中心支公司"),
    Field(
        "papers",
        "table",
        N_("Papers"),
        most=200,
        rows=(
            Field("name", "text", N_("Name"), required=True, most=200, example="医疗费发票"),
            Field("state", "choice", N_("State"), required=True, choices=INSURER_STATES, example="handed_in"),
            Field("day", "date", N_("Day"), prefer="past", example="2026-11-20"),
            Field("note", "text", N_("Note"), most=200, example=""),
        ),
    ),
)

INJURY_FORM = (
    PARTY,
    Field("deductible", "text", N_("Note on the deductible"), most=500, example="按合同约定扣除非医保用药"),
    Field("share", "integer", N_("Share of the other side in per cent"), least=0, most=100, example=70),
    Field("to_injured", "money", N_("Property that the other side pays the injured"), example=""),
    Field("from_injured", "money", N_("Property that the injured pays the other side"), example=""),
    Field("paid", "money", N_("Already paid"), example="15000"),
    Field("due_on", "date", N_("To be paid by"), prefer="future", example="2026-12-20"),
    Field("total", "money", N_("Paid in all, once and for all"), example="150000"),
    Field("final", "yes_no", N_("Settled once and for all"), example=True),
)

SHEETS: dict[PaperKind, tuple[Field, ...]] = {
    PaperKind.SERVICE_ADDRESS: SERVICE_ADDRESS,
    PaperKind.PRIOR_MEDIATION: PRIOR_MEDIATION,
    PaperKind.REFERRAL_LETTER: REFERRAL_LETTER,
    PaperKind.MEDIATION_CONSENT: MEDIATION_CONSENT,
    PaperKind.REFERRAL_REPORT: REFERRAL_REPORT,
    PaperKind.SERVICE_LOG: SERVICE_LOG,
    PaperKind.FEE_REDUCTION: FEE_REDUCTION,
    PaperKind.INSURER_NOTICE: INSURER_NOTICE,
    PaperKind.INSURER_PAPERS: INSURER_PAPERS,
    PaperKind.INJURY_FORM: INJURY_FORM,
}
LOGS = frozenset((PaperKind.SERVICE_LOG,))
