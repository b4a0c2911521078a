"""The mediation agreement 人民调解协议书 (PML 29, 33; SMR 24; form of the Ministry of Justice, 司发通〔2010〕239号)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PartyKind, SignerKind
from desktop.documents import aid, clauses, forms, guests, holders, parties, single, template, words
from desktop.documents.blocks import (
    Block,
    Clauses,
    Heading,
    Number,
    PageBreak,
    Paper,
    Paragraph,
    SealPlace,
    SignatureLine,
    Title,
)
from desktop.documents.setting import Setting
from desktop.documents.template import Wording, shown
from desktop.domain import dates, effect, numbering

if TYPE_CHECKING:
    from db.models.agreement import Agreement, Signing
    from db.models.case import Case
    from db.models.party import Party

KIND = "agreement"
CLAUSES = 8  # lines to write on, on a blank form
DECLARED: template.Declared = {
    **clauses.DECLARED,
    "title": (),
    "number": ("number",),
    "guests": ("guests",),
    "split": ("group", "speakers", "number"),
    "heading.facts": (),
    "heading.agreed": (),
    "heading.plan": (),
    "heading.performance": (),
    "facts.disputed": ("disputed",),
    "facts.responsibility": ("responsibility",),
    "closing.amends": ("day", "number"),
    "closing.confirmation": (),
    "closing.effect_people": (),
    "closing.effect_invited": (),
    "closing.effect_plan": ("consented", "day", "served", "effective"),
    "closing.served": ("name", "day"),
    "closing.copies": ("copies", "organisation", "rest"),
    "closing.rest": (),
    "closing.annexes": ("names",),
}
Annex = tuple[str, Sequence[Block]]
"""What belongs to an agreement and stands behind it: its title and its blocks."""


def paper(case: "Case", agreement: "Agreement", setting: Setting, annexes: Sequence[Annex] = ()) -> Paper:
    """The agreement of a case: parties with their members and ties, obligations with their parties and instalments, and the
    signing table come loaded. `annexes` are named in its text and follow it, each on a new page."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    number = agreement.number or numbering.of_agreement(case, agreement)
    blocks: list[Block] = [Title(wording.say("title")), Number(wording.say("number", number=number))]
    group, seen = single.member_of(case, agreement), single.of(case, agreement)
    blocks += [Paragraph(text) for text in parties.sentences(said, seen)]
    if group is not None:
        blocks.append(Paragraph(wording.say("split", group=group[0].name, speakers=_speakers(group[0]), number=case.number or "")))
    helped = guests.named(case, said)
    blocks += [Paragraph(wording.say("guests", guests=helped))] if helped else []
    blocks += _facts(agreement, wording)
    blocks += _agreed(seen, agreement, setting, said, wording)
    blocks += _closing(seen, agreement, setting, wording)
    if annexes:
        blocks.append(Paragraph(wording.say("closing.annexes", names="、".join(f"《{title}》" for title, _blocks in annexes))))
    blocks.append(words.signatures(said, signers(case, agreement, setting, said)))
    day = dates.in_words(agreement.day) if agreement.day else said.word("signatures", "seal_date")
    blocks.append(SealPlace(f"{setting.organisation.seal_name or setting.organisation.name}\n{said.word('signatures', 'seal')}", day))
    for title, table in parties.annexes(said, seen):
        blocks += [PageBreak(), Heading(title), table]
    for _title, content in annexes:
        blocks += [PageBreak(), *content]
    return words.paper(KIND, wording.say("title"), number, setting, blocks)


