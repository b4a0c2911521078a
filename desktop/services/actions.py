"""What can be done with a case, as one table: name, sheet and service. The command line, scripts and the demo go through it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from db.models.case import Case
from desktop.categories import SHIPPED
from desktop.categories.catalogue import Catalogue
from desktop.categories.category import Category
from desktop.domain import fields, stages, words
from desktop.domain.calculation import registry
from desktop.domain.fields import Field
from desktop.domain.inputs import calculation as sums
from desktop.domain.inputs import correction as sheets
from desktop.domain.inputs import evidence as of_evidence
from desktop.domain.inputs import group as of_group
from desktop.domain.inputs import life, mediation, people
from desktop.domain.inputs import paper_sheets as of_papers
from desktop.domain.inputs import performance as after
from desktop.domain.inputs import settings as of_office
from desktop.domain.inputs.agreement import AGREEMENT, PASS_FINDING
from desktop.domain.inputs.case import ACCEPT, EXAMPLE_CAUSE
from desktop.domain.inputs.court_sheets import SHEETS
from desktop.domain.inputs.element_forms import FORM_ANSWERS
from desktop.domain.inputs.platforms import TICKS
from desktop.domain.inputs.screening import SCREENING
from desktop.domain.inputs.willingness import WILLINGNESS
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.services import (
    acceptance,
    agreement,
    amending,
    appointments,
    assignment,
    calculations,
    causes,
    claims,
    closing,
    confirmation,
    correction,
    court_sheets,
    element_forms,
    evidence,
    groups,
    guests,
    intake,
    judging,
    originals,
    outcomes,
    paper_sheets,
    performance,
    platforms,
    printing,
    proposals,
    rests,
    return_visits,
    sessions,
    settled,
    signed_papers,
    signing,
    undo,
    willingness,
)
from desktop.services.desk import Desk

Do = Callable[[Desk, str | int, Mapping[str, Any], int | None], Case]


@dataclass(frozen=True)
class Action:
    """`sheet` declares what may be said; `do(desk, number, values, version)` does it.

    The label is the move's (`stages.MOVES`); `name` says it for what is no move of a case.
    """

    key: str
    sheet: tuple[Field, ...]
    do: Do
    name: str = ""

    @property
    def label(self) -> str:
        """What the button says, in the language of the interface."""
        return _(self.name or stages.MOVES[self.key].label)


ACTIONS: dict[str, Action] = {
    action.key: action
    for action in (
        Action("accept", ACCEPT, acceptance.accept),
        Action("correct", correction.form(SHIPPED), correction.correct),
        Action("add_party", sheets.ADD_PARTY, correction.add_party),
        Action("remove_party", sheets.REMOVE_PARTY, correction.remove_party),
        Action("reject", life.REJECT, acceptance.reject),
        Action("refer_in", life.REFER_IN, acceptance.refer_in),
        Action("slip", life.SLIP, acceptance.slip),
        Action("assign", mediation.ASSIGN, assignment.assign),
        Action("recuse", life.RECUSE, assignment.recuse),
        Action("appoint", mediation.APPOINT, appointments.appoint),
        Action("guest", mediation.GUEST, guests.invite),
        Action("guest_leave", mediation.GUEST_LEAVE, guests.leave),
        Action("session", mediation.SESSION, sessions.record),
        Action("suspend", life.SUSPEND, rests.suspend),
        Action("resume", life.RESUME, rests.resume),
        Action("extend", life.EXTEND, rests.extend),
        Action("undisputed", life.UNDISPUTED, proposals.undisputed),
        Action("propose", life.PROPOSE, proposals.propose),
        Action("serve", life.SERVE, proposals.serve),
        Action("object", life.OBJECT, proposals.object_),
        Action("plan_adopted", life.PLAN_ADOPTED, proposals.plan_adopted),
        Action("agreement", AGREEMENT, agreement.write),
        Action("pass_finding", PASS_FINDING, judging.pass_finding, N_("Pass a finding of the check")),
        Action("issue", mediation.ISSUE, printing.issue),
        Action("void", mediation.VOID, printing.void),
        Action("replace", mediation.REPLACE, printing.replace),
        Action("hand_over", after.HAND_OVER, originals.hand_over, N_("Hand an original over")),
        Action("sign", mediation.SIGN, signing.sign),
        Action("conclude", life.CONCLUDE, outcomes.conclude),
        Action("refer_out", life.REFER_OUT, outcomes.refer_out),
        Action("give_back", life.GIVE_BACK, outcomes.give_back),
        Action("confirm_apply", after.CONFIRM_APPLY, confirmation.apply),
        Action("confirm_supplement", after.CONFIRM_SUPPLEMENT, confirmation.supplement),
        Action("confirm_result", after.CONFIRM_RESULT, confirmation.result),
        Action("confirm_objection", after.CONFIRM_OBJECTION, confirmation.objected),
        Action("perform", after.PERFORM, performance.perform),
        Action("amend", life.AMEND, amending.amend),
        Action("amend_drop", life.AMEND_DROP, amending.drop),
        Action("default", after.DEFAULT, performance.default),
        Action("return_visit", after.RETURN_VISIT, return_visits.record),
        Action("close", life.CLOSE, closing.close),
        Action("archive", life.ARCHIVE, closing.archive),
        Action("reopen", life.REOPEN, closing.reopen),
        Action("interrupt", life.INTERRUPT, claims.interrupt),
        Action("prevent", life.PREVENT, claims.prevent),
        Action("undo", life.UNDO, undo.undo),
        Action("group_members", of_group.MEMBERS, groups.members, N_("Paste the members of a group")),
        Action("group_represent", of_group.REPRESENT, groups.represent, N_("Enter who represents a group")),
        Action("group_split", of_group.SPLIT, groups.split),
        Action("group_join", of_group.JOIN, groups.join),
        Action("calculate", sums.KEEP, calculations.keep, calculations.KEEP_LABEL),
        Action("calculate_amounts", sums.AMOUNTS, calculations.set_amounts, calculations.AMOUNTS_LABEL),
        Action("willingness", WILLINGNESS, willingness.enter, N_("Enter whether a party would mediate first")),
        Action("evidence", of_evidence.EVIDENCE, evidence.add, N_("Add evidence")),
        Action("evidence_change", of_evidence.EVIDENCE_CHANGE, evidence.change, N_("Change a piece of evidence")),
        Action("evidence_in", of_evidence.HANDED_IN, evidence.handed_in, N_("Missing evidence was handed in")),
        *(Action(kind.value, sheet, court_sheets.keep(kind), words.label(kind)) for kind, sheet in SHEETS.items()),
        Action("copied", TICKS, platforms.tick, N_("Tick what was entered on a platform")),
        Action("form_answers", FORM_ANSWERS, element_forms.keep, N_("Complete an element form")),
        Action("evidence_back", of_evidence.RETURNED, evidence.returned, N_("Give originals back")),
        *(Action(kind.value, of_papers.sheet(kind), paper_sheets.entering(kind), words.label(kind)) for kind in of_papers.SHEETS),
        Action("paper_drop", of_papers.DROP, paper_sheets.drop, N_("Take the sheet of a paper away")),
        Action("on_paper", of_papers.ON_PAPER, paper_sheets.put_in, N_("List a paper that exists only on paper")),
        Action("on_paper_drop", of_papers.ON_PAPER_DROP, paper_sheets.take_out, N_("Take a paper that exists only on paper off the list")),
        Action("signed", of_papers.SIGNED, signed_papers.mark),
    )
}

# Sheets that hold the facts of a category.
_SHEETS: dict[str, Callable[[Catalogue, str], tuple[Field, ...]]] = {
    "case": intake.form,
    "settled": settled.form,
    "correct": correction.form,
}
SUMS = "calculate:"
_AROUND = {
    "organisation": of_office.ORGANISATION_CHANGED,
    "mediator": people.MEDIATOR,
    "office": people.OFFICE,
    "mediator_absence": of_office.ABSENCE,
    "mediator_kin": of_office.KIN,
    "screening": SCREENING,
    "numbers_start": of_office.START_AT,
    "numbers_reserve": of_office.RESERVE,
}


def kinds() -> tuple[str, ...]:
    """Everything that has a sheet: the case, one that is settled already, each action, those who stand around a case, each calculator."""
    return (*_SHEETS, *(key for key in ACTIONS if key not in _SHEETS), *_AROUND, *(SUMS + key for key in registry.CALCULATORS))


def act(desk: Desk, number: str | int, name: str, values: Any, version: int | None = None) -> Case:
    """Does one action with a case; Refusal listing them where the name is none of them."""
    if name not in ACTIONS:
        raise Refusal(
            _("There is no action “{name}”; the actions are: {names}.").format(name=name[:40], names=", ".join(ACTIONS)),
            "action",
            "unknown",
        )
    return ACTIONS[name].do(desk, number, values, version)


def sheet(kind: str, category: str = "", categories: Catalogue = SHIPPED) -> tuple[Field, ...]:
    """The declared fields of a kind; of a case with the facts of its category where one is named, out of the office's `categories`."""
    if category and kind not in _SHEETS:
        raise Refusal(_("Only a case has a category."), "category")
    if category and category not in categories:
        raise Refusal(
            _("“{key}” is no category; the categories are: {keys}.").format(key=category[:40], keys=", ".join(categories)), "category"
        )
    if kind in _SHEETS:
        return _SHEETS[kind](categories, category)
    if kind in ACTIONS:
        return ACTIONS[kind].sheet
    if kind in _AROUND:
        return _AROUND[kind]
    if kind.startswith(SUMS):
        return registry.calculator(kind.removeprefix(SUMS)).sheet()
    raise Refusal(
        _("There is no kind “{kind}”; the kinds are: {kinds}.").format(kind=kind[:40], kinds=", ".join(kinds())), "kind", "unknown"
    )


