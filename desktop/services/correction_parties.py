"""Correct a party of a registered case: the party itself, the members of a household or group, what an agent was given power to do."""

from collections.abc import Mapping
from typing import Any

from db.models.case import Case
from db.models.party import Party, PartyMember
from db.queries import moves
from db.vocabulary import PartyKind, PartyRole, Sex
from desktop.domain import group, identity
from desktop.domain.effect import SIDES
from desktop.domain.inputs.correction import AUTHORITY_CHANGES, MEMBER_CHANGES, PARTY_CHANGES
from desktop.domain.inputs.group import AUTHORITY
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.services import intake, life, references
from desktop.services.corrected import Corrections

_NEVER_EMPTY = frozenset({"name", "role", "kind", "id_kind"})
_OF_MANY = (PartyKind.HOUSEHOLD, PartyKind.GROUP)
_SPEAKS = ("represents", "authority")
_ELSEWHERE = {
    "instalment": N_("the draft agreement divides a sum among the members"),
    "signing": N_("a signing table"),
    "agreement": N_("an agreement of his own"),
}


def party(by: Corrections, case: Case, row: Mapping[str, Any], at: str, issued: str) -> None:
    """Corrects a party as a row of the sheet at `at` says; `issued` says why the list of members stands fast, "" while it does not.

    Who speaks for the members, and who is one, stands fast with an issued agreement: it was signed on that. What is written of a member
    (his number, account, telephone) is corrected at any time, and so is an agent's authority, since a new paper may come at any time.
    """
    who = references.party(case, row["party"], f"{at}.party")
    _itself(by, who, row, at)
    _members(by, who, row.get("members") or (), at, issued)
    if row.get("authority"):
        _authority(by, case, who, row["authority"], f"{at}.authority")


def _itself(by: Corrections, who: Party, row: Mapping[str, Any], at: str) -> None:
    changes = row.get("changes") or {}
    _not_emptied(changes, f"{at}.changes")
    columns = intake.party_columns(changes)
    if columns.get("role") not in (None, who.role) and who.role not in SIDES:
        raise Refusal(_("An agent does not become a side: add him as a party."), f"{at}.changes.role")
    if columns.get("kind", who.kind) not in _OF_MANY and who.members:
        raise Refusal(_("{name} has members: take them out of the list first.").format(name=who.name), f"{at}.changes.kind")
    if {"id_number", "id_kind"} & columns.keys():
        columns["id_verified"] = _by_paper(who, columns)
    by.set(who, row.get("version"), columns, intake.party_columns(row.get("read") or {}), PARTY_CHANGES, f"{at}.changes", who.name)


# --- members ------------------------------------------------------------------------------------------------------------------------


def _members(by: Corrections, who: Party, rows: Any, at: str, issued: str) -> None:
    """Rows of the list: what is written of a member, a member more, a member less (the numbers close up)."""
    standing = list(who.members)
    gone: list[PartyMember] = []
    for n, row in enumerate(rows):
        here = f"{at}.members.{n}"
        if not row.get("member"):
            standing.append(_one_more(by, who, len(standing) + 1, row.get("changes") or {}, here, issued))
        elif row.get("leaves"):
            gone.append(_one_less(by, who, row["member"], here, issued))
        else:
            _member(by, who, row, here, issued)
    if gone and len(gone) == len(standing):
        raise Refusal(_("{name} would have no members: enter the right ones with it.").format(name=who.name), f"{at}.members")
    for one in gone:
        by.work.delete(one)
    for ordinal, one in enumerate((one for one in standing if one not in gone), 1):
        if one.ordinal != ordinal:
            by.work.change(one, None, {"ordinal": ordinal})


def _member(by: Corrections, who: Party, row: Mapping[str, Any], at: str, issued: str) -> None:
    one = group.member_called(who.members, row["member"], f"{at}.member")
    changes = row.get("changes") or {}
    _not_emptied(changes, f"{at}.changes")
    columns = _columns(changes, f"{at}.changes")
    for key in _SPEAKS:
        if issued and columns.get(key, getattr(one, key)) != getattr(one, key):
            raise Refusal(issued, f"{at}.changes.{key}", "not_allowed")
    if {"id_number", "id_kind"} & columns.keys():
        _by_paper(one, columns)
    by.set(one, row.get("version"), columns, _columns(row.get("read") or {}, f"{at}.read"), MEMBER_CHANGES, f"{at}.changes", one.name)


