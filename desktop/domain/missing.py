"""What a case still lacks: it may be registered so, but no agreement is issued while an identity is only stated.

Identity of the parties is checked before a court confirms (CPCI 354, 356); an enforcement needs the right person.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import IdKind, PartyKind, PartyRole, Source
from desktop.domain import identity
from desktop.domain.effect import SIDES
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyMember


@dataclass(frozen=True)
class Missing:
    """`place` is the field's dotted path in the case (`parties.0.id_number`); `stops_agreement` where no agreement can be issued."""

    place: str
    sentence: str
    stops_agreement: bool = False


def of_party(party: "Party", ordinal: int, today: date) -> list[Missing]:
    """What one party lacks; `ordinal` counts from 0 for the place."""
    at = f"parties.{ordinal}"
    found: list[Missing] = []
    if party.kind is PartyKind.PERSON:
        found += _identity(party, f"{at}.id_number", today)
        if party.birth_date is None:
            found.append(Missing(f"{at}.birth_date", _("{name}: the date of birth is missing.").format(name=party.name)))
        if party.role in SIDES and not (party.usual_residence or party.registered_residence):
            found.append(Missing(f"{at}.usual_residence", _("{name}: the residence is missing.").format(name=party.name)))
    elif party.kind is PartyKind.COMPANY:
        if not party.uscc.strip():
            found.append(Missing(f"{at}.uscc", _("{name}: the unified social credit code is missing.").format(name=party.name), True))
        else:
            verdict = identity.look_at_uscc(party.uscc)
            if not verdict.ok:
                found.append(Missing(f"{at}.uscc", f"{party.name}：{verdict.sentence}", True))
        if not party.legal_representative.strip():
            sentence = _("{name}: the legal representative or person in charge is missing.").format(name=party.name)
            found.append(Missing(f"{at}.legal_representative", sentence, party.role in SIDES))
        if not party.business_address.strip():
            found.append(Missing(f"{at}.business_address", _("{name}: the address is missing.").format(name=party.name)))
    else:
        found += _members(party, at, today)
    if not party.phone.strip() and not party.legal_representative_phone.strip() and party.role in SIDES:
        found.append(Missing(f"{at}.phone", _("{name}: a telephone number is missing.").format(name=party.name)))
    return found


def _identity(who: "Party | PartyMember", place: str, today: date) -> list[Missing]:
    name = who.name
    if who.id_kind is IdKind.NONE or not who.id_number.strip():
        return [Missing(place, _("{name}: the number of an identity paper is missing.").format(name=name), True)]
    verdict = identity.look_at(who.id_kind.value, who.id_number, today)
    if not verdict.ok:
        return [Missing(place, _("{name}: {why} It is kept as stated, unverified.").format(name=name, why=verdict.sentence), True)]
    found = []
    if verdict.birth_date and who.birth_date and verdict.birth_date != who.birth_date:
        found.append(Missing(place, _("{name}: the date of birth is not the one in the identity number.").format(name=name), True))
    if verdict.sex and who.sex and verdict.sex != who.sex.value:
        found.append(Missing(place, _("{name}: the sex is not the one in the identity number.").format(name=name)))
    return found


def _members(party: "Party", at: str, today: date) -> list[Missing]:
    if not party.members:
        return [Missing(f"{at}.members", _("{name}: the members are missing.").format(name=party.name), True)]
    found: list[Missing] = []
    speakers = [member for member in party.members if member.represents]
    if not speakers:
        found.append(Missing(f"{at}.members", _("{name}: nobody is named who represents it.").format(name=party.name), True))
    for n, member in enumerate(party.members):
        place = f"{at}.members.{n}"
        if member.represents and party.kind is PartyKind.GROUP and not member.paper.strip():
            sentence = _("{name}: the paper by which {who} represents it is missing.").format(name=party.name, who=member.name)
            found.append(Missing(f"{place}.paper", sentence, True))
        if member.represents or party.kind is PartyKind.GROUP:
            found += _identity(member, f"{place}.id_number", today)
    return found


def of_case(case: "Case", today: date) -> list[Missing]:
    """Everything the case lacks, in the order of the form (with parties, their members and referrals loaded)."""
    found: list[Missing] = []
    roles = {party.role for party in case.parties}
    if PartyRole.APPLICANT not in roles:
        found.append(Missing("parties", _("There is no applicant."), True))
    if PartyRole.RESPONDENT not in roles:
        found.append(Missing("parties", _("There is no respondent."), True))
    for ordinal, party in enumerate(case.parties):
        found += of_party(party, ordinal, today)
    if not case.summary.strip():
        found.append(Missing("summary", _("The brief facts of the dispute are missing.")))
    if not case.claims:
        found.append(Missing("claims", _("What the applicant asks for is missing.")))
    if not case.cause:
        found.append(Missing("cause", _("The cause is missing.")))
    if case.source is Source.REFERRED_COURT and not any(referral.court_number for referral in case.referrals):
        found.append(Missing("referral.court_number", _("The court's case number is missing.")))
    return found
