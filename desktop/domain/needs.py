"""What a move needs: each function gives '' or the sentence that says what is missing and what to do.

The table of moves (`stages`) names them; sources stand with the rules: PML 26 to 33, SMR 12 to 27, OMR 13 to 26, CPC 205, 206.
"""

from collections.abc import Callable

from db.vocabulary import AgreementForm, AgreementStatus, ConfirmationResult, DocumentState, OutcomeCode, PaperKind, Stage
from desktop.domain import dates, deadlines, effect
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _

Need = Callable[[Situation], str]

AGREED = (OutcomeCode.AGREED_WRITTEN, OutcomeCode.AGREED_ORAL, OutcomeCode.AGREED_PARTIAL)
FAILED = (
    OutcomeCode.FAILED_REFUSED, OutcomeCode.FAILED_DIVERGENCE, OutcomeCode.FAILED_UNREACHABLE,
    OutcomeCode.FAILED_EXPIRED, OutcomeCode.FAILED_UNSIGNED,
)  # fmt: skip


# --- intake and mediators -------------------------------------------------------------------------------------------------------


def no_number(now: Situation) -> str:
    """A case is accepted once."""
    return "" if now.case.number is None else _("This case has its official number already: {number}.").format(number=now.case.number)


def mediable(now: Situation) -> str:
    """It is a dispute that may be mediated (MoJ75 22)."""
    if not now.not_here:
        return ""
    return _("This is not mediated here, so it is not accepted: {why} Choose “{move}”.").format(
        why=now.not_here, move=_("Do not accept the case")
    )


def slip_out(now: Situation) -> str:
    """There is a court's referral whose slip is not signed."""
    return "" if now.slip_out else _("No return slip is out: the case was not referred by a court, or its clock runs already.")


def lead(now: Situation) -> str:
    """Somebody presides."""
    return "" if now.lead else _("No mediator presides over this case yet: assign one first.")


def clock_runs(now: Situation) -> str:
    """A term runs that could be extended."""
    return _("The return slip is not signed: the clock has not started, so there is nothing to extend.") if now.slip_out else ""


def accepted(now: Situation) -> str:
    """The case was taken in: what a mediation brought about can be told of no other."""
    return "" if now.case.accepted_on is not None else _("The case has not been accepted.")


def guests(now: Situation) -> str:
    """Somebody helps at the table."""
    return "" if any(one.ended_on is None for one in now.case.participants) else _("No guest has been invited to this case.")


# --- session, plan, agreement ---------------------------------------------------------------------------------------------------


def session(now: Situation) -> str:
    """At least one session was recorded (PML 27)."""
    return "" if now.case.sessions else _("No session has been recorded yet: an agreement comes out of a session (PML 27).")


def not_agreed(now: Situation) -> str:
    """The mediation has not ended in an agreement."""
    if now.outcome is not None and now.outcome.code in AGREED:
        return _("The parties have agreed: undisputed facts are recorded where a mediation fails.")
    return ""


def nothing_issued(now: Situation) -> str:
    """No agreement has left the house."""
    if now.agreement is None or now.agreement.status is AgreementStatus.DRAFT:
        return ""
    return _("The agreement has been issued: take it back first.")


def sitting_or_amending(now: Situation) -> str:
    """One mediates, or writes an agreement that is to take the place of the one in force."""
    if now.stage is Stage.IN_MEDIATION or now.amending is not None:
        return ""
    if now.signed is None:
        return _("The mediation has ended without an agreement.")
    return _("The mediation has ended: to change what was agreed, choose “{move}”.").format(move=_("Agree anew in place of the agreement"))


def amendable(now: Situation) -> str:
    """An agreement in force that was not split, and no other that is to take its place."""
    if now.amending is not None:
        return _("A new agreement in place of this one is being written already.")
    standing = now.signed
    if standing is not None and any(
        one.split_from_id == standing.id and one.status is AgreementStatus.SIGNED for one in now.case.agreements
    ):
        return _("The agreement was split among the members of a group: join it first.")
    return ""


