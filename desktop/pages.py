"""Which pages there are, and how one is put together: view and presenter by their names, imported when it is first shown."""

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any, NamedTuple

from desktop.i18n import N_, _


class Place(NamedTuple):
    """One page the window knows. `module` is a package under desktop.screens with view.py and presenter.py."""

    label: str
    icon: str
    module: str
    in_rail: bool = False
    key: str = ""
    opener: Callable[[Any, Any], tuple[Any, Any]] | None = None  # (desk, jobs) -> (page, presenter), where the plain way does not fit
    before_office: bool = False  # needs no desk


def _ledgers(label: str, module: str) -> Callable[[Any, Any], tuple[Any, Any]]:
    """Opens one of the pages that are lists with a sheet beside: one view and one presenter, the lists come from `module`."""

    def opener(desk: Any, jobs: Any) -> tuple[Any, Any]:
        place = "desktop.screens.ledgers"
        view = importlib.import_module(f"{place}.view").LedgersView(_(label))
        sections = importlib.import_module(f"{place}.{module}").SECTIONS
        presenter = importlib.import_module(f"{place}.presenter").LedgersPresenter(desk, jobs, view, sections)
        view.wire(presenter)
        return view, presenter

    return opener


PAGES: dict[str, Place] = {
    "today": Place(N_("Today"), "today", "today", True, "Alt+1"),
    "new": Place(N_("New dispute"), "new", "new_dispute", True, "F3"),
    "register": Place(N_("Register"), "register", "register", True, "Alt+3"),
    "screening": Place(N_("Screening"), "screening", "ledgers", True, "Alt+7", _ledgers(N_("Screening log"), "presenter_screening")),
    "mediators": Place(N_("Mediators"), "mediators", "ledgers", True, "Alt+4", _ledgers(N_("Mediators"), "presenter_people")),
    "statistics": Place(N_("Statistics"), "statistics", "statistics", True, "Alt+5"),
    "settings": Place(N_("Settings"), "settings", "ledgers", True, "Alt+6", _ledgers(N_("Settings"), "presenter_settings")),
    "case": Place(N_("Case"), "", "case"),
    "agreement": Place(N_("Agreement"), "", "agreement"),
    "calculation": Place(N_("Calculation"), "", "calculation"),
    "copy_sheet": Place(N_("Copy sheet for a platform"), "", "copy_sheet"),
    "reconcile": Place(N_("List of a platform"), "", "reconcile"),
    "templates": Place(N_("Wording of the papers"), "", "templates"),
    "help": Place(N_("Help"), "", "help", before_office=True),
    "first_run": Place(N_("First start"), "", "first_run", before_office=True),
}
FIRST = "today"


def is_there(module: str) -> bool:
    """Whether this page is part of the program; looked up by name, nothing of it is imported."""
    try:
        return importlib.util.find_spec(f"desktop.screens.{module}") is not None
    except ModuleNotFoundError:
        return False


def put_together(place: Place, desk: Any, jobs: Any) -> tuple[Any, Any]:
    """`<Page>View()` and `<Page>Presenter(desk, jobs, view)` out of desktop/screens/<page>, wired to each other."""
    if place.opener is not None:
        return place.opener(desk, jobs)
    stem = "".join(part.capitalize() for part in place.module.split("_"))
    view = getattr(importlib.import_module(f"desktop.screens.{place.module}.view"), f"{stem}View")()
    presenter = getattr(importlib.import_module(f"desktop.screens.{place.module}.presenter"), f"{stem}Presenter")(desk, jobs, view)
    view.wire(presenter)
    return view, presenter


def search_hits(desk: Any, text: str) -> list[Any]:
    """What the search field of the frame finds: (title, detail, page, arguments) each; for the thread of the jobs."""
    return list(importlib.import_module("desktop.screens.search.presenter").hits(desk, text))


def check_password(desk: Any, password: str) -> None:
    """Refusal unless this is the office's password; for the thread of the jobs."""
    importlib.import_module("desktop.services.office").check_password(desk, password)


def copy_age(desk: Any) -> tuple[str, str]:
    """How old the newest copy outside this computer is, with its state; for the thread of the jobs."""
    told = importlib.import_module("desktop.services.copies").age(desk)
    return str(told[0]), str(told[1])
