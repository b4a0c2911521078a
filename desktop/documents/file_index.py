"""The index of a file 卷内目录: number, name, page, note, in the fixed order of 司发通〔2010〕239号 (domain brief 4.1, no. 2)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, Table, Title
from desktop.documents.file_papers import Entry
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "file_index"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "label.*": (),
    "say.pages": ("first", "last"),
    "say.page": ("first",),
    "say.several": ("name", "n"),
    "note.*": (),
}


def paper(case: "Case", entries: Sequence[Entry], setting: Setting) -> Paper:
    """The index of these entries."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    number = case.number or case.entry_number
    rows = tuple((str(n), one.name, _pages(one, wording), one.note) for n, one in enumerate(entries, 1))
    head = tuple(say(f"label.{key}") for key in ("number", "name", "pages", "note"))
    table = Table(head, rows, (1.3, 8.6, 2.2, 3.6), (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.LEFT))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), table, Notice(say("notice"))]
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="form")


def _pages(entry: Entry, wording: template.Wording) -> str:
    if not entry.first:
        return ""
    if entry.first == entry.last:
        return wording.say("say.page", first=entry.first)
    return wording.say("say.pages", first=entry.first, last=entry.last)


def note(setting: Setting, key: str) -> str:
    """A remark of the index: `scan`, `original`, `paper`, `evidence`."""
    return words.of(setting, KIND, DECLARED).word("note", key)


def several(setting: Setting, name: str, n: int) -> str:
    """The name of one of several papers of a kind: 人民调解记录（2）; `n` 0 is the only one."""
    return words.of(setting, KIND, DECLARED).say("say.several", name=name, n=n) if n else name
