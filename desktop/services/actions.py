"""What can be done with a case, as one table: name, sheet and service. The command line, scripts and the demo go through it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from db.models.case import Case
from desktop.categories import CATEGORIES
from desktop.domain import fields, stages
from desktop.domain.fields import Field
from desktop.domain.inputs import life, mediation, people
from desktop.domain.inputs.case import ACCEPT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import (
    acceptance,
    agreement,
    assignment,
    closing,
    intake,
    outcomes,
    printing,
    proposals,
    rests,
    sessions,
    signing,
)
from desktop.services.desk import Desk

Do = Callable[[Desk, str | int, Mapping[str, Any], int | None], Case]


@dataclass(frozen=True)
class Action:
    """`sheet` declares what may be said; `do(desk, number, values, version)` does it. The label is the move's (`stages.MOVES`)."""

    key: str
    sheet: tuple[Field, ...]
    do: Do

    @property
    def label(self) -> str:
        """What the button says, in the language of the interface."""
        return _(stages.MOVES[self.key].label)


ACTIONS: dict[str, Action] = {
    action.key: action
    for action in (
        Action("accept", ACCEPT, acceptance.accept),
        Action("reject", life.REJECT, acceptance.reject),
        Action("refer_in", life.REFER_IN, acceptance.refer_in),
        Action("slip", life.SLIP, acceptance.slip),
        Action("assign", mediation.ASSIGN, assignment.assign),
        Action("recuse", life.RECUSE, assignment.recuse),
        Action("session", mediation.SESSION, sessions.record),
        Action("suspend", life.SUSPEND, rests.suspend),
        Action("resume", life.RESUME, rests.resume),
        Action("extend", life.EXTEND, rests.extend),
        Action("undisputed", life.UNDISPUTED, proposals.undisputed),
        Action("propose", life.PROPOSE, proposals.propose),
        Action("serve", life.SERVE, proposals.serve),
        Action("object", life.OBJECT, proposals.object_),
        Action("plan_adopted", life.PLAN_ADOPTED, proposals.plan_adopted),
        Action("agreement", mediation.AGREEMENT, agreement.write),
        Action("issue", mediation.ISSUE, printing.issue),
        Action("void", mediation.VOID, printing.void),
        Action("replace", mediation.REPLACE, printing.replace),
        Action("sign", mediation.SIGN, signing.sign),
        Action("conclude", life.CONCLUDE, outcomes.conclude),
        Action("refer_out", life.REFER_OUT, outcomes.refer_out),
        Action("give_back", life.GIVE_BACK, outcomes.give_back),
        Action("close", life.CLOSE, closing.close),
        Action("archive", life.ARCHIVE, closing.archive),
        Action("reopen", life.REOPEN, closing.reopen),
    )
}

_PEOPLE = {"organisation": people.ORGANISATION, "mediator": people.MEDIATOR, "office": people.OFFICE}


def kinds() -> tuple[str, ...]:
    """Everything that has a sheet: the case, each action, and those who stand around a case."""
    return ("case", *ACTIONS, *_PEOPLE)


def act(desk: Desk, number: str | int, name: str, values: Any, version: int | None = None) -> Case:
    """Does one action with a case; Refusal listing them where the name is none of them."""
    if name not in ACTIONS:
        raise Refusal(
            _("There is no action “{name}”; the actions are: {names}.").format(name=name[:40], names=", ".join(ACTIONS)),
            "action",
            "unknown",
        )
    return ACTIONS[name].do(desk, number, values, version)


def sheet(kind: str, category: str = "") -> tuple[Field, ...]:
    """The declared fields of a kind; of a case with the facts of its category where one is named."""
    if category and kind != "case":
        raise Refusal(_("Only a case has a category."), "category")
    if category and category not in CATEGORIES:
        raise Refusal(
            _("“{key}” is no category; the categories are: {keys}.").format(key=category[:40], keys=", ".join(CATEGORIES)), "category"
        )
    if kind == "case":
        return intake.form(category)
    if kind in ACTIONS:
        return ACTIONS[kind].sheet
    if kind in _PEOPLE:
        return _PEOPLE[kind]
    raise Refusal(
        _("There is no kind “{kind}”; the kinds are: {kinds}.").format(kind=kind[:40], kinds=", ".join(kinds())), "kind", "unknown"
    )


def schema(kind: str, category: str = "") -> dict[str, Any]:
    """What a file of this kind may hold, in the words of JSON Schema, with an example that the same sheet takes."""
    return {"title": kind, **fields.schema(sheet(kind, category))}
