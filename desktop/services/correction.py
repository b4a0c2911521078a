"""Mend a registered case: its fields, parties and referral, against what was read; a party more or less. All of it leaves its trace."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from db import search
from db.models.case import Case
from db.models.party import Party
from db.models.willingness import MediationWillingness
from db.queries import moves, orders, people
from db.trouble import Stale
from db.vocabulary import MediationType, PartyRole, Procedure, Regime, Source
from db.work import Work
from desktop.categories.catalogue import Catalogue
from desktop.domain import dates, fields, needs, plausible, words
from desktop.domain.effect import SIDES
from desktop.domain.fields import Field
from desktop.domain.inputs.correction import ADD_PARTY, CASE_CHANGES, PARTIES, REASON, REFERRAL_CHANGES, REMOVE_PARTY
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import cases, correction_parties, court_numbers, intake, life, references, troubles
from desktop.services.corrected import Corrections
from desktop.services.desk import Desk

_NEVER_EMPTY = frozenset({"received_on", "category", "source", "mediation_type"})
_WORDS: dict[str, type[StrEnum]] = {"source": Source, "mediation_type": MediationType, "regime": Regime, "procedure": Procedure}


def form(categories: Catalogue, category: str = "") -> tuple[Field, ...]:
    """The sheet of a correction: `changes` holds what is to stand, `read` the same fields as they were read."""
    rows: tuple[Field, ...] = (*CASE_CHANGES, Field("category", "choice", N_("Category"), choices=categories.choices(), example="finance"))
    rows = (*rows, *intake.facts_of(categories.get(category)))
    return (
        REASON,
        Field("changes", "group", N_("Changes"), rows=rows, example={"place": "呼和浩特市托克托县双河镇"}),
        Field("read", "group", N_("As it was read"), rows=rows, example={"place": "呼和浩特市托克托县"}),
        PARTIES,
        REFERRAL_CHANGES,
    )


def correct(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Changes fields of the case (at `version`), of parties (each at its own version) and of the last referral.

    Refusal `stale` with both values where somebody changed the same field meanwhile; what others changed beside it stands.
    """
    with life.making(desk, number, "correct", _reason(values)) as made:
        w, case = made.w, made.case
        wanted = values.get("changes") if isinstance(values, Mapping) else None
        category = wanted.get("category") if isinstance(wanted, Mapping) else None
        sheet = form(desk.categories, category if isinstance(category, str) and category in desk.categories else case.category)
        clean = fields.check(sheet, values, desk.today(), partial=True)
        if not (clean.get("reason") or "").strip():
            raise Refusal(_("Say why it is corrected."), "reason")
        by = Corrections(w)
        order = case.order
        rows = _group(sheet, "changes")
        own = _case_columns(clean.get("changes") or {}, rows, case)
        by.set(case, version, own, _case_columns(clean.get("read") or {}, rows, case), rows, "changes")
        issued = needs.nothing_issued(cases.now_of(desk, case))
        for n, row in enumerate(clean.get("parties") or ()):
            correction_parties.party(by, case, row, f"parties.{n}", issued)
        if clean.get("referral"):
            _referral(by, case, clean["referral"], desk.today())
        if by.stale:
            raise troubles.refusal(Stale(by.stale))
        if not by.trace:
            raise Refusal(_("Nothing is different from what stands: there is nothing to correct."), code="unchanged")
        _still_possible(desk, w, case, own)
        return _traced(desk, made, order, "correct", by.trace, clean["reason"])


