"""Settings of the kinds of dispute: the shipped ones and what the office declares in its own files, with what is broken there."""

from typing import Any

from desktop.categories.category import OWN, Category
from desktop.i18n import N_, _
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section
from desktop.services import category_texts, own_categories


def _lines(desk: Any) -> Listing:
    """The categories as they count now; the files are read anew, so that a mended one is seen at once."""
    now = own_categories.load(desk.folder)
    lines = [_line(key, desk.categories.get(key), category) for key, category in now.items()]
    notes = [(fault.sentence, "red") for fault in now.faults]
    if any(desk.categories.get(key) is None or _keys(desk.categories[key]) != _keys(one) for key, one in now.items()):
        notes.append((_("The files were changed: what is new counts when the office is opened again."), "amber"))
    return Listing(lines, notes)


def _line(key: str, running: Category | None, category: Category) -> Line:
    own = [field for field in category.facts if field.key.startswith(OWN)]
    origin = _("The office's own") if key.startswith(OWN) else _("Shipped, with own fields") if own else _("Comes with the program")
    state = "green" if own or key.startswith(OWN) else ""
    cells = (_(category.label), key, category.moj_type, str(len(category.facts)), str(len(own) or ""), origin)
    return Line(key, cells, state, 5, running is None)


def _keys(category: Category) -> list[str]:
    return [field.key for field in category.facts]


def _card(desk: Any, key: Any) -> Card:
    category = own_categories.load(desk.folder)[key]
    groups: list[tuple[str, list[Fact]]] = [("", [Fact(_("Type of the Ministry's report"), category.moj_type)])]
    for group in category.groups:
        named = "、".join(_(field.label) for field in group.facts)
        groups.append((_(group.title), [Fact("", named, "green" if any(field.key.startswith(OWN) for field in group.facts) else "")]))
    groups.append((_("Papers to bring"), [Fact("", _(paper)) for paper in category.documents] or [Fact("", _("None."))]))
    notes = [Fact("", f"{note.text}（{note.source}）", "amber" if note.status != "checked" else "") for note in category_texts.notes(key)]
    return Card(_(category.label), [*groups, (_("What holds in such disputes"), notes or [Fact("", _("None."))])])


def _sample(desk: Any, _none: Any) -> str:
    file = own_categories.write_sample(desk.folder)
    return _("A sample lies in {file}: save it under a name that ends in .toml and change it.").format(file=file)


CATEGORIES_OF_OFFICE = Section(
    "categories",
    N_("Categories"),
    N_("Kinds of dispute and what each asks. The office can add fields and simple kinds in files of its folder “categories”."),
    (
        Head(N_("Name of the category"), 11),
        Head(N_("Key"), 9),
        Head(N_("Type of the Ministry's report"), 9),
        Head(N_("Facts"), 4, True),
        Head(N_("Own"), 4, True),
        Head(N_("Origin"), 9),
    ),
    _lines,
    _card,
    (Deed("F3", N_("Write a sample file"), act=_sample),),
)
SECTIONS = (CATEGORIES_OF_OFFICE,)
