"""Times of day as they are typed: 09:30, 930, 9.30."""

from datetime import time

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _


def parse(typed: str | None, field: str) -> time | None:
    """The time of day; None where nothing was typed, Refusal at the field for what is none."""
    if not typed or not typed.strip():
        return None
    word = texts.half_width(typed).strip().replace("：", ":").replace(".", ":")
    hour, _colon, minute = word.partition(":") if ":" in word else (word[:-2], ":", word[-2:])
    if hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60:
        return time(int(hour), int(minute))
    raise Refusal(_("“{text}” is not a time of day: type it as 09:30.").format(text=typed[:20]), field)
