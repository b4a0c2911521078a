"""Harm to persons and things that is not of the road: losses, what each answers for, what is borne oneself, advances, who pays whom.

Source: 民法典 arts 1165, 1172, 1173, 1179 to 1184; 人身损害解释; domain brief 6.5. Insurance is not reckoned in.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from desktop.domain.calculation import paying
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Worked
from desktop.domain.calculation.paying import Debt
from desktop.domain.calculation.personal_injury import losses, sheet
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, plain, shown, split, yuan
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

WHOLE = Decimal(100)
_LIABLE = (
    Field("name", "text", N_("Name"), required=True, most=200, example="郭某某"),
    Field("percent", "decimal", N_("Share in per cent"), required=True, least=0, most=100, example="70"),
)
_THINGS = (
    Field("owner", "text", N_("Whose"), required=True, most=100, example="高某"),
    Field("what", "text", N_("What"), required=True, most=100, example="眼镜"),
    Field("amount", "money", N_("Amount"), required=True, example="800"),
)
INPUTS = (
    Field("happened_on", "date", N_("Day of the harm"), required=True, prefer="past", example="2023-10-05"),
    Field("people", "table", N_("Injured and killed"), rows=sheet.PERSON, most=50),
    Field("property", "table", N_("Damaged things"), rows=_THINGS, most=50),
    Field("liable", "table", N_("Those who answer for it"), required=True, rows=_LIABLE, most=20),
    Field(
        "own_percent", "decimal", N_("Own fault in per cent"), least=0, most=100, help=N_("Of who was harmed: it lowers the rest."),
        example="30",
    ),
    paying.ADVANCES,
)  # fmt: skip
HEADS = (
    *sheet.HEADS,
    Head("goods", N_("Damaged things")),
    Head("liable", N_("Those at fault pay themselves"), False),
    Head("own", N_("Borne by the injured himself"), False),
    Head("advanced", N_("Advanced or still unpaid"), False),
)


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The whole harm; Refusal with every contradiction at its field."""
    people = given.get("people") or ()
    late = book.later(("happened_on", given["happened_on"]))
    wrong = [*late, *_faults(given), *sheet.faults(people, given["happened_on"], book)]
    if wrong:
        raise Refusal.of(wrong)
    lines: list[Line] = []
    for n, person in enumerate(people):
        lines += losses.of_person(person, given["happened_on"], chosen, book, f"people.{n}")
    for row in given.get("property") or ():
        what = _("Damaged things") + f"（{row['what']}）"
        lines.append(Line("goods", what, _("as assessed or by receipts"), yuan(row["amount"]), _("Civil Code, art. 1184"), row["owner"]))
    borne = list(_borne(given, lines))
    debts = [debt for _line, debt in borne if debt is not None]
    advances = paying.advanced(given.get("advances") or ())
    lines += [*(line for line, _debt in borne), *(line for _row, line in advances)]
    victims = dict.fromkeys(line.whose for line in lines if line.whose)
    payments = paying.settle(debts, [row for row, _line in advances], {name: name for name in victims})
    return Worked(lines, [_("Insurance is not reckoned in.")], payments)


def _faults(given: Mapping[str, Any]) -> Iterator[Fault]:
    whole = sum((row["percent"] for row in given["liable"]), given.get("own_percent") or Decimal(0))
    if whole != WHOLE:
        sentence = _("The shares and the own fault add up to {whole}%, not to 100%.")
        yield Fault("liable.0.percent", sentence.format(whole=plain(whole)))
    harmed = {row["name"] for row in given.get("people") or ()} | {row["owner"] for row in given.get("property") or ()}
    if not harmed:
        yield Fault("people", _("Nobody is injured and nothing is damaged: there is nothing to compute."))
    names = [row["name"] for row in given["liable"]]
    for n, name in enumerate(names):
        if names.index(name) < n:
            yield Fault(f"liable.{n}.name", _("{name} stands twice: put what he claims into one row.").format(name=name))
        if name in harmed:
            yield Fault(f"liable.{n}.name", _("{name} was harmed himself: his part is the own fault.").format(name=name))
    for n, row in enumerate(given.get("advances") or ()):
        if row["to"] not in harmed:
            sentence = _("“{name}” has lost nothing here: name a person or the owner of a thing.")
            yield Fault(f"advances.{n}.to", sentence.format(name=row["to"]))


def _borne(given: Mapping[str, Any], lines: list[Line]) -> Iterator[tuple[Line, Debt | None]]:
    """What each answers for of every victim's loss, and what he bears himself (民法典 1172, 1173)."""
    liable, own = given["liable"], given.get("own_percent") or Decimal(0)
    for victim in dict.fromkeys(line.whose for line in lines):
        whole = sum((line.amount or ZERO for line in lines if line.whose == victim), ZERO)
        parts = split(whole, [*(row["percent"] for row in liable), own])
        for row, part in zip(liable, parts, strict=False):
            if part:
                how = _("{loss} yuan × {percent}%").format(loss=shown(whole), percent=plain(row["percent"]))
                line = Line("liable", row["name"], how, part, _("Civil Code, arts 1165 and 1172"), victim)
                yield line, Debt("liable", row["name"], part, _("by fault"), victim)
        if parts[-1]:
            how = _("{loss} yuan × {percent}%").format(loss=shown(whole), percent=plain(own))
            yield Line("own", _("Borne himself"), how, parts[-1], _("Civil Code, art. 1173"), victim), None


CALCULATOR = Calculator(
    key="injury",
    label=N_("Injury and damage"),
    title=N_("Computation of damages for injury"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    options=sheet.OPTIONS,
    categories=("injury", "medical", "neighbour"),
    source=N_("Civil Code, arts 1165, 1172, 1173, 1179 to 1184; injury interpretation"),
)
