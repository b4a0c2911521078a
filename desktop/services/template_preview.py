"""How a wording would look on paper: a case of the office with the text as it is typed, without keeping anything."""

import dataclasses

from sqlalchemy import select

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.documents.blocks import Paper, PaperState
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, papers, printing, templates
from desktop.services.desk import Desk

LOOKED_AT = 20  # the newest cases, until one has this paper
SHARED = ("words", "rows", templates.PAGE, templates.MONGOLIAN)  # on every paper: the agreement shows them


def sample(desk: Desk, kind: str, text: str, case_id: int | None = None) -> Paper:
    """The newest case that has such a paper (or this case) with `text` as the office's file of the kind; Refusal when there is none."""
    wanted = PaperKind.AGREEMENT if kind in SHARED else next((one for one in PaperKind if one.value == kind), None)
    if wanted is None:
        raise Refusal(_("This wording belongs to no single paper: look at it on the papers that use it."), code="no_sample")
    with desk.reading() as session:
        found = [case_id] if case_id is not None else list(session.scalars(select(Case.id).order_by(Case.order.desc()).limit(LOOKED_AT)))
        for one in found:
            case = cases.whole(session, one)
            subjects = papers.KINDS[wanted].subjects(case)
            if subjects:
                about = printing.about(desk, session, case, subjects[-1].id, PaperState.READING, 1)
                own = {**about.setting.own, kind: text}
                return papers.KINDS[wanted].write(about._replace(setting=dataclasses.replace(about.setting, own=own)))
    raise Refusal(_("No case of the office has this paper yet: there is nothing to show it with."), code="no_sample")