def amending(now: Situation) -> str:
    """A new agreement is being written in place of the one in force, and nobody has signed it."""
    if now.amending is None:
        return _("No agreement is being written in place of the one in force.")
    return nobody_signed(now)


def writable(now: Situation) -> str:
    """The agreement is a draft or is not there."""
    if now.agreement is None or now.agreement.status is AgreementStatus.DRAFT:
        return ""
    return _("The agreement has been issued: what was issued is not changed.")


def to_be_issued(now: Situation) -> str:
    """There is a draft to issue; or one in force that was never printed (settled by word of mouth, or by a plan)."""
    standing = now.agreement
    if standing is None:
        return _("There is no agreement yet: write it first.")
    if standing.status is AgreementStatus.DRAFT:
        if now.stage is not Stage.IN_MEDIATION and now.amending is None:
            return _("The mediation has ended: a draft is not issued any more.")
        return lead(now) or session(now)
    if standing.status is AgreementStatus.SIGNED and now.agreement_paper is None:
        return ""
    return _("The agreement has been issued: what was issued is not changed.")


def issued(now: Situation) -> str:
    """The agreement was issued and is in nobody's way."""
    if now.agreement is None or now.agreement.status is AgreementStatus.DRAFT:
        return _("The agreement has not been issued yet: issue it first, then it is signed.")
    return ""


def paper_issued(now: Situation) -> str:
    """Some paper was issued that can be replaced: a signed agreement cannot."""
    live = [paper for paper in now.case.documents if paper.state is not DocumentState.VOID]
    if not live:
        return _("No paper of this case has been issued: there is nothing to replace.")
    signed = now.agreement is not None and any(effect.signed(line) for line in now.agreement.signings)
    if all(paper.kind is PaperKind.AGREEMENT and (signed or paper.state is DocumentState.SIGNED) for paper in live):
        return _("This agreement has been signed: what the parties change is a new agreement.")
    return ""


def nobody_signed(now: Situation) -> str:
    """No party has put his hand to an agreement: by hand, it ends as unsigned only."""
    standing = now.agreement
    if standing is None or not any(effect.signed(line) for line in standing.signings):
        return ""
    sides = {party.id for party in now.case.parties if party.role in effect.SIDES}
    waiting = sides - {line.party_id for line in standing.signings if effect.signed(line)}
    return "" if waiting else _("All parties have signed: enter the rest of the signatures, then the agreement takes effect.")


def no_proposal(now: Situation) -> str:
    """One plan at a time."""
    return "" if now.proposal is None else _("A plan of {day} has been put forward already: serve it, or take it back.").format(
        day=dates.in_words(now.proposal.day)
    )  # fmt: skip


def plan_to_serve(now: Situation) -> str:
    """There is a plan that somebody has not got yet."""
    if now.proposal is None:
        return _("No plan has been put forward: write one first.")
    return "" if not_served(now) else _("The plan has been served on all parties.")


def plan_served(now: Situation) -> str:
    """Somebody has got the plan."""
    if now.proposal is None:
        return _("No plan has been put forward: write one first.")
    return "" if now.proposal.services else _("The plan has been served on nobody yet.")


def plan_served_on_all(now: Situation) -> str:
    """Everybody has got the plan."""
    if now.proposal is None:
        return _("No plan has been put forward: write one first.")
    names = not_served(now)
    return "" if not names else _("The plan has not been served on {names} yet.").format(names="、".join(names))


def not_served(now: Situation) -> list[str]:
    """The names of the sides that have not got the plan."""
    have = {one.party_id for one in now.proposal.services} if now.proposal is not None else set()
    return [party.name for party in now.case.parties if party.role in effect.SIDES and party.id not in have]


def no_objection_left(now: Situation) -> str:
    """The seven days are over for everybody."""
    if now.proposal is None or now.law is None:
        return ""
    try:
        last = deadlines.objection(now.proposal, *now.law())
    except Refusal as no:
        return no.sentence
    if last is None or now.day > last.due:
        return ""
    return _("Objections can be made until {day}: the plan is adopted when that day has passed.").format(day=dates.in_words(last.due))


