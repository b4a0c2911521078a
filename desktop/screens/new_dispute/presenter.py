"""New dispute, as it is decided: the sheet, what it asks for, and the registration itself.

The people stand in `presenter_people`, the draft in `presenter_draft`.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from desktop import assets
from desktop.domain import calendar, dates, initials, readers
from desktop.domain.fields import Field
from desktop.domain.inputs.party import PARTY
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.new_dispute import codes, living, sheet
from desktop.screens.new_dispute.presenter_draft import FROM_BEFORE, PAGE, DraftOfSheet, bare
from desktop.screens.new_dispute.presenter_people import NUMBERS, PeopleOfSheet, unnamed
from desktop.services import causes, drafts, intake, screenings, settled


@dataclass(frozen=True)
class Sheet:
    """What the view draws."""

    origin: sheet.Layout
    referrals: Mapping[str, sheet.Layout]
    matter: sheet.Layout
    parties: Mapping[str, sheet.Layout]
    readers: Callable[[Field], Any]
    initials: Callable[[str], str]


class NewDisputePresenter:
    """`view` is a `NewDisputeView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._codes: codes.Codes | None = None
        self._form: tuple[Field, ...] = ()
        self._category = ""
        self._empty: dict[str, Any] = {}
        self._busy = False
        self._was_settled = False  # what was typed on the second sheet stays there while it is turned away
        self._draft = DraftOfSheet(desk, jobs, view)
        self._people = PeopleOfSheet(desk, jobs, view)
        self._lead = 0

    # ------------------------------------------------------------------ the sheet

    def start(self, screening_id: int = 0) -> None:
        """Reads the lists and the draft, then the view draws the sheet; with a round of the screening log its lead is filled in."""
        self._lead = screening_id
        if self._codes is None:
            self._jobs.run(self._read, self._begin)
        elif screening_id:
            self._read_lead()

    def entered(self) -> None:
        """The page is shown again: the office may have other causes by now."""
        if self._codes is not None:
            desk = self._desk
            self._jobs.run(lambda: causes.by_category(desk), self._renew_causes, replaces="causes")

    def settled(self) -> None:
        """The hand paused: keep the draft, look again at what is missing."""
        values = self._view.values()
        if not bare(values):  # the hand has gone on: nothing is brought back or emptied any more by the line above
            self._view.note.put_away()
        self._keep(values)
        self._look(values)

    def left(self) -> None:
        """The page is left: nothing typed may be lost."""
        if self._codes is not None and not self._busy:
            self._keep(self._view.values())

    def source_chosen(self, source: str) -> None:
        """A referral has fields of its own."""
        self._view.show_referral(_referral_of(source))

    def category_chosen(self, category: str) -> None:
        """Other causes, other facts."""
        if category == self._category:
            return
        self._category = category
        self._form = intake.form(self._desk.categories, category)
        assert self._codes is not None
        self._view.offer_causes(self._codes.causes_for(category))
        self._view.show_facts(_facts(self._desk.categories.get(category)))
        self._view.living.show_texts(*living.texts(category, self._desk.categories.get(category)))

    def party_typed(self, n: int, key: str) -> None:
        """Something was typed into a field of a party."""
        self._people.typed(n, key)

    def party_left(self, n: int, key: str) -> None:
        """A field of a party was written and left."""
        self._people.left(n, key)
        self._people.look_for_earlier(self._view.values())

    def take_known(self, n: int) -> None:
        """The earlier case fills this party."""
        self._people.take(n)

    def turn_settled(self) -> None:
        """The second sheet, `already settled`, comes or goes; what stood there is kept."""
        on = self._view.values().get("settled") is None
        again, self._was_settled = self._was_settled, True
        self._view.show_settled(sheet.SETTLED_LAYOUT if on else None, None if again else self._usual_settled())

    def start_empty(self) -> None:
        """Puts everything away; one key brings it back."""
        values = self._view.values()
        self._lead = 0
        if bare(values):
            return
        self._draft.put_away(values)
        self._show(self._empty)
        self._keep(self._empty)
        self._view.note.say(_("The sheet is empty now."), "", _("Bring back"), self.bring_back)
        self._view.focus_start()

    def bring_back(self) -> None:
        """What was put away last."""
        values = self._draft.fetch()
        if values is not None:
            self._show(values)
            self._keep(values)
            self._view.note.put_away()
            self._view.focus_start()

    # ------------------------------------------------------------------ registration

    def register(self, and_next: bool) -> None:
        """Registers the dispute; what is wrong comes back to its field."""
        if self._codes is None or self._busy:
            return
        values = self._view.values()
        to_send, places = _to_send(values)
        desk, lead = self._desk, self._lead
        self._set_busy(True)

        def work() -> Any:
            case = settled.record(desk, to_send) if "settled" in to_send else intake.open_case(desk, to_send)
            if lead:
                with suppress(Refusal):  # the lead became a case elsewhere meanwhile: this one is registered all the same
                    screenings.became(desk, lead, case.id)
            drafts.drop(desk, PAGE)
            return case

        self._jobs.run(
            work, lambda case: self._registered(case, values, and_next), lambda no: self._refused(no, places, values), failed=self._broke
        )

    def _registered(self, case: Any, values: dict[str, Any], and_next: bool) -> None:
        self._set_busy(False)
        self._draft.done()
        self._lead = 0
        start = {key: values.get(key) or self._empty.get(key, "") for key in FROM_BEFORE} if and_next else {}
        if and_next and values.get("settled") is not None:
            start["settled"] = self._usual_settled()
        referral = values.get("referral") or {}
        if and_next and referral:
            start["referral"] = {key: referral.get(key, "") for key in ("court", "body", "regime", "procedure")}
        self._show({**self._empty, **start})
        self._view.note.put_away()
        number = case.entry_number if values.get("settled") is None else case.number or case.entry_number
        said = _("Registered: {number}").format(number=number)
        self._view.saved.emit(self._desk.now().strftime("%H:%M"))
        self._view.said.emit(said)
        if and_next:
            self._view.note.say(said, "green", _("Open this case"), lambda: self._view.open_page.emit("case", {"case_id": case.id}))
        self._view.focus_start()  # also of the sheet that is left: the next dispute begins at its beginning
        if not and_next:
            self._view.open_page.emit("case", {"case_id": case.id})

    def _refused(self, no: Refusal, places: list[int], values: dict[str, Any]) -> None:
        self._set_busy(False)
        self._keep(values)
        self._look(values)
        faults = [_at_its_card(fault, places) for fault in no.faults]
        self._view.show_faults(faults)
        for n in places:  # the faults took the places of remarks: say again what is remarked elsewhere
            for key in NUMBERS:
                if not any(fault.field == f"parties.{n}.{key}" for fault in faults):
                    self._people.remark(n, key)

    def _broke(self, bug: Exception) -> None:
        self._set_busy(False)
        raise bug

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.busy(busy)

    # ------------------------------------------------------------------ reading in

    def _read(self) -> tuple[codes.Codes, calendar.Calendar, dict[str, Any] | None]:
        lists = codes.load(causes.by_category(self._desk))
        return lists, calendar.from_tables(assets.toml("law", "holidays.toml")), self._draft.read()

    def _begin(self, read: tuple[codes.Codes, calendar.Calendar, dict[str, Any] | None]) -> None:
        self._codes, known, draft = read
        self._people.codes = self._codes
        self._form = intake.form(self._desk.categories)
        category = next(field for field in self._form if field.key == "category")
        self._view.build(
            Sheet(
                sheet.ORIGIN_LAYOUT,
                {"court": sheet.REFERRAL_LAYOUT, "other": sheet.Layout(sheet.REFERRAL_OTHER)},
                sheet.matter(category, self._codes.causes_for("")),
                sheet.PARTIES,
                _readers(self._desk, self._codes, known),
                initials.of,
            )
        )
        self._empty = {
            "received_on": self._desk.today().isoformat(),
            "source": "on_application",
            "parties": [{"role": "applicant", "kind": "person"}, {"role": "respondent", "kind": "person"}],
        }
        restored = self._draft.found(draft)
        self._show(draft if restored and draft is not None else self._empty)
        if restored:
            self._view.note.say(_("What was not registered last time is here again."), "", _("Start empty"), self.start_empty)
        self._view.ready()
        if self._lead:
            self._read_lead()

    def _read_lead(self) -> None:
        desk, lead = self._desk, self._lead
        self._jobs.run(lambda: screenings.prefill(desk, lead), self._take_lead, self._no_lead)

    def _take_lead(self, lead: dict[str, Any]) -> None:
        values = self._view.values()
        before = {} if bare(values) else values
        self._show({**self._empty, **lead})
        self._keep(self._view.values())
        self._draft.put_away(before or None)
        said = _("What the screening found stands here; add the parties and the category.")
        self._view.note.say(said, "", _("Bring back") if before else "", self.bring_back)
        self._view.focus_start()

    def _no_lead(self, no: Refusal) -> None:
        self._lead = 0
        self._view.note.say(no.sentence, "amber")

    def _show(self, values: Mapping[str, Any]) -> None:
        assert self._codes is not None
        category = str(values.get("category") or "")
        self._category, self._form = category, intake.form(self._desk.categories, category)
        source = str(values.get("source") or "")
        self._people.forget()
        self._view.show_values(values, _referral_of(source), _facts(self._desk.categories.get(category)), self._codes.causes_for(category))
        self._view.living.show_texts(*living.texts(category, self._desk.categories.get(category)))
        written = values.get("settled")
        self._was_settled = written is not None
        self._view.show_settled(sheet.SETTLED_LAYOUT if written is not None else None, written or {})
        self._look(self._view.values())

    def _renew_causes(self, found: dict[str, list[str]]) -> None:
        assert self._codes is not None
        if found != self._codes.causes:
            self._codes = replace(self._codes, causes=found)
            self._people.codes = self._codes
            self._view.offer_causes(self._codes.causes_for(self._category))

    # ------------------------------------------------------------------ the right pane

    def _look(self, values: dict[str, Any]) -> None:
        if bare(values):
            self._view.living.show_lacks([], [], [])
        else:
            today = self._desk.today()
            known = self._desk.categories.get(self._category)
            remarks = living.remarks(self._form, values) + living.doubts(known, values, today)
            self._view.living.show_lacks(living.needed(values), remarks, living.later(values, today))
        self._people.look_for_earlier(values)

    def _keep(self, values: dict[str, Any]) -> None:
        if not self._busy:
            self._draft.keep(values)

    def _usual_settled(self) -> dict[str, Any]:
        return {"form": "oral", "agreed_on": self._desk.today().isoformat()}


def _referral_of(source: str) -> str:
    return "court" if source == "referred_court" else "other" if source.startswith("referred") else ""


def _facts(category: Any) -> sheet.Layout | None:
    """The facts of a category: the first group at once, the others folded."""
    if category is None or not category.facts:
        return None
    at_once = tuple(sheet.plain(field) for group in category.groups if not group.title for field in group.facts)
    return sheet.Layout(
        at_once, tuple((one.title, tuple(sheet.plain(field) for field in one.facts)) for one in category.groups if one.title)
    )


def _readers(desk: Any, known: codes.Codes, days: calendar.Calendar) -> Callable[[Field], Any]:
    plain = readers.readers(desk.today, days)
    own: dict[str, Any] = {"court": readers.courts(known.courts), "ethnic_group": known.group}

    def age(field: Field) -> Any:
        def read(text: str) -> tuple[str, str]:
            day = dates.parse(text, desk.today(), field.prefer)
            return day.isoformat(), _("{n} years old").format(n=dates.age(day, desk.today()))

        return read

    return lambda field: age(field) if field.key == "birth_date" else own.get(field.key) or plain(field)


def _to_send(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[int]]:
    """The values that count, and for each party that is sent the place of its card."""
    sent = {key: value for key, value in values.items() if key not in ("parties", "referral", "facts")}
    parties, places = [], []
    for n, party in enumerate(values.get("parties") or ()):
        if sheet.said(party):
            layout = sheet.PARTIES.get(str(party.get("kind") or "person"), sheet.PARTIES["person"])
            parties.append({key: value for key, value in party.items() if key in layout.names()})
            places.append(n)
    sent["parties"] = parties
    if not sheet.is_empty(values.get("referral") or {}):
        sent["referral"] = values["referral"]
    if values.get("facts"):
        sent["facts"] = values["facts"]
    if sent.get("settled") is None:
        sent.pop("settled", None)
    return sent, places


def _at_its_card(fault: Fault, places: list[int]) -> Fault:
    parts = fault.field.split(".")
    if parts[0] == "parties" and len(parts) > 1 and parts[1].isdigit() and int(parts[1]) < len(places):
        parts[1] = str(places[int(parts[1])])
        fault = unnamed(fault, PARTY)
    return Fault(".".join(parts), fault.sentence)
