"""Changes by hand on a printed paper as a page behind it, and 作废 on what is void: beside the frozen blocks, never in them."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import forms, template
from desktop.documents.blocks import Align, Heading, Notice, PageBreak, Paper, Paragraph, Table
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.paper_sheet import PaperCorrection

KIND = "corrections"
COLUMNS = (("n", 1.0), ("place", 2.6), ("old", 4.0), ("new", 4.0), ("by", 3.0), ("day", 2.4))
DECLARED: template.Declared = {
    "title": (),
    "text": ("number", "version", "day"),
    "mark": ("count",),
    "void": (),
    "rest": (),
    "column.*": (),
}


def shown_on(paper: Paper, rows: "Sequence[PaperCorrection]", void: bool) -> Paper:
    """The frozen paper as it is printed now: marked void, or with its corrections behind it; else itself."""
    if not rows and not void:
        return paper
    wording = template.wording(KIND, DECLARED, paper.language.replace("-", "_") if paper.language else template.LANGUAGE)
    say = wording.say
    marks = list(paper.marks)
    if void:
        marks.append(say("void"))
    if not rows:
        return dataclasses.replace(paper, marks=tuple(marks))
    marks.append(say("mark", count=len(rows)))
    table = Table(
        tuple(say(f"column.{key}") for key, _width in COLUMNS),
        tuple(
            (str(one.ordinal), one.place, shown(one.old), shown(one.new), "、".join(one.fingerprints), forms.day(one.day)) for one in rows
        ),
        tuple(width for _key, width in COLUMNS),
        (Align.CENTRE, *[Align.LEFT] * 5),
    )
    days = sorted({one.day for one in rows})
    told = say("text", number=paper.number, version=paper.version, day="、".join(forms.day(day) for day in days))
    page = (PageBreak(), Heading(say("title")), Paragraph(told), table, Notice(say("rest")))
    return dataclasses.replace(paper, blocks=(*paper.blocks, *page), marks=tuple(marks))