def to_be_given_back(now: Situation) -> str:
    """A court's case ended and has not gone back."""
    last = now.referral
    if last is None or (last.regime is None and last.court_id is None):
        return _("No court has referred this case.")
    return "" if last.returned_on is None else _("The case went back to the court on {day}.").format(day=dates.in_words(last.returned_on))


# --- confirmation and performance -----------------------------------------------------------------------------------------------


def in_force(now: Situation) -> str:
    """An agreement is signed and has taken effect."""
    standing = now.signed
    if standing is None:
        return _("There is no signed agreement.")
    return "" if standing.effective_on is not None else _("The agreement has not taken effect yet.")


def not_applied(now: Situation) -> str:
    """No application stands, and there is something a court can confirm (CPC 205; 2.6 of the brief)."""
    standing = now.confirmation
    if standing is not None and standing.result is ConfirmationResult.CONFIRMED:
        return _("The court has confirmed this agreement.")
    if standing is not None:
        return _("Confirmation has been applied for: enter the court's ruling.")
    if now.agreement is not None and now.agreement.form is AgreementForm.ORAL:
        return _("An oral agreement is not confirmed by a court: write it down first.")
    return ""


def in_time(now: Situation) -> str:
    """Within thirty days of the earliest day that could be argued (PML 33, CPC 205)."""
    last = now.apply_by
    if last is None or now.day <= last.due:
        return ""
    return _("The thirty days for the application ended on {day}: a court no longer takes it; a party can sue on the agreement.").format(
        day=dates.in_words(last.due)
    )


def court_asked(now: Situation) -> str:
    """An application waits for the court."""
    standing = now.confirmation
    if standing is not None and standing.result is ConfirmationResult.PENDING:
        return ""
    return _("No application for confirmation is waiting: apply first.")


def confirmed(now: Situation) -> str:
    """The court has confirmed."""
    standing = now.confirmation
    if standing is not None and standing.result is ConfirmationResult.CONFIRMED:
        return ""
    return _("There is no ruling that confirms the agreement: nothing to object to.")


def something_owed(now: Situation) -> str:
    """The agreement obliges somebody to something."""
    if now.agreement is not None and now.agreement.obligations:
        return ""
    return _("The agreement obliges nobody to anything: there is nothing to perform.")


def members_parts(now: Situation) -> str:
    """The agreement in force is divided among the members of a group."""
    standing = now.signed
    if standing is not None and any(part.member_id is not None for one in standing.obligations for part in one.instalments):
        return ""
    return _("The agreement is not divided among the members of a group: there is nothing to split.")


def split(now: Situation) -> str:
    """Single agreements stand for the group's."""
    return "" if now.singles else _("This agreement has not been split.")


def not_split(now: Situation) -> str:
    """The group's agreement stands for all."""
    return _("This agreement has been split already.") if now.singles else ""


# --- the file -------------------------------------------------------------------------------------------------------------------


def not_closed(now: Situation) -> str:
    """A case is closed once."""
    return "" if now.case.closed_on is None else _("The case was closed on {day}.").format(day=dates.in_words(now.case.closed_on))


def outcome(now: Situation) -> str:
    """It is known how the mediation ended."""
    if now.stage is Stage.REJECTED or now.outcome is not None:
        return ""
    return _("There is no outcome yet: conclude the mediation first.")


def settled_up(now: Situation) -> str:
    """What was agreed is performed, or its default is entered."""
    if now.amending is not None:
        return _("A new agreement in place of the one in force is being written: let it be signed, or give it up.")
    if now.stage in (Stage.CONCLUDED, Stage.PERFORMING) and now.signed is not None and now.signed.obligations:
        return _("Something is still to be performed: enter the performance or the default first.")
    if now.confirmation is not None and now.confirmation.result is ConfirmationResult.PENDING:
        return _("The court has not ruled on the confirmation yet: enter its ruling first.")
    return ""


def closed(now: Situation) -> str:
    """The case was closed."""
    return "" if now.case.closed_on is not None else _("The case is not closed yet: close it first.")


def undoable(now: Situation) -> str:
    """There is a move to take back."""
    if now.last_move is None:
        return _("Nothing has been done since the registration: there is nothing to take back; correct the registration instead.")
    return ""
