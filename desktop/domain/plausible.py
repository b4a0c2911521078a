"""Days that cannot be: after today, before birth, an event after the request, an acceptance before it."""

from collections.abc import Iterable
from datetime import date

from desktop.domain import dates
from desktop.domain.refusal import Fault
from desktop.i18n import _


def of_case(received_on: date | None, happened_on: date | None, accepted_on: date | None, today: date) -> list[Fault]:
    """What is wrong with the days of a case, each at its field."""
    found = []
    if received_on is not None and received_on > today:
        found.append(Fault("received_on", _("The day of the request lies in the future.")))
    if happened_on is not None and happened_on > today:
        found.append(Fault("happened_on", _("The day of the event lies in the future.")))
    elif happened_on is not None and received_on is not None and happened_on > received_on:
        found.append(Fault("happened_on", _("The event lies after the request ({day}).").format(day=dates.in_words(received_on))))
    if accepted_on is not None and received_on is not None and accepted_on < received_on:
        found.append(Fault("accepted_on", _("A case is not accepted before the day of the request.")))
    return found


def of_person(name: str, birth_date: date | None, asked_on: date | None, today: date, field: str) -> Iterable[Fault]:
    """Born in the future, or after the day on which he asked for mediation."""
    if birth_date is None:
        return
    if birth_date > today:
        yield Fault(field, _("The date of birth lies in the future."))
    elif asked_on is not None and asked_on < birth_date:
        sentence = _("{name} would have been born on {birth}, after the day of the request ({day}).")
        yield Fault(field, sentence.format(name=name, birth=dates.in_words(birth_date), day=dates.in_words(asked_on)))
