"""A group in a case: its list out of Excel, who speaks for it, single agreements split off and joined again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from db import search
from db.models.agreement import Agreement, Signing
from db.models.case import Case
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.models.party import Party, PartyMember
from db.queries import groups as queries
from db.vocabulary import AgreementStatus, DocumentState, PaperKind, PartyKind, Stage
from db.work import Work
from desktop.domain import fields, group, needs
from desktop.domain.inputs.group import AUTHORITY, JOIN, MEMBERS, REPRESENT, SPLIT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, intake, life, references
from desktop.services.desk import Desk

_COPIED = ("form", "regime", "day", "place", "facts", "disputed", "responsibility", "clauses", "confirmation_wanted", "copies",
           "effective_on", "earliest_effect_on")  # fmt: skip
_SIGNED = ("signer", "party_id", "mediator_id", "name", "capacity", "signed_on", "by_hand", "fingerprint", "seal", "by_post", "note")
_OWED = ("kind", "liability", "subject", "unit", "details", "way", "place", "done_when")


class Stands(NamedTuple):
    """One member as a page lists him; `covered` is False where nobody may sign for him and he does not sign himself."""

    ordinal: int
    name: str
    amount_fen: int | None
    represents: bool
    authority: tuple[str, ...]
    covered: bool


@contextmanager
def _with(desk: Desk, number: str | int, action: str, reason: str = "") -> Iterator[tuple[Work, Case]]:
    with desk.work(action, reason=reason) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        if case.stage is Stage.ARCHIVED:
            raise Refusal(_("The file is in the archive: take it out first."), code="not_allowed")
        yield w, case


def members(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Replaces the members of a group by a pasted list; one who stays keeps what was entered of him (by identity number, else by name).

    Refusal with row and column of every fault, and once an agreement is issued or divides a sum among the members.
    """
    clean = fields.check(MEMBERS, values, desk.today())
    pasted = group.read(clean["list"], desk.today())
    with _with(desk, number, "group_members") as (w, case):
        _require(needs.nothing_issued(cases.now_of(desk, case)))
        party = _group(case, clean.get("group"))
        if queries.parts_of_members(w.session, party.id):
            raise Refusal(_("The agreement divides a sum among the members: take that out of it first."), "list", "not_allowed")
        before = list(party.members)
        for ordinal, row in enumerate(pasted.members, 1):
            known = next((one for one in before if _same(one, row)), None)
            if known is None:
                w.add(intake.member_of(case.id, party.id, ordinal, row))
                continue
            before.remove(known)
            made = intake.member_of(case.id, party.id, ordinal, row)
            columns = {"amount": "amount_fen"}
            told = {columns.get(key, key): getattr(made, columns.get(key, key)) for key in row}
            w.change(known, None, {**told, "ordinal": ordinal})
        for gone in before:
            w.delete(gone)
        w.change(case, version, {"people_count": case.people_count})
        w.flush()
        case = cases.whole(w.session, case.id)
        search.index(w.session, case.order, intake.terms_of(case))
        return cases.kept(w, case.id)


def _same(member: PartyMember, row: Mapping[str, Any]) -> bool:
    if member.id_number and row.get("id_number"):
        return member.id_number == row["id_number"]
    return member.name == row["name"]


