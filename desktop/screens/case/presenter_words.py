"""The page of a case in words: from the nouns to what `shown` holds. Nothing is decided here; the rules are asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.vocabulary import AgreementForm, AgreementStatus, DocumentState, PaperKind, PartyKind, PartyRole, SignerKind, Stage
from desktop.domain import dates, effect, identity, missing, money, stages, words
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.screens.case import shown
from desktop.services import actions, printing
from desktop.services.case_page import Whole

STATES = {
    Stage.REJECTED: "red",
    Stage.SUSPENDED: "amber",
    Stage.CONCLUDED: "green",
    Stage.PERFORMED: "green",
    Stage.DEFAULTED: "red",
}
PAPERS = {None: (N_("Not issued"), ""), DocumentState.ISSUED: (N_("Issued"), "accent"), DocumentState.SIGNED: (N_("Signed"), "green")}
AGREEMENTS = {
    AgreementStatus.DRAFT: "amber",
    AgreementStatus.ISSUED: "accent",
    AgreementStatus.SIGNED: "green",
    AgreementStatus.VOID: "red",
}
NEXT = {
    "accept": N_("Take the case in: it gets its official number, and the term runs."),
    "assign": N_("Choose who presides; load, languages and conflicts are shown with each."),
    "session": N_("Write down when, where and with whom you sat, what was said and what came of it."),
    "agreement": N_("Write what the parties agreed; the paper is made beside it while you type."),
    "issue": N_("Read it aloud, mend it, then issue it: numbered, and never changed afterwards."),
    "sign": N_("Enter who has signed and on what day; the day of effect follows from it."),
}
NEEDS = {
    Stage.ACCEPTED: N_("needs the acceptance"),
    Stage.ASSIGNED: N_("needs a mediator"),
    Stage.IN_MEDIATION: N_("needs a session"),
    Stage.CONCLUDED: N_("needs a signed agreement"),
    Stage.PERFORMING: N_("begins with the first due day"),
    Stage.ARCHIVED: N_("closes the file"),
}
NO_BREAK = "\u00a0"
HERE = ("accept", "assign", "session", "agreement", "issue", "sign", "void")
_PLACE = {Stage.SUSPENDED: Stage.IN_MEDIATION, Stage.PERFORMED: Stage.PERFORMING, Stage.DEFAULTED: Stage.PERFORMING}


def page(whole: Whole, now: Situation) -> shown.CaseShown:
    """The whole page."""
    case = whole.case
    following = stages.next_move(now)
    claim = _("{sum} yuan claimed").format(sum=money.figures(case.claim_fen)) if case.claim_fen else ""
    head = [whole.category, case.cause, claim, lead(whole, now)]
    moves = tuple(shown.Move(key, _(stages.MOVES[key].label), stages.why_not(key, now)) for key in offered(now))
    return shown.CaseShown(
        title=case.number or case.entry_number,
        subtitle=sides(whole),
        stage=shown.Chip(words.shown(case.stage), STATES.get(case.stage, "accent")),
        term=_term(whole, now.day),
        head=" · ".join(part for part in head if part),
        road=_road(whole, now),
        beside=_confirmation(whole, now),
        next=next((move for move in moves if move.key == following), None),
        next_words=hint(following) if following else _afterwards(whole),
        moves=tuple(move for move in moves if move.key != following and not _over(move.key, case.stage)),
        papers=tuple(_paper(whole, one) for one in printing.printable(case)),
        people=tuple(_person(whole, n, now.day) for n in range(len(case.parties))),
        missing=tuple(lack.sentence for lack in missing.of_case(case, now.day) if not lack.place.startswith("parties.")),
        facts=_facts(whole),
        sessions=tuple(_session(whole, n) for n in reversed(range(len(case.sessions)))),
        agreement=_agreement(whole, now),
        history=tuple((f"{step.at:%Y-%m-%d %H:%M}", _happened(step.who, step.what, step.reason)) for step in reversed(whole.history)),
    )


def offered(now: Situation) -> list[str]:
    """The moves of the road, possible or not, and every other one that has a sheet and is possible now."""
    others = [key for key in actions.ACTIONS if key in stages.MOVES and key not in HERE and not stages.why_not(key, now)]
    return [*HERE, *others]


def hint(key: str) -> str:
    """What a move is for, in a sentence."""
    return _(NEXT[key] if key in NEXT else getattr(stages.MOVES[key], "hint", ""))


def _over(key: str, stage: Stage) -> bool:
    """Whether the road has passed the places of a move: it will not be possible again and need not be explained."""
    if stage not in stages.ROAD:
        return False
    places = [stages.ROAD.index(one) for one in stages.MOVES[key].frm if one in stages.ROAD]
    return bool(places) and max(places) < stages.ROAD.index(stage)


def _afterwards(whole: Whole) -> str:
    if whole.apply_by is not None:
        return _("Both sides apply together to the court for judicial confirmation, by {day} at the latest.").format(
            day=dates.in_words(whole.apply_by.due)
        )
    return _("Nothing is to be done now.")


def sides(whole: Whole) -> str:
    """Both sides in one line."""
    by_role = [
        [p.name for p in whole.case.parties if p.role is role]
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)
    ]
    return " — ".join("、".join(names) for names in by_role if names)


def lead(whole: Whole, now: Situation) -> str:
    """Who presides now."""
    known = whole.mediators.get(now.lead.mediator_id) if now.lead else None
    return _("presided by {name}").format(name=known.name) if known else ""


def paper_label(kind: PaperKind, subject: int) -> str:
    """What a paper is called in a list."""
    name = words.shown(kind)
    return _("{paper}, session {n}").format(paper=name, n=subject) if kind is PaperKind.SESSION_RECORD else name


def left(days: int) -> str:
    """How much time there is."""
    if days < 0:
        return _("{n} days over").format(n=-days)
    return _("today") if days == 0 else _("{n} days left").format(n=days)


def reached(now: Situation, outcome: effect.Effect) -> shown.Chip:
    """When the agreement takes effect, or who has still to sign."""
    if outcome.on is not None:
        return shown.Chip(_("Takes effect on {day}").format(day=dates.in_words(outcome.on)), "green")
    names = [party.name for party in now.case.parties if party.id in outcome.waiting_parties]
    names += [words.shown(kind) for kind in outcome.waiting]
    return shown.Chip(_("Not in effect yet; still to sign: {names}").format(names="、".join(names)), "amber")


def _term(whole: Whole, day: date) -> shown.Chip | None:
    limit, what = (whole.term, _("Mediation ends by {day}")) if whole.term else (whole.apply_by, _("Apply for confirmation by {day}"))
    if limit is None:
        return shown.Chip(whole.term_note, "amber") if whole.term_note else None
    days = limit.left(day)
    state = "red" if days < 0 else "amber" if days <= 7 else ""
    return shown.Chip(f"{what.format(day=limit.due.isoformat())}  {left(days)}", state)


def _road(whole: Whole, now: Situation) -> tuple[shown.Station, ...]:
    case = whole.case
    at = _PLACE.get(case.stage, case.stage)
    here = stages.ROAD.index(at) if at in stages.ROAD else 0
    concluded = case.outcomes[-1].concluded_on if case.outcomes else None
    days = (
        case.received_on, case.accepted_on, case.assignments[0].assigned_on if case.assignments else None,
        case.sessions[0].day if case.sessions else None, concluded, None, None,
    )  # fmt: skip
    found = []
    for n, stage in enumerate(stages.ROAD):
        on = days[n]
        day = short(on, case.received_on.year) if on else ""
        state = "done" if n < here else "now" if n == here else "next" if n == here + 1 else "later"
        if state == "now" and stage is Stage.CONCLUDED:
            state = "done"
        note = day if state in ("done", "now") else _(NEEDS[stage]) if state == "next" else ""
        found.append(shown.Station(words.shown(case.stage if state == "now" else stage), note, state))
    return tuple(found)


def short(day: date, year: int) -> str:
    """A day where there is little room: the year stands in the number of the case, another one is written."""
    return f"{day:%m-%d}" if day.year == year else f"{day:%y-%m-%d}"


def _confirmation(whole: Whole, now: Situation) -> shown.Station:
    label = _("Judicial confirmation")
    if whole.case.confirmations:
        return shown.Station(label, words.shown(whole.case.confirmations[-1].result), "done")
    if now.agreement is None or now.agreement.confirmation_wanted is None:
        return shown.Station(label, _("not said yet"), "later")
    if not now.agreement.confirmation_wanted:
        return shown.Station(label, _("not wanted"), "later")
    if whole.apply_by is not None:
        return shown.Station(label, _("by {day}").format(day=short(whole.apply_by.due, whole.case.received_on.year)), "now")
    return shown.Station(label, _("wanted"), "next")


def _paper(whole: Whole, one: printing.Printable) -> shown.PaperLine:
    text, state = PAPERS[one.state]
    if one.kind is PaperKind.AGREEMENT and one.state is None:
        text, state = N_("Being written"), "amber"
    may_issue = one.state is None and one.kind is not PaperKind.AGREEMENT
    return shown.PaperLine(one.kind.value, one.subject, paper_label(one.kind, one.subject), shown.Chip(_(text), state), may_issue)


def _person(whole: Whole, n: int, day: date) -> shown.PersonLine:
    party = whole.case.parties[n]
    lacks = missing.of_party(party, n, day)
    stops = any(lack.stops_agreement for lack in lacks)
    number = party.uscc if party.kind is PartyKind.COMPANY else identity.masked_id(party.id_number)
    bodies = [party.legal_representative] if party.kind is PartyKind.COMPANY else []
    count = [_("{n} members").format(n=len(party.members))] if party.members else []
    phone = party.phone or party.legal_representative_phone
    details = " · ".join(part for part in (*bodies, *count, phone, number) if part)
    chip = (
        shown.Chip(_("incomplete"), "red")
        if stops
        else shown.Chip(_("to be completed"), "amber")
        if lacks
        else shown.Chip(_("complete"), "green")
    )
    return shown.PersonLine(f"{party.ordinal} {words.shown(party.role)}", party.name, details, chip, tuple(lack.sentence for lack in lacks))


def _facts(whole: Whole) -> tuple[tuple[str, str], ...]:
    case = whole.case
    court = [whole.courts[r.court_id].name for r in case.referrals if r.court_id is not None and r.court_id in whole.courts]
    lines = (
        (_("How it came"), "，".join(part for part in (words.shown(case.source), *court) if part)),
        (_("Court's case number"), "、".join(r.court_number for r in case.referrals if r.court_number)),
        (_("Entry number"), case.entry_number if case.number else ""),
        (_("Kind of mediation"), words.shown(case.mediation_type)),
        (_("Place of the dispute"), case.place),
        (_("Brief facts of the dispute"), case.summary),
        (_("What the applicant asks for"), "\n".join(case.claims)),
    )
    return tuple((label, text) for label, text in lines if text)


def _session(whole: Whole, n: int) -> shown.Entry:
    sitting = whole.case.sessions[n]
    times = "–".join(f"{one:%H:%M}" for one in (sitting.begins, sitting.ends) if one)
    heading = _("Session {n}").format(n=sitting.ordinal) + f"  {sitting.day.isoformat()}  {times}"
    present = "、".join(f"{one.name}（{one.capacity}）" if one.capacity else one.name for one in sitting.attendees)
    lines = (
        (_("Place"), "，".join(part for part in (sitting.place, words.shown(sitting.method), sitting.language) if part)),
        (_("Present"), present),
        (_("Record"), sitting.text),
        (_("Undisputed facts"), sitting.undisputed_facts),
        (_("Result"), sitting.result),
    )
    private = "\n".join(note.text for note in whole.notes if note.session_id == sitting.id)
    return shown.Entry(heading.strip(), tuple((label, text) for label, text in lines if text), private)


def _agreement(whole: Whole, now: Situation) -> shown.AgreementShown | None:
    agreement = now.agreement
    if agreement is None:
        return None
    names = {party.id: party.name for party in whole.case.parties}
    lines = (
        (_("Form"), words.shown(agreement.form)),
        (_("Number"), agreement.number or ""),
        (_("Day of the agreement"), agreement.day.isoformat() if agreement.day else ""),
    )
    outcome = effect.effect(agreement, whole.case.parties, whole.case.mediation_type)
    issued = agreement.status is not AgreementStatus.DRAFT or agreement.form is AgreementForm.ORAL
    return shown.AgreementShown(
        chip=shown.Chip(words.shown(agreement.status), AGREEMENTS[agreement.status]),
        lines=tuple((label, text) for label, text in lines if text),
        obligations=tuple(obligation_line(one, names) for one in agreement.obligations),
        signers=tuple(_signer(line) for line in agreement.signings),
        effect=reached(now, outcome) if issued else shown.Chip(""),
        source=_(outcome.source) if issued else "",
    )


def obligation_line(one: Any, names: Mapping[int, str]) -> str:
    """An obligation in one line: who, to whom, what, how much, when."""

    def who(part: str) -> str:
        return "、".join(names.get(p.party_id, "?") for p in one.parties if p.part.value == part)

    what = "".join(part for part in (one.subject, f" {one.quantity}{one.unit}" if one.quantity else "") if part)
    amount = _("{sum} yuan").format(sum=money.figures(one.amount_fen)).replace(" ", NO_BREAK) if one.amount_fen else ""
    when = words.shown(one.timing)
    if one.instalments:
        when = _("{n} instalments, the last on {day}").format(n=len(one.instalments), day=one.instalments[-1].due_on.isoformat())
    elif one.due_on:
        when = _("by {day}").format(day=one.due_on.isoformat())
    return f"{one.ordinal}  " + "  ".join(part for part in (f"{who('debtor')} → {who('creditor')}", what, amount, when) if part)


HOW: tuple[tuple[str, str], ...] = (
    ("by_hand", N_("By hand")),
    ("fingerprint", N_("Fingerprint")),
    ("seal", N_("Seal")),
    ("by_post", N_("By post")),
)


def _signer(line: Any) -> shown.Signer:
    how = "、".join(_(label) for key, label in HOW if line.signed_on and getattr(line, key))
    return shown.Signer(line.name, capacity(line.signer, line.capacity), line.signed_on.isoformat() if line.signed_on else "", how)


def capacity(kind: SignerKind, written: str) -> str:
    """As what somebody signs."""
    return written or words.shown(kind)


def _happened(who: str, what: str, reason: str) -> str:
    text = _("{what} ({who})").format(what=what, who=who)
    return f"{text}：{reason}" if reason else text
