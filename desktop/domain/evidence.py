"""What evidence a case has, what is missing and until when (容缺), and which originals are still here."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.evidence import Evidence


def missing(case: "Case") -> "list[Evidence]":
    """What was taken in as missing and has not come yet, the first day first (with `evidence` loaded)."""
    waiting = [one for one in case.evidence if one.missing_until is not None and one.received_on is None]
    return sorted(waiting, key=lambda one: (one.missing_until or date.max, one.ordinal))


def has(case: "Case", kind: str) -> bool:
    """Whether something of this kind has been handed in: what ticks 有 or 无 in an element form."""
    return any(one.kind == kind and (one.received_on is not None or one.missing_until is None) for one in case.evidence)


def held(case: "Case") -> "list[Evidence]":
    """The originals that were taken in and not given back."""
    return [one for one in case.evidence if one.original and one.returned_on is None and one not in missing(case)]


def require_days(
    received_on: date | None, returned_on: date | None, missing_until: date | None, original: bool, today: date, at: str = ""
) -> None:
    """Refusal where the days of a piece of evidence cannot be so; `at` stands before the field (`evidence.0.`)."""
    if received_on is not None and received_on > today:
        raise Refusal(_("The day of receipt lies in the future: enter what has been handed in."), f"{at}received_on")
    if returned_on is not None and returned_on > today:
        raise Refusal(_("The day of return lies in the future: enter what has been given back."), f"{at}returned_on")
    if returned_on is not None and received_on is not None and returned_on < received_on:
        raise Refusal(_("It cannot be given back before it was received."), f"{at}returned_on")
    if returned_on is not None and received_on is None and missing_until is not None:
        raise Refusal(_("It is still missing: enter the day of receipt first."), f"{at}returned_on")
    if returned_on is not None and not original:
        raise Refusal(_("Only an original is given back."), f"{at}returned_on")
