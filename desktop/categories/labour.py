"""Labour disputes and wages of migrant workers (domain brief 6.2)."""

from collections.abc import Mapping
from typing import Any

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

_OWED_TO_MIGRANTS, _OTHERS = "拖欠农民工工资", "其他劳动争议"
_WAGES = ("追索劳动报酬纠纷", "劳务合同纠纷")  # a cause of these is counted by whose wages they are (domain brief 6.0)


def _counts_as(cause: str, facts: Mapping[str, Any]) -> str:
    migrants = facts.get("migrant_workers")
    if migrants is None or cause not in _WAGES:
        return ""
    return _OWED_TO_MIGRANTS if migrants else _OTHERS


CATEGORY = Category(
    key="labour",
    label=N_("Labour"),
    moj_type=_OTHERS,
    facts=(
        Field("employer", "text", N_("Employer")),
        Field("employer_code", "uscc", N_("Unified social credit code of the employer")),
        Field(
            "employer_part",
            "text",
            N_("Part in the project"),
            help=N_("Main contractor, subcontractor, labour company."),
            example="劳务公司",
        ),
        Field("job", "text", N_("Job")),
        Field("workplace", "text", N_("Place of work")),
        Field("started_on", "date", N_("First day of work"), prefer="past"),
        Field("ended_on", "date", N_("Last day of work"), prefer="past"),
        Field("ended_by", "text", N_("Ended by whom and why"), most=500),
        Field("notice", "text", N_("Notice given"), most=200),
        Field("written_contract", "yes_no", N_("Is there a written contract")),
        Field("contract_term", "text", N_("Type and term of the contract")),
        Field("monthly_wage", "money", N_("Monthly wage")),
        Field("wage_paid_by", "text", N_("How the wage was paid"), most=60),
        Field("hours", "text", N_("Working hours")),
        Field("social_insurance", "text", N_("Social insurance")),
        Field(
            "wages",
            "table",
            N_("Wages of the last twelve months"),
            rows=(Field("month", "text", N_("Month"), required=True, most=20, example="2026-05"), Field("amount", "money", N_("Amount"))),
            most=24,
        ),
        Field("unpaid_months", "text", N_("Unpaid months"), example="2026年5月至7月"),
        Field("overtime", "text", N_("Overtime and its records"), most=500),
        Field("leave_days", "integer", N_("Annual leave in days"), least=0, most=60),
        Field("leave_taken", "integer", N_("Annual leave taken"), least=0, most=60),
        Field("injury", "text", N_("Injury at work: recognised, grade"), most=500),
        Field(
            "demands",
            "table",
            N_("Demands"),
            rows=(Field("item", "text", N_("Item"), required=True, example="经济补偿金"), Field("amount", "money", N_("Amount"))),
        ),
        Field("migrant_workers", "yes_no", N_("Are they migrant workers")),
        Field("project", "text", N_("Construction project")),
        Field("gang_leader", "text", N_("Gang leader")),
        Field("workers", "integer", N_("Number of workers"), least=1, most=100_000),
    ),
    documents=(
        N_("Labour contract"),
        N_("Work card"),
        N_("Attendance records"),
        N_("Wage slips or bank statements"),
        N_("Chat records"),
        N_("Notice of dismissal"),
        N_("Statement of wages owed"),
        N_("Wage list of the gang with signatures"),
    ),
    counts_as=_counts_as,
)
