"""A single agreement out of a group's, as its paper sees the case: the one member stands for the group, the others are not named.

Each member's own part was split off so that he can apply for confirmation or enforcement alone; what the forty-six others get, and on what
account, is nobody's business on his paper.
"""

from typing import TYPE_CHECKING, Any, cast

from db.vocabulary import PartyKind

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.party import Party, PartyMember


class _View:
    """The case with other parties; everything else is the case's own."""

    def __init__(self, case: "Case", parties: "list[Party]") -> None:
        self._case = case
        self.parties = parties

    def __getattr__(self, name: str) -> Any:
        return getattr(self._case, name)


def of(case: "Case", agreement: "Agreement") -> "Case":
    """The case as the paper of this agreement sees it; the case itself where the agreement is not a member's."""
    if agreement.member_id is None:
        return case
    parties = []
    for party in case.parties:
        member = next((one for one in party.members if one.id == agreement.member_id), None)
        parties.append(party if member is None else _person(party, member))
    return cast("Case", _View(case, parties))


def member_of(case: "Case", agreement: "Agreement") -> "tuple[Party, PartyMember] | None":
    """The group and the member whose agreement it is."""
    found = ((party, member) for party in case.parties for member in party.members if member.id == agreement.member_id)
    return next(found, None) if agreement.member_id is not None else None


def _person(party: "Party", member: "PartyMember") -> "Party":
    """A member in the place of his group: the same row of the case to everything that points at it."""
    noun = type(party)
    blank = {column.key: getattr(party, column.key) for column in noun.__mapper__.column_attrs if column.key != "version"}
    own = {key: getattr(member, key) for key in ("name", "sex", "birth_date", "id_kind", "id_number", "phone")}
    empty = {"ethnic_group": "", "uscc": "", "usual_residence": "", "registered_residence": "", "other_names": [], "employer": ""}
    return noun(**{**blank, **empty, **own, "kind": PartyKind.PERSON, "members": [], "ties": list(party.ties)})
