"""The minimum wage of a place, below which no base lies (劳动法 art 48; 最低工资规定 arts 2, 12; 劳动合同法实施条例 art 27).

The autonomous region sorts its banners into classes with a wage each: which class a banner is of is a legal value of the banner.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.labour.sheet import CLASSES
from desktop.domain.calculation.working import plain, shown
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

CLASS = "minimum_wage.class"


def at_least(amount: Decimal, given: Mapping[str, Any], book: Book, day: date) -> tuple[Decimal, str]:
    """The monthly amount, or the minimum wage of the day where that is higher, with the sentence that says so ('' where it is not).

    Where nobody knows the class of the place, an amount that reaches the highest minimum wage is above each of them; Refusal at
    `minimum_class` for a lower one, and naming the value where none is known for the day.
    """
    code = _class(given, book, day)
    least = (
        book.on(f"minimum_wage.month.{code}", day).number
        if code
        else max(book.number(f"minimum_wage.month.{one}", day) for one in dict(CLASSES))
    )
    if amount >= least:
        return amount, ""
    if not code:
        sentence = _(
            "{amount} yuan is below a minimum wage of {least} yuan, and of which class the region {region} is, is not known: choose it."
        )
        raise Refusal.of([Fault("minimum_class", sentence.format(amount=shown(amount), least=shown(least), region=book.region))])
    return least, _("{amount} yuan is below the minimum wage: {least} yuan counts").format(amount=shown(amount), least=shown(least))


def _class(given: Mapping[str, Any], book: Book, day: date) -> str:
    """The code of the class: as typed, else that of the region; '' where neither is known."""
    if given.get("minimum_class"):
        return str(given["minimum_class"])
    if not book.has(CLASS, day):
        return ""
    number = book.number(CLASS, day)
    code = f"class{plain(number)}"
    if code not in dict(CLASSES):
        sentence = _("The legal value {key} is {number} for the region {region}: there are classes 1 to 3.")
        raise Refusal.of([Fault("minimum_class", sentence.format(key=CLASS, number=plain(number), region=book.region))])
    return code
