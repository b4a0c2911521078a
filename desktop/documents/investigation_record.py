"""Record of an investigation 调查记录 (司发通〔2010〕239号; domain brief 4.1, no. 6; personal details may stay open)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import case_row, forms, parties, speeches, template, words
from desktop.documents.blocks import Block, Cell, Fields, FormRow, Heading, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import dates

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "investigation_record"
GRID = (1.0,) * 12
LINES = 14
ASKED = ("name", "sex", "ethnic_group", "born", "work", "residence", "paper", "id_number", "phone")
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "asked": ASKED,
    "asked_by_hand": (),
    "told": (),
    "read": (),
    "read_aloud": (),
    "none": (),
    "time": ("day", "begins", "ends"),
    "matter": parties.MATTER,
    "label.*": (),
    "heading.text": (),
    "page.*": (),
    "sign.*": (),
}


def paper(case: "Case", told: Mapping[str, Any], setting: Setting) -> Paper:
    """The record; `told` are the values of its sheet: when, where, who was asked (`asked[]`), by whom, what was said."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    asked = list(told.get("asked") or [])
    investigators = list(told.get("investigators") or []) or case_row.mediators(case, setting)[:1]

    def row(*pairs: tuple[str, object, int]) -> FormRow:
        cells = ((Cell(say(f"label.{label}"), 2, True), Cell(shown(value), span)) for label, value, span in pairs)
        return FormRow(tuple(cell for pair in cells for cell in pair))

    when = say("time", day=forms.day(told.get("day")), begins=told.get("begins"), ends=told.get("ends"))
    none = wording.given("none")
    rows = (
        row(("time", when, 10)),
        row(("place", told.get("place"), 10)),
        row(("matter", say("matter", **parties.matter(case)), 10)),
        row(("asked", "\n".join(_asked(one, said, wording) for one in asked or ([{}] if setting.hand else [])), 10)),
        row(("participants", "、".join(told.get("participants") or []) or none, 10)),
        row(("investigators", "、".join(investigators), 5), ("recorder", told.get("recorder"), 3)),
        row(("language", told.get("language"), 5), ("interpreter", told.get("interpreter") or none, 3)),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number)), Fields(rows, GRID), Paragraph(say("told"))]
    blocks.append(Heading(say("heading.text")))
    blocks += speeches.blocks(case, str(told.get("text") or ""), setting, said, investigators, LINES)
    blocks += speeches.closing(
        said,
        interpreter=(str(told.get("interpreter") or ""), str(told.get("interpreter_unit") or ""), str(told.get("interpreter_id") or "")),
        read=say("read_aloud" if told.get("read_aloud") else "read"),
        witness=str(told.get("witness") or ""),
    )
    lines = [words.line(said, say("sign.asked"), str(one.get("name") or ""), "person") for one in asked or [{}]]
    if told.get("witness") or (told.get("read_aloud") and not setting.hand):
        lines.append(words.line(said, said.word("signer", "witness"), str(told.get("witness") or ""), "plain"))
    if told.get("interpreter"):
        lines.append(words.line(said, said.word("signer", "interpreter"), str(told["interpreter"]), "plain"))
    lines += [words.line(said, say("sign.investigator"), name, "plain") for name in investigators or [""]]
    lines.append(words.line(said, said.word("signer", "recorder"), str(told.get("recorder") or ""), "plain"))
    blocks.append(words.signatures(said, tuple(lines)))
    feet = tuple(say(f"page.{name}") for name in ("asked", "investigator", "recorder"))
    title = say("title").replace(" ", "")
    return words.paper(KIND, title, number, setting, blocks, layout="record", page_signatures=feet)


def _asked(one: Mapping[str, Any], said: template.Wording, wording: template.Wording) -> str:
    if wording.hand:
        return wording.say("asked_by_hand")
    born = one.get("birth_date")
    return wording.say(
        "asked",
        name=one.get("name"),
        sex=said.word("sex", one.get("sex")),
        ethnic_group=parties.ethnic_group(str(one.get("ethnic_group") or "")),
        born=f"{dates.in_words(born)}出生" if born else "",
        work=one.get("work"),
        residence=one.get("residence"),
        paper=said.word("paper", "resident_id") if one.get("id_number") else "",
        id_number=one.get("id_number"),
        phone=one.get("phone"),
    )
