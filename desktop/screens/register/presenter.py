"""Register, as it is decided: which cases, page by page, and how a line of the ledger reads."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from db.vocabulary import Stage
from desktop.domain import money, words
from desktop.i18n import N_, _
from desktop.services import register

GROUPS: dict[str, tuple[str, tuple[Stage, ...]]] = {
    "waiting": (N_("To be accepted"), (Stage.REGISTERED,)),
    "open": (N_("Running"), (Stage.ACCEPTED, Stage.ASSIGNED, Stage.IN_MEDIATION, Stage.SUSPENDED)),
    "performing": (N_("Performing"), (Stage.CONCLUDED, Stage.PERFORMING, Stage.DEFAULTED)),
    "closed": (N_("Finished"), (Stage.PERFORMED, Stage.ARCHIVED)),
    "rejected": (N_("Not accepted"), (Stage.REJECTED,)),
}
_STATES = {Stage.REGISTERED: "amber", Stage.DEFAULTED: "red"}


class Line(NamedTuple):
    """One case in words."""

    id: int
    order: int
    number: str
    entry: str
    received: str
    parties: str
    category: str
    cause: str
    amount: str
    mediator: str
    stage: str
    state: str
    agreement: str


class RegisterPresenter:
    """`view` is a `RegisterView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._groups: list[str] = []
        self._category = ""
        self._text = ""
        self._categories: dict[str, str] = {}

    def start(self, find: str = "") -> None:
        """The whole register, or what the text finds."""
        if not self._categories:
            self._categories = {key: self._desk.categories.label(key) for key in self._desk.categories}
            self._view.offer([(key, _(label)) for key, (label, _stages) in GROUPS.items()], list(self._categories.items()))
        self._text = find.strip()
        if self._text:
            self._groups, self._category = [], ""

    def refresh(self) -> None:
        """Reads the list anew under the same question."""
        if self._text:
            self._view.ask(partial(self._find, self._text), _("Found for “{text}”").format(text=self._text))
        else:
            stages = [stage for key in self._groups for stage in GROUPS[key][1]]
            self._view.ask(partial(self._page, stages, self._category), "", self._groups, self._category)

    def filter(self, groups: list[str], category: str) -> None:
        """Other chips; what was looked for is put away."""
        self._groups, self._category, self._text = groups, category, ""
        self.refresh()

    def show_all(self) -> None:
        """No filter, nothing looked for."""
        self.filter([], "")

    def _page(self, stages: Sequence[Stage], category: str, after: Line | None, answer: Callable[..., None]) -> None:
        desk, before = self._desk, after.order if after else None
        self._jobs.run(
            lambda: register.page(desk, before, stages=stages, category=category),
            lambda rows: answer([self._line(row) for row in rows], len(rows) == register.PAGE),
            replaces="" if after else "register",
        )

    def _find(self, text: str, after: Line | None, answer: Callable[..., None]) -> None:
        desk = self._desk
        self._jobs.run(
            lambda: register.find(desk, text), lambda rows: answer([self._line(row) for row in rows], False), replaces="register"
        )

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
