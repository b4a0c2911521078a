"""The life of a case as one table of moves; the button that greys and the service that writes ask the same function.

Stages after the domain brief, chapter 2. A move that is not allowed says why in one sentence (PML 17 to 31, SMR 11 to 26).
"""

from collections.abc import Callable
from dataclasses import dataclass

from db.vocabulary import AgreementStatus, Stage
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _

Need = Callable[[Situation], str]


def _number(now: Situation) -> str:
    return "" if now.case.number is None else _("This case has its official number already: {number}.").format(number=now.case.number)


def _lead(now: Situation) -> str:
    return "" if now.lead else _("No mediator presides over this case yet: assign one first.")


def _session(now: Situation) -> str:
    return "" if now.case.sessions else _("No session has been recorded yet: an agreement comes out of a session (PML 27).")


def _open_agreement(now: Situation) -> str:
    if now.agreement is None:
        return _("There is no agreement yet: write it first.")
    return "" if now.agreement.status is AgreementStatus.DRAFT else _("The agreement has been issued: what was issued is not changed.")


def _writable(now: Situation) -> str:
    if now.agreement is None or now.agreement.status is AgreementStatus.DRAFT:
        return ""
    return _("The agreement has been issued: what was issued is not changed.")


def _issued_agreement(now: Situation) -> str:
    if now.agreement is None or now.agreement.status is AgreementStatus.DRAFT:
        return _("The agreement has not been issued yet: issue it first, then it is signed.")
    return ""


@dataclass(frozen=True)
class Move:
    """`to` is None where the stage stays as it is; `needs` each give '' or the sentence that says what is missing."""

    key: str
    label: str
    frm: frozenset[Stage]
    to: Stage | None
    needs: tuple[Need, ...] = ()


_OPEN = frozenset({Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED})
_RUNNING = frozenset({Stage.ASSIGNED, Stage.IN_MEDIATION})

MOVES: dict[str, Move] = {
    move.key: move
    for move in (
        Move("correct", N_("Correct the registration"), _OPEN, None),
        Move("accept", N_("Accept the case"), frozenset({Stage.REGISTERED}), Stage.ACCEPTED, (_number,)),
        Move("assign", N_("Assign a mediator"), frozenset({Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION}), Stage.ASSIGNED),
        Move("session", N_("Record a session"), _RUNNING, Stage.IN_MEDIATION, (_lead,)),
        Move("agreement", N_("Write the agreement"), frozenset({Stage.IN_MEDIATION}), None, (_lead, _session, _writable)),
        Move("issue", N_("Issue the agreement"), frozenset({Stage.IN_MEDIATION}), None, (_lead, _session, _open_agreement)),
        Move("void", N_("Take the issued agreement back"), frozenset({Stage.IN_MEDIATION}), None, (_issued_agreement,)),
        Move("sign", N_("Mark as signed"), frozenset({Stage.IN_MEDIATION}), None, (_issued_agreement,)),
        Move("conclude", N_("Conclude the mediation"), frozenset({Stage.IN_MEDIATION}), Stage.CONCLUDED, (_issued_agreement,)),
    )
}

ROAD = (Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.CONCLUDED, Stage.PERFORMING, Stage.ARCHIVED)
"""The stations as they stand along the top of a case."""


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
    """The stage after the move; a case in mediation stays there when its mediator is replaced."""
    to = MOVES[key].to
    if to is None or (key == "assign" and now.stage is Stage.IN_MEDIATION):
        return now.stage
    return to


def next_move(now: Situation) -> str:
    """The one thing to do now, '' where nothing of this road is left."""
    for key in ("accept", "assign", "session", "agreement", "issue", "sign"):
        if key == "assign" and now.lead:
            continue
        if key == "session" and now.case.sessions:
            continue
        if key == "agreement" and now.agreement is not None:
            continue
        if not why_not(key, now):
            return key
    return ""
