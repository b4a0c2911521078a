"""What can go wrong outside the program, each with a code that services translate and a sentence that says what to do."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Trouble(Exception):
    """Expected trouble: `code` is what a face translates, the text a full English sentence without personal data."""

    code: ClassVar[str] = "trouble"
    sentence: ClassVar[str] = "Something outside the program went wrong."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class WrongKey(Trouble):
    """The password or the recovery sheet does not open this office. `group` (1 to 8) names a mistyped group of the sheet."""

    code = "wrong_key"
    sentence = "This password does not open the office: check capital letters and the keyboard's language, and try again."

    def __init__(self, sentence: str = "", group: int | None = None) -> None:
        super().__init__(sentence)
        self.group = group


class DamagedFile(Trouble):
    code = "damaged_file"
    sentence = "A file of the office is damaged: leave it as it is, and restore the newest copy from the backups folder."


class NewerOffice(Trouble):
    code = "newer_office"
    sentence = "A newer version of the program has written this office: nothing was changed. Install the newer version here too."


class NoOffice(Trouble):
    code = "no_office"
    sentence = "There is no office in this folder."


class OfficeExists(Trouble):
    code = "office_exists"
    sentence = "This folder already holds an office: choose another folder."


class ReadOnly(Trouble):
    code = "read_only"
    sentence = "The office cannot be written: the folder or the file is read-only for this account."


class Locked(Trouble):
    code = "locked"
    sentence = "Another window or program is writing to the office: nothing was saved. Try again in a moment."


class DiskFull(Trouble):
    code = "disk_full"
    sentence = "The disk is full: nothing was saved. Free some space and save again."


class NoServer(Trouble):
    code = "no_server"
    sentence = "The database server cannot be reached or refuses: check the network, and address, name and password in office.toml."


class Stale(Trouble):
    """Somebody else changed the row meanwhile.

    `conflicts` has {field: (as_read, now, wanted)}; `as_read` is None where the caller did not say what was read. It is empty
    where the row itself went away or changed between reading and writing.
    """

    code = "stale"
    sentence = "Somebody else has changed this since it was opened: nothing was saved. Look at both values and decide."

    def __init__(self, conflicts: Mapping[str, tuple[Any, Any, Any]] | None = None, sentence: str = "") -> None:
        super().__init__(sentence)
        self.conflicts: dict[str, tuple[Any, Any, Any]] = dict(conflicts or {})
