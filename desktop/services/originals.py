"""The originals of a paper: who is to have one, who has it since when, by what proof."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from db.models.document import Document, Original
from db.queries import originals as queries
from db.vocabulary import DocumentState, PaperKind
from desktop.domain import dates, fields, texts
from desktop.domain.inputs.performance import HAND_OVER
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, life, papers
from desktop.services.desk import Desk


def of_case(desk: Desk, case: Case) -> list[tuple[Document, list[Original]]]:
    """Every issued paper of a case, void ones too, with the list of its originals."""
    with desk.reading() as session:
        return queries.of_case(session, case.id)


def hand_over(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters that an original was handed to its holder. Somebody who was not to have one is refused: the number is said in the paper."""
    clean = fields.check(HAND_OVER, values, desk.today())
    kind = PaperKind(clean["paper"])
    with desk.work("hand_over") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        subject_id = papers.subject(case, kind, clean.get("session") or 0).id
        known = [
            (paper, rows)
            for paper, rows in queries.of_case(w.session, case.id)
            if paper.kind is kind and paper.subject_id == subject_id and paper.state is not DocumentState.VOID
        ]
        if not known:
            raise Refusal(_("This paper has not been issued: there are no originals of it."), "paper", "not_allowed")
        paper, rows = known[-1]
        row = _row(rows, clean["holder"])
        if row.handed_on is not None:
            raise Refusal(
                _("{name} has had this original since {day}.").format(name=row.holder, day=dates.in_words(row.handed_on)), "holder"
            )
        day = life.day_of(desk, clean.get("handed_on"), "handed_on", (paper.issued_on, _("the issue of the paper")))
        w.change(row, version, {"handed_on": day, "proof": clean.get("proof") or ""})
        return cases.kept(w, case.id)


def _row(rows: list[Original], typed: str) -> Original:
    """The original that is meant: by its number in the list, else the first open one of this holder."""
    plain = texts.squeezed(typed)
    named = [one for one in rows if (plain.isdigit() and one.ordinal == int(plain)) or texts.same_name(one.holder, typed)]
    if not named:
        listed = "；".join(f"{one.ordinal}. {one.holder}" for one in rows)
        raise Refusal(_("“{name}” gets no original of this paper. The list: {listed}.").format(name=typed, listed=listed), "holder")
    return next((one for one in named if one.handed_on is None), named[0])
