"""What an element form is filled from: the case, its clean facts, sums of the calculation, what was asked extra; and how a source is read.

A source is `case.claim_fen`, `facts.principal`, `.amount` (a column of the row that a line is said for), `loss.medical` (a head of the
list of losses, else of the calculation), `evidence.travel,invoice` (was such a piece handed in), `proof.transport.travel` (are there papers
for a head, else was such a piece handed in), `given.guarantees` (is there such a fact),
`rule.total` (a function of `rules`), `party.name` and `agent.name` in the blocks of the parties, `ask` and `may`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain import evidence
from desktop.domain.element_forms.form import ASK, MAY

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyTie

YES, NO = "yes", "no"
STATE_HELD = {"控股": "国有、控股", "参股": "国有、参股"}  # both boxes: the second stands in brackets behind the first


@dataclass(frozen=True)
class Ground:
    """`facts` and `answers` are clean values; answers by place (`medical.hospital`). `sums` are fen by head, as the calculation kept with
    the case says. `words` are the Chinese words and sentences by group (`share.main`), `today` the day on which the form is filled in.
    """

    case: "Case"
    facts: Mapping[str, Any]
    today: date
    answers: Mapping[str, Any] = field(default_factory=dict)
    sums: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """A sentence of the words; '' where one of its values is empty."""
        if any(value is None or value == "" for value in values.values()):
            return ""
        room, _dot, name = key.partition(".")
        return self.words[room][name].format(**values)

    def word(self, group: str, code: str | None) -> str:
        """A word of a group; a code that is none of them (typed in an older program) stands as it is."""
        return "" if not code else self.words[group].get(code, code)

    def loss(self, head: str) -> int | None:
        """The sum claimed under a head of damage, else what the calculation says; None where there is nothing under it."""
        known = [one["amount"] for one in self.facts.get("losses") or () if one.get("item") == head and one.get("amount") is not None]
        return sum(known) if known else self.sums.get(head)


Rule = Callable[[Ground], Any]


@dataclass(frozen=True)
class Around:
    """What a blank stands beside: the row of a table, or a party with an agent."""

    row: Mapping[str, Any] | None = None
    party: "Party | None" = None
    agent: "tuple[Party, PartyTie] | None" = None


def value(ground: Ground, source: str, around: Around, rules: Mapping[str, Rule]) -> Any:
    """The value of a source, None (or '') where the case does not say; KeyError for a rule that does not exist."""
    if source in (ASK, MAY):
        return None
    room, _dot, name = source.partition(".")
    match room:
        case "":
            return (around.row or {}).get(name)
        case "case":
            return getattr(ground.case, name)
        case "facts":
            return _boxed(ground.facts.get(name))
        case "given":
            return YES if ground.facts.get(name) not in (None, "", [], {}) else None
        case "loss":
            return ground.loss(name)
        case "evidence":
            return _handed_in(ground.case, name.split(","))
        case "proof":
            head, _dot, kinds = name.partition(".")
            return _proved(ground, head) or _handed_in(ground.case, kinds.split(","))
        case "rule":
            return rules[name](ground)
        case "party":
            return _of_party(ground, around.party, name)
        case "agent":
            return _of_agent(around, name)
    raise KeyError(source)


def _boxed(found: Any) -> Any:
    """Yes and no are codes of boxes."""
    return (YES if found else NO) if isinstance(found, bool) else found


def _proved(ground: Ground, head: str) -> str | None:
    told = [one.get("proved") for one in ground.facts.get("losses") or () if one.get("item") == head]
    return YES if any(told) else NO if told and all(one is False for one in told) else None


def _handed_in(case: "Case", kinds: Sequence[str]) -> str | None:
    """Yes where a piece of one of these kinds was handed in; no where there is a list of evidence without; None where there is no list."""
    if not case.evidence:
        return None
    return YES if any(evidence.has(case, kind) for kind in kinds) else NO


def _of_party(ground: Ground, party: "Party | None", name: str) -> Any:
    if party is None:
        return None
    if name == "id_name":
        return ground.word("paper", party.id_kind.value) if party.id_number.strip() else ""
    if name == "office":
        return party.post or party.occupation
    if name == "birth_date":
        return party.birth_date
    if name == "telephone":
        return "、".join(one for one in (party.phone, party.other_phone) if one)
    if name == "head_phone":
        return party.legal_representative_phone or party.phone
    if name == "ownership":
        return STATE_HELD.get(party.ownership, party.ownership)
    found = getattr(party, name)
    return found.value if name == "sex" and found is not None else found


def _of_agent(around: Around, name: str) -> Any:
    if around.agent is None:
        return None
    agent, tie = around.agent
    if name == "there":
        return YES
    if name == "level":
        return tie.authority_level.value if tie.authority_level is not None else None
    return getattr(agent, name)
