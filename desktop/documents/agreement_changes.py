"""What changed between two versions of an agreement, as a table to lay before the parties or to keep (an inner paper)."""

from collections.abc import Sequence

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, PaperState, Table, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain.agreement_changes import Change

KIND = "agreement_changes"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "old", "new"),
    "what": (),
    "before": (),
    "after": (),
    "nothing": (),
    "inner": (),
}


def paper(number: str, old: int, new: int, changes: Sequence[Change], setting: Setting) -> Paper:
    """The comparison of two versions by their numbers."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number, old=old, new=new), Align.CENTRE)]
    if changes:
        rows = tuple((change.what, shown(change.before), shown(change.after)) for change in changes)
        head = (say("what"), say("before"), say("after"))
        blocks.append(Table(head, rows, (2.2, 4.2, 4.2), (Align.LEFT, Align.LEFT, Align.LEFT)))
    else:
        blocks.append(Notice(say("nothing")))
    blocks.append(Notice(say("inner")))
    return Paper(
        kind=KIND,
        title=say("title"),
        number=number,
        organisation=setting.organisation.name,
        furniture=words.furniture(words.shared(setting), KIND),
        blocks=tuple(blocks),
        layout="report",
        state=PaperState.ISSUED,
        training=setting.training,
    )