def represent(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters who speaks for a group, by what paper, and what each of the named members (all) gave them power to do."""
    clean = fields.check(REPRESENT, values, desk.today())
    authority = life.chosen(clean["authority"], AUTHORITY, "authority")
    if group.SELF in authority and len(authority) > 1:
        raise Refusal(_("Who signs himself has given nobody power to do it for him: choose one or the other."), "authority")
    with _with(desk, number, "group_represent") as (w, case):
        _require(needs.nothing_issued(cases.now_of(desk, case)))
        party = _group(case, clean.get("group"))
        speakers = group.members_called(party.members, clean["representatives"], "representatives")
        named = group.members_called(party.members, clean.get("members") or (), "members")
        if group.SELF in authority and not clean.get("members"):
            raise Refusal(_("Say which members sign themselves."), "members")
        for member in party.members:
            if member in speakers:
                w.change(member, None, {"represents": True, "paper": clean["paper"]})
            elif not clean.get("members") and member.represents:
                w.change(member, None, {"represents": False, "paper": ""})  # a new choice for all takes the place of the old one
            if member in named and member not in speakers:
                w.change(member, None, {"authority": authority})
        w.change(case, version, {"people_count": case.people_count})
        return cases.kept(w, case.id)


def standing(party: Party) -> list[Stands]:
    """The members of a group, each with what he gave power to do."""
    bare = {member.id for member in group.uncovered(party)}
    return [
        Stands(one.ordinal, one.name, one.amount_fen, one.represents, tuple(one.authority), one.id not in bare) for one in party.members
    ]


# --- splitting and joining ------------------------------------------------------------------------------------------------------------


def split(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Splits a group's agreement in force into single ones, one for each member who has a part in it, so that each can apply or enforce.

    Each says his own part with his own account and bears the number with `-n` of the list; it is in force since the same day, by the
    same signatures. What was paid already moves with the part. All members, since an agreement is not in force twice.
    """
    clean = fields.check(SPLIT, values, desk.today())
    with life.making(desk, number, "group_split") as made:
        w, case, whole = made.w, made.case, made.now.signed
        assert whole is not None
        party = _group(case, clean.get("group"))
        by_member = _parts(whole, party)
        wanted = group.members_called(party.members, clean.get("members") or (), "members")
        left = [member.name for member in party.members if member.id in by_member and member not in wanted]
        if left:
            sentence = _("An agreement is split for all its members or not at all: {n} are not named ({members}).")
            raise Refusal(sentence.format(n=len(left), members="、".join(left[:5])), "members")
        if queries.applied_for(w.session, [whole.id]):
            raise Refusal(
                _("Judicial confirmation of the group's agreement was applied for: it is not split any more."), code="not_allowed"
            )
        for member in party.members:
            if member.id in by_member:
                _single(w, case, whole, party, member, by_member[member.id])
        w.change(whole, version, {"version_number": whole.version_number + 1})
        note = _("{n} single agreements").format(n=len(by_member))
        life.moved(w, case, "group_split", desk.today(), case.stage, case.stage, note, {"agreement": whole.id})
        return cases.kept(w, case.id)


def join(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Joins the single agreements into the group's again: they become void and stay listed; what was paid moves back."""
    clean = fields.check(JOIN, values, desk.today())
    with life.making(desk, number, "group_join", clean["reason"]) as made:
        w, case, whole, singles = made.w, made.case, made.now.signed, made.now.singles
        assert whole is not None
        applied = set(queries.applied_for(w.session, [one.id for one in singles]))
        if applied:
            numbers = "、".join(one.number or "" for one in singles if one.id in applied)
            raise Refusal(_("Judicial confirmation was applied for: {numbers}. These agreements stay as they are.").format(numbers=numbers))
        back = {
            (one.ordinal, part.member_id, part.due_on): (one, part) for one in whole.obligations for part in one.instalments
        }  # fmt: skip
        for single in singles:
            for obligation in single.obligations:
                origin = int(obligation.details.get("of", 0))
                home = {part.id: back[origin, part.member_id, part.due_on] for part in obligation.instalments}
                for paid in obligation.performances:
                    first = home.get(paid.instalment_id) if paid.instalment_id is not None else next(iter(home.values()))
                    assert first is not None
                    w.change(paid, None, {"obligation_id": first[0].id, "instalment_id": first[1].id})
            w.change(single, None, {"status": AgreementStatus.VOID})
            for paper in case.documents:
                if paper.kind is PaperKind.AGREEMENT and paper.subject_id == single.id and paper.state is not DocumentState.VOID:
                    w.change(paper, None, {"state": DocumentState.VOID})
        w.change(whole, version, {"version_number": whole.version_number + 1})
        life.moved(w, case, "group_join", desk.today(), case.stage, case.stage, clean["reason"], {"agreement": whole.id})
        return cases.kept(w, case.id)


def _parts(whole: Agreement, party: Party) -> dict[int, list[tuple[Obligation, list[Instalment]]]]:
    """Of every member his instalments by obligation; Refusal where something in the agreement belongs to nobody in particular."""
    ids = {member.id for member in party.members}
    found: dict[int, list[tuple[Obligation, list[Instalment]]]] = {}
    for obligation in whole.obligations:
        if not obligation.instalments or any(part.member_id not in ids for part in obligation.instalments):
            sentence = _("Obligation {n} is not divided among the members: the agreement cannot be split.")
            raise Refusal(sentence.format(n=obligation.ordinal), code="not_allowed")
        owned = {part.id for part in obligation.instalments}
        if any(one.instalment_id not in owned for one in obligation.performances):
            sentence = _("Obligation {n}: a payment names no member; say whose it was first.")
            raise Refusal(sentence.format(n=obligation.ordinal), code="not_allowed")
        for member_id in ids:
            own = [part for part in obligation.instalments if part.member_id == member_id]
            if own:
                found.setdefault(member_id, []).append((obligation, own))
    return found


def _single(
    w: Work, case: Case, whole: Agreement, party: Party, member: PartyMember, owed: Sequence[tuple[Obligation, list[Instalment]]]
) -> None:
    single = w.add(
        Agreement(
            case_id=case.id, status=AgreementStatus.SIGNED, number=f"{whole.number or case.number}-{member.ordinal}", version_number=1,
            split_from_id=whole.id, member_id=member.id, **{key: getattr(whole, key) for key in _COPIED},
        )
    )  # fmt: skip
    w.flush()
    for n, line in enumerate(whole.signings, 1):
        signed = {key: getattr(line, key) for key in _SIGNED}
        w.add(Signing(case_id=case.id, agreement_id=single.id, ordinal=n, **signed))
    for ordinal, (obligation, parts) in enumerate(owed, 1):
        same = {key: getattr(obligation, key) for key in _OWED}
        made = w.add(
            Obligation(
                case_id=case.id, agreement_id=single.id, ordinal=ordinal, timing=obligation.timing, due_on=obligation.due_on,
                amount_fen=sum(part.amount_fen or 0 for part in parts) if any(part.amount_fen for part in parts) else None,
                account_name=member.account_name or (member.name if member.account_number else ""),
                bank_name=member.bank_name, account_number=member.account_number,
                **{**same, "details": {**obligation.details, "of": obligation.ordinal}},
            )
        )  # fmt: skip
        w.flush()
        for one in obligation.parties:
            told = {"party_id": one.party_id, "part": one.part, "on_account_of_id": one.on_account_of_id}
            w.add(ObligationParty(case_id=case.id, obligation_id=made.id, **told))
        for n, part in enumerate(parts, 1):
            copied = w.add(
                Instalment(
                    case_id=case.id, obligation_id=made.id, ordinal=n, member_id=member.id, due_on=part.due_on,
                    amount_fen=part.amount_fen, quantity=part.quantity,
                )
            )  # fmt: skip
            w.flush()
            for paid in obligation.performances:
                if paid.instalment_id == part.id:
                    w.change(paid, None, {"obligation_id": made.id, "instalment_id": copied.id})


def _group(case: Case, typed: str | None) -> Party:
    """The group that is meant: the only one of the case where none was named."""
    if typed:
        party = references.party(case, typed, "group")
        if party.kind is not PartyKind.GROUP:
            raise Refusal(_("{name} is no group.").format(name=party.name), "group")
        return party
    known = [party for party in case.parties if party.kind is PartyKind.GROUP]
    if len(known) == 1:
        return known[0]
    raise Refusal(_("There is no group in this case.") if not known else _("Several parties are groups: say which."), "group")


def _require(sentence: str) -> None:
    if sentence:
        raise Refusal(sentence, code="not_allowed")
