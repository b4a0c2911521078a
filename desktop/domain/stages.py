"""The life of a case as one table of moves; the button that greys, the command line and the service that writes ask the same function.

Stages after the domain brief, chapter 2. A move that is not allowed says why in one sentence (PML 17 to 33, SMR 11 to 26, OMR 13 to 26).
"""

from db.vocabulary import AgreementStatus, Stage
from desktop.domain import needs, side_moves, words
from desktop.domain.move import AFTER, ALIVE, ENDED, OPEN, RUNNING, SITTING, TAKEN, Move
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _

_TABLE = (
    # --- intake
    Move(
        "correct",
        N_("Correct the registration"),
        ALIVE,
        None,
        (),
        N_("Change what was registered; what stood before stays in the history."),
    ),
    Move(
        "add_party", N_("Add a party"), OPEN, None, (needs.nothing_issued,), N_("Somebody joins the case, before an agreement is issued.")
    ),
    Move(
        "remove_party",
        N_("Remove a party"),
        OPEN,
        None,
        (needs.nothing_issued,),
        N_("Somebody leaves the case, before an agreement is issued."),
    ),
    Move(
        "refer_in",
        N_("Enter a referral"),
        OPEN,
        None,
        (),
        N_("A court or another body hands the dispute over: its number, its rules, its day."),
    ),
    Move("slip", N_("Enter the signed return slip"), OPEN, None, (needs.slip_out,), N_("From the day on the slip the court's term runs.")),
    Move(
        "accept",
        N_("Accept the case"),
        frozenset({Stage.REGISTERED}),
        Stage.ACCEPTED,
        (needs.no_number, needs.mediable),
        N_("Take the case in: it gets its official number, and the term runs."),
    ),
    Move(
        "reject",
        N_("Do not accept the case"),
        frozenset({Stage.REGISTERED}),
        Stage.REJECTED,
        (),
        N_("Say why it cannot be mediated here, and what other ways the parties were told."),
    ),
    # --- mediators
    Move(
        "assign",
        N_("Assign a mediator"),
        frozenset({Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION}),
        Stage.ASSIGNED,
        (),
        N_("Choose who presides; load, languages and conflicts are shown with each."),
    ),
    Move(
        "recuse",
        N_("Enter a request to recuse"),
        TAKEN,
        None,
        (needs.lead,),
        N_("A party asks for another mediator: granted or not, and by whom."),
    ),
    # --- mediation
    Move(
        "session",
        N_("Record a session"),
        RUNNING,
        Stage.IN_MEDIATION,
        (needs.lead,),
        N_("Write down when, where and with whom you sat, what was said and what came of it."),
    ),
    Move(
        "suspend",
        N_("Suspend the mediation"),
        TAKEN - {Stage.SUSPENDED},
        Stage.SUSPENDED,
        (),
        N_("An appraisal is awaited, somebody is ill: say from when, and why."),
    ),
    Move(
        "resume",
        N_("Go on with the mediation"),
        frozenset({Stage.SUSPENDED}),
        None,
        (),
        N_("What was awaited is there: the case goes on where it stood."),
    ),
    Move(
        "extend",
        N_("Extend the term"),
        TAKEN,
        None,
        (needs.clock_runs,),
        N_("Both sides agree, on the days written, that it may last longer."),
    ),
    Move(
        "undisputed",
        N_("Record undisputed facts"),
        frozenset({Stage.IN_MEDIATION, Stage.CONCLUDED}),
        None,
        (needs.session, needs.not_agreed),
        N_("With both sides' consent: what they do not dispute needs no proof in a lawsuit."),
    ),
    Move(
        "propose",
        N_("Put a plan forward"),
        SITTING,
        None,
        (needs.lead, needs.session, needs.nothing_issued, needs.no_proposal),
        N_("The sides do not agree but dispute little: a written plan that stands unless somebody objects."),
    ),
    Move(
        "serve",
        N_("Enter the service of the plan"),
        SITTING,
        None,
        (needs.plan_to_serve,),
        N_("From the day of service each party has seven days to object."),
    ),
    Move(
        "object",
        N_("Enter an objection to the plan"),
        SITTING,
        Stage.CONCLUDED,
        (needs.plan_served,),
        N_("A written objection: the mediation has failed."),
    ),
    Move(
        "plan_adopted",
        N_("The plan is adopted"),
        SITTING,
        Stage.CONCLUDED,
        (needs.plan_served_on_all, needs.no_objection_left),
        N_("Nobody objected in time: the plan counts as the parties' agreement."),
    ),
    # --- agreement
    Move(
        "agreement",
        N_("Write the agreement"),
        SITTING | AFTER,
        None,
        (needs.sitting_or_amending, needs.lead, needs.session, needs.writable),
        N_("Write what the parties agreed; the paper is made beside it while you type."),
    ),
    Move(
        "issue",
        N_("Issue the agreement"),
        SITTING | AFTER,
        None,
        (needs.to_be_issued,),
        N_("Read it aloud, mend it, then issue it: numbered, and never changed afterwards."),
    ),
    Move(
        "void",
        N_("Take the issued agreement back"),
        SITTING | AFTER,
        None,
        (needs.sitting_or_amending, needs.issued),
        N_("Before anybody has signed: the paper stays listed as void."),
    ),
    Move(
        "replace",
        N_("Replace an issued paper"),
        ALIVE,
        None,
        (needs.paper_issued,),
        N_("Issue it anew from today's data; it says which one it replaces."),
    ),
    Move(
        "signed",
        N_("A paper came back signed"),
        ALIVE,
        None,
        (needs.paper_issued,),
        N_("Enter it with what was changed on it by hand, so that the record equals the paper."),
    ),
    Move(
        "sign",
        N_("Mark as signed"),
        SITTING | AFTER,
        None,
        (needs.sitting_or_amending, needs.issued),
        N_("Enter who has signed and on what day; the day of effect follows from it."),
    ),
    Move(
        "amend",
        N_("Agree anew in place of the agreement"),
        AFTER - {Stage.PERFORMED},
        None,
        (needs.in_force, needs.amendable, needs.something_owed),
        N_("The parties want other terms: a new agreement is written; when all have signed it, it takes the place of the old one."),
    ),
    Move(
        "amend_drop",
        N_("Give the new agreement up"),
        AFTER,
        None,
        (needs.amending,),
        N_("The parties do not agree to other terms: the old agreement goes on."),
    ),
    Move(
        "conclude",
        N_("Conclude the mediation"),
        TAKEN,
        Stage.CONCLUDED,
        (needs.nobody_signed,),
        N_("It ends without a written agreement: say how, when and why."),
    ),
    Move(
        "refer_out",
        N_("Hand the case to another body"),
        TAKEN,
        Stage.CONCLUDED,
        (needs.nobody_signed,),
        N_("Arbitration, a court, an office: whom it was handed to and when."),
    ),
    Move(
        "give_back",
        N_("Give the case back to the court"),
        AFTER,
        None,
        (needs.to_be_given_back,),
        N_("The report and the material go back: enter the day."),
    ),
    # --- confirmation, beside the stages
    Move(
        "confirm_apply",
        N_("Apply for judicial confirmation"),
        AFTER,
        None,
        (needs.in_force, needs.not_applied, needs.in_time),
        N_("Both parties jointly, within thirty days of the agreement's effect."),
    ),
    Move(
        "confirm_supplement",
        N_("Enter what the court asked for"),
        AFTER,
        None,
        (needs.court_asked,),
        N_("What the court wants besides, until when, and when it was sent."),
    ),
    Move(
        "confirm_result",
        N_("Enter the court's ruling"),
        AFTER,
        None,
        (needs.court_asked,),
        N_("What the court ruled, when, and when it was served."),
    ),
    Move(
        "confirm_objection",
        N_("Enter an objection to the ruling"),
        AFTER,
        None,
        (needs.confirmed,),
        N_("A party within fifteen days, a third person within six months: the day and the reason."),
    ),
    # --- performance
    Move(
        "perform",
        N_("Enter a performance"),
        AFTER - {Stage.PERFORMED},
        None,
        (needs.in_force, needs.something_owed),
        N_("What was paid, handed over or done, when, and by what receipt."),
    ),
    Move(
        "default",
        N_("Enter the default"),
        frozenset({Stage.CONCLUDED, Stage.PERFORMING}),
        Stage.DEFAULTED,
        (needs.in_force, needs.something_owed),
        N_("It was not performed in time: what was done to urge it, and what the other side was told."),
    ),
    Move(
        "return_visit",
        N_("Record a return visit"),
        AFTER | {Stage.ARCHIVED},
        None,
        (),
        N_("Asked afterwards: is it performed, are they content, does anything threaten."),
    ),
    # --- the file
    Move(
        "close",
        N_("Close the case"),
        ENDED,
        None,
        (needs.not_closed, needs.outcome, needs.settled_up),
        N_("The outcome is written and nothing is open: the work is done."),
    ),
    Move(
        "archive",
        N_("Put the file into the archive"),
        ENDED,
        Stage.ARCHIVED,
        (needs.closed,),
        N_("Pages counted, kept for how long: the file goes on the shelf."),
    ),
    Move(
        "reopen",
        N_("Take the file out of the archive"),
        frozenset({Stage.ARCHIVED}),
        None,
        (),
        N_("Something has to be mended: the case stands again where it stood."),
    ),
    Move(
        "undo",
        N_("Take the last move back"),
        frozenset(Stage),
        None,
        (needs.undoable,),
        N_("What was entered by mistake is undone; both stay in the history, with the reason."),
    ),
)

