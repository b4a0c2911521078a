"""What comes after a mediation, in words: the agreement with its signing table, what is performed and what is open, the confirmation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from db.models.agreement import Agreement
from db.models.obligation import Obligation
from db.vocabulary import AgreementForm, AgreementStatus, ObligationKind
from desktop.domain import aftermath, balance, dates, effect, money, signing_words, words
from desktop.domain.agreement_check import Level
from desktop.domain.balance import Balance, Part, PartState
from desktop.domain.deadlines import Deadline
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.screens.case import presenter_deeds as deeds
from desktop.screens.case import shown
from desktop.screens.case.presenter_read import Read
from desktop.services.case_page import Whole

AGREEMENTS = {
    AgreementStatus.DRAFT: "amber",
    AgreementStatus.ISSUED: "accent",
    AgreementStatus.SIGNED: "green",
    AgreementStatus.VOID: "red",
    AgreementStatus.SUPERSEDED: "",
}
NO_BREAK = "\u00a0"
_LEVELS = {Level.RED: "red", Level.AMBER: "amber"}


# --- the agreement -------------------------------------------------------------------------------------------------------------------


def agreement(read: Read) -> shown.Section | None:
    """The agreement in short, its signing table, and when it takes effect."""
    whole, now = read.whole, read.now
    standing = now.agreement
    if standing is None:
        return None
    names = {party.id: party.name for party in whole.case.parties}
    lines = (
        (_("Form"), words.shown(standing.form)),
        (_("Number"), standing.number or ""),
        (_("Day of the agreement"), standing.day.isoformat() if standing.day else ""),
    )
    blocks: list[shown.Block] = [shown.Lines(tuple((label, text) for label, text in lines if text))]
    blocks += [shown.Text(obligation_line(one, names)) for one in standing.obligations]
    if standing.signings:
        blocks.append(signing_table(standing))
    if standing.status is not AgreementStatus.DRAFT or standing.form is AgreementForm.ORAL:
        outcome = effect.effect(standing, whole.case.parties, whole.case.mediation_type)
        when = reached(now, outcome)
        blocks += [shown.Text(when.text, "heading", when.state, "effect"), shown.Text(_(outcome.source), "small")]
    chip = shown.Chip(words.shown(standing.status), AGREEMENTS[standing.status])
    found = (shown.Deed("agreement.open", _("Open")), *deeds.deeds(("issue", "sign", "void"), now))
    return shown.Section("agreement", _("Agreement"), tuple(blocks), chip, found)


def signing_table(standing: Agreement) -> shown.Table:
    """Who signs, as what, on what day, how."""
    heads = (
        shown.Head(_("Who signs"), 8, stretch=True),
        shown.Head(_("Signs as"), 7),
        shown.Head(_("Day of signing"), 6),
        shown.Head(_("How it was signed"), 7),
    )
    rows = []
    for line in standing.signings:
        day = line.signed_on.isoformat() if line.signed_on else _("not yet")
        rows.append(
            shown.Row(
                str(line.id),
                (line.name, signing_words.capacity(line.signer, line.capacity), day, signing_words.how(line)),
                "" if line.signed_on else "amber",
                2,
            )
        )
    return shown.Table("signings", _("Signing table"), heads, tuple(rows))


def reached(now: Situation, outcome: effect.Effect) -> shown.Chip:
    """When the agreement takes effect, or who has still to sign."""
    return shown.Chip(*signing_words.reached(now, outcome))


def obligation_line(one: Obligation, names: Mapping[int, str]) -> str:
    """An obligation in one line: who, to whom, what, how much, when."""

    def who(part: str) -> str:
        return "、".join(names.get(p.party_id, "?") for p in one.parties if p.part.value == part)

    what = "".join(part for part in (one.subject, f" {one.quantity}{one.unit}" if one.quantity else "") if part)
    amount = _("{sum} yuan").format(sum=money.figures(one.amount_fen)).replace(" ", NO_BREAK) if one.amount_fen else ""
    when = words.shown(one.timing)
    members = {part.member_id for part in one.instalments if part.member_id is not None}
    if members:
        when = _("shares of {n} members, the last on {day}").format(n=len(members), day=one.instalments[-1].due_on.isoformat())
    elif one.instalments:
        when = _("{n} instalments, the last on {day}").format(n=len(one.instalments), day=one.instalments[-1].due_on.isoformat())
    elif one.due_on:
        when = _("by {day}").format(day=one.due_on.isoformat())
    return f"{one.ordinal}  " + "  ".join(part for part in (f"{who('debtor')} → {who('creditor')}", what, amount, when) if part)


# --- performance ---------------------------------------------------------------------------------------------------------------------


def performance(read: Read) -> shown.Section | None:
    """Of every obligation in force its schedule: due, owed, performed, open, late by how much; and what was entered."""
    if not read.balances:
        return None
    now = read.now
    counts = [balance_of.counts for balance_of in read.balances]
    done, all_parts = sum(one.performed for one in counts), sum(sum(one) for one in counts)
    overdue = sum(one.overdue for one in counts)
    chip = shown.Chip(_("{done} of {all} performed").format(done=done, all=all_parts), "green" if done == all_parts else "accent")
    if overdue:
        chip = shown.Chip(_("{done} of {all} performed, {n} overdue").format(done=done, all=all_parts, n=overdue), "red")
    blocks: list[shown.Block] = []
    for n, one in enumerate(read.balances):
        blocks += list(_obligation(read, n, one))
    entered = _entered(read)
    if entered is not None:
        blocks.append(entered)
    found = deeds.deeds(("default",), now)
    return shown.Section("performance", _("Performance"), tuple(blocks), chip, found)


def _obligation(read: Read, n: int, one: Balance) -> Iterator[shown.Block]:
    case = read.whole.case
    names = {party.id: party.name for party in case.parties}
    yield shown.Text(obligation_line(one.obligation, names), "heading")
    if not one.done:
        said = _("Performed {performed}, open {open}").format(
            performed=balance.in_words(one.obligation, one.performed), open=balance.in_words(one.obligation, one.remaining)
        )
        late = _("; overdue {sum}").format(sum=balance.in_words(one.obligation, one.overdue)) if one.overdue else ""
        yield shown.Text(said + late, "", "red" if late else "")
    members = {member.id: member for party in case.parties for member in party.members}
    grouped = any(part.member_id is not None for part in one.parts)
    heads = (
        *((shown.Head(_("No."), 3), shown.Head(_("Member"), 5)) if grouped else (shown.Head(_("Part"), 4),)),
        shown.Head(_("Due"), 6),
        shown.Head(_("Owed"), 5.5, right=True),
        shown.Head(_("Performed so far"), 5.5, right=True),
        shown.Head(_("Still open"), 5.5, right=True),
        shown.Head(_("State"), 5, stretch=True),
    )
    rows = []
    for part in one.parts:
        member = members.get(part.member_id) if part.member_id is not None else None
        first = (str(member.ordinal), member.name) if member is not None else ("", "") if grouped else (part_name(part),)
        text, state = part_state(part)
        sums = tuple(balance.in_words(one.obligation, amount) for amount in (part.owed, part.performed, part.remaining))
        cells = (*first, part.due_on.isoformat() if part.due_on else "", *sums, text)
        rows.append(shown.Row(part_id(read, one, part), cells, state, len(heads) - 1, not part.remaining))
    takes = "rows" if grouped else "row"
    found = tuple(
        deed._replace(label=_("Pay the marked ones") if grouped else deed.label) for deed in deeds.deeds(("perform",), read.now, takes)
    )
    if grouped:
        rows.sort(key=lambda row: row.quiet)  # of forty-seven the twelve that are open come first
    yield shown.Table(f"parts.{n}", one.obligation.subject, heads, tuple(rows), grouped and bool(found), () if one.done else found)


def part_name(part: Part) -> str:
    """What a part of a schedule is called."""
    return _("No. {n}").format(n=part.ordinal) if part.ordinal else _("whole")


def part_state(part: Part) -> tuple[str, str]:
    """How a part stands, in words and as a colour."""
    if part.state is PartState.DONE:
        return (_("performed {n} days late").format(n=part.late_days), "amber") if part.late_days else (_("performed"), "green")
    if part.state is PartState.OVERDUE:
        return _("overdue by {n} days").format(n=part.late_days), "red"
    if part.state is PartState.DUE:
        return _("due today"), "amber"
    moved = part.last_day is not None and part.due_on is not None and part.last_day != part.due_on
    return (_("not due yet, until {day}").format(day=f"{part.last_day:%m-%d}") if moved else _("not due yet")), ""


def part_id(read: Read, one: Balance, part: Part) -> str:
    """By what a line of the schedule is known: agreement, obligation, instalment, member (0: none)."""
    numbers = {standing.id: n for n, standing in enumerate(balance.in_force(read.whole.case), 1)}
    members = {member.id: member.ordinal for party in read.whole.case.parties for member in party.members}
    instalment = part.ordinal if part.instalment_id is not None else 0
    member = members.get(part.member_id, 0) if part.member_id is not None else 0
    return f"{numbers[one.obligation.agreement_id]}.{one.obligation.ordinal}.{instalment}.{member}"


def _entered(read: Read) -> shown.Table | None:
    case = read.whole.case
    names: dict[int, str] = {party.id: party.name for party in case.parties}
    of_part = {part.id: part.member_id for one in read.balances for part in one.obligation.instalments}
    members = {member.id: member.name for party in case.parties for member in party.members}
    rows = []
    for one in read.balances:
        for paid in one.obligation.performances:
            amount = balance.in_words(one.obligation, balance.amount_of(one.obligation, paid, one.counted))
            whose = members.get(of_part.get(paid.instalment_id or 0) or 0, "")
            cells = (
                paid.day.isoformat(),
                f"{one.obligation.ordinal}",
                amount,
                whose or (names.get(paid.party_id, "") if paid.party_id else ""),
                words.shown(paid.way) if paid.way else "",
                "；".join(part for part in (paid.receipt, paid.note) if part),
            )
            rows.append((paid.day, paid.id, cells))
    if not rows:
        return None
    heads = (
        shown.Head(_("Day"), 6), shown.Head(_("Obligation"), 3), shown.Head(_("Amount or quantity"), 7, right=True),
        shown.Head(_("By, or to"), 6), shown.Head(_("How"), 4), shown.Head(_("Receipt, note"), 8, stretch=True),
    )  # fmt: skip
    ordered = sorted(rows, key=lambda row: row[:2], reverse=True)
    return shown.Table("entered", _("What was entered"), heads, tuple(shown.Row(str(key), cells) for _day, key, cells in ordered), most=5)


# --- confirmation --------------------------------------------------------------------------------------------------------------------


def confirmation(read: Read) -> shown.Section | None:
    """May it be applied for, where, until when (both days where they differ); after that the court's days and what comes next."""
    look = read.look
    if look is None:
        return None
    standing = look.standing
    lines: list[tuple[str, str]] = []
    if standing is None:
        lines.append((_("May it be applied for"), look.why_not or _("Yes, by both sides together.")))
        lines += [(_("Court that may be asked"), _court(one)) for one in look.courts[:1]]
        lines += [(_("or"), _court(one)) for one in look.courts[1:4]]
    if look.terms is not None and (standing is None or not look.why_not):
        lines += _until(look.terms)
    if standing is not None:
        lines += _applied(read.whole, standing)
        if look.number_remark:
            lines.append((_("Court's case number"), look.number_remark))
    lines += [(one.name or _("Until"), _limit(one, read.now)) for one in look.running]
    if look.third is not None:
        lines.append((_("A third person may object until"), _limit(look.third, read.now)))
    blocks: list[shown.Block] = [shown.Lines(tuple(lines), 9)]
    worries = tuple(shown.Text(f"{one.sentence}（{_(one.source)}）", "", _LEVELS.get(one.level, "")) for one in look.findings)
    found = deeds.deeds(("confirm_apply", "confirm_supplement", "confirm_result", "confirm_objection"), read.now)
    return shown.Section("confirmation", _("Judicial confirmation"), tuple(blocks), _confirmation_chip(read), found, worries)


