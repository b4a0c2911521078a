"""Road traffic accidents (domain brief 6.1)."""

from desktop.categories.category import Category
from desktop.domain.fields import Field
from desktop.i18n import N_

CATEGORY = Category(
    key="traffic",
    label=N_("Road traffic accident"),
    moj_type="道路交通事故纠纷",
    facts=(
        Field("accident_on", "date", N_("Day of the accident"), prefer="past"),
        Field("accident_time", "text", N_("Time of the accident"), most=20, example="17:40"),
        Field("accident_place", "text", N_("Place of the accident"), example="国道110线卓资县十八台镇路段"),
        Field("determination_number", "text", N_("Number of the accident determination"), example="第150921420260012号"),
        Field("police_unit", "text", N_("Police unit that determined it"), example="卓资县公安局交通管理大队"),
        Field(
            "vehicles",
            "table",
            N_("Vehicles"),
            rows=(
                Field("plate", "plate", N_("Plate")),
                Field("driver", "text", N_("Driver")),
                Field("share", "text", N_("Responsibility"), example="主要责任"),
                Field("insurer", "text", N_("Insurer")),
                Field("policy_number", "text", N_("Policy number")),
            ),
        ),
        Field("injuries", "long_text", N_("Injuries")),
        Field("paid_so_far", "money", N_("Paid so far")),
    ),
    documents=(
        N_("Accident determination"),
        N_("Driving licence and vehicle licence"),
        N_("Insurance policies"),
        N_("Medical records and invoices"),
    ),
)
