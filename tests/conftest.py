"""What every test stands on: no screen, English unless a test asks otherwise, no settings of the person who runs them."""

import os
import tempfile

os.environ["QT_QPA_PLATFORM"] = os.environ.get("HEYI_TEST_PLATFORM", "offscreen")  # before Qt is imported
os.environ["QT_IM_MODULE"] = "none"  # an input method of the desktop would take keys away
os.environ["HEYI_LANGUAGE"] = "en"
os.environ["HEYI_CONFIG"] = tempfile.mkdtemp(prefix="heyi-test-")

from collections.abc import Iterator  # noqa: E402
from typing import Any  # noqa: E402

import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from desktop import i18n  # noqa: E402

# A busy or old machine is no mistake of the program: no test fails for its time, benchmarks measure that.
settings.register_profile("heyi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("heyi")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Each test begins in English, whatever the one before has spoken."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def chinese() -> Iterator[None]:
    """The test speaks Chinese."""
    i18n.use("zh_Hans_CN")
    yield


@pytest.fixture(scope="session")
def _application() -> Any:
    from PySide6.QtWidgets import QApplication

    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["heyi"])


@pytest.fixture
def qt(_application: Any) -> Iterator[Any]:
    """The QApplication with the program's looks; an exception in a slot fails the test, windows left open are closed."""
    import sys

    from PySide6.QtCore import QEvent

    from desktop import assets
    from desktop.app import face
    from desktop.widgets.theme import Theme

    theme = Theme(family=_family(face), icons=assets.path("icons"))
    if _application.property("theme") != theme:
        _application.setStyle("Fusion")
        theme.apply(_application)
    wrong: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _kind, bug, _trace: wrong.append(bug)
    others = set(_application.topLevelWidgets())  # of a fixture that lasts longer
    yield _application
    for widget in set(_application.topLevelWidgets()) - others:
        widget.close()
        widget.deleteLater()
    _application.processEvents()
    _application.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nobody runs the loop of events, which would do it
    sys.excepthook = before
    if wrong:
        raise wrong[0]


_families: list[str] = []


def _family(load: Any) -> str:
    if not _families:
        _families.append(load())
    return _families[0]
