"""The commands of the office's own wording: which kinds there are, a copy to edit, what is wrong in it, back to what is shipped."""

import argparse

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain.refusal import Refusal
from desktop.i18n import _

Arguments = argparse.Namespace


def template_list(arguments: Arguments) -> int:
    """Every kind that has a wording, with the sentences that the office changed and what is broken in its file."""
    from desktop.services import templates

    with commands.open_desk(arguments) as desk:
        found = templates.kinds(desk)
    if arguments.json:
        output.json_text(
            [
                {"kind": one.kind, "title": one.title, "file": str(one.file) if one.file.exists() else None, "own": one.own,
                 "faults": [{"field": fault.field, "sentence": fault.sentence} for fault in one.faults]}
                for one in found
            ]
        )  # fmt: skip
        return 0
    head = (_("Kind"), _("Paper"), _("Own sentences"), _("Faults"))
    output.table(head, [(one.kind, one.title, str(one.own or ""), str(len(one.faults) or "")) for one in found], right=(2, 3))
    return 0


def template_copy(arguments: Arguments) -> int:
    """Puts a copy of what is shipped into the office's folder, where it is edited; says where it stands. One that is there stays."""
    from desktop.services import templates

    with commands.open_desk(arguments) as desk:
        output.line(str(templates.file_for_editor(desk, templates.named(arguments.kind))))
    return 0


def template_check(arguments: Arguments) -> int:
    """What is broken in the office's file of a kind, or in all of them; a field that the shipped sentence has and the own one lost is said
    too, and is no fault."""
    from desktop.services import templates

    with commands.open_desk(arguments) as desk:
        own = templates.own(desk)
        kinds = [templates.named(arguments.kind)] if arguments.kind else list(own)
        faults = [fault for kind in kinds for fault in templates.faults(kind, own.get(kind, ""))]
        lost = [found for kind in kinds if kind in own for found in templates.all_lost(desk, kind)]
    if arguments.json:
        told = {"faults": [{"field": one.field, "sentence": one.sentence} for one in faults], "lost": [one._asdict() for one in lost]}
        output.json_text(told)
        return 1 if faults else 0
    for one in lost:
        said = _("{kind}, {name}: the shipped sentence says {fields}, this one does not.")
        output.line(said.format(kind=one.kind, name=one.name, fields="、".join(f"{{{field}}}" for field in one.fields)))
    if faults:
        raise Refusal.of(faults)
    if not lost:
        output.line(_("Nothing is wrong in the office's own wording."))
    return 0


def template_restore(arguments: Arguments) -> int:
    """Takes the office's file of a kind away: what is shipped counts again, the old file stays beside it as .bak."""
    from desktop.services import templates

    with commands.open_desk(arguments) as desk:
        kind = templates.named(arguments.kind)
        if not templates.path(desk, kind).exists():
            raise Refusal(_("The office has no wording of its own for “{kind}”.").format(kind=kind), "kind", "not_found")
        templates.reset(desk, kind)
        output.line(str(templates.path(desk, kind).with_suffix(".bak")))
    return 0
