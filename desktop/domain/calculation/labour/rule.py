"""The labour calculator: everything one worker claims when work ends or wages are owed (domain brief 6.2)."""

from collections.abc import Mapping
from typing import Any

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.labour import ending, overtime, sheet, wages
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """All claims of one worker; Refusal with every contradiction at its field."""
    wrong = [*ending.faults(given, book), *wages.faults(given, book), *overtime.faults(given, book)]
    if wrong:
        raise Refusal.of(wrong)
    doubled, of_double = wages.double(given, chosen, book)
    probation, of_probation = wages.probation(given, book)
    lines = [
        *wages.owed(given),
        *ending.lines(given, chosen, book),
        *doubled,
        *overtime.lines(given, chosen, book),
        *wages.leave(given, chosen, book),
        *probation,
    ]
    remarks = [*of_double, *of_probation]
    if given.get("below_cap") and given.get("ending") in ("severance", "unlawful"):
        remarks.append(_("Both sides agree that the wage is not above three times the local average: the cap was not reckoned."))
    if not lines and not remarks:
        raise Refusal.of([Fault("ending", _("Nothing is claimed: enter wages owed, the ending, overtime, leave or the like."))])
    return Worked(lines, remarks)


CALCULATOR = Calculator(
    key="labour",
    label=N_("Labour: ending and wages"),
    title=N_("Computation of claims of a worker"),
    inputs=sheet.INPUTS,
    heads=sheet.HEADS,
    work=work,
    options=sheet.OPTIONS,
    categories=("labour",),
    source=N_("Labour Contract Law and its regulation; Labour Law, art. 44; rules on annual leave"),
)
