"""Declarations on the rights of third persons 第三人权利声明: the parties say who else has a right, each of those says that he agrees.

CPCI 358(2), 372; Civil Code 301, 1062. The check asks whom to ask for; the answers stand in the agreement's sheet.
"""

from typing import TYPE_CHECKING

from desktop.documents import parties, template, words
from desktop.documents.blocks import Block, Heading, Number, PageBreak, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import dates
from desktop.domain.inputs.agreement import THIRD

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case

KIND = "third_party_declaration"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "parties": ("names", "day", "organisation"),
    "none": ("who",),
    "one": ("who", "name", "right"),
    "promise": (),
    "third.heading": (),
    "third.text": ("name", "who", "day", "names", "number", "right"),
    "third.agree": (),
    "third.keep": (),
    "sign.party": (),
    "sign.third": (),
    "sign.witness": (),
    **{f"who.{kind}": () for kind, _label in THIRD},
}
_BODIES = ("gacha", "insurer")  # a body signs with its seal; the others may be either, and sign as a person does


def paper(case: "Case", agreement: "Agreement", setting: Setting) -> Paper:
    """The declaration of the parties, and behind it one page for each third person."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = agreement.number or case.number or case.entry_number
    day = dates.in_words(agreement.day) if agreement.day else ""
    names = parties.everybody(case)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("parties", names=names, day=day, organisation=setting.organisation.name)))
    answers = [dict(one) for one in agreement.third_parties or ()]
    absent = [wording.word("who", one.get("kind")) for one in answers if not one.get("exists")]
    if absent or setting.hand:
        blocks.append(Paragraph(say("none", who="、".join(absent))))
    there = [one for one in answers if one.get("exists")]
    for one in there:
        told = {"who": wording.word("who", one.get("kind")), "name": shown(one.get("name")), "right": str(one.get("right") or "")}
        blocks.append(Paragraph(say("one", **told)))
    blocks.append(Paragraph(say("promise"), keep=True))
    signing = (words.line(said, say("sign.party"), party.name, parties.hint(party)) for party in parties.sides(case))
    blocks.append(words.signatures(said, tuple(signing)))
    for one in there:
        told = {"who": wording.word("who", one.get("kind")), "name": shown(one.get("name")), "right": str(one.get("right") or "")}
        blocks += [PageBreak(), Heading(say("third.heading"))]
        blocks.append(Paragraph(say("third.text", **told, day=day, names=names, number=number)))
        blocks += [Paragraph(say("third.agree")), Paragraph(say("third.keep"), keep=True)]
        lines = (
            words.line(said, say("sign.third"), str(one.get("name") or ""), "body" if one.get("kind") in _BODIES else "person"),
            words.line(said, say("sign.witness"), "", "plain"),
        )
        blocks.append(words.signatures(said, lines))
    return words.paper(KIND, say("title").replace("　", ""), number, setting, blocks, layout="record")
