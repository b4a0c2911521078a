"""The block of securities that the court's forms of loans, cards and sales share (forms brief 1.3 B 10 to 16, 1.5)."""

from collections.abc import Iterator

from desktop.categories.category import Facts, Group
from desktop.domain import plausible
from desktop.domain.fields import Field, spelt
from desktop.domain.plausible import Around, Doubt
from desktop.i18n import N_, _

KINDS = (
    ("guarantee_general", N_("Guarantee, general")),
    ("guarantee_joint", N_("Guarantee, joint and several")),
    ("mortgage", N_("Mortgage")),
    ("pledge", N_("Pledge")),
    ("other", N_("Other")),
)
_KINDS = spelt(guarantee_general="一般保证", guarantee_joint="连带责任保证 连带保证", mortgage="抵押", pledge="质押")
REGISTRATIONS = (
    ("formal", N_("Registered")),
    ("advance", N_("Advance notice registered")),
    ("none", N_("Not registered")),
)
_REGISTRATIONS = spelt(formal="是 正式登记", none="否 未登记", advance="预告登记")

GUARANTEES = (
    Field("kind", "choice", N_("Kind"), choices=KINDS, also=_KINDS, example="guarantee_joint"),
    Field("who", "text", N_("Given by"), required=True, example="李某某"),
    Field("what", "text", N_("What"), most=500, help=N_("The thing or right that is mortgaged or pledged, or what is guaranteed.")),
    Field("signed_on", "date", N_("Day of signing"), prefer="past", example="2025-01-05"),
    Field("registered", "choice", N_("Registered"), choices=REGISTRATIONS, also=_REGISTRATIONS, example="none"),
    Field("until", "date", N_("Period until"), example="2028-01-05"),
    Field("maximum", "yes_no", N_("For a highest sum"), help=N_("It secures all debts of a time up to a ceiling."), example=False),
    Field("determined_on", "date", N_("Debts fixed on"), help=N_("When the debts secured up to the ceiling are counted."), example=""),
    Field("ceiling", "money", N_("Ceiling"), example=""),
)

SECURITY = Group(
    N_("Guarantees and securities"),
    (
        Field("secured", "yes_no", N_("Is there a guarantee or security")),
        Field("guarantees", "table", N_("Guarantees, one by one"), rows=GUARANTEES, most=100),
        Field("guarantee", "long_text", N_("Guarantees"), help=N_("Main content of the contracts, where it matters.")),
        Field(
            "security_claimed", "text", N_("What is claimed of the securities"), most=500, example="对抵押房屋折价、拍卖、变卖所得优先受偿"
        ),
    ),
)


def doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
    """Securities that were denied and told all the same; a ceiling without its kind; a mortgage of a house that nobody registered."""
    denied = _("It was said that there is no security: either that or what stands below is a slip.")
    yield from plausible.contradicts(facts, "secured", "guarantees", "guarantee", "security_claimed", sentence=denied)
    for n, row in plausible.rows(facts, "guarantees"):
        at = f"guarantees.{n}."
        yield from plausible.in_order(GUARANTEES, row, "signed_on", "until", where=at)
        if row.get("maximum") is False and (plausible.said(row.get("ceiling")) or plausible.said(row.get("determined_on"))):
            yield Doubt(f"{at}maximum", _("A ceiling is told, but the security is said not to be for a highest sum."))
        if row.get("kind") in ("guarantee_general", "guarantee_joint") and row.get("registered") in ("formal", "advance"):
            yield Doubt(f"{at}registered", _("A guarantee of a person is not registered: mortgages and pledges are."))
        if row.get("kind") in ("mortgage", "pledge") and row.get("registered") == "none":
            sentence = _("It is not registered: whether the right came into being depends on what was given.")
            yield Doubt(f"{at}registered", sentence, stops=False)
