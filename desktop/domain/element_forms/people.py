"""Who stands in which block of an element form: plaintiffs, defendants, third persons as persons or bodies, and their agents.

An individual business has no block of its own: its operator stands as a person, its trade name as his work unit (practice). Of a household
or a group those who represent it stand there, or everybody where there are few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from db.vocabulary import IdKind, PartyKind, PartyRole, Sex
from desktop.domain import identity
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyMember, PartyTie

BUSINESS = "92"  # the credit code of an individual business begins so (GB 32100)
FEW = 4
SIDES = {
    "plaintiff": PartyRole.APPLICANT,
    "answerer": PartyRole.RESPONDENT,
    "defendant": PartyRole.RESPONDENT,
    "third": PartyRole.THIRD_PARTY,
}
OTHER = {"person": "body", "body": "person"}


@dataclass(frozen=True)
class Someone:
    """A natural person as the block wants him."""

    name: str
    sex: Sex | None
    birth_date: date | None
    ethnic_group: str
    employer: str
    post: str
    phone: str
    registered_residence: str
    usual_residence: str
    id_kind: IdKind
    id_number: str
    occupation: str = ""
    other_phone: str = ""
    operator: bool = False  # of a business: the register asks for him on its sheet, not column by column


@dataclass(frozen=True)
class Block:
    """One block to be printed: its kind, and who stands in it (None: it stays empty). `place` is the party's in the register."""

    key: str
    who: Any = None
    agent: "tuple[Party, PartyTie] | None" = None
    place: str = ""


def blocks(case: "Case", keys: Sequence[str], swap: bool, agents_of: PartyRole = PartyRole.APPLICANT) -> list[Block]:
    """Every block in the order of the form, an empty one for a kind that nobody is of; a side of a kind that the form has no block for
    gets one behind its side.
    """
    order = list(_order(case, keys, swap))
    out: list[Block] = []
    for key in order:
        side, _sep, kind = key.partition("_")
        if key == "agent":
            out += _agents(case, agents_of)
            continue
        out += list(_of(case, side, kind)) or [Block(key)]
        if f"{side}_{OTHER[kind]}" not in order:
            out += _of(case, side, OTHER[kind])
    if "plaintiff" in {key.partition("_")[0] for key in order} and not any(key.startswith("third_") for key in order):
        out += [*_of(case, "third", "person"), *_of(case, "third", "body")]  # divorce and labour have no block for a third person
    return out


def listed(case: "Case") -> list[tuple[str, str]]:
    """(party, everybody in it) of each group that has too many for the blocks."""
    return [
        (party.name, "；".join(f"{n}. {one.name}，{one.id_number or '／'}" for n, one in enumerate(party.members, 1)))
        for party in case.parties
        if len(party.members) > FEW
    ]


def _order(case: "Case", keys: Sequence[str], swap: bool) -> Iterator[str]:
    """With `swap` the kinds change places where a body sues."""
    sues = next((party for party in case.parties if party.role is PartyRole.APPLICANT), None)
    changed = swap and sues is not None and not _is_person(sues)
    for key in keys:
        side, _sep, kind = key.partition("_")
        yield f"{side}_{OTHER[kind]}" if changed and kind else key


def _is_person(party: "Party") -> bool:
    return party.kind is not PartyKind.COMPANY or party.uscc.startswith(BUSINESS)


def _of(case: "Case", side: str, kind: str) -> Iterator[Block]:
    for n, party in enumerate(case.parties):
        if party.role is SIDES[side] and _is_person(party) is (kind == "person"):
            place = f"parties.{n}"
            for who in _persons(case, party) if kind == "person" else (party,):
                yield Block(f"{side}_{kind}", who, place=place)


def _persons(case: "Case", party: "Party") -> Iterator[Any]:
    if party.kind is PartyKind.COMPANY:
        told = identity.look_at(IdKind.RESIDENT_ID.value, party.legal_representative_id)
        yield Someone(
            name=party.legal_representative,
            sex=Sex(told.sex) if told.ok and told.sex else None,
            birth_date=told.birth_date if told.ok else None,
            ethnic_group="",
            employer=party.trade_name or party.name,
            post=party.legal_representative_post or _("Operator"),
            phone=party.legal_representative_phone or party.phone,
            registered_residence="",
            usual_residence=party.business_address or party.registered_address,
            id_kind=IdKind.RESIDENT_ID,
            id_number=party.legal_representative_id,
            operator=True,
        )
    elif party.kind is PartyKind.PERSON:
        ties = [(one, tie) for one in case.parties for tie in one.ties if tie.for_party_id == party.id]
        yield _with_guardian(party, next((one for one, tie in ties if tie.role is PartyRole.LEGAL_GUARDIAN), None))
    else:
        few = party.members if len(party.members) <= FEW else [one for one in party.members if one.represents] or party.members[:1]
        yield from (_member(party, one) for one in few)


def _with_guardian(party: "Party", guardian: "Party | None") -> Any:
    if guardian is None:
        return party
    told = {name: getattr(party, name) for name in Someone.__dataclass_fields__ if hasattr(party, name)}
    return Someone(**{**told, "name": f"{party.name}（法定代理人：{guardian.name}）", "phone": party.phone or guardian.phone})


def _member(party: "Party", one: "PartyMember") -> Someone:
    return Someone(
        name=one.name,
        sex=one.sex,
        birth_date=one.birth_date,
        ethnic_group="",
        employer="",
        post="",
        phone=one.phone or party.phone,
        registered_residence=party.registered_residence,
        usual_residence=party.usual_residence,
        id_kind=one.id_kind,
        id_number=one.id_number,
    )


def _agents(case: "Case", of: PartyRole) -> list[Block]:
    sides = {party.id for party in case.parties if party.role is of}
    found = [
        Block("agent", agent=(one, tie), place=f"parties.{n}")
        for n, one in enumerate(case.parties)
        for tie in one.ties
        if tie.role is PartyRole.AGENT and tie.for_party_id in sides
    ]
    return found or [Block("agent")]
