"""The office's own wording and page: files in its folder, laid over what is shipped, checked and changed here."""

import importlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop import assets
from desktop.documents import mongolian_phrases, own_page, template
from desktop.domain import reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import files
from desktop.services.desk import Desk

FOLDER = "templates"
PAGE, MONGOLIAN = "page", "mongolian"  # not wordings: the numbers of the page, the phrases
NAMES = {  # wordings without a title of their own
    "copy_sheet": N_("Copy sheet for a platform"),
    "rows": N_("How a case stands in slip, register and cover"),
    "words": N_("Words that all papers share"),
}
LARGEST = 1_000_000  # bytes: a file beyond it is no template


class Sentence(NamedTuple):
    """One sentence of a kind: `name` is dotted, `own` is None where the office has none; `fields` are those it may use."""

    name: str
    shipped: str
    own: str | None
    fields: tuple[str, ...]


class Kind(NamedTuple):
    """One kind of paper: what it is called, whether the office has a file of its own, how many sentences are its own, what is broken."""

    kind: str
    title: str
    file: Path
    own: int
    faults: tuple[Fault, ...]


class Lost(NamedTuple):
    """One sentence of the office that does not say what the shipped one says: the fields it lost."""

    kind: str
    name: str
    fields: list[str]


def named(kind: str) -> str:
    """The kind that a word names; Refusal listing them where it names none."""
    known = [PAGE, MONGOLIAN, *(file.stem for file in sorted(assets.path("templates", template.LANGUAGE).glob("*.toml")))]
    if kind not in known:
        sentence = _("There is no wording “{kind}”; there are: {kinds}.").format(kind=kind[:40], kinds=", ".join(known))
        raise Refusal(sentence, "kind", "not_found")
    return kind


def path(desk: Desk, kind: str) -> Path:
    """Where the office's file for a kind stands, whether it is there or not."""
    folder = desk.folder / FOLDER
    return folder / f"{kind}.toml" if kind in (PAGE, MONGOLIAN) else folder / template.LANGUAGE / f"{kind}.toml"


def own(desk: Desk) -> dict[str, str]:
    """The texts of all files that the office has, by kind; one that cannot be read is as if it were not there."""
    found = {}
    for file in (path(desk, PAGE), path(desk, MONGOLIAN), *sorted((desk.folder / FOLDER / template.LANGUAGE).glob("*.toml"))):
        text = _read(file)
        if text:
            found[file.stem] = text
    return found


def kinds(desk: Desk) -> list[Kind]:
    """Every kind that has a wording, in the order of their names."""
    return [_kind(desk, file.stem) for file in sorted(assets.path("templates", template.LANGUAGE).glob("*.toml"))]


def sentences(desk: Desk, kind: str) -> list[Sentence]:
    """The sentences of a kind, shipped and own."""
    known = declared(kind)
    shipped = template.wording(kind, known).sentences
    mine = _own_sentences(desk, kind)
    return [Sentence(name, text, mine.get(name), tuple(known.get(name, ()))) for name, text in shipped.items()]


def faults(kind: str, text: str) -> tuple[Fault, ...]:
    """What is broken or unknown in the text of a file, each with its file, line and name."""
    if kind == PAGE:
        return own_page.read(text).faults
    if kind == MONGOLIAN:
        return mongolian_phrases.read(text).faults
    return template.over(kind, declared(kind), text).faults


def text_of(sentences: Mapping[str, str]) -> str:
    """The text of a file with these sentences."""
    return template.written(sentences)


def lost(shipped: str, own_text: str) -> list[str]:
    """The fields that the shipped sentence says and the own one does not: no fault, but worth a look."""
    return [name for name in template.fields_of(shipped) if name not in template.fields_of(own_text)]


def all_lost(desk: Desk, kind: str) -> list[Lost]:
    """The same of every sentence that the office has of a kind."""
    if kind in (PAGE, MONGOLIAN):
        return []
    found = [(one.name, lost(one.shipped, one.own)) for one in sentences(desk, kind) if one.own is not None]
    return [Lost(kind, name, fields) for name, fields in found if fields]


