"""The words of the interface: English in the code, Simplified Chinese by default, one gettext catalogue a language."""

import gettext
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from desktop import assets

DEFAULT = "zh_Hans_CN"
LANGUAGES = ("zh_Hans_CN", "en")

_translations: gettext.NullTranslations | None = None
_within: ContextVar[gettext.NullTranslations | None] = ContextVar("within", default=None)


def use(language: str) -> None:
    """Speak this language from now on; an unknown one is read as the default."""
    global _translations
    _translations = _load(language if language in LANGUAGES else DEFAULT)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within, this thread speaks another language: what will stand on a paper is in the paper's, whatever the interface is in."""
    token = _within.set(_load(language if language in LANGUAGES else DEFAULT))
    try:
        yield
    finally:
        _within.reset(token)


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
    within = _within.get()
    if within is not None:
        return within
    if _translations is None:
        use(os.environ.get("HEYI_LANGUAGE", DEFAULT))
    assert _translations is not None
    return _translations


@cache
def _load(language: str) -> gettext.NullTranslations:
    if language == "en":
        found: gettext.NullTranslations = gettext.NullTranslations()
    else:
        with assets.path("translations", language, "heyi.mo").open("rb") as file:
            found = gettext.GNUTranslations(file)
    found.heyi_language = language  # type: ignore[attr-defined]
    return found
