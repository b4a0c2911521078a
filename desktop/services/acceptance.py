"""Accept a registered case or not; enter how another body handed it over, and when the return slip was signed."""

from collections.abc import Mapping
from typing import Any

from db import search
from db.models.case import Case
from db.models.referral import Referral
from db.queries import orders, people
from db.vocabulary import Source
from desktop.domain import fields, stages
from desktop.domain.inputs import life as sheets
from desktop.domain.inputs.case import ACCEPT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, category_texts, court_numbers, intake, life, series
from desktop.services.desk import Desk


def accept(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Gives the case its official number: the next of the day's year, or the one set aside that stands on a form filled in by hand.

    The register sorts it by that day from now on.
    """
    clean = fields.check(ACCEPT, values, desk.today())
    day = clean.get("accepted_on") or desk.today()
    with life.making(desk, number, "accept") as made:
        w, case = made.w, made.case
        if day < case.received_on:
            raise Refusal(_("A case is not accepted before the day of the request."), "accepted_on")
        if day > desk.today():
            raise Refusal(_("The day of acceptance lies in the future."), "accepted_on")
        own = people.organisation(w.session, case.organisation_id)
        assert own is not None
        typed = clean.get("number") or ""
        given = series.reserved_number(w, own, typed) if typed.strip() else series.official_number(w, own, day)
        given.case_id = case.id
        old_order, new_order = case.order, orders.next_order(w.session, day)
        before, after = case.stage, stages.after("accept", made.now)
        w.change(case, version, {"stage": after, "number": given.text, "accepted_on": day, "order": new_order})
        search.rekey(w.session, old_order, new_order, intake.terms_of(case))
        life.moved(w, case, "accept", day, before, after, given.text)
        return cases.kept(w, case.id)


def reject(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The case is not taken: with the reasons, and what other ways the parties were told (MoJ75 22, 24; PML 17).

    Where such a dispute is never mediated here and no reasons are named, the known ones are taken.
    """
    if isinstance(values, Mapping) and not values.get("reasons"):
        values = {**values, **suggested(desk, cases.get(desk, number))}
    clean = fields.check(sheets.REJECT, values, desk.today())
    reasons = life.chosen(clean["reasons"], sheets.REASONS_TO_REJECT, "reasons")
    ways = life.chosen(clean.get("ways"), sheets.WAYS, "ways")
    if "other" in reasons and not (clean.get("text") or "").strip():
        raise Refusal(_("Say in words what the other reason is."), "text")
    with life.making(desk, number, "reject") as made:
        day = life.day_of(desk, clean.get("rejected_on"), "rejected_on", (made.case.received_on, _("the day of the request")))
        if clean.get("handed_to"):
            made.w.add(Referral(case_id=made.case.id, body=clean["handed_to"], outward=True, received_on=day))
        text = clean.get("text") or ""
        told = {"reasons": reasons, "text": text, "ways": ways, "handed_to": clean.get("handed_to") or ""}
        note = "；".join(part for part in (life.shown(reasons, sheets.REASONS_TO_REJECT), text) if part)
        return life.done(made, "reject", day, version, note=note, values=told)


def suggested(desk: Desk, case: Case) -> dict[str, Any]:
    """What the sheet of a refusal says by itself where such a dispute is not mediated at all; nothing where it is."""
    known = category_texts.not_here(desk.categories.get(case.category), case.facts)
    return {} if known is None else {"reasons": known.reasons, "ways": known.ways, "text": known.text}


def refer_in(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """A court or another body hands the dispute over: its number, its rules; its clock starts with the return slip (SMR 27)."""
    clean = fields.check(sheets.REFER_IN, values, desk.today())
    if not (clean.get("court") or clean.get("body")):
        raise Refusal(_("Say which court or body hands the case over."), "court")
    if clean.get("court_number"):
        court_numbers.check(clean["court_number"], "court_number", desk.today())
    with life.making(desk, number, "refer_in") as made:
        w, case = made.w, made.case
        received = life.day_of(desk, clean.get("received_on"), "received_on")
        if clean.get("slip_signed_on"):
            life.day_of(desk, clean["slip_signed_on"], "slip_signed_on", (received, _("the day on which the material came")))
        intake.add_referral(w, case, {**clean, "received_on": received}, "")
        columns: dict[str, Any] = {}
        if case.source in (Source.ON_APPLICATION, Source.PROACTIVE):
            columns["source"] = Source.REFERRED_COURT if clean.get("court") else Source.REFERRED_OTHER
        w.flush()
        case = cases.whole(w.session, case.id)
        search.index(w.session, case.order, intake.terms_of(case))
        note = " ".join(part for part in (clean.get("court") or clean.get("body"), clean.get("court_number")) if part)
        return life.done(life.Making(w, case, made.now), "refer_in", received, version, note=note, columns=columns)


def slip(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """The return slip came back signed: from its day the term runs."""
    clean = fields.check(sheets.SLIP, values, desk.today())
    with life.making(desk, number, "slip") as made:
        referral = made.now.slip_out
        assert referral is not None
        day = life.day_of(desk, clean["slip_signed_on"], "slip_signed_on", (referral.received_on, _("the day on which the material came")))
        made.w.change(referral, None, {"slip_signed_on": day})
        return life.done(made, "slip", day, version)
