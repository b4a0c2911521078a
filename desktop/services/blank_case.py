"""A case that has everything once and says nothing: blank forms for handwriting are the papers of it."""

from typing import Any, TypeVar

from sqlalchemy.orm import class_mapper
from sqlalchemy.orm.attributes import set_committed_value

from db.base import Noun
from db.models.agreement import Agreement
from db.models.appointment import Appointment
from db.models.calculation import Calculation
from db.models.case import Case
from db.models.obligation import Obligation, ObligationParty
from db.models.organisation import Organisation
from db.models.paper_sheet import PaperSheet
from db.models.participant import Participant
from db.models.party import Party
from db.models.proposal import Proposal
from db.models.recusal import Recusal
from db.models.return_visit import ReturnVisit
from db.models.session import Session
from db.models.term import Extension
from db.vocabulary import AgreementForm, ObligationPart, PaperKind, PartyKind, PartyRole
from desktop.domain.inputs.paper_sheets import SHEETS

_OF_OBLIGATION = (PaperKind.RECEIPT, PaperKind.PAYMENT_DIRECTION, PaperKind.WAGE_SHEET, PaperKind.DEMAND_LETTER)
ROW = 1  # the id of everything in it
T = TypeVar("T", bound=Noun)


def case(own: Organisation, number: str, kind: PaperKind, cause: str = "") -> Case:
    """The case; `kind` is the paper it is made for, `number` a number that was set aside, or nothing; `cause` chooses an element form."""
    sides = [
        bare(Party, id=n, ordinal=n, role=role, kind=PartyKind.PERSON)
        for n, role in enumerate((PartyRole.APPLICANT, PartyRole.RESPONDENT), 1)
    ]
    parts = [
        bare(ObligationParty, id=n, party_id=p, part=part)
        for n, p, part in ((1, 2, ObligationPart.DEBTOR), (2, 1, ObligationPart.CREDITOR))
    ]
    owed = bare(Obligation, id=ROW, agreement_id=ROW, ordinal=1, parties=parts)
    standing = bare(Agreement, id=ROW, form=AgreementForm.WRITTEN, obligations=[owed] if kind in _OF_OBLIGATION else [])

    def one(noun: type[Noun], *of: PaperKind, **values: Any) -> list[Noun]:
        return [bare(noun, id=ROW, **values)] if kind in of else []

    return bare(
        Case,
        id=0,
        organisation_id=own.id,
        entry_number=number,
        number=number or None,
        cause=cause,
        parties=sides,
        agreements=[standing],
        sessions=one(Session, PaperKind.SESSION_RECORD, ordinal=1),
        recusals=one(Recusal, PaperKind.RECUSAL_APPLICATION, PaperKind.RECUSAL_DECISION),
        extensions=one(Extension, PaperKind.EXTENSION_CONSENT),
        appointments=one(Appointment, PaperKind.MEDIATION_NOTICE, PaperKind.INVITATION),
        participants=one(Participant, PaperKind.INVITATION),
        return_visits=one(ReturnVisit, PaperKind.RETURN_VISIT),
        calculations=one(Calculation, PaperKind.CALCULATION, ordinal=1),
        proposals=one(Proposal, PaperKind.NO_OBJECTION_PLAN),
        paper_sheets=one(PaperSheet, *SHEETS, kind=kind),
    )


def bare(noun: type[T], **values: Any) -> T:
    """A noun that was never saved: what it must have is empty, what it may have is not there, its children are `values` or none."""
    mapper = class_mapper(noun)
    made = noun()
    for column in mapper.column_attrs:
        set_committed_value(made, column.key, values.get(column.key, _empty(column.columns[0])))
    for relation in mapper.relationships:
        set_committed_value(made, relation.key, values.get(relation.key, []))
    return made


def _empty(column: Any) -> Any:
    if column.nullable:
        return None
    known = column.default.arg if column.default is not None and column.default.is_scalar else None
    if known is not None:
        return known
    if column.default is not None and column.default.is_callable:
        return column.default.arg(None)
    kind = column.type.python_type if hasattr(column.type, "python_type") else object
    try:
        return "" if kind is str else [] if kind is list else {} if kind is dict else None
    except NotImplementedError:
        return None
