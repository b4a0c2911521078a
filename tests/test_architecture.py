"""The walls of the house, a sentence each: who may import whom, no circle, nothing heavy before the window, files of one subject.

The files are read as text; two tests at the end import them in a process of their own, which sees what no reading shows.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
QT = ("PySide6", "shiboken6")
HEAVY = (
    "sqlalchemy", "alembic", "sqlcipher3", "psycopg", "nacl", "reportlab", "docx", "pypdfium2", "uharfbuzz", "segno", "xlsxwriter",
    "babel", "lunar_python", "stdnum", "openpyxl", "pypinyin",
)  # fmt: skip
LINES = 400
POOR_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc", "base_utils", "tools", "stuff"}

FLOORS = (  # from the ground up; an arrow points down, or sideways inside one room
    ("db",),
    ("desktop.domain", "desktop.i18n", "desktop.assets", "desktop.jobs", "desktop.report"),
    ("desktop.categories", "desktop.documents", "desktop.settings"),
    ("desktop.services", "desktop.widgets"),
    ("desktop.screens",),
    (
        "desktop.window",
        "desktop.window_guest",
        "desktop.window_keys",
        "desktop.window_visits",
        "desktop.pages",
        "desktop.cli",
        "desktop.cli_commands",
        "desktop.cli_lists",
        "desktop.cli_office",
        "desktop.cli_papers",
        "desktop.cli_reports",
        "desktop.cli_agreement",
        "desktop.cli_sums",
        "desktop.cli_templates",
        "desktop.cli_output",
    ),  # fmt: skip
    ("desktop.app", "desktop.__main__", "desktop.idle"),
)
NEIGHBOURS = {  # rooms of one floor that know each other
    ("desktop.domain", "desktop.i18n"), ("desktop.domain", "desktop.assets"), ("desktop.i18n", "desktop.assets"),
    ("desktop.window", "desktop.pages"), ("desktop.window", "desktop.window_guest"), ("desktop.window", "desktop.window_keys"),
    ("desktop.window", "desktop.window_visits"), ("desktop.window_guest", "desktop.pages"), ("desktop.window_keys", "desktop.pages"),
    ("desktop.window_visits", "desktop.pages"), ("desktop.cli", "desktop.cli_commands"), ("desktop.cli_commands", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_agreement"), ("desktop.cli_agreement", "desktop.cli_commands"),
    ("desktop.cli_agreement", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_reports"), ("desktop.cli_reports", "desktop.cli_commands"), ("desktop.cli_reports", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_sums"), ("desktop.cli_sums", "desktop.cli_commands"), ("desktop.cli_sums", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_templates"), ("desktop.cli_templates", "desktop.cli_commands"),
    ("desktop.cli_templates", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_papers"), ("desktop.cli_papers", "desktop.cli_commands"), ("desktop.cli_papers", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_lists"), ("desktop.cli_lists", "desktop.cli_commands"), ("desktop.cli_lists", "desktop.cli_output"),
    ("desktop.cli", "desktop.cli_office"), ("desktop.cli_office", "desktop.cli_commands"), ("desktop.cli_office", "desktop.cli_output"),
    ("desktop.__main__", "desktop.app"), ("desktop.app", "desktop.idle"),
}  # fmt: skip


class Import(NamedTuple):
    """`target` is dotted, with the name that is taken out of it; `early` says that it happens when the module itself is imported."""

    module: str
    target: str
    early: bool


def inside(name: str, *rooms: str) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


@cache
def modules() -> dict[str, Path]:
    found = {}
    for top in ("db", "desktop"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "versions" not in parts:
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports() -> tuple[Import, ...]:
    """Every import of the program; what is written for the type checker alone does not count."""
    return tuple(one for module in modules() for one in _imports(module, tree(module), True))


def _imports(module: str, node: ast.AST, early: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        if isinstance(child, ast.Import):
            yield from (Import(module, alias.name, early) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"{module}: imports are absolute"
            yield from (Import(module, f"{child.module}.{alias.name}", early) for alias in child.names)
        yield from _imports(module, child, early and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda))


def own(target: str) -> str:
    """The module of the program that a target lies in; '' for what is not of the program."""
    parts = target.split(".")
    return next((name for n in range(len(parts), 0, -1) if (name := ".".join(parts[:n])) in modules()), "")


def broken(rooms: tuple[str, ...], *never: str, but: tuple[str, ...] = ()) -> list[str]:
    """The imports from these rooms that go where they must not."""
    return [
        f"{one.module} imports {one.target}"
        for one in imports()
        if inside(one.module, *rooms) and not inside(one.module, *but) and inside(one.target, *never)
    ]


def foreign(rooms: tuple[str, ...], *may: str) -> list[str]:
    """The imports from these rooms of anything but the standard library, themselves and what they may."""
    return [
        f"{one.module} imports {one.target}"
        for one in imports()
        if inside(one.module, *rooms) and one.target.split(".")[0] not in sys.stdlib_module_names and not inside(one.target, *rooms, *may)
    ]


def floor(module: str) -> int:
    """How high a module stands; the package `desktop` itself is empty ground."""
    return next((n for n, rooms in enumerate(FLOORS) if inside(module, *rooms)), -1)


def room(module: str) -> str:
    return next((room for rooms in FLOORS for room in rooms if inside(module, room)), module)


# --- who may import whom --------------------------------------------------------------------------------------------------------


def test_every_file_stands_on_a_floor() -> None:
    assert [module for module in modules() if floor(module) < 0 and module != "desktop"] == []


def test_no_arrow_points_up() -> None:
    arrows = [(one.module, own(one.target)) for one in imports() if own(one.target)]
    assert [f"{a} -> {b}" for a, b in arrows if floor(b) > floor(a)] == []


def test_rooms_of_one_floor_know_each_other_only_where_the_plan_says_so() -> None:
    arrows = {(room(one.module), room(own(one.target))) for one in imports() if own(one.target) not in ("", "desktop")}
    assert {(a, b) for a, b in arrows if a != b and floor(a) == floor(b)} - NEIGHBOURS == set()


def test_the_ground_knows_nothing_of_the_house() -> None:
    assert broken(("db",), "desktop", *QT) == []


def test_domain_is_pure() -> None:
    assert foreign(("desktop.domain",), "db.vocabulary", "desktop.i18n", "desktop.assets", "lunar_python") == []


def test_only_the_initials_read_a_file_in_domain() -> None:
    assert broken(("desktop.domain",), "desktop.assets", but=("desktop.domain.initials",)) == []
    assert broken(("desktop.domain",), "pathlib", "os", "time", "socket", "random") == []


def test_jobs_know_nothing_of_the_program() -> None:
    assert foreign(("desktop.jobs",)) == []


def test_words_and_files_of_the_house_stand_alone() -> None:
    assert foreign(("desktop.assets",)) == foreign(("desktop.report",)) == []
    assert foreign(("desktop.i18n",), "desktop.assets") == []
    assert foreign(("desktop.settings",), "desktop.i18n") == []


def _categories() -> tuple[str, ...]:
    """The files of one kind of dispute each: not the face, the list, what offices declare, and the parts that several share."""
    beside = ("desktop.categories.category", "desktop.categories.catalogue", "desktop.categories.declared", "desktop.categories.parts")
    return tuple(name for name in modules() if inside(name, "desktop.categories") and not inside(name, *beside))[1:]


def test_a_category_knows_rules_and_neither_data_nor_paper_nor_another_category() -> None:
    assert foreign(("desktop.categories",), "desktop.domain", "desktop.i18n", "desktop.assets") == []
    assert broken(_categories(), *_categories()) == []
    assert broken(("desktop.categories.parts",), *_categories(), "desktop.categories.catalogue", "desktop.categories.declared") == []


def test_a_document_is_data() -> None:
    libraries = ("reportlab", "docx", "xlsxwriter", "uharfbuzz", "segno")
    assert foreign(("desktop.documents",), "db.vocabulary", "desktop.domain", "desktop.i18n", "desktop.assets", *libraries) == []


@pytest.mark.parametrize(("library", "files"), [("reportlab", "pdf"), ("docx", "docx"), ("xlsxwriter", "xlsx")])
def test_only_its_renderer_knows_a_library_of_papers(library: str, files: str) -> None:
    users = {one.module for one in imports() if inside(one.target, library)}
    assert {user for user in users if not user.startswith(f"desktop.documents.{files}")} == set()


def test_only_the_ground_knows_a_driver() -> None:
    assert broken(("desktop",), "sqlcipher3", "sqlite3", "psycopg", "alembic", "nacl") == []
    assert {one.module for one in imports() if inside(one.target, "sqlcipher3")} <= {"db.engine", "db.backup"}


def test_services_have_no_face() -> None:
    assert broken(("desktop.services",), *QT, "desktop.screens", "desktop.widgets", "desktop.window", "desktop.app", "desktop.jobs") == []


def test_widgets_serve_any_program() -> None:
    assert foreign(("desktop.widgets",), "PySide6", "desktop.domain.fields", "desktop.domain.refusal", "desktop.i18n") == []


def _screens(kind: str) -> tuple[str, ...]:
    return tuple(name for name in modules() if inside(name, "desktop.screens") and name.rpartition(".")[2].startswith(kind))


def test_a_view_shows_and_knows_no_rule_and_no_data() -> None:
    assert foreign(_screens("view"), "PySide6", "desktop.widgets", "desktop.i18n", "desktop.screens") == []


def test_a_presenter_decides_and_knows_no_qt_and_no_session() -> None:
    assert broken(_screens("presenter"), *QT, "desktop.widgets", "sqlalchemy", "db.engine", "db.work", "db.queries", "db.search") == []


def test_a_screen_knows_no_other_screen() -> None:
    pairs = [(one.module.split("."), own(one.target).split("."), one) for one in imports() if inside(one.module, "desktop.screens")]
    assert [f"{one.module} imports {one.target}" for a, b, one in pairs if b[:2] == ["desktop", "screens"] and a[2:3] != b[2:3]] == []


def test_the_command_line_needs_no_window() -> None:
    commands = tuple(name for name in modules() if name.startswith("desktop.cli"))
    assert broken(commands, *QT, "desktop.widgets", "desktop.screens", "desktop.window", "desktop.app", "desktop.jobs") == []
    assert broken(commands, "db", "sqlalchemy", but=("desktop.cli_commands",)) == []


def test_the_program_knows_nothing_of_its_tests_and_tools() -> None:
    assert broken(("db", "desktop"), "tests", "installer", "pytest") == []


# --- circles and what comes before the window -----------------------------------------------------------------------------------


def _arrows(early: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {name: set() for name in modules()}
    for one in imports():
        if own(one.target) not in ("", one.module) and (one.early or not early):
            found[one.module].add(own(one.target))
    return found


def reached(start: str, arrows: dict[str, set[str]]) -> dict[str, str]:
    """Every module that is reached from one, and from which."""
    way = {start: ""}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for there in sorted(arrows[here] - way.keys()):
            way[there] = here
            waiting.append(there)
    return way


def test_no_circle() -> None:
    arrows = _arrows(early=False)
    assert [f"{a} <-> {b}" for a in arrows for b in arrows[a] if a in reached(b, arrows)] == []


@pytest.mark.parametrize("start", ["desktop.__main__", "desktop.app", "desktop.window", "desktop.cli"])
def test_nothing_heavy_is_imported_before_the_window(start: str) -> None:
    way = reached(start, _arrows(early=True))
    assert [
        f"{one.module} imports {one.target}" for one in imports() if one.early and one.module in way and inside(one.target, *HEAVY)
    ] == []


def _without_qt() -> list[str]:
    rooms = ("db", "desktop.domain", "desktop.categories", "desktop.documents", "desktop.services", "desktop.jobs")
    return [name for name in modules() if inside(name, *rooms) or name.startswith("desktop.cli") or name in _screens("presenter")]


def test_nothing_below_the_views_reaches_qt() -> None:
    arrows = _arrows(early=False)
    qt = {one.module for one in imports() if inside(one.target, *QT)}
    assert [f"{name} reaches Qt by {there}" for name in _without_qt() for there in reached(name, arrows) if there in qt] == []


# --- files ----------------------------------------------------------------------------------------------------------------------


def test_a_long_file_says_why() -> None:
    long = [name for name, path in modules().items() if path.read_text(encoding="utf-8").count("\n") > LINES]
    assert [name for name in long if f"over {LINES} lines" not in (ast.get_docstring(tree(name)) or "")] == []


def test_every_file_begins_with_its_purpose() -> None:
    assert [name for name, path in modules().items() if path.stat().st_size and not ast.get_docstring(tree(name))] == []


def test_a_name_says_what_is_inside() -> None:
    assert [name for name in modules() if name.rpartition(".")[2] in POOR_NAMES] == []


def test_no_class_lives_in_an_init() -> None:
    packages = [name for name, path in modules().items() if path.name == "__init__.py"]
    assert [name for name in packages if any(isinstance(node, ast.ClassDef) for node in tree(name).body)] == []


def test_every_category_is_in_the_list_under_the_name_of_its_file() -> None:
    from desktop.categories import CATEGORIES

    assert set(CATEGORIES) == {name.rpartition(".")[2] for name in _categories()}


# --- as it really runs ----------------------------------------------------------------------------------------------------------


def _imported(code: str, names: tuple[str, ...]) -> str:
    ask = f"import sys; {code}; print(' '.join(name for name in {names!r} if name in sys.modules))"
    return subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120).stdout.strip()


def test_the_frame_really_stands_without_anything_heavy() -> None:
    assert _imported("import desktop.__main__, desktop.app, desktop.window", HEAVY) == ""


def test_presenters_and_services_really_run_without_qt() -> None:
    names = [name for name in _without_qt() if name not in ("db.migrations.env",) and "versions" not in name]
    assert _imported("; ".join(f"import {name}" for name in names), QT) == ""
