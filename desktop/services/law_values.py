"""What the office types beside the shipped law: legal values, days off, causes. A typed value wins and says who typed it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from db.models.law import Code, LegalValue, SpecialDay
from db.queries import law as queries
from desktop import assets
from desktop.domain import calendar, dates, fields, law
from desktop.domain.inputs.settings import CAUSE, LEGAL_VALUE, SPECIAL_DAY
from desktop.domain.law import Value, Wanted
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import causes as listed
from desktop.services import terms
from desktop.services.desk import Desk, found

CAUSES = "causes"


class Days(NamedTuple):
    """The office's own days, the years of the shipped table with source and status, and a sentence for each coming year that is missing."""

    own: Sequence[SpecialDay]
    years: Sequence[calendar.Year]
    missing: list[str]


class Cause(NamedTuple):
    """An entry of the list of causes; `own` is its row where the office typed it."""

    name: str
    category: str
    edition: str
    valid_from: Any
    valid_to: Any
    own: Code | None


def values(desk: Desk) -> list[Value]:
    """Every legal value, shipped and typed, by key, the newest first."""
    with desk.reading() as session:
        found = terms.values_of(session)
    return sorted(found, key=lambda one: (one.key, one.region, -one.valid_from.toordinal(), not one.typed_by))


def not_known(desk: Desk) -> list[Wanted]:
    """The values that rules ask for, that were not shipped, and that nobody has typed yet."""
    known = {one.key for one in values(desk)}
    return [one for one in terms.wanted() if one.key not in known]


def behind(desk: Desk) -> list[Value]:
    """The newest figure of each yearly key whose year is older than last year: the next one is still to be typed."""
    newest: dict[tuple[str, str], Value] = {}
    for one in values(desk):
        before = newest.get((one.key, one.region))
        if one.year is not None and (before is None or (before.year or 0) < one.year):
            newest[one.key, one.region] = one
    return [one for one in newest.values() if (one.year or 0) < desk.today().year - 1]


def typed(desk: Desk) -> Sequence[tuple[LegalValue, str]]:
    """The values that the office typed, each with the name of who did."""
    with desk.reading() as session:
        return queries.typed_values(session)


FAR_OFF = Decimal("0.5")
"""A yearly figure that differs from the one before it by more than this share is asked about: a nought too many is a slip of the hand."""


def add_value(desk: Desk, given: Mapping[str, Any], sure: bool = False) -> LegalValue:
    """Types a value with its source; it counts from its first day on and wins over the shipped one.

    A yearly figure far off the one before it is refused with the code `doubtful`, unless somebody is `sure` of it.
    """
    clean = fields.check(LEGAL_VALUE, given, desk.today())
    key = clean["key"].strip()
    known: dict[str, Value | Wanted] = {one.key: one for one in terms.wanted()} | {one.key: one for one in values(desk)}
    if key not in known:
        raise Refusal(_("No rule asks for the value “{key}”: take a key of the list.").format(key=key), "key")
    last = clean.get("valid_to")
    if last and last < clean["valid_from"]:
        raise Refusal(_("It ends before it begins."), "valid_to")
    same = known[key]
    if isinstance(same, Value) and isinstance(same.value, str):
        value = clean["value"].strip()
    else:
        number = fields.check((fields.Field("value", "decimal", ""),), {"value": clean["value"].replace(",", "")}, desk.today())
        value = format(number["value"], "f")
    if clean["unit"] != same.unit:
        raise Refusal(_("The unit of this value is {unit}.").format(unit=same.unit), "unit")
    yearly = same.year is not None if isinstance(same, Value) else same.unit.endswith("_per_year")
    if yearly and clean.get("year") is None:
        raise Refusal(_("This figure belongs to a statistical year: say which."), "year")
    if yearly and not sure:
        _ask_about(law.series(values(desk), key, clean.get("region") or ""), Decimal(value), clean["year"])
    with desk.work("add_legal_value") as w:
        noun = w.add(
            LegalValue(
                key=key,
                value=value,
                unit=clean["unit"],
                region=clean.get("region") or "",
                year=clean.get("year"),
                valid_from=clean["valid_from"],
                valid_to=last,
                source=clean["source"],
                user_id=desk.person.id,
                typed_on=desk.today(),
            )
        )
        w.commit()
        return noun


def _ask_about(known: Sequence[Value], number: Decimal, year: int) -> None:
    """Refusal where a figure lies far off that of the year before, or of the nearest year that is known."""
    others = [one for one in known if one.year is not None and one.year != year and not isinstance(one.value, str)]
    if not others:
        return
    near = min(others, key=lambda one: (abs((one.year or 0) - year), -(one.year or 0)))
    if near.number and abs(number - near.number) > near.number * FAR_OFF:
        sentence = _("That of {year} is {value}: this one differs by more than half. Look at it again, or save it all the same.")
        raise Refusal(sentence.format(year=near.year, value=near.number), "value", "doubtful")


