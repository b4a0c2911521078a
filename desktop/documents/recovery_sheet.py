"""The recovery sheet of an office: the key in groups, and what to do with it. It is printed once and stored nowhere."""

from datetime import date

from desktop.documents import template, words
from desktop.documents.blocks import Align, Blank, Block, Cell, Fields, FormRow, Heading, Paper, PaperState, Paragraph, Table, Title
from desktop.domain import dates

KIND = "recovery_sheet"
WORDS = ("title", "office", "made_on", "number", "group", "keep", "keep_text", "use", "use_text", "lost", "lost_text", "keeper")
DECLARED: template.Declared = {name: () for name in WORDS}


def paper(office: str, groups: tuple[str, ...], made_on: date, *, training: bool = False, language: str = template.LANGUAGE) -> Paper:
    """The sheet for the office of this name; `groups` are the groups of the key in order."""
    wording = template.wording(KIND, DECLARED, language)
    say = wording.say
    half = (len(groups) + 1) // 2
    rows = []
    for n in range(half):
        right = (str(n + half + 1), groups[n + half]) if n + half < len(groups) else ("", "")
        rows.append((str(n + 1), groups[n], *right))
    head = (say("number"), say("group")) * 2
    blocks: list[Block] = [
        Title(say("title")),
        Fields(
            (
                FormRow((Cell(say("office"), 1, True), Cell(office, 3))),
                FormRow((Cell(say("made_on"), 1, True), Cell(dates.in_words(made_on)), Cell(say("keeper"), 1, True), Cell("")), 12.0),
            ),
            (1.0, 2.0, 1.0, 2.0),
        ),
        Table(head, tuple(rows), (1.0, 4.0, 1.0, 4.0), (Align.CENTRE,) * 4),
        Blank(1),
    ]
    for name in ("keep", "use", "lost"):
        blocks += [Heading(say(name)), Paragraph(say(f"{name}_text"))]
    furniture = words.furniture(words.words(language))
    return Paper(KIND, say("title"), "", office, furniture, tuple(blocks), layout="form", state=PaperState.ISSUED, training=training)
