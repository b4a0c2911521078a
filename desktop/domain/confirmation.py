"""Judicial confirmation: may it be applied for, where, until when, and until when the ruling can be objected to.

CPC 205, 206 (2023 text); PML 33; CPCI 351 to 358, 372 (which still cites the articles of 2021); SMR 19. Wording about identity and
ownership is the agreement check's business; here stand time, place and what is left to perform.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import CourtLevel, ObligationKind, PartyKind, Regime
from desktop.domain import balance, court_practice, dates, deadlines, effect, numbering
from desktop.domain.agreement_check import Finding, Level
from desktop.domain.deadlines import Deadline
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.confirmation import Confirmation
    from db.models.court import Court
    from db.models.organisation import Organisation
    from db.models.party import Party
    from desktop.domain.calendar import Calendar
    from desktop.domain.law import Value

TYPE_CODES = ("诉前调确", "民特", "诉前调书", "民初")  # usage varies by court: others are only pointed out


@dataclass(frozen=True)
class Terms:
    """`earliest` counts from the first day that could be argued and is the safe one; `latest` from the day of effect. Often the same."""

    earliest: Deadline
    latest: Deadline

    @property
    def arguable(self) -> bool:
        """Whether the two differ."""
        return self.earliest.due != self.latest.due


@dataclass(frozen=True)
class Candidate:
    """A court that may be asked, with the connecting points that lead to it; `sure` is False where an address had to be guessed at."""

    court: "Court"
    points: tuple[str, ...]
    sure: bool
    invited: bool = False


def days_of_effect(case: "Case", agreement: "Agreement") -> tuple[date, date] | None:
    """The first day that could be argued and the day of effect; None before the agreement takes effect.

    The parties' signatures alone (SMR 24), or mediator and seal too (PML 29): under people's mediation the first may lie before.
    """
    if agreement.effective_on is None:
        return None
    first = agreement.earliest_effect_on or effect.effect(agreement, case.parties, case.mediation_type).earliest
    return min(first or agreement.effective_on, agreement.effective_on), agreement.effective_on


def terms(case: "Case", agreement: "Agreement", values: "Sequence[Value]", calendar: "Calendar") -> Terms | None:
    """Both last days of the application; None before the agreement takes effect."""
    days = days_of_effect(case, agreement)
    if days is None:
        return None
    first, last = (deadlines.confirmation(day, values, calendar) for day in days)
    return Terms(first, last)


# --- where ---------------------------------------------------------------------------------------------------------------------------


def courts(
    case: "Case", organisation: "Organisation", known: "Sequence[Court]", regions: Mapping[str, str]
) -> list[Candidate]:  # fmt: skip
    """The courts of CPC 205, the likeliest first: the inviting court of a referral; else the basic court of a party's domicile, the place
    of the object or dispute, and the organisation's seat. `regions` are names of counties and prefectures by code.
    """
    by_region: dict[str, Court] = {court.region_code: court for court in known if court.level is CourtLevel.BASIC and court.region_code}
    by_id = {court.id: court for court in known}
    points: dict[int, list[tuple[str, bool]]] = {}
    invited: set[int] = set()
    for referral in case.referrals:
        court = by_id.get(referral.court_id) if referral.court_id is not None and not referral.outward else None
        if court is not None:
            points.setdefault(court.id, []).append((_("the court that invited the mediation"), True))
            invited.add(court.id)
    for why, code, sure in _points(case, organisation, regions):
        court = by_region.get(code)
        if court is not None:
            points.setdefault(court.id, []).append((why, sure))
    found = [
        Candidate(by_id[i], tuple(dict.fromkeys(why for why, _sure in reasons)), any(sure for _why, sure in reasons), i in invited)
        for i, reasons in points.items()
    ]
    return sorted(found, key=lambda one: not one.invited)


def _points(case: "Case", organisation: "Organisation", regions: Mapping[str, str]) -> Iterable[tuple[str, str, bool]]:
    """(connecting point in words, region code, whether it was read rather than guessed)."""
    if organisation.region_code:
        yield _("seat of the mediation organisation"), organisation.region_code[:6], True
    if case.region_code:
        yield _("place of the object or the dispute"), case.region_code[:6], True
    elif code := region_of(case.place, regions):
        yield _("place of the object or the dispute"), code, False
    for party in case.parties:
        if party.role in effect.SIDES:
            for address in _addresses(party):
                code = region_of(address, regions)
                if code:
                    yield _("domicile of {name}").format(name=party.name), code, False
                    break


def _addresses(party: "Party") -> tuple[str, ...]:
    """Where a party is at home in law: a body at its main office, a person where he usually lives, else where he is registered (CPC 22)."""
    if party.kind is PartyKind.COMPANY:
        return party.business_address, party.registered_address
    return party.usual_residence, party.registered_residence


def region_of(address: str, regions: Mapping[str, str]) -> str:
    """The county code whose name stands in an address; '' where none does, or where two could be meant.

    A county counts only if no other prefecture than its own is named: 新城区 alone may lie in another province.
    """
    if not address:
        return ""
    named = {code for code, name in regions.items() if code.endswith("00") and not code.endswith("0000") and name in address}
    found = [code for code, name in regions.items() if not code.endswith("00") and name and name in address]
    found = [code for code in found if not named or f"{code[:4]}00" in named]
    longest = max((len(regions[code]) for code in found), default=0)
    found = [code for code in found if len(regions[code]) == longest]
    return found[0] if len(found) == 1 else ""


# --- may it be applied for -----------------------------------------------------------------------------------------------------------


def look(
    case: "Case", agreement: "Agreement", day: date, values: "Sequence[Value]", calendar: "Calendar", court: "Court | None" = None
) -> list[Finding]:  # fmt: skip
    """What stands in the way of an application on the day (red), and what the court will ask about (amber, grey)."""
    found: list[Finding] = []
    limits = terms(case, agreement, values, calendar)
    if limits is None:
        return [Finding(Level.RED, "no_effect", "agreement", _("The agreement has not taken effect yet."), N_("CPC 205; PML 29, 33"))]
    first, last = limits.earliest, limits.latest
    if day > last.due:
        sentence = _("The thirty days for the application ended on {day}: a court no longer takes it.").format(day=dates.in_words(last.due))
        found.append(Finding(Level.RED, "too_late", "applied_on", sentence, last.source))
    elif day > first.due:
        sentence = _(
            "Counted from the signatures of the parties ({first}) the term ended on {first_due}, from the effect ({last}) it ends on "
            "{last_due}: the court may refuse."
        ).format(
            first=dates.in_words(first.counted_from),
            first_due=dates.in_words(first.due),
            last=dates.in_words(last.counted_from),
            last_due=dates.in_words(last.due),
        )
        found.append(Finding(Level.AMBER, "arguable", "applied_on", sentence, last.source))
    balances = [balance.of(one, agreement, balance.NEVER) for one in agreement.obligations]
    if balances and all(one.done for one in balances):
        sentence = _("Everything has been performed already: a confirmation has nothing left to enforce, and courts suspect a sham.")
        found.append(Finding(Level.AMBER, "performed", "obligations", sentence, N_("CPCI 358; court practice")))
    if any(one.obligation.kind is ObligationKind.IN_KIND and not one.done for one in balances):
        sentence = _("Things are to be handed over: the court must be able to tell which; a confirmation does not transfer ownership.")
        found.append(Finding(Level.GREY, "in_kind", "obligations", sentence, N_("合同编通则解释 27; CPCI 358(5)")))
    if agreement.regime in (Regime.POST_FILING_2016, Regime.FILE_FIRST_2025):
        sentence = _("The lawsuit was filed before the mediation: ask the court whether it confirms or issues a mediation statement.")
        found.append(Finding(Level.AMBER, "after_filing", "court", sentence, N_("SMR 20; 法〔2025〕82号")))
    if court is not None:
        found += [
            Finding(Level.AMBER, "court_refuses", "court", sentence, "") for sentence in court_practice.refused(court, case, agreement)
        ]
    if court is not None and court.note.strip():
        found.append(Finding(Level.AMBER, "court_note", "court", court.note, court.name))
    return found


def number_remark(typed: str, court: "Court | None", letters: "Sequence[str]") -> str:
    """What is to be looked at in a court number of good form: another court's code, an unusual kind of case; '' where nothing is."""
    try:
        number = numbering.court_number(typed, letters)
    except Refusal as no:
        return no.sentence
    if court is not None and number.court_code != court.code:
        return _("The number names the court {code}; the application went to {name} ({own}).").format(
            code=number.court_code, name=court.name, own=court.code
        )
    if number.type_code not in TYPE_CODES:
        return _("“{code}” is an unusual kind of case for a confirmation: {usual} are usual.").format(
            code=number.type_code, usual="、".join(TYPE_CODES[:2])
        )
    return ""


