"""Everything an office keeps in files of its own folder, looked at in one go: categories, wordings, the page, Mongolian phrases."""

from desktop.domain.refusal import Fault
from desktop.services import own_categories, templates
from desktop.services.desk import Desk


def faults(desk: Desk) -> list[Fault]:
    """What is broken in the office's files, each with its file, line and key; what is broken is passed over, the rest counts."""
    found = list(own_categories.load(desk.folder).faults)
    for kind, text in templates.own(desk).items():
        found += templates.faults(kind, text)
    return found
