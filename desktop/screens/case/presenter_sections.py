"""What is known of a case, section by section, in words: the newest part of its life first, as somebody asks who takes up the file."""

from collections.abc import Callable, Sequence

from db.models.session import Session
from db.vocabulary import AssignmentRole, PartyKind, PartyRole
from desktop.domain import evidence as evidence_rules
from desktop.domain import group, money, words
from desktop.domain.inputs.evidence import KINDS
from desktop.domain.inputs.group import AUTHORITY
from desktop.i18n import _
from desktop.screens.case import presenter_after as after
from desktop.screens.case import presenter_deeds as deeds
from desktop.screens.case import presenter_facts as facts
from desktop.screens.case import presenter_sums as sums
from desktop.screens.case import shown
from desktop.screens.case.presenter_read import Read
from desktop.services import groups

SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)


def sections(read: Read) -> tuple[shown.Section, ...]:
    """Every section that has something to say or to do."""
    builders: Sequence[Callable[[Read], shown.Section | None]] = (
        after.steps, after.performance, after.confirmation, ended, after.agreement, sums.section, plan, undisputed,
    )  # fmt: skip
    found = [section for build in builders if (section := build(read)) is not None]
    found += sessions(read)
    found += [_group(read, n) for n, party in enumerate(read.whole.case.parties) if party.kind is PartyKind.GROUP]
    found += [section for build in (facts.section, evidence, table, contacts, dispute, history) if (section := build(read)) is not None]
    return tuple(found)


def _lines(*lines: tuple[str, str]) -> shown.Lines:
    return shown.Lines(tuple((label, text) for label, text in lines if text))


# --- how it ended --------------------------------------------------------------------------------------------------------------------


def ended(read: Read) -> shown.Section | None:
    """The outcome, return visits, what was prevented, when the file was closed."""
    case, now = read.whole.case, read.now
    outcome = now.outcome
    lines: list[tuple[str, str]] = []
    if outcome is not None:
        lines += [(_("How it ended"), f"{words.shown(outcome.code)}  {outcome.concluded_on.isoformat()}"), (_("Reason"), outcome.reason)]
    lines += [(_("Given back to the court on"), one.returned_on.isoformat()) for one in case.referrals if one.returned_on]
    for harm in case.prevented:
        lines.append(
            (_("Prevented"), _("{what}, {n} persons: {why}").format(what=words.shown(harm.kind), n=harm.people_count, why=harm.reason))
        )
    lines.append((_("Closed on"), case.closed_on.isoformat() if case.closed_on else ""))
    if case.archived_on:
        kept = _("{day}, {n} pages").format(day=case.archived_on.isoformat(), n=case.dossier_pages or 0)
        lines.append((_("Archived on"), kept))
    blocks: list[shown.Block] = [_lines(*lines)] if any(text for _label, text in lines) else []
    visits = []
    names = {party.id: party.name for party in case.parties}
    for visit in case.return_visits:
        satisfied = "" if visit.satisfied is None else _("satisfied") if visit.satisfied else _("not satisfied")
        told = "；".join(part for part in (visit.performance, visit.text, visit.signs, visit.measures) if part)
        cells = (visit.day.isoformat(), names.get(visit.party_id or 0, _("all sides")), visit.way, visit.visitor, satisfied, told)
        visits.append(shown.Row(str(visit.id), cells, "red" if visit.satisfied is False else "", 4))
    if visits:
        heads = (
            shown.Head(_("Day"), 6), shown.Head(_("Party"), 5), shown.Head(_("How"), 4), shown.Head(_("Visitor"), 4),
            shown.Head(_("Satisfied"), 4), shown.Head(_("What was said"), 10, stretch=True),
        )  # fmt: skip
        blocks.append(shown.Table("visits", _("Return visits"), heads, tuple(visits)))
    found = deeds.deeds(("return_visit", "prevented", "give_back", "close", "archive", "reopen"), now)
    if not blocks and outcome is None:
        return None
    return shown.Section("ended", _("Outcome and return visits"), tuple(blocks), deeds=found)


