"""What an agent was given power to do, item by item, and whether he may settle.

CPC 62: admitting, waiving or changing claims and settling need special authority, named in the power of attorney. CPCI 89: 'full power'
without items is general authority only. CPC 61: at most two agents. The items are those of the mediation's tick list (forms brief 3.2).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.vocabulary import AuthorityLevel, PartyRole
from desktop.domain.effect import SIDES
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyTie

ITEMS = (  # code, message; the printed words are in the wording of the power of attorney
    ("mediate", N_("Take part in the mediation")),
    ("admit", N_("Admit, waive or change claims")),
    ("settle", N_("Come to terms, sign the mediation agreement")),
    ("confirm", N_("Apply for judicial confirmation")),
    ("serve", N_("Sign for papers")),
    ("receive", N_("Receive money")),
    ("appeal", N_("Counterclaim, appeal")),
    ("enforce", N_("Apply for enforcement")),
)
_SIGNS = {  # what is typed in freely and means an item
    "mediate": ("参加调解", "参与调解", "mediate"),
    "admit": ("承认", "放弃", "变更", "admit"),
    "settle": ("和解", "签署调解协议", "签订调解协议", "达成调解协议", "settle"),
    "confirm": ("司法确认", "confirm"),
    "serve": ("签收", "serve"),
    "receive": ("代收", "领取", "收取", "receive"),
    "appeal": ("反诉", "上诉", "appeal"),
    "enforce": ("申请执行", "强制执行", "enforce"),
}
FULL = ("全权代理", "全权委托", "全权")
MOST_AGENTS = 2


def items_of(words: Iterable[str]) -> list[str]:
    """The codes of the items that the typed words name, in the order of the list; what names none is no item."""
    typed = list(words)
    return [code for code, _label in ITEMS if any(sign in word for word in typed for sign in _SIGNS[code])]


def may_settle(tie: "PartyTie") -> bool:
    """Whether the agent may settle: special authority whose items name it; never for 'full power' alone (CPCI 89)."""
    return tie.authority_level is AuthorityLevel.SPECIAL and "settle" in items_of(tie.items)


def remarks(case: "Case") -> list[str]:
    """What does not hold about the agents of a case, a sentence each."""
    found = []
    for party in case.parties:
        if party.role not in SIDES:
            continue
        agents = agents_of(case, party)
        if len(agents) > MOST_AGENTS:
            found.append(_("{name}: two agents are the most (CPC 61).").format(name=party.name))
        for agent, tie in agents:
            if any(word in item for item in tie.items for word in FULL) and not items_of(tie.items):
                sentence = _(
                    "{agent}, agent of {name}: “full power” without items is general authority only and does not settle (CPCI 89)."
                )
                found.append(sentence.format(agent=agent.name, name=party.name))
            elif not may_settle(tie):
                sentence = _("{agent}, agent of {name}: the power of attorney does not name settling; such an agent cannot agree (CPC 62).")
                found.append(sentence.format(agent=agent.name, name=party.name))
    return found


def agents_of(case: "Case", party: "Party") -> "list[tuple[Party, PartyTie]]":
    """The agents of a party, each with his tie."""
    return [(one, tie) for one in case.parties for tie in one.ties if tie.role is PartyRole.AGENT and tie.for_party_id == party.id]
