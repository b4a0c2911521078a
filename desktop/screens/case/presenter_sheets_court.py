"""The sheets of the court's papers on the page of a case: they open with what was kept, of the party they are about, else with what the
register has of it; and the questions of an element form, one field each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.models.party import Party
from db.vocabulary import PaperKind
from desktop.domain import fields, words
from desktop.domain.fields import Field
from desktop.domain.inputs.court_sheets import LOGS, SHEETS
from desktop.domain.refusal import Fault
from desktop.i18n import _
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import presenter_words as words_of
from desktop.screens.case import shown
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.services import court_sheets, element_forms

Values = Mapping[str, Any]
ANSWERS = "form_answers"
FORMS = (PaperKind.CLAIM, PaperKind.ANSWER)
"""The key of the answers ends with the place of the paper in this row, counted from 1."""
_BETWEEN = "/"  # a place of a form has dots, which on a sheet would mean a field of a field


def whose(kind: PaperKind) -> bool:
    """Whether a sheet is kept once a party: the number behind its key is then the party's."""
    return kind not in LOGS and SHEETS[kind][0].key == court_sheets.PARTY


def _fill(ask: Ask) -> Opened:
    kind = PaperKind(ask.move)
    party = _party(ask) if whose(kind) else None
    declared = made.adapted(ask, made.without(SHEETS[kind], court_sheets.PARTY) if party is not None else SHEETS[kind])
    kept = {} if kind in LOGS else court_sheets.of(ask.read.whole.case, kind, party.id if party is not None else None)
    if party is not None and not kept:
        kept = court_sheets.begun(kind, party)  # what the party gave at registration is confirmed, not typed again
    begun: dict[str, Any] = fields.typed(SHEETS[kind], kept)
    above = (shown.Text(made.named(party), "heading"),) if party is not None else ()
    title = words.shown(kind)
    sheet = made.sheet(replace(ask, begin={}), title, words_of.hint(ask.move), _("Save"), declared, begun, above=above)

    def send(values: Values) -> Sequence[Values]:
        return [{**values, court_sheets.PARTY: str(party.ordinal)} if party is not None else dict(values)]

    return Opened(sheet, None, send)  # its version is the sheet's, not the case's


def _party(ask: Ask) -> Party:
    """The party whose number was chosen, else the first."""
    n = ask.begin.get("number")
    return next((one for one in ask.parties if one.ordinal == n), ask.parties[0])


def _answers(ask: Ask) -> Opened:
    """What a form asks that no fact says, and what was answered before; an answer taken out is taken back."""
    n = int(ask.begin.get("number") or 1)
    paper = FORMS[n - 1]
    asked = element_forms.asked(ask.read.whole.case, ask.desk.today(), paper)
    declared = tuple(_field(one, asked.kept.get(one.key)) for one in asked.fields)
    values = {_key(place): _shown(value) for place, value in asked.kept.items()}
    title = _("Questions of the form: {paper}").format(paper=words.shown(paper))
    above: tuple[shown.Text, ...] = (shown.Text(_("Nothing is left to be asked for this form."), "soft"),) if not declared else ()
    if asked.elsewhere:
        above += (shown.Text(_("Asked by the registration itself: {rows}").format(rows="、".join(asked.elsewhere)), "soft"),)
    hint = _("What is empty here is printed as an empty row.")
    sheet = made.sheet(replace(ask, begin={}), title, hint, _("Save"), declared, values, above=above)

    def send(typed: Values) -> Sequence[Values]:
        rows = [{"place": one.key, "value": _said(typed.get(_key(one.key)))} for one in asked.fields]
        return [{"paper": paper.value, "answers": rows}] if rows else []

    return Opened(sheet, None, send, lambda fault: Fault(_key(fault.field.removeprefix("answers.")), fault.sentence))


def _field(one: Field, kept: Any) -> Field:
    """The field under a key without dots; several boxes that were ticked before are ticks."""
    several = one.kind == "choice" and isinstance(kept, str) and "、" in kept
    return replace(one, key=_key(one.key), kind="choices" if several else one.kind)


def _key(place: str) -> str:
    return place.replace(".", _BETWEEN)


def _shown(value: Any) -> Any:
    return value.split("、") if isinstance(value, str) and "、" in value else value


def _said(value: Any) -> str:
    return "、".join(value) if isinstance(value, list | tuple) else str(value or "").strip()


BUILDERS: dict[str, Callable[[Ask], Opened]] = {**{kind.value: _fill for kind in SHEETS}, ANSWERS: _answers}
