"""The check of an agreement with all that the office knows: law, words, earlier cases, the clauses its records make; and passing a finding.

What was passed, by whom and why is kept in the data and its journal; no paper and no packet for a court shows it.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.court import Court
from db.models.passed_finding import PassedFinding
from db.queries import earlier, passed, people
from db.vocabulary import Stage, UserRole
from desktop import assets
from desktop.documents import agreement as document
from desktop.documents import clause_library
from desktop.documents.clause_library import Entry, Offer
from desktop.documents.setting import Setting
from desktop.domain import agreement_check, fields, reasons
from desktop.domain.agreement_check import Finding, Known
from desktop.domain.check import book, sham
from desktop.domain.check.finding import Earlier
from desktop.domain.check.reasons import PASS_REASONS
from desktop.domain.inputs.agreement import PASS_FINDING
from desktop.domain.refusal import Refusal
from desktop.i18n import _, language
from desktop.services import cases, confirmation, templates, terms
from desktop.services.desk import Desk

BOOKS = (("law", "forbidden.toml"), ("codes", "vague_words.toml"), ("codes", "signs.toml"))
OWN_CLAUSES, OWN_WORDS = "clauses.toml", "check.toml"


def judge(desk: Desk, case: Case, agreement: Agreement, setting: Setting | None = None) -> list[Finding]:
    """All findings about an agreement, saved or only typed; what was passed says for what reason."""
    with desk.reading() as session:
        known = known_of(desk, session, case, agreement, setting or setting_of(desk, session, case))
        reasons = {one.mark: one.reason for one in passed.of(session, agreement.id)} if agreement.id else {}
    return agreement_check.passing(agreement_check.check(case, agreement, desk.today(), known), reasons)


def standing(desk: Desk, case: Case) -> list[Finding]:
    """What a judge would say of the agreement as saved; nothing where there is none."""
    found = cases.now_of(desk, case).agreement
    return judge(desk, case, found) if found is not None else []


def require_none_red(desk: Desk, case: Case, agreement: Agreement) -> None:
    """Refusal with every red finding that was not passed."""
    red = [one for one in judge(desk, case, agreement) if one.stops]
    if red:
        raise Refusal.of([agreement_check.fault_of(one) for one in red])


def offers(desk: Desk, case: Case, agreement: Agreement, setting: Setting | None = None) -> list[Offer]:
    """The clauses of the library that fit; Refusal where the office's own file is broken."""
    with desk.reading() as session:
        told = setting or setting_of(desk, session, case)
    return clause_library.offers(case, agreement, told, own_clauses(desk.folder))


def setting_of(desk: Desk, session: Session, case: Case) -> Setting:
    """What surrounds the clauses: the organisation whose agreement it is."""
    own = people.organisation(session, case.organisation_id)
    assert own is not None
    return Setting(organisation=own, language=language(), training=desk.training, own=templates.own(desk))


def known_of(desk: Desk, session: Session, case: Case, agreement: Agreement, setting: Setting) -> Known:
    """What the office knows beside the case."""
    own = own_clauses(desk.folder, strict=False)
    by_key = {entry.key: entry for entry in (*clause_library.shipped(case.category), *own)}
    keys = [str(origin.get("key", "")) for origin in agreement.origins or ()]
    return Known(
        book=_book(desk.folder),
        values=terms.values_of(session),
        calendar=terms.calendar_of(session),
        earlier=_earlier(session, case),
        generated=document.generated(case, agreement, setting) if any(one.own_text for one in agreement.obligations) else {},
        court=_court(session, case) if agreement.confirmation_wanted else None,
        offered={key: clause_library.filled(by_key[key], case, agreement, setting) for key in keys if key in by_key},
    )


def _court(session: Session, case: Case) -> Court | None:
    """The court that would be asked: the likeliest by CPC 205."""
    known = confirmation.candidates(session, case)
    return known[0].court if known else None


