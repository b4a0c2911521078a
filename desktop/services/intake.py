"""Open a case: from what was typed or handed in as a file to a registered dispute with its entry number."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db import search
from db.models.case import Case
from db.models.party import Party, PartyMember, PartyTie
from db.models.referral import Referral
from db.queries import orders, people
from db.vocabulary import (
    AuthorityLevel,
    IdKind,
    MediationType,
    PartyKind,
    PartyRole,
    Procedure,
    Regime,
    Sex,
    Source,
    Stage,
)
from db.work import Work
from desktop.categories.catalogue import Catalogue
from desktop.categories.category import Category
from desktop.domain import causes, fields, group, identity, initials, plausible, texts
from desktop.domain.causes import Cause
from desktop.domain.fields import Field
from desktop.domain.inputs.case import MATTER, ORIGIN, PARTIES
from desktop.domain.plausible import Around
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import cases, court_numbers, series, willingness
from desktop.services.causes import listed
from desktop.services.desk import Desk

_WORDS = {
    "id_kind": IdKind,
    "sex": Sex,
    "kind": PartyKind,
    "role": PartyRole,
    "authority_level": AuthorityLevel,
}


def form(categories: Catalogue, category: str = "") -> tuple[Field, ...]:
    """The whole sheet of a new dispute; with the facts of the category where one is chosen."""
    known = categories.get(category)
    return (
        *ORIGIN,
        Field("category", "choice", N_("Category"), required=True, choices=categories.choices(), example="finance"),
        *MATTER,
        PARTIES,
        *facts_of(known),
    )


def facts_of(category: Category | None) -> tuple[Field, ...]:
    """The group of facts of a category; it must be there where one of its own fields must."""
    if category is None or not category.facts:
        return ()
    needed = any(field.required for field in category.facts)
    return (Field("facts", "group", N_("Facts of this kind of dispute"), needed, rows=category.facts),)


def checked(desk: Desk, values: Mapping[str, Any], more: tuple[Field, ...] = ()) -> dict[str, Any]:
    """The clean values of the sheet, with `more` fields behind it; Refusal with every fault at its field."""
    if not isinstance(values, Mapping):
        raise Refusal(_("A case is an object with named fields ({...})."))
    category = values.get("category")
    sheet = (*form(desk.categories, category if isinstance(category, str) else ""), *more)
    clean = fields.check(sheet, values, desk.today())
    asked_on = clean.get("received_on") or desk.today()
    faults = plausible.of_case(asked_on, clean.get("happened_on"), None, desk.today())
    faults += facts_refused(desk.categories[clean["category"]], clean.get("facts") or {}, clean, asked_on, desk.today())
    referral = clean.get("referral") or {}
    if referral.get("court_number"):
        try:
            court_numbers.check(referral["court_number"], "referral.court_number", desk.today())
        except Refusal as no:
            faults += no.faults
    handed = plausible.of_referral(referral.get("received_on"), referral.get("slip_signed_on"), desk.today())
    faults += [Fault(f"referral.{one.field}", one.sentence) for one in handed]
    for n, party in enumerate(clean["parties"]):
        try:
            clean["parties"][n] = group.expanded(party, desk.today(), f"parties.{n}.members_paste")
        except Refusal as no:
            faults += no.faults
        faults += plausible.of_person(party["name"], party.get("birth_date"), asked_on, desk.today(), f"parties.{n}.birth_date")
        willing = party.get("willingness") or {}
        if not willing.get("answer") and any(value not in (None, "") for value in willing.values()):
            faults.append(Fault(f"parties.{n}.willingness.answer", _("Say whether it would mediate first, yes, no or not sure.")))
        if willing.get("answered_on") and willing["answered_on"] > desk.today():
            faults.append(Fault(f"parties.{n}.willingness.answered_on", _("The day lies in the future: enter what has happened.")))
    if faults:
        raise Refusal.of(faults)
    return clean


def facts_refused(
    category: Category, facts: Mapping[str, Any], of: Mapping[str, Any], asked_on: date, today: date, at: str = "facts"
) -> list[Fault]:
    """What cannot be in the clean facts of a case (`of` has its day of the event), each at its field below `at`."""
    around = Around(today, asked_on, of.get("happened_on"))
    return [Fault(f"{at}.{one.place}", one.sentence) for one in category.looked_at(facts, around) if one.stops]


def open_case(desk: Desk, values: Mapping[str, Any]) -> Case:
    """Registers the dispute and gives it its entry number; what is missing or unverified does not stop it."""
    clean = checked(desk, values)
    with desk.work("open_case") as w:
        case = opened(desk, w, clean)
        w.case_id = case.id
        w.commit()
        return case


def opened(desk: Desk, w: Work, clean: Mapping[str, Any], series_key: str = "") -> Case:
    """Adds a whole case of checked values to a work, with its entry number and search words; of a series where a key is given."""
    case = add_case(desk, w, clean)
    case.series_key = series_key
    w.flush()
    add_referral(w, case, clean.get("referral") or {})
    add_parties(w, case.id, clean["parties"], case.received_on)
    given = series.entry_number(w, desk.organisation_id, case.entered_on)
    given.case_id, case.entry_number = case.id, given.text
    w.flush()
    case = cases.whole(w.session, case.id)
    search.index(w.session, case.order, terms_of(case))
    return case


def terms_of(case: Case) -> list[str]:
    """What the case can be found by: its numbers, the names of its people and their initials, their papers and telephones.

    The case comes with parties, their members and referrals loaded.
    """
    found = [case.entry_number, case.number or "", case.platform_number, *(referral.court_number for referral in case.referrals)]
    members = (member for party in case.parties for member in party.members)
    everybody: tuple[Party | PartyMember, ...] = (*case.parties, *members)
    for who in everybody:
        called = [who.name]
        papers = [who.id_number, who.phone]
        if isinstance(who, Party):
            called += [*who.other_names, who.name_mongolian, who.name_latin, who.legal_representative, who.trade_name]
            papers += [who.uscc, who.other_phone]
        found += [*called, *(initials.of(name) for name in called if name), *(texts.squeezed(paper) for paper in papers)]
    return [term for term in found if term]


def add_case(desk: Desk, w: Work, clean: Mapping[str, Any], organisation_id: int | None = None) -> Case:
    """Adds the row of a case out of clean values, without its numbers; of the office's own organisation unless another is named."""
    category = desk.categories[clean["category"]]
    own = people.organisation(w.session, organisation_id or desk.organisation_id)
    assert own is not None
    received_on = clean.get("received_on") or desk.today()
    known_cause = cause_on(desk, w, clean.get("cause") or "", received_on, category.key)
    return w.add(
        Case(
            order=orders.next_order(w.session, received_on),
            organisation_id=own.id,
            entry_number="",
            stage=Stage.REGISTERED,
            category=category.key,
            cause=clean.get("cause") or "",
            cause_edition=known_cause.edition if known_cause else "",
            moj_type=counted_as(category, clean.get("cause") or "", known_cause, clean.get("facts") or {}),
            mediation_type=MediationType(clean.get("mediation_type") or own.mediation_type),
            source=Source(clean.get("source") or (Source.REFERRED_COURT if clean.get("referral") else Source.ON_APPLICATION)),
            source_note=clean.get("source_note") or "",
            received_on=received_on,
            entered_on=desk.today(),
            happened_on=clean.get("happened_on"),
            limitation_from=clean.get("limitation_from"),
            place=clean.get("place") or "",
            region_code=clean.get("region_code") or own.region_code,
            summary=clean.get("summary") or "",
            claims=clean.get("claims") or [],
            claim_fen=clean.get("claim"),
            facts=fields.stored(category.facts, clean["facts"]) if clean.get("facts") else {},
            people_count=clean.get("people_count"),
            difficult=bool(clean.get("difficult")),
            severity=clean.get("severity") or "",
            mongolian=bool(clean.get("mongolian")),
            platform_number=clean.get("platform_number") or "",
            arbitration_clause=clean.get("arbitration_clause") or "",
            registered_by=desk.person.id,
        )
    )


