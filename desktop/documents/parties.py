"""How the parties of a case are written: in sentences as courts write them, with those who stand beside them, and as signers."""

from typing import TYPE_CHECKING

from db.vocabulary import PartyKind, PartyRole
from desktop.documents.blocks import Align, Table
from desktop.documents.template import Wording, shown
from desktop.domain import dates, money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party, PartyMember, PartyTie

MATTER = ("applicants", "respondents", "cause")
SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)
HELPERS = (PartyRole.LEGAL_GUARDIAN, PartyRole.REPRESENTATIVE, PartyRole.AGENT)
BUSINESS = "92"  # the credit code of an individual business begins so (GB 32100)
LISTED = 4  # more members than this stand in a list at the end


def sides(case: "Case") -> "list[Party]":
    """Applicants, respondents and third persons, in this order."""
    return [party for role in SIDES for party in case.parties if party.role is role]


def names(case: "Case", role: PartyRole) -> str:
    """The names of one side, joined."""
    return "、".join(party.name for party in case.parties if party.role is role and party.name)


def everybody(case: "Case") -> str:
    """The names of all sides, joined; nothing where none has a name yet."""
    return "、".join(party.name for party in sides(case) if party.name)


def matter(case: "Case") -> dict[str, str]:
    """Who against whom about what, as most papers name a case: the fields `applicants`, `respondents` and `cause`."""
    return {
        "applicants": names(case, PartyRole.APPLICANT),
        "respondents": names(case, PartyRole.RESPONDENT),
        "cause": case.cause,
    }


def called(said: Wording, party: "Party") -> str:
    """A party with its role in front: 申请人张某某."""
    return said.word("role", party.role) + party.name


def helpers(case: "Case", party: "Party") -> "list[tuple[Party, PartyTie]]":
    """Guardians, representatives and agents of a party with their ties, in this order."""
    found = [(one, tie) for one in case.parties for tie in one.ties if tie.for_party_id == party.id and tie.role in HELPERS]
    return sorted(found, key=lambda pair: HELPERS.index(pair[1].role))


def is_business(party: "Party") -> bool:
    """Whether a body is an individual business, which its operator runs under its name."""
    return party.uscc.startswith(BUSINESS)


def sentences(said: Wording, case: "Case") -> list[str]:
    """The paragraphs that name every party in the right order: itself, who represents it, who stands beside it."""
    out: list[str] = []
    for party in sides(case):
        out += own(said, party)
        out += [_helper(said, helper, tie, party) for helper, tie in helpers(case, party)]
    placed = {helper.id for party in sides(case) for helper, _ in helpers(case, party)}
    for party in case.parties:
        if party.role not in SIDES and party.id not in placed:
            out += own(said, party)
    return out


def own(said: Wording, party: "Party") -> list[str]:
    """The paragraphs about a party itself, without who stands beside it."""
    role = said.word("role", party.role)
    if said.hand and not party.name:
        return [said.say("party.by_hand", role=role)]
    phone = party.phone
    match party.kind:
        case PartyKind.PERSON:
            return [_person(said, party, role)]
        case PartyKind.COMPANY:
            address = party.business_address or party.registered_address
            kind = "business" if is_business(party) else "company"
            fields = {"role": role, "name": party.name, "uscc": party.uscc, "address": address, "phone": phone}
            if kind == "business":
                head = said.say("party.business", trade_name=party.trade_name, **fields)
                return [
                    head,
                    said.say(
                        "party.operator",
                        name=party.legal_representative,
                        id_number=party.legal_representative_id,
                        phone=party.legal_representative_phone,
                    ),
                ]
            return [
                said.say("party.company", **fields),
                said.say(
                    "party.legal_representative",
                    name=party.legal_representative,
                    post=party.legal_representative_post,
                    phone=party.legal_representative_phone,
                ),
            ]
        case _:
            residence = party.usual_residence or party.registered_residence
            head = said.say(f"party.{party.kind}", role=role, name=party.name, count=len(party.members), residence=residence, phone=phone)
            out = [head]
            for member in party.members:
                if member.represents:
                    out.append(said.say("party.represented_by", authority=member.paper, **_member(said, member)))
            if len(party.members) > LISTED:
                return [*out, said.say("party.listed")]
            return [*out, *(_plain_member(said, member) for member in party.members if not member.represents)]


def _person(said: Wording, party: "Party", role: str) -> str:
    other = [name for name in (*party.other_names, party.name_mongolian, party.name_latin) if name.strip()]
    return said.say(
        "party.person",
        role=role,
        name=party.name,
        other_names=said.say("party.other_names", names="、".join(other)) if other else "",
        sex=said.word("sex", party.sex),
        ethnic_group=ethnic_group(party.ethnic_group),
        birth_date=dates.in_words(party.birth_date) if party.birth_date else "",
        work=work(party),
        residence=party.usual_residence or party.registered_residence,
        paper=said.word("paper", party.id_kind),
        id_number=party.id_number,
        phone=party.phone,
    )


