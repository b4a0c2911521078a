"""What every form asks in the same way: names of the sides, the evidence, the clause on arbitration, earlier demands for performance."""

from collections.abc import Callable, Iterable
from typing import Any

from db.vocabulary import PartyRole
from desktop.domain import dates, money
from desktop.domain.element_forms.ground import NO, YES, Ground, Rule
from desktop.i18n import _


def names(ground: Ground, role: PartyRole) -> str:
    """The names of one side."""
    return "、".join(party.name for party in ground.case.parties if party.role is role)


def joined(parts: Iterable[str], end: str = "。", between: str = "，") -> str:
    """The parts that say something, as one sentence; '' where none does."""
    said = [part for part in parts if part]
    return between.join(said) + end if said else ""


def numbered(lines: Iterable[str]) -> str:
    """Lines with their numbers in front, one a line."""
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))


def _evidence(ground: Ground, of: PartyRole | None) -> str:
    sides = {party.id for party in ground.case.parties if party.role is of}
    rows = [one for one in ground.case.evidence if of is None or one.party_id in sides]
    if of is None:  # the complaint lists what its own side handed in, and what nobody is named for
        others = {party.id for party in ground.case.parties if party.role is PartyRole.RESPONDENT}
        rows = [one for one in rows if one.party_id not in others]
    lines = []
    for one in rows:
        copies = ground.say("evidence.original" if one.original else "evidence.copy", n=one.copies)
        pages = ground.say("evidence.pages", n=one.pages)
        lines.append(
            f"{one.name}（{'，'.join(part for part in (copies, pages) if part)}）" + ground.say("evidence.proves", what=one.proves)
        )
    return numbered(lines)


def _has_clause(ground: Ground) -> str | None:
    return YES if ground.case.arbitration_clause.strip() else None


def _reminders(ground: Ground) -> list[Any]:
    return sorted(ground.facts.get("reminders") or (), key=lambda one: one["made_on"])


def _urged(ground: Ground) -> str | None:
    return YES if _reminders(ground) else None


def _urged_on(ground: Ground) -> Any:
    return next((one["made_on"] for one in reversed(_reminders(ground))), None)


def _urged_by(ground: Ground) -> str:
    return next((ground.word("reminder", one.get("way")) for one in reversed(_reminders(ground))), "")


def urging(ground: Ground) -> str:
    """Every demand for performance, a line each."""
    lines = []
    for one in _reminders(ground):
        lines.append(joined((dates.in_words(one["made_on"]) + ground.word("reminder", one.get("way")), one.get("what") or ""), ""))
    return numbered(lines)


def _preserved(ground: Ground) -> str | None:
    told = ground.facts.get("preserved")
    if told is None:
        return YES if any(ground.facts.get(f"preserved_{key}") for key in ("court", "on", "number")) else None
    return YES if told else NO


def _appraisal(ground: Ground) -> str | None:
    told = ground.facts.get("appraisal_wanted")
    if told is None:
        return YES if ground.facts.get("appraisal_matter") else None
    return YES if told else NO


def total_fits(parts: Callable[[Ground], Iterable[int | None]]) -> Callable[[Ground], Iterable[str]]:
    """A check that the sums of the rows are together what is claimed, unless costs or other claims stand beside."""

    def check(ground: Ground) -> Iterable[str]:
        known = [part for part in parts(ground) if part is not None]
        asked = ground.answers.get("total.amount", ground.case.claim_fen)
        if not known or asked is None or ground.facts.get("costs_claimed") or ground.facts.get("other_claims") or sum(known) == asked:
            return
        sentence = _("The sums of the rows are together {sum} yuan, the amount claimed is {claim} yuan: one of them is a slip, or say why.")
        yield sentence.format(sum=money.figures(sum(known)), claim=money.figures(asked))

    return check


RULES: dict[str, Rule] = {
    "applicants": lambda ground: names(ground, PartyRole.APPLICANT),
    "respondents": lambda ground: names(ground, PartyRole.RESPONDENT),
    "evidence": lambda ground: _evidence(ground, None),
    "evidence_of_respondents": lambda ground: _evidence(ground, PartyRole.RESPONDENT),
    "has_jurisdiction_clause": _has_clause,
    "urged": _urged,
    "urged_on": _urged_on,
    "urged_by": _urged_by,
    "urging": urging,
    "preserved": _preserved,
    "appraisal": _appraisal,
}
