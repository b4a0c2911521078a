"""The tests of papers speak English and use the shipped fonts only."""

import gettext

import pytest

from desktop import i18n


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sentences as they stand in the code, whatever the computer speaks."""
    monkeypatch.setattr(i18n, "_translations", gettext.NullTranslations())
