"""Collects the marked words of each room into `resources/translations/<language>/<room>.po` and compiles them to one heyi.mo.

python installer/translations.py           collect new words (kept translations stay), then compile
python installer/translations.py --check   exit 1 when a word has no translation or the compiled file is not up to date
"""

import ast
import gettext
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {  # a room's words stand in a file of its own, so that two builders seldom meet in one
    "domain": ["desktop/domain"],
    "categories": ["desktop/categories"],
    "documents": ["desktop/documents"],
    "services": ["desktop/services"],
    "widgets": ["desktop/widgets"],
    "screens": ["desktop/screens"],
    "window": ["desktop"],
}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def words(room: str) -> Catalog:
    """Every marked message of the room's Python files, with the places where it stands (file only: lines would churn)."""
    catalog = Catalog(charset="utf-8")
    for folder in ROOMS[room]:
        files = sorted((ROOT / folder).glob("*.py") if room == "window" else (ROOT / folder).rglob("*.py"))
        for file in files:
            for _line, message, comments, context in extract_from_file("python", file, keywords=KEYWORDS, comment_tags=["tr:"]):
                catalog.add(message, locations=[(str(file.relative_to(ROOT)), 0)], auto_comments=comments, context=context)
            for message in within_texts(file.read_text(encoding="utf-8")):
                catalog.add(message, locations=[(str(file.relative_to(ROOT)), 0)])
    return catalog


def within_texts(source: str) -> list[str]:
    """Messages that are marked inside an f-string: before Python 3.12 babel sees such a text as one token and passes over them."""
    found = []
    for text in ast.walk(ast.parse(source)):
        for call in ast.walk(text) if isinstance(text, ast.JoinedStr) else ():
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "N_") and call.args:
                first = call.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.append(first.value)
    return found


def merged(room: str, language: str) -> Catalog:
    """The room's words with the translations that are known already; what is no longer said is dropped."""
    path = ROOT / "resources" / "translations" / language / f"{room}.po"
    fresh = words(room)
    fresh.locale = None
    old: dict[object, object] = {}
    if path.exists():
        with path.open("rb") as file:
            old = {message.id: message.string for message in read_po(file) if message.id}
    for message in fresh:
        if message.id and message.id in old:
            message.string = old[message.id]
    return fresh


def compiled(catalogs: list[Catalog], language: str) -> bytes:
    """All rooms in one binary catalogue."""
    whole = Catalog(locale="zh_CN" if language.startswith("zh") else language, charset="utf-8")
    for catalog in catalogs:
        for message in catalog:
            if message.id and message.string and (not isinstance(message.string, tuple | list) or any(message.string)):
                string = message.string
                if isinstance(string, tuple | list):
                    string = tuple(string)[: whole.num_plurals]
                whole.add(message.id, string, context=message.context)
    out = io.BytesIO()
    write_mo(out, _without_dates(whole))
    return out.getvalue()


def _without_dates(catalog: Catalog) -> Catalog:
    catalog.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", "nplurals=1; plural=0;")]
    return catalog


def said(binary: bytes) -> dict[object, str]:
    """What a compiled catalogue says, without its head: the bytes may stand in another order."""
    catalogue = vars(gettext.GNUTranslations(io.BytesIO(binary)))["_catalog"]
    return {key: text for key, text in catalogue.items() if key}


def main(check: bool) -> int:
    wrong: list[str] = []
    for folder in sorted((ROOT / "resources" / "translations").iterdir()):
        if not folder.is_dir():
            continue
        catalogs = []
        for room in ROOMS:
            catalog = merged(room, folder.name)
            catalogs.append(catalog)
            for message in catalog:
                if message.id and (not message.string or (isinstance(message.string, tuple | list) and not message.string[0])):
                    wrong.append(f"{folder.name}/{room}.po: no translation for {message.id!r}")
            if not check:
                with (folder / f"{room}.po").open("wb") as file:
                    write_po(file, catalog, sort_output=True, omit_header=True, width=0, no_location=False, include_lineno=False)
        fresh = compiled(catalogs, folder.name)
        binary = folder / "heyi.mo"
        if check and (not binary.exists() or said(binary.read_bytes()) != said(fresh)):
            wrong.append(f"{folder.name}/heyi.mo is not up to date: run python installer/translations.py")
        if not check:
            binary.write_bytes(fresh)
    for line in wrong:
        print(line)
    return 1 if wrong and check else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
