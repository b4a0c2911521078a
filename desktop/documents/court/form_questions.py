"""What is still to be asked before an element form is handed in: one question a line with room for the answer, and what does not agree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Table, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from desktop.domain.element_forms.filling import Question

KIND = "form_questions"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "form"),
    "notice": (),
    "nothing": (),
    "heading.*": (),
    "column.*": (),
}


def paper(
    form: str, number: str, questions: "Sequence[Question]", contradictions: Sequence[str], setting: Setting
) -> Paper:  # fmt: skip
    """The sheet for the form of this name."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number, form=form), Align.LEFT)]
    if contradictions:
        blocks.append(Heading(say("heading.contradictions")))
        blocks += [Paragraph(f"{n}. {sentence}") for n, sentence in enumerate(contradictions, 1)]
    if questions:
        rows = tuple((str(n), one.row.replace("\n", ""), one.what, "") for n, one in enumerate(questions, 1))
        head = tuple(say(f"column.{name}") for name in ("n", "row", "question", "answer"))
        blocks.append(Table(head, rows, (1.4, 4.0, 4.2, 5.0), (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT)))
    else:
        blocks.append(Paragraph(say("nothing")))
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")