# --- the mediation -------------------------------------------------------------------------------------------------------------------


def plan(read: Read) -> shown.Section | None:
    """The no-objection plan: its text, on whom it was served, until when each may object."""
    case, now = read.whole.case, read.now
    if not case.proposals:
        return None
    one = case.proposals[-1]
    names = {party.id: party.name for party in case.parties}
    consented = one.consented_on.isoformat() if one.consented_on else ""
    blocks: list[shown.Block] = [
        _lines(
            (_("Put forward on"), one.day.isoformat()),
            (_("Both sides consented on"), consented),
            (_("Facts that nobody disputes"), one.facts),
            (_("The plan"), one.text),
            (_("Reasons"), one.reasons),
        )
    ]
    rows = []
    for served in one.services:
        state = _("objected on {day}").format(day=served.objected_on) if served.objected_on else _("no objection so far")
        cells = (names.get(served.party_id, "?"), served.served_on.isoformat(), served.way, served.receiver, state)
        rows.append(shown.Row(str(served.id), cells, "red" if served.objected_on else "", 4))
    if rows:
        heads = (
            shown.Head(_("Party"), 6), shown.Head(_("Served on"), 6), shown.Head(_("How"), 4), shown.Head(_("Received by"), 5),
            shown.Head(_("Objection"), 8, stretch=True),
        )  # fmt: skip
        blocks.append(shown.Table("served", _("Service of the plan"), heads, tuple(rows)))
    terms = [due for due in read.whole.dues if due.move in ("serve", "plan_adopted", "object")]
    blocks += [shown.Text(due.what if due.limit is None else f"{due.what}  {due.limit.due.isoformat()}", "", "amber") for due in terms]
    return shown.Section("plan", _("No-objection plan"), tuple(blocks), deeds=deeds.deeds(("serve", "object", "plan_adopted"), now))


def undisputed(read: Read) -> shown.Section | None:
    """What both sides confirmed as not in dispute."""
    case = read.whole.case
    if not case.undisputed:
        return None
    blocks = [
        _lines(
            (_("Day"), one.day.isoformat()),
            (_("Facts that nobody disputes"), "\n".join(one.facts)),
            (_("Still disputed"), "\n".join(one.still_disputed)),
            (_("Both sides consented on"), one.consented_on.isoformat() if one.consented_on else ""),
        )
        for one in case.undisputed
    ]
    return shown.Section("undisputed", _("Undisputed facts"), tuple(blocks))


def sessions(read: Read) -> list[shown.Section]:
    """Each session, the last one first; the private note is for the desk alone."""
    return [_session(read, one) for one in reversed(read.whole.case.sessions)]


def _session(read: Read, sitting: Session) -> shown.Section:
    times = "–".join(f"{one:%H:%M}" for one in (sitting.begins, sitting.ends) if one)
    name = _("Session {n}").format(n=sitting.ordinal)
    heading = f"{name}  {sitting.day.isoformat()}  {times}".strip()
    present = "、".join(f"{one.name}（{one.capacity}）" if one.capacity else one.name for one in sitting.attendees)
    block = _lines(
        (_("Place"), "，".join(part for part in (sitting.place, words.shown(sitting.method), sitting.language) if part)),
        (_("Present"), present),
        (_("Record"), sitting.text),
        (_("Undisputed facts"), sitting.undisputed_facts),
        (_("Result"), sitting.result),
    )
    note = "\n".join(note.text for note in read.whole.notes if note.session_id == sitting.id)
    private = (_lines((_("Private note"), note)),) if note else ()
    last = sitting is read.whole.case.sessions[-1]
    found = deeds.deeds(("session", "undisputed", "propose"), read.now) if last else ()
    return shown.Section(f"session.{sitting.ordinal}", heading, (block,), deeds=found, private=private)


