"""Accept a registered case: from now on it has its official number, and the term runs."""

from collections.abc import Mapping
from typing import Any

from db import search
from db.models.case import Case
from db.queries import numbers, orders, people
from db.vocabulary import NumberKind
from desktop.domain import fields, numbering, stages
from desktop.domain.inputs.case import ACCEPT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, intake
from desktop.services.desk import Desk


def accept(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Gives the case its official number in the series of the day's year; the register sorts it by that day from now on."""
    clean = fields.check(ACCEPT, values, desk.today())
    day = clean.get("accepted_on") or desk.today()
    with desk.work("accept") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        move = stages.require("accept", cases.now_of(desk, case))
        if day < case.received_on:
            raise Refusal(_("A case is not accepted before the day of the request."), "accepted_on")
        if day > desk.today():
            raise Refusal(_("The day of acceptance lies in the future."), "accepted_on")
        own = people.organisation(w.session, case.organisation_id)
        assert own is not None
        given = numbers.take(
            w.session, own.id, NumberKind.OFFICIAL, day.year, lambda n: numbering.official(own.number_pattern, day.year, own.short_name, n)
        )
        given.case_id = case.id
        old_order, new_order = case.order, orders.next_order(w.session, day)
        w.change(case, version, {"stage": move.to, "number": given.text, "accepted_on": day, "order": new_order})
        search.drop(w.session, old_order)
        search.index(w.session, new_order, intake.terms_of(case))
        return cases.kept(w, case.id)
