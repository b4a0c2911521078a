"""The sheet of a round of looking for disputes (排查)."""

from desktop.domain.fields import Field
from desktop.i18n import N_

SCREENING = (
    Field("day", "date", N_("Day"), required=True, prefer="past", example="2026-11-18"),
    Field("place", "text", N_("Place"), required=True, example="保合少镇某村"),
    Field("who", "text", N_("Who went"), required=True, example="王某、白某"),
    Field("found", "yes_no", N_("Something found"), required=True, help=N_("No makes it a nil report."), example=True),
    Field("lead", "long_text", N_("What was found"), most=2000, example="两户因草场边界发生争执。"),
    Field("people_count", "integer", N_("People concerned"), least=1, most=100_000, example=4),
    Field("handled", "text", N_("How it was dealt with"), example="当场劝解，约定下周调解"),
)
