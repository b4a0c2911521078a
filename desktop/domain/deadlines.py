"""Due days by regime, each with its source: mediation limits, the application for judicial confirmation, and any other dated period.

The regimes: none = people's mediation (a month, 人民调解工作若干规定 art 33); `pre_filing_2016` (30 days, 特邀调解规定 art 27, 在线调解规则
art 24); `post_filing_2016` (15 or 7 days, 特邀调解规定 art 27); `file_first_2025` (15 or 7 days and 30 more by agreement, 立案与调解意见
2025 cl. 3). The lengths stand in `resources/law/deadlines.toml`; they come in as values and hold as of the day the period started.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.calendar import Calendar, Counted
from desktop.domain.law import Value, value_on
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.proposal import Proposal

REGIMES = ("pre_filing_2016", "post_filing_2016", "file_first_2025")
PROCEDURES = ("ordinary", "summary")


@dataclass(frozen=True)
class Deadline:
    """One due day. `key` names the period in the table of legal values; `counted_from` is the day that is not counted.

    `days` is the length in `unit` (`days`, `working_days`, `months`, `years`); `nominal` the last day before a weekend or holiday moved it;
    `note` what the reader should know (excluded days, a year without holidays in the table, words of the law); `status` as in the table.
    `known` False: the day can still move when the year's holidays are published.
    """

    key: str
    due: date
    counted_from: date
    days: int
    unit: str
    source: str
    note: str = ""
    nominal: date | None = None
    known: bool = True
    status: str = ""
    name: str = ""

    def left(self, today: date) -> int:
        """Calendar days that are left; 0 on the due day, negative after it."""
        return (self.due - today).days


def of(key: str, start: date, values: Sequence[Value], calendar: Calendar, excluded: int = 0) -> Deadline:
    """The due day of the period `key` that started on `start`; `excluded` days (appraisal, suspension) are added before it can move.

    Refusal naming key and year when the table has no such period on that day.
    """
    value = value_on(values, key, start)
    counted = _count(value, start + timedelta(days=_not_negative(excluded)), calendar)
    notes = [value.note]
    if excluded:
        notes.append(_("{n} days of appraisal or suspension are not counted.").format(n=excluded))
    return _deadline(key, value, start, counted, notes)


def before(key: str, event: date, values: Sequence[Value], calendar: Calendar) -> Deadline:
    """By when something must be done before an event, such as telling the insurer three days before the session."""
    value = value_on(values, key, event)
    return _deadline(key, value, event, calendar.days_before(event, value.days), [value.note])


def mediation(
    regime: str,
    start: date,
    values: Sequence[Value],
    calendar: Calendar,
    procedure: str = "ordinary",
    excluded: int = 0,
    extended: bool = False,
    extended_to: date | None = None,
) -> Deadline:
    """By when a mediation ends. `regime` '' is people's mediation; `start` the acceptance, or the day the material was signed for.

    `excluded` are days of appraisal (OMR 26). Under `file_first_2025` both parties can extend by the fixed number of days (`extended`);
    elsewhere they agree on a day (`extended_to`), which is taken as it is, since no law bounds it. Refusal for an unknown regime, a day
    before the limit, or both kinds of extension at once.
    """
    limit = of(_mediation_key(regime, procedure), start, values, calendar, excluded)
    if extended and extended_to is not None:
        raise Refusal(_("Extend either by the days of the rule or to an agreed day, not both."), "extended_to", "deadline")
    if extended:
        if regime != "file_first_2025":
            raise Refusal(
                _("This kind of mediation is extended to a day that both parties agree on: enter that day."), "extended_to", "deadline"
            )
        more = value_on(values, "mediation.file_first_2025.extension", start)
        # the extension runs on from the limit as counted, not from the day it had moved to
        longer = _count(more, limit.nominal or limit.due, calendar)
        note = _join(limit.note, _("Extended by {n} days with both parties' consent.").format(n=more.days), longer.sentence)
        source = limit.source if more.source == limit.source else f"{limit.source}；{more.source}"
        return replace(
            limit, due=longer.day, nominal=longer.nominal, known=longer.known, days=limit.days + more.days, source=source, note=note
        )
    if extended_to is not None:
        if extended_to < limit.due:
            raise Refusal(
                _("The agreed day lies before the limit without extension ({day}).").format(day=limit.due), "extended_to", "deadline"
            )
        if regime == "file_first_2025":
            longest = mediation(regime, start, values, calendar, procedure, excluded, extended=True)
            if extended_to > longest.due:
                raise Refusal(_("The extension ends at the latest on {day}.").format(day=longest.due), "extended_to", "deadline")
        note = _join(limit.note, _("Extended to this day with both parties' consent."))
        return replace(limit, due=extended_to, nominal=extended_to, known=True, note=note)
    return limit


def confirmation(effect: date, values: Sequence[Value], calendar: Calendar) -> Deadline:
    """By when both parties apply jointly for judicial confirmation: 30 days from the day the agreement took effect (PML 33, CPC 205)."""
    return of("confirmation.application", effect, values, calendar)


def objection(proposal: "Proposal", values: Sequence[Value], calendar: Calendar) -> Deadline | None:
    """Until when the last party can object in writing to a no-objection plan (with `services` loaded); None before any service.

    Seven days from each party's own service (法发〔2016〕14号 clause 24, recall).
    """
    served = max((one.served_on for one in proposal.services), default=None)
    return of("proposal.objection", served, values, calendar) if served is not None else None


def _mediation_key(regime: str, procedure: str) -> str:
    if not regime:
        return "mediation.people"
    if regime not in REGIMES:
        raise Refusal(_("There is no rule set “{regime}” for referrals.").format(regime=regime), "regime", "deadline")
    if regime == "pre_filing_2016":
        return "mediation.pre_filing_2016"
    if procedure not in PROCEDURES:
        raise Refusal(_("Say whether the court handles the case by ordinary or by summary procedure."), "procedure", "deadline")
    return f"mediation.{regime}.{procedure}"


def _count(value: Value, start: date, calendar: Calendar) -> Counted:
    if value.unit == "days":
        return calendar.last_day(start, value.days)
    if value.unit == "working_days":
        return calendar.add_working_days(start, value.days)
    if value.unit in ("months", "years"):
        return calendar.last_day_of_months(start, value.days * (12 if value.unit == "years" else 1))
    raise Refusal(_("The legal value {key} is not a period.").format(key=value.key), value.key, "law")


def _deadline(key: str, value: Value, start: date, counted: Counted, notes: list[str]) -> Deadline:
    return Deadline(
        key=key,
        due=counted.day,
        counted_from=start,
        days=value.days,
        unit=value.unit,
        source=value.source,
        note=_join(*notes, counted.sentence),
        nominal=counted.nominal,
        known=counted.known,
        status=value.status,
        name=value.name,
    )


def _join(*notes: str) -> str:
    return " ".join(note for note in notes if note)


def _not_negative(days: int) -> int:
    if days < 0:
        raise Refusal(_("Days that are not counted cannot be fewer than none."), "excluded", "deadline")
    return days
