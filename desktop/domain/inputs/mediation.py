"""The sheets of the mediation itself: assignment, session, issue and signing (the agreement: `inputs.agreement`)."""

from db.vocabulary import PaperKind, ParticipantKind, SessionMethod, SignerKind
from desktop.domain import words
from desktop.domain.fields import Field
from desktop.i18n import N_

ASSIGN = (
    Field(
        "mediator",
        "text",
        N_("Presiding mediator"),
        required=True,
        help=N_("Name, or certificate number where two bear one name."),
        example="王某",
    ),
    Field("co_mediators", "words", N_("Co-mediators"), example=[]),
    Field("assigned_on", "date", N_("Day of assignment"), prefer="past", example="2021-12-07"),
    Field("chosen_by", "text", N_("Chosen by"), example="调解组织指派"),
    Field("disclosed", "long_text", N_("What was disclosed"), example=""),
    Field("consented_on", "date", N_("Both sides consented on"), prefer="past", example=""),
)

APPOINT = (
    Field(
        "day",
        "date",
        N_("Day"),
        prefer="future",
        help=N_("Left empty: of the session that is fixed already, the rest is changed."),
        example="2021-12-20",
    ),
    Field("begins", "text", N_("From"), most=5, example="09:00"),
    Field("place", "text", N_("Place"), example="托克托县人民法院诉讼服务中心"),
    Field("told_on", "date", N_("Parties told on"), prefer="past", example="2021-12-10"),
    Field("insurer_told_on", "date", N_("Insurer told on"), prefer="past", example=""),
    Field("note", "text", N_("Note"), most=500, example="电话通知双方"),
    Field("cancelled", "yes_no", N_("Put off"), help=N_("Yes takes the session that is fixed away."), example=False),
)

GUEST = (
    Field("kind", "choice", N_("Kind of guest"), required=True, choices=words.choices(ParticipantKind), example="insurer"),
    Field("name", "text", N_("Name"), required=True, example="高某"),
    Field("capacity", "text", N_("Capacity on paper"), help=N_("Left empty: the kind."), example="理赔员"),
    Field("organisation", "text", N_("Organisation"), example="某财产保险公司卓资支公司"),
    Field("phone", "phone", N_("Telephone"), example="0474-5550199"),
    Field(
        "consented_on",
        "date",
        N_("The parties consented on"),
        prefer="past",
        help=N_("PML 20: help at the table needs it."),
        example="2021-12-10",
    ),
)

GUEST_LEAVE = (
    Field("guest", "text", N_("Guest"), required=True, help=N_("By number or name."), example="1"),
    Field("ended_on", "date", N_("Day"), prefer="past", example="2021-12-21"),
    Field("reason", "text", N_("Reason"), most=500, example="理赔事项已办结"),
)

ATTENDEE = (
    Field("party", "text", N_("Party"), help=N_("Its number in the case or its name; empty for a guest."), example="1"),
    Field("name", "text", N_("Name"), example="李某"),
    Field("capacity", "text", N_("Capacity"), example="委托代理人"),
    Field("organisation", "text", N_("Organisation"), example=""),
)

SESSION = (
    Field("day", "date", N_("Day"), required=True, prefer="past", example="2021-12-20"),
    Field("begins", "text", N_("From"), most=5, example="09:00"),
    Field("ends", "text", N_("To"), most=5, example="11:30"),
    Field("place", "text", N_("Place"), example="托克托县人民法院诉讼服务中心"),
    Field("method", "choice", N_("Method"), choices=words.choices(SessionMethod), example="on_site"),
    Field("language", "text", N_("Language spoken"), most=40, example="汉语"),
    Field("interpreter", "text", N_("Interpreter"), example=""),
    Field("interpreter_unit", "text", N_("Interpreter's unit"), example=""),
    Field("interpreter_id", "id_number", N_("Interpreter's identity number"), example=""),
    Field("witness", "text", N_("Witness of the reading"), help=N_("Who saw that the record was read to a party."), example=""),
    Field("recorder", "text", N_("Recorder"), example="赵某"),
    Field("rights_told_on", "date", N_("Rights and duties told on"), prefer="past", example="2021-12-20"),
    Field("attendees", "table", N_("Present"), rows=ATTENDEE, help=N_("Left empty: all parties.")),
    Field(
        "guests",
        "words",
        N_("Guests present"),
        help=N_("Of those invited: by number or name; “all” for all."),
        example=[],
    ),
    Field("text", "long_text", N_("Record"), required=True, example="调解员核对当事人身份，告知权利义务。双方陈述……"),
    Field("undisputed_facts", "long_text", N_("Undisputed facts"), example=""),
    Field("result", "long_text", N_("Result"), example="双方达成一致意见。"),
    Field("read_aloud", "yes_no", N_("Read aloud to the parties"), example=False),
    Field("private_note", "long_text", N_("Private note, never printed"), example=""),
)

SIGNATURE = (
    Field("signer", "choice", N_("Signs as"), choices=words.choices(SignerKind), example="party"),
    Field("party", "text", N_("For party"), help=N_("Its number in the case or its name."), example="1"),
    Field("name", "text", N_("Name"), example=""),
    Field("capacity", "text", N_("Capacity"), example=""),
    Field("signed_on", "date", N_("Day"), prefer="past", example="2021-12-20"),
    Field("by_hand", "yes_no", N_("By hand"), example=True),
    Field("fingerprint", "yes_no", N_("Fingerprint"), example=True),
    Field("seal", "yes_no", N_("Seal"), example=False),
    Field("by_post", "yes_no", N_("By post"), example=False),
    Field("note", "text", N_("Note"), example=""),
)

SIGN = (
    Field(
        "signatures",
        "table",
        N_("Signing table"),
        rows=SIGNATURE,
        most=400,
        help=N_("Left empty: everybody signed today, by hand and fingerprint."),
    ),
    Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2021-12-20"),
    Field("partial", "yes_no", N_("Only a part of the claims is settled"), example=False),
)

ISSUE = (
    Field("paper", "choice", N_("Paper"), choices=words.choices(PaperKind), example="agreement"),
    Field("session", "integer", N_("Number of the session"), least=1, example=1),
)

REPLACE = (
    *ISSUE,
    Field("reason", "text", N_("Reason"), required=True, example="当事人住址有误"),
)

VOID = (Field("reason", "text", N_("Reason"), required=True, example="金额有误"),)
