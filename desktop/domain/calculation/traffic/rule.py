"""The traffic calculator: losses of everybody, compulsory insurance, shares, third-party insurance, what each bears, who pays whom.

Source: 民法典 arts 1179 to 1183, 1208, 1213, 1217; 道路交通安全法 art 76; 人身损害解释; 道路交通解释; domain brief 6.1.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from desktop.domain import dates
from desktop.domain.calculation import paying
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.personal_injury import losses
from desktop.domain.calculation.personal_injury import sheet as injury
from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.traffic import division, road, sheet
from desktop.domain.calculation.traffic.road import Part, Victim
from desktop.domain.calculation.working import ZERO, plain, yuan
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """The whole accident; Refusal with every contradiction at its field."""
    people = given.get("people") or ()
    late = book.later(("accident_on", given["accident_on"]))
    wrong = [*late, *road.faults(given), *injury.faults(people, given["accident_on"], book)]
    if wrong:
        raise Refusal.of(wrong)
    everybody = road.parts(given, book)
    lines: list[Line] = []
    for n, person in enumerate(people):
        lines += losses.of_person(person, given["accident_on"], chosen, book, f"people.{n}")
    lines += _things(given)
    victims = _victims(given, lines, everybody)
    lines += _said_shares(everybody)
    divided = division.divide(victims, everybody, given["accident_on"], chosen, book)
    advances = paying.advanced(given.get("advances") or ())
    lines += [*divided.lines, *(line for _row, line in advances)]
    payments = paying.settle(divided.debts, [row for row, _line in advances], {one.name: one.paid_to for one in victims})
    if _mutual(payments) and chosen["set_off"] == "netted":
        payments = paying.set_off(payments)
    payments += paying.gathered(divided.returned)
    return Worked(lines, _remarks(given, book, everybody, victims), payments)


def _things(given: Mapping[str, Any]) -> list[Line]:
    labels = dict(sheet.ITEMS)
    made = []
    for row in given.get("property") or ():
        what = f"（{row['what']}）" if row.get("what") else ""
        how, label = _("as assessed or by receipts"), labels[row["item"]]
        made.append(Line(row["item"], _(label) + what, how, yuan(row["amount"]), _("Civil Code, art. 1184"), row["owner"]))
    return made


def _victims(given: Mapping[str, Any], lines: Sequence[Line], everybody: Sequence[Part]) -> list[Victim]:
    """Everybody who lost something, with his loss by group. Who owns a damaged thing under a plate is paid as that vehicle's side."""
    by_name = {person["name"]: person for person in given.get("people") or ()}
    parts = {part.name: part for part in everybody}
    groups = {**injury.GROUPS, **sheet.ITEM_GROUPS}
    made = []
    for name in dict.fromkeys([*by_name, *(line.whose for line in lines)]):
        lost: dict[str, Decimal] = {}
        for line in lines:
            if line.whose == name and line.amount is not None:
                lost[groups[line.head]] = lost.get(groups[line.head], ZERO) + line.amount
        person = by_name.get(name, {})
        side = person.get("side") or (name if name in parts else _side_of(name, everybody))
        part = parts.get(name)
        made.append(
            Victim(
                name=name,
                side=side,
                lost=lost,
                paid_to=part.liable if part is not None and part.motor else name,
                driver=bool(person.get("driver")) or (part is not None and part.motor) or not person,
                free_ride=bool(person.get("free_ride")),
                own_percent=person.get("own_percent") or Decimal(0),
                solatium_first=bool(person.get("solatium_first")),
            )
        )
    return made


def _side_of(name: str, everybody: Sequence[Part]) -> str:
    """The vehicle for which somebody answers, where his own things are damaged."""
    return next((part.name for part in everybody if part.liable == name), "")


def _mutual(payments: Sequence[Payment]) -> bool:
    pairs = {(one.payer, one.payee) for one in payments}
    return any((payee, payer) in pairs for payer, payee in pairs)


def _said_shares(everybody: Sequence[Part]) -> list[Line]:
    if len(everybody) == 1:
        return []
    how = "，".join(f"{part.name} {plain(part.share)}%" for part in everybody)
    return [Line("share", _("Shares"), how, None, _("Road Traffic Safety Law, art. 76; Civil Code, art. 1208"))]


def _remarks(given: Mapping[str, Any], book: Book, everybody: Sequence[Part], victims: Sequence[Victim]) -> list[str]:
    made = [road.old_standard(given["accident_on"], book)]
    for part in (one for one in everybody if one.motor):
        if part.excluded and part.insured:
            sentence = _("The compulsory insurer of {plate} pays for persons only and may recover it from {liable}.")
            made.append(sentence.format(plate=part.name, liable=part.liable))
        made += _of_seats(part, [one for one in victims if one.side == part.name and set(one.lost) - {"property", "uninsured"}])
    in_vehicles = any(part.motor and part.name == one.side for part in everybody for one in victims)
    if in_vehicles and any(not part.motor and part.share for part in everybody):
        made.append(_("Whether a cyclist or pedestrian answers for damage to the side of a vehicle is disputed between courts."))
    for person in given.get("people") or ():
        day = person.get("died_on") or person.get("fixed_on")
        for row in person.get("dependants") or ():
            if row.get("incapable") and dates.age(row["birth_date"], day) < book.on("damages.minor_until").days:
                sentence = _("{name} is a minor: maintained to the age of 18 here, whatever the ability to work.")
                made.append(sentence.format(name=row["name"]))
    return [remark for remark in made if remark]


def _of_seats(part: Part, inside: Sequence[Victim]) -> list[str]:
    """What is to be told of the policy for those who sat in a vehicle."""
    made = []
    if any(not (one.driver or part.seat_limit) for one in inside):
        sentence = _("The third-party insurance of {plate} does not pay who sat in it; a limit of a seat insurance was not entered.")
        made.append(sentence.format(plate=part.name))
    if part.excluded and any(part.driver_limit if one.driver else part.seat_limit for one in inside):
        made.append(_("The seat insurance of {plate} does not pay: drunk, unlicensed or intentional.").format(plate=part.name))
    return made


CALCULATOR = Calculator(
    key="traffic",
    label=N_("Road traffic accident"),
    title=N_("Computation of damages of a road traffic accident"),
    inputs=sheet.INPUTS,
    heads=sheet.HEADS,
    work=work,
    options=sheet.OPTIONS,
    categories=("traffic",),
    source=N_("Civil Code, arts 1179 to 1183, 1208, 1213, 1217; Road Traffic Safety Law, art. 76; injury and traffic interpretations"),
)
