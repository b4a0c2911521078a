"""Labour disputes and wages of migrant workers (domain brief 6.2)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

CATEGORY = Category(
    key="labour",
    label=N_("Labour"),
    moj_type="其他劳动争议",
    facts=(
        Field("job", "text", N_("Job")),
        Field("workplace", "text", N_("Place of work")),
        Field("started_on", "date", N_("First day of work"), prefer="past"),
        Field("ended_on", "date", N_("Last day of work"), prefer="past"),
        Field("written_contract", "yes_no", N_("Is there a written contract")),
        Field("monthly_wage", "money", N_("Monthly wage")),
        Field("unpaid_months", "text", N_("Unpaid months"), example="2026年5月至7月"),
        Field("migrant_workers", "yes_no", N_("Are they migrant workers")),
        Field("project", "text", N_("Construction project")),
    ),
    documents=(N_("Labour contract"), N_("Wage slips or bank statements"), N_("Attendance records"), N_("Statement of wages owed")),
)
