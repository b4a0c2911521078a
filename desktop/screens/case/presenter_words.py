"""The page of a case in words: from what was read to what `shown` holds. Nothing is decided here; the rules are asked."""

from datetime import date

from db.models.document import Document, Original
from db.vocabulary import DocumentState, PaperKind, PartyKind, PartyRole, Stage, WillingAnswer
from desktop.domain import dates, identity, missing, money, stages, words
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.screens.case import presenter_deeds as deeds
from desktop.screens.case import presenter_sections as sections
from desktop.screens.case import shown
from desktop.screens.case.presenter_after import days_left
from desktop.screens.case.presenter_read import Read
from desktop.services import actions, papers, printing, willingness
from desktop.services.case_page import Happened, Whole

STATES = {
    Stage.REJECTED: "red",
    Stage.SUSPENDED: "amber",
    Stage.CONCLUDED: "green",
    Stage.PERFORMED: "green",
    Stage.DEFAULTED: "red",
}
MORE_PAPERS = (  # the buttons under the papers of a case; `presenter_kinds` answers them
    ("papers", N_("Other papers")), ("blanks", N_("Empty forms")), ("signing_set", N_("The set to sign")),
    ("file_pdf", N_("The whole file")), ("packet", N_("Packet for the court")), ("copied", N_("Copy sheet for a platform")),
)  # fmt: skip
PAPERS = {None: (N_("Not issued"), ""), DocumentState.ISSUED: (N_("Issued"), "accent"), DocumentState.SIGNED: (N_("Signed"), "green")}
NEEDS = {
    Stage.ACCEPTED: N_("needs the acceptance"),
    Stage.ASSIGNED: N_("needs a mediator"),
    Stage.IN_MEDIATION: N_("needs a session"),
    Stage.CONCLUDED: N_("needs a signed agreement"),
    Stage.PERFORMING: N_("begins with the first due day"),
    Stage.ARCHIVED: N_("closes the file"),
}
_WILLING = {
    WillingAnswer.YES: N_("would mediate first ({day})"),
    WillingAnswer.NO: N_("would not mediate first ({day})"),
    WillingAnswer.UNDECIDED: N_("not sure about mediating first ({day})"),
}
HERE = ("accept", "assign", "session", "agreement", "issue", "sign", "void")
_PLACE = {Stage.SUSPENDED: Stage.IN_MEDIATION, Stage.PERFORMED: Stage.PERFORMING, Stage.DEFAULTED: Stage.PERFORMING}


def page(read: Read) -> shown.CaseShown:
    """The whole page."""
    whole, now = read.whole, read.now
    case = whole.case
    following = stages.next_move(now)
    claim = _("{sum} yuan claimed").format(sum=money.figures(case.claim_fen)) if case.claim_fen else ""
    head = [whole.category, case.cause, claim, lead(read)]
    moves = tuple(move(key, now) for key in offered(now))
    return shown.CaseShown(
        title=case.number or case.entry_number,
        subtitle=sides(whole),
        stage=shown.Chip(words.shown(case.stage), STATES.get(case.stage, "accent")),
        term=_term(whole, now.day),
        head=" · ".join(part for part in head if part),
        road=_road(whole),
        beside=_confirmation(whole, now),
        next=move(following, now) if following else None,
        next_words=hint(following) if following else _afterwards(whole),
        moves=tuple(one for one in moves if one.key != following and (not one.why_not or _ahead(one.key, case.stage))),
        dues=_dues(whole, now.day),
        papers=tuple(_paper(read, one) for one in printing.printable(case)),
        more_papers=tuple(shown.Deed(key, _(text), "", "", {}) for key, text in MORE_PAPERS),
        people=tuple(_person(whole, n, now.day) for n in range(len(case.parties))),
        missing=tuple(lack.sentence for lack in missing.of_case(case, now.day) if not lack.place.startswith("parties.")),
        sections=sections.sections(read),
        packet=bool(papers.KINDS[PaperKind.CONFIRMATION_APPLICATION].subjects(case)),
    )


def move(key: str, now: Situation) -> shown.Move:
    """A move as a button."""
    return shown.Move(key, deeds.label(key), deeds.why_not(key, now), hint(key))


def offered(now: Situation) -> list[str]:
    """The moves of the road, possible or not, and everything else that has a sheet and is possible now."""
    others = [key for key in actions.ACTIONS if key in stages.MOVES and key not in HERE and not stages.why_not(key, now)]
    return [*HERE, *others]


def every(now: Situation) -> tuple[shown.Move, ...]:
    """All that can be done with a case: first what is possible now, then the rest with the reason why not."""
    keys = [key for key in actions.ACTIONS if not (key.startswith("group_") and not _has_group(now))]
    return tuple(sorted((move(key, now) for key in keys), key=lambda one: bool(one.why_not)))


def _has_group(now: Situation) -> bool:
    return any(party.kind is PartyKind.GROUP for party in now.case.parties)


def step(one: Happened) -> str:
    """What was done, when, by whom and why, in a line."""
    text = f"{one.at:%Y-%m-%d %H:%M} " + _("{what} ({who})").format(what=one.what, who=one.who)
    return f"{text}：{one.reason}" if one.reason else text


def hint(key: str) -> str:
    """What a move is for, in a sentence."""
    return deeds.hint(key)


