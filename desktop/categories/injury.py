"""Harm to persons and things that is neither of the road nor of treatment (domain brief 6.0, 6.5; PII)."""

from collections.abc import Iterator

from desktop.categories.category import Category, Facts, Group
from desktop.categories.parts import harm, harm_sums, suit
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

KINDS = (
    ("fight", N_("Fight or assault")),
    ("safety", N_("Public place that was not safe")),
    ("animal", N_("Animal")),
    ("helper", N_("Hurt while working for another")),
    ("school", N_("School or kindergarten")),
    ("product", N_("Product")),
    ("building", N_("Building, falling thing, pit")),
    ("sport", N_("Sport and play")),
    ("property", N_("Damage to things only")),
    ("reputation", N_("Insult and reputation")),
    ("other", N_("Other")),
)
_KINDS = spelt(fight="打架 殴打", animal="饲养动物", helper="提供劳务", school="校园", property="财产损害")
POLICE = (
    ("none", N_("Police not called")),
    ("called", N_("Police called")),
    ("mediated", N_("Mediated by the police without result")),
    ("punished", N_("Punished by the police")),
    ("criminal", N_("Criminal case")),
)
_POLICE = spelt(none="未报警", called="已报警", punished="治安处罚", criminal="刑事立案")

FACTS = (
    Group(
        "",
        (
            Field("kind", "choice", N_("Kind of harm"), choices=KINDS, also=_KINDS),
            Field("harmed_on", "date", N_("Day of the harm"), prefer="past", example="2025-03-05"),
            Field("harmed_at", "text", N_("Place of the harm")),
            Field("course", "long_text", N_("How it happened")),
            Field("done_by", "text", N_("Done by"), most=100),
            Field("share", "choice", N_("Responsibility of the respondent"), choices=harm.SHARES, also=harm.SHARES_SAID),
            Field("own_fault", "text", N_("Fault of who was harmed"), most=300),
            Field("police", "choice", N_("Police"), choices=POLICE, also=_POLICE),
        ),
    ),
    harm.INJURED_GROUP,
    Group(
        N_("Losses and payments"),
        (
            *harm.LOST_AND_PAID,
            Field("insurer", "text", N_("Insurer")),
            Field("policy_number", "text", N_("Policy number")),
        ),
    ),
    Group(
        N_("Who answers for it"),
        (
            Field("police_number", "text", N_("Number of the police paper"), most=60),
            Field("keeper", "text", N_("Keeper of the animal or owner of the place"), most=100),
            Field("guardians", "text", N_("Guardians of a minor"), most=100),
            Field("worked_for", "text", N_("For whom he worked"), most=100),
            Field("warned", "text", N_("Warnings and measures that were there"), most=300),
            Field("apology_wanted", "yes_no", N_("Is an apology wanted")),
        ),
    ),
    suit.group(*suit.APPRAISAL),
)


def _doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    day = facts.get("harmed_on")
    if day and around.happened_on and day != around.happened_on:
        yield Doubt("harmed_on", _("The day of the event in the case is another one: one of the two is a slip."), stops=False)
    if facts.get("police") == "criminal":
        sentence = _("A criminal case is not settled here: only the payment may be agreed, and the police or court must know.")
        yield Doubt("police", sentence, stops=False)
    if facts.get("kind") == "property" and plausible.said(facts.get("injured")):
        yield Doubt("kind", _("Only things were damaged, and yet injured persons are listed."))
    yield from harm.doubts(facts, around, day, _("the day of the harm"))
    yield from suit.doubts(facts, around)


CATEGORY = Category(
    key="injury",
    label=N_("Injury and damage"),
    moj_type="损害赔偿纠纷",
    groups=FACTS,
    documents=(
        N_("Police papers"),
        N_("Medical records and invoices"),
        N_("Medical advice on nursing and extra food"),
        N_("Appraisal of the disability"),
        N_("Proof of income and of absence from work"),
        N_("Household register and proof of dependants"),
        N_("Photos of the place"),
        N_("Repair invoices"),
        N_("Statements of witnesses"),
    ),
    doubts=_doubts,
    prefill=harm_sums.of_harm,
    claimed=harm_sums.claimed,
)