def counted_as(category: Category, cause: str, known: Cause | None, facts: Mapping[str, Any]) -> str:
    """The Ministry's type: as the facts decide, else as the list of causes says, else the category's own.

    A cause that is listed for another category does not decide: a fight among neighbours counts as the office registered it.
    """
    listed_here = known is not None and (known.category in ("", category.key) or category.key == "other")
    return category.counts_as(cause, facts) or (known.moj_type if known and listed_here else "") or category.moj_type


def cause_on(desk: Desk, w: Work, name: str, day: date, category: str) -> Cause | None:
    """The cause of this name in the list that was in force on the day; None where it is not listed and stays as typed."""
    return causes.known(listed(w.session, desk.categories), name, day, category) if name else None


def add_referral(w: Work, case: Case, values: Mapping[str, Any], place: str = "referral.") -> None:
    """Adds the referral of clean values to a case, where anything was typed; faults stand at `place` and the field."""
    if not any(values.values()):
        return
    court = None
    if values.get("court"):
        court = people.court_called(w.session, values["court"])
        if court is None:
            raise Refusal(
                _("The court “{court}” is not in the list of courts: type its name or its code (内0102).").format(court=values["court"]),
                f"{place}court",
            )
    regime = values.get("regime") or (court.regime if court else None)
    w.add(
        Referral(
            case_id=case.id,
            court_id=court.id if court else None,
            body=values.get("body") or "",
            regime=Regime(regime) if regime else None,
            procedure=Procedure(values["procedure"]) if values.get("procedure") else None,
            court_number=values.get("court_number") or "",
            handed_by=values.get("handed_by") or "",
            received_on=values.get("received_on"),
            slip_signed_on=values.get("slip_signed_on"),
        )
    )


