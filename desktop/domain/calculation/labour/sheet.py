"""What is asked of one worker, the heads and the conventions that differ (domain brief 6.2 and 6.8)."""

from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.fields import Field
from desktop.i18n import N_

ENDINGS = (
    ("severance", N_("severance is due")),
    ("unlawful", N_("unlawful dismissal")),
    ("none", N_("nothing is due for the ending")),
)
CLASSES = (("class1", N_("class I")), ("class2", N_("class II")), ("class3", N_("class III")))
OVERTIME = (
    ("weekday", N_("on working days")),
    ("rest", N_("on rest days, without substitute leave")),
    ("holiday", N_("on statutory holidays")),
)

_WAGES = (
    Field("month", "text", N_("Month"), required=True, most=20, example="2026-05"),
    Field("amount", "money", N_("Wage of the month, gross"), required=True, example="6000"),
    Field("overtime", "money", N_("Overtime pay in it"), example=""),
)
_OWED = (
    Field("what", "text", N_("Month or period"), required=True, most=60, example="2026年5月"),
    Field("earned", "money", N_("Earned"), required=True, example="6000"),
    Field("paid", "money", N_("Paid"), example="2000"),
)
_OVERTIME = (
    Field("kind", "choice", N_("Kind of overtime"), choices=OVERTIME, help=N_("Empty: by the calendar of the day."), example="rest"),
    Field("day", "date", N_("Day of the overtime"), prefer="past", help=N_("Empty: of several days."), example="2025-06-14"),
    Field("hours", "decimal", N_("Hours"), required=True, least=0, most=10_000, example="8"),
    Field("paid", "money", N_("Paid for it"), example=""),
    Field("when", "text", N_("Time of the overtime"), most=100, example="18时至次日2时"),
)
_LEAVE = (
    Field("year", "integer", N_("Year"), required=True, least=2008, most=2199, example=2025),
    Field("taken", "integer", N_("Days taken"), least=0, most=60, example=2),
    Field("entitled", "integer", N_("Days a year"), least=0, most=60, help=N_("Empty: by the whole working life."), example=""),
)

INPUTS = (
    Field("name", "text", N_("Name of the worker"), required=True, most=100, example="白某"),
    Field("started_on", "date", N_("First day of work"), required=True, prefer="past", example="2020-01-01"),
    Field("ended_on", "date", N_("Last day of work"), prefer="past", help=N_("Empty: still at work."), example="2025-07-31"),
    Field("ending", "choice", N_("For the ending"), choices=ENDINGS, help=N_("Once work has ended."), example="severance"),
    Field("notice_due", "yes_no", N_("A month's wage instead of notice"), help=N_("Labour Contract Law, art. 40."), example=False),
    Field("monthly_wage", "money", N_("Monthly wage"), help=N_("For double wage, overtime and leave."), example="6000"),
    Field("wages", "table", N_("Wages of the last twelve months"), rows=_WAGES, most=24, help=N_("Or their average, below."), example=[]),
    Field("average_wage", "money", N_("Average of the last twelve months"), example="6000"),
    Field("last_month_wage", "money", N_("Wage of the month before"), help=N_("Empty: the last of the list."), example="6000"),
    Field(
        "minimum_class", "choice", N_("Class of the minimum wage"), choices=CLASSES, help=N_("Empty: that of the region."), example="class1"
    ),
    Field(
        "below_cap",
        "yes_no",
        N_("Agreed to lie below the cap"),
        help=N_("Both sides: the wage is not above three times the local average."),
        example=False,
    ),
    Field("earlier_months", "decimal", N_("Months before 2008"), least=0, most=60, help=N_("By the rules of then."), example=""),
    Field("owed", "table", N_("Wages in arrears"), rows=_OWED, most=200),
    Field(
        "order_percent",
        "decimal",
        N_("Additional compensation in per cent"),
        help=N_("50 to 100, only where the labour authority ordered payment in vain."),
        example="",
    ),
    Field("no_contract", "yes_no", N_("Without a written contract"), example=False),
    Field("contract_signed_on", "date", N_("Contract signed on"), prefer="past", help=N_("Empty: never."), example=""),
    Field("overtime", "table", N_("Overtime"), rows=_OVERTIME, most=200),
    Field("overtime_base", "money", N_("Monthly base of overtime"), help=N_("Empty: the monthly wage."), example=""),
    Field("first_work_on", "date", N_("Began to work in life on"), prefer="past", help=N_("For the days of leave."), example="2012-03-01"),
    Field("leave", "table", N_("Annual leave, year by year"), rows=_LEAVE, most=20),
    Field("leave_base", "money", N_("Monthly base of leave"), help=N_("Without overtime pay; empty: the monthly wage."), example=""),
    Field("contract_months", "integer", N_("Term of the contract in months"), least=0, most=600, help=N_("0: without a term."), example=24),
    Field("probation_months", "decimal", N_("Probation that was worked, in months"), least=0, most=60, example="3"),
    Field("full_wage", "money", N_("Wage after the probation"), help=N_("Empty: the monthly wage."), example=""),
)

HEADS = (
    Head("wages", N_("Wages in arrears")),
    Head("additional", N_("Additional compensation")),
    Head("severance", N_("Economic compensation")),
    Head("unlawful", N_("Compensation for unlawful dismissal")),
    Head("notice", N_("Wage instead of notice")),
    Head("double", N_("Double wage without a contract")),
    Head("overtime", N_("Overtime")),
    Head("leave", N_("Untaken annual leave")),
    Head("probation", N_("Compensation for unlawful probation")),
)

OPTIONS = (
    Option(
        "severance_base",
        N_("Base of severance"),
        (("with", N_("with overtime pay")), ("without", N_("without overtime pay"))),
        "with",
        N_("Both occur in judgments."),
    ),
    Option(
        "average",
        N_("Average wage for the cap"),
        (("city", N_("of the prefecture or banner")), ("region", N_("of the autonomous region"))),
        "city",
        N_("The law means that of the city with districts; the region's where it was not published."),
    ),
    Option(
        "begun_month",
        N_("Double wage of a begun month"),
        (
            ("weekdays", N_("share of its working days")),
            ("paid_days", N_("month ÷ 21.75 × working days")),
            ("calendar", N_("share of its days")),
            ("whole", N_("a whole month")),
        ),
        "weekdays",
    ),
    Option(
        "holiday_pay",
        N_("Work on statutory holidays"),
        (("holiday", N_("300 per cent")), ("holiday_on_top", N_("200 per cent beside the monthly wage"))),
        "holiday",
        N_("Both occur in judgments."),
    ),
    Option(
        "leave_pay",
        N_("Untaken leave"),
        (("pay_on_top", N_("200 per cent beside the wage that was paid")), ("pay", N_("300 per cent"))),
        "pay_on_top",
        N_("Both occur in judgments."),
    ),
)
