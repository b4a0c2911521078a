"""The sheets by which a calculation is kept with a case, and by which what is claimed and agreed is entered beside what was computed."""

from desktop.domain.calculation import registry
from desktop.domain.fields import Field
from desktop.i18n import N_

AMOUNT = (
    Field("head", "text", N_("Head"), required=True, most=60, help=N_("Key or name of a head of this calculation."), example="medical"),
    Field("whose", "text", N_("Whose"), most=200, help=N_("Left out where the head is one person's."), example=""),
    Field("claimed", "money", N_("Claimed"), example="40000"),
    Field("agreed", "money", N_("Agreed"), example="38000"),
    Field("note", "text", N_("Note"), most=200, example=""),
)
_AMOUNTS = Field("amounts", "table", N_("Claimed and agreed"), rows=AMOUNT, most=500, example=[])
_PART = Field(
    "part_of_agreement",
    "yes_no",
    N_("Annex of the agreement"),
    help=N_("Otherwise every page says: for reference in the mediation, no evidence."),
    example=False,
)
_NOTE = Field("note", "long_text", N_("Note"), most=2000, example="")


def keeping() -> tuple[Field, ...]:
    """The sheet of `calculate`: one calculator's inputs under its key; without them its kind, and the facts of the case fill them in."""
    kinds = tuple((key, one.label) for key, one in registry.CALCULATORS.items())
    groups = tuple(Field(key, "group", one.label, rows=one.sheet()) for key, one in registry.CALCULATORS.items())
    return (
        Field("kind", "choice", N_("Calculation"), choices=kinds, help=N_("Only where no inputs are given: the facts of the case.")),
        *groups,
        _AMOUNTS,
        _PART,
        _NOTE,
        Field("reason", "text", N_("Reason"), most=200, help=N_("Why it is worked out anew; the older one stays listed."), example=""),
    )


KEEP = keeping()

AMOUNTS = (
    Field("number", "integer", N_("Number of the calculation"), least=1, help=N_("Empty: the last one."), example=""),
    _AMOUNTS,
    _PART,
    _NOTE,
)
