"""The accident as the rules see it: who had part in it with what share, whom each insurance covers; and what contradicts itself.

Shares are what was typed, else the preset of the degree (`resources/law/shares.toml`); presets serve two sides only, and never fill a gap.
Source: 道路交通安全法 art 76; 民法典 art 1217.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.working import plain, yuan
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Part:
    """Somebody who had part in the accident: a motor vehicle (with a plate) or another on the road. `share` in per cent.

    `seat_limit` is what a policy for the occupants pays at most for each passenger, `driver_limit` for the driver.
    """

    name: str
    share: Decimal
    motor: bool
    liable: str
    at_fault: bool = True
    insured: bool = False
    insurer: str = ""
    commercial_limit: Decimal = Decimal(0)
    commercial_insurer: str = ""
    deductible: Decimal = Decimal(0)
    excluded: bool = False
    seat_limit: Decimal = Decimal(0)
    driver_limit: Decimal = Decimal(0)
    seat_insurer: str = ""


@dataclass(frozen=True)
class Victim:
    """Somebody who lost something: a person, or the owner of a thing. `side` is the part he belongs to ('' = none of the list).

    `lost` is his loss in yuan by group (medical, injury, solatium, property ...). `paid_to` gets the money. A `driver` bears what his part
    bears; so does the owner of a damaged thing.
    """

    name: str
    side: str
    lost: Mapping[str, Decimal]
    paid_to: str
    driver: bool = False
    free_ride: bool = False
    own_percent: Decimal = Decimal(0)
    solatium_first: bool = False


def faults(given: Mapping[str, Any]) -> Iterator[Fault]:
    """What contradicts itself in vehicles, others, things and advances."""
    vehicles = given["vehicles"]
    plates = [row["plate"] for row in vehicles]
    for n, row in enumerate(vehicles):
        if plates.index(row["plate"]) < n:
            yield Fault(f"vehicles.{n}.plate", _("This vehicle stands in the list already."))
        if row.get("insured") is None:
            yield Fault(f"vehicles.{n}.insured", _("Say whether the vehicle has compulsory insurance."))
        if row.get("excluded") and row.get("degree") == "none":
            yield Fault(f"vehicles.{n}.degree", _("Drunk, unlicensed or intentional, and without responsibility: check it."))
    people = [row["name"] for row in given.get("people") or ()]
    for n, row in enumerate(given.get("people") or ()):
        if row.get("side") and row["side"] not in plates:
            yield Fault(f"people.{n}.side", _("There is no vehicle “{plate}” in the list.").format(plate=row["side"]))
        for key in ("driver", "free_ride", "own_percent"):
            if row.get(key) and not row.get("side"):
                yield Fault(f"people.{n}.{key}", _("Only who sat in a vehicle: say in which."))
        if row.get("driver") and (row.get("free_ride") or row.get("own_percent")):
            yield Fault(f"people.{n}.driver", _("Free ride and own fault are a passenger's: the driver bears the vehicle's share."))
    known = {*people, *(row["owner"] for row in given.get("property") or ())}
    for n, row in enumerate(given.get("advances") or ()):
        if row["to"] not in known:
            sentence = _("“{name}” has lost nothing here: name a person or the owner of a thing.")
            yield Fault(f"advances.{n}.to", sentence.format(name=row["to"]))
    if not people and not given.get("property"):
        yield Fault("people", _("Nobody is injured and nothing is damaged: there is nothing to compute."))


def parts(given: Mapping[str, Any], book: Book) -> list[Part]:
    """Everybody who had part in it, shares adding up to 100 per cent; Refusal where they do not, or no preset fits."""
    vehicles, others = list(given["vehicles"]), list(given.get("others") or ())
    listed = {row["name"] for row in others}
    for person in given.get("people") or ():  # on foot and not listed: somebody without a share
        if not person.get("side") and person["name"] not in listed:
            others.append({"name": person["name"], "degree": "none"})
    shares = _shares(vehicles, others, book)
    made = [_vehicle(row, share) for row, share in zip(vehicles, shares, strict=False)]
    return made + [Part(row["name"], share, False, row["name"]) for row, share in zip(others, shares[len(vehicles) :], strict=True)]


def _vehicle(row: Mapping[str, Any], share: Decimal) -> Part:
    liable = row.get("liable") or _("side of {plate}").format(plate=row["plate"])
    insurer = row.get("insurer") or _("compulsory insurer of {plate}").format(plate=row["plate"])
    return Part(
        name=row["plate"],
        share=share,
        motor=True,
        liable=liable,
        at_fault=row["degree"] != "none" if row.get("degree") else share > 0,
        insured=bool(row["insured"]),
        insurer=insurer,
        commercial_limit=yuan(row.get("commercial_limit") or 0),
        commercial_insurer=row.get("commercial_insurer") or insurer,
        deductible=row.get("deductible") or Decimal(0),
        excluded=bool(row.get("excluded")),
        seat_limit=yuan(row.get("seat_limit") or 0),
        driver_limit=yuan(row.get("driver_limit") or 0),
        seat_insurer=row.get("seat_insurer") or row.get("commercial_insurer") or insurer,
    )


def _shares(vehicles: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]], book: Book) -> list[Decimal]:
    rows = [(f"vehicles.{n}", row) for n, row in enumerate(vehicles)] + [(f"others.{n}", row) for n, row in enumerate(others)]
    typed = [row.get("percent") for _at, row in rows]
    if any(one is not None for one in typed):
        found = [one if one is not None else Decimal(0) for one in typed]
    elif len(rows) == 1:
        found = [WHOLE]
    else:
        found = _preset(vehicles, others, rows, book)
    whole = sum(found, Decimal(0))
    if whole != WHOLE:
        sentence = _("The shares add up to {whole}%, not to 100%: enter the per cent of each.")
        raise Refusal(sentence.format(whole=plain(whole)), f"{rows[0][0]}.percent")
    _no_fault(vehicles, others, found, book)
    return found


def _preset(
    vehicles: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]], rows: Sequence[tuple[str, Mapping[str, Any]]], book: Book
) -> list[Decimal]:
    sentence = _("Say how far this side is responsible, or its per cent.")
    lacking = [Fault(f"{at}.degree", sentence) for at, row in rows if not row.get("degree")]
    if lacking:
        raise Refusal.of(lacking)
    on_road = [row for row in others if row["degree"] != "none"]
    if not on_road and any(row["degree"] != "none" for row in vehicles):
        return [book.number(f"share.motor.{row['degree']}") for row in vehicles] + [Decimal(0)] * len(others)
    if len(vehicles) == 1 and len(on_road) == 1:
        motor = book.number(f"share.motor_other.{vehicles[0]['degree']}")
        return [motor, *(WHOLE - motor if row in on_road else Decimal(0) for row in others)]
    raise Refusal(_("No preset fits so many sides: enter the per cent of each."), f"{rows[0][0]}.percent")


def _no_fault(vehicles: Sequence[Mapping[str, Any]], others: Sequence[Any], shares: Sequence[Decimal], book: Book) -> None:
    if not others:
        return
    for n, row in enumerate(vehicles):
        if row.get("degree") == "none" and shares[n] > 0:
            most = book.number("share.motor_other.none.most")
            if shares[n] > most:
                sentence = _("A motor vehicle without fault bears at most {most}% (Road Traffic Safety Law, art. 76).")
                raise Refusal(sentence.format(most=plain(most)), f"vehicles.{n}.percent")


class Weights(NamedTuple):
    """What each part bears of a victim's rest in per cent; what he bears himself in place of the vehicle he was in, and else; the words
    that say so where it is not plain.
    """

    borne: list[Decimal]
    in_place: Decimal
    own: Decimal
    said: str


def weights(victim: Victim, everybody: Sequence[Part], book: Book) -> Weights:
    """Who bears what of a victim's rest.

    A driver or somebody on foot bears his own part's share; a passenger bears none, but the host of a free ride answers for less, and own
    fault lowers what all others bear.
    """
    borne = {part.name: part.share for part in everybody}
    in_place, own, said = Decimal(0), Decimal(0), []
    mine = next((part for part in everybody if part.name == victim.side), None)
    if mine is not None and (victim.driver or not mine.motor or victim.name in (mine.name, mine.liable)):
        in_place, borne[mine.name] = mine.share, Decimal(0)
    elif mine is not None and victim.free_ride:
        points = min(book.number("share.free_ride"), mine.share)
        own, borne[mine.name] = points, mine.share - points
        said.append(_("free ride: the host answers for {points} points less (Civil Code, art. 1217)").format(points=plain(points)))
    if victim.own_percent:
        rest = WHOLE - victim.own_percent
        borne = {name: share * rest / WHOLE for name, share in borne.items()}
        in_place = in_place * rest / WHOLE
        own = WHOLE - in_place - sum(borne.values())
        said.append(_("own fault of the passenger {percent}%").format(percent=plain(victim.own_percent)))
    return Weights([borne[part.name] for part in everybody], in_place, own, "；".join(said))


def old_standard(accident_on: date, book: Book) -> str:
    """A remark for an accident before the standards of town and country became one."""
    if book.has("damages.standard", accident_on):
        return ""
    return _("The accident lies before 1 May 2022: then the standards of town and country could differ. Computed by those of the towns.")