MOVES: dict[str, Move] = {move.key: move for move in (*_TABLE, *side_moves.TABLE)}

ROAD = (Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.CONCLUDED, Stage.PERFORMING, Stage.ARCHIVED)
"""The stations as they stand along the top of a case."""

# The one thing to do now: the first of these that is wanted and possible.
_WAY_ON = (
    "reject", "accept", "resume", "assign", "session", "plan_adopted", "serve", "agreement", "issue", "sign",
    "perform", "give_back", "close", "archive",
)  # fmt: skip


def why_not(key: str, now: Situation) -> str:
    """'' when the move may be made now, else the sentence that says why not and what to do."""
    move = MOVES[key]
    if now.stage not in move.frm:
        return _("“{move}” is not possible while the case is “{stage}”: it is possible when the case is {stages}.").format(
            move=_(move.label),
            stage=words.shown(now.stage),
            stages=_(" or ").join(f"“{words.shown(stage)}”" for stage in Stage if stage in move.frm),
        )
    return next((sentence for need in move.needs if (sentence := need(now))), "")


def require(key: str, now: Situation) -> Move:
    """The move, or a Refusal with the same sentence that the greyed button shows."""
    sentence = why_not(key, now)
    if sentence:
        raise Refusal(sentence, code="not_allowed")
    return MOVES[key]


