"""Where a suit is brought when the mediation fails: the courts to which the law's connecting points lead, the likeliest first.

CPC 22 (defendant's domicile), 24 (contract: or place of performance, for money where he is who receives it: CPCI 18), 29, 30 (tort, road
accident: or the place of it), 34 (only where an immovable lies, CPCI 28; only where the deceased lived or the main estate lies); labour:
employer's place or place of work (法释〔2020〕26号 art 3). A referral's court has the case already. What a clause of the contract says goes
before, as far as it may (CPC 35).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.vocabulary import CourtLevel, PartyKind, PartyRole
from desktop.domain import confirmation

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.court import Court
    from db.models.party import Party

# Marks in the name of a cause that say by which article its place counts; the first that fits.
_IMMOVABLE = ("相邻", "不动产", "建筑物区分", "承包经营权", "农村土地承包", "房屋租赁", "建设工程施工", "宅基地", "排除妨害", "政策性房屋")
_ESTATE = ("继承纠纷", "遗产")
_LABOUR = ("劳动", "社会保险", "工伤", "经济补偿金", "竞业限制", "福利待遇")
_CONTRACT = ("合同", "借贷", "买卖", "信用卡", "银行卡", "追偿", "保证")
_TORT = ("责任纠纷", "侵权", "损害", "生命权", "健康权", "身体权", "交通事故")


@dataclass(frozen=True)
class Place:
    """A court that may be asked; `points` are codes of connecting points with the name that each is about ('' for none)."""

    court: "Court"
    points: tuple[tuple[str, str], ...]
    referred: bool = False


def kind_of(cause: str) -> str:
    """By which article the place of a dispute of this cause counts: immovable, estate, labour, contract, tort or plain."""
    kinds = (("immovable", _IMMOVABLE), ("estate", _ESTATE), ("labour", _LABOUR), ("contract", _CONTRACT), ("tort", _TORT))
    return next((kind for kind, marks in kinds if any(mark in cause for mark in marks)), "plain")


def places(case: "Case", known: "Sequence[Court]", regions: Mapping[str, str]) -> list[Place]:
    """The basic courts that may be asked; `regions` are names of counties and prefectures by code."""
    by_region = {court.region_code: court for court in known if court.level is CourtLevel.BASIC and court.region_code}
    by_id = {court.id: court for court in known}
    found: dict[int, list[tuple[str, str]]] = {}
    referred = {one.court_id for one in case.referrals if one.court_id in by_id and not one.outward}
    for court_id in referred:
        found.setdefault(court_id or 0, []).append(("referred", ""))
    for point, name, code in _points(case, regions):
        court = by_region.get(code)
        if court is not None and (point, name) not in found.setdefault(court.id, []):
            found[court.id].append((point, name))
    out = [Place(by_id[court_id], tuple(points), court_id in referred) for court_id, points in found.items()]
    return sorted(out, key=lambda one: (not one.referred, -len(one.points)))


def _points(case: "Case", regions: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(connecting point, whose, region code)."""
    kind = kind_of(case.cause)
    here = confirmation.region_of(case.place, regions) or (case.region_code[:6] if case.region_code else "")
    if kind in ("immovable", "estate"):
        if here:
            yield kind, "", here
        return
    for party in case.parties:
        if party.role is PartyRole.RESPONDENT:
            code = _home(party, regions)
            if code:
                yield "defendant", party.name, code
        elif party.role is PartyRole.APPLICANT and kind == "contract":
            code = _home(party, regions)
            if code:
                yield "receiver", party.name, code
    if here and kind in ("labour", "contract", "tort"):
        yield {"labour": "work", "contract": "performance", "tort": "tort"}[kind], "", here


def _home(party: "Party", regions: Mapping[str, str]) -> str:
    """A body at its main office, a person where he usually lives, else where he is registered (CPC 22)."""
    if party.kind is PartyKind.COMPANY:
        addresses = (party.business_address, party.registered_address)
    else:
        addresses = (party.usual_residence, party.registered_residence)
    return next((code for address in addresses if (code := confirmation.region_of(address, regions))), "")
