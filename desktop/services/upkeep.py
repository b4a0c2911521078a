"""Look after the office's data: is what stands here what the journal says?"""

from collections.abc import Callable

from db import journal
from db.journal import Finding
from desktop.i18n import N_, _
from desktop.services.desk import Desk


def verify(desk: Desk, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
    """Every place where the data is not what the journal says: changed, added or deleted by another tool, or a broken chain."""
    with desk.reading() as session:
        return journal.verify(session, progress)


_SENTENCES = {
    "chain": N_("Journal entry {seq} is missing, was moved or was changed by another tool."),
    "head": N_("The end of the journal was cut off or replaced by another tool (behind entry {seq})."),
    "payload": N_("Journal entry {seq}: what it says of {table} {row} was rewritten by another tool."),
    "changed": N_("{table} {row}: the field {column} was changed by another tool."),
    "added": N_("{table} {row} was added by another tool."),
    "deleted": N_("{table} {row} was deleted by another tool."),
}


def sentence(finding: Finding) -> str:
    """A finding in words; tables and fields by their code names, values never, since they may be personal."""
    said = _(_SENTENCES.get(finding.kind, "")) or str(finding)
    return said.format(seq=finding.seq, table=finding.table, row=finding.row_id, column=finding.column)
