"""Keep what is being typed, so that nothing is lost when the window closes; a draft is no case."""

from typing import Any

from sqlalchemy import delete, select

from db.models.draft import Draft
from desktop.services.desk import Desk


def keep(desk: Desk, page: str, values: dict[str, Any], case_id: int = 0) -> None:
    """Saves the typed values of this page for this person; the newest typing wins."""
    with desk.work("draft") as w:
        kept = w.session.scalars(_asked(desk, page, case_id)).one_or_none()
        if kept is None:
            w.session.add(Draft(page=page, owner_id=desk.person.id, case_id=case_id, values=values, saved_at=desk.now()))
        else:
            kept.values, kept.saved_at = values, desk.now()
        w.commit()


def kept(desk: Desk, page: str, case_id: int = 0) -> dict[str, Any] | None:
    """What was typed on this page and not yet saved; None where there is nothing."""
    with desk.reading() as session:
        found = session.scalars(_asked(desk, page, case_id)).one_or_none()
        return dict(found.values) if found else None


def drop(desk: Desk, page: str, case_id: int = 0) -> None:
    """Forgets the draft: it was saved, or is not wanted."""
    with desk.work("draft") as w:
        w.session.execute(delete(Draft).where(Draft.page == page, Draft.owner_id == desk.person.id, Draft.case_id == case_id))
        w.commit()


def _asked(desk: Desk, page: str, case_id: int) -> Any:
    return select(Draft).where(Draft.page == page, Draft.owner_id == desk.person.id, Draft.case_id == case_id)
