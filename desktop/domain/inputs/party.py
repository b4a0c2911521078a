"""The sheet of a party, in the order of the form: the identity number first, since it fills the rest (forms brief 1.2, 1.5)."""

from db.vocabulary import AuthorityLevel, IdKind, PartyKind, PartyRole, Sex
from desktop.domain import words
from desktop.domain.fields import Field, spelt
from desktop.domain.inputs.willingness import OF_PARTY
from desktop.i18n import N_

_SIDES = tuple((role.value, words.label(role)) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY))
_CAPACITIES = tuple((role.value, words.label(role)) for role in (PartyRole.JOINT_DEBTOR, PartyRole.GUARANTOR, PartyRole.PAYEE))

COMPANY_TYPES = (  # the fifteen boxes of the court's forms as they stand there (forms brief 1.2), then what has no box
    "有限责任公司",
    "股份有限公司",
    "上市公司",
    "其他企业法人",
    "事业单位",
    "社会团体",
    "基金会",
    "社会服务机构",
    "机关法人",
    "农村集体经济组织法人",
    "城镇农村的合作经济组织法人",
    "基层群众性自治组织法人",
    "个人独资企业",
    "合伙企业",
    "不具有法人资格的专业服务机构",
    "个体工商户",
    "分支机构",
)
OWNERSHIPS = ("国有", "控股", "参股", "民营", "其他")
"""控股 and 参股 stand within 国有 on the form."""
_OWNERSHIPS = spelt(国有="国企 国有企业", 民营="民企 民营企业 私营")

MEMBER = (
    Field("name", "text", N_("Name"), required=True, example="斯琴"),
    Field("id_number", "id_number", N_("Identity number"), example="150122195503070027"),
    Field("id_kind", "choice", N_("Kind of paper"), choices=words.choices(IdKind)),
    Field("sex", "choice", N_("Sex"), choices=words.choices(Sex)),
    Field("birth_date", "date", N_("Date of birth"), prefer="past"),
    Field("relation", "text", N_("Relation"), example="户主"),
    Field("phone", "phone", N_("Telephone")),
    Field("represents", "yes_no", N_("Represents the others"), example=True),
    Field("paper", "text", N_("By what paper"), example="全体家庭成员签字的授权书"),
    Field("amount", "money", N_("Amount claimed")),
    Field("account_name", "text", N_("Account name")),
    Field("bank_name", "text", N_("Bank and branch")),
    Field("account_number", "bank_account", N_("Account number")),
    Field(
        "authority",
        "words",
        N_("What he gave the representatives power to do"),
        help=N_("Any of: mediate, admit, settle, receive, confirm, serve; self for one who signs himself."),
        example=[],
    ),
)

HELPER = (  # an agent or a statutory agent
    Field("name", "text", N_("Name"), required=True, example="乌兰"),
    Field("id_number", "id_number", N_("Identity number"), example="150102198505052044"),
    Field("id_kind", "choice", N_("Kind of paper"), choices=words.choices(IdKind)),
    Field("phone", "phone", N_("Telephone")),
    Field("employer", "text", N_("Work unit"), example="内蒙古某律师事务所"),
    Field("post", "text", N_("Post"), example="律师"),
    Field("relation", "text", N_("Relation"), example="委托代理人"),
    Field("paper", "text", N_("By what paper"), example="授权委托书"),
)

AGENT = (
    *HELPER,
    Field("authority_level", "choice", N_("Authority"), choices=words.choices(AuthorityLevel), example="special"),
    Field("items", "words", N_("What he may do"), example=["代为参加调解", "签署调解协议"]),
    Field("valid_to", "date", N_("Authority until"), prefer="future", example=""),
)

PARTY = (
    Field("role", "choice", N_("Side"), required=True, choices=_SIDES, example="applicant"),
    Field("kind", "choice", N_("Kind"), choices=words.choices(PartyKind), example="person"),
    Field("id_number", "id_number", N_("Identity number"), example="150105198001010013"),
    Field("id_kind", "choice", N_("Kind of paper"), choices=words.choices(IdKind), example="resident_id"),
    Field("uscc", "uscc", N_("Unified social credit code"), example=""),
    Field("name", "text", N_("Name"), required=True, example="张某某"),
    Field("sex", "choice", N_("Sex"), choices=words.choices(Sex), example="male"),
    Field("birth_date", "date", N_("Date of birth"), prefer="past", example="1980-01-01"),
    Field("ethnic_group", "text", N_("Ethnic group"), most=20, example="汉"),
    Field("phone", "phone", N_("Telephone"), example="13800000000"),
    Field("registered_residence", "text", N_("Registered residence"), example="内蒙古自治区呼和浩特市赛罕区"),
    Field("usual_residence", "text", N_("Usual residence"), example="内蒙古自治区呼和浩特市托克托县双河镇"),
    Field("occupation", "text", N_("Occupation"), example="牧民"),
    Field("employer", "text", N_("Work unit"), example=""),
    Field("post", "text", N_("Post"), example=""),
    Field("other_names", "words", N_("Other spellings of the name"), example=[]),
    Field("name_mongolian", "text", N_("Name in Mongolian script"), example=""),
    Field("name_latin", "text", N_("Name in Latin letters"), example=""),
    Field("business_address", "text", N_("Principal place of business"), example=""),
    Field("registered_address", "text", N_("Place of registration"), example=""),
    Field("company_type", "choice", N_("Type of organisation"), choices=COMPANY_TYPES, example=""),
    Field("ownership", "choice", N_("Ownership"), choices=OWNERSHIPS, also=_OWNERSHIPS, example=""),
    Field("trade_name", "text", N_("Trade name"), example=""),
    Field("legal_representative", "text", N_("Legal representative"), example=""),
    Field("legal_representative_post", "text", N_("Post of the legal representative"), example=""),
    Field("legal_representative_id", "id_number", N_("Identity number of the legal representative"), example=""),
    Field("legal_representative_phone", "phone", N_("Telephone of the legal representative"), example=""),
    Field("other_phone", "phone", N_("Other telephone"), example=""),
    Field("email", "text", N_("E-mail"), example=""),
    Field("wechat", "text", N_("WeChat"), example=""),
    Field("postcode", "text", N_("Postcode"), most=12, example=""),
    Field("service_address", "text", N_("Address for service"), example=""),
    Field("e_service", "yes_no", N_("Accepts electronic service"), example=True),
    Field("account_name", "text", N_("Account name"), example=""),
    Field("bank_name", "text", N_("Bank and branch"), example=""),
    Field("account_number", "bank_account", N_("Account number"), example=""),
    Field("language", "text", N_("Language"), most=40, example="汉语"),
    Field(
        "needs",
        "words",
        N_("Needs"),
        help=N_("Any of: large_print, read_aloud, home_visit, interpreter, sign_language, guardian."),
        example=[],
    ),
    Field("capacity", "choice", N_("Beside his side he is"), choices=_CAPACITIES, example=""),
    Field("members", "table", N_("Members"), rows=MEMBER, example=[]),
    Field(
        "members_paste",
        "long_text",
        N_("Members pasted from Excel"),
        most=500_000,
        help=N_("Name, identity number, amount, bank, account, telephone, with or without a heading line."),
        example="",
    ),
    Field("guardians", "table", N_("Statutory agents"), rows=HELPER, example=[]),
    Field("agents", "table", N_("Agents"), rows=AGENT, example=[]),
    OF_PARTY,
)