def add_party(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """A party more, or an agent of one, before an agreement is issued."""
    clean = fields.check(ADD_PARTY, values, desk.today())
    with life.making(desk, number, "add_party") as made:
        w, case = made.w, made.case
        role = PartyRole(clean["role"])
        faults = list(plausible.of_person(clean["name"], clean.get("birth_date"), case.received_on, desk.today(), "birth_date"))
        if faults:
            raise Refusal.of(faults)
        last = max((party.ordinal for party in case.parties), default=0)
        if role in SIDES:
            if clean.get("for_party"):
                raise Refusal(_("Only an agent helps another party."), "for_party")
            intake.add_parties(w, case.id, [clean], case.received_on, last)
        else:
            if not clean.get("for_party"):
                raise Refusal(_("Say whom he helps: number or name of the party."), "for_party")
            helped = references.party(case, clean["for_party"], "for_party")
            intake.add_helper(w, case.id, last + 1, helped.id, clean, role)
        if version is not None:
            w.change(case, version, {"stage": case.stage})
        return _traced(desk, made, case.order, "add_party", [[words.shown(role), "", clean["name"]]], "")


def remove_party(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """A party less, before an agreement is issued; with his agents. Who sat in a session stays named in its record.

    Refusal where it leaves nobody on a side, or where the draft, evidence or another part of the case names him.
    """
    clean = fields.check(REMOVE_PARTY, values, desk.today())
    with life.making(desk, number, "remove_party", clean["reason"]) as made:
        w, case = made.w, made.case
        party = references.party(case, clean["party"], "party")
        if party.role in (PartyRole.APPLICANT, PartyRole.RESPONDENT) and sum(one.role is party.role for one in case.parties) == 1:
            sentence = _("{name} is the only {role}: add another one first.")
            raise Refusal(sentence.format(name=party.name, role=words.shown(party.role)), "party")
        helpers = [
            one for one in case.parties if one.ties and all(tie.for_party_id == party.id for tie in one.ties) and one.role not in SIDES
        ]
        leaving = {one.id for one in (*helpers, party)}
        ties = [tie for one in case.parties for tie in one.ties if {tie.party_id, tie.for_party_id} & leaving]
        for tie in ties:
            w.delete(tie)
        for one in (*helpers, party):
            _take_out(w, one, {tie.id for tie in ties})
        if version is not None:
            w.change(case, version, {"stage": case.stage})
        return _traced(desk, made, case.order, "remove_party", [[words.shown(party.role), party.name, ""]], clean["reason"])


def _reason(values: Any) -> str:
    reason = values.get("reason") if isinstance(values, Mapping) else ""
    return reason.strip()[:500] if isinstance(reason, str) else ""


def _group(sheet: Sequence[Field], key: str) -> tuple[Field, ...]:
    return next(field.rows for field in sheet if field.key == key)


# --- fields ---------------------------------------------------------------------------------------------------------------------


def _case_columns(clean: Mapping[str, Any], sheet: Sequence[Field], case: Case) -> dict[str, Any]:
    """Columns of the case out of clean values; an emptied field comes as its empty column."""
    rows = {field.key: field for field in sheet}
    found: dict[str, Any] = {}
    for key, value in clean.items():
        if key in _NEVER_EMPTY and value in (None, ""):
            raise Refusal(_("This is needed: it cannot be emptied."), f"changes.{key}")
        if key == "claim":
            found["claim_fen"] = value
        elif key == "facts":
            found["facts"] = {**case.facts, **fields.stored(rows["facts"].rows, value)}
        elif rows[key].kind == "yes_no":
            found[key] = bool(value)
        elif key in _WORDS:
            found[key] = _WORDS[key](value)
        else:
            found[key] = value
    return found


def _referral(by: Corrections, case: Case, clean: Mapping[str, Any], today: date) -> None:
    inward = [one for one in case.referrals if not one.outward]
    if not inward:
        raise Refusal(_("The case came by no referral: enter one instead."), "referral")
    columns: dict[str, Any] = {}
    for key, value in clean.items():
        if key == "court":
            court = people.court_called(by.work.session, value) if value else None
            if value and court is None:
                raise Refusal(
                    _("The court “{court}” is not in the list of courts: type its name or its code (内0102).").format(court=value),
                    "referral.court",
                )
            columns["court_id"] = court.id if court else None
        elif key == "court_number":
            if value:
                court_numbers.check(value, "referral.court_number", today)
            columns[key] = value or ""
        elif key in _WORDS:
            columns[key] = _WORDS[key](value) if value else None
        else:
            columns[key] = value if value is not None else None
    by.set(inward[-1], None, columns, {}, REFERRAL_CHANGES.rows, "referral")
    handed = plausible.of_referral(inward[-1].received_on, inward[-1].slip_signed_on, today)
    faults = [Fault(f"referral.{one.field}", one.sentence) for one in handed if one.field in clean]
    if faults:
        raise Refusal.of(faults)


def _still_possible(desk: Desk, w: Work, case: Case, own: Mapping[str, Any]) -> None:
    """Days in an order that can be, and what follows from a new day, cause or category."""
    faults = [
        Fault(f"changes.{one.field}", one.sentence)
        for one in plausible.of_case(case.received_on, case.happened_on, case.accepted_on, desk.today())
    ]
    for n, party in enumerate(case.parties):
        faults += plausible.of_person(party.name, party.birth_date, case.received_on, desk.today(), f"parties.{n}.changes.birth_date")
    if "accepted_on" in own:
        faults += _acceptance(case)
    sheet = desk.categories.get(case.category)
    if sheet is not None and {"facts", "category", "happened_on"} & own.keys():
        days = {"happened_on": case.happened_on}
        faults += intake.facts_refused(sheet, sheet.read(case.facts), days, case.received_on, desk.today(), "changes.facts")
    if faults:
        raise Refusal.of(faults)
    if {"cause", "category", "received_on", "facts"} & own.keys():
        known = intake.cause_on(desk, w, case.cause, case.received_on, case.category)
        category = desk.categories.get(case.category)  # None: a category of the office's own that it has no more
        if category is not None:
            moj_type = intake.counted_as(category, case.cause, known, category.read(case.facts))
            w.change(case, None, {"cause_edition": known.edition if known else "", "moj_type": moj_type})
    if {"received_on", "accepted_on"} & own.keys():
        day = case.accepted_on or case.received_on
        if case.order // orders.PER_DAY != day.year * 10_000 + day.month * 100 + day.day:
            w.change(case, None, {"order": orders.next_order(w.session, day)})


def _acceptance(case: Case) -> list[Fault]:
    at = "changes.accepted_on"
    if case.accepted_on is None:
        return [Fault(at, _("This is needed: it cannot be emptied."))] if case.number else []
    if case.number is None:
        return [Fault(at, _("The case is not accepted yet: accept it instead."))]
    if str(case.accepted_on.year) not in case.number:
        return [Fault(at, _("The number {number} is of another year: take the acceptance back instead.").format(number=case.number))]
    first = min((one.day for one in case.sessions), default=None)
    if first is not None and case.accepted_on > first:
        return [Fault(at, _("The first session was on {day}: the acceptance lies before it.").format(day=dates.in_words(first)))]
    return []


def _take_out(w: Work, one: Party, ties: set[int]) -> None:
    """Deletes a party with his members, after the `ties`; a row that names him otherwise stops it."""
    said = w.session.scalars(select(MediationWillingness).where(MediationWillingness.party_id == one.id)).all()
    for child in (*one.members, *said):
        w.delete(child)
    gone = {"party_tie": ties, "party_member": {member.id for member in one.members}, "mediation_willingness": {row.id for row in said}}
    for table, row_id in moves.pointing_at(w.session, "party", one.id):
        if table == "attendee":  # his name stands in the record all the same
            w.change(w.get(moves.noun_of(table), row_id), None, {"party_id": None})
        elif row_id not in gone.get(table, ()):
            sentence = _("{name} is named elsewhere in the case ({where}): change that first.")
            raise Refusal(sentence.format(name=one.name, where=_(_PLACES.get(table, N_("another part")))), "party", "not_allowed")
    w.delete(one)


_PLACES = {
    "obligation_party": N_("the draft agreement"),
    "evidence": N_("the evidence"),
    "contact": N_("the contacts"),
    "recusal": N_("a request to recuse"),
    "proposal_service": N_("the service of a plan"),
    "signing": N_("a signing table"),
    "original": N_("the list of originals"),
}


def _traced(desk: Desk, made: life.Making, order: int, key: str, trace: Sequence[Sequence[str]], reason: str) -> Case:
    """Writes the move with its readable lines, says anew by what the case is found, commits."""
    w = made.w
    w.flush()
    case = cases.whole(w.session, made.case.id)
    search.rekey(w.session, order, case.order, intake.terms_of(case))
    lines = "；".join(f"{label}：{old or '／'} → {new or '／'}" for label, old, new in trace)
    note = f"{reason}　{lines}" if reason else lines
    life.moved(w, case, key, desk.today(), case.stage, case.stage, note[:2000], {"changes": [list(line) for line in trace]})
    return cases.kept(w, case.id)