# --- who takes part ------------------------------------------------------------------------------------------------------------------


def table(read: Read) -> shown.Section | None:
    """Mediators and who else sits at the table; requests to recuse, rests and extensions."""
    case = read.whole.case
    rows = []
    for one in case.assignments:
        time = one.assigned_on.isoformat() + (f" – {one.ended_on.isoformat()}" if one.ended_on else "")
        role = words.shown(one.role)
        note = "；".join(part for part in (one.disclosed, one.end_reason) if part)
        name = read.mediators.get(one.mediator_id, "?")
        rows.append(shown.Row(f"m{one.id}", (name, role, "", time, note), "", 0, one.ended_on is not None))
    for guest in case.participants:
        rows.append(shown.Row(f"p{guest.id}", (guest.name, guest.capacity, guest.organisation, "", guest.phone)))
    heads = (
        shown.Head(_("Name"), 5), shown.Head(_("As"), 5), shown.Head(_("Organisation"), 7), shown.Head(_("From, to"), 8),
        shown.Head(_("Remark"), 8, stretch=True),
    )  # fmt: skip
    blocks: list[shown.Block] = [shown.Table("table", _("At the table"), heads, tuple(rows))] if rows else []
    for asked in case.recusals:
        granted = _("not decided yet") if asked.granted is None else _("granted") if asked.granted else _("not granted")
        said = _("Recusal of {name} asked for on {day}: {reason} ({granted})")
        name = read.mediators.get(asked.mediator_id, "?")
        blocks.append(shown.Text(said.format(name=name, day=asked.asked_on.isoformat(), reason=asked.reason, granted=granted)))
    for rest in case.suspensions:
        until = rest.ends.isoformat() if rest.ends else _("lasts")
        blocks.append(
            shown.Text(_("Suspended {begins} – {ends}: {reason}").format(begins=rest.begins.isoformat(), ends=until, reason=rest.reason))
        )
    for longer in case.extensions:
        blocks.append(
            shown.Text(_("Extended to {day} with both sides' consent. {reason}").format(day=longer.until.isoformat(), reason=longer.reason))
        )
    found = deeds.deeds(("assign", "participant", "recuse", "suspend", "resume", "extend"), read.now)
    if not blocks and not found:
        return None
    lead = read.now.lead
    chip = shown.Chip(read.mediators.get(lead.mediator_id, "")) if lead is not None and lead.role is AssignmentRole.LEAD_MEDIATOR else None
    return shown.Section("table", _("Mediators and others at the table"), tuple(blocks), chip or shown.Chip(""), found, for_guests=False)


def contacts(read: Read) -> shown.Section | None:
    """Calls and visits: who was reached, who did not answer."""
    case = read.whole.case
    found = deeds.deeds(("contact",), read.now)
    if not case.contacts and not found:
        return None
    names = {party.id: party.name for party in case.parties}
    rows = []
    for one in reversed(case.contacts):
        answered = "" if one.answered is None else _("answered") if one.answered else _("no answer")
        when = f"{one.day.isoformat()} {one.at:%H:%M}" if one.at else one.day.isoformat()
        cells = (when, names.get(one.party_id or 0, ""), one.way, answered, one.note)
        rows.append(shown.Row(str(one.id), cells, "amber" if one.answered is False else "", 3))
    heads = (
        shown.Head(_("When"), 8), shown.Head(_("Party"), 6), shown.Head(_("How"), 4), shown.Head(_("Answered"), 4),
        shown.Head(_("Note"), 8, stretch=True),
    )  # fmt: skip
    block: tuple[shown.Block, ...] = (shown.Table("contacts", _("Contacts"), heads, tuple(rows)),) if rows else ()
    return shown.Section("contacts", _("Contacts"), block, deeds=found, for_guests=False)


