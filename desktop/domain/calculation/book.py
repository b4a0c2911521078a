"""Legal values as a calculation asks for them: by key on a day, or by statistical year; each one given is remembered and printed.

'Last year' (上一年度) belongs to each value and not to a sheet: income is published in January, wages about June. The book takes the
statistical year before the day of the calculation, unless another was chosen for the key; it never replaces a missing one in silence.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from desktop.domain import dates, law
from desktop.domain.calculation.result import Used
from desktop.domain.calculation.working import plain, shown
from desktop.domain.calendar import Calendar
from desktop.domain.law import Band, Value
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _


class Book:
    """The values of an office for one calculation. `region` is a code of GB/T 2260; `years` the statistical year chosen for a key.

    `values`, `bands` (scales of fees) and `calendar` (holidays) are what rules of the domain are handed that count deadlines or fees; what
    these stood on is told with `note_all`.
    """

    def __init__(
        self,
        values: Iterable[Value],
        day: date,
        region: str = "",
        years: Mapping[str, int] | None = None,
        bands: Iterable[Band] = (),
        calendar: Calendar | None = None,
    ) -> None:
        self._used: dict[Value | Band, None] = {}
        self.values, self.bands, self.calendar = tuple(values), tuple(bands), calendar or Calendar()
        self.day, self.region, self.years = day, region, dict(years or {})

    def on(self, key: str, day: date | None = None) -> Value:
        """The value that holds on a day (else on the day of the calculation); Refusal naming key and year."""
        day = day or self.day
        try:
            return self.note(law.value_on(self.values, key, day, self.region))
        except Refusal as no:
            raise self._missing(key, day.year) from no

    def number(self, key: str, day: date | None = None) -> Decimal:
        """The same as a number."""
        return self.on(key, day).number

    def last_year(self, key: str) -> Value:
        """The figure of the statistical year before the day of the calculation, or of the year chosen for it (`years`)."""
        return self.of_year(key, self.years.get(key, self.day.year - 1))

    def of_year(self, key: str, year: int, local: bool = False) -> Value:
        """The figure of a statistical year; Refusal naming key and year. `local` wants that of a prefecture or banner, not the region's."""
        try:
            value = law.value_of_year(self.values, key, year, self.region)
        except Refusal as no:
            raise self._missing(key, year) from no
        if local and value.region[2:] in ("", "0000"):
            raise self._missing(key, year, local)
        return self.note(value)

    def series(self, key: str) -> list[Value]:
        """All values of a key, oldest first (the points at which the LPR changed); `note` those that are used."""
        return law.series(self.values, key, self.region)

    def has(self, key: str, day: date | None = None) -> bool:
        """Whether a value of the key holds on a day: for a rule that does not need it. Nothing is remembered."""
        day = day or self.day
        return any(one.key == key and one.valid_from <= day <= one.valid_to and law.covers(one.region, self.region) for one in self.values)

    def note(self, value: Value) -> Value:
        """Remembers that a value was used."""
        self._used[value] = None
        return value

    def note_all(self, used: Iterable[Value | Band]) -> None:
        """Remembers what a rule of the domain stood on: values, and steps of a scale."""
        self._used |= dict.fromkeys(used)

    def used(self) -> tuple[Used, ...]:
        """Every value that was given out, once each, in the order of its first use."""
        return tuple(_step(one) if isinstance(one, Band) else _used(one, self._name(one.key)) for one in self._used)

    def later(self, *days: tuple[str, date | None]) -> list[Fault]:
        """The (field, day) pairs that lie after the day of the calculation: what has happened is computed, not what may come."""
        sentence = _("This lies after the day of the calculation ({day}).").format(day=dates.in_words(self.day))
        return [Fault(field, sentence) for field, day in days if day is not None and day > self.day]

    def _name(self, key: str) -> str:
        return next((one.name for one in self.values if one.key == key and one.name), key)

    def _missing(self, key: str, year: int, local: bool = False) -> Refusal:
        """Names the value, its key and the year; tells the newest year that is known, and how to say that it shall count."""
        name = self._name(key)
        place = _("the prefecture {region}").format(region=self.region) if local else ""
        what = "，".join(part for part in (f"{name}（{key}）" if name != key else key, place) if part)
        sentence = law.missing(what, year).sentence
        known = [one.year for one in self.values if one.key == key and one.year is not None and law.covers(one.region, self.region)]
        if known and not local:
            hint = _('The newest one known is of {year}; to use it, write under "years" that {key} is of {year}.')
            sentence += " " + hint.format(year=max(known), key=key)
        return law.Missing(sentence, key, year, max(known) if known and not local else None)


def _used(value: Value, name: str) -> Used:
    return Used(
        key=value.key,
        name=value.name or name,
        value=str(value.value),
        unit=value.unit,
        source=value.source,
        status=value.status,
        year=value.year,
        region=value.region,
        valid_from="" if value.year is not None else value.valid_from.isoformat(),
        typed_by=value.typed_by,
        note=value.note,
    )


def _step(band: Band) -> Used:
    """One step of a scale as a value that was used: its rate, or the fixed sum of the first."""
    above, upto = shown(band.above), shown(band.upto) if band.upto is not None else ""
    within = _("the part from {above} to {upto} yuan").format(above=above, upto=upto) if upto else ""
    return Used(
        key=band.key,
        name=within or _("the part above {above} yuan").format(above=above),
        value=plain(band.rate if band.rate else band.fixed),
        unit="percent" if band.rate else "yuan",
        source=band.source,
        status=band.status,
        valid_from=band.valid_from.isoformat(),
    )
