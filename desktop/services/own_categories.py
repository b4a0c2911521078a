"""The categories of an office: the shipped ones, with what the files in its folder `categories` add, and its own.

A file that cannot be taken is named with all its faults and stops nothing else.
"""

from pathlib import Path

from desktop import assets
from desktop.categories import CATEGORIES, SHIPPED
from desktop.categories.catalogue import Catalogue
from desktop.categories.category import Category
from desktop.categories.declared import Own, merged, parsed
from desktop.domain import reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

FOLDER = "categories"
MOST_FILES, MOST_BYTES = 100, 256 * 1024
SAMPLE = "sample.toml.txt"


def load(folder: Path) -> Catalogue:
    """The categories of the office in this folder; `faults` name what could not be taken. Never refuses."""
    files, faults = _files(folder)
    if not files and not faults:
        return SHIPPED
    known: dict[str, Category] = dict(CATEGORIES)
    for file in files:
        name = f"{FOLDER}/{file.name}"
        try:
            own = parsed(_text(file, name), name, CATEGORIES, _moj_types())
            _put(known, own)
        except Refusal as no:
            faults += no.faults
    return Catalogue(known, tuple(faults))


def write_sample(folder: Path) -> Path:
    """Puts a file with an example and its explanation beside the others; it counts only under a name that ends in .toml."""
    target = folder / FOLDER / SAMPLE
    try:
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(assets.path("categories", SAMPLE).read_bytes())
    except OSError as error:
        raise Refusal(_("{file} cannot be written: {why}.").format(file=target, why=reasons.of_system(error))) from error
    return target


def _files(folder: Path) -> tuple[list[Path], list[Fault]]:
    place = folder / FOLDER
    try:
        if not place.is_dir():
            return [], []
        found = sorted(file for file in place.iterdir() if file.suffix == ".toml" and file.is_file())
    except OSError as error:
        return [], [Fault(FOLDER, _("The folder {folder} cannot be read: {why}.").format(folder=FOLDER, why=reasons.of_system(error)))]
    if len(found) > MOST_FILES:
        sentence = _("{n} files are too many; the first {most} are taken.").format(n=len(found), most=MOST_FILES)
        return found[:MOST_FILES], [Fault(FOLDER, sentence)]
    return found, []


def _text(file: Path, name: str) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise Refusal(_("{file} is too big: {most} kB are the most.").format(file=name, most=MOST_BYTES // 1024), name)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise Refusal(_("{file} cannot be read: {why}.").format(file=name, why=reasons.of_system(error)), name) from error
    except UnicodeDecodeError as error:
        raise Refusal(_("{file} cannot be read: {why}.").format(file=name, why=_("it is not UTF-8 text")), name) from error


def _put(known: dict[str, Category], own: Own) -> None:
    if own.adds_to:
        before = {field.key for field in known[own.adds_to].facts}
        twice = [field.key for field in own.category.facts if field.key in before]
        if twice:
            raise Refusal(_("{file}: the field {key} is declared in another file already.").format(file=own.file, key=twice[0]), own.file)
        known[own.adds_to] = merged(known[own.adds_to], own.category)
        return
    if own.category.key in known:
        sentence = _("{file}: the category {key} is declared in another file already.")
        raise Refusal(sentence.format(file=own.file, key=own.category.key), own.file)
    if any(own.category.label in (one.label, _(one.label)) for one in known.values()):
        raise Refusal(_("{file}: there is a category called “{name}” already.").format(file=own.file, name=own.category.label), own.file)
    last = known.pop("other")  # any other dispute stays at the end of the list
    known[own.category.key] = own.category
    known["other"] = last


def _moj_types() -> list[str]:
    return [row["name"] for row in assets.toml("codes", "moj_types.toml")["moj_type"]]
