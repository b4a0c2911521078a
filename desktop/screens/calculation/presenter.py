"""Decides on the page of a calculation: works out while one types, says what is missing, keeps it with the case, keeps drafts."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from db.models.calculation import Calculation as Kept
from db.vocabulary import PaperKind, Stage
from desktop.domain import dates, fields, initials, law, readers
from desktop.domain.calculation import outcome, registry
from desktop.domain.calculation.calculator import Calculator
from desktop.domain.calculation.result import Calculation
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.calculation import presenter_result as told
from desktop.screens.calculation import sheet
from desktop.screens.calculation.presenter_start import Start, begin, draft_of
from desktop.screens.calculation.shown import Amounts, Entry, Lack, Result, Standing
from desktop.services import actions, calculations, case_page, drafts, files, printing
from desktop.services.case_page import Whole

KEPT = "part_of_agreement", "note"
Values = Mapping[str, Any]


class View(Protocol):
    """What the presenter asks of the view."""

    def show_standing(self, standing: Standing) -> None: ...
    def show_entry(self, entry: Entry, readers: Any, letters: Any) -> None: ...
    def show_result(self, result: Result) -> None: ...
    def show_amounts(self, amounts: Amounts) -> None: ...
    def show_faults(self, faults: Sequence[Fault], focus: bool) -> None: ...
    def show_doubts(self, doubts: Sequence[Fault]) -> None: ...
    def offer_back(self, sentence: str) -> None: ...
    def show_stale(self, sentences: list[str]) -> None: ...
    def fill(self, values: Values) -> None: ...
    def lead(self, place: str) -> None: ...
    def values(self) -> dict[str, Any]: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def tell_saved(self, time: str, sentence: str = "") -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class CalculationPresenter:
    """The calculations of one case, one at a time; `start` names the case by id or number, and perhaps the calculator."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._asked: str | int = ""
        self._whole: Whole | None = None
        self._kind = ""
        self._values: dict[str, Any] = {}
        self._made: Calculation | None = None
        self._dirty = self._anew = self._as_kept = False
        self._left: set[str] = set()
        self._all_faults = False
        self._before: dict[str, Any] | None = None
        self._missing: tuple[str, int] | None = None

    def start(self, case_id: int = 0, number: str = "", kind: str = "") -> None:
        """Opens the calculation of this kind: what was typed last and not kept, else what is kept, else what the facts fill in."""
        self._flush()
        self._asked = case_id or number
        self._open(kind)

    def refresh(self) -> None:
        """The page is shown again: what is typed stays; a legal value may have been entered meanwhile, the case may have moved on."""
        if self._whole is not None:
            desk, case_id = self._desk, self._whole.case.id
            self._jobs.run(lambda: case_page.look(desk, case_id), self._renewed, self._told, replaces="calculation.case")

    # ------------------------------------------------------------------ while one types

    def choose(self, kind: str) -> None:
        """Another calculator; what is typed for this one is kept as its draft."""
        if kind and kind != self._kind:
            self._flush()
            self._open(kind)

    def typed(self, values: dict[str, Any]) -> None:
        """Something was typed: the sum follows."""
        self._values, self._dirty = values, True
        self._compute()

    def left(self, key: str) -> None:
        """A field of the sheet was written and left: from now on it is said beside it what is wrong there."""
        self._left.add(key)

    def keep_draft(self, values: dict[str, Any]) -> None:
        """Keeps what is typed, so that nothing is lost."""
        if self._whole is None or not self._dirty:
            return
        desk, case_id, page = self._desk, self._whole.case.id, draft_of(self._kind)
        self._jobs.run(
            lambda: drafts.keep(desk, page, values, case_id),
            lambda _none: self._view.tell_saved(_("draft {time}").format(time=f"{desk.now():%H:%M}")),
        )

    def work_out(self, values: dict[str, Any]) -> None:
        """Works out now, by the values of today, also what is kept already; whatever is wrong is said at its field."""
        if self._whole is None:
            return
        self._values, self._anew, self._all_faults = values, True, True
        self._compute()

    def from_facts(self, values: dict[str, Any]) -> None:
        """Fills the sheet in anew from the facts of the case; what stood there can be brought back."""
        if self._whole is None:
            return
        desk, case, kind, asked = self._desk, self._whole.case, self._kind, self._calculator()
        self._before = values

        def filled(found: dict[str, Any]) -> None:
            if not found:
                self._view.say(_("The facts of the case do not fill this calculation in: complete them on the page of the case."), "amber")
                return
            self._fill({**values, "sheet": sheet.begun(asked, found)})
            self._view.offer_back(_("The sheet is filled in anew from the facts of the case."))

        self._jobs.run(lambda: calculations.prefilled(desk, case, kind), filled, self._told)

    def bring_back(self) -> None:
        """What stood on the sheet before it was filled in anew."""
        before, self._before = self._before, None
        if before is not None:
            self._fill(before)

    def begin_anew(self) -> None:
        """The draft of last time is not wanted."""
        if self._whole is not None:
            desk, case_id, page = self._desk, self._whole.case.id, draft_of(self._kind)
            self._dirty = False
            self._jobs.run(lambda: drafts.drop(desk, page, case_id))
            self._open(self._kind)

    def lead(self, lack: Lack) -> None:
        """Where something is missing: its field, the page of legal values, or a figure of another year that shall count."""
        kind, _dot, rest = lack.place.partition(".")
        if kind == told.LAW and self._missing is not None:
            region = (self._whole.case.region_code if self._whole is not None else "") or calculations.REGION
            of = f"0|{self._missing[0]}|{region}|ask|{self._missing[1]}"
            self._view.go("settings", {"section": "values", "deed": "F9", "of": of})
        elif kind == told.YEAR:
            year, _dot, key = rest.partition(".")
            given = self._view.values()
            rows = [row for row in given["sheet"].get("years") or () if row.get("key") != key]
            self._fill({**given, "sheet": {**given["sheet"], "years": [*rows, {"key": key, "year": year}]}})
        else:
            self._view.lead(lack.place)

    # ------------------------------------------------------------------ keeping

    def keep(self, values: dict[str, Any], over: bool = False) -> None:
        """Keeps the calculation with the case; where only amounts or its use changed, these alone are entered with the one that stands."""
        if self._whole is None:
            return
        self._values, self._all_faults = values, True
        desk, case, kind = self._desk, self._whole.case, self._kind
        version = None if over else case.version
        how = {key: value for key, value in values["keeping"].items() if value not in (None, "")}
        rows = [{key: row.get(key) or "" for key in ("head", "whose", "claimed", "agreed", "note")} for row in values["amounts"]]
        standing, asked, anew, today = calculations.standing(case, kind), self._calculator(), self._anew, self._desk.today()

        def work() -> Start:
            if standing is not None and not anew and sheet.same(asked, values["sheet"], standing.sheet, standing.day, today):
                given = {"number": standing.ordinal, "amounts": rows, "note": "", **{key: how[key] for key in KEPT if key in how}}
                actions.act(desk, case.id, "calculate_amounts", given, version)
            else:
                given = {kind: sheet.handed_on(asked, values["sheet"]), "amounts": rows, **how}
                actions.act(desk, case.id, "calculate", given, version)
            drafts.drop(desk, draft_of(kind), case.id)
            return begin(desk, case.id, kind)

        self._jobs.run(work, self._kept, self._not_kept)

    def keep_over(self) -> None:
        """The case has moved on meanwhile; the user wants his own all the same."""
        self.keep(self._view.values(), over=True)

    # ------------------------------------------------------------------ the paper

    def print(self) -> None:
        """The print window of the case, with this paper; what is printed is what is kept."""
        kept = self._printed()
        if kept is not None and self._whole is not None:
            paper = f"{PaperKind.CALCULATION.value}:{self._number_of(kept)}"
            self._view.go("case", {"case_id": self._whole.case.id, "paper": paper})

    def may_save(self) -> bool:
        """Whether there is a paper of what stands here; says why not."""
        return self._printed() is not None

    def save_paper(self, target: str) -> None:
        """Writes the paper of what is kept as PDF or DOCX."""
        kept = self._printed()
        if kept is None or self._whole is None or not target:
            return
        desk, case, n = self._desk, self._whole.case, self._number_of(kept)
        self._jobs.run(
            lambda: files.save(Path(target), printing.paper(desk, case, PaperKind.CALCULATION, n)),
            lambda _none: self._view.say(_("Saved: {file}").format(file=target)),
            self._told,
        )

    def suggested(self) -> str:
        """A name for the file."""
        if self._whole is None:
            return ""
        case = self._whole.case
        return f"{case.number or case.entry_number} {_(self._calculator().title)}"

    def readers(self, field: Field) -> Any:
        """How a field reads what is typed; of a sum no words, there is no room beside two columns."""
        plain = readers.readers(self._desk.today)(field)
        if field.kind == "money" and plain is not None:
            return lambda text: (plain(text)[0], "")
        return plain

    # ------------------------------------------------------------------ inside

    def _open(self, kind: str) -> None:
        desk, asked = self._desk, self._asked
        self._jobs.run(lambda: begin(desk, asked, kind), self._begun, self._told)

    def _begun(self, start: Start) -> None:
        self._whole, self._kind, self._values = start.whole, start.kind, start.values
        self._asked = start.whole.case.id
        self._dirty, self._anew, self._all_faults, self._before = start.restored, False, False, None
        self._left = set()
        self._made = None
        asked = self._calculator()
        self._view.show_standing(self._standing())
        entry = Entry(
            start.kinds,
            start.kind,
            sheet.basics(asked),
            sheet.folds(asked),
            start.values["sheet"],
            sheet.keeping(self._standing_one() is not None),
            start.values["keeping"],
            start.restored,
            sheet.folded(asked, start.values["sheet"]),
        )
        self._view.show_entry(entry, self.readers, initials.of)
        self._show_amounts()
        self._compute()

    def _renewed(self, whole: Whole) -> None:
        before = calculations.standing(self._whole.case, self._kind) if self._whole is not None else None
        now = calculations.standing(whole.case, self._kind)
        self._whole = whole
        if not self._dirty and (before and (before.id, before.version)) != (now and (now.id, now.version)):
            self._open(self._kind)
            return
        self._view.show_standing(self._standing())
        self._compute()

    def _compute(self) -> None:
        assert self._whole is not None
        desk, case, kind, asked = self._desk, self._whole.case, self._kind, self._calculator()
        values, standing, anew, today = self._values, self._standing_one(), self._anew, self._desk.today()
        self._view.show_doubts(fields.remarks(asked.inputs, sheet.pruned(values["sheet"])))

        def work() -> tuple[Calculation, bool]:
            if standing is not None and not anew and sheet.same(asked, values["sheet"], standing.sheet, standing.day, today):
                with desk.reading() as session:
                    return calculations.read(session, standing), True
            given = sheet.handed_on(asked, values["sheet"])
            return calculations.work_out(desk, kind, given, today, case.region_code or ""), False

        self._jobs.run(work, lambda found: self._worked(*found), self._lacking, replaces="calculation.work")

    def _worked(self, made: Calculation, as_kept: bool) -> None:
        self._made, self._as_kept, self._missing = made, as_kept, None
        standing = self._standing_one()
        words = _("as of {day}").format(day=dates.in_words(made.day))
        if as_kept:
            words += _(", as it is kept")
        elif standing is not None and outcome.words(made) != outcome.of_kept(standing):
            words += _("; {result} is what is kept").format(result=outcome.of_kept(standing))
        self._view.show_result(told.said(made, words))
        self._view.show_faults((), False)
        self._view.show_standing(self._standing())
        self._show_amounts()

    def _lacking(self, no: Refusal) -> None:
        self._made, self._as_kept = None, False
        self._missing = (no.key, no.year) if isinstance(no, law.Missing) else None
        self._view.show_result(told.lacking(no, self._values["sheet"]))
        faults = [] if self._missing else [one for one in no.faults if self._all_faults or one.field.partition(".")[0] in self._left]
        self._view.show_faults(faults, self._all_faults)
        self._all_faults = False
        self._view.show_standing(self._standing())
        self._show_amounts()

    def _show_amounts(self) -> None:
        self._view.show_amounts(told.amounts(self._calculator(), self._made, self._values["amounts"]))

    def _kept(self, start: Start) -> None:
        self._begun(start)
        one = self._standing_one()
        came_out = outcome.of_kept(one) if one is not None else ""
        self._view.tell_saved(f"{self._desk.now():%H:%M}", _("Kept with the case: {result}").format(result=came_out))

    def _not_kept(self, no: Refusal) -> None:
        if no.code == "stale":
            self._view.show_stale([no.sentence, *(fault.sentence for fault in no.faults if fault.sentence != no.sentence)])
        elif isinstance(no, law.Missing):
            self._lacking(no)
        else:
            below = f"{self._kind}."
            self._view.show_faults([Fault(fault.field.removeprefix(below), fault.sentence) for fault in no.faults], True)

    def _fill(self, values: dict[str, Any]) -> None:
        self._values, self._dirty = values, True
        self._view.fill(values)
        self._compute()
        self.keep_draft(values)

    def _flush(self) -> None:
        if self._whole is not None and self._dirty:
            self.keep_draft(self._view.values())

    def _calculator(self) -> Calculator:
        return registry.CALCULATORS[self._kind]

    def _standing_one(self) -> Kept | None:
        return calculations.standing(self._whole.case, self._kind) if self._whole is not None else None

    def _standing(self) -> Standing:
        assert self._whole is not None
        case, one = self._whole.case, self._standing_one()
        kept = ""
        if one is not None:
            use = _("annex of the agreement") if one.part_of_agreement else _("for reference only")
            kept = _("Kept on {day}: {result}, {use}").format(day=dates.in_words(one.made_on), result=outcome.of_kept(one), use=use)
        why = _("The file is in the archive: take it out first.") if case.stage is Stage.ARCHIVED else ""
        names = "、".join(party.name for party in case.parties[:3])
        subtitle = f"{case.number or case.entry_number} · {names}"
        return Standing(_(self._calculator().label), subtitle, kept, why, one is not None and not self._as_kept, one is not None)

    def _printed(self) -> Kept | None:
        """The kept one, where it is what stands here."""
        one = self._standing_one()
        if one is not None and self._as_kept:
            return one
        self._view.say(_("Keep it first (F8): what is printed is what is kept with the case."), "amber")
        return None

    def _number_of(self, kept: Kept) -> int:
        assert self._whole is not None
        standing = [one for one in self._whole.case.calculations if one.replaced_by_id is None]
        return kept.ordinal if len(standing) > 1 else 0

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
