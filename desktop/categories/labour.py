"""Labour disputes and wages of migrant workers (domain brief 6.2; the court's form, forms brief 1.3 D)."""

from collections.abc import Iterator
from datetime import timedelta

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import suit, work_sums
from desktop.categories.parts.harm import GRADES
from desktop.domain import dates, plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

_OWED_TO_MIGRANTS, _OTHERS = "拖欠农民工工资", "其他劳动争议"
_WAGES = ("追索劳动报酬纠纷", "劳务合同纠纷")  # a cause of these is counted by whose wages they are (domain brief 6.0)

PARTS = (
    ("employer", N_("Employer itself")),
    ("developer", N_("Developer")),
    ("main_contractor", N_("Main contractor")),
    ("subcontractor", N_("Subcontractor")),
    ("labour_company", N_("Labour company")),
    ("person", N_("Person who took the work on")),
)
_PARTS = spelt(
    employer="用人单位", developer="建设单位", main_contractor="施工总包 总包单位", subcontractor="分包单位",
    labour_company="劳务公司", person="包工头 个人承包",
)  # fmt: skip
TERMS = (
    ("fixed", N_("For a fixed term")),
    ("open", N_("Without a fixed term")),
    ("task", N_("Until a task is done")),
    ("part_time", N_("Part time")),
    ("dispatch", N_("Sent by a labour dispatcher")),
)
HOURS = (
    ("standard", N_("Standard hours")),
    ("comprehensive", N_("Hours counted over a longer period")),
    ("flexible", N_("Irregular hours")),
)
PAY_WAYS = (
    ("transfer", N_("By transfer")),
    ("cash", N_("In cash")),
    ("both", N_("Partly in cash")),
    ("other", N_("Otherwise")),
)
_PAY_WAYS = spelt(transfer="银行转账 银行代发 微信转账", cash="现金", both="转账加现金")
INSURANCES = (
    ("pension", N_("Old-age insurance")),
    ("health", N_("Health insurance")),
    ("injury", N_("Work-injury insurance")),
    ("unemployment", N_("Unemployment insurance")),
    ("maternity", N_("Maternity insurance")),
)
ENDINGS = (
    ("running", N_("The work goes on")),
    ("dismissed", N_("The employer ended it")),
    ("resigned", N_("The worker left for reasons of his own")),
    ("rescinded", N_("The worker ended it because the employer broke the law")),
    ("agreed", N_("Both agreed to end it")),
    ("expired", N_("The term ran out")),
    ("task_done", N_("The task was done")),
    ("other", N_("Otherwise")),
)
RECOGNISED = (
    ("yes", N_("Recognised as a work injury")),
    ("no", N_("Not recognised")),
    ("pending", N_("Asked for")),
    ("not_asked", N_("Not asked for")),
)
ITEMS = (  # the claim rows of the court's form, and what is often asked besides
    ("wages", N_("Wages")),
    ("double_wage", N_("Double wage without a written contract")),
    ("overtime", N_("Overtime pay")),
    ("leave", N_("Pay for leave not taken")),
    ("insurance_loss", N_("Loss from unpaid social insurance")),
    ("severance", N_("Severance")),
    ("unlawful_dismissal", N_("Damages for unlawful dismissal")),
    ("notice_pay", N_("Pay in place of notice")),
    ("injury_benefits", N_("Work-injury benefits")),
    ("relation", N_("Establishing the employment")),
    ("papers", N_("Papers on leaving")),
    ("other", N_("Other")),
)
_ITEMS = spelt(
    wages="工资 劳动报酬", double_wage="双倍工资 二倍工资", overtime="加班费", leave="未休年休假工资", insurance_loss="社会保险损失",
    severance="经济补偿金 经济补偿", unlawful_dismissal="赔偿金", notice_pay="代通知金", injury_benefits="工伤待遇",
)  # fmt: skip
RESULTS = (
    ("pending", N_("Still pending")),
    ("not_accepted", N_("Not accepted")),
    ("award", N_("Award")),
    ("mediated", N_("Settled there")),
    ("withdrawn", N_("Withdrawn")),
)

WAGES = (Field("month", "text", N_("Month"), required=True, most=20, example="2026-05"), Field("amount", "money", N_("Amount")))
DEMANDS = (
    Field("item", "choice", N_("Item"), required=True, choices=ITEMS, also=_ITEMS),
    Field("amount", "money", N_("Amount")),
    Field("details", "text", N_("Details"), most=300, example="2026年5月至7月"),
)

