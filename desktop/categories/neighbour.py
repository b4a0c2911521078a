"""Neighbours: water, way, air, light, noise, digging, leaks, animals (domain brief 6.0, 6.5)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import harm, suit
from desktop.domain import plausible
from desktop.domain.fields import Field
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

MATTERS = (
    ("water", N_("Water and drainage")),
    ("way", N_("Right of way")),
    ("air", N_("Ventilation")),
    ("light", N_("Light and sun")),
    ("pollution", N_("Noise, smoke, smell, waste")),
    ("digging", N_("Digging, building, danger to the house")),
    ("leak", N_("Water leaking from another's flat")),
    ("boundary", N_("Boundary, wall, eaves")),
    ("trees", N_("Trees and crops")),
    ("animals", N_("Animals")),
    ("shared", N_("Shared stairs, yard or roof")),
    ("quarrel", N_("Quarrel or insult")),
    ("other", N_("Other")),
)
REMEDIES = (
    ("stop", N_("Stop it")),
    ("remove", N_("Remove what is in the way")),
    ("restore", N_("Put it back as it was")),
    ("repair", N_("Repair")),
    ("prevent", N_("Take away the danger")),
    ("pay", N_("Pay for the damage")),
    ("apologise", N_("Apologise")),
)
PERMITS = (("yes", N_("Yes")), ("no", N_("No")), ("not_needed", N_("No permit needed")), ("unknown", N_("Unknown")))

FACTS = (
    Group(
        "",
        (
            Field("matter", "choice", N_("Matter"), choices=MATTERS, example="leak"),
            Field("own_place", "text", N_("House or flat of the applicant"), example="某小区2号楼1单元301"),
            Field("other_place", "text", N_("House or flat of the respondent"), example="某小区2号楼1单元401"),
            Field("since", "date", N_("Since"), prefer="past", example="2025-03-01"),
            Field("goes_on", "yes_no", N_("Does it go on")),
            Field("deed_told", "text", N_("How it happened"), most=500),
            Field("remedies", "choices", N_("What is asked"), choices=REMEDIES),
        ),
    ),
    Group(
        N_("Place and building"),
        (
            Field("relation", "text", N_("How they live to each other"), most=100, example="上下楼"),
            Field("neighbours_since", "date", N_("Neighbours since"), prefer="past", example="2011-01-01"),
            Field("built", "text", N_("What was built or put there"), most=300),
            Field("built_on", "date", N_("Built on"), prefer="past", example="2024-09-01"),
            Field("permit", "choice", N_("Is there a building permit"), choices=PERMITS),
            Field("custom", "text", N_("What has been the custom so far"), most=300),
            Field("inspected_on", "date", N_("Seen on the spot on"), prefer="past", example="2025-05-20"),
            Field("inspection", "text", N_("What was seen there"), most=500),
        ),
    ),
    Group(
        N_("Losses and payments"),
        (harm.LOSS_TABLE, harm.ADVANCE_TABLE, harm.PAID_SO_FAR, harm.INJURED_TABLE, harm.TREATMENT_TABLE),
    ),
    Group(
        N_("Earlier steps"),
        (
            Field("told_on", "date", N_("Other side first told on"), prefer="past", example="2025-05-03"),
            Field("mediated_before", "text", N_("Earlier mediation and its result"), most=300),
            Field("police", "text", N_("What the police did"), most=300),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    top = tuple(field for group in FACTS for field in group.facts)
    yield from plausible.in_order(top, facts, "since", "inspected_on")
    yield from plausible.in_order(top, facts, "since", "told_on", stops=False)
    if facts.get("permit") == "no" and facts.get("matter") in ("digging", "boundary", "light"):
        sentence = _("Building without a permit is for the competent office as well: the agreement must not allow it.")
        yield Doubt("permit", sentence, stops=False)
    yield from harm.doubts(facts, around, facts.get("since"), _("the day since when it is so"), strict=False)
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="neighbour",
    label=N_("Neighbours"),
    moj_type="邻里纠纷",
    groups=FACTS,
    documents=(
        N_("Proof of the house or flat"),
        N_("Photos of the place"),
        N_("Repair invoices"),
        N_("Medical records and invoices"),
        N_("Certificate of the gacha or village"),
    ),
    doubts=_doubts,
)