def after(key: str, now: Situation) -> Stage:
    """The stage after the move, as far as it does not depend on what is entered with it.

    A case in mediation stays there when its mediator is replaced; one that rested or was archived goes back to where it stood.
    """
    if key in ("resume", "reopen"):
        return now.before("suspend" if key == "resume" else "archive") or (Stage.ASSIGNED if key == "resume" else Stage.CONCLUDED)
    to = MOVES[key].to
    if to is None or (key == "assign" and now.stage is Stage.IN_MEDIATION):
        return now.stage
    return to


def next_move(now: Situation) -> str:
    """The one thing to do now; '' only where the file is in the archive."""
    return next((key for key in _WAY_ON if _wanted(key, now) and not why_not(key, now)), "")


def _wanted(key: str, now: Situation) -> bool:
    """Whether a possible move is what the case now waits for, not only something that may be done."""
    if key == "reject":
        return bool(now.not_here)
    if key == "assign":
        return now.lead is None
    if key == "session":
        return now.last_session is None
    if key == "agreement":
        return now.agreement is None and now.proposal is None
    if key == "sign":
        return now.agreement is not None and now.agreement.status is AgreementStatus.ISSUED
    if key == "issue":
        return now.signed is None or now.amending is not None
    if key == "perform":
        return now.stage is not Stage.DEFAULTED
    return True