FACTS = (
    Group(
        "",
        (
            Field("employer", "text", N_("Employer")),
            Field("employer_code", "uscc", N_("Unified social credit code of the employer")),
            Field("migrant_workers", "yes_no", N_("Are they migrant workers")),
            Field("job", "text", N_("Job")),
            Field("workplace", "text", N_("Place of work")),
            Field("started_on", "date", N_("First day of work"), prefer="past", example="2023-03-01"),
            Field("ended_on", "date", N_("Last day of work"), prefer="past", example="2025-08-31"),
            Field("monthly_wage", "money", N_("Monthly wage")),
            Field("demands", "table", N_("Demands"), rows=DEMANDS, most=200),
        ),
    ),
    Group(
        N_("Contract and insurance"),
        (
            Field("written_contract", "yes_no", N_("Is there a written contract")),
            Field("contract_name", "text", N_("Name of the contract"), example="劳动合同书"),
            Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2023-03-01"),
            Field("signed_at", "text", N_("Place of signing")),
            Field("contract_kind", "choice", N_("Kind of contract"), choices=TERMS),
            Field("contract_from", "date", N_("Contract from"), prefer="past", example="2023-03-01"),
            Field("contract_to", "date", N_("Contract to"), example="2026-02-28"),
            Field("contract_term", "text", N_("Type and term of the contract"), help=N_("As it is told.")),
            Field("insurances", "choices", N_("Insured in"), choices=INSURANCES),
            Field("insured_from", "date", N_("Insured since"), prefer="past", example="2023-04-01"),
            Field("social_insurance", "text", N_("Social insurance")),
        ),
    ),
    Group(
        N_("Wages and hours"),
        (
            Field("wage_parts", "text", N_("What the agreed wage is made of"), most=300, example="基本工资4000元，岗位工资1000元"),
            Field("wage_paid", "money", N_("Monthly wage really paid")),
            Field("wage_paid_parts", "text", N_("What the wage really paid is made of"), most=300),
            Field("wage_paid_by", "choice", N_("How the wage was paid"), choices=PAY_WAYS, also=_PAY_WAYS),
            Field("wages", "table", N_("Wages of the last twelve months"), rows=WAGES, most=24),
            Field("unpaid_months", "text", N_("Unpaid months"), example="2026年5月至7月"),
            Field("unpaid_from", "date", N_("Unpaid from"), prefer="past", example="2025-05-01"),
            Field("unpaid_to", "date", N_("Unpaid up to"), prefer="past", example="2025-07-31"),
            Field("unpaid_amount", "money", N_("Wages owed")),
            Field("hours_system", "choice", N_("System of hours"), choices=HOURS),
            Field("hours", "text", N_("Working hours")),
            Field("overtime_base", "text", N_("Base and way of overtime pay"), most=300),
            Field("overtime", "text", N_("Overtime and its records"), most=500),
            Field("overtime_workdays", "decimal", N_("Overtime hours on working days"), least=0, most=10_000, example="20"),
            Field("overtime_rest_days", "decimal", N_("Overtime hours on rest days"), least=0, most=10_000, example="16"),
            Field("overtime_holidays", "decimal", N_("Overtime hours on holidays"), least=0, most=10_000, example="8"),
            Field("overtime_paid", "money", N_("Overtime pay received")),
            Field(
                "work_years", "integer", N_("Years of work in all"), least=0, most=60, help=N_("With all employers: the leave follows it.")
            ),
            Field("leave_days", "integer", N_("Annual leave in days"), least=0, most=60, example=5),
            Field("leave_taken", "integer", N_("Annual leave taken"), least=0, most=60, example=3),
        ),
    ),
    Group(
        N_("How it ended"),
        (
            Field("ending", "choice", N_("How the work ended"), choices=ENDINGS, example="dismissed"),
            Field("ended_by", "text", N_("Ended by whom and why"), most=500),
            Field("notice", "text", N_("Notice given"), most=200),
            Field("severance_paid", "money", N_("Severance or damages already paid")),
        ),
    ),
    Group(
        N_("Injury at work"),
        (
            Field("injured_on", "date", N_("Day of the injury"), prefer="past", example="2025-06-01"),
            Field("injury_recognised", "choice", N_("Recognition as a work injury"), choices=RECOGNISED),
            Field("recognised_on", "date", N_("Day of the decision on it"), prefer="past", example="2025-07-15"),
            Field("recognition_number", "text", N_("Number of the decision on it"), most=60),
            Field("labour_grade", "choice", N_("Grade of working ability"), choices=GRADES, example="10"),
            Field("graded_on", "date", N_("Graded on"), prefer="past", example="2025-08-20"),
            Field("injury_costs", "money", N_("Cost of treatment")),
            Field("pay_during_leave", "money", N_("Monthly pay while off work")),
            Field("injury", "text", N_("Injury at work: recognised, grade"), most=500),
        ),
    ),
    Group(
        N_("Migrant workers and project"),
        (
            Field("project", "text", N_("Construction project")),
            Field("employer_part", "choice", N_("Part in the project"), choices=PARTS, also=_PARTS, example="labour_company"),
            Field("main_contractor", "text", N_("Main contractor")),
            Field("gang_leader", "text", N_("Gang leader")),
            Field("workers", "integer", N_("Number of workers"), least=1, most=100_000),
            Field("wage_list", "yes_no", N_("Is there a wage list with signatures")),
            Field("settled_on", "date", N_("Wages settled on"), prefer="past", example="2025-09-10"),
            Field("wage_account", "yes_no", N_("Is there a special account for the wages")),
        ),
    ),
    Group(
        N_("Arbitration of labour disputes"),
        (
            Field("arbitration_body", "text", N_("Arbitration commission"), example="呼和浩特市新城区劳动人事争议仲裁委员会"),
            Field("arbitration_asked_on", "date", N_("Asked for on"), prefer="past", example="2025-09-20"),
            Field("arbitration_claims", "text", N_("What was asked there"), most=500),
            Field("arbitration_result", "choice", N_("Result of the arbitration"), choices=RESULTS),
            Field("arbitration_paper", "text", N_("Number of its paper"), most=60),
            Field("arbitration_served_on", "date", N_("Its paper was served on"), prefer="past", example="2025-10-30"),
        ),
    ),
    suit.group(),
)


