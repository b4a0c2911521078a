"""The words of the interface: English in the code, Simplified Chinese by default, one gettext catalogue a language."""

import gettext
import os
from collections.abc import Callable

from desktop import assets

DEFAULT = "zh_Hans_CN"
LANGUAGES = ("zh_Hans_CN", "en")

_translations: gettext.NullTranslations | None = None


def use(language: str) -> None:
    """Speak this language from now on; an unknown one is read as the default."""
    global _translations
    _translations = _load(language if language in LANGUAGES else DEFAULT)


def language() -> str:
    """The language now spoken, as a code such as `zh_Hans_CN`."""
    return getattr(_current(), "heyi_language", DEFAULT)


def _(message: str) -> str:
    """The message in the language now spoken."""
    return _current().gettext(message) if message else ""


def N_(message: str) -> str:
    """Marks a message for translation where it is declared and shown later through `_`."""
    return message


def ngettext(one: str, many: str, n: int) -> str:
    """The message for n things."""
    return _current().ngettext(one, many, n)


Translate = Callable[[str], str]


def _current() -> gettext.NullTranslations:
    if _translations is None:
        use(os.environ.get("HEYI_LANGUAGE", DEFAULT))
    assert _translations is not None
    return _translations


def _load(language: str) -> gettext.NullTranslations:
    if language == "en":
        found: gettext.NullTranslations = gettext.NullTranslations()
    else:
        with assets.path("translations", language, "heyi.mo").open("rb") as file:
            found = gettext.GNUTranslations(file)
    found.heyi_language = language  # type: ignore[attr-defined]
    return found