def schema(kind: str, category: str = "", categories: Catalogue = SHIPPED) -> dict[str, Any]:
    """What a file of this kind may hold, in the words of JSON Schema, with an example that the same sheet takes.

    With a category also how it is counted, which papers to bring, and its facts in the groups of the form.
    """
    if kind.startswith(SUMS) and not category:
        return registry.calculator(kind.removeprefix(SUMS)).schema()
    told = {"title": kind, **fields.schema(sheet(kind, category, categories))}
    if category:
        known = categories[category]
        told["category"] = {
            "key": known.key,
            "label": _(known.label),
            "moj_type": known.moj_type,
            "causes": list(known.causes),
            "documents": [_(paper) for paper in known.documents],
            "groups": [{"title": _(group.title), "facts": [field.key for field in group.facts]} for group in known.groups],
            "private": sorted(known.private),
        }
        told["example"] |= _about(known)
    return told


def _about(category: Category) -> dict[str, Any]:
    """What the example of a case in this category says in place of the bank's loan that the other examples speak of."""
    names = [one.name for one in causes.shipped() if one.category == category.key] or list(category.causes)
    if not names or EXAMPLE_CAUSE in names:
        return {"category": category.key}
    words = {"summary": "双方发生纠纷，协商未成，申请调解。", "claims": ["请求对方承担相应责任。"], "claim": "20000"}
    return {"category": category.key, "cause": names[0], **words, "happened_on": "", "limitation_from": ""}
