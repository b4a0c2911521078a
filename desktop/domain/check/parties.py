"""Parties, their capacity, those who act for them, households, groups, and who has signed (CPC 61, 62; 民法典 19 to 24, 168; CPCI 354)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AgreementStatus, AuthorityLevel, Need, PartyKind, PartyRole, SignerKind, Stage
from desktop.domain import dates, effect, group, missing, money, texts
from desktop.domain.check.finding import Checked, Finding, Level
from desktop.domain.check.kinds import found
from desktop.domain.effect import SIDES
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.party import Party, PartyMember, PartyTie

ADULT, WORKING = 18, 16  # 民法典 17, 18: who lives of his own work from sixteen on has full capacity
_SETTLING = ("调解", "和解", "settle", "签署", "承认", "放弃", "特别")
MOST_AGENTS = 2


def identities(now: Checked) -> Iterator[Finding]:
    """Who the parties are must be known and checked."""
    for lack in missing.of_case(now.case, now.day):
        if lack.stops_agreement:
            yield found("identity", lack.place, lack.sentence)


def mediators(now: Checked) -> Iterator[Finding]:
    """Somebody presides: his signature is a condition of the effect."""
    running = [one for one in now.case.assignments if one.ended_on is None]
    if not running and now.case.stage in (Stage.ASSIGNED, Stage.IN_MEDIATION):
        yield found("no_mediator", "parties", _("Nobody has been assigned to preside over the mediation."))


def _ties(now: Checked, party: "Party", role: PartyRole) -> "list[tuple[Party, PartyTie]]":
    return [(one, tie) for one in now.case.parties for tie in (one.ties or ()) if tie.role is role and tie.for_party_id == party.id]


def _sides(now: Checked) -> "list[tuple[int, Party]]":
    return [(n, party) for n, party in enumerate(now.case.parties) if party.role in SIDES]


def capacity(now: Checked) -> Iterator[Finding]:
    """A minor or somebody without full capacity is represented by a guardian who has nothing to win by it."""
    for n, party in _sides(now):
        if party.kind is not PartyKind.PERSON:
            continue
        age = dates.age(party.birth_date, now.day) if party.birth_date else ADULT
        incapable = Need.GUARDIAN.value in (party.needs or [])
        if age >= ADULT and not incapable:
            continue
        guardians = _ties(now, party, PartyRole.LEGAL_GUARDIAN)
        at = f"parties.{n}"
        if not guardians:
            if incapable:
                sentence = _("{name} needs a guardian, and none is entered.").format(name=party.name)
            else:
                sentence = _("{name} is {age} years old, and no guardian is entered.").format(name=party.name, age=max(age, 0))
            level = Level.AMBER if WORKING <= age < ADULT and not incapable else None
            yield found("no_guardian", f"{at}.guardians", sentence, level)
        for guardian, tie in guardians:
            if _opposed(now, party, guardian):
                sentence = _("{guardian} acts as guardian of {name} and stands on the other side of the same obligation.")
                yield found("guardian_opposed", f"{at}.guardians", sentence.format(guardian=guardian.name, name=party.name))
            if not (tie.relation or "").strip() and not (tie.paper or "").strip():
                sentence = _("It is not said how {guardian} is guardian of {name}: relation and paper are missing.")
                yield found("guardian_unproved", f"{at}.guardians", sentence.format(guardian=guardian.name, name=party.name))
        owes = any(part.party_id == party.id and part.part == "debtor" for one in now.agreement.obligations for part in one.parties)
        if owes:
            sentence = _("{name}, who has no full capacity, is to give something: the guardian must say why it is for his good.")
            yield found("ward_disposes", f"{at}.guardians", sentence.format(name=party.name))


def _opposed(now: Checked, ward: "Party", guardian: "Party") -> bool:
    """Whether the guardian, who may be a side of the case himself, stands against the ward in one obligation."""
    himself = {party.id for party in now.case.parties if party.role in SIDES and _same(party, guardian)}
    for one in now.agreement.obligations:
        parts = {(part.party_id, str(part.part)) for part in one.parties}
        for own, other in (("debtor", "creditor"), ("creditor", "debtor")):
            if (ward.id, own) in parts and any((i, other) in parts for i in himself) and not _is_support(one.subject):
                return True
    return False


def _same(one: "Party", other: "Party") -> bool:
    if one.id_number and other.id_number:
        return texts.squeezed(one.id_number).upper() == texts.squeezed(other.id_number).upper()
    return texts.same_name(one.name, other.name)


def _is_support(subject: str) -> bool:
    """A parent who owes the support of his own child is debtor and guardian by nature."""
    return any(word in subject for word in ("抚养", "教育费", "医疗费", "探望"))


def agents(now: Checked) -> Iterator[Finding]:
    """General authority is not special; each power to settle is named; it runs on the day; nobody serves both sides."""
    served: dict[str, set[PartyRole]] = {}
    for n, party in _sides(now):
        known = _ties(now, party, PartyRole.AGENT)
        at = f"parties.{n}.agents"
        signs_himself = any(
            line.party_id == party.id and line.signer is not SignerKind.AGENT and effect.signed(line) for line in now.agreement.signings
        )
        settles = any(_may_settle(tie, now.day) for _agent, tie in known)  # one of two is enough
        if len(known) > MOST_AGENTS:
            sentence = _("{name} has {n} agents; two are the most.").format(name=party.name, n=len(known))
            yield found("many_agents", at, sentence)
        for agent, tie in known:
            served.setdefault(agent.id_number or agent.name, set()).add(party.role)
            who = {"agent": agent.name, "name": party.name}
            if tie.authority_level is not AuthorityLevel.SPECIAL and not signs_himself and not settles:
                sentence = _("{agent} has only general authority of {name}: an agreement needs special authority, or {name} signs.")
                yield found("agent_general", at, sentence.format(**who))
            elif tie.authority_level is AuthorityLevel.SPECIAL and not _names_settling(tie):
                sentence = _("The authority of {agent} does not name settling and signing for {name}.")
                yield found("agent_items", at, sentence.format(**who))
            if tie.valid_to is not None and tie.valid_to < now.day:
                sentence = _("The authority of {agent} for {name} ended on {day}.")
                yield found("agent_expired", at, sentence.format(**who, day=dates.in_words(tie.valid_to)))
            if not (tie.paper or "").strip():
                sentence = _("The power of attorney of {agent} for {name} is not entered.")
                yield found("agent_paper", at, sentence.format(**who))
    for key, roles in served.items():
        if {PartyRole.APPLICANT, PartyRole.RESPONDENT} <= roles:
            name = next((party.name for party in now.case.parties if key in (party.id_number, party.name)), key)
            yield found("agent_both", "parties", _("{name} acts for both sides.").format(name=name))


def _names_settling(tie: "PartyTie") -> bool:
    return any(word in item for item in (tie.items or ()) for word in _SETTLING)


def _may_settle(tie: "PartyTie", day: date) -> bool:
    """Whether this agent can bind the party on the day by his hand alone (CPC 62)."""
    return tie.authority_level is AuthorityLevel.SPECIAL and _names_settling(tie) and (tie.valid_to is None or tie.valid_to >= day)


def households(now: Checked) -> Iterator[Finding]:
    """One speaks for a household by a paper; grown members who gave none are asked."""
    for n, party in _sides(now):
        if party.kind is not PartyKind.HOUSEHOLD or not party.members:
            continue
        at = f"parties.{n}.members"
        bare = [one.name for one in party.members if one.represents and not (one.paper or "").strip()]
        others = [one for one in party.members if not one.represents and _grown(one, now.day)]
        if bare and others:
            sentence = _("{name}: {who} speaks for the household, by what paper is not entered.")
            yield found("household_unproved", at, sentence.format(name=party.name, who="、".join(bare)))
        silent = [one for one in others if not ({"settle", "self"} & set(one.authority or ()))]
        if silent and bare:
            sentence = _("{name}: these grown members of the household have not agreed in writing: {members}.")
            yield found("household_member", at, sentence.format(name=party.name, members=named(silent)))


def _grown(member: "PartyMember", day: date) -> bool:
    return member.birth_date is None or dates.age(member.birth_date, day) >= ADULT


def groups(now: Checked) -> Iterator[Finding]:
    """Every member of a group is spoken for or signs himself, and gets his own part on his own account."""
    for n, party in enumerate(now.case.parties):
        if party.kind is not PartyKind.GROUP or party.role not in SIDES or not party.members:
            continue
        at = f"parties.{n}.members"
        bare = group.uncovered(party, now.agreement)
        if bare:
            sentence = _("{name}: {n} members gave nobody power to settle and do not sign themselves: {members}.")
            yield found("member_not_covered", at, sentence.format(name=party.name, n=len(bare), members=named(bare)))
        alone = [member for member in party.members if group.signs_himself(member)]
        if alone:
            sentence = _("{name}: {n} members sign themselves, beside the representatives: {members}.")
            yield found("member_signs", at, sentence.format(name=party.name, n=len(alone), members=named(alone)))
        speakers = group.speakers(party)
        if len(speakers) > group.MOST_SPEAKERS:
            sentence = _("{name}: {n} representatives are more than five.").format(name=party.name, n=len(speakers))
            yield found("many_speakers", at, sentence)
        if len(party.members) < group.LEAST:
            sentence = _("{name}: {n} people are few for a group; each could be a party himself.")
            yield found("small_group", at, sentence.format(name=party.name, n=len(party.members)))
        yield from _members_parts(now, party)


def _members_parts(now: Checked, party: "Party") -> Iterator[Finding]:
    members = {member.id: member for member in party.members}
    for i, obligation in enumerate(now.agreement.obligations):
        parts = [part for part in obligation.instalments if part.member_id in members]
        if obligation.kind != "money":
            continue
        at, which = f"obligations.{i}", _("Obligation {n}").format(n=obligation.ordinal)
        if not parts:
            if any(one.party_id == party.id and one.part == "creditor" for one in obligation.parties):
                sentence = _("{which}: it is not said what each member of {name} gets.").format(which=which, name=party.name)
                yield found("group_undivided", f"{at}.divide", sentence)
            continue
        total = sum(part.amount_fen or 0 for part in obligation.instalments)
        if total != (obligation.amount_fen or 0) and obligation.timing == "by_date":  # else the sum of the schedule says it
            sentence = _("{which}: the members' parts come to {total} yuan, the sum is {sum} yuan.")
            said = sentence.format(which=which, total=money.figures(total), sum=money.figures(obligation.amount_fen or 0))
            yield found("members_sum", f"{at}.instalments", said)
        if obligation.way == "transfer":
            mine = {part.member_id for part in parts}
            bare = [member for key, member in members.items() if key in mine and not (member.bank_name and member.account_number)]
            if bare:
                sentence = _("{which}: bank or account is missing of {n} members: {members}.")
                said = sentence.format(which=which, n=len(bare), members=named(bare))
                yield found("member_account", f"{at}.way", said)


def named(members: "Sequence[PartyMember]") -> str:
    """The first five names."""
    return "、".join(member.name for member in members[:5]) + (" …" if len(members) > 5 else "")


def signatures(now: Checked) -> Iterator[Finding]:
    """Once issued: who has still to sign, and a body without its seal."""
    one = now.agreement
    if one.status not in (AgreementStatus.ISSUED, AgreementStatus.SIGNED) or not one.signings:
        return
    names = {party.id: party.name for party in now.case.parties}
    reached = effect.effect(one, now.case.parties, now.case.mediation_type)
    if one.status is AgreementStatus.ISSUED:
        waiting = [names[i] for i in reached.waiting_parties if i in names]
        waiting += [_("the mediator")] if SignerKind.MEDIATOR in reached.waiting else []
        waiting += [_("the committee's seal")] if SignerKind.COMMITTEE in reached.waiting else []
        if waiting:
            yield found("unsigned", "signings", _("Not signed yet: {names}.").format(names="、".join(waiting)))
    bodies = {party.id for party in now.case.parties if party.kind is PartyKind.COMPANY and party.role in SIDES}
    bare = [names[line.party_id] for line in one.signings if line.party_id in bodies and effect.signed(line) and not line.seal]
    if bare:
        yield found("no_seal", "signings", _("Signed without the seal of the body: {names}.").format(names="、".join(dict.fromkeys(bare))))


RULES = (identities, mediators, capacity, agents, households, groups, signatures)
