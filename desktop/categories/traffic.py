"""Road traffic accidents (domain brief 6.1)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

_VEHICLES = (
    Field("plate", "plate", N_("Plate")),
    Field("kind", "text", N_("Type of vehicle"), most=40, example="小型轿车"),
    Field("driver", "text", N_("Driver")),
    Field("licence", "text", N_("Driving licence"), most=60, example="C1，有效"),
    Field("alcohol", "text", N_("Alcohol"), most=60, example="未检出"),
    Field("owner", "text", N_("Owner")),
    Field("use", "text", N_("Used as"), help=N_("Own, lent, rented, affiliated, sold but not transferred, commercial."), example="自有"),
    Field("share", "text", N_("Responsibility"), help=N_("Full, main, equal, minor, none."), example="主要责任"),
    Field("insurer", "text", N_("Insurer")),
    Field("policy_number", "text", N_("Policy number")),
    Field("policy_until", "date", N_("Compulsory insurance until")),
    Field("third_party_limit", "money", N_("Limit of the commercial third-party insurance")),
    Field("no_deductible", "yes_no", N_("Without deductible")),
    Field("damage", "money", N_("Damage to the vehicle as assessed")),
)
_ROAD_USERS = (
    Field("name", "text", N_("Name"), required=True),
    Field("role", "text", N_("On the road as"), help=N_("Cyclist, pedestrian, passenger."), example="行人"),
    Field("share", "text", N_("Responsibility"), help=N_("Full, main, equal, minor, none."), example="次要责任"),
)
_INJURED = (
    Field("name", "text", N_("Name"), required=True),
    Field("injury", "text", N_("Injury"), most=500),
    Field("hospital", "text", N_("Hospital")),
    Field("admitted_on", "date", N_("Admitted on"), prefer="past"),
    Field("discharged_on", "date", N_("Discharged on"), prefer="past"),
    Field("surgeries", "text", N_("Operations"), most=500),
    Field("off_work_days", "integer", N_("Days off work"), least=0, most=7300),
    Field("care_days", "integer", N_("Days of nursing"), least=0, most=7300),
    Field("nutrition_days", "integer", N_("Days of extra food"), least=0, most=7300),
    Field("disability_grade", "text", N_("Grade of disability"), most=40, example="十级"),
    Field("disability_percent", "integer", N_("Disability in per cent"), least=1, most=100),
    Field("appraiser", "text", N_("Appraised by")),
    Field("appraised_on", "date", N_("Disability fixed on"), prefer="past"),
    Field("occupation", "text", N_("Occupation or industry")),
    Field("monthly_income", "money", N_("Monthly income")),
    Field("died_on", "date", N_("Day of death"), prefer="past"),
)
_DEPENDANTS = (
    Field("name", "text", N_("Name"), required=True),
    Field("of", "text", N_("Maintained by")),
    Field("birth_date", "date", N_("Date of birth"), prefer="past"),
    Field("relation", "text", N_("Relation"), most=40),
    Field("supporters", "integer", N_("Number of supporters"), least=1, most=20),
    Field("incapable", "yes_no", N_("Unable to work")),
)
_ADVANCES = (
    Field("payer", "text", N_("Paid by"), required=True),
    Field("amount", "money", N_("Amount"), required=True),
    Field("for", "text", N_("What for")),
)
_LOSSES = (
    Field("item", "text", N_("Item"), required=True, example="医疗费"),
    Field("amount", "money", N_("Amount"), required=True),
    Field("basis", "text", N_("Basis"), example="票据"),
)

CATEGORY = Category(
    key="traffic",
    label=N_("Road traffic accident"),
    moj_type="道路交通事故纠纷",
    facts=(
        Field("accident_on", "date", N_("Day of the accident"), prefer="past"),
        Field("accident_time", "text", N_("Time of the accident"), most=20, example="17:40"),
        Field("accident_place", "text", N_("Place of the accident"), example="国道110线卓资县十八台镇路段"),
        Field("weather", "text", N_("Weather"), most=60, example="小雪"),
        Field("determination_number", "text", N_("Number of the accident determination"), example="第150921420260012号"),
        Field("police_unit", "text", N_("Police unit that determined it"), example="卓资县公安局交通管理大队"),
        Field("determined_on", "date", N_("Determination served on"), prefer="past"),
        Field("reviewed", "text", N_("Review of the determination")),
        Field("criminal_case", "yes_no", N_("Is there a criminal case")),
        Field("vehicles", "table", N_("Vehicles"), rows=_VEHICLES),
        Field("road_users", "table", N_("Others on the road"), rows=_ROAD_USERS),
        Field("injured", "table", N_("Injured persons"), rows=_INJURED),
        Field("dependants", "table", N_("Dependants"), rows=_DEPENDANTS),
        Field("losses", "table", N_("Losses, item by item"), rows=_LOSSES),
        Field("injuries", "long_text", N_("Injuries")),
        Field("paid_so_far", "money", N_("Paid so far")),
        Field("advances", "table", N_("Advances and who paid them"), rows=_ADVANCES),
        Field("relief_fund", "money", N_("Advanced by the relief fund")),
    ),
    documents=(
        N_("Accident determination"),
        N_("Driving licence and vehicle licence"),
        N_("Insurance policies"),
        N_("Medical records and invoices"),
        N_("Medical advice on nursing and extra food"),
        N_("Appraisal of the disability"),
        N_("Proof of income and of absence from work"),
        N_("Household register and proof of dependants"),
        N_("Death certificate and cancelled registration"),
        N_("Receipts for travel and lodging"),
        N_("Assessment of the damage and repair invoices"),
    ),
)
