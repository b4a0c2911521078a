"""Look after the office's data: is what stands here what the journal says?"""

from collections.abc import Callable

from db import journal
from db.journal import Finding
from desktop.services.desk import Desk


def verify(desk: Desk, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
    """Every place where the data is not what the journal says: changed, added or deleted by another tool, or a broken chain."""
    with desk.reading() as session:
        return journal.verify(session, progress)
