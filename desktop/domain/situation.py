"""What stands about a case at this moment, in the few plain facts that the rules ask for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AgreementStatus, AssignmentRole, ConfirmationResult, DocumentState, PaperKind, Stage
from desktop.domain import deadlines
from desktop.domain.calendar import Calendar
from desktop.domain.deadlines import Deadline
from desktop.domain.law import Value
from desktop.domain.refusal import Refusal

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.appointment import Appointment
    from db.models.assignment import Assignment
    from db.models.case import Case
    from db.models.confirmation import Confirmation
    from db.models.document import Document
    from db.models.move import CaseMove
    from db.models.outcome import Outcome
    from db.models.proposal import Proposal
    from db.models.referral import Referral
    from db.models.session import Session
    from db.models.term import Suspension

Law = tuple[Sequence[Value], Calendar]
"""The dated values and the calendar that hold in this office."""


@dataclass(frozen=True)
class Situation:
    """`case` comes loaded whole; `day` is the day on which it is asked.

    `law` gives the office's values and calendar, asked for only where a rule needs them; without it no term stops a move.
    `not_here` says in words why such a dispute is not mediated at all, '' where it is.
    """

    case: "Case"
    day: date
    law: Callable[[], Law] | None = None
    not_here: str = ""

    @property
    def stage(self) -> Stage:
        return self.case.stage

    @property
    def lead(self) -> "Assignment | None":
        """The presiding mediator's assignment that now runs."""
        running = [a for a in self.case.assignments if a.ended_on is None and a.role is AssignmentRole.LEAD_MEDIATOR]
        return running[-1] if running else None

    @property
    def mediating(self) -> "list[Assignment]":
        """Who mediates now: who presides first, then the co-mediators."""
        running = [one for one in self.case.assignments if one.ended_on is None]
        return sorted(running, key=lambda one: (one.role is not AssignmentRole.LEAD_MEDIATOR, one.id))

    @property
    def agreement(self) -> "Agreement | None":
        """The agreement that is being written or stands; a void one does not count, nor a single one split from a group's."""
        standing = [a for a in self.case.agreements if a.status is not AgreementStatus.VOID and a.split_from_id is None]
        return standing[-1] if standing else None

    @property
    def signed(self) -> "Agreement | None":
        """The agreement in force; while one is written that is to take its place, it still is."""
        standing = [a for a in self.case.agreements if a.status is AgreementStatus.SIGNED and a.split_from_id is None]
        return standing[-1] if standing else None

    @property
    def amending(self) -> "Agreement | None":
        """The agreement that is being written to take the place of the one in force."""
        standing = self.agreement
        if standing is None or standing.amends_id is None or standing.status is AgreementStatus.SIGNED:
            return None
        return standing

    @property
    def singles(self) -> "list[Agreement]":
        """The single agreements into which the standing one of a group was split."""
        whole = self.agreement
        if whole is None:
            return []
        return [one for one in self.case.agreements if one.split_from_id == whole.id and one.status is AgreementStatus.SIGNED]

    @property
    def appointment(self) -> "Appointment | None":
        """The session that is fixed and has not taken place: no session was held on its day or later."""
        last = self.case.sessions[-1].day if self.case.sessions else None
        fixed = [one for one in self.case.appointments if not one.cancelled and (last is None or last < one.day)]
        return fixed[-1] if fixed else None

    @property
    def agreement_paper(self) -> "Document | None":
        """The paper of the standing agreement that was issued and is not void."""
        standing = self.agreement
        papers = [
            paper
            for paper in self.case.documents
            if standing is not None
            and paper.kind is PaperKind.AGREEMENT
            and paper.subject_id == standing.id
            and paper.state is not DocumentState.VOID
        ]
        return papers[-1] if papers else None

    @property
    def last_session(self) -> "Session | None":
        return self.case.sessions[-1] if self.case.sessions else None

    @property
    def outcome(self) -> "Outcome | None":
        """How the mediation ended; one that was taken back does not count."""
        standing = [one for one in self.case.outcomes if not one.undone]
        return standing[-1] if standing else None

    @property
    def referral(self) -> "Referral | None":
        """The last one by which the case came; those that hand it on are not meant."""
        inward = [one for one in self.case.referrals if not one.outward]
        return inward[-1] if inward else None

    @property
    def slip_out(self) -> "Referral | None":
        """The court's referral whose return slip is not signed: its clock has not started (SMR 27)."""
        last = self.referral
        return last if last is not None and last.regime is not None and last.slip_signed_on is None else None

    @property
    def suspension(self) -> "Suspension | None":
        """The rest that lasts."""
        lasting = [one for one in self.case.suspensions if one.ends is None]
        return lasting[-1] if lasting else None

    @property
    def proposal(self) -> "Proposal | None":
        """The plan that was put forward last and to which nobody has objected."""
        last = self.case.proposals[-1] if self.case.proposals else None
        return last if last is not None and not any(one.objected_on for one in last.services) else None

    @property
    def confirmation(self) -> "Confirmation | None":
        """The application for confirmation that stands: it waits, or the court has confirmed."""
        gone = {one.id for one in self.case.agreements if one.status is AgreementStatus.SUPERSEDED}
        asked = [one for one in self.case.confirmations if one.agreement_id not in gone]
        standing = [one for one in asked if one.result in (ConfirmationResult.PENDING, ConfirmationResult.CONFIRMED)]
        return standing[-1] if standing else None

    @property
    def last_move(self) -> "CaseMove | None":
        """The newest move that was not taken back."""
        made = [one for one in self.case.moves if not one.undone]
        return made[-1] if made else None

    def before(self, key: str) -> Stage | None:
        """The stage from which the last move of this key led away."""
        made = [one for one in self.case.moves if one.key == key and not one.undone]
        return made[-1].stage_before if made else None

    @property
    def apply_by(self) -> Deadline | None:
        """By when confirmation is applied for: 30 days from the first day that could be argued, where that lies before the effect.

        None without an agreement in force, without the law, or where the office has no value for the term.
        """
        standing = self.signed
        if standing is None or standing.effective_on is None or self.law is None:
            return None
        try:
            return deadlines.confirmation(standing.earliest_effect_on or standing.effective_on, *self.law())
        except Refusal:  # a value that nobody has entered must not stop the case
            return None
