"""A running case out of a paper register: registered with its true days, accepted under its own number, with who has it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from db import search
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.organisation import Organisation
from db.queries import numbers, orders, people
from db.queries.numbers import NumberRefused
from db.vocabulary import NumberKind, PartyKind, Stage
from db.work import Work
from desktop.domain import identity, numbering, texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import assignment, cases, intake, life, series
from desktop.services.desk import Desk


def add(desk: Desk, w: Work, values: Mapping[str, Any]) -> None:
    """Registers the case with its true days, accepts it under its own number and assigns who has it, as far as the row says."""
    category = desk.categories.key_of(values["category"])
    if not category:
        sentence = _("“{text}” is none of the categories: {known}.")
        raise Refusal(sentence.format(text=texts.quoted(values["category"]), known=desk.categories.names()), "category")
    keys = ("received_on", "cause", "summary", "claims", "source")
    sheet = {key: values[key] for key in keys if key in values}
    parties = [_party(values, "applicant"), _party(values, "respondent")]
    clean = intake.checked(desk, {**sheet, "category": category, "parties": parties})
    if "claim" in values:
        clean["claim"] = values["claim"]
    case = intake.opened(desk, w, clean)
    accepted, number = values.get("accepted_on"), values.get("number") or ""
    if not accepted:
        for key, said in (("number", number), ("mediator", values.get("mediator"))):
            if said:
                raise Refusal(_("A case with an official number or a mediator has a day of acceptance: enter it."), key)
        return
    _accepted(desk, w, case, accepted, number)
    if values.get("mediator"):
        _assigned(desk, w, case, values["mediator"], values.get("assigned_on") or accepted)


def order(values: Mapping[str, Any]) -> tuple[int, ...]:
    """By the figures in the number, so that a series can follow its register."""
    return _figures(values.get("number") or "")


def _accepted(desk: Desk, w: Work, case: Case, day: date, number: str) -> None:
    life.day_of(desk, day, "accepted_on", (case.received_on, _("the day of the request")))
    own = people.organisation(w.session, case.organisation_id)
    assert own is not None
    text = _number(w, own, case, day, number)
    old, new = case.order, orders.next_order(w.session, day)
    w.change(case, None, {"number": text, "accepted_on": day, "order": new, "stage": Stage.ACCEPTED})
    w.flush()
    whole = cases.whole(w.session, case.id)
    search.rekey(w.session, old, new, intake.terms_of(whole))
    life.moved(w, whole, "accept", day, Stage.REGISTERED, Stage.ACCEPTED, text)
    w.flush()


def _number(w: Work, own: Organisation, case: Case, day: date, number: str) -> str:
    """The number from the paper register; the series goes on behind it. Without one the next number is given."""
    if not number:
        given = series.official_number(w, own, day)
        given.case_id = case.id
        return given.text
    if w.session.scalar(select(Case.id).where(Case.number == number)):
        raise Refusal(_("There is a case with the number “{number}” already.").format(number=texts.quoted(number, 60)), "number")
    figures = _figures(number)
    for n in figures[-1:]:
        if n and numbering.official(own.number_pattern, day.year, own.short_name, n) == number:
            try:
                numbers.start_at(w.session, own.id, NumberKind.OFFICIAL, day.year, n)
            except NumberRefused as no:
                if no.code == "closed":
                    raise Refusal(_("The series of {year} is closed.").format(year=day.year), "number", "closed") from no
                return number  # below the last one that was given out: kept as it stands on the paper
            given = series.official_number(w, own, day)
            given.case_id = case.id
    return number


def _assigned(desk: Desk, w: Work, case: Case, name: str, day: date) -> None:
    life.day_of(desk, day, "assigned_on", (case.accepted_on, _("the day of acceptance")))
    mediator = assignment.named(w.session, name, "mediator")
    found = assignment.found_in(w.session, mediator, cases.whole(w.session, case.id))
    w.add(Assignment(case_id=case.id, mediator_id=mediator.id, assigned_on=day, conflicts=found))
    w.change(case, None, {"stage": Stage.ASSIGNED})
    w.flush()
    life.moved(w, case, "assign", day, Stage.ACCEPTED, Stage.ASSIGNED, mediator.name)


def _party(values: Mapping[str, Any], side: str) -> dict[str, Any]:
    number = values.get(f"{side}_number") or ""
    code = bool(number) and identity.look_at_uscc(number).ok
    kind = values.get(f"{side}_kind") or (PartyKind.COMPANY.value if code else PartyKind.PERSON.value)
    address = values.get(f"{side}_address") or ""
    told = {"role": side, "kind": kind, "name": values[f"{side}_name"], "phone": values.get(f"{side}_phone") or ""}
    if kind == PartyKind.COMPANY.value:
        return {**told, "uscc": number, "business_address": address}
    return {**told, "id_number": number, "usual_residence": address}


def _figures(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]{1,9}", texts.half_width(text)))
