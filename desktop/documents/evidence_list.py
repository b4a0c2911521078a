"""The list of evidence 证据材料清单 with sheets of photos (domain brief 4.1, no. 7, recall)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import PartyRole
from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, PageBreak, Paper, Photos, Table, Title
from desktop.documents.picture_blocks import Photo
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from datetime import date

    from db.models.case import Case
    from db.models.evidence import Evidence

KIND = "evidence_list"
COLUMNS = (
    ("n", 1.1, Align.CENTRE), ("name", 4.0, Align.LEFT), ("count", 2.0, Align.LEFT), ("original", 1.6, Align.CENTRE),
    ("party", 2.2, Align.LEFT), ("proves", 3.8, Align.LEFT), ("received", 2.2, Align.LEFT), ("returned", 2.2, Align.LEFT),
)  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "photos": (),
    "notice": (),
    "column.*": (),
    "say.count": ("copies", "pages"),
    "say.missing": ("until",),
    "say.original": (),
    "say.copy": (),
    "say.caption": ("n", "name", "evidence", "day"),
    "say.glue": ("n",),
    "sign.*": (),
}


class Picture(NamedTuple):
    """A photo of the file: `data` is a JPEG in base64, `evidence` the number of what it shows, None where it shows the case alone."""

    name: str
    data: str
    evidence: int | None
    taken_on: "date | None"


def paper(case: "Case", pictures: Sequence[Picture], setting: Setting) -> Paper:
    """The list, and the photos two on a page; a blank form has one sheet to glue on."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    rows = tuple(_row(case, one, wording) for one in case.evidence)
    head = tuple(say(f"column.{key}") for key, _w, _a in COLUMNS)
    table = Table(head, rows, tuple(width for _k, width, _a in COLUMNS), tuple(align for _k, _w, align in COLUMNS))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), table, Notice(say("notice"))]
    givers = [party.name for party in parties.sides(case) if any(one.party_id == party.id for one in case.evidence)]
    lines = [words.line(said, say("sign.giver"), name, "plain") for name in givers or [parties.names(case, PartyRole.APPLICANT)]]
    lines.append(words.line(said, say("sign.taker"), "", "plain"))
    blocks.append(words.signatures(said, tuple(lines)))
    items = [_photo(n, one, wording) for n, one in enumerate(pictures, 1)]
    if setting.hand:
        items = [Photo(say("say.glue", n=n)) for n in (1, 2)]
    if items:
        blocks += [PageBreak(), Heading(say("photos")), Photos(tuple(items))]
    return words.paper(KIND, say("title"), number, setting, blocks, layout="report")


def _row(case: "Case", one: "Evidence", wording: template.Wording) -> tuple[str, ...]:
    say = wording.say
    party = next((party.name for party in case.parties if party.id == one.party_id), "")
    received = _day(one.received_on)
    if one.received_on is None and one.missing_until is not None:
        received = say("say.missing", until=_day(one.missing_until))
    return (
        str(one.ordinal),
        shown(one.name),
        say("say.count", copies=one.copies, pages=one.pages),
        say("say.original") if one.original else say("say.copy"),
        shown(party),
        shown(one.proves),
        shown(received),
        shown(" ".join(part for part in (_day(one.returned_on), one.returned_to) if part)) if one.original else "",
    )


def _photo(n: int, one: Picture, wording: template.Wording) -> Photo:
    said = wording.say("say.caption", n=n, name=one.name, evidence=one.evidence, day=forms.day(one.taken_on))
    return Photo(said, one.data)


def _day(value: "date | None") -> str:
    return f"{value.year}.{value.month}.{value.day}" if value else ""
