"""A complaint or answer in words, for causes for which the court has no element form (CPC 124, 128): parties, claims, facts, evidence."""

from typing import TYPE_CHECKING

from db.vocabulary import PartyRole
from desktop.documents import parties, template, words
from desktop.documents.blocks import Blank, Block, Heading, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.court.sides import as_plaintiffs
from desktop.documents.setting import Setting
from desktop.domain import money
from desktop.domain.element_forms.assembly import in_suit

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.court import Court

KIND = "narrative_claim"
DECLARED: template.Declared = {
    "title.*": (),
    "number": ("number",),
    "cause": ("cause",),
    "claim": ("n", "claim"),
    "amount": ("figures", "capitals"),
    "to": (),
    "court": ("court",),
    "copies": ("n",),
    "evidence": ("n", "name", "kind", "proves"),
    "sign": ("role",),
    "day": (),
    "heading.*": (),
    "word.*": (),
}


def paper(kind: str, case: "Case", setting: Setting, court: "Court | None", court_number: str) -> Paper:
    """The complaint of the applicants (`claim`), or room for the answer of the respondents to it (`answer`)."""
    wording = words.of(setting, KIND, DECLARED)
    said = as_plaintiffs(words.shared(setting))
    say, answers = wording.say, kind == "answer"
    title = say(f"title.{kind}")
    blocks: list[Block] = [Title(title)]
    if answers:
        blocks.append(Paragraph(say("number", number=court_number), indent=False))
    blocks += [Paragraph(text) for text in parties.sentences(said, case)]
    blocks.append(Paragraph(say("cause", cause=case.cause)))
    if answers:
        blocks += [Heading(say("heading.answer")), Blank(8, True), Heading(say("heading.reasons")), Blank(8, True)]
    else:
        blocks.append(Heading(say("heading.claims")))
        blocks += [Paragraph(say("claim", n=n, claim=in_suit(claim))) for n, claim in enumerate(case.claims, 1)] or [Blank(3, True)]
        if case.claim_fen is not None:
            blocks.append(Paragraph(say("amount", figures=money.figures(case.claim_fen), capitals=money.capitals(case.claim_fen))))
        blocks += [Heading(say("heading.facts")), Paragraph(in_suit(case.summary)) if case.summary.strip() else Blank(8, True)]
    blocks.append(Heading(say("heading.evidence")))
    listed = _evidence(case, wording, answers)
    blocks += [Paragraph(line) for line in listed] or [Blank(3, True)]
    blocks += [
        Paragraph(say("to"), keep=True),
        Paragraph(say("court", court=court.name if court else "　　　　　　人民法院"), indent=False, keep=True),
    ]
    role = PartyRole.RESPONDENT if answers else PartyRole.APPLICANT
    others = sum(1 for party in case.parties if party.role in parties.SIDES and party.role is not role)
    signer = say("sign", role=wording.word("word", "answerer" if answers else "plaintiff"))
    blocks += [Paragraph(signer, keep=True), Paragraph(say("day"))]
    blocks.append(Paragraph(say("copies", n=words.count(max(others, 1)))))
    return heads.of_a_party(words.paper(kind, title, case.number or case.entry_number, setting, blocks))


def _evidence(case: "Case", wording: template.Wording, answers: bool) -> list[str]:
    against = {party.id for party in case.parties if party.role is PartyRole.RESPONDENT}
    rows = [one for one in case.evidence if (one.party_id in against) is answers]
    kind = {True: wording.word("word", "original"), False: wording.word("word", "copy")}
    return [wording.say("evidence", n=n, name=one.name, kind=kind[one.original], proves=one.proves) for n, one in enumerate(rows, 1)]