def _group(read: Read, n: int) -> shown.Section:
    """One group: its list, who speaks for it, for whom nobody may sign yet."""
    party = read.whole.case.parties[n]
    authority = {code: _(label) for code, label in AUTHORITY}
    rows, bare, total = [], 0, 0
    for one, member in zip(groups.standing(party), party.members, strict=True):
        total += one.amount_fen or 0
        bare += not one.covered
        said = _("represents") if one.represents else "、".join(authority.get(code, code) for code in one.authority) or _("nobody yet")
        cells = (str(one.ordinal), one.name, money.figures(one.amount_fen) if one.amount_fen is not None else "", said, member.phone)
        rows.append(shown.Row(str(one.ordinal), cells, "" if one.covered else "amber", 3))
    heads = (
        shown.Head(_("No."), 3), shown.Head(_("Member"), 5), shown.Head(_("Amount claimed (yuan)"), 6.5, right=True),
        shown.Head(_("Who may act for him"), 10, stretch=True), shown.Head(_("Telephone"), 7),
    )  # fmt: skip
    speakers = [member.name for member in group.speakers(party)]
    lines = _lines(
        (_("Members"), _("{n} members, {sum} yuan in all").format(n=len(rows), sum=money.figures(total))),
        (_("Representatives"), "、".join(speakers) or _("nobody yet")),
    )
    blocks: list[shown.Block] = [lines]
    if rows:
        blocks.append(shown.Table(f"members.{n}", party.name, heads, tuple(rows)))
    chip = shown.Chip(_("{n} without representation").format(n=bare), "amber") if bare else shown.Chip("")
    begin = {"group": str(party.ordinal)}
    found = deeds.deeds(("group_members", "group_represent"), read.now, begin=begin)
    if read.now.signed is not None:
        split = any(one.split_from_id is not None and one.status.value == "signed" for one in read.whole.case.agreements)
        found += deeds.deeds(("group_join",) if split else ("group_split",), read.now, begin={} if split else begin)
    return shown.Section(f"group.{n}", _("Group: {name}").format(name=party.name), tuple(blocks), chip, found, for_guests=False)


# --- evidence and files --------------------------------------------------------------------------------------------------------------


def evidence(read: Read) -> shown.Section | None:
    """The list of evidence, what is missing and until when, which originals are here; the files, and what is lacking of papers."""
    case, now = read.whole.case, read.now
    names = {party.id: party.name for party in case.parties}
    kinds = {code: _(label) for code, label in KINDS}
    missing, held = evidence_rules.missing(case), evidence_rules.held(case)
    rows = []
    for one in case.evidence:
        if one in missing:
            late = one.missing_until is not None and one.missing_until < now.day
            state, text = ("red" if late else "amber"), _("missing, by {day}").format(day=one.missing_until)
        elif one.returned_on:
            state, text = "", " ".join(part for part in (_("given back {day}").format(day=one.returned_on), one.returned_to) if part)
        else:
            state, text = "", _("original is here") if one in held else _("received {day}").format(day=one.received_on or "")
        count = " × ".join(part for part in (str(one.copies), _("{n} pages").format(n=one.pages) if one.pages else "") if part)
        cells = (str(one.ordinal), one.name, kinds.get(one.kind, ""), count, names.get(one.party_id or 0, ""), text, one.proves)
        rows.append(shown.Row(str(one.ordinal), cells, state, 5))
    blocks: list[shown.Block] = []
    if rows:
        heads = (
            shown.Head(_("No."), 3), shown.Head(_("Name of the evidence"), 7, stretch=True), shown.Head(_("Kind"), 5),
            shown.Head(_("Copies"), 4), shown.Head(_("Provided by"), 5), shown.Head(_("State"), 6),
            shown.Head(_("What it proves"), 7, stretch=True),
        )  # fmt: skip
        of_row = deeds.deeds(("evidence_change",), now, "row")
        of_rows = (*(deeds.deeds(("evidence_in",), now) if missing else ()), *(deeds.deeds(("evidence_back",), now) if held else ()))
        blocks.append(shown.Table("evidence", _("Evidence"), heads, tuple(rows), deeds=(*of_row, *of_rows)))
    files = _files(read)
    if files is not None:
        blocks.append(files)
    for lack in read.lacking:
        said = []
        if lack.missing_pages and read.files:
            said.append(_("pages {pages} not scanned").format(pages="、".join(str(page) for page in lack.missing_pages[:12])))
        if lack.unsigned:
            said.append(_("not signed by {names}").format(names="、".join(lack.unsigned[:8])))
        if said:
            blocks.append(shown.Text(f"{lack.title} {lack.number}：{'；'.join(said)}", "", "amber"))
    chip = shown.Chip(_("{n} missing").format(n=len(missing)), "amber") if missing else shown.Chip("")
    found = deeds.deeds(("evidence",), now)
    if found:
        found += (shown.Deed("files", _("Add files")),)
    return shown.Section("evidence", _("Evidence and files"), tuple(blocks), chip, found, for_guests=False) if blocks or found else None