def steps(read: Read) -> shown.Section | None:
    """What can be done when something is overdue, or when the court did not confirm: a sentence each with its source."""
    if read.look is None or not read.look.steps:
        return None
    found = read.look.steps
    deeds_of = dict.fromkeys(step.move for step in found if step.move)
    texts = tuple(shown.Text(aftermath.told(step)) for step in found)
    return shown.Section("steps", _("What can be done now"), texts, deeds=deeds.deeds(deeds_of, read.now), for_guests=False)


def _confirmation_chip(read: Read) -> shown.Chip:
    look = read.look
    assert look is not None
    if look.standing is not None:
        state = {"confirmed": "green", "pending": "accent"}.get(look.standing.result.value, "red")
        return shown.Chip(words.shown(look.standing.result), state)
    if look.why_not or look.terms is None:
        return shown.Chip(_("not possible"), "")
    left = look.terms.earliest.left(read.now.day)
    return shown.Chip(days_left(left), "red" if left < 0 else "amber" if left <= 7 else "accent")


def days_left(days: int) -> str:
    """How much time there is."""
    if days < 0:
        return _("{n} days over").format(n=-days)
    return _("today") if days == 0 else _("{n} days left").format(n=days)


def _court(one: Any) -> str:
    guess = "" if one.sure else _("; by the address, to be checked")
    return f"{one.court.name}（{'、'.join(one.points)}{guess}）"


