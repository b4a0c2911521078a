"""Trouble outside (disk, key, server, a stale change) in words for the person at the desk."""

from enum import StrEnum
from typing import Any

from db import trouble
from desktop.domain import words
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

_SENTENCES: dict[type[trouble.Trouble], tuple[str, str]] = {
    trouble.WrongKey: (
        "wrong_password",
        N_("The password or recovery words do not open this office. Type them again; mind capitals and the keyboard."),
    ),
    trouble.DamagedFile: (
        "damaged",
        N_("The office's data file is damaged and was not opened. Nothing was changed: restore the newest copy from the folder “backups”."),
    ),
    trouble.NewerOffice: (
        "newer",
        N_("This office was last opened by a newer version of the program. Nothing was changed: update this program first."),
    ),
    trouble.NoOffice: (
        "no_office",
        N_("There is no office in this folder. Choose the folder that holds office.toml, or make a new office."),
    ),
    trouble.OfficeExists: ("office_exists", N_("There is an office in this folder already: choose another folder.")),
    trouble.ReadOnly: (
        "read_only",
        N_("The office cannot be written: the folder or a file in it is read-only for this account. Nothing was saved."),
    ),
    trouble.Locked: ("locked", N_("Another program is holding the office's data. Close it and try again; nothing was lost.")),
    trouble.DiskFull: ("disk_full", N_("The disk is full: nothing was saved. Make room and save again; what you typed is still here.")),
    trouble.NoServer: ("no_server", N_("The database server does not answer. Check the network and the server, then try again.")),
}

# What the ground says more exactly than its kind, in its own words (they stand in `db`, which knows no languages).
_EXACT = frozenset(
    (
        N_("office.toml is damaged: restore it from the backups folder. The database itself is not touched."),
        N_("The key slots in office.toml are damaged: restore the file from the backups folder."),
        N_("The key slots in office.toml are not those of this office: restore the file from the backups folder."),
        N_("The database file office.db is missing: restore the newest copy from the backups folder."),
        N_("The database of this office is empty: restore the newest copy from the backups folder."),
        N_("The server's address in office.toml is damaged: restore the file from the backups folder."),
        N_("The head of the journal is missing: another tool has changed this office."),
        N_("The disk did not read or write a file of the office: check the disk."),
        N_("This recovery sheet belongs to another office, or was replaced by a newer one."),
        N_("This office is encrypted: it opens with its password or its recovery sheet."),
        N_("The database server refused the name or password in office.toml."),
        N_("The database server has no database of the name in office.toml."),
        N_("This database already holds an office: take an empty one."),
        N_("No office can be made here: this account may not write in the folder."),
        N_("A file kept with a case is damaged: restore the newest copy from the backups folder."),
        N_("The copy does not have the rows of the office: nothing was changed."),
        N_("The copy does not have the files of the office: nothing was changed."),
    )
)


def refusal(error: trouble.Trouble) -> Refusal:
    """The trouble as a refusal; a stale change names each field with both values."""
    if isinstance(error, trouble.Stale):
        faults = [Fault(field, _both(*values)) for field, values in error.conflicts.items()]
        sentence = _("Somebody else has changed this meanwhile. Look at both values and decide; what you typed is still here.")
        return Refusal(sentence, code="stale", faults=faults)
    for kind, (code, sentence) in _SENTENCES.items():
        if isinstance(error, kind):
            return Refusal(_(str(error) if str(error) in _EXACT else sentence), code=code)
    return Refusal(_("The office's data could not be read or written: {why}").format(why=str(error)), code=error.code)


def _both(read: Any, now: Any, wanted: Any) -> str:
    """What was read is None where the caller did not say it."""
    if read is None:
        return _("Somebody changed this meanwhile: now it is “{now}”, you want “{wanted}”.").format(now=_said(now), wanted=_said(wanted))
    sentence = _("Somebody changed this meanwhile: you read “{read}”, now it is “{now}”, you want “{wanted}”.")
    return sentence.format(read=_said(read), now=_said(now), wanted=_said(wanted))


def _said(value: Any) -> str:
    if value is None or value == "":
        return _("empty")
    return words.shown(value) if isinstance(value, StrEnum) else str(value)