def add_parties(w: Work, case_id: int, parties: list[dict[str, Any]], day: date, ordinal: int = 0) -> None:
    """Writes the parties with their members, agents and statutory agents; who helps a party stands after all the sides.

    `day` is that of the request: what a party said of mediating was said then unless it says otherwise; `ordinal` is that of the last
    party that is there already.
    """
    helpers: list[tuple[Party, dict[str, Any], PartyRole]] = []
    for typed in parties:
        ordinal += 1
        values = group.expanded(typed, None, "members_paste")
        party = w.add(_party(case_id, ordinal, values))
        w.flush()
        for n, member in enumerate(values.get("members") or (), 1):
            w.add(member_of(case_id, party.id, n, member))
        willingness.add(w, case_id, party.id, values.get("willingness") or {}, day)
        if values.get("capacity"):
            w.add(PartyTie(case_id=case_id, party_id=party.id, role=PartyRole(values["capacity"])))
        helpers += [(party, helper, PartyRole.LEGAL_GUARDIAN) for helper in values.get("guardians") or ()]
        helpers += [(party, helper, PartyRole.AGENT) for helper in values.get("agents") or ()]
    for principal, values, role in helpers:
        ordinal += 1
        add_helper(w, case_id, ordinal, principal.id, values, role)


def add_helper(w: Work, case_id: int, ordinal: int, principal_id: int, values: Mapping[str, Any], role: PartyRole) -> Party:
    """Writes an agent or statutory agent with his tie to the party whom he helps."""
    helper = w.add(_party(case_id, ordinal, {**values, "role": role}))
    w.flush()
    w.add(
        PartyTie(
            case_id=case_id,
            party_id=helper.id,
            for_party_id=principal_id,
            role=role,
            authority_level=AuthorityLevel(values["authority_level"]) if values.get("authority_level") else None,
            items=values.get("items") or [],
            relation=values.get("relation") or "",
            paper=values.get("paper") or "",
            valid_to=values.get("valid_to"),
        )
    )
    return helper


_PARTY_COLUMNS = set(Party.__mapper__.column_attrs.keys())
_MEMBER_COLUMNS = set(PartyMember.__mapper__.column_attrs.keys())


def _party(case_id: int, ordinal: int, values: Mapping[str, Any]) -> Party:
    kind = PartyKind(values.get("kind") or (PartyKind.COMPANY if values.get("uscc") else PartyKind.PERSON))
    known = {key: _stored_word(key, value) for key, value in values.items() if key in _PARTY_COLUMNS and value is not None and value != ""}
    return Party(**{**_from_paper(known), "case_id": case_id, "ordinal": ordinal, "kind": kind})


def member_of(case_id: int, party_id: int, ordinal: int, values: Mapping[str, Any]) -> PartyMember:
    """A member of a household or group out of clean values, not yet added."""
    known = {key: _stored_word(key, value) for key, value in values.items() if key in _MEMBER_COLUMNS and value is not None and value != ""}
    filled = _from_paper(known)
    filled.pop("id_verified", None)
    return PartyMember(**{**filled, "amount_fen": values.get("amount"), "case_id": case_id, "party_id": party_id, "ordinal": ordinal})


def party_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a party out of clean values, those that were emptied too."""
    return _emptied(values, _PARTY_COLUMNS, {"sex": None, "birth_date": None, "e_service": None, "needs": [], "other_names": []})


def member_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a member out of clean values, those that were emptied too."""
    empty: dict[str, Any] = {"sex": None, "birth_date": None, "amount_fen": None, "represents": False, "authority": []}
    return _emptied({**values, **({"amount_fen": values["amount"]} if "amount" in values else {})}, _MEMBER_COLUMNS, empty)


def authority_columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of what an agent was given power to do, those that were emptied too."""
    return _emptied(values, set(PartyTie.__mapper__.column_attrs.keys()), {"authority_level": None, "items": [], "valid_to": None})


def _emptied(values: Mapping[str, Any], columns: set[str], empty: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key in values.keys() & columns:
        value = values[key]
        found[key] = empty.get(key, "") if value is None or value == "" or value == [] else _stored_word(key, value)
    return found


def _stored_word(key: str, value: Any) -> Any:
    return _WORDS[key](value) if key in _WORDS else value


def _from_paper(known: dict[str, Any]) -> dict[str, Any]:
    """Fills sex and birth date from the number of the paper where they were not typed; says whether the number could be checked."""
    number = known.get("id_number")
    if not number:
        return known
    verdict = identity.look_at(known.get("id_kind", IdKind.RESIDENT_ID).value, number)
    filled = {**known, "id_verified": verdict.ok}
    if verdict.ok and verdict.birth_date and "birth_date" not in filled:
        filled["birth_date"] = verdict.birth_date
    if verdict.ok and verdict.sex and "sex" not in filled:
        filled["sex"] = Sex(verdict.sex)
    return filled
