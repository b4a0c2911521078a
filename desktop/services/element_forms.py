"""The court's element forms for a case: which form, filled from what is known, and what was asked extra kept with the case.

Answers of the complaint and of the answer are each one sheet (`PaperSheet`) that names form and edition: a newer edition asks anew.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.vocabulary import PaperKind, PartyRole
from desktop import assets
from desktop.categories import SHIPPED
from desktop.categories.parts import harm_sums, work_sums
from desktop.domain import fields
from desktop.domain.element_forms import answers, assembly
from desktop.domain.element_forms import form as forms
from desktop.domain.element_forms.assembly import Filled
from desktop.domain.element_forms.form import Form, Frame, Row
from desktop.domain.element_forms.ground import NO, YES, Ground
from desktop.domain.fields import Field
from desktop.domain.inputs.element_forms import FORM_ANSWERS
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.services import cases, evidence, willingness
from desktop.services.desk import Desk

ROOM = "forms"
PAPERS = (PaperKind.CLAIM, PaperKind.ANSWER)
_ROWS_OF = {"traffic": harm_sums.HEADS, "labour": work_sums.HEADS}  # calculator -> {claim row: head}


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form of every edition in `resources/forms/`."""
    found = []
    for edition in sorted(one for one in assets.path(ROOM).iterdir() if one.is_dir()):
        for file in sorted(edition.glob("*.toml")):
            if file.stem != "frame":
                found.append(forms.form_from(file.stem, assets.toml(ROOM, edition.name, file.name)))
    return tuple(found)


@cache
def frame_of(edition: str) -> Frame:
    """What the forms of an edition share."""
    return forms.frame_from(assets.toml(ROOM, edition.lower(), "frame.toml"))


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The Chinese words and sentences out of which cells are put together."""
    papers = {one["code"]: one["name"] for one in assets.toml("codes", "papers.toml")["paper"]}
    return {**assets.toml(ROOM, "words.toml"), "paper": papers}


def form_of(case: Case, day: date) -> Form | None:
    """The element form of the case's cause, in the edition in force on the day; None where the court has none."""
    return forms.for_cause(all_forms(), case.cause, day)


def cause_of(key: str, day: date) -> str:
    """The cause that a form is called after, in the edition in force; Refusal where there is no such form."""
    fit = [form for form in all_forms() if form.key == key and form.valid_from <= day]
    if not fit:
        keys = ", ".join(sorted({form.key for form in all_forms()}))
        raise Refusal(_("There is no element form “{key}”; there are: {keys}.").format(key=key, keys=keys), "form", "no_form")
    return max(fit, key=lambda form: form.valid_from).causes[0]


def ground(case: Case, day: date, paper: PaperKind, form: Form | None) -> Ground:
    """What the forms of a case are filled from on a day; the case comes loaded whole."""
    answers = {**willing(case, paper), **said(case, form, paper)} if form else {}
    return Ground(case, facts_of(case), day, answers, sums_of(case), words())


def willing(case: Case, paper: PaperKind) -> dict[str, Any]:
    """What the side that hands in the paper said of mediation first, by place of the form; where two of it differ they are asked."""
    role = PartyRole.APPLICANT if paper is PaperKind.CLAIM else PartyRole.RESPONDENT
    newest = [willingness.newest(case, party.id) for party in case.parties if party.role is role]
    told: dict[str, set[Any]] = {}
    for one in newest:
        if one is not None:
            told.setdefault("willing_answer.answer", set()).add(one.answer.value)
            told.setdefault("willing_knows.knows", set()).add(one.knows_mediation)
            for n in range(1, 6):
                told.setdefault(f"willing_benefits.b{n}", set()).add(getattr(one, f"knows_benefit_{n}"))
    alone = {place: next(iter(values)) for place, values in told.items() if len(values) == 1}
    return {place: {True: YES, False: NO}.get(value, value) for place, value in alone.items() if value is not None}


def sums_of(case: Case) -> dict[str, int]:
    """Fen by head of the court's claim rows, as the calculation that stands says: what is claimed, else what was computed."""
    found: dict[str, int] = {}
    for one in case.calculations:
        rows = {head: row for row, head in _ROWS_OF.get(one.kind, {}).items()}
        if one.replaced_by_id is not None:
            continue
        for head in one.heads:
            fen = head.claimed_fen if head.claimed_fen is not None else head.computed_fen
            if fen and head.head in rows:
                found[rows[head.head]] = found.get(rows[head.head], 0) + fen
    return found


def facts_of(case: Case) -> dict[str, Any]:
    """The clean facts of a case under the fields that its category declares today."""
    return SHIPPED[case.category].read(case.facts) if case.category in SHIPPED else {}


def claim(case: Case, day: date) -> Filled:
    """The complaint of the case, filled; Refusal where its cause has no element form."""
    form = _form(case, day)
    return assembly.claim(form, frame_of(form.edition), ground(case, day, PaperKind.CLAIM, form))


