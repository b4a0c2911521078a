"""What speaks against a mediator in a case and is to be disclosed: kin, household, identity, agent before, work unit (SMR 15, OMR 13).

The same gacha, street or surname is no conflict: in a small place everybody would have one. A conflict is kept by its key, so that what
both sides agreed to is known again in whatever language the program speaks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import PartyKind
from desktop.domain import texts
from desktop.domain.effect import SIDES
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.mediator import Mediator
    from db.models.party import Party

# A door of its own: an address that ends in a house or room number. Without one it is a village, a street, a tower.
_DOOR = re.compile(r"(?:[0-9]+(?:号|户|室|房)|(?:号|楼|单元|栋|幢|座)[0-9]+(?:-[0-9]+)*)$")
_LEAST = 6  # characters that two addresses must share before the shorter one can be the end of the longer one

_SENTENCES = {
    "same_id": N_("{mediator} has the same identity number as {who}."),
    "kin": N_("{who} is declared as near to {mediator}."),
    "household": N_("{mediator} lives in the household of {who}."),
    "agent_before": N_("{mediator} was agent of {who} in an earlier case."),
    "same_employer": N_("{mediator} works where {who} works."),
    "same_name": N_("{mediator} bears the same name as {who}; make sure it is not the same person."),
}


class Helped(NamedTuple):
    """Somebody who was agent or representative in another case, of one who is a party here: his name and number, and the party's name."""

    name: str
    id_number: str
    principal: str


@dataclass(frozen=True)
class Conflict:
    """`kind` is one of the keys above; `who` the name of the person or body in the case."""

    kind: str
    who: str
    mediator: str

    @property
    def key(self) -> str:
        """What is kept with the assignment."""
        return f"{self.kind}:{self.who}"

    @property
    def sentence(self) -> str:
        """The conflict for people, in the language now spoken."""
        return _(_SENTENCES[self.kind]).format(mediator=self.mediator, who=self.who)


class _Person(NamedTuple):
    """Somebody who stands in the case in whatever part; `household` where he is a member of one."""

    name: str
    id_number: str
    household: str = ""


def of(mediator: "Mediator", case: "Case", helped: Sequence[Helped] = ()) -> tuple[Conflict, ...]:
    """Every conflict of a mediator (with `kin` loaded) with a case (parties and members loaded), each once; the gravest first."""
    found = dict.fromkeys(_found(mediator, case, helped))
    order = list(_SENTENCES)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _found(mediator: "Mediator", case: "Case", helped: Sequence[Helped]) -> Iterator[Conflict]:
    def conflict(kind: str, who: str) -> Conflict:
        return Conflict(kind, who, mediator.name)

    for person in _people(case):
        sure = _same(mediator.name, mediator.id_number, person.name, person.id_number)
        if sure and person.household:
            yield conflict("household", person.household)
        elif sure:
            yield conflict("same_id", person.name)
        elif sure is None:
            yield conflict("same_name", person.name)
        for kin in mediator.kin:
            if _same(kin.name, kin.id_number, person.name, person.id_number) is not False:
                yield conflict("kin", person.name)
    for party in case.parties:
        if any(same_door(mediator.residence, where) for where in (party.usual_residence, party.registered_residence)):
            yield conflict("household", party.name)
        places = (party.employer, party.name if party.kind is PartyKind.COMPANY else "", party.trade_name)
        if any(texts.same_name(mediator.employer, place) for place in places):
            yield conflict("same_employer", party.name)
    for one in helped:
        if _same(mediator.name, mediator.id_number, one.name, one.id_number) is not False:
            yield conflict("agent_before", one.principal)


def _people(case: "Case") -> Iterator[_Person]:
    for party in case.parties:
        if party.kind is PartyKind.PERSON:
            yield _Person(party.name, party.id_number)
        elif party.legal_representative:
            yield _Person(party.legal_representative, party.legal_representative_id)
        home = party.name if party.kind is PartyKind.HOUSEHOLD else ""
        for member in party.members:
            yield _Person(member.name, member.id_number, home)


def _same(name: str, number: str, other_name: str, other_number: str) -> bool | None:
    """Whether two are one person: True by their numbers, False by different numbers or names, None where only the names agree."""
    one, other = texts.squeezed(number).upper(), texts.squeezed(other_number).upper()
    if one and other and "*" not in one + other:
        return one == other
    return None if texts.same_name(name, other_name) else False


def same_door(one: str, other: str) -> bool:
    """Whether two addresses are one home: the same to the house or room number, one of them perhaps without banner or region."""
    shorter, longer = sorted((texts.squeezed(one), texts.squeezed(other)), key=len)
    return len(shorter) >= _LEAST and bool(_DOOR.search(shorter)) and longer.endswith(shorter)


def parties_of(case: "Case") -> "tuple[list[Party], list[str], list[str]]":
    """The parties whom somebody can have helped before, with their numbers of papers and their names: what a question asks for."""
    sides = [party for party in case.parties if party.role in SIDES]
    numbers = [number for party in sides for number in (party.id_number.strip(), party.uscc.strip()) if number]
    return sides, numbers, [party.name for party in sides]
