"""With what the page of a calculation begins: what was typed last and not kept, else what is kept, else what the facts fill in."""

from typing import Any, NamedTuple

from desktop.domain import money
from desktop.domain.calculation import registry
from desktop.i18n import _
from desktop.screens.calculation import sheet
from desktop.services import calculations, case_page, drafts
from desktop.services.case_page import Whole

PAGE = "calculation"


class Start(NamedTuple):
    """What is known when a calculation is opened: `values` are its sheet, its amounts, and how it is kept."""

    whole: Whole
    kinds: tuple[tuple[str, str], ...]
    kind: str
    values: dict[str, Any]
    restored: bool


def draft_of(kind: str) -> str:
    """The name of the draft of a calculator."""
    return f"{PAGE}.{kind}"


def begin(desk: Any, asked: str | int, kind: str) -> Start:
    """The case, the calculators that it offers, and with what the one that is asked for begins; for the thread of the jobs."""
    whole = case_page.look(desk, asked)
    case = whole.case
    offered = {one.key: one for one in calculations.offered(case)}
    kept = {one.kind: one for one in case.calculations if one.replaced_by_id is None and one.kind in registry.CALCULATORS}
    offered |= {key: registry.CALCULATORS[key] for key in (kind, *kept) if key in registry.CALCULATORS and key not in offered}
    typed = {key: found for key in offered if (found := drafts.kept(desk, draft_of(key), case.id))}
    if kind not in offered:
        filled = (key for key in offered if calculations.prefilled(desk, case, key))
        kind = next(iter((*typed, *reversed(kept), *filled, *offered)))
    asked_for = offered[kind]
    one = kept.get(kind)
    if one is not None:
        given = sheet.as_kept(asked_for, one.sheet, one.day)
        rows = [_row(head) for head in one.heads]
        how: dict[str, Any] = {"part_of_agreement": one.part_of_agreement, "note": one.note}
    else:
        given = calculations.prefilled(desk, case, kind)
        rows = calculations.claimed(desk, case, kind)
        how = {"part_of_agreement": None, "note": ""}
    values = {"sheet": sheet.begun(asked_for, given), "amounts": rows, "keeping": how}
    draft = typed.get(kind)
    if draft:
        values = {**values, **draft, "sheet": sheet.begun(asked_for, draft.get("sheet") or {})}
    return Start(whole, tuple((key, _(one.label)) for key, one in offered.items()), kind, values, bool(draft))


def _row(head: Any) -> dict[str, str]:
    def yuan(fen: int | None) -> str:
        return "" if fen is None else money.figures(fen)

    claimed, agreed = yuan(head.claimed_fen), yuan(head.agreed_fen)
    return {"head": head.head, "whose": head.whose, "claimed": claimed, "agreed": agreed, "note": head.note}