def _ahead(key: str, stage: Stage) -> bool:
    """Whether the road still leads to the places of a move: what it has passed need not be explained."""
    if stage not in stages.ROAD or stages.ROAD.index(stage) >= stages.ROAD.index(Stage.CONCLUDED):
        return False
    places = [stages.ROAD.index(one) for one in stages.MOVES[key].frm if one in stages.ROAD]
    return bool(places) and max(places) >= stages.ROAD.index(stage)


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


def lead(read: Read) -> str:
    """Who presides now."""
    found = read.mediators.get(read.now.lead.mediator_id) if read.now.lead else None
    return _("presided by {name}").format(name=found) if found else ""


def _dues(whole: Whole, day: date) -> tuple[shown.Due, ...]:
    """Everything that falls due or waits, with the days that are left."""
    found = []
    for due in whole.dues:
        if due.limit is None:
            found.append(shown.Due(f"{due.what}  {due.note}".strip(), "amber", due.move))
            continue
        days = due.limit.left(day)
        state = "red" if days < 0 else "amber" if days <= 7 else ""
        until = f"{due.limit.due.isoformat()} {dates.weekday(due.limit.due)}"
        found.append(shown.Due(f"{due.what}  {until}  {days_left(days)}", state, due.move))
    return tuple(found)


def _term(whole: Whole, day: date) -> shown.Chip | None:
    limit, what = (whole.term, _("Mediation ends by {day}")) if whole.term else (whole.apply_by, _("Apply for confirmation by {day}"))
    if limit is None:
        return shown.Chip(whole.term_note, "amber") if whole.term_note else None
    days = limit.left(day)
    state = "red" if days < 0 else "amber" if days <= 7 else ""
    return shown.Chip(f"{what.format(day=limit.due.isoformat())}  {days_left(days)}", state)


def _road(whole: Whole) -> tuple[shown.Station, ...]:
    case = whole.case
    at = _PLACE.get(case.stage, case.stage)
    here = stages.ROAD.index(at) if at in stages.ROAD else 0
    outcomes = [one for one in case.outcomes if not one.undone]
    paid = [one.day for agreement in case.agreements for part in agreement.obligations for one in part.performances]
    days = (
        case.received_on, case.accepted_on, case.assignments[0].assigned_on if case.assignments else None,
        case.sessions[0].day if case.sessions else None, outcomes[-1].concluded_on if outcomes else None, max(paid, default=None),
        case.archived_on,
    )  # fmt: skip
    found = []
    for n, stage in enumerate(stages.ROAD):
        on = days[n]
        day = short(on, case.received_on.year) if on else ""
        state = "done" if n < here else "now" if n == here else "next" if n == here + 1 else "later"
        if state == "now" and stage in (Stage.CONCLUDED, Stage.ARCHIVED) or case.stage is Stage.PERFORMED and n == here:
            state = "done"
        note = day if state in ("done", "now") else _(NEEDS[stage]) if state == "next" else ""
        found.append(shown.Station(words.shown(case.stage if n == here else stage), note, state))
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


def _paper(read: Read, one: printing.Printable) -> shown.PaperLine:
    text, state = PAPERS[one.state]
    if one.kind is PaperKind.AGREEMENT and one.state is None:
        text, state = N_("Being written"), "amber"
    may_issue = one.state is None and one.kind is not PaperKind.AGREEMENT
    originals = next((rows for paper, rows in read.papers if paper.id == one.document_id), ())
    told = ""
    if originals:
        told = _("{n} originals, {handed} handed over").format(n=len(originals), handed=sum(row.handed_on is not None for row in originals))
    begin = {"paper": one.kind.value, **({"session": one.subject} if one.subject else {})}
    keys = [*(["hand_over"] if any(row.handed_on is None for row in originals) else [])]
    if one.state is DocumentState.ISSUED:
        keys.append("signed")
    if one.state is not None and one.kind is not PaperKind.AGREEMENT:
        keys.append("replace")
    found = deeds.deeds(keys, read.now, begin=begin)
    return shown.PaperLine(
        one.kind.value, one.subject, words.of_paper(one.kind, one.subject), shown.Chip(_(text), state), may_issue, told, found
    )


def originals_of(read: Read, kind: str, subject_id: int | None) -> tuple[Document, list[Original]] | None:
    """The paper that was issued last of this kind and subject, with its originals."""
    found = [
        (paper, list(rows))
        for paper, rows in read.papers
        if paper.kind.value == kind and paper.subject_id == subject_id and paper.state is not DocumentState.VOID
    ]
    return found[-1] if found else None


def _person(whole: Whole, n: int, day: date) -> shown.PersonLine:
    party = whole.case.parties[n]
    lacks = missing.of_party(party, n, day)
    stops = any(lack.stops_agreement for lack in lacks)
    number = party.uscc if party.kind is PartyKind.COMPANY else identity.masked_id(party.id_number)
    bodies = [party.legal_representative] if party.kind is PartyKind.COMPANY else []
    count = [_("{n} members").format(n=len(party.members))] if party.members else []
    phone = party.phone or party.legal_representative_phone
    answer = willingness.newest(whole.case, party.id)
    said = _(_WILLING[answer.answer]).format(day=answer.answered_on.isoformat()) if answer is not None else ""
    details = " · ".join(part for part in (*bodies, *count, phone, number, said) if part)
    chip = (
        shown.Chip(_("incomplete"), "red")
        if stops
        else shown.Chip(_("to be completed"), "amber")
        if lacks
        else shown.Chip(_("complete"), "green")
    )
    role = f"{party.ordinal} {words.shown(party.role)}"
    return shown.PersonLine(role, party.name, details, chip, tuple(lack.sentence for lack in lacks), str(party.ordinal))
