"""What the right pane says about a sheet that is still being written: what is missing, what should be looked at, whom to look for."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

from db.vocabulary import IdKind, PartyKind, PartyRole, Sex, Source
from desktop.categories.category import Category
from desktop.domain import dates, fields, identity, missing
from desktop.domain import texts as plain_texts
from desktop.domain.fields import Field
from desktop.domain.inputs.party import PARTY
from desktop.domain.plausible import Around
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.screens.new_dispute import sheet
from desktop.services import category_texts

Line = tuple[str, Any, str]
_TEXTS = (
    "name", "id_number", "uscc", "phone", "usual_residence", "registered_residence", "business_address", "legal_representative",
    "legal_representative_phone", "paper",
)  # fmt: skip


def needed(values: Mapping[str, Any]) -> list[Line]:
    """What registration asks for and is not there yet."""
    lines: list[Line] = []
    for n, party in enumerate(values.get("parties") or ()):
        if sheet.said(party) and not str(party.get("name") or "").strip():
            lines.append((_("Party {n}: the name").format(n=n + 1), f"parties.{n}.name", ""))
    if not any(sheet.said(party) for party in values.get("parties") or ()):
        lines.append((_("At least one party"), "parties", ""))
    if not values.get("category"):
        lines.append((_("The category"), "category", ""))
    return lines


def later(values: Mapping[str, Any], today: date) -> list[Line]:
    """What may be added after registration; what stops an agreement is amber and stands first."""
    held = [(n, party) for n, party in enumerate(values.get("parties") or ()) if sheet.said(party) and str(party.get("name") or "").strip()]
    if not held:
        return []
    case = SimpleNamespace(
        parties=[_party(party, today) for _n, party in held],
        summary=str(values.get("summary") or ""),
        claims=str(values.get("claims") or "").strip(),
        cause=values.get("cause") or "",
        source=_word(Source, values.get("source"), Source.ON_APPLICATION),
        referrals=[SimpleNamespace(court_number=str((values.get("referral") or {}).get("court_number") or ""))],
    )
    lines = []
    for lack in missing.of_case(case, today):  # type: ignore[arg-type]  # a sheet is looked at by the names of a case
        parts = lack.place.split(".")
        if parts[0] == "parties" and len(parts) > 1:
            parts[1] = str(held[int(parts[1])][0])
        lines.append((lack.sentence, ".".join(parts), "amber" if lack.stops_agreement else ""))
    return sorted(lines, key=lambda line: line[2] == "")


def remarks(form: Sequence[Field], values: Mapping[str, Any]) -> list[Line]:
    """Numbers that look wrong, of the parties and of everything else."""
    lines: list[Line] = []
    for n, party in enumerate(values.get("parties") or ()):
        if sheet.said(party):
            found = fields.remarks(PARTY, _of_kind(party), f"parties.{n}")
            lines += [(f"{party.get('name') or n + 1}：{fault.sentence}", fault.field, "amber") for fault in found]
    rest = {key: value for key, value in values.items() if key != "parties"}
    return lines + [(fault.sentence, fault.field, "amber") for fault in fields.remarks(form, rest)]


def doubts(category: Category | None, values: Mapping[str, Any], today: date) -> list[Line]:
    """What cannot be (red) or is odd (amber) in the facts as far as they are written; first of all, that such a dispute is not mediated."""
    if category is None:
        return []
    facts = fields.readable(category.facts, values.get("facts") or {}, today)
    refused = category_texts.not_here(category, fields.stored(category.facts, facts))
    lines: list[Line] = [(refused.text, "facts", "red")] if refused is not None else []
    around = Around(today, _day(values.get("received_on"), today), _day(values.get("happened_on"), today))
    found = sorted(category.looked_at(facts, around), key=lambda one: not one.stops)
    return lines + [(one.sentence, f"facts.{one.place}", "red" if one.stops else "amber") for one in found]


def texts(key: str, category: Category | None) -> tuple[list[Line], list[Line]]:
    """(the law to keep in mind in this kind of dispute, the papers to bring), each for reading only."""
    notes: list[Line] = []
    for note in category_texts.notes(key):
        status = _(_STATUS[note.status]) if note.status in _STATUS else ""
        source = "，".join(part for part in (note.source, status) if part)
        notes.append((f"{note.text}（{source}）" if source else note.text, None, ""))
    return notes, [(_(paper), None, "") for paper in (category.documents if category is not None else ())]


_STATUS = {"recall": N_("From memory"), "unverified": N_("Not verified")}


def people(values: Mapping[str, Any]) -> list[str]:
    """What to look for in the register: the number of each party, else the name of two characters or more."""
    found: list[str] = []
    for party in values.get("parties") or ():
        kind = party.get("kind") or "person"
        number = plain_texts.squeezed(str(party.get("uscc" if kind == "company" else "id_number") or ""))
        name = str(party.get("name") or "").strip()
        for word in (number if len(number) >= 8 else "", name if len(name) >= 2 else ""):
            if word and word not in found:
                found.append(word)
        for member in party.get("members") or ():
            number = plain_texts.squeezed(str(member.get("id_number") or ""))
            if len(number) >= 8 and number not in found:
                found.append(number)
    return found[:12]


def verdict(party: Mapping[str, Any], today: date, regions: Mapping[str, str]) -> identity.Verdict | None:
    """What the number of a person's paper says; None while there is none."""
    number = str(party.get("id_number") or "")
    if not number.strip():
        return None
    return identity.look_at(str(party.get("id_kind") or "resident_id"), number, today, regions)


def _party(party: Mapping[str, Any], today: date) -> SimpleNamespace:
    party = _of_kind(party)
    kind = _word(PartyKind, party.get("kind"), PartyKind.PERSON)
    found = SimpleNamespace(**{key: str(party.get(key) or "") for key in _TEXTS})
    found.kind, found.role = kind, _word(PartyRole, party.get("role"), PartyRole.APPLICANT)
    found.id_kind = _word(IdKind, party.get("id_kind"), IdKind.RESIDENT_ID)
    found.sex = _word(Sex, party.get("sex"), None)
    found.birth_date = _day(party.get("birth_date"), today)
    found.members = [_member(member, today) for member in party.get("members") or ()]
    return found


def _member(member: Mapping[str, Any], today: date) -> SimpleNamespace:
    found = SimpleNamespace(**{key: str(member.get(key) or "") for key in _TEXTS})
    found.id_kind = _word(IdKind, member.get("id_kind"), IdKind.RESIDENT_ID)
    found.sex, found.birth_date = _word(Sex, member.get("sex"), None), _day(member.get("birth_date"), today)
    found.represents = member.get("represents") is True
    return found


def _of_kind(party: Mapping[str, Any]) -> dict[str, Any]:
    layout = sheet.PARTIES.get(str(party.get("kind") or "person"), sheet.PARTIES["person"])
    return {key: value for key, value in party.items() if key in layout.names()}


def _word(words: Any, value: Any, otherwise: Any) -> Any:
    try:
        return words(value) if value else otherwise
    except ValueError:
        return otherwise


def _day(value: Any, today: date) -> date | None:
    try:
        return dates.parse(value, today, "past") if value else None
    except Refusal:
        return None
