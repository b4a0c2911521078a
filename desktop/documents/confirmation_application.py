"""Joint application for judicial confirmation 司法确认申请书 (CPC 205; CPCI 351 to 354; the Supreme Court's style of the form).

Both sides are applicants; the undertaking is a sentence of the application itself, not a sheet of its own.
"""

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PaperKind
from desktop.documents import agreement as agreement_paper
from desktop.documents import clauses, forms, holders, parties, progress, single, template, words
from desktop.documents.blocks import Block, Clauses, Heading, PageBreak, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import balance, dates, effect

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.court import Court

KIND = "confirmation_application"
_ATTACHED = ("proof", "identity", "authority", "addresses", "record", "evidence")
DECLARED: template.Declared = {
    "title": (),
    "role": (),
    "request": ("names", "day", "organisation", "number"),
    "facts": ("names", "cause", "received", "way", "organisation", "mediators", "story"),
    "came_applied": (),
    "came_referred": ("court", "number"),
    "agreed": ("day",),
    "effect": ("effective", "earliest"),
    "effect_people": (),
    "effect_invited": (),
    "performed": ("performed",),
    "promise": (),
    "to": (),
    "court": ("court",),
    "copies": ("copies", "organisation"),
    "line_open": ("n", "left"),
    "line_done": ("n",),
    "heading.*": (),
    "attached.agreement": ("n",),
    **{f"attached.{key}": () for key in _ATTACHED},
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, court: "Court | None", day: date) -> Paper:
    """The application of an agreement in force or at the table, as things stand on the day; `court` None leaves room for its name."""
    wording = words.of(setting, KIND, DECLARED)
    said = _as_applicants(words.shared(setting), wording.say("role"))
    say, own = wording.say, setting.organisation
    number = agreement.number or case.number or ""
    whole, case = case, single.of(case, agreement)
    names = parties.everybody(case)
    agreed_on = dates.in_words(agreement.day) if agreement.day else ""
    blocks: list[Block] = [Title(say("title"))]
    blocks += [Paragraph(text) for text in parties.sentences(said, case)]
    blocks.append(Heading(say("heading.request")))
    blocks.append(Paragraph(say("request", names=names, day=agreed_on, organisation=own.name, number=number)))
    blocks.append(Heading(say("heading.facts")))
    blocks.append(Paragraph(_facts(case, agreement, setting, wording, names)))
    blocks.append(Paragraph(say("agreed", day=agreed_on), keep=True))
    terms = words.of(setting, agreement_paper.KIND, agreement_paper.DECLARED)
    called = {party.id: party.name for party in case.parties}
    made = [clauses.clause(one, called, terms) for one in agreement.obligations]
    made += [clauses.Clause(text.strip()) for text in agreement.clauses if text.strip()]
    if not made:
        blocks += forms.prose(setting, "")
    first = 1
    for n, one in enumerate(made, 1):
        if one.table or n == len(made):
            blocks.append(Clauses(tuple(clause.text for clause in made[first - 1 : n]), first))
            blocks += [one.table] if one.table else []
            first = n + 1
    earliest = agreement.earliest_effect_on if agreement.earliest_effect_on != agreement.effective_on else None
    if agreement.effective_on or setting.hand:
        effective = dates.in_words(agreement.effective_on) if agreement.effective_on else ""
        blocks.append(Paragraph(say("effect", effective=effective, earliest=dates.in_words(earliest) if earliest else "")))
    else:  # it is signed at the same table as the agreement
        law = "people" if effect.by_law_of_people(case.mediation_type, agreement.regime) else "invited"
        blocks.append(Paragraph(say(f"effect_{law}")))
    blocks.append(Paragraph(say("performed", performed="；".join(_performed(agreement, day, said, wording)))))
    blocks.append(Paragraph(say("promise")))
    blocks += [
        Paragraph(say("to"), keep=True),
        Paragraph(say("court", court=court.name if court else "　　　　　　人民法院"), indent=False, keep=True),
    ]
    blocks.append(words.signatures(said, agreement_paper.signers_of_sides(whole, agreement, said)))
    held = holders.of_kind(PaperKind.CONFIRMATION_APPLICATION, case, setting, court.name if court else "")
    blocks.append(Paragraph(say("copies", copies=words.count(len(held)), organisation=own.name)))
    blocks.append(Heading(say("heading.attached")))
    lines = [
        say("attached.agreement", n=words.count(court.originals or holders.FOR_COURT if court is not None else holders.FOR_COURT)),
        *(say(f"attached.{key}") for key in _ATTACHED),
    ]
    blocks += [Paragraph(f"{n}. {line}") for n, line in enumerate(lines, 1)]
    for title, table in parties.annexes(said, case):
        blocks += [PageBreak(), Heading(title), table]
    return words.paper(KIND, say("title"), number, setting, blocks)


def _as_applicants(said: Wording, role: str) -> Wording:
    """The shared words, in which every side is an applicant."""
    sides = {f"role.{one}": role for one in parties.SIDES}
    return dataclasses.replace(said, sentences={**said.sentences, **sides})


def _facts(case: "Case", agreement: "Agreement", setting: Setting, wording: Wording, names: str) -> str:
    referral = next((one for one in reversed(case.referrals) if not one.outward), None)
    court = setting.courts.get(referral.court_id) if referral is not None and referral.court_id is not None else None
    way = wording.say("came_applied")
    if referral is not None:
        way = wording.say("came_referred", court=court.name if court else referral.body, number=referral.court_number)
    running = [one for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators]
    running.sort(key=lambda one: one.role is not AssignmentRole.LEAD_MEDIATOR)
    return wording.say(
        "facts",
        names=names,
        cause=case.cause,
        received=forms.day(case.received_on),
        way=way,
        organisation=setting.organisation.name,
        mediators="、".join(setting.mediators[one.mediator_id].name for one in running),
        story=agreement.facts.strip(),
    )


def _performed(agreement: "Agreement", day: date, said: Wording, wording: Wording) -> list[str]:
    found = [balance.of(one, agreement, day) for one in agreement.obligations]
    return [
        wording.say("line_done", n=one.obligation.ordinal)
        if one.done
        else wording.say("line_open", n=one.obligation.ordinal, left=progress.amount(said, one.obligation, one.remaining))
        for one in found
    ]
