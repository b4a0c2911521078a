"""Copies of the office: made, checked, remembered; how old the newest one outside this computer is."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select

from db import backup, trouble
from db.models.setting import Setting
from db.queries import people
from desktop.domain import fields
from desktop.domain.inputs.settings import COPY
from desktop.domain.refusal import Refusal
from desktop.i18n import _, ngettext
from desktop.services import terms, troubles
from desktop.services.desk import Desk

KEY = "copies"
KEPT = 50
AMBER, RED = 3, 7  # working days after which the bottom bar warns


class Copy(NamedTuple):
    """A copy that was made and passed its check: `file` is a folder that is an office itself, or the zip of a server's office."""

    day: date
    file: str
    outside: bool
    size: int


def make(desk: Desk, values: Mapping[str, Any]) -> Copy:
    """Copies the office with the files kept in it into a folder, checks the copy (rows counted, every page and file read), remembers it."""
    clean = fields.check(COPY, values, desk.today())
    folder = Path(clean["folder"]).expanduser()
    if not folder.is_dir():
        raise Refusal(_("There is no folder {folder}: plug the disk in, or choose another folder.").format(folder=folder), "folder")
    stem = f"heyi-{desk.folder.resolve().name}-{desk.today().isoformat()}"
    try:
        target = backup.copy_office(desk.database, folder, stem)
    except trouble.Trouble as error:
        no = troubles.refusal(error)
        raise Refusal(no.sentence, "folder", no.code) from error
    size = sum(one.stat().st_size for one in target.iterdir()) if target.is_dir() else target.stat().st_size
    made = Copy(desk.today(), str(target), clean["outside"], size)
    with desk.work("copy_made") as w:
        entry = {"day": made.day.isoformat(), "file": made.file, "outside": made.outside, "size": made.size}
        row = w.session.scalars(select(Setting).where(Setting.key == KEY)).one_or_none()
        if row is None:
            w.add(Setting(key=KEY, value={"value": [entry]}))
        else:
            w.change(row, None, {"value": {"value": [entry, *row.value["value"]][:KEPT]}})
        w.commit()
    return made


def about(desk: Desk) -> str:
    """How a copy of this office is brought back."""
    if desk.database.dialect == "sqlite":
        return _("A copy is an office itself: open its folder to look at it; to restore it, put the folder where the office was.")
    return _(
        "The copy of a server's office is for safekeeping: this program cannot restore it; let the server's own tools make copies too."
    )


def listed(desk: Desk) -> list[Copy]:
    """The copies that were made here, the newest first."""
    with desk.reading() as session:
        kept = people.setting(session, KEY)
    rows = kept if isinstance(kept, list) else []
    return [Copy(date.fromisoformat(row["day"]), row["file"], bool(row["outside"]), int(row["size"])) for row in rows]


def looks_outside(desk: Desk, folder: str) -> bool:
    """Whether a folder lies on another disk than the office: a guess that the person at the desk can correct."""
    try:
        return os.stat(folder).st_dev != os.stat(desk.folder).st_dev
    except OSError:
        return False


def age(desk: Desk) -> tuple[str, str]:
    """How old the newest copy outside this computer is, in words, and its state: amber after three working days, red after seven.

    A training office needs none: both are empty then.
    """
    if desk.training:
        return "", ""
    outside = [one.day for one in listed(desk) if one.outside]
    if not outside:
        return _("no copy outside this computer yet"), "red"
    newest = max(outside)
    days = (desk.today() - newest).days
    with desk.reading() as session:
        worked = terms.calendar_of(session).working_days_between(newest, desk.today())
    state = "red" if worked > RED else "amber" if worked > AMBER else ""
    if days <= 0:
        return _("copy outside this computer: today"), state
    return ngettext("copy outside this computer: {n} day old", "copy outside this computer: {n} days old", days).format(n=days), state
