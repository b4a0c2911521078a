"""What stands about a case at this moment, in the few plain facts that the rules ask for."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AgreementStatus, AssignmentRole, Stage

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.assignment import Assignment
    from db.models.case import Case
    from db.models.session import Session


@dataclass(frozen=True)
class Situation:
    """`case` comes with its assignments, sessions and agreements loaded; `day` is the day on which it is asked."""

    case: "Case"
    day: date

    @property
    def stage(self) -> Stage:
        return self.case.stage

    @property
    def lead(self) -> "Assignment | None":
        """The presiding mediator's assignment that now runs."""
        running = [a for a in self.case.assignments if a.ended_on is None and a.role is AssignmentRole.LEAD_MEDIATOR]
        return running[-1] if running else None

    @property
    def agreement(self) -> "Agreement | None":
        """The agreement that is being written or stands; a void one does not count."""
        standing = [a for a in self.case.agreements if a.status is not AgreementStatus.VOID]
        return standing[-1] if standing else None

    @property
    def last_session(self) -> "Session | None":
        return self.case.sessions[-1] if self.case.sessions else None
