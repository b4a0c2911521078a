"""The sheet of what was typed into a platform: fields that are ticked."""

from desktop.domain.fields import Field
from desktop.i18n import N_

TICKS = (
    Field("platform", "text", N_("Platform"), most=40, help=N_("Left empty: the court's."), example="court"),
    Field("places", "words", N_("Fields"), most=2000, help=N_("Places of the copy sheet; left empty: all."), example=["parties.1.name"]),
    Field("entered", "yes_no", N_("Entered there"), help=N_("No takes the tick away."), example=True),
)