def work(party: "Party") -> str:
    """Occupation, employer and post of a person, as far as they are known."""
    return "".join((party.occupation, "，" if party.occupation and party.employer else "", party.employer, party.post))


def address(party: "Party") -> str:
    """Where a party is to be found: the address it named for service, else where it lives or works."""
    if party.kind is PartyKind.COMPANY:
        known = [party.service_address, party.business_address, party.registered_address]
    else:
        known = [party.service_address, party.usual_residence, party.registered_residence]
    return next((one for one in known if one.strip()), "")


def hint(party: "Party | None") -> str:
    """How a party signs: a body by hand and seal, a person by hand and fingerprint."""
    return "body" if party is not None and party.kind is PartyKind.COMPANY and not is_business(party) else "person"


def ethnic_group(name: str) -> str:
    """With 族, as papers write it: 汉 is 汉族."""
    name = name.strip()
    return name if not name or name.endswith("族") else f"{name}族"


def _member(said: Wording, member: "PartyMember") -> dict[str, str]:
    return {
        "name": member.name,
        "relation": member.relation,
        "paper": said.word("paper", member.id_kind),
        "id_number": member.id_number,
        "phone": member.phone,
    }


def _plain_member(said: Wording, member: "PartyMember") -> str:
    born = dates.in_words(member.birth_date) if member.birth_date else ""
    return said.say("party.member", sex=said.word("sex", member.sex), birth_date=born, **_member(said, member))


def _helper(said: Wording, helper: "Party", tie: "PartyTie", principal: "Party") -> str:
    fields = {
        "name": helper.name,
        "principal": principal.name,
        "relation": tie.relation,
        "paper": said.word("paper", helper.id_kind),
        "id_number": helper.id_number,
        "authority": tie.paper,
        "phone": helper.phone,
    }
    if tie.role is PartyRole.LEGAL_GUARDIAN:
        return said.say("party.guardian", **fields)
    if tie.role is PartyRole.AGENT:
        items = "、".join(tie.items)
        return said.say("party.agent", employer=helper.employer, level=said.word("authority", tie.authority_level), items=items, **fields)
    return said.say("party.helper", role=said.word("role", tie.role), **fields)


def annexes(said: Wording, case: "Case") -> list[tuple[str, Table]]:
    """For each side with many members a list of them, with its title."""
    out = []
    for party in sides(case):
        if len(party.members) > LISTED:
            out.append((said.say("party.list_title", name=party.name), _list(said, party)))
    return out


def _list(said: Wording, party: "Party") -> Table:
    claimed = [member.amount_fen for member in party.members if member.amount_fen is not None]
    if any(member.account_number for member in party.members):
        return _list_of_accounts(said, party, sum(claimed))
    keys = ["number", "name", "id", "relation", "phone", *(["amount"] if claimed else [])]
    rows = []
    for n, member in enumerate(party.members, 1):
        amount = [shown(money.figures(member.amount_fen) if member.amount_fen is not None else None)] if claimed else []
        rows.append((str(n), member.name, shown(member.id_number), shown(member.relation), shown(member.phone), *amount))
    total = (said.say("party.list_total"), "", "", "", "", money.figures(sum(claimed))) if claimed else ()
    align = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, *([Align.RIGHT] if claimed else []))
    widths = (1.5, 2.6, 4.8, 2.0, 3.0, *([2.8] if claimed else []))
    return Table(tuple(said.say(f"party.list_{key}") for key in keys), tuple(rows), widths, align, total)


def _list_of_accounts(said: Wording, party: "Party", claimed: int) -> Table:
    """The list of those who are each paid on their own account: who, how much, where to."""
    rows = tuple(
        (
            str(n),
            member.name,
            shown(member.id_number),
            shown(member.phone),
            shown(money.figures(member.amount_fen) if member.amount_fen is not None else None),
            shown("\n".join(part for part in (member.account_name, member.bank_name, member.account_number) if part)),
        )
        for n, member in enumerate(party.members, 1)
    )
    heads = tuple(said.say(f"party.list_{key}") for key in ("number", "name", "id", "phone", "amount", "account"))
    total = (said.say("party.list_total"), "", "", "", money.figures(claimed), "")
    return Table(heads, rows, (1.1, 1.9, 4.2, 2.8, 2.3, 4.6), (Align.CENTRE, *[Align.LEFT] * 3, Align.RIGHT, Align.LEFT), total)