def answer(case: Case, day: date) -> Filled:
    """The answer of the respondents, filled."""
    form = _form(case, day)
    return assembly.answer(form, frame_of(form.edition), ground(case, day, PaperKind.ANSWER, form))


def filled(case: Case, day: date, paper: PaperKind) -> Filled:
    """Either of the two."""
    return claim(case, day) if paper is PaperKind.CLAIM else answer(case, day)


def undisputed(case: Case, day: date) -> list[tuple[str, str, bool | None]]:
    """(row, what the applicant says, whether the respondent objects) of every fact of the form; [] where there is no form."""
    form = form_of(case, day)
    if form is None:
        return []
    frame = frame_of(form.edition)
    known = ground(case, day, PaperKind.CLAIM, form)
    against = {f"answer.{place}": value for place, value in said(case, form, PaperKind.ANSWER).items()}
    both = Ground(case, known.facts, day, {**known.answers, **against}, known.sums, known.words)
    return [(row.label, row.text, objects) for row, objects in assembly.undisputed(form, frame, both)]


def sheet(case: Case, day: date, paper: PaperKind) -> tuple[Field, ...]:
    """What may be said for a form of the case, place by place."""
    form = _form(case, day)
    return answers.declared(_rows(form, paper), _free(form, paper))


def said(case: Case, form: Form, paper: PaperKind) -> dict[str, Any]:
    """The clean answers kept for a form of this edition."""
    kept = _kept(case, paper)
    if kept is None or kept.values.get("edition") != form.edition or kept.values.get("form") != form.key:
        return {}
    declared = answers.declared(_rows(form, paper), _free(form, paper))
    return answers.restored(declared, kept.values.get("answers") or {})


class Asked(NamedTuple):
    """The questions of a form as fields by place, with the answers given before as they were typed; rows that the register asks itself."""

    fields: tuple[Field, ...]
    kept: Mapping[str, Any]
    elsewhere: tuple[str, ...]


def asked(case: Case, day: date, paper: PaperKind) -> Asked:
    """What is to be asked for a form, and what was answered; Refusal where the cause has no form."""
    form = _form(case, day)
    declared = sheet(case, day, paper)
    kept = fields.typed(declared, said(case, form, paper))
    questions = {one.place: one for one in filled(case, day, paper).questions}
    shown = tuple(one for one in declared if one.key in questions or one.key in kept)
    places = {one.key for one in declared}
    rows = dict.fromkeys(one.what for place, one in questions.items() if place not in places)
    return Asked(shown, kept, tuple(rows))


def keep(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Keeps what was asked extra for the complaint or the answer; an answer given empty takes an earlier one back."""
    clean = fields.check(FORM_ANSWERS, values, desk.today())
    paper = PaperKind(clean.get("paper") or PaperKind.CLAIM)
    with evidence.open_file(desk, number, "form_answers") as (w, case):
        form = _form(case, desk.today())
        declared = sheet(case, desk.today(), paper)
        given = {row["place"].strip(): row.get("value", "") for row in clean["answers"]}
        _known(given, declared)
        told = answers.checked(declared, {place: value for place, value in given.items() if value.strip()}, desk.today())
        kept = _kept(case, paper)
        before = said(case, form, paper)
        after = {**{place: value for place, value in before.items() if place not in given}, **told}
        wanted = {"form": form.key, "edition": form.edition, "answers": answers.stored(declared, after)}
        if kept is None:
            w.add(PaperSheet(case_id=case.id, kind=paper, ordinal=1, day=desk.today(), values=wanted))
        else:
            w.change(kept, version, {"values": wanted, "day": desk.today()})
        return cases.kept(w, case.id)


def _known(given: Mapping[str, str], declared: Sequence[Field]) -> None:
    places = {field.key for field in declared}
    faults = [
        Fault(f"answers.{n}.place", _("The form asks nothing at “{place}”.").format(place=place[:60]))
        for n, place in enumerate(given)
        if place not in places
    ]
    if faults:
        raise Refusal.of(faults)


def _kept(case: Case, paper: PaperKind) -> PaperSheet | None:
    return next((one for one in case.paper_sheets if one.kind is paper), None)


def _form(case: Case, day: date) -> Form:
    found = form_of(case, day)
    if found is None:
        sentence = _("The court has no element form for the cause “{cause}”: the complaint is written in words.")
        raise Refusal(sentence.format(cause=case.cause or "／"), "cause", "no_form")
    return found


def _free(form: Form, paper: PaperKind) -> tuple[str, ...]:
    """The parts of the paper with an open box above their rows."""
    return form.free if paper is PaperKind.CLAIM else tuple(part for part, rows in form.answer.items() if rows)


def _rows(form: Form, paper: PaperKind) -> tuple[Row, ...]:
    frame = frame_of(form.edition)
    mirrored = (*assembly.mirrored(form, frame, "claims"), *assembly.mirrored(form, frame, "facts")) if paper is PaperKind.ANSWER else ()
    return answers.rows_of(form, frame, paper is PaperKind.ANSWER, mirrored)
