"""Who helped at the table and is no party, as papers name him: body, name, capacity (PML 20, SMR 17)."""

from typing import TYPE_CHECKING

from desktop.documents.template import Wording

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.participant import Participant
    from db.models.session import Attendee


def of_case(case: "Case") -> "list[Participant]":
    """The guests who help now, and those who left after they had sat in a session; sessions with their attendees come loaded."""
    sat = {one.participant_id for session in case.sessions for one in session.attendees}
    return [one for one in case.participants if one.ended_on is None or one.id in sat]


def named(case: "Case", said: Wording) -> str:
    """All of them in one line; '' where there is none."""
    return "、".join(f"{one.organisation}{one.name}（{capacity(one, said)}）" for one in of_case(case))


def capacity(guest: "Participant", said: Wording) -> str:
    """What he is at the table: as it was typed, else by his kind."""
    return guest.capacity.strip() or said.word("guest", guest.kind)


def of_attendee(case: "Case", attendee: "Attendee", said: Wording) -> str:
    """The capacity of somebody at the table who is no party."""
    guest = next((one for one in case.participants if attendee.participant_id == one.id and attendee.participant_id is not None), None)
    return attendee.capacity.strip() or (capacity(guest, said) if guest is not None else "")