def _until(terms: Any) -> list[tuple[str, str]]:
    first, last = terms.earliest, terms.latest
    label = _("At the latest on")
    if not terms.arguable:
        return [(label, _("{day} (counted from {start}; {source})").format(day=_day(first), start=_start(first), source=_(first.source)))]
    return [
        (label, _("{day} (counted from the signatures, {start}; the safe day)").format(day=_day(first), start=_start(first))),
        (
            _("else on"),
            _("{day} (counted from the effect, {start}; {source})").format(day=_day(last), start=_start(last), source=_(last.source)),
        ),
    ]  # fmt: skip


def _day(limit: Deadline) -> str:
    return f"{limit.due.isoformat()} {dates.weekday(limit.due)}"


def _start(limit: Deadline) -> str:
    return limit.counted_from.isoformat()


def _limit(limit: Deadline, now: Situation) -> str:
    return f"{_day(limit)}  {days_left(limit.left(now.day))}（{_(limit.source)}）"


def _applied(whole: Whole, standing: Any) -> Sequence[tuple[str, str]]:
    court = whole.courts.get(standing.court_id)

    def day(value: Any) -> str:
        return value.isoformat() if value else ""

    lines = (
        (_("Court"), court.name if court is not None else ""),
        (_("Applied on"), day(standing.applied_on)),
        (_("Supplement wanted by"), day(standing.supplement_until)),
        (_("Handed in on"), day(standing.supplemented_on)),
        (_("Accepted by the court on"), day(standing.accepted_on)),
        (_("Court's case number"), standing.court_number),
        (_("Ruled on"), day(standing.ruled_on)),
        (_("Served on"), day(standing.served_on)),
        (_("Reason"), standing.reason),
        (_("Objection"), " ".join(part for part in (day(standing.objected_on), standing.objection) if part)),
    )
    return [(label, text) for label, text in lines if text]


def in_kind(one: Balance) -> bool:
    """Whether things are owed, not money."""
    return one.obligation.kind is ObligationKind.IN_KIND
