"""Guide to filing a suit after a failed mediation 诉讼立案指引: court, fee and what a settlement would have saved, what to bring.

CPC 22 to 35, 122, 126; CPCI 18, 28; 诉讼时效规定 12; 诉讼费用交纳办法 13, 15, 44 to 48; the sums come from `domain.court_fee`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Heading, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.domain import court_fee, money

if TYPE_CHECKING:
    from datetime import date

    from db.models.case import Case
    from desktop.domain.court_fee import Fee
    from desktop.domain.filing import Place

KIND = "filing_guide"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("name",),
    "text": ("applicants", "respondents", "cause", "day", "reason"),
    "heading.*": (),
    "court": ("n", "court", "points", "address", "phone"),
    **{f"point.{key}": ("name",) for key in ("defendant", "receiver")},
    **{f"point.{key}": () for key in ("referred", "immovable", "estate", "work", "performance", "tort")},
    "clause": ("clause",),
    "no_court": (),
    "first.*": (),
    "fee.property": ("claim", "fee"),
    "fee.flat": ("fee",),
    "fee.unknown": (),
    "fee.saved": ("fee", "mediated"),
    "fee.reduction": (),
    "paper.*": (),
    "form": ("form",),
    "no_form": (),
    "platform": ("number",),
    "time.*": (),
    "column.*": (),
}


def paper(
    case: "Case", setting: Setting, places: "Sequence[Place]", fee: "Fee | None", form: str, day: "date"
) -> Paper:  # fmt: skip
    """The guide for the applicants; `form` is the name of the element form of the cause, '' where there is none."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    blocks.append(Paragraph(say("to", name=heads.applicants(case)), indent=False))
    ended_on, reason = heads.day(ended.concluded_on if ended else None), (ended.reason if ended else "").rstrip("。")
    blocks.append(Paragraph(say("text", day=ended_on, reason=reason, **told)))
    blocks.append(Heading(say("heading.court")))
    blocks += _courts(case, wording, places)
    blocks.append(Heading(say("heading.fee")))
    blocks += _fee(wording, fee)
    blocks.append(Heading(say("heading.papers")))
    names = ("identity", "authority", "evidence", "copies", "address")
    lines = [say("form", form=form) if form else say("no_form"), *(say(f"paper.{name}") for name in names)]
    blocks += [Paragraph(f"{n}. {line}") for n, line in enumerate(lines, 1)]
    if case.platform_number:
        blocks.append(Paragraph(say("platform", number=case.platform_number)))
    blocks.append(Heading(say("heading.time")))
    blocks += [Paragraph(say(f"time.{name}")) for name in ("limitation", "filing")]
    blocks.append(forms.seal(words.shared(setting), setting, None if setting.hand else day))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="record")


def _courts(case: "Case", wording: template.Wording, places: "Sequence[Place]") -> list[Block]:
    say = wording.say
    out: list[Block] = []
    if "劳动" in case.cause:
        out.append(Paragraph(say("first.arbitration")))
    if case.arbitration_clause.strip():
        out.append(Paragraph(say("clause", clause=case.arbitration_clause.strip().rstrip("。"))))
    for n, place in enumerate(places, 1):
        points = "、".join(say(f"point.{code}", name=name) if name else say(f"point.{code}") for code, name in place.points)
        out.append(
            Paragraph(say("court", n=n, court=place.court.name, points=points, address=place.court.address, phone=place.court.phone))
        )
    return out if places else [*out, Paragraph(say("no_court"))]


def _fee(wording: template.Wording, fee: "Fee | None") -> list[Block]:
    say = wording.say
    if fee is None:
        return [Paragraph(say("fee.unknown")), Paragraph(say("fee.reduction"))]
    total = court_fee.in_words(fee)
    out: list[Block] = []
    if fee.kind == "property":
        out.append(Paragraph(say("fee.property", claim=money.figures(fee.claim), fee=total)))
        rows = tuple(
            (str(n), money.figures(step.part), f"{step.rate.normalize():f}%" if step.rate is not None else "／", money.figures(step.fee))
            for n, step in enumerate(fee.steps, 1)
        )
        head = tuple(say(f"column.{name}") for name in ("n", "part", "rate", "fee"))
        align = (Align.CENTRE, Align.RIGHT, Align.CENTRE, Align.RIGHT)
        out.append(Table(head, rows, (1.2, 4.4, 2.4, 3.6), align, (say("column.total"), "", "", money.figures(fee.fee))))
    else:
        out.append(Paragraph(say("fee.flat", fee=total)))
    out.append(Paragraph(say("fee.saved", fee=total, mediated=money.figures(fee.mediated))))
    return [*out, Paragraph(say("fee.reduction"))]
