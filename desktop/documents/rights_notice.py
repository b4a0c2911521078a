"""Notice of rights and duties with the notice on personal data, one sheet; each party signs twice (PML 23, 24; SMR 14).

The first signature says that rights and the privacy notice were told, the second is the separate consent of PIPL 29.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PaperKind, PartyRole
from desktop.documents import forms, holders, parties, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Heading, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.documents.template import Wording

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "rights_notice"
GRID = (1.0,) * 24
SPANS = (7, 6, 7, 4)
HAND = 10.5  # millimetres: room for a hand and a fingerprint
_RIGHTS = ("nature", "may", "must", "secret", "effect")
_PRIVACY = ("what", "why", "how_long", "to_whom", "own")
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "between": ("applicants", "respondents", "cause", "organisation", "copies"),
    "heading.*": (),
    **{f"rights.{key}": () for key in _RIGHTS},
    "rights.limit": ("received",),
    "privacy.who": ("organisation", "address", "phone"),
    **{f"privacy.{key}": () for key in _PRIVACY},
    "sign.party": ("role", "name"),
    **{f"sign.{key}": () for key in ("who", "told", "consent", "choice", "date", "blank", "informer")},
}


def paper(case: "Case", setting: Setting) -> Paper:
    """The notice of a case; parties with ties and the assignments come loaded."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, own = wording.say, setting.organisation
    number = case.number or case.entry_number
    between = say(
        "between",
        applicants=parties.names(case, PartyRole.APPLICANT),
        respondents=parties.names(case, PartyRole.RESPONDENT),
        cause=case.cause,
        organisation=own.name,
        copies=words.count(len(holders.of_kind(PaperKind.RIGHTS_NOTICE, case, setting))),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Paragraph(between)]
    blocks.append(Heading(say("heading.rights")))
    blocks += [Paragraph(say(f"rights.{key}")) for key in _RIGHTS]
    blocks.append(Paragraph(say("rights.limit", received=forms.day(case.received_on))))
    blocks.append(Heading(say("heading.privacy")))
    blocks.append(Paragraph(say("privacy.who", organisation=own.name, address=own.address, phone=own.phone)))
    blocks += [Paragraph(say(f"privacy.{key}")) for key in _PRIVACY]
    blocks.append(Fields(tuple(_to_sign(case, setting, wording, said)), GRID))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="notice")


def _to_sign(case: "Case", setting: Setting, wording: Wording, said: Wording) -> Iterator[FormRow]:
    """A row for each party with two places to sign (its statutory agent signs for it, its representatives for a group); who told it."""
    say, blank = wording.say, wording.say("sign.blank")
    yield FormRow(tuple(Cell(say(f"sign.{key}"), span, True) for key, span in zip(("who", "told", "consent", "date"), SPANS, strict=True)))
    for party in parties.sides(case):
        name = say("sign.party", role=said.word("role", party.role), name=party.name)
        for helper, tie in parties.helpers(case, party):
            if tie.role is PartyRole.LEGAL_GUARDIAN:
                name += "\n" + say("sign.party", role=said.word("role", tie.role), name=helper.name)
        speakers = "、".join(member.name for member in party.members if member.represents)
        if speakers:
            name += "\n" + say("sign.party", role=said.word("signer", "representative"), name=speakers)
        cells = (Cell(name, SPANS[0]), Cell("", SPANS[1]), Cell(say("sign.choice"), SPANS[2]), Cell(blank, SPANS[3], align=Align.RIGHT))
        yield FormRow(cells, HAND)
    lead = next((one for one in case.assignments if one.ended_on is None and one.role is AssignmentRole.LEAD_MEDIATOR), None)
    mediator = setting.mediators.get(lead.mediator_id) if lead is not None else None
    name = say("sign.party", role=say("sign.informer"), name=mediator.name if mediator else "")
    yield FormRow((Cell(name, SPANS[0]), Cell("", SPANS[1] + SPANS[2]), Cell(blank, SPANS[3], align=Align.RIGHT)), HAND)