def generated(case: "Case", agreement: "Agreement", setting: Setting) -> dict[int, str]:
    """What the record of each obligation makes as its clause, by ordinal, whatever somebody wrote in its place."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    called = {party.id: parties.called(said, party) if party.role in parties.SIDES else party.name for party in case.parties}
    return {one.ordinal: clauses.generated(one, called, wording).text for one in agreement.obligations}


def _facts(agreement: "Agreement", wording: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(wording.say("heading.facts")), Paragraph(shown(agreement.facts))]
    if agreement.disputed.strip():
        blocks.append(Paragraph(wording.say("facts.disputed", disputed=agreement.disputed)))
    if agreement.responsibility.strip():
        blocks.append(Paragraph(wording.say("facts.responsibility", responsibility=agreement.responsibility)))
    return blocks


def _agreed(case: "Case", agreement: "Agreement", setting: Setting, said: Wording, wording: Wording) -> list[Block]:
    """The numbered clauses: those of the obligations, with their tables, then the free ones; then way and time of each."""
    called = {party.id: parties.called(said, party) if party.role in parties.SIDES else party.name for party in case.parties}
    made = [clauses.clause(one, called, wording) for one in agreement.obligations]
    made += [clauses.Clause(text.strip()) for text in agreement.clauses if text.strip()]
    old = next((one for one in case.agreements if one.id == agreement.amends_id), None) if agreement.amends_id is not None else None
    if old is not None:
        day = dates.in_words(old.day) if old.day else ""
        made.append(clauses.Clause(wording.say("closing.amends", day=day, number=old.number or "")))
    if agreement.confirmation_wanted:
        made.append(clauses.Clause(wording.say("closing.confirmation")))
    blocks: list[Block] = [Heading(wording.say("heading.agreed" if agreement.proposal_id is None else "heading.plan"))]
    first = 1
    for n, one in enumerate(made, 1):
        if one.table or n == len(made):
            blocks.append(Clauses(tuple(clause.text for clause in made[first - 1 : n]), first))
            blocks += [one.table] if one.table else []
            first = n + 1
    if not made:
        blocks += forms.prose(setting, "", CLAUSES)
    if agreement.obligations:
        blocks.append(Heading(wording.say("heading.performance")))
        blocks += [Paragraph(clauses.performance(one, n, wording)) for n, one in enumerate(agreement.obligations, 1)]
    return blocks


def _closing(case: "Case", agreement: "Agreement", setting: Setting, wording: Wording) -> list[Block]:
    law = "people" if effect.by_law_of_people(case.mediation_type, agreement.regime) else "invited"
    held = originals(case, agreement, setting)
    rest = len(held) - len(parties.sides(case)) - 1
    said = wording.say(
        "closing.copies", copies=words.count(len(held)), organisation=setting.organisation.name, rest=words.count(rest) if rest > 0 else ""
    )
    if agreement.proposal_id is not None:
        return [Paragraph(_by_silence(case, agreement, wording)), Paragraph(said)]
    session = case.sessions[-1] if case.sessions else None
    # of a member's part it stands above since when it is in force: as the agreement of all
    since = [] if agreement.split_from_id is not None else [Paragraph(wording.say(f"closing.effect_{law}"))]
    return [*since, Paragraph(said), *aid.closing(case, session, words.shared(setting))]


def _by_silence(case: "Case", agreement: "Agreement", wording: Wording) -> str:
    """How a plan became the agreement: nobody signed it, and nobody objected within seven days of its service on him."""
    plan = next((one for one in case.proposals if one.id == agreement.proposal_id), None)
    served = {one.party_id: dates.in_words(one.served_on) for one in plan.services} if plan is not None else {}
    lines = [wording.say("closing.served", name=party.name, day=served[party.id]) for party in parties.sides(case) if party.id in served]
    return wording.say(
        "closing.effect_plan",
        consented=dates.in_words(plan.consented_on) if plan is not None and plan.consented_on else "",
        day=dates.in_words(plan.day) if plan is not None else "",
        served="、".join(lines),
        effective=dates.in_words(agreement.effective_on) if agreement.effective_on else "",
    )


def _speakers(party: "Party") -> str:
    return "、".join(member.name for member in party.members if member.represents)


def originals(case: "Case", agreement: "Agreement", setting: Setting) -> list[holders.Holder]:
    """Who gets an original: as many as the text says."""
    wording = words.of(setting, KIND, DECLARED)
    return holders.of_agreement(single.of(case, agreement), agreement, setting, wording.say("closing.rest"))


def signers_of_sides(case: "Case", agreement: "Agreement", said: Wording) -> tuple[SignatureLine, ...]:
    """The sides alone with those who sign for them, in the order of the signing table."""
    by_id = {party.id: party for party in case.parties}
    prepared = [line for line in agreement.signings if line.party_id is not None]
    if prepared:
        return tuple(_line(case, agreement, line, by_id, said) for line in prepared)
    lines = []
    for party in parties.sides(case):
        lines.append(_of_party(said, party))
        for helper, tie in parties.helpers(case, party):
            lines.append(words.line(said, said.word("role", party.role) + said.word("role", tie.role), helper.name, "person"))
    return tuple(lines)


def signers(case: "Case", agreement: "Agreement", setting: Setting, said: Wording) -> tuple[SignatureLine, ...]:
    """The signing table: as it was prepared, else everybody whose signature will be needed."""
    by_id = {party.id: party for party in case.parties}
    session = case.sessions[-1] if case.sessions else None
    if agreement.signings:
        prepared = [_line(case, agreement, line, by_id, said) for line in agreement.signings if line.signer is not SignerKind.COMMITTEE]
        return (*prepared, *aid.signers(case, session, said, [line.name for line in agreement.signings]))
    # a plan that stands by silence has nobody's signature but the mediator's
    lines = list(signers_of_sides(case, agreement, said)) if agreement.proposal_id is None else []
    lines += aid.signers(case, session, said) if agreement.proposal_id is None else []
    running = [one for one in case.assignments if one.ended_on is None]
    for one in sorted(running, key=lambda a: a.role is not AssignmentRole.LEAD_MEDIATOR):
        mediator = setting.mediators.get(one.mediator_id)
        lines.append(words.line(said, said.word("signer", SignerKind.MEDIATOR), mediator.name if mediator else "", "plain"))
    if setting.hand:
        lines += [words.line(said, said.word("signer", kind), "", "plain") for kind in (SignerKind.MEDIATOR, SignerKind.RECORDER)]
    recorders = [one.recorder for one in case.sessions if one.recorder]
    if recorders:
        lines.append(words.line(said, said.word("signer", SignerKind.RECORDER), recorders[-1], "plain"))
    return tuple(lines)


def _of_party(said: Wording, party: "Party", name: str = "") -> SignatureLine:
    capacity = said.word("role", party.role)
    if party.kind is PartyKind.COMPANY:
        kind = SignerKind.PARTY if parties.is_business(party) else SignerKind.LEGAL_REPRESENTATIVE
        signer = party.legal_representative if not name or name == party.name else name
        title = "" if kind is SignerKind.PARTY else said.word("signer", kind)
        lines = [party.name, *([f"{title}：" if signer else title] if title else []), *([signer] if signer else [])]
        return words.line(said, capacity, "\n".join(lines), "body")
    if party.kind in (PartyKind.HOUSEHOLD, PartyKind.GROUP):
        signer = "、".join(member.name for member in party.members if member.represents)
        title = said.word("signer", SignerKind.REPRESENTATIVE)
        return words.line(said, capacity, f"{party.name}\n{title}：{signer}" if signer else party.name, "person")
    return words.line(said, capacity, name or party.name, "person")


def _line(case: "Case", agreement: "Agreement", line: "Signing", by_id: "dict[int, Party]", said: Wording) -> SignatureLine:
    """A line of the signing table; of a single agreement the group's line is the member's, for whom its representatives signed."""
    group = single.member_of(case, agreement)
    if group is not None and line.party_id == group[0].id:
        party, member = group
        speaker = (
            "" if member.represents or not _speakers(party) else f"\n{said.word('signer', SignerKind.REPRESENTATIVE)}：{_speakers(party)}"
        )
        return words.line(said, said.word("role", party.role), f"{member.name}{speaker}", "person")
    return _prepared(line, by_id, said)


def _prepared(line: "Signing", by_id: "dict[int, Party]", said: Wording) -> SignatureLine:
    party = by_id.get(line.party_id) if line.party_id is not None else None
    if party is None:
        mark = "plain" if line.signer in (SignerKind.MEDIATOR, SignerKind.RECORDER, SignerKind.INTERPRETER) else "person"
        return words.line(said, line.capacity or said.word("signer", line.signer), line.name, mark)
    if line.signer in (SignerKind.LEGAL_GUARDIAN, SignerKind.AGENT):
        capacity = line.capacity or said.word("role", party.role) + said.word("signer", line.signer)
        ties = ((one.name, tie) for one in by_id.values() for tie in one.ties)
        helper = next((name for name, tie in ties if tie.for_party_id == party.id and tie.role == line.signer), "")
        name = line.name if line.name != party.name else helper
        return words.line(said, capacity, f"{name}\n（{party.name}）" if name else party.name, "person")
    made = _of_party(said, party, line.name)
    return made if not line.capacity else SignatureLine(line.capacity, made.name, made.hint, made.date)
