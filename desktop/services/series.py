"""The series of numbers of an organisation: the next number of a day's year, and closing a year once its register is done."""

from datetime import date

from db.models.number import Number, Series
from db.models.organisation import Organisation
from db.queries import numbers, people
from db.queries.numbers import NumberRefused
from db.vocabulary import NumberKind
from db.work import Work
from desktop.domain import numbering
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services.desk import Desk


def official_number(w: Work, organisation: Organisation, day: date, field: str = "accepted_on") -> Number:
    """The next official number of an organisation in the series of the day's year; Refusal at `field` once that year is closed."""
    try:
        return numbers.take(
            w.session,
            organisation.id,
            NumberKind.OFFICIAL,
            day.year,
            lambda n: numbering.official(organisation.number_pattern, day.year, organisation.short_name, n),
        )
    except NumberRefused as no:
        raise _closed(day.year, field) from no


def reserved_number(w: Work, organisation: Organisation, typed: str, field: str = "number") -> Number:
    """The official number that had been set aside and stands on a form filled in by hand; Refusal where it is none, or was given out."""
    try:
        return numbers.take_reserved(w.session, organisation.id, NumberKind.OFFICIAL, numbering.spellings(typed))
    except NumberRefused as no:
        if no.code == "used":
            raise Refusal(_("The number “{number}” is not set aside any more.").format(number=typed[:60]), field, "used") from no
        raise Refusal(_("No number “{number}” was set aside.").format(number=typed[:60]), field, "not_found") from no


def entry_number(w: Work, organisation_id: int, day: date, field: str = "received_on") -> Number:
    """The next entry number of an organisation in the series of the day's year; Refusal at `field` once that year is closed."""
    try:
        return numbers.take(w.session, organisation_id, NumberKind.ENTRY, day.year, lambda n: numbering.entry(day.year, n))
    except NumberRefused as no:
        raise _closed(day.year, field) from no


def close_year(desk: Desk, year: int, organisation: str = "") -> list[Series]:
    """Closes a year's series of the office (or of another organisation, by name): from now on it gives no number.

    Refusal while the year runs, for an unknown organisation, and where nothing is open.
    """
    if year >= desk.today().year:
        raise Refusal(_("The year {year} is not over yet: its series stay open.").format(year=year), "year")
    with desk.work("close_year") as w:
        found = people.organisation_named(w.session, organisation) if organisation else people.organisation(w.session, desk.organisation_id)
        if found is None:
            raise Refusal(_("There is no organisation “{name}”.").format(name=organisation), "organisation", "not_found")
        open_ones = numbers.open_series(w.session, found.id, year)
        if not open_ones:
            raise Refusal(_("The series of {year} are closed already, or none was begun.").format(year=year), "year")
        for series in open_ones:
            w.change(series, None, {"closed": True})
        w.commit()
        return open_ones


def _closed(year: int, field: str) -> Refusal:
    sentence = _("The series of {year} is closed: no number of that year is given any more. Enter a day of an open year.")
    return Refusal(sentence.format(year=year), field, "closed")
