"""What a judge would say of an agreement before it is printed: every rule of the room `check`, ranked (PML 29; CPCI 355, 358; SMR 24).

Red stops the issue unless it was passed for a reason; amber should be mended, the five heaviest are shown; grey is worth a look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.check import court, forbidden, owing, parties, paying, sham, things, third, timing, words
from desktop.domain.check.finding import Checked, Finding, Known, Level, Rule
from desktop.domain.check.reasons import PASS_REASONS
from desktop.domain.refusal import Fault
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case

__all__ = ["MOST_AMBER", "PASS_REASONS", "Finding", "Known", "Level", "agreed_fen", "check", "fault_of", "passing", "shown"]

MOST_AMBER = 5
RULES: tuple[Rule, ...] = (
    *owing.RULES, *parties.RULES, *timing.RULES, *paying.RULES, *things.RULES, *words.RULES, *forbidden.RULES, *third.RULES,
    *sham.RULES, *court.RULES,
)  # fmt: skip
_ORDER = {Level.RED: 0, Level.AMBER: 1, Level.GREY: 2}


def agreed_fen(agreement: "Agreement") -> int | None:
    """What the agreement comes to in fen: money and the agreed worth of things; None where nothing has a sum.

    Money that runs against the main direction (the creditor's change for the sheep) is not taken off: the Ministry counts sums in play.
    """
    sums = [obligation.amount_fen for obligation in agreement.obligations if obligation.amount_fen]
    return sum(sums) if sums else None


def check(case: "Case", agreement: "Agreement", today: date, known: Known | None = None) -> list[Finding]:
    """All findings, red first and the heavier before the lighter; the agreement is judged as of its own day.

    Without `known` only what case and agreement say by themselves is judged.
    """
    now = Checked(case, agreement, agreement.day or today, known or Known())
    found = dict.fromkeys(finding for rule in RULES for finding in rule(now))
    return sorted(found, key=lambda finding: (_ORDER[finding.level], -finding.weight))


def fault_of(finding: Finding) -> Fault:
    """The finding as a fault at its field, with its article and how it may be passed."""
    source = _(finding.source) if finding.source else ""
    said = f"{finding.sentence}（{source}）" if source else finding.sentence
    if finding.passes:
        reasons = " / ".join(finding.passes)
        said += _(" It may be passed (pass_finding {kind}): {reasons}.").format(kind=finding.kind, reasons=reasons)
    return Fault(finding.place, said)


def passing(findings: Sequence[Finding], passed: Mapping[str, str]) -> list[Finding]:
    """The findings with the reason for which somebody passed one, by its mark; those come last of their level."""
    told = [replace(one, passed=passed[one.mark]) if one.mark in passed and one.passes else one for one in findings]
    return sorted(told, key=lambda finding: _ORDER[finding.level] if not finding.passed else len(_ORDER))


def shown(findings: Sequence[Finding]) -> list[Finding]:
    """What is shown: all red ones, the five heaviest amber ones, grey ones, and what was passed."""
    ambers = [one for one in findings if one.level is Level.AMBER and not one.passed]
    hidden = set(ambers[MOST_AMBER:])
    return [one for one in findings if one not in hidden]
