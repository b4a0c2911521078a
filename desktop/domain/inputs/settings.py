"""The short sheets of the office: its people, courts, series, legal values, days off, code lists and copies."""

from db.vocabulary import CourtLevel, NumberKind, Regime, UserRole
from desktop.domain import words
from desktop.domain.court_practice import REFUSES
from desktop.domain.fields import Field
from desktop.domain.inputs.people import MEDIATOR, ORGANISATION
from desktop.i18n import N_

ACTIVE = Field("active", "yes_no", N_("Active"), help=N_("Who is not active takes no new case and stays in the old ones."), example=True)

MEDIATOR_CHANGED = (*MEDIATOR, ACTIVE)
"""A mediator's sheet, written again."""

ABSENCE = (
    Field("begins", "date", N_("First day away"), required=True),
    Field("ends", "date", N_("Last day away"), required=True, prefer="future"),
    Field("reason", "text", N_("Reason"), most=60, example="年休假"),
)

KIN = (
    Field("name", "text", N_("Name of the relative"), required=True, most=60, example="李某"),
    Field("relation", "text", N_("Relation"), most=20, example="配偶"),
    Field("id_number", "id_number", N_("Identity number"), example=""),
)

ORGANISATION_CHANGED = (
    *ORGANISATION,
    Field("code", "text", N_("Organisation code"), most=40, example=""),
    Field("seal_name", "text", N_("Name on the seal"), example=""),
    Field("parent", "text", N_("Belongs to"), help=N_("The name of the body that this studio or point belongs to."), example=""),
    ACTIVE,
)

USER = (
    Field("login", "text", N_("Login"), required=True, most=40, example="wang"),
    Field("name", "text", N_("Name"), required=True, most=60, example="王某"),
    Field("role", "choice", N_("Role"), required=True, choices=words.choices(UserRole), example="clerk"),
    Field("active", "yes_no", N_("May work here"), example=True),
)

COURT = (
    Field(
        "code", "text", N_("Court code"), required=True, most=40, help=N_("Its part of a case number, such as 内0102."), example="内0102"
    ),
    Field("name", "text", N_("Name of the court"), required=True, example="呼和浩特市新城区人民法院"),
    Field("level", "choice", N_("Level"), choices=words.choices(CourtLevel), example="basic"),
    Field("regime", "choice", N_("Court track"), choices=words.choices(Regime), help=N_("What new referrals of this court follow.")),
    Field("region_code", "text", N_("Region code"), most=12, example="150102"),
    Field("address", "text", N_("Address"), example=""),
    Field("phone", "phone", N_("Telephone"), example=""),
    Field(
        "asks",
        "words",
        N_("Wants with an application"),
        help=N_("What this court asks for besides the usual papers: names, or codes of the packet's list."),
        example=["调解笔录", "送达地址确认书"],
    ),
    Field(
        "refuses",
        "choices",
        N_("Does not confirm"),
        choices=REFUSES,
        help=N_("By experience with this court; the check warns of it."),
        example=[],
    ),
    Field("originals", "integer", N_("Originals of the agreement"), least=1, most=20, help=N_("Left empty: two."), example=""),
    Field("note", "text", N_("Note"), example=""),
)

_SERIES = Field("kind", "choice", N_("Series"), required=True, choices=words.choices(NumberKind), example="official")
_YEAR = Field("year", "integer", N_("Year"), required=True, least=1990, most=2199, example=2026)

START_AT = (
    _SERIES,
    _YEAR,
    Field(
        "next",
        "integer",
        N_("Next number"),
        required=True,
        least=1,
        most=999_999,
        help=N_("Where the paper register stands, plus one."),
        example=38,
    ),
)

RESERVE = (
    _SERIES,
    _YEAR,
    Field("count", "integer", N_("How many numbers"), required=True, least=1, most=500, example=10),
    Field(
        "holder",
        "text",
        N_("For whom"),
        required=True,
        most=60,
        help=N_("The computer or person that leaves the office."),
        example="巡回调解一号",
    ),
)

CLOSE_YEAR = (_YEAR,)

VOID_NUMBER = (Field("reason", "text", N_("Reason"), required=True, most=200, example="纸质登记簿写错"),)

LEGAL_VALUE = (
    Field("key", "text", N_("Key"), required=True, most=80, example="consumption.urban"),
    Field("value", "text", N_("Value"), required=True, most=60, example="38500"),
    Field("unit", "text", N_("Unit"), required=True, most=40, example="yuan_per_year"),
    Field("year", "integer", N_("Statistical year"), least=1949, most=2199, help=N_("Only for yearly figures."), example=2025),
    Field("valid_from", "date", N_("Valid from"), required=True, example="2026-01-01"),
    Field("valid_to", "date", N_("Valid to"), help=N_("Empty as long as it holds."), example="2026-12-31"),
    Field("region", "text", N_("Region code"), most=12, help=N_("Six figures; empty for the whole country."), example="150000"),
    Field(
        "source",
        "text",
        N_("Source"),
        required=True,
        most=200,
        help=N_("Name and number of the paper that says so."),
        example="内蒙古统计局2026年公布",
    ),
)

SPECIAL_DAY = (
    Field("day", "date", N_("Day"), required=True, example="2027-02-06"),
    Field("name", "text", N_("Name"), required=True, most=40, example="春节"),
    Field("working", "yes_no", N_("Working day"), help=N_("Yes for a weekend that is worked, no for a day off."), example=False),
    Field("source", "text", N_("Source"), most=200, example="国务院办公厅关于2027年部分节假日安排的通知"),
)

CAUSE = (
    Field("label", "text", N_("Cause"), required=True, most=80, example="民间借贷纠纷"),
    Field("category", "text", N_("Category"), most=40, help=N_("Empty for every category."), example="finance"),
    Field("edition", "text", N_("Edition"), required=True, most=20, example="2025"),
    Field("valid_from", "date", N_("Valid from"), example="2026-01-01"),
    Field("valid_to", "date", N_("Valid to")),
)

LOOKS_NOTE = N_("Takes effect at once, on this computer only.")

COPY = (
    Field("folder", "text", N_("Folder of the copy"), required=True, most=400, example=""),
    Field(
        "outside",
        "yes_no",
        N_("Outside this computer"),
        required=True,
        help=N_("Yes for a disk that is taken away or a share on another computer."),
        example=True,
    ),
)
