"""What this computer remembers of its user's habits: looks, language, the office opened last. No personal data, no case.

Each setting is declared once (kind, default, help); the settings page draws itself from this list.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.i18n import LANGUAGES, N_


@dataclass(frozen=True)
class Setting:
    """One declared setting; `kind` is choice, integer, yes_no or text."""

    key: str
    kind: str
    default: Any
    label: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0

    def sound(self, value: Any) -> bool:
        """Whether a value found in the file may be used."""
        if self.kind == "choice":
            return value in [code for code, _label in self.choices]
        if self.kind == "integer":
            return isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
        return isinstance(value, bool if self.kind == "yes_no" else str)


SETTINGS = (
    Setting("theme", "choice", "light", N_("Colours"), choices=(("light", N_("Light")), ("dark", N_("Dark")))),
    Setting("scale", "integer", 100, N_("Size in percent"), N_("From 100 to 175 percent; everything grows with it."), least=100, most=175),
    Setting("language", "choice", LANGUAGES[0], N_("Language"), choices=tuple(zip(LANGUAGES, ("简体中文", "English"), strict=True))),
    Setting(
        "lock_after",
        "integer",
        15,
        N_("Lock after so many minutes"),
        N_("Of an office with a password, when nobody touches the keys; 0 never. While a session is written the lock waits."),
        least=0,
        most=240,
    ),
    Setting(
        "guest_password",
        "yes_no",
        False,
        N_("Password to leave the guest view"),
        N_("Of an office with a password: F10 turns back to the whole program only with it."),
    ),
    Setting("office", "text", "", N_("Office"), N_("The folder of the office opened last.")),
    Setting("user", "text", "", N_("User"), N_("The login name used last.")),
    Setting("prints", "text", "", N_("Printing"), N_("How each kind of paper was printed last: printer, sides, tray, offset.")),
)


class Settings:
    """The settings of one computer user; a damaged or missing file means the defaults, never a refused start."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or folder() / "settings.json"
        self._declared = {setting.key: setting for setting in SETTINGS}
        self._values = self._read()

    def get(self, key: str) -> Any:
        """The value that counts."""
        return self._values.get(key, self._declared[key].default)

    def put(self, values: Mapping[str, Any]) -> None:
        """Keeps these values; one that is not declared or not sound is a mistake of the caller."""
        for key, value in values.items():
            if not self._declared[key].sound(value):
                raise ValueError(f"setting {key}: {value!r}")
        self._values.update(self._read())  # the settings page writes the same file from another hand
        self._values.update(values)
        self._write()

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if key in self._declared and self._declared[key].sound(value)}

    def _write(self) -> None:
        fresh = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            os.replace(fresh, self.file)
        except OSError:
            pass  # a habit that cannot be kept (a read-only home) must not stop anybody's work


def folder() -> Path:
    """The folder of this user's settings; HEYI_CONFIG names another one."""
    told = os.environ.get("HEYI_CONFIG")
    if told:
        return Path(told)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "Heyi"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "heyi"
