"""Which answer about mediating first counts: of a party its newest, of a side what all who were asked say alike."""

from typing import TYPE_CHECKING, Any

from db.vocabulary import PartyRole

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.willingness import MediationWillingness


def newest(case: "Case", party_id: int) -> "MediationWillingness | None":
    """The answer that counts; None where the party was not asked yet."""
    found = [one for one in case.willingness if one.party_id == party_id]
    return max(found, key=lambda one: (one.answered_on, one.id), default=None)


def of_side(case: "Case", role: PartyRole, name: str) -> Any:
    """What the parties of a side say alike under a column (`answer`, `knows_benefit_1`); None where nobody was asked or they differ.

    The court's form has one block for a whole side (forms brief 1.2, block 6).
    """
    newests = [newest(case, party.id) for party in case.parties if party.role is role]
    said = {value for one in newests if one is not None and (value := getattr(one, name)) is not None}
    return said.pop() if len(said) == 1 else None
