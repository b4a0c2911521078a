"""Decides on the page of wordings: which kind, what is typed, how it looks on paper, what is kept."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import drafts, files, outside, raster, template_preview, templates

FIRST = "agreement"


class Row(NamedTuple):
    """One sentence: its name, the shipped text, the own one ("" and `changed` False where there is none), the fields it may use."""

    name: str
    shipped: str
    own: str
    changed: bool
    fields: str


class View(Protocol):
    """What the presenter asks of the view."""

    def show_kinds(self, kinds: Sequence[tuple[str, str]], kind: str) -> None: ...
    def show_rows(self, title: str, rows: Sequence[Row], note: str, state: str) -> None: ...
    def show_pages(self, sizes: Sequence[tuple[float, float]], ask: Callable[..., None], note: str) -> None: ...
    def show_fault(self, name: str, sentence: str, warning: str) -> None: ...
    def say(self, sentence: str, state: str = "") -> None: ...


class TemplatesPresenter:
    """One kind at a time; nothing counts before it is saved, and what is typed is not lost: it waits as a draft of its kind."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._kind = FIRST
        self._shipped: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self._pdf = b""

    def start(self, kind: str = "") -> None:
        """Lists the kinds and opens one."""
        desk = self._desk
        self._kind = kind or self._kind

        def listed(found: list[templates.Kind]) -> None:
            self._view.show_kinds([(one.kind, _label(one)) for one in found], self._kind)
            self.open(self._kind)

        self._jobs.run(lambda: templates.kinds(desk), listed)

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed of this kind and not saved."""
        return bool(self._unsaved)

    def open(self, kind: str) -> None:
        """Shows the sentences of a kind, with what was typed of it and not saved yet."""
        desk, self._kind = self._desk, kind

        def work() -> tuple[templates.Kind, list[templates.Sentence], dict[str, str]]:
            typed = drafts.kept(desk, _draft(kind)) or {}
            return next(one for one in templates.kinds(desk) if one.kind == kind), templates.sentences(desk, kind), typed

        self._jobs.run(work, lambda found: self._opened(*found), replaces="templates.open")

    def typed(self, name: str, text: str) -> None:
        """A sentence as it is typed: checked, and seen on paper."""
        self._texts[name] = text
        self._unsaved[name] = text
        desk, page, values = self._desk, _draft(self._kind), dict(self._unsaved)
        self._jobs.run(lambda: drafts.keep(desk, page, values), replaces=page)
        self._check(name)
        self._preview()

    def reset_sentence(self, name: str) -> str:
        """As shipped; gives the text."""
        self.typed(name, self._shipped.get(name, ""))
        return self._texts[name]

    def save(self) -> None:
        """Keeps what differs from the shipped wording."""
        desk, kind, texts = self._desk, self._kind, dict(self._texts)

        def kept(found: templates.Kind) -> None:
            said = _("Saved: {n} sentences of your own. Papers issued before stay as they are.").format(n=found.own)
            self._view.say(said if found.own else _("The shipped wording counts."), "green")
            self.start(kind)

        def work() -> templates.Kind:
            found = templates.save(desk, kind, texts)
            drafts.drop(desk, _draft(kind))
            return found

        self._jobs.run(work, kept, self._refused)

    def reset(self) -> None:
        """Everything of this kind as shipped."""
        desk, kind = self._desk, self._kind

        def work() -> None:
            templates.reset(desk, kind)
            drafts.drop(desk, _draft(kind))

        self._jobs.run(work, lambda _none: self.start(kind), self._refused)

    def discard(self) -> None:
        """Forgets what was typed of this kind and not saved."""
        desk, kind = self._desk, self._kind
        self._jobs.run(lambda: drafts.drop(desk, _draft(kind)), lambda _none: self.open(kind), self._refused)

    def open_outside(self, kind: str = "") -> None:
        """Opens the office's file of a kind in any editor."""
        desk, wanted = self._desk, kind or self._kind

        def work() -> str:
            file = templates.file_for_editor(desk, wanted)
            outside.open_file(file)
            return str(file)

        self._jobs.run(
            work, lambda file: self._view.say(_("Open: {file}. Come back here to have it checked.").format(file=file)), self._refused
        )

    def _opened(self, kind: templates.Kind, found: list[templates.Sentence], typed: dict[str, str]) -> None:
        self._shipped = {one.name: one.shipped for one in found}
        self._unsaved = {name: text for name, text in typed.items() if name in self._shipped}
        self._texts = {one.name: one.own for one in found if one.own is not None} | self._unsaved
        rows = [
            Row(
                one.name,
                one.shipped,
                self._texts.get(one.name, ""),
                one.name in self._texts,
                "、".join(f"{{{name}}}" for name in one.fields),
            )
            for one in found
        ]
        faults = [fault.sentence for fault in kind.faults]
        waiting = [_("What was typed here last is not saved yet: F8 saves it, Ctrl+D puts it away.")] if self._unsaved else []
        self._view.show_rows(kind.title, rows, "\n".join((*faults, *waiting)), "amber" if faults or waiting else "")
        self._preview()

    def _check(self, name: str) -> None:
        text, shipped = self._texts[name], self._shipped.get(name, "")
        found = templates.faults(self._kind, templates.text_of({name: text}))
        lost = templates.lost(shipped, text)
        warning = _("No longer said: {fields}").format(fields="、".join(f"{{{one}}}" for one in lost)) if lost else ""
        self._view.show_fault(name, found[0].sentence if found else "", warning)

    def _preview(self) -> None:
        desk, kind = self._desk, self._kind
        text = templates.text_of({name: said for name, said in self._texts.items() if said != self._shipped.get(name)})

        def work() -> tuple[bytes, list[tuple[float, float]]]:
            pdf = files.preview(template_preview.sample(desk, kind, text))
            return pdf, raster.sizes(pdf)

        self._jobs.run(work, lambda made: self._seen(*made), self._unseen, replaces="templates.preview")

    def _seen(self, pdf: bytes, sizes: list[tuple[float, float]]) -> None:
        self._pdf = pdf
        self._view.show_pages(sizes, self._picture, "")

    def _unseen(self, no: Refusal) -> None:
        self._view.show_pages([], self._picture, no.sentence)

    def _picture(self, page: int, dpi: float, done: Callable[[Any], None]) -> None:
        pdf = self._pdf
        self._jobs.run(lambda: raster.picture(pdf, page, dpi), done)

    def _refused(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
        for fault in no.faults:
            if fault.field in self._shipped:
                self._view.show_fault(fault.field, fault.sentence, "")


def _draft(kind: str) -> str:
    return f"templates.{kind}"


def _label(kind: templates.Kind) -> str:
    if kind.faults:
        return _("{title} (something in it is broken)").format(title=kind.title)
    return _("{title} ({n} of your own)").format(title=kind.title, n=kind.own) if kind.own else kind.title
