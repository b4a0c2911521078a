"""The application for mediation 人民调解申请书 (司发通〔2010〕239号; fields in the order of domain brief 4.1, no. 3)."""

from typing import TYPE_CHECKING

from db.vocabulary import PartyRole
from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Heading, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "application"
CLAIMS = 3  # numbers on a blank form
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "claim": ("n", "claim"),
    "told": (),
    "to": (),
    "organisation": ("organisation",),
    "heading.*": (),
}


def paper(case: "Case", setting: Setting) -> Paper:
    """The application of a case; parties with members and ties come loaded."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks += [Paragraph(text) for text in parties.sentences(said, case)]
    blocks += [Heading(say("heading.facts")), *forms.prose(setting, case.summary, 4)]
    blocks.append(Heading(say("heading.claims")))
    claims = case.claims or ([""] * CLAIMS if setting.hand else [])
    blocks += [Paragraph(say("claim", n=n, claim=claim)) for n, claim in enumerate(claims, 1)] or [Paragraph(shown(""))]
    blocks += [Paragraph(say("told")), Paragraph(say("to"), keep=True)]
    blocks.append(Paragraph(say("organisation", organisation=setting.organisation.name), indent=False, keep=True))
    lines = []
    for party in parties.sides(case):
        if party.role is PartyRole.APPLICANT:
            lines.append(words.line(said, said.word("role", party.role), party.name, parties.hint(party)))
            for helper, tie in parties.helpers(case, party):
                lines.append(words.line(said, said.word("role", tie.role), helper.name, "person"))
    blocks.append(words.signatures(said, tuple(lines)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form" if setting.hand else "record")
