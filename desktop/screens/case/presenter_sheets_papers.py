"""The sheets of papers on the page of a case: what a paper asks, new or corrected; a paper that came back signed; papers only on paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.models.paper_sheet import PaperSheet
from db.vocabulary import DocumentState, PaperKind
from desktop.domain import words
from desktop.domain.inputs import paper_sheets as sheets
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import presenter_words as words_of
from desktop.screens.case import shown
from desktop.screens.case.presenter_deeds import label
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.services import paper_sheets, papers

Values = Mapping[str, Any]


def _opened(ask: Ask, declared: Sequence[Any], values: Values | None = None, **more: Any) -> Opened:
    title = label(ask.move)
    sheet = made.sheet(ask, title, words_of.hint(ask.move), title, declared, values, **more)
    return Opened(sheet, None)  # its version is the sheet's, not the case's


def kept(ask: Ask) -> PaperSheet | None:
    """The sheet that is corrected: the one whose number is known, or the one sheet of remarks."""
    kind = PaperKind(ask.move)
    known = [one for one in ask.read.whole.case.paper_sheets if one.kind is kind]
    if kind is PaperKind.FILE_REMARKS:
        return known[0] if known else None
    n = ask.begin.get("number")
    return known[int(n) - 1] if n and int(n) <= len(known) else None


def _fill(ask: Ask) -> Opened:
    kind = PaperKind(ask.move)
    one = kept(ask)
    case = ask.read.whole.case
    values = {key: made.typed(value) for key, value in paper_sheets.typed(case, one).items()} if one is not None else _usual(ask, kind)
    declared = made.adapted(ask, _parties(ask, sheets.SHEETS[kind]))
    opened = _opened(replace(ask, begin={}), declared, values)
    n = ask.begin.get("number")
    if not n:
        return opened
    return replace(opened, send=lambda told: [{**told, "number": int(n)}])


def _parties(ask: Ask, declared: Sequence[Any]) -> list[Any]:
    """The fields that name a party as lists of the parties."""
    options = [(str(party.ordinal), made.named(party)) for party in ask.parties]
    return [made.choice(one, options) if one.key in ("giver", "receiver") else one for one in declared]


def _usual(ask: Ask, kind: PaperKind) -> dict[str, Any]:
    """What is usually typed: today, who works here."""
    me = ask.desk.person.name
    named = {
        PaperKind.INVESTIGATION_RECORD: {"recorder": me, "language": "汉语"},
        PaperKind.PROOF_OF_SERVICE: {"served_by": me, "served_on": "", "way": "direct"},
        PaperKind.HANDOVER_LIST: {"given_by": me},
        PaperKind.LAND_SKETCH: {"by": me},
        PaperKind.FILE_REMARKS: {"made_by": me, "made_on": ask.today},
    }
    return dict(named.get(kind, {}))


def _signed(ask: Ask) -> Opened:
    """Which paper, on what day, what was changed on it by hand; the terms of an agreement are changed on the agreement's own page."""
    case = ask.read.whole.case
    options = []
    for paper, _rows in ask.read.papers:
        if paper.state is DocumentState.ISSUED:
            subjects = papers.KINDS[paper.kind].subjects(case)
            n = next((one.n for one in subjects if one.id == paper.subject_id), 0)
            options.append((f"{paper.kind.value}.{n}", f"{words.shown(paper.kind)} {paper.number}"))
    begun = f"{ask.begin['paper']}.{ask.begin.get('session') or 0}" if ask.begin.get("paper") else ""
    options = [one for one in options if one[0] == begun] or options
    paper_field = made.choice(next(one for one in sheets.SIGNED if one.key == "paper"), options, required=True)
    rest = made.pick(sheets.SIGNED, "signed_on", "corrections")
    declared = rest if len(options) == 1 else (paper_field, *rest)
    above = (shown.Text(options[0][1], "heading"),) if len(options) == 1 else ()

    def send(values: Values) -> list[Values]:
        kind, _dot, n = str(values.get("paper") or (options[0][0] if options else "")).partition(".")
        told = {key: value for key, value in values.items() if key != "paper"}
        return [{**told, "paper": kind, **({"session": int(n)} if n.isdigit() and int(n) else {})}]

    return replace(_opened(replace(ask, begin={}), declared, {"signed_on": ask.today}, above=above), send=send)


def _drop(ask: Ask) -> Opened:
    known: list[tuple[str, str]] = []
    for kind in sheets.DROPPABLE:
        ours = [one for one in ask.read.whole.case.paper_sheets if one.kind is kind]
        known += [(f"{kind.value}.{n}", f"{words.shown(kind)} {n}") for n, _one in enumerate(ours, 1)]
    paper_field = made.choice(next(one for one in sheets.DROP if one.key == "paper"), known, required=True)

    def send(values: Values) -> list[Values]:
        kind, _dot, n = str(values.get("paper") or "").partition(".")
        return [{"paper": kind, "reason": values.get("reason", ""), **({"number": int(n)} if n.isdigit() else {})}]

    return replace(_opened(ask, (paper_field, *made.pick(sheets.DROP, "reason"))), send=send)


def _off_the_list(ask: Ask) -> Opened:
    options = [(one.name, one.name) for one in ask.read.whole.case.file_entries]
    return _opened(ask, [made.choice(one, options) for one in sheets.ON_PAPER_DROP])


BUILDERS: dict[str, Callable[[Ask], Opened]] = {
    **{kind.value: _fill for kind in sheets.SHEETS},
    "signed": _signed,
    "paper_drop": _drop,
    "on_paper_drop": _off_the_list,
}
