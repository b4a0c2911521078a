"""The settings of the papers: which kinds have wording of the office's own, and the Mongolian phrases with who approved them."""

from collections.abc import Mapping
from typing import Any

from desktop.domain import fields
from desktop.domain.fields import Field
from desktop.i18n import N_, _
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section, Sheet
from desktop.services import templates

PHRASE = (
    Field("chinese", "text", N_("Chinese words"), required=True, help=N_("As on the paper: its title, or the office's name.")),
    Field("mongolian", "text", N_("Traditional Mongolian"), help=N_("Empty: the phrase goes. A change takes the approval back.")),
)
APPROVAL = (
    Field("by", "text", N_("Approved by"), required=True, help=N_("Who reads the script and has read every phrase.")),
    Field("on", "date", N_("Approved on"), required=True),
)


def _kinds(desk: Any) -> Listing:
    lines = []
    for one in templates.kinds(desk):
        state = _("Something in it is broken") if one.faults else _("Own wording") if one.own else ""
        cells = (one.title, str(one.own or ""), state, str(one.file) if one.own or one.faults else "")
        lines.append(Line(one.kind, cells, "amber" if one.faults else "", 2))
    return Listing(lines)


def _card(desk: Any, kind: Any) -> Card:
    one = next(found for found in templates.kinds(desk) if found.kind == kind)
    own = [Fact(found.shipped, found.own or "") for found in templates.sentences(desk, kind) if found.own is not None]
    broken = [Fact("", fault.sentence, "amber") for fault in one.faults]
    return Card(one.title, [("", broken), (_("Shipped, and your own"), own or [Fact("", _("None."))])])


def _phrases(desk: Any) -> Listing:
    found = templates.phrases(desk)
    lines = [Line(chinese, (chinese, words)) for chinese, words in found.phrases.items()]
    if not found.phrases:
        return Listing(lines)
    if found.approved:
        said = _("Approved by {name} on {day}: they are printed.").format(name=found.approved_by, day=found.approved_on)
        return Listing(lines, [(said, "green")])
    return Listing(lines, [(_("Not approved as they stand: nothing of it is printed."), "amber")])


def _phrase_sheet(desk: Any, chinese: Any) -> Sheet:
    known = dict(templates.phrases(desk).phrases)

    def save(values: Mapping[str, Any]) -> str:
        clean = fields.check(PHRASE, values, desk.today())
        if chinese:
            known.pop(chinese, None)
        templates.keep_phrases(desk, {**known, clean["chinese"]: clean.get("mongolian") or ""})
        return _("Kept. It is printed when somebody has approved the list.")

    return Sheet(_("Phrase"), PHRASE, {"chinese": chinese or "", "mongolian": known.get(chinese, "")}, save)


def _approve(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        clean = fields.check(APPROVAL, values, desk.today())
        templates.keep_phrases(desk, templates.phrases(desk).phrases, clean["by"], clean["on"])
        return _("Approved: the phrases are printed beside the Chinese from now on.")

    note = _("Only who reads the script approves it: what stands on a legal paper is right, or it does not stand there.")
    return Sheet(_("Approve the phrases"), APPROVAL, {"on": desk.today().isoformat()}, save, verb=_("Approve"), note=note)


PAPERS = Section(
    "papers",
    N_("Wording of the papers"),
    N_("Every sentence of every paper can be the office's own. Papers that were issued stay as they are."),
    (Head(N_("Paper"), 14), Head(N_("Own sentences"), 6, True), Head(N_("State"), 8), Head(N_("File"), 24)),
    _kinds,
    _card,
    (Deed("F9", N_("Change the wording"), True, opens=lambda kind: ("templates", {"kind": kind})),),
)
PHRASES = Section(
    "mongolian",
    N_("Mongolian phrases"),
    N_("Traditional Mongolian in columns before the title. Nothing is shipped, and nothing is printed before it is approved."),
    (Head(N_("Chinese words"), 14), Head(N_("Traditional Mongolian"), 18)),
    _phrases,
    None,
    (
        Deed("F3", N_("New phrase"), sheet=_phrase_sheet),
        Deed("F9", N_("Change the entry"), True, sheet=_phrase_sheet),
        Deed("F4", N_("Approve the phrases"), sheet=_approve),
    ),
    empty=N_("The office has no phrases yet."),
)
SECTIONS = (PAPERS, PHRASES)
