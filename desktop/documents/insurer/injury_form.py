"""Settlement of an injury with an insurer 人伤调解表: the two sides, heads with their sums, share, what is paid in all (forms 6.1)."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from db.vocabulary import PartyRole
from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Number, Paper, Title
from desktop.documents.court import heads
from desktop.documents.insurer.damages_table import OF_GROUP
from desktop.documents.setting import Setting
from desktop.domain import money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "injury_form"
FINE = 2  # columns of this form to one of the common grid: sums of six figures stand beside their heads
SPAN = {"head": 10, "claimed": 7, "paid": 7}  # of a head of damage
MEDICAL = ("medical", "cosmetic", "hospital_meals", "later_treatment", "nutrition")
DEATH = (
    "funeral", "death", "disability", "transport", "care", "rehabilitation", "aids", "lodging", "lost_income", "dependants",
    "funeral_travel", "mental",
)  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "report", "code"),
    "label.*": (),
    "head.*": (),
    "word.*": (),
    "head_cell": ("mark", "head"),
    "column.*": (),
    "sums": ("claimed", "paid"),
    "yuan": ("amount",),
    "percent": ("share",),
    "capitals": ("figures", "capitals"),
    "section.*": (),
    "since": ("since",),
    "final": ("mark",),
}


def paper(case: "Case", injured: "Party", setting: Setting, facts: Mapping[str, Any], given: Mapping[str, Any]) -> Paper:
    """The form of one injured party; `facts` are the clean facts, `given` what was agreed with the insurer."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    report = "、".join(
        dict.fromkeys(one["report_number"] for key in ("policies", "vehicles") for one in facts.get(key) or () if one.get("report_number"))
    )
    blocks: list[Block] = [Title(say("title"))]
    blocks.append(Number(say("number", number=heads.number(case), report=report, code=facts.get("query_code") or ""), Align.LEFT))
    blocks.append(Fields(tuple(_rows(case, injured, wording, words.shared(setting), facts, given)), (1.0,) * (len(forms.GRID) * FINE)))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="notice")


def _rows(*told: Any) -> Iterator[FormRow]:
    for row in _common(*told):
        if sum(cell.span for cell in row.cells) == len(forms.GRID):
            row = FormRow(tuple(dataclasses.replace(cell, span=cell.span * FINE) for cell in row.cells), row.height)
        yield row


