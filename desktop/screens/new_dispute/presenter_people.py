"""The people of a new dispute, as they are decided: what their numbers say, who is known from an earlier case, which cases came before."""

from collections.abc import Mapping
from typing import Any

from desktop.domain import dates, fields, identity, texts, words
from desktop.domain.fields import Field
from desktop.domain.inputs.party import PARTY
from desktop.domain.refusal import Fault
from desktop.i18n import _
from desktop.screens.new_dispute import codes, living, sheet
from desktop.services import known_people, register
from desktop.services.known_people import Known

NUMBERS = (
    "id_number",
    "id_kind",
    "uscc",
    "phone",
    "other_phone",
    "account_number",
    "legal_representative_id",
    "legal_representative_phone",
)
_WHO = ("id_number", "uscc", "name", "birth_date")
_WHOLE = 18  # figures of an identity number and of a unified social credit code


class PeopleOfSheet:
    """Looks at each party while it is written; nothing it finds stops anybody or overwrites what was typed."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self.codes: codes.Codes | None = None
        self._asked: list[str] = []
        self._known: dict[int, Known] = {}
        self._looked: dict[int, tuple[str, ...]] = {}

    def forget(self) -> None:
        """Another sheet stands there."""
        self._known, self._looked = {}, {}

    def typed(self, n: int, key: str) -> None:
        """A whole number fills the rest at once; nobody has to leave the field for it."""
        if key in ("id_number", "uscc"):
            number = str(self._view.party_values(n).get(key) or "").strip()
            if len(number) == _WHOLE and number.isascii() and number.isalnum():  # a card reader's line is longer: it ends with Enter
                if key == "id_number":
                    self.look_at_number(n, number)
                self._look_for_known(n)

    def left(self, n: int, key: str) -> None:
        """A field was written and left: what is wrong with a number is said beside it, who is known is offered."""
        if key in NUMBERS:
            self.remark(n, key)
        if key in _WHO:
            self._look_for_known(n)

    def take(self, n: int) -> None:
        """Fills the sheet of a party from the earlier case; what was typed stays as it is."""
        known = self._known.pop(n, None)
        if known is None:
            self._view.said.emit(_("No earlier case knows this person."))
            return
        self._view.offer_known(n, "")
        self._view.fill_party(n, known.values)
        for key in NUMBERS:
            self.remark(n, key)
        self._view.said.emit(_("Filled from {number}; what you typed stays.").format(number=known.number))

    def look_for_earlier(self, values: Mapping[str, Any]) -> None:
        """The cases in which these people were parties before."""
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

    def look_at_number(self, n: int, number: str) -> None:
        """Sex, birth and region out of an identity number; a card reader's line and the code of a body are taken for what they are."""
        assert self.codes is not None
        party = self._view.party_values(n)
        card = identity.read_card_line(number) if len(number) > _WHOLE else None
        if card is not None:
            said = {"id_number": card.number, "name": card.name, "sex": card.sex, "ethnic_group": card.ethnic_group}
            said["registered_residence"] = card.address
            self._view.replace_party(n, {key: value for key, value in said.items() if value})
            number, party = card.number, self._view.party_values(n)
        elif party.get("kind") == "person" and _is_organisation(number):
            self._view.replace_party(n, {"kind": "company", "uscc": number, "id_number": ""})
            return
        verdict = living.verdict(party, self._desk.today(), self.codes.regions)
        if verdict is None:
            self._view.remark(n, "id_number", "", "small")
            return
        if verdict.birth_date is not None and verdict.ok:
            place = self.codes.region(verdict.region_code)
            found = {"sex": verdict.sex, "birth_date": verdict.birth_date.isoformat(), "registered_residence": place}
            self._view.fill_party(n, {key: value for key, value in found.items() if value})
        if verdict.sentence:
            self._view.remark(n, "id_number", verdict.sentence, "warning")
        else:
            self._view.remark(n, "id_number", self._echo(verdict), "small")

    def remark(self, n: int, key: str) -> None:
        """What should be looked at in one number, beside it."""
        party = self._view.party_values(n)
        if key in ("id_number", "id_kind"):
            self.look_at_number(n, str(party.get("id_number") or "").strip())
        elif key in NUMBERS:
            found = [unnamed(fault, PARTY) for fault in fields.remarks(PARTY, party) if fault.field == key]
            self._view.remark(n, key, found[0].sentence if found else "", "warning")

    def _echo(self, verdict: identity.Verdict) -> str:
        if verdict.birth_date is None:
            return ""
        years = _("{n} years old").format(n=dates.age(verdict.birth_date, self._desk.today()))
        return "  ".join(part for part in (_("The number is well formed."), years) if part)

    def _look_for_known(self, n: int) -> None:
        party = self._view.party_values(n)
        who = tuple(str(party.get(key) or "") for key in _WHO)
        if self._looked.get(n) == who:
            return
        self._looked[n] = who
        desk = self._desk
        self._jobs.run(lambda: known_people.find(desk, party), lambda known: self._offer(n, who, known), replaces=f"known person {n}")

    def _offer(self, n: int, who: tuple[str, ...], known: Known | None) -> None:
        if self._looked.get(n) != who:
            return
        self._known.pop(n, None)
        sentence = ""
        if known is not None:
            party = self._view.party_values(n)
            layout = sheet.PARTIES.get(str(party.get("kind") or "person"), sheet.PARTIES["person"])
            more = [key for key in known.values if key in layout.names() and party.get(key) in (None, "", [])]
            if more:
                self._known[n] = known
                said = _("{name} stands in {number} ({day}).")
                sentence = said.format(name=known.values.get("name", ""), number=known.number, day=known.day.isoformat())
        self._view.offer_known(n, sentence)


def _is_organisation(number: str) -> bool:
    """Whether this is the code of an organisation rather than a person's number; that code may itself have a slip."""
    plain = texts.squeezed(number).upper()
    if len(plain) != _WHOLE or not plain.isascii() or not plain.isalnum():
        return False
    if not plain[:17].isdigit() or not (plain[17].isdigit() or plain[17] == "X"):
        return True
    return not identity.look_at("resident_id", plain).ok and identity.look_at_uscc(plain).ok


def unnamed(fault: Fault, among: tuple[Field, ...]) -> Fault:
    """The fault without the name of its field, which stands beside it anyway."""
    key = next((part for part in reversed(fault.field.split(".")) if not part.isdigit()), "")
    label = next((_(field.label) for field in among if field.key == key), "")
    at = fault.sentence.find(label) if label else -1
    rest = fault.sentence[at + len(label) :].lstrip(":： ") if at >= 0 else ""
    return Fault(fault.field, rest) if rest else fault
