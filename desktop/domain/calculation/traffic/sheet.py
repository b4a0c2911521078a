"""What is asked about a road accident beside its injured: vehicles, others on the road, damaged things, advances; and the conventions.

Source: domain brief 6.1 and 6.8; the insurer's form, forms brief 6.1.
"""

from desktop.domain.calculation import paying
from desktop.domain.calculation.calculator import Head, Option
from desktop.domain.calculation.personal_injury import sheet
from desktop.domain.fields import Field
from desktop.i18n import N_

DEGREES = (
    ("full", N_("full responsibility")),
    ("main", N_("main responsibility")),
    ("equal", N_("equal responsibility")),
    ("minor", N_("minor responsibility")),
    ("none", N_("no responsibility")),
)
ITEMS = (
    ("vehicle", N_("Damage to a vehicle")),
    ("towing", N_("Towing and rescue")),
    ("goods", N_("Other damaged things")),
    ("downtime", N_("Loss while a commercial vehicle stands still")),
)

_IN = (
    Field("side", "text", N_("Vehicle he was in"), most=40, help=N_("Its plate; empty: on foot or by bicycle."), example=""),
    Field("driver", "yes_no", N_("Did he drive it"), example=False),
    Field("free_ride", "yes_no", N_("Free ride in a non-commercial vehicle"), help=N_("Lowers the host's share."), example=False),
    Field(
        "own_percent", "decimal", N_("Own fault of a passenger"), least=0, most=100, help=N_("Per cent, e.g. without a belt."), example=""
    ),
    Field(
        "solatium_first", "yes_no", N_("Solatium first from the compulsory insurance"), help=N_("On the injured's request."), example=True
    ),
)
_VEHICLES = (
    Field("plate", "text", N_("Plate"), required=True, most=40, example="蒙J7K268"),
    Field("liable", "text", N_("Person liable"), most=100, help=N_("Driver or owner; empty: the side of this plate."), example="郭某某"),
    Field("degree", "choice", N_("Responsibility"), choices=DEGREES, example="main"),
    Field("percent", "decimal", N_("Share in per cent"), least=0, most=100, help=N_("Goes before the preset of its degree."), example=""),
    Field("insured", "yes_no", N_("Has compulsory insurance"), example=True),
    Field("insurer", "text", N_("Insurer"), most=200, example="某财产保险公司"),
    Field("commercial_limit", "money", N_("Limit of the third-party insurance"), example="1000000"),
    Field("commercial_insurer", "text", N_("Third-party insurer"), most=200, help=N_("Empty: the same."), example=""),
    Field("deductible", "decimal", N_("Deductible in per cent"), least=0, most=100, example="0"),
    Field(
        "seat_limit",
        "money",
        N_("Seat limit of a passenger"),
        help=N_("Seat insurance, for each who sat in it."),
        example="10000",
    ),
    Field(
        "driver_limit",
        "money",
        N_("Seat limit of the driver"),
        help=N_("Seat insurance; pays what he would bear himself."),
        example="10000",
    ),
    Field("seat_insurer", "text", N_("Seat insurer"), most=200, help=N_("Empty: the third-party insurer."), example=""),
    Field(
        "excluded", "yes_no", N_("Drunk, unlicensed or intentional"), help=N_("The insurer may recover, others do not pay."), example=False
    ),
)
_OTHERS = (
    Field("name", "text", N_("Name"), required=True, most=100, example="高某"),
    Field("degree", "choice", N_("Responsibility"), choices=DEGREES, example="minor"),
    Field("percent", "decimal", N_("Share in per cent"), least=0, most=100, example=""),
)
_PROPERTY = (
    Field("owner", "text", N_("Whose"), required=True, most=100, help=N_("A plate of the list, or a name."), example="高某"),
    Field("item", "choice", N_("Item"), choices=ITEMS, required=True, example="goods"),
    Field("what", "text", N_("What"), most=100, example="电动自行车"),
    Field("amount", "money", N_("Amount"), required=True, example="1800"),
)

INPUTS = (
    Field("accident_on", "date", N_("Day of the accident"), required=True, prefer="past", example="2023-10-05"),
    Field("people", "table", N_("Injured and killed"), rows=(*sheet.PERSON[:2], *_IN, *sheet.PERSON[2:]), most=50),
    Field("vehicles", "table", N_("Motor vehicles"), required=True, rows=_VEHICLES, most=20),
    Field("others", "table", N_("Others on the road"), help=N_("Cyclists, pedestrians."), rows=_OTHERS, most=20),
    Field("property", "table", N_("Damaged things"), rows=_PROPERTY, most=50),
    paying.ADVANCES,
)

ITEM_GROUPS = {"vehicle": "property", "towing": "property", "goods": "property", "downtime": "uninsured"}
BEARERS = (
    Head("compulsory", N_("Compulsory insurance pays"), False),
    Head("commercial", N_("Third-party insurance pays"), False),
    Head("seat", N_("Seat insurance pays"), False),
    Head("liable", N_("Those at fault pay themselves"), False),
    Head("own", N_("Borne by the injured himself"), False),
    Head("advanced", N_("Advanced or still unpaid"), False),
)
HEADS = (*sheet.HEADS, *(Head(key, label) for key, label in ITEMS), Head("share", N_("Shares"), False), *BEARERS)

OPTIONS = (
    *sheet.OPTIONS,
    Option(
        "solatium_insured",
        N_("Solatium and commercial insurance"),
        (("excluded", N_("not insured: who is at fault pays")), ("included", N_("insured"))),
        "excluded",
        N_("Most policies leave it out."),
    ),
    Option(
        "set_off",
        N_("Mutual debts of those at fault"),
        (("kept", N_("each is paid")), ("netted", N_("set off against each other"))),
        "kept",
    ),
    Option(
        "appraisal_insured",
        N_("Costs of the appraisal"),
        (("excluded", N_("not insured: who is at fault pays")), ("included", N_("paid by the commercial insurance"))),
        "excluded",
        N_("Insurance Act, art. 64: courts differ."),
    ),
    Option(
        "seat_payee",
        N_("Seat insurance is paid"),
        (("injured", N_("to the injured")), ("insured", N_("to who is liable, who pays the injured"))),
        "injured",
        N_("Insurance Act, art. 65; not every court settles the contract in the same case."),
    ),
)
