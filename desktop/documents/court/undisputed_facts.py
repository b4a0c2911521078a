"""Record of undisputed facts 无争议事实记载表: rows of the element form as the applicant states them, and whether the other side objects.

OMR 18, 22: in writing, signed by the parties; such facts need no proof in the suit, except where the State, the public or others are
concerned. Each party signs every page (forms brief 3.6).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Heading, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "undisputed_facts"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("applicants", "respondents", "cause", "organisation", "day"),
    "consent": ("day",),
    "notice": (),
    "none": (),
    "column.*": (),
    "heading.*": (),
    "word.*": (),
}


def paper(case: "Case", setting: Setting, rows: Sequence[tuple[str, str, bool | None]]) -> Paper:
    """The record; `rows` are (row of the form, the applicant's statement, whether the respondent objects) of what has been filled in.

    What was written down at the end of the mediation stands first, confirmed by both sides.
    """
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    kept = case.undisputed[-1] if case.undisputed else None
    day = heads.day(kept.day if kept else None)
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case) or heads.number(case)))]
    blocks.append(Paragraph(say("text", organisation=setting.organisation.name, day=day, **told)))
    confirmed = [(fact, "", say("word.confirmed")) for one in case.undisputed for fact in one.facts]
    mark = {True: say("word.objects"), False: say("word.agrees"), None: say("word.open")}
    confirmed += [(f"{label}：{text}", "", mark[objects]) for label, text, objects in rows if text.strip() and objects is not True]
    head = tuple(say(f"column.{name}") for name in ("n", "fact", "evidence", "confirmed"))
    table = tuple((str(n), *row) for n, row in enumerate(confirmed, 1)) or (("1", "", "", say("word.open")),)
    blocks.append(Table(head, table, (1.4, 8.0, 2.6, 3.2), (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT)))
    blocks.append(Heading(say("heading.disputed")))
    disputed = [one for facts in case.undisputed for one in facts.still_disputed] + [label for label, _text, objects in rows if objects]
    blocks += [Paragraph(f"{n}. {one}") for n, one in enumerate(dict.fromkeys(disputed), 1)] or forms.prose(
        setting, wording.given("none"), 3
    )
    blocks += [Paragraph(say("notice")), Paragraph(say("consent", day=heads.day(kept.consented_on if kept else None)))]
    lines = [words.line(said, said.word("role", one.role), one.name, "body" if one.uscc else "person") for one in parties.sides(case)]
    lines.append(words.line(said, said.word("signer", "mediator"), heads.mediators(case, setting), "plain"))
    blocks.append(words.signatures(said, tuple(lines)))
    foot = tuple(f"{said.word('role', one.role)}：" for one in parties.sides(case)[:3])
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form", page_signatures=foot)