def _one_more(by: Corrections, who: Party, ordinal: int, changes: Mapping[str, Any], at: str, issued: str) -> PartyMember:
    if who.kind not in _OF_MANY:
        raise Refusal(_("{name} is neither a household nor a group: add a party instead.").format(name=who.name), f"{at}.member")
    if not changes.get("name"):
        raise Refusal(_("Say who it is: the name of the member."), f"{at}.changes.name")
    if issued:
        raise Refusal(issued, f"{at}.member", "not_allowed")
    told = {**changes, "authority": life.chosen(changes.get("authority"), AUTHORITY, f"{at}.changes.authority")}
    made = by.work.add(intake.member_of(who.case_id, who.id, ordinal, told))
    by.trace.append([_("{name}: members").format(name=who.name), "", made.name])
    return made


def _one_less(by: Corrections, who: Party, typed: str, at: str, issued: str) -> PartyMember:
    one = group.member_called(who.members, typed, f"{at}.member")
    if issued:
        raise Refusal(issued, f"{at}.leaves", "not_allowed")
    for table, _row in moves.pointing_at(by.work.session, "party_member", one.id):
        sentence = _("{name} is named elsewhere in the case ({where}): change that first.")
        where = _(_ELSEWHERE.get(table, N_("another part")))
        raise Refusal(sentence.format(name=one.name, where=where), f"{at}.leaves", "not_allowed")
    by.trace.append([_("{name}: members").format(name=who.name), one.name, ""])
    return one


def _columns(values: Mapping[str, Any], at: str) -> dict[str, Any]:
    """The columns of a member out of clean values, those that were emptied too."""
    found = intake.member_columns(values)
    if "authority" in found:
        found["authority"] = life.chosen(found["authority"], AUTHORITY, f"{at}.authority")
        if group.SELF in found["authority"] and len(found["authority"]) > 1:
            raise Refusal(_("Who signs himself has given nobody power to do it for him: choose one or the other."), f"{at}.authority")
    return found


# --- authority ------------------------------------------------------------------------------------------------------------------------


def _authority(by: Corrections, case: Case, who: Party, row: Mapping[str, Any], at: str) -> None:
    """What somebody who helps a party was given power to do, by what paper, until when (CPC 62)."""
    ties = [tie for tie in who.ties if tie.for_party_id is not None]
    if row.get("for_party"):
        helped = references.party(case, row["for_party"], f"{at}.for_party")
        ties = [tie for tie in ties if tie.for_party_id == helped.id]
    if not ties:
        raise Refusal(_("{name} helps no party of this case.").format(name=who.name), f"{at}.for_party")
    if len(ties) > 1:
        raise Refusal(_("{name} helps several parties: say which one.").format(name=who.name), f"{at}.for_party")
    columns = intake.authority_columns(row.get("changes") or {})
    if ties[0].role is not PartyRole.AGENT and columns.get("authority_level"):
        raise Refusal(_("A statutory agent has his power by law: there is no level of it."), f"{at}.changes.authority_level")
    read = intake.authority_columns(row.get("read") or {})
    by.set(ties[0], row.get("version"), columns, read, AUTHORITY_CHANGES, f"{at}.changes", who.name)


# --- papers ---------------------------------------------------------------------------------------------------------------------------


def _not_emptied(changes: Mapping[str, Any], at: str) -> None:
    for key in _NEVER_EMPTY & changes.keys():
        if changes[key] in (None, ""):
            raise Refusal(_("This is needed: it cannot be emptied."), f"{at}.{key}")


def _by_paper(who: Party | PartyMember, columns: dict[str, Any]) -> bool:
    """Whether the number of the paper, as it will stand, could be checked; fills what it says where nothing stands."""
    number, kind = columns.get("id_number", who.id_number), columns.get("id_kind", who.id_kind)
    verdict = identity.look_at(kind.value, number) if number else None
    if verdict is None or not verdict.ok:
        return False
    if verdict.birth_date and who.birth_date is None:
        columns.setdefault("birth_date", verdict.birth_date)
    if verdict.sex and who.sex is None:
        columns.setdefault("sex", Sex(verdict.sex))
    return True
