"""New dispute, as it is decided: what the numbers say, which cases came before, the draft, and the registration itself.

It has over 400 lines, and is the next to be parted: the draft could stand in a file of its own.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from desktop import assets
from desktop.domain import calendar, dates, fields, identity, initials, readers, texts, words
from desktop.domain.fields import Field
from desktop.domain.inputs.party import PARTY
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.new_dispute import codes, living, sheet
from desktop.services import causes, drafts, intake, register, screenings

PAGE = "new_dispute"
_NUMBERS = (
    "id_number",
    "id_kind",
    "uscc",
    "phone",
    "other_phone",
    "account_number",
    "legal_representative_id",
    "legal_representative_phone",
)
_FROM_BEFORE = ("source", "mediation_type")


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
        self._cleared: dict[str, Any] | None = None
        self._kept: dict[str, Any] | None = None
        self._asked: list[str] = []
        self._busy = False
        self._lead = 0

    # ------------------------------------------------------------------ the sheet

    def start(self, screening_id: int = 0) -> None:
        """Reads the lists and the draft, then the view draws the sheet; with a round of the screening log its lead is filled in."""
        self._lead = screening_id
        if self._codes is None:
            self._jobs.run(self._read, self._begin)
        elif screening_id:
            self._read_lead()

    def settled(self) -> None:
        """The hand paused: keep the draft, look again at what is missing."""
        values = self._view.values()
        if not self._bare(values):  # the hand has gone on: nothing is brought back or emptied any more by the line above
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
        """A whole number fills the rest at once; nobody has to leave the field for it."""
        if key == "id_number":
            number = str(self._view.party_values(n).get("id_number") or "").strip()
            if len(number) == 18 and number.isascii() and number.isalnum():  # the line of a card reader is longer: it ends with Enter
                self._look_at_number(n, number)

    def party_left(self, n: int, key: str) -> None:
        """A field was written and left: what is wrong with a number is said beside it, and stops nothing."""
        if key in _NUMBERS:
            self._remark(n, key)
        self._look_for_people(self._view.values())

    def start_empty(self) -> None:
        """Puts everything away; one key brings it back."""
        values = self._view.values()
        self._lead = 0
        if self._bare(values):
            return
        self._cleared = values
        self._show(self._empty)
        self._keep(self._empty)
        self._view.note.say(_("The sheet is empty now."), "", _("Bring back"), self.bring_back)
        self._view.focus_start()

    def bring_back(self) -> None:
        """What was put away last."""
        if self._cleared is not None:
            values, self._cleared = self._cleared, None
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
            case = intake.open_case(desk, to_send)
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
        self._kept, self._lead = None, 0
        start = {key: values.get(key) or self._empty.get(key, "") for key in _FROM_BEFORE} if and_next else {}
        referral = values.get("referral") or {}
        if and_next and referral:
            start["referral"] = {key: referral.get(key, "") for key in ("court", "body", "regime", "procedure")}
        self._show({**self._empty, **start})
        self._view.note.put_away()
        said = _("Registered: {number}").format(number=case.entry_number)
        self._view.saved.emit(self._desk.now().strftime("%H:%M"))
        self._view.said.emit(said)
        if and_next:
            self._view.note.say(said, "green", _("Open this case"), lambda: self._view.open_page.emit("case", {"case_id": case.id}))
            self._view.focus_start()
        else:
            self._view.open_page.emit("case", {"case_id": case.id})

    def _refused(self, no: Refusal, places: list[int], values: dict[str, Any]) -> None:
        self._set_busy(False)
        self._keep(values)
        self._look(values)
        faults = [_at_its_card(fault, places) for fault in no.faults]
        self._view.show_faults(faults)
        for n in places:  # the faults took the places of remarks: say again what is remarked elsewhere
            for key in _NUMBERS:
                if not any(fault.field == f"parties.{n}.{key}" for fault in faults):
                    self._remark(n, key)

    def _broke(self, bug: Exception) -> None:
        self._set_busy(False)
        raise bug

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.busy(busy)

    # ------------------------------------------------------------------ reading in

    def _read(self) -> tuple[codes.Codes, calendar.Calendar, dict[str, Any] | None]:
        lists = codes.load(causes.by_category(self._desk))
        return lists, calendar.from_tables(assets.toml("law", "holidays.toml")), drafts.kept(self._desk, PAGE)

    def _begin(self, read: tuple[codes.Codes, calendar.Calendar, dict[str, Any] | None]) -> None:
        self._codes, known, draft = read
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
        self._kept = draft
        restored = draft is not None and not self._bare(draft)
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
        before = {} if self._bare(values) else values
        self._show({**self._empty, **lead})
        self._keep(self._view.values())
        self._cleared = before or None
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
        self._view.show_values(values, _referral_of(source), _facts(self._desk.categories.get(category)), self._codes.causes_for(category))
        self._view.living.show_texts(*living.texts(category, self._desk.categories.get(category)))
        self._look(self._view.values())

    # ------------------------------------------------------------------ the right pane

    def _look(self, values: dict[str, Any]) -> None:
        if self._bare(values):
            self._view.living.show_lacks([], [], [])
        else:
            today = self._desk.today()
            known = self._desk.categories.get(self._category)
            remarks = living.remarks(self._form, values) + living.doubts(known, values, today)
            self._view.living.show_lacks(living.needed(values), remarks, living.later(values, today))
        self._look_for_people(values)

    def _look_for_people(self, values: dict[str, Any]) -> None:
        wanted = living.people(values)
        if wanted == self._asked:
            return
        self._asked = wanted
        desk = self._desk

        def work() -> list[tuple[str, int, str]]:
            found: dict[int, tuple[str, int, str]] = {}
            for word in wanted:
                for row in register.find(desk, word, 5):
                    names = "、".join(name for _role, name in row.parties)
                    line = (
                        f"{row.number or row.entry_number}  {names}\n{row.received_on.isoformat()}  {row.cause}  {words.shown(row.stage)}"
                    )
                    found.setdefault(row.id, (line, row.id, ""))
            return list(found.values())[:8]

        self._jobs.run(work, self._view.living.show_earlier, replaces="earlier cases")

    def _look_at_number(self, n: int, number: str) -> None:
        assert self._codes is not None
        party = self._view.party_values(n)
        card = identity.read_card_line(number) if len(number) > 18 else None
        if card is not None:
            said = {"id_number": card.number, "name": card.name, "sex": card.sex, "ethnic_group": card.ethnic_group}
            said["registered_residence"] = card.address
            self._view.replace_party(n, {key: value for key, value in said.items() if value})
            number, party = card.number, self._view.party_values(n)
        elif party.get("kind") == "person" and _is_organisation(number):
            self._view.replace_party(n, {"kind": "company", "uscc": number, "id_number": ""})
            return
        verdict = living.verdict(party, self._desk.today(), self._codes.regions)
        if verdict is None:
            self._view.remark(n, "id_number", "", "small")
            return
        if verdict.birth_date is not None and verdict.ok:
            place = self._codes.region(verdict.region_code)
            found = {"sex": verdict.sex, "birth_date": verdict.birth_date.isoformat(), "registered_residence": place}
            self._view.fill_party(n, {key: value for key, value in found.items() if value})
        if verdict.sentence:
            self._view.remark(n, "id_number", verdict.sentence, "warning")
        else:
            self._view.remark(n, "id_number", self._echo(verdict), "small")

    def _remark(self, n: int, key: str) -> None:
        party = self._view.party_values(n)
        if key in ("id_number", "id_kind"):
            self._look_at_number(n, str(party.get("id_number") or "").strip())
        elif key in _NUMBERS:
            found = [_unnamed(fault, PARTY) for fault in fields.remarks(PARTY, party) if fault.field == key]
            self._view.remark(n, key, found[0].sentence if found else "", "warning")

    def _echo(self, verdict: identity.Verdict) -> str:
        if verdict.birth_date is None:
            return ""
        years = _("{n} years old").format(n=dates.age(verdict.birth_date, self._desk.today()))
        return "  ".join(part for part in (_("The number is well formed."), years) if part)

    # ------------------------------------------------------------------ the draft

    def _keep(self, values: dict[str, Any]) -> None:
        if values == self._kept or self._busy:
            return
        bare = self._bare(values)
        if bare and self._kept is None:
            return
        self._kept = None if bare else values
        desk = self._desk
        work = (lambda: drafts.drop(desk, PAGE)) if bare else (lambda: drafts.keep(desk, PAGE, values))
        self._jobs.run(work, lambda _done: self._view.said.emit("" if bare else _("Draft kept.")), replaces="draft of a new dispute")

    def _bare(self, values: Mapping[str, Any]) -> bool:
        """Whether the sheet says no more than an empty one."""
        if any(sheet.said(party) for party in values.get("parties") or ()):
            return False
        rest = {key: value for key, value in values.items() if key not in ("parties", "received_on", "referral", *_FROM_BEFORE)}
        return sheet.is_empty(rest)


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


def _is_organisation(number: str) -> bool:
    """Whether this is the code of an organisation rather than a person's number; that code may itself have a slip."""
    plain = texts.squeezed(number).upper()
    if len(plain) != 18 or not plain.isascii() or not plain.isalnum():
        return False
    if not plain[:17].isdigit() or not (plain[17].isdigit() or plain[17] == "X"):
        return True
    return not identity.look_at("resident_id", plain).ok and identity.look_at_uscc(plain).ok


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
    return sent, places


def _at_its_card(fault: Fault, places: list[int]) -> Fault:
    parts = fault.field.split(".")
    if parts[0] == "parties" and len(parts) > 1 and parts[1].isdigit() and int(parts[1]) < len(places):
        parts[1] = str(places[int(parts[1])])
        fault = _unnamed(fault, PARTY)
    return Fault(".".join(parts), fault.sentence)


def _unnamed(fault: Fault, among: tuple[Field, ...]) -> Fault:
    """The fault without the name of its field, which stands beside it anyway."""
    key = next((part for part in reversed(fault.field.split(".")) if not part.isdigit()), "")
    label = next((_(field.label) for field in among if field.key == key), "")
    at = fault.sentence.find(label) if label else -1
    rest = fault.sentence[at + len(label) :].lstrip(":： ") if at >= 0 else ""
    return Fault(fault.field, rest) if rest else fault