def _common(
    case: "Case", injured: "Party", wording: template.Wording, said: template.Wording, facts: Mapping[str, Any], given: Mapping[str, Any]
) -> Iterator[FormRow]:
    row, say = heads.row, wording.say
    told: Mapping[str, Any] = next((one for one in facts.get("injured") or () if one["name"].strip() == injured.name.strip()), {})
    when = heads.day(facts.get("accident_on")) + (facts.get("accident_time") or "")
    yield row(wording, ("accident", when, 8), ("place", facts.get("accident_place") or case.place, 8))
    yield _bar(say("section.injured"))
    yield row(wording, ("name", injured.name, 8), ("sex", said.word("sex", injured.sex), 8))
    yield row(wording, ("id_number", injured.id_number, 8), ("phone", injured.phone, 8))
    yield row(wording, ("share", _share(wording, facts, injured.name), 8), ("work", told.get("occupation") or injured.occupation, 8))
    income = _sum(told.get("monthly_income"))
    yield row(
        wording, ("income", say("yuan", amount=income) if income else "", 8), ("employer", told.get("employer") or injured.employer, 8)
    )
    since = heads.day(told.get("residence_since"))
    yield row(wording, ("lives", (told.get("residence") or injured.usual_residence) + (say("since", since=since) if since else ""), 20))
    yield row(wording, ("registered", injured.registered_residence, 20))
    other = next((one for one in case.parties if one.role is PartyRole.RESPONDENT), None)
    yield _bar(say("section.insured"))
    yield row(wording, ("name", other.name if other else "", 8), ("sex", said.word("sex", other.sex if other else None), 8))
    yield row(wording, ("id_number", other.id_number if other else "", 8), ("phone", other.phone if other else "", 8))
    share = _share(wording, facts, other.name if other else "")
    yield row(wording, ("share", share, 8), ("determination", facts.get("determination_number") or "", 8))
    losses = [one for one in facts.get("losses") or () if not one.get("whose") or one["whose"].strip() == injured.name.strip()]
    yield _bar(say("section.medical"))
    yield from _heads(wording, losses, MEDICAL)
    yield _bar(say("section.death"))
    yield from _heads(wording, losses, DEATH)
    of_people = [one for one in losses if OF_GROUP.get(one["item"]) in ("medical", "death")]
    yield row(wording, ("all", say("sums", claimed=_total(of_people, "amount"), paid=_total(of_people, "agreed")), 20))
    yield row(wording, ("deductible", given.get("deductible") or facts.get("deductible_note") or "", 20))
    yield _bar(say("section.agreed"))
    yield row(wording, ("by_share", say("percent", share=given.get("share")) if given.get("share") is not None else "", 8),
              ("paid", _sum(given.get("paid")) or _sum(facts.get("paid_so_far")), 8))  # fmt: skip
    yield row(wording, ("from_injured", _sum(given.get("from_injured")), 8), ("to_injured", _sum(given.get("to_injured")), 8))
    total = given.get("total")
    amount = say("capitals", figures=money.figures(total), capitals=money.capitals(total)) if total is not None else ""
    yield row(
        wording, ("total", amount + say("final", mark="■" if given.get("final") else "□"), 12), ("due", heads.day(given.get("due_on")), 4)
    )
    yield row(wording, ("account_name", injured.account_name, 8), ("bank", injured.bank_name, 8))
    yield row(wording, ("account", injured.account_number, 20))
    yield forms.to_sign(wording, "sign_injured", "sign_other")
    yield forms.to_sign(wording, "sign_insurer", "day")


def _bar(text: str) -> FormRow:
    return FormRow((Cell(text, len(forms.GRID), True),))


def _heads(wording: template.Wording, losses: Sequence[Mapping[str, Any]], items: Sequence[str]) -> Iterator[FormRow]:
    """Two heads a row, ticked where something is claimed, with what is claimed and paid; then what the group comes to."""
    yield FormRow(tuple(Cell(wording.say(f"column.{name}"), span, True) for name, span in (*SPAN.items(), *SPAN.items())))
    cells: list[Cell] = []
    for item in items:
        known = [one for one in losses if one["item"] == item]
        cells.append(Cell(wording.say("head_cell", mark="■" if known else "□", head=wording.word("head", item)), SPAN["head"]))
        cells += [Cell(_total(known, key), SPAN[name], align=Align.RIGHT) for name, key in (("claimed", "amount"), ("paid", "agreed"))]
    if len(items) % 2:
        cells += [Cell("", span) for span in SPAN.values()]
    for n in range(0, len(cells), 6):
        yield FormRow(tuple(cells[n : n + 6]))
    known = [one for one in losses if one["item"] in items]
    yield heads.row(wording, ("sum", wording.say("sums", claimed=_total(known, "amount"), paid=_total(known, "agreed")), 20))


def _share(wording: template.Wording, facts: Mapping[str, Any], name: str) -> str:
    rows = [*(facts.get("vehicles") or ()), *(facts.get("road_users") or ())]
    told = next(
        (one.get("share") for one in rows if name.strip() in ((one.get("driver") or "").strip(), (one.get("name") or "").strip())), None
    )
    return wording.sentences.get(f"word.{told}", told or "") if told else ""


def _total(rows: Sequence[Mapping[str, Any]], key: str) -> str:
    known = [one[key] for one in rows if one.get(key) is not None]
    return money.figures(sum(known)) if known else ""


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""
