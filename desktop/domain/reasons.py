"""What the system and the readers of JSON and TOML say only in English, as the end of a sentence in the language now spoken."""

import errno
import json
import re

from desktop.i18n import N_, _

_SYSTEM = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("this account may not do that"),
    errno.EPERM: N_("this account may not do that"),
    errno.EISDIR: N_("it is a folder and no file"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the disk takes no file of this size"),
    errno.EROFS: N_("the disk is write-protected"),
    errno.EIO: N_("the disk did not read or write it"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EINVAL: N_("its name has characters that are not allowed"),
    errno.EBUSY: N_("another program is holding it"),
}
_READERS = {  # the beginning of what json and tomllib say
    "Expecting value": N_("a value is missing"),
    "Expecting property name": N_("a key in double quotes is missing"),
    "Expecting ','": N_("a comma is missing"),
    "Expecting ':'": N_("a colon is missing"),
    "Illegal trailing comma": N_("a comma stands before the closing bracket"),
    "Extra data": N_("something stands behind its end"),
    "Unterminated string": N_("a text is not closed by a quotation mark"),
    "Invalid control character": N_("a text goes over several lines or holds a control character"),
    "Invalid \\": N_("a backslash is followed by something that means nothing"),
    "Unescaped '\\'": N_("a backslash is followed by something that means nothing"),
    "Illegal character": N_("a text goes over several lines or holds a control character"),
    "Expected '='": N_("an equals sign is missing behind the key"),
    "Cannot overwrite": N_("a key stands twice"),
    "Cannot declare": N_("a key or table stands twice"),
    "Cannot mutate": N_("a key or table stands twice"),
    "Duplicate inline table key": N_("a key stands twice"),
    "Invalid initial character for a key": N_("a key has characters that are not allowed"),
    "Invalid value": N_("a value is missing or not written as one; a text stands in quotation marks"),
    "Invalid statement": N_("a line is neither a key with its value nor a heading"),
    "Expected newline or end of document": N_("something stands behind the value"),
    "Expected ']'": N_("a heading is not closed by ]"),
    "Unclosed array": N_("a list is not closed by ]"),
    "Unclosed inline table": N_("a table is not closed by }"),
    "Invalid date or datetime": N_("a day does not exist in the calendar"),
}
_AT = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)


def of_system(error: OSError) -> str:
    """Why a file or folder could not be read or written; what has no words here is said as the system says it."""
    known = _SYSTEM.get(error.errno or 0)
    return _(known) if known else error.strerror or type(error).__name__


def of_json(error: json.JSONDecodeError) -> str:
    """What is wrong at the place that the error names."""
    return _reader(error.msg)


def of_toml(error: Exception) -> str:
    """What is wrong in a TOML file, and in which line."""
    found = _AT.fullmatch(str(error))
    if isinstance(error, RecursionError) or found is None:
        return _("it is too deep to be read") if isinstance(error, RecursionError) else _reader(str(error))
    if found[2] is None:
        return _("at its end {why}").format(why=_reader(found[1]))
    return _("line {line}, column {column}: {why}").format(line=found[2], column=found[3], why=_reader(found[1]))


def _reader(said: str) -> str:
    return next((_(known) for begins, known in _READERS.items() if said.startswith(begins)), said)
