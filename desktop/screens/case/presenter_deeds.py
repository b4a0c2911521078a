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
_HINTS = {  # what is no move of the table of moves says here what it is for
    "hand_over": N_("Who got which original, when and with what proof."),
    "group_members": N_("Rows out of Excel become members of the group, with their sums and accounts."),
    "group_represent": N_("Who speaks for the group, and what each member gave power to do."),
    "calculate": N_("Works a sum out and keeps it with the case."),
    "calculate_amounts": N_("What is claimed and what is agreed, beside what was computed."),
    "pass_finding": N_("Done on the page of the agreement, beside the finding itself."),
    "willingness": N_("Whether a party would mediate first; each answer is kept."),
    "evidence": N_("The list of evidence; what is still missing, until when."),
    "evidence_change": N_("Mends an entry of the list of evidence."),
    "evidence_in": N_("What was taken in as missing has come."),
    "evidence_back": N_("Originals go back to whom they belong."),
    "form_answers": N_("Questions of the court's form that the registration does not answer."),
    "copied": N_("What was copied into the platform is ticked off."),
    "paper_drop": N_("Takes away what was filled in for a paper that was never issued."),
    "on_paper": N_("A paper that exists only on paper is listed in the index of the file."),
    "on_paper_drop": N_("Takes it out of the index again."),
}
_FOR_A_PAPER = N_("What this paper asks and the case does not know yet.")


def label(key: str, short: bool = False) -> str:
    """What the button of a move says."""
    return _(_SHORT[key]) if short and key in _SHORT else actions.ACTIONS[key].label


def hint(key: str) -> str:
    """What it is for, in a sentence."""
    found = stages.MOVES[key].hint if key in stages.MOVES else _HINTS.get(key, _FOR_A_PAPER)
    return _(found) if found else ""


def why_not(key: str, now: Situation) -> str:
    """Why it cannot be done now; "" where it can. What is no move of a case asks only whether its file is on the shelf."""
    if key in stages.MOVES:
        return stages.why_not(key, now)
    if now.stage is Stage.ARCHIVED:
        return _("The file is in the archive: take it out first.")
    if key in _BEFORE_ISSUE:
        return needs.nothing_issued(now)
    case = now.case
    if key == "pass_finding":
        return needs.writable(now) if now.agreement is not None else _("There is no agreement yet: write it first.")
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