def _earlier(session: Session, case: Case) -> list[Earlier]:
    keys = [number for party in case.parties for number in (party.id_number, party.uscc) if number]
    found = []
    for one in earlier.of(session, case.id, case.category, keys):
        by_id = {party_id: sham.key_of(number, name) for party_id, _role, number, name in one.parties}
        found.append(
            Earlier(
                number=one.number,
                day=one.day,
                sides=tuple((role.value, sham.key_of(number, name)) for _id, role, number, name in one.parties if role in earlier.SIDES),
                helpers=tuple((by_id.get(a, ""), by_id.get(b, "") if b is not None else "") for a, b in one.agents),
                text=one.facts,
                series_key=one.series_key,
                split_from_id=one.split_from_id,
                case_id=one.case_id,
                defaulted=one.stage is Stage.DEFAULTED,
            )
        )
    return found


# --- the office's own words and clauses ------------------------------------------------------------------------------------------


def own_clauses(folder: Path, strict: bool = True) -> tuple[Entry, ...]:
    """The clauses in the office's folder; none where there is no file, or where it is broken and the check must go on all the same."""
    text = _text(folder / OWN_CLAUSES)
    if not text:
        return ()
    try:
        return clause_library.entries(text, OWN_CLAUSES, own=True)
    except Refusal:
        if strict:
            raise
        return ()


def _book(folder: Path) -> book.Book:
    text = _text(folder / OWN_WORDS)
    return _made_book(text)


@cache
def _made_book(own: str) -> book.Book:
    tables: list[tuple[str, Mapping[str, Any]]] = [("/".join(parts), assets.toml(*parts)) for parts in BOOKS]
    if own:
        try:
            tables.append((OWN_WORDS, assets.parse_toml(own)))
            return book.from_tables(tables)
        except (tomllib.TOMLDecodeError, Refusal):  # an office's slip must not silence the shipped words
            tables.pop()
    return book.from_tables(tables)


def own_words_fault(folder: Path) -> str:
    """Why the office's own words are not used; '' where they are, or where there are none."""
    text = _text(folder / OWN_WORDS)
    try:
        book.from_tables([(OWN_WORDS, assets.parse_toml(text))])
    except tomllib.TOMLDecodeError as error:
        return _("{file} is not a valid template: {error}.").format(file=OWN_WORDS, error=reasons.of_toml(error))
    except Refusal as no:
        return no.sentence
    return ""


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


# --- passing ----------------------------------------------------------------------------------------------------------------------


def pass_finding(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Passes a finding of the standing agreement for one of its reasons; a red one is passed by the head where there is a head.

    Refusal where there is no such finding, where it must be mended, or where the reason is none of its own.
    """
    clean = fields.check(PASS_FINDING, values, desk.today())
    with desk.work("pass_finding", reason=clean["reason"]) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        agreement = cases.now_of(desk, case).agreement
        if agreement is None:
            raise Refusal(_("There is no agreement yet: write it first."), "kind", "not_allowed")
        known = known_of(desk, w.session, case, agreement, setting_of(desk, w.session, case))
        found = [
            one
            for one in agreement_check.check(case, agreement, desk.today(), known)
            if one.kind == clean["kind"] and (not clean.get("place") or one.place == clean["place"])
        ]
        if not found:
            raise Refusal(_("The check has no such finding (any more)."), "kind", "not_found")
        if len(found) > 1:
            raise Refusal(_("Several places have this finding: say which."), "place", "ambiguous")
        one = found[0]
        _may_be_passed(desk, w.session, one, clean["reason"])
        done = {row.mark for row in passed.of(w.session, agreement.id)}
        if one.mark not in done:
            w.add(
                PassedFinding(
                    case_id=case.id,
                    agreement_id=agreement.id,
                    kind=one.kind,
                    place=one.place,
                    mark=one.mark,
                    reason=clean["reason"],
                    note=clean.get("note") or "",
                    passed_at=desk.now(),
                    user_id=desk.person.id,
                )
            )
        return cases.kept(w, case.id)


def _may_be_passed(desk: Desk, session: Session, one: Finding, reason: str) -> None:
    if not one.passes:
        raise Refusal(_("This must be mended; it cannot be passed: {sentence}").format(sentence=one.sentence), "kind", "not_allowed")
    if reason not in one.passes:
        choices = "；".join(_(PASS_REASONS[code]) for code in one.passes)
        raise Refusal(_("It can be passed for one of these reasons: {reasons}.").format(reasons=choices), "reason")
    if one.level is agreement_check.Level.RED and desk.person.role != UserRole.HEAD and passed.has_head(session):
        raise Refusal(_("A red finding is passed by the head of the office: ask the head."), "reason", "not_allowed")
