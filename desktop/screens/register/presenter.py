"""Register, as it is decided: which cases, page by page, how a line reads, which views are kept. (Several at once: presenter_chosen.)"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from db.vocabulary import Stage
from desktop.domain import initials, money, readers, words
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.i18n import N_, _, ngettext
from desktop.screens.register.presenter_chosen import Chosen
from desktop.screens.register.presenter_print import PrintOfChosen
from desktop.screens.register.shown import Filters, Line, Sheet
from desktop.services import drafts, intake, register, statistics

GROUPS: dict[str, tuple[str, tuple[Stage, ...]]] = {
    "waiting": (N_("To be accepted"), (Stage.REGISTERED,)),
    "open": (N_("Running"), (Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)),
    "performing": (N_("Performing"), (Stage.CONCLUDED, Stage.PERFORMING, Stage.DEFAULTED)),
    "closed": (N_("Finished"), (Stage.PERFORMED, Stage.ARCHIVED)),
    "rejected": (N_("Not accepted"), (Stage.REJECTED,)),
}
VIEWS = "register.views"
MOST_VIEWS = 12
_STATES = {Stage.REGISTERED: "amber", Stage.DEFAULTED: "red"}
_NAME = Field("name", "text", N_("Name of the view"), required=True, most=20)


@dataclass(frozen=True)
class Question:
    """What is asked of the register; plain values, so that a view can be kept. `behind` are the cases behind a figure of the statistics:
    what `statistics.ids_behind` takes, with its words (`label`, and `labels` of the splits)."""

    groups: tuple[str, ...] = ()
    category: str = ""
    text: str = ""
    mediator: int | None = None
    mediator_name: str = ""
    behind: Mapping[str, Any] | None = None

    @property
    def stages(self) -> list[Stage]:
        """The stages of the groups."""
        return [stage for key in self.groups for stage in GROUPS[key][1]]

    def told(self) -> dict[str, Any]:
        """As a kept view holds it."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in self.__dict__.items()}


def question(told: Mapping[str, Any]) -> Question:
    """The question out of a kept view; what is unknown to this program is left out."""
    known = {key: value for key, value in told.items() if key in Question.__dataclass_fields__}
    return Question(**{**known, "groups": tuple(key for key in known.get("groups") or () if key in GROUPS)})


