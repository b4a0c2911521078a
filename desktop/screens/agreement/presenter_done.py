"""An agreement that is issued or signed, in words: who signed how, when it takes effect, its originals, what is owed, what is next."""

from db.models.document import Original
from db.vocabulary import DocumentState, PaperKind
from desktop.domain import balance, dates, effect, signing_words, stages
from desktop.i18n import _
from desktop.screens.agreement.shown import Done, DoneRow
from desktop.services import cases, originals, performance
from desktop.services.case_page import Whole
from desktop.services.desk import Desk

_OF_THE_PAGE = ("agreement", "issue")


def done(desk: Desk, whole: Whole) -> Done | None:
    """All of it; None where there is no agreement. For the thread of the jobs."""
    now = cases.now_of(desk, whole.case)
    standing = now.agreement
    if standing is None:
        return None
    text, state = signing_words.reached(now, effect.effect(standing, whole.case.parties, whole.case.mediation_type))
    source = _(effect.effect(standing, whole.case.parties, whole.case.mediation_type).source)
    following = stages.next_move(now)
    wanted = following if following and following not in _OF_THE_PAGE else ""
    papers = [
        rows
        for paper, rows in originals.of_case(desk, whole.case)
        if paper.kind is PaperKind.AGREEMENT and paper.subject_id == standing.id and paper.state is not DocumentState.VOID
    ]
    kept = list(papers[-1]) if papers else []
    return Done(
        next_key=wanted,
        next_label=_(stages.MOVES[wanted].label) if wanted else "",
        next_words=_(stages.MOVES[wanted].hint) if wanted else _("Nothing is to be done now."),
        signers=tuple(
            DoneRow(
                str(line.id),
                (
                    line.name,
                    signing_words.capacity(line.signer, line.capacity),
                    line.signed_on.isoformat() if line.signed_on else _("not yet"),
                    signing_words.how(line),
                ),
                "" if line.signed_on else "amber",
                2,
            )
            for line in standing.signings
        ),
        effect=(text, state, source),
        originals=tuple(_original(row) for row in kept),
        originals_words=_originals_words(standing.copies, kept),
        owed=_owed(desk, whole),
        dues=tuple(_due(desk, one) for one in whole.dues if one.limit is not None)[:4],
    )


def _original(row: Original) -> DoneRow:
    given = row.handed_on.isoformat() if row.handed_on else _("still here")
    return DoneRow(str(row.id), (row.holder, given, row.proof), "" if row.handed_on else "amber", 1)


def _originals_words(copies: int | None, kept: list[Original]) -> str:
    if not kept:
        return ""
    handed = sum(row.handed_on is not None for row in kept)
    said = _("{n} originals, {handed} handed over").format(n=len(kept), handed=handed)
    return said + (_("; the text says {n}").format(n=copies) if copies and copies != len(kept) else "")


def _owed(desk: Desk, whole: Whole) -> tuple[tuple[str, str], ...]:
    found = []
    for one in performance.balance(desk, whole.case):
        said = _("{what}: performed {performed}, open {open}").format(
            what=f"{one.obligation.ordinal} {one.obligation.subject}",
            performed=balance.in_words(one.obligation, one.performed),
            open=balance.in_words(one.obligation, one.remaining),
        )
        late = _("; overdue {sum}").format(sum=balance.in_words(one.obligation, one.overdue)) if one.overdue else ""
        found.append((said + late, "red" if late else "green" if one.done else ""))
    return tuple(found)


def _due(desk: Desk, due: object) -> tuple[str, str]:
    limit, what = due.limit, due.what  # type: ignore[attr-defined]
    left = limit.left(desk.today())
    return f"{what}  {limit.due.isoformat()} {dates.weekday(limit.due)}", "red" if left < 0 else "amber" if left <= 7 else ""
