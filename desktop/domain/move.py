"""One move of a case as a row of the table of moves, and the groups of stages that the rows speak of."""

from dataclasses import dataclass

from db.vocabulary import Stage
from desktop.domain.needs import Need


@dataclass(frozen=True)
class Move:
    """`to` is None where the stage stays as it is or depends on what is entered (`after`).

    `needs` each give '' or the sentence that says what is missing; `hint` tells in a sentence what the move is for.
    """

    key: str
    label: str
    frm: frozenset[Stage]
    to: Stage | None
    needs: tuple[Need, ...] = ()
    hint: str = ""


OPEN = frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED})
TAKEN = OPEN - {Stage.REGISTERED}
RUNNING = frozenset({Stage.ASSIGNED, Stage.IN_MEDIATION})
SITTING = frozenset({Stage.IN_MEDIATION})
AFTER = frozenset({Stage.CONCLUDED, Stage.PERFORMING, Stage.PERFORMED, Stage.DEFAULTED})
ENDED = AFTER | {Stage.REJECTED}
ALIVE = frozenset(Stage) - {Stage.ARCHIVED}