def _counts_as(cause: str, facts: Facts) -> str:
    migrants = facts.get("migrant_workers")
    if migrants is None or cause not in _WAGES:
        return ""
    return _OWED_TO_MIGRANTS if migrants else _OTHERS


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    for keys in (
        ("started_on", "ended_on"), ("contract_from", "contract_to"), ("unpaid_from", "unpaid_to"), ("started_on", "unpaid_to"),
        ("started_on", "injured_on", "recognised_on"), ("injured_on", "graded_on"), ("arbitration_asked_on", "arbitration_served_on"),
    ):  # fmt: skip
        yield from plausible.in_order(top, facts, *keys)
    yield from plausible.in_order(top, facts, "started_on", "insured_from", stops=False)
    denied = _("It was said that there is no written contract, and yet its day is told.")
    yield from plausible.contradicts(facts, "written_contract", "signed_on", "contract_from", sentence=denied)
    if facts.get("ending") == "running" and facts.get("ended_on"):
        yield Doubt("ended_on", _("The work goes on, and yet a last day is told."))
    if facts.get("injury_recognised") in ("no", "pending", "not_asked") and facts.get("labour_grade"):
        yield Doubt("labour_grade", _("A grade follows only a recognised work injury."), stops=False)
    leave, taken = facts.get("leave_days"), facts.get("leave_taken")
    if leave is not None and taken is not None and taken > leave:
        yield Doubt("leave_taken", _("More leave was taken than there was."), stops=False)
    if leave not in (None, 0, 5, 10, 15):
        yield Doubt("leave_days", _("The law gives 5, 10 or 15 days; more where the contract says so (leave rules 3)."), stops=False)
    if facts.get("migrant_workers") is False and plausible.said(facts.get("project")):
        yield Doubt("migrant_workers", _("There is a construction project: are they really no migrant workers?"), stops=False)
    yield from _limits(facts, around)
    yield from suit.doubts(facts, around)


def _limits(facts: Facts, around: Around) -> Iterator[Doubt]:
    """The year for arbitration and the fifteen days for a suit after it (labour arbitration law 27, 48, 50)."""
    ended, asked = facts.get("ended_on"), around.received_on or around.today
    if ended and not facts.get("arbitration_asked_on") and dates.add_months(ended, 12) < asked:
        sentence = _("More than a year has passed since the work ended: the limit for arbitration may be over (labour arbitration law 27).")
        yield Doubt("ended_on", sentence, stops=False)
    served = facts.get("arbitration_served_on")
    if served and facts.get("arbitration_result") == "award" and served + timedelta(days=15) < around.today:
        sentence = _("Fifteen days have passed since the award was served: it may be final (labour arbitration law 48, 50).")
        yield Doubt("arbitration_served_on", sentence, stops=False)


CATEGORY = Category(
    key="labour",
    label=N_("Labour"),
    moj_type=_OTHERS,
    groups=FACTS,
    documents=(
        N_("Labour contract"),
        N_("Work card"),
        N_("Attendance records"),
        N_("Wage slips or bank statements"),
        N_("Chat records"),
        N_("Notice of dismissal"),
        N_("Statement of wages owed"),
        N_("Wage list of the gang with signatures"),
        N_("Papers of the arbitration"),
        N_("Decision on the work injury and its grade"),
    ),
    counts_as=_counts_as,
    doubts=_doubts,
    prefill=work_sums.sheet,
    claimed=work_sums.claimed,
)
