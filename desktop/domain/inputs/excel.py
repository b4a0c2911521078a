"""The sheets that come in from a plain .xlsx, so that an office can begin in mid-year: organisations, mediators, running cases."""

from dataclasses import replace

from db.vocabulary import PartyKind, Source
from desktop.domain import words
from desktop.domain.excel_rows import Column
from desktop.domain.fields import Field
from desktop.domain.inputs.people import MEDIATOR, ORGANISATION
from desktop.i18n import N_

_ORGANISATION_HEADS = {
    "name": ("名称", "调解组织", "组织名称", "调解组织名称", "机构名称"),
    "short_name": ("简称", "编号简称", "字号简称"),
    "number_pattern": ("案号格式",),
    "kind": ("组织类型", "类型", "性质"),
    "mediation_type": ("调解类型",),
    "site": ("工作场所", "驻点"),
    "letterhead": ("文头",),
    "court": ("法院", "对接法院"),
    "region_code": ("区划代码", "行政区划"),
    "address": ("地址", "办公地址"),
    "phone": ("电话", "联系电话"),
}
_MEDIATOR_HEADS = {
    "name": ("姓名", "调解员", "调解员姓名"),
    "sex": ("性别",),
    "ethnic_group": ("民族",),
    "birth_date": ("出生日期", "出生年月日"),
    "id_number": ("身份证号", "身份证号码", "公民身份号码"),
    "phone": ("电话", "手机", "联系电话", "手机号"),
    "kind": ("调解员类型", "专兼职", "类型"),
    "certificate_number": ("证号", "调解员证号", "证件编号"),
    "employer": ("工作单位", "单位"),
    "residence": ("住址", "居住地址", "家庭住址"),
    "fields": ("擅长领域", "领域", "纠纷类别"),
    "languages": ("语言",),
    "valid_from": ("有效期起", "聘任日期"),
    "valid_to": ("有效期止", "聘期至"),
}


def _columns(sheet: tuple[Field, ...], heads: dict[str, tuple[str, ...]]) -> tuple[Column, ...]:
    return tuple(Column(field, heads.get(field.key, ())) for field in sheet)


def _side(which: str, label: str, called: str) -> tuple[Column, ...]:
    return (
        Column(Field(f"{which}_name", "text", label, required=True, most=200), (called, f"{called}姓名", f"{called}名称")),
        Column(Field(f"{which}_kind", "choice", N_("Kind"), choices=words.choices(PartyKind)), (f"{called}类型",)),
        Column(
            Field(f"{which}_number", "text", N_("Identity number or credit code"), most=60),
            (f"{called}证件号", f"{called}身份证号", f"{called}证件号码", f"{called}信用代码"),
        ),
        Column(Field(f"{which}_phone", "phone", N_("Telephone")), (f"{called}电话", f"{called}联系电话")),
        Column(Field(f"{which}_address", "text", N_("Usual residence"), most=200), (f"{called}住址", f"{called}地址")),
    )


# A running case of the paper register: what is needed to go on with it, with its own number and true days.
_CASE = (
    Column(Field("number", "text", N_("Official number"), most=60), ("案号", "卷号", "编号", "调解案号")),
    Column(Field("received_on", "date", N_("Day of the request"), required=True, prefer="past"), ("登记日期", "申请日期", "收案日期")),
    Column(Field("accepted_on", "date", N_("Day of acceptance"), prefer="past"), ("受理日期", "立案日期")),
    Column(Field("category", "text", N_("Category"), required=True, most=40), ("纠纷类别", "类别", "纠纷类型")),
    Column(Field("cause", "text", N_("Cause"), most=200), ("案由",)),
    *_side("applicant", N_("Applicant"), "申请人"),
    *_side("respondent", N_("Respondent"), "被申请人"),
    Column(Field("claim", "money", N_("Amount claimed")), ("标的额", "涉案金额", "金额")),
    Column(Field("summary", "long_text", N_("Brief facts of the dispute")), ("纠纷简要情况", "简要情况", "案情")),
    Column(Field("claims", "texts", N_("What the applicant asks for")), ("申请事项", "请求事项", "诉求")),
    Column(Field("source", "choice", N_("How it came"), choices=words.choices(Source)), ("案件来源", "来源")),
    Column(Field("mediator", "text", N_("Presiding mediator"), most=100), ("调解员", "承办人")),
    Column(Field("assigned_on", "date", N_("Day of assignment"), prefer="past"), ("指派日期",)),
)

KINDS: dict[str, tuple[Column, ...]] = {
    "organisation": _columns(ORGANISATION, _ORGANISATION_HEADS),
    "mediator": (
        *_columns(tuple(replace(field, example=None) for field in MEDIATOR), _MEDIATOR_HEADS),
        Column(Field("organisation", "text", N_("Organisation"), most=200), ("调解组织", "所属组织", "所在调解组织")),
    ),
    "case": _CASE,
}
