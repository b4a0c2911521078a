"""The figures of the statistics: one expression a key, counted by the database, on all engines; and the cases behind a figure.

What each figure means in words stands in `desktop/domain/figures.py` under the same key. A frame is a subquery with one row a case
(or an application for confirmation) that has what the figures look at, as it stood at the end of the period, and the columns it is
split by. A figure is a condition over it, with a column to add up where it is a sum.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, literal, null, or_, select, true, union_all
from sqlalchemy.orm import Session, aliased

from db.models.agreement import Agreement
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.models.outcome import Outcome
from db.models.prevented import PreventedHarm
from db.types import word
from db.vocabulary import AgreementForm, AgreementStatus, AssignmentRole, ConfirmationResult, Harm, OutcomeCode, Stage

AGREED = (OutcomeCode.AGREED_WRITTEN, OutcomeCode.AGREED_ORAL, OutcomeCode.AGREED_PARTIAL)
Code = StrEnum | str | int | None
"""Where a case stands in a split: a word of the vocabulary, a text, the id of an organisation or mediator, None for nowhere."""


class Asked(NamedTuple):
    """What is asked: days from `first` to `last`, both included; `organisation_id` None counts all."""

    first: date
    last: date
    organisation_id: int | None = None


@dataclass(frozen=True)
class Expression:
    """One figure over its frame: which rows count, and what is added up (None: one a row)."""

    condition: Callable[[Any, Asked], ColumnElement[bool]]
    amount: Callable[[Any], ColumnElement[Any]] | None = None
    of_applications: bool = False

    def counted(self, frame: Subquery, asked: Asked) -> ColumnElement[int]:
        """The figure of a group of rows."""
        worth = func.coalesce(self.amount(frame.c), 0) if self.amount else literal(1)
        return func.coalesce(func.sum(case((self.condition(frame.c, asked), worth), else_=0)), 0)


def _within(column: ColumnElement[date], asked: Asked) -> ColumnElement[bool]:
    return and_(column >= asked.first, column <= asked.last)


def _prevented(harm: Harm) -> tuple[Expression, Expression]:
    """The cases that kept a harm from happening, and the people whom they kept from it."""

    def here(row: Any, wanted: Any) -> Select[Any]:
        return select(wanted).where(PreventedHarm.case_id == row.case_id, PreventedHarm.kind == harm)

    def condition(row: Any, asked: Asked) -> ColumnElement[bool]:
        return and_(_within(row.ended, asked), here(row, PreventedHarm.id).exists())

    return Expression(condition), Expression(condition, lambda row: here(row, PreventedHarm.people_count).scalar_subquery())


def _agreed(row: Any, asked: Asked) -> ColumnElement[bool]:
    return and_(_within(row.ended, asked), row.outcome.in_(AGREED))


EXPRESSIONS: dict[str, Expression] = {
    "brought_forward": Expression(lambda row, asked: and_(row.began < asked.first, or_(row.ended.is_(None), row.ended >= asked.first))),
    "accepted": Expression(lambda row, asked: _within(row.began, asked)),
    "concluded": Expression(lambda row, asked: _within(row.ended, asked)),
    "agreed_cases": Expression(_agreed),
    "open_at_end": Expression(lambda row, asked: or_(row.ended.is_(None), row.ended > asked.last)),
    "claimed_fen": Expression(lambda row, asked: _within(row.began, asked), lambda row: row.claim_fen),
    "claimed_concluded_fen": Expression(lambda row, asked: _within(row.ended, asked), lambda row: row.claim_fen),
    "agreed_fen": Expression(_agreed, lambda row: row.agreed_fen),
    "confirmation_applied": Expression(lambda row, asked: _within(row.began, asked), of_applications=True),
    "confirmation_ended": Expression(lambda row, asked: _within(row.ended, asked), of_applications=True),
    "confirmation_confirmed": Expression(
        lambda row, asked: and_(_within(row.ended, asked), row.result == ConfirmationResult.CONFIRMED), of_applications=True
    ),
    "confirmation_refused": Expression(
        lambda row, asked: and_(_within(row.ended, asked), row.result != ConfirmationResult.CONFIRMED), of_applications=True
    ),
    **{f"prevented_{harm.value}": _prevented(harm)[0] for harm in Harm},
    **{f"prevented_{harm.value}_people": _prevented(harm)[1] for harm in Harm},
}


# --- what a row of a frame stands under -------------------------------------------------------------------------------------------

_Later = aliased(Outcome)
# The last conclusion that was not taken back: none after it.
_STANDING = (
    Outcome.undone.is_(False),
    ~select(_Later.id).where(_Later.case_id == Outcome.case_id, _Later.undone.is_(False), _Later.id > Outcome.id).exists(),
)
# A case without a conclusion that stands is in one of these stages, once it was accepted (the table of moves; walked by the random lives).
_GOES_ON = Case.stage.in_((Stage.REGISTERED, Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED))
_ENDED = case((Outcome.concluded_on < Case.accepted_on, Case.accepted_on), else_=Outcome.concluded_on)
_DECIDED = case(
    (Confirmation.result == ConfirmationResult.PENDING, null()),
    else_=func.coalesce(Confirmation.ruled_on, Confirmation.served_on, Confirmation.applied_on),
)


def _outcome(asked: Asked, of_applications: bool) -> ColumnElement[Any]:
    return case((_ENDED <= asked.last, Outcome.code), else_=null())


def _agreement_form(asked: Asked, of_applications: bool) -> ColumnElement[Any]:
    """The form of the last signed agreement, else the one that the outcome names."""
    last = select(func.max(Agreement.id)).where(Agreement.case_id == Case.id, Agreement.status == AgreementStatus.SIGNED)
    form = select(Agreement.form).where(Agreement.id == last.correlate(Case).scalar_subquery()).correlate(Case).scalar_subquery()
    by_code = case(
        (Outcome.code == OutcomeCode.AGREED_WRITTEN, literal(AgreementForm.WRITTEN, word(AgreementForm))),
        (Outcome.code == OutcomeCode.AGREED_ORAL, literal(AgreementForm.ORAL, word(AgreementForm))),
        else_=null(),
    )
    return case((_ENDED <= asked.last, func.coalesce(form, by_code, type_=word(AgreementForm))), else_=null())


def _confirmation(asked: Asked, of_applications: bool) -> ColumnElement[Any]:
    """The state of the application (of the case's last one) at the end of the period; None where there was none yet."""
    pending = literal(ConfirmationResult.PENDING, word(ConfirmationResult))
    state = case((_DECIDED <= asked.last, Confirmation.result), else_=pending)
    if of_applications:
        return state
    last = select(func.max(Confirmation.id)).where(Confirmation.case_id == Case.id, Confirmation.applied_on <= asked.last)
    return select(state).where(Confirmation.id == last.correlate(Case).scalar_subquery()).correlate(Case).scalar_subquery()


def _mediator(asked: Asked, of_applications: bool) -> ColumnElement[Any]:
    """Who was last assigned to preside up to the end of the period."""
    last = select(func.max(Assignment.id)).where(
        Assignment.case_id == Case.id, Assignment.role == AssignmentRole.LEAD_MEDIATOR, Assignment.assigned_on <= asked.last
    )
    return select(Assignment.mediator_id).where(Assignment.id == last.correlate(Case).scalar_subquery()).correlate(Case).scalar_subquery()


SPLITS: dict[str, Callable[[Asked, bool], Any]] = {
    "category": lambda asked, of_applications: Case.category,
    "moj_type": lambda asked, of_applications: Case.moj_type,
    "source": lambda asked, of_applications: Case.source,
    "outcome": _outcome,
    "agreement_form": _agreement_form,
    "confirmation": _confirmation,
    "refusal": lambda asked, of_applications: Confirmation.reason_kind if of_applications else null(),
    "organisation": lambda asked, of_applications: Case.organisation_id,
    "mediator": _mediator,
}


# --- the frames -------------------------------------------------------------------------------------------------------------------


def _frame(asked: Asked, splits: Sequence[str], of_applications: bool) -> Subquery:
    """One row a case that was accepted by the end of the period and not concluded before it, or one an application for confirmation.

    Of a million cases most were concluded long before: the parts of the union are each found by an index and never read the others.
    """
    columns = [SPLITS[key](asked, of_applications).label(f"split_{n}") for n, key in enumerate(splits)]
    if of_applications:
        return _applications(asked, columns)
    made = select(
        Case.id.label("case_id"), Case.order.label("order"), Case.accepted_on.label("began"), _ENDED.label("ended"), Case.claim_fen,
        Outcome.code.label("outcome"), Outcome.agreed_fen, *columns,
    )  # fmt: skip
    ended = made.select_from(Outcome).join(Case, Case.id == Outcome.case_id).where(*_STANDING)
    parts = [
        ended.where(Outcome.concluded_on >= asked.first),
        ended.where(Outcome.concluded_on < asked.first, Case.accepted_on >= asked.first),  # dated before its acceptance
        made.select_from(Case).outerjoin(Outcome, and_(Outcome.case_id == Case.id, *_STANDING)).where(Outcome.id.is_(None), _GOES_ON),
    ]
    return union_all(*(_of_period(part, asked) for part in parts)).subquery()


def _applications(asked: Asked, columns: Sequence[Any]) -> Subquery:
    made = select(
        Case.id.label("case_id"), Case.order.label("order"), Confirmation.applied_on.label("began"), _DECIDED.label("ended"),
        Confirmation.result.label("result"), *columns,
    )  # fmt: skip
    made = made.select_from(Confirmation).join(Case, Case.id == Confirmation.case_id)
    made = made.outerjoin(Outcome, and_(Outcome.case_id == Case.id, *_STANDING))
    lately = [column >= asked.first for column in (Confirmation.applied_on, Confirmation.ruled_on, Confirmation.served_on)]
    return _of_period(made.where(Confirmation.applied_on <= asked.last, or_(*lately)), asked).subquery()


def _of_period(made: Select[Any], asked: Asked) -> Select[Any]:
    made = made.where(Case.accepted_on <= asked.last)
    return made if asked.organisation_id is None else made.where(Case.organisation_id == asked.organisation_id)


def counted(session: Session, asked: Asked, keys: Sequence[str], splits: Sequence[str] = ()) -> dict[tuple[Code, ...], dict[str, int]]:
    """The figures `keys` by where the cases stand; without splits there is one group, `()`. Sums are in fen."""
    found: dict[tuple[Code, ...], dict[str, int]] = {}
    for of_applications in (False, True):
        wanted = [key for key in keys if EXPRESSIONS[key].of_applications is of_applications]
        if not wanted:
            continue
        frame = _frame(asked, splits, of_applications)
        by = [frame.c[f"split_{n}"] for n in range(len(splits))]
        rows = session.execute(select(*by, *(EXPRESSIONS[key].counted(frame, asked) for key in wanted)).group_by(*by))
        for row in rows:
            values = found.setdefault(tuple(row[: len(by)]), dict.fromkeys(keys, 0))
            values.update({key: int(value) for key, value in zip(wanted, row[len(by) :], strict=True)})
    return found


def case_ids(session: Session, asked: Asked, key: str, splits: Sequence[str] = (), codes: Sequence[Code] = ()) -> list[int]:
    """The cases behind one figure of one group (of all where `codes` is empty), newest first, each once."""
    expression = EXPRESSIONS[key]
    frame = _frame(asked, splits, expression.of_applications)
    here = [frame.c[f"split_{n}"].is_(None) if code is None else frame.c[f"split_{n}"] == code for n, code in enumerate(codes)]
    chosen = select(frame.c.case_id).where(expression.condition(frame.c, asked), *(here or [true()])).distinct()
    if expression.amount is not None:
        chosen = chosen.where(expression.amount(frame.c).is_not(None))
    return list(session.scalars(select(Case.id).where(Case.id.in_(chosen)).order_by(Case.order.desc())))


def organisations(session: Session) -> list[tuple[int, str]]:
    """(id, name) of every organisation, in the order in which they were entered."""
    return [(row_id, name) for row_id, name in session.execute(select(Organisation.id, Organisation.name).order_by(Organisation.id))]


def mediators(session: Session) -> list[tuple[int, str, str]]:
    """(id, name, certificate or else organisation) of every mediator, by organisation; the third tells namesakes apart."""
    asked = select(Mediator.id, Mediator.name, Mediator.certificate_number, Organisation.name)
    rows = session.execute(asked.join(Organisation, Organisation.id == Mediator.organisation_id).order_by(Organisation.id, Mediator.id))
    return [(row_id, name, certificate or organisation) for row_id, name, certificate, organisation in rows]
