"""The last day of a period: from the day of an event, which is not counted, moved on where it is a day off (民法典 201 to 203).

The periods of the law come from the table of deadlines by their key; any other is typed as a number of days, working days, months or years.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.domain import deadlines
from desktop.domain.calculation import last_day
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Worked
from desktop.domain.calculation.result import Line
from desktop.domain.fields import Field
from desktop.domain.law import Value
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

PRESETS = (
    ("mediation.people", N_("People's mediation: to be ended")),
    ("mediation.pre_filing_2016", N_("Mediation a court referred before filing: to be ended")),
    ("mediation.file_first_2025.ordinary", N_("Mediation after filing, ordinary procedure: to be ended")),
    ("mediation.file_first_2025.summary", N_("Mediation after filing, summary procedure: to be ended")),
    ("mediation.medical", N_("Medical dispute: mediation to be ended")),
    ("mediation.labour", N_("Labour dispute: mediation to be ended")),
    ("proposal.objection", N_("Objection to a no-objection plan")),
    ("confirmation.application", N_("Joint application for judicial confirmation")),
    ("confirmation.ruling", N_("The court rules on the confirmation")),
    ("confirmation.party_objection", N_("A party's objection to the ruling of confirmation")),
    ("confirmation.third_party_objection", N_("A third person's objection to the ruling of confirmation")),
    ("court.filing", N_("The court files the suit")),
    ("court.answer", N_("Answer to a suit")),
    ("appeal.judgment", N_("Appeal against a judgment")),
    ("appeal.ruling", N_("Appeal against a ruling")),
    ("arbitration.suit", N_("Suit after a labour award")),
    ("enforcement.application", N_("Application for enforcement")),
    ("traffic.review", N_("Review of an accident determination")),
    ("traffic.police_application", N_("Application for mediation by the police")),
    ("traffic.to_police", N_("To the police after a committee ended the mediation")),
    ("divorce.cooling_off", N_("Cooling-off period of a divorce")),
    ("divorce.certificate", N_("To fetch the certificate of divorce")),
)
UNITS = (("days", N_("days")), ("working_days", N_("working days")), ("months", N_("months")), ("years", N_("years")))
INPUTS = (
    Field(
        "event_on", "date", N_("Day that begins the period"), required=True, help=N_("Service, receipt, effect ...: it is not counted."),
        example="2024-02-02",
    ),
    Field("event", "text", N_("What happened on it"), most=60, example="收到判决书"),
    Field("preset", "choice", N_("Period of the law"), choices=PRESETS, help=N_("Empty: enter it below."), example="appeal.judgment"),
    Field("length", "integer", N_("Length"), least=1, most=36_500, help=N_("Only where no period of the law is chosen."), example=""),
    Field("unit", "choice", N_("Unit of the length"), choices=UNITS, example=""),
)  # fmt: skip
HEADS = (Head("counting", N_("Counting of the period"), False),)
TYPED = "typed"


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The last day; Refusal where a period is missing, given twice, or does not hold on the day of the event."""
    value = _value(given, book)
    limit = deadlines.of(value.key, given["event_on"], (value,), book.calendar)
    what = given.get("event") or _("the event")
    lines = [
        Line("counting", what, _("the day of the event is not counted"), None, _("Civil Code, art. 201")),
        Line("counting", value.name, last_day.how(limit, book.calendar), None, value.source or _("Civil Code, arts 202, 203")),
    ]
    remarks = [
        _("It ends at twenty-four hours of the last day, or when business ends where there are hours of business (Civil Code, art. 203)."),
        _("Time on the way does not count in a lawsuit (Civil Procedure Law, art. 85)."),
        _("What another law or an agreement says of a period comes first (Civil Code, art. 204)."),
    ]
    return Worked(lines, [*([value.note + "。"] if value.note else []), *remarks], days=[last_day.told(value.name, limit, book.calendar)])


def _value(given: Mapping[str, Any], book: Book) -> Value:
    """The period as the table has it on the day of the event, or as it was typed."""
    preset, length, unit = given.get("preset"), given.get("length"), given.get("unit")
    wrong = []
    if preset:
        wrong = [Fault(key, _("Either a period of the law or a length: leave one out.")) for key in ("length", "unit") if given.get(key)]
    elif length is None or not unit:
        at = "length" if unit else "preset" if length is None else "unit"
        wrong = [Fault(at, _("Choose a period of the law, or enter length and unit."))]
    elif length > last_day.MOST[unit]:
        wrong = [Fault("length", _("At most {most} of this unit are counted.").format(most=last_day.MOST[unit]))]
    if wrong:
        raise Refusal.of(wrong)
    if preset:
        return book.on(preset, given["event_on"])
    return Value(TYPED, Decimal(given["length"]), given["unit"], date.min, "", "", _("Period as entered"))


CALCULATOR = Calculator(
    key="period",
    label=N_("Last day of a period"),
    title=N_("Computation of a period"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    source=N_("Civil Code, arts 201 to 204"),
)