def save(desk: Desk, kind: str, wanted: Mapping[str, str]) -> Kind:
    """Keeps these sentences as the office's own; what is as shipped is not kept. Refusal at the sentence that is broken."""
    shipped = template.wording(kind, declared(kind)).sentences
    unknown = [name for name in wanted if name not in shipped]
    if unknown:
        raise Refusal(_("There is no such sentence in this paper: {name}.").format(name=unknown[0]), unknown[0])
    mine = {name: text.replace("\r\n", "\n") for name, text in wanted.items() if text.replace("\r\n", "\n") != shipped[name]}
    for name, text in mine.items():
        found = faults(kind, template.written({name: text}))
        if found:
            raise Refusal(found[0].sentence, name)
    if mine:
        _write(path(desk, kind), template.written(mine))
    else:
        reset(desk, kind)
    return _kind(desk, kind)


def reset(desk: Desk, kind: str) -> None:
    """Takes the office's file away: what is shipped counts again. The old file stays beside it, as .bak."""
    file = path(desk, kind)
    if file.exists():
        try:
            file.replace(file.with_suffix(".bak"))
        except OSError as error:
            raise Refusal(
                _("The file {file} could not be taken away: {why}.").format(file=file, why=reasons.of_system(error)), code="file"
            ) from error


def file_for_editor(desk: Desk, kind: str) -> Path:
    """The office's file, to be opened in any editor; where there is none, a copy of the shipped one is put there first."""
    file = path(desk, kind)
    if not file.exists():
        shipped = {PAGE: own_page.EXAMPLE, MONGOLIAN: mongolian_phrases.written({})}
        text = shipped.get(kind) or assets.path("templates", template.LANGUAGE, f"{kind}.toml").read_text(encoding="utf-8")
        _write(file, text)
    return file


def phrases(desk: Desk) -> mongolian_phrases.Phrases:
    """The office's Mongolian phrases."""
    return mongolian_phrases.read(_read(path(desk, MONGOLIAN)))


def keep_phrases(
    desk: Desk, wanted: Mapping[str, str], approved_by: str = "", approved_on: date | None = None
) -> mongolian_phrases.Phrases:
    """Keeps the phrases; they print when it says who approved them and on which day, and not before."""
    if approved_on is not None and approved_on > desk.today():
        raise Refusal(_("The day of approval lies in the future."), "approved_on")
    text = mongolian_phrases.written(wanted, approved_by, approved_on)
    found = mongolian_phrases.read(text)
    if found.faults:
        raise Refusal.of(found.faults)
    _write(path(desk, MONGOLIAN), text)
    return found


def declared(kind: str) -> template.Declared:
    """The sentences of a kind with the fields that each may use; of a kind that declares none, those that the shipped ones use."""
    try:
        found = getattr(importlib.import_module(f"desktop.documents.{kind}"), "DECLARED", None)
    except ModuleNotFoundError:
        found = None
    if found is not None:
        return dict(found)
    table = assets.toml("templates", template.LANGUAGE, f"{kind}.toml")
    return {name: tuple(template.fields_of(str(text))) for name, text in template.flat(table)}


def _kind(desk: Desk, kind: str) -> Kind:
    shipped = template.wording(kind, declared(kind)).sentences
    text = _read(path(desk, kind))
    return Kind(kind, _called(kind, shipped), path(desk, kind), len(_own_sentences(desk, kind)), faults(kind, text) if text else ())


def _called(kind: str, shipped: Mapping[str, str]) -> str:
    """What a list calls a wording: its title or titles without the blanks that space them on paper, else its name in words."""
    titles = [said for name, said in shipped.items() if "title" in name.split(".") and "{" not in said]
    named = _(NAMES[kind]) if kind in NAMES else kind
    return "、".join("".join(said.split()) for said in titles) or named


def _own_sentences(desk: Desk, kind: str) -> dict[str, str]:
    text = _read(path(desk, kind))
    if not text:
        return {}
    shipped = template.wording(kind, declared(kind)).sentences
    merged = template.over(kind, declared(kind), text).wording.sentences
    return {name: said for name, said in merged.items() if said != shipped[name]}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8") if file.is_file() and file.stat().st_size <= LARGEST else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            _("The file {file} could not be written: {why}. Choose another place or make room.").format(
                file=file, why=reasons.of_system(error)
            ),
            code="file",
        ) from error
    files.write(file, text.encode("utf-8"))
