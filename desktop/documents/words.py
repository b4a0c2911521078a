"""The words that all kinds of paper share: what stands in head and foot, how parties are written, how one signs."""

import dataclasses
from datetime import date

from desktop.documents import mongolian_phrases, own_page, template
from desktop.documents.blocks import Block, Furniture, Number, Paper, Paragraph, SignatureLine, Signatures, Title, Vertical, chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import dates

READ_BEFORE = ("agreement", "confirmation_application")  # what is read aloud and changed before it is issued says so; a form does not
LARGE = "large"  # the layout of large print
PERSON = ("role", "name", "other_names", "sex", "ethnic_group", "birth_date", "work", "residence")
HELPER = ("name", "principal", "relation", "paper", "id_number", "authority", "phone")
DECLARED: template.Declared = {
    "furniture.page": ("page", "pages"),
    "furniture.training": (),
    "furniture.reading": (),
    "furniture.copy": (),
    "furniture.large": (),
    "furniture.numbered_copy": ("copy", "n"),
    "replaces.line": ("number", "version", "day"),
    "clause_number": ("n",),
    "amount.money": ("figures",),
    "amount.cell": ("figures",),
    "amount.things": ("quantity", "unit"),
    "amount.act": ("n",),
    "amount.line": ("n", "subject", "owed", "done", "left", "late"),
    **{f"{group}.*": () for group in ("sex", "role", "authority", "paper", "signer", "guest", "hint", "signatures")},
    "spoken.interpreted": ("name", "unit", "id_number"),
    "spoken.witnessed": ("name",),
    "spoken.signed": ("name",),
    "spoken.read_to": ("names",),
    "party.by_hand": ("role",),
    "party.person": (*PERSON, "paper", "id_number", "phone"),
    "party.company": ("role", "name", "uscc", "address", "phone"),
    "party.business": ("role", "name", "trade_name", "uscc", "address", "phone"),
    "party.legal_representative": ("name", "post", "phone"),
    "party.operator": ("name", "id_number", "phone"),
    "party.household": ("role", "name", "count", "residence", "phone"),
    "party.group": ("role", "name", "count", "residence", "phone"),
    "party.member": ("name", "sex", "birth_date", "paper", "id_number", "relation", "phone"),
    "party.represented_by": ("name", "relation", "paper", "id_number", "authority", "phone"),
    "party.listed": (),
    "party.guardian": HELPER,
    "party.agent": (*HELPER, "employer", "level", "items"),
    "party.helper": (*HELPER, "role"),
    "party.other_names": ("names",),
    "party.list_title": ("name",),
    **{f"party.list_{key}": () for key in ("number", "name", "id", "relation", "phone", "amount", "account", "total")},
}


def words(language: str, own: str = "") -> Wording:
    """The shared words in the language of the papers."""
    return template.wording("words", DECLARED, language, own)


def shared(setting: Setting) -> Wording:
    """The shared words of a paper in its setting; a blank form has lines for the hand in them."""
    return words(setting.language, setting.own.get("words", "")).by_hand(setting.hand)


def of(setting: Setting, kind: str, declared: template.Declared) -> Wording:
    """The wording of a kind in its setting."""
    return template.wording(kind, declared, setting.language, setting.own.get(kind, "")).by_hand(setting.hand)


def furniture(said: Wording, kind: str = "agreement") -> Furniture:
    """The words of head and foot, to be kept with the paper; forms and records, signed as they are printed, bear no mark of a draft."""
    page, training, reading, copy = (said.sentences[f"furniture.{name}"] for name in ("page", "training", "reading", "copy"))
    return Furniture(page, training, reading if kind in READ_BEFORE else "", copy)


def large(paper: Paper) -> Paper:
    """The same words in large print, for one who sees little: a mark in the head says that it is this print of the paper."""
    mark = words(paper.language).say("furniture.large")
    return dataclasses.replace(paper, layout=LARGE, page=(), marks=(*paper.marks, mark))


def replacing(paper: Paper, number: str, version: int, day: date) -> Paper:
    """The paper with a line under its number that says which issued one it replaces."""
    line = Paragraph(words(paper.language).say("replaces.line", number=number, version=version, day=dates.in_words(day)), indent=False)
    at = next((n for n, block in enumerate(paper.blocks) if isinstance(block, Number)), 0) + 1
    return dataclasses.replace(paper, blocks=(*paper.blocks[:at], line, *paper.blocks[at:]))


def count(n: int) -> str:
    """A number of copies, as one says it: 两份, 三份."""
    return "两" if n == 2 else chinese_number(n)


def signatures(said: Wording, lines: tuple[SignatureLine, ...]) -> Signatures:
    """The signing table with its head."""
    head = tuple(said.word("signatures", name) for name in ("capacity", "name", "sign", "date"))
    return Signatures((head[0], head[1], head[2], head[3]), lines)


def line(said: Wording, capacity: str, name: str, hint: str) -> SignatureLine:
    """One line of a signing table; `hint` is the code of how one signs."""
    return SignatureLine(capacity, name, said.word("hint", hint), said.word("signatures", "blank_date"))


def paper(
    kind: str,
    title: str,
    number: str,
    setting: Setting,
    blocks: list[Block],
    layout: str = "official",
    page_signatures: tuple[str, ...] = (),
) -> Paper:
    """A paper of the organisation in its setting, on the office's own page where it has one."""
    own = own_page.read(setting.own.get("page", ""))
    return Paper(
        kind=kind,
        title=title,
        number=number,
        organisation=setting.organisation.letterhead.strip() or setting.organisation.name,
        furniture=furniture(shared(setting), kind),
        blocks=own.dressed(kind, _with_mongolian(setting, tuple(blocks))),
        version=setting.version,
        layout=layout,
        page=own.numbers(layout),
        state=setting.state,
        training=setting.training,
        page_signatures=page_signatures,
    )


def _with_mongolian(setting: Setting, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The approved Mongolian of the title, and of the organisation's name, in columns before the title."""
    phrases = mongolian_phrases.read(setting.own.get("mongolian", ""))
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Title)), None)
    if not phrases.approved or at is None:
        return blocks
    title = blocks[at]
    assert isinstance(title, Title)
    found = tuple(words for words in (phrases.of(setting.organisation.name), phrases.of(title.text.replace(" ", ""))) if words)
    return (*blocks[:at], Vertical(found), *blocks[at:]) if found else blocks