# --- terms of the court and after the ruling -----------------------------------------------------------------------------------------


def of_court(confirmation: "Confirmation", values: "Sequence[Value]", calendar: "Calendar") -> list[Deadline]:
    """By when the court decides on taking the application, and by when it rules (CPC 187; 法释〔2011〕5号 art 4)."""
    if confirmation.accepted_on is not None:
        return [deadlines.of("confirmation.ruling", confirmation.accepted_on, values, calendar)]
    if confirmation.applied_on is not None:
        handed_in = confirmation.supplemented_on or confirmation.applied_on
        return [deadlines.of("confirmation.acceptance", handed_in, values, calendar)]
    return []


def party_objection(confirmation: "Confirmation", values: "Sequence[Value]", calendar: "Calendar") -> Deadline | None:
    """Until when a party may object to the ruling: 15 days from receipt (CPCI 372); None before it was served."""
    if confirmation.served_on is None:
        return None
    return deadlines.of("confirmation.party_objection", confirmation.served_on, values, calendar)


def third_person_objection(
    confirmation: "Confirmation", values: "Sequence[Value]", calendar: "Calendar", known_on: date | None = None
) -> Deadline | None:  # fmt: skip
    """Until when a third person may: 6 months from knowing (CPCI 372). Without `known_on` from the ruling: it ends then at the earliest."""
    start = known_on or confirmation.ruled_on
    return deadlines.of("confirmation.third_party_objection", start, values, calendar) if start is not None else None


def enforcement(agreement: "Agreement", values: "Sequence[Value]", calendar: "Calendar") -> Deadline | None:
    """Until when enforcement of the confirmed agreement may be asked: 2 years from the last day of the last instalment (CPC 250)."""
    ends = [one.last_day for one in (balance.of(part, agreement, balance.NEVER) for part in agreement.obligations) if one.last_day]
    return deadlines.of("enforcement.application", max(ends), values, calendar) if ends else None
