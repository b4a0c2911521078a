"""Power of attorney 授权委托书, one a principal, the authority listed for each agent apart (CPC 61, 62; CPCI 88, 89; forms brief 3.2).

'Full power' without items is general authority only: such a paper says so and does not settle.
"""

from typing import TYPE_CHECKING

from db.vocabulary import AuthorityLevel, PartyKind
from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Fields, Heading, Notice, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.domain import authority

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyTie

KIND = "power_of_attorney"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "principal": (),
    "agent": ("n", "name", "employer", "relation", "paper", "id_number", "phone"),
    "text": ("principal", "agents", "applicants", "respondents", "cause"),
    "scope": ("name", "level"),
    "items": ("items",),
    "until": ("day",),
    "full": ("name",),
    "general": ("name",),
    "label.*": (),
    "word.*": (),
    "item.*": (),
    "heading.*": (),
    "annex.*": (),
    "notice": (),
}

ANNEXES = ("lawyer", "legal_worker", "relative", "employee", "citizen")


def paper(case: "Case", principal: "Party", setting: Setting) -> Paper:
    """The paper of a principal with all its agents; without an agent there is room for one."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    agents = authority.agents_of(case, principal)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case) or heads.number(case)))]
    own = parties.own(words.shared(setting), principal)
    blocks += [Paragraph(line.replace(said.word("role", principal.role), say("principal"), 1)) for line in own]
    for n, (agent, tie) in enumerate(agents, 1):
        told = {"employer": agent.employer, "relation": tie.relation, "phone": agent.phone}
        paper_name = said.word("paper", agent.id_kind)
        blocks.append(Paragraph(say("agent", n=n, name=agent.name, paper=paper_name, id_number=agent.id_number, **told)))
    if setting.hand:
        nobody = dict.fromkeys(("name", "employer", "relation", "paper", "id_number", "phone"), "")
        blocks += [Paragraph(say("agent", n=n, **nobody)) for n in range(1, authority.MOST_AGENTS + 1)]
    names = "、".join(agent.name for agent, _tie in agents)
    sides = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks.append(Paragraph(say("text", principal=principal.name, agents=names, **sides)))
    blocks.append(Heading(say("heading.scope")))
    for agent, tie in agents:
        blocks += _scope(wording, said, agent, tie)
    if setting.hand:
        blocks += _open_scope(wording, said)
    blocks.append(Heading(say("heading.annex")))
    kinds = dict.fromkeys(annex_of(agent, tie, principal) for agent, tie in agents) or dict.fromkeys(
        ANNEXES if setting.hand else ("citizen",)
    )
    blocks += [Paragraph(f"{n}. {wording.word('annex', kind)}") for n, kind in enumerate(kinds, 1)]
    day = ("day", say("word.day"), 8)
    rows = [heads.row(wording, ("sign", None, 8), day, height=forms.SIGN)]
    if principal.kind is PartyKind.COMPANY:
        rows = [heads.row(wording, ("seal", None, 8), ("head", None, 8), height=forms.SIGN), heads.row(wording, (day[0], day[1], 20))]
    blocks += [Fields(tuple(rows), forms.GRID), Notice(say("notice"))]
    layout = "record" if len(agents) < authority.MOST_AGENTS and not setting.hand else "form"  # on one sheet, with room to sign
    return heads.of_a_party(words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout=layout))


def annex_of(agent: "Party", tie: "PartyTie", principal: "Party") -> str:
    """What proves that this one may be an agent (CPCI 88): lawyer, legal worker, relative, employee, recommended citizen."""
    if "律师事务所" in agent.employer:
        return "lawyer"
    if "法律服务所" in agent.employer:
        return "legal_worker"
    if principal.kind is PartyKind.COMPANY and (agent.employer == principal.name or "职员" in tie.relation or "员工" in tie.relation):
        return "employee"
    if principal.kind is not PartyKind.COMPANY and tie.relation and not any(word in tie.relation for word in ("代理", "推荐")):
        return "relative"
    return "citizen"


def _open_scope(wording: template.Wording, said: template.Wording) -> list[Block]:
    """The authority of the agents of a form that a hand fills: level and items with open boxes."""
    items = heads.boxes([(code, wording.say(f"item.{code}")) for code, _label in authority.ITEMS], set())
    levels = heads.boxes([(level.value, said.word("authority", level)) for level in AuthorityLevel], set())
    of_one: list[Block] = [Paragraph(wording.say("scope", name="", level=levels)), Paragraph(wording.say("items", items=items))]
    return of_one * authority.MOST_AGENTS


def _scope(wording: template.Wording, said: template.Wording, agent: "Party", tie: "PartyTie") -> list[Block]:
    """The authority of one agent: its level, then every item with a box, ticked where it was given."""
    say = wording.say
    given = set(authority.items_of(tie.items))
    out: list[Block] = [Paragraph(say("scope", name=agent.name, level=said.word("authority", tie.authority_level)))]
    out.append(Paragraph(say("items", items=heads.boxes([(code, say(f"item.{code}")) for code, _label in authority.ITEMS], given))))
    if tie.valid_to is not None:
        out.append(Paragraph(say("until", day=heads.day(tie.valid_to))))
    if any(word in item for item in tie.items for word in authority.FULL) and not given:
        out.append(Paragraph(say("full", name=agent.name)))
    elif not authority.may_settle(tie):
        out.append(Paragraph(say("general", name=agent.name)))
    return out
