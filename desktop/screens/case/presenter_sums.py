"""The calculations kept with a case, as a section of its page: what was claimed, computed and agreed of each, and what replaced what."""

from collections.abc import Iterable

from db.models.calculation import Calculation
from db.vocabulary import Stage
from desktop.domain import money
from desktop.domain.calculation import outcome
from desktop.i18n import _
from desktop.screens.case import shown
from desktop.screens.case.presenter_read import Read

OPEN = "calculation.open"


def section(read: Read) -> shown.Section | None:
    """The sums of the case; while there are none, the first step, as long as the file is not on the shelf."""
    case = read.whole.case
    rows = [_row(one) for one in sorted(case.calculations, key=lambda one: (one.replaced_by_id is not None, -one.ordinal))]
    blocks: list[shown.Block] = []
    if rows:
        heads = (
            shown.Head(_("No."), 2), shown.Head(_("Calculation"), 8, stretch=True), shown.Head(_("As of"), 6),
            shown.Head(_("Claimed"), 6.5, right=True), shown.Head(_("Computed"), 6.5, right=True), shown.Head(_("Agreed"), 6.5, right=True),
            shown.Head(_("Use"), 8, stretch=True),
        )  # fmt: skip
        blocks.append(shown.Table("sums", _("Calculations"), heads, tuple(rows), deeds=(shown.Deed(OPEN, _("Open"), takes="row"),)))
    elif case.stage is Stage.ARCHIVED:
        return None
    else:
        blocks.append(shown.Text(_("No sum has been worked out yet."), "soft"))
    found = () if case.stage is Stage.ARCHIVED else (shown.Deed(OPEN, _("Work out a sum")),)
    return shown.Section("sums", _("Calculations"), tuple(blocks), deeds=found)


def _row(one: Calculation) -> shown.Row:
    replaced = one.replaced_by_id is not None
    use = _("annex of the agreement") if one.part_of_agreement else _("for reference only")
    if replaced:
        use = _("replaced: {reason}").format(reason=one.replaced_reason)
    claimed = _total(head.claimed_fen for head in one.heads if outcome.adds(one.kind, head.head))
    agreed = _total(head.agreed_fen for head in one.heads if outcome.adds(one.kind, head.head))
    cells = (str(one.ordinal), one.title, one.day.isoformat(), claimed, outcome.of_kept(one), agreed, use)
    return shown.Row(str(one.ordinal), cells, "", 0, replaced)


def _total(amounts: Iterable[int | None]) -> str:
    """The sum of a column in which no amount is missing."""
    known = list(amounts)
    return "" if not known or None in known else money.figures(sum(one or 0 for one in known))
