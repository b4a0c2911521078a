"""The versions of an agreement: who saved them when, and what changed between two, in words and as a paper for the file of the office."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from db.models.agreement import Agreement, AgreementVersion
from db.models.case import Case
from db.models.user import User
from db.queries import people
from desktop.documents import agreement_changes as document
from desktop.documents.blocks import Paper
from desktop.documents.setting import Setting
from desktop.domain import agreement_changes
from desktop.domain.agreement_changes import Change
from desktop.domain.refusal import Refusal
from desktop.i18n import _, language
from desktop.services import cases, templates
from desktop.services.desk import LEGAL_CLOCK, Desk


class Saved(NamedTuple):
    """One version as it was saved; `names` are the parties by what was typed for them."""

    number: int
    saved_at: datetime
    user: str


def of(desk: Desk, case: Case) -> list[Saved]:
    """The versions of the standing agreement, the newest first; none where there is no agreement."""
    standing = cases.now_of(desk, case).agreement
    if standing is None:
        return []
    with desk.reading() as session:
        asked = select(AgreementVersion.number, AgreementVersion.saved_at, User.name).outerjoin(User, User.id == AgreementVersion.user_id)
        rows = session.execute(asked.where(AgreementVersion.agreement_id == standing.id).order_by(AgreementVersion.number.desc()))
        return [Saved(number, saved_at.astimezone(LEGAL_CLOCK), name or "") for number, saved_at, name in rows]


def compare(desk: Desk, case: Case, old: int = 0, new: int = 0) -> tuple[int, int, list[Change]]:
    """The two numbers and what changed between them; 0 means the last version and the one before it. Refusal where there are none."""
    standing = cases.now_of(desk, case).agreement
    if standing is None:
        raise Refusal(_("There is no agreement yet: write it first."), "number", "not_found")
    known = _values(desk, standing)
    last = new or max(known, default=0)
    first = old or max((n for n in known if n < last), default=0)
    for number in (first, last):
        if number not in known:
            sentence = _("There is no version {n} of this agreement; there are: {known}.")
            raise Refusal(sentence.format(n=number or "?", known="、".join(str(n) for n in sorted(known))), "version", "not_found")
    names = {str(party.ordinal): party.name for party in case.parties}
    return first, last, agreement_changes.between(_named(known[first], names), _named(known[last], names))


def paper(desk: Desk, case: Case, old: int = 0, new: int = 0) -> Paper:
    """The comparison as a paper: an inner one, it belongs to no file."""
    first, last, changes = compare(desk, case, old, new)
    with desk.reading() as session:
        own = people.organisation(session, case.organisation_id)
    assert own is not None
    setting = Setting(organisation=own, language=language(), training=desk.training, own=templates.own(desk))
    standing = cases.now_of(desk, case).agreement
    number = (standing.number if standing is not None else None) or case.number or case.entry_number
    return document.paper(number, first, last, changes, setting)


def _values(desk: Desk, agreement: Agreement) -> dict[int, dict[str, Any]]:
    with desk.reading() as session:
        asked = select(AgreementVersion.number, AgreementVersion.values).where(AgreementVersion.agreement_id == agreement.id)
        return {number: values for number, values in session.execute(asked)}


def _named(values: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The values with parties by name, so that 2 and 张某某 are no change."""

    def named(word: Any) -> Any:
        return names.get(word.strip(), word) if isinstance(word, str) else word

    rows = []
    for row in values.get("obligations") or []:
        told = dict(row)
        for key in ("debtors", "creditors", "guarantors"):
            if told.get(key):
                told[key] = [named(word) for word in told[key]]
        for key in ("performer", "payee", "on_account_of"):
            if told.get(key):
                told[key] = named(told[key])
        rows.append(told)
    return {**values, "obligations": rows}
