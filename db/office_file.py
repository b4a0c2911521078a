"""office.toml: what an office is, read before anything heavy is imported (standard library only)."""

import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.trouble import DamagedFile, DiskFull, NewerOffice, NoOffice, ReadOnly

NAME = "office.toml"
FORMAT = 1
ENGINES = ("sqlite", "sqlcipher", "postgresql")
_TEXTS = ("engine", "database", "url", "sealed_url", "created", "key_check")


@dataclass(frozen=True)
class OfficeFile:
    """What office.toml says. `needs_password` is whether it opens only with its password or its recovery sheet; `encrypted` whether
    the database file is; `database` the file's name, `url` a server's address (or sealed under the key: `sealed_url`)."""

    folder: Path
    engine: str
    database: str = ""
    url: str = ""
    sealed_url: str = ""
    training: bool = False
    created: str = ""
    key_check: str = ""
    slots: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    format: int = FORMAT

    @property
    def encrypted(self) -> bool:
        return self.engine == "sqlcipher"

    @property
    def needs_password(self) -> bool:
        return bool(self.slots)


def describe(folder: Path) -> OfficeFile:
    """What kind of office a folder holds. Raises NoOffice, DamagedFile, NewerOffice."""
    path = Path(folder) / NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoOffice() from error
    except OSError as error:
        raise ReadOnly(f"{NAME} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _damaged() from error
    number = data.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise NewerOffice()
    slots = data.get("slot", [])
    sound = (
        number == FORMAT
        and data.get("engine") in ENGINES
        and all(isinstance(data.get(name, ""), str) for name in _TEXTS)
        and isinstance(data.get("training", False), bool)
        and isinstance(slots, list)
        and all(isinstance(slot, dict) for slot in slots)
        and bool(data.get("url") or data.get("sealed_url") if data["engine"] == "postgresql" else data.get("database"))
        and (data["engine"] != "sqlcipher" or bool(slots))
    )
    if not sound:
        raise _damaged()
    texts = {name: data.get(name, "") for name in _TEXTS}
    return OfficeFile(folder=Path(folder), training=data.get("training", False), slots=tuple(slots), **texts)


def write(office: OfficeFile) -> None:
    """Writes office.toml so that it is the old or the new one, whatever happens. Raises DiskFull, ReadOnly."""
    path = office.folder / NAME
    part = path.with_name(NAME + ".part")
    try:
        with open(part, "w", encoding="utf-8", newline="\n") as file:
            file.write(_toml(office))
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise (DiskFull() if error.errno in (28, 122) else ReadOnly()) from error
    with suppress(OSError):  # Windows cannot open a folder
        handle = os.open(office.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _damaged() -> DamagedFile:
    return DamagedFile(f"{NAME} is damaged: restore it from the backups folder. The database itself is not touched.")


def _toml(office: OfficeFile) -> str:
    values: dict[str, Any] = {"format": office.format, "training": office.training}
    values |= {name: getattr(office, name) for name in _TEXTS if getattr(office, name)}
    lines = ["# Without the key slots in it an encrypted office can never be opened again: keep copies of this file.", ""]
    lines += [f"{name} = {_value(value)}" for name, value in values.items()]
    for slot in office.slots:
        lines += ["", "[[slot]]", *(f"{name} = {_value(value)}" for name, value in slot.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c for c in text) + '"'
