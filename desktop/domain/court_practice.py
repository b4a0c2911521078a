"""What single courts do with applications for confirmation, as the office has entered it: what they want, and what they do not confirm.

Some courts confirm only what cannot be performed at once, or refuse bodies' own cases despite CPC 205 (domain brief 3.6): a warning, never
a rule of law.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind, ObligationTiming, Regime
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.court import Court

REFUSES: tuple[tuple[str, str], ...] = (
    ("performable", N_("What can be performed at once")),
    ("own_cases", N_("Cases that no court has referred")),
    ("after_filing", N_("Agreements made after the lawsuit was filed")),
    ("houses", N_("Houses and land, even as acts")),
    ("things", N_("Things instead of money")),
    ("acts", N_("Acts")),
    ("periodic", N_("Payments again and again")),
    ("labour", N_("Labour disputes")),
    ("groups", N_("Groups in one application")),
    ("agents", N_("Parties who do not come themselves")),
)
_HOUSES = ("房屋", "住房", "房产", "不动产", "宅基地", "草场", "草牧场", "土地")


def refused(court: "Court", case: "Case", agreement: "Agreement") -> Iterator[str]:
    """A sentence for each thing in the agreement that this court does not confirm by what the office has entered."""
    codes = set(court.refuses or ())
    owed = agreement.obligations
    told = "".join([*agreement.clauses, *(one.subject for one in owed)])
    hits = {
        "performable": bool(owed) and all(one.timing is ObligationTiming.AT_ONCE for one in owed),
        "own_cases": not any(one.court_id is not None and not one.outward for one in case.referrals),
        "after_filing": agreement.regime in (Regime.POST_FILING_2016, Regime.FILE_FIRST_2025),
        "houses": any(word in told for word in _HOUSES),
        "things": any(one.kind is ObligationKind.IN_KIND for one in owed),
        "acts": any(one.kind is ObligationKind.ACT for one in owed),
        "periodic": any(one.timing is ObligationTiming.PERIODIC for one in owed),
        "labour": case.category == "labour",
        "groups": any(party.kind == "group" for party in case.parties),
        "agents": any(tie.role == "agent" for party in case.parties for tie in party.ties or ()),
    }
    for code, label in REFUSES:
        if code in codes and hits[code]:
            yield _("{court} does not confirm: {what}.").format(court=court.name, what=_(label))
