"""Which buttons a section of the page of a case has: the moves of a section, those that are possible, and why others are not."""

from collections.abc import Iterable, Mapping
from typing import Any

from db.vocabulary import Stage
from desktop.domain import evidence, needs, stages
from desktop.domain.inputs.paper_sheets import DROPPABLE
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.screens.case import shown
from desktop.services import actions

_BEFORE_ISSUE = ("group_members", "group_represent")
_SHORT = {  # beside the thing itself a shorter word is enough
    "evidence": N_("Add"),
    "evidence_in": N_("Handed in"),
    "evidence_back": N_("Give back"),
    "evidence_change": N_("Change it"),
    "signed": N_("Came back signed"),
    "group_members": N_("Paste the list"),
    "group_represent": N_("Representatives"),
    "group_split": N_("Split into single agreements"),
    "group_join": N_("Join the single agreements"),
    "contact": N_("Enter a contact"),
    "participant": N_("Add a participant"),
}


def label(key: str, short: bool = False) -> str:
    """What the button of a move says."""
    return _(_SHORT[key]) if short and key in _SHORT else actions.ACTIONS[key].label


def why_not(key: str, now: Situation) -> str:
    """Why it cannot be done now; "" where it can. What is no move of a case asks only whether its file is on the shelf."""
    if key in stages.MOVES:
        return stages.why_not(key, now)
    if now.stage is Stage.ARCHIVED:
        return _("The file is in the archive: take it out first.")
    if key in _BEFORE_ISSUE:
        return needs.nothing_issued(now)
    case = now.case
    if key == "evidence_change" and not case.evidence:
        return _("There is no evidence in the list yet.")
    if key == "evidence_in" and not evidence.missing(case):
        return _("Nothing was taken in as missing.")
    if key == "evidence_back" and not evidence.held(case):
        return _("No original is here to be given back.")
    if key == "paper_drop" and not any(one.kind in DROPPABLE for one in case.paper_sheets):
        return _("No sheet of a paper was filled in.")
    if key == "on_paper_drop" and not case.file_entries:
        return _("No paper that exists only on paper is listed.")
    return _("No paper was issued in this case.") if key == "hand_over" and not case.documents else ""


def deeds(keys: Iterable[str], now: Situation, takes: str = "", begin: Mapping[str, Any] | None = None) -> tuple[shown.Deed, ...]:
    """Those of these that are possible now and that this program has."""
    return tuple(
        shown.Deed(key, label(key, short=True), "", takes, begin or {}) for key in keys if key in actions.ACTIONS and not why_not(key, now)
    )