def next_of(desk: Desk, key: str, region: str = "", wanted: int | None = None) -> dict[str, Any]:
    """The sheet for the value of the year after the newest one of a key, or of the year `wanted`: everything but the value and its source.

    A value without a year (a term, a change point) begins on the desk's day, or with the year wanted.
    """
    began = desk.today() if wanted in (None, desk.today().year) else date(wanted or 0, 1, 1)
    same = law.series(values(desk), key, region)
    if not same:
        asked = next((one for one in terms.wanted() if one.key == key), None)
        if asked is None:
            raise law.missing(key, desk.today().year)
        first = {"key": key, "unit": asked.unit, "region": asked.region, "valid_from": began}
        if asked.unit.endswith("_per_year"):  # last year's figure, for this year
            year = desk.today().year if wanted is None else wanted + 1
            first |= {"year": year - 1, "valid_from": date(year, 1, 1), "valid_to": date(year, 12, 31)}
        return first
    newest = same[-1]
    sheet: dict[str, Any] = {"key": key, "unit": newest.unit, "region": newest.region}
    if newest.year is None:
        return sheet | {"valid_from": began}
    months = 12 * (1 if wanted is None else wanted - newest.year)
    last = dates.add_months(newest.valid_to, months) if newest.valid_to != law.FAR else None
    return sheet | {"year": newest.year + months // 12, "valid_from": dates.add_months(newest.valid_from, months), "valid_to": last}


def drop_value(desk: Desk, value_id: int) -> None:
    """Takes a typed value back; the shipped one counts again. What was calculated with it stays as it was issued."""
    with desk.work("drop_legal_value") as w:
        w.delete(found(w.session.get(LegalValue, value_id), _("There is no such value.")))
        w.commit()


def days(desk: Desk) -> Days:
    """The holidays as they count here, with a sentence for this and the next year where their schedule is not known."""
    with desk.reading() as session:
        own = queries.special_days(session)
        known = terms.calendar_of(session)
    year = desk.today().year
    missing = [calendar.unknown_year(one) for one in (year, year + 1) if not known.known(desk.today().replace(year=one, day=1))]
    return Days(own, [known.years[one] for one in sorted(known.years, reverse=True)], missing)


def set_day(desk: Desk, given: Mapping[str, Any]) -> SpecialDay:
    """Enters a day off or a make-up working day; the same day entered again is written anew."""
    clean = fields.check(SPECIAL_DAY, given, desk.today())
    columns = {"name": clean["name"], "working": clean.get("working") is True, "source": clean.get("source") or ""}
    with desk.work("set_special_day") as w:
        noun = queries.special_day(w.session, clean["day"])
        if noun is None:
            noun = w.add(SpecialDay(day=clean["day"], **columns))
        else:
            w.change(noun, None, columns)
        w.commit()
        return noun


def drop_day(desk: Desk, day_id: int) -> None:
    """Takes an own day away; the shipped table counts again."""
    with desk.work("drop_special_day") as w:
        w.delete(found(w.session.get(SpecialDay, day_id), _("There is no such day.")))
        w.commit()


def causes(desk: Desk) -> list[Cause]:
    """The list of causes: the shipped edition and what the office added, by category and name."""
    with desk.reading() as session:
        own = queries.codes(session, CAUSES)
    shipped = [
        Cause(row["name"], row.get("category", ""), str(row.get("edition", "")), row.get("valid_from"), row.get("valid_to"), None)
        for row in assets.toml("codes", "causes.toml")["cause"]
    ]
    added = [Cause(one.label, one.category, one.edition, one.valid_from, one.valid_to, one) for one in own]
    added += [Cause(one.name, one.category, one.edition, None, None, None) for one in listed.declared(desk.categories)]
    return [*added, *sorted(shipped, key=lambda one: (one.category, one.name))]


def add_cause(desk: Desk, given: Mapping[str, Any]) -> Code:
    """Adds a cause of an edition to the list."""
    clean = fields.check(CAUSE, given, desk.today())
    category = clean.get("category") or ""
    key = desk.categories.key_of(category)
    if category and not key:
        names = "、".join(desk.categories.label(one) for one in desk.categories)
        raise Refusal(_("“{name}” is no category; the categories are: {names}.").format(name=category, names=names), "category")
    first, last = clean.get("valid_from"), clean.get("valid_to")
    if first and last and last < first:
        raise Refusal(_("It ends before it begins."), "valid_to")
    same = [one for one in causes(desk) if one.name == clean["label"] and one.edition == clean["edition"]]
    if same:
        raise Refusal(_("This cause stands in this edition already."), "label")
    with desk.work("add_cause") as w:
        noun = w.add(
            Code(
                list_key=CAUSES,
                code=clean["label"],
                label=clean["label"],
                category=key,
                edition=clean["edition"],
                valid_from=first,
                valid_to=last,
            )
        )
        w.commit()
        return noun
