"""The facts of a case's kind of dispute: told in their groups with what is odd in them, and the sheet on which they are completed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.categories.category import Category
from desktop.domain import fields, telling
from desktop.domain.inputs.correction import REASON
from desktop.domain.plausible import Around
from desktop.domain.refusal import Fault
from desktop.i18n import N_, _
from desktop.screens.case import presenter_deeds as deeds
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import shown
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.screens.case.presenter_read import Read

PART = "facts"
LABEL_EMS = 8
_TITLE = N_("Facts of this kind of dispute")


def section(read: Read) -> shown.Section | None:
    """What is known, group by group; what is for the desk alone stands apart. Nothing where the kind asks for no facts."""
    if read.category is None or not read.category.facts:
        return None
    case, category = read.whole.case, read.category
    facts = category.read(case.facts)
    doubts = category.looked_at(facts, Around(read.now.day, case.received_on, case.happened_on))
    private: list[shown.Block] = [shown.Text(one.sentence, "warning", "red" if one.stops else "") for one in doubts]
    blocks: list[shown.Block] = []
    for group in category.groups:
        open_facts = [field for field in group.facts if field.key not in category.private]
        told = [(one.label, one.text) for one in telling.told(open_facts, facts)]
        if told:
            blocks += [shown.Text(_(group.title), "soft")] if group.title else []
            blocks.append(shown.Lines(tuple(told), LABEL_EMS))
        kept = [field for field in group.facts if field.key in category.private]
        private += [shown.Lines(tuple((one.label, one.text) for one in found), LABEL_EMS)] if (found := telling.told(kept, facts)) else []
    if not blocks and not private:
        blocks.append(shown.Text(_("Nothing is entered yet."), "soft"))
    may = not deeds.why_not("correct", read.now)
    change = (shown.Deed("correct", _("Complete the facts"), begin={"part": PART}),) if may else ()
    return shown.Section(PART, _(_TITLE), tuple(blocks), deeds=change, private=tuple(private))


def sheet(ask: Ask, category: Category) -> Opened:
    """The facts as they stand; what is typed otherwise is completed or corrected."""
    stood = category.read(ask.read.whole.case.facts)
    before = fields.typed(category.facts, stood)
    groups = [(group.title, tuple(made.plain(replace(one, required=False)) for one in group.facts)) for group in category.groups]
    at_once = tuple(field for title, facts in groups if not title for field in facts)
    folds = tuple((_(title), facts) for title, facts in groups if title)
    today = ask.desk.today()

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        typed = {key: value for key, value in values.items() if key in before or not _nothing(value)}
        loose = [replace(one, required=False) for one in category.facts]
        clean = fields.check(loose, {key: value for key, value in typed.items() if key != "reason"}, today)
        changed = [key for key in clean if _plain(clean[key]) != _plain(stood.get(key))]
        read = fields.readable(category.facts, {key: before[key] for key in changed if key in before}, today)
        changes = {"facts": {key: typed[key] for key in changed}} if changed else {}
        as_read = {"facts": fields.typed(category.facts, read)} if read else {}
        return [{"reason": values.get("reason", ""), "changes": changes, "read": as_read}]

    hint = _("What is completed here need not be asked again: calculations and the court's forms read it.")
    reason = made.plain(replace(REASON, example=""))
    opened = made.sheet(
        ask, _(_TITLE), hint, _("Save the facts"), (reason, *at_once), {**before, "reason": _("Facts completed")}, columns=2
    )
    return Opened(opened._replace(folds=folds), ask.read.whole.case.version, send, _inside)


def _inside(fault: Fault) -> Fault:
    return Fault(fault.field.removeprefix("changes.facts.").removeprefix("changes."), fault.sentence)


def _plain(value: Any) -> Any:
    return None if value in ("", [], {}, None) else value


def _nothing(value: Any) -> bool:
    return _plain(value) is None
