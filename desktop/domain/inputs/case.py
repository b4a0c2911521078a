"""The sheet of a new dispute: how it came, who, what about, what is asked. Category facts are added by the service."""

from db.vocabulary import MediationType, Procedure, Regime, Source
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.party import PARTY
from desktop.i18n import N_

REFERRAL = (
    Field("court", "text", N_("Court"), help=N_("Its name or its code, such as 内0122."), example="内0122"),
    Field("body", "text", N_("Referring body"), example=""),
    Field("court_number", "text", N_("Court's case number"), example="（2021）内0122诉前调268号"),
    Field("regime", "choice", N_("Rules it follows"), choices=words.choices(Regime), example="pre_filing_2016"),
    Field("procedure", "choice", N_("Court procedure"), choices=words.choices(Procedure), example=""),
    Field("handed_by", "text", N_("Handed over by"), example=""),
    Field("received_on", "date", N_("Material received on"), prefer="past", example="2021-12-06"),
    Field("slip_signed_on", "date", N_("Return slip signed on"), prefer="past", example="2021-12-06"),
)

ORIGIN = (
    Field(
        "received_on", "date", N_("Day of the request"), prefer="past", example="2021-12-06", help=N_("It interrupts limitation: be exact.")
    ),
    Field("source", "choice", N_("How it came"), choices=words.choices(Source), example="referred_court"),
    Field("source_note", "text", N_("Note on how it came"), example=""),
    Field("mediation_type", "choice", N_("Kind of mediation"), choices=words.choices(MediationType), example="court_invited"),
    Field("referral", "group", N_("Referral"), rows=REFERRAL),
)

EXAMPLE_CAUSE = "金融借款合同纠纷"

MATTER = (
    Field("cause", "text", N_("Cause"), example=EXAMPLE_CAUSE),
    Field("happened_on", "date", N_("Day of the event"), prefer="past", example="2019-01-15"),
    Field(
        "limitation_from",
        "date",
        N_("Limitation counts from"),
        prefer="past",
        help=N_("The debt fell due, the harm was known; of instalments the last day. Left empty where it is not known."),
        example="",
    ),
    Field("place", "text", N_("Place of the dispute"), example="呼和浩特市托克托县"),
    Field("region_code", "text", N_("Region code"), most=12, example="150122"),
    Field("summary", "long_text", N_("Brief facts of the dispute"), example="双方因借款本息偿还发生纠纷。"),
    Field("claims", "texts", N_("What the applicant asks for"), help=N_("One a line."), example=["请求偿还借款本息。"]),
    Field("claim", "money", N_("Amount claimed"), example="5194253.92"),
    Field("people_count", "integer", N_("People involved"), least=0, most=1_000_000, example=3),
    Field("difficult", "yes_no", N_("Difficult case"), example=False),
    Field("severity", "text", N_("Severity"), most=40, example=""),
    Field("mongolian", "yes_no", N_("Mongolian language involved"), example=False),
    Field("platform_number", "text", N_("Number on the court's platform"), example=""),
    Field("arbitration_clause", "text", N_("Arbitration or jurisdiction clause"), example=""),
)

_EXAMPLE = [  # the parties of whom the examples of the other sheets speak: party 1 gets, parties 2 and 3 owe
    {"role": "applicant", "kind": "company", "name": "内蒙古某商业银行股份有限公司", "uscc": "91150100701465AB7G",
     "legal_representative": "刘某某", "business_address": "内蒙古自治区呼和浩特市新城区", "phone": "0471-5550118"},
    {"role": "respondent", "kind": "company", "name": "呼和浩特市某农业科技有限公司", "uscc": "91150122MA0NXYG881",
     "legal_representative": "张某某", "business_address": "内蒙古自治区呼和浩特市托克托县", "phone": "0471-5550268"},
    {"role": "respondent", "kind": "person", "name": "张某某", "id_number": "150122197604123510", "phone": "13800000268",
     "usual_residence": "内蒙古自治区呼和浩特市托克托县双河镇", "capacity": "joint_debtor"},
]  # fmt: skip
PARTIES = Field("parties", "table", N_("Parties"), required=True, rows=PARTY, most=300, example=_EXAMPLE)

ACCEPT = (
    Field("accepted_on", "date", N_("Day of acceptance"), prefer="past", example="2021-12-07"),
    Field(
        "number",
        "text",
        N_("Number of the form"),
        most=60,
        help=N_("Only where a form was filled in by hand under a number that had been set aside."),
        example="",
    ),
)