def _files(read: Read) -> shown.Table | None:
    case = read.whole.case
    papers = {paper.id: paper.title for paper in case.documents}
    pieces = {one.id: one for one in case.evidence}
    rows = []
    for one in read.files:
        piece = pieces.get(one.evidence_id or 0)
        belongs = papers.get(one.document_id or 0, "") or (f"{piece.ordinal} {piece.name}" if piece is not None else _("the case"))
        page = _("page {n}").format(n=one.page) if one.page else ""
        size = f"{max(one.size // 1024, 1):,} KB"
        rows.append(shown.Row(str(one.id), (one.name, belongs, page, size)))
    if not rows:
        return None
    heads = (
        shown.Head(_("File"), 10, stretch=True), shown.Head(_("Belongs to"), 9, stretch=True), shown.Head(_("Page"), 4),
        shown.Head(_("Size"), 5, right=True),
    )  # fmt: skip
    found: tuple[shown.Deed, ...] = (shown.Deed("look", _("Look at it"), takes="row"), shown.Deed("save_file", _("Save as"), takes="row"))
    if not deeds.why_not("evidence", read.now):
        found += (shown.Deed("place_file", _("Say where it belongs"), takes="row"), shown.Deed("drop_file", _("Take away"), takes="row"))
    return shown.Table("files", _("Files"), heads, tuple(rows), deeds=found)


# --- the dispute ---------------------------------------------------------------------------------------------------------------------


def dispute(read: Read) -> shown.Section:
    """How it came, what it is about, what is asked."""
    whole = read.whole
    case = whole.case
    courts = [whole.courts[r.court_id].name for r in case.referrals if r.court_id is not None and r.court_id in whole.courts]
    block = _lines(
        (_("How it came"), "，".join(part for part in (words.shown(case.source), *courts) if part)),
        (_("Court's case number"), "、".join(r.court_number for r in case.referrals if r.court_number)),
        (_("Entry number"), case.entry_number if case.number else ""),
        (_("Kind of mediation"), words.shown(case.mediation_type)),
        (_("Place of the dispute"), case.place),
        (_("Brief facts of the dispute"), case.summary),
        (_("What the applicant asks for"), "\n".join(case.claims)),
    )
    keys = ("correct", "refer_in", "slip", "refer_out", "conclude")
    return shown.Section("dispute", _("The dispute"), (block,), deeds=deeds.deeds(keys, read.now))


def history(read: Read) -> shown.Section:
    """What was done, newest first."""
    lines = []
    for step in reversed(read.whole.history):
        text = _("{what} ({who})").format(what=step.what, who=step.who)
        lines.append((f"{step.at:%Y-%m-%d %H:%M}", f"{text}：{step.reason}" if step.reason else text))
    block = shown.Lines(tuple(lines), 8)
    return shown.Section("history", _("History"), (block,), deeds=deeds.deeds(("undo",), read.now), for_guests=False)
