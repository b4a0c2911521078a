"""Undertaking of an applicant for confirmation 承诺书: only where the court asks for a sheet besides the application (forms 2.1, 2.3)."""

from typing import TYPE_CHECKING

from desktop.documents import parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.court import Court

KIND = "undertaking"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("court",),
    "text": ("number", "day", "organisation"),
    "promise.*": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, court: "Court | None") -> Paper:
    """The undertaking, signed by all sides."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    number = agreement.number or heads.number(case)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", court=court.name if court else "　　　　　　人民法院"), indent=False))
    blocks.append(Paragraph(say("text", number=number, day=heads.day(agreement.day), organisation=setting.organisation.name)))
    blocks += [Paragraph(say(f"promise.{name}")) for name in ("true", "free", "honest", "harmless", "liable")]
    sides = parties.sides(case)
    lines = tuple(words.line(said, said.word("role", one.role), one.name, "body" if one.uscc else "person") for one in sides)
    blocks.append(words.signatures(said, lines))
    return heads.of_a_party(words.paper(KIND, say("title"), number, setting, blocks, layout="record"))
