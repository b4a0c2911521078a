"""Nouns as plain objects for tests of rules: no database behind them, everything loaded."""

from datetime import date
from itertools import count
from typing import Any

from db.models.agreement import Agreement, Signing
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.models.party import Party, PartyMember, PartyTie
from db.models.session import Session
from db.vocabulary import (
    AgreementForm,
    AgreementStatus,
    AssignmentRole,
    IdKind,
    Liability,
    MediationType,
    ObligationKind,
    ObligationPart,
    ObligationTiming,
    PartyKind,
    PartyRole,
    PaymentWay,
    SignerKind,
    Source,
    Stage,
)

_ids = count(1)

GOOD_ID = "150105198001010013"
OTHER_ID = "150122195503070027"
GOOD_USCC = "91110000600037341L"


def party(role: PartyRole, name: str, **values: Any) -> Party:
    """A person with a good identity number unless said otherwise."""
    known: dict[str, Any] = {
        "id": next(_ids),
        "case_id": 1,
        "ordinal": 1,
        "kind": PartyKind.PERSON,
        "id_kind": IdKind.RESIDENT_ID,
        "id_number": GOOD_ID,
        "sex": None,
        "birth_date": date(1980, 1, 1),
        "usual_residence": "呼和浩特市",
        "registered_residence": "",
        "phone": "13800000000",
        "uscc": "",
        "legal_representative": "",
        "legal_representative_phone": "",
        "business_address": "",
        "language": "",
        "employer": "",
        "trade_name": "",
        "legal_representative_id": "",
        "members": [],
        "ties": [],
        "needs": [],
        "account_number": "",
    }
    known["phone"] = f"138{known['id']:08d}"  # everybody answers his own
    return Party(role=role, name=name, **{**known, **values})


def company(role: PartyRole, name: str, **values: Any) -> Party:
    """An organisation with a good code and a person in charge."""
    known = {
        "kind": PartyKind.COMPANY,
        "id_number": "",
        "uscc": GOOD_USCC,
        "legal_representative": "刘某",
        "business_address": "呼和浩特市",
    }
    return party(role, name, **{**known, **values})


def case(*parties: Party, **values: Any) -> Case:
    """A case in mediation between these parties, with a presiding mediator and one session."""
    for n, one in enumerate(parties, 1):
        one.ordinal = n
    known: dict[str, Any] = {
        "id": 1,
        "version": 1,
        "stage": Stage.IN_MEDIATION,
        "category": "finance",
        "cause": "民间借贷纠纷",
        "number": "（2026）新诉调字第1号",
        "entry_number": "2026-00001",
        "source": Source.ON_APPLICATION,
        "mediation_type": MediationType.PEOPLE,
        "received_on": date(2026, 1, 5),
        "accepted_on": date(2026, 1, 6),
        "summary": "借款纠纷。",
        "claims": ["请求还款。"],
        "claim_fen": 80_000_000,
        "mongolian": False,
        "assignments": [Assignment(id=1, mediator_id=1, role=AssignmentRole.LEAD_MEDIATOR, ended_on=None)],
        "sessions": [Session(id=1, ordinal=1)],
        "agreements": [],
        "referrals": [],
        "documents": [],
        "outcomes": [],
        "participants": [],
        "facts": {},
        "series_key": "",
        "split_from_id": None,
    }
    return Case(parties=list(parties), **{**known, **values})


def obligation(debtors: list[Party], creditors: list[Party], amount_fen: int | None, **values: Any) -> Obligation:
    """Money owed once by a date, unless said otherwise; `instalments` as (day, fen) pairs."""
    schedule = [Instalment(ordinal=n, due_on=day, amount_fen=fen) for n, (day, fen) in enumerate(values.pop("instalments", []), 1)]
    parts = [ObligationParty(party_id=one.id, part=ObligationPart.DEBTOR) for one in debtors]
    parts += [ObligationParty(party_id=one.id, part=ObligationPart.CREDITOR) for one in creditors]
    parts += values.pop("parts", [])
    known: dict[str, Any] = {
        "ordinal": 1,
        "kind": ObligationKind.MONEY,
        "timing": ObligationTiming.BY_DATE,
        "liability": Liability.JOINT if len(debtors) > 1 else Liability.SINGLE,
        "subject": "借款本金",
        "quantity": "",
        "unit": "",
        "due_on": date(2026, 3, 1),
        "way": PaymentWay.CASH,
        "account_name": "",
        "bank_name": "",
        "account_number": "",
        "details": {},
        "place": "",
        "done_when": "",
        "own_text": "",
        "generated_text": "",
    }
    return Obligation(parties=parts, instalments=schedule, amount_fen=amount_fen, performances=[], **{**known, **values})


def agreement(*obligations: Obligation, **values: Any) -> Agreement:
    """A written agreement of 20 January 2026."""
    known: dict[str, Any] = {
        "id": 1,
        "form": AgreementForm.WRITTEN,
        "status": AgreementStatus.DRAFT,
        "day": date(2026, 1, 20),
        "facts": "双方因借款发生纠纷。",
        "disputed": "",
        "responsibility": "",
        "clauses": [],
        "origins": [],
        "third_parties": [],
        "confirmation_wanted": True,
        "regime": None,
        "signings": [],
        "place": "",
        "copies": None,
        "effective_on": None,
        "number": None,
        "version_number": 1,
    }
    return Agreement(obligations=list(obligations), **{**known, **values})


def signing(signer: SignerKind, day: date | None, of: Party | None = None, **values: Any) -> Signing:
    """A line of the signing table, by hand unless said otherwise."""
    known = {"by_hand": True, "fingerprint": False, "seal": False, "by_post": False}
    return Signing(signer=signer, signed_on=day, party_id=of.id if of else None, **{**known, **values})


def mediator(name: str = "王某", **values: Any) -> Mediator:
    known: dict[str, Any] = {
        "id": next(_ids),
        "id_number": "",
        "employer": "",
        "residence": "",
        "kin": [],
        "fields": ["finance"],
        "languages": ["汉语"],
        "active": True,
        "valid_from": None,
        "valid_to": None,
        "absences": [],
    }
    return Mediator(name=name, **{**known, **values})


def member(name: str, **values: Any) -> PartyMember:
    known = {"id_kind": IdKind.RESIDENT_ID, "id_number": OTHER_ID, "represents": False, "paper": "", "birth_date": None, "sex": None}
    return PartyMember(name=name, **{**known, **values})


def tie(role: PartyRole, for_party: Party) -> PartyTie:
    return PartyTie(role=role, for_party_id=for_party.id)