class RegisterPresenter:
    """`view` is a `RegisterView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._asked = Question()
        self._ids: list[int] | None = None
        self._categories: dict[str, str] = {}
        self._views: dict[str, dict[str, Any]] | None = None
        self._sheet = ""
        self.chosen = Chosen(desk, jobs, view, self.refresh)
        self.print = PrintOfChosen(desk, jobs, view)

    def start(self, find: str = "", behind: Mapping[str, Any] | None = None, mediator: int = 0, mediator_name: str = "") -> None:
        """The whole register, what the text finds, the cases behind a figure, or those that somebody presides over."""
        if not self._categories:
            field = next(field for field in intake.form(self._desk.categories) if field.key == "category")
            self._categories = dict(field.options())
            self._view.offer([(key, _(label)) for key, (label, _stages) in GROUPS.items()], list(self._categories.items()))
        if find.strip() or behind or mediator:
            self._ask(Question(text=find.strip(), behind=behind, mediator=mediator or None, mediator_name=mediator_name))

    def refresh(self) -> None:
        """Reads the list anew under the same question."""
        asked = self._asked
        if self._views is None:
            self._jobs.run(lambda: drafts.kept(self._desk, VIEWS), self._take_views)
        if asked.behind is not None:
            desk, behind = self._desk, asked.behind

            def work() -> list[int]:
                return register.narrowed(desk, statistics.ids_behind(desk, behind), asked.stages, asked.category)

            self._jobs.run(work, lambda ids: self._behind(asked, ids), replaces="register")
        elif asked.text:
            self._view.ask(partial(self._find, asked.text), self._filters())
        else:
            self._view.ask(partial(self._page, asked), self._filters())

    def filter(self, groups: list[str], category: str) -> None:
        """Other chips; what was looked for by words is put away."""
        self._ask(replace(self._asked, groups=tuple(groups), category=category, text=""))
        self.refresh()

    def take_away(self, key: str) -> None:
        """One of the other chips is not wanted any more."""
        asked = self._asked
        if key == "text":
            asked = replace(asked, text="")
        elif key == "mediator":
            asked = replace(asked, mediator=None, mediator_name="")
        elif key == "behind":
            asked = replace(asked, behind=None)
        elif asked.behind is not None and key.startswith("split."):
            asked = replace(asked, behind=_without(asked.behind, int(key.removeprefix("split."))))
        self._ask(asked)
        self.refresh()

    def show_all(self) -> None:
        """No filter, nothing looked for."""
        self._ask(Question())
        self.refresh()

    # ------------------------------------------------------------------ views that are kept

    def name_view(self) -> None:
        """Asks for the name under which these filters are kept."""
        if self._asked == Question():
            self._view.say(_("Choose filters first: a view keeps them under a name."), "amber")
            return
        self._sheet = "view"
        words = "，".join(label for _key, label in self._filters().others) or "、".join(_(GROUPS[key][0]) for key in self._asked.groups)
        values = {"name": (words or self._categories.get(self._asked.category, ""))[:20]}
        self._view.open_sheet(Sheet("view", _("Keep these filters as a view"), _("Keep"), (_NAME,), values), *self._reads())

    def open_view(self, name: str) -> None:
        """The filters of a kept view; "" is none."""
        kept = (self._views or {}).get(name)
        self._ask(question(kept) if kept is not None else Question())
        self.refresh()

    def drop_view(self) -> None:
        """The view that is shown is not kept any more."""
        name = self._view_name()
        if name and self._views is not None:
            self._views.pop(name)
            self._keep_views()

    # ------------------------------------------------------------------ what is done with several

    def open_sheet(self, key: str, ids: Sequence[int]) -> None:
        """Prints or assigns the cases that are chosen."""
        if not ids:
            self._view.say(_("Choose the cases first."), "amber")
            return
        if key == "print":
            self.print.open(ids)
            return
        self._sheet = key
        self.chosen.open(list(ids), *self._reads())

    def save_sheet(self, values: Mapping[str, Any]) -> None:
        """The open sheet is wanted as it is typed."""
        if self._sheet != "view":
            self.chosen.save(values)
            return
        name = str(values.get("name") or "").strip()
        if not name:
            self._view.show_faults([Fault("name", _("This is needed: fill it in."))])
            return
        views = self._views if self._views is not None else {}
        if name not in views and len(views) >= MOST_VIEWS:
            self._view.show_faults([Fault("name", _("{n} views are kept already: take one away first.").format(n=len(views)))])
            return
        views[name] = self._asked.told()
        self._views = views
        self._view.close_sheet()
        self._keep_views()

    # ------------------------------------------------------------------ inside

    def _ask(self, asked: Question) -> None:
        self._asked, self._ids = asked, None

    def _reads(self) -> tuple[Any, Any]:
        return readers.readers(self._desk.today), initials.of

    def _filters(self) -> Filters:
        asked = self._asked
        others: list[tuple[str, str]] = []
        if asked.text:
            others.append(("text", _("Found for “{text}”").format(text=asked.text)))
        if asked.mediator is not None:
            others.append(("mediator", _("presided by {name}").format(name=asked.mediator_name)))
        if asked.behind is not None:
            others.append(("behind", str(asked.behind.get("label") or _("behind a figure"))))
            others += [(f"split.{n}", str(label)) for n, label in enumerate(asked.behind.get("labels") or ()) if label]
        return Filters(asked.groups, asked.category, tuple(others))

    def _behind(self, asked: Question, ids: list[int]) -> None:
        if asked is self._asked:
            self._ids = ids
            self._view.ask(partial(self._some, ids), self._filters())

    def _some(self, ids: list[int], after: Line | None, answer: Callable[..., None]) -> None:
        begin = ids.index(after.id) + 1 if after is not None else 0
        some = ids[begin : begin + register.PAGE]
        self._jobs.run(lambda: register.rows(self._desk, some), lambda rows: self._show(answer, rows, begin + register.PAGE < len(ids)))

    def _page(self, asked: Question, after: Line | None, answer: Callable[..., None]) -> None:
        desk, before = self._desk, after.order if after else None

        def work() -> list[register.Row]:
            return register.page(desk, before, stages=asked.stages, category=asked.category, mediator_id=asked.mediator)

        self._jobs.run(work, lambda rows: self._show(answer, rows, len(rows) == register.PAGE), replaces="" if after else "register")

    def _find(self, text: str, after: Line | None, answer: Callable[..., None]) -> None:
        desk = self._desk
        self._jobs.run(lambda: register.find(desk, text), lambda rows: self._show(answer, rows, False), replaces="register")

    def _show(self, answer: Callable[..., None], rows: Sequence[register.Row], more: bool) -> None:
        """The page first; how many there are in all is counted once it is on the screen, and no further than anybody reads."""
        answer([self._line(row) for row in rows], more)
        if self._ids is not None:
            self._view.show_count(_count(len(self._ids)))
        elif more:
            asked, desk = self._asked, self._desk
            count = partial(register.count, desk, asked.stages, asked.category, asked.mediator)
            self._jobs.run(count, lambda n: self._counted(asked, n), replaces="register count")

    def _counted(self, asked: Question, n: int) -> None:
        if asked == self._asked:
            self._view.show_count(_count(n))

    def _take_views(self, kept: dict[str, Any] | None) -> None:
        self._views = dict((kept or {}).get("views") or {})
        self._view.show_views(list(self._views), self._view_name())

    def _keep_views(self) -> None:
        views, desk = dict(self._views or {}), self._desk
        self._jobs.run(lambda: drafts.keep(desk, VIEWS, {"views": views}))
        self._view.show_views(list(views), self._view_name())

    def _view_name(self) -> str:
        told = self._asked.told()
        return next((name for name, kept in (self._views or {}).items() if question(kept).told() == told), "")

    def view_name(self) -> str:
        """The kept view whose filters stand now; "" for none."""
        return self._view_name()

    def _line(self, row: register.Row) -> Line:
        sides: dict[str, list[str]] = {}
        for role, name in row.parties:
            sides.setdefault(role.value, []).append(name)
        agreement = ""
        if row.agreement_status is not None:
            agreement = " ".join(part for part in (words.shown(row.agreement_status), str(row.agreement_day or "")) if part)
        return Line(
            row.id,
            row.order,
            row.number or row.entry_number,  # this column stands still: it must always say which case it is
            row.entry_number,
            row.received_on.isoformat(),
            " / ".join("、".join(names) for names in sides.values()),
            self._categories.get(row.category, row.category),
            row.cause,
            money.figures(row.claim_fen) if row.claim_fen is not None else "",
            row.mediator,
            words.shown(row.stage),
            _STATES.get(row.stage, ""),
            agreement,
        )


def _count(n: int) -> str:
    if n > register.MOST_COUNTED:
        return _("more than {n} cases").format(n=f"{register.MOST_COUNTED:,}")
    return ngettext("{n} case", "{n} cases", n).format(n=f"{n:,}")


def _without(behind: Mapping[str, Any], n: int) -> dict[str, Any]:
    """The same figure without one of its splits."""
    kept = dict(behind)
    for key in ("splits", "codes", "labels"):
        kept[key] = [one for at, one in enumerate(behind.get(key) or ()) if at != n]
    return kept
