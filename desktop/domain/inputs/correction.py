"""The sheets by which a registered case is mended: fields of the case and its parties, a party more or less."""

from dataclasses import replace

from db.vocabulary import AuthorityLevel, PartyRole
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.domain.inputs.case import MATTER, ORIGIN, REFERRAL
from desktop.domain.inputs.party import AGENT, MEMBER, PARTY
from desktop.i18n import N_

_TABLES = ("members", "members_paste", "guardians", "agents", "capacity", "willingness")
_ROLES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY, PartyRole.AGENT, PartyRole.LEGAL_GUARDIAN)

PARTY_CHANGES = tuple(replace(field, required=False) for field in PARTY if field.key not in _TABLES)
MEMBER_CHANGES = tuple(replace(field, required=False) for field in MEMBER)
AUTHORITY_CHANGES = tuple(field for field in AGENT if field.key in ("authority_level", "items", "relation", "paper", "valid_to"))
CASE_CHANGES = (
    *(field for field in ORIGIN if field.key != "referral"),
    Field("accepted_on", "date", N_("Day of acceptance"), prefer="past", example="2021-12-07"),
    *MATTER,
)

REASON = Field("reason", "text", N_("Reason"), required=True, most=500, example="登记时写错。")
MEMBER_ROW = (
    Field("member", "text", N_("Member"), help=N_("His number in the list or his name; empty for a member more."), example="2"),
    Field("version", "integer", N_("Version as it was read"), example=1),
    Field("changes", "group", N_("Changes"), rows=MEMBER_CHANGES, example={"phone": "13800000269"}),
    Field("read", "group", N_("As it was read"), rows=MEMBER_CHANGES, example={}),
    Field("leaves", "yes_no", N_("Was no member"), help=N_("Takes him out of the list, before an agreement is issued.")),
)
AUTHORITY_ROW = (
    Field("for_party", "text", N_("For party"), help=N_("Where he helps several: number or name of the party."), example=""),
    Field("version", "integer", N_("Version as it was read")),
    Field("changes", "group", N_("Changes"), rows=AUTHORITY_CHANGES),
    Field("read", "group", N_("As it was read"), rows=AUTHORITY_CHANGES),
)
PARTY_ROW = (
    Field("party", "text", N_("Party"), required=True, help=N_("Its number in the case or its name."), example="2"),
    Field("version", "integer", N_("Version as it was read"), example=1),
    Field("changes", "group", N_("Changes"), rows=PARTY_CHANGES, example={"phone": "13800000269"}),
    Field("read", "group", N_("As it was read"), rows=PARTY_CHANGES, example={"phone": "13800000268"}),
    Field("members", "table", N_("Members of the household or group"), rows=MEMBER_ROW, most=500, example=[]),
    Field("authority", "group", N_("What he was given power to do"), rows=AUTHORITY_ROW, help=N_("Only of an agent.")),
)
PARTIES = Field("parties", "table", N_("Parties"), rows=PARTY_ROW, most=300)
REFERRAL_CHANGES = Field(
    "referral", "group", N_("Referral"), rows=REFERRAL, help=N_("Of the last one by which the case came."), example={"handed_by": "赵法官"}
)

REMOVE_PARTY = (
    Field("party", "text", N_("Party"), required=True, help=N_("Its number in the case or its name."), example="3"),
    REASON,
)

ADD_PARTY = (
    Field(
        "role", "choice", N_("Side, or whom he helps as"), required=True, example="third_party",
        choices=tuple((role.value, words.label(role)) for role in _ROLES),
    ),
    Field("for_party", "text", N_("For party"), help=N_("Only of an agent: number or name of the party whom he helps."), example=""),
    Field("authority_level", "choice", N_("Authority"), choices=words.choices(AuthorityLevel), example=""),
    Field("items", "words", N_("What he may do"), example=[]),
    Field("relation", "text", N_("Relation"), example=""),
    Field("paper", "text", N_("By what paper"), example=""),
    *(field for field in PARTY if field.key != "role"),
)  # fmt: skip
