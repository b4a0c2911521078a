"""Trouble outside (disk, key, server, a stale change) in words for the person at the desk."""

from db import trouble
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

_SENTENCES: dict[type[trouble.Trouble], tuple[str, str]] = {
    trouble.WrongKey: ("wrong_password", N_("The password or recovery words do not open this office. Type them again; mind capitals and the keyboard.")),
    trouble.DamagedFile: ("damaged", N_("The office's data file is damaged and was not opened. Nothing was changed: bring back the newest copy from the folder “backups”.")),
    trouble.NewerOffice: ("newer", N_("This office was last opened by a newer version of the program. Nothing was changed: update this program first.")),
    trouble.NoOffice: ("no_office", N_("There is no office in this folder. Choose the folder that holds office.toml, or make a new office.")),
    trouble.Locked: ("locked", N_("Another program is holding the office's data. Close it and try again; nothing was lost.")),
    trouble.DiskFull: ("disk_full", N_("The disk is full: nothing was saved. Make room and save again; what you typed is still here.")),
    trouble.NoServer: ("no_server", N_("The database server does not answer. Check the network and the server, then try again.")),
}


def refusal(error: trouble.Trouble) -> Refusal:
    """The trouble as a refusal; a stale change names each field with both values."""
    if isinstance(error, trouble.Stale):
        faults = [
            Fault(field, _("Somebody changed this meanwhile: you read “{read}”, now it is “{now}”, you want “{wanted}”.").format(read=a, now=b, wanted=c))
            for field, (a, b, c) in error.conflicts.items()
        ]
        sentence = _("Somebody else has changed this meanwhile. Look at both values and decide; what you typed is still here.")
        return Refusal(sentence, code="stale", faults=faults)
    for kind, (code, sentence) in _SENTENCES.items():
        if isinstance(error, kind):
            return Refusal(_(sentence), code=code)
    return Refusal(_("The office's data could not be read or written: {why}").format(why=str(error)), code=error.code)
