"""Decides on the page of an agreement: composes the paper while one types, keeps drafts, saves versions, issues, takes back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from db.vocabulary import AgreementStatus, PaperKind, PartyKind
from desktop.domain import initials, situation, stages, words
from desktop.domain.effect import must_sign
from desktop.domain.inputs.mediation import VOID
from desktop.domain.refusal import Fault, Refusal
from desktop.domain.wording.settled import Conflict
from desktop.i18n import _
from desktop.screens.agreement import presenter_values as typed
from desktop.screens.agreement.presenter_asides import Asides, judged
from desktop.screens.agreement.presenter_clash import Clashing
from desktop.screens.agreement.presenter_done import done
from desktop.screens.agreement.shown import Aside, Clash, Compared, Done, Judged, Offered, Standing, Writing
from desktop.services import (
    agreement,
    agreement_preview,
    case_page,
    cases,
    drafts,
    files,
    printing,
    raster,
)
from desktop.services.case_page import Whole

PAGE = "agreement"
Place = tuple[int, float] | None
OF_THE_CASE = ("parties", "summary", "claims", "cause", "referral")


class View(Protocol):
    """What the presenter asks of the view."""

    def show_standing(self, standing: Standing) -> None: ...
    def show_writing(self, writing: Writing, readers: Any, letters: Any) -> None: ...
    def show_paper(self, pages: list[tuple[float, float]], picture: Callable[..., None], note: str, place: Place) -> None: ...
    def show_check(self, judged: Judged) -> None: ...
    def show_done(self, done: Done | None) -> None: ...
    def show_offers(self, offers: Sequence[Offered], made: Mapping[int, str]) -> None: ...
    def show_aside(self, aside: Aside) -> None: ...
    def show_clash(self, clash: Clash | None) -> None: ...
    def put_row(self, row: int, values: Mapping[str, Any]) -> None: ...
    def show_versions(self, compared: Compared) -> None: ...
    def close_aside(self) -> None: ...
    def fill(self, values: Mapping[str, Any]) -> None: ...
    def show_faults(self, faults: list[Fault]) -> None: ...
    def show_stale(self, sentences: list[str]) -> None: ...
    def ask_reason(self, fields: Any) -> None: ...
    def say(self, sentence: str, state: str = "") -> None: ...
    def tell_saved(self, time: str, sentence: str = "") -> None: ...
    def go(self, page: str, arguments: dict[str, Any]) -> None: ...


class _Composed(NamedTuple):
    paper: Any
    pdf: bytes
    sizes: list[tuple[float, float]]
    judged: Judged | None
    texts: list[str] = []
    place: Place = None
    offers: tuple[Offered, ...] = ()
    made: Mapping[int, str] = {}
    conflict: Conflict | None = None


class AgreementPresenter:
    """One agreement; `start` names its case by id or number."""

    def __init__(self, desk: Any, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._asked: str | int = ""
        self._whole: Whole | None = None
        self._version: int | None = None
        self._values: dict[str, Any] = {}
        self._dirty = False
        self._composed: _Composed | None = None
        self.asides = Asides(desk, jobs, view, self)
        self.clash = Clashing(desk, view)

    def start(self, case_id: int = 0, number: str = "") -> None:
        """Shows the agreement of the case, or a new one to be written."""
        self._asked = case_id or number
        self._load()

    def refresh(self) -> None:
        """The page is shown again: what is being typed stays, anything else is read anew."""
        if self._whole is not None and not self._dirty:
            self._load()

    # ------------------------------------------------------------------ while one types

    def typed(self, values: dict[str, Any]) -> None:
        """Something was typed: the paper follows."""
        self._values, self._dirty = values, True
        self._compose()

    def keep(self, values: dict[str, Any]) -> None:
        """Keeps what is typed as a draft, so that nothing is lost."""
        if self._whole is None or not self._dirty:
            return
        desk, case_id = self._desk, self._whole.case.id
        self._jobs.run(
            lambda: drafts.keep(desk, PAGE, values, case_id),
            lambda _none: self._view.tell_saved(_("draft {time}").format(time=f"{desk.now():%H:%M}")),
        )

    def account(self, creditors: str) -> dict[str, str]:
        """The account of the creditor that was named."""
        return typed.account(self._whole, creditors) if self._whole is not None else {}

    def plan(self, row: Mapping[str, Any]) -> tuple[list[dict[str, str]], str]:
        """The plan of a row written out, and in one line."""
        return typed.planned(self._whole, row, self._desk.today()) if self._whole is not None else ([], "")

    def difference(self, row: Mapping[str, Any]) -> dict[str, str]:
        """What is left of things given for a debt, as an obligation of its own."""
        return typed.difference(row, self._desk.today())

    # ------------------------------------------------------------------ what is done

    def save(self, values: dict[str, Any], over: bool = False, then: Callable[[], None] | None = None) -> None:
        """Saves a version."""
        if self._whole is None:
            return
        self._values = values
        desk, case_id, version = self._desk, self._whole.case.id, None if over else self._version

        def work() -> Whole:
            agreement.write(desk, case_id, values, version)
            drafts.drop(desk, PAGE, case_id)
            return case_page.look(desk, case_id)

        self._jobs.run(work, lambda whole: self._saved(whole, then), self._refused)

    def save_over(self) -> None:
        """The user has seen both and wants his own."""
        self.save(self._values, over=True)

    def take_theirs(self) -> None:
        """The user has seen both and wants what the other one wrote."""
        self._drop_and_load()

    def begin_anew(self) -> None:
        """The draft of last time is not wanted."""
        self._drop_and_load()

    def next(self, values: dict[str, Any]) -> None:
        """F9: issue what is written; once issued, on to the signing table."""
        if self._whole is None:
            return
        if self._status() is AgreementStatus.DRAFT:
            if self._dirty or self._now().agreement is None:
                self.save(values, then=self._issue)
            else:
                self._issue()
        elif not stages.why_not("sign", self._now()):
            self._view.go("case", {"case_id": self._whole.case.id, "move": "sign"})

    def go_on(self, move: str) -> None:
        """To the case, with the sheet of this move open."""
        if self._whole is not None:
            self._view.go("case", {"case_id": self._whole.case.id, "move": move})

    def ask_take_back(self) -> None:
        """Opens the field for the reason."""
        if self._whole is not None:
            why = stages.why_not("void", self._now())
            self._view.say(why, "amber") if why else self._view.ask_reason(VOID)

    def take_back(self, values: Mapping[str, Any]) -> None:
        """Makes the issued paper void; the text can be written again."""
        if self._whole is None:
            return
        desk, case_id, version = self._desk, self._whole.case.id, self._version

        def work() -> Whole:
            printing.void(desk, case_id, values, version)
            return case_page.look(desk, case_id)

        self._jobs.run(work, lambda whole: self._moved(whole, _("The paper was taken back; the text can be changed.")), self._refused)

    def lead_to_case(self, place: str) -> bool:
        """Whether a finding is mended in the registration: then the case is opened, at the sheet that corrects it where there is one."""
        if self._whole is None or place.split(".", 1)[0] not in OF_THE_CASE:
            return False
        case, parts = self._whole.case, place.split(".")
        if parts[0] == "parties":
            named = len(parts) > 1 and parts[1].isdigit() and int(parts[1]) < len(case.parties)
            move = f"correct:{case.parties[int(parts[1])].ordinal}" if named else ""
        else:
            move = "" if parts[0] == "referral" else "correct"
        self._view.go("case", {"case_id": case.id} | ({"move": move} if move else {}))
        return True

    # ------------------------------------------------------------------ the paper

    def save_paper(self, target: str) -> None:
        """Writes the paper that is shown as PDF or DOCX."""
        if self._composed is not None and target:
            paper = self._composed.paper
            self._jobs.run(
                lambda: files.save(Path(target), paper), lambda _none: self._view.say(_("Saved: {file}").format(file=target)), self._told
            )

    def print_paper(self, pages: list[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        if self._composed is None:
            return
        raster.print_pages(self._jobs, self._composed.pdf, pages, dpi, add, end)

    def suggested(self) -> str:
        """A name for the file."""
        if self._whole is None:
            return ""
        name = f"{self._whole.case.number or self._whole.case.entry_number} {words.shown(PaperKind.AGREEMENT)}"
        return f"{name} {_('reading copy')}" if self._status() is AgreementStatus.DRAFT else name

    # ------------------------------------------------------------------ what the asides ask

    @property
    def whole(self) -> Whole | None:
        """The case with its agreement as it was last read."""
        return self._whole

    def saved_first(self, then: Callable[[], None]) -> None:
        """Does something with the agreement as it is saved: what is typed is saved before."""
        self.save(self._values, then=then) if self._dirty else then()

    def read_anew(self, whole: Whole) -> None:
        """The case has changed beside what is being written."""
        self._whole = whole
        self._compose()

    # ------------------------------------------------------------------ inside

    def _now(self) -> situation.Situation:
        assert self._whole is not None
        return cases.now_of(self._desk, self._whole.case)

    def _status(self) -> AgreementStatus:
        standing = self._now().agreement
        return standing.status if standing is not None else AgreementStatus.DRAFT

    def _load(self) -> None:
        desk, asked = self._desk, self._asked

        def work() -> tuple[Whole, dict[str, Any] | None]:
            whole = case_page.look(desk, asked)
            return whole, drafts.kept(desk, PAGE, whole.case.id)

        self._jobs.run(work, lambda found: self._loaded(*found), self._told)

    def _drop_and_load(self) -> None:
        if self._whole is not None:
            desk, case_id = self._desk, self._whole.case.id
            self._dirty = False
            self._jobs.run(lambda: drafts.drop(desk, PAGE, case_id))
            self._load()

    def _loaded(self, whole: Whole, kept: dict[str, Any] | None) -> None:
        self._whole, self._dirty = whole, bool(kept)
        self._asked = whole.case.id
        now = self._now()
        standing = now.agreement
        self._version = standing.version if standing is not None else None
        self._view.show_standing(self._standing())
        if stages.why_not("agreement", now):
            if standing is not None:
                self._show_frozen()
            return
        values = typed.saved(whole, standing) if standing is not None else typed.begun(whole)
        self._values = {**values, **(kept or {})}
        head, obligation, tail = typed.fields()
        parties = tuple((str(party.ordinal), party.name) for party in whole.case.parties)
        groups = any(party.kind is PartyKind.GROUP for party in whole.case.parties)
        writing = Writing(head, obligation, tail, self._values, typed.fresh(whole), parties, bool(kept), groups)
        self._view.show_writing(writing, typed.reads(whole, self._desk.today), initials.of)
        self._compose()

    def _standing(self) -> Standing:
        assert self._whole is not None
        case, now = self._whole.case, self._now()
        why = stages.why_not("agreement", now)
        agreed = now.agreement
        state = "closed" if agreed is None and why else self._status().value
        text = {
            "issued": _("Issued as {number}. It is printed the same for ever; take it back to change it, or enter who has signed."),
            "signed": _("Signed as {number}. It is kept as it was issued."),
            "closed": why,
        }.get(state, "")
        names = "、".join(party.name for party in must_sign(case.parties))
        return Standing(
            title=words.shown(PaperKind.AGREEMENT),
            subtitle=f"{case.number or case.entry_number} · {names}",
            state=state,
            words=text.format(number=agreed.number if agreed else "") if state != "closed" else text,
            may_sign=not stages.why_not("sign", now) and state == "issued",
            may_take_back=stages.why_not("void", now) if state == "issued" else "-",
        )

    def _compose(self) -> None:
        assert self._whole is not None
        desk, case, values = self._desk, self._whole.case, self._values
        before = self._composed.texts if self._composed is not None else []
        asked = self.asides.asked(values)

        def work() -> _Composed:
            made = agreement_preview.preview(desk, case, values)
            pdf = files.preview(made.paper)
            texts = raster.texts(pdf)
            place = raster.difference(before, texts, pdf) if before else None
            told = judged(made.findings, made.faults, made.agreed_fen, made.more, asked)
            offers = tuple(Offered(one.key, one.name, one.text) for one in made.offers)
            conflict = made.conflicts[0] if made.conflicts else None
            return _Composed(made.paper, pdf, raster.sizes(pdf), told, texts, place, offers, made.generated, conflict)

        self._jobs.run(work, self._show, self._told, replaces="agreement.preview")

    def _show_frozen(self) -> None:
        assert self._whole is not None
        desk, whole = self._desk, self._whole

        def work() -> tuple[_Composed, Done | None]:
            paper = printing.paper(desk, whole.case, PaperKind.AGREEMENT, printing.standing_subject(desk, whole.case))
            pdf = files.preview(paper)
            return _Composed(paper, pdf, raster.sizes(pdf), None), done(desk, whole)

        self._jobs.run(work, self._show_what_is_done, self._told, replaces="agreement.preview")

    def _show_what_is_done(self, found: tuple[_Composed, Done | None]) -> None:
        self._view.show_done(found[1])
        self._show(found[0])

    def _show(self, made: _Composed) -> None:
        self._composed = made
        note = _("Reading copy") if made.judged is not None else ""
        self._view.show_paper(made.sizes, self._picture(made.pdf), note, made.place)
        self._view.show_check(made.judged or Judged((), 0, 0, "", ""))
        self._view.show_offers(made.offers, made.made)
        self.clash.show(made.conflict, self._values)

    def _picture(self, pdf: bytes) -> Callable[[int, float, Callable[[Any], None]], None]:
        def ask(page: int, dpi: float, answer: Callable[[Any], None]) -> None:
            self._jobs.run(lambda: raster.picture(pdf, page, dpi), answer)

        return ask

    def _issue(self) -> None:
        assert self._whole is not None
        desk, case_id, version = self._desk, self._whole.case.id, self._version

        def work() -> Whole:
            printing.issue(desk, case_id, {"paper": PaperKind.AGREEMENT.value}, version)
            return case_page.look(desk, case_id)

        self._jobs.run(
            work, lambda whole: self._moved(whole, _("Issued. Print it, have it signed, then enter who signed (F9).")), self._refused
        )

    def _saved(self, whole: Whole, then: Callable[[], None] | None) -> None:
        self._whole, self._dirty = whole, False
        standing = self._now().agreement
        assert standing is not None
        self._version = standing.version
        self._view.show_standing(self._standing())
        number = standing.version_number
        self._view.tell_saved(f"{self._desk.now():%H:%M}", _("Version {n} is saved.").format(n=number))
        self._view.show_faults([])
        if then is not None:
            then()

    def _moved(self, whole: Whole, sentence: str) -> None:
        self._loaded(whole, None)
        self._view.tell_saved(f"{self._desk.now():%H:%M}", sentence)

    def _refused(self, no: Refusal) -> None:
        if no.code == "stale":
            self._view.show_stale([no.sentence, *(fault.sentence for fault in no.faults if fault.sentence != no.sentence)])
        else:
            self._view.show_faults(list(no.faults))

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")
