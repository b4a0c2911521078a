"""The register of a period on paper: every case that was taken in or asked for in it, and every number that is void."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session as Reading

from db.models.case import Case
from db.models.number import Number, Series
from db.models.organisation import Organisation
from db.queries import cases as queries
from db.queries import people
from db.vocabulary import AgreementStatus, NumberKind, NumberState
from desktop.documents import case_row, register_book
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.register_book import Line
from desktop.documents.setting import Setting
from desktop.domain import dates
from desktop.domain.refusal import Refusal
from desktop.i18n import _, language
from desktop.services import templates
from desktop.services.desk import Desk, found

MOST = 3_000
AT_ONCE = 200  # cases read together


def paper(desk: Desk, first: str | date = "", last: str | date = "") -> Paper:
    """The register from `first` (else the first of this year) to `last` (else today), both ends included.

    Refusal for an end before its beginning, and for more than three thousand cases.
    """
    today = desk.today()
    begins = dates.parse(first, today, field="from") if first else date(today.year, 1, 1)
    ends = dates.parse(last, today, field="to") if last else today
    if ends < begins:
        raise Refusal(_("The period ends before it begins."), "to")
    with desk.reading() as session:
        own = found(people.organisation(session, desk.organisation_id), _("There is no such organisation."))
        ids = _ids(session, begins, ends)
        if len(ids) > MOST:
            raise Refusal(_("{n} cases are too many for one register: choose a shorter period.").format(n=len(ids)), "from")
        lines = _lines(desk, session, own, ids)
        lines += [Line(None, number.text, number.note) for number in _void(session, desk.organisation_id, begins, ends)]
        own = found(people.organisation(session, desk.organisation_id), _("There is no such organisation."))
        setting = Setting(own, language=language(), training=desk.training, own=templates.own(desk))
        return register_book.paper(lines, begins, ends, setting)


def of_cases(desk: Desk, ids: Sequence[int]) -> Paper:
    """The same of these cases, in their order; their days are its period. Refusal for none, or more than three thousand."""
    if not ids:
        raise Refusal(_("Choose the cases first."), "cases")
    if len(ids) > MOST:
        raise Refusal(_("{n} cases are too many for one register: choose a shorter period.").format(n=len(ids)), "cases")
    with desk.reading() as session:
        own = found(people.organisation(session, desk.organisation_id), _("There is no such organisation."))
        days = [day for day in session.scalars(select(func.coalesce(Case.accepted_on, Case.received_on)).where(Case.id.in_(ids)))]
        lines = _lines(desk, session, own, ids)
        own = found(people.organisation(session, desk.organisation_id), _("There is no such organisation."))
        setting = Setting(own, language=language(), training=desk.training, own=templates.own(desk))
        return register_book.paper(lines, min(days), max(days), setting)


def _lines(desk: Desk, session: Reading, own: Organisation, ids: Sequence[int]) -> list[Line]:
    lines = []
    for first in range(0, len(ids), AT_ONCE):
        cases = queries.in_lines(session, ids[first : first + AT_ONCE])
        mediators = people.mediators_of(session, [one.mediator_id for case in cases for one in case.assignments])
        setting = Setting(own, mediators, state=PaperState.ISSUED, language=language(), training=desk.training)
        lines += [Line(case_row.row(case, setting), fen=_agreed(case)) for case in cases]
        session.expunge_all()  # a year of cases does not stand in memory at once
    return lines


def _ids(session: Reading, first: date, last: date) -> list[int]:
    """The cases by the day on which they were accepted; what was not accepted by the day of the request."""
    day = or_(
        Case.accepted_on.between(first, last),
        and_(Case.accepted_on.is_(None), Case.received_on.between(first, last)),
    )
    rows = session.execute(select(Case.id, Case.accepted_on, Case.received_on, Case.order).where(day)).all()
    return [row.id for row in sorted(rows, key=lambda row: (row.accepted_on or row.received_on, row.order))]


def _void(session: Reading, organisation_id: int, first: date, last: date) -> list[Number]:
    years = range(first.year, last.year + 1)
    asked = select(Number).join(Series, Series.id == Number.series_id)
    asked = asked.where(
        Series.organisation_id == organisation_id,
        Series.kind == NumberKind.OFFICIAL,
        Series.year.in_(years),
        Number.state == NumberState.VOID,
    )
    return list(session.scalars(asked.order_by(Series.year, Number.n)))


def _agreed(case: Case) -> int:
    standing = [one for one in case.agreements if one.status is AgreementStatus.SIGNED]
    return sum(part.amount_fen or 0 for one in standing for part in one.obligations)
