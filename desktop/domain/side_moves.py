"""Moves beside the road: they change no stage, and stand in the history and can be taken back like the others.

Who else sits at the table and when, what interrupts limitation, harm that was kept away, a group's agreement split and joined.
"""

from desktop.domain import needs
from desktop.domain.move import AFTER, ALIVE, TAKEN, Move
from desktop.i18n import N_

TABLE = (
    Move(
        "appoint",
        N_("Fix the next session"),
        TAKEN,
        None,
        (),
        N_("Day, hour and place, and when parties and insurer were told; an insurer is told three days before."),
    ),
    Move(
        "guest",
        N_("Invite a guest"),
        TAKEN,
        None,
        (),
        N_("Insurer, police, union, notary, deputy, gacha: somebody helps at the table, with the parties' consent."),
    ),
    Move("guest_leave", N_("A guest leaves"), TAKEN, None, (needs.guests,), N_("Somebody who helped at the table helps no longer.")),
    Move(
        "interrupt",
        N_("Enter what interrupts limitation"),
        ALIVE,
        None,
        (),
        N_("A demand, a promise, a part payment: limitation begins anew on its day."),
    ),
    Move(
        "prevent",
        N_("Enter harm that was prevented"),
        ALIVE,
        None,
        (needs.accepted,),
        N_("A suicide, a crime, a collective petition, a brawl that did not happen: how many people, and why one may say so."),
    ),
    Move(
        "group_split",
        N_("Split the agreement of a group"),
        AFTER,
        None,
        (needs.in_force, needs.members_parts, needs.not_split),
        N_("Each member gets an agreement of his own over his own part, to apply or enforce by himself."),
    ),
    Move(
        "group_join",
        N_("Join the single agreements of a group"),
        AFTER,
        None,
        (needs.in_force, needs.split),
        N_("The single agreements become void, the group's stands again for all."),
    ),
)  # fmt: skip
